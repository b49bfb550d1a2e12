"""Whatever comes in is handled or put aside, on either database; it never stops the others."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.app import build_program
from bot.clock import VirtualClock
from bot.messages import Address, Inbound, Incoming
from bot.settings import Settings
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork
from tests.fakes.channel import FakeChannel

NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
ODD = ("\x00\x01", "a\x00b", "\ud800", "👵🏻", "x" * 20_000, "\u200b", "'; DROP TABLE inbox; --")


def update(chat: str, key: str, text: str, **more: Any) -> Inbound:
    return Inbound(Address("web", chat), Incoming.TEXT, text, update_key=key, **more)


async def worked_off(
    settings: Settings, updates: list[Inbound], spoil: Any = None
) -> tuple[list[tuple[str, str | None]], FakeChannel]:
    """The states of the updates when all is done, and what was sent."""
    database = Database(settings.database_url, VirtualClock(NOW))
    channel = FakeChannel()
    program = build_program(settings, database, [channel])

    def states(uow: UnitOfWork) -> list[tuple[str, str | None]]:
        rows = uow.connection.execute(schema.inbox.select().order_by(schema.inbox.c.id))
        return [(row.state, row.error) for row in rows]

    try:
        await program.pipeline.receive(updates)
        if spoil is not None:
            await database.run(spoil)
        await program.settle()
        return await database.run(states), channel
    finally:
        await database.close()


@pytest.mark.parametrize("typed", ODD)
async def test_whatever_is_typed_gets_an_answer(settings: Settings, typed: str) -> None:
    states, channel = await worked_off(settings, [update("a", "1", typed, name=typed)])
    assert states == [("handled", None)]
    assert channel.arrived


async def test_an_update_that_can_not_even_be_told_of_is_put_aside(settings: Settings) -> None:
    def spoil(uow: UnitOfWork) -> None:
        first = schema.inbox.c.update_key == "1"
        uow.connection.execute(schema.inbox.update().where(first).values(raw={"kind": 7}))

    updates = [update("a", "1", "chào"), update("a", "2", "chào"), update("b", "3", "chào")]
    states, channel = await worked_off(settings, updates, spoil)
    assert states == [("failed", "KeyError"), ("handled", None), ("handled", None)]
    assert set(channel.by_chat()) == {"a", "b"}
