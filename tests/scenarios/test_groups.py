"""A group answers for its body, and nobody is silenced by a stop word or a blocked chat without an officer knowing."""

from __future__ import annotations

from alertd.model.assignments import AssignmentState
from alertd.model.replies import Meaning, ReplyState
from alertd.simulators.telegram_phone import TelegramPhone
from tests.fakes.town import OFFICER, Phone, Town
from tests.scenarios.test_matching import CAO_LOC, TRANG_DINH, officers_read, released, row, state

GROUP = -700_000_001


async def after_the_gap(place: Town) -> None:
    """A group takes a message every three seconds; whatever waits for its turn arrives."""
    await place.settle()
    await place.passes(seconds=3)


async def in_a_group(place: Town) -> Phone:
    """Cao Lộc's chief answers from the district's group from now on."""
    contact = place.desk.directory.contacts_of(f"lang-son/{CAO_LOC}")[0]
    word = await place.desk.enrolment.invite(contact.id, "telegram", OFFICER)
    group = place.telegram.phone(GROUP, "Ban Chỉ huy Cao Lộc")
    group.press_start(word)
    await after_the_gap(place)
    phone = Phone(contact, group, None)
    phone.reads_everything()
    return phone


async def told_in_a_group(place: Town) -> tuple[Phone, TelegramPhone, int]:
    """An order has gone to Cao Lộc's group, and to Tràng Định, which has answered; the group, its chat and the dispatch."""
    group = await in_a_group(place)
    dispatch = await released(place, "two-districts.txt", CAO_LOC, TRANG_DINH)
    place.phone(TRANG_DINH).taps(Meaning.ACKNOWLEDGED)
    assert group.telegram is not None
    return group, group.telegram, dispatch


async def test_in_a_group_any_member_answers_for_the_body_and_the_name_is_kept(place: Town) -> None:
    group, chat, dispatch = await told_in_a_group(place)
    order = chat.messages[-1]
    group.receives("03/CĐ-UBND")
    chat.type("đang triển khai", reply_to=order.message_id, member="Hoàng Văn Thụ")
    await after_the_gap(place)
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    group.receives("Đã ghi nhận", "đang triển khai")
    answered = await row(place, dispatch)
    assert (answered.state, answered.replies[0].who) == (AssignmentState.IN_PROGRESS, "Hoàng Văn Thụ")


async def test_what_members_of_a_group_say_to_one_another_acknowledges_nothing(place: Town) -> None:
    group, chat, dispatch = await told_in_a_group(place)
    group.receives("03/CĐ-UBND")
    for words in ("ok anh", "tối nay họp nhé", "rõ", "2"):
        chat.type(words, member="Lương Thế Vinh")
    await after_the_gap(place)
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    group.receives("bấm nút dưới tin")
    assert (await row(place, dispatch)).silent
    chat.type("@alertd_simulated_bot đã nhận", member="Lương Thế Vinh")
    await after_the_gap(place)
    group.receives("Đã ghi nhận", "đã nhận")
    assert await state(place, dispatch) is AssignmentState.ACKNOWLEDGED


async def test_an_emoji_on_the_order_answers_it_and_one_on_what_members_say_does_not(place: Town) -> None:
    group, chat, dispatch = await told_in_a_group(place)
    chat.is_bot_administrator = True
    group.receives("03/CĐ-UBND")
    order = chat.messages[-1]
    said = chat.type("tối nay họp nhé", member="Lương Thế Vinh")
    chat.react(said, "👍", member="Hoàng Văn Thụ")
    await after_the_gap(place)
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    assert (await row(place, dispatch)).silent
    chat.react(order.message_id, "👍", member="Hoàng Văn Thụ")
    await after_the_gap(place)
    group.receives("Đã ghi nhận", "đã nhận")
    answered = await row(place, dispatch)
    assert (answered.state, answered.replies[0].who) == (AssignmentState.ACKNOWLEDGED, "Hoàng Văn Thụ")


async def test_an_emoji_that_is_taken_away_acknowledges_no_more_and_a_person_is_asked(place: Town) -> None:
    group, chat, dispatch = await told_in_a_group(place)
    chat.is_bot_administrator = True
    order = chat.messages[-1]
    chat.react(order.message_id, "👍", member="Hoàng Văn Thụ")
    await after_the_gap(place)
    chat.react(order.message_id, instead_of="👍", member="Hoàng Văn Thụ")
    await after_the_gap(place)
    group.reads_everything()
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    officers_read(place, "Cao Lộc", "gỡ cảm xúc")
    answered = await row(place, dispatch)
    assert answered.silent
    assert answered.replies[-1].state is ReplyState.OPEN


async def test_a_flood_that_a_group_speaks_of_reaches_the_desk(place: Town) -> None:
    group, chat, _ = await told_in_a_group(place)
    chat.type("lũ tràn vào bản rồi", member="Lương Thế Vinh")
    await place.settle()
    group.reads_everything()
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    officers_read(place, "Cao Lộc", "lũ tràn vào bản rồi")


async def test_a_group_that_moves_takes_its_orders_and_what_is_open_with_it(place: Town) -> None:
    group, chat, dispatch = await told_in_a_group(place)
    group.receives("03/CĐ-UBND")
    moved = place.telegram.phone(-1_000_700_000_001, "Ban Chỉ huy Cao Lộc")
    chat.move_to(moved.chat_id)
    await after_the_gap(place)
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    await place.passes(minutes=5)
    assert "NHẮC LẦN 1" in moved.messages[-1].text
    group.is_quiet()
    moved.type("đang triển khai", reply_to=moved.messages[-1].message_id, member="Lương Thế Vinh")
    await after_the_gap(place)
    assert "Đã ghi nhận" in moved.messages[-1].text
    assert await state(place, dispatch) is AssignmentState.IN_PROGRESS


async def test_a_stop_word_is_told_to_the_officer_and_silences_nobody(place: Town) -> None:
    place.phone(CAO_LOC).writes("DỪNG")
    await place.settle()
    place.phone(CAO_LOC).receives("Đã báo cán bộ trực", "Tin khẩn vẫn được gửi")
    officers_read(place, "Cao Lộc", "Xin ngừng nhận tin", "DỪNG")
    assert [card.reply.state for card in (await place.desk.board.overview()).replies] == [ReplyState.OPEN]
    await released(place, "two-districts.txt", TRANG_DINH)
    place.phone(CAO_LOC).receives("03/CĐ-UBND")
    place.phone(CAO_LOC).receives("03/CĐ-UBND")


async def test_a_number_that_the_provider_silences_is_told_to_the_officer_and_the_other_channel_carries_on(place: Town) -> None:
    place.phone(CAO_LOC).texts("STOP")
    await place.settle()
    officers_read(place, "Cao Lộc", "Xin ngừng nhận tin")
    for officer in place.officers():
        officer.receives("không còn nhận được tin qua SMS", "Twilio 21610")
        officer.receives("không còn nhận được tin qua SMS", "Twilio 21610")
    await released(place, "two-districts.txt", TRANG_DINH)
    place.phone(CAO_LOC).receives("03/CĐ-UBND")


async def test_whoever_blocks_the_bot_is_told_to_the_officer(place: Town) -> None:
    phone = place.phone(CAO_LOC)
    assert phone.telegram is not None
    phone.telegram.block()
    await place.settle()
    officers_read(place, "Cao Lộc", "không còn nhận được tin qua Telegram")
