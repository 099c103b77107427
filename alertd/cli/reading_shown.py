"""Prints readings for people: each document, and of each emergency who is ordered to do what by when."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from alertd.clock import VIETNAM
from alertd.model.bodies import Resolution
from alertd.model.documents import Deadline, Directive, Reading, Relation
from alertd.workflow.examination import Examination

_RELATIONS = {
    Relation.CARRIES_OUT: "Thực hiện",
    Relation.FOLLOWS: "Tiếp theo",
    Relation.CORRECTS: "Sửa đổi, đính chính",
    Relation.REPLACES: "Thay thế",
    Relation.ENDS: "Chấm dứt hiệu lực",
}


def show(examined: Mapping[Path, Examination], *, with_reasons: bool) -> None:
    """Print every file on standard output."""
    console = Console(soft_wrap=True, highlight=False)
    for file, examination in examined.items():
        console.print(f"[bold]{escape(str(file))}[/bold]")
        if examination.reading.refused is not None:
            console.print(f"  [red]Từ chối: {escape(examination.reading.refused)}[/red]")
            continue
        if not examination.reading.documents:
            console.print("  Không có văn bản nào trong tệp.")
        for document, resolutions in zip(examination.reading.documents, examination.resolutions, strict=True):
            _show_document(console, document, resolutions, with_reasons=with_reasons)


def _show_document(console: Console, document: Reading, resolutions: tuple[Resolution, ...], *, with_reasons: bool) -> None:
    mark = "[bold red]KHẨN CẤP[/bold red]" if document.is_emergency else "thường"
    day = f"ngày {document.issued_on:%d/%m/%Y}" if document.issued_on else "không rõ ngày"
    number, issuer = document.number or "Không số", document.issuer or "không rõ cơ quan ban hành"
    console.print(f"\n  [bold]{escape(number)}[/bold], {day}, {escape(issuer)} · {mark}")
    if document.subject:
        console.print(f"  {escape(document.subject)}")
    console.print(f"  [dim]{escape(document.emergency_reason)}[/dim]")
    for cited in document.citations:
        if cited.relation:
            of_day = f" ngày {cited.issued_on:%d/%m/%Y}" if cited.issued_on else ""
            console.print(f"  {_RELATIONS[cited.relation]} {escape(cited.number)}{of_day}")
    if document.signatory:
        console.print(f"  Người ký: {escape(document.signatory)}")
    if not document.is_emergency:
        return
    for problem in document.problems:
        console.print(f"  [yellow]! {escape(problem.text)}[/yellow]")
    for directive, resolution in zip(document.directives, resolutions, strict=True):
        _show_directive(console, directive, resolution, with_reasons=with_reasons)


def _show_directive(console: Console, directive: Directive, resolution: Resolution, *, with_reasons: bool) -> None:
    number = f"{directive.section}. " if directive.section else ""
    console.print(f"\n    [bold]{escape(number + '; '.join(directive.addressees))}[/bold]")
    if directive.supports:
        console.print(f"      phối hợp: {escape('; '.join(directive.supports))}")
    for action in directive.actions:
        console.print(f"      - {escape(action.text)}")
    if directive.deadline:
        console.print(f"      hạn: {escape(_deadline(directive.deadline))}")
    if directive.report:
        console.print(f"      báo cáo: {escape(directive.report.text)}")
    for body in resolution.bodies:
        console.print(f"      → {escape(body.name)}" + (f" [dim]({escape(body.reason)})[/dim]" if with_reasons else ""))
    for name in resolution.unresolved:
        console.print(f"      [yellow]? chưa rõ đơn vị: {escape(name)}[/yellow]")
    if with_reasons:
        console.print(f"      [dim]vì: {escape('; '.join(directive.why))}[/dim]")


def _deadline(deadline: Deadline) -> str:
    """The words, and the moment that they mean where it can be told."""
    return f"{deadline.text} ({deadline.at.astimezone(VIETNAM):%H:%M ngày %d/%m/%Y})" if deadline.at else deadline.text
