"""The watched folder: each file is taken in once, whole; what is refused says why; nothing that was dropped is lost."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from alertd.app import build
from alertd.errors import Busy
from alertd.sources.folder import NO_FILE, FolderSource
from alertd.workflow.arrival.examination import Examination, file_limits, in_a_thread
from tests.fakes.clock import HandClock
from tests.fakes.rig import NOBODY
from tests.fakes.town import DOCUMENTS, Town, handbook, settings_for, town

ORDER = (DOCUMENTS / "two-districts.txt").read_bytes()


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    async with town(tmp_path) as opened:
        yield opened


def source(place: Town) -> tuple[FolderSource, Path]:
    intake = place.desk.settings.intake
    intake.folder.mkdir(parents=True, exist_ok=True)
    return FolderSource(intake.folder, place.desk.intake, intake.settles_after, intake.max_bytes), intake.folder


async def test_a_file_is_taken_in_once_when_it_has_stopped_growing(place: Town) -> None:
    watcher, folder = source(place)
    dropped = folder / "công điện.txt"
    dropped.write_bytes(ORDER[:100])
    assert await watcher.look() == 0
    dropped.write_bytes(ORDER)
    assert await watcher.look() == 0
    assert await watcher.look() == 1
    assert await watcher.look() == 0
    assert len(await place.desk.board.documents()) == 1
    assert (folder / "done" / "công điện.txt").read_bytes() == ORDER


async def test_a_file_for_which_there_is_no_place_now_waits_in_the_folder(tmp_path: Path) -> None:
    is_busy = True

    async def examine(content: bytes, name: str, received_on: date) -> Examination:
        if is_busy:
            raise Busy("busy", "Đang bận.")
        return await in_a_thread(file_limits(desk.settings), desk.directory)(content, name, received_on)

    desk = await build(settings_for(tmp_path, NOBODY, NOBODY, NOBODY), HandClock(), handbook=handbook(), examine=examine)
    folder = desk.settings.intake.folder
    watcher = FolderSource(folder, desk.intake, desk.settings.intake.settles_after, desk.settings.intake.max_bytes)
    folder.mkdir()
    (folder / "a.txt").write_bytes(ORDER)
    for _ in range(3):
        await watcher.look()
    assert [path.name for path in folder.iterdir()] == ["a.txt"]
    is_busy = False
    await watcher.look()
    assert len(await desk.board.documents()) == 1
    await desk.store.close()


async def test_a_refused_file_is_moved_aside_with_the_reason_beside_it(place: Town) -> None:
    watcher, folder = source(place)
    (folder / "rong.txt").write_bytes(b"")
    (folder / "hai.txt").write_bytes(ORDER)
    await watcher.look()
    assert await watcher.look() == 2
    assert (folder / "refused" / "rong.txt").exists()
    assert (folder / "refused" / "rong.txt.reason.txt").read_text(encoding="utf-8").strip()
    assert len(await place.desk.board.documents()) == 1


async def test_a_link_is_refused_and_what_it_leads_to_is_not_read(place: Town, tmp_path: Path) -> None:
    watcher, folder = source(place)
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_bytes(ORDER)
    (folder / "a.txt").symlink_to(elsewhere)
    (folder / "b.txt").symlink_to(tmp_path / "nothing")
    await watcher.look()
    assert await watcher.look() == 2
    assert {path.name for path in (folder / "refused").iterdir()} >= {"a.txt.reason.txt", "b.txt.reason.txt"}
    assert elsewhere.read_bytes() == ORDER
    assert not await place.desk.board.documents()


async def test_a_file_that_is_taken_back_meanwhile_keeps_no_other_waiting(tmp_path: Path) -> None:
    async def examine(content: bytes, name: str, received_on: date) -> Examination:
        (folder / "b.txt").unlink(missing_ok=True)
        return await in_a_thread(file_limits(desk.settings), desk.directory)(content, name, received_on)

    desk = await build(settings_for(tmp_path, NOBODY, NOBODY, NOBODY), HandClock(), handbook=handbook(), examine=examine)
    folder = desk.settings.intake.folder
    watcher = FolderSource(folder, desk.intake, desk.settings.intake.settles_after, desk.settings.intake.max_bytes)
    folder.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_bytes(ORDER + name.encode())
    for _ in range(2):
        await watcher.look()
    assert {path.name for path in (folder / "done").iterdir()} == {"a.txt", "c.txt"}
    await desk.store.close()


async def test_a_file_over_which_the_program_stumbles_keeps_no_other_waiting(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def examine(content: bytes, name: str, received_on: date) -> Examination:
        if name == "a.txt":
            raise LookupError("stumbled")
        return await in_a_thread(file_limits(desk.settings), desk.directory)(content, name, received_on)

    desk = await build(settings_for(tmp_path, NOBODY, NOBODY, NOBODY), HandClock(), handbook=handbook(), examine=examine)
    folder = desk.settings.intake.folder
    watcher = FolderSource(folder, desk.intake, desk.settings.intake.settles_after, desk.settings.intake.max_bytes)
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_bytes(ORDER + name.encode())
    for _ in range(4):
        await watcher.look()
    assert (folder / "a.txt").exists()
    assert (folder / "done" / "b.txt").exists()
    assert len([record for record in caplog.records if "stumbles over a file" in record.message]) == 1
    await desk.store.close()


async def test_after_a_power_cut_between_taking_in_and_moving_it_is_still_one_document(place: Town) -> None:
    watcher, folder = source(place)
    await place.desk.intake.submit(ORDER, "a.txt", "folder", "folder")
    (folder / "a.txt").write_bytes(ORDER)
    await watcher.look()
    assert await watcher.look() == 1
    assert len(await place.desk.board.documents()) == 1
    assert (folder / "done" / "a.txt").exists()


async def test_two_files_of_the_same_name_are_both_kept(place: Town) -> None:
    watcher, folder = source(place)
    for content in (ORDER, ORDER + b"\n"):
        (folder / "a.txt").write_bytes(content)
        await watcher.look()
        await watcher.look()
    assert sorted(path.name for path in (folder / "done").iterdir()) == ["1-a.txt", "a.txt"]


async def test_a_refused_file_has_its_reason_beside_it_however_long_its_name(place: Town) -> None:
    watcher, folder = source(place)
    long = f"{'Công điện số 02 về việc ứng phó bão ' * 5}.txt"
    assert 245 < len(long.encode()) < 256
    for _ in range(2):
        (folder / long).write_bytes(b"")
        await watcher.look()
        await watcher.look()
    assert list(folder.glob("*.txt")) == []
    reasons = sorted((folder / "refused").glob("*.reason.txt"))
    assert [reason.read_text(encoding="utf-8").endswith(".\n") for reason in reasons] == [True, True]
    assert len(list((folder / "refused").iterdir())) == 4


async def test_of_a_folder_or_a_pipe_a_note_says_once_that_nothing_in_it_was_taken_in(place: Town) -> None:
    watcher, folder = source(place)
    (folder / "công điện").mkdir()
    (folder / "công điện" / "a.txt").write_bytes(ORDER)
    os.mkfifo(folder / "ống")
    (folder / "b.txt").write_bytes(ORDER)
    for _ in range(2):
        await watcher.look()
    notes = {path.name: path.read_text(encoding="utf-8") for path in (folder / "refused").iterdir()}
    assert notes == dict.fromkeys(("công điện.reason.txt", "ống.reason.txt"), f"{NO_FILE}\n")
    assert len(await place.desk.board.documents()) == 1
    assert (folder / "công điện" / "a.txt").read_bytes() == ORDER
    (folder / "refused" / "công điện.reason.txt").unlink()
    await watcher.look()
    assert (folder / "refused" / "công điện.reason.txt").exists()


async def test_the_log_tells_once_of_a_file_that_stays_where_it_is(place: Town, caplog: pytest.LogCaptureFixture) -> None:
    watcher, folder = source(place)
    (folder / "a.txt").write_bytes(ORDER)
    (folder / "done").write_bytes(b"")  # in its place nothing can be put
    for _ in range(5):
        await watcher.look()
    assert len([record for record in caplog.records if "cannot be taken in now" in record.message]) == 1
