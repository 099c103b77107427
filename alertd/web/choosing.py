"""Picks what an officer asked to see out of a long list: bodies that stand somewhere, bodies of a name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from alertd.directory.names import bare, tidy
from alertd.model.bodies import Body, Role
from alertd.model.notices import DeliveryState
from alertd.model.replies import Meaning
from alertd.workflow.board.totals import STANDINGS
from alertd.workflow.board.views import BodyRow

SHOWN: Mapping[str, Callable[[BodyRow], bool]] = {
    **STANDINGS,
    "failed": lambda row: any(delivery.state is DeliveryState.FAILED for delivery in row.deliveries),
}
"""What may be asked for: the bodies that a figure on the board counts, or whose messages it counts."""


def standing(rows: Sequence[BodyRow], where: str) -> list[BodyRow]:
    """The bodies that stand there, a key of `SHOWN`; all of them for any other word. Danger is never hidden."""
    test = SHOWN.get(where)
    return [row for row in rows if test is None or _is_danger(row) or (row.role is not Role.COPY and test(row))]


def found(rows: Sequence[BodyRow], words: str) -> list[BodyRow]:
    """The bodies that bear the words in a name or in their code. Danger is never hidden."""
    return [row for row in rows if _is_danger(row) or _bear(words, row.notice.code) or bears(row.body, words)]


def bears(body: Body, words: str) -> bool:
    """Whether the words stand in one of the body's names."""
    return _bear(words, body.name, body.short_name, *body.aliases)


def _bear(words: str, *names: str) -> bool:
    """Whether one of the names holds the words, in capitals or not; words without any mark may mean every mark."""
    asked = tidy(words)
    return any(asked in (tidy(name) if asked != bare(asked) else bare(tidy(name))) for name in names)


def _is_danger(row: BodyRow) -> bool:
    return row.grave is Meaning.INCIDENT
