"""A full disk stops neither pages nor monitoring: what comes is refused as a whole, everybody is told, and it goes on by itself."""

from __future__ import annotations

from pathlib import Path

from alertd.model.accounts import Scope
from tests.fakes.disk import full
from tests.web.duty import Client, Duty, Officer

LONG = "Một trang văn bản. " * 20_000


async def test_a_full_disk_is_told_to_monitoring_programs_and_officers_and_passes(
    tmp_path: Path, duty: Duty, officer: Officer, client: Client
) -> None:
    headers = {"Content-Type": "text/plain", **await duty.token(Scope.SUBMIT)}
    with full(tmp_path / "alertd.db"):
        response = await client.post("/api/v1/documents", data=LONG.encode(), headers=headers)
        assert (response.status, response.headers["Retry-After"]) == (503, "5")
        assert (await response.json())["code"] == "database_away"
        ready = await client.get("/readyz")
        answer = await ready.json()
        assert (ready.status, answer["parts"]["database"]["ok"]) == (503, False)
        assert "không ghi được" in answer["parts"]["database"]["detail"]
        assert (await client.get("/healthz")).status == 200
        assert "Máy chủ không ghi được dữ liệu" in await officer.opens("/documents")
    assert (await client.get("/readyz")).status == 200
    assert "Máy chủ không ghi được dữ liệu" not in await officer.opens("/documents")
    assert await duty.desk.board.documents() == ()
    response = await client.post("/api/v1/documents", data=LONG.encode(), headers=headers)
    assert response.status == 201
