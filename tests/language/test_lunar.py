"""The lunar calendar of Vietnam, against vectors that three sources agree on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.language.lunar import LunarDate, day_kept, has_leap_month, to_lunar, to_solar

VECTORS = [
    ("1968-01-29", 1, 1, False),
    ("1969-02-16", 1, 1, False),
    ("1985-01-21", 1, 1, False),
    ("1985-02-20", 1, 2, False),
    ("1985-03-21", 1, 2, True),
    ("1985-04-20", 1, 3, False),
    ("1987-07-26", 1, 7, False),
    ("1987-08-24", 1, 7, True),
    ("2004-03-21", 1, 2, True),
    ("2006-08-24", 1, 7, True),
    ("2007-02-17", 1, 1, False),
    ("2020-05-23", 1, 4, True),
    ("2023-03-22", 1, 2, True),
    ("2025-07-25", 1, 6, True),
    ("2026-12-01", 23, 10, False),
    ("2026-12-09", 1, 11, False),
    ("2027-01-30", 23, 12, False),
    ("2027-02-05", 29, 12, False),
    ("2027-02-06", 1, 1, False),
    ("2027-02-20", 15, 1, False),
    ("2027-04-16", 10, 3, False),
    ("2028-06-23", 1, 5, True),
    ("2030-02-02", 1, 1, False),
    ("2033-12-22", 1, 11, True),
    ("2034-01-20", 1, 12, False),
    ("2034-02-19", 1, 1, False),
    ("2053-02-18", 1, 1, False),
    ("1952-01-27", 1, 1, False),
    ("1953-02-13", 30, 12, False),
    ("1953-02-14", 1, 1, False),
]
TET = (
    "1985-01-21 1986-02-09 1987-01-29 1988-02-17 1989-02-06 1990-01-27 1991-02-15 1992-02-04 "
    "1993-01-23 1994-02-10 1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16 2000-02-05 "
    "2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17 2008-02-07 "
    "2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 "
    "2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 "
    "2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11 "
    "2033-01-31 2034-02-19 2035-02-08"
).split()
LEAP = {
    1985: 2, 1987: 7, 1990: 5, 1993: 3, 1995: 8, 1998: 5, 2001: 4, 2004: 2, 2006: 7, 2009: 5,
    2012: 4, 2014: 9, 2017: 6, 2020: 4, 2023: 2, 2025: 6, 2028: 5, 2031: 3, 2033: 11, 2036: 6,
}  # fmt: skip


@pytest.mark.parametrize(("solar", "day", "month", "leap"), VECTORS)
def test_a_solar_day_and_its_lunar_one(solar: str, day: int, month: int, leap: bool) -> None:
    lunar = to_lunar(date.fromisoformat(solar))
    assert (lunar.day, lunar.month, lunar.leap) == (day, month, leap)
    assert to_solar(lunar) == date.fromisoformat(solar)


@pytest.mark.parametrize("solar", TET)
def test_tet(solar: str) -> None:
    day = date.fromisoformat(solar)
    assert to_lunar(day) == LunarDate(day=1, month=1, year=day.year, leap=False)


@pytest.mark.parametrize("year", range(1985, 2037))
def test_leap_months(year: int) -> None:
    found = [month for month in range(1, 13) if has_leap_month(year, month)]
    assert found == ([LEAP[year]] if year in LEAP else [])


@pytest.mark.parametrize(
    ("day", "month", "year", "leap"),
    [
        (30, 12, 2026, False),
        (30, 12, 2027, False),
        (15, 1, 2027, True),
        (1, 5, 2025, True),
        (31, 1, 2027, False),
        (0, 1, 2027, False),
        (1, 13, 2027, False),
    ],
)
def test_a_day_that_does_not_exist(day: int, month: int, year: int, leap: bool) -> None:
    assert to_solar(LunarDate(day=day, month=month, year=year, leap=leap)) is None


def test_every_day_comes_back() -> None:
    day = date(1968, 1, 29)
    while day < date(2053, 12, 31):
        assert to_solar(to_lunar(day)) == day
        day += timedelta(days=7)


def test_a_yearly_day_thirty_is_kept_on_the_last_day() -> None:
    assert day_kept(2026, 12, 30) == date(2027, 2, 5)
