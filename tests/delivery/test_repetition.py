"""Replies that perhaps never came: sent once more, unless the person has written since."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.delivery.claiming import LEASE, WRITTEN_SINCE
from bot.delivery.settling import AFTER_CRASH, LOOK_AGAIN, MOST_CRASHES, STOPPED
from bot.messages import REPEATED_AFTER, Address, Inbound, Incoming, Kind, NotSent, Sent, Unknown
from bot.settings import Settings
from bot.storage.unit_of_work import UnitOfWork
from tests.delivery.test_faults import Office, office


async def writes(it: Office, chat: str, text: str) -> int:
    """Somebody writes; the update's number."""

    def work(uow: UnitOfWork) -> int:
        address = Address("telegram", chat)
        uow.inbox.add([Inbound(address, Incoming.TEXT, text, update_key=f"{chat}/{text}")])
        return uow.inbox.history("telegram", chat)[-1].id

    return await it.unit(work)  # type: ignore[no-any-return]


async def crash(it: Office) -> None:
    """The sender dies with what it has in hand, and the next one takes over."""
    await it.sender.tick(patience=0.01)
    for task in list(it.sender._flying):
        task.cancel()
    await asyncio.sleep(0)
    it.sender = it.new_sender()
    await it.sender.take_over()


async def test_a_reply_that_a_crash_met_goes_again_and_the_rest_behind_it(
    settings: Settings,
) -> None:
    async with office(settings) as it:
        asked = await writes(it, "a", "chào")
        it.channel.answer("a", [Sent("1"), asyncio.Event()])
        for place in range(3):
            await it.queue("a", f"piece {place}", inbox_id=asked)
        await it.sender.tick(patience=1)
        await crash(it)
        assert it.channel.texts() == ["piece 0"]
        # What the person wrote meanwhile would come in now.
        await it.pass_time(0)
        assert it.channel.texts() == ["piece 0"]
        await it.pass_time(AFTER_CRASH.total_seconds())
        # Only what is missing, in order.
        assert it.channel.texts() == ["piece 0", "piece 1", "piece 2"]
        assert {row.state for row in await it.rows()} == {"sent"}


async def test_each_crash_repeats_a_reply_but_none_for_ever(settings: Settings) -> None:
    async with office(settings) as it:
        await writes(it, "a", "chào")
        await it.queue("a", "reply")
        for number in range(MOST_CRASHES):
            assert (await it.row("reply")).state == "queued", number
            it.channel.answer("a", [asyncio.Event()])
            await crash(it)
            it.clock.move_to(it.clock.now() + AFTER_CRASH)
        row = await it.row("reply")
        assert (row.state, row.reason) == ("unknown", STOPPED)
        assert len(it.channel.tried) == MOST_CRASHES


async def test_on_a_server_it_goes_again_once_the_lease_is_over(settings: Settings) -> None:
    async with office(settings) as it:
        await writes(it, "a", "chào")
        it.channel.answer("a", [asyncio.Event()])
        await it.queue("a", "reply")
        await it.sender.tick(patience=0.01)
        it.sender = it.new_sender()
        await it.pass_time(LEASE.total_seconds() - 1)
        await it.pass_time(1)
        assert it.channel.texts() == []
        await it.pass_time(AFTER_CRASH.total_seconds())
        assert it.channel.texts() == ["reply"]


@pytest.mark.parametrize("crashes", [True, False])
async def test_not_after_the_person_has_written_since(settings: Settings, crashes: bool) -> None:
    async with office(settings) as it:
        first = await writes(it, "a", "chào")
        it.channel.answer("a", [asyncio.Event() if crashes else Unknown("?")])
        it.channel.arrives = False
        await it.queue("a", "reply", inbox_id=first)
        if crashes:
            await crash(it)
        else:
            await it.pass_time(0)
        it.clock.move_to(it.clock.now() + timedelta(seconds=1))
        second = await writes(it, "a", "alo?")
        # What answers that goes at once, whatever may still have to go again.
        await it.queue("a", "another reply", inbox_id=second)
        await it.pass_time(0)
        assert it.channel.texts() == ["another reply"]
        await it.pass_time(REPEATED_AFTER.total_seconds())
        assert it.channel.texts() == ["another reply"]
        row = await it.row("reply")
        assert (row.state, row.reason) == ("unknown", WRITTEN_SINCE)
        assert row.sent_at == row.perhaps_at


async def test_what_perhaps_arrived_is_what_the_person_answers(settings: Settings) -> None:
    """A digit that is typed after a lost answer is meant for the choices that perhaps came."""
    async with office(settings) as it:
        await writes(it, "a", "chào")
        it.channel.answer("a", [Unknown("?")])
        await it.queue("a", "reply")
        await it.pass_time(0)
        row = await it.row("reply")
        assert row.state == "queued"
        assert await it.unit(lambda uow: uow.outbox.latest_id(row.account_id)) == row.id


async def test_it_goes_again_as_soon_as_the_platform_takes_messages_again(
    settings: Settings,
) -> None:
    async with office(settings) as it:
        it.channel.arrives = False
        it.channel.answer("a", [Unknown("?")])
        await it.queue("a", "reply")
        await it.pass_time(0)
        await it.pass_time(LOOK_AGAIN.total_seconds())
        assert it.channel.texts() == []
        await it.queue("b", "to b")
        await it.pass_time(0)
        await it.pass_time(LOOK_AGAIN.total_seconds())
        assert it.channel.texts() == ["to b", "reply"]
        assert (await it.row("reply")).attempt == 2


async def test_while_the_platform_is_in_trouble_it_waits_for_minutes(settings: Settings) -> None:
    async with office(settings) as it:
        it.channel.arrives = False
        it.channel.answer("a", [Unknown("?")])
        it.channel.answer("b", [NotSent("?")] * 20)
        await it.queue("a", "reply")
        await it.queue("b", "to b")
        for _ in range(29):
            await it.pass_time(10)
        assert len([each for each in it.channel.tried if each.text == "reply"]) == 1
        await it.pass_time(20)
        assert it.channel.texts("a") == ["reply"]


async def test_a_reply_is_repeated_once_and_then_only_counted(settings: Settings) -> None:
    async with office(settings) as it:
        it.channel.answer("a", [Unknown("?")] * 5)
        await it.queue("a", "reply", Kind.ANSWER)
        for _ in range(60):
            await it.pass_time(60)
        assert len(it.channel.tried) == 2
        assert (await it.row("reply")).state == "unknown"
