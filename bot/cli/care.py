"""Care of the installation: the database brought up to date, kept, put back, looked at."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.running import (
    fail,
    give_way,
    run,
    tell,
)

if TYPE_CHECKING:
    from bot.settings import Settings


def migrate_command(
    quiet: Annotated[
        bool, typer.Option("--quiet", help="Say nothing when nothing had to be done.")
    ] = False,
) -> None:
    """Bring the database up to date. One of SQLite with people in it is backed up before."""
    from bot.storage.database import Database
    from bot.storage.migrate import latest_version, migrate, prepare_folder, version_of

    async def work(settings: Settings) -> list[str]:
        database = Database(settings.database_url)
        kept = None
        try:
            prepare_folder(database)
            database.lock_worker()
            if await database.run(version_of) not in (None, latest_version()):
                from bot.care.daily import back_up_before_update

                kept = await back_up_before_update(database, settings)
            before, after = await migrate(database)
        finally:
            await database.close()
        lines = [f"the database as it was: {kept}"] if kept else []
        if not quiet or before not in (None, after):
            lines.append(f"{before or 'empty'} -> {after}")
        return lines

    tell(run(work))


def backup_command(
    file: Annotated[Path, typer.Argument(help="The file to write.")],
    replace: Annotated[bool, typer.Option("--replace", help="Write over the file.")] = False,
) -> None:
    """Write everything in the database into one file; beside a running bot."""
    give_way()
    from bot.care.backup import back_up
    from bot.storage.database import Database
    from bot.storage.migrate import require_file

    async def work(settings: Settings) -> list[str]:
        require_file(settings.database_url)
        database = Database(settings.database_url)
        try:
            await back_up(database, file, key=_backup_key(settings), replace=replace)
            files = database.address.sent_files
        finally:
            await database.close()
        sealed = ", sealed" if _backup_key(settings) else ""
        lines = [f"{file}: {file.stat().st_size} bytes{sealed}"]
        if any(path.is_file() for path in files.rglob("*")):
            lines.append(f"not in it: the files that people sent, in {files}; copy that folder too")
        return lines

    tell(run(work))


def _backup_key(settings: Settings) -> str | None:
    return settings.backup_key.get_secret_value() or None if settings.backup_key else None


def restore_command(
    file: Annotated[Path, typer.Argument(help="A backup.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Also when the database is not empty.")
    ] = False,
    erased: Annotated[
        Path | None, typer.Option(help="A ledger of erased people, from another machine.")
    ] = None,
) -> None:
    """Put a backup in the place of the database; the bot must be stopped."""
    from bot.care.backup import restore
    from bot.storage.database import Database
    from bot.storage.migrate import latest_version

    async def work(settings: Settings) -> list[str]:
        database = Database(settings.database_url)
        try:
            done = await restore(
                database,
                file,
                key=_backup_key(settings),
                zone=settings.zone,
                replace=replace,
                ledger=erased,
            )
            files = database.address.sent_files
        finally:
            await database.close()
        lines = [f"restored: version {done.version} -> {latest_version()}"]
        if done.erased_again:
            lines.append(
                f"erased again: {done.erased_again} people, erased after the backup was made"
            )
        lines.append(f"not in a backup: the files that people sent; they belong into {files}")
        return lines

    tell(run(work))


def doctor_command() -> None:
    """Say what is wrong with the installation, and what to do about it."""
    give_way()
    from bot.care.doctor import Surroundings, examine
    from bot.channels.base import Finding, Level
    from bot.clock import SystemClock
    from bot.home import as_typed
    from bot.logs import set_up_logs
    from bot.settings import SettingsError, env_file, load_settings
    from bot.speech.translation import say
    from bot.web.listening import listen

    try:
        settings = load_settings()
    except SettingsError as error:
        spoken = _doctors_words(os.environ.get("BOT_LOCALE", "vi"))
        finding = Finding(Level.FAULT, say("doctor.settings_fault", fault=str(error)))
        tell([spoken(finding.line)])
        fail(spoken(say("doctor.faults", count=1)))
    set_up_logs(settings.log_level, settings.log_format)
    spoken = _doctors_words(settings.locale)
    around = Surroundings(
        SystemClock(),
        environment=os.environ,
        env_file=env_file(),
        take_port=lambda host, port: listen(host, port).close(),
    )
    findings = asyncio.run(examine(settings, around))
    tell(as_typed(" ".join(spoken(finding.line).split())) for finding in findings)
    faults = sum(finding.level is Level.FAULT for finding in findings)
    if faults:
        fail(spoken(say("doctor.faults", count=faults)))
    tell([spoken(say("doctor.well"))])


def _doctors_words(locale: str) -> Callable[[object], str]:
    """The operator's language, else another one, else the bare keys: the doctor always speaks."""
    from bot.app import staff_words
    from bot.speech.compiled import CatalogueError
    from bot.speech.translation import LANGUAGES, catalogue, unspoken

    for language in (locale, *LANGUAGES):
        if language in LANGUAGES:
            with contextlib.suppress(CatalogueError):
                catalogue(language)
                return staff_words(language).text
    return unspoken
