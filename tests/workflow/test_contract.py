"""Tests of the JSON that other programs rely on."""

from __future__ import annotations

import json
from datetime import date

from alertd.model.bodies import Resolution, ResolvedBody, Role
from alertd.model.documents import Directive
from alertd.workflow.arrival.contract import document_as_json, file_as_json
from tests.reading.papers import only, read_paper


def placed(directive: Directive) -> Resolution:
    """A resolution that gives every clause to one body and leaves one name open."""
    body = ResolvedBody("son-khe/so-y-te", "Sở Y tế", Role.LEAD, "tên đầy đủ")
    return Resolution((body,), tuple((body.id,) for _ in directive.actions), ("Sở X",), ("Sở Y",))


def test_a_document_has_every_field_of_the_contract() -> None:
    document = only(read_paper("province-flood-telegram"))
    shown = document_as_json(document, [placed(d) for d in document.directives])
    assert (shown["kind"], shown["number"], shown["urgency"], shown["secrecy"]) == ("cong_dien", "07/CĐ-UBND", "hoa_toc", None)
    assert date.fromisoformat(shown["issued_on"]) == date(2024, 9, 8)
    assert (shown["emergency"], shown["internal"], shown["hazards"]) == (True, False, ["storm", "flood", "landslide"])
    assert shown["span"] == [document.span.start, document.span.end]
    assert all(len(span) == 2 for span in shown["context"])


def test_a_directive_tells_who_gets_which_clause_by_when() -> None:
    document = only(read_paper("province-flood-telegram"))
    shown = document_as_json(document, [placed(d) for d in document.directives])["directives"][0]
    assert {k: shown["deadline"][k] for k in ("text", "at", "kind", "repeats", "times", "within_s")} == {
        "text": "trước 18 giờ ngày 08/9",
        "at": "2024-09-08T18:00:00+07:00",
        "kind": "absolute",
        "repeats": None,
        "times": [],
        "within_s": None,
    }
    assert shown["report"]["to"] == "Văn phòng thường trực Ban Chỉ huy PCTT&TKCN tỉnh"
    assert shown["bodies"] == [{"id": "son-khe/so-y-te", "name": "Sở Y tế", "role": "lead", "reason": "tên đầy đủ"}]
    assert (shown["unresolved"], shown["suggestions"]) == (["Sở X"], ["Sở Y"])
    assert all(action["bodies"] == ["son-khe/so-y-te"] for action in shown["actions"])
    assert all(document.span.start <= a["span"][0] < a["span"][1] <= document.span.end for a in shown["actions"])


def test_a_document_tells_what_it_does_with_those_it_cites() -> None:
    document = only(read_paper("province-flood-telegram"))
    (relation,) = document_as_json(document, [placed(d) for d in document.directives])["relations"]
    assert (relation["number"], relation["relation"]) == ("88/CĐ-TTg", "carries_out")
    assert document.span.start <= relation["span"][0] < relation["span"][1] <= document.span.end


def test_a_file_is_one_value_that_json_can_carry() -> None:
    reading = read_paper("bulletin-with-headings")
    resolutions = [[placed(d) for d in document.directives] for document in reading.documents]
    shown = file_as_json("tuan.txt", "00", reading, resolutions)
    assert json.loads(json.dumps(shown, ensure_ascii=False)) == shown
    assert (shown["file"], shown["sha256"], shown["refused"], shown["refused_code"]) == ("tuan.txt", "00", None, None)
    assert [d["number"] for d in shown["documents"]] == ["03/CĐ-UBND", "45/KH-UBND", "512/QĐ-UBND"]
    assert shown["outside"][0][0] == 0
