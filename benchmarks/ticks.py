"""What a tick costs by what is due: 100 due rows among 100 clubs and among 10,000."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from benchmarks.filling import NOW, fill
from bot.app import build_program
from bot.channels.base import Channel
from bot.clock import VirtualClock
from bot.domain.due import DueKind
from bot.handlers.ticks import run_tick
from bot.messages import Outbound, Outcome, Sent
from bot.settings import Settings
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.unit_of_work import UnitOfWork
from tests.postgresql import running_server

DUE = 100
MEMBERS = 3
ROUNDS = 7
FEW, MANY = 100, 10_000
IDLE = 20


class Taking(Channel):
    """A channel that takes everything."""

    name = "web"

    async def send(self, message: Outbound) -> Outcome:
        return Sent(f"taken-{message.outbox_id}")


def _make_due(uow: UnitOfWork, clubs: int, number: int) -> None:
    """The next reminder of 100 clubs, spread over all, is due; each time of other clubs."""
    step = clubs // DUE
    chosen = [1 + place * step + number % step for place in range(DUE)]
    uow.connection.execute(
        sa.update(schema.occurrence)
        .where(schema.occurrence.c.id.in_(chosen))
        .values(plan_version=number + 1)
    )
    uow.connection.execute(
        sa.update(schema.due)
        .where(schema.due.c.kind == DueKind.PLAN, schema.due.c.subject_id.in_(chosen))
        .values(at=NOW, version=number + 1)
    )


class Installation:
    """A bot with so many clubs, and what its ticks took."""

    def __init__(self, url: str, clubs: int) -> None:
        self._database = Database(url, VirtualClock(NOW))
        self._clubs = clubs
        self._program = build_program(Settings(_env_file=None), self._database, [Taking()])
        self._rounds = 0
        self.took: dict[str, list[float]] = {"plan": [], "send": [], "both": [], "idle": []}

    async def fill(self) -> None:
        await migrate(self._database)
        await self._database.run(lambda uow: fill(uow, self._clubs, MEMBERS))
        await self._database.run(lambda uow: uow.connection.exec_driver_sql("ANALYZE"))

    async def close(self) -> None:
        await self._database.close()

    async def _plan(self) -> int:
        return await run_tick(self._database, self._program.pipeline.services, "due")

    async def round(self) -> None:
        """The ticks once, with 100 due occurrences; the first round compiles and isn't counted."""
        number = self._rounds
        self._rounds += 1
        await self._database.run(lambda uow: _make_due(uow, self._clubs, number))
        began = time.perf_counter()
        while await self._plan():
            pass
        planned = time.perf_counter()
        while await self._program.dispatcher.tick():
            pass
        sent = time.perf_counter()
        idle = []
        for _ in range(IDLE):
            begins = time.perf_counter()
            await self._plan()
            await self._program.dispatcher.tick()
            idle.append(time.perf_counter() - begins)
        if number:
            self.took["plan"].append(planned - began)
            self.took["send"].append(sent - planned)
            self.took["both"].append(sent - began)
            self.took["idle"] += idle

    def milliseconds(self) -> dict[str, float]:
        """The quickest round: what others do on the machine only ever adds."""
        return {key: round(min(values) * 1000, 2) for key, values in self.took.items()}


async def _compare(urls: list[str]) -> list[dict[str, float]]:
    """Both sizes in turn, so that whatever else the machine does falls on both."""
    sizes = [Installation(url, clubs) for url, clubs in zip(urls, (FEW, MANY), strict=True)]
    for each in sizes:
        await each.fill()
    for _ in range(ROUNDS + 1):
        for each in sizes:
            await each.round()
    for each in sizes:
        await each.close()
    return [each.milliseconds() for each in sizes]


@contextmanager
def _databases() -> Iterator[Iterator[tuple[str, Callable[[int], str]]]]:
    with tempfile.TemporaryDirectory() as folder, running_server() as server:
        yield iter(
            [
                ("sqlite", lambda clubs: f"sqlite+aiosqlite:///{folder}/{clubs}.db"),
                ("postgresql", lambda _clubs: server.fresh()),
            ]
        )


def ticks(show: Callable[..., None]) -> None:
    """The planner's and the dispatcher's tick with 100 due occurrences of 300 members."""
    with _databases() as databases:
        for name, address in databases:
            few, many = asyncio.run(_compare([address(clubs) for clubs in (FEW, MANY)]))
            show(
                "tick",
                storage=name,
                due=DUE,
                milliseconds={FEW: few, MANY: many},
                ratio={key: round(many[key] / few[key], 2) for key in few},
            )


if __name__ == "__main__":
    import json

    ticks(lambda name, **figures: print(json.dumps({"name": name, **figures}), flush=True))
