"""The orders with which many scenarios begin."""

from __future__ import annotations

from alertd.model.replies import Meaning
from tests.fakes.town import Town


async def released(place: Town) -> int:
    """An order to two districts is out, and each has read it on both channels; the dispatch's number."""
    view = await place.releases("two-districts.txt")
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).receives("03/CĐ-UBND")
        place.phone(body).receives("03/CĐ-UBND")
    return view.dispatch.id


async def two_orders(place: Town) -> tuple[int, int]:
    """Two orders to Cao Lộc, of which nothing is answered; Tràng Định has answered its own."""
    dispatches = []
    for name, *bodies in (("two-districts.txt", "huyen-cao-loc", "huyen-trang-dinh"), ("cao-loc-alone.txt", "huyen-cao-loc")):
        dispatches.append((await place.releases(name)).dispatch.id)
        for body in bodies:
            place.phone(body).reads_everything()
    place.phone("huyen-trang-dinh").taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    place.phone("huyen-trang-dinh").receives("Đã ghi nhận")
    first, second = dispatches
    return first, second
