"""The one way out: what becomes of a message by what the channel answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.channels.base import Channel
from bot.clock import VirtualClock
from bot.delivery.dispatcher import Dispatcher
from bot.messages import (
    POLICIES,
    Address,
    Kind,
    NotSent,
    Outbound,
    Outcome,
    Rejected,
    RetryAfter,
    Sent,
    Unknown,
)
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork

NOW = datetime.fromisoformat("2026-12-01T08:00:00+07:00")


class Answering(Channel):
    """A channel that answers what it was told to, one answer a message."""

    name = "web"

    def __init__(self, *answers: Outcome | Exception) -> None:
        self.answers = list(answers)
        self.sent: list[str] = []

    async def send(self, message: Outbound) -> Outcome:
        self.sent.append(message.text)
        answer = self.answers.pop(0) if self.answers else Sent("ok")
        if isinstance(answer, Exception):
            raise answer
        return answer


class Post:
    """A dispatcher with one account, and its clock."""

    def __init__(self, settings: Settings, channel: Answering) -> None:
        self.clock = VirtualClock(NOW)
        self.database = Database(settings.database_url, self.clock)
        self.channel = channel
        self.dispatcher = Dispatcher(self.database, {channel.name: channel}, zone=settings.zone)

    async def run(self, work: Callable[[UnitOfWork], Any]) -> Any:
        return await self.database.run(work)

    async def queue(self, key: str = "k", kind: Kind = Kind.REPLY, **more: Any) -> None:
        def work(uow: UnitOfWork) -> None:
            account = uow.accounts.open(Address("web", "a"), capabilities="web", language="vi")
            uow.outbox.add(account.id, account.channel, key=key, kind=kind.value, text=key, **more)

        await self.run(work)

    async def tick(self, seconds: float = 0) -> None:
        self.clock.move_to(self.clock.now() + timedelta(seconds=seconds))
        await self.dispatcher.tick()

    async def state(self) -> str:
        row = await self.run(lambda uow: uow.outbox.get(1))
        return str(row.state)


def with_post(settings: Settings, *answers: Outcome | Exception) -> Callable[[Any], Any]:
    def run(work: Any) -> Post:
        channel = Answering(*answers)

        async def go() -> Post:
            post = Post(settings, channel)
            await work(post)
            await post.database.close()
            return post

        return asyncio.run(go())

    return run


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Sent("1"), "sent"),
        (Rejected("no such chat", permanent=True), "failed"),
        (Rejected("blocked", permanent=True, blocked=True), "failed"),
        (Rejected("busy", permanent=False), "queued"),
        (RetryAfter(5), "queued"),
        (NotSent("no connection"), "queued"),
        (Unknown("line broke"), "queued"),
        (RuntimeError("a channel that raises"), "queued"),
    ],
)
def test_what_becomes_of_a_reply(
    settings: Settings, outcome: Outcome | Exception, state: str
) -> None:
    async def work(post: Post) -> None:
        await post.queue()
        await post.tick()
        assert await post.state() == state

    with_post(settings, outcome)(work)


def test_a_message_that_never_left_is_tried_again_with_pauses(settings: Settings) -> None:
    async def work(post: Post) -> None:
        await post.queue()
        await post.tick()
        await post.tick(1)
        assert len(post.channel.sent) == 1
        await post.tick(1)
        assert await post.state() == "sent"

    with_post(settings, NotSent("down"))(work)


def test_a_reminder_is_not_tried_for_ever(settings: Settings) -> None:
    async def work(post: Post) -> None:
        await post.queue(kind=Kind.REMINDER)
        for _ in range(20):
            await post.tick(1000)
        assert await post.state() == "failed"
        assert len(post.channel.sent) == POLICIES[Kind.REMINDER].attempts

    with_post(settings, *[NotSent("down")] * 30)(work)


def test_a_reply_is_tried_as_long_as_it_is_worth_sending(settings: Settings) -> None:
    async def work(post: Post) -> None:
        await post.queue()
        for _ in range(24):
            await post.tick(3540)
        assert await post.state() == "queued"
        await post.tick(3600)
        assert await post.state() == "expired"
        assert len(post.channel.sent) == 24

    with_post(settings, *[NotSent("down")] * 90)(work)


@pytest.mark.parametrize(
    ("kind", "times"),
    [(Kind.REMINDER, 2), (Kind.NOTICE, 2), (Kind.REPLY, 2), (Kind.ANSWER, 2), (Kind.NUDGE, 1)],
)
def test_only_kinds_that_say_so_are_repeated_when_it_is_not_known(
    settings: Settings, kind: Kind, times: int
) -> None:
    async def work(post: Post) -> None:
        await post.queue(kind=kind)
        for _ in range(5):
            await post.tick(100)
        assert len(post.channel.sent) == times

    with_post(settings, *[Unknown("?")] * 5)(work)


def test_a_message_that_is_over_is_not_sent(settings: Settings) -> None:
    async def work(post: Post) -> None:
        await post.queue(expires_at=NOW + timedelta(minutes=1))
        await post.tick(61)
        assert await post.state() == "expired"
        assert post.channel.sent == []

    with_post(settings)(work)


def test_a_message_waits_for_its_time(settings: Settings) -> None:
    async def work(post: Post) -> None:
        await post.queue(not_before=NOW + timedelta(minutes=1))
        await post.tick()
        assert post.channel.sent == []
        await post.tick(60)
        assert post.channel.sent == ["k"]

    with_post(settings)(work)


def test_the_same_key_is_one_message(settings: Settings) -> None:
    async def work(post: Post) -> None:
        await post.queue()
        await post.queue()
        await post.tick()
        await post.tick()
        assert post.channel.sent == ["k"]

    with_post(settings)(work)


def test_a_sender_that_died_leaves_no_message_behind(settings: Settings) -> None:
    async def work(post: Post) -> None:
        await post.queue(kind=Kind.REMINDER)
        await post.run(lambda uow: uow.outbox.claim("web", 5, timedelta(seconds=60)))
        await post.tick(30)
        assert post.channel.sent == []
        await post.tick(31)
        await post.tick(20)
        assert post.channel.sent == ["k"]

    with_post(settings)(work)


def test_a_chat_that_waits_does_not_hold_up_another(settings: Settings) -> None:
    async def work(post: Post) -> None:
        await post.queue("first")

        def other(uow: UnitOfWork) -> None:
            account = uow.accounts.open(Address("web", "b"), capabilities="web", language="vi")
            uow.outbox.add(account.id, account.channel, key="second", kind="reply", text="second")

        await post.run(other)
        await post.tick()
        assert post.channel.sent == ["first", "second"]
        assert await post.state() == "queued"

    with_post(settings, RetryAfter(30))(work)
