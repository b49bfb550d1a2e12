"""Whether what is lost would come back: backups, their key, the second place, the monthly trial."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.care.jobs import BACKUP_TICK, COPY_TICK, DRILL_TICK, newest_backup, second_place
from bot.care.ledger import LedgerError, ledger_path, read_ledger
from bot.care.sealing import fingerprint, is_sealed, opens
from bot.channels.base import Finding, Level
from bot.settings import Settings
from bot.speech.translation import say
from bot.storage.address import DatabaseAddress
from bot.storage.measures import Tick

BACKUP_AGE = timedelta(days=2)
SHORT_KEY = 12
"""Characters below which a backup's key is soon guessed."""
OF_ITS_OWN = frozenset((BACKUP_TICK, COPY_TICK, DRILL_TICK))
"""The ticks that are told of here, and not among the others."""


def find_key(settings: Settings) -> Finding | None:
    """The key by its digits, to be compared with the paper; None where backups lie open."""
    key = settings.sealing_key
    if key is None:
        return None
    if len(key) < SHORT_KEY:
        return Finding(Level.WARNING, say("doctor.backups_key", least=SHORT_KEY))
    return Finding(Level.OK, say("doctor.backups_key_ok", key=fingerprint(key)))


def find_ledger(address: DatabaseAddress) -> Finding | None:
    """Whether the ledger of erased people can be read: a restore needs it. None where all is well."""
    try:
        read_ledger(ledger_path(address))
    except LedgerError as error:
        return Finding(Level.FAULT, say("doctor.ledger_fault", fault=str(error)))
    return None


def find_backups(
    settings: Settings, address: DatabaseAddress, ticks: Mapping[str, Tick], now: datetime
) -> list[Finding]:
    """How old the newest backup is, whether our key opens it, and how its trial went."""
    newest = newest_backup(address)
    failed = ticks.get(BACKUP_TICK)
    if failed is not None and failed.error:
        told = say("doctor.backups_failing", error=failed.error, folder=address.folder)
        return [Finding(Level.FAULT, told)]
    if newest is None:
        if failed is not None or settings.backups == "off":
            return [Finding(Level.WARNING, say("doctor.backups_none"))]
        return []
    made = datetime.fromtimestamp(newest.stat().st_mtime, UTC)
    shown = made.astimezone(settings.zone).isoformat(timespec="minutes")
    if now - made > BACKUP_AGE:
        found = [Finding(Level.WARNING, say("doctor.backups_old", time=shown))]
    else:
        found = [Finding(Level.OK, say("doctor.backups_ok", time=shown))]
    found += _opened(settings.sealing_key, newest)
    return found + _tried(settings, ticks.get(DRILL_TICK))


def _opened(key: str | None, newest: Path) -> list[Finding]:
    """A backup that the key on paper doesn't open is none."""
    if not newest.stat().st_size or not is_sealed(newest):
        return []
    if key is None:
        return [Finding(Level.WARNING, say("doctor.backups_no_key", file=newest))]
    if not opens(newest, key):
        return [Finding(Level.WARNING, say("doctor.backups_other_key", file=newest))]
    return []


def _tried(settings: Settings, drill: Tick | None) -> list[Finding]:
    if drill is None:
        return []
    if drill.error:
        return [Finding(Level.FAULT, say("doctor.drill_failed", error=drill.error))]
    day = f"{drill.ran_at.astimezone(settings.zone):%d/%m/%Y}"
    return [Finding(Level.OK, say("doctor.drill_ok", day=day))]


def find_second_place(
    settings: Settings, address: DatabaseAddress, ticks: Mapping[str, Tick]
) -> Finding | None:
    """Whether the second folder is there and on another disk; None where none is wanted."""
    place = second_place(settings)
    if place is None:
        return None
    if not place.is_dir():
        return Finding(Level.FAULT, say("doctor.copies_missing", folder=place))
    if address.folder.is_dir() and place.stat().st_dev == address.folder.stat().st_dev:
        return Finding(Level.WARNING, say("doctor.copies_same_disk", folder=place))
    copied = ticks.get(COPY_TICK)
    if copied is not None and copied.error:
        return Finding(Level.FAULT, say("doctor.copies_failing", folder=place, error=copied.error))
    return Finding(Level.OK, say("doctor.copies_ok", folder=place))
