"""A reply taken apart: what every rule looks at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from alertd.reading.answers.choices import chosen
from alertd.reading.answers.clauses import Clause, clauses
from alertd.reading.answers.corrections import corrected
from alertd.reading.answers.deeds import guessed
from alertd.reading.answers.deputies import answered_for
from alertd.reading.answers.happenings import composed
from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.lexicon import Lexicon
from alertd.reading.answers.names import named
from alertd.reading.answers.neighbours import set_apart
from alertd.reading.answers.particles import softened
from alertd.reading.answers.progress import weighed
from alertd.reading.answers.promises import promised
from alertd.reading.answers.spelling import spelled
from alertd.reading.answers.tagging import Word, tagged
from alertd.reading.answers.thanks import thanked
from alertd.reading.answers.titles import titled
from alertd.reading.answers.tokens import tokens
from alertd.reading.answers.vessels import registered


@dataclass(frozen=True)
class Message:
    """A reply's words and clauses."""

    words: tuple[Word, ...]
    plain: tuple[Word, ...]
    """The words as they were met, before any were joined or left out: what the figures are read from."""
    lexicon: Lexicon

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses in order."""
        return clauses(self.words)

    @cached_property
    def is_asked(self) -> bool:
        """Whether a question mark stands anywhere."""
        return any("?" in word.said for word in self.words)

    def has(self, *kinds: Kind) -> bool:
        """Whether a word plays one of these parts."""
        return any(word.is_a(*kinds) for word in self.words)

    def all_of(self, *kinds: Kind) -> tuple[Word, ...]:
        """The words that play one of these parts."""
        return tuple(word for word in self.words if word.is_a(*kinds))


def taken_apart(text: str, lexicon: Lexicon) -> Message:
    """The message that a sender's own words hold, in one form (see `quotes` and `tokens`)."""
    words = tagged(spelled(tokens(text), lexicon), lexicon)
    plain = named(registered(words), lexicon.surnames)
    own = corrected(set_apart(plain))
    told = composed(softened(promised(thanked(answered_for(titled(own))))), lexicon)
    return Message(chosen(guessed(weighed(told))), plain, lexicon)
