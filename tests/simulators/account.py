"""One account at the simulated Twilio, called as its REST API is."""

from __future__ import annotations

from typing import Any

from aiohttp import ClientSession, encode_basic_auth

from alertd.simulators.twilio import TwilioSimulator


class Account:
    """Calls with the account's credentials, or with another token."""

    def __init__(self, simulator: TwilioSimulator, http: ClientSession) -> None:
        self.simulator = simulator
        self.http = http

    async def call(self, method: str, path: str, token: str = "", **options: Any) -> tuple[int, Any]:
        url = f"{self.simulator.url}/2010-04-01/Accounts/{self.simulator.account_sid}{path}.json"
        headers = {"Authorization": encode_basic_auth(self.simulator.account_sid, token or self.simulator.auth_token)}
        async with self.http.request(method, url, headers=headers, **options) as response:
            return response.status, await response.json()
