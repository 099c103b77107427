"""Logs for people or for machines on standard error, with every secret taken out before a line is written."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Mapping
from typing import Any, Protocol, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

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


def configure(settings: LogSettings, stream: TextIO | None = None) -> None:
    """Send the log of alertd and of its libraries to `stream` (standard error), one line an event."""
    stream = stream or sys.stderr
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
        redact,
    ]
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _renderer(settings, stream)],
        )
    )
    logging.basicConfig(handlers=[handler], level=settings.level.upper(), force=True)
    least = logging.getLevelNamesMapping()[settings.level.upper()]
    for name, level in _TALKATIVE.items():
        logging.getLogger(name).setLevel(logging.NOTSET if settings.level == "debug" else max(level, least))


def _renderer(settings: LogSettings, stream: TextIO) -> Processor:
    if settings.format == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    # A plain traceback: the pretty ones print the values of variables, secrets among them.
    return structlog.dev.ConsoleRenderer(colors=stream.isatty(), exception_formatter=structlog.dev.plain_traceback)


def redact(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
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
