"""Running the bot: its channels, page, ticks and signals, started and stopped in one order."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import socket
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import structlog
import uvicorn
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.app import (
    FirstCode,
    Program,
    build_channels,
    build_program,
    first_codes,
    forget_usernames,
    open_database,
    operator_words,
)
from bot.care.jobs import Job, regular_jobs
from bot.care.places import places_of_people
from bot.channels.base import Channel
from bot.channels.registry import configured
from bot.channels.web import WebChannel
from bot.files import narrow
from bot.guidance.retriever import built_in
from bot.handlers.ticks import TICKS, run_tick
from bot.home import home
from bot.intents.arbiter import understand
from bot.intents.scene import Scene
from bot.intents.words import BEGINNINGS
from bot.logs import where
from bot.messages import Inbound
from bot.settings import Settings, file_read
from bot.speech.translation import Phrase, say
from bot.storage.faults import StorageError
from bot.storage.unit_of_work import UnitOfWork
from bot.version import told_version
from bot.web.application import build_web
from bot.web.demo import Demonstration
from bot.web.listening import listen

log = structlog.get_logger()

LONGEST_STOP = 8.0
"""Seconds that work in hand gets when the bot is told to stop (all of it within 10)."""

FILES_LOOKED_AT = 5.0
"""Seconds after which it is looked for files to fetch, whoever wrote them down."""

TAKES_IN_AGAIN = 5.0
"""Seconds after which a channel begins anew whose taking in broke."""

MOST_BATCHES = 500
"""Batches that a tick works off at once before it waits for its next turn."""


def open_listener(settings: Settings) -> socket.socket:
    """Listen where the page is to be reached; raises StorageError when that can't be."""
    try:
        return listen(settings.web_host, settings.web_port)
    except OSError as error:
        raise StorageError(
            f"BOT_WEB_PORT {settings.web_port} on {settings.web_host} can't be used "
            f"({error.strerror}): is the bot running already? Another one: BOT_WEB_PORT=8081"
        ) from None


class Runner:
    """Runs a program until it is told to stop.

    `jobs` is what it does for the installation, the usual if not given; `demonstration` is what the
    demonstration lets the page do.
    """

    def __init__(
        self,
        program: Program,
        web: WebChannel | None,
        *,
        jobs: Mapping[str, tuple[Job, int]] | None = None,
        demonstration: Demonstration | None = None,
    ) -> None:
        self.program = program
        self._web = web
        self._jobs = regular_jobs(program.database, program.settings) if jobs is None else jobs
        self._demonstration = demonstration
        self._stop = asyncio.Event()
        self._wake = asyncio.Event()

    def stop(self) -> None:
        """Take no more updates and come to an end."""
        self._stop.set()
        self._wake.set()
        self.program.dispatcher.wake()
        self.program.fetcher.wake()

    async def receive(self, updates: Iterable[Inbound]) -> None:
        """Updates from a channel: written down, then worked off soon."""
        batch = list(updates)
        await self.program.pipeline.receive(batch)
        if any(each.file_reference is not None for each in batch):
            self.program.fetcher.wake()
        self._wake.set()

    async def _take_in(self, channel: Channel) -> None:
        """Let a channel take updates in; one whose way in breaks begins anew, whatever it was."""
        while True:
            try:
                await channel.run(self.receive)
            except Exception as error:
                log.error("taking in failed", channel=channel.name, **where(error))
                await asyncio.sleep(TAKES_IN_AGAIN)
            else:
                return

    async def _work(self) -> None:
        """Handle what comes, fetch what comes with it, and send what is due, side by side."""
        await asyncio.gather(self._handle(), self._fetch(), self._send())

    async def _handle(self) -> None:
        """Handle updates as they come."""
        while not self._stop.is_set():
            self._wake.clear()
            handled = 0
            try:
                handled = await self.program.pipeline.handle_next()
            except Exception as error:
                log.error("work failed", **where(error))
                await asyncio.sleep(1)
            if handled:
                self.program.dispatcher.wake()
            else:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), 1.0)

    async def _fetch(self) -> None:
        """Fetch the files that people sent; whoever sent none waits for nobody's."""
        fetcher = self.program.fetcher
        while not self._stop.is_set():
            try:
                if await fetcher.tick(waits=False):
                    self._wake.set()
            except Exception as error:
                log.error("fetching failed", **where(error))
                await asyncio.sleep(1)
            else:
                await fetcher.rest(FILES_LOOKED_AT)
        await fetcher.stop(LONGEST_STOP / 4)

    async def _send(self) -> None:
        """Send what is due; what hangs holds up neither the rest nor the handling."""
        await self.program.dispatcher.serve(self._stop.is_set)
        await self.program.dispatcher.stop(LONGEST_STOP / 4)

    async def _tick(self, name: str) -> None:
        program = self.program
        try:
            for _ in range(MOST_BATCHES):
                if self._stop.is_set() or not await run_tick(
                    program.database, program.pipeline.services, name
                ):
                    break
                program.dispatcher.wake()
        except asyncio.CancelledError:
            return  # We are stopping. The scheduler would tell it as an error.
        except Exception as error:
            log.error("tick failed", tick=name, **where(error))
            kind = type(error).__name__
            with contextlib.suppress(Exception):
                await program.database.run(
                    lambda uow: uow.installation.note_tick_failed(name, kind)
                )

    async def _job(self, name: str, job: Job) -> None:
        """Work for the installation itself, outside of the transactions of the ticks."""
        try:
            await job(self.program.database.clock.now())
        except asyncio.CancelledError:
            return  # As above.
        except Exception as error:
            log.error("care failed", job=name, **where(error))

    def obey_signals(self) -> None:
        """Stop at SIGTERM and SIGINT, from now on: also while channels are still being started."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)

    async def run(self, listener: socket.socket | None) -> None:
        """Serve until stopped."""
        scheduler = self._scheduler()
        scheduler.start()
        async with self._page(listener):
            taking = [
                asyncio.create_task(self._take_in(channel))
                for channel in self.program.channels.values()
            ]
            working = asyncio.create_task(self._work())
            await self._stop.wait()
            scheduler.shutdown(wait=False)
            for task in taking:
                # What a poll in flight brings was not acknowledged: it comes again.
                task.cancel()
            await asyncio.gather(*taking, return_exceptions=True)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(working, LONGEST_STOP / 2)

    def _scheduler(self) -> AsyncIOScheduler:
        """What runs the ticks and jobs, each after its pause and never twice at once."""
        scheduler = AsyncIOScheduler(timezone="UTC")
        now = datetime.now(tz=UTC)

        def repeat(work: Callable[[], object], seconds: int, first: datetime) -> None:
            scheduler.add_job(
                work,
                "interval",
                seconds=seconds,
                next_run_time=first,
                max_instances=1,
                coalesce=True,
                misfire_grace_time=seconds,
            )

        for name, tick in TICKS.items():
            repeat(partial(self._tick, name), tick.seconds, now)
        for place, (name, (job, seconds)) in enumerate(self._jobs.items(), 1):
            # People come first when the bot starts.
            repeat(partial(self._job, name, job), seconds, now + timedelta(seconds=20 * place))
        return scheduler

    @asynccontextmanager
    async def _page(self, listener: socket.socket | None) -> AsyncIterator[None]:
        """The web server meanwhile, where there is one."""
        if listener is None or self._web is None:
            yield
            return
        application = build_web(
            self.program.settings,
            self.program.database,
            self.program.pipeline,
            self._web,
            self.receive,
            self.program.channels.values(),
            self._demonstration,
        )
        server = uvicorn.Server(
            uvicorn.Config(
                application,
                log_config=None,
                access_log=False,
                timeout_graceful_shutdown=3,
                lifespan="off",
            )
        )
        # The signals are ours: the server would take them for itself.
        server.capture_signals = contextlib.nullcontext  # type: ignore[assignment,method-assign]
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        yield
        server.should_exit = True
        await self._web.stop()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(serving, LONGEST_STOP / 2)


@asynccontextmanager
async def beside(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Let something be done beside what is done meanwhile, and not after it."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def make_ready(program: Program) -> None:
    """Load and make what the first messages need, so that nobody waits for it."""
    try:
        # On a thread: on PostgreSQL the transactions run where all else is waited for.
        await asyncio.to_thread(_load)
        await program.pipeline.rehearse()
        await asyncio.to_thread(built_in().make_ready)
    except Exception as error:
        log.warning("not rehearsed", **where(error))
    # All of this stays: to look through it for garbage again and again would hold everything up
    # for a tenth of a second.
    gc.collect()
    gc.freeze()


def _load() -> None:
    built_in()
    for words in BEGINNINGS:
        understand(words, Scene())


def _origin() -> list[Phrase]:
    """Which program this is, and where its settings come from."""
    file = file_read()
    read = (
        say("run.settings", file=file) if file else say("run.no_settings", folder=home().resolve())
    )
    return [say("run.version", version=told_version()), read]


def _greet(
    settings: Settings, codes: Mapping[str, FirstCode], write: Callable[[str], None]
) -> None:
    """Tell who started the bot where it is reached; `codes` are the first ones of each role."""
    words = operator_words(settings)
    lines = _origin()
    if settings.has_page:
        lines.append(say("run.page", link=f"{settings.base_url}/"))
    for role, first in codes.items():
        lines += [say(f"run.{role}", link=link) for link in first.links]
        if not first.links:
            lines.append(say(f"run.{role}_typed", code=first.code))
    for line in [*lines, say("run.stops")]:
        write(words.text(line))


async def run_bot(settings: Settings, write: Callable[[str], None]) -> None:
    """Start every channel that is configured, and serve until a signal comes."""
    database = await open_database(settings.database_url, create=True)
    web = WebChannel()
    program: Program | None = None
    try:
        database.lock_worker()
        await asyncio.to_thread(narrow, places_of_people(database.address))
        program = build_program(settings, database, [web, *build_channels(settings, database)])
        runner = Runner(program, web)

        def refuse_virtual(uow: UnitOfWork) -> None:
            if uow.installation.virtual_time() is not None:
                raise StorageError(
                    "this database belongs to scripts and has a virtual time: use another one"
                )

        await database.run(refuse_virtual)
        if database.has_one_worker:
            await program.take_over()
        listener = open_listener(settings) if settings.web == "on" else None
        # What was refused until here is told in one line, and nothing beside it.
        log.info(
            "starting",
            version=told_version(),
            database=database.address.shown,
            channels=[*(["web"] if settings.has_page else []), *configured(settings)],
        )
        runner.obey_signals()
        await asyncio.gather(*(channel.start() for channel in program.channels.values()))

        def look(uow: UnitOfWork) -> dict[str, FirstCode]:
            forget_usernames(uow, settings)
            return first_codes(uow, settings)

        _greet(settings, await database.run(look), write)
        async with beside(make_ready(program)):
            await runner.run(listener)
    finally:
        if program is not None:
            await asyncio.gather(*(channel.stop() for channel in program.channels.values()))
        await database.close()
