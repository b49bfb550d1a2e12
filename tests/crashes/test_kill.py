"""kill -9 while updates are received, handled, answered, and reminders planned and sent.

Counted is what others see: the test server's ledger, and the roster as it is exported.
"""

from __future__ import annotations

import asyncio
import csv
import itertools
import os
import random
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa

from bot.delivery.dispatcher import IN_DOUBT
from bot.domain.due import DueKind
from bot.messages import Address
from bot.settings import Settings
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork
from tests.acceptance.test_postgresql import free_port
from tests.crashes.failpoints import POINTS
from tests.crashes.people import Crowd, a_crash, repeated
from tests.crashes.processes import Processes
from tests.fakes.telegram import Platform, Server
from tests.postgresql import Server as PostgreSQL

BEGINS = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
"""Nine in the morning: an hour at which people are reminded."""
ORGANISER = 100
MEMBERS = tuple(range(201, 209))
SECRET = "a-secret-of-eight-letters"
MOST_TIMES = {"tick: telling": 8, "tick: noting": 3, "tick: planning": 1, "tick: planned": 1}
"""How often a point is surely reached soon after a start; the others go on with the load."""
LONGEST = 60.0
"""Seconds in which something has to move until all is done."""


def prepare(uow: UnitOfWork, rounds: int) -> str:
    """Two clubs: one that people join, one whose members are reminded; the join code."""
    uow = uow.at(BEGINS)

    def account(chat: int) -> int:
        return uow.accounts.open(
            Address("telegram", str(chat)), capabilities="telegram", language="vi"
        ).id

    organiser = account(ORGANISER)
    joined = uow.clubs.add(
        unit_code="26686", hamlet="ấp Hải Lạc", name="CLB Hải Lạc", join_code="ABCDEF",
        created_by=organiser,
    )  # fmt: skip
    reminded = uow.clubs.add(
        unit_code="26686", hamlet="ấp Hải An", name="CLB Hải An", join_code="BCDEFG",
        created_by=organiser,
    )  # fmt: skip
    for club in (joined, reminded):
        uow.accounts.grant(organiser, "organiser", club_id=club.id)
    for chat in MEMBERS:
        person = uow.people.add(full_name=f"Người {chat}", birth_year=1950, sex="female")
        uow.clubs.add_member(reminded, person, state="active", source="organiser")
        uow.people.speak_for(account(chat), person, "self", is_self=True, told=True)
        uow.people.add_consent(
            person, reminded.id, "reminders", agreed=True, words="w", words_version="1",
            way="press", answered_on=BEGINS.date(),
        )  # fmt: skip
    starts_at = BEGINS + timedelta(days=3, minutes=30)
    for number in range(rounds):
        place = f"nhà văn hóa số {number:03d}"
        event = uow.events.add(
            club_id=reminded.id, kind="meeting",
            recurrence={"kind": "once", "day": starts_at.date().isoformat()},
            hour="09:30", place=place,
        )  # fmt: skip
        uow.events.add_occurrence(
            event_id=event.id, club_id=reminded.id, nominal_on=starts_at.date(),
            starts_at=starts_at, place=place, state="planned", plan_version=1,
            plan_at=starts_at,
        )  # fmt: skip
    return joined.join_code


@dataclass
class Moment:
    """When a process was killed."""

    point: str
    count: int
    seconds: float
    shown: int
    """Messages that the ledger held."""
    on_time: bool
    """Whether it died by itself at the point; else from outside, the point not being reached."""

    def __str__(self) -> str:
        how = "" if self.on_time else " (not reached: killed from outside)"
        return (
            f"{self.point}, time {self.count}, {self.seconds:.2f} s after its start, "
            f"{self.shown} messages shown{how}"
        )


@dataclass
class Armed:
    """A process that is to die at a point."""

    port: int
    point: str
    count: int
    since: float = field(default_factory=time.monotonic)
    from_outside: bool = False


class Siege:
    """A database, a platform with people on it, and processes that are killed again and again."""

    def __init__(self, database: Database, platform: Platform, processes: Processes) -> None:
        self.database = database
        self.platform = platform
        self.processes = processes
        self.moments: list[Moment] = []
        self.crowd: Crowd
        self._due = 0

    async def begin(self, rounds: int, at_once: int, most: int = 100_000) -> None:
        join_code = await self.database.run(lambda uow: prepare(uow, rounds))
        for chat in (ORGANISER, *MEMBERS):
            self.platform.add_person(chat, "A").started = True
        self.crowd = Crowd(self.platform, join_code, at_once, most)

    async def make_due(self) -> None:
        """One more meeting is to be reminded of."""
        self._due += 1
        await self.database.run(
            lambda uow: uow.connection.execute(
                sa.update(schema.due)
                .where(schema.due.c.kind == DueKind.PLAN, schema.due.c.subject_id == self._due)
                .values(at=BEGINS)
            )
        )

    async def until_one_is_killed(
        self, armed: dict[int, Armed], patience: float
    ) -> tuple[Moment, int]:
        """The load goes on until one of the processes is dead; it is taken out of them."""
        while True:
            self.crowd.listen()
            self.crowd.join()
            for pid, each in armed.items():
                seconds = time.monotonic() - each.since
                status = await self.processes.status(pid)
                if status is not None:
                    assert status == -signal.SIGKILL, self.processes.errors.read_text("utf-8")
                    shown = len(self.platform.shown)
                    on_time = not each.from_outside
                    moment = Moment(each.point, each.count, seconds, shown, on_time)
                    self.moments.append(moment)
                    self.crowd.crashed()
                    del armed[pid]
                    return moment, each.port
                if seconds > patience and not each.from_outside:
                    each.from_outside = True
                    os.kill(pid, signal.SIGKILL)
            await asyncio.sleep(0.005)

    async def still(self) -> bool:
        """Whether nothing is waiting any more: only a sign that now may be counted."""

        def look(uow: UnitOfWork) -> bool:
            waits = sa.select(sa.func.count()).select_from(schema.inbox)
            goes = sa.select(sa.func.count()).select_from(schema.outbox)
            return not (
                uow.connection.execute(waits.where(schema.inbox.c.state == "received")).scalar()
                or uow.connection.execute(
                    goes.where(schema.outbox.c.state.in_(["queued", "sending"]))
                ).scalar()
                or uow.connection.execute(
                    sa.select(schema.due.c.subject_id).where(schema.due.c.at <= BEGINS)
                ).first()
            )

        before = self.crowd.updates
        still = await self.database.run(look)
        self.crowd.listen()
        return still and self.crowd.updates == before and not self._waiting()

    def _waiting(self) -> int:
        return sum(len(bot.updates) for bot in self.platform.bots.values())

    async def unsure(self) -> int:
        """How many messages that would be repeated the program gave up, not knowing."""
        query = sa.select(sa.func.count()).where(
            schema.outbox.c.state == "unknown", schema.outbox.c.kind.in_(["reminder", "notice"])
        )
        found = await self.database.run(lambda uow: uow.connection.execute(query).scalar())
        return int(found or 0)

    async def settle(self) -> None:
        """Let a process that isn't killed come to an end with everything."""
        seen, since = -1, 0.0
        while not await self.still():
            await asyncio.sleep(0.02)
            moved = self.crowd.updates + len(self.platform.shown)
            if moved != seen:
                seen, since = moved, time.monotonic()
            assert time.monotonic() - since < LONGEST, "nothing moves, and it isn't at its end"

    async def finish(self) -> int:
        """Whose answer was lost asks again, and everybody registers; how many had to ask."""
        await self.settle()
        left = [each for each in self.crowd.all.values() if not each.done]
        for each in left:
            each.ask_again()
        await self.settle()
        return len(left)


def moments(
    number: int, seed: int, points: Sequence[str] = POINTS, most: int = 12
) -> Iterator[tuple[str, int]]:
    """So many moments, each stage as often as the others, in a drawn order."""
    drawn = random.Random(seed)
    stages: dict[str, list[str]] = {}
    for point in drawn.sample(points, len(points)):
        stages.setdefault(point.partition(":")[0], []).append(point)
    turns = zip(*map(itertools.cycle, stages.values()), strict=True)
    chosen = list(itertools.islice(itertools.chain.from_iterable(turns), number))
    drawn.shuffle(chosen)
    for point in chosen:
        yield point, drawn.randint(1, MOST_TIMES.get(point, most))


async def _check(siege: Siege, asked_again: int) -> None:
    crowd, platform = siege.crowd, siege.platform
    shown = platform.shown
    crashes = [each.shown for each in siege.moments]
    # The ledger: no update was lost or taken twice, each was answered.
    at_a_loss = [each for each in crowd.all.values() if each.at_a_loss]
    for each in at_a_loss[:3]:
        print(each, *(f"{s.number}: {s.text}" for s in platform.seen_by(each.chat)), sep="\n- ")
    assert not at_a_loss
    assert asked_again == 0
    assert all(each.done for each in crowd.all.values())
    assert platform.refused == []
    # What was on its way at a crash came once more, and nothing else: four messages at most.
    told_twice = repeated(shown, {ORGANISER, *MEMBERS})
    assert all(len(places) == 2 for places in told_twice.values()), told_twice
    twice = told_twice | repeated(shown, set(crowd.all))
    by_crash = a_crash(list(twice.values()), crashes, IN_DOUBT)
    assert by_crash[-1] == 0, twice
    assert max(by_crash.values(), default=0) <= IN_DOUBT, by_crash
    # Every reminder came to everybody, and the organiser heard of everybody who joined; but for
    # those that two crashes met, at their repetition too: these the program calls unsure.
    reminded = {(each.chat, each.text) for each in shown if each.chat in MEMBERS}
    missing = len(MEMBERS) * siege._due - len(reminded)
    heard = [each.text for each in shown if each.chat == ORGANISER]
    for each in crowd.all.values():
        missing += not any(f"{each.name} ({each.year})" in text for text in heard)
    assert missing <= await siege.unsure() <= len(crashes)


async def _check_export(siege: Siege, folder: Path) -> None:
    """Everybody stands on the roster once, with what was said."""
    path = folder / "roster.csv"
    pid = await siege.processes.start("export-roster", str(path), "--club", "26686-01")
    assert await siege.processes.ended(pid) == 0
    with path.open(encoding="utf-8-sig", newline="") as opened:
        heading, *rows = csv.reader(opened)
    names, births, phones = (
        heading.index(each) for each in ("Họ và tên", "Năm sinh", "Số điện thoại")
    )
    exported = sorted(
        (row[names], row[births], row[phones].replace(" ", "").replace(".", "")) for row in rows
    )
    typed = sorted((each.name, str(each.year), each.phone) for each in siege.crowd.all.values())
    assert exported == typed


@asynccontextmanager
async def siege(
    settings: Settings, folder: Path, *, lease: float = 90.0, **environment: str
) -> AsyncIterator[Siege]:
    database = Database(settings.database_url)
    platform = Platform()
    platform.add_bot("1000001:test-token")
    async with Server(platform) as server:
        processes = Processes(
            folder,
            {
                "BOT_DATABASE_URL": settings.database_url,
                "BOT_TELEGRAM_TOKEN": "1000001:test-token",
                "BOT_TELEGRAM_API_URL": server.address,
                "BOT_WEB": "off",
                "BOT_BACKUPS": "off",
                "BOT_SENDS_PER_SECOND": "2000",
                **environment,
            },
            ahead=(BEGINS - datetime.now(UTC)).total_seconds(),
            lease=lease,
        )
        try:
            async with processes:
                yield Siege(database, platform, processes)
        finally:
            await database.close()


async def on_sqlite(
    settings: Settings, folder: Path, number: int, seed: int, at_once: int, most: int = 100_000
) -> Siege:
    async with siege(settings, folder) as it:
        await it.begin(number, at_once, most)
        for point, count in moments(number, seed, most=at_once):
            await it.make_due()
            pid = await it.processes.start("run", point=point, count=count)
            await it.until_one_is_killed({pid: Armed(0, point, count)}, patience=20)
        pid = await it.processes.start("run")
        asked_again = await it.finish()
        await _check(it, asked_again)
        await _check_export(it, folder)
        os.kill(pid, signal.SIGTERM)
        assert await it.processes.ended(pid) == 0
        return it


@pytest.mark.long
@pytest.mark.parametrize("seed", [1])
async def test_kill_at_eight_moments(settings: Settings, tmp_path: Path, seed: int) -> None:
    it = await on_sqlite(settings, tmp_path, 8, seed, at_once=4)
    stages = Counter(each.point.partition(":")[0] for each in it.moments if each.on_time)
    assert stages == dict.fromkeys(("receive", "handle", "send", "tick"), 2)


@pytest.mark.long
async def test_kill_at_sixty_moments_under_load(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Forty people at once, killed from the receipt to the answer: each of them is answered."""
    it = await on_sqlite(settings, tmp_path, 60, seed=60, at_once=40, most=200)
    with capsys.disabled():
        tell(it)
    assert sum(each.on_time for each in it.moments) >= 50


@pytest.mark.long
async def test_kill_at_a_hundred_moments(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    it = await on_sqlite(settings, tmp_path, 100, seed=2026, at_once=16)
    with capsys.disabled():
        tell(it)
    assert {each.point for each in it.moments if each.on_time} == set(POINTS)


class Postman:
    """Brings updates to the workers' webhooks as Telegram does: again until one takes them."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self.ports: list[int] = []
        self._next = 0

    async def run(self) -> None:
        (bot,) = self._platform.bots.values()
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
            while True:
                if not bot.updates or not self.ports:
                    await asyncio.sleep(0.005)
                    continue
                self._next += 1
                port = self.ports[self._next % len(self.ports)]
                try:
                    answer = await client.post(
                        f"http://127.0.0.1:{port}/webhooks/telegram",
                        json=bot.updates[0],
                        headers=headers,
                    )
                except httpx.HTTPError:
                    await asyncio.sleep(0.01)
                    continue
                if answer.status_code == 200:
                    bot.updates.pop(0)


@pytest.fixture
def server_settings(postgresql: PostgreSQL) -> Settings:
    return Settings(_env_file=None, database_url=postgresql.fresh())


@pytest.mark.long
async def test_kill_one_of_two_workers_at_forty_moments(
    server_settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    points = [each for each in POINTS if each != "receive: acknowledging"]
    webhook = {
        "BOT_WEB": "on",
        "BOT_PUBLIC_URL": "https://bot.example",
        "BOT_WEBHOOK_SECRET": SECRET,
    }
    # The other worker waits for the lease of what the dead one had in hand.
    async with siege(server_settings, tmp_path, lease=8.0, **webhook) as it:
        await it.begin(40, at_once=12)
        postman = Postman(it.platform)
        postman.ports = [free_port(), free_port()]

        workers: list[int] = []
        bringing = asyncio.create_task(postman.run())
        # Both are to die; whichever does first starts anew, and the other goes on meanwhile.
        armed: dict[int, Armed] = {}
        left = moments(40, 7, points)

        async def arm(port: int) -> None:
            point, count = next(left)
            await it.make_due()
            pid = await it.processes.start("run", point=point, count=count, BOT_WEB_PORT=str(port))
            armed[pid] = Armed(port, point, count)

        for port in postman.ports:
            await arm(port)
        while armed:
            _, port = await it.until_one_is_killed(armed, patience=8)
            if len(it.moments) + len(armed) < 40:
                await arm(port)
            else:
                workers.append(await it.processes.start("run", BOT_WEB_PORT=str(port)))
        asked_again = await it.finish()
        await _check(it, asked_again)
        await _check_export(it, tmp_path)
        for pid in workers:
            os.kill(pid, signal.SIGTERM)
            assert await it.processes.ended(pid) == 0
        bringing.cancel()
        with capsys.disabled():
            tell(it)
    assert sum(each.on_time for each in it.moments) >= 30


def tell(it: Siege) -> None:
    """Print the moments, and what was counted."""
    print()
    for number, each in enumerate(it.moments, 1):
        print(f"{number:3}. {each}")
    twice = repeated(it.platform.shown, {ORGANISER, *MEMBERS, *it.crowd.all})
    print(
        f"{len(it.crowd.all)} people registered by {it.crowd.updates} updates, "
        f"{len(it.platform.shown)} messages shown, {len(twice)} of them twice"
    )
