"""Whatever comes in is handled or put aside, on either database; it never stops the others."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.app import Program, build_program
from bot.clock import VirtualClock
from bot.conversations.turn import Turn
from bot.handlers import pipeline
from bot.handlers.services import Services
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


def _states(uow: UnitOfWork) -> dict[str, str]:
    rows = uow.connection.execute(schema.inbox.select())
    return {row.external_id: str(row.state) for row in rows}


@pytest.fixture
async def waiting(settings: Settings) -> AsyncIterator[Program]:
    """A program with an update waiting in each of three chats."""
    database = Database(settings.database_url, VirtualClock(NOW))
    program = build_program(settings, database, [FakeChannel()])
    try:
        await program.pipeline.receive([update(chat, chat, "chào") for chat in "abc"])
        yield program
    finally:
        await database.close()


async def test_several_chats_share_a_commit(waiting: Program) -> None:
    assert await waiting.pipeline.handle_next()
    assert not await waiting.pipeline.handle_next()
    assert await waiting.database.run(_states) == dict.fromkeys("abc", "handled")


async def test_a_poisoned_update_is_taken_out_of_the_commit_that_others_share(
    waiting: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    handle = pipeline.handle

    def poisoned(services: Services, turn: Turn) -> str:
        taken_by = handle(services, turn)
        if turn.account.external_id == "b":
            turn.uow.connection.exec_driver_sql("SELECT nothing FROM nowhere")
        return taken_by

    monkeypatch.setattr(pipeline, "handle", poisoned)
    failed: list[Exception] = []
    waiting.pipeline.on_failed = failed.append
    assert await waiting.pipeline.handle_next()
    assert not await waiting.pipeline.handle_next()
    assert await waiting.database.run(_states) == {"a": "handled", "b": "failed", "c": "handled"}
    assert len(failed) == 1


async def test_what_fails_a_commit_as_a_whole_is_found_one_by_one(
    waiting: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = waiting.database.run

    async def fragile(work: Callable[[UnitOfWork], object]) -> object:
        def spoiled(uow: UnitOfWork) -> object:
            result = work(uow)
            if _states(uow)["b"] == "handled":
                raise RuntimeError("at the commit")
            return result

        return await run(spoiled)

    monkeypatch.setattr(waiting.database, "run", fragile)
    for _ in range(8):
        await waiting.pipeline.handle_next()
    assert await run(_states) == {"a": "handled", "b": "failed", "c": "handled"}


async def test_a_rehearsal_leaves_nothing_behind(waiting: Program) -> None:
    def kept(uow: UnitOfWork) -> list[int]:
        return [
            len(uow.connection.execute(table.select()).all())
            for table in schema.metadata.sorted_tables
        ]

    before = await waiting.database.run(kept)
    await waiting.pipeline.rehearse()
    assert await waiting.database.run(kept) == before
    assert await waiting.pipeline.handle_next() == len("abc")
