"""Who acts, and on what: all that a command needs besides its own arguments."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from zoneinfo import ZoneInfo

from bot.conversations.permissions import is_coordinator_of, is_organiser
from bot.conversations.turn import Turn
from bot.domain.plan import Plan
from bot.storage.records import Account, Club
from bot.storage.unit_of_work import UnitOfWork


class Refused(Enum):
    """Why a command did nothing."""

    NOT_YOURS = "not_yours"
    """Who acts may not do it."""
    GONE = "gone"
    """What it is about is there no more."""
    OVER = "over"
    """It was done already, or its time is over."""


@dataclass(frozen=True)
class Acting:
    """Who acts, in which transaction; `account` None is the operator.

    What follows from what a command did is noted in `effects`: whoever called it has them carried
    out in the same transaction.
    """

    uow: UnitOfWork
    account: Account | None
    plan: Plan
    zone: ZoneInfo
    effects: list[object] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        """The moment of the transaction, in UTC."""
        return self.uow.now

    @property
    def today(self) -> date:
        """Today in the clubs' zone."""
        return self.uow.now.astimezone(self.zone).date()

    @property
    def by(self) -> int | None:
        """The number of who acts; None for the operator."""
        return None if self.account is None else self.account.id

    def do(self, effect: object) -> None:
        """Note what follows."""
        self.effects.append(effect)

    # Who may

    def organises(self, club_id: int) -> bool:
        """Whether who acts may do in a club what its organisers may; the operator may."""
        return self.account is None or is_organiser(self.uow, self.account, club_id)

    def oversees(self, club: Club) -> bool:
        """Whether who acts coordinates an area that holds a club; the operator may."""
        return self.account is None or is_coordinator_of(self.plan, self.uow, self.account, club)

    def speaks_for(self, person_id: int) -> bool:
        """Whether who acts speaks for a person."""
        return (
            self.account is not None and self.uow.people.tie(self.account.id, person_id) is not None
        )

    def is_self(self, person_id: int) -> bool:
        """Whether who acts is the person, through an own account."""
        return self.account is not None and self.uow.people.is_self(self.account.id, person_id)


def acting(turn: Turn) -> Acting:
    """Who acts in a turn; what follows is carried out at its end."""
    return Acting(turn.uow, turn.account, turn.plan, turn.zone, turn.effects)
