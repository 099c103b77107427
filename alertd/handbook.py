"""Everything that an operator edits beside the settings, loaded and checked: the directory, the templates, the lexicon of answers."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from alertd.channels import address_kinds
from alertd.config import Settings, packaged
from alertd.directory.directory import Directory
from alertd.directory.loading import load_directory
from alertd.logs import EventLog
from alertd.messages.samples import TRIED
from alertd.messages.templates import Templates
from alertd.reading.answers import Lexicon, load_lexicon, understand

log = EventLog(__name__)

SOON = ("alertd.reading.answers.understanding", "alertd.reading.answers.tasks", "alertd.reading.deadlines", "puremagic")
"""Modules that are loaded with the first order or answer, unless they were before."""


@dataclass(frozen=True)
class Handbook:
    """What a desk is built with."""

    directory: Directory
    templates: Templates
    lexicon: Lexicon

    def warm_up(self) -> None:
        """Load and make what the first order and the first answer need, and no start. It takes a moment: for a thread, once the pages
        answer, so that nobody waits for it.
        """
        for module in SOON:
            importlib.import_module(module)
        self.directory.compile_names()
        for problem in self.templates.stumbles(TRIED):
            log.error("a message template stumbles; the one that came with the program is used in its place", problem=problem)
        understand("đã nhận", self.lexicon)  # any words: what looks them up is made with the first


def open_handbook(settings: Settings) -> Handbook:
    """Load contacts/ and templates/. Raises SetupError with every problem of the first that has any."""
    return Handbook(
        load_directory(settings.contacts.path),
        Templates(settings.templates.path, address_kinds(settings), packaged("templates")),
        load_lexicon(settings.contacts.path / "lexicon"),
    )
