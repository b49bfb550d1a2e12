"""Several workers on one PostgreSQL database: nothing twice, in order, and nobody in the way."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.util import await_only

from bot.app import Program, build_program
from bot.clock import VirtualClock
from bot.conversations.turn import Turn
from bot.domain.due import DueKind, SubjectKind
from bot.handlers import pipeline
from bot.handlers.services import Services
from bot.handlers.ticks import TICKS, run_tick
from bot.messages import Address, Inbound, Incoming, RetryAfter
from bot.settings import Settings
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.faults import StorageError, UnreachableError
from bot.storage.postgresql import PostgreSQL
from bot.storage.records import InboxRow
from bot.storage.unit_of_work import UnitOfWork
from tests.fakes.channel import FakeChannel
from tests.postgresql import Server

NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)


@dataclass
class Worker:
    """One process's parts: its own connections, its own program, its own line to the platform."""

    database: Database
    program: Program
    channel: FakeChannel
    handled: int = 0

    async def unit(self, work: Callable[[UnitOfWork], Any]) -> Any:
        return await self.database.run(work)

    async def work(self) -> None:
        """Work off and send until nothing is left."""
        idle = 0
        while idle < 3:
            busy = await self.program.pipeline.handle_next()
            self.handled += busy
            sent = await self.program.dispatcher.tick()
            idle = 0 if busy or sent else idle + 1
            await asyncio.sleep(0.005 * idle)


@pytest.fixture
def url(postgresql: Server) -> str:
    return postgresql.fresh()


@asynccontextmanager
async def workers(url: str, count: int = 2) -> AsyncIterator[list[Worker]]:
    settings = Settings(_env_file=None, database_url=url)
    made = []
    clock = VirtualClock(NOW)
    for _ in range(count):
        database = Database(url, clock)
        channel = FakeChannel()
        made.append(Worker(database, build_program(settings, database, [channel]), channel))
    try:
        yield made
    finally:
        for worker in made:
            await worker.database.close()


def update(chat: str, key: str, text: str = "menu") -> Inbound:
    return Inbound(Address("web", chat), Incoming.TEXT, text, update_key=key)


def a_club(uow: UnitOfWork) -> None:
    account = uow.accounts.open(Address("web", "tu"), capabilities="web", language="vi")
    uow.clubs.add(
        unit_code="26686", hamlet="ấp Hải Lạc", name="CLB Hải Lạc", join_code="ABCDEF",
        created_by=account.id,
    )  # fmt: skip


async def together(*work: Awaitable[Any]) -> list[Any]:
    return list(await asyncio.gather(*work))


async def test_two_workers_do_everything_once_and_in_order(url: str) -> None:
    async with workers(url) as (one, two):
        updates = [update(f"chat{n % 12}", str(n), f"Chào lần {n}") for n in range(120)]
        await together(
            *(worker.program.pipeline.receive(updates[place::2])
              for place, worker in enumerate((one, two)))
        )  # fmt: skip
        await together(one.work(), two.work())
        rows = await one.unit(lambda uow: list(uow.connection.execute(schema.inbox.select())))
        assert Counter(row.state for row in rows) == {"handled": 120}
        assert {row.attempt for row in rows} == {1}
        assert one.handled + two.handled == 120
        assert min(one.handled, two.handled) > 10
        sent = await one.unit(lambda uow: list(uow.connection.execute(schema.outbox.select())))
        assert {row.state for row in sent} == {"sent"}
        assert {row.attempt for row in sent} == {1}
        tried = Counter(each.outbox_id for each in one.channel.tried + two.channel.tried)
        assert set(tried.values()) == {1}
        assert len(tried) == len(sent)
        # The updates of a chat were handled, and their replies sent, in the order they came.
        for chat in {row.external_id for row in rows}:
            came = [
                row.id for row in sorted(rows, key=lambda row: row.id) if row.external_id == chat
            ]
            replies = [row.inbox_id for row in sorted(sent, key=lambda row: row.id)
                       if row.inbox_id in came]  # fmt: skip
            assert replies == sorted(replies)
            assert sorted(set(replies)) == came


async def test_two_workers_write_people_on_one_roster(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each gives the next number of the roster, and neither sees the other's before it is kept."""
    both = asyncio.Barrier(2)
    begun: set[int] = set()

    def write_down(services: Services, turn: Turn) -> str:
        if id(services) not in begun:
            begun.add(id(services))
            await_only(both.wait())
        club = turn.uow.clubs.get(1)
        person = turn.uow.people.add(full_name=turn.inbound.text, birth_year=1950, sex="female")
        turn.uow.clubs.add_member(club, person, state="active", source="organiser")
        turn.say(f"Dạ, con đã ghi {turn.inbound.text}.")
        return "test"

    monkeypatch.setattr(pipeline, "handle", write_down)
    async with workers(url) as (one, two):
        await one.unit(a_club)
        names = [f"Người {number}" for number in range(16)]
        await one.program.pipeline.receive(
            [update(f"chat{place}", str(place), name) for place, name in enumerate(names)]
        )
        await together(one.work(), two.work())
        rows = await one.unit(lambda uow: list(uow.connection.execute(schema.inbox.select())))
        assert Counter(row.state for row in rows) == {"handled": 16}
        members = await one.unit(
            lambda uow: list(uow.connection.execute(schema.membership.select()))
        )
        assert len({row.code for row in members}) == len(members) == 16


async def test_an_update_waits_while_another_worker_has_the_one_before_it(url: str) -> None:
    async with workers(url) as (one, two):
        await one.program.pipeline.receive([update("a", "1"), update("a", "2"), update("b", "3")])
        async with holding(one) as first:
            assert first is not None
            assert first.update_key == "1"
            # Not 2, though 1 is locked; and nobody waits for the lock.
            other = await asyncio.wait_for(two.unit(_next), 2)
            assert other.update_key == "3"
            await two.unit(lambda uow: uow.inbox.close(other.id, "handled"))
            assert await asyncio.wait_for(two.unit(_next), 2) is None
        assert (await two.unit(_next)).update_key == "2"


async def connected(worker: Worker) -> AsyncConnection:
    """A connection on which a transaction stays open."""
    driver = worker.database._driver
    assert isinstance(driver, PostgreSQL)
    return await driver._engine(writes=True).connect()


async def test_a_later_update_is_not_there_before_an_earlier_one(url: str) -> None:
    async with workers(url) as (one, two):
        connection = await connected(one)
        await connection.run_sync(lambda sync: UnitOfWork(sync, NOW).inbox.add([update("a", "1")]))
        later = asyncio.create_task(two.program.pipeline.receive([update("a", "2")]))
        await asyncio.wait_for(two.program.pipeline.receive([update("b", "3")]), 2)
        await asyncio.wait([later], timeout=0.1)
        assert not later.done()
        await connection.commit()
        await connection.close()
        assert await later == 1
        rows = await one.unit(lambda uow: uow.inbox.history("web", "a"))
        assert [row.update_key for row in rows] == ["1", "2"]


def _next(uow: UnitOfWork) -> InboxRow | None:
    return uow.inbox.next()


@asynccontextmanager
async def holding(worker: Worker) -> AsyncIterator[InboxRow | None]:
    """A worker in the middle of an update; the update is handled at the end."""
    connection = await connected(worker)

    def close(sync: Connection) -> None:
        if row is not None:
            UnitOfWork(sync, NOW).inbox.close(row.id, "handled")

    try:
        row = await connection.run_sync(lambda sync: UnitOfWork(sync, NOW).inbox.next())
        yield row
        await connection.run_sync(close)
        await connection.commit()
    finally:
        await connection.close()


async def test_the_first_messages_of_an_account_make_one(url: str) -> None:
    async with workers(url, 4) as each:
        await together(
            *(worker.unit(lambda uow: uow.accounts.open(
                Address("web", "new"), capabilities="web", language="vi")) for worker in each * 3)
        )  # fmt: skip
        rows = await each[0].unit(lambda uow: list(uow.connection.execute(schema.account.select())))
        assert len(rows) == 1


async def test_the_same_update_from_everywhere_is_one(url: str) -> None:
    async with workers(url, 3) as each:
        new = await together(
            *(worker.program.pipeline.receive([update("a", "1"), update("a", "2")])
              for worker in each * 2)
        )  # fmt: skip
        assert sum(new) == 2
        await together(*(worker.work() for worker in each))
        assert sum(worker.handled for worker in each) == 2
        assert len(
            {message.outbox_id for worker in each for message in worker.channel.tried}
        ) == sum(len(worker.channel.tried) for worker in each)


async def test_one_message_and_one_notice_a_key(url: str) -> None:
    async with workers(url, 3) as each:
        account, occurrence, person = await each[0].unit(club_with_a_meeting)

        def tell(uow: UnitOfWork) -> bool:
            notice = {
                "person_id": person, "club_id": 1, "subject_kind": SubjectKind.OCCURRENCE,
                "subject_id": occurrence, "kind": "reminder", "lead": "3d", "version": 1,
                "state": "planned", "due_at": NOW, "expires_at": NOW + timedelta(days=1),
            }  # fmt: skip
            new = uow.notices.add([notice])
            message = uow.outbox.add(account, "web", key="k", kind="reminder", text="x")
            assert bool(new) is (message is not None)
            return bool(new)

        assert sorted(await together(*(worker.unit(tell) for worker in each * 3)))[-2:] == [
            False,
            True,
        ]


async def test_numbers_drawn_at_once_differ(url: str) -> None:
    async with workers(url, 4) as each:
        await each[0].unit(club_with_a_meeting)

        def join(uow: UnitOfWork) -> str:
            person = uow.people.add(full_name="Trần Thị Ánh")
            member = uow.clubs.add_member(
                uow.clubs.get(1), person, state="active", source="organiser"
            )
            return member.code

        codes = await together(*(worker.unit(join) for worker in each))
        assert len(set(codes)) == 4


async def test_a_decision_that_was_overtaken_is_made_anew(url: str) -> None:
    async with workers(url) as (one, two):
        await one.unit(club_with_a_meeting)
        await one.unit(lambda uow: uow.clubs.set_state(1, "applied"))
        seen: list[str] = []

        def decide(uow: UnitOfWork, state: str, meanwhile: Worker | None = None) -> None:
            membership = uow.clubs.membership(1)
            assert membership is not None
            seen.append(membership.state)
            if meanwhile is not None and len(seen) == 1:
                await_only(meanwhile.unit(lambda other: decide(other, "refused")))
            if membership.state == "applied":
                uow.clubs.set_state(1, state)

        await one.unit(lambda uow: decide(uow, "active", two))
        assert seen == ["applied", "applied", "refused"]
        assert (await one.unit(lambda uow: uow.clubs.membership(1))).state == "refused"


def club_with_a_meeting(uow: UnitOfWork, days: int = 2) -> tuple[int, int, int]:
    """A club with a member who is told, and a meeting in so many days that is due to be planned."""
    account = uow.accounts.open(Address("web", "sau"), capabilities="web", language="vi")
    club = uow.clubs.add(
        unit_code="26686", hamlet="ấp", name="CLB", join_code="ABCDEF", created_by=account.id
    )
    person = uow.people.add(full_name="Nguyễn Thị Sáu")
    uow.clubs.add_member(club, person, state="active", source="organiser")
    uow.people.speak_for(account.id, person, "self", is_self=True, told=True)
    uow.people.add_consent(
        person, club.id, "reminders", agreed=True, words="w", words_version="1", way="press",
        answered_on=NOW.date(),
    )  # fmt: skip
    starts_at = NOW + timedelta(days=days)
    event = uow.events.add(
        club_id=club.id, kind="meeting",
        recurrence={"kind": "once", "day": starts_at.date().isoformat()},
        hour="08:00", place="nhà văn hóa",
    )  # fmt: skip
    uow.events.add_occurrence(
        event_id=event.id, club_id=club.id, nominal_on=starts_at.date(), starts_at=starts_at,
        place="nhà văn hóa", state="planned", plan_version=1, plan_at=NOW,
    )  # fmt: skip
    occurrence = uow.connection.execute(schema.occurrence.select()).one()
    return account.id, occurrence.id, person


async def test_a_tick_on_every_worker_is_done_once(url: str) -> None:
    async with workers(url, 3) as each:
        await each[0].unit(club_with_a_meeting)
        await together(
            *(run_tick(worker.database, worker.program.pipeline.services, name)
              for worker in each * 2 for name in TICKS)
        )  # fmt: skip
        await together(*(worker.work() for worker in each))
        assert sum(len(worker.channel.tried) for worker in each) == 1
        notices = await each[0].unit(
            lambda uow: [row.state for row in uow.connection.execute(schema.notice.select())]
        )
        assert notices == ["sent"]


async def test_workers_look_at_different_things_side_by_side(url: str) -> None:
    async with workers(url) as (one, two):

        def fill(uow: UnitOfWork) -> None:
            for number in range(1, 6):
                uow.due.set(DueKind.PLAN, number, NOW - timedelta(minutes=10 - number))

        await one.unit(fill)

        def take(uow: UnitOfWork, most: int) -> list[int]:
            assert uow.due.waiting({DueKind.PLAN: timedelta()}) == [DueKind.PLAN]
            rows = uow.due.take(DueKind.PLAN, timedelta(), most)
            uow.due.put([(row, None) for row in rows])
            return [row.subject_id for row in rows]

        def take_while_another_does(uow: UnitOfWork) -> tuple[list[int], list[int]]:
            rows = uow.due.take(DueKind.PLAN, timedelta(), 3)
            others = await_only(two.unit(lambda other: take(other, 5)))
            # Neither waits for the other, and none of them is looked at twice.
            uow.due.put([(row, None) for row in rows])
            return [row.subject_id for row in rows], others

        assert await one.unit(take_while_another_does) == ([1, 2, 3], [4, 5])
        assert await two.unit(lambda uow: uow.due.next({DueKind.PLAN: timedelta()})) is None


async def test_a_pause_for_everyone_holds_for_every_worker(url: str) -> None:
    async with workers(url) as (one, two):
        clock: VirtualClock = one.program.database.clock  # type: ignore[assignment]
        one.channel.plan.append(RetryAfter(30, everyone=True))
        await one.program.pipeline.receive([update("a", "1")])
        await one.program.work_off()
        await one.program.dispatcher.tick()
        await one.program.pipeline.receive([update("b", "2")])
        await one.program.work_off()
        for seconds in (1, 28):
            clock.move_to(clock.now() + timedelta(seconds=seconds))
            await together(one.program.dispatcher.tick(), two.program.dispatcher.tick())
        assert len(one.channel.tried) == 1
        assert two.channel.tried == []
        clock.move_to(clock.now() + timedelta(seconds=1))
        await two.program.dispatcher.tick()
        assert set(two.channel.by_chat()) == {"a", "b"}


async def test_a_server_that_restarts_is_waited_for(url: str, postgresql: Server) -> None:
    async with workers(url) as (one, two):
        await together(one.unit(_next), two.unit(_next))
        await one.program.pipeline.receive([update("a", "1")])
        await asyncio.to_thread(postgresql.stop)
        try:
            with pytest.raises(UnreachableError):
                await one.program.pipeline.receive([update("a", "2")])
            with pytest.raises(StorageError):
                await one.program.pipeline.handle_next()
        finally:
            await asyncio.to_thread(postgresql.start)
        await one.program.pipeline.receive([update("a", "2")])
        await together(one.work(), two.work())
        assert one.handled + two.handled == 2
        assert await one.unit(
            lambda uow: [row.state for row in uow.connection.execute(schema.inbox.select())]
        ) == ["handled", "handled"]


async def test_a_connection_that_breaks_in_the_middle_is_begun_anew(
    url: str, postgresql: Server
) -> None:
    async with workers(url, 1) as (one,):
        runs = 0

        def work(uow: UnitOfWork) -> int:
            nonlocal runs
            runs += 1
            uow.people.add(full_name="Lê Văn Ba")
            if runs == 1:
                uow.connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
            return runs

        assert await one.unit(work) == 2
        assert (
            len(await one.unit(lambda uow: list(uow.connection.execute(schema.person.select()))))
            == 1
        )


async def test_connections_that_broke_while_nobody_used_them_are_replaced(url: str) -> None:
    async with workers(url) as (one, two):
        await asyncio.gather(*(one.unit(_next) for _ in range(8)))
        await asyncio.gather(*(one.database.read(_next_number) for _ in range(8)))
        ended = await two.unit(
            lambda uow: uow.connection.exec_driver_sql(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            ).scalar_one()
        )
        assert ended > 5
        assert await asyncio.gather(*(one.unit(_next) for _ in range(8))) == [None] * 8
        assert await asyncio.gather(*(one.database.read(_next_number) for _ in range(8))) == [0] * 8


def _next_number(uow: UnitOfWork) -> int:
    return uow.outbox.highest_id(1)


async def test_a_claim_whose_end_was_not_seen_is_sent_all_the_same(url: str) -> None:
    async with workers(url) as (one, two):
        await one.program.pipeline.receive([update("a", "1")])
        await one.program.work_off()
        real = one.database.run

        async def cut_off(work: Any) -> Any:
            await real(work)
            raise UnreachableError("the line broke during the commit")

        one.database.run = cut_off  # type: ignore[method-assign]
        with pytest.raises(UnreachableError):
            await one.program.dispatcher.tick()
        one.database.run = real  # type: ignore[method-assign]
        await two.program.dispatcher.tick()
        await one.program.dispatcher.tick()
        await one.program.dispatcher.tick()
        assert len(one.channel.tried) >= 1
        assert two.channel.tried == []
        assert len({message.outbox_id for message in one.channel.tried}) == len(one.channel.tried)


async def test_an_end_that_could_not_be_written_is_written_later(url: str) -> None:
    async with workers(url, 1) as (one,):
        await one.program.pipeline.receive([update("a", "1")])
        await one.program.work_off()
        gate = asyncio.Event()
        one.channel.plan.append(gate)
        await one.program.dispatcher.tick(patience=0.01)
        real = one.database.run

        async def away(work: Any) -> Any:
            raise UnreachableError("no line")

        gate.set()
        one.database.run = away  # type: ignore[method-assign]
        await one.program.dispatcher.rest(1)
        with pytest.raises(UnreachableError):
            await one.program.dispatcher.tick()
        one.database.run = real  # type: ignore[method-assign]
        await one.program.dispatcher.tick()
        row = await one.unit(lambda uow: uow.outbox.get(1))
        assert (row.state, row.platform_id) == ("sent", "late")
