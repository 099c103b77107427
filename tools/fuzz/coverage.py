"""Feeds what a coverage-guided fuzzer makes up to reading: `python -m tools.fuzz.coverage files|replies SECONDS`.

An exception, a character that is not accounted for and an input that takes too long end it with the input in a file. Atheris is
installed by `make fuzz` alone: it has wheels for few systems.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["alertd.reading", "alertd.directory"]):
    from alertd.config import load_settings
    from alertd.reading import answers
    from alertd.reading.limits import Limits
    from alertd.reading.reader import read_file

from tests.reading.accounts import check_accounts
from tests.reading.papers import DOCUMENTS, TODAY

_LONGEST = 16_384
_TOO_LONG = 20
"""Seconds for one input, on a machine that is slowed down by counting what the code does."""
_REPLIES = (
    "Đã nhận, đang triển khai",
    "da nhan",
    "1 K7M2",
    "chưa nhận được",
    "rõ nhưng không đủ lực lượng",
    "lũ tràn vào bản rồi",
    "20/45 hộ",
)
_LEXICON = answers.load_lexicon(load_settings().contacts.path / "lexicon")


def read_a_file(content: bytes) -> None:
    """Any bytes are a reading or a refusal, and every character has its place."""
    check_accounts(read_file(content, "a.txt", Limits(), TODAY))


def understand_a_reply(content: bytes) -> None:
    """Any words have a meaning and a reason."""
    found = answers.understand(content.decode("utf-8", "replace"), _LEXICON)
    if not found.reason:
        raise AssertionError(found)


TARGETS = {"files": read_a_file, "replies": understand_a_reply}


def main(target: str, seconds: str) -> None:
    """Never returns: the fuzzer ends the process, with status 0 where nothing was found."""
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(_seeds(target)):
            Path(folder, str(number)).write_bytes(seed)
        options = [
            f"-max_total_time={seconds}",
            f"-max_len={_LONGEST}",
            f"-timeout={_TOO_LONG}",
            "-rss_limit_mb=2048",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], *options, folder], TARGETS[target])
        atheris.Fuzz()


def _seeds(target: str) -> list[bytes]:
    if target == "replies":
        return [reply.encode() for reply in _REPLIES]
    return [paper.read_bytes() for paper in sorted(DOCUMENTS.glob("*.txt"))]


if __name__ == "__main__":
    main(*sys.argv[1:])
