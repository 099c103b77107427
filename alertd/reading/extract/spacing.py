"""Parts words that were run together ("Banchỉ huy") and joins broken ones ("th ủy điện"), where only one reading is possible."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from alertd.model.documents import Problem
from alertd.reading.extract.syllables import is_syllable
from alertd.reading.lexicon import lexicon
from alertd.reading.twin import Edit, applied

_WORD = re.compile(r"[^\W\d_]+")
# Two consonants are no word: what follows them is the rest of it. One alone may be a unit ("5 m ở bờ trái") or a letter that counts.
_VOWELS = "aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
_COUNTED = ("\\d", *["điểm", "khoản", "mục", "nhóm", "loại", "hạng", "khu", "vùng", "tổ", "đội", "lớp", "cấp", "bậc", "lô", "cụm", "ý"])
# Opens with the letters that it looks for, and with the rarer conditions before the commoner ones: it is tried at every word.
_BROKEN = re.compile(
    r"([bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX](?<!\w.)(?:(?<=[Nn])gh?|(?<=[TtPpCcNnKkGg])h|(?<=[Tt])r|"
    rf"(?=\s(?:[{_VOWELS}]|(?<=[A-ZĐ]\s)[{_VOWELS.upper()}]))" + "".join(rf"(?<!{word} \w)" for word in _COUNTED) + r"))\s(?=[^\W\d_])(\w+)"
)
# The commonest small words, which the lists of orders and bodies do not hold.
_COMMON = """
của và các từ đến tới trên dưới trong ngoài về với cho tại theo để do bị được có không này đó là những một hai ba năm tháng ngày giờ đã
đang sẽ khi nếu như sau trước giữa khoảng gần vào ra lên xuống nhiều ít rất lớn nhỏ mới cũ việt nam bắc trung đông tây gây khả năng người
dân nhân nhà nước sản xuất tài tính mạng thể cùng hoặc mà thì nơi vùng biển sông núi đường cầu trưa sáng chiều tối đêm
"""
_LONGEST_SYLLABLE = 7
_LONGEST_WORD = 60
_ENOUGH = 3
"""Words run together that stay so; fewer may be foreign names."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """What is known of the words of a text that are run together or broken."""

    parted: Mapping[str, str]
    """Those run together, each with its parts; only where one way of known syllables exists."""
    unclear: tuple[str, ...]
    """Those that could not be parted."""
    has_broken: bool
    known: Set[str]
    """The syllables of the text and of the lexicon."""

    def edits(self, text: str) -> Iterator[Edit]:
        """What mends the text, in order."""
        parted = (Edit(*word.span(), self.parted[word.group()]) for word in _WORD.finditer(text) if word.group() in self.parted)
        broken = (Edit(*each.span(), _whole(each)) for each in _BROKEN.finditer(text) if self._is_one(each)) if self.has_broken else ()
        end = 0
        for edit in sorted((*parted, *broken)):
            if edit.start >= end:
                yield edit
                end = edit.end

    def problems(self) -> tuple[Problem, ...]:
        """A problem where words stay run together: names and orders in them may not be read. A few may be foreign names."""
        return (_glued_words(self.unclear),) if len(self.unclear) >= _ENOUGH else ()

    def _is_one(self, broken: re.Match[str]) -> bool:
        whole = _whole(broken)
        return whole.lower() in self.known and is_syllable(whole)


def respaced(lines: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The lines with such words mended, and a problem where there were any: a person must compare with the original."""
    composed = _composed(lines)
    spacing = spacing_of(composed)
    if spacing is None:
        return lines, ()
    mended = [applied(line, spacing.edits(line))[0] for line in composed]
    if mended == composed:
        return tuple(mended), spacing.problems()
    unclear = (_glued_words(spacing.unclear),) if spacing.unclear else ()
    return tuple(mended), (_spacing_mended(sorted(spacing.parted)), *unclear)


def spacing_of(lines: Sequence[str]) -> Spacing | None:
    """What is known of such words in these lines; None where there are none."""
    glued = set(_glued(lines))
    broken = any(_BROKEN.search(line) for line in lines)
    if not glued and not broken:
        return None
    known = {word.lower() for line in lines for word in _WORD.findall(line) if word not in glued and is_syllable(word)} | _vocabulary()
    parted = {word: " ".join(pieces) for word in glued if (pieces := _cuts(word, known))}
    return Spacing(parted, tuple(sorted(glued - parted.keys())), broken, known)


def _composed(lines: Iterable[str]) -> list[str]:
    return [line if line.isascii() else unicodedata.normalize("NFC", line) for line in lines]


def _glued(lines: Sequence[str]) -> Iterator[str]:
    """The words of the lines that may be several. A text says most of its words again and again: each is looked at once."""
    tokens = {token for line in lines if not line.isascii() for token in line.split()}
    words = {word for token in tokens if not token.isascii() for word in _WORD.findall(token)}
    return filter(_may_be_glued, words)


def _may_be_glued(word: str) -> bool:
    """Whether a word is no syllable itself but can be cut into several."""
    return not word.isascii() and 3 < len(word) < _LONGEST_WORD and not is_syllable(word) and _cuts(word, None) is not None


def _cuts(word: str, known: set[str] | None) -> tuple[str, ...] | None:
    """The fewest syllables that make up the word, all of them `known` ones. None where there are none, or two ways of as few (any will
    do where `known` is None).
    """
    fewest: list[tuple[int, int, int]] = [(0, 1, 0)]  # up to each place: how many syllables, in how many ways, where the last begins
    for end in range(1, len(word) + 1):
        found = [
            (fewest[start][0] + 1, fewest[start][1], start)
            for start in range(max(0, end - _LONGEST_SYLLABLE), end)
            if fewest[start][1] and _is_piece(word[start:end], known)
        ]
        least = min((count for count, _, _ in found), default=0)
        best = [each for each in found if each[0] == least]
        fewest.append((least, sum(ways for _, ways, _ in best), best[0][2] if best else 0))
    if not fewest[-1][1] or (known is not None and fewest[-1][1] > 1):
        return None
    pieces: list[str] = []
    end = len(word)
    while end:
        pieces.append(word[fewest[end][2] : end])
        end = fewest[end][2]
    return tuple(reversed(pieces))


def _is_piece(piece: str, known: set[str] | None) -> bool:
    return is_syllable(piece) and (piece.lower() in known if known is not None else len(piece) > 1)


def _whole(broken: re.Match[str]) -> str:
    return broken[1] + broken[2]


@cache
def _vocabulary() -> frozenset[str]:
    """The syllables of the words by which the reader knows orders and bodies."""
    words = lexicon()
    bodies = (*words.heads, *words.groups, *words.territorial, *words.portfolios, *words.provinces, *words.cities, *words.regions)
    matters = (*words.kind_names, *(phrase for phrases in words.hazards.values() for phrase in phrases), *words.general_hazards)
    phrases = (*words.verbs, *words.order_words, *words.leads, *words.stock, *bodies, *matters)
    return frozenset(_COMMON.split()) | {word.lower() for phrase in phrases for word in _WORD.findall(phrase) if is_syllable(word)}


def _spacing_mended(parted: Sequence[str]) -> Problem:
    example = f" (ví dụ “{parted[0]}”)" if parted else ""
    return Problem("spacing_mended", f"Tệp có chữ bị dính hoặc bị rời{example}, đã tách hoặc ghép lại; cần đối chiếu với bản gốc.")


def _glued_words(unclear: Sequence[str]) -> Problem:
    return Problem(
        "glued_words",
        f"Tệp có {len(unclear)} chữ dính liền nhau chưa tách được (ví dụ “{unclear[0]}”), có thể đọc sót đơn vị hoặc mệnh lệnh; "
        "cần đối chiếu với bản gốc.",
    )
