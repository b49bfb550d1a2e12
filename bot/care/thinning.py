"""Which backups stay: all of the last day, one a day after that, and one a week where they stay long."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

EACH = timedelta(days=1)
"""How long every backup stays."""
DAILY = timedelta(days=14)
"""How long one of each day stays, where they stay so long; afterwards one of each week."""


def to_drop(made: Iterable[datetime], now: datetime, longest: timedelta) -> set[datetime]:
    """Those of the moments at which backups were made that no longer need one; never the latest."""
    dropped: set[datetime] = set()
    covered: set[tuple[int, ...]] = set()
    for place, moment in enumerate(sorted(made, reverse=True)):
        age = now - moment
        week = moment.isocalendar()[:2]
        day = (*week, moment.isoweekday())
        span = day if age <= DAILY else week
        if place and age > EACH and (age > longest or span in covered):
            dropped.add(moment)
        else:
            covered |= {week, day}
    return dropped
