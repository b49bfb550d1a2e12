"""Events, who comes to them, and the call list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from bot.buttons.wire import (
    Button,
    ClubId,
    EventId,
    NoticeId,
    OccurrenceId,
    OneOf,
    PersonId,
    PersonIds,
)
from bot.domain.events import KINDS

Attendance = Literal["yes", "no", "unsure"]
ANSWERS: tuple[Attendance, ...] = ("yes", "no", "unsure")
"""What may be said to whether somebody comes."""
Said = Literal["yes", "no", "unsure", "none"]
SAID: tuple[Said, ...] = (*ANSWERS, "none")
"""The same, and of who said nothing."""


@dataclass(frozen=True)
class Events(Button, verb="events"):
    """What is coming, and setting something new."""

    club: ClubId


@dataclass(frozen=True)
class NewEvent(Button, verb="event"):
    """Set an event in one's own words."""

    club: ClubId
    kind: Annotated[str, OneOf(tuple(KINDS))]


@dataclass(frozen=True)
class Occasion(Button, verb="occasion"):
    """How many come, and what can be done."""

    occurrence: OccurrenceId


@dataclass(frozen=True)
class Move(Button, verb="move"):
    """Another day or hour; `said` is the mark of what was said of it."""

    occurrence: OccurrenceId
    said: str | None = None


@dataclass(frozen=True)
class Cancel(Button, verb="cancel"):
    """An event is called off; asked once."""

    occurrence: OccurrenceId
    sure: bool = False


@dataclass(frozen=True)
class ChangeSeries(Button, verb="series"):
    """A regular event is held another way from now on; `said` is the mark of what was said of it."""

    event: EventId
    said: str | None = None


@dataclass(frozen=True)
class EndSeries(Button, verb="endseries"):
    """A regular event takes place no more, from a day on; asked once."""

    event: EventId
    since: str | None = None
    sure: bool = False


@dataclass(frozen=True)
class Announce(Button, verb="announce"):
    """Tell all members something; `said` is the mark of what was said of it.

    `only`: it was asked whether an event is to be called off with it.
    """

    club: ClubId
    said: str | None = None
    only: bool = False


@dataclass(frozen=True)
class Count(Button, verb="count"):
    """How many came."""

    occurrence: OccurrenceId


@dataclass(frozen=True)
class Who(Button, verb="who"):
    """By name who comes, who doesn't, who is silent."""

    occurrence: OccurrenceId
    answer: Said
    page: int = 0


@dataclass(frozen=True)
class Keep(Button, verb="keep"):
    """A meeting on a holiday is held all the same."""

    occurrence: OccurrenceId


@dataclass(frozen=True)
class Calls(Button, verb="calls"):
    """The call list, a page at a time."""

    club: ClubId
    page: int = 0


@dataclass(frozen=True)
class Called(Button, verb="called"):
    """One person was told of one event."""

    notice: NoticeId


@dataclass(frozen=True)
class CallLater(Button, verb="calllater"):
    """Nobody picked up."""

    notice: NoticeId
    page: int = 0


@dataclass(frozen=True)
class AnswerFor(Button, verb="answerfor"):
    """What somebody said on the phone."""

    occurrence: OccurrenceId
    answer: Attendance
    person: PersonId


@dataclass(frozen=True)
class Attend(Button, verb="attend"):
    """Who comes, and who is asked after that. "each": one after the other."""

    occurrence: OccurrenceId
    answer: Literal["yes", "no", "unsure", "each"]
    people: PersonIds
    rest: PersonIds = ()
