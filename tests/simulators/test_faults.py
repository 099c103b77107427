"""How providers are made to fail."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiohttp import ClientConnectionError, ClientConnectorError, ClientPayloadError, ClientSession

from alertd.errors import SetupError
from alertd.simulators.faults import Fault, FaultKind, Faults, load_faults
from alertd.simulators.telegram import TelegramSimulator


def taken(faults: Faults, calls: int, method: str = "sendMessage", to: str = "1") -> list[FaultKind | None]:
    found = [faults.next_for(method, to) for _ in range(calls)]
    return [fault.does if fault else None for fault in found]


def test_a_fault_befalls_so_many_calls_after_so_many_have_passed() -> None:
    faults = Faults([Fault(FaultKind.ERROR, times=2, skip=1)])
    assert taken(faults, 5) == [None, FaultKind.ERROR, FaultKind.ERROR, None, None]


def test_a_fault_may_go_on_for_ever_until_all_are_cleared() -> None:
    faults = Faults([Fault(FaultKind.RATE, times=None)])
    assert taken(faults, 100) == [FaultKind.RATE] * 100
    faults.clear()
    assert taken(faults, 1) == [None]


def test_faults_come_in_their_order_and_only_to_the_calls_they_are_about() -> None:
    faults = Faults([Fault(FaultKind.CUT, method="sendmessage", to="1"), Fault(FaultKind.HANG, method="getUpdates")])
    faults.add(Fault(FaultKind.SLOW))
    assert taken(faults, 1, to="2") == [FaultKind.SLOW]
    assert taken(faults, 2) == [FaultKind.CUT, None]
    assert taken(faults, 1, method="getUpdates") == [FaultKind.HANG]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("faults.toml", '[[faults]]\ndoes = "rate"\nretry_after = 5\n[[faults]]\ndoes = "slow"\nseconds = 0.5\n'),
        ("faults.json", '{"faults": [{"does": "rate", "retry_after": 5}, {"does": "slow", "seconds": 0.5}]}'),
    ],
)
def test_a_script_is_toml_or_json(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert load_faults(tmp_path / name).rules == [Fault(FaultKind.RATE, retry_after=5), Fault(FaultKind.SLOW, seconds=0.5)]


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("faults.toml", '[[faults]]\ndoes = "explode"\n', "faults.0.does"),
        ("faults.toml", "[[faults]\n", "cannot be read"),
        ("faults.json", "[]", "cannot be read"),
        ("missing.toml", None, "cannot be read"),
    ],
)
def test_a_script_with_a_mistake_is_refused_with_its_place(tmp_path: Path, name: str, text: str | None, place: str) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(SetupError, match=place):
        load_faults(tmp_path / name)


async def test_each_fault_breaks_a_call_in_its_own_way(http: ClientSession) -> None:
    async with TelegramSimulator() as simulator:
        url = f"{simulator.url}/bot{simulator.token}/getMe"
        simulator.faults.add(Fault(FaultKind.ERROR, status=502))
        async with http.get(url) as response:
            assert response.status == 502
        simulator.faults.add(Fault(FaultKind.GARBLE))
        async with http.get(url) as response:
            assert response.content_type == "text/html"
        simulator.faults.add(Fault(FaultKind.CUT))
        with pytest.raises(ClientPayloadError):
            async with http.get(url) as response:
                await response.read()
        simulator.faults.add(Fault(FaultKind.RESET, times=None))
        with pytest.raises(ClientConnectionError):
            await http.get(url)


async def test_a_provider_that_cannot_be_reached_refuses_connections_and_comes_back(http: ClientSession) -> None:
    async with TelegramSimulator() as simulator:
        url = f"{simulator.url}/bot{simulator.token}/getMe"
        await simulator.cut_off()
        with pytest.raises(ClientConnectorError):
            await http.get(url)
        await simulator.reconnect()
        async with http.get(url) as response:
            assert response.status == 200


async def test_a_refusal_by_script_ends_by_itself(http: ClientSession) -> None:
    async with TelegramSimulator() as simulator:
        url = f"{simulator.url}/bot{simulator.token}/getMe"
        simulator.faults.add(Fault(FaultKind.REFUSE, seconds=0.05))
        with pytest.raises(ClientConnectionError):
            await http.post(url)
        await simulator.settled()
        async with http.get(url) as response:
            assert response.status == 200
