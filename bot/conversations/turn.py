"""One turn: what one account did, and what is said to it in return."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.buttons import Button, Pressable, wire
from bot.channels.registry import capabilities_of
from bot.conversations.engine.surroundings import Nobody, Surroundings
from bot.conversations.permissions import answers_enquiry, is_coordinator_of, is_organiser
from bot.conversations.sessions import AccountSessions
from bot.delivery.telling import rights_to_read
from bot.domain.plan import Plan
from bot.domain.rights import AccountRole, Right
from bot.messages import Capabilities, Choice, Inbound, Kind
from bot.speech.translation import Speaker
from bot.storage.inbox import Changed
from bot.storage.records import Account, Club
from bot.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Said:
    """A message for the account itself."""

    kind: Kind
    text: str
    rows: tuple[tuple[Choice, ...], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    rights: frozenset[Right] = frozenset()
    """What one must be to read it, besides what all of the turn is read under."""


@dataclass
class Turn:
    """What a flow may use: the unit of work, who acts, the time, and a voice.

    `value` is the pressed choice's value, "" for anything typed. Effects are carried out by the
    handlers in the same transaction.
    """

    uow: UnitOfWork
    account: Account
    inbound: Inbound
    speaker: Speaker
    plan: Plan
    zone: ZoneInfo
    changed: Changed | None = None
    """The message that the input changes, where it is known."""
    value: str = ""
    said: list[Said] = field(default_factory=list)
    effects: list[object] = field(default_factory=list)
    rights: set[Right] = field(default_factory=set)
    """What was asked of this account before it was shown anything: all that is said to it in this
    turn is read under these rights, whenever it is fetched."""
    surroundings: Surroundings = field(default_factory=Nobody)
    """What is done beside the open conversation; the router puts it around the turn."""
    offered: bool = False
    """An answer ended in a choice of its own: the open question waits until that is closed."""
    aside: bool = False
    """What was open was set aside in this turn: it isn't opened again by itself."""
    back: Button | None = None
    """Where words that offer nothing lead back to; to the first screen where it isn't said."""
    forgotten: bool = False
    """What was typed is a secret: the words are not kept."""

    @cached_property
    def sessions(self) -> AccountSessions:
        """The account's conversations."""
        return AccountSessions(self.uow, self.account.id)

    @property
    def now(self) -> datetime:
        """The moment of this turn, in UTC."""
        return self.uow.now

    @property
    def local_now(self) -> datetime:
        """The moment of this turn in the club's zone."""
        return self.uow.now.astimezone(self.zone)

    @property
    def today(self) -> date:
        """Today in the club's zone."""
        return self.local_now.date()

    @property
    def capabilities(self) -> Capabilities:
        """What the account's channel can show."""
        return capabilities_of(self.account.capabilities)

    def text(self, thing: object) -> str:
        """Words as this account reads them."""
        return self.speaker.text(thing)

    def say(
        self,
        thing: object,
        rows: Sequence[Sequence[Choice]] = (),
        *,
        kind: Kind = Kind.REPLY,
        files: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Say something to the account, with its choices."""
        kept = tuple(tuple(row) for row in rows if row)
        rights = frozenset(rights_to_read(thing))
        self.said.append(Said(kind, self.text(thing), kept, tuple(files), rights))

    def offer(
        self, thing: object, *rows: Sequence[tuple[object, Pressable]], kind: Kind = Kind.REPLY
    ) -> None:
        """Say something with choices outside a flow: (label, button) pairs a row."""
        self.say(
            thing,
            [[Choice(self.text(label), wire(button)) for label, button in row] for row in rows],
            kind=kind,
        )
        self.said[-1] = replace(self.said[-1], rights=frozenset(rights_to_read(thing, rows)))

    # Who may: what holds is noted, so that what is said after it is read under it

    def organises(self, club_id: int) -> bool:
        """Whether this account organises the club."""
        return self._under(is_organiser(self.uow, self.account, club_id), Right.organises(club_id))

    def oversees(self, club: Club) -> bool:
        """Whether this account coordinates an area that holds the club."""
        may = is_coordinator_of(self.plan, self.uow, self.account, club)
        return self._under(may, Right.oversees(club.id))

    def coordinates(self) -> bool:
        """Whether this account coordinates anything; what it reads is of all its areas."""
        roles = [
            role
            for role in self.uow.accounts.roles(self.account.id)
            if role.role is AccountRole.COORDINATOR
        ]
        self.rights |= {Right.coordinates(role.area) for role in roles}
        return bool(roles)

    def speaks_for(self, person_id: int) -> bool:
        """Whether this account speaks for the person."""
        tie = self.uow.people.tie(self.account.id, person_id)
        return self._under(tie is not None, Right.speaks_for(person_id))

    def answers_enquiry(self, enquiry_id: int) -> bool:
        """Whether somebody's question was handed to this account among others."""
        may = answers_enquiry(self.plan, self.uow, self.account, enquiry_id)
        return self._under(may, Right.answers(enquiry_id))

    def _under(self, may: bool, right: Right) -> bool:
        if may:
            self.rights.add(right)
        return may

    def do(self, effect: object) -> None:
        """Ask the handlers to carry something out in the same transaction."""
        self.effects.append(effect)
