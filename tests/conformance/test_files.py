"""Files that come with updates: fetched beside the feed, the same on either database."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.app import Program, build_program, open_database
from bot.channels.base import Channel, FetchError, FileTooBigError
from bot.clock import VirtualClock
from bot.handlers.fetching import AT_ONCE, LEASE, MOST_TIMES
from bot.messages import NOT_FETCHED, TOO_BIG, Address, Inbound, Incoming, Outbound, Outcome, Sent
from bot.settings import Settings
from bot.storage import schema
from bot.storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)


class Line(Channel):
    """A platform whose files come when it is told to let them."""

    name = "telegram"

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.gate.set()
        self.faults: dict[str, Exception] = {}
        self.under_way: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.fetched: list[str] = []
        self.sent: list[Outbound] = []

    async def send(self, message: Outbound) -> Outcome:
        self.sent.append(message)
        return Sent("1")

    async def fetch(self, reference: str, most: int) -> bytes:
        chat = reference.partition("/")[0]
        self.under_way[chat] += 1
        self.most[chat] = max(self.most[chat], self.under_way[chat])
        self.most["all"] = max(self.most["all"], self.under_way.total())
        try:
            await self.gate.wait()
            if reference in self.faults:
                raise self.faults[reference]
            self.fetched.append(reference)
            return reference.encode()
        finally:
            self.under_way[chat] -= 1


class Process:
    """A program on the database, with its own line to the platform."""

    def __init__(self, program: Program, line: Line) -> None:
        self.program = program
        self.line = line

    @property
    def clock(self) -> VirtualClock:
        clock = self.program.database.clock
        assert isinstance(clock, VirtualClock)
        return clock

    async def unit(self, work: object) -> object:
        return await self.program.database.run(work)  # type: ignore[arg-type]

    async def receive(self, *updates: Inbound) -> None:
        await self.program.pipeline.receive(updates)

    async def handle(self) -> None:
        while await self.program.pipeline.handle_next():
            pass

    async def rows(self) -> Sequence[sa.Row[tuple[object, ...]]]:
        def look(uow: UnitOfWork) -> Sequence[sa.Row[tuple[object, ...]]]:
            return uow.connection.execute(sa.select(schema.inbox).order_by(schema.inbox.c.id)).all()

        return await self.program.database.run(look)

    async def states(self) -> list[str]:
        return [str(row.state) for row in await self.rows()]  # type: ignore[attr-defined]

    async def update(self, number: int) -> Inbound:
        row = (await self.rows())[number - 1]
        return Inbound.from_json(row.raw)  # type: ignore[attr-defined]


@asynccontextmanager
async def processes(settings: Settings, count: int = 1) -> AsyncIterator[list[Process]]:
    clock, made = VirtualClock(NOW), []
    for _ in range(count):
        database = await open_database(settings.database_url)
        database.keep_time(clock)
        line = Line()
        made.append(Process(build_program(settings, database, [line]), line))
    try:
        yield made
    finally:
        for each in made:
            await each.program.fetcher.stop(0)
            await each.program.database.close()


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On PostgreSQL files lie beside the working folder."""
    monkeypatch.chdir(tmp_path)


def text(chat: str, key: str) -> Inbound:
    return Inbound(Address("telegram", chat), Incoming.TEXT, "menu", update_key=key)


def file(chat: str, key: str) -> Inbound:
    return Inbound(
        Address("telegram", chat),
        Incoming.FILE,
        file_name="a.csv",
        file_reference=f"{chat}/{key}",
        update_key=key,
    )


async def test_a_chat_waits_for_its_file_and_nobody_else_does(settings: Settings) -> None:
    async with processes(settings) as (it,):
        it.line.gate.clear()
        await it.receive(text("a", "1"), file("a", "2"), text("a", "3"), text("b", "4"))
        await it.program.fetcher.tick(waits=False)
        await it.handle()
        assert await it.states() == ["handled", "received", "received", "handled"]
        it.line.gate.set()
        await it.program.fetcher.rest(1)
        await it.program.fetcher.tick(waits=False)
        found = await it.update(2)
        assert found.file_reference is None
        assert found.file_path is not None
        assert Path(found.file_path).read_bytes() == b"a/2"
        await it.handle()
        assert await it.states() == ["handled"] * 4
        # Nobody asked a guest for a file.
        assert not Path(found.file_path).exists()
        handled = [row.handled_at for row in await it.rows()]  # type: ignore[attr-defined]
        assert handled[1] <= handled[2]


async def test_one_stranger_takes_one_place_of_four(settings: Settings) -> None:
    async with processes(settings) as (it,):
        it.line.gate.clear()
        await it.receive(*(file("stranger", f"s{number}") for number in range(40)))
        await it.receive(*(file(f"chat{number}", f"c{number}") for number in range(6)))
        assert await it.program.fetcher.tick(waits=False) == AT_ONCE
        await asyncio.sleep(0)
        assert it.line.under_way["stranger"] == 1
        it.line.gate.set()
        while len(it.line.fetched) < 12:
            await it.program.fetcher.rest(1)
            it.clock.move_to(it.clock.now() + timedelta(seconds=1))
            await it.program.fetcher.tick(waits=False)
        # All six others had their turn while the stranger's forty are far from done.
        assert {f"chat{number}/c{number}" for number in range(6)} <= set(it.line.fetched[:12])
        await it.program.work_off()
        assert it.line.most["stranger"] == 1
        assert it.line.most["all"] == AT_ONCE
        strangers = [each for each in it.line.fetched if each.startswith("stranger")]
        assert strangers == [f"stranger/s{number}" for number in range(40)]
        assert set(await it.states()) == {"handled"}


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (FetchError("no line"), NOT_FETCHED),
        (OSError("the disk is full"), NOT_FETCHED),
        (ZeroDivisionError(), NOT_FETCHED),
        (FileTooBigError("big"), TOO_BIG),
    ],
)
async def test_a_file_that_does_not_come_is_told(
    settings: Settings, fault: Exception, why: str
) -> None:
    async with processes(settings) as (it,):
        it.line.faults["a/1"] = fault
        await it.receive(file("a", "1"), text("a", "2"))
        await it.program.work_off()
        assert await it.states() == ["handled"] * 2
        assert (await it.update(1)).text == why
        await it.program.dispatcher.tick()
        said = it.line.sent[0].text
        assert "chưa lấy được tệp" in said or "tệp lớn quá" in said


async def test_what_a_process_left_behind_is_fetched_by_the_next(settings: Settings) -> None:
    async with processes(settings, 2) as (dead, it):
        dead.line.gate.clear()
        await dead.receive(file("a", "1"))
        await dead.program.fetcher.tick(waits=False)
        # Somebody is at it, as long as the lease holds.
        assert await it.program.fetcher.tick() == 0
        it.clock.move_to(NOW + LEASE)
        await it.program.work_off()
        assert await it.states() == ["handled"]
        assert it.line.fetched == ["a/1"]
        # The other wasn't dead at all: what it fetched comes too late and is left alone.
        path = (await it.update(1)).file_path
        dead.line.gate.set()
        await dead.program.fetcher.rest(1)
        await dead.program.fetcher.tick()
        assert (await it.update(1)).file_path == path
        # Neither copy is kept: the first was a guest's, the other nobody's.
        assert list(Path(path or "").parent.iterdir()) == []


async def test_the_only_process_takes_over_at_once(settings: Settings) -> None:
    async with processes(settings, 2) as (dead, it):
        dead.line.gate.clear()
        await dead.receive(file("a", "1"))
        await dead.program.fetcher.tick(waits=False)
        await it.program.fetcher.take_over()
        await it.program.work_off()
        assert await it.states() == ["handled"]


async def test_a_stop_gives_back_what_it_could_not_finish(settings: Settings) -> None:
    async with processes(settings, 2) as (stopped, it):
        stopped.line.gate.clear()
        await stopped.receive(file("a", "1"), file("b", "2"))
        await stopped.program.fetcher.tick(waits=False)
        await stopped.program.fetcher.stop(0.01)
        await it.program.work_off()
        assert sorted(it.line.fetched) == ["a/1", "b/2"]


async def test_a_file_that_is_written_down_twice_is_kept(settings: Settings) -> None:
    """The answer to a commit can get lost: the work is done again, the file is in use already."""
    async with processes(settings) as (it,):
        await it.receive(file("a", "1"))
        (row,) = await it.program.database.run(lambda uow: uow.inbox.claim_files(1, LEASE))
        ours = replace(file("a", "1"), file_reference=None, file_path="ours.csv")
        others = replace(ours, file_path="others.csv")
        for update, used in ((ours, True), (ours, True), (others, False)):

            def put(uow: UnitOfWork, update: Inbound = update) -> bool:
                return uow.inbox.put_file(row, update)

            assert await it.unit(put) is used
        assert (await it.update(1)).file_path == "ours.csv"


async def test_a_file_that_kills_each_time_is_given_up(settings: Settings) -> None:
    async with processes(settings) as (it,):
        it.line.gate.clear()
        await it.receive(file("a", "1"))
        for _ in range(MOST_TIMES):
            assert await it.program.fetcher.tick(waits=False) == 1
            for task in list(it.program.fetcher._fetching):
                task.cancel()
            await asyncio.sleep(0)
            await it.program.fetcher.take_over()
        it.line.gate.set()
        await it.program.work_off()
        assert (await it.update(1)).text == NOT_FETCHED
        assert await it.states() == ["handled"]


async def test_two_processes_fetch_each_file_once_and_each_chats_in_order(
    settings: Settings,
) -> None:
    async with processes(settings, 2) as each:
        one, two = each
        await one.receive(*(file(f"chat{n % 5}", f"{n:02d}") for n in range(30)))
        await asyncio.gather(one.program.work_off(), two.program.work_off())
        while "received" in await one.states():
            await asyncio.gather(one.program.work_off(), two.program.work_off())
        assert Counter(one.line.fetched + two.line.fetched) == Counter(
            f"chat{n % 5}/{n:02d}" for n in range(30)
        )
        assert {row.fetches for row in await one.rows()} == {1}  # type: ignore[attr-defined]


async def test_nobody_is_alarmed_by_a_stranger_who_waits_for_his_files(settings: Settings) -> None:
    async with processes(settings) as (it,):

        async def oldest() -> object:
            return await it.unit(lambda uow: uow.measures.oldest_waiting())

        await it.receive(file("a", "1"), file("a", "2"), file("a", "3"), text("a", "4"))
        it.line.gate.clear()
        for left in (2, 1, 0):
            await it.program.fetcher.tick(waits=False)
            await it.handle()
            began = it.clock.now()
            it.clock.move_to(began + timedelta(seconds=40))
            # What is behind the one that is fetched waits no longer than that one takes.
            assert await oldest() == (began if left else None)
            it.line.gate.set()
            await it.program.fetcher.rest(1)
            it.line.gate.clear()
        await it.program.fetcher.tick(waits=False)
        await it.handle()
        await it.receive(file("b", "5"))
        due = it.clock.now()
        it.clock.move_to(due + timedelta(seconds=125))
        # Nobody is at it: that is what an operator is to know.
        assert await oldest() == due
