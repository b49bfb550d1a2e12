"""Looking at a database without trusting it: is it there, whole, free, and may we write?"""

from __future__ import annotations

import contextlib
import fcntl
import sqlite3
from enum import StrEnum
from pathlib import Path

from bot.storage.address import DatabaseAddress
from bot.storage.faults import NotAdmittedError, PoolModeError, StorageError


class Trouble(StrEnum):
    """What can be wrong with a database before anything is read from it."""

    MISSING = "missing"
    LOCKED = "locked"
    READ_ONLY = "read_only"
    FULL = "full"
    DAMAGED = "damaged"
    UNREACHABLE = "unreachable"
    NOT_ADMITTED = "not_admitted"
    POOL_MODE = "pool_mode"


_TOLD: dict[type[StorageError], Trouble] = {
    NotAdmittedError: Trouble.NOT_ADMITTED,
    PoolModeError: Trouble.POOL_MODE,
}


def check_file(address: DatabaseAddress, patience: float = 2.0) -> Trouble | None:
    """Whether a SQLite file is whole, and free to be written within `patience` seconds.

    Changes nothing and makes no file. What takes long is done without a lock, beside a worker.
    """
    path, url = address.file, address.url
    name = str(url.database)
    by_address = name.startswith("file:")
    if path is None:
        return None
    if by_address:
        name += "?" + "&".join(f"{key}={value}" for key, value in url.query.items() if key != "uri")
    elif not path.exists():
        return Trouble.MISSING
    try:
        with contextlib.closing(
            sqlite3.connect(name, uri=by_address, timeout=patience, isolation_level=None)
        ) as connection:
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                return Trouble.DAMAGED
            connection.execute("BEGIN IMMEDIATE")
            # Only a write tells whether one may write; it is taken back.
            connection.execute("PRAGMA user_version = 1")
            connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        return trouble_of(error)
    return None


def trouble_of(error: Exception) -> Trouble:
    """What an error of the driver or of the storage means."""
    for kind, told in _TOLD.items():
        if isinstance(error, kind):
            return told
    text = str(getattr(error, "orig", error)).lower()
    for words, trouble in (
        ("locked", Trouble.LOCKED),
        ("busy", Trouble.LOCKED),
        ("readonly", Trouble.READ_ONLY),
        ("read-only", Trouble.READ_ONLY),
        ("full", Trouble.FULL),
        ("no space", Trouble.FULL),
        ("not a database", Trouble.DAMAGED),
        ("malformed", Trouble.DAMAGED),
    ):
        if words in text:
            return trouble
    return Trouble.UNREACHABLE


def worker_runs(address: DatabaseAddress) -> bool | None:
    """Whether a worker holds the lock beside a SQLite file; None where that can't be told."""
    path = address.file
    if path is None:
        return None
    try:
        with Path(f"{path}.lock").open("rb") as handle:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    except OSError:
        return None
    return False
