"""Where a database is: what `BOT_DATABASE_URL` says, and what lies beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url

from bot.home import home
from bot.storage.faults import StorageError


def _at_home(url: URL) -> URL:
    """A SQLite file that is named from the bot's own folder on, as it is found from anywhere."""
    name = url.database
    if not url.drivername.startswith("sqlite") or name in (None, "", ":memory:"):
        return url
    return url if str(name).startswith("file:") else url.set(database=str(home() / str(name)))


@dataclass(frozen=True)
class DatabaseAddress:
    """The address of a database as it is set, with user and password."""

    url: URL

    @classmethod
    def of(cls, text: str) -> DatabaseAddress:
        """The address that a setting's text names; raises StorageError when it names none."""
        try:
            address = cls(_at_home(make_url(text)))
        except (sa.exc.ArgumentError, ValueError):
            # Not the text itself: it may hold a password.
            raise StorageError("BOT_DATABASE_URL: not the address of a database") from None
        if not (address.is_sqlite or address.is_postgresql):
            raise StorageError(
                f"BOT_DATABASE_URL: unknown kind of database {address.url.drivername}"
            )
        return address

    @classmethod
    def of_file(cls, path: Path) -> DatabaseAddress:
        """The address of a SQLite file."""
        return cls(URL.create("sqlite+aiosqlite", database=str(path)))

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a SQLite database, in a file or in memory."""
        return self.url.drivername.startswith("sqlite")

    @property
    def is_postgresql(self) -> bool:
        """Whether it is a PostgreSQL server's."""
        return self.url.drivername.startswith("postgresql")

    @cached_property
    def file(self) -> Path | None:
        """The file of a SQLite database, None for memory and for other databases."""
        if not self.is_sqlite or self.url.database in (None, "", ":memory:"):
            return None
        return Path(str(self.url.database))

    @cached_property
    def files(self) -> list[Path]:
        """A SQLite database with what lies beside it while it is open; none for other databases."""
        if self.file is None or str(self.file).startswith("file:"):
            return []
        return [Path(f"{self.file}{ending}") for ending in ("", "-wal", "-shm", ".lock")]

    @property
    def folder(self) -> Path:
        """Where what belongs to the database lies: files, backups, the ledger of who was erased."""
        return self.file.parent if self.file else home() / "data"

    @property
    def sent_files(self) -> Path:
        """Where files that people send or get lie: beside the database."""
        return self.folder / "files"

    @property
    def name(self) -> str:
        """The database's own name: the file's without its ending, or the server's for it."""
        return self.file.stem if self.file else str(self.url.database or "bot")

    @property
    def shown(self) -> str:
        """What an operator reads: the file, or the address without the password."""
        return str(self.file or self.url.render_as_string(hide_password=True))

    def __str__(self) -> str:
        """The text that a setting would hold; with the password: never to be shown."""
        return self.url.render_as_string(hide_password=False)
