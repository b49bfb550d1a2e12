"""Which event to come a sentence speaks of, and whether its last word asks."""

from __future__ import annotations

import pytest

from bot.intents.event_to_come import ends_in_question, event_to_come


@pytest.mark.parametrize(
    "typed",
    ["mai họp bà đi không", "mai hop ba di ko con", "bà khỏe chưa ạ", "bữa đó có cơm hông em", "đi hả"],
)  # fmt: skip
def test_the_last_word_asks(typed: str) -> None:
    assert ends_in_question(typed)


@pytest.mark.parametrize("typed", ["mai họp bà đi", "bà không đi đâu con", "ok em", "con"])
def test_the_last_word_asks_nothing(typed: str) -> None:
    assert not ends_in_question(typed)


@pytest.mark.parametrize(
    "typed",
    ["mai khong di duoc dau nghe, ban dam gio", "thứ bảy không tới được vì đau chân", "chủ nhật hông đi nha con"],
)  # fmt: skip
def test_that_somebody_cant_come_that_day_is_told_with_or_without_a_reason(typed: str) -> None:
    told = event_to_come(typed)
    assert told is not None
    assert told.by_day
