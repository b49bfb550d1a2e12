"""What a kind of event is, when people are told about one, and the hours nobody is disturbed.

Offsets and hours are proposals, settings of a club later: earlier reminders at 08:00, the day
before at 17:00, in the club's zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

QUIET_FROM = time(21)
QUIET_UNTIL = time(7)
MORNING, EVENING = time(8), time(17)


@dataclass(frozen=True)
class Offset:
    """A reminder so many days before, at an hour of the club's zone."""

    days_before: int
    hour: time


class Datum(StrEnum):
    """What is asked besides time and place when an event is set."""

    BRING = "bring"
    """What to bring; its example is the message `event.kind.<key>.bring`."""
    FASTING = "fasting"
    """Whether to come without breakfast."""
    PLACES = "places"
    """How many places there are."""


@dataclass(frozen=True)
class EventKind:
    """A kind of event: its times, what is asked when one is set, and how people speak of it.

    What the bot says of it are the messages `event.kind.<key>` (its name), `….paper` (in an
    invitation), `….come` (what its reminder asks), `events.new_<key>` (the button) and
    `reminder.<key>`.
    """

    key: str
    place: int
    """Where it stands among the others when they are offered."""
    offsets: tuple[Offset, ...]
    names: tuple[str, ...]
    """What people call it, in lower case with accents: a text that holds one is about this kind,
    "đi …" answers its reminder, and with a day it sets one."""
    nicknames: tuple[str, ...] = ()
    """Names understood only where this kind was asked about, or waits beside another ("đi lớp")."""
    spoken: tuple[str, ...] = ()
    """Patterns of what else is about it, each word as it is written with accents."""
    hinted: tuple[str, ...] = ()
    """Patterns of what is about it where no other kind is spoken of."""
    asks: tuple[Datum, ...] = ()
    usual: bool = False
    """Whether it is meant where none is named, and gives way to any other that is."""


def reminder_times(
    starts_at: datetime, zone: ZoneInfo, kind: EventKind
) -> list[tuple[Offset, datetime]]:
    """When the reminders of an occurrence are due, as aware times in the club's zone."""
    day = starts_at.astimezone(zone).date()
    return [
        (offset, datetime.combine(day - timedelta(days=offset.days_before), offset.hour, zone))
        for offset in kind.offsets
    ]


def next_allowed(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment itself, or 07:00 after the quiet hours (21:00-07:00) it falls into."""
    local = moment.astimezone(zone)
    if QUIET_UNTIL <= local.time() < QUIET_FROM:
        return moment
    day = local.date() if local.time() < QUIET_UNTIL else local.date() + timedelta(days=1)
    return datetime.combine(day, QUIET_UNTIL, zone)
