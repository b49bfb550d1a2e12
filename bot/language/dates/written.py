"""Days that are written: digits, named months."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from bot.language.dates.readings import DateReading
from bot.language.dates.text import DateText
from bot.language.dates.words import (
    LEAP,
    LUNAR,
    MONTH,
    NUMBER,
    OFTEN_LUNAR,
    YEAR,
    month_start,
    number_of,
)
from bot.language.text import fold

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def iso(said: DateText) -> DateReading | None:
    """ "2027-03-15"."""
    match = said.search(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
    if match is None:
        return None
    return said.solar(int(match[3]), int(match[2]), int(match[1]), match.span())


def numeric(said: DateText) -> DateReading | None:
    """ "15/3", "15.3.2027", lunar where it is said so."""
    match = said.search(
        r"(?<![\d/.,-])(?:ngay\s*)?(?P<d>\d{1,2})\s?(?P<sep>[/.\-])\s?(?P<m>\d{1,2})"
        r"(?:\s?[/.\-]\s?(?P<y>\d{4}|\d{2}))?(?![\d/])" + LEAP + LUNAR + YEAR
    )
    if match is None:
        return None
    day, month = int(match["d"]), int(match["m"])
    if match["sep"] in ".-" and match["y"] is None and not 1 <= month <= 12:
        return None
    is_lunar = said.is_lunar(match)
    year = said.short_year(match["y"]) if match["y"] else said.year(match, lunar=is_lunar)
    if is_lunar:
        return said.lunar(day, month, year, bool(match["leap"]), match.span())
    if month > 12 >= day:
        return DateReading(problem="month_first", span=match.span())
    return said.solar(day, month, year, match.span())


def bare_digits(said: DateText) -> DateReading | None:
    """A whole message of digits: "15 3 2027", "15 3", "15032027"."""
    match = re.fullmatch(
        r"(?:ngay )?(\d{1,2})[ .-](\d{1,2})(?: (\d{4}|\d{2}))?", said.folded
    ) or re.fullmatch(r"(\d{2})(\d{2})((?:19|20)\d{2})", said.folded)
    if match is None:
        return None
    day, month = int(match[1]), int(match[2])
    if month > 12 >= day:
        return DateReading(problem="month_first", span=match.span())
    return said.solar(day, month, said.short_year(match[3]) if match[3] else None, match.span())


def named_month(said: DateText) -> DateReading | None:
    """ "15 tháng 3", "mùng 8 tháng ba năm sau"."""
    match = said.search(
        rf"\b(?:(?P<prefix>ngay|hom|bua)\s*)?(?P<early>(?:mung|mong)\s*)?(?P<d>{NUMBER})\s*"
        rf"(?P<sun>(?:tay|duong)(?: lich)?\s+)?(?:thang|thg|th|t)\.?\s?(?P<m>{MONTH})"
        + LEAP
        + LUNAR
        + YEAR
        + r"(?:\s*(?P<mark2>am lich|am|al)\b)?",
        partial(_names_a_month, said),
    )
    if match is None:
        return _month_before_day(said)
    day, month = number_of(match["d"]), said.month_number(match["m"])
    by_sun = match["sun"] or match["mark"] in ("duong lich", "duong", "dl", "tay")
    lunar = not by_sun and (
        said.is_lunar(match) or bool(match["mark2"]) or match["m"] in ("gieng", "chap")
    )
    year = said.year(match, lunar=lunar)
    if lunar:
        return said.lunar(day, month, year, bool(match["leap"]), match.span())
    solar = said.solar(day, month, year, match.span())
    if match["m"] == "sau" and said.typed(match, "m") == "sau" and year is None:
        # "ngay 15 thang sau": next month, or June.
        following = said.in_month(day, month_start(said.today, 1), match.span())
        days = tuple(each for each in (following.value, solar.value) if each is not None)
        return DateReading(options=days, problem="which", span=match.span())
    if match["early"] and not match["mark"] and not by_sun:
        if (day, month) in OFTEN_LUNAR:
            by_moon = said.lunar(day, month, year, False, match.span())
            days = tuple(each for each in (by_moon.value, solar.value) if each is not None)
            return DateReading(options=days, problem="which", lunar=True, span=match.span())
        return replace(solar, lunar=True)
    return solar


def _names_a_month(said: DateText, match: re.Match[str]) -> bool:
    if not said.is_number(match) or not _is_number_or_name(said, match):
        return False
    if not match["prefix"] and not match["early"] and match["d"] in ("tu", "sau"):
        # "từ tháng 3", "sau tháng 3".
        return said.typed(match, "d") != fold(match["d"])
    return said.is_month_of_number(match)


def _is_number_or_name(said: DateText, match: re.Match[str]) -> bool:
    return match["m"] in ("gieng", "chap") or said.is_number(match, "m")


def _month_before_day(said: DateText) -> DateReading | None:
    """ "tháng 3 ngày 15"."""
    match = said.search(
        rf"\bthang (?P<m>{MONTH}),?\s*(?:ngay|mung|mong) (?P<d>{NUMBER})\b" + LUNAR + YEAR
        + LEAP,
        lambda found: said.is_number(found) and _is_number_or_name(said, found),
    )  # fmt: skip
    if match is None:
        return None
    lunar = said.is_lunar(match) or match["m"] in ("gieng", "chap")
    day, month = number_of(match["d"]), said.month_number(match["m"])
    year = said.year(match, lunar=lunar)
    if lunar:
        return said.lunar(day, month, year, bool(match["leap"]), match.span())
    return said.solar(day, month, year, match.span())


def english(said: DateText) -> DateReading | None:
    """ "15 March 2027", "March 15th"."""
    names = "|".join(f"{name}|{name[:3]}" for name in _MONTHS)
    match = said.search(
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{names})\b,?(?:\s+(?P<y>\d{{4}}))?"
    ) or said.search(
        rf"\b(?P<m>{names})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b,?(?:\s+(?P<y>\d{{4}}))?"
    )
    if match is None:
        return None
    month = next(place for place, name in enumerate(_MONTHS, 1) if name.startswith(match["m"][:3]))
    year = int(match["y"]) if match["y"] else None
    return said.solar(int(match["d"]), month, year, match.span())
