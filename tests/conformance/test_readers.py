"""What only reads waits for nobody who writes, holds nobody up, and changes nothing."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime

import asyncpg
import httpx
import pytest
import sqlalchemy as sa
from sqlalchemy.util import await_only

from bot.app import build_program
from bot.channels.web import WebChannel
from bot.clock import VirtualClock
from bot.messages import Address
from bot.settings import Settings
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.faults import DRIVER_ERRORS
from bot.storage.sqlite import READERS
from bot.storage.unit_of_work import UnitOfWork
from bot.web.application import build_web
from tests.command_line import run

NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
SOMEBODY = "INSERT INTO person (name_folded, sort_key, created_at) VALUES ('x', 'x', '2026-12-01 01:00:00')"


def count(uow: UnitOfWork) -> int:
    return int(
        uow.connection.execute(sa.select(sa.func.count()).select_from(schema.person)).scalar_one()
    )


def add(uow: UnitOfWork) -> int:
    return uow.people.add(full_name="x")


@asynccontextmanager
async def opened(settings: Settings, patience: float = 0.0) -> AsyncIterator[Database]:
    """The database, through which nobody waits for anybody."""
    database = Database(settings.database_url, VirtualClock(NOW), patience=patience)
    try:
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def writing(settings: Settings) -> AsyncIterator[None]:
    """Somebody else in the middle of a transaction that has written."""
    if settings.database_url.startswith("sqlite"):
        path = settings.database_url.removeprefix("sqlite+aiosqlite:///")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            other.execute(SOMEBODY)
            yield
            other.execute("COMMIT")
    else:
        other = await asyncpg.connect(settings.database_url.replace("+asyncpg", ""))
        try:
            async with other.transaction():
                await other.execute(SOMEBODY)
                yield
        finally:
            await other.close()


async def test_a_reader_waits_for_no_writer(settings: Settings) -> None:
    async with opened(settings) as database:
        await database.run(add)
        async with writing(settings):
            assert await database.read(count) == 1
        assert await database.read(count) == 2


async def test_a_reader_sees_one_state_and_keeps_nobody_from_writing(settings: Settings) -> None:
    async with opened(settings) as database:

        def work(uow: UnitOfWork) -> tuple[int, int]:
            before = count(uow)
            await_only(database.run(add))
            return before, count(uow)

        assert await database.read(work) == (0, 0)
        assert await database.read(count) == 1


async def test_a_reader_changes_nothing(settings: Settings) -> None:
    async with opened(settings) as database:
        for _ in range(2 * READERS):
            with pytest.raises(DRIVER_ERRORS):
                await database.read(add)
        assert await database.read(count) == 0
        assert await database.run(add) == 1


async def test_many_readers_take_turns(settings: Settings) -> None:
    async with opened(settings) as database:
        await database.run(add)
        found = await asyncio.gather(*(database.read(count) for _ in range(8 * READERS)))
        assert set(found) == {1}


async def test_all_of_a_reading_happens_at_the_databases_time(settings: Settings) -> None:
    async with opened(settings) as database:
        assert await database.read(lambda uow: uow.now) == NOW


async def test_a_reading_that_raises_leaves_a_connection_as_it_was(settings: Settings) -> None:
    async with opened(settings) as database:

        def broken(uow: UnitOfWork) -> None:
            count(uow)
            raise RuntimeError("half way")

        for _ in range(2 * READERS):
            with pytest.raises(RuntimeError):
                await database.read(broken)
        async with writing(settings):
            assert await database.read(count) == 0


# What reads


async def test_pages_open_beside_a_writer_and_leave_no_trace(settings: Settings) -> None:
    async with opened(settings) as database:
        web = WebChannel()
        program = build_program(settings, database, [web])

        async def receive(_updates: object) -> None: ...

        application = build_web(settings, database, program.pipeline, web, receive)
        transport = httpx.ASGITransport(app=application)
        async with (
            httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8080") as client,
            writing(settings),
        ):
            await client.get("/")
            words = await client.get("/chat/words")
            assert words.json()["language"] == "vi"
            assert words.json()["first_run"] is True
            assert (await client.get("/chat/history")).json() == {"messages": [], "cursor": ""}
            assert (await client.get("/chat/files/1/0")).status_code == 404
            assert (await client.get("/healthz")).status_code == 503
            metrics = await client.get("/metrics")
            assert metrics.status_code in (200, 404)
        found = await database.read(lambda uow: uow.accounts.find(Address("web", "x")))
        assert found is None
        assert await database.read(lambda uow: uow.accounts.of_channel("web")) == []


async def test_commands_read_beside_a_writer(settings: Settings) -> None:
    async with writing(settings):
        for command in (["report", "--format", "json"], ["accounts"]):
            done = await asyncio.to_thread(run, *command, url=settings.database_url)
            assert done.returncode == 0, done.stderr
