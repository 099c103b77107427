"""Writes the whole board in one message, for an officer who asks "tình hình?" from a telephone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alertd.model.bodies import Role
from alertd.workflow.board.views import BodyRow, DispatchView, Overview
from alertd.workflow.labels import MEANING, document_label

NAMED_AT_MOST = 12
"""How many bodies are named of a kind; the rest is counted."""


def situation(overview: Overview, views: Sequence[DispatchView]) -> tuple[str, ...]:
    """A line each: what waits, how every open release stands and who is silent, which answers nobody has looked at."""
    lines = [f"Chờ duyệt phát: {document_label(d.reading)} (số {d.id})" for d in overview.waiting]
    for view in views:
        lines += _of_dispatch(view)
    lines += [
        f"Trả lời chờ xem: {card.body.name if card.body else 'số lạ'} – {MEANING[card.reply.meaning]}: “{card.reply.words[:80]}”"
        for card in overview.replies[:NAMED_AT_MOST]
    ]
    if overview.replies_open > NAMED_AT_MOST:
        lines.append(f"… và {overview.replies_open - NAMED_AT_MOST} trả lời khác chờ xem")
    return tuple(lines) or ("Không có văn bản chờ duyệt, không có đợt phát đang theo dõi.",)


def _of_dispatch(view: DispatchView) -> Iterator[str]:
    totals = view.totals
    drill = "DIỄN TẬP " if view.dispatch.is_drill else ""
    yield (
        f"{drill}{document_label(view.document.reading)}: {totals['acknowledged']}/{totals['bodies']} đã nhận, "
        f"{totals['done']} xong, {totals['silent']} im lặng, {totals['late']} quá hạn, "
        f"{totals['cannot_comply']} không làm được, {totals['incidents']} báo sự cố"
    )
    orders = [row for row in view.bodies if row.role is not Role.COPY]
    yield from _named("Im lặng", [row for row in orders if row.silent])
    yield from _named("Quá hạn", [row for row in orders if row.late and not row.silent])
    soonest = min((row for row in orders if row.next_at is not None), key=lambda row: row.next_at or view.dispatch.expires_at, default=None)
    if soonest is not None:
        yield f"  Tiếp theo: {_short(soonest)}, {soonest.next}"


def _named(what: str, rows: Sequence[BodyRow]) -> Iterator[str]:
    if rows:
        more = f" và {len(rows) - NAMED_AT_MOST} đơn vị khác" if len(rows) > NAMED_AT_MOST else ""
        yield f"  {what}: {', '.join(_short(row) for row in rows[:NAMED_AT_MOST])}{more}"


def _short(row: BodyRow) -> str:
    return row.body.short_name or row.body.name
