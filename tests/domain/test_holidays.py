"""Days on which people stay at home."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.holidays import holiday_on


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        (date(2027, 2, 5), "tet"), (date(2027, 2, 6), "tet"), (date(2027, 2, 8), "tet"),
        (date(2027, 2, 9), None), (date(2027, 2, 4), None), (date(2026, 2, 17), "tet"),
        (date(2027, 1, 1), "new_year"), (date(2027, 4, 16), "hung_kings"),
        (date(2027, 4, 30), "reunification"), (date(2027, 5, 1), "labour"),
        (date(2027, 9, 2), "national"), (date(2026, 12, 5), None),
    ],
)  # fmt: skip
def test_which_holiday_a_day_is(day: date, holiday: str | None) -> None:
    assert holiday_on(day) == holiday
