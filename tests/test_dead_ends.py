"""Every screen of every role answers and leads back by a word, and what it asks is short enough."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import watched

DEEPEST = 3
"""Presses from the first screen on; what is deeper is reached from these."""
MOST = 45
"""Screens of a role that are looked at."""


@pytest.fixture
def club(talk: Talk) -> Talk:
    """minh watches over a club of tu's, sau is a member, la is nobody yet; a meeting is set."""
    watched(talk)
    set_event(talk, "Đặt lịch sinh hoạt", "thứ Bảy đầu tháng, 8 giờ, nhà văn hoá ấp 3")
    talk.text("la", "chào con")
    return talk


def walk(talk: Talk, who: str) -> dict[tuple[str, ...], list[str]]:
    """Every way of pressing from the first screen on, with what can be pressed at its end.

    Each begins anew by the word for the first screen, so that the way back from the one before is
    walked too.
    """
    found: dict[tuple[str, ...], list[str]] = {}
    known: set[str] = set()
    ways: list[tuple[str, ...]] = [()]
    while ways and len(found) < MOST:
        way = ways.pop(0)
        said = talk.play(
            [{"from": who, "text": "menu"}, *({"from": who, "press": each} for each in way)]
        )
        mine = [line for line in said if line["to"] == who]
        assert mine, way
        # What was said before it, whatever it was, leads back here by a word.
        assert any("buttons" in line for line in mine), way
        assert len(mine) > len(way), way
        for line in mine:
            if line["text"].rstrip().endswith("?"):
                assert len(line["text"]) <= 400, (way, line["text"])
        on = [label for row in mine[-1].get("buttons", []) for label in row]
        found[way] = on
        for label in on:
            if label not in known and len(way) < DEEPEST:
                known.add(label)
                ways.append((*way, label))
    return found


@pytest.mark.parametrize("who", ["la", "sau", "tu", "minh"])
def test_every_screen_answers_and_leads_back(club: Talk, who: str) -> None:
    club.errors.clear()
    found = walk(club, who)
    assert len(found) > 4
    assert club.errors == []
    back = club.play([{"from": who, "text": "menu"}])
    assert any("buttons" in line for line in back if line["to"] == who)
