"""One writer on a thread, a few readers beside it, and the log that both share."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from contextlib import closing

from bot.settings import Settings
from bot.storage.sqlite import READERS
from bot.storage.unit_of_work import UnitOfWork
from tests.command_line import run
from tests.conformance.test_readers import add, count, opened
from tests.conftest import Talk


async def test_a_page_waits_for_no_transaction_of_its_own_process(
    settings: Settings,
) -> None:
    async with opened(settings) as database:
        begun, goes_on = threading.Event(), threading.Event()

        def slow(uow: UnitOfWork) -> None:
            add(uow)
            begun.set()
            assert goes_on.wait(60)

        writer = asyncio.create_task(database.run(slow))
        await asyncio.to_thread(begun.wait)
        assert await database.read(count) == 0
        goes_on.set()
        await writer
        assert await database.read(count) == 1


async def test_closing_waits_for_what_is_being_written(settings: Settings) -> None:
    begun, goes_on = threading.Event(), threading.Event()

    def slow(uow: UnitOfWork) -> int:
        begun.set()
        assert goes_on.wait(60)
        add(uow)
        return count(uow)

    async with opened(settings) as database:
        writer = asyncio.create_task(database.run(slow))
        await asyncio.to_thread(begun.wait)
        closing_it = asyncio.create_task(database.close())
        await asyncio.sleep(0)
        assert not closing_it.done()
        goes_on.set()
        assert await writer == 1
        await closing_it


async def test_readers_let_the_log_be_taken_into_the_file(settings: Settings) -> None:
    path = settings.database_url.removeprefix("sqlite+aiosqlite:///")
    async with opened(settings) as database:
        for _ in range(3):
            await database.run(add)
            await asyncio.gather(*(database.read(count) for _ in range(READERS)))
            # Connections stay open between two readings, their view of the database doesn't.
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() == (0, 0, 0)


def test_lists_and_papers_are_made_beside_a_writer(talk: Talk, tmp_path: object) -> None:
    club, url = talk.club(), talk.settings.database_url
    path = url.removeprefix("sqlite+aiosqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        for command in (
            ["export-roster", f"{tmp_path}/list.csv", "--club", club],
            ["documents", "--club", club, "--out", f"{tmp_path}/papers"],
        ):
            # Who was shown is noted, so that they wait for the writer's turn to end.
            other.execute("BEGIN IMMEDIATE")
            ends = threading.Timer(0.2, other.execute, ("ROLLBACK",))
            ends.start()
            done = run(*command, url=url)
            ends.join()
            assert done.returncode == 0, done.stderr
