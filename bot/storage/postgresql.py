"""PostgreSQL: transactions on connections of asyncpg, done again where they met another.

Those that write and those that only read have connections of their own. Each transaction is
REPEATABLE READ by its own BEGIN: it sees one state of everything, as on SQLite, and one that would
overwrite what it didn't see is refused and done again. Nothing is kept in a server's session, so
that a pooler may hand each transaction to another one. See docs/decisions/0002 and 0006.
"""

from __future__ import annotations

import asyncio
import random
import secrets
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, TypeVar

import structlog
from sqlalchemy.engine import Connection

from bot.storage.address import DatabaseAddress
from bot.storage.faults import (
    StorageError,
    UnreachableError,
    is_closed,
    is_conflict,
    is_unprepared,
    server_fault,
)
from bot.storage.memory import forget_what_is_written

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Result = TypeVar("Result")
log = structlog.get_logger()

WRITERS, READERS = 5, 4
"""Connections that are kept for transactions that write, and for those that only read."""
CONFLICT_TRIES = 20
CONFLICT_PAUSE = 0.25
"""How often work is done that others were in the way of, and the longest pause before (seconds).

Of two workers that draw the next number of one club again and again, one loses each time: eight
tries were not enough for a hundred people who joined at once.
"""
CONNECTION_PAUSES = (0.05, 0.25, 1.0)
"""Seconds between tries when the server closed the connection, as it does when it restarts."""
PREPARED = 100
"""Statements that a connection keeps prepared on its server."""


class PostgreSQL:
    """The transactions of a PostgreSQL database."""

    def __init__(self, address: DatabaseAddress) -> None:
        self._address = address
        self._engines: dict[bool, AsyncEngine] = {}
        self._retired: list[AsyncEngine] = []
        self._prepares = True
        # Two processes that meet on one server through a pooler never take one another's
        # statement for their own: a name is never used twice.
        self._process = secrets.token_hex(8)
        self._numbers = count(1)

    async def run(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` in a transaction of its own; again where another one was in the way.

        And again where the connection broke before the commit. Raises UnreachableError when the
        server stays away; whether a commit went through during which it went isn't known.
        """
        return await self._do(work, writes=True)

    async def read(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` on one state of everything, on a connection that may not write."""
        return await self._do(work, writes=False)

    async def _do(self, work: Callable[[Connection], Result], *, writes: bool) -> Result:
        conflicts, breaks = 0, 0
        while True:
            committing = False
            prepared = self._prepares
            try:
                connection = await self._connect(writes=writes)
                try:
                    result = await connection.run_sync(work)
                    if writes:
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
                elif is_unprepared(error) and prepared:
                    self._stop_preparing()
                elif isinstance(error, UnreachableError) or is_closed(error):
                    if committing or breaks >= len(CONNECTION_PAUSES):
                        raise self._fault(error) from None
                    await asyncio.sleep(CONNECTION_PAUSES[breaks])
                    breaks += 1
                else:
                    raise

    async def _connect(self, *, writes: bool) -> AsyncConnection:
        try:
            return await self._engine(writes=writes).connect()
        except Exception as error:
            raise self._fault(error) from None

    def _fault(self, error: Exception) -> StorageError:
        if isinstance(error, StorageError):
            return error
        return server_fault(error, self._address.shown)

    def _engine(self, *, writes: bool) -> AsyncEngine:
        if writes not in self._engines:
            from sqlalchemy.ext.asyncio import create_async_engine

            self._engines[writes] = create_async_engine(
                self._address.url.set(drivername="postgresql+asyncpg"),
                pool_size=WRITERS if writes else READERS,
                max_overflow=WRITERS if writes else 0,
                # Not asked first whether it still stands: a broken one is replaced in `_do`.
                # A value in an error's text is somebody's words.
                hide_parameters=True,
                isolation_level="REPEATABLE READ",
                execution_options={} if writes else {"postgresql_readonly": True},
                connect_args={
                    # The driver's own names are numbers that other processes draw too.
                    "statement_cache_size": 0,
                    "prepared_statement_cache_size": PREPARED if self._prepares else 0,
                    "prepared_statement_name_func": self._name if self._prepares else str,
                },
            )
            forget_what_is_written(self._engines[writes].sync_engine)
        return self._engines[writes]

    def _name(self) -> str:
        return f"bot_{self._process}_{next(self._numbers)}"

    def _stop_preparing(self) -> None:
        """Go on with statements that have no name: a pooler gave our connection another server."""
        if not self._prepares:
            return
        self._prepares = False
        log.debug("statements are not prepared", because="a pooler in transaction mode")
        # Others still work on their connections: these are let go of at the end.
        self._retired += self._engines.values()
        self._engines = {}

    async def disconnect(self) -> None:
        """Let go of connections; the next transaction makes new ones."""
        for engine in (*self._engines.values(), *self._retired):
            await engine.dispose()
        self._retired.clear()

    async def close(self) -> None:
        """Let go of connections."""
        await self.disconnect()
