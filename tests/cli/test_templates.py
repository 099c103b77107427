"""`alertd templates`: an operator's edit is tried before a storm does it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from alertd.model.notices import MessageKind
from tests.cli.conftest import Alertd

PACKAGED = Path(__file__).parents[2] / "templates"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The operator's own copy of the templates, in the working folder, where it goes before the packaged one."""
    shutil.copytree(PACKAGED, tmp_path / "templates")
    return tmp_path / "templates" / "messages"


def test_the_packaged_templates_are_sound(alertd: Alertd) -> None:
    ended = alertd("templates", "check")
    assert (ended.status, ended.out) == (0, f"{2 * len(MessageKind)} templates, no problem\n")


def test_a_preview_shows_the_words_and_what_they_cost(alertd: Alertd) -> None:
    ended = alertd("templates", "preview", "receipt")
    assert ended.status == 0
    assert "receipt · telegram · 1 message(s), 1 part(s)" in ended.out
    assert "receipt · sms · 1 message(s), 2 part(s)" in ended.out
    assert "HUY TD05" in ended.out


def test_a_preview_without_a_kind_shows_them_all(alertd: Alertd) -> None:
    shown = alertd("templates", "preview").out
    assert [kind for kind in MessageKind if f"{kind} · telegram" not in shown or f"{kind} · sms" not in shown] == []


def test_an_edit_is_what_people_will_read(alertd: Alertd, own: Path) -> None:
    (own / "enrolled" / "sms.txt.j2").write_text("Xin chào {{ contact }}!\n", encoding="utf-8")
    assert "Xin chào Chủ tịch UBND huyện!" in alertd("templates", "preview", "enrolled").out


def test_every_mistake_of_every_template_is_named_at_once(alertd: Alertd, own: Path) -> None:
    (own / "receipt" / "sms.txt.j2").write_text("{{ bodi }}\n", encoding="utf-8")
    (own / "copy" / "telegram.html.j2").write_text("dòng một\n{% if %}\n", encoding="utf-8")
    (own / "reminder" / "telegram.html.j2").unlink()
    ended = alertd("templates", "check")
    assert (ended.status, ended.out) == (2, "")
    assert "Traceback" not in ended.err
    for place in ("receipt/sms.txt.j2", "copy/telegram.html.j2:2", "reminder/telegram."):
        assert place in ended.err


def test_what_a_template_would_stumble_over_in_a_storm_is_named_before(alertd: Alertd, own: Path) -> None:
    (own / "correction" / "sms.txt.j2").write_text("{% if reason %}\n{{ reason|tirm }}\n{% endif %}\n", encoding="utf-8")
    ended = alertd("templates", "check")
    assert (ended.status, ended.out) == (2, "")
    assert "correction/sms.txt.j2:2: No filter named 'tirm'." in ended.err
    (own / "correction" / "sms.txt.j2").write_text("{{ body }}\n{{ tasks[5].report }}\n", encoding="utf-8")
    for command in (("templates", "check"), ("templates", "preview"), ("doctor",)):
        ended = alertd(*command)
        assert (ended.status, ended.out) == (2, "")
        assert "Traceback" not in ended.err
        assert "correction/sms.txt.j2:2: " in ended.err


def test_texts_without_diacritics_fit_the_telephones_own_alphabet(alertd: Alertd, monkeypatch: pytest.MonkeyPatch) -> None:
    accented = parts(alertd("templates", "preview", "new_directives").out)
    monkeypatch.setenv("ALERTD_SMS__TEXT", "plain")
    shown = alertd("templates", "preview", "new_directives").out
    assert parts(shown) < accented
    assert "HOA TOC" in shown


def parts(shown: str) -> int:
    """How many parts the SMS of a preview takes."""
    found = re.search(r"sms · \d+ message\(s\), (\d+) part", shown)
    assert found
    return int(found[1])


def test_a_preview_has_no_holes_and_no_doubled_stops(alertd: Alertd) -> None:
    """An operator who edits a template must see what people will read, not what the example lacks."""
    shown = " ".join(alertd("templates", "preview").out.replace("│", " ").split())
    assert re.findall(r"\S* [,.;)]|\.\.(?!\.)|\( |“”| 0 =", shown) == []
    assert not re.search(r"\. (?:báo cáo|kết quả|tỉnh) ", shown)
