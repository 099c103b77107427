"""Tests of `alertd read`: what it prints and how it ends."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from alertd.cli.read import register
from alertd.drill.exercise import DOCUMENT
from alertd.reading.rules import RULES
from alertd.workflow.labels import RULE
from tests.reading.papers import DOCUMENTS

APP = typer.Typer()
APP.callback()(lambda: None)
register(APP)
CONFIG = str(Path(__file__).parents[2] / "config.toml")


def run(*arguments: str) -> Result:
    """Run `alertd read …` with the packaged settings."""
    return CliRunner().invoke(APP, ["read", *arguments, "--config", CONFIG])


def paper(name: str) -> str:
    """The path of an invented document."""
    return str(DOCUMENTS / f"{name}.txt")


def as_json(*names: str) -> list[dict[str, Any]]:
    """What `--json` prints for those documents."""
    found: list[dict[str, Any]] = json.loads(run("--json", *map(paper, names)).stdout)
    return found


def test_json_is_one_entry_a_file_in_the_order_asked() -> None:
    first, second = as_json("two-districts", "holiday-traffic-telegram")
    assert (first["file"], second["file"]) == (paper("two-districts"), paper("holiday-traffic-telegram"))
    assert [d["number"] for d in first["documents"]] == ["03/CĐ-UBND"]
    assert len(first["sha256"]) == 64


def test_an_emergency_whose_bodies_are_all_known_ends_with_0() -> None:
    assert run("--json", paper("two-districts")).exit_code == 0


def test_an_emergency_that_leaves_somebody_unresolved_ends_with_1() -> None:
    result = run("--json", paper("province-flood-telegram"))
    assert result.exit_code == 1
    assert any(d["unresolved"] for d in json.loads(result.stdout)[0]["documents"][0]["directives"])


def test_a_refused_file_ends_with_2_and_shows_nothing_of_it(tmp_path: Path) -> None:
    secret = tmp_path / "mat.txt"
    secret.write_text("TUYỆT MẬT\nSố: 1/CĐ-BCH\nNội dung kín", encoding="utf-8")
    result = run("--json", str(secret))
    (shown,) = json.loads(result.stdout)
    assert result.exit_code == 2
    assert (shown["text"], shown["documents"], shown["refused_code"]) == ("", [], "secret")


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_read(tmp_path: Path) -> None:
    (tmp_path / "nhieu.bin").write_bytes(bytes(range(256)) * 64)
    (tmp_path / "lon.txt").write_bytes(b"a" * (50 << 20))
    result = run("--json", str(tmp_path / "nhieu.bin"), str(tmp_path / "lon.txt"), paper("two-districts"))
    noise, large, order = json.loads(result.stdout)
    assert result.exit_code == 2
    assert noise["text"] == large["text"] == ""
    assert "intake.max_bytes" in large["refused"]
    assert len(order["documents"]) == 1


def test_what_cannot_be_opened_is_an_entry_like_every_refused_file(tmp_path: Path) -> None:
    result = run("--json", str(tmp_path / "khong-co.txt"), str(tmp_path), paper("two-districts"))
    missing, folder, order = json.loads(result.stdout)
    assert result.exit_code == 2
    assert [entry["refused"] for entry in (missing, folder)] == ["Không có tệp này.", "Đây là thư mục, không phải tệp."]
    assert [(entry["refused_code"], entry["sha256"], entry["text"]) for entry in (missing, folder)] == [("unreadable", None, "")] * 2
    assert len(order["documents"]) == 1


def test_people_are_told_of_every_file_that_is_not_there() -> None:
    result = run("khong-co-1.txt", "khong-co-2.txt")
    assert result.exit_code == 2
    assert result.stdout.splitlines() == [
        "khong-co-1.txt",
        "  Từ chối: Không có tệp này.",
        "khong-co-2.txt",
        "  Từ chối: Không có tệp này.",
    ]


def test_a_document_may_come_from_standard_input() -> None:
    content = Path(paper("two-districts")).read_bytes()
    result = CliRunner().invoke(APP, ["read", "-", "--json", "--config", CONFIG], input=content)
    (shown,) = json.loads(result.stdout)
    assert (shown["file"], shown["sha256"]) == ("-", hashlib.sha256(content).hexdigest())
    assert [d["number"] for d in shown["documents"]] == ["03/CĐ-UBND"]


def test_people_see_who_must_do_what_by_when() -> None:
    shown = run(paper("two-districts")).stdout
    assert "03/CĐ-UBND, ngày 17/07/2023" in shown
    assert "KHẨN CẤP" in shown
    assert "Chủ tịch UBND huyện Cao Lộc" in shown
    assert "hạn: trước 20 giờ ngày 17/7/2023 (20:00 ngày 17/07/2023)" in shown
    assert "UBND huyện Tràng Định" in shown


def test_why_tells_the_rules_and_the_words() -> None:
    shown = run("--why", paper("two-districts")).stdout.splitlines()
    at = shown.index("    đơn vị 1      │ Chủ tịch UBND huyện Cao Lộc")
    assert shown[at + 1].endswith("vì: đơn vị đứng đầu câu, sau đó là việc phải làm: “Chủ tịch UBND huyện Cao Lộc”")
    assert any(line.endswith("vì: hạn hiểu là 20:00 ngày 17/07/2023") for line in shown)
    assert any(line.endswith("vì: “Chủ tịch UBND huyện Tràng Định” → UBND huyện Tràng Định") for line in shown)
    assert "vì:" not in run(paper("two-districts")).stdout


def test_what_is_no_document_and_what_is_refused_is_said(tmp_path: Path) -> None:
    empty = tmp_path / "rong.txt"
    empty.write_bytes(b"")
    result = run(paper("article-mere-mention"), str(empty))
    assert "Không có văn bản nào trong tệp." in result.stdout
    assert "Từ chối: Tệp không có chữ nào." in result.stdout
    assert result.exit_code == 2


def test_what_belongs_to_no_document_is_shown_as_such() -> None:
    shown = run(paper("bulletin-with-headings")).stdout
    assert shown.count("Không thuộc văn bản nào: ") >= 1


@pytest.mark.parametrize("name", ["province-flood-telegram", "bulletin-with-headings", "national-committee-telegram"])
def test_the_text_of_an_emergency_stands_there_word_for_word_with_every_mark_in_the_margin(name: str) -> None:
    shown = run(paper(name)).stdout
    (file,) = as_json(name)
    document = next(d for d in file["documents"] if d["emergency"])
    lines = [line.partition("│ ") for line in shown.splitlines() if "│ " in line]
    told = "".join("".join(words for _, _, words in lines).split())
    start, end = document["span"]
    assert told == "".join(file["text"][start:end].split())
    margins = {margin.strip() for margin, _, _ in lines}
    for number, directive in enumerate(document["directives"], 1):
        for place in range(1, len(directive["actions"]) + 1):
            assert f"việc {number}.{place}" in margins
        assert directive["deadline"] is None or f"thời hạn {number}" in margins


def test_a_long_list_of_bodies_is_explained_once_and_not_body_by_body() -> None:
    shown = run("--why", paper("province-flood-telegram")).stdout
    assert "→ nhóm “các huyện, thành phố”: 11 đơn vị" in shown


def test_every_rule_of_reading_has_its_words_for_officers() -> None:
    assert {rule.name for rule in RULES} <= set(RULE)


def test_the_sentence_that_closes_a_telegram_leaves_nothing_to_decide() -> None:
    found = run(str(DOCUMENT))
    assert found.exit_code == 0
    assert "nhắc chung mọi đơn vị có nhiệm vụ trong văn bản" in " ".join(found.stdout.split())
