"""Who may come in: accounts with argon2id passwords, server-side sessions, tokens of programs, and a brake on guessing."""

from __future__ import annotations

import asyncio
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from alertd.errors import Forbidden, Invalid, NotFound
from alertd.model.accounts import Account, AccountRole, Scope, Session, Token
from alertd.ports import Clock, Store
from alertd.workflow.people.enrolment import digest_of
from alertd.workflow.people.guesses import Guesses

GUESSES_AT_ONCE = 2
"""A password takes 64 MB and a core to check: a flood of guesses must leave room for everything else."""
SHORTEST_PASSWORD = 10
LONGEST_NAME = 60


class Access:
    """Accounts, sessions and tokens. Of every secret word only the SHA-256 is kept."""

    def __init__(self, store: Store, clock: Clock, session_lasts: timedelta) -> None:
        self._store = store
        self._clock = clock
        self._session_lasts = session_lasts
        self._hasher = PasswordHasher()
        self._guessing = asyncio.Semaphore(GUESSES_AT_ONCE)
        self._guesses = Guesses()

    async def add_user(self, name: str, role: AccountRole, password: str, by: str = "cli") -> Account:
        """A new account. Raises Refused(`name_taken`) or Invalid for a name that is none or a password that is too short."""
        name = _named(name, "Tên tài khoản")
        hashed = await self._hashed(password)
        now = self._clock.now()
        account = Account(0, name, role, hashed, now)
        async with self._store.transaction() as tx:
            account = replace(account, id=await tx.accounts.add(account))
            await tx.audit.add(now, by, "account.added", f"account/{account.id}", {"name": account.name, "role": role})
        return account

    async def set_password(self, name: str, password: str, by: str = "cli") -> Account:
        """Give an account another password; whoever came in with the old one must come in again. Raises NotFound, or Invalid for
        a password that is too short.
        """
        hashed = await self._hashed(password)
        return await self._change(name, "account.password_set", by, lambda account: replace(account, password_hash=hashed))

    async def disable(self, name: str, by: str = "cli") -> Account:
        """Let an account sign in no more; its sessions end with it. Raises NotFound."""
        return await self._change(name, "account.disabled", by, lambda account: replace(account, is_disabled=True))

    async def enable(self, name: str, by: str = "cli") -> Account:
        """Let an account that was disabled sign in again, with the password that it had. Raises NotFound."""
        return await self._change(name, "account.enabled", by, lambda account: replace(account, is_disabled=False))

    async def sign_in(self, name: str, password: str, address: str = "") -> tuple[str, Session]:
        """A new session and the word for its cookie. Raises Forbidden, with the same sentence for a wrong name and a
        wrong password, and Busy where too many are tried from one address at once.
        """
        name = _one_form(name)
        with self._guesses.one_of(address):
            async with self._store.snapshot() as tx:
                account = await tx.accounts.with_name(name)
            async with self._guessing:  # what was guessed at the same moment counts by now
                self._guesses.check(name, address, self._clock.now())
                is_right = await asyncio.to_thread(self._matches, account.password_hash if account else None, password)
                if account is None or not is_right or account.is_disabled:
                    self._guesses.was_wrong(name, address, self._clock.now())
                    raise _wrong_password()
                if self._hasher.check_needs_rehash(account.password_hash):
                    account = await self._hash_anew(account, password)
        self._guesses.was_right(name, address, self._clock.now())
        return await self.start_session(account)

    async def start_session(self, account: Account) -> tuple[str, Session]:
        """A session for an account whose identity is established. Raises Forbidden when it was disabled or got another password
        since it was read: the sessions that this ended must not be followed by one more.
        """
        word, now = secrets.token_urlsafe(32), self._clock.now()
        session = Session(digest_of(word), account.id, secrets.token_urlsafe(24), now, now + self._session_lasts)
        async with self._store.transaction() as tx:
            if await tx.accounts.get(account.id) != account:
                raise _wrong_password()
            await tx.accounts.end_sessions(now)
            await tx.accounts.add_session(session)
            await tx.audit.add(now, account.name, "account.signed_in", f"account/{account.id}", {})
        return word, session

    async def session(self, word: str) -> tuple[Account, Session] | None:
        """Whose session a cookie's word is; None when it is unknown or over."""
        async with self._store.snapshot() as tx:
            session = await tx.accounts.session(digest_of(word))
            account = await tx.accounts.get(session.account) if session else None
        if session is None or account is None or account.is_disabled or session.expires_at <= self._clock.now():
            return None
        return account, session

    async def sign_out(self, word: str) -> None:
        """End a session."""
        async with self._store.transaction() as tx:
            await tx.accounts.end_session(digest_of(word))

    async def create_token(self, name: str, scopes: frozenset[Scope], by: str) -> str:
        """A token for a program, to be shown once. Raises Invalid for one without a right or with a name that is none."""
        name = _named(name, "Tên mã truy cập")
        if not scopes:
            raise Invalid("no_scope", "Cần chọn ít nhất một quyền cho mã truy cập.")
        word, now = f"alertd_{secrets.token_urlsafe(32)}", self._clock.now()
        async with self._store.transaction() as tx:
            token_id = await tx.accounts.add_token(Token(0, digest_of(word), name, scopes, now))
            await tx.audit.add(now, by, "token.created", f"token/{token_id}", {"name": name, "scopes": sorted(scopes)})
        return word

    async def revoke_token(self, token_id: int, by: str) -> None:
        """End a token's rights. Raises NotFound."""
        now = self._clock.now()
        async with self._store.transaction() as tx:
            if token_id not in {token.id for token in await tx.accounts.tokens()}:
                raise NotFound("no_token", f"Không có mã truy cập số {token_id}.")
            await tx.accounts.revoke_token(token_id, now)
            await tx.audit.add(now, by, "token.revoked", f"token/{token_id}", {})

    async def token(self, word: str) -> Token | None:
        """The token that a word is; None when it is unknown or revoked."""
        async with self._store.snapshot() as tx:
            token = await tx.accounts.token(digest_of(word))
        return token if token is not None and token.revoked_at is None else None

    async def users(self) -> tuple[Account, ...]:
        """All accounts."""
        async with self._store.snapshot() as tx:
            return tuple(await tx.accounts.all())

    async def tokens(self) -> tuple[Token, ...]:
        """All tokens, revoked ones included."""
        async with self._store.snapshot() as tx:
            return tuple(await tx.accounts.tokens())

    async def _hashed(self, password: str) -> str:
        if len(password) < SHORTEST_PASSWORD:
            raise Invalid("weak_password", f"Mật khẩu cần ít nhất {SHORTEST_PASSWORD} ký tự.")
        try:
            return await asyncio.to_thread(self._hasher.hash, _typed_alike(password))
        except UnicodeEncodeError:  # half a letter, of a terminal with another alphabet
            raise Invalid("bad_password", "Mật khẩu có ký tự không đọc được; hãy gõ bằng bảng mã UTF-8.") from None

    async def _change(self, name: str, action: str, by: str, change: Callable[[Account], Account]) -> Account:
        name = _one_form(name)
        async with self._store.transaction() as tx:
            account = await tx.accounts.with_name(name)
            if account is None:
                raise NotFound("no_account", f"Không có tài khoản “{name}”.")
            await tx.accounts.save(change(account))
            await tx.accounts.end_sessions_of(account.id)
            await tx.audit.add(self._clock.now(), by, action, f"account/{account.id}", {"name": name})
        return change(account)

    async def _hash_anew(self, account: Account, password: str) -> Account:
        """What an older way of hashing kept, kept in today's; an account that changed meanwhile stays as it is."""
        anew = replace(account, password_hash=await asyncio.to_thread(self._hasher.hash, _typed_alike(password)))
        async with self._store.transaction() as tx:
            if await tx.accounts.get(account.id) == account:
                await tx.accounts.save(anew)
        return anew

    def _matches(self, stored: str | None, password: str) -> bool:
        if stored is None:  # the same work for unknown names: they must not answer faster
            stored, password = self._nobody, ""
        try:
            return self._hasher.verify(stored, _typed_alike(password))
        except (VerificationError, InvalidHashError, UnicodeEncodeError):
            return False

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash(secrets.token_hex(16))


def _wrong_password() -> Forbidden:
    return Forbidden("wrong_password", "Tên hoặc mật khẩu không đúng.")


def _named(name: str, what: str) -> str:
    """The name in its one form. Raises Invalid."""
    name = _one_form(name)
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise Invalid("bad_name", f"{what} phải có từ 1 đến {LONGEST_NAME} ký tự, trên một dòng.")
    return name


def _one_form(name: str) -> str:
    """A name as it is kept: keyboards write the marks of one letter in two ways."""
    return _typed_alike(name).strip()


def _typed_alike(words: str) -> str:
    return unicodedata.normalize("NFC", words)
