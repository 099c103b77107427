"""Sees proper names in capitals, whatever their syllables mean elsewhere: "thôn Khuổi Sao", "Tân Văn đã nhận"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.syllables import syllable
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_SIGHT = 8
_LONGEST_NAME = 4
_SHORT_NAME = 2
_NAMED = (Kind.BODY, Kind.PLACE, Kind.PEOPLE, Kind.PERSON)
_PREDICATES = (Kind.PERFECT, Kind.RECEIVE, Kind.GOT, Kind.GRASP, Kind.FINISH, Kind.LABOUR, Kind.CHORE, Kind.ONGOING)
# A capital never hides these: "Xã Không nhận được" is no commune of that name.
_NEVER = (
    Kind.NEGATOR, Kind.ALARM, Kind.DAMAGE, Kind.OBSTACLE, Kind.REFUSAL, Kind.LACK, Kind.UNREAD, Kind.MISDIRECTED, Kind.RECEIVE, Kind.GOT,
    Kind.GRASP, Kind.AGREE, Kind.PERFECT, Kind.ONGOING, Kind.FINISH, Kind.LABOUR, Kind.CHORE, Kind.PERSON,
)  # fmt: skip
_NEVER_SAID = frozenset({"hết"})
# Nor do these stand in the name that signs an answer.
_NO_NAME = (Kind.PAPER, Kind.OFF_TOPIC, Kind.AUTOMATIC, Kind.SLANG, Kind.REQUEST, Kind.ASKS, Kind.UNSURE, Kind.HEARSAY)
# Nor these in the name of a person.
_NO_PERSON = (
    Kind.PARTICLE,
    Kind.LATER,
    Kind.HEDGE,
    Kind.WEATHER,
    Kind.PART,
    Kind.WHOLLY,
    Kind.ALREADY,
    Kind.BREAKING,
    Kind.REACHING,
    Kind.HARMING,
)
# What a syllable of a name in small letters may mean elsewhere: "thôn tân lập", "bản ba lòng".
_LIGHT = frozenset({Kind.SUNDRY, Kind.STRUCTURE, Kind.MARK, Kind.PLACE, Kind.WATER, Kind.GEAR, Kind.BODY, Kind.TASK})
_KIN = frozenset({"anh", "chị", "chú", "bác", "cô", "ông", "bà"})
_NUMERALS = frozenset({"ba", "bốn", "sáu", "bảy", "tám", "chín", "mười"})
# These it hides only where the marks were guessed: "Chi Ma" is a pass, "Mà" an adversative.
_GUESSED = (Kind.ADVERSE, Kind.CONDITION)


def named(words: Sequence[Word], surnames: frozenset[str] = frozenset()) -> tuple[Word, ...]:
    """The words, those that are parts of names taken as parts of the body, person or place that they name."""
    introduced = _introduced(words)
    if all(word.typed[:1].isupper() for word in words if word.shape is Shape.WORD and word.typed):
        return tuple(_as_part(word) if place in introduced else word for place, word in enumerate(words))
    signed, signs, people = _signed(words), _signs_from(words), _people(words, surnames) | introduced | _small(words)
    found: list[Word] = []
    for place, word in enumerate(words):
        is_part = (
            place < signed
            or place in people
            or (place >= signs and _is_capital(word))
            or (bool(found) and _introduces(found) and _is_capital(word))
            or _is_called(words, place)
        )
        if is_part and found and place >= signed and found[-1].is_a(Kind.PLACE):
            found[-1] = replace(found[-1], kinds=found[-1].kinds | {Kind.BODY})
        found.append(_as_part(word) if is_part else word)
    return tuple(found)


def _as_part(word: Word) -> Word:
    return replace(word, kinds=frozenset({Kind.BODY}))


def _people(words: Sequence[Word], surnames: frozenset[str]) -> frozenset[int]:
    """Where names of people stand: two to four capitals that mean nothing else, the first a family name."""
    found: set[int] = set()
    for start, word in enumerate(words):
        if word.typed.lower() in surnames and word.typed.istitle() and not word.is_a(*_NAMED):
            last = min(start + _LONGEST_NAME + 1, len(words))
            end = next((i for i in range(start + 1, last) if not _is_given_name(words[i])), last)
            found.update(range(start, end) if 2 <= end - start <= _LONGEST_NAME else ())
    return frozenset(found)


def _is_given_name(word: Word) -> bool:
    """“A” is one among the peoples of the mountains: "Sùng A Páo"."""
    if word.typed == "A":
        return True
    return _is_capital(word) and " " not in word.typed and (word.is_unknown or not word.is_a(*_NO_NAME, *_NO_PERSON))


def _introduced(words: Sequence[Word]) -> frozenset[int]:
    """Where the unknown words stand by which somebody says who he is, no capitals needed, as a machine writes down speech:
    "em là thủy thủ hồ tà keo em …", "trưởng thôn nà lình đây …".
    """
    found: set[int] = set()
    for place, word in enumerate(words):
        if not word.is_a(Kind.PERSON):
            continue
        says_who = words[place + 1 : place + 2] and words[place + 1].said in ("là", "tên là")
        start = place + 2 if says_who else place + 1
        start += any(w.is_a(Kind.PERSON) for w in words[start : start + 1])  # his office: "em là thủy thủ hồ …"
        end = next((i for i in range(start, len(words)) if not (words[i].is_unknown or words[i].is_a(Kind.PLACE, Kind.BODY))), len(words))
        closed = end < len(words) and (words[end].is_a(Kind.PERSON) if says_who else _is_after_name(words[end], end - start))
        if closed and end - start <= _LONGEST_NAME + 1:
            found.update(range(start, end))
    return frozenset(found)


def _is_after_name(word: Word, length: int) -> bool:
    """“Chú tài nhận rồi”, "trưởng thôn nà lình đây"; more than two words before a verb may be anything."""
    return word.said == "đây" or (length <= _SHORT_NAME and word.is_a(Kind.PERFECT, Kind.RECEIVE, Kind.GOT, Kind.GRASP))


def _small(words: Sequence[Word]) -> frozenset[int]:
    """Where a name in small letters stands: two or three syllables between a body and its verb, the first of which means nothing else."""
    found: set[int] = set()
    for start, word in enumerate(words[:-_SHORT_NAME], start=1):
        if not (word.is_a(Kind.BODY) and _begins_name(words[start])):
            continue
        end = next((i for i in range(start, min(start + _LONGEST_NAME, len(words))) if words[i].is_a(*_PREDICATES)), start)
        if end - start >= _SHORT_NAME and all(map(_is_light, words[start:end])):
            found.update(range(start, end))
    return frozenset(found)


def _begins_name(word: Word) -> bool:
    return word.is_unknown or word.said in _NUMERALS or _is_toneless_guess(word)


def _is_light(word: Word) -> bool:
    return word.shape is Shape.WORD and " " not in word.typed and (_begins_name(word) or word.kinds <= _LIGHT)


def _is_called(words: Sequence[Word], place: int) -> bool:
    """“Nhan r nhe a Dung”: a capital after a form of address that ends the clause is a name, whatever its letters may say ("đừng")."""
    rest = next((w for w in words[place + 1 : place + _SIGHT] if not w.is_a(Kind.PARTICLE, Kind.PERSON)), None)
    ends = rest is None or rest.shape in (Shape.END, Shape.PAUSE)
    before = words[place - 1] if place else None
    is_address = before is not None and (before.is_a(Kind.PERSON) or before.typed.lower() == "a")
    return ends and is_address and words[place].typed.istitle() and words[place].said != words[place].typed.lower()


def _signed(words: Sequence[Word]) -> int:
    """How many words at the beginning are a name that signs the answer: two to four capitals before a verb."""
    count = next((i for i, word in enumerate(words) if not _is_capital(word) or word.is_a(*_NAMED, *_NO_NAME)), len(words))
    is_signature = 2 <= count <= 4 and count < len(words) and words[count].is_a(*_PREDICATES)
    return count if is_signature else 0


def _signs_from(words: Sequence[Word]) -> int:
    """Where the name begins that signs the answer at its end, after a stop: "đã nhận - Vũ Lễ", "… (Hưng, trực ban xã)".
    Two words at least, capitals and words for bodies and offices; and an answer before it.
    """
    start = len(words)
    while start and _may_sign(words[start - 1]):
        start -= 1
    while start < len(words) and not _is_stop(words[start]):  # the signature begins at a stop
        start += 1
    signature = [word for word in words[start:] if not _is_stop(word)]
    is_signature = len(signature) > 1 or any(" " in word.typed for word in signature)
    return start if is_signature and any(word.is_a(*_PREDICATES) for word in words[:start]) else len(words)


def _may_sign(word: Word) -> bool:
    """A capital that means nothing else, a body, an office, a stop between them: in doubt it is no name."""
    return _is_stop(word) or word.is_a(Kind.BODY, Kind.PERSON) or (word.is_unknown and word.typed.istitle())


def _is_stop(word: Word) -> bool:
    return word.shape in (Shape.PAUSE, Shape.END)


def _introduces(before: Sequence[Word]) -> bool:
    """Whether a name may follow: after a body, a place or a form of address, "a" for "anh" among them, and after "em là"."""
    word = before[-1]
    if word.is_a(Kind.COURTESY, Kind.DELEGATE) and word.said.split()[-1] in _KIN:
        return True  # "cảm ơn anh Tuấn"
    return word.is_a(*_NAMED) or word.typed.lower() == "a" or (word.said == "là" and any(w.is_a(Kind.PERSON) for w in before[-2:-1]))


def _is_toneless_guess(word: Word) -> bool:
    """“Vân” taken for "vẫn": who types one mark of a word types its tone too, so a capital says that it is a name."""
    written = syllable(word.typed.lower())
    return " " not in word.typed and not written.is_unmarked and not written.tone and written != syllable(word.said)


def _is_capital(word: Word) -> bool:
    is_title = all(part.istitle() for part in word.typed.split()) and word.said not in _NEVER_SAID
    if is_title and _is_toneless_guess(word):
        return True
    is_guess = syllable(word.typed.lower()).is_unmarked and word.said != word.typed.lower()
    return is_title and word.shape is Shape.WORD and not word.is_a(*_NEVER) and (is_guess or not word.is_a(*_GUESSED))
