"""Tests of `alertd understand`: what it takes, what it prints and how it ends."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Alertd


def test_each_reply_gets_its_meaning_and_whether_it_stops_the_reminders(alertd: Alertd) -> None:
    ended = alertd("understand", "em nhận được rồi ạ", "xã chưa nhận được gì", "--json")
    assert ended.status == 0
    assert [(said["text"], said["meaning"], said["closes"]) for said in ended.json] == [
        ("em nhận được rồi ạ", "acknowledged", True),
        ("xã chưa nhận được gì", "negative", False),
    ]


def test_every_answer_says_why(alertd: Alertd) -> None:
    (said,) = alertd("understand", "cầu sập rồi anh ơi", "--json").json
    assert set(said) == {"text", "meaning", "reason", "closes", "figures", "times"}
    assert "cầu sập" in said["reason"]


def test_a_file_holds_one_reply_a_line_and_an_empty_line_is_an_empty_reply(alertd: Alertd, tmp_path: Path) -> None:
    file = tmp_path / "replies.txt"
    file.write_text("rõ rồi sếp\n\nbao giờ xả lũ\n", encoding="utf-8")
    assert [said["meaning"] for said in alertd("understand", "--json", "--file", file).json] == ["acknowledged", "ambiguous", "question"]


def test_an_empty_file_holds_no_reply(alertd: Alertd, tmp_path: Path) -> None:
    file = tmp_path / "none.txt"
    file.write_text("", encoding="utf-8")
    assert alertd("understand", "--json", "--file", file).json == []


def test_without_json_a_person_reads_meaning_and_reason(alertd: Alertd) -> None:
    told = alertd("understand", "đang đắp đê bao").out
    assert "đang đắp đê bao" in told
    assert "in_progress · ngừng nhắc · báo đang thực hiện" in told


def test_bytes_that_are_no_text_are_an_unclear_reply(alertd: Alertd) -> None:
    (said,) = alertd("understand", "\udcff\udcfe", "--json").json
    assert (said["text"], said["closes"]) == ("\ufffd\ufffd", False)


def test_replies_may_come_from_standard_input(alertd: Alertd) -> None:
    ended = alertd("understand", "--json", "--file", "-", given="rõ rồi sếp\nbao giờ xả lũ\n")
    assert [said["meaning"] for said in ended.json] == ["acknowledged", "question"]


def test_nothing_to_understand_is_refused(alertd: Alertd) -> None:
    ended = alertd("understand", "--json")
    assert ended.status == 2
    assert "no_reply" in ended.err


def test_a_file_that_cannot_be_read_is_refused_by_name(alertd: Alertd, tmp_path: Path) -> None:
    ended = alertd("understand", "--file", tmp_path / "missing.txt")
    assert ended.status == 2
    assert "missing.txt" in ended.err


def test_a_file_that_is_no_text_is_refused(alertd: Alertd, tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"\xff\xd8\xff\xe0")
    ended = alertd("understand", "--file", file)
    assert ended.status == 2
    assert "UTF-8" in ended.err


def test_the_figures_of_a_reply_are_data(alertd: Alertd) -> None:
    (said,) = alertd("understand", "16h30 đã di dời 20/45 hộ", "--json").json
    assert said["figures"] == [{"what": "hộ", "about": "di dời", "text": "20/45 hộ", "done": 20, "of": 45}]
    assert said["times"] == ["16:30"]
