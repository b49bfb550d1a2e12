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
        folder = backups_folder(self._database.address)
        stem = ledger_path(self._database.address).name.partition(".")[0]
        key = self._settings.backup_key
        try:
            await asyncio.to_thread(make_folder, folder)
            await back_up(
                self._database,
                folder / f"{stem}-{now:%Y%m%dT%H%M%SZ}{ENDING}",
                key=key.get_secret_value() if key else None,
            )
        except Exception as error:
            kind = type(error).__name__
            await self._database.run(
                lambda uow: uow.at(now - EVERY + AGAIN).installation.put_back(BACKUP_TICK, kind)
            )
            raise
        await asyncio.to_thread(self._drop_old, folder, stem)
        log.info("backup written")
        return 1

    def _drop_old(self, folder: Path, stem: str) -> None:
        """The names carry the time: the last ones are the newest."""
        found = sorted(folder.glob(f"{stem}-*{ENDING}"))
        for path in found[: -self._settings.keep_backups]:
            path.unlink(missing_ok=True)


Job = Callable[[datetime], Awaitable[int]]


def daily_jobs(database: Database, settings: Settings) -> dict[str, tuple[Job, int]]:
    """Each job of care and the seconds between two of its runs."""
    jobs: dict[str, tuple[Job, int]] = {"ledger": (LedgerKeeper(database).run, 60)}
    if settings.backups == "on":
        jobs[BACKUP_TICK] = (DailyBackup(database, settings).run, 600)
    return jobs
