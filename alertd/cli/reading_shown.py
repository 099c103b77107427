"""Prints readings for people: what each emergency orders whom to do by when, and its text line by line with what was read from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.markup import escape

from alertd.cli.terminal import Terminal
from alertd.clock import VIETNAM
from alertd.model.bodies import Resolution
from alertd.model.documents import Deadline, Directive, FileReading, Reading, Relation
from alertd.web.highlight import Piece, marks_of, paragraphs
from alertd.web.proposal_groups import ways_of
from alertd.workflow.arrival.examination import Examination
from alertd.workflow.labels import why_label

_KINDS: Mapping[str, tuple[str, str]] = {
    "problem": ("cần xem lại", "black on yellow"),
    "deadline": ("thời hạn", "bold magenta"),
    "report": ("báo cáo", "cyan"),
    "addressee": ("đơn vị", "bold blue"),
    "recipient": ("điện", "blue"),
    "action": ("việc", "green"),
    "directive": ("chỉ đạo", "default"),
    "context": ("bối cảnh", "dim"),
}
"""What a stretch of the text is called and its style, the most telling first: a deadline within an action is shown as a deadline."""
_RELATIONS = {
    Relation.CARRIES_OUT: "Thực hiện",
    Relation.FOLLOWS: "Tiếp theo",
    Relation.CORRECTS: "Sửa đổi, đính chính",
    Relation.REPLACES: "Thay thế",
    Relation.ENDS: "Chấm dứt hiệu lực",
}
_MARGIN = 14
_MOST_NAMED = 6
_OUTSIDE_SHOWN = 400


def show(examined: Sequence[tuple[str, Examination]], *, with_reasons: bool) -> None:
    """Print every file, by its name, on standard output."""
    console = Terminal(markup=True, soft_wrap=True, highlight=False)
    for file, examination in examined:
        console.print(f"[bold]{escape(file)}[/bold]")
        if examination.reading.refused is not None:
            console.print(f"  [red]Từ chối: {escape(examination.reading.refused)}[/red]")
            continue
        for problem in examination.reading.problems:
            console.print(f"  [yellow]! {escape(problem.text)}[/yellow]")
        if not examination.reading.documents:
            console.print("  Không có văn bản nào trong tệp.")
        for document, resolutions in zip(examination.reading.documents, examination.resolutions, strict=True):
            _show_document(console, document, resolutions)
            if document.is_emergency:
                _show_text(console, examination.reading, document, resolutions, with_reasons=with_reasons)
        _show_outside(console, examination.reading)


def _show_outside(console: Terminal, reading: FileReading) -> None:
    """What of the file belongs to no document, so that nobody takes it for read."""
    for span in reading.outside:
        words = reading.text[span.start : span.end].strip()
        shown = words if len(words) <= _OUTSIDE_SHOWN else f"{words[:_OUTSIDE_SHOWN]} … (tất cả {len(words)} ký tự)"
        if words:
            console.print(f"\n  [dim]Không thuộc văn bản nào: {escape(shown)}[/dim]")


def _show_document(console: Terminal, document: Reading, resolutions: tuple[Resolution, ...]) -> None:
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
    for number_of, (directive, resolution) in enumerate(zip(document.directives, resolutions, strict=True), 1):
        _show_directive(console, number_of, directive, resolution)


def _show_directive(console: Terminal, number: int, directive: Directive, resolution: Resolution) -> None:
    section = f" (mục {directive.section})" if directive.section else ""
    console.print(f"\n    [bold]{number}{escape(section)}. {escape('; '.join(directive.addressees)) or 'không nêu đơn vị'}[/bold]")
    if directive.supports:
        console.print(f"      phối hợp: {escape('; '.join(directive.supports))}")
    for action, bodies in zip(directive.actions, resolution.actions, strict=True):
        is_own = len(bodies) < len(resolution.bodies)
        names = {body.id: body.name for body in resolution.bodies}
        console.print(f"      - {escape(action.text)}" + (f" [dim]→ {escape(_few([names[b] for b in bodies]))}[/dim]" if is_own else ""))
    if directive.deadline:
        console.print(f"      hạn: {escape(_deadline(directive.deadline))}")
    if directive.report:
        console.print(f"      báo cáo: {escape(directive.report.text)}")
    if resolution.bodies:
        console.print(f"      → {len(resolution.bodies)} đơn vị: {escape('; '.join(body.name for body in resolution.bodies))}")
    for name in resolution.unresolved:
        guesses = [f"{c.label} ({c.reason})" for c in resolution.candidates if c.name == name]
        likely = f"; có thể là: {' hoặc '.join(guesses)}" if guesses else ""
        console.print(f"      [yellow]? chưa rõ đơn vị: {escape(name + likely)}[/yellow]")
    if resolution.is_for_all_named:
        console.print("      [dim]nhắc chung mọi đơn vị có nhiệm vụ trong văn bản, không thành nhiệm vụ riêng[/dim]")
    if resolution.outside:
        console.print(f"      [dim]ngoài các đơn vị của tỉnh: {escape('; '.join(resolution.outside))}[/dim]")


def _show_text(
    console: Terminal, reading: FileReading, document: Reading, resolutions: Sequence[Resolution], *, with_reasons: bool
) -> None:
    """The document's text, every stretch with what was read from it in the margin and, if asked, why."""
    console.print("\n    [bold]Nguyên văn[/bold]")
    told: set[str] = set()
    for pieces in paragraphs(reading.text, reading.paragraphs, document.span, marks_of(document)):
        for name, words in _stretches(pieces):
            kind, label = _labelled(name)
            console.print(f"    {label:<{_MARGIN}}│ [{_KINDS[kind][1]}]{escape(words)}[/]")
            if with_reasons and name not in told:
                told.add(name)
                for why in _whys(name, document, resolutions):
                    console.print(f"    {'':<{_MARGIN}}│   [dim]vì: {escape(why)}[/dim]")


def _stretches(pieces: Sequence[Piece]) -> list[tuple[str, str]]:
    """The stretches of a paragraph with the mark that says most about each; a lone sign stays with what it ends, or with what a dash
    opens.
    """
    found: list[tuple[str, str]] = []
    opening = ""
    for name, run in groupby(pieces, key=_telling):
        words = opening + "".join(piece.text for piece in run)
        opening = "" if found or any(map(str.isalnum, words)) else words
        if found and not any(map(str.isalnum, words)):
            found[-1] = (found[-1][0], found[-1][1] + words.rstrip())
        elif words.strip() and not opening:
            found.append((name, words.strip()))
    return found or ([("", opening.strip())] if opening.strip() else [])


def _telling(piece: Piece) -> str:
    """The name of the mark that says most about a piece; empty where nothing was read from it."""
    marks = dict(zip(map(_kind_of, piece.names), piece.names, strict=True))
    return next((marks[kind] for kind in _KINDS if kind in marks), "")


def _kind_of(name: str) -> str:
    head, _, part = name.partition("-")
    by_part = {"a": "action", "n": "addressee", "d": "deadline", "r": "report"}
    return by_part[part[0]] if part else {"d": "directive", "t": "recipient", "c": "context", "p": "problem"}[head[0]]


def _labelled(name: str) -> tuple[str, str]:
    """Kind and margin of a mark: "việc 2.1" is the first action of the second directive."""
    if not name:
        return "context", ""
    kind = _kind_of(name)
    head, _, part = name.partition("-")
    number = f" {int(head[1:]) + 1}" if head[0] == "d" else ""
    return kind, _KINDS[kind][0] + number + (f".{int(part[1:]) + 1}" if kind == "action" else "")


def _whys(name: str, document: Reading, resolutions: Sequence[Resolution]) -> Iterator[str]:
    """Why a mark stands where it stands: the rule and its words, whom an action falls to and by which words."""
    kind = _kind_of(name) if name else ""
    head, _, part = name.partition("-")
    if kind == "problem":
        yield document.problems[int(head[1:])].text
    if kind not in ("directive", "addressee", "action", "deadline", "report"):
        return
    index = int(head[1:])
    directive, resolution = document.directives[index], resolutions[index]
    if kind == "addressee" or (kind == "directive" and not directive.named_at):
        yield from map(why_label, directive.why)
    elif kind == "action":
        yield from _whys_of_action(int(part[1:]), resolution)
    elif kind == "deadline" and directive.deadline:
        at = directive.deadline.at
        yield f"hạn hiểu là {at.astimezone(VIETNAM):%H:%M ngày %d/%m/%Y}" if at else "không nêu thời điểm cụ thể"
    elif kind == "report" and directive.report:
        yield f"báo cáo về {directive.report.to or 'nơi không nêu rõ'}"


def _whys_of_action(number: int, resolution: Resolution) -> Iterator[str]:
    bodies = resolution.actions[number]
    reasons = [(body.name, body.reason) for body in resolution.bodies if body.id in bodies]
    if not reasons:
        yield "chưa có đơn vị nào của tỉnh"
    elif len(reasons) <= _MOST_NAMED:
        yield from (reason for _, reason in reasons)
    else:
        ways = Counter(way for _, reason in reasons for way in ways_of(reason))
        yield from (f"{way}: {count} đơn vị" for way, count in ways.items())


def _few(names: Sequence[str]) -> str:
    more = f" và {len(names) - _MOST_NAMED} đơn vị khác" if len(names) > _MOST_NAMED else ""
    return "; ".join(names[:_MOST_NAMED]) + more if names else "chưa rõ đơn vị"


def _deadline(deadline: Deadline) -> str:
    """The words, and the moment that they mean where it can be told."""
    return f"{deadline.text} ({deadline.at.astimezone(VIETNAM):%H:%M ngày %d/%m/%Y})" if deadline.at else deadline.text
