"""Care of the installation: the database brought up to date, kept, put back, looked at."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.running import (
    fail,
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
                from bot.care.jobs import back_up_before_update

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
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing: try whether the file can be restored.")
    ] = False,
) -> None:
    """Write everything in the database into one file; beside a running bot."""
    from bot.care.backup import back_up
    from bot.storage.database import Database
    from bot.storage.migrate import require_file

    async def work(settings: Settings) -> list[str]:
        if check:
            return await _checked(settings, file)
        require_file(settings.database_url)
        database = Database(settings.database_url)
        try:
            await back_up(database, file, key=settings.sealing_key, replace=replace)
            files = database.address.sent_files
        finally:
            await database.close()
        lines = [f"{file}: {file.stat().st_size} bytes{_sealed(settings)}"]
        if any(path.is_file() for path in files.rglob("*")):
            lines.append(f"not in it: the files that people sent, in {files}; copy that folder too")
        return lines

    tell(run(work))


def _sealed(settings: Settings) -> str:
    """With which key, so that it can be compared with the one on paper."""
    from bot.care.sealing import fingerprint

    key = settings.sealing_key
    return f", sealed with the key {fingerprint(key)}" if key else ""


async def _checked(settings: Settings, file: Path) -> list[str]:
    import tempfile

    from bot.care.backup import check_backup
    from bot.care.sealing import is_sealed

    with tempfile.TemporaryDirectory(prefix="ishc-bot-check-") as folder:
        held = await check_backup(file, settings.sealing_key, Path(folder))
    last = held.last_written
    until = last.astimezone(settings.zone).isoformat(timespec="minutes") if last else "never"
    sealed = _sealed(settings) if is_sealed(file) else ""
    return [
        f"{file}: can be restored{sealed}",
        f"version {held.version}, {held.clubs} clubs, {held.people} people, last written {until}",
    ]


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
                key=settings.sealing_key,
                zone=settings.zone,
                replace=replace,
                ledger=erased,
            )
            files = database.address.sent_files
        finally:
            await database.close()
        lines = [f"the database as it was: {done.replaced}"] if done.replaced else []
        lines += [f"restored: version {done.version} -> {latest_version()}"]
        if done.erased_again:
            lines.append(
                f"erased again: {done.erased_again} people, erased after the backup was made"
            )
        lines.append(f"not in a backup: the files that people sent; they belong into {files}")
        return lines

    tell(run(work))


def doctor_command() -> None:
    """Say what is wrong with the installation, and what to do about it."""
    import asyncio

    from bot.care.doctor import Surroundings, examine
    from bot.channels.base import Finding, Level
    from bot.clock import SystemClock
    from bot.home import as_typed, env_file
    from bot.logs import set_up_logs
    from bot.settings import SettingsError, load_settings
    from bot.speech.operators import words_at_any_rate
    from bot.speech.translation import say
    from bot.web.listening import listen

    try:
        settings = load_settings()
    except SettingsError as error:
        spoken = words_at_any_rate(error.language)
        finding = Finding(Level.FAULT, say("doctor.settings_fault", fault=error.words))
        tell([spoken(finding.line)])
        fail(spoken(say("doctor.faults", count=1)))
    set_up_logs(settings.log_level, settings.log_format)
    spoken = words_at_any_rate(settings.locale)
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
