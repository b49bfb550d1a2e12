"""Conversations that the release before stored are gone on with to their end.

`stored/version_<n>.jsonl` holds one at every kind of place, as the program wrote them that stored
version n: at each question of each flow, inside an entry of a list, at a list's menu, at the review,
with a value that waits for a yes, half picked, half typed.
"""

from __future__ import annotations

import asyncio
import json
import random
from pathlib import Path
from typing import Any

import pytest

from bot.conversations.engine import Answers, Flow
from bot.conversations.engine.storing import from_json, to_json
from bot.handlers.registry import FLOWS
from bot.messages import Incoming
from bot.storage.unit_of_work import UnitOfWork
from tests.conversations.real import RealChat
from tests.conversations.record import missed, recorded
from tests.conversations.walking import Walk
from tests.conversations.world import Worlds, add_occurrence, beginnings
from tests.examples import one_in

STORED = Path(__file__).parent / "stored"
RECORDS: list[dict[str, Any]] = [
    json.loads(line)
    for path in sorted(STORED.glob("version_*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
SETUPS = {
    "self1": lambda uow: uow.people.speak_for(1, 1, "self", is_self=True, told=True),
    "found": lambda uow: uow.accounts.grant(1, "organiser", area="dat-do"),
    "move": lambda uow: add_occurrence(uow, "2026-12-20"),
    "count": lambda uow: add_occurrence(uow, "2026-11-28"),
    "enquiry": lambda uow: uow.conversations.add_enquiry(1, 1, "Họp ở đâu?"),
    "found_anywhere": lambda uow: uow.accounts.grant(1, "organiser", area=None),
    "mother": lambda uow: uow.people.speak_for(2, 2, "parent", is_self=False, told=True),
    "neighbour": lambda uow: uow.people.speak_for(1, 1, "neighbour", is_self=False, told=True),
}
"""What had happened before a conversation began."""
BY_KEY = {flow.key: flow for flow in FLOWS}


def marks_of(record: dict[str, Any]) -> list[str]:
    """What is special about the place at which a conversation stands."""
    return str(record["place"]).split()[1:]


FIRST_OF_THEIR_KIND = {mark: record for record in reversed(RECORDS) for mark in marks_of(record)}
"""One with each mark: it is gone on with in `make test`, too."""


@pytest.fixture(scope="module")
def worlds(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Worlds:
    return Worlds(empty_database, tmp_path_factory.mktemp("worlds"))


def load(uow: UnitOfWork, account: int, record: dict[str, Any]) -> None:
    """The rows as they were stored."""
    if "setup" in record:
        SETUPS[record["setup"]](uow)
    if "step" in record:
        for datum in uow.founding.data(1, record["step"]):
            uow.founding.remove(1, datum.step, datum.field, datum.item)
        for step, field, item, value in record["founding"]:
            uow.founding.put(1, step, field, value, by=1, item=item)
    for row in sorted(record["conversations"], key=lambda row: bool(row["open"])):
        uow.conversations.put(account, row["name"], row["state"], is_open=row["open"])


def main_row(record: dict[str, Any]) -> dict[str, Any]:
    """The conversation that it is about."""
    found: dict[str, Any] = next(
        row for row in record["conversations"] if row["state"].get("flow") == record["flow"]
    )
    return found


def of_flow(key: str) -> list[dict[str, Any]]:
    return [record for record in RECORDS if record["flow"] == key]


def test_the_stored_ones_stand_at_every_kind_of_place() -> None:
    """That there is one at each question is seen to when they are recorded."""
    marks = {mark for record in RECORDS for mark in marks_of(record)}
    assert marks >= {"pending", "held", "picked", "choosing", "fixing", "left", "removed"}


async def go_on(stored: dict[str, Any], path: Path, flow: Flow) -> None:
    chat = RealChat(path, flow, FLOWS, stored["who"])
    try:
        await chat.send(Incoming.START)
        await chat.run(lambda uow: load(uow, chat.account(uow), stored))
        row = main_row(stored)
        if stored["place"] == "parked":
            await chat.send(Incoming.PRESS, f"a/continue/{row['name']}")
        else:
            await chat.send(Incoming.START)
        walk = Walk(chat, random.Random(stored["place"]).choice, hurry_after=-1)
        await walk.take_up()
        assert len(chat.ends) == 1, stored["place"]
        walk.check(chat.ends[0])
        aside = await chat.run(lambda uow: uow.conversations.find(1, "@aside/1"))
        assert aside is None
    finally:
        await chat.close()


@one_in(4)
@pytest.mark.parametrize("key", sorted({record["flow"] for record in RECORDS}))
def test_they_are_gone_on_with_to_their_end(
    key: str, every: int, worlds: Worlds, tmp_path: Path
) -> None:
    for number, record in enumerate(of_flow(key)):
        if number % every and record not in FIRST_OF_THEIR_KIND.values():
            continue
        folder = tmp_path / str(number)
        folder.mkdir()
        path = worlds.copy(folder, upto=record["upto"], filled=record.get("filled", False))
        asyncio.run(go_on(record, path, BY_KEY[key]))


def said_then(state: Answers) -> Answers:
    """What was said, in the words of today: of whom there was one before, and which signatures."""
    said: Answers = dict(state["answers"])
    if state["flow"] == "registration" and said.get("shared_from"):
        said["further"] = True
    if state["flow"] == "roster_list" and said.get("signed") is True:
        said["signed"] = "all"
    return said


@pytest.mark.parametrize("key", sorted({record["flow"] for record in RECORDS}))
def test_nothing_that_was_said_is_changed_by_reading_it(key: str) -> None:
    for record in of_flow(key):
        state: Answers = main_row(record)["state"]
        session = from_json(state)
        assert session.answers == said_then(state)
        assert session.args == state["args"]
        assert session.asked == state["asked"]
        assert from_json(json.loads(json.dumps(to_json(session)))) == session


def test_what_this_version_stores_can_be_written_down_for_the_next(
    worlds: Worlds, tmp_path: Path
) -> None:
    ways = [each for each in beginnings(FLOWS) if each.name == "event-health_check"]
    records = recorded(worlds, ways)
    places = {each["place"] for each in records}
    assert {"when", "when pending", "fasting", "@review"} <= places
    lacking = missed(BY_KEY["event"], records)
    assert "when" in missed(BY_KEY["event"], [])
    assert not {"when", "fasting"} & set(lacking)
    for number, each in enumerate(records):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = worlds.copy(folder, upto=each["upto"])
        asyncio.run(go_on(json.loads(json.dumps(each)), path, BY_KEY[each["flow"]]))
