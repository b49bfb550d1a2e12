"""One transaction's view of the storage: a repository a concern, one moment for all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cached_property

from sqlalchemy.engine import Connection

from bot.storage.accesses import Accesses
from bot.storage.accounts import Accounts
from bot.storage.announcements import Announcements
from bot.storage.applications import Applications
from bot.storage.club_answers import ClubAnswers
from bot.storage.clubs import Clubs
from bot.storage.conversations import Conversations
from bot.storage.deletions import Deletions
from bot.storage.due import Dues
from bot.storage.events import Events
from bot.storage.faults import is_passing
from bot.storage.founding import Founding
from bot.storage.identities import Identities
from bot.storage.inbox import Inbox
from bot.storage.incidents import Incidents
from bot.storage.installation import Installation
from bot.storage.measures import Measures
from bot.storage.memory import forget_all
from bot.storage.notices import Notices
from bot.storage.outbox import Outbox
from bot.storage.paces import Paces
from bot.storage.people import People
from bot.storage.reports import Reports
from bot.storage.requests import Requests
from bot.storage.retention import Retention
from bot.storage.standings import Standings
from bot.storage.tallies import Tallies


class UnitOfWork:
    """The repositories of one transaction. `now` is the moment at which all of it happens."""

    def __init__(self, connection: Connection, now: datetime, seed: str | None = None) -> None:
        self.connection = connection
        self.now = now
        self._seed = seed

    def at(self, moment: datetime) -> UnitOfWork:
        """The same transaction at another moment: what was done then is done again."""
        return UnitOfWork(self.connection, moment, self._seed)

    def apart(self, work: Callable[[], object]) -> Exception | None:
        """Do a part whose fault undoes that part alone; the fault, None when it went well.

        What says something of the database and not of the work is raised.
        """
        try:
            with self.connection.begin_nested():
                work()
        except Exception as error:
            forget_all(self.connection)
            if is_passing(error):
                raise
            return error
        return None

    @cached_property
    def accounts(self) -> Accounts:
        return Accounts(self.connection, self.now)

    @cached_property
    def people(self) -> People:
        return People(self.connection, self.now)

    @cached_property
    def identities(self) -> Identities:
        return Identities(self.connection, self.now, self.people)

    @cached_property
    def clubs(self) -> Clubs:
        return Clubs(self.connection, self.now)

    @cached_property
    def applications(self) -> Applications:
        return Applications(self.connection, self.now)

    @cached_property
    def founding(self) -> Founding:
        return Founding(self.connection, self.now)

    @cached_property
    def events(self) -> Events:
        return Events(self.connection, self.now)

    @cached_property
    def due(self) -> Dues:
        return Dues(self.connection, self.now)

    @cached_property
    def announcements(self) -> Announcements:
        return Announcements(self.connection, self.now)

    @cached_property
    def standings(self) -> Standings:
        return Standings(self.connection, self.now)

    @cached_property
    def notices(self) -> Notices:
        return Notices(self.connection, self.now)

    @cached_property
    def inbox(self) -> Inbox:
        return Inbox(self.connection, self.now)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self.connection, self.now)

    @cached_property
    def paces(self) -> Paces:
        return Paces(self.connection, self.now)

    @cached_property
    def conversations(self) -> Conversations:
        return Conversations(self.connection, self.now)

    @cached_property
    def accesses(self) -> Accesses:
        return Accesses(self.connection, self.now)

    @cached_property
    def incidents(self) -> Incidents:
        return Incidents(self.connection, self.now)

    @cached_property
    def requests(self) -> Requests:
        return Requests(self.connection, self.now)

    @cached_property
    def deletions(self) -> Deletions:
        return Deletions(self.connection, self.now, self.retention)

    @cached_property
    def club_answers(self) -> ClubAnswers:
        return ClubAnswers(self.connection, self.now)

    @cached_property
    def tallies(self) -> Tallies:
        return Tallies(self.connection, self.now)

    @cached_property
    def measures(self) -> Measures:
        return Measures(self.connection, self.now)

    def reports(self, units: Iterable[str] | None = None, areas: Iterable[str] = ()) -> Reports:
        """Counts over the clubs of some communes, which hold these areas, or over all."""
        return Reports(self.connection, self.now, units, areas)

    @cached_property
    def retention(self) -> Retention:
        return Retention(self.connection, self.installation)

    @cached_property
    def installation(self) -> Installation:
        return Installation(self.connection, self.now, self._seed)
