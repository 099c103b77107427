"""Loads the message templates, sandboxed, and reports every mistake in them with its place."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache, cached_property, lru_cache
from operator import attrgetter
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.filters import FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment

from alertd.errors import SetupError
from alertd.logs import EventLog
from alertd.messages.content import Content
from alertd.model.notices import MessageKind

log = EventLog(__name__)
HTML, TEXT = ".html.j2", ".txt.j2"
_NAMES = tuple(field.name for field in fields(Content))
_KNOWN = frozenset(_NAMES)
_values = attrgetter(*_NAMES)
_PLACES = {name: place for place, name in enumerate(_NAMES)}
_OF_ONE = {name: f"\ue000{secrets.token_hex(8)}\ue001" for name in ("body", "contact", "code")}
"""What differs from one notice of a release to the next, and what stands in its place while the rest is filled in."""
SHARED = 256
"""How many texts that several notices share are remembered."""


class Templates:
    """The compiled templates: one for each kind of message and each kind of address."""

    def __init__(self, folder: Path, channels: Mapping[str, Collection[MessageKind]], spare: Path | None = None) -> None:
        """`folder` is `templates/`; `channels` names the kinds of address and what is sent to each. What stumbles while it is filled in is
        said by the template of the same name in `spare`.

        Raises SetupError naming every problem as `file:line: what`.
        """
        self._folder = folder / "messages"
        self._channels = channels
        self._spare_folder = spare if spare != folder else None
        self._stumbled: set[str] = set()
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(self._folder),
            auto_reload=False,  # else every part that a template includes is looked up on disk for every message
            undefined=StrictUndefined,
            autoescape=lambda name: bool(name and name.endswith(HTML)),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._checked: set[str] = set()
        self._tree = cache(self._parsed)
        self._named = {(kind, channel): self._name(kind, channel) for channel, kinds in channels.items() for kind in kinds}
        problems = [problem for name in self._named.values() for problem in self._problems_of(name)]
        if problems:
            raise SetupError(sorted(problems))
        # Checking takes half the time of compiling: what is compiled is what is sent, when it is sent first.
        self._compiled = cache(self._environment.get_template)
        self._inserted = cache(self._printed_as_they_are)
        self._shared = lru_cache(SHARED)(self._filled)

    def fill(self, kind: MessageKind, channel: str, content: Content, **more: Any) -> tuple[str, bool]:
        """The template's words, and whether they are HTML; `more` stands in place of what the content says by the same names.

        Filling in takes longer than sending. So what thousands of notices of a release have in common is filled in once; body,
        contact and code are put in afterwards, wherever the template only prints them and decides nothing by them.
        """
        try:
            return self._said(kind, channel, content, more)
        except Exception as error:  # a template is a program of the operator's; whoever must be told must be told all the same
            if self._spare_folder is None:
                raise
            self._note(self._named[kind, channel], error)
        return self._spare.fill(kind, channel, content, **more)

    @cached_property
    def _spare(self) -> Templates:
        return Templates(self._spare_folder or self._folder.parent, self._channels)

    def _note(self, name: str, error: Exception) -> None:
        """Once, not again for each of thousands of messages."""
        if name not in self._stumbled:
            self._stumbled.add(name)
            log.error("a message template stumbles; the one that came with the program is used in its place", template=name, why=str(error))

    def _said(self, kind: MessageKind, channel: str, content: Content, more: Mapping[str, Any]) -> tuple[str, bool]:
        said = list(_values(content))
        for name, value in more.items():
            said[_PLACES[name]] = value
        own = []
        for place, mark in self._inserted(self._named[kind, channel]):
            own.append((mark, str(said[place])))
            said[place] = mark
        text = self._shared(kind, channel, tuple(said))
        is_html = self.is_html(kind, channel)
        for mark, words in own:
            text = text.replace(mark, str(FILTERS["escape"](words)) if is_html else words)
        return text, is_html

    @property
    def number(self) -> int:
        """How many there are: one for each kind of message and of address."""
        return len(self._named)

    def stumbles(self, contents: Sequence[Content]) -> list[str]:
        """What comes to light only while a template is filled in, as `file:line: what`; each is tried on all these contents."""
        return sorted({why for name in self._named.values() for content in contents if (why := self._stumble(name, content))})

    def is_html(self, kind: MessageKind, channel: str) -> bool:
        """Whether the template writes HTML."""
        return self._named[kind, channel].endswith(HTML)

    def _filled(self, kind: MessageKind, channel: str, values: tuple[Any, ...]) -> str:
        return self._compiled(self._named[kind, channel]).render(dict(zip(_NAMES, values, strict=True)))

    def _stumble(self, name: str, content: Content) -> str:
        try:
            self._compiled(name).render(dict(zip(_NAMES, _values(content), strict=True)))
        except Exception as error:  # noqa: BLE001 - a template is a program of the operator's, and may stumble over anything
            inside = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(self._folder)]
            place = f"{inside[-1].filename}:{inside[-1].lineno}" if inside else str(self._folder / name)
            return f"{place}: {str(error) or type(error).__name__}"
        return ""

    def _printed_as_they_are(self, name: str) -> tuple[tuple[int, str], ...]:
        """Place and mark of those of `_OF_ONE` that the template and all that it includes use as `{{ name }}` and in no other way."""
        used, printed = Counter[str](), Counter[str]()
        for tree in self._trees(name):
            used.update(node.name for node in tree.find_all(nodes.Name))
            printed.update(node.name for output in tree.find_all(nodes.Output) for node in output.nodes if isinstance(node, nodes.Name))
        return tuple((_PLACES[each], mark) for each, mark in _OF_ONE.items() if used[each] == printed[each])

    def _trees(self, name: str) -> Iterator[nodes.Template]:
        tree = self._tree(name)
        yield tree
        for other in meta.find_referenced_templates(tree):
            if other is None:  # chosen only while filling in: anything may stand there
                yield nodes.Template([nodes.Name(each, "load") for each in _OF_ONE])
            else:
                yield from self._trees(other)

    def _unknown_tools(self, tree: nodes.Template) -> Iterator[tuple[int, str]]:
        """Filters and tests that do not exist: under a condition Jinja would say so only while it fills in."""
        for each in tree.find_all((nodes.Filter, nodes.Test)):
            known = self._environment.filters if isinstance(each, nodes.Filter) else self._environment.tests
            if each.name not in known:
                yield each.lineno, f"No {type(each).__name__.lower()} named {each.name!r}."

    def _parsed(self, name: str) -> nodes.Template:
        return self._environment.parse((self._folder / name).read_text(encoding="utf-8"), name)

    def _name(self, kind: MessageKind, channel: str) -> str:
        html = f"{kind}/{channel}{HTML}"
        return html if (self._folder / html).exists() else f"{kind}/{channel}{TEXT}"

    def _problems_of(self, name: str) -> list[str]:
        if name in self._checked:
            return []
        self._checked.add(name)
        path = self._folder / name
        try:
            tree = self._tree(name)
            unknown = meta.find_undeclared_variables(tree) - _KNOWN
        except OSError:
            return [f"{path}: is missing"]
        except TemplateSyntaxError as error:
            return [f"{path}:{error.lineno}: {error.message}"]
        except (TemplateError, UnicodeDecodeError) as error:
            return [f"{path}: {error}"]
        mistakes = [f"{path}:{_line_of(tree, word)}: unknown variable {word!r}" for word in sorted(unknown)]
        mistakes += [f"{path}:{line}: {what}" for line, what in self._unknown_tools(tree)]
        included = [other for other in meta.find_referenced_templates(tree) if other]
        return mistakes + [problem for other in included for problem in self._problems_of(other)]


def _line_of(tree: nodes.Template, word: str) -> int:
    return min((node.lineno for node in tree.find_all(nodes.Name) if node.name == word), default=1)
