"""One turn: what one account did, and what is said to it in return."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.buttons import Pressable, wire
from bot.conversations.engine.surroundings import Nobody, Surroundings
from bot.conversations.sessions import AccountSessions
from bot.domain.plan import Plan
from bot.messages import CHANNELS, Capabilities, Choice, Inbound, Kind
from bot.speech.translation import Speaker
from bot.storage.records import Account
from bot.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Said:
    """A message for the account itself."""

    kind: Kind
    text: str
    rows: tuple[tuple[Choice, ...], ...] = ()
    files: tuple[tuple[str, str], ...] = ()


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
    value: str = ""
    said: list[Said] = field(default_factory=list)
    effects: list[object] = field(default_factory=list)
    surroundings: Surroundings = field(default_factory=Nobody)
    """What is done beside the open conversation; the router puts it around the turn."""
    offered: bool = False
    """An answer ended in a choice of its own: the open question waits until that is closed."""

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
        return CHANNELS[self.account.capabilities]

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
        self.said.append(Said(kind, self.text(thing), kept, tuple(files)))

    def offer(
        self, thing: object, *rows: Sequence[tuple[object, Pressable]], kind: Kind = Kind.REPLY
    ) -> None:
        """Say something with choices outside a flow: (label, button) pairs a row."""
        self.say(
            thing,
            [[Choice(self.text(label), wire(button)) for label, button in row] for row in rows],
            kind=kind,
        )

    def do(self, effect: object) -> None:
        """Ask the handlers to carry something out in the same transaction."""
        self.effects.append(effect)
