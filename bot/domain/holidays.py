"""Days on which people stay at home: a meeting that falls on one is asked about beforehand.

Public holidays: Labour Code 2019 art. 112. Tết is taken from 29/12 to 3/1 of the lunar calendar;
the days off are set by the Government every year.
"""

from __future__ import annotations

from datetime import date, timedelta

from bot.language.lunar import to_lunar

ASKED_BEFORE = timedelta(days=10)
"""How long before such a day the organisers are asked (a proposal)."""

HOLIDAYS = ("tet", "new_year", "hung_kings", "reunification", "labour", "national")
_SOLAR = {(1, 1): "new_year", (4, 30): "reunification", (5, 1): "labour", (9, 2): "national"}


def holiday_on(day: date) -> str | None:
    """Which holiday a day is, None for an ordinary one."""
    lunar = to_lunar(day)
    if (lunar.month, lunar.day) in ((12, 29), (12, 30), (1, 1), (1, 2), (1, 3)) and not lunar.leap:
        return "tet"
    if (lunar.month, lunar.day) == (3, 10) and not lunar.leap:
        return "hung_kings"
    return _SOLAR.get((day.month, day.day))
