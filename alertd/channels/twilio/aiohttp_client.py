"""Carries the Twilio package's calls over an aiohttp session of ours, each bounded in time, to whatever server is configured."""

from __future__ import annotations

import json
import logging
from base64 import b64encode
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from aiohttp import ClientSession
from twilio.http import AsyncHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from alertd.channels.transport import Answer, download, exchange, open_session
from alertd.channels.twilio.codes import MEANINGS, sentence_of
from alertd.errors import DeliveryFailed, FailureKind

_DOWNLOAD_SECONDS = 120.0
_HOST = "https://api.twilio.com"
_BETWEEN_TWO_NUMBERS = 14107
"""The one rate limit that holds for a pair of numbers instead of the account."""


def client_of(account: tuple[str, str], api_base: str, seconds: float) -> Client:
    """The package's client for an account (its SID and token), its calls carried as below."""
    # Without an environment of its own the client would let TWILIO_EDGE and TWILIO_REGION choose the server.
    return Client(*account, http_client=AiohttpTwilioClient(api_base, seconds), environment={"TWILIO_EDGE": ""})


class AiohttpTwilioClient(AsyncHttpClient):  # type: ignore[misc]  # the package carries no types
    """Raises DeliveryFailed for every answer that is not a success: the package's own exceptions drop the headers (Retry-After)."""

    def __init__(self, api_base: str, seconds: float) -> None:
        """Requests go to `api_base` instead of api.twilio.com and take `seconds` at most."""
        super().__init__(logging.getLogger(__name__), True, seconds)  # noqa: FBT003  the package's own signature
        self._api_base = api_base.rstrip("/")
        self._seconds = seconds
        self._session: ClientSession | None = None

    def open(self) -> None:
        """Open the session, once; inside the running loop."""
        self._session = self._session or open_session(self._seconds)

    async def close(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def download(self, uri: str, max_bytes: int, account: tuple[str, str]) -> bytes:
        """Fetch a file; Twilio sends us on to where it keeps files, without the credentials. Raises DeliveryFailed or Oversized."""
        if self._session is None:
            raise DeliveryFailed(FailureKind.NETWORK, "kênh Twilio chưa được mở")
        return await download(
            self._session, self._api_base + uri, seconds=_DOWNLOAD_SECONDS, max_bytes=max_bytes, headers=_authorization(account)
        )

    async def request(
        self,
        method: str,
        uri: str,
        params: Mapping[str, Any] | None = None,
        data: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109  the package's own signature
        allow_redirects: bool = False,  # noqa: FBT001, FBT002  the same
    ) -> Response:
        """Make one call. Raises DeliveryFailed."""
        if self._session is None:
            raise DeliveryFailed(FailureKind.NETWORK, "kênh Twilio chưa được mở")
        answer = await exchange(
            self._session,
            method,
            self._api_base + uri.removeprefix(_HOST),
            seconds=self._seconds,
            params=params,
            data=urlencode(data, doseq=True).encode() if data else None,
            headers={**(headers or {}), **_authorization(auth)},
        )
        content = _content(answer)
        if not 200 <= answer.status < 300:
            raise _failure(answer, content, has_sent=method == "POST")
        if content is None:
            raise DeliveryFailed(FailureKind.UNKNOWN, "Twilio trả lời không đọc được")
        return Response(answer.status, answer.body.decode(), answer.headers)


def _authorization(auth: tuple[str, str] | None) -> dict[str, str]:
    return {"Authorization": "Basic " + b64encode(":".join(auth).encode()).decode()} if auth else {}


def _content(answer: Answer) -> dict[str, Any] | None:
    try:
        content = json.loads(answer.body)
    except ValueError:
        return None
    return content if isinstance(content, dict) else None


def _failure(answer: Answer, content: dict[str, Any] | None, *, has_sent: bool) -> DeliveryFailed:
    """What a refusal means. After an error of the provider's own, an SMS that was handed over may still go out."""
    if answer.status >= 500:
        kind = FailureKind.UNKNOWN if has_sent else FailureKind.PROVIDER_DOWN
        return DeliveryFailed(kind, f"Twilio đang có sự cố (HTTP {answer.status})")
    code = (content or {}).get("code")
    if not isinstance(code, int):
        return DeliveryFailed(
            FailureKind.NETWORK, f"trả lời không phải của Twilio (HTTP {answer.status}): có thể bị chặn trên đường truyền"
        )
    meaning = MEANINGS.get(code)
    kind = meaning.kind if meaning else _BY_STATUS.get(answer.status, FailureKind.BAD_MESSAGE)
    concerns_sender = kind is FailureKind.RATE and code != _BETWEEN_TWO_NUMBERS
    return DeliveryFailed(kind, sentence_of(code), _retry_after(answer), concerns_sender)


_BY_STATUS = {401: FailureKind.CREDENTIALS, 403: FailureKind.CREDENTIALS, 404: FailureKind.CREDENTIALS, 429: FailureKind.RATE}


def _retry_after(answer: Answer) -> timedelta | None:
    value = answer.headers.get("Retry-After", "")
    return timedelta(seconds=int(value)) if value.isdigit() else None
