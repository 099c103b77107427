"""Tests that an operator is told everything that is wrong with contacts/, each with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from alertd.directory.loading import check_directory, load_directory
from alertd.errors import SetupError
from tests.directory.folders import BODIES, CONTACTS, GROUPS, REGIONS, TOPICS, WORDING, line_of, write_folder


def the_only_problem(path: Path) -> str:
    problems = check_directory(path)
    assert len(problems) == 1, problems
    return problems[0].removeprefix(f"{path}/")


def test_a_right_directory_has_no_problem_and_loads(tmp_path: Path) -> None:
    directory = load_directory(write_folder(tmp_path))
    assert check_directory(tmp_path) == []
    assert [body.id for body in directory.bodies] == ["suoi-vang/ubnd-tinh", "suoi-vang/so-cau-duong", "suoi-vang/so-ha-tang"]


def test_the_packaged_directory_has_no_problem() -> None:
    assert check_directory(Path(__file__).parents[2] / "contacts") == []


def test_folders_of_other_things_beside_the_provinces_are_left_alone(tmp_path: Path) -> None:
    write_folder(tmp_path)
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "words.toml").write_text("[words]\n", encoding="utf-8")
    assert check_directory(tmp_path) == []


def test_an_empty_folder_is_no_directory(tmp_path: Path) -> None:
    assert the_only_problem(tmp_path) == f"{tmp_path}:1: there is no folder of a province here"


def test_loading_raises_every_problem_at_once(tmp_path: Path) -> None:
    bodies = BODIES.replace('type = "province_committee"', 'type = "kingdom"').replace("2024-12-31", '"2024"')
    with pytest.raises(SetupError) as raised:
        load_directory(write_folder(tmp_path, bodies=bodies, groups=GROUPS.replace('names = ["các sở"]', "names = []")))
    assert len(raised.value.problems) == 3


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('type = "province_committee"', 'typ = "province_committee"', 'id = "suoi-vang/ubnd-tinh"', "type is missing"),
        ('type = "province_committee"', 'type = "kingdom"', 'type = "kingdom"', "type must be one of province_committee"),
        ('aliases = ["Sở Đường sá"]', 'alias = ["Sở Đường sá"]', "alias =", "alias is unknown"),
        ('aliases = ["Sở Đường sá"]', 'aliases = "Sở Đường sá"', "aliases =", "aliases must be a list of texts"),
        ('aliases = ["Sở Đường sá"]', "seat = [106.76, 21.85]", "seat", "seat must be a latitude and a longitude such as [21.85, 106.76]"),
        ('aliases = ["Sở Đường sá"]', 'seat = "21.85, 106.76"', "seat", "seat must be a latitude and a longitude"),
        ("valid_from = 2025-01-01", 'valid_from = "2025"', "valid_from", "valid_from must be a date"),
        ('aliases = ["Sở Đường sá"]', "valid_from = 2026-01-01", "valid_to", "valid_to 2024-12-31 lies before valid_from 2026-01-01"),
        ('aliases = ["Sở Đường sá"]', 'parent = "suoi-vang/nobody"', "parent", "names suoi-vang/nobody, but there is no such body"),
        ('aliases = ["Sở Đường sá"]', 'predecessors = ["suoi-vang/so-ha-tang"]', "predecessors", "comes back to itself"),
        ('id = "suoi-vang/so-ha-tang"', 'id = "suoi-vang/so-cau-duong"', "Sở Hạ tầng", "stands already at"),
        ('id = "suoi-vang/ubnd-tinh"', 'id = "doi-xanh/ubnd-tinh"', "doi-xanh", "must begin with suoi-vang/"),
        ('name = "Sở Hạ tầng"', 'name = "UBND của tỉnh"', "của tỉnh", '"UBND của tỉnh" already means suoi-vang/ubnd-tinh'),
        ("[[body]]", "[[bodyy]]", "[[bodyy]]", "bodyy is unknown; this file holds body"),
        ("[[body]]", "[[body", "[[body", "this is no TOML"),
        ("[[body]]", f"x = {'[' * 100_000}\n[[body]]", "[[body]]", "nested too deep"),
    ],
)
def test_a_fault_in_the_bodies_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: str, words: str) -> None:
    spoiled = BODIES.replace(old, new, 1)
    problems = check_directory(write_folder(tmp_path, bodies=spoiled))
    told = [problem for problem in problems if words in problem]
    assert told, problems
    at = int(told[0].removeprefix(f"{tmp_path}/suoi-vang/bodies.toml:").partition(":")[0])
    assert abs(at - line_of(spoiled, line)) <= 1


def test_a_name_may_pass_to_another_body_when_the_first_has_ended(tmp_path: Path) -> None:
    assert check_directory(write_folder(tmp_path, bodies=BODIES.replace('name = "Sở Hạ tầng"', 'name = "Sở Cầu đường"'))) == []


def test_a_body_without_contact_is_told(tmp_path: Path) -> None:
    told = the_only_problem(write_folder(tmp_path, contacts=CONTACTS.replace('also_for = ["suoi-vang/so-ha-tang"]\n', "")))
    assert (
        told == f"suoi-vang/bodies.toml:{line_of(BODIES, 'so-ha-tang') - 1}: nobody answers for suoi-vang/so-ha-tang: there is no contact"
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("sms:+84900000001", "sms:02053812345", '"02053812345" is not a mobile number: a landline takes no text messages'),
        ("sms:+84900000001", "sms:12", '"12" is no valid telephone number'),
        ("sms:+84900000001", "mail:a@b.vn", "must be channel:value, the channel one of telegram, sms"),
        ("telegram:99000000002", "telegram:99000000001", "stands already at"),
        ('["telegram:99000000002"]', "[]", "has no address"),
        ("so-cau-duong#giam-doc", "so-cau-duong", "id must be an id such as lang-son/huyen-cao-loc#chu-tich"),
        ("order = 1", "order = 0", "order must be a whole number from 1"),
        (
            'also_for = ["suoi-vang/so-ha-tang"]',
            'also_for = ["suoi-vang/so-ha-tang", "suoi-vang/ubnd-tinh"]',
            "order 1 of suoi-vang/ubnd-tinh",
        ),
        ('also_for = ["suoi-vang/so-ha-tang"]', 'also_for = ["suoi-vang/so-ha-tang", "suoi-vang/x"]', "there is no such body"),
        ('sms = "mobile"', 'sms = "mobil"', "sms must be one of chat, mobile, phone, text"),
        ("[test_addresses]\n", "[test_addresses]\nzalo = ['1']\n", "zalo is no channel"),
    ],
)
def test_a_fault_in_the_contacts_is_told(tmp_path: Path, old: str, new: str, words: str) -> None:
    told = the_only_problem(write_folder(tmp_path, contacts=CONTACTS.replace(old, new, 1)))
    assert words in told
    assert told.startswith("suoi-vang/contacts.toml:")


def test_faults_of_groups_topics_and_regions_are_told(tmp_path: Path) -> None:
    area = '\n[[area]]\ngroup = "suoi-vang/cac-so"\nmember = "suoi-vang/ubnd-tinh"\nlooks_after = ["suoi-vang/so-ha-tang"]\n'
    groups = GROUPS.replace('["suoi-vang/so-cau-duong", "suoi-vang/so-ha-tang"]', "[]") + area
    topics = TOPICS.replace('phrases = ["mặt cầu"]', "phrases = []").replace('"suoi-vang/so-ha-tang"]', '"suoi-vang/x"]')
    regions = REGIONS.replace("suoi-vang/ubnd-tinh", "suoi-vang/y")
    problems = "\n".join(check_directory(write_folder(tmp_path, groups=groups, topics=topics, regions=regions)))
    assert "the group suoi-vang/cac-so has no members" in problems
    assert "suoi-vang/ubnd-tinh is no member of suoi-vang/cac-so" in problems
    assert "the topic cau-duong has no phrases" in problems
    assert f"topics.toml:{line_of(topics, 'suoi-vang/x')}: bodies names suoi-vang/x" in problems
    assert "committee names suoi-vang/y" in problems


def test_missing_and_unknown_files_and_tables_are_told(tmp_path: Path) -> None:
    write_folder(tmp_path, contacts=CONTACTS.replace('[channels]\ntelegram = "chat"\nsms = "mobile"\n', ""), wording="")
    (tmp_path / "suoi-vang" / "topics.toml").unlink()
    (tmp_path / "suoi-vang" / "topicss.toml").write_text("", encoding="utf-8")
    problems = [problem.removeprefix(f"{tmp_path}/") for problem in check_directory(tmp_path)]
    assert "suoi-vang/topicss.toml:1: this file is unknown here" in problems
    assert "suoi-vang/topics.toml:1: this file is missing" in problems
    assert "suoi-vang/contacts.toml:1: channels is missing" in problems
    assert "wording.toml:1: wording is missing" in problems


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    write_folder(tmp_path)
    (tmp_path / "wording.toml").write_bytes(b"\xff\xfe\x00")
    assert "wording.toml:1: this file cannot be read as UTF-8 text" in the_only_problem(tmp_path)


def test_a_broken_entry_does_not_make_those_that_name_it_wrong(tmp_path: Path) -> None:
    told = the_only_problem(write_folder(tmp_path, bodies=BODIES.replace('name = "Sở Hạ tầng"', "name = 7")))
    assert "name must be a text" in told


def test_the_line_of_a_bad_wording_is_told(tmp_path: Path) -> None:
    spoiled = WORDING.replace('"UBND" = "Ủy ban nhân dân"', '"UBND" = 3')
    assert the_only_problem(write_folder(tmp_path, wording=spoiled)) == f"wording.toml:{line_of(spoiled, '= 3')}: UBND must be a text"


def test_for_a_body_that_has_ended_its_successors_answer(tmp_path: Path) -> None:
    contacts = CONTACTS.replace('id = "suoi-vang/so-cau-duong#giam-doc"', 'id = "suoi-vang/so-ha-tang#giam-doc"').replace(
        'also_for = ["suoi-vang/so-ha-tang"]\n', ""
    )
    assert check_directory(write_folder(tmp_path, contacts=contacts)) == []
