"""SQLite: one writer on a thread of its own, and a few readers beside it.

What writes runs through the standard library's driver, one connection on one thread: a thread hop
a transaction. What only reads runs on connections of aiosqlite that may not write. In WAL mode a
reader sees the last state that was committed before it began; it waits for no writer, and none
waits for it. See docs/decisions/0002.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.files import make_file
from bot.storage.address import DatabaseAddress
from bot.storage.memory import forget_what_is_written

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

Result = TypeVar("Result")

READERS = 4
"""Connections that read side by side; one more read waits for one of them."""


class SQLite:
    """The transactions of a SQLite database.

    `patience`: seconds that a transaction waits for another process's. `durable`: a commit waits
    for the disk.
    """

    def __init__(self, address: DatabaseAddress, *, durable: bool, patience: float) -> None:
        self._address = address
        self._durable = durable
        self._patience = patience
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._readers: AsyncEngine | None = None
        self._is_made = False
        self._is_closed = False
        self._writer = sa.create_engine(
            address.url.set(drivername="sqlite"),
            poolclass=sa.pool.StaticPool,
            # A value in an error's text is somebody's words.
            hide_parameters=True,
            connect_args={"check_same_thread": False, "isolation_level": None},
        )
        sa.event.listen(self._writer, "connect", self._prepare)
        forget_what_is_written(self._writer)
        self._writing: Connection | None = None

    async def run(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` in the one transaction that writes; others of this process wait for it."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._write, work)

    def _write(self, work: Callable[[Connection], Result]) -> Result:
        if not self._is_made:
            # SQLite makes its file for everybody to read, and the logs beside it like the file.
            for path in self._address.files[:1]:
                with contextlib.suppress(OSError):
                    make_file(path)
            self._is_made = True
        # Taken once: for what is small, taking and giving back costs as much as the work.
        if self._writing is None:
            self._writing = self._writer.connect()
        try:
            with self._writing.begin():
                # Who writes says so at once: two that found out later would be in each other's way.
                _driver(self._writing).execute("BEGIN IMMEDIATE")
                return work(self._writing)
        except BaseException:
            self._let_go()  # however far it came, the next begins on a clean one
            raise

    def _let_go(self) -> None:
        writing, self._writing = self._writing, None
        if writing is not None:
            writing.close()

    async def read(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` on what is committed now, beside whoever writes."""
        file = self._address.file
        if file is None or not os.access(file, os.R_OK):
            # In memory nobody else sees it; and of a file that can't be opened the writer tells.
            return await self.run(work)
        async with self._reading().connect() as connection:
            # Left without a commit: its view of the database ends with it.
            return await connection.run_sync(work)

    def _reading(self) -> AsyncEngine:
        if self._readers is None:
            from sqlalchemy.ext.asyncio import create_async_engine

            self._readers = create_async_engine(
                self._address.url.set(drivername="sqlite+aiosqlite"),
                poolclass=sa.pool.AsyncAdaptedQueuePool,
                pool_size=READERS,
                max_overflow=0,
                hide_parameters=True,
                connect_args={"isolation_level": None},
            )
            sa.event.listen(self._readers.sync_engine, "connect", self._prepare)
            sa.event.listen(self._readers.sync_engine, "connect", _forbid_writing)
            sa.event.listen(self._readers.sync_engine, "begin", _begin)
        return self._readers

    def _prepare(self, connection: Any, _record: Any) -> None:
        with contextlib.closing(connection.cursor()) as cursor:
            cursor.execute("PRAGMA foreign_keys=ON")
            cursor.execute(f"PRAGMA busy_timeout={round(self._patience * 1000)}")
            with contextlib.suppress(sqlite3.OperationalError):
                cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute(f"PRAGMA synchronous={'FULL' if self._durable else 'OFF'}")

    async def disconnect(self) -> None:
        """Let go of connections; the next transaction makes new ones."""
        # On its own thread, behind what is being written: closed under it, SQLite would crash.
        await asyncio.get_running_loop().run_in_executor(self._thread, self._disconnect)
        if self._readers is not None:
            await self._readers.dispose()

    def _disconnect(self) -> None:
        self._let_go()
        self._writer.dispose()

    async def close(self) -> None:
        """Let go of connections and thread, once what is being written is done."""
        if not self._is_closed:
            self._is_closed = True
            await self.disconnect()
            self._thread.shutdown(wait=True)


def _forbid_writing(connection: Any, _record: Any) -> None:
    with contextlib.closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA query_only=ON")


def _begin(connection: Connection) -> None:
    """A transaction begins: neither SQLAlchemy nor the driver opens one on its own."""
    connection.exec_driver_sql("BEGIN")


def _driver(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection below SQLAlchemy's."""
    found = connection.connection.dbapi_connection
    assert isinstance(found, sqlite3.Connection)
    return found
