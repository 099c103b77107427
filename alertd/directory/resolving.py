"""Decides for one directive which bodies get which of its clauses, and says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from alertd.directory.closing import is_closing
from alertd.directory.content import Content
from alertd.directory.earlier import with_earlier
from alertd.directory.index import NameIndex
from alertd.directory.placements import Context, Placement
from alertd.directory.placing import Placer
from alertd.directory.reasons import Trail, candidate_label, candidates_sentence, join_reasons, trail_of
from alertd.directory.relative import refers_to_others
from alertd.directory.topics import TopicFinder
from alertd.model.bodies import Body, Candidate, Group, Resolution, ResolvedBody, Role
from alertd.model.documents import Directive, Reading


class Part(NamedTuple):
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
    candidates: tuple[Candidate, ...] = ()
    outside: tuple[str, ...] = ()


class Resolver:
    """Resolves directives and lists of names against one directory."""

    def __init__(self, content: Content) -> None:
        self._placer = Placer(content)
        self._topics = TopicFinder(content.topics, content.no_topic, content.wording)
        self.index = self._placer.index
        """The names of the directory."""
        self._areas = dict(_inherited(content, self.index))

    def resolve(self, reading: Reading, on: date) -> tuple[Resolution, ...]:
        """Each directive of the document. What only asks "các cơ quan, đơn vị" to carry the document out leaves nothing open where the
        others name bodies.
        """
        found = tuple(self._resolve(directive, reading, on) for directive in reading.directives)
        if not any(resolution.bodies for resolution in found):
            return found
        return tuple(_closed(r) if r.unresolved and is_closing(d) else r for d, r in zip(reading.directives, found, strict=True))

    def _resolve(self, directive: Directive, reading: Reading, on: date) -> Resolution:
        """Which bodies the directive orders, clause by clause. A directive without addressees goes to the document's."""
        context = self._context(directive, reading, on)
        clauses = [action.text for action in directive.actions] or [directive.text]
        leads = directive.addressees or reading.addressees_to_act
        findings = [found for name in leads for found in self._of_name(name, Role.LEAD, clauses, context)]
        findings += [found for name in directive.supports for found in self._of_name(name, Role.SUPPORT, clauses, context)]
        merged = merge(findings if leads else (Findings(unresolved=tuple(clauses)), *findings))
        return Resolution(
            bodies=self._resolved(merged.parts),
            actions=_bodies_by_action(len(clauses), merged.parts)[: len(directive.actions)],
            unresolved=merged.unresolved,
            suggestions=merged.suggestions,
            candidates=merged.candidates,
            outside=merged.outside,
        )

    def resolve_names(self, names: Iterable[str], on: date) -> tuple[tuple[ResolvedBody, ...], tuple[str, ...]]:
        """The bodies that the names of a list mean, and the names that mean none. A by-topic group has no clauses here to choose by."""
        merged = merge(found for name in names for found in self._of_name(name, Role.LEAD, (), Context(on)))
        return self._resolved(merged.parts), merged.unresolved

    def _context(self, directive: Directive, reading: Reading, on: date) -> Context:
        is_central = reading.issuer is not None and self._placer.is_from_above(reading.issuer)
        plain = Context(on, is_central=is_central, listed=reading.addressees_to_act)
        points = any(map(refers_to_others, (*directive.addressees, *directive.supports)))
        return with_earlier(plain, directive, reading, self._placer.place) if points else plain

    def _of_name(self, name: str, role: Role, clauses: Sequence[str], context: Context) -> Iterator[Findings]:
        return (self._of_placement(found, role, clauses, context.on) for found in self._placer.place(name, context))

    def _of_placement(self, found: Placement, role: Role, clauses: Sequence[str], on: date) -> Findings:
        if found.group is not None and found.group.by_topic:
            return self._by_topic(found, role, clauses, on)
        if found.is_outside:
            return Findings(outside=(found.written,))
        if not found.bodies:
            return self._unplaced(found, on)
        step, every = _step(found), frozenset(range(len(clauses)))
        return Findings(tuple(Part(body, role, self._trail(found, step, body, on), every) for body in found.bodies))

    def _unplaced(self, found: Placement, on: date) -> Findings:
        sentence = candidates_sentence(found)
        candidates = tuple(
            Candidate(found.written, candidate_label(guess.meant), self._meant(guess.meant, on), guess.why) for guess in found.candidates
        )
        return Findings(unresolved=(found.written,), suggestions=(sentence,) if sentence else (), candidates=candidates)

    def _meant(self, meant: Body | Group, on: date) -> tuple[str, ...]:
        return self.index.members(meant, on) if isinstance(meant, Group) else (meant.id,)

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
            answering = self.index.answering_for(hit.topic.id)
            for body in found.bodies:
                if body in answering:
                    trail = trail_of(hit.phrase, f"chủ đề {hit.topic.name}", self.index.bodies[body], on, self.index)
                    yield Part(body, role, trail, frozenset((number,)))

    def _trail(self, found: Placement, step: str, body: str, on: date) -> Trail:
        areas = self._areas.get((found.group.id, body), ()) if found.group else ()
        looks_after = [area.short_name if area.exists_on(on) else f"địa bàn {area.short_name} cũ" for area in areas]
        return trail_of(found.written, step, self.index.bodies[body], on, self.index, looks_after)

    def _resolved(self, parts: Sequence[Part]) -> tuple[ResolvedBody, ...]:
        by_body: dict[str, list[Part]] = {}
        for part in parts:
            by_body.setdefault(part.body, []).append(part)
        return tuple(
            ResolvedBody(body, self.index.bodies[body].name, _strongest(held), join_reasons([part.trail for part in held]))
            for body, held in by_body.items()
        )


def _inherited(content: Content, index: NameIndex) -> Iterator[tuple[tuple[str, str], tuple[Body, ...]]]:
    """For a group and a body what the body looks after: its own areas, and those of the bodies whose work it took over."""
    groups = {group for group, _ in content.areas}
    for body in index.bodies:
        ancestry = index.ancestry(body)
        for group in groups:
            areas = dict.fromkeys(area for member in ancestry for area in content.areas.get((group, member), ()))
            if areas:
                yield (group, body), tuple(index.bodies[area] for area in areas)


def merge(findings: Iterable[Findings]) -> Findings:
    """Several findings as one, doubles left out."""
    findings = tuple(findings)
    return Findings(
        tuple(dict.fromkeys(part for found in findings for part in found.parts)),
        tuple(dict.fromkeys(name for found in findings for name in found.unresolved)),
        tuple(dict.fromkeys(sentence for found in findings for sentence in found.suggestions)),
        tuple(dict.fromkeys(candidate for found in findings for candidate in found.candidates)),
        tuple(dict.fromkeys(name for found in findings for name in found.outside)),
    )


def _closed(resolution: Resolution) -> Resolution:
    return replace(resolution, unresolved=(), suggestions=(), candidates=(), is_for_all_named=True)


def _strongest(parts: Iterable[Part]) -> Role:
    return Role.LEAD if any(part.role is Role.LEAD for part in parts) else Role.SUPPORT


def _step(found: Placement) -> str:
    """By what a name led to its bodies, where it is not their own."""
    steps = (
        "tên viết không dấu" if found.is_unaccented else "",
        f"viết gọn của “{found.full_name}”" if found.full_name else "",
        f"nhóm “{found.group.names[0]}”" if found.group else "",
    )
    return " → ".join(filter(None, steps))


def _bodies_by_action(count: int, parts: Iterable[Part]) -> tuple[tuple[str, ...], ...]:
    bodies: list[dict[str, None]] = [{} for _ in range(count)]
    for part in parts:
        for number in part.actions:
            bodies[number].setdefault(part.body)
    return tuple(map(tuple, bodies))
