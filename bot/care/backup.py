"""Backups: written whole or not at all, put back whole or not at all.

A backup is a SQLite database of the program's own schema, whatever the database is; with
`BOT_BACKUP_KEY` it is sealed. Who was erased after it was taken is erased again when it comes back.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.care.ledger import (
    Erasure,
    LedgerError,
    add_to_ledger,
    erasures_in,
    in_order,
    ledger_path,
    read_ledger,
    that_stand,
)
from bot.care.sealing import SealError, is_sealed, seal, unseal
from bot.files import OWNERS_FILE, copy_file, make_folder
from bot.handlers.founding.commands import recompute
from bot.handlers.own_data.forgetting import forget_person, return_person
from bot.storage.address import DatabaseAddress
from bot.storage.database import Database
from bot.storage.faults import DRIVER_ERRORS, StorageError
from bot.storage.migrate import prepare_folder, reason, version_of
from bot.storage.records import Person
from bot.storage.snapshots import (
    Contents,
    contents_of,
    holds_people,
    prepare_snapshot,
    put_in_place,
    write_snapshot,
)
from bot.storage.unit_of_work import UnitOfWork


class BackupError(StorageError):
    """A backup that can't be written or put back; the text says why."""


@dataclass(frozen=True)
class Restored:
    """What came of a restore."""

    version: str
    """The schema's version that the backup had."""
    erased_again: int
    """People who were erased after the backup was taken."""
    replaced: Path | None
    """Where a copy of what was replaced lies; None where nothing was."""


def backups_folder(address: DatabaseAddress) -> Path:
    """Where the backups lie that the bot makes by itself: beside the database."""
    return address.folder / "backups"


def new_backup_path(address: DatabaseAddress, now: datetime) -> Path:
    """Where a backup of this moment lies. The name carries the time."""
    return backups_folder(address) / f"{address.name}-{now:%Y%m%dT%H%M%SZ}.backup"


@contextlib.contextmanager
def _draft(folder: Path, ending: str) -> Iterator[Path]:
    """An empty file that only we may read, gone afterwards; its helpers (logs) too."""
    make_folder(folder)
    number, name = tempfile.mkstemp(prefix=".draft-", suffix=ending, dir=folder)
    os.close(number)
    path = Path(name)
    try:
        yield path
    finally:
        for each in ("", "-wal", "-shm", "-journal"):
            Path(f"{path}{each}").unlink(missing_ok=True)


async def back_up(
    database: Database, target: Path, *, key: str | None = None, replace: bool = False
) -> None:
    """Write a backup to `target`, readable by its owner only; sealed when there is a key.

    It appears under its name when it is whole. Beside a running worker. Raises BackupError.
    """
    if target.is_dir():
        raise BackupError(f"{target} is a folder: name a file")
    if target.exists() and not replace:
        raise BackupError(f"{target} is there already: name another file, or say --replace")
    # What is to be sealed doesn't lie open in the place that the backup goes to.
    folder = database.address.folder if key else target.absolute().parent
    if not target.absolute().parent.is_dir():
        raise BackupError(f"there is no folder {target.absolute().parent}")
    try:
        with _draft(folder, ".db") as plain:
            await write_snapshot(database, plain)
            if key:
                with _draft(target.absolute().parent, ".sealed") as sealed:
                    await asyncio.to_thread(_through, seal, plain, sealed, key)
                    _publish(sealed, target)
            else:
                _publish(plain, target)
    except OSError as error:
        raise BackupError(f"{target}: {error.strerror}") from None


def _through(work: Callable[..., None], source: Path, target: Path, key: str) -> None:
    with source.open("rb") as reading, target.open("wb") as writing:
        work(reading, writing, key)


def _publish(draft: Path, target: Path) -> None:
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    draft.chmod(OWNERS_FILE)
    draft.replace(target)


async def restore(
    database: Database,
    source: Path,
    *,
    key: str | None,
    zone: ZoneInfo,
    replace: bool = False,
    ledger: Path | None = None,
) -> Restored:
    """Put a backup in the place of the database, all of it or nothing; raises BackupError.

    No worker may run: its lock is taken here. A database that knows people is only replaced when
    `replace` says so. `ledger`: one more ledger of erased people, from another machine.
    """
    prepare_folder(database)
    database.lock_worker()
    erased = await _erased_until_now(database, replace=replace)
    replaced = None
    try:
        own = ledger_path(database.address)
        erased |= read_ledger(own)
        if ledger is not None:
            if not ledger.is_file():
                raise BackupError(f"{ledger}: no such file")
            erased |= read_ledger(ledger)
        with _draft(database.address.folder, ".db") as plain:
            await asyncio.to_thread(_unpack, source, plain, key)
            version = await prepare_snapshot(plain)
            again = await _erase_again(plain, erased, zone, database.clock.now())
            if replace:
                replaced = await _keep_what_is_replaced(database, key)
            # Before the backup is in place: who is erased must not come back by a crash between.
            add_to_ledger(own, erased)
            await put_in_place(database, plain)
    except (LedgerError, SealError) as error:
        raise BackupError(str(error)) from None
    except OSError as error:
        raise BackupError(f"{error.filename or source}: {error.strerror}") from None
    return Restored(version, again, replaced)


async def check_backup(source: Path, key: str | None, folder: Path) -> Contents:
    """Put a backup back for trial, in a draft in `folder` that is gone afterwards: what it holds.

    Raises BackupError or another StorageError: what a restore would have said.
    """
    try:
        with _draft(folder, ".db") as plain:
            await asyncio.to_thread(_unpack, source, plain, key)
            version = await prepare_snapshot(plain)
            return await contents_of(plain, version)
    except SealError as error:
        raise BackupError(str(error)) from None
    except OSError as error:
        raise BackupError(f"{error.filename or source}: {error.strerror}") from None


async def _keep_what_is_replaced(database: Database, key: str | None) -> Path | None:
    """A copy of the database that a restore takes the place of, be it damaged; None of none."""
    target = _free(new_backup_path(database.address, database.clock.now()))
    file = database.address.file
    if file is not None and (not file.exists() or not file.stat().st_size):
        return None
    try:
        make_folder(target.parent)
        try:
            if await database.run(version_of) is None:
                return None
            await back_up(database, target, key=key)
        except (*DRIVER_ERRORS, StorageError):
            if file is None:
                raise
            # What can't be read whole any more is kept as it lies there.
            target = target.with_suffix(".damaged")
            copy_file(file, target)
    except (*DRIVER_ERRORS, StorageError, OSError) as error:
        raise BackupError(
            f"nothing was changed, since what is there could not be copied before: {error}"
        ) from None
    finally:
        await database.disconnect()
    return target


def _free(path: Path) -> Path:
    """A name that nothing lies under: who tries again in the same second overwrites nothing."""
    names = (path.with_stem(f"{path.stem}-{number}") for number in itertools.count(2))
    return path if not path.exists() else next(each for each in names if not each.exists())


def _unpack(source: Path, plain: Path, key: str | None) -> None:
    if not is_sealed(source):
        shutil.copyfile(source, plain)
        return
    if not key:
        raise BackupError(f"{source} is sealed: set BOT_BACKUP_KEY to the key it was made with")
    _through(unseal, source, plain, key)


async def _erased_until_now(database: Database, *, replace: bool) -> set[Erasure]:
    """Who was erased in the database that is replaced; refuses to replace one with people.

    One that can't be read at all needs the same word as one with people.
    """
    path = database.address.file
    if path is not None and not path.exists():
        return set()

    def look(uow: UnitOfWork) -> set[Erasure]:
        if version_of(uow) is None:
            return set()
        if not replace and holds_people(uow):
            raise BackupError(
                "the database is not empty: with --replace the backup takes its place, and "
                "what was written since the backup is lost"
            )
        return erasures_in(uow)

    try:
        return await database.run(look)
    except DRIVER_ERRORS as error:
        if replace and path is not None:
            return set()
        told = reason(error, database.address)
        if path is not None:
            told += "; with --replace the backup takes its place"
        raise BackupError(told) from None
    finally:
        await database.disconnect()


async def _erase_again(plain: Path, erased: set[Erasure], zone: ZoneInfo, now: datetime) -> int:
    """Erase in the backup who was erased since; how many. What waited there its day is gone, too."""
    snapshot = Database(str(DatabaseAddress.of_file(plain)))

    def work(uow: UnitOfWork) -> int:
        count = 0
        for each in in_order(erased):
            if each.taken_back_at is not None:
                _take_back_again(uow.at(each.taken_back_at), zone, each)
        for each in in_order(that_stand(erased)):
            then = uow.at(each.erased_at)
            person = then.people.find(each.person_id)
            if person is None or person.created_at != each.created_at:
                person = _parted(then, each)
            if person is not None and person.erased_at is None:
                forget_person(then, zone, person)
                for membership in then.clubs.memberships_of(person.id):
                    recompute(zone, then, membership.club_id)
                count += 1
        uow.at(now).deletions.end_those_over()
        return count

    try:
        return await snapshot.run(work)
    finally:
        await snapshot.close()
        _settle(plain)


def _take_back_again(uow: UnitOfWork, zone: ZoneInfo, erasure: Erasure) -> None:
    """Somebody took a deletion back after the backup was taken in which it still waits."""
    deletion = uow.deletions.find(erasure.person_id, erasure.erased_at)
    if deletion is not None and uow.deletions.waiting(deletion.request_id) is not None:
        person = return_person(uow, zone, deletion)
        for membership in uow.clubs.memberships_of(person.id):
            recompute(zone, uow, membership.club_id)


def _parted(uow: UnitOfWork, erasure: Erasure) -> Person | None:
    """Somebody who was erased for some of his clubs, as a row of his own; None when nobody is."""
    former = uow.people.former(erasure.person_id)
    own = erasure.memberships
    if former is not None and former.created_at == erasure.created_at:
        own = tuple(former.memberships)
    known = [
        membership
        for membership in map(uow.clubs.membership, own)
        # Numbers are given anew after a backup came back: what is younger is somebody else's.
        if membership is not None and membership.created_at <= erasure.erased_at
    ]
    for person_id in dict.fromkeys(each.person_id for each in known):
        if uow.people.get(person_id).erased_at is None:
            mine = [each.id for each in known if each.person_id == person_id]
            return uow.people.get(uow.identities.part(person_id, mine))
    return None


def _settle(plain: Path) -> None:
    """Everything in the one file, and nothing of what was erased left in its free space."""
    with contextlib.closing(sqlite3.connect(plain)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("VACUUM")
