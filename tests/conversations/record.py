"""Writes down open conversations as this version of the program stores them.

`python -m tests.conversations.record > tests/conversations/stored/version_<n>.jsonl`, run on the
release before the shape of a session changes: `test_stored` goes on with each of them to its end.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

from bot.conversations.engine import Flow, Session
from bot.handlers.registry import FLOWS
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.unit_of_work import UnitOfWork
from tests.conversations.real import RealChat
from tests.conversations.walking import Walk
from tests.conversations.world import Beginning, Worlds, beginnings, step_of, without_step

ENOUGH = 3
"""How often a mark (a value that waits, something picked) is written down, and how many walks in a
row that find nothing new end a flow."""


def place_of(session: Session) -> str:
    """Where a session stands, with the marks that it carries."""
    where, marks = session.at, []
    if session.entry is not None:
        changed = "*" if session.entry.item is not None else ""
        where += f"/item:{session.entry.at}{changed}"
    elif session.menu is not None:
        where += f"/{session.menu.mode.value}"
        marks += [name for name in ("left", "removed") if getattr(session.menu, name) is not None]
    for name in ("pending", "held", "picked", "choosing", "fixing"):
        if getattr(session, name):
            marks.append(name)
    return " ".join([where, *marks])


class Recorder:
    """What was written down so far."""

    def __init__(self) -> None:
        self.records: list[dict[str, Any]] = []
        self._places: set[tuple[str, str]] = set()
        self._marks: dict[str, int] = {}

    def _is_new(self, flow: str, place: str) -> bool:
        where, _, marks = place.partition(" ")
        if (flow, where.rstrip("*")) in self._places and (
            not (marks or where.endswith("*")) or self._marks.get(marks, 0) >= ENOUGH
        ):
            return False
        self._places.add((flow, where.rstrip("*")))
        self._marks[marks] = self._marks.get(marks, 0) + 1
        return True

    async def walk(self, beginning: Beginning, path: Path, seed: int) -> int:
        """Walk once through a conversation; how many new places were written down."""
        chat = RealChat(path, beginning.flow, FLOWS, beginning.who)
        chat.args = beginning.args
        key, before = step_of(beginning.flow), len(self.records)
        if key:
            await chat.run(lambda uow: without_step(uow, key))
        walk = _Noting(chat, self, beginning, random.Random(seed))
        await walk.run()
        await chat.close()
        return len(self.records) - before

    async def note(self, chat: RealChat, beginning: Beginning, session: Session) -> None:
        """Write down where a conversation stands, unless such a place was written down before."""
        flow, place = beginning.flow.key, place_of(session)
        if not self._is_new(flow, place):
            return
        key = step_of(beginning.flow)

        def look(uow: UnitOfWork) -> dict[str, Any]:
            account = chat.account(uow)
            current = uow.conversations.current(account)
            rows = [*([current] if current else []), *uow.conversations.parked(account)]
            founding = uow.founding.data(1, key) if key else []
            return {
                "conversations": [
                    {"name": row.flow, "open": row.open, "state": row.state} for row in rows
                ],
                "founding": [[each.step, each.field, each.item, each.value] for each in founding],
            }

        found = await chat.run(look)
        upto = 18 if key else 11
        record = {"flow": flow, "place": place, "who": chat.who, "upto": upto, "filled": True}
        if key:
            record["step"] = key
        self.records.append({**record, **found})


class _Noting(Walk):
    def __init__(
        self, chat: RealChat, recorder: Recorder, beginning: Beginning, chance: random.Random
    ) -> None:
        super().__init__(chat, chance.choice)
        self._real = chat
        self._recorder = recorder
        self._beginning = beginning

    async def _step(self, session: Session, *, hurry: bool) -> None:
        await self._recorder.note(self._real, self._beginning, session)
        await super()._step(session, hurry=hurry)


def recorded(worlds: Worlds, ways: list[Beginning]) -> list[dict[str, Any]]:
    """Open conversations at every place that walks come to."""
    recorder = Recorder()
    for beginning in ways:
        upto, quiet, seed = 18 if step_of(beginning.flow) else 11, 0, 0
        while quiet < ENOUGH:
            with tempfile.TemporaryDirectory() as folder:
                path = worlds.copy(Path(folder), upto=upto)
                new = asyncio.run(recorder.walk(beginning, path, seed))
            quiet, seed = 0 if new else quiet + 1, seed + 1
    return recorder.records


def missed(flow: Flow, records: list[dict[str, Any]]) -> list[str]:
    """The questions of a flow at which no conversation was written down."""
    places = {each["place"].split()[0].rstrip("*") for each in records if each["flow"] == flow.key}
    asked = (
        f"{step.key}/menu"
        if step.is_list
        else f"{parent.key}/item:{step.key}"
        if parent
        else step.key
        for parent, step in flow.questions()
    )
    return [place for place in asked if place not in places]


def main() -> None:
    """Print every record as a line of JSON, and beside them the questions never come to.

    Those need a world that the walks don't begin in: what is missing is recorded by hand.
    """
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.db"

        async def make() -> None:
            database = Database(f"sqlite+aiosqlite:///{empty}")
            await migrate(database)
            await database.close()

        asyncio.run(make())
        records = recorded(Worlds(empty, Path(folder)), beginnings(FLOWS))
        for each in records:
            print(json.dumps(each, ensure_ascii=False))
        lacking = {flow.key: places for flow in FLOWS if (places := missed(flow, records))}
        if lacking:
            print(f"no conversation was recorded at {lacking}", file=sys.stderr)


if __name__ == "__main__":
    main()
