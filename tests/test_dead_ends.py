"""No dead end: every screen of every role can be left by a press, and what it asks is short enough."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from tests.conftest import Talk
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import watched

DEEPEST = 5
"""Presses from the first screen on; what is deeper is reached from these."""


@pytest.fixture
def club(talk: Talk) -> Talk:
    """minh watches over a club of tu's, sau is a member, la is nobody yet; a meeting is set.

    A question waits, a neighbour wants to join, and a list was sent that isn't written yet.
    """
    watched(talk)
    set_event(talk, "Đặt lịch sinh hoạt", "thứ Bảy đầu tháng, 8 giờ, nhà văn hoá ấp 3")
    talk.text("la", "chào con")
    talk.text("sau", "trăng mọc mấy giờ ở sao Hỏa vậy con")
    talk.play([{"from": "ba", "start": talk.join_code()}])
    talk.press("ba", "Ghi tên cho tôi")
    talk.text("ba", "Lê Văn Ba")
    return talk


@dataclass(frozen=True)
class Screen:
    """What presses led to: their labels, what they do, what was said, and the state after it."""

    way: tuple[str, ...]
    passed: frozenset[str]
    said: list[dict[str, Any]]
    state: Path

    def __str__(self) -> str:
        return f"{' > '.join(self.way)}: {[line['text'] for line in self.said]}"


def in_state(talk: Talk, state: Path) -> None:
    """Go on from how everything stood there."""
    talk._begun = None
    talk.settings = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{state}")


def first_screen(talk: Talk, who: str, state: Path) -> Screen:
    """What stands before somebody at first."""
    shutil.copyfile(talk.settings.database_url.removeprefix("sqlite+aiosqlite:///"), state)
    in_state(talk, state)
    heard = talk.play([{"from": who, "text": "menu"}])
    return Screen((), frozenset(["a/menu"]), [each for each in heard if each["to"] == who], state)


def pressed(talk: Talk, who: str, on: Screen, label: str, does: str, state: Path) -> Screen:
    """Press a button of a screen, beside all else that can be pressed there."""
    shutil.copyfile(on.state, state)
    in_state(talk, state)
    heard = talk.play([{"from": who, "press": label}])
    mine = [each for each in heard if each["to"] == who]
    return Screen((*on.way, label), on.passed | {bare(does)}, mine, state)


def offered(talk: Talk, who: str, screen: Screen) -> list[tuple[str, str]]:
    """What can be pressed under the last message: its label, and what kind of thing it does."""
    in_state(talk, screen.state)
    ((rows,),) = talk.sql(
        "select o.rows from outbox o join account a on a.id = o.account_id"
        " where a.external_id = ? order by o.id desc limit 1",
        who,
    )
    return [
        (label, re.sub(r"\d+", "#", value)) for line in json.loads(rows) for label, value in line
    ]


LEAVES = ("?no", "+stop!", "+back!", "a/ask/other", "+cancel", "+menu", "+unsure", "+unsure!")
"""How what a press does ends that says no, goes back or out of a form or a list, or asks on.

"Không, sửa lại" to what was read back puts the question again, which has its ways out.
"""


def leads_back(talk: Talk, who: str, screen: Screen, near: set[str]) -> bool:
    """Whether a press under it leads to one of the first screens, one before, or out of a form."""
    return any(
        does.endswith(LEAVES) or bare(does) in screen.passed | near
        for _, does in offered(talk, who, screen)
    )


def bare(does: str) -> str:
    """What a button does, however else it may be picked."""
    return does.rstrip("!").partition("?")[0]


def walk(talk: Talk, who: str, folder: Path, deepest: int) -> Iterator[Screen]:
    """Every screen that presses lead to, each kind of button once, each in a world of its own."""
    waiting = [first_screen(talk, who, folder / f"{who}.db")]
    known: set[tuple[str, str]] = set()
    yield waiting[0]
    while waiting:
        screen = waiting.pop(0)
        for label, does in offered(talk, who, screen):
            key = ("", does) if does.startswith("a/") else (label, does)
            if key in known or len(screen.way) >= deepest:
                continue
            known.add(key)
            state = folder / f"{who}-{len(known)}.db"
            found = pressed(talk, who, screen, label, does, state)
            yield found
            if found.said:
                waiting.append(found)
        screen.state.unlink()


@pytest.mark.parametrize("deepest", [3, pytest.param(DEEPEST, marks=pytest.mark.long)])
@pytest.mark.parametrize("who", ["la", "sau", "tu", "minh"])
def test_every_screen_has_a_way_on_and_back(
    club: Talk, who: str, deepest: int, tmp_path: Path
) -> None:
    club.errors.clear()
    number, ends, near = 0, [], {"a/menu"}
    for screen in walk(club, who, tmp_path, deepest):
        number += 1
        if len(screen.way) < 3:
            near |= screen.passed
        assert screen.said, screen.way
        # What can be pressed stands under what was said last: on, back, or out of it.
        if "buttons" not in screen.said[-1]:
            ends.append(str(screen))
        elif screen.way and not leads_back(club, who, screen, near):
            ends.append(f"nothing leads back from {screen}")
        # What is read out as it once was asked asks nothing now.
        reads_out = "Đọc lời đồng ý" in screen.way
        for line in () if reads_out else screen.said:
            if line["text"].rstrip().endswith("?"):
                assert len(line["text"]) <= 400, (screen.way, line["text"])
    assert ends == []
    assert number > 10
    assert club.errors == []
