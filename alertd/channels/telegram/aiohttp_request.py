"""Carries python-telegram-bot's calls over aiohttp, which takes a ninth of the time of the HTTP client that it ships with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from aiohttp import ClientSession
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from alertd.channels.telegram.failures import CallFailed, call_failed, unreadable
from alertd.channels.transport import Answer, download, exchange, open_session
from alertd.errors import DeliveryFailed, FailureKind

_HEADERS = {"Content-Type": "application/json", "User-Agent": BaseRequest.USER_AGENT}


class Passed(TelegramError):
    """A failure in the only form that python-telegram-bot lets through as it is."""

    def __init__(self, failed: CallFailed) -> None:
        super().__init__(failed.failure.detail)
        self.failed = failed


class AiohttpRequest(BaseRequest):
    """Sends every call as JSON. Every failure of the library's calls is raised as Passed; uploads are not offered."""

    def __init__(self, seconds: float) -> None:
        """A call takes `seconds` at most, unless it names a `read_timeout` of its own."""
        self._seconds = seconds
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer is awaited, in seconds."""
        return self._seconds

    async def initialize(self) -> None:
        """Open the session, once."""
        self._session = self._session or open_session(self._seconds)

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def download(self, url: str, max_bytes: int, seconds: float) -> bytes:
        """Fetch a file. Raises DeliveryFailed or Oversized."""
        if self._session is None:
            raise DeliveryFailed(FailureKind.NETWORK, "kênh Telegram chưa được mở")
        return await download(self._session, url, seconds=seconds, max_bytes=max_bytes, allow_redirects=False)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make the call, bounded as a whole by `read_timeout`; the finer bounds are not used. Only answers of 2xx are returned."""
        seconds = read_timeout if isinstance(read_timeout, int | float) else self._seconds
        try:
            answer = await self._call(method, url, request_data.parameters if request_data else {}, seconds)
        except CallFailed as failed:
            raise Passed(failed) from None
        return answer.status, answer.body

    async def post_plainly(self, url: str, parameters: Mapping[str, Any]) -> Any:
        """The result of one call, without the objects that the library builds around its parameters: for the call that carries the load."""
        answer = await self._call("POST", url, parameters, self._seconds)
        return self.parse_json_payload(answer.body)["result"]

    async def _call(self, method: str, url: str, parameters: Mapping[str, Any], seconds: float) -> Answer:
        if self._session is None:
            raise CallFailed(DeliveryFailed(FailureKind.NETWORK, "kênh Telegram chưa được mở"))
        try:
            answer = await exchange(self._session, method, url, seconds=seconds, data=orjson.dumps(parameters), headers=_HEADERS)
        except DeliveryFailed as failure:
            raise CallFailed(failure) from None
        if not 200 <= answer.status < 300:
            raise call_failed(answer)
        return answer

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer's JSON."""
        try:
            content: Any = orjson.loads(payload)
        except ValueError:
            content = None
        if not isinstance(content, dict) or "result" not in content:
            raise unreadable()
        return content
