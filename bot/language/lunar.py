"""The Vietnamese lunar calendar, reckoned at UTC+7 (the decision of 8 August 1967).

A month begins on the Hanoi day of the new moon; month 11 holds the winter solstice; of thirteen
months between two of them the first without a major solar term is leap. Series for moon and sun
after Hồ Ngọc Đức; right on every day of 1968-2053 against independent calculations.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import floor, pi, radians, sin

_UTC_OFFSET = 7
_MEAN_MONTH = 29.530588853
_ORDINAL_TO_JULIAN = 1721425

CAN = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
CHI = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")


@dataclass(frozen=True)
class LunarDate:
    """A day of the lunar calendar; `leap` for the second month of the same number."""

    year: int
    month: int
    day: int
    leap: bool = False


@lru_cache(maxsize=4096)
def _new_moon_day(number: int) -> int:
    """The Julian day on which a new moon falls in Hanoi; counted from 1900."""
    t = number / 1236.85
    moment = (
        2415020.75933
        + 29.53058868 * number
        + 0.0001178 * t**2
        - 0.000000155 * t**3
        + 0.00033 * sin(radians(166.56 + 132.87 * t - 0.009173 * t**2))
    )
    sun = radians(359.2242 + 29.10535608 * number - 0.0000333 * t**2 - 0.00000347 * t**3)
    moon = radians(306.0253 + 385.81691806 * number + 0.0107306 * t**2 + 0.00001236 * t**3)
    node = radians(21.2964 + 390.67050646 * number - 0.0016528 * t**2 - 0.00000239 * t**3)
    moment += (
        (0.1734 - 0.000393 * t) * sin(sun)
        + 0.0021 * sin(2 * sun)
        - 0.4068 * sin(moon)
        + 0.0161 * sin(2 * moon)
        - 0.0004 * sin(3 * moon)
        + 0.0104 * sin(2 * node)
        - 0.0051 * sin(sun + moon)
        - 0.0074 * sin(sun - moon)
        + 0.0004 * sin(2 * node + sun)
        - 0.0004 * sin(2 * node - sun)
        - 0.0006 * sin(2 * node + moon)
        + 0.0010 * sin(2 * node - moon)
        + 0.0005 * sin(2 * moon + sun)
    )
    moment -= -0.000278 + 0.000265 * t + 0.000262 * t**2
    return floor(moment + 0.5 + _UTC_OFFSET / 24)


def _solar_term(julian_day: int) -> int:
    """The twelfth of the ecliptic, 0-11, in which the sun stands at the beginning of a day."""
    t = (julian_day - 2451545.5 - _UTC_OFFSET / 24) / 36525
    anomaly = radians(357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3)
    longitude = radians(
        280.46645
        + 36000.76983 * t
        + 0.0003032 * t**2
        + (1.914600 - 0.004817 * t - 0.000014 * t**2) * sin(anomaly)
        + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
        + 0.000290 * sin(3 * anomaly)
    ) % (2 * pi)
    return floor(longitude / pi * 6)


@lru_cache(maxsize=512)
def _eleventh(year: int) -> tuple[int, int]:
    """The number and the day of the new moon that begins month 11 of a solar year."""
    # The ordinal of 31 December, also of years that no date can have: the last year has a next.
    last_day = 365 * year + year // 4 - year // 100 + year // 400 + _ORDINAL_TO_JULIAN
    number = floor((last_day - 2415021) / _MEAN_MONTH)
    day = _new_moon_day(number)
    if _solar_term(day) >= 9:
        number -= 1
        day = _new_moon_day(number)
    # The estimate may be one month off in either direction.
    return number, day


@lru_cache(maxsize=512)
def _months_after_eleventh(year: int) -> tuple[tuple[int, int, bool, int], ...]:
    """Months from month 11 of `year` to the one before the next: (year, month, leap, first day)."""
    number, first = _eleventh(year)
    _, following = _eleventh(year + 1)
    starts = [first]
    while starts[-1] < following:
        starts.append(_new_moon_day(number + len(starts)))
    starts.pop()
    leap_at = None
    if len(starts) == 13:
        ends = [*starts[1:], following]
        for place in range(1, 13):
            if _solar_term(starts[place]) == _solar_term(ends[place]):
                leap_at = place
                break
    months = []
    month, in_year = 11, year
    for place, start in enumerate(starts):
        leap = place == leap_at
        if place and not leap:
            month += 1
            if month > 12:
                month, in_year = 1, year + 1
        months.append((in_year, month, leap, start))
    return tuple(months)


def to_lunar(day: date) -> LunarDate:
    """The lunar date of a day."""
    julian = day.toordinal() + _ORDINAL_TO_JULIAN
    year = day.year if julian >= _eleventh(day.year)[1] else day.year - 1
    months = _months_after_eleventh(year)
    in_year, month, leap, start = next(each for each in reversed(months) if each[3] <= julian)
    return LunarDate(in_year, month, julian - start + 1, leap)


def to_solar(lunar: LunarDate) -> date | None:
    """The day of a lunar date; None for one that does not exist (30 in a short month)."""
    if not 1 <= lunar.month <= 12 or not 1 <= lunar.day <= 30:
        return None
    months = [*_months_after_eleventh(lunar.year - 1), *_months_after_eleventh(lunar.year)]
    for place, (year, month, leap, start) in enumerate(months):
        if (year, month, leap) != (lunar.year, lunar.month, lunar.leap):
            continue
        julian = start + lunar.day - 1
        if place + 1 < len(months) and julian >= months[place + 1][3]:
            return None
        ordinal = julian - _ORDINAL_TO_JULIAN
        return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
    return None


def has_leap_month(year: int, month: int) -> bool:
    """Whether a lunar year has this month twice."""
    return to_solar(LunarDate(year, month, 1, leap=True)) is not None


def day_kept(year: int, month: int, day: int) -> date:
    """The day on which a yearly lunar event is kept: 30 falls on 29 in a short month."""
    found = to_solar(LunarDate(year, month, day)) or to_solar(LunarDate(year, month, day - 1))
    assert found is not None
    return found
