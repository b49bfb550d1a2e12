"""Bringing a database up to date, and telling when it is not the program's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from bot.files import make_folder
from bot.storage.address import DatabaseAddress
from bot.storage.database import Database
from bot.storage.faults import DRIVER_ERRORS, StorageError, driver_text
from bot.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from alembic.config import Config

_FOLDER = Path(__file__).resolve().parent / "migrations"
# Where Alembic notes the version: read without it, as each command does so first.
_VERSION = sa.table("alembic_version", sa.column("version_num"))


def _config() -> Config:
    # Here: every command asks for the version, few bring a database up to date.
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.set_main_option("path_separator", "os")
    return config


def _known() -> set[str]:
    return {path.name.partition("_")[0] for path in (_FOLDER / "versions").glob("[0-9]*.py")}


def latest_version() -> str:
    """The newest version that this program knows; a migration's file is named after its own."""
    return max(_known())


def version_of(uow: UnitOfWork) -> str | None:
    """The version of a database, None when it is empty."""
    if not uow.connection.dialect.has_table(uow.connection, _VERSION.name):
        return None
    found: str | None = uow.connection.execute(sa.select(_VERSION.c.version_num)).scalar()
    return found


def is_known(version: str) -> bool:
    """Whether a version is one that this program knows: its own or an older one."""
    return version in _known()


def is_current(uow: UnitOfWork) -> bool:
    """Whether it has the program's version, False for an empty one; StorageError for another."""
    version = version_of(uow)
    if version is None or version == latest_version():
        return version is not None
    if not is_known(version):
        raise StorageError(
            f"the database comes from a newer version of this program ({version}): update the program"
        )
    raise StorageError(f"the database is of version {version}: run `ishc-bot migrate` first")


def require_current(uow: UnitOfWork) -> None:
    """Raise StorageError unless the database has exactly the program's version."""
    if not is_current(uow):
        raise StorageError("the database is empty: run `ishc-bot migrate` first")


def _upgrade(uow: UnitOfWork) -> tuple[str | None, str]:
    from alembic import command

    before = version_of(uow)
    if before is not None and not is_known(before):
        raise StorageError(
            f"the database comes from a newer version of this program ({before}): update the program"
        )
    config = _config()
    config.attributes["connection"] = uow.connection
    command.upgrade(config, "head")
    return before, latest_version()


async def migrate(database: Database) -> tuple[str | None, str]:
    """Bring the schema up to date; versions before and after. Raises StorageError."""
    prepare_folder(database)
    try:
        return await database.run(_upgrade)
    except DRIVER_ERRORS as error:
        raise StorageError(reason(error, database.address)) from None


def prepare_folder(database: Database) -> None:
    """Make the folder of a SQLite file; raises StorageError when that is not possible."""
    path = database.address.file
    if path is None:
        return
    try:
        # The database knows people: a folder of our own making is our own.
        make_folder(path.parent)
    except OSError as error:
        raise StorageError(f"can't make the folder {path.parent}: {error.strerror}") from None


def require_file(url: str) -> None:
    """Raise StorageError when a SQLite file isn't there: looking would make an empty one."""
    path = DatabaseAddress.of(url).file
    if path is not None and not str(path).startswith("file:") and not path.exists():
        raise StorageError(f"there is no database {path}: run `ishc-bot migrate` first")


def reason(error: Exception, address: DatabaseAddress) -> str:
    """What is wrong with a database, in words for the operator and without its password."""
    where, text = address.shown, driver_text(error)
    if "readonly" in text or "read-only" in text:
        return f"the database {where} is read-only"
    if "unable to open" in text:
        return (
            f"the database {where} can't be opened: does its folder exist, and may we write there?"
        )
    if "not a database" in text or "malformed" in text:
        return f"{where} is no database of this program"
    return f"the database {where} can't be used: {text}"
