"""`alertd users` and `alertd tokens`: who may come in."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from rich.table import Table

from alertd.cli import ConfigOption, JsonOption, print_json
from alertd.cli.terminal import Terminal
from alertd.errors import SetupError
from alertd.model.accounts import AccountRole, Scope

if TYPE_CHECKING:  # a daemon's imports would slow every other command
    from alertd.workflow.people.access import Access

T = TypeVar("T")
users = typer.Typer(no_args_is_help=True, help="People who sign in to the console.")
tokens = typer.Typer(no_args_is_help=True, help="Programs that call the API.")
PasswordStdin = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input instead of asking for it.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(users, name="users")
    app.add_typer(tokens, name="tokens")


@users.command("add")
def add_user(
    name: str,
    role: Annotated[AccountRole, typer.Option(help="viewer sees, officer releases, administrator manages as well.")],
    password_stdin: PasswordStdin = False,
    config: ConfigOption = None,
) -> None:
    """Add an account. The password is asked for twice, or read from standard input."""
    password = _password(from_stdin=password_stdin)
    account = asyncio.run(_with_access(config, lambda access: access.add_user(name, role, password)))
    print(f"added {account.name} as {account.role}")


@users.command("password")
def set_password(name: str, password_stdin: PasswordStdin = False, config: ConfigOption = None) -> None:
    """Give an account another password."""
    password = _password(from_stdin=password_stdin)
    asyncio.run(_with_access(config, lambda access: access.set_password(name, password)))
    print(f"{name} has a new password")


@users.command("disable")
def disable_user(name: str, config: ConfigOption = None) -> None:
    """Let an account sign in no more."""
    asyncio.run(_with_access(config, lambda access: access.disable(name)))
    print(f"{name} can no longer sign in")


@users.command("enable")
def enable_user(name: str, config: ConfigOption = None) -> None:
    """Let an account that was disabled sign in again."""
    asyncio.run(_with_access(config, lambda access: access.enable(name)))
    print(f"{name} can sign in again")


@users.command("list")
def list_users(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """List the accounts."""
    accounts = asyncio.run(_with_access(config, lambda access: access.users()))
    rows = [{"name": a.name, "role": str(a.role), "created_at": a.created_at.isoformat(), "disabled": a.is_disabled} for a in accounts]
    _show(rows, as_json=as_json)


@users.command("invite")
def invite_user(name: str, config: ConfigOption = None) -> None:
    """Print a link that binds an officer's own chat to the account: good once, for an hour."""
    print(asyncio.run(_invite(config, name)))


@tokens.command("create")
def create_token(
    scope: Annotated[list[Scope], typer.Option(help="A right of the token; may be given several times.")],
    name: Annotated[str, typer.Option(help="What the token is for.")] = "api",
    config: ConfigOption = None,
) -> None:
    """Create a token. It is printed once, on standard output, and cannot be shown again."""
    print(asyncio.run(_with_access(config, lambda access: access.create_token(name, frozenset(scope), "cli"))))


@tokens.command("revoke")
def revoke_token(token_id: Annotated[int, typer.Argument(metavar="ID")], config: ConfigOption = None) -> None:
    """End a token's rights."""
    asyncio.run(_with_access(config, lambda access: access.revoke_token(token_id, "cli")))
    print(f"token {token_id} is revoked")


@tokens.command("list")
def list_tokens(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """List the tokens: names and rights, never the words."""
    found = asyncio.run(_with_access(config, lambda access: access.tokens()))
    rows = [{"id": t.id, "name": t.name, "scopes": sorted(map(str, t.scopes)), "revoked": t.revoked_at is not None} for t in found]
    _show(rows, as_json=as_json)


def _password(*, from_stdin: bool) -> str:
    return sys.stdin.readline().rstrip("\r\n") if from_stdin else str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))


def _show(rows: list[dict[str, object]], *, as_json: bool) -> None:
    if as_json:
        print_json(rows)
        return
    table = Table(*(rows[0] if rows else ["nothing yet"]))
    for row in rows:
        table.add_row(*map(_cell, row.values()))
    Terminal().print(table)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return ", ".join(value) if isinstance(value, list) else str(value)


async def _with_access(config: str | None, work: Callable[[Access], Awaitable[T]]) -> T:
    from alertd.clock import SystemClock  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.config import load_settings  # noqa: PLC0415 - as above
    from alertd.store.sql import SqlStore  # noqa: PLC0415 - as above
    from alertd.workflow.people.access import Access  # noqa: PLC0415 - as above

    settings = load_settings(config)
    password = settings.database.password.get_secret_value() if settings.database.password else None
    store = await SqlStore.open(settings.database.url, password)
    try:
        return await work(Access(store, SystemClock(), settings.web.session_lasts))
    finally:
        await store.close()


async def _invite(config: str | None, name: str) -> str:
    from alertd.app import build  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.clock import SystemClock  # noqa: PLC0415 - as above
    from alertd.config import load_settings  # noqa: PLC0415 - as above

    desk = await build(load_settings(config), SystemClock())
    try:
        channel = next((c for c in desk.channels.values() if c.is_on and c.traits.is_by_invitation), None)
        if channel is None:
            raise SetupError(["senders: no channel with chats has its credentials"])
        try:
            await channel.start()
            return channel.invitation(await desk.enrolment.invite_account(name, channel.traits.kind, "cli"))
        finally:
            await channel.close()
    finally:
        await desk.store.close()
