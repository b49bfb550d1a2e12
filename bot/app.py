"""The composition root: everything is built from the settings here; `runner` starts and stops it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.channels.base import Channel, ChannelError, Surroundings, WebhookPlace
from bot.channels.registry import CHANNELS
from bot.clock import MovableClock
from bot.conversations.asked_for import CONVERSATIONS
from bot.conversations.engine import Engine, check_flows
from bot.delivery.dispatcher import Dispatcher
from bot.documents.materials import check_materials
from bot.documents.papers import check_papers
from bot.domain.founding import check_fields
from bot.domain.rights import AccountRole
from bot.files import narrow
from bot.guidance.retriever import answer_question
from bot.handlers.due import next_due
from bot.handlers.fetching import Fetcher
from bot.handlers.invitations import INVITATION_DAYS
from bot.handlers.links import deep_links
from bot.handlers.pipeline import Pipeline
from bot.handlers.registry import FLOWS
from bot.handlers.services import Keeping, Services
from bot.handlers.ticks import TICKS, run_tick
from bot.handlers.words import command_menu
from bot.intents.words import check_free, check_words
from bot.plan.loader import load_plan
from bot.settings import Settings
from bot.speech.operators import staff_words
from bot.speech.translation import LANGUAGES, Speaker, catalogue
from bot.storage.database import Database
from bot.storage.faults import DRIVER_ERRORS, StorageError
from bot.storage.installation import INVITATION_LENGTH
from bot.storage.migrate import is_current, migrate, reason, require_current
from bot.storage.unit_of_work import UnitOfWork
from bot.web.webhooks import WEBHOOKS

MOST_STOPS = 100_000
"""Due times at which a moved clock stops before it is taken to run for ever."""


def check_tables() -> None:
    """Refuse to start on a broken table: flows, words, papers, and a message missing in a language."""
    check_words()
    for each in CONVERSATIONS:
        check_free(each.flow.key, each.forms)
    check_fields()
    check_papers()
    check_materials()
    for language in LANGUAGES:
        words = catalogue(language)
        check_flows(FLOWS, lambda key, words=words: words.gettext(key) != key)  # type: ignore[misc]


def keeping_of(settings: Settings) -> Keeping:
    """How long things are kept, as the settings say."""
    return Keeping(
        conversations=timedelta(days=settings.keep_conversations_days),
        after_leaving=timedelta(days=settings.keep_after_leaving_days),
        proof=timedelta(days=settings.keep_proof_days),
        backups=timedelta(days=settings.keep_backups) if settings.backups == "on" else None,
    )


def build_desk(settings: Settings, database: Database, files: Path | None = None) -> Services:
    """What handlers need; raises PlanError for a plan that can't be used.

    `files`: where files lie if not beside the database, as usual.
    """
    check_tables()
    return Services(
        engine=Engine(FLOWS),
        plan=load_plan(settings.plan),
        zone=settings.zone,
        default_language=settings.locale,
        contact=settings.contact,
        base_url=settings.base_url,
        has_page=settings.has_page,
        has_server=settings.web == "on",
        answer_question=answer_question,
        files=str(files or database.address.sent_files),
        keeping=keeping_of(settings),
    )


@dataclass
class Program:
    """The parts of a running bot."""

    settings: Settings
    database: Database
    channels: Mapping[str, Channel]
    pipeline: Pipeline
    fetcher: Fetcher
    dispatcher: Dispatcher
    cared_at: datetime | None = None
    """The moment at which `settle` forgot what was to be forgotten."""

    async def work_off(self) -> int:
        """Fetch every file that people sent, handle every update that waits; how many."""
        count = 0
        # Nothing that is handled brings a file to fetch.
        while await self.fetcher.tick():
            count += 1
        while await self.pipeline.handle_next():
            count += 1
        return count

    async def take_over(self) -> None:
        """Take up what a process left behind that died; only where there is none but this one."""
        await self.dispatcher.take_over()
        await self.fetcher.take_over()

    async def settle(self) -> None:
        """Handle, tick, send and fetch at the present moment until nothing is due."""
        while await self._turn() and await self.database.run(self._waits):
            pass

    async def _turn(self) -> int:
        """Handle, tick and send once, or else fetch and handle; how much there was to do.

        Nearly always one update came, without a file.
        """
        now = self.database.clock.now()
        count = await self.pipeline.handle_next()
        for name in TICKS:
            # What is to be forgotten depends on the time alone: once a moment is enough.
            if name == "care" and self.cared_at == now:
                continue
            done = await run_tick(self.database, self.pipeline.services, name)
            if name == "care" and not done:
                self.cared_at = now
            count += done
        count += await self.dispatcher.tick()
        return count or await self.work_off()

    def _waits(self, uow: UnitOfWork) -> bool:
        """Whether anything is to be done now; it may be in another's hands, or wait for a chat."""
        due = next_due(uow, self.pipeline.services.keeping)
        return (due is not None and due <= uow.now) or uow.inbox.waits()


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
        due = await program.database.run(
            lambda uow: next_due(uow, program.pipeline.services.keeping)
        )
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


def build_channels(settings: Settings, database: Database) -> list[Channel]:
    """The channels that the settings ask for, beside the page; raises ChannelError."""
    menus: dict[str | None, list[tuple[str, str]]] = {
        language: command_menu(staff_words(language)) for language in LANGUAGES
    }
    menus[None] = menus[settings.locale]
    found = []
    for name, declared in CHANNELS.items():
        if not declared.wanted(settings):
            continue
        assert declared.build is not None

        async def note_username(username: str, name: str = name) -> None:
            await database.run(lambda uow: uow.installation.note_username(name, username))

        place = None
        if settings.webhooks and settings.webhook_secret is not None:
            secret = settings.webhook_secret.get_secret_value()
            place = WebhookPlace(f"{settings.public_url}{WEBHOOKS}/{name}", secret)
            if settings.web == "off":
                raise ChannelError(
                    "BOT_WEB=off: with BOT_PUBLIC_URL and BOT_WEBHOOK_SECRET the web server is "
                    "needed"
                )
        found.append(declared.build(settings, Surroundings(note_username, menus, place)))
    return found


def forget_usernames(uow: UnitOfWork, settings: Settings) -> None:
    """Make no more links to channels that the settings no longer ask for."""
    for name, declared in CHANNELS.items():
        if not declared.wanted(settings):
            uow.installation.note_username(name, None)


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
    services = build_desk(settings, database, files)
    return Program(
        settings,
        database,
        by_name,
        Pipeline(database, services),
        Fetcher(database, by_name, Path(services.files)),
        Dispatcher(
            database,
            by_name,
            zone=settings.zone,
            paces={
                name: pace.at(settings.sends_per_second)
                for name in by_name
                if paced and name in CHANNELS and (pace := CHANNELS[name].pace) is not None
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
            if not await database.run(is_current):
                await migrate(database)
        else:
            await database.read(require_current)
    except DRIVER_ERRORS as error:
        await database.close()
        raise StorageError(reason(error, database.address)) from None
    except BaseException:
        await database.close()
        raise
    return database


def operator_words(settings: Settings, language: str | None = None) -> Speaker:
    """How the operator is spoken to; in a language other than his own where he asks for it."""
    return staff_words(language or settings.locale)


@dataclass(frozen=True)
class FirstCode:
    """A code that gives a first role, and the links that open the bot with it."""

    code: str
    links: list[str]


def first_codes(uow: UnitOfWork, settings: Settings) -> dict[str, FirstCode]:
    """While nobody is coordinator or organiser: a code a role, the same at each start."""
    if uow.accounts.has_staff():
        return {}
    codes: dict[str, FirstCode] = {}
    for role in (AccountRole.COORDINATOR, AccountRole.ORGANISER):
        held = uow.accounts.open_invitations(role)
        if held:
            code = held[0].code
        else:
            code = uow.installation.draw_code(INVITATION_LENGTH)
            uow.accounts.add_invitation(code, role, days=INVITATION_DAYS)
        links = deep_links(uow, code, base_url=settings.base_url, has_page=settings.has_page)
        codes[role] = FirstCode(code, links)
    return codes
