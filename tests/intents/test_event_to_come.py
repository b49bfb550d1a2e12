"""Which event to come a sentence speaks of, and whether its last word asks."""

from __future__ import annotations

import pytest

from bot.intents.event_to_come import ends_in_question


@pytest.mark.parametrize(
    "typed",
    ["mai họp bà đi không", "mai hop ba di ko con", "bà khỏe chưa ạ", "bữa đó có cơm hông em", "đi hả"],
)  # fmt: skip
def test_the_last_word_asks(typed: str) -> None:
    assert ends_in_question(typed)


@pytest.mark.parametrize("typed", ["mai họp bà đi", "bà không đi đâu con", "ok em", "con"])
def test_the_last_word_asks_nothing(typed: str) -> None:
    assert not ends_in_question(typed)
