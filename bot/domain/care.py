"""When somebody who was in danger is asked how it is: later that day, never at night."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.events.rules import next_allowed

WAITS = (timedelta(hours=4), timedelta(hours=2))
"""How long after the cry, the longer wait first (a proposal)."""


def later_that_day(moment: datetime, zone: ZoneInfo) -> datetime:
    """Some hours later if that is still that day and no quiet hour, else the next morning."""
    for wait in WAITS:
        later = moment + wait
        if next_allowed(later, zone) == later and _day(later, zone) == _day(moment, zone):
            return later
    return next_allowed(moment + WAITS[-1], zone)


def next_morning(moment: datetime, zone: ZoneInfo) -> datetime:
    """The end of the next quiet hours."""
    evening = moment.astimezone(zone).replace(hour=23, minute=0, second=0, microsecond=0)
    return next_allowed(evening, zone)


def _day(moment: datetime, zone: ZoneInfo) -> int:
    return moment.astimezone(zone).toordinal()
