"""`alertd templates`: says whether the message templates are sound, and shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.panel import Panel

from alertd.cli import ConfigOption
from alertd.cli.terminal import Terminal
from alertd.model.notices import MessageKind

if TYPE_CHECKING:  # a small command must not load the channels
    from alertd.config import Settings
    from alertd.messages.templates import Templates
    from alertd.ports import Channel

templates = typer.Typer(no_args_is_help=True, help="What people read.")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(templates, name="templates")


@templates.command()
def check(config: ConfigOption = None) -> None:
    """Check every template of every channel: missing files, syntax, variables, filling in. Exit status 2 with every problem."""
    from alertd.config import load_settings  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.messages.samples import check_filled  # noqa: PLC0415 - as above

    _, loaded = _loaded(load_settings(config))
    check_filled(loaded)
    print(f"{loaded.number} templates, no problem")


@templates.command()
def preview(
    kind: Annotated[MessageKind | None, typer.Argument(help="One kind of message; all without it.")] = None, config: ConfigOption = None
) -> None:
    """Show what the templates say with invented values, with the number of messages and SMS parts."""
    console = Terminal()
    for title, text in _rendered(config, kind):
        console.print(Panel(text, title=title, title_align="left"), markup=False)


def _rendered(config: str | None, only: MessageKind | None) -> list[tuple[str, str]]:
    from alertd.config import load_settings  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.messages.rendering import Renderer  # noqa: PLC0415 - as above
    from alertd.messages.samples import SAMPLE, check_filled  # noqa: PLC0415 - as above

    settings = load_settings(config)
    built, loaded = _loaded(settings)
    check_filled(loaded)
    renderer = Renderer(
        loaded,
        province=settings.province.name,
        telephone=settings.duty.telephone,
        plain_sms=settings.sms.text == "plain",
        max_parts=settings.sms.max_parts,
    )
    rows = []
    for kind in [only] if only else list(MessageKind):
        for name, channel in built.items():
            if not channel.traits.carries(kind):
                continue
            rendered = renderer.render(kind, channel.traits, channel.length, SAMPLE, is_drill=False)
            title = f"{kind} · {name} · {len(rendered.texts)} message(s), {rendered.parts} part(s)"
            rows.append((title, "\n—\n".join(rendered.texts)))
    return rows


def _loaded(settings: Settings) -> tuple[dict[str, Channel], Templates]:
    """A channel of each kind of address, and the templates for them."""
    from alertd.channels import ADDRESS_KINDS, channels  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.clock import SystemClock  # noqa: PLC0415 - as above
    from alertd.messages.templates import Templates  # noqa: PLC0415 - as above

    built = {channel.traits.kind: channel for channel in channels(settings, SystemClock()).values()}
    return built, Templates(settings.templates.path, {kind: ADDRESS_KINDS[kind] for kind in sorted(built)})
