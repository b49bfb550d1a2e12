"""What all commands share: the settings, one transaction, one clear line of what went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Coroutine, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn, TypeVar

import typer

from bot.home import WORD, as_typed, kept_by_another

if TYPE_CHECKING:
    from bot.handlers.papers.making import MadePaper
    from bot.settings import Settings
    from bot.storage.records import Club
    from bot.storage.unit_of_work import UnitOfWork

WORK_FAILED = 1

Result = TypeVar("Result")
Language = Literal["vi", "en"]


def fail(text: str) -> NoReturn:
    """One clear line, no traceback; a command in it can be typed as it stands there."""
    print(as_typed(" ".join(text.split())), file=sys.stderr)  # noqa: T201
    raise typer.Exit(WORK_FAILED)


def note(text: str) -> None:
    """One line for who looks on, apart from what the command prints."""
    print(text, file=sys.stderr)  # noqa: T201


def print_line(text: str) -> None:
    """A line at once; raises BrokenPipeError when nobody reads any more."""
    try:
        print(text, flush=True)  # noqa: T201
    except BrokenPipeError:
        # What is left in the buffer would be complained about when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise


def tell(lines: Iterable[str]) -> None:
    """Say what was done. It stands already, so it doesn't matter whether anybody reads on."""
    try:
        for line in lines:
            print_line(line)
    except BrokenPipeError:
        return


def write_file(file: Path, content: bytes) -> None:
    """Write a file that somebody asked for; LookupError says why it can't be."""
    try:
        file.write_bytes(content)
    except OSError as error:
        raise LookupError(f"{file}: {error.strerror}") from None


def write_all(out: Path, made: Iterable[MadePaper]) -> list[str]:
    """Write files into a folder, made if need be; their paths. LookupError says why not."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LookupError(f"{out}: {error.strerror}") from None
    paths = []
    for each in made:
        write_file(out / each.name, each.content)
        paths.append(str(out / each.name))
    return paths


def read_settings() -> Settings:
    """The settings; the fault in one line where there is one."""
    from bot.logs import set_up_logs
    from bot.settings import SettingsError, load_settings

    keeper = kept_by_another()
    if keeper is not None:
        fail(f"this bot and its data are {keeper}'s: sudo {WORD} {' '.join(sys.argv[1:])}")
    try:
        settings = load_settings()
    except SettingsError as error:
        fail(str(error))
    set_up_logs(settings.log_level, settings.log_format)
    return settings


def run(work: Callable[[Settings], Coroutine[object, object, Result]]) -> Result:
    """Run a command's work; what can go wrong is told in one line."""
    import asyncio

    settings = read_settings()
    try:
        return asyncio.run(work(settings))
    except (typer.Exit, ModuleNotFoundError):
        raise
    except BrokenPipeError:
        raise typer.Exit(WORK_FAILED) from None
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
    except Exception as error:
        fail(_told(error, settings))


def _told(error: Exception, settings: Settings) -> str:
    """What went wrong, in words for the operator.

    Whatever may be wrong is loaded only now: who starts the bot waits for none of it.
    """
    from bot.channels.base import ChannelError
    from bot.conversations.engine import BrokenFlowError
    from bot.guidance.articles import ArticleError
    from bot.plan.loader import PlanError
    from bot.rosters.book import RosterError
    from bot.speech.compiled import CatalogueError
    from bot.storage.address import DatabaseAddress
    from bot.storage.faults import DRIVER_ERRORS, StorageError
    from bot.storage.migrate import reason

    if isinstance(
        error,
        (StorageError, PlanError, ArticleError, BrokenFlowError, CatalogueError, ChannelError),
    ):
        return str(error)
    if isinstance(error, RosterError):
        from bot.app import operator_words
        from bot.speech.translation import say

        return operator_words(settings).text(say(error.key, **error.slots))
    if isinstance(error, DRIVER_ERRORS):
        return reason(error, DatabaseAddress.of(settings.database_url))
    if isinstance(error, LookupError):
        return str(error.args[0]) if error.args else str(error)
    # Of an error nobody foresaw the kind and the place are told, never a value.
    from bot.logs import where

    found = where(error)
    return f"it could not be done: {found['error']} at {found['at']}"


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Lines of columns with tabs between them, below their headings."""
    return ["\t".join(row) for row in (heading, *rows)]


def club_meant(uow: UnitOfWork, code: str) -> Club:
    """The club whose code somebody typed, read as the chat reads it; LookupError for none."""
    from bot.handlers.office import codes

    found = codes.club_meant(uow, code)
    if found is None:
        raise LookupError(f"unknown club {code}")
    return found


async def in_unit(
    settings: Settings,
    work: Callable[[Settings, UnitOfWork], Result],
    *,
    create: bool = False,
    reads: bool = False,
) -> Result:
    """One transaction on the database as it is, at its own time; beside a running worker.

    `work` prints nothing and writes no file: what it returns is told once it is stored. `reads`:
    it only reads, so that it waits for nobody and nobody for it.
    """
    from bot.app import open_database

    def at_its_time(uow: UnitOfWork) -> Result:
        return work(settings, uow.at(uow.installation.virtual_time() or uow.now))

    database = await open_database(settings.database_url, create=create)
    try:
        return await (database.read if reads else database.run)(at_its_time)
    finally:
        await database.close()
