"""Accounts, sessions, tokens and invitations are kept as long as they should be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alertd.errors import Refused
from alertd.model.accounts import Account, AccountRole, Enrolment, Scope, Session, Token
from alertd.store.sql import SqlStore
from tests.store.samples import LATER, NOW

OFFICER = Account(0, "truc-ban", AccountRole.OFFICER, "$argon2id$…", NOW)


async def test_an_account_is_kept_and_changed(store: SqlStore) -> None:
    async with store.transaction() as work:
        account = replace(OFFICER, id=await work.accounts.add(OFFICER))
        assert await work.accounts.get(account.id) == account
        assert await work.accounts.with_name("truc-ban") == account
        assert await work.accounts.with_name("ai-do") is None
        disabled = replace(account, is_disabled=True, role=AccountRole.VIEWER)
        await work.accounts.save(disabled)
        assert await work.accounts.all() == [disabled]


async def test_a_name_that_is_taken_is_refused_and_the_step_may_go_on(store: SqlStore) -> None:
    async with store.transaction() as work:
        await work.accounts.add(OFFICER)
        with pytest.raises(Refused, match="name_taken: Tên tài khoản “truc-ban” đã có người dùng"):
            await work.accounts.add(OFFICER)
        await work.accounts.add(replace(OFFICER, name="lanh-dao"))
    async with store.snapshot() as view:
        assert [account.name for account in await view.accounts.all()] == ["lanh-dao", "truc-ban"]


async def test_a_session_lasts_until_it_is_ended_or_expires(store: SqlStore) -> None:
    async with store.transaction() as work:
        account_id = await work.accounts.add(OFFICER)
        sessions = [Session(digest, account_id, "csrf", NOW, expires) for digest, expires in (("a", NOW), ("b", LATER), ("c", LATER))]
        for session in sessions:
            await work.accounts.add_session(session)
        assert await work.accounts.session("b") == sessions[1]
        assert await work.accounts.end_sessions(LATER) == 1
        await work.accounts.end_session("c")
        assert [await work.accounts.session(digest) for digest in "abc"] == [None, sessions[1], None]


async def test_a_token_is_found_by_its_digest_and_stays_revoked_since_the_first_time(store: SqlStore) -> None:
    made = Token(0, "digest", "scada", frozenset({Scope.READ, Scope.SUBMIT}), NOW)
    async with store.transaction() as work:
        token = replace(made, id=await work.accounts.add_token(made))
        assert await work.accounts.token("digest") == token
        assert await work.accounts.token("another") is None
        await work.accounts.revoke_token(token.id, NOW)
        await work.accounts.revoke_token(token.id, LATER)
        assert await work.accounts.tokens() == [replace(token, revoked_at=NOW)]


async def test_an_invitation_is_kept_and_bound(store: SqlStore) -> None:
    invitation = Enrolment("digest", "lang-son/huyen-mot#chu-tich", "telegram", NOW, LATER)
    async with store.transaction() as work:
        await work.accounts.add_enrolment(invitation)
        assert await work.accounts.enrolment("digest") == invitation
        assert await work.accounts.enrolment("another") is None
        bound = replace(invitation, address="1001", bound_at=LATER)
        await work.accounts.save_enrolment(bound)
        assert await work.accounts.enrolments() == [bound]
