"""`run --demo`: the sample province on a database and a clock of its own, on the page alone."""

from __future__ import annotations

import asyncio
import shutil
import signal
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from bot.app import Program, build_program, operator_words, pass_time
from bot.channels.web import WebChannel
from bot.clock import ShiftedClock, SystemClock
from bot.demo.province import MARK, SEED, tell_story
from bot.demo.story import StoryError
from bot.home import home
from bot.logs import set_up_logs
from bot.runner import Runner, beside, make_ready, open_listener
from bot.settings import Settings
from bot.speech.translation import Speaker, say
from bot.storage.address import DatabaseAddress
from bot.storage.database import Database
from bot.storage.faults import DRIVER_ERRORS, StorageError
from bot.storage.migrate import migrate, prepare_folder, reason
from bot.storage.unit_of_work import UnitOfWork

DATABASE = Path("data/demo.db")
"""In the bot's own folder."""
FILES = "demo-files"
"""Where files lie that are sent in the demonstration, beside its database."""
REMEMBER_EVERY = 5
"""Seconds after which it is written down where the clock stands."""
LONGEST_UNTOLD = timedelta(seconds=30)
"""So long the clock may have gone on without a word about it, when the program was killed."""
_COMPANIONS = ("", "-wal", "-shm", ".lock", ".erased.jsonl")


def demo_settings(settings: Settings, database: Path) -> Settings:
    """The settings of the demonstration: nothing in them leads to real people or channels.

    What is kept is where the page is and what the operator reads.
    """
    kept = ("web_host", "web_port", "web_chat", "metrics", "locale", "log_level", "log_format")
    return Settings.model_construct(
        database_url=str(DatabaseAddress.of_file(database)),
        backups="off",
        **{name: getattr(settings, name) for name in kept},
    )


class Demo:
    """The demonstration while it runs: its clock, which the page may move."""

    def __init__(self, program: Program, clock: ShiftedClock) -> None:
        self._program = program
        self._clock = clock
        self._moving = asyncio.Lock()

    async def move(self, days: int) -> None:
        """Let days pass; everything that is due on the way happens, each at its own time."""
        async with self._moving:
            await pass_time(self._program, self._clock, self._clock.now() + timedelta(days=days))
            await self._program.settle()
            await self.remember(self._clock.now())

    async def remember(self, now: datetime) -> int:
        """Write down where the clock stands, for the next start."""
        await self._program.database.run(lambda uow: uow.installation.note_virtual_time(now))
        return 0


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _remove(path: Path) -> None:
    for ending in _COMPANIONS:
        _beside(path, ending).unlink(missing_ok=True)


async def make_anew(
    path: Path, settings: Settings, told_so_far: Callable[[float], None] = lambda _: None
) -> None:
    """Make the demonstration at `path`, all of it or nothing; raises StorageError."""
    draft = path.with_name(f"{path.stem}-unfinished{path.suffix}")
    files = path.parent / FILES
    _remove(draft)
    shutil.rmtree(files, ignore_errors=True)
    # What is forgotten in nine months of a story is no news for the operator.
    set_up_logs("WARNING", settings.log_format)
    try:
        await tell_story(demo_settings(settings, draft), files, told_so_far=told_so_far)
        # In one file: nothing of it may be left in the log beside the draft.
        draft.replace(path)
    except StoryError as error:
        raise StorageError(f"the demonstration can't be made: {error}") from None
    except OSError as error:
        raise StorageError(f"the demonstration can't be made: {error.strerror}") from None
    finally:
        _remove(draft)
        set_up_logs(settings.log_level, settings.log_format)


async def open_demo(path: Path) -> tuple[Database, datetime]:
    """The demonstration's database and where its clock stands; raises StorageError.

    One that an older program made is brought up to date: nobody asks for it by hand.
    """
    database = Database(str(DatabaseAddress.of_file(path)))

    def look(uow: UnitOfWork) -> datetime:
        moment = uow.installation.virtual_time()
        if uow.installation.read(MARK) is None or moment is None:
            raise StorageError(f"{path} is no demonstration: move that file away")
        return moment

    try:
        moment = await database.run(look)
        await migrate(database)
    except DRIVER_ERRORS as error:
        await database.close()
        if "no such table" in str(getattr(error, "orig", error)):
            raise StorageError(f"{path} is no demonstration: move that file away") from None
        raise StorageError(reason(error, database.address)) from None
    except BaseException:
        await database.close()
        raise
    return database, moment


async def _made(
    path: Path,
    settings: Settings,
    words: Speaker,
    write: Callable[[str], None],
    stopping: asyncio.Event,
) -> bool:
    """Make the demonstration and say how far it is; False when it was stopped meanwhile."""
    quarters = iter((0.25, 0.5, 0.75))
    mark = next(quarters)

    def told_so_far(share: float) -> None:
        nonlocal mark
        if share >= mark:
            write(words.text(say("run.demo_made", percent=round(mark * 100))))
            mark = next(quarters, 2.0)

    write(words.text(say("run.demo_making")))
    making = asyncio.create_task(make_anew(path, settings, told_so_far))
    stopped = asyncio.create_task(stopping.wait())
    await asyncio.wait([making, stopped], return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if not making.done():
        making.cancel()
        await asyncio.wait([making])
        return False
    making.result()
    return True


async def run_demo(
    settings: Settings,
    write: Callable[[str], None],
    *,
    path: Path | None = None,
) -> None:
    """Run the demonstration until a signal comes; made anew where it isn't there yet."""
    path = path or home() / DATABASE
    chosen = demo_settings(settings, path)
    words = operator_words(chosen)
    # The lock is held from before the file is there: two starts would make it at once.
    holder = Database(chosen.database_url)
    database: Database | None = None
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    try:
        prepare_folder(holder)
        holder.lock_worker()
        listener = open_listener(chosen)
        if not path.exists() and not await _made(path, settings, words, write, stopping):
            return
        database, moment = await open_demo(path)
        clock = ShiftedClock(moment + LONGEST_UNTOLD, SystemClock())
        database.keep_time(clock, SEED)
        web = WebChannel()
        program = build_program(chosen, database, [web], files=path.parent / FILES)
        demo = Demo(program, clock)
        await demo.remember(clock.now())
        runner = Runner(
            program,
            web,
            jobs={"clock": (demo.remember, REMEMBER_EVERY)},
            demonstration=demo,
        )
        runner.obey_signals()
        if stopping.is_set():
            return
        write(words.text(say("run.demo", link=f"{chosen.base_url}/")))
        write(words.text(say("run.stops")))
        async with beside(make_ready(program)):
            await runner.run(listener)
        await demo.remember(clock.now())
    finally:
        if database is not None:
            await database.close()
        await holder.close()
