"""`alertd users` and `alertd tokens`: who may come in, and what is never shown again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from alertd.clock import SystemClock
from alertd.errors import Invalid
from alertd.model.accounts import AccountRole, Scope
from alertd.store.sql import SqlStore
from alertd.workflow.people.access import Access
from tests.cli.conftest import Alertd

T = TypeVar("T")
PASSWORD = "mưa to gió lớn"


def with_access(folder: Path, work: Callable[[Access], Awaitable[T]]) -> T:
    """Ask the database that the commands used."""

    async def asked() -> T:
        store = await SqlStore.open(f"sqlite:///{folder / 'var' / 'alertd.db'}")
        try:
            return await work(Access(store, SystemClock(), timedelta(hours=1)))
        finally:
            await store.close()

    return asyncio.run(asked())


def test_a_password_is_read_from_standard_input_and_opens_the_door(alertd: Alertd, tmp_path: Path) -> None:
    ended = alertd("users", "add", "truc-ban", "--role", "officer", "--password-stdin", given=f"{PASSWORD}\n")
    assert (ended.status, ended.out) == (0, "added truc-ban as officer\n")
    word, _ = with_access(tmp_path, lambda access: access.sign_in("truc-ban", PASSWORD))
    found = with_access(tmp_path, lambda access: access.session(word))
    assert found is not None
    assert found[0].role is AccountRole.OFFICER


def test_accounts_are_listed_without_their_passwords(alertd: Alertd) -> None:
    alertd("users", "add", "truc-ban", "--role", "officer", "--password-stdin", given=f"{PASSWORD}\n")
    (row,) = alertd("users", "list", "--json").json
    assert (row["name"], row["role"], row["disabled"]) == ("truc-ban", "officer", False)
    assert "truc-ban" in (table := alertd("users", "list").out)
    assert "argon2" not in table + str(row)


@pytest.mark.parametrize(
    ("password", "code"),
    [("ngắn\n", "weak_password: "), ("", "weak_password: ")],
)
def test_a_weak_password_is_refused_with_the_reason(alertd: Alertd, password: str, code: str) -> None:
    ended = alertd("users", "add", "truc-ban", "--role", "officer", "--password-stdin", given=password)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(code)


def test_a_password_with_half_a_letter_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="không đọc được"):
        with_access(tmp_path, lambda access: access.add_user("truc-ban", AccountRole.OFFICER, "mat-khau\udcff-dai"))


@pytest.mark.parametrize("name", ["", "x\udcff", "x\ny", "x" * 61])
def test_a_token_has_a_name_that_can_be_read(alertd: Alertd, name: str) -> None:
    ended = alertd("tokens", "create", "--name", name, "--scope", "read")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("bad_name: Tên mã truy cập phải có")


def test_a_name_is_given_once(alertd: Alertd) -> None:
    for status in (0, 2):
        ended = alertd("users", "add", "truc-ban", "--role", "viewer", "--password-stdin", given=f"{PASSWORD}\n")
        assert ended.status == status
    assert ended.err == "name_taken: Tên tài khoản “truc-ban” đã có người dùng.\n"


def test_a_token_is_printed_once_and_has_the_rights_that_were_asked_for(alertd: Alertd, tmp_path: Path) -> None:
    ended = alertd("tokens", "create", "--scope", "read", "--scope", "submit", "--name", "cổng thông tin")
    word = ended.out.removesuffix("\n")
    token = with_access(tmp_path, lambda access: access.token(word))
    assert token is not None
    assert token.name == "cổng thông tin"
    assert token.scopes == {Scope.READ, Scope.SUBMIT}
    listed = alertd("tokens", "list", "--json")
    assert listed.json == [{"id": 1, "name": "cổng thông tin", "scopes": ["read", "submit"], "revoked": False}]
    kept = listed.out + alertd("tokens", "list").out + alertd("audit", "export").out
    assert word not in kept
    assert word.encode() not in b"".join(path.read_bytes() for path in (tmp_path / "var").iterdir())


def test_a_token_without_rights_is_not_made(alertd: Alertd) -> None:
    ended = alertd("tokens", "create")
    assert (ended.status, ended.out) == (2, "")
    assert "--scope" in ended.err


def test_a_disabled_account_and_a_revoked_token_are_said_to_be_so_and_an_account_comes_back(alertd: Alertd) -> None:
    assert alertd("users", "add", "truc-ban", "--role", "officer", "--password-stdin", given="mot-mat-khau-dai\n").status == 0
    assert alertd("users", "password", "truc-ban", "--password-stdin", given="mot-mat-khau-khac\n").status == 0
    assert alertd("users", "disable", "truc-ban").status == 0
    assert alertd("users", "list", "--json").json[0]["disabled"] is True
    assert alertd("users", "disable", "nobody").status == 2
    assert alertd("users", "enable", "truc-ban").status == 0
    assert alertd("users", "list", "--json").json[0]["disabled"] is False
    assert alertd("tokens", "create", "--scope", "read").status == 0
    assert alertd("tokens", "revoke", "1").status == 0
    assert alertd("tokens", "list", "--json").json[0]["revoked"] is True
    assert alertd("tokens", "revoke", "99").status == 2


def test_an_officers_invitation_that_cannot_be_made_is_told_in_a_sentence(alertd: Alertd, monkeypatch: pytest.MonkeyPatch) -> None:
    assert alertd("users", "add", "truc-ban", "--role", "officer", "--password-stdin", given="mot-mat-khau-dai\n").status == 0
    off = alertd("users", "invite", "truc-ban")
    assert (off.status, off.out, off.err) == (2, "", "senders: no channel with chats has its credentials\n")
    monkeypatch.setenv("ALERTD_SENDERS__TELEGRAM__TOKEN", "123456:simulated")
    monkeypatch.setenv("ALERTD_SENDERS__TELEGRAM__API_BASE", "http://127.0.0.1:1")
    away = alertd("users", "invite", "truc-ban")
    assert (away.status, away.out) == (2, "")
    assert away.err.startswith("network: ")
    assert len(away.err.splitlines()) == 1
