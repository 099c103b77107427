"""`alertd drill --headless` as a newcomer runs it: everything happens on this machine, and its exit status says how it ended."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Alertd

DOCUMENTS = Path(__file__).parents[1] / "documents"
ALERTD = (sys.executable, "-c", "from alertd.cli import main; main()")
QUICK = {
    "ALERTD_DRILL__HEADLESS_SPEED": "600",
    "ALERTD_FOLLOWUPS__LADDERS__HOA_TOC": '[{after = "5m", does = "remind"}, {after = "10m", does = "tell_officer"}]',
}


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def drilled(folder: Path, *words: str | Path, **environ: str) -> tuple[int | None, str, str]:
    """Status, output and errors of `alertd drill --headless`."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *ALERTD, "drill", "--headless", *words, cwd=folder, env={**os.environ, "COLUMNS": "200", **environ}, stdout=pipe, stderr=pipe
    )
    out, err = await process.communicate()
    return process.returncode, out.decode(), err.decode()


async def test_it_ends_well_when_every_body_is_accounted_for_and_leaves_nothing_behind(tmp_path: Path) -> None:
    status, out, err = await drilled(tmp_path, "--document", DOCUMENTS / "two-districts.txt", **QUICK)
    assert (status, err) == (0, "")
    assert "DIỄN TẬP · 03/CĐ-UBND" in out
    assert "2 đơn vị · 2 đã nhận" in out
    assert "Đang triển khai" in out
    assert files_in(tmp_path) == []


def test_a_document_without_orders_needs_a_person(alertd: Alertd) -> None:
    document = DOCUMENTS / "article-mere-mention.txt"
    ended = alertd("drill", "--headless", "--document", document)
    assert (ended.status, ended.err) == (1, f"{document}: không có chỉ đạo khẩn cấp nào để phát\n")


async def test_an_order_for_other_provinces_alone_needs_a_person_and_keeps_no_other_waiting(tmp_path: Path) -> None:
    ours = (DOCUMENTS / "two-districts.txt").read_text(encoding="utf-8")
    theirs = ours.replace("03/CĐ-UBND", "04/CĐ-UBND").replace("huyện Cao Lộc", "tỉnh Cà Mau").replace("huyện Tràng Định", "tỉnh An Giang")
    both = tmp_path / "both.txt"
    both.write_text(f"{theirs}\n\n{ours}", encoding="utf-8")
    status, out, err = await drilled(tmp_path, "--document", both, **QUICK)
    assert "DIỄN TẬP · 03/CĐ-UBND" in out
    assert (status, err.count("\n")) == (1, 1)
    assert err.startswith("04/CĐ-UBND · ")
    assert "không giao việc cho đơn vị nào của tỉnh nên không phát" in err


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\n"])
def test_a_file_that_cannot_be_read_is_refused(alertd: Alertd, tmp_path: Path, content: bytes) -> None:
    document = tmp_path / "document.txt"
    document.write_bytes(content)
    ended = alertd("drill", "--headless", "--document", document)
    assert (ended.status, ended.out) == (2, "")
    assert "Traceback" not in ended.err


def test_a_file_that_is_not_there_is_refused(alertd: Alertd) -> None:
    ended = alertd("drill", "--headless", "--document", "missing.txt")
    assert (ended.status, ended.out, ended.err) == (2, "", "no_file: missing.txt: không có tệp này\n")
