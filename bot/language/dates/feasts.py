"""Days of the moon and of feasts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from bot.language.dates.readings import DateReading
from bot.language.dates.text import DateText
from bot.language.dates.words import (
    MONTH,
    NUMBER,
    STEPS,
    WHICH,
    YEAR,
    number_of,
)
from bot.language.lunar import has_leap_month, to_lunar


def feast(said: DateText) -> DateReading | None:
    """ "rằm", "mùng 2 tết", "giao thừa", "trung thu"."""
    match = said.search(
        rf"\bram(?:\s*thang\s*(?:(?P<m>{MONTH})|(?P<which>{WHICH})\b)|\s*(?P<last>vua roi|vua qua"
        r"|truoc|roi|qua)\b)?" + YEAR
    )
    if match:
        return _full_moon(said, match)
    match = said.search(r"\btruoc tet (?P<n>" + NUMBER + r") (?P<unit>tuan|ngay|bua|hom)\b")
    if match:
        span = timedelta(days=number_of(match["n"]) * (7 if match["unit"] == "tuan" else 1))
        tet = said.lunar(1, 1, None, False, match.span())
        assert tet.value is not None
        return replace(tet, value=tet.value - span)
    match = said.search(r"\btet (?:tay|duong lich|duong|dl)\b")
    if match:
        return said.solar(1, 1, None, match.span())
    match = said.search(r"\b(?:(?:mung|mong)\s*)?(?P<d>" + NUMBER + r")\s*tet\b")
    if match:
        day = number_of(match["d"])
        if day >= 29:
            return said.last_of_year(match.span())
        return said.lunar(day, 1, None, False, match.span())
    for pattern, month, day in (
        (r"\bgiao thua\b", 0, 0),
        (r"\btrung thu\b", 8, 15),
        (r"\bphat dan\b", 4, 15),
        (r"\bvu lan\b", 7, 15),
        (r"\bgio to\b", 3, 10),
        (r"\btet(?: nam (?:toi|sau|nay))?\b(?! trung thu)", 1, 1),
    ):
        match = said.search(pattern)
        if match:
            if not month:
                return said.last_of_year(match.span())
            return said.lunar(day, month, None, False, match.span())
    match = said.search(
        rf"\b(?:mung|mong)\s*(?P<d>{NUMBER})\b(?!\s*(?:thang|thg|th|t|tay|duong)\b)(?!\s*t\d)",
        said.is_number,
    ) or said.search(
        rf"(?<!thang )(?<!thg )(?<!th )\b(?:ngay\s*)?(?P<d>{NUMBER})\s*(?:am lich|am|al)\b",
        said.is_number,
    )
    if match:
        return said.next_lunar_day(number_of(match["d"]), match.span())
    match = said.search(r"\bthang (?P<m>\d{1,2}) nhuan(?: nam (?P<y>\d{4}))?")
    if match:
        year = int(match["y"] or to_lunar(said.today).year)
        if not has_leap_month(year, int(match["m"])):
            return DateReading(problem="no_leap_month", span=match.span())
    return None


def _full_moon(said: DateText, match: re.Match[str]) -> DateReading:
    span = match.span()
    if match["last"]:
        return said.next_lunar_day(15, span, -1)
    step = STEPS.get(match["which"] or "")
    either = match["m"] == "sau" and said.typed(match, "m") == "sau"
    if either and not said.is_bare():
        step, either = 1, False
    if step is None and match["m"] is None:
        return said.next_lunar_day(15, span)
    if step is not None:
        return said.lunar_month(15, step, span)
    month = said.month_number(match["m"])
    found = said.lunar(15, month, said.year(match, lunar=True), False, span)
    if either and found.value is not None:
        following = said.lunar_month(15, 1, span).value
        days = tuple(each for each in (following, found.value) if each is not None)
        return DateReading(options=days, problem="which", lunar=True, span=span)
    return found
