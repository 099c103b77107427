"""What is no telegram, too much, or two at once gets a clear answer."""

from __future__ import annotations

import pytest

from alertd.reading.limits import Limits
from alertd.reading.reader import read_file
from tests.reading.accounts import check_accounts
from tests.reading.extract.pdf_files import assembled
from tests.reading.papers import DOCUMENTS, TODAY

ORDER = (DOCUMENTS / "two-districts.txt").read_text(encoding="utf-8")
ENGLISH = """MEMORANDUM No. 12/2024
To: The directors of all departments
1. Evacuate the low-lying villages before 17:00 on 12 September.
2. Report to the duty office twice a day."""
CHINESE = "关于做好防汛工作的紧急通知\n1. 各县(市)人民政府立即转移危险区域群众。\n2. 17时前报告。"


def many_pages(count: int) -> bytes:
    """One page that the list of pages names again and again."""
    kids = b"3 0 R " * count
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count), page])


@pytest.mark.parametrize(
    ("content", "name", "limit"),
    [
        (many_pages(5_000), "a.pdf", "intake.max_pages"),
        (("Trời mưa như trút nước xuống bản làng. " * 500_000).encode(), "truyện.txt", "intake.max_characters"),
        (b"<p>" + "Trời mưa. ".encode() * 2_000_000, "truyện.html", "intake.max_characters"),
        (b"a" * (50 << 20), "a.txt", "intake.max_bytes"),
    ],
    ids=["5,000 pages", "a novel", "a novel as a page", "50 MB"],
)
def test_what_is_too_much_is_refused_by_the_name_of_its_limit(content: bytes, name: str, limit: str) -> None:
    found = read_file(content, name, Limits(), TODAY)
    assert found.refused_code == "too_large"
    assert limit in (found.refused or "")


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["English", "Chinese"])
def test_a_text_in_another_language_holds_no_document_and_is_shown(text: str) -> None:
    found = read_file(text.encode(), "a.txt", Limits(), TODAY)
    check_accounts(found)
    assert found.refused is None
    assert not any(document.is_emergency for document in found.documents)


def test_telegrams_of_one_number_and_two_years_are_two() -> None:
    earlier, later = ORDER, ORDER.replace("2023", "2024")
    found = read_file(f"{earlier}\n\n{later}".encode(), "a.txt", Limits(), TODAY)
    assert len(found.documents) == 2
    (first, second) = found.documents
    assert first.number == second.number
    assert first.issued_on != second.issued_on
