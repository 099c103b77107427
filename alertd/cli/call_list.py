"""The call list of a release for a terminal and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.table import Table

from alertd.web.api.shown import shown_call
from alertd.workflow.board.calls import Call
from alertd.workflow.board.views import DispatchView
from alertd.workflow.labels import document_label, time_label


def as_table(view: DispatchView, calls: Sequence[Call]) -> Table:
    """Whom to call, in what order, and why."""
    title = f"Danh sách gọi điện · {document_label(view.document.reading)} · phát {time_label(view.dispatch.released_at)}"
    table = Table("Đơn vị", "Mã", "Vì sao phải gọi", "Gọi lần lượt", title=title, caption=f"{len(calls)} đơn vị")
    for call in calls:
        contacts = "\n".join(f"{each.title}: {', '.join(each.telephones) or 'chưa có số điện thoại'}" for each in call.contacts)
        table.add_row(call.row.body.name, call.row.notice.code, call.why, contacts)
    return table


def as_plain(view: DispatchView, calls: Sequence[Call]) -> dict[str, Any]:
    """The same as the API answers it."""
    return {"dispatch_id": view.dispatch.id, "calls": [shown_call(call) for call in calls]}
