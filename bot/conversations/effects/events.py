"""What happens to events, to who comes, and to whom somebody told of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.conversations.engine import Proof


@dataclass(frozen=True)
class SetEvent:
    """An event is to be set, by the rule after which it takes place."""

    club_id: int
    kind: str
    recurrence: dict[str, object]
    hour: str
    place: str
    bring: str | None = None
    fasting: str | None = None
    places: int | None = None


@dataclass(frozen=True)
class MoveOccurrence:
    """An occurrence is to be held at another moment; `place` None: where it was."""

    occurrence_id: int
    starts_at: datetime
    place: str | None = None


@dataclass(frozen=True)
class ChangeSeries:
    """A regular event is to be held another way from a day on; `since` None: from now on."""

    event_id: int
    recurrence: dict[str, object]
    hour: str
    place: str
    since: date | None = None


@dataclass(frozen=True)
class Announce:
    """All members of a club, or those of one neighbourhood group, are to be told something."""

    club_id: int
    text: str
    group: int | None = None


@dataclass(frozen=True)
class AnnouncementMade:
    """An announcement was written down: the members are told."""

    announcement_id: int
    group: int | None = None
    """Only those of this neighbourhood group; None is all."""


@dataclass(frozen=True)
class CountAttended:
    """How many came to an occurrence is to be noted."""

    occurrence_id: int
    count: int


@dataclass(frozen=True)
class AttendanceAnswered:
    """Somebody said anew whether a person comes: the other phones are told."""

    occurrence_id: int
    person_id: int
    answer: str


@dataclass(frozen=True)
class DeathTold:
    """Somebody is said to have died: the organisers of his club look."""

    membership_id: int


@dataclass(frozen=True)
class DeathReported:
    """A neighbour tells that a member died: the organisers look. `sure`: it can be nobody else."""

    membership_id: int
    sure: bool


@dataclass(frozen=True)
class DeathTakenBack:
    """He lives after all: the organisers are told."""

    membership_id: int


@dataclass(frozen=True)
class OccurrenceChanged:
    """An occurrence was moved or cancelled: people must be told. `what` is moved or cancelled."""

    occurrence_id: int
    what: str


@dataclass(frozen=True)
class AnswerReminders:
    """Asked anew, somebody answered whether reminders of a person come."""

    person_id: int
    club_id: int
    proof: Proof
