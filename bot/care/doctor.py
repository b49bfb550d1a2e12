"""The doctor: what is wrong with the installation, and what to do about it, in words.

Every check stands alone: it works beside a running worker, and says what it can when the database
is broken. It changes nothing, but for a file that it writes into the folder and removes.
"""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx

from bot.care.places import places_of_people
from bot.care.safety import OF_ITS_OWN, find_backups, find_key, find_ledger, find_second_place
from bot.care.starting import (
    find_catalogues,
    find_libraries,
    find_links,
    find_network,
    find_plan,
    find_port,
    find_ways_in,
    read_mounts,
)
from bot.channels.base import Declaration, Finding, Level
from bot.channels.registry import CHANNELS
from bot.clock import Clock
from bot.conversations.engine import ASIDE
from bot.domain.incidents import hours_left
from bot.facts import due_facts
from bot.files import readable_by_others
from bot.handlers.ticks import TICKS, standing_still
from bot.home import HOME
from bot.settings import Settings, names_in_file, unknown_names
from bot.speech.translation import Listing, Phrase, say
from bot.storage.address import DatabaseAddress
from bot.storage.data_records import Incident
from bot.storage.database import Database
from bot.storage.examination import Trouble, check_file, trouble_of, worker_runs
from bot.storage.measures import Hanging, Tick
from bot.storage.migrate import is_known, latest_version, version_of
from bot.storage.unit_of_work import UnitOfWork

MEGABYTE = 1 << 20
FULL = 10 * MEGABYTE
"""Bytes of free room below which a disk is full."""
LOW = 500 * MEGABYTE
"""Bytes of free room below which somebody should make some."""
CLOCK_TOLERANCE = timedelta(minutes=5)
HANGING = timedelta(minutes=10)
LOOKED_BACK = timedelta(days=7)
"""How long failed updates and dead messages are spoken of."""
FACTS_NAMED = 5
"""Figures that are named of those that are due."""
PATIENCE = 10.0
"""Seconds that the doctor waits for a server."""


_FOLLOWS_FROM_THE_FOLDER = frozenset(
    (Trouble.MISSING, Trouble.READ_ONLY, Trouble.FULL, Trouble.UNREACHABLE)
)
"""Troubles of a database of which nothing is said where its folder has been told of."""


def write_probe(folder: Path) -> None:
    """Write a small file and remove it; raises OSError."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".doctor-") as file:
        file.write(b"\0" * 65536)
        file.flush()
        os.fsync(file.fileno())


def free_room(folder: Path) -> int:
    """Bytes that are free where the folder lies; raises OSError."""
    return shutil.disk_usage(folder).free


@dataclass(frozen=True)
class Surroundings:
    """What the doctor looks at beside the settings and the database."""

    clock: Clock
    environment: Mapping[str, str] = field(default_factory=dict)
    env_file: Path | None = None
    transport: httpx.AsyncBaseTransport | None = None
    probe: Callable[[Path], None] = write_probe
    free: Callable[[Path], int] = free_room
    take_port: Callable[[str, int], None] | None = None
    """Takes a port for a moment, raises OSError; None: who holds it is not asked."""
    public_transport: httpx.AsyncBaseTransport | None = None
    """How the public address is reached if not as everybody reaches it."""
    mounts: Callable[[], str] = read_mounts
    """What is mounted, as /proc/mounts says it."""


@dataclass(frozen=True)
class _Facts:
    """What is read from the database, at one moment."""

    now: datetime
    virtual: bool
    last_written: datetime | None
    ticks: dict[str, Tick]
    failed: list[tuple[int, str]]
    hanging: list[Hanging]
    dead: dict[str, int]
    calls: tuple[int, int]
    put_aside: int
    incidents: list[Incident]


async def examine(settings: Settings, around: Surroundings) -> list[Finding]:
    """Every finding, in the order in which one would mend things."""
    doctor = _Doctor(settings, around)
    checks: list[tuple[str, Callable[[], Any]]] = [
        ("settings", doctor.settings),
        ("catalogues", doctor.catalogues),
        ("libraries", doctor.libraries),
        ("plan", doctor.plan),
        ("ways in", doctor.ways_in),
        ("port", doctor.port),
        ("links", doctor.links),
        ("folder", doctor.folder),
        ("network", doctor.network),
        ("rights", doctor.rights),
        ("database", doctor.database),
        *((name, partial(doctor.channel, each)) for name, each in CHANNELS.items()),
        ("clock", doctor.clock),
        ("ticks", doctor.ticks),
        ("updates", doctor.updates),
        ("messages", doctor.messages),
        ("calls", doctor.calls),
        ("conversations", doctor.conversations),
        ("incidents", doctor.incidents),
        ("facts", doctor.facts),
        ("backups", doctor.safety),
    ]
    for name, check in checks:
        try:
            found = check()
            if asyncio.iscoroutine(found):
                await found
        except Exception as error:
            # A doctor that falls silent at the first surprise helps nobody.
            doctor.add(Level.FAULT, say("doctor.surprise", check=name, error=type(error).__name__))
    return doctor.findings


class _Doctor:
    def __init__(self, settings: Settings, around: Surroundings) -> None:
        self.findings: list[Finding] = []
        self._settings = settings
        self._around = around
        self._address = DatabaseAddress.of(settings.database_url)
        self._folder = self._address.folder
        self._facts: _Facts | None = None
        self._server_time: datetime | None = None
        self._folder_told = False

    def add(self, level: Level, words: Phrase) -> None:
        self.findings.append(Finding(level, words))

    def _moment(self, moment: datetime) -> str:
        return moment.astimezone(self._settings.zone).isoformat(timespec="minutes")

    # Settings

    def settings(self) -> None:
        names = [name for name in self._around.environment if name != HOME]
        if self._around.env_file is not None:
            names += names_in_file(self._around.env_file)
        unknown = unknown_names(names)
        if unknown:
            self.add(Level.WARNING, say("doctor.settings_unknown", names=", ".join(unknown)))
        else:
            file = self._around.env_file
            read = say("doctor.settings_ok")
            if file is not None and file.is_file():
                read = say("doctor.settings_read", file=file.resolve())
            self.add(Level.OK, read)

    # Would it start?

    def catalogues(self) -> None:
        self.findings.append(find_catalogues())

    def libraries(self) -> None:
        self._take(find_libraries())

    def plan(self) -> None:
        self.findings.append(find_plan(self._settings))

    def ways_in(self) -> None:
        self.findings.append(find_ways_in(self._settings))

    async def port(self) -> None:
        take = self._around.take_port
        if take is not None:
            self._take(await find_port(self._settings, take, running=worker_runs(self._address)))

    async def links(self) -> None:
        running = worker_runs(self._address)
        self._take(await find_links(self._settings, running, self._around.public_transport))

    def _take(self, finding: Finding | None) -> None:
        if finding is not None:
            self.findings.append(finding)

    # Folder and disk

    def folder(self) -> None:
        self._look_at_folder()
        self._folder_told = self.findings[-1].level is Level.FAULT

    def _look_at_folder(self) -> None:
        folder = self._folder
        if str(folder).startswith("file:"):
            return
        if not folder.is_dir():
            self.add(Level.FAULT, say("doctor.folder_missing", folder=folder))
            return
        try:
            free = self._around.free(folder)
            self._around.probe(folder)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                self.add(Level.FAULT, say("doctor.disk_full", folder=folder))
            elif error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
                self.add(Level.FAULT, say("doctor.folder_read_only", folder=folder))
            else:
                self.add(
                    Level.FAULT, say("doctor.folder_fault", folder=folder, fault=error.strerror)
                )
            return
        self.add(Level.OK, say("doctor.folder_ok", folder=folder))
        file = self._address.file
        size = file.stat().st_size if file and file.is_file() else 0
        megabytes = free // MEGABYTE
        if free < FULL:
            self.add(Level.FAULT, say("doctor.disk_full", folder=folder))
        elif free < max(LOW, 3 * size):
            self.add(Level.WARNING, say("doctor.disk_low", megabytes=megabytes))
        else:
            self.add(Level.OK, say("doctor.disk_ok", megabytes=megabytes))

    def network(self) -> None:
        self._take(find_network(self._address, self._around.mounts))

    def rights(self) -> None:
        """Before the database is opened: who else on this machine may read people's data."""
        open_to_others = readable_by_others(places_of_people(self._address))
        if open_to_others:
            shown = ", ".join(str(each) for each in open_to_others[:3])
            self.add(
                Level.WARNING,
                say("doctor.rights_wide", count=len(open_to_others), paths=shown),
            )
        else:
            self.add(Level.OK, say("doctor.rights_ok"))

    # Database

    async def database(self) -> None:
        trouble = await asyncio.to_thread(check_file, self._address)
        if trouble is None:
            trouble = await self._read()
        if trouble is None or (self._folder_told and trouble in _FOLLOWS_FROM_THE_FOLDER):
            return
        if trouble is Trouble.UNREACHABLE and self._address.is_sqlite:
            # There is no server that somebody could look after.
            self.add(Level.FAULT, say("doctor.database_unopened", database=self._address.shown))
            return
        where = self._address.shown
        self.add(Level.FAULT, say(f"doctor.database_{trouble.value}", database=where))

    async def _read(self) -> Trouble | None:
        database = Database(self._settings.database_url, self._around.clock, patience=PATIENCE)
        try:
            version = await asyncio.wait_for(database.read(version_of), 2 * PATIENCE)
            self.add(Level.OK, say("doctor.database_ok"))
            if version == latest_version():
                self.add(Level.OK, say("doctor.version_ok", version=version))
                self._facts = await database.read(self._gather)
            elif version is None:
                self.add(Level.FAULT, say("doctor.version_empty"))
            elif is_known(version):
                self.add(
                    Level.FAULT,
                    say("doctor.version_older", version=version, latest=latest_version()),
                )
            else:
                self.add(
                    Level.FAULT,
                    say("doctor.version_newer", version=version, latest=latest_version()),
                )
        except Exception as error:
            return trouble_of(error)
        finally:
            await database.close()
        return None

    def _gather(self, uow: UnitOfWork) -> _Facts:
        now = uow.now
        virtual = uow.installation.virtual_time()
        measures = uow.at(virtual or now).measures
        since = (virtual or now) - LOOKED_BACK
        return _Facts(
            now=virtual or now,
            virtual=virtual is not None,
            last_written=measures.last_written(),
            ticks=measures.ticks(),
            failed=measures.failed_updates(since),
            hanging=measures.hanging(HANGING),
            dead=measures.dead(since),
            calls=measures.calls(),
            put_aside=uow.conversations.count(ASIDE),
            incidents=uow.incidents.unreported(),
        )

    # Channels

    async def channel(self, channel: Declaration[Any]) -> None:
        if channel.examine is not None:
            found = await channel.examine(self._settings, self._around.transport, PATIENCE)
            self.findings += found.findings
            self._server_time = self._server_time or found.server_time

    # Time

    def clock(self) -> None:
        facts, now = self._facts, self._around.clock.now()
        if self._server_time is not None and abs(now - self._server_time) > CLOCK_TOLERANCE:
            minutes = round(abs(now - self._server_time).total_seconds() / 60)
            key = "ahead" if now > self._server_time else "behind"
            self.add(Level.FAULT, say(f"doctor.clock_{key}", minutes=minutes))
            return
        if facts is not None and facts.virtual:
            self.add(Level.OK, say("doctor.clock_virtual", time=self._moment(facts.now)))
            return
        last = facts.last_written if facts is not None else None
        if last is not None and last - now > CLOCK_TOLERANCE:
            minutes = round((last - now).total_seconds() / 60)
            self.add(Level.FAULT, say("doctor.clock_before_written", minutes=minutes))
            return
        self.add(Level.OK, say("doctor.clock_ok", time=self._moment(now)))

    def ticks(self) -> None:
        facts = self._facts
        if facts is None or facts.virtual:
            return
        still = standing_still(facts.ticks, facts.now)
        running = worker_runs(self._address)
        if not facts.ticks and not running:
            self.add(Level.WARNING, say("doctor.ticks_never"))
            return
        what = say("doctor.start" if running is False else "doctor.start_again")
        for name, last in still.items():
            since = self._moment(last) if last else say("doctor.never")
            self.add(Level.FAULT, say("doctor.tick_still", name=name, since=since, what=what))
        failing = {
            name: tick.error
            for name, tick in facts.ticks.items()
            if tick.error and name not in OF_ITS_OWN
        }
        for name, error in failing.items():
            self.add(Level.FAULT, say("doctor.tick_failing", name=name, error=error))
        if not still and not failing:
            self.add(Level.OK, say("doctor.ticks_ok", names=", ".join(TICKS)))

    # What came in, what goes out

    def updates(self) -> None:
        if self._facts is None:
            return
        failed = self._facts.failed
        if failed:
            kinds = sorted({error for _, error in failed})
            numbers = ", ".join(str(number) for number, _ in failed[:5])
            self.add(
                Level.WARNING,
                say(
                    "doctor.updates_failed",
                    count=len(failed),
                    kinds=Listing(tuple(kinds)),
                    numbers=numbers,
                ),
            )
        else:
            self.add(Level.OK, say("doctor.updates_ok"))

    def messages(self) -> None:
        if self._facts is None:
            return
        for each in self._facts.hanging:
            since = self._moment(each.since)
            self.add(
                Level.FAULT,
                say(
                    "doctor.messages_hang",
                    count=each.count,
                    channel=each.channel,
                    since=since,
                ),
            )
        dead = self._facts.dead
        if dead:
            self.add(
                Level.WARNING,
                say(
                    "doctor.messages_dead",
                    failed=dead.get("failed", 0),
                    unknown=dead.get("unknown", 0),
                ),
            )
        if not self._facts.hanging and not dead:
            self.add(Level.OK, say("doctor.messages_ok"))

    def calls(self) -> None:
        if self._facts is None:
            return
        people, clubs = self._facts.calls
        if people:
            self.add(Level.WARNING, say("doctor.calls_open", people=people, clubs=clubs))
        else:
            self.add(Level.OK, say("doctor.calls_none"))

    def conversations(self) -> None:
        """What people were in the middle of when an update of the program couldn't go on with it."""
        if self._facts is not None and self._facts.put_aside:
            self.add(
                Level.WARNING,
                say("doctor.conversations_aside", count=self._facts.put_aside, name=ASIDE),
            )

    def incidents(self) -> None:
        """What happened to people's data, of which the authority has not heard."""
        if self._facts is None:
            return
        for each in self._facts.incidents:
            hours = hours_left(each.detected_at, self._facts.now)
            self.add(
                Level.FAULT,
                say("doctor.incident_open", number=each.id, hours=hours)
                if hours >= 0
                else say("doctor.incident_late", number=each.id, hours=-hours),
            )

    def facts(self) -> None:
        """Figures of the articles that somebody should look at again."""
        due = due_facts(self._around.clock.now().astimezone(self._settings.zone).date())
        if due:
            names = ", ".join(each.name for each in due[:FACTS_NAMED])
            self.add(Level.WARNING, say("doctor.facts_due", count=len(due), names=names))

    # Backups

    def safety(self) -> None:
        facts, now = self._facts, self._around.clock.now()
        ticks = facts.ticks if facts is not None else {}
        self._take(find_key(self._settings))
        self._take(find_ledger(self._address))
        if facts is not None and not facts.virtual:
            self.findings += find_backups(self._settings, self._address, ticks, now)
            self._take(find_second_place(self._settings, self._address, ticks))
