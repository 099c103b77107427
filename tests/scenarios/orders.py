"""The order with which many scenarios begin."""

from __future__ import annotations

from tests.fakes.town import Town


async def released(place: Town) -> int:
    """An order to two districts is out, and each has read it on both channels; the dispatch's number."""
    view = await place.releases("two-districts.txt")
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).receives("03/CĐ-UBND")
        place.phone(body).receives("03/CĐ-UBND")
    return view.dispatch.id
