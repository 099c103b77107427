"""Logs for people or for machines on standard error, with every secret taken out before a line is written."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Protocol, TextIO

HIDDEN = "[hidden]"
_SECRET_KEY = re.compile(r"token|secret|password|authori[sz]ation|cookie|account_sid|credential|api_key|signature", re.IGNORECASE)
_SECRET_TEXT = re.compile(
    r"""
    (?<!\d)\d{6,12}:[\w-]{20,}                                   # a Telegram bot's token; it also stands in the provider's addresses
    | (?P<scheme>\b(?:Bearer|Basic)\s+)[\w.~+/=-]{6,}            # the value of an Authorization header
    | (?P<user>://[^\s:/@]+:)[^\s@/]+(?=@)                       # the password in a database's address
    | (?P<key>\b(?:token|secret|password|auth_token)=)[^\s&"']+  # a parameter of an address
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TELEPHONE = re.compile(r"(?<![\w.])(\+\d\d|0\d\d)(?:[ .]?\d){3,8}[ .]?(\d\d\d)(?!\w)")
_TALKATIVE = {
    "aiohttp.access": logging.WARNING,
    "alembic": logging.WARNING,
    "apscheduler": logging.ERROR,  # it warns of every tick that finds the last one still at work, which is meant to be so
    "httpx": logging.WARNING,
    "telegram": logging.WARNING,
    "twilio": logging.WARNING,
}
"""Libraries that tell every tick and every request: what they say below these levels is wanted only when debugging."""

_FIELDS = "fields_of_event"
"""Under this name a record of the standard library carries an event's fields."""


class LogSettings(Protocol):
    """What `configure` needs to know; the table [log] of the configuration is one."""

    @property
    def level(self) -> str:
        """debug, info, warning or error."""
        ...

    @property
    def format(self) -> str:
        """`console` for people, `json` for machines."""
        ...


class EventLog:
    """Tells the events of one module: what happened in plain words, and beside it the fields that tell it from others of its kind."""

    def __init__(self, module: str) -> None:
        self._logger = logging.getLogger(module)

    def info(self, event: str, **fields: object) -> None:
        """What is good to know."""
        self._logger.info(event, extra={_FIELDS: fields})

    def warning(self, event: str, **fields: object) -> None:
        """What goes on without a person, though not as it should."""
        self._logger.warning(event, extra={_FIELDS: fields})

    def error(self, event: str, **fields: object) -> None:
        """What did not go on."""
        self._logger.error(event, extra={_FIELDS: fields})

    def exception(self, event: str, **fields: object) -> None:
        """The same, with the traceback of the exception at hand."""
        self._logger.error(event, exc_info=sys.exception(), extra={_FIELDS: fields})


def configure(settings: LogSettings, stream: TextIO | None = None) -> None:
    """Send the log of alertd and of its libraries to `stream` (standard error), one line an event."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Formatter(_for_machines if settings.format == "json" else _for_people))
    logging.basicConfig(handlers=[handler], level=settings.level.upper(), force=True)
    least = logging.getLevelNamesMapping()[settings.level.upper()]
    for name, level in _TALKATIVE.items():
        logging.getLogger(name).setLevel(logging.NOTSET if settings.level == "debug" else max(level, least))


class _Formatter(logging.Formatter):
    """Brings what alertd and what its libraries tell into one form, without secrets."""

    def __init__(self, write: Callable[[dict[str, Any]], str]) -> None:
        super().__init__()
        self._write = write

    def format(self, record: logging.LogRecord) -> str:
        """One event."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="microseconds")
        told = {"timestamp": moment.replace("+00:00", "Z"), "level": record.levelname.lower(), "event": record.getMessage()}
        told |= getattr(record, _FIELDS, {})
        if record.exc_info:  # the plain traceback: prettier ones print the values of variables, secrets among them
            told["exception"] = self.formatException(record.exc_info)
        return self._write(redact(told))


def _for_machines(event: dict[str, Any]) -> str:
    return json.dumps(event, ensure_ascii=False, default=repr)


def _for_people(event: dict[str, Any]) -> str:
    moment, level, words = (event.pop(key) for key in ("timestamp", "level", "event"))
    traceback = "\n" + event.pop("exception") if "exception" in event else ""
    fields = "".join(f" {key}={value!r}" for key, value in event.items())
    return f"{moment} [{level:<8}] {words:<30}{fields}".rstrip() + traceback


def redact(event: Mapping[str, Any]) -> dict[str, Any]:
    """Hide every secret of an event and mask telephone numbers, however deep they stand."""
    return {key: _cleared(str(key), value) for key, value in event.items()}


def _cleared(key: str, value: Any) -> Any:
    if _SECRET_KEY.search(key):
        return HIDDEN
    if isinstance(value, Mapping):
        return {inner: _cleared(str(inner), item) for inner, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_cleared(key, item) for item in value]
    return clear_text(value) if isinstance(value, str) else value


def clear_text(text: str) -> str:
    """The text without the secrets in it, telephone numbers cut down to `+84…678`."""
    return _TELEPHONE.sub(r"\1…\2", _SECRET_TEXT.sub(_without_secret, text))


def _without_secret(match: re.Match[str]) -> str:
    return next((match[name] for name in ("scheme", "user", "key") if match[name]), "") + HIDDEN
