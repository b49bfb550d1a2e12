"""What can go wrong with a database, and whose fault it is: the work's, or the database's."""

from __future__ import annotations

import sqlite3

import sqlalchemy as sa

DRIVER_ERRORS = (sa.exc.SQLAlchemyError, sqlite3.Error)
"""What SQLAlchemy and the driver below it raise: for whoever tells an operator what is wrong."""


class StorageError(Exception):
    """The database can't be used; the text says why, in words for the operator."""


class UnreachableError(StorageError):
    """The database server can't be reached now; nothing of the transaction was kept."""


class NotAdmittedError(StorageError):
    """The server is there and doesn't let us in; waiting doesn't help."""


class PoolModeError(StorageError):
    """A pooler stands before the server that keeps no transaction together."""


_UNPREPARED = frozenset(("26000", "42P05"))
"""PostgreSQL's codes for a prepared statement that isn't there, and for one that is already."""
_CONFLICTS = frozenset(("40001", "40P01"))
_UNIQUE = "23505"
_CLOSED = ("08", "57P")
_AWAY = (*_CLOSED, "53")
"""Broken, shutting down or starting, out of connections or memory: it may be there again soon."""
_NOT_ADMITTED = ("28", "3D")
"""A user or a password that is refused, and a database that isn't there."""
_SQLITE_PASSING = frozenset((5, 6, 8, 10, 13, 14))
"""SQLite's codes for busy, locked, read-only, a disk's fault, a full disk, can't open."""


def _sqlstate(error: BaseException) -> str:
    """PostgreSQL's code of an error, whether SQLAlchemy or asyncpg raised it; "" without one."""
    original = getattr(error, "orig", None) or error
    return str(getattr(original, "sqlstate", None) or "")


def is_conflict(error: BaseException) -> bool:
    """Whether another transaction was in the way: done again from its start, it may go through."""
    return _sqlstate(error) in {*_CONFLICTS, _UNIQUE}


def is_closed(error: BaseException) -> bool:
    """Whether the connection to the server broke."""
    if isinstance(error, sa.exc.DBAPIError) and error.connection_invalidated:
        return True
    return _sqlstate(error).startswith(_CLOSED) or isinstance(error, ConnectionError)


def is_unprepared(error: BaseException) -> bool:
    """Whether the server doesn't know what we prepared: a pooler gave us another one meanwhile."""
    return _sqlstate(error) in _UNPREPARED


def driver_text(error: BaseException) -> str:
    """What the driver says, in one line; the error's kind where it says nothing."""
    text = str(getattr(error, "orig", None) or error)
    return (text.splitlines() or [""])[0] or type(error).__name__


def server_fault(error: Exception, where: str) -> StorageError:
    """Why no connection to a server came about, told as what it is."""
    state, text = _sqlstate(error), driver_text(error)
    if "statement pooling mode" in text:
        return PoolModeError(
            f"the pooler before {where} is in statement mode, which knows no transactions: "
            "set its pool_mode to transaction or session"
        )
    if state.startswith(_NOT_ADMITTED):
        return NotAdmittedError(
            f"the database {where} doesn't admit us: {text}: "
            "look at user, password and name in BOT_DATABASE_URL"
        )
    if state.startswith(_AWAY) or isinstance(error, (OSError, TimeoutError)):
        return UnreachableError(f"the database {where} can't be reached: {text}")
    return StorageError(f"the database {where} can't be used: {text}")


def is_passing(error: BaseException) -> bool:
    """Whether an error says something of the database and not of the work that met it.

    A unique key that is taken at each try is the work's own fault.
    """
    if isinstance(error, StorageError) or is_closed(error) or _sqlstate(error) in _CONFLICTS:
        return True
    original = getattr(error, "orig", None) or error
    code = getattr(original, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _SQLITE_PASSING
