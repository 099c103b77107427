"""Every kind of message says what it must on every channel, within that channel's limits, marked in a drill."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from alertd.config import load_settings
from alertd.errors import SetupError
from alertd.messages.content import Content, Task
from alertd.messages.rendering import Renderer
from alertd.messages.templates import Templates
from alertd.model.notices import MessageKind
from alertd.model.sms import sms_units
from alertd.ports import Traits

TELEGRAM = Traits("telegram", "Telegram", 4096, True, False, True, True)
BOTH = dict.fromkeys(("sms", "telegram"), tuple(MessageKind))
SMS = Traits("sms", "SMS", 1600, False, True, True, True, has_parts=True)
DEAF_SMS = Traits("sms", "SMS", 1600, False, True, True, False, has_parts=True)
CONTENT = Content(
    document="Công điện 05/CĐ-UBND",
    issuer="Chủ tịch UBND tỉnh",
    body="UBND huyện Văn Quan",
    code="VQ05",
    tasks=(Task(("đưa dân ra khỏi vùng sạt lở <ngay>", "gác các ngầm tràn"), "trước 17 giờ", "báo cáo về Ban Chỉ huy tỉnh"),),
)


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return make(plain=False)


def make(*, plain: bool, max_parts: int = 6) -> Renderer:
    templates = Templates(load_settings().templates.path, BOTH)
    return Renderer(templates, province="tỉnh Lạng Sơn", telephone="0205 3 000 113", plain_sms=plain, max_parts=max_parts)


@pytest.mark.parametrize("kind", MessageKind)
@pytest.mark.parametrize("traits", [TELEGRAM, SMS, DEAF_SMS])
def test_every_kind_renders_for_every_channel(renderer: Renderer, kind: MessageKind, traits: Traits) -> None:
    for content in (Content(), CONTENT):
        rendered = renderer.render(kind, traits, len, content, is_drill=False)
        assert rendered.texts
        assert all(text.strip() for text in rendered.texts)
        assert "None" not in "".join(rendered.texts)


READ = replace(
    CONTENT, contact="Phó Chủ tịch", reason="Chủ tịch chưa trả lời.", subject="về bão số 3", issued_on="3/9/2024", urgency="KHẨN"
)


@pytest.mark.parametrize("traits", [TELEGRAM, SMS])
@pytest.mark.parametrize(
    "content",
    [replace(READ, issuer=""), replace(READ, subject=""), replace(READ, issued_on=""), replace(READ, urgency="")],
    ids=["issuer", "subject", "day", "urgency"],
)
def test_what_could_not_be_read_of_a_document_leaves_no_hole_in_its_order(renderer: Renderer, content: Content, traits: Traits) -> None:
    for kind in (MessageKind.NEW_DIRECTIVES, MessageKind.COPY, MessageKind.ESCALATION, MessageKind.NEW_DOCUMENT):
        (text,) = renderer.render(kind, traits, len, content, is_drill=False).texts
        assert not re.search(r" của\s*[:.]|^\s*[:.·]|  ", text, re.MULTILINE), text


@pytest.mark.parametrize("kind", MessageKind)
@pytest.mark.parametrize("traits", [TELEGRAM, SMS])
def test_every_message_of_a_drill_begins_and_ends_with_the_mark(renderer: Renderer, kind: MessageKind, traits: Traits) -> None:
    rendered = renderer.render(kind, traits, len, CONTENT, is_drill=True)
    assert all(text.startswith("DIỄN TẬP\n") and text.endswith("\nDIỄN TẬP") for text in rendered.texts)


def test_an_order_names_issuer_body_tasks_deadline_report_code_and_how_to_answer(renderer: Renderer) -> None:
    for traits in (TELEGRAM, SMS):
        text = "".join(renderer.render(MessageKind.NEW_DIRECTIVES, traits, len, CONTENT, is_drill=False).texts)
        for part in (
            "05/CĐ-UBND",
            "Chủ tịch UBND tỉnh",
            "Văn Quan",
            "gác các ngầm tràn",
            "trước 17 giờ",
            "báo cáo về",
            "1 VQ05",
            "0205 3 000 113",
        ):
            assert part in text


def test_what_a_document_says_cannot_become_markup(renderer: Renderer) -> None:
    telegram = renderer.render(MessageKind.NEW_DIRECTIVES, TELEGRAM, len, CONTENT, is_drill=False)
    assert telegram.is_html
    assert "&lt;ngay&gt;" in telegram.texts[0]
    assert "<ngay>" in renderer.render(MessageKind.NEW_DIRECTIVES, SMS, len, CONTENT, is_drill=False).texts[0]


def test_a_channel_that_cannot_hear_gives_the_duty_telephone_instead(renderer: Renderer) -> None:
    text = "".join(renderer.render(MessageKind.NEW_DIRECTIVES, DEAF_SMS, len, CONTENT, is_drill=False).texts)
    assert "Trả lời:" not in text
    assert "Gọi trực ban 0205 3 000 113" in text


def test_a_long_order_becomes_several_numbered_messages_and_loses_nothing(renderer: Renderer) -> None:
    clauses = tuple(f"thực hiện nhiệm vụ số {n} theo phương án đã được duyệt" for n in range(60))
    long = Content(document="Công điện 05/CĐ-UBND", issuer="UBND tỉnh", body="UBND huyện", code="AB05", tasks=(Task(clauses),))
    rendered = renderer.render(MessageKind.NEW_DIRECTIVES, SMS, len, long, is_drill=True)
    assert len(rendered.texts) > 1
    assert all(sms_units(text).parts <= 6 and len(text) <= 1600 for text in rendered.texts)
    together = " ".join(" ".join(rendered.texts).split())
    assert all(f"nhiệm vụ số {n} " in together for n in range(60))
    assert f"(1/{len(rendered.texts)})" in rendered.texts[0]


def test_plain_sms_is_written_without_diacritics_and_costs_fewer_parts() -> None:
    plain = make(plain=True).render(MessageKind.NEW_DIRECTIVES, SMS, len, CONTENT, is_drill=False)
    accented = make(plain=False).render(MessageKind.NEW_DIRECTIVES, SMS, len, CONTENT, is_drill=False)
    assert plain.texts[0].isascii()
    assert plain.parts < accented.parts


FIRST, SECOND = CONTENT, replace(CONTENT, body="Xã <Tân> & Đoàn", code="TD05", contact="Chủ tịch")


@pytest.fixture(scope="module")
def alone() -> Mapping[Content, Renderer]:
    """For each content a renderer that never sees another."""
    return {content: make(plain=False) for content in (FIRST, SECOND, Content())}


@pytest.mark.parametrize("kind", MessageKind)
@pytest.mark.parametrize("traits", [TELEGRAM, SMS])
def test_what_notices_share_is_filled_in_once_and_reads_as_if_each_were_filled_in_alone(
    renderer: Renderer, alone: Mapping[Content, Renderer], kind: MessageKind, traits: Traits
) -> None:
    for content in (FIRST, SECOND, Content(), SECOND):
        by_itself = alone[content].render(kind, traits, len, content, is_drill=False)
        assert renderer.render(kind, traits, len, content, is_drill=False) == by_itself
    text = "".join(renderer.render(kind, traits, len, SECOND, is_drill=False).texts)
    assert "<Tân>" not in text or traits is SMS
    assert FIRST.body not in text


def test_a_template_may_decide_by_body_or_code(tmp_path: Path) -> None:
    shutil.copytree(load_settings().templates.path, tmp_path, dirs_exist_ok=True)
    order = tmp_path / "messages/new_directives/telegram.html.j2"
    order.write_text('{{ body|upper }}{{ " " ~ code if code != "VQ05" }} {{ contact }}', encoding="utf-8")
    templates = Templates(tmp_path, BOTH)
    for body, code, words in (("xã a", "VQ05", "XÃ A B"), ("xã b", "TD05", "XÃ B TD05 B")):
        assert templates.fill(MessageKind.NEW_DIRECTIVES, "telegram", Content(body=body, code=code, contact="B"))[0] == words


def test_a_template_with_an_unknown_variable_is_reported_with_file_and_line(tmp_path: Path) -> None:
    good = load_settings().templates.path / "messages"
    for path in good.rglob("*.j2"):
        target = tmp_path / "messages" / path.relative_to(good)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "messages/reminder/sms.txt.j2").write_text("xin chào\n{{ so_dien }}\n", encoding="utf-8")
    (tmp_path / "messages/copy/sms.txt.j2").write_text("{% if %}\n", encoding="utf-8")
    (tmp_path / "messages/summons/sms.txt.j2").unlink()
    with pytest.raises(SetupError) as caught:
        Templates(tmp_path, BOTH)
    assert [problem.partition("messages/")[2].partition(": ")[0] for problem in caught.value.problems] == [
        "copy/sms.txt.j2:1",
        "reminder/sms.txt.j2:2",
        "summons/sms.txt.j2",
    ]
