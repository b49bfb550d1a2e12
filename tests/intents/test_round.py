"""Rounds that stay rounds: their messages are no samples."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.intents.evaluation import Judged, judge, read_file
from tests.examples import one_in

ROUNDS = {"round.jsonl": 400, "later_rounds.jsonl": 1600, "latest_rounds.jsonl": 1040}
"""The eleventh, with which kinds of entities were mended; four later, and two of usual days, mended nothing until
27, whose kinds were mended with it in hand: since then lines of each were read for samples. 29, the newest, mended
nothing."""


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((name, every), marks=marks, id=f"{name}-{every}")
        for name in ROUNDS
        for every, marks in ((2, []), (1, pytest.mark.long))
    ],
)
def judged(request: pytest.FixtureRequest) -> list[Judged]:
    """Every second message in `make test`, all in long tests."""
    name, every = request.param
    lines = read_file(Path(__file__).with_name(name))
    assert len(lines) == ROUNDS[name]
    return [judge(line) for line in lines[::every]]


def test_strangers_messages_are_heard(judged: list[Judged]) -> None:
    """What is asked of a round: .85 at once, .96 among three, .04 sure and wrong, .97 critical."""
    critical = [each for each in judged if each.is_critical]
    assert sum(each.at_once for each in judged) >= 0.85 * len(judged)
    assert sum(each.in_three for each in judged) >= 0.96 * len(judged)
    assert sum(each.sure_and_wrong for each in judged) <= 0.04 * len(judged)
    assert len(critical) > 40
    assert sum(each.was_heard for each in critical) >= 0.97 * len(critical)


def test_what_they_name_is_read(judged: list[Judged]) -> None:
    read = [right for each in judged for _, right in each.entities()]
    assert len(read) > 150
    assert sum(read) >= 0.89 * len(read)


@one_in(3)
def test_what_is_told_sideways_is_heard_as_well(every: int) -> None:
    """Rounds 22, 23, 26, 28 and 30 to 36, with which kinds were mended: a floor below what they reach."""
    lines = read_file(Path(__file__).with_name("sideways_rounds.jsonl"))
    told = [judge(line) for line in lines[::every]]
    critical = [each for each in told if each.is_critical]
    read = [right for each in told for _, right in each.entities()]
    assert len(lines) == 3450
    assert sum(each.at_once for each in told) >= 0.84 * len(told)
    assert sum(each.in_three for each in told) >= 0.96 * len(told)
    assert sum(each.sure_and_wrong for each in told) <= 0.04 * len(told)
    assert sum(each.was_heard for each in critical) >= 0.97 * len(critical)
    assert sum(read) >= 0.9 * len(read)
