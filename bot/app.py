"""The composition root: everything is built from the settings here, started and stopped."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import structlog
import uvicorn
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.care.daily import Job, daily_jobs
from bot.care.places import places_of_people
from bot.channels.base import Channel, ChannelError
from bot.channels.web import WebChannel
from bot.clock import MovableClock
from bot.conversations.engine import Engine, check_flows
from bot.conversations.flows import FLOWS
from bot.delivery.dispatcher import Dispatcher
from bot.documents.papers import check_papers
from bot.domain.founding import check_fields
from bot.files import narrow
from bot.guidance.retriever import answer_question, built_in
from bot.handlers.desk import Desk, Keeping
from bot.handlers.links import deep_links
from bot.handlers.members import INVITATION_DAYS
from bot.handlers.pipeline import Pipeline
from bot.handlers.router import command_menu
from bot.handlers.ticks import TICKS, next_due, run_tick
from bot.intents.words import check_words
from bot.logs import where
from bot.messages import CHANNELS, Inbound
from bot.plan.loader import load_plan
from bot.settings import Settings
from bot.speech.forms import form_for
from bot.speech.translation import LANGUAGES, Speaker, catalogue, say
from bot.storage.database import Database
from bot.storage.faults import DRIVER_ERRORS, StorageError
from bot.storage.installation import INVITATION_LENGTH
from bot.storage.migrate import migrate, reason, require_current, version_of
from bot.storage.unit_of_work import UnitOfWork
from bot.web.application import build_web
from bot.web.demo import Demonstration
from bot.web.webhooks import TELEGRAM_PATH

if TYPE_CHECKING:
    from bot.channels.telegram import Feed

log = structlog.get_logger()

LONGEST_STOP = 8.0
"""Seconds that work in hand gets when the bot is told to stop (all of it within 10)."""

PATIENCE = 0.05
"""Seconds for which the sendings of a batch are waited for, to be written down together."""

MOST_STOPS = 100_000
"""Due times at which a moved clock stops before it is taken to run for ever."""

MOST_BATCHES = 500
"""Batches that a tick works off at once before it waits for its next turn."""


def check_tables() -> None:
    """Refuse to start on a broken table: flows, words, papers, and a message missing in a language."""
    check_words()
    check_fields()
    check_papers()
    for language in LANGUAGES:
        words = catalogue(language)
        check_flows(FLOWS, lambda key, words=words: words.gettext(key) != key)  # type: ignore[misc]


def build_desk(settings: Settings, database: Database, files: Path | None = None) -> Desk:
    """What handlers need; raises PlanError for a plan that can't be used.

    `files`: where files lie if not beside the database, as usual.
    """
    check_tables()
    return Desk(
        engine=Engine(FLOWS),
        plan=load_plan(settings.plan),
        zone=settings.zone,
        default_language=settings.locale,
        contact=settings.contact,
        base_url=settings.base_url,
        has_page=settings.has_page,
        answer_question=answer_question,
        files=str(files or database.address.sent_files),
        keeping=Keeping(
            conversations=timedelta(days=settings.keep_conversations_days),
            after_leaving=timedelta(days=settings.keep_after_leaving_days),
            proof=timedelta(days=settings.keep_proof_days),
        ),
    )


@dataclass
class Program:
    """The parts of a running bot."""

    settings: Settings
    database: Database
    pipeline: Pipeline
    dispatcher: Dispatcher
    _cared_at: datetime | None = None

    async def work_off(self) -> int:
        """Handle every update that waits; how many."""
        count = 0
        while await self.pipeline.handle_next():
            count += 1
        return count

    async def settle(self) -> None:
        """Handle, tick and send at the present moment until nothing is due."""
        while True:
            busy = await self.work_off()
            for name in TICKS:
                # What is to be forgotten depends on the time alone: once a moment is enough.
                if name == "care" and self._cared_at == self.database.clock.now():
                    continue
                done = await run_tick(self.database, self.pipeline.desk, name)
                if name == "care" and not done:
                    self._cared_at = self.database.clock.now()
                busy += done
            while sent := await self.dispatcher.tick():
                busy += sent
            if not busy:
                return


async def pass_time(
    program: Program,
    clock: MovableClock,
    moment: datetime,
    settle: Callable[[], Awaitable[None]] | None = None,
) -> None:
    """Move the program's clock to `moment`, stopping wherever something is due on the way.

    `settle` does what is due at a stop; without it the program does all of it.
    """
    settle = settle or program.settle
    for _ in range(MOST_STOPS):
        due = await program.database.run(lambda uow: next_due(uow, program.pipeline.desk.keeping))
        if due is None or due > moment:
            break
        if due <= clock.now():
            # Due already and not gone: nothing that waiting a little would not change.
            due = clock.now() + timedelta(minutes=1)
            if due > moment:
                break
        clock.move_to(due)
        await settle()
    clock.move_to(moment)


def build_program(
    settings: Settings,
    database: Database,
    channels: Iterable[Channel],
    *,
    paced: bool = True,
    files: Path | None = None,
) -> Program:
    """Put the parts together. `paced`: keep the limits of the platforms (a script has none).

    `files`: where files lie if not beside the database.
    """
    by_name = {channel.name: channel for channel in channels}
    paces = {name: CHANNELS[name].pace for name in by_name if paced and name in CHANNELS}
    return Program(
        settings,
        database,
        Pipeline(database, build_desk(settings, database, files)),
        Dispatcher(
            database,
            by_name,
            zone=settings.zone,
            paces={
                name: pace.at(settings.sends_per_second)
                for name, pace in paces.items()
                if pace is not None
            },
        ),
    )


async def open_database(url: str, *, create: bool = False) -> Database:
    """A database that is there and of the program's version; raises StorageError.

    `create` makes the tables of a database that is empty; an older one is never changed by the
    way, that is what `migrate` is for.
    """
    database = Database(url)
    narrow(database.address.files)
    try:
        if create:
            if await database.run(version_of) is None:
                await migrate(database)
            await database.run(require_current)
        else:
            await database.read(require_current)
    except DRIVER_ERRORS as error:
        await database.close()
        raise StorageError(reason(error, database.address)) from None
    except BaseException:
        await database.close()
        raise
    return database


def staff_words(language: str) -> Speaker:
    """How somebody is spoken to of whom nothing is known but that he works for the clubs."""
    form = form_for(birth_year=None, sex=None, year=0, staff=True)
    return Speaker(language, form.address, form.speaker)


def operator_words(settings: Settings, language: str | None = None) -> Speaker:
    """How the operator is spoken to; in a language other than his own where he asks for it."""
    return staff_words(language or settings.locale)


def first_links(uow: UnitOfWork, settings: Settings) -> dict[str, list[str]]:
    """While nobody is coordinator or organiser: links for each role, the same at each start."""
    if uow.accounts.has_staff():
        return {}
    links = {}
    for role in ("coordinator", "organiser"):
        held = uow.accounts.open_invitations(role)
        if held:
            code = held[0].code
        else:
            code = uow.installation.draw_code(INVITATION_LENGTH)
            uow.accounts.add_invitation(code, role, days=INVITATION_DAYS)
        links[role] = deep_links(uow, code, base_url=settings.base_url, has_page=settings.has_page)
    return links


def open_listener(settings: Settings) -> socket.socket:
    """Listen where the page is to be reached; raises StorageError when that can't be."""
    family = socket.AF_INET6 if ":" in settings.web_host else socket.AF_INET
    # Named as TCP, or else asyncio doesn't switch Nagle's waiting off: 40 ms for each answer.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.web_host, settings.web_port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise StorageError(
            f"BOT_WEB_PORT {settings.web_port} on {settings.web_host} can't be used "
            f"({error.strerror}): is the bot running already? Another one: BOT_WEB_PORT=8081"
        ) from None
    return listener


class Runner:
    """Runs a program until it is told to stop.

    `jobs` is what it does for the installation, the usual if not given; `demonstration` is what the
    demonstration lets the page do.
    """

    def __init__(
        self,
        program: Program,
        web: WebChannel | None,
        telegram: Feed | None = None,
        *,
        jobs: Mapping[str, tuple[Job, int]] | None = None,
        demonstration: Demonstration | None = None,
    ) -> None:
        self.program = program
        self._web = web
        self._telegram = telegram
        self._jobs = daily_jobs(program.database, program.settings) if jobs is None else jobs
        self._demonstration = demonstration
        self._stop = asyncio.Event()
        self._wake = asyncio.Event()

    def stop(self) -> None:
        """Take no more updates and come to an end."""
        self._stop.set()
        self._wake.set()
        self.program.dispatcher.wake()

    async def receive(self, updates: Iterable[Inbound]) -> None:
        """Updates from a channel: written down, then worked off soon."""
        await self.program.pipeline.receive(updates)
        self._wake.set()

    async def _work(self) -> None:
        """Handle what comes and send what is due, side by side."""
        await asyncio.gather(self._handle(), self._send())

    async def _handle(self) -> None:
        """Handle updates as they come."""
        while not self._stop.is_set():
            self._wake.clear()
            busy = False
            try:
                busy = await self.program.pipeline.handle_next()
            except Exception as error:
                log.error("work failed", **where(error))
                await asyncio.sleep(1)
            if busy:
                self.program.dispatcher.wake()
            else:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), 1.0)

    async def _send(self) -> None:
        """Send what is due; what hangs holds up neither the rest nor the handling."""
        dispatcher = self.program.dispatcher
        while not self._stop.is_set():
            busy = 0
            try:
                busy = await dispatcher.tick(patience=PATIENCE)
            except Exception as error:
                log.error("sending failed", **where(error))
                await asyncio.sleep(1)
            if not busy:
                await dispatcher.rest(1.0)
        await dispatcher.stop(LONGEST_STOP / 4)

    async def _tick(self, name: str) -> None:
        program = self.program
        try:
            for _ in range(MOST_BATCHES):
                if self._stop.is_set() or not await run_tick(
                    program.database, program.pipeline.desk, name
                ):
                    break
                program.dispatcher.wake()
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
        except Exception as error:
            log.error("care failed", job=name, **where(error))

    def obey_signals(self) -> None:
        """Stop at SIGTERM and SIGINT, from now on: also while channels are still being started."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)

    async def run(self, listener: socket.socket | None) -> None:
        """Serve until stopped."""
        scheduler = AsyncIOScheduler(timezone="UTC")
        for name, (_, seconds) in TICKS.items():
            scheduler.add_job(
                partial(self._tick, name),
                "interval",
                seconds=seconds,
                next_run_time=datetime.now(tz=self.program.settings.zone),
                max_instances=1,
                coalesce=True,
                misfire_grace_time=seconds,
            )
        for place, (name, (job, seconds)) in enumerate(self._jobs.items(), 1):
            scheduler.add_job(
                partial(self._job, name, job),
                "interval",
                seconds=seconds,
                # People come first when the bot starts.
                next_run_time=datetime.now(tz=UTC) + timedelta(seconds=20 * place),
                max_instances=1,
                coalesce=True,
                misfire_grace_time=seconds,
            )
        scheduler.start()
        server: uvicorn.Server | None = None
        serving: asyncio.Task[Any] | None = None
        if listener is not None and self._web is not None:
            application = build_web(
                self.program.settings,
                self.program.database,
                self.program.pipeline,
                self._web,
                self.receive,
                self._telegram.channel if self._telegram else None,
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
        taking = asyncio.create_task(self._telegram.run(self.receive)) if self._telegram else None
        working = asyncio.create_task(self._work())
        await self._stop.wait()
        scheduler.shutdown(wait=False)
        if taking is not None:
            # What a poll in flight brings was not acknowledged: it comes again at the next start.
            taking.cancel()
            await asyncio.gather(taking, return_exceptions=True)
        if server is not None and serving is not None and self._web is not None:
            server.should_exit = True
            self._web.stop()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(serving, LONGEST_STOP / 2)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(working, LONGEST_STOP / 2)


def build_telegram(settings: Settings, database: Database) -> Feed:
    """Telegram with what it is told at the start: its menus, and how updates come."""
    from bot.channels.telegram import Feed, Introduction, TelegramChannel, Webhook

    token, secret = settings.telegram_token, settings.webhook_secret
    assert token is not None
    if settings.webhooks and settings.web == "off":
        raise ChannelError(
            "BOT_WEB=off: with BOT_PUBLIC_URL and BOT_WEBHOOK_SECRET the web server is needed"
        )
    menus: dict[str | None, list[tuple[str, str]]] = {
        language: command_menu(staff_words(language)) for language in LANGUAGES
    }
    menus[None] = menus[settings.locale]

    async def note_username(username: str) -> None:
        await database.run(lambda uow: uow.installation.note_telegram_username(username))

    webhook = None
    if settings.webhooks and secret is not None:
        webhook = Webhook(f"{settings.public_url}{TELEGRAM_PATH}", secret.get_secret_value())
    channel = TelegramChannel(
        token.get_secret_value(), database.address.sent_files, api_url=settings.telegram_api_url
    )
    return Feed(channel, Introduction(menus, note_username, webhook))


async def run_bot(settings: Settings, write: Any) -> None:
    """Start every channel that is configured, and serve until a signal comes."""
    database = await open_database(settings.database_url, create=True)
    telegram: Feed | None = None
    try:
        database.lock_worker()
        await asyncio.to_thread(narrow, places_of_people(database.address))
        web = WebChannel()
        channels: list[Channel] = [web]
        if settings.telegram_token is not None:
            telegram = build_telegram(settings, database)
            channels.append(telegram.channel)
        program = build_program(settings, database, channels)
        runner = Runner(program, web, telegram)

        def refuse_virtual(uow: UnitOfWork) -> None:
            if uow.installation.virtual_time() is not None:
                raise StorageError(
                    "this database belongs to scripts and has a virtual time: use another one"
                )

        await database.run(refuse_virtual)
        if database.has_one_worker:
            await program.dispatcher.take_over()
        listener = open_listener(settings) if settings.web == "on" else None
        runner.obey_signals()
        if telegram is not None:
            await telegram.start()

        def look(uow: UnitOfWork) -> dict[str, list[str]]:
            if telegram is None:
                uow.installation.note_telegram_username(None)
            return first_links(uow, settings)

        links = await database.run(look)
        words = operator_words(settings)
        if settings.has_page:
            write(words.text(say("run.page", link=f"{settings.base_url}/")))
        for role, addresses in links.items():
            for link in addresses:
                write(words.text(say(f"run.{role}", link=link)))
        await asyncio.to_thread(built_in)
        await runner.run(listener)
    finally:
        if telegram is not None:
            await telegram.channel.close()
        await database.close()
