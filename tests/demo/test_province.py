"""The sample province: what it holds, and that it was made the way in which people make it."""

from __future__ import annotations

import csv
import re
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.app import open_database
from bot.clock import ShiftedClock, VirtualClock
from bot.demo.province import FOLDER, read_province, tell_story
from bot.demo.story import Scene, StoryError
from bot.handlers.office.report import build_report
from bot.language.phones import read_phone
from bot.plan.loader import load_plan
from bot.settings import Settings

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PROVINCE = read_province()


def rows(path: Path, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """Look into a demonstration's database."""
    with sqlite3.connect(path) as connection:
        return connection.execute(query, values).fetchall()


async def report(path: Path) -> dict[str, Any]:
    """The state of the plan in a demonstration."""
    database = await open_database(f"sqlite+aiosqlite:///{path}")
    try:
        return await database.run(
            lambda uow: build_report(uow.at(PROVINCE.now), load_plan(None), ZONE)
        )
    finally:
        await database.close()


async def test_five_clubs_stand_at_five_stages_with_eighty_people(made: Path) -> None:
    found = await report(made)
    clubs = {
        each["name"].removeprefix("CLB Liên thế hệ tự giúp nhau "): (
            each["stage"], each["step"], each["steps_done"], each["members"], each["confirmed"],
        )
        for each in found["club_list"]
    }  # fmt: skip
    assert clubs == {
        "ấp Bến Dừa": ("active", None, 18, 50, True),
        "khu phố Hoa Giấy": ("recognised", "board_training", 15, 15, False),
        "thôn Suối Trong": ("submitted", "recognition_decision", 14, 9, False),
        "ấp Giồng Cát": ("preparing", "founding_members", 5, 4, False),
        "khu phố Hàng Bàng": ("preparing", "commune_support", 1, 0, False),
    }
    assert found["members"] == {"unconfirmed": 1, "applied": 1, "active": 78}
    assert rows(made, "select count(distinct person_id) from membership") == [(80,)]
    shares = found["shares"]
    assert min(shares["older_60_plus"], shares["women"], shares["disadvantaged"]) >= 0.6


async def test_the_running_club_has_something_to_show_of_each_kind(made: Path) -> None:
    found = await report(made)
    assert found["events"]["held"] >= 6
    assert found["events"]["attended"] == 44
    assert found["events"]["answers"]["yes"]
    assert found["call_list_open"]
    assert found["notices"]["called"]
    planned = "select distinct kind from event order by kind"
    assert rows(made, planned) == [("health_check",), ("meeting",), ("training",)]
    assert rows(made, "select count(*) from outbox where kind = 'answer'") != [(0,)]


async def test_nothing_went_wrong_while_it_was_made(made: Path) -> None:
    found = await report(made)
    assert found["updates"]["failed"] == 0
    assert found["updates"]["received"] == found["updates"]["handled"] > 500
    assert found["deliveries"]["failed"] == found["deliveries"]["unknown"] == 0
    # Whoever is a member was asked, and said yes.
    asked = (
        "select count(*) from membership m where m.state in ('active', 'applied') and not exists "
        "(select 1 from consent c where c.person_id = m.person_id and c.purpose = 'roster' "
        "and c.agreed)"
    )
    assert rows(made, asked) == [(0,)]
    assert not [text for (text,) in rows(made, "select text from outbox") if "{" in text]


def test_every_number_is_visibly_invented(made: Path) -> None:
    phones = [phone for (phone,) in rows(made, "select phone from membership") if phone]
    assert len(phones) > 40
    assert all(re.fullmatch(r"\+84300000\d{3}", phone) for phone in phones)
    told = (FOLDER / "province.toml").read_text(encoding="utf-8")
    for number in re.findall(r"\b0\d{3} ?\d{3} ?\d{3}\b", told):
        assert number.startswith("0300 000 "), number
        assert read_phone(number)


def test_nobody_has_the_name_of_another() -> None:
    names = list(PROVINCE.people.values())
    for path in sorted((FOLDER / "lists").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            names += [row["Họ và tên"] for row in csv.DictReader(file)]
    assert len(set(names)) == len(names) > 75
    assert len({name.split()[0] for name in names}) > 20


async def test_made_twice_it_is_the_same(tmp_path: Path) -> None:
    start = replace(PROVINCE, scenes=PROVINCE.scenes[:5], now=PROVINCE.scenes[5].at)
    dumps = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.db"
        settings = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{path}")
        await tell_story(settings, tmp_path / "files", start)
        with sqlite3.connect(path) as connection:
            written = [line for line in connection.iterdump() if line.startswith("INSERT")]
        # How long a tick took is the machine's.
        dumps.append([line for line in written if not line.startswith('INSERT INTO "tick"')])
    assert dumps[0] == dumps[1]
    assert len(dumps[0]) > 100


@pytest.mark.parametrize(
    ("scene", "words"),
    [
        ({"who": "nobody", "text": "chào"}, "nobody is called nobody"),
        ({"who": "minh", "press": "approve/*"}, "no button does approve"),
        ({"who": "minh", "club": "ben-dua", "steps": ["survey"]}, "isn't opened yet"),
    ],
)
async def test_a_story_that_does_not_fit_says_where(
    tmp_path: Path, scene: dict[str, Any], words: str
) -> None:
    first = PROVINCE.scenes[0]
    wrong = Scene(at=first.at + timedelta(hours=1), **scene)
    settings = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{tmp_path}/demo.db")
    with pytest.raises(StoryError, match=words) as fault:
        await tell_story(settings, tmp_path, replace(PROVINCE, scenes=(first, wrong)))
    assert "2026-03-02 09:00" in str(fault.value)


def test_a_shifted_clock_goes_on_and_only_forward() -> None:
    source = VirtualClock(datetime.fromisoformat("2030-01-01T00:00:00+00:00"))
    clock = ShiftedClock(PROVINCE.now, source)
    assert clock.now() == PROVINCE.now
    source.move_to(source.now() + timedelta(minutes=5))
    assert clock.now() == PROVINCE.now + timedelta(minutes=5)
    clock.move_to(PROVINCE.now + timedelta(days=1))
    assert clock.now() == PROVINCE.now + timedelta(days=1)
    clock.move_to(PROVINCE.now)
    assert clock.now() == PROVINCE.now + timedelta(days=1)
    with pytest.raises(ValueError, match="aware"):
        clock.move_to(datetime(2030, 1, 1))  # noqa: DTZ001
