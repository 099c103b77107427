"""The documentation is complete and says what the program says."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

import typer

from alertd.cli import build_app
from alertd.model.notices import MessageKind
from tests.house.tree import ROOT, files, modules
from tools.draw_lifecycles import PAGE, drawn

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
CODE = re.compile(r"```\w*\n(.*?)```|`([^`\n]+)`", flags=re.DOTALL)
COMMAND = re.compile(r"^ *(?:[\w./-]*/)?alertd ([a-z]+)(?: ([a-z]+))?", flags=re.MULTILINE)
"""A command at the beginning of a line of code, with its first two words."""
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def test_the_glossary_names_every_class_of_the_model() -> None:
    rows = re.findall(r"^\| (\w+) \| \S", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    model = [m for m in modules("alertd") if m.name.startswith("alertd/model/")]
    words = [node.name for m in model for node in m.tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    assert [word for word in words if word not in rows] == []


def test_the_glossary_names_no_class_that_is_gone() -> None:
    rows = re.findall(r"^\| ([A-Z]\w+) \|", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    classes = {node.name for m in modules("alertd") for node in m.tree.body if isinstance(node, ast.ClassDef)}
    assert [row for row in rows if row not in classes] == []


def test_the_page_of_lifecycles_is_drawn_from_the_tables_as_they_are() -> None:
    assert PAGE.read_text(encoding="utf-8") == drawn(), "stale: run python -m tools.draw_lifecycles"


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [path.name[:4] for path in DECISIONS] == [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]


def test_every_decision_gives_context_decision_and_consequences() -> None:
    for path in DECISIONS:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {int(path.name[:4])}. "), path.name
        assert re.findall(r"^## (.+)$", text, flags=re.MULTILINE) == ["Context", "Decision", "Consequences"], path.name


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    dead = [
        f"{page.name}: {link}"
        for page in pages
        for link in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert dead == []


def below(command: object) -> Mapping[str, object]:
    """The commands of a group; none for a command."""
    found: Mapping[str, object] = getattr(command, "commands", {})
    return found


def test_every_command_that_a_page_names_is_there() -> None:
    commands = below(typer.main.get_command(build_app()))
    pages = [path for path in files() if path.suffix == ".md"]
    code = [(path.name, "".join(found)) for path in pages for found in CODE.findall(path.read_text(encoding="utf-8"))]
    named = {(name, *found) for name, text in code for found in COMMAND.findall(text)}
    assert len(named) > 60
    strange = []
    for page, first, second in sorted(named):
        if first not in commands or (second and below(commands[first]) and second not in below(commands[first])):
            strange.append(f"{page}: alertd {first} {second}")
    assert strange == []


def test_the_page_on_templates_names_every_kind_of_message() -> None:
    page = (ROOT / "docs" / "how-to" / "write-a-message-template.md").read_text(encoding="utf-8")
    assert [kind for kind in MessageKind if f"`{kind}`" not in page] == []
