"""Web pages give the lines that a reader of the page would see."""

from __future__ import annotations

import pytest

from alertd.reading.extract import Extracted, Unreadable, extract
from alertd.reading.limits import Limits
from tests.reading.extract.texts import in_tcvn3


def read(page: str | bytes) -> Extracted:
    return extract(page.encode() if isinstance(page, str) else page, "trang.html", Limits())


def text(page: str | bytes) -> list[str]:
    """The lines without the blank ones."""
    return [line for line in read(page).lines if line]


def test_blocks_are_lines_with_an_empty_line_between() -> None:
    assert read("<h1>CÔNG ĐIỆN</h1><p>Hồi 4 giờ,\n bão <b>số</b> 3</p><div>Yêu cầu:</div>").lines == (
        "CÔNG ĐIỆN", "", "Hồi 4 giờ, bão số 3", "", "Yêu cầu:", "",
    )  # fmt: skip


def test_a_break_ends_a_line_and_no_block() -> None:
    assert read("<p>ỦY BAN<br>NHÂN DÂN<br/>TỈNH</p><p>x</p>").lines == ("ỦY BAN", "NHÂN DÂN", "TỈNH", "", "x", "")


def test_a_letterhead_gives_the_left_cell_then_the_right_cell() -> None:
    page = "<table><tr><td><p>ỦY BAN</p><p>Số: 1</p></td><td>CỘNG HÒA<br>Độc lập</td></tr></table>"
    assert text(page) == ["ỦY BAN", "Số: 1", "CỘNG HÒA", "Độc lập"]


def test_code_menus_and_heads_are_no_text() -> None:
    page = """<html><head><title>Cổng</title><style>p{}</style></head><body><nav><a>Trang chủ</a></nav>
    <script>document.write("<p>mã</p>")</script><template><p>mẫu</p></template><!-- chú --><noscript>Bật JS</noscript>
    <p>Công điện</p></body>"""
    assert text(page) == ["Công điện"]


def test_hidden_text_is_left_out_and_said() -> None:
    extracted = read('<div style="color:red; display: none">ẩn<p>ẩn nữa</p></div><p hidden>ẩn</p><p>hiện</p>')
    assert extracted.lines == ("hiện", "")
    assert [problem.code for problem in extracted.problems] == ["hidden_text"]


def test_numbers_that_the_browser_writes_are_written() -> None:
    page = "<ol start=3><li>ba<li value=7>bảy<ol type=a><li>một<li>hai</ol></ol><ol type=I><li>La Mã</ol><ul><li>gạch</ul>"
    assert text(page) == ["3. ba", "7. bảy", "a. một", "b. hai", "I. La Mã", "- gạch"]


def test_entities_are_letters_and_no_break_spaces_stay() -> None:
    assert text("<p>C&#244;ng &#273;i&#x1EC7;n&nbsp;s&#7889; 3 &amp; 4 &lt;5&gt;</p>") == ["Công điện\u00a0số 3 & 4 <5>"]


def test_preformatted_lines_stay_lines() -> None:
    assert text("<pre>Số: 1\n  Yêu cầu\n\nBáo cáo</pre>") == ["Số: 1", "Yêu cầu", "Báo cáo"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_the_encoding_is_found_whatever_the_page_says_of_itself(codec: str) -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Công điện hỏa tốc</p></body></html>'
    assert text(page.encode(codec)) == ["Công điện hỏa tốc"]


def test_a_declaration_decides_where_the_letters_leave_it_open() -> None:
    page = '<meta charset="iso-8859-1"><p>xã &#273;&#7843;o</p>'
    assert text(page.encode("latin-1")) == ["xã đảo"]


def test_a_page_in_a_legacy_font_is_converted() -> None:
    assert text("<p>" + in_tcvn3("Rà soát, sơ tán ngay các hộ ở vùng trũng thấp") + "</p>") == [
        "Rà soát, sơ tán ngay các hộ ở vùng trũng thấp"
    ]


@pytest.mark.parametrize(
    "page", ["<p>một<p>hai", "<div><b>một</div>hai</b>", "</td></p>một<table>hai", "<p>một<<p>hai</p", "<ul>một</ol></ul><li>hai"]
)
def test_malformed_pages_lose_no_word(page: str) -> None:
    words = " ".join(text(page))
    assert "một" in words
    assert "hai" in words


def test_nesting_of_any_depth_is_read() -> None:
    assert text("<div>" * 50_000 + "đáy" + "</div>" * 50_000) == ["đáy"]


def test_entities_that_a_page_defines_are_not_expanded() -> None:
    page = '<!DOCTYPE html [<!ENTITY a "hahaha"><!ENTITY b SYSTEM "file:///etc/hostname">]><p>x &a; &b; y</p>'
    assert "x &a; &b; y" in text(page)


@pytest.mark.parametrize("page", ["<html></html>", "<p>", "<script>x</script>", "<title>chỉ có tên</title>"])
def test_a_page_that_shows_nothing_is_empty(page: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(page)
    assert refusal.value.code == "empty"


def test_the_rows_of_a_numbered_table_are_lines() -> None:
    heading = "<tr><th>TT</th><th>Nội dung</th><th>Đơn vị</th></tr>"
    page = f"<p>trước</p><table>{heading}<tr><td>1<td><p>Sơ tán</p><p>dân</p><td>Sở Y tế</tr><tr><td>2<td><td>Sở X</table><p>sau"
    assert text(page) == ["trước", "TT | Nội dung | Đơn vị", "1 | Sơ tán dân | Sở Y tế", "2 | | Sở X", "sau"]


def test_the_number_of_an_item_stands_before_its_words_whatever_block_they_are_in() -> None:
    page = "<ol><li><p>Sở Y tế trực.</p></li><li>\n<div><p>Công an trực.</p><p>Chốt chặn.</p></div></li><li></li></ol>"
    page += "<ul><li><p>Các xã</p></ul>"
    assert text(page) == ["1. Sở Y tế trực.", "2. Công an trực.", "Chốt chặn.", "- Các xã"]


def test_a_list_of_nothing_but_links_is_the_sites_menu() -> None:
    links = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Trang chủ", "Tin tức", "Liên hệ"))
    body = f"<ul>{links}<li>Chuyên mục<ul>{links}</ul></li></ul><ul>{links}</ul><p>Công điện</p>"
    assert text(body) == ["- Trang chủ", "- Tin tức", "- Liên hệ", "- Chuyên mục", "Công điện"]


def test_a_list_stays_whose_links_are_sentences_or_anchors() -> None:
    orders = "".join(f'<li><a href="/x">{order}</a></li>' for order in ("Sở Y tế trực;", "Công an trực;", "Các xã trực."))
    marked = "".join(f'<li><a name="x">{name}</a></li>' for name in ("Sở Y tế", "Công an tỉnh", "Các xã"))
    assert len(text(f"<ul>{orders}</ul><ul>{marked}</ul>")) == 6


@pytest.mark.parametrize(
    ("page", "codes"), [("<html><body><p>Sở Y tế trực", ["cut_off"]), ("<html><body><p>Sở Y tế</body>", []), ("<p>Sở Y tế", [])]
)
def test_a_page_that_does_not_end_is_told_of(page: str, codes: list[str]) -> None:
    assert [problem.code for problem in extract(page.encode(), "a.html", Limits()).problems] == codes


def test_figures_of_a_list_within_another_are_its_parts() -> None:
    page = "<ol><li>Sở Y tế:<ol type=a><ol><li>Cấp thuốc<li>Trực ban</ol></ol><li>Sở Xây dựng:<ol type=a><li>Kiểm tra cầu</ol></ol>"
    assert text(page) == ["1. Sở Y tế:", "1.1. Cấp thuốc", "1.2. Trực ban", "2. Sở Xây dựng:", "a. Kiểm tra cầu"]
