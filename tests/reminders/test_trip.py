"""The way of a reminder that is due: planner, notices, outbox, channel, and never back up."""

from __future__ import annotations

import sys
import threading
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType
from typing import Any

from bot.app import build_program
from bot.clock import VirtualClock
from bot.domain.due import DueKind
from bot.handlers.ticks import run_tick
from bot.settings import Settings
from bot.storage.database import Database
from tests.conformance.test_workers import club_with_a_meeting
from tests.fakes.channel import FakeChannel

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)

# What runs whatever is handed to it: a transaction, and a part of one.
RUNNERS = {"bot.storage.database", "bot.storage.sqlite"}
PARTS = {"bot.storage.unit_of_work.UnitOfWork.apart"}

STATIONS = (
    "bot.reminders.planner.plan",
    "bot.reminders.notices.send",
    "bot.storage.notices.Notices.add",
    "bot.delivery.telling.tell",
    "bot.storage.outbox.Outbox.add",
    "bot.delivery.dispatcher.Dispatcher.tick",
    "bot.storage.outbox.Outbox.claim",
    "tests.fakes.channel.FakeChannel.send",
)


def _layers() -> dict[str, int]:
    """How deep each package lies, as the import contract says it."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    contracts = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    (found,) = (each for each in contracts if each["name"] == "From the top down")
    return {
        name.strip(): depth
        for depth, line in enumerate(found["layers"])
        for name in line.split("|")
    }


class Trip:
    """Every call within the program, as it happens on any thread."""

    def __init__(self) -> None:
        self._layers = _layers()
        self.entered: list[str] = []
        self.modules: set[str] = set()
        self.upwards: set[tuple[str, str]] = set()

    def depth(self, module: str) -> int | None:
        return self._layers.get(".".join(module.split(".")[:2]))

    def note(self, frame: FrameType, event: str, _arg: Any) -> None:
        if event != "call":
            return
        module = frame.f_globals.get("__name__", "")
        if not module.startswith(("bot.", "tests.fakes")):
            return
        name = f"{module}.{frame.f_code.co_qualname}"
        self.entered.append(name)
        self.modules.add(module)
        caller = frame.f_back
        while caller is not None and not caller.f_globals.get("__name__", "").startswith("bot."):
            caller = caller.f_back
        if caller is None:
            return
        above = caller.f_globals["__name__"]
        by = f"{above}.{caller.f_code.co_qualname}"
        # Values that are handed down may be made while they are read.
        if above in RUNNERS or by in PARTS or frame.f_code.co_name == "<genexpr>":
            return
        upper, lower = self.depth(above), self.depth(module)
        if upper is not None and lower is not None and lower < upper:
            self.upwards.add((by, name))


async def test_a_due_reminder_goes_down_and_never_back_up(settings: Settings) -> None:
    trip = Trip()
    # Before the database's thread begins: it is watched from its first call on.
    threading.setprofile(trip.note)
    try:
        database = Database(settings.database_url, VirtualClock(NOW))
        await database.run(lambda uow: club_with_a_meeting(uow, days=3))
        channel = FakeChannel()
        program = build_program(settings, database, [channel])
        trip.entered.clear()
        trip.upwards.clear()
        sys.setprofile(trip.note)
        assert await run_tick(database, program.pipeline.services, "due") == 1
        await program.dispatcher.tick()
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    assert len(channel.texts("sau")) == 1
    # A coroutine is entered again with each step: its first time counts.
    first = dict.fromkeys(each for each in trip.entered if each in STATIONS)
    assert list(first) == list(STATIONS)
    assert trip.upwards == set()
    assert await database.run(lambda uow: uow.due.moment(DueKind.PLAN, 1)) is not None
    await database.close()


async def test_a_call_back_up_would_be_seen(settings: Settings) -> None:
    """The storage calls what lies above it: just what must not be on the way."""
    from bot.handlers.due import waits
    from bot.handlers.services import Keeping

    trip = Trip()

    class Calling(dict[DueKind, timedelta]):
        def __iter__(self) -> Any:
            return iter(waits(Keeping()))

    threading.setprofile(trip.note)
    try:
        database = Database(settings.database_url, VirtualClock(NOW))
        await database.run(lambda uow: uow.due.next(Calling()))
    finally:
        threading.setprofile(None)
    await database.close()
    assert ("bot.storage.due.Dues.next", "bot.handlers.due.waits") in trip.upwards
