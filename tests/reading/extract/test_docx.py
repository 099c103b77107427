"""Word documents give the text that Word shows, in the order in which it is read."""

from __future__ import annotations

import io
from collections.abc import Mapping

import docx as python_docx
import pytest

from alertd.reading.extract import Extracted, Unreadable, extract
from alertd.reading.limits import Limits
from tests.reading.extract.docx_files import docx, item, level, numbering, packed, paragraph, part, row, table, words
from tests.reading.extract.texts import in_tcvn3, in_vni


def read(body: str, parts: Mapping[str, str | bytes] | None = None) -> Extracted:
    return extract(docx(body, parts), "công điện.docx", Limits())


def text(body: str, parts: Mapping[str, str | bytes] | None = None) -> list[str]:
    """The lines without the blank ones."""
    return [line for line in read(body, parts).lines if line]


def codes(extracted: Extracted) -> list[str]:
    return [problem.code for problem in extracted.problems]


def test_paragraphs_are_lines_with_an_empty_line_between() -> None:
    extracted = read(paragraph("CÔNG ĐIỆN") + paragraph("") + paragraph("Yêu cầu:"))
    assert extracted == Extracted(("CÔNG ĐIỆN", "", "Yêu cầu:", ""), "docx")


def test_a_document_of_an_ordinary_program_is_read() -> None:
    document = python_docx.Document()
    document.add_heading("CÔNG ĐIỆN")
    document.add_table(1, 2).cell(0, 1).text = "CỘNG HÒA"
    document.add_paragraph("Rà soát", style="List Number")
    document.add_paragraph("Sơ tán", style="List Number")
    content = io.BytesIO()
    document.save(content)
    extracted = extract(content.getvalue(), "x", Limits())
    assert [line for line in extracted.lines if line] == ["CÔNG ĐIỆN", "CỘNG HÒA", "1. Rà soát", "2. Sơ tán"]


def test_a_letterhead_gives_the_left_cell_then_the_right_cell_and_body_order_is_kept() -> None:
    left, right = paragraph("ỦY BAN") + paragraph("Số: 1"), paragraph("CỘNG HÒA") + paragraph("Độc lập")
    assert text(paragraph("trước") + table(row(left, right)) + paragraph("sau")) == [
        "trước", "ỦY BAN", "Số: 1", "CỘNG HÒA", "Độc lập", "sau",
    ]  # fmt: skip


def test_tables_inside_tables_are_read_where_they_stand() -> None:
    inner = table(row(paragraph("b"), paragraph("c")))
    assert text(table(row(paragraph("a") + inner + paragraph("d"), paragraph("e")))) == ["a", "b", "c", "d", "e"]


def test_a_merged_cell_is_read_once_where_it_stands() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("CÔNG ĐIỆN")}</w:tc>'
    tall = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("Sở Y tế")}</w:tc>'
    below = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('')}</w:tc>"
    rows = (
        f"<w:tr>{wide}</w:tr>",
        f"<w:tr>{tall}<w:tc>{paragraph('1. Trực ban.')}</w:tc></w:tr>",
        f"<w:tr>{below}<w:tc>{paragraph('2. Cấp thuốc.')}</w:tc></w:tr>",
    )
    assert text(table(*rows)) == ["CÔNG ĐIỆN", "Sở Y tế", "1. Trực ban.", "2. Cấp thuốc."]


def test_a_cell_that_a_control_wraps_is_read() -> None:
    wrapped = f"<w:sdt><w:sdtContent><w:tc>{paragraph('Số: 1')}</w:tc></w:sdtContent></w:sdt>"
    assert text(table(f"<w:tr>{wrapped}<w:tc>{paragraph('CỘNG HÒA')}</w:tc></w:tr>")) == ["Số: 1", "CỘNG HÒA"]


def test_a_text_box_is_read_once_after_the_paragraph_on_which_it_hangs() -> None:
    box = f"<w:txbxContent>{paragraph('HỎA TỐC')}</w:txbxContent>"
    choice = f"<mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    body = f"<w:p>{words('Số: 1')}<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>{words('/CĐ')}</w:p>"
    assert text(body) == ["Số: 1/CĐ", "HỎA TỐC"]


def test_a_fallback_without_a_choice_is_read() -> None:
    assert text("<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>") == ["x"]


def test_tracked_deletions_are_left_out_and_insertions_kept() -> None:
    deleted = "<w:del><w:r><w:delText>17</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{words('đã chuyển')}</w:moveFrom>"
    body = f"<w:p>{words('trước ')}{deleted}<w:ins>{words('15')}</w:ins>{words(' giờ')}{moved}</w:p>"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('hàng bỏ')}</w:tc></w:tr>"
    assert text(body + table(gone, row(paragraph("hàng giữ")))) == ["trước 15 giờ", "hàng giữ"]


def test_a_deleted_list_item_takes_no_number() -> None:
    mark = '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>'
    deleted = f"<w:p><w:pPr>{mark}</w:pPr><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>"
    assert text(item("một") + deleted + item("hai"), numbering(level(0, "decimal", "%1."))) == ["1. một", "2. hai"]


DELETED_END = "<w:rPr><w:del/></w:rPr>"


def test_a_paragraph_whose_end_was_deleted_while_tracked_is_one_with_the_next() -> None:
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = (
        paragraph("Sở Y tế cấp thuốc ", listed + DELETED_END)
        + paragraph("cho xã Bản Hẻo.", listed)
        + paragraph("Công an xã ", DELETED_END)
        + paragraph("chốt chặn ngầm.", listed)
    )
    assert text(body, numbering(level(0, "decimal", "%1."))) == ["1. Sở Y tế cấp thuốc cho xã Bản Hẻo.", "2. Công an xã chốt chặn ngầm."]


def test_a_paragraph_whose_end_was_deleted_ends_with_its_cell_and_before_a_table() -> None:
    cells = row(paragraph("Sở Y tế", DELETED_END), paragraph("Trực ban", DELETED_END))
    assert text(paragraph("Phân công", DELETED_END) + table(cells)) == ["Phân công", "Sở Y tế", "Trực ban"]


def test_breaks_tabs_and_special_hyphens_are_kept() -> None:
    signs = "<w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e\u00a0f</w:t>"
    assert text(f"<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t>{signs}</w:r></w:p>") == [
        "a\tb", "c\u2011d\u00ade\u00a0f",
    ]  # fmt: skip


def test_a_run_inside_a_run_is_read_once() -> None:
    ruby = f"<w:ruby><w:rt>{words('nhỏ')}</w:rt><w:rubyBase>{words('to')}</w:rubyBase></w:ruby>"
    assert text(f"<w:p><w:r>{ruby}</w:r></w:p>") == ["nhỏto"]


def test_links_fields_and_controls_give_their_text_and_no_code() -> None:
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>" + words("2")
    control = f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{words(' ba')}</w:sdtContent></w:sdt>"
    assert text(f"<w:p><w:hyperlink>{words('một ')}</w:hyperlink>{field}{control}</w:p>") == ["một 2 ba"]


def test_notes_and_embedded_objects_are_left_out_and_said() -> None:
    extracted = read(f"<w:p>{words('Cắt giảm')}<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:object/></w:r></w:p>")
    assert extracted.lines == ("Cắt giảm", "")
    assert codes(extracted) == ["notes_left_out", "embedded_left_out"]


def test_hidden_text_is_left_out_and_said() -> None:
    shown = words(" cả", '<w:vanish w:val="0"/>')
    extracted = read(f"<w:p>{words('hiện')}{words('ẩn', '<w:vanish/>')}{shown}</w:p>")
    assert extracted.lines == ("hiện cả", "")
    assert codes(extracted) == ["hidden_text"]


def test_all_capitals_are_read_as_they_are_shown() -> None:
    assert text(paragraph("Công điện", run="<w:caps/>")) == ["CÔNG ĐIỆN"]


def test_headers_and_footers_are_left_out_but_for_stamps_in_capitals() -> None:
    edge = paragraph("Trang 2") + paragraph("TỐI MẬT") + paragraph("Công báo tỉnh")
    assert text(paragraph("Nội dung"), {"word/header1.xml": part("hdr", edge), "word/footer2.xml": part("ftr", edge)}) == [
        "TỐI MẬT", "Nội dung",
    ]  # fmt: skip


FONT = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'


def test_runs_in_legacy_fonts_are_converted_beside_unicode_runs() -> None:
    body = (
        f"<w:p>{words('Ứng phó ')}{words(in_tcvn3('bão số 3'), FONT.format('.VnTime'))}{words(' tại ')}"
        f"{words(in_vni('Đồng Nai'), FONT.format('VNI-Times'))}{words(in_tcvn3(' khẩn'), FONT.format('.VnTimeH'))}</w:p>"
    )
    extracted = read(body)
    assert extracted.lines == ("Ứng phó bão số 3 tại Đồng Nai KHẨN", "")
    assert codes(extracted) == ["legacy_encoding", "legacy_encoding"]


def test_a_legacy_font_is_inherited_from_styles_but_unicode_text_in_it_is_left_alone() -> None:
    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{FONT.format('Arial')}</w:rPr></w:rPrDefault></w:docDefaults>"
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>{FONT.format(".VnTime")}</w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Body"><w:basedOn w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    body = (
        paragraph(in_tcvn3("một xã"), '<w:pStyle w:val="Body"/>')
        + paragraph("Hà Thành vẫn thế")
        + paragraph("à à", '<w:pStyle w:val="A"/>')
    )
    assert text(body, {"word/styles.xml": part("styles", styles)}) == ["một xã", "Hà Thành vẫn thế", "à à"]


def test_a_vni_letter_that_word_splits_over_two_runs_is_one_letter() -> None:
    font = FONT.format("VNI-Times")
    assert text(f"<w:p>{words('Nga', font)}{words('øy', font)}</w:p>") == ["Ngày"]


def test_macros_are_said_and_the_text_is_read() -> None:
    extracted = read(paragraph("x"), {"word/vbaProject.bin": b"\x00"})
    assert extracted.lines == ("x", "")
    assert codes(extracted) == ["macros"]


def test_the_strict_form_of_the_format_is_read_too() -> None:
    strict = "http://purl.oclc.org/ooxml"
    content = packed(
        {
            "_rels/.rels": f'<R><r Type="{strict}/officeDocument/relationships/officeDocument" Target="/word/main.xml"/></R>',
            "word/main.xml": f'<d xmlns="{strict}/wordprocessingml/main"><body><p><r><t>x</t></r></p></body></d>',
        }
    )
    assert extract(content, "", Limits()).lines == ("x", "")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (docx(""), "empty"),
        (docx("", {"word/media/image1.png": b"\x89PNG"}), "unsupported"),
        (packed({"xl/workbook.xml": "<workbook/>"}), "unsupported"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "unsupported"),
        (packed({"word/document.xml": "<w/>"}), "broken"),
        (packed({"word/document.xml": "<w><body>"}), "broken"),
        (docx(paragraph("x"))[:-100], "broken"),
        (docx(paragraph("x"))[:200], "broken"),
        (docx("<w:p>" * 5_000), "broken"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_kind(content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        extract(content, "a.docx", Limits())
    assert refusal.value.code == code


def test_the_rows_of_a_numbered_table_are_lines() -> None:
    cells = (("STT", "Nội dung", "Đơn vị"), ("1", "Sơ tán dân", "Sở Y tế"))
    rows = [row(*(paragraph(cell) for cell in each)) for each in cells]
    assert text(paragraph("trước") + table(*rows) + paragraph("sau")) == [
        "trước",
        "STT | Nội dung | Đơn vị",
        "1 | Sơ tán dân | Sở Y tế",
        "sau",
    ]


def test_printed_lines_that_a_program_made_paragraphs_of_stand_close_together() -> None:
    printed = [
        "1. Sở Y tế cấp thuốc cho các",
        "trạm ở xã Đồng Vai, xã Bản",
        "lủng và các thôn dọc theo",
        "suối, báo cáo trước buổi",
        "tối nay.",
    ]
    assert read("".join(map(paragraph, printed * 3))).lines == (*printed, *printed, *printed)


def test_paragraphs_stand_apart_though_a_few_begin_with_a_small_letter() -> None:
    orders = ["1. Sở Y tế:", "a) cấp thuốc cho các trạm;", "b) cử người trực.", "2. Công an tỉnh chốt chặn các ngầm.", "3. Các xã trực."]
    assert read("".join(map(paragraph, orders))).lines == tuple(each for order in orders for each in (order, ""))
