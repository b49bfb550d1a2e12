"""What tests take over from one another, so that the suite stays quick.

A test opens its database for each thing that somebody says, as a program that was started again
would: compiling the same statements each time took half of the suite's time. And most
conversations begin alike: what the same words led to before is taken over, database and all.
"""

from __future__ import annotations

import gc
import hashlib
import os
import sqlite3
import sys
from collections import OrderedDict
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa

import bot.app
import bot.speech.translation
import bot.storage.database
import bot.storage.migrate
import bot.storage.sqlite
from bot.plan import loader
from bot.storage.address import DatabaseAddress
from bot.storage.sqlite import SQLite


@cache
def _first_engine() -> sa.Engine:
    engine = sa.create_engine("sqlite://", query_cache_size=3000)
    with engine.connect():  # its dialect asks at the first connection what the driver can do
        return engine


def _create_engine(url: Any, **options: Any) -> sa.Engine:
    """An engine that knows the statements which an earlier one compiled."""
    engine = sa.create_engine(url, **options)
    engine.dialect = engine.pool._dialect = _first_engine().dialect
    engine._compiled_cache = _first_engine()._compiled_cache
    return engine


class _Alchemy:
    """SQLAlchemy as the database's module sees it."""

    create_engine = staticmethod(_create_engine)

    def __getattr__(self, name: str) -> Any:
        return getattr(sa, name)


class _Hasty(SQLite):
    """A database whose commits don't wait for the disk: nobody pulls the plug on a test.

    A program that a test starts waits for it.
    """

    def __init__(self, address: DatabaseAddress, *, durable: bool, patience: float) -> None:
        super().__init__(address, durable=False, patience=patience)


def _refuse_missing_slot(key: str, name: str) -> str:
    raise AssertionError(f"{key} was not given {name}")


def share() -> None:
    """Keep what doesn't change: compiled statements, the newest version, the built-in plan.

    A message that isn't given all of its slots is a fault. And compiled modules: a command that a
    test starts would else compile the program each time.
    """
    gc.disable()  # until all tests are read: what is read stays
    bot.speech.translation.slot_missing = _refuse_missing_slot
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    bot.storage.sqlite.sa = _Alchemy()  # type: ignore[assignment]
    bot.storage.database.SQLite = _Hasty  # type: ignore[attr-defined]
    bot.storage.migrate.latest_version = cache(bot.storage.migrate.latest_version)
    bot.app.check_tables = cache(bot.app.check_tables)
    bot.app.load_plan = cache(loader.load_plan)


Line = dict[str, Any]


class Beginnings:
    """Databases as the first words of conversations left them, the latest used ones."""

    MOST = 300
    LONGEST = 80
    """Calls of a conversation that count as its beginning."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[bytes, list[Line]]] = OrderedDict()

    def begin(self, database: Path, settings: Any, folder: Path, holds: str = "") -> Beginning:
        """A conversation on a fresh database; `holds` says what it was filled with, if it was."""
        first = repr((settings.model_dump(exclude={"database_url"}), folder, holds))
        return Beginning(self, database, first)

    def find(self, key: str) -> tuple[bytes, list[Line]] | None:
        """The database and the output that these words led to."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: str, database: bytes, output: list[Line]) -> None:
        """Keep what words led to, for a while."""
        self._kept[key] = (database, output)
        if len(self._kept) > self.MOST:
            self._kept.popitem(last=False)


BEGINNINGS = Beginnings()
"""What tests of this process began with."""


class Beginning:
    """Where one conversation stands. It goes its own way once anything else touched the database."""

    def __init__(self, beginnings: Beginnings, database: Path, first: str) -> None:
        self._beginnings = beginnings
        self._database = database
        self._log = f"{database}-wal"
        self._key: str | None = first
        self._calls = 0
        self._stood = self._stand()

    def _stand(self) -> list[tuple[str, int, int]]:
        """The folder as it is: another file, or a changed database, shows in it."""
        with os.scandir(self._database.parent) as found:
            return sorted(
                (each.name, (at := each.stat()).st_mtime_ns, at.st_size)
                for each in found
                if not each.name.endswith((".lock", "-shm", "-wal"))
            )

    def _take_log_in(self) -> None:
        """Bring into the file what stands beside it: a connection that nobody uses may still be open."""
        if self._has_log():
            with closing(sqlite3.connect(self._database)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _has_log(self) -> bool:
        """Whether something stands beside the file that isn't in it yet."""
        try:
            return os.stat(self._log).st_size > 0
        except FileNotFoundError:
            return False

    def _next(self, raw: list[str]) -> str:
        return hashlib.sha256("\n".join([str(self._key), *raw]).encode()).hexdigest()

    def take(self, raw: list[str]) -> list[Line] | None:
        """What these words led to before in this very place, with its database; else None."""
        self._calls += 1
        if (
            self._key is None
            or self._calls > Beginnings.LONGEST
            or self._stand() != self._stood
            or self._has_log()
        ):
            self._key = None
            return None
        key = self._next(raw)
        found = self._beginnings.find(key)
        if found is None:
            return None
        content, output = found
        with self._database.open("r+b") as file:  # written over: nearly all of it stands there
            file.write(content)
            file.truncate()
        self._key, self._stood = key, self._stand()
        return [dict(line) for line in output]

    def keep(self, raw: list[str], output: list[Line]) -> None:
        """Keep what these words led to, unless more than the database came of them."""
        if self._key is None:
            return
        self._take_log_in()
        stands = self._stand()
        if [name for name, _, _ in stands] != [name for name, _, _ in self._stood]:
            self._key = None
            return
        self._key, self._stood = self._next(raw), stands
        self._beginnings.put(
            self._key, self._database.read_bytes(), [dict(each) for each in output]
        )
