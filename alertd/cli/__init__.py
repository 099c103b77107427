"""The one entry point: every command of `alertd`, each in a module of its own."""

from __future__ import annotations

import importlib
import json
import os
import sys
from typing import Annotated

import typer

from alertd.errors import DeliveryFailed, Refused, SetupError, StoreAway

# The modules of the commands, in the order of `alertd --help`, with the words that begin their commands. Each offers
# `register(app)`. Only the module of the command at hand is imported, so that a small command does not load the daemon.
COMMANDS = {
    "serve": ("serve",),
    "drill": ("drill",),
    "accounts": ("users", "tokens"),
    "read": ("read",),
    "officer": ("submit", "approve", "status", "acknowledge"),
    "understand": ("understand",),
    "contacts": ("contacts",),
    "templates": ("templates",),
    "doctor": ("doctor",),
    "data": ("db", "audit"),
    "report": ("report",),
    "simulate": ("simulate",),
}

ConfigOption = Annotated[
    str | None, typer.Option("--config", metavar="F", help="Configuration file (else ./config.toml, else the packaged one).")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON value on standard output and nothing else there.")]


def build_app(word: str | None = None) -> typer.Typer:
    """The command line, with every command, or only those of the module to which `word` belongs."""
    app = typer.Typer(
        name="alertd",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help="Reads urgent official telegrams, tells every body they order to act, and follows each until it answers.",
    )
    app.callback()(lambda: None)
    wanted = [name for name, words in COMMANDS.items() if word in words] or list(COMMANDS)
    for name in wanted:
        importlib.import_module(f"alertd.cli.{name}").register(app)
    return app


def main() -> None:
    """Run the command line. Exit status: 0 done, 1 something needs a person, 2 refused."""
    # pydantic would look for plug-ins among all that is installed: a good part of a start, to let others meddle with the settings.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    app = build_app(sys.argv[1] if len(sys.argv) > 1 else None)
    try:
        app()
    except SetupError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        raise SystemExit(2) from None
    except Refused as error:
        print(f"{error.code}: {error.sentence}", file=sys.stderr)
        raise SystemExit(2) from None
    except (DeliveryFailed, StoreAway) as error:  # a provider or the database that is away, or does not take what it is given
        print(str(error), file=sys.stderr)
        raise SystemExit(2) from None


def print_json(value: object) -> None:
    """Print one JSON value on standard output, Vietnamese as it is."""
    print(json.dumps(value, ensure_ascii=False, indent=1))
