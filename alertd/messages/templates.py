"""Loads the message templates, sandboxed, and reports every mistake in them with its place."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from alertd.errors import SetupError
from alertd.messages.content import Content
from alertd.model.notices import MessageKind

HTML, TEXT = ".html.j2", ".txt.j2"
_KNOWN = frozenset(field.name for field in fields(Content))


class Templates:
    """The compiled templates: one for each kind of message and each kind of address."""

    def __init__(self, folder: Path, channels: tuple[str, ...]) -> None:
        """`folder` is `templates/`. Raises SetupError naming every problem as `file:line: what`."""
        self._folder = folder / "messages"
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
        problems = [problem for kind in MessageKind for channel in channels for problem in self._problems_of(self._name(kind, channel))]
        if problems:
            raise SetupError(sorted(problems))
        self._compiled = {(k, c): self._environment.get_template(self._name(k, c)) for k in MessageKind for c in channels}

    def template(self, kind: MessageKind, channel: str) -> tuple[Template, bool]:
        """The template, and whether it writes HTML."""
        template = self._compiled[kind, channel]
        return template, str(template.name).endswith(HTML)

    def _name(self, kind: MessageKind, channel: str) -> str:
        html = f"{kind}/{channel}{HTML}"
        return html if (self._folder / html).exists() else f"{kind}/{channel}{TEXT}"

    def _problems_of(self, name: str) -> list[str]:
        if name in self._checked:
            return []
        self._checked.add(name)
        path = self._folder / name
        try:
            tree = self._environment.parse(path.read_text(encoding="utf-8"), name)
        except OSError:
            return [f"{path}: is missing"]
        except TemplateSyntaxError as error:
            return [f"{path}:{error.lineno}: {error.message}"]
        except (TemplateError, UnicodeDecodeError) as error:
            return [f"{path}: {error}"]
        unknown = meta.find_undeclared_variables(tree) - _KNOWN
        mistakes = [f"{path}:{_line_of(tree, word)}: unknown variable {word!r}" for word in sorted(unknown)]
        included = [other for other in meta.find_referenced_templates(tree) if other]
        return mistakes + [problem for other in included for problem in self._problems_of(other)]


def _line_of(tree: nodes.Template, word: str) -> int:
    return min((node.lineno for node in tree.find_all(nodes.Name) if node.name == word), default=1)
