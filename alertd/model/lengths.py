"""How long the words may be that officers and programs give, in characters, and the refusal of longer ones: the one place that says so."""

from __future__ import annotations

from collections.abc import Iterable

from alertd.errors import Invalid

NOTE = 2000
"""A reason, a note, what is left to the next shift: most of them are sent to every body."""
SAID = 4000
"""What somebody said on the telephone."""
TASK = 10_000
"""All clauses of one task: three messages of Telegram, or some 150 parts of SMS, to each of its contacts."""
PARTICULAR = 500
"""A deadline or a duty to report."""


def within(words: str, at_most: int, what: str) -> str:
    """The words. Raises Invalid(`too_long`), which says what is too long and by how much: nothing is ever cut."""
    if len(words) > at_most:
        size = f"{what} dài {len(words)} ký tự, nhiều nhất là {at_most}"
        raise Invalid("too_long", f"{size}. Hãy rút gọn rồi gửi lại; chưa ghi nhận gì.")
    return words


def reason_in(words: str, missing: str) -> str:
    """An officer's reason without the space around it. Raises Invalid: `no_reason` with the sentence where it is blank, `too_long`."""
    reason = words.strip()
    if not reason:
        raise Invalid("no_reason", missing)
    return within(reason, NOTE, "Lý do")


def check_task(actions: Iterable[str], deadline_text: str, report: str) -> None:
    """Raises Invalid(`too_long`) for a task that nobody could read on a telephone."""
    within("\n".join(actions), TASK, "Nội dung nhiệm vụ")
    within(deadline_text, PARTICULAR, "Thời hạn")
    within(report, PARTICULAR, "Yêu cầu báo cáo")
