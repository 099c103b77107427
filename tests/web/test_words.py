"""What officers read: times, numbers, messages and the audit trail in their own words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from urllib.parse import urlencode

import pytest

from alertd.model.documents import DocumentState
from alertd.model.notices import DeliveryState, DispatchState
from alertd.model.replies import Meaning
from alertd.web import times, trail
from alertd.web.pages.audit import AT_ONCE
from alertd.web.rendering import plain, telephone
from tests.house.tree import modules
from tests.web import order
from tests.web.duty import Duty, Officer


def test_a_moment_is_written_as_it_is_in_vietnam() -> None:
    assert times.moment(datetime(2023, 7, 17, 9, 37, tzinfo=UTC)) == "16:37 · 17/7/2023"
    assert times.moment(datetime(2023, 7, 17, 17, 5, tzinfo=UTC)) == "00:05 · 18/7/2023"


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=9), "9 giây"),
        (timedelta(minutes=4, seconds=9), "4 phút 09 giây"),
        (timedelta(hours=2, minutes=5), "2 giờ 05 phút"),
        (timedelta(days=3, hours=1), "3 ngày 01 giờ"),
        (timedelta(seconds=-5), "0 giây"),
    ],
)
def test_a_span_of_time_is_written_in_its_two_largest_units(length: timedelta, words: str) -> None:
    assert times.span(length) == words


def test_a_message_is_shown_without_its_markup() -> None:
    assert plain("<b>HỎA TỐC</b> A &amp; B <code>CL01</code>") == "HỎA TỐC A & B CL01"
    assert plain("mực nước < 5 m") == "mực nước < 5 m"


def test_a_number_is_written_as_it_is_dialled_and_anything_else_as_it_stands() -> None:
    assert telephone("+84912345678") == "0912 345 678"
    assert telephone("tổng đài") == "tổng đài"


async def test_the_whole_audit_trail_can_be_read_page_by_page(duty: Duty, officer: Officer) -> None:
    async with duty.desk.store.transaction() as tx:
        for number in range(2 * AT_ONCE):
            await tx.audit.add(order.NOW, "truc", "document.read", f"document/{number % 2}", {"number": f"{number}/CĐ"})
        last = await tx.audit.last_id()
    read: list[int] = []
    page, path = "", "/audit"
    while path:
        page = await officer.opens(path)
        read += [int(number) for number in re.findall(r'id="entry-(\d+)"', page)]
        further = re.search(r'href="([^"]+)">Xem các việc trước đó', page)
        path = unescape(further[1]) if further else ""
    assert read == list(range(last, 0, -1))
    assert "về mới nhất" in page
    people = await officer.opens("/audit?by=people")
    assert "đọc văn bản" in people
    assert f"/audit?{urlencode({'by': 'people', 'before': last - AT_ONCE + 1})}" in unescape(people)
    only = await officer.opens(f"/audit?subject=document/1&before={last}")
    assert set(re.findall(r"audit\?subject=document/(\d)", only)) == {"1"}
    assert await officer.opens("/audit?before=abc") == await officer.opens("/audit")


async def test_the_audit_trail_is_told_in_words(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    await duty.carry(DeliveryState.SENT)
    await duty.desk.answers.record(dispatch.id, order.CAO_LOC, Meaning.ACKNOWLEDGED, "rõ", "truc")
    for _ in range(6):
        duty.clock.forward(minutes=6)
        await duty.desk.followups.step()
    await duty.desk.release.withdraw(dispatch.document, "bão tan", "truc")
    entries = await duty.desk.board.audit(500)
    assert [entry.action for entry in entries if trail.action(entry.action) == entry.action] == []
    kinds = {entry.subject.partition("/")[0] for entry in entries}
    assert kinds <= set(trail.SUBJECT)
    page = await officer.opens("/audit")
    assert "nghĩa là: đã nhận" in page
    assert "lý do: bão tan" in page


def test_details_are_told_in_words_and_what_somebody_wrote_as_it_was_written() -> None:
    changes = [
        {"proposal": "0/son-khe/so-y-te", "is_dropped": True},
        {"body": "son-khe/so-y-te", "role": "support", "actions": ["trực", "báo"]},
    ]
    detail = {"scopes": ["read", "release"], "meaning": "done", "words": "done", "changes": changes, "note": ""}
    assert list(trail.details(detail, str)) == [
        "quyền: xem; duyệt phát",
        "nghĩa là: đã xong",
        "nguyên văn: done",
        "thay đổi: nhiệm vụ: 0/son-khe/so-y-te, bỏ ra: có; đơn vị: son-khe/so-y-te, vai trò: phối hợp, nội dung giao: trực; báo",
    ]


def entered() -> Iterator[tuple[str, str]]:
    """Action and subject of every entry that the program ever makes in the trail, as far as they stand in its text."""
    for module in modules("alertd"):
        for call in ast.walk(module.tree):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("audit.add"):
                _, _, action, subject, _ = call.args
                yield beginning(action), beginning(subject)


def named() -> set[str]:
    """Whatever else in the workflow has the form of an action, as where its name is handed on before it is entered."""
    action = re.compile(rf"(?:{'|'.join({known.partition('.')[0] for known in trail.ACTION})})\.[a-z_]+")
    trees = [module.tree for module in modules("alertd") if module.name.startswith("alertd/workflow/")]
    texts = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {text for text in texts if action.fullmatch(text)}


def beginning(written: ast.expr) -> str:
    """The text, up to whatever is only put in when the program runs."""
    first = written.values[0] if isinstance(written, ast.JoinedStr) else written
    return str(first.value) if isinstance(first, ast.Constant) else ""


def test_whatever_is_entered_in_the_trail_has_a_word() -> None:
    found = list(entered())
    assert len(found) > 40
    states = {f"{kind}.{state}" for kind, of in (("document", DocumentState), ("dispatch", DispatchState)) for state in of}
    wordless = ({action for action, _ in found if action and not action.endswith(".")} | named()) - set(trail.ACTION)
    assert wordless == set()
    never = {"dispatch.open"}
    assert states - never <= {*trail.ACTION, "document.read"}
    assert {subject.partition("/")[0] for _, subject in found} - {""} <= set(trail.SUBJECT)
