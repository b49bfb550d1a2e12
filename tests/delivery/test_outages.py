"""A platform that is out of order for minutes, over HTTP: what people got, and what is told of it.

Counted is what the test server showed; the organiser's numbers are those of the chat.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.app import Program, build_program, open_database
from bot.channels.telegram.channel import TelegramChannel
from bot.clock import VirtualClock
from bot.domain.due import DueKind
from bot.handlers.ticks import run_tick
from bot.messages import Address, Inbound, Incoming
from bot.settings import Settings
from bot.storage import schema
from tests.crashes.test_kill import BEGINS, MEMBERS, ORGANISER, prepare
from tests.fakes.channel import around
from tests.fakes.telegram import Fault, Platform, Server

ASKING = tuple(range(301, 306))
"""Chats that ask something during the outage."""
TOKEN = "1000001:test-token"
FOR_MINUTES = 4
NOT_TAKEN = ("server_error", "bad_gateway", "silent")
"""The message isn't there, and nobody can know it."""
TAKEN = ("hang", "drop", "garbage")
"""The message is there, and nobody can know it."""
CERTAIN = ("refuse", "too_many")
"""The message is surely not there."""


class Town:
    """The program, a platform with people on it, and a meeting of which they are to be reminded."""

    def __init__(self, program: Program, clock: VirtualClock, server: Server) -> None:
        self.program = program
        self.clock = clock
        self.server = server
        self.platform = server.platform

    async def pass_time(self, minutes: float, step: float) -> None:
        """Every few seconds all that is due is done."""
        end = self.clock.now() + timedelta(minutes=minutes)
        while self.clock.now() < end:
            self.clock.move_to(min(end, self.clock.now() + timedelta(seconds=step)))
            await self.program.work_off()
            services = self.program.pipeline.services
            await run_tick(self.program.database, services, "due")
            await self.program.dispatcher.tick()

    async def hear(self, chat: int, kind: Incoming, text: str) -> None:
        update = Inbound(Address("telegram", str(chat)), kind, text, update_key=f"{chat}/{text}")
        await self.program.pipeline.receive([update])

    async def numbers(self) -> str:
        """What an organiser is told of the meeting's reminders."""
        await self.hear(ORGANISER, Incoming.PRESS, "a/occasion/1")
        await self.pass_time(1, step=10)
        return "\n".join(each.text for each in self.platform.seen_by(ORGANISER))


@asynccontextmanager
async def town(settings: Settings, answer_seconds: float = 10.0) -> AsyncIterator[Town]:
    database = await open_database(settings.database_url)
    await database.run(lambda uow: prepare(uow, 1))
    await database.run(
        lambda uow: uow.connection.execute(
            sa.update(schema.due).where(schema.due.c.kind == DueKind.PLAN).values(at=BEGINS)
        )
    )
    clock, platform = VirtualClock(BEGINS), Platform()
    platform.add_bot(TOKEN)
    for chat in (ORGANISER, *MEMBERS, *ASKING):
        platform.add_person(chat, "A").started = True
    async with Server(platform) as server:
        channel = TelegramChannel(
            TOKEN, around(), api_url=server.address, answer_seconds=answer_seconds
        )
        database.keep_time(clock)
        # On a clock that stands still between two steps one message would go a step.
        quick = settings.model_copy(update={"sends_per_second": 300})
        yield Town(build_program(quick, database, [channel]), clock, server)
        await channel.stop()
    await database.close()


QUICK = ("refuse", "server_error", "drop")
FAULTS = [
    pytest.param(fault, marks=() if fault in QUICK else pytest.mark.long)
    for fault in (*CERTAIN, *NOT_TAKEN, *TAKEN)
]


@pytest.mark.parametrize("fault", FAULTS)
async def test_minutes_of_trouble(settings: Settings, fault: str) -> None:
    is_slow = fault in ("hang", "silent")
    # Only who never answers is given up on soon: on a busy machine others need their time.
    async with town(settings, 0.1 if is_slow else 10.0) as it:
        if fault == "refuse":
            await it.server.refuse()
        else:
            seconds = 0.15 if is_slow else 0.0
            it.platform.faults.append(
                Fault(fault, method="sendMessage", seconds=seconds, retry_after=20)
            )
        for chat in ASKING:
            await it.hear(chat, Incoming.TEXT, "menu")
        await it.pass_time(FOR_MINUTES, step=10)
        it.platform.faults.clear()
        if fault == "refuse":
            await it.server.accept()
        await it.pass_time(30, step=60)

        shown = Counter((each.chat, each.text) for each in it.platform.shown)
        reminders = {chat: count for (chat, _), count in shown.items() if chat in MEMBERS}
        replies = {chat: count for (chat, _), count in shown.items() if chat in ASKING}
        # Nobody was forgotten, whatever went wrong.
        assert reminders.keys() == set(MEMBERS)
        # Nothing came twice but what perhaps had arrived.
        twice = 2 if fault in TAKEN else 1
        assert max(reminders.values()) == twice
        assert replies == dict.fromkeys(ASKING, twice)
        assert f"Tin nhắc: {len(MEMBERS)} đã gửi." in await it.numbers()
        assert it.platform.refused == []


async def test_what_perhaps_never_came_is_told_so(settings: Settings) -> None:
    """Trouble that outlasts the one repetition: nothing is called sent that wasn't."""
    async with town(settings) as it:
        silent = MEMBERS[:3]
        it.platform.faults += [Fault("server_error", chat=chat) for chat in silent]
        await it.pass_time(90, step=60)
        told = await it.numbers()
        got = {each.chat for each in it.platform.shown} & set(MEMBERS)
        assert got == set(MEMBERS) - set(silent)
        assert f"{len(got)} đã gửi" in told
        assert f"{len(silent)} không chắc đã tới" in told
