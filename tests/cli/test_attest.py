"""`alertd contacts attest` keeps an administrator's word, and refuses a list with a stranger in it as a whole."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Alertd

NUMBER = "+84900000003"


def test_contacts_and_numbers_of_a_list_are_attested_in_whatever_spelling(tmp_path: Path, alertd: Alertd) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("# the list of 3 July\n\nsms:+84900000003\n99000000003\n", encoding="utf-8")
    assert alertd("contacts", "attest", listed, "--by", "Nông Văn An").out == "2 addresses attested by Nông Văn An\n"
    assert alertd("contacts", "attest", listed, "--by", "Hoàng Thị Bé").status == 0


def test_a_stranger_in_the_list_refuses_it_as_a_whole(tmp_path: Path, alertd: Alertd) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text(f"{NUMBER}\n0912345678\nnobody\n", encoding="utf-8")
    ended = alertd("contacts", "attest", listed, "--by", "An")
    assert ended.status == 2
    assert [line.partition(": ")[0] for line in ended.err.splitlines() if "no contact" in line] == [f"{listed}:2", f"{listed}:3"]


def test_all_attests_every_address(alertd: Alertd) -> None:
    told = alertd("contacts", "attest", "--all", "--by", "An", "--json").json
    assert len(told) > 100
    assert {each["channel"] for each in told} == {"telegram", "sms"}


def test_a_list_and_all_exclude_each_other(tmp_path: Path, alertd: Alertd) -> None:
    assert alertd("contacts", "attest", "--by", "An").status == 2
