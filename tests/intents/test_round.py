"""A round that stays a round: its messages are no samples and have mended nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.intents.evaluation import Judged, judge, read_file

ROUND = Path(__file__).with_name("round.jsonl")


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return [judge(line) for line in read_file(ROUND)]


def test_strangers_messages_are_heard(judged: list[Judged]) -> None:
    """What is asked of a round: .85 at once, .96 among three, .04 sure and wrong, .97 critical."""
    assert len(judged) == 400
    critical = [each for each in judged if each.is_critical]
    assert sum(each.at_once for each in judged) >= 0.85 * len(judged)
    assert sum(each.in_three for each in judged) >= 0.96 * len(judged)
    assert sum(each.sure_and_wrong for each in judged) <= 0.04 * len(judged)
    assert len(critical) > 80
    assert sum(each.was_heard for each in critical) >= 0.97 * len(critical)


def test_what_they_name_is_read(judged: list[Judged]) -> None:
    read = [right for each in judged for _, right in each.entities()]
    assert len(read) > 300
    assert sum(read) >= 0.89 * len(read)
