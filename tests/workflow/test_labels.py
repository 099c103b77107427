"""Tests of the words with which officers read what the program knows by a code."""

from __future__ import annotations

import pytest

from alertd.reading.rules import RULES
from alertd.workflow.labels import RULE


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_every_rule_of_reading_has_its_words_for_officers(name: str) -> None:
    assert RULE[name]
