"""What a worker does for the installation by itself: backups, their trial, and the ledger."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

import structlog

from bot.care.backup import BackupError, back_up, backups_folder, check_backup, new_backup_path
from bot.care.ledger import LedgerKeeper, ledger_path
from bot.care.sealing import fingerprint
from bot.care.thinning import to_drop
from bot.files import copy_file, make_folder
from bot.home import home
from bot.settings import Settings
from bot.storage.address import DatabaseAddress
from bot.storage.database import Database
from bot.storage.faults import StorageError
from bot.storage.migrate import is_known, latest_version, version_of
from bot.storage.snapshots import holds_people
from bot.storage.unit_of_work import UnitOfWork

log = structlog.get_logger()

BACKUP_TICK = "backup"
COPY_TICK = "backup-copy"
DRILL_TICK = "restore-drill"
EVERY = timedelta(hours=1)
AGAIN = timedelta(minutes=30)
"""After a backup that failed the next one is tried so much later."""
LONGEST_PAUSE = timedelta(hours=24)
WORK_SHARE = 20
"""A backup that takes long is made less often: at most a twentieth of the time goes into it."""
DRILL_EVERY = timedelta(days=30)
DRILL_AGAIN = timedelta(days=1)
_NAME = re.compile(r"(?P<stem>.+)-(?P<made>\d{8}T\d{6}Z)\.(backup|damaged)")


def newest_backup(address: DatabaseAddress) -> Path | None:
    """The newest of the backups that the bot makes by itself, None when there is none."""
    found = sorted(backups_folder(address).glob("*.backup"), key=lambda each: each.stat().st_mtime)
    return found[-1] if found else None


def second_place(settings: Settings) -> Path | None:
    """The folder where a second copy of each backup lies; None where none is wanted."""
    return home() / settings.backups_to if settings.backups_to is not None else None


async def back_up_before_update(database: Database, settings: Settings) -> Path | None:
    """A backup of a SQLite database with people that an update is about to change; where it lies.

    It counts among the others, and goes when they go. Raises StorageError; then nothing may be
    changed.
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
    target = new_backup_path(database.address, database.clock.now())
    try:
        await asyncio.to_thread(make_folder, target.parent)
        await back_up(database, target, key=settings.sealing_key)
    except (OSError, StorageError) as error:
        raise StorageError(
            f"nothing was changed, since no backup could be made before: {error}"
        ) from None
    return target


class RegularBackup:
    """Writes a backup an hour and thins them out by age; of several workers one does it."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings

    async def run(self, now: datetime) -> int:
        """Write a backup unless one was written within the hour; 1 when it was. Raises BackupError."""

        def claim(uow: UnitOfWork) -> bool:
            if not holds_people(uow):
                return False
            last = uow.measures.ticks().get(BACKUP_TICK)
            took = timedelta(seconds=last.seconds or 0) if last else timedelta()
            pause = min(max(EVERY, WORK_SHARE * took), LONGEST_PAUSE)
            return uow.at(now).installation.claim(BACKUP_TICK, pause)

        if not await self._database.run(claim):
            return 0
        begun = perf_counter()
        target = new_backup_path(self._database.address, now)
        try:
            await asyncio.to_thread(make_folder, target.parent)
            await back_up(self._database, target, key=self._settings.sealing_key)
        except Exception as error:
            await _put_back(self._database, BACKUP_TICK, now - EVERY + AGAIN, error)
            raise
        seconds = round(perf_counter() - begun, 3)
        await self._database.run(
            lambda uow: uow.at(now).installation.note_tick(BACKUP_TICK, seconds)
        )
        await asyncio.to_thread(self._thin, target.parent, now)
        key = self._settings.sealing_key
        log.info("backup written", key=fingerprint(key) if key else None)
        await self._copy(target, now)
        return 1

    async def _copy(self, backup: Path, now: datetime) -> None:
        """The second place: the backup, and who must be erased again if it comes back."""
        place = second_place(self._settings)
        if place is None:
            return
        try:
            # Not made where it is missing: what isn't mounted would fill the disk it should save.
            await asyncio.to_thread(copy_file, backup, place / backup.name)
            ledger = ledger_path(self._database.address)
            if ledger.is_file():
                await asyncio.to_thread(copy_file, ledger, place / ledger.name)
            await asyncio.to_thread(self._thin, place, now)
        except OSError as error:
            await _put_back(self._database, COPY_TICK, now, error)
            raise BackupError(f"{place}: {error.strerror}") from None
        await self._database.run(lambda uow: uow.at(now).installation.note_tick(COPY_TICK))

    def _thin(self, folder: Path, now: datetime) -> None:
        longest = timedelta(days=self._settings.keep_backups)
        stem = self._database.address.name
        found = {}
        for path in folder.iterdir():
            name = _NAME.fullmatch(path.name)
            if name is not None and name["stem"] == stem:
                made = datetime.strptime(name["made"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
                found[path] = made
        backups = {made for path, made in found.items() if path.suffix == ".backup"}
        dropped = to_drop(backups, now, longest)
        for path, made in found.items():
            if made in dropped or (path.suffix == ".damaged" and now - made > longest):
                path.unlink(missing_ok=True)


class RestoreDrill:
    """Once a month the newest backup is put back for trial: one that nobody tried is a hope."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings

    async def run(self, now: datetime) -> int:
        """Try the newest backup unless one was tried this month; 1 when it was. Raises BackupError."""
        backup = await asyncio.to_thread(newest_backup, self._database.address)
        if backup is None:
            return 0
        if not await self._database.run(
            lambda uow: uow.at(now).installation.claim(DRILL_TICK, DRILL_EVERY)
        ):
            return 0
        try:
            held = await check_backup(
                backup, self._settings.sealing_key, self._database.address.folder
            )
        except Exception as error:
            await _put_back(self._database, DRILL_TICK, now - DRILL_EVERY + DRILL_AGAIN, error)
            raise
        log.info("a backup was restored for trial", people=held.people, clubs=held.clubs)
        return 1


async def _put_back(database: Database, tick: str, done_at: datetime, error: Exception) -> None:
    """Note what went wrong, and when the work counts as done last."""
    kind = type(error).__name__
    await database.run(lambda uow: uow.at(done_at).installation.put_back(tick, kind))


Job = Callable[[datetime], Awaitable[int]]


def regular_jobs(database: Database, settings: Settings) -> dict[str, tuple[Job, int]]:
    """Each job of care and the seconds between two of its runs."""
    jobs: dict[str, tuple[Job, int]] = {"ledger": (LedgerKeeper(database).run, 60)}
    if settings.backups == "on":
        jobs[BACKUP_TICK] = (RegularBackup(database, settings).run, 600)
        jobs[DRILL_TICK] = (RestoreDrill(database, settings).run, 3600)
    return jobs
