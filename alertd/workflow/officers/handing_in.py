"""Takes in documents that officers send to their own chats: fetched, read like any other, and answered with what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from alertd.errors import Busy, DeliveryFailed, Oversized, Refused, StoreAway, Unread
from alertd.logs import EventLog
from alertd.model.inbox import Happening
from alertd.model.media import HandedFile, Media, MediaKind, fetched_again_at
from alertd.model.register import Document
from alertd.ports import Channel, Clock, Store, Transaction
from alertd.workflow.arrival.intake import Intake
from alertd.workflow.changes import Changes
from alertd.workflow.labels import DOCUMENT_STATE, document_label, time_label
from alertd.workflow.officers.line import Line, Penman

log = EventLog(__name__)
AT_ONCE = 10
"""How many documents are taken in in one step."""
LONGEST_NAME = 200
"""In letters; of a longer name the beginning and the ending are kept."""
NAMELESS = "tệp không tên"
TAKEN = "Đã nhận tệp, đang đọc."
_WITHDRAW_IT = "Hãy xóa tin ấy khỏi cuộc trò chuyện: không gửi văn bản mật qua mạng."


class HandingIn:
    """A step of the timetable behind a message. What waits to be fetched stands in the database, so that no restart loses it."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        channels: Mapping[str, Channel],
        intake: Intake,
        penman: Penman,
        changes: Changes,
        wake: Callable[[], None],
        max_bytes: int,
    ) -> None:
        """Nothing larger than `max_bytes` is fetched."""
        self._store = store
        self._clock = clock
        self._channels = channels
        self._intake = intake
        self._penman = penman
        self._changes = changes
        self._wake = wake
        self._max_bytes = max_bytes

    async def take(self, tx: Transaction, line: Line, happening: Happening) -> str:
        """Write down the files of a message, to be fetched at once."""
        now = self._clock.now()
        for each in documents_of(happening):
            file = HandedFile(0, line.channel.name, line.address, line.account.name, each.ref, _called(each.name), now, now)
            number = await tx.media.hand_in(file)
            await tx.audit.add(now, line.account.name, "file.handed_in", f"handed/{number}", {"chat": line.chat})
        return TAKEN

    async def step(self) -> int:
        """Take in what is due. Returns how many files were looked at."""
        async with self._store.snapshot() as tx:
            due = await tx.media.handed_due(self._clock.now(), AT_ONCE)
        for file in due:
            await self._take_in(file)
        if due:
            self._wake()
            self._changes.notify()
        return len(due)

    async def _take_in(self, file: HandedFile) -> None:
        """One file. Over whatever the program stumbles, the others are taken in, and this one is tried again."""
        channel = self._channels.get(file.sender)
        try:
            if channel is None or not channel.is_on:
                await self._postpone(file, "kênh nhận tin chưa bật")
                return
            content = await channel.fetch(file.ref, self._max_bytes)
            source = f"{channel.traits.kind}:{file.address}"
            submission = await self._intake.submit(content, file.name, source, file.account)
        except StoreAway:
            raise
        except DeliveryFailed as failure:
            await self._postpone(file, failure.detail)
        except Busy as busy:
            await self._postpone(file, busy.sentence)
        except Oversized:
            await self._end_unread(file, f"Không nhận {_by_hour(file)}: lớn hơn {self._max_bytes // 1_000_000} MB.")
        except Refused as refused:
            await self._refused(file, refused)
        except Exception:
            log.exception("a document that an officer handed in could not be taken in", handed=file.id)
            await self._postpone(file, "chương trình gặp lỗi khi đọc tệp")
        else:
            await self._end(file, f"Đã tiếp nhận “{file.name}”.", told(submission.documents))

    async def _refused(self, file: HandedFile, refused: Refused) -> None:
        if refused.code == "secret":
            await self._end_unread(file, refused.sentence, _WITHDRAW_IT)
        elif isinstance(refused, Unread):
            await self._end_unread(file, refused.sentence)
        else:
            await self._end(file, refused.sentence)

    async def _postpone(self, file: HandedFile, why: str) -> None:
        """Try it again later; the officer, who waits, is told so once."""
        again_at = fetched_again_at(file.received_at, file.attempts, self._clock.now())
        if again_at is None:
            await self._end_unread(file, f"Không tải được {_by_hour(file)}: {why}. Hãy gửi lại hoặc đưa vào trên máy trực ban.")
            return
        log.warning("a document that an officer handed in could not be fetched yet", handed=file.id, reason=why)
        said = f"Chưa tải được {_by_hour(file)} ({why}), đang thử lại." if file.attempts == 0 else ""
        await self._save(replace(file, attempts=file.attempts + 1, due_at=again_at), said)

    async def _end_unread(self, file: HandedFile, said: str, *lines: str) -> None:
        """It is secret, or nobody has seen that it is not: its name is kept no longer."""
        await self._end(replace(file, name=""), said, lines)

    async def _end(self, file: HandedFile, said: str, lines: tuple[str, ...] = ()) -> None:
        await self._save(replace(file, due_at=None), said, lines)

    async def _save(self, file: HandedFile, said: str, lines: tuple[str, ...] = ()) -> None:
        """Unless another process was quicker; whoever handed it in is told where the chat is still theirs."""
        async with self._store.transaction() as tx:
            fresh = await tx.media.handed(file.id)
            if fresh is None or fresh.due_at is None:
                return
            await tx.media.save_handed(file)
            channel, account = self._channels.get(file.sender), await tx.accounts.with_name(file.account)
            if said and channel is not None and account is not None:
                await self._penman.say(tx, Line(channel, file.address, account), said, lines)


def documents_of(happening: Happening) -> Sequence[Media]:
    """The files that came with a message by itself; what answers a message of ours is an answer, whatever hangs on it."""
    return [] if happening.answers_ref else [each for each in happening.media if each.kind is MediaKind.DOCUMENT and each.ref]


def told(documents: Sequence[Document]) -> tuple[str, ...]:
    """What stands in a file, a line for each document."""
    return tuple(f"{_title(document)}: {DOCUMENT_STATE[document.state]}" for document in documents)


def _title(document: Document) -> str:
    reading = document.reading
    if not reading.is_recognised:
        return "Chưa nhận ra văn bản nào trong tệp, cần xem trên máy trực ban"
    kind = "khẩn" if reading.is_emergency else "không phải chỉ đạo khẩn"
    return f"{document_label(reading)} ({kind})"


def _by_hour(file: HandedFile) -> str:
    """What it is called while it may yet turn out to be secret, and its name must stand in nothing that is written."""
    return f"tệp gửi lúc {time_label(file.received_at)}"


def _called(name: str) -> str:
    """The file's name in one line and of bounded length; its ending tells what it is."""
    words = " ".join(name.split()) or NAMELESS
    ending = words[words.rfind(".") :] if "." in words[-10:] else ""
    return words if len(words) <= LONGEST_NAME else f"{words[: LONGEST_NAME - len(ending)]}{ending}"
