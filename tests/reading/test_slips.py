"""Slips of typing, copying and scanning keep no order from its body; what is quoted stays as it was written."""

from __future__ import annotations

from datetime import date

import pytest

from alertd.model.documents import FileReading, Span
from alertd.reading.reader import read_text
from alertd.reading.slips import without_slips
from alertd.reading.source import normalise

_TELEGRAM = """CÔNG ĐIỆN
Số: 17/CĐ-UBND, ngày 12/9/2024
Chủ tịch Ủy ban nhân dân tỉnh Vân Sơn điện:
- Chủ tịch Ủy ban nhân dân các huyện, thành phố;
- Giám đốc Sở Y tế.
Bão số 4 đang mạnh lên. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Giám đốc Sở Y tế chuẩn bị thuốc cho các trạm ven suối trước 17 giờ ngày 13/9.
2. Chủ tịch Ủy ban nhân dân các huyện, thành phố sơ tán dân khỏi vùng trũng."""


def _read(text: str) -> FileReading:
    return read_text(text.split("\n"), date(2024, 9, 12))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Giám đốc Sở Y tế chuẩn", "Giámđốc SởYtế chuẩn".replace("SởYtế", "Sở Y tế")),
        ("Giám đốc Sở Y tế chuẩn", "Giám đốc S ở Y tế chuẩn"),
        ("Giám đốc Sở Y tế chuẩn", "Giám đ ốc Sở Y t ế chuẩn"),
        ("Giám đốc Sở Y tế chuẩn", "Giám đ\u200bốc Sở\u00ad Y t\u2060ế chuẩn"),
        ("mạnh lên. Chủ tịch", "mạnh lên.Chủ tịch"),
        ("suối trước 17 giờ ngày 13/9.\n2. Chủ", "suối trước 17 giờ ngày 13/9.Chủ"),
        ("các huyện, thành phố sơ", "các huyện , thành phố sơ"),
        ("các huyện, thành phố sơ", "các huyện ,thành phố sơ"),
        ("nhân dân các huyện, thành phố sơ", "nhân dân cáchuyện,thành phố sơ"),
        ("Vân Sơn điện:", "Vân Sơn điện :"),
        ("17/CĐ-UBND, ngày 12/9/2024", "l7/CĐ-UBND, ngày 12/9/2O24"),
    ],
)
def test_names_numbers_and_deadlines_are_read_as_they_were_meant(written: str, typed: str) -> None:
    (meant,) = _read(_TELEGRAM).documents
    assert written in _TELEGRAM
    (read,) = _read(_TELEGRAM.replace(written, typed)).documents
    assert (read.number, read.issued_on, read.addressees_to_act) == (meant.number, meant.issued_on, meant.addressees_to_act)
    assert [each.addressees for each in read.directives] == [each.addressees for each in meant.directives]
    assert [each.deadline and each.deadline.at for each in read.directives] == [
        each.deadline and each.deadline.at for each in meant.directives
    ]


def test_what_is_quoted_stays_as_it_was_written_and_every_character_has_its_place() -> None:
    typed = _TELEGRAM.replace("chuẩn bị thuốc", "chuẩnbị thu\u200bốc").replace("lên. Chủ", "lên.Chủ").replace("huyện,", "huyện ,")
    reading = _read(typed)
    (document,) = reading.documents
    first, second = document.directives
    assert reading.text == normalise(typed.split("\n")).text
    assert "chuẩnbị thu\u200bốc" in first.text
    assert "các huyện , thành phố sơ tán" in second.text
    quoted = [(each.span, each.text) for each in (first, second)] + [(each.span, each.text) for each in (*first.actions, *second.actions)]
    assert [reading.text[span.start : span.end] for span, _ in quoted] == [text for _, text in quoted]
    spans = sorted((*document.context, *(each.span for each in document.directives), *(p.span for p in document.problems if p.span)))
    assert spans[0].start == document.span.start
    assert spans[-1].end == document.span.end
    assert document.span == Span(0, len(reading.text))


@pytest.mark.parametrize(
    "line",
    [
        "Ban Chỉ huy PCTT&TKCN, BCĐPTDS, TP.Hồ Chí Minh, Th.S Lò Văn Mẫu, 63/CĐ-UBND, 12.000 hộ, cấp 10-11.",
        "Gửi về pctt@so-nn.example.gov.vn,www.example.vn; điện thoại 0205.3812345, 2.a), 5l nước, km10, QL1A, 1I, H10.",
        "Tổ đội b ở thôn Đông, điểm c an toàn, nước sâu 5 m ở bờ trái; Krông Pắc, Phi-líp-pin",
        "... ./. (…), v.v., 24/24h, 3g/l, 0,5m, §2; Ô-rô, A, B, C",
    ],
)
def test_abbreviations_numbers_addresses_and_units_stay_as_they_are(line: str) -> None:
    twin, problems = without_slips(normalise([line]))
    assert (twin.source.text, twin.shifts, problems) == (line, (), ())


def test_words_that_cannot_be_parted_are_told_once() -> None:
    reading = _read(_TELEGRAM + "\nLệnh giaoxưởngxéo, lỗvướngxiếc và bẵnggẵng làm ngay.")
    assert [problem.code for problem in reading.problems] == ["glued_words"]


def test_a_degree_of_secrecy_is_seen_through_signs_of_no_width() -> None:
    assert _read(_TELEGRAM.replace("CÔNG ĐIỆN", "M\u200bẬT\nCÔNG ĐIỆN")).refused_code == "secret"
