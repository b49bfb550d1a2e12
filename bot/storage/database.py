"""How a transaction runs: one synchronous function of the unit of work, on either database.

SQLite: SQLAlchemy Core on the standard library's driver, one connection on one thread, so that a
transaction costs one thread hop. PostgreSQL: the same function inside asyncpg's connection
(`AsyncConnection.run_sync`). See docs/decisions/0002.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import random
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, make_url

from bot.clock import Clock, SystemClock
from bot.storage.faults import StorageError, UnreachableError, is_closed, is_conflict
from bot.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Result = TypeVar("Result")
Work = Callable[[UnitOfWork], Result]

CONFLICT_TRIES = 20
CONFLICT_PAUSE = 0.25
"""How often work is done that others were in the way of, and the longest pause before (seconds).

Of two workers that draw the next number of one club again and again, one loses each time: eight
tries were not enough for a hundred people who joined at once.
"""
CONNECTION_PAUSES = (0.05, 0.25, 1.0)
"""Seconds between tries when the server closed the connection, as it does when it restarts."""


def sqlite_path(url: URL) -> Path | None:
    """The file of a SQLite address, None for memory and for other databases."""
    if not url.drivername.startswith("sqlite") or url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database))


def data_folder(url: URL) -> Path:
    """Where what belongs to a database lies: files, backups, the ledger of who was erased."""
    path = sqlite_path(url)
    return path.parent if path else Path("data")


def _prepare_sqlite(engine: sa.Engine, *, durable: bool, patience: float) -> None:
    @sa.event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: Any) -> None:
        # SQLAlchemy shall not open transactions on its own: BEGIN IMMEDIATE below does.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(f"PRAGMA busy_timeout={round(patience * 1000)}")
        with contextlib.suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'OFF'}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


class Database:
    """Runs transactions. `run` is the only way in.

    `clock` tells the moment at which all of a transaction happens, `seed` is what its codes are
    drawn from (None: from the system). `patience`: seconds that a transaction waits for another
    process's (SQLite).
    """

    def __init__(
        self,
        url: str,
        clock: Clock | None = None,
        *,
        seed: str | None = None,
        durable: bool = True,
        patience: float = 10.0,
    ) -> None:
        self.url = make_url(url)
        self.clock: Clock = clock or SystemClock()
        self._seed = seed
        self._engine: sa.Engine | None = None
        self._async_engine: AsyncEngine | None = None
        self._thread: ThreadPoolExecutor | None = None
        self._lock: IO[str] | None = None
        if self.url.drivername.startswith("sqlite"):
            self._engine = sa.create_engine(
                self.url.set(drivername="sqlite"),
                poolclass=sa.pool.StaticPool,
                # A value in an error's text is somebody's words.
                hide_parameters=True,
                connect_args={"check_same_thread": False},
            )
            _prepare_sqlite(self._engine, durable=durable, patience=patience)
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="database")
        elif self.url.drivername.startswith("postgresql"):
            from sqlalchemy.ext.asyncio import create_async_engine

            # A transaction sees one state of everything, as on SQLite, and one that would
            # overwrite what it didn't see is refused and done again (`run`).
            self._async_engine = create_async_engine(
                self.url.set(drivername="postgresql+asyncpg"),
                pool_size=5,
                pool_pre_ping=True,
                hide_parameters=True,
                isolation_level="REPEATABLE READ",
            )
        else:
            raise StorageError(f"BOT_DATABASE_URL: unknown kind of database {self.url.drivername}")

    def keep_time(self, clock: Clock, seed: str | None = None) -> None:
        """Let what runs from now on happen by another clock: a scripted database has its own."""
        self.clock, self._seed = clock, seed

    def _within(self, work: Work[Result]) -> Callable[[Connection], Result]:
        """The work as a function of the connection, at the moment at which it begins."""
        return lambda connection: work(UnitOfWork(connection, self.clock.now(), self._seed))

    async def run(self, work: Work[Result]) -> Result:
        """Run `work` in one transaction: committed when it returns, rolled back when it raises.

        On PostgreSQL `work` runs again from its start where another transaction was in the way
        or the connection broke before the commit. Raises UnreachableError when the server stays away;
        whether a commit went through during which the connection broke isn't known.
        """
        if self._engine is not None:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._thread, self._run_sqlite, self._within(work))
        conflicts, breaks = 0, 0
        while True:
            committing = False
            try:
                connection = await self._connect()
                try:
                    result = await connection.run_sync(self._within(work))
                    committing = True
                    await connection.commit()
                    return result
                finally:
                    await connection.close()
            except Exception as error:
                if is_conflict(error) and conflicts + 1 < CONFLICT_TRIES:
                    conflicts += 1
                    pause = min(0.004 * 2**conflicts, CONFLICT_PAUSE)
                    await asyncio.sleep(random.uniform(0, pause))
                elif isinstance(error, UnreachableError) or is_closed(error):
                    if committing or breaks >= len(CONNECTION_PAUSES):
                        raise self._away(error) from None
                    await asyncio.sleep(CONNECTION_PAUSES[breaks])
                    breaks += 1
                else:
                    raise

    async def _connect(self) -> AsyncConnection:
        assert self._async_engine is not None
        try:
            return await self._async_engine.connect()
        except Exception as error:
            raise self._away(error) from None

    def _away(self, error: Exception) -> UnreachableError:
        if isinstance(error, UnreachableError):
            return error
        where = self.url.render_as_string(hide_password=True)
        text = (str(getattr(error, "orig", error)).splitlines() or [""])[0]
        return UnreachableError(
            f"the database {where} can't be reached: {text or type(error).__name__}"
        )

    def _run_sqlite(self, work: Callable[[Connection], Result]) -> Result:
        assert self._engine is not None
        with self._engine.begin() as connection:
            return work(connection)

    def lock_worker(self) -> None:
        """Take the lock that only one worker holds on SQLite; raises StorageError when taken."""
        path = sqlite_path(self.url)
        if path is None:
            return
        try:
            handle = Path(f"{path}.lock").open("w", encoding="ascii")  # noqa: SIM115
        except OSError as error:
            raise StorageError(
                f"can't write beside the database {path}: {error.strerror}"
            ) from None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            handle.close()
            raise StorageError(
                f"another worker (run, chat or script) is using {path}: stop it first"
            ) from None
        handle.write(str(os.getpid()))
        handle.flush()
        self._lock = handle

    @property
    def has_one_worker(self) -> bool:
        """Whether no other process but this one handles and sends: it holds the worker's lock."""
        return self._lock is not None

    async def disconnect(self) -> None:
        """Let go of connections, but not of the lock; the next transaction makes new ones."""
        if self._engine is not None:
            self._engine.dispose()
        if self._async_engine is not None:
            await self._async_engine.dispose()

    async def close(self) -> None:
        """Let go of connections, thread and lock."""
        await self.disconnect()
        if self._thread is not None:
            self._thread.shutdown(wait=True)
        if self._lock is not None:
            self._lock.close()
            self._lock = None
