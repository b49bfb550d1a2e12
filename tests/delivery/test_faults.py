"""Platforms that refuse, hang, or take a message and drop the line; senders that die; paces."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as given_settings
from hypothesis import strategies as st

from bot.channels.telegram import PACE as TELEGRAM_PACE
from bot.clock import VirtualClock
from bot.delivery.claiming import LEASE
from bot.delivery.dispatcher import HANGS, IN_DOUBT, Dispatcher
from bot.delivery.settling import AFTER_CRASH
from bot.messages import (
    ENDED,
    POLICIES,
    REPEATED_AFTER,
    Address,
    Kind,
    NotSent,
    Outcome,
    Pace,
    Rate,
    Rejected,
    RetryAfter,
    Sent,
    Unknown,
)
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.records import OutboxRow
from bot.storage.unit_of_work import UnitOfWork
from tests.delivery.test_dispatcher import NOW
from tests.examples import examples
from tests.fakes.channel import FakeChannel

QUICK = Pace(overall=Rate(100, 100), chat=Rate(1, 2), group=Rate(1, 1))


class Office:
    """A database, a platform, and senders that come and go."""

    def __init__(
        self, settings: Settings, *, pace: Pace | None = None, channel: str = "telegram"
    ) -> None:
        self.settings = settings
        self.clock = VirtualClock(NOW)
        self.database = Database(settings.database_url, self.clock, durable=False)
        self.channel = FakeChannel(name=channel)
        self.pace = pace
        self.sender = self.new_sender()

    def new_sender(self, send_timeout: float = 5.0) -> Dispatcher:
        """A sender as a process has it that was just started."""
        return Dispatcher(
            self.database,
            {self.channel.name: self.channel},
            zone=self.settings.zone,
            paces={self.channel.name: self.pace} if self.pace else {},
            send_timeout=send_timeout,
        )

    async def unit(self, work: Any) -> Any:
        return await self.database.run(work)

    async def queue(self, chat: str, text: str, kind: Kind = Kind.REPLY, **more: Any) -> None:
        def work(uow: UnitOfWork) -> None:
            name = self.channel.name
            account = uow.accounts.open(Address(name, chat), capabilities=name, language="vi")
            uow.outbox.add(account.id, name, key=text, kind=kind.value, text=text, **more)

        await self.unit(work)

    async def row(self, text: str) -> OutboxRow:
        found = await self.rows()
        return next(row for row in found if row.key == text)

    async def rows(self) -> list[OutboxRow]:
        def work(uow: UnitOfWork) -> list[OutboxRow]:
            return [row for n in range(1, 500) if (row := uow.outbox.get(n)) is not None]

        return await self.unit(work)  # type: ignore[no-any-return]

    async def pass_time(self, seconds: float) -> int:
        """Time passes, then the sender does what is due."""
        self.clock.move_to(self.clock.now() + timedelta(seconds=seconds))
        count = 0
        while done := await self.sender.tick():
            count += done
        return count


@asynccontextmanager
async def office(settings: Settings, **more: Any) -> AsyncIterator[Office]:
    made = Office(settings, **more)
    try:
        yield made
    finally:
        await made.database.close()


# Side by side


async def test_a_sending_that_hangs_holds_up_no_other(settings: Settings) -> None:
    async with office(settings) as it:
        gate = asyncio.Event()
        it.channel.answer("a", [gate])
        for chat in "abc":
            await it.queue(chat, f"to {chat}")
        await it.sender.tick(patience=0.05)
        assert sorted(it.channel.texts()) == ["to b", "to c"]
        assert [row.state for row in await it.rows()] == ["sending", "sent", "sent"]
        await it.queue("b", "more to b")
        await it.sender.tick(patience=0.05)
        assert (await it.row("more to b")).state == "sent"
        gate.set()
        await it.sender.rest(1)
        await it.sender.tick()
        assert (await it.row("to a")).state == "sent"


async def test_a_sending_without_an_answer_ends_as_unknown(settings: Settings) -> None:
    async with office(settings) as it:
        it.sender = it.new_sender(send_timeout=0.02)
        it.channel.answer("a", [asyncio.Event()])
        await it.queue("a", "nudge", Kind.NUDGE)
        await it.sender.tick()
        row = await it.row("nudge")
        assert (row.state, row.reason) == ("unknown", "no answer in time")


async def test_chats_are_served_side_by_side_one_message_each(settings: Settings) -> None:
    async with office(settings) as it:
        for number in range(3):
            for chat in range(8):
                await it.queue(f"chat{chat}", f"{chat}/{number}")
        await it.pass_time(0)
        assert it.channel.most_in_a_chat == 1
        assert it.channel.most_at_once == IN_DOUBT
        assert all(
            texts == [f"{chat.removeprefix('chat')}/{n}" for n in range(3)]
            for chat, texts in it.channel.by_chat().items()
        )


async def test_being_stopped_in_a_sending_leaves_it_to_the_next_start(settings: Settings) -> None:
    async with office(settings) as it:
        it.channel.answer("a", [asyncio.Event()])
        await it.queue("a", "reminder", Kind.REMINDER)
        await it.queue("b", "to b")
        await it.sender.tick(patience=0.02)
        await it.sender.stop(0.02)
        assert (await it.row("reminder")).state == "sending"
        assert (await it.row("to b")).state == "sent"
        it.sender = it.new_sender()
        await it.pass_time(LEASE.total_seconds())
        assert it.channel.texts() == ["to b"]
        await it.pass_time(REPEATED_AFTER.total_seconds())
        assert it.channel.texts() == ["to b", "reminder"]


async def test_what_another_sender_took_over_is_not_ended_twice(settings: Settings) -> None:
    async with office(settings) as it:
        gate = asyncio.Event()
        it.channel.answer("a", [gate])
        await it.queue("a", "reminder", Kind.REMINDER)
        await it.sender.tick(patience=0.02)
        other = it.new_sender()
        it.clock.move_to(NOW + LEASE)
        await other.tick()
        assert (await it.row("reminder")).state == "queued"
        gate.set()
        await it.sender.rest(1)
        await it.sender.tick()
        # It was sent after all, and that is what is told.
        assert (await it.row("reminder")).state == "sent"
        assert len(it.channel.tried) == 1


async def test_a_crash_leaves_four_messages_in_doubt_that_are_repeated(settings: Settings) -> None:
    async with office(settings) as it:
        gate = asyncio.Event()
        for chat in "abcdhijk":
            it.channel.answer(chat, [gate])
            await it.queue(chat, f"reminder {chat}", Kind.REMINDER)
        for chat in "efg":
            await it.queue(chat, f"reply {chat}")
        await it.sender.tick(patience=0.02)
        await it.sender.tick(patience=0.02)
        states = Counter(row.state for row in await it.rows() if row.kind == "reminder")
        assert states == {"sending": 4, "queued": 4}
        assert sorted(it.channel.texts()) == ["reply e", "reply f", "reply g"]
        # Those that hang do not hold up the reminders of all others.
        it.clock.move_to(it.clock.now() + HANGS)
        await it.sender.tick(patience=0.02)
        states = Counter(row.state for row in await it.rows() if row.kind == "reminder")
        assert states == {"sending": 8}
        gate.set()
        await it.pass_time(0)
        assert {row.state for row in await it.rows()} == {"sent"}


async def test_the_only_sender_takes_over_at_once_what_a_dead_one_left(settings: Settings) -> None:
    async with office(settings) as it:
        for chat, kind in (("a", Kind.REPLY), ("b", Kind.REMINDER)):
            it.channel.answer(chat, [asyncio.Event()])
            await it.queue(chat, f"to {chat}", kind)
        await it.sender.tick(patience=0.02)
        await it.sender.stop(0.02)
        it.sender = it.new_sender()
        await it.sender.take_over()
        assert {row.state for row in await it.rows()} == {"queued"}
        # Somebody waits for a reply; what is wrong with a reminder's platform is over by then.
        await it.pass_time(AFTER_CRASH.total_seconds())
        assert it.channel.texts() == ["to a"]
        await it.pass_time(REPEATED_AFTER.total_seconds())
        assert it.channel.texts() == ["to a", "to b"]


async def test_a_page_shows_what_a_dead_sender_had_in_hand(settings: Settings) -> None:
    """The row itself is the message there: it cannot have arrived without being seen."""
    async with office(settings, channel="web") as it:
        it.channel.answer("a", [asyncio.Event()])
        await it.queue("a", "reply")
        await it.queue("a", "the next")
        await it.sender.tick(patience=0.02)
        await it.sender.stop(0.02)
        it.sender = it.new_sender()
        await it.pass_time(LEASE.total_seconds())
        await it.pass_time(2)
        assert it.channel.texts() == ["reply", "the next"]
        assert [row.state for row in await it.rows()] == ["sent", "sent"]


# Waiting as the platform asks


async def test_a_wish_to_wait_is_no_attempt_and_holds_one_chat(settings: Settings) -> None:
    async with office(settings) as it:
        it.channel.answer("a", [RetryAfter(30), RetryAfter(30)])
        await it.queue("a", "one")
        await it.queue("a", "two")
        await it.queue("b", "to b")
        await it.pass_time(0)
        assert it.channel.texts() == ["to b"]
        assert (await it.row("one")).attempt == 0
        await it.pass_time(29)
        assert len(it.channel.tried) == 2
        await it.pass_time(1)
        await it.pass_time(30)
        assert it.channel.texts("a") == ["one", "two"]
        assert (await it.row("one")).attempt == 1


async def test_a_wish_that_everybody_waits_holds_every_chat(settings: Settings) -> None:
    async with office(settings) as it:
        it.channel.answer("a", [RetryAfter(20, everyone=True)])
        await it.queue("a", "to a")
        await it.pass_time(0)
        await it.queue("b", "to b")
        it.sender = it.new_sender()
        await it.pass_time(19)
        assert it.channel.texts() == []
        await it.pass_time(1)
        assert sorted(it.channel.texts()) == ["to a", "to b"]


# Paces


async def test_the_whole_channels_pace_holds_across_senders(settings: Settings) -> None:
    pace = Pace(overall=Rate(5, 3), chat=Rate(9, 9), group=Rate(9, 9))
    async with office(settings, pace=pace) as it:
        for number in range(40):
            await it.queue(f"chat{number}", f"{number}")
        counts = []
        for _ in range(8):
            before = len(it.channel.tried)
            it.sender = it.new_sender()
            await it.pass_time(1)
            counts.append(len(it.channel.tried) - before)
        # Three at once, then never more than were gained: five a second, three kept at most.
        assert counts == [3] * 8
        before = len(it.channel.tried)
        for _ in range(20):
            await it.pass_time(0.1)
        assert len(it.channel.tried) - before == 10


async def test_a_chat_gets_a_short_burst_then_one_a_second(settings: Settings) -> None:
    async with office(settings, pace=QUICK) as it:
        for number in range(5):
            await it.queue("a", f"a{number}")
        await it.queue("b", "b")
        await it.pass_time(0)
        assert sorted(it.channel.texts()) == ["a0", "a1", "b"]
        moments = []
        for _ in range(12):
            before = len(it.channel.tried)
            await it.pass_time(0.5)
            moments.append(len(it.channel.tried) - before)
        assert moments[:6] == [0, 1, 0, 1, 0, 1]
        assert it.channel.texts("a") == [f"a{number}" for number in range(5)]


async def test_a_group_gets_no_more_than_twenty_a_minute(settings: Settings) -> None:
    async with office(settings, pace=TELEGRAM_PACE) as it:
        for number in range(60):
            await it.queue("-1001", f"{number}")
        times = []
        for _ in range(240):
            before = len(it.channel.tried)
            await it.pass_time(0.5)
            times += [it.clock.now()] * (len(it.channel.tried) - before)
        minute = timedelta(seconds=60)
        assert max(sum(0 <= (b - a).total_seconds() < 60 for b in times) for a in times) <= 20
        assert times[-1] - times[0] >= minute


def test_the_setting_makes_the_channel_slower_or_everything_faster() -> None:
    slow = TELEGRAM_PACE.at(15)
    assert slow.overall == Rate(14.5, 1)
    assert (slow.chat, slow.group) == (TELEGRAM_PACE.chat, TELEGRAM_PACE.group)
    fast = TELEGRAM_PACE.at(300)
    assert (fast.overall, fast.chat) == (Rate(290, 10), Rate(10, 50))
    assert TELEGRAM_PACE.at(None) == TELEGRAM_PACE


# Not knowing


async def test_what_perhaps_arrived_is_sent_once_more_and_no_more(settings: Settings) -> None:
    async with office(settings) as it:
        it.channel.answer(
            "a", [NotSent("x"), Unknown("?"), NotSent("x"), Unknown("?"), Unknown("?")]
        )
        await it.queue("a", "reminder", Kind.REMINDER)
        for _ in range(60):
            await it.pass_time(30)
        assert (await it.row("reminder")).state == "unknown"
        assert it.channel.texts() == ["reminder", "reminder"]


async def test_a_repetition_comes_soon_or_not_at_all(settings: Settings) -> None:
    async with office(settings) as it:
        await it.queue("a", "soon", Kind.REMINDER)
        await it.queue("b", "late", Kind.REMINDER)
        it.channel.answer("b", [Unknown("?"), RetryAfter(7200)])
        it.channel.answer("a", [Unknown("?")])
        await it.pass_time(0)
        await it.pass_time(REPEATED_AFTER.total_seconds())
        assert it.channel.texts("a") == ["soon", "soon"]
        await it.pass_time(7200)
        assert it.channel.texts("b") == ["late"]
        assert (await it.row("late")).state == "unknown"


async def test_a_sender_that_dies_twice_repeats_once(settings: Settings) -> None:
    async with office(settings) as it:
        await it.queue("a", "reminder", Kind.REMINDER)
        for _ in range(3):
            it.channel.answer("a", [asyncio.Event()])
            await it.sender.tick(patience=0.01)
            for task in list(it.sender._flying):
                task.cancel()
            it.sender = it.new_sender()
            it.clock.move_to(it.clock.now() + LEASE)
            await it.sender.tick(patience=0.01)
            it.clock.move_to(it.clock.now() + REPEATED_AFTER)
        assert len(it.channel.tried) == 2
        assert (await it.row("reminder")).state == "unknown"


# Minutes of every kind of trouble

FAULTS: tuple[Outcome | Exception, ...] = (
    Sent("ok"),
    NotSent("nothing listens"),
    Unknown("accepted, then the line dropped"),
    Rejected("500 with HTML", permanent=False),
    Rejected("no such chat", permanent=True),
    RetryAfter(7),
    RetryAfter(11, everyone=True),
    RuntimeError("a channel that raises"),
)


@given(
    faults=st.lists(st.sampled_from(FAULTS), max_size=30),
    messages=st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.sampled_from([Kind.REPLY, Kind.REMINDER, Kind.NOTICE, Kind.NUDGE]),
        ),
        min_size=1,
        max_size=10,
    ),
    arrives=st.booleans(),
    restarts=st.booleans(),
)
@given_settings(
    max_examples=examples(25),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_nothing_is_lost_and_nothing_repeated_but_perhaps_once(
    empty_database: Any,
    tmp_path_factory: pytest.TempPathFactory,
    faults: list[Outcome | Exception],
    messages: list[tuple[str, Kind]],
    arrives: bool,
    restarts: bool,
) -> None:
    import shutil

    path = tmp_path_factory.mktemp("faults") / "bot.db"
    shutil.copyfile(empty_database, path)
    settings = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{path}")

    async def run() -> None:
        async with office(settings) as it:
            it.channel.plan.extend(faults)
            it.channel.arrives = arrives
            for number, (chat, kind) in enumerate(messages):
                await it.queue(chat, f"{chat}{number:02d}", kind)
            for _ in range(150):
                if restarts:
                    it.sender = it.new_sender()
                await it.pass_time(60)
            rows = {row.key: row for row in await it.rows()}
            assert all(row.state in ENDED for row in rows.values())
            arrived = Counter(it.channel.texts())
            for key, row in rows.items():
                most = 2 if POLICIES[Kind(row.kind)].repeats else 1
                assert arrived[key] <= most
                if row.state == "sent":
                    assert arrived[key] >= 1
                if arrived[key] == 0:
                    assert row.state in ("failed", "unknown")
            for chat in "abc":
                firsts = list(dict.fromkeys(it.channel.texts(chat)))
                replies = [key for key in firsts if rows[key].kind == "reply"]
                assert replies == sorted(replies)

    asyncio.run(run())
    shutil.rmtree(path.parent)
