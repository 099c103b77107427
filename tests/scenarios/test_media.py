"""What people send beside words is fetched, checked, kept with the answer and shown; without words it never counts as a yes."""

from __future__ import annotations

import zlib

from alertd.model.assignments import AssignmentState
from alertd.model.media import Attachment, AttachmentState
from alertd.model.replies import Meaning
from alertd.simulators.faults import Fault, FaultKind
from alertd.simulators.telegram_phone import TelegramPhone
from alertd.web.attention import face_of
from alertd.web.places import map_of
from tests.fakes.town import Town
from tests.scenarios.orders import two_orders
from tests.scenarios.test_matching import CAO_LOC, TRANG_DINH, officers_read, released, row

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00"
    + zlib.crc32(b"IHDR").to_bytes(4)
    + b"\0" * 20
)
VOICE = b"OggS\x00\x02" + b"\0" * 22 + b"\x01\x13OpusHead\x01" + b"\0" * 40


async def order(place: Town) -> int:
    dispatch = await released(place, "two-districts.txt", CAO_LOC, TRANG_DINH)
    place.phone(TRANG_DINH).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    return dispatch


def telegram(place: Town) -> TelegramPhone:
    phone = place.phone(CAO_LOC).telegram
    assert phone is not None
    return phone


def photo(place: Town, content: bytes = PNG) -> list[dict[str, object]]:
    """As Telegram gives a photo: the same in several sizes."""
    small = {"file_id": "file-999", "file_unique_id": "s", "width": 90, "height": 60, "file_size": 10}
    return [
        small,
        {"file_id": place.telegram.keep_file(content), "file_unique_id": "l", "width": 900, "height": 600, "file_size": len(content)},
    ]


async def attachments(place: Town, dispatch: int) -> list[Attachment]:
    answered = await row(place, dispatch)
    return [attachment for reply in answered.replies for attachment in answered.attachments.get(reply.id, ())]


async def test_a_photo_with_a_caption_is_understood_by_its_caption_and_kept_with_the_answer(place: Town) -> None:
    dispatch = await order(place)
    telegram(place).send(photo=photo(place), caption="đã xong")
    await place.settle()
    place.phone(CAO_LOC).receives("Đã ghi nhận", "đã xong")
    (kept,) = await attachments(place, dispatch)
    assert (kept.state, kept.content_type, kept.size) == (AttachmentState.STORED, "image/png", len(PNG))
    assert (await place.desk.board.attachment(kept.id))[1] == PNG
    assert (await row(place, dispatch)).words == "[ảnh] đã xong"


async def test_a_photo_a_voice_note_or_a_file_without_words_closes_nothing_and_reaches_the_desk(place: Town) -> None:
    dispatch = await order(place)
    telegram(place).send(photo=photo(place))
    telegram(place).send(voice={"file_id": place.telegram.keep_file(VOICE), "duration": 3, "mime_type": "image/png"})
    telegram(place).send(document={"file_id": place.telegram.keep_file(b"<html><script>1</script></html>"), "file_name": "xong.png"})
    await place.settle()
    for told in ("[ảnh]", "[tin thoại]", "[tệp: xong.png]"):
        place.phone(CAO_LOC).receives("chưa hiểu chắc ý", told)
        officers_read(place, told)
    assert (await row(place, dispatch)).silent
    assert [kept.content_type for kept in await attachments(place, dispatch)] == ["image/png", "audio/ogg", "text/html"]


async def test_an_album_is_one_answer(place: Town) -> None:
    dispatch = await order(place)
    telegram(place).send(photo=photo(place), caption="đang triển khai", media_group_id="7")
    telegram(place).send(photo=photo(place, VOICE), media_group_id="7")
    await place.settle()
    place.phone(CAO_LOC).receives("Đã ghi nhận", "đang triển khai")
    assert len(await attachments(place, dispatch)) == 2
    assert (await row(place, dispatch)).state is AssignmentState.IN_PROGRESS


async def test_a_place_is_drawn_on_the_map_of_the_board(place: Town) -> None:
    dispatch = await order(place)
    telegram(place).send(location={"latitude": 21.8537, "longitude": 106.7615})
    await place.settle()
    place.phone(CAO_LOC).receives("chưa hiểu chắc ý")
    officers_read(place, "21.8537, 106.7615")
    drawn = map_of((await place.desk.board.dispatch(dispatch)).bodies)
    assert drawn is not None
    assert [(p.latitude, p.longitude, p.body) for p in drawn.places] == [(21.8537, 106.7615, "UBND huyện Cao Lộc")]
    assert drawn.places[0].y > next(seat.y for seat in drawn.seats if seat.name == "Cao Lộc"), (
        "it lies a little south of the district's seat"
    )


async def test_seats_of_bodies_stand_on_the_map_in_the_colour_of_their_state(place: Town) -> None:
    dispatch = await order(place)
    place.phone(CAO_LOC).taps(Meaning.CANNOT_COMPLY)
    await place.settle()
    place.phone(CAO_LOC).reads_everything()
    for officer in place.officers():
        officer.reads_everything()
    rows = (await place.desk.board.dispatch(dispatch)).bodies
    drawn = map_of(rows)
    assert drawn is not None
    assert {seat.name: (seat.face.word, seat.face.tone) for seat in drawn.seats} == {
        row.body.short_name: (face_of(row).word, face_of(row).tone) for row in rows if row.body.seat is not None
    }
    seats = {seat.name: seat for seat in drawn.seats}
    assert seats["Cao Lộc"].face.tone == "bad"
    assert seats["Tràng Định"].x < seats["Cao Lộc"].x
    assert seats["Tràng Định"].y < seats["Cao Lộc"].y
    assert map_of([row for row in rows if row.body.short_name == "Cao Lộc"]) is None, "a single seat says nothing"


async def test_what_cannot_be_fetched_yet_is_shown_and_tried_again(place: Town) -> None:
    dispatch = await order(place)
    place.telegram.faults.add(Fault(FaultKind.ERROR, method="getFile", times=2))
    telegram(place).send(photo=photo(place), caption="đã nhận")
    await place.settle()
    place.phone(CAO_LOC).receives("Đã ghi nhận")
    (waiting,) = await attachments(place, dispatch)
    assert waiting.state is AttachmentState.WAITING
    assert "chưa tải được" in waiting.reason
    for _ in range(2):
        await place.passes(minutes=1)
    (kept,) = await attachments(place, dispatch)
    assert kept.state is AttachmentState.STORED


async def test_what_can_never_be_fetched_is_given_up_after_a_day_and_says_so(place: Town) -> None:
    dispatch = await order(place)
    telegram(place).send(photo=[{"file_id": "gone", "width": 1}], caption="đã nhận")
    await place.settle()
    place.phone(CAO_LOC).receives("Đã ghi nhận")
    place.clock.forward(hours=25)
    await place.settle()
    (lost,) = await attachments(place, dispatch)
    assert (lost.state, lost.due_at) == (AttachmentState.FAILED, None)
    assert "không tải được" in lost.reason


async def test_what_is_too_large_is_only_told(place: Town) -> None:
    dispatch = await order(place)
    telegram(place).send(video={"file_id": place.telegram.keep_file(b"\0" * (21 * 1024 * 1024))}, caption="đã nhận")
    await place.settle()
    place.phone(CAO_LOC).receives("Đã ghi nhận")
    (refused,) = await attachments(place, dispatch)
    assert (refused.state, refused.sha256) == (AttachmentState.REFUSED, None)


async def test_a_picture_by_mms_is_fetched_through_the_providers_own_address(place: Town) -> None:
    dispatch = await order(place)
    sms = place.phone(CAO_LOC).sms
    assert sms is not None
    sms.type("da nhan", ("image/png", PNG))
    await place.settle()
    place.phone(CAO_LOC).receives("Đã ghi nhận")
    (kept,) = await attachments(place, dispatch)
    assert (kept.state, kept.content_type) == (AttachmentState.STORED, "image/png")


async def test_a_photo_follows_its_answer_to_the_order_that_its_sender_chooses(place: Town) -> None:
    _, second = await two_orders(place)
    telegram(place).send(photo=photo(place), caption="đang triển khai")
    await place.settle()
    place.phone(CAO_LOC).receives("2. Công điện 05/CĐ-UBND")
    place.phone(CAO_LOC).writes("2")
    await place.settle()
    place.phone(CAO_LOC).receives("Đã ghi nhận", "05/CĐ-UBND")
    assert [kept.state for kept in await attachments(place, second)] == [AttachmentState.STORED]


async def test_of_a_stranger_a_place_is_kept_and_nothing_is_fetched(place: Town) -> None:
    stranger = place.telegram.phone(990_001, "Người lạ")
    stranger.send(photo=photo(place), caption="cho hỏi")
    stranger.send(location={"latitude": 21.85, "longitude": 106.76})
    await place.settle()
    shown = [attachment for card in await place.desk.board.replies() for attachment in card.attachments]
    assert [(each.state, each.sha256) for each in shown] == [(AttachmentState.STORED, None), (AttachmentState.REFUSED, None)]
    assert "không có trong danh bạ" in shown[1].reason
