"""The ways in which an order is written, one module each, in the order in which they are tried."""

from __future__ import annotations

from alertd.reading.rules import (
    appeal,
    appended,
    assigned,
    bracketed,
    capitals,
    completed,
    concerning,
    continued,
    duty,
    forbids,
    issuer,
    listed,
    named,
    person,
    reworded,
    sends,
)
from alertd.reading.rules.rule import Found, Rule, Sentence
from alertd.reading.segment import Form

__all__ = ["RULES", "Found", "Rule", "Sentence", "first_match"]

# "issuer" before "assigned": "Thủ tướng Chính phủ giao Bộ X" says more than "giao Bộ X". "continued" takes what has no name of its own.
RULES: tuple[Rule, ...] = (
    Rule("reworded", reworded.read, frozenset({Form.DECREE})),
    Rule("capitals", capitals.read, frozenset({Form.DECREE})),
    Rule("issuer", issuer.read, frozenset(Form)),
    Rule("forbids", forbids.read, frozenset({Form.ARTICLE})),
    Rule("sends", sends.read, frozenset({Form.ARTICLE})),
    Rule("person", person.read, frozenset({Form.ARTICLE})),
    Rule("duty", duty.read, frozenset({Form.ARTICLE})),
    Rule("assigned", assigned.read, frozenset(Form)),
    Rule("appeal", appeal.read, frozenset({Form.DECREE, Form.ARTICLE})),
    Rule("completed", completed.read, frozenset(Form)),
    Rule("concerning", concerning.read, frozenset(Form)),
    Rule("named", named.read, frozenset(Form)),
    Rule("bracketed", bracketed.read, frozenset({Form.DECREE})),
    Rule("continued", continued.read, frozenset(Form)),
    Rule("appended", appended.read, frozenset(Form)),
    Rule("listed", listed.read, frozenset({Form.DECREE})),
)


def first_match(sentence: Sentence, form: Form, only: frozenset[str] | None = None) -> tuple[Rule, Found] | None:
    """The first rule for that kind of document that reads the sentence as an order."""
    for rule in RULES:
        if form in rule.forms and (only is None or rule.name in only) and (found := rule.read(sentence)):
            return rule, found
    return None
