"""Decides for one directive which bodies get which of its clauses, and says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from alertd.directory.content import Content
from alertd.directory.index import NameIndex
from alertd.directory.placements import Context, Placement
from alertd.directory.placing import Placer, refers_back
from alertd.directory.reasons import Trail, candidates_sentence, join_reasons, trail_of
from alertd.directory.topics import TopicFinder
from alertd.model.bodies import Group, Resolution, ResolvedBody, Role
from alertd.model.documents import Directive, Reading


@dataclass(frozen=True, slots=True)
class Part:
    """One reason why a body is meant, and the clauses that fall to it by that reason."""

    body: str
    role: Role
    trail: Trail
    actions: frozenset[int]


@dataclass(frozen=True, slots=True)
class Findings:
    """What was made of some names."""

    parts: tuple[Part, ...] = ()
    unresolved: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


class Resolver:
    """Resolves directives and lists of names against one directory."""

    def __init__(self, content: Content) -> None:
        self._placer = Placer(content)
        self._topics = TopicFinder(content.topics, content.no_topic, content.wording)
        self._areas = content.areas

    @property
    def index(self) -> NameIndex:
        """The names of the directory."""
        return self._placer.index

    def resolve(self, directive: Directive, reading: Reading, on: date) -> Resolution:
        """Which bodies the directive orders, clause by clause. A directive without addressees goes to the document's."""
        context = self._context(directive, reading, on)
        clauses = [action.text for action in directive.actions] or [directive.text]
        leads = directive.addressees or reading.addressees_to_act
        findings = [self._of_name(name, Role.LEAD, clauses, context) for name in leads] or [Findings(unresolved=tuple(clauses))]
        findings += [self._of_name(name, Role.SUPPORT, clauses, context) for name in directive.supports]
        merged = merge(findings)
        return Resolution(
            bodies=self._resolved(merged.parts),
            actions=tuple(_bodies_of_action(number, merged.parts) for number in range(len(directive.actions))),
            unresolved=merged.unresolved,
            suggestions=merged.suggestions,
        )

    def resolve_names(self, names: Iterable[str], on: date) -> tuple[tuple[ResolvedBody, ...], tuple[str, ...]]:
        """The bodies that the names of a list mean, and the names that mean none. A by-topic group has no clauses here to choose by."""
        merged = merge(self._of_name(name, Role.LEAD, (), Context(on)) for name in names)
        return self._resolved(merged.parts), merged.unresolved

    def _context(self, directive: Directive, reading: Reading, on: date) -> Context:
        is_central = reading.issuer is not None and self._placer.is_from_above(reading.issuer)
        plain = Context(on, is_central=is_central)
        if not any(map(refers_back, (*directive.addressees, *directive.supports))):
            return plain
        earlier = [name for other in reading.directives if other.span < directive.span for name in other.addressees]
        named = frozenset(
            body
            for name in (*reading.addressees_to_act, *earlier)
            for found in self._placer.place(name, plain)
            if not (found.group and found.group.by_topic)
            for body in found.bodies
        )
        return Context(on, is_central=is_central, named_before=named)

    def _of_name(self, name: str, role: Role, clauses: Sequence[str], context: Context) -> Findings:
        return merge(self._of_placement(found, role, clauses, context.on) for found in self._placer.place(name, context))

    def _of_placement(self, found: Placement, role: Role, clauses: Sequence[str], on: date) -> Findings:
        if found.group is not None and found.group.by_topic:
            return self._by_topic(found, role, clauses, on)
        if found.is_outside:
            return Findings()
        if not found.bodies:
            sentence = candidates_sentence(found)
            return Findings(unresolved=(found.written,), suggestions=(sentence,) if sentence else ())
        every = frozenset(range(len(clauses)))
        return Findings(tuple(Part(body, role, self._trail(found.written, found.group, body, on), every) for body in found.bodies))

    def _by_topic(self, found: Placement, role: Role, clauses: Sequence[str], on: date) -> Findings:
        """Of the group's members those whom each clause concerns. Who only supports does so for the whole directive."""
        by_clause = [tuple(self._concerned(number, clause, found, role, on)) for number, clause in enumerate(clauses)]
        parts = tuple(part for concerned in by_clause for part in concerned)
        if role is not Role.SUPPORT and clauses:
            return Findings(parts, tuple(clause for clause, concerned in zip(clauses, by_clause, strict=True) if not concerned))
        every = frozenset(range(len(clauses)))
        return Findings(
            tuple(Part(part.body, part.role, part.trail, every) for part in parts), unresolved=() if parts else (found.written,)
        )

    def _concerned(self, number: int, clause: str, found: Placement, role: Role, on: date) -> Iterator[Part]:
        for hit in self._topics.find(clause):
            for body in found.bodies:
                if hit.topic.id in self.index.bodies[body].topics:
                    trail = trail_of(hit.phrase, f"chủ đề {hit.topic.name}", self.index.bodies[body], on, self.index)
                    yield Part(body, role, trail, frozenset((number,)))

    def _trail(self, written: str, group: Group | None, body: str, on: date) -> Trail:
        step = f"nhóm “{group.names[0]}”" if group else ""
        areas = [self.index.bodies[area].short_name for area in self._areas.get((group.id, body), ())] if group else []
        return trail_of(written, step, self.index.bodies[body], on, self.index, areas)

    def _resolved(self, parts: Sequence[Part]) -> tuple[ResolvedBody, ...]:
        by_body: dict[str, list[Part]] = {}
        for part in parts:
            by_body.setdefault(part.body, []).append(part)
        return tuple(
            ResolvedBody(body, self.index.bodies[body].name, _strongest(held), join_reasons([part.trail for part in held]))
            for body, held in by_body.items()
        )


def merge(findings: Iterable[Findings]) -> Findings:
    """Several findings as one, doubles left out."""
    findings = tuple(findings)
    return Findings(
        tuple(dict.fromkeys(part for found in findings for part in found.parts)),
        tuple(dict.fromkeys(name for found in findings for name in found.unresolved)),
        tuple(dict.fromkeys(sentence for found in findings for sentence in found.suggestions)),
    )


def _strongest(parts: Iterable[Part]) -> Role:
    return Role.LEAD if any(part.role is Role.LEAD for part in parts) else Role.SUPPORT


def _bodies_of_action(number: int, parts: Iterable[Part]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.body for part in parts if number in part.actions))
