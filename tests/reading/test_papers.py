"""Tests of whole invented documents: who is told what, from the letterhead to the last line."""

from __future__ import annotations

from alertd.model.documents import DeadlineKind, Relation
from tests.reading.papers import only, read_paper


def told(paper: str) -> list[tuple[str, tuple[str, ...]]]:
    """Section and addressees of each directive of a document."""
    return [(d.section, d.addressees) for d in only(read_paper(paper)).directives]


def test_an_armys_telegram_turns_to_units_by_number_and_at_its_end_to_all() -> None:
    assert told("army-telegram") == [
        ("1", ("các đơn vị",)),
        ("2", ("Tiểu đoàn 21", "Tiểu đoàn 22")),
        ("3", ("Ban CHQS huyện Đồng Vai", "Ban CHQS huyện Khe Sặt")),
        ("", ("các đơn vị",)),
        ("", ("các đơn vị",)),
    ]
    document = only(read_paper("army-telegram"))
    assert document.signatory == "Nguyễn Văn Mẫu"
    assert "Ban CHQS huyện Trường Lâm" in document.addressees_to_act
    last = document.directives[-1].deadline
    assert last is not None
    assert (last.kind, [clock.hour for clock in last.times]) == (DeadlineKind.REPEATING, [6, 17])


def test_an_article_without_a_number_retells_a_telegram_clause_by_clause() -> None:
    document = only(read_paper("article-without-number"))
    assert document.issuer == "Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Khê"
    assert document.addressees_to_act == ("UBND xã Khe Sặt", "UBND xã Đồng Vai", "UBND xã Đoàn Kết", "Sở Y tế", "Công an tỉnh")
    assert {names for _, names in told("article-without-number")} == {
        ("các xã",),
        ("các xã ven sông",),
        ("Sở Y tế",),
        ("Công an tỉnh",),
    }


def test_a_wrapped_telegram_in_two_columns_is_read_as_if_it_were_whole() -> None:
    assert told("forest-fire-telegram") == [
        ("I.1", ("Giám đốc Sở Công Thương",)),
        ("I.2", ("Giám đốc Sở Nông nghiệp và PTNT",)),
        ("II", ("Vườn quốc gia Khe Sặt", "Ban Quản lý rừng Đồng Vai")),
        ("III", ("Hạt Kiểm lâm các huyện",)),
    ]
    document = only(read_paper("forest-fire-telegram"))
    assert (document.number, document.signatory) == ("09/CĐ-CT.UBND", "Nguyễn Văn Mẫu")
    assert [(c.number, c.relation) for c in document.citations] == [("08/CĐ-CT.UBND", Relation.REPLACES)]
