"""What happens to a person's own data and consents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.conversations.engine import Proof
from bot.domain.membership import Guardian


@dataclass(frozen=True)
class CorrectPerson:
    """Something that is kept about a person is to be changed.

    What a club was told is changed in these memberships; `called` is what this account calls him.
    """

    person_id: int
    values: dict[str, object]
    memberships: tuple[int, ...] = ()
    called: str | None = None


@dataclass(frozen=True)
class NoteConsent:
    """An organiser says what was answered to a question of consent, and when."""

    person_id: int
    club_id: int
    purpose: str
    proof: Proof
    answered_on: date
    guardian: Guardian | None = None


@dataclass(frozen=True)
class ConsentWithdrawn:
    """A consent doesn't stand any more in a club: its organisers are told."""

    request_id: int
    membership_id: int
    purpose: str


@dataclass(frozen=True)
class MemberLeft:
    """Somebody left a club: its organisers are told."""

    membership_id: int


@dataclass(frozen=True)
class RequestMade:
    """A helper wants something of somebody else's data: she and the organisers are asked."""

    request_id: int


@dataclass(frozen=True)
class RequestDecided:
    """A request was answered: who made it is told. `clubs`: for these alone, others are asked."""

    request_id: int
    agreed: bool
    clubs: tuple[int, ...] = ()


@dataclass(frozen=True)
class DataRestricted:
    """A club uses somebody's data for nothing from now on, or again: its organisers are told."""

    request_id: int
    membership_id: int
    restricted: bool


@dataclass(frozen=True)
class ObjectToUse:
    """Somebody objects to a use of his data, in these words.

    `purpose` is the use that is to stop meanwhile; None where it is one that only people can stop.
    """

    person_id: int
    words: str
    purpose: str | None


@dataclass(frozen=True)
class ComplainOfData:
    """Somebody complains of what was done with his data, in these words."""

    person_id: int
    words: str


@dataclass(frozen=True)
class TakeOut:
    """Somebody who is no member wants out of what a club noted of him, in these words."""

    club: str
    """Where it is, or what it is called."""
    words: str


@dataclass(frozen=True)
class PersonForgotten:
    """Somebody was forgotten: what was made of him is taken away, organisers are told.

    `quietly`: they are not, since one of them did it.
    """

    person_id: int
    quietly: bool = False


@dataclass(frozen=True)
class PersonBack:
    """A deletion was taken back: the club's organisers are told."""

    person_id: int
    club_id: int


@dataclass(frozen=True)
class ErasePerson:
    """Everything that tells who a person was is to be forgotten, by one club or by all.

    For a day it can be taken back, unless it is `for_good`.
    """

    person_id: int
    club_id: int | None = None
    for_good: bool = False
