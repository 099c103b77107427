"""What the timetable stumbles over keeps nothing else from happening, and silence is not kept silent by it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from alertd.config import Templates
from alertd.messages.content import Content
from alertd.messages.rendering import Renderer
from alertd.model.inbox import RawEvent
from alertd.model.notices import DeliveryState, MessageKind
from alertd.store.dispatches import SqlDispatches
from alertd.workflow.replies.hearing import Hearing
from alertd.workflow.silence.followups import Unfollowed
from tests.fakes.rig import NOBODY, Rig
from tests.fakes.town import DOCUMENTS, OFFICER, packaged_settings, settings_for, town


@contextmanager
def stumbling_over(*kinds: MessageKind, of: str = "") -> Iterator[None]:
    """A mistake in the program: it cannot write messages of these kinds, or only those to such a body."""
    render = Renderer.render

    def stumbling(self: Renderer, kind: MessageKind, traits: Any, length: Any, content: Content, **more: Any) -> Any:
        if kind in kinds and of in content.body:
            raise ArithmeticError(kind)
        return render(self, kind, traits, length, content, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Renderer, "render", stumbling)
        yield


async def test_where_a_reminder_cannot_be_written_the_desk_is_told_to_telephone_and_the_ladder_goes_on(tmp_path: Path) -> None:
    rig = await Rig.released(tmp_path)
    with stumbling_over(MessageKind.REMINDER):
        rig.clock.forward(minutes=5)
        with pytest.raises(Unfollowed, match="notice/1, notice/2"):
            await rig.desk.followups.step()
        await rig.passes(minutes=0)
        (told, *_) = [d for d in await rig.deliveries() if d.kind is MessageKind.DUTY_ALERT]
        assert "Cao Lộc" in told.text
        assert "Tràng Định" in told.text
        rig.clock.forward(minutes=5)
        with pytest.raises(Unfollowed):
            await rig.desk.followups.step()
        await rig.passes(minutes=5)
    assert MessageKind.ESCALATION in {d.kind for d in await rig.deliveries()}
    await rig.close()


async def test_a_reminder_about_which_nothing_can_be_learned_leaves_all_the_same(tmp_path: Path) -> None:
    async def stumbling(*_: object) -> None:
        raise ArithmeticError

    async with town(tmp_path) as place:
        await place.releases("two-districts.txt")
        for phone in place.phones():
            phone.reads_everything()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(SqlDispatches, "standing", stumbling)
            await place.passes(minutes=5)
        for body in ("huyen-cao-loc", "huyen-trang-dinh"):
            place.phone(body).receives("NHẮC LẦN 1")


async def test_what_cannot_be_told_to_the_desk_keeps_no_message_from_being_found_again(tmp_path: Path) -> None:
    rig = await Rig.released(tmp_path)
    waiting = DOCUMENTS / "within-hours.txt"
    await rig.desk.intake.submit(waiting.read_bytes(), waiting.name, "test", OFFICER)
    await rig.passes(minutes=4)
    with stumbling_over(MessageKind.APPROVAL_OVERDUE):
        rig.clock.forward(minutes=1)
        with pytest.raises(Unfollowed, match="document/2"):
            await rig.desk.followups.step()
        now = rig.clock.now()
        async with rig.desk.store.transaction() as tx:
            (lost, *_) = await tx.outbox.claim("telegram", now, now, 1)
        with pytest.raises(Unfollowed):
            await rig.desk.followups.step()
    found = (await rig.deliveries())[lost.id - 1]
    assert (found.state, found.is_repeat) == ("queued", True)
    await rig.close()


async def test_an_outcome_over_which_the_program_stumbles_is_written_down_and_keeps_no_other_from_it(tmp_path: Path) -> None:
    async with town(tmp_path) as place:
        chief = place.phone("huyen-cao-loc")
        assert chief.telegram is not None
        assert chief.sms is not None
        chief.telegram.block()
        chief.sms.landline()
        with stumbling_over(MessageKind.ESCALATION):
            view = await place.releases("two-districts.txt")
        board = await place.board(view.dispatch.id)
        assert {d.state for d in board["huyen-cao-loc"].deliveries} == {DeliveryState.FAILED}
        assert {d.state for d in board["huyen-trang-dinh"].deliveries} <= {DeliveryState.SENT, DeliveryState.DELIVERED}
        for phone in place.phones():
            phone.reads_everything()
        await place.passes(minutes=15)
        place.phone("huyen-cao-loc", 2).receives("03/CĐ-UBND")


async def test_a_missing_receipt_over_which_the_program_stumbles_keeps_no_other_route_closed(tmp_path: Path) -> None:
    async with town(tmp_path) as place:
        chiefs = [place.phone(body) for body in ("huyen-cao-loc", "huyen-trang-dinh")]
        for chief in chiefs:
            assert chief.telegram is not None
            assert chief.sms is not None
            chief.telegram.block()
            chief.sms.switch_off()
        view = await place.releases("two-districts.txt")
        place.clock.forward(minutes=5, seconds=5)
        with stumbling_over(MessageKind.ESCALATION, of="Tràng Định"):
            await place.desk.receipts.step()
        await place.settle()
        place.phone("huyen-cao-loc", 2).receives("03/CĐ-UBND", "không có biên nhận")
        (late,) = [
            d
            for d in (await place.board(view.dispatch.id))["huyen-trang-dinh"].deliveries
            if d.kind == "new_directives" and d.channel == "sms"
        ]
        assert late.is_unconfirmed


async def test_a_template_that_stumbles_is_made_up_for_by_the_one_that_came_with_the_program(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(packaged_settings().templates.path, templates)
    for file in (templates / "messages" / "reminder").iterdir():
        file.write_text("{{ tasks[99].report }}\n", encoding="utf-8")
    settings = settings_for(tmp_path, NOBODY, NOBODY, NOBODY)
    rig = await Rig.released(tmp_path, settings=settings.model_copy(update={"templates": Templates(path=templates)}))
    await rig.passes(minutes=5)
    assert ["NHẮC LẦN 1" in d.text for d in await rig.deliveries() if d.kind is MessageKind.REMINDER] == [True, True]
    await rig.close()


async def test_an_event_that_cannot_even_be_set_aside_keeps_no_other_from_being_heard(tmp_path: Path) -> None:
    async def stumbling(*_: object) -> None:
        raise ArithmeticError

    rig = await Rig.released(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Hearing, "keep_unheard", stumbling)
        unreadable = RawEvent("telegram", "0", "{}[]")
        await rig.hears([unreadable, rig.written("lang-son/huyen-cao-loc", "đã nhận")])
    view = await rig.desk.board.dispatch(rig.dispatch.id)
    assert [row.body.id for row in view.bodies if not row.silent] == ["lang-son/huyen-cao-loc"]
    assert "event.failed" in [entry.action for entry in await rig.desk.board.audit()]
    await rig.close()
