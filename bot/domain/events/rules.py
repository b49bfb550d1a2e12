"""What a kind of event is, when people are told about one, and the hours nobody is disturbed.

Offsets and hours are proposals, settings of a club later: earlier reminders at 08:00, the day
before at 17:00, in the club's zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

QUIET_FROM = time(21)
QUIET_UNTIL = time(7)
MORNING, EVENING = time(8), time(17)


@dataclass(frozen=True)
class Offset:
    """A reminder so many days before, at an hour of the club's zone."""

    days_before: int
    hour: time


@dataclass(frozen=True)
class Rule:
    """A kind of event: its key, what reminds of it, and what is asked when one is set."""

    kind: str
    offsets: tuple[Offset, ...]
    asks_bring: bool = False
    asks_places: bool = False
    asks_fasting: bool = False


def reminder_times(
    starts_at: datetime, zone: ZoneInfo, rule: Rule
) -> list[tuple[Offset, datetime]]:
    """When the reminders of an occurrence are due, as aware times in the club's zone."""
    day = starts_at.astimezone(zone).date()
    return [
        (offset, datetime.combine(day - timedelta(days=offset.days_before), offset.hour, zone))
        for offset in rule.offsets
    ]


def next_allowed(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment itself, or 07:00 after the quiet hours (21:00-07:00) it falls into."""
    local = moment.astimezone(zone)
    if QUIET_UNTIL <= local.time() < QUIET_FROM:
        return moment
    day = local.date() if local.time() < QUIET_UNTIL else local.date() + timedelta(days=1)
    return datetime.combine(day, QUIET_UNTIL, zone)
