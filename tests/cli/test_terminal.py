"""What others wrote commands neither the printer nor the terminal of whoever reads it."""

from __future__ import annotations

import io

import pytest
from rich.panel import Panel
from rich.table import Table

from alertd.cli.terminal import Terminal
from tests.cli.conftest import Alertd

EVIL = ("[/x] chưa nhận", "[green]✓ đã nhận[/green]", ":warning: lũ", "\\[bold]", "xong\\")


def printed(what: object) -> str:
    out = io.StringIO()
    Terminal(file=out, width=120).print(what)
    return out.getvalue()


@pytest.mark.parametrize("words", EVIL)
def test_words_stand_in_a_table_a_frame_and_a_line_as_they_were_written(words: str) -> None:
    table = Table("Lời", title=words)
    table.add_row(words)
    for shown in (table, Panel(words), words):
        assert words in printed(shown)


@pytest.mark.parametrize("width", [20, 40])
def test_on_a_narrow_terminal_a_text_is_folded_and_never_cut(width: int) -> None:
    out = io.StringIO()
    table = Table("Đơn vị", "Gọi lần lượt")
    table.add_row("UBND xã Khánh Hòa", "Chủ tịch: +84900000038")
    Terminal(file=out, width=width).print(table)
    letters = "".join(line.split("│")[2].strip() for line in out.getvalue().splitlines() if line.startswith("│"))
    assert letters.replace(" ", "") == "Chủtịch:+84900000038"


def test_a_text_cannot_command_the_terminal() -> None:
    table = Table("Lời")
    table.add_row("\x1b[2J\x1b]0;tên khác\x07đã nhận\x9b31m\x7f")
    assert not {"\x1b", "\x07", "\x9b", "\x7f"} & set(printed(table))


def test_a_token_s_name_in_square_brackets_is_listed_like_any_other(alertd: Alertd) -> None:
    assert alertd("tokens", "create", "--scope", "read", "--scope", "submit", "--name", "[/cổng] :bomb:").status == 0
    listed = alertd("tokens", "list")
    assert listed.status == 0
    assert "[/cổng] :bomb:" in listed.out
    assert "read, submit" in listed.out
