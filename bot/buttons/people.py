"""What is kept about people: shown, corrected, copied, forgotten; consents and wishes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from bot.buttons.wire import Button, ClubId, MembershipId, OneOf, PersonId, RequestId
from bot.domain.membership import PURPOSES, TOLD_TO_CLUB


@dataclass(frozen=True)
class OpenConsents(Button, verb="consents"):
    """Whom an organiser has to ask, and for what."""

    club: ClubId
    page: int = 0


@dataclass(frozen=True)
class NoteAnswer(Button, verb="note"):
    """Write down what a person said when he was asked."""

    membership: MembershipId
    purpose: Annotated[str, OneOf(tuple(each for each in PURPOSES if each != "roster"))]


@dataclass(frozen=True)
class Requests(Button, verb="requests"):
    """Wishes about data that wait for an organiser."""

    club: ClubId


@dataclass(frozen=True)
class DecideRequest(Button, verb="request"):
    """What a person wanted when he was asked."""

    request: RequestId
    answer: Literal["yes", "no"]


@dataclass(frozen=True)
class MyData(Button, verb="mydata"):
    """Whom this account speaks for."""


@dataclass(frozen=True)
class TakeMeOut(Button, verb="takemeout"):
    """Ask a club to take out what others typed in of somebody who is no member."""


@dataclass(frozen=True)
class ShowPerson(Button, verb="person"):
    """What is kept about a person."""

    person: PersonId


@dataclass(frozen=True)
class Copy(Button, verb="copy"):
    """A copy of what is kept about a person."""

    person: PersonId


@dataclass(frozen=True)
class Correct(Button, verb="correct"):
    """Change one thing that is kept."""

    person: PersonId


@dataclass(frozen=True)
class Delete(Button, verb="delete"):
    """Forget a person."""

    person: PersonId


@dataclass(frozen=True)
class TakeBack(Button, verb="takeback"):
    """Undo a deletion within its day."""

    request: RequestId


@dataclass(frozen=True)
class EraseForGood(Button, verb="forgood"):
    """Let a deletion not wait for its day."""

    request: RequestId


@dataclass(frozen=True)
class Withdraw(Button, verb="withdraw"):
    """Take a consent back, in a club or in all; asked once."""

    person: PersonId
    purpose: Annotated[str, OneOf(PURPOSES)] = "reminders"
    sure: bool = False
    club: ClubId | None = None


@dataclass(frozen=True)
class Clear(Button, verb="clear"):
    """Take one thing out that a club was told of somebody; asked once."""

    person: PersonId
    what: Annotated[str, OneOf(TOLD_TO_CLUB)]


@dataclass(frozen=True)
class TellMe(Button, verb="tellme"):
    """Whether this phone is told what concerns somebody whom it speaks for."""

    person: PersonId
    told: bool = False


@dataclass(frozen=True)
class MoreRights(Button, verb="rights"):
    """What else can be wanted of one's data."""

    person: PersonId


@dataclass(frozen=True)
class Restrict(Button, verb="restrict"):
    """Use somebody's data for nothing, and keep them; asked once."""

    person: PersonId
    sure: bool = False


@dataclass(frozen=True)
class LiftRestriction(Button, verb="lift"):
    """Use them again."""

    person: PersonId


@dataclass(frozen=True)
class ObjectToUse(Button, verb="object"):
    """Say to what use one objects."""

    person: PersonId


@dataclass(frozen=True)
class ComplainOfData(Button, verb="complainofdata"):
    """Complain to those above of what was done with one's data."""

    person: PersonId


@dataclass(frozen=True)
class WhoSaw(Button, verb="whosaw"):
    """Who was shown somebody's data."""

    person: PersonId


@dataclass(frozen=True)
class MyRequests(Button, verb="myrequests"):
    """What was wanted of somebody's data, and what became of it."""

    person: PersonId


@dataclass(frozen=True)
class Leave(Button, verb="leave"):
    """Leave a club; asked once."""

    person: PersonId
    sure: bool = False
    club: ClubId | None = None


@dataclass(frozen=True)
class PassedAway(Button, verb="passed"):
    """It is so: the person died."""

    person: PersonId


@dataclass(frozen=True)
class ReportDeath(Button, verb="reportdeath"):
    """Tell the organisers that somebody died whom the writer doesn't speak for."""


@dataclass(frozen=True)
class DeathOf(Button, verb="deathof"):
    """An organiser says which member died; asked once."""

    membership: MembershipId


@dataclass(frozen=True)
class Rested(Button, verb="rested"):
    """Whether somebody who was ill is back, or is reminded anyhow."""

    person: PersonId
    answer: Literal["well", "not_yet", "remind"]


@dataclass(frozen=True)
class Remind(Button, verb="remind"):
    """Ask the consent for reminders anew."""

    person: PersonId
    club: ClubId


@dataclass(frozen=True)
class Address(Button, verb="address"):
    """How the person likes to be addressed."""


@dataclass(frozen=True)
class Mute(Button, verb="mute/on"):
    """No reminders to this phone."""
