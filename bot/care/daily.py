"""What a worker does for the installation by itself: a backup a day, and the ledger."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from bot.care.backup import back_up
from bot.care.ledger import LedgerKeeper, ledger_path
from bot.files import make_folder
from bot.settings import Settings
from bot.storage.address import DatabaseAddress
from bot.storage.database import Database
from bot.storage.faults import StorageError
from bot.storage.migrate import is_known, latest_version, version_of
from bot.storage.snapshots import holds_people
from bot.storage.unit_of_work import UnitOfWork

log = structlog.get_logger()

BACKUP_TICK = "backup"
EVERY = timedelta(hours=24)
AGAIN = timedelta(hours=1)
"""After a backup that failed the next one is tried so much later."""
ENDING = ".backup"


def backups_folder(address: DatabaseAddress) -> Path:
    """Where the daily backups lie: beside the database."""
    return address.folder / "backups"


def newest_backup(address: DatabaseAddress) -> Path | None:
    """The newest of the daily backups, None when there is none."""
    found = sorted(
        backups_folder(address).glob(f"*{ENDING}"), key=lambda each: each.stat().st_mtime
    )
    return found[-1] if found else None


def _backup_path(address: DatabaseAddress, now: datetime) -> Path:
    """The name carries the time: the last ones are the newest."""
    stem = ledger_path(address).name.partition(".")[0]
    return backups_folder(address) / f"{stem}-{now:%Y%m%dT%H%M%SZ}{ENDING}"


async def back_up_before_update(database: Database, settings: Settings) -> Path | None:
    """A backup of a SQLite database with people that an update is about to change; where it lies.

    It counts among the daily ones, and goes when they go. Raises StorageError; then nothing may
    be changed.
    """
    file = database.address.file
    if file is None or not file.exists():
        return None

    def is_changed(uow: UnitOfWork) -> bool:
        version = version_of(uow)
        if version is None or version == latest_version() or not is_known(version):
            return False
        return holds_people(uow)

    if not await database.read(is_changed):
        return None
    key = settings.backup_key
    target = _backup_path(database.address, database.clock.now())
    try:
        await asyncio.to_thread(make_folder, target.parent)
        await back_up(database, target, key=key.get_secret_value() if key else None)
    except (OSError, StorageError) as error:
        raise StorageError(
            f"nothing was changed, since no backup could be made before: {error}"
        ) from None
    return target


class DailyBackup:
    """Writes a backup a day and keeps the latest few; of several workers one does it."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings

    async def run(self, now: datetime) -> int:
        """Write today's backup unless it was written; 1 when it was now. Raises BackupError."""

        def claim(uow: UnitOfWork) -> bool:
            return holds_people(uow) and uow.at(now).installation.claim(BACKUP_TICK, EVERY)

        if not await self._database.run(claim):
            return 0
        target = _backup_path(self._database.address, now)
        key = self._settings.backup_key
        try:
            await asyncio.to_thread(make_folder, target.parent)
            await back_up(
                self._database,
                target,
                key=key.get_secret_value() if key else None,
            )
        except Exception as error:
            kind = type(error).__name__
            await self._database.run(
                lambda uow: uow.at(now - EVERY + AGAIN).installation.put_back(BACKUP_TICK, kind)
            )
            raise
        await asyncio.to_thread(self._drop_old, target)
        log.info("backup written")
        return 1

    def _drop_old(self, newest: Path) -> None:
        stem = newest.name.rpartition("-")[0]
        found = sorted(newest.parent.glob(f"{stem}-*{ENDING}"))
        for path in found[: -self._settings.keep_backups]:
            path.unlink(missing_ok=True)


Job = Callable[[datetime], Awaitable[int]]


def daily_jobs(database: Database, settings: Settings) -> dict[str, tuple[Job, int]]:
    """Each job of care and the seconds between two of its runs."""
    jobs: dict[str, tuple[Job, int]] = {"ledger": (LedgerKeeper(database).run, 60)}
    if settings.backups == "on":
        jobs[BACKUP_TICK] = (DailyBackup(database, settings).run, 600)
    return jobs
