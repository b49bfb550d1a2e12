"""How a transaction runs: one synchronous function of the unit of work, on either database."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, TypeVar

from sqlalchemy.engine import Connection

from bot.clock import Clock, SystemClock
from bot.files import make_file
from bot.storage.address import DatabaseAddress
from bot.storage.faults import StorageError
from bot.storage.memory import begin_memory
from bot.storage.postgresql import PostgreSQL
from bot.storage.sqlite import SQLite
from bot.storage.unit_of_work import UnitOfWork

Result = TypeVar("Result")
Work = Callable[[UnitOfWork], Result]


class Database:
    """Runs transactions. `run` and `read` are the only ways in.

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
        self.address = DatabaseAddress.of(url)
        self.clock: Clock = clock or SystemClock()
        self._seed = seed
        self._lock: IO[str] | None = None
        self._driver: SQLite | PostgreSQL = (
            SQLite(self.address, durable=durable, patience=patience)
            if self.address.is_sqlite
            else PostgreSQL(self.address)
        )

    def keep_time(self, clock: Clock, seed: str | None = None) -> None:
        """Let what runs from now on happen by another clock: a scripted database has its own."""
        self.clock, self._seed = clock, seed

    def _within(self, work: Work[Result]) -> Callable[[Connection], Result]:
        """The work as a function of the connection, at the moment at which it begins."""

        def begin(connection: Connection) -> Result:
            begin_memory(connection)
            return work(UnitOfWork(connection, self.clock.now(), self._seed))

        return begin

    async def run(self, work: Work[Result]) -> Result:
        """Run `work` in one transaction: committed when it returns, rolled back when it raises.

        On PostgreSQL `work` runs again from its start where another transaction was in the way
        or the connection broke before the commit. Raises UnreachableError when the server stays
        away; whether a commit went through during which the connection broke isn't known.
        """
        return await self._driver.run(self._within(work))

    async def read(self, work: Work[Result]) -> Result:
        """Run `work`, which only reads, on one state of the database.

        It waits for nobody who writes and holds nobody up: what takes long belongs here. Writing
        is refused by the database. Raises as `run` does.
        """
        return await self._driver.read(self._within(work))

    def lock_worker(self) -> None:
        """Take the lock that only one worker holds on SQLite; raises StorageError when taken."""
        path = self.address.file
        if path is None:
            return
        lock = Path(f"{path}.lock")
        try:
            make_file(lock)
            handle = lock.open("w", encoding="ascii")
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
        await self._driver.disconnect()

    async def close(self) -> None:
        """Let go of connections, thread and lock."""
        await self._driver.close()
        if self._lock is not None:
            self._lock.close()
            self._lock = None
