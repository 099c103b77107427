"""Keeps who may sign in, the tokens of programs, and which chat belongs to which contact."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select, update

from alertd.errors import Refused
from alertd.model.accounts import Account, Enrolment, Session, Token
from alertd.store.rows import Access, Rows
from alertd.store.tables.people import ACCOUNTS, ENROLMENTS, SESSIONS, TOKENS

_ACCOUNTS = Rows(Account, ACCOUNTS)
_SESSIONS = Rows(Session, SESSIONS, key="digest")
_TOKENS = Rows(Token, TOKENS)
_ENROLMENTS = Rows(Enrolment, ENROLMENTS, key="digest")


class SqlAccounts:
    """`alertd.ports.Accounts` in SQL."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def add(self, account: Account) -> int:
        statement = self._access.insert_new(ACCOUNTS, "name").values(_ACCOUNTS.values(account)).returning(ACCOUNTS.c.id)
        account_id: int | None = await self._access.connection.scalar(statement)
        if account_id is None:
            raise Refused("name_taken", f"Tên tài khoản “{account.name}” đã có người dùng.")
        return account_id

    async def with_name(self, name: str) -> Account | None:
        return await self._access.one(_ACCOUNTS, ACCOUNTS.c.name == name)

    async def get(self, account_id: int) -> Account | None:
        return await self._access.get(_ACCOUNTS, account_id)

    async def all(self) -> list[Account]:
        return await self._access.many(_ACCOUNTS, _ACCOUNTS.all.order_by(ACCOUNTS.c.name))

    async def save(self, account: Account) -> None:
        await self._access.save(_ACCOUNTS, account)

    async def add_session(self, session: Session) -> None:
        await self._access.add(_SESSIONS, session)

    async def session(self, digest: str) -> Session | None:
        return await self._access.one(_SESSIONS, SESSIONS.c.digest == digest)

    async def end_session(self, digest: str) -> None:
        await self._access.run(delete(SESSIONS).where(SESSIONS.c.digest == digest))

    async def end_sessions_of(self, account_id: int) -> int:
        """Returns how many."""
        return await self._access.run(delete(SESSIONS).where(SESSIONS.c.account == account_id))

    async def end_sessions(self, before: datetime) -> int:
        """Forget the sessions that expired before that moment. Returns how many."""
        return await self._access.run(delete(SESSIONS).where(SESSIONS.c.expires_at < before))

    async def add_token(self, token: Token) -> int:
        return int(await self._access.add(_TOKENS, token))

    async def token(self, digest: str) -> Token | None:
        """The token with that digest, revoked or not."""
        return await self._access.one(_TOKENS, TOKENS.c.digest == digest)

    async def tokens(self) -> list[Token]:
        return await self._access.many(_TOKENS, _TOKENS.all.order_by(TOKENS.c.id))

    async def revoke_token(self, token_id: int, at: datetime) -> None:
        """A token that is already revoked keeps its earlier moment."""
        await self._access.run(update(TOKENS).where(TOKENS.c.id == token_id, TOKENS.c.revoked_at.is_(None)).values(revoked_at=at))

    async def add_enrolment(self, enrolment: Enrolment) -> None:
        await self._access.add(_ENROLMENTS, enrolment)

    async def enrolment(self, digest: str) -> Enrolment | None:
        return await self._access.one(_ENROLMENTS, ENROLMENTS.c.digest == digest, hold=True)

    async def save_enrolment(self, enrolment: Enrolment) -> None:
        await self._access.save(_ENROLMENTS, enrolment)

    async def enrolments(self) -> list[Enrolment]:
        return await self._access.many(_ENROLMENTS, _ENROLMENTS.all.order_by(ENROLMENTS.c.created_at, ENROLMENTS.c.digest))

    async def stand_of_enrolments(self) -> tuple[int, int, datetime | None]:
        """As the port says."""
        table = ENROLMENTS.c
        query = select(func.count(), func.count(table.address), func.max(table.bound_at))
        made, bound, latest = (await self._access.connection.execute(query)).one()
        return made, bound, latest
