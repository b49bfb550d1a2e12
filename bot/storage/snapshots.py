"""Snapshots: a whole database as one SQLite file of the same schema, and back again.

SQLite writes its own (`VACUUM INTO`, beside a running worker, nothing deleted in it); PostgreSQL's
is copied table by table from one repeatable read. The other way a SQLite file is replaced as a
whole, and PostgreSQL's tables are filled in one transaction: all of it or nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.files import OWNERS_FILE
from bot.storage import schema
from bot.storage.address import DatabaseAddress
from bot.storage.database import Database
from bot.storage.faults import DRIVER_ERRORS, StorageError
from bot.storage.migrate import is_known, migrate, reason, require_current, version_of
from bot.storage.unit_of_work import UnitOfWork
from bot.untyped import JsonObject

BATCH = 1000
"""Rows that are copied in one statement."""
_PEOPLE = (schema.account, schema.person, schema.club)


class SnapshotError(StorageError):
    """A snapshot that can't be written, read or put in place; the text says why."""


def holds_people(uow: UnitOfWork) -> bool:
    """Whether a database of this version knows anybody: an account, a person or a club."""
    return any(
        uow.connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first()
        for table in _PEOPLE
    )


@dataclass(frozen=True)
class Contents:
    """What a snapshot holds, for who wants to know whether it is the right one."""

    version: str
    """The schema's, when it was written."""
    people: int
    clubs: int
    last_written: datetime | None
    """The latest moment that stands in it."""


async def contents_of(path: Path, version: str) -> Contents:
    """What a prepared snapshot holds."""

    def count(uow: UnitOfWork) -> Contents:
        people, clubs = (
            uow.connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for table in (schema.person, schema.club)
        )
        return Contents(version, people, clubs, uow.measures.last_written())

    snapshot = Database(str(DatabaseAddress.of_file(path)))
    try:
        return await snapshot.run(count)
    finally:
        await snapshot.close()


# Writing


async def write_snapshot(database: Database, path: Path) -> None:
    """Write the database as it is at this moment into `path`; raises SnapshotError."""
    try:
        if await database.read(version_of) is None:
            raise SnapshotError("the database is empty: there is nothing to back up")
        own = database.address.file
        if own is not None:
            await asyncio.to_thread(_vacuum, own, path)
        else:
            await _write_out(database, path)
    except DRIVER_ERRORS as error:
        raise SnapshotError(_reason(error, database, path)) from None


def _vacuum(source: Path, target: Path) -> None:
    with contextlib.closing(sqlite3.connect(source, timeout=30)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


async def _write_out(database: Database, path: Path) -> None:
    target = Database(str(DatabaseAddress.of_file(path)), durable=False)
    try:
        await migrate(target)
    finally:
        await target.close()
    engine = sa.create_engine(f"sqlite:///{path}")

    def work(uow: UnitOfWork) -> None:
        # The whole copy is of one moment, whatever workers write meanwhile.
        require_current(uow)
        with engine.begin() as connection:
            copy_tables(uow.connection, connection)

    try:
        await database.read(work)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
    finally:
        engine.dispose()


# Reading


async def prepare_snapshot(path: Path) -> str:
    """Make a snapshot fit for this program, an older one by migrating it; its version before.

    Raises SnapshotError for what is no backup, is damaged or comes from a newer version.
    """
    snapshot = Database(str(DatabaseAddress.of_file(path)))

    def look(uow: UnitOfWork) -> str | None:
        connection = uow.connection
        faults = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if faults != "ok":
            raise SnapshotError("the backup is damaged: take another one")
        foreign = "SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view') LIMIT 1"
        if connection.exec_driver_sql(foreign).first() is not None:
            # The schema has none: they would do by themselves what nobody asked for.
            raise SnapshotError("the file is no backup of this program")
        return version_of(uow)

    try:
        version = await snapshot.run(look)
        if version is None:
            raise SnapshotError("the file is no backup of this program")
        if not is_known(version):
            raise SnapshotError(
                f"the backup comes from a newer version of this program ({version}): "
                "update the program"
            )
        await migrate(snapshot)
        await snapshot.run(_foreign_keys_hold)
    except DRIVER_ERRORS:
        raise SnapshotError("the file is no backup of this program") from None
    finally:
        await snapshot.close()
    return version


def _foreign_keys_hold(uow: UnitOfWork) -> None:
    if uow.connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise SnapshotError("the backup is damaged: rows are missing in it")


# Putting in place


async def put_in_place(database: Database, path: Path) -> None:
    """Let a prepared snapshot take the place of everything in the database, or of nothing.

    The file at `path` is used up on SQLite. Raises SnapshotError; then nothing has changed.
    """
    own = database.address.file
    try:
        if own is not None:
            await asyncio.to_thread(_replace_file, path, own)
        else:
            await _fill(database, path)
    except DRIVER_ERRORS as error:
        raise SnapshotError(_reason(error, database, path)) from None


def _replace_file(new: Path, old: Path) -> None:
    """Rename over the old file, when nothing of the old is left in a log beside it."""
    if old.exists():
        _dress(new, old.stat())
        try:
            with contextlib.closing(sqlite3.connect(old, timeout=2)) as connection:
                # Fails while anybody else has the file open; takes the log into the file.
                connection.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as error:
            raise SnapshotError(
                f"the database {old} can't be replaced ({error}): stop what works on it first"
            ) from None
        except sqlite3.DatabaseError:
            pass  # Broken: that may be just why it is replaced.
    for ending in ("-wal", "-shm"):
        Path(f"{old}{ending}").unlink(missing_ok=True)
    _sync(new)
    new.replace(old)
    _sync(old.parent)


def _dress(new: Path, like: os.stat_result) -> None:
    """Whose the old file was, his is the new one, whoever puts it in place."""
    new.chmod(OWNERS_FILE)
    with contextlib.suppress(PermissionError):
        os.chown(new, like.st_uid, like.st_gid)


def _sync(path: Path) -> None:
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


async def _fill(database: Database, path: Path) -> None:
    await migrate(database)
    engine = sa.create_engine(f"sqlite:///{path}")

    def work(uow: UnitOfWork) -> None:
        target = uow.connection
        others = target.exec_driver_sql(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
        ).scalar_one()
        if others:
            raise SnapshotError(
                f"the database is in use ({others} other connections): "
                "stop everything that works on it first, a pooler too"
            )
        names = ", ".join(f'"{table.name}"' for table in schema.metadata.sorted_tables)
        target.exec_driver_sql(f"TRUNCATE {names} RESTART IDENTITY")
        with engine.connect() as source:
            copy_tables(source, target)
        _go_on_numbering(target)

    try:
        await database.run(work)
    finally:
        engine.dispose()


# Copying


def copy_tables(source: Connection, target: Connection) -> None:
    """Copy every row, parents before children, through the types of the schema."""
    for table in schema.metadata.sorted_tables:
        clean = _cleaner(table, target.dialect.name)
        rows = source.execute(
            sa.select(table).order_by(*table.primary_key.columns),
            execution_options={"yield_per": BATCH},
        )
        for part in rows.mappings().partitions():
            target.execute(sa.insert(table), [clean(dict(row)) for row in part])


def _cleaner(table: sa.Table, dialect: str) -> Callable[[JsonObject], JsonObject]:
    """What a row needs for PostgreSQL: texts without NUL, and none longer than their column."""
    if dialect == "sqlite":
        return lambda row: row
    texts = [column for column in table.c if isinstance(column.type, sa.String)]

    def clean(row: JsonObject) -> JsonObject:
        for column in texts:
            value = row[column.name]
            if value is None:
                continue
            row[column.name] = value = value.replace("\x00", "")
            if column.type.length is not None and len(value) > column.type.length:  # type: ignore[attr-defined]
                where = ", ".join(str(row[each.name]) for each in table.primary_key.columns)
                raise SnapshotError(
                    f"{table.name}.{column.name} of row {where} is longer than PostgreSQL takes: "
                    "shorten it in the database that the backup came from"
                )
        return row

    return clean


def _numbered() -> Iterator[sa.Table]:
    for table in schema.metadata.sorted_tables:
        if table.autoincrement_column is not None:
            yield table


def _go_on_numbering(connection: Connection) -> None:
    """New rows get numbers after those that were copied."""
    for table in _numbered():
        column = table.autoincrement_column
        assert column is not None
        highest = connection.execute(sa.select(sa.func.max(column))).scalar()
        if highest is not None:
            connection.execute(
                sa.select(
                    sa.func.setval(sa.func.pg_get_serial_sequence(table.name, column.name), highest)
                )
            )


def _reason(error: Exception, database: Database, path: Path) -> str:
    text = str(getattr(error, "orig", error))
    if "disk is full" in text or "No space left" in text:
        return f"the disk is full: no room for {path.parent}"
    return reason(error, database.address)


async def copy_beside(database: Database, path: Path) -> None:
    """Write a SQLite database as it is now into `path`, to try something out on."""
    own = database.address.file
    if own is None:
        raise StorageError("--copy works on a SQLite file")
    await asyncio.to_thread(_vacuum, own, path)
