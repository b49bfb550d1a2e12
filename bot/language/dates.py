"""Days and hours as people type them, solar or lunar, and what to ask when they leave it open.

Order is always day/month/year and never swapped; without a year it is the next such day from
today on, in a field about the past the latest one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import lru_cache
from typing import ClassVar

from bot.language.lunar import LunarDate, day_kept, has_leap_month, to_lunar, to_solar
from bot.language.numbers import read_number
from bot.language.text import fold, single_line


@dataclass(frozen=True)
class DateReading:
    """A day, or days to choose from, or the problem with the words.

    Problems: "none" nothing like a day; "no_such_day"; "month_first" (3/15); "which_week_day",
    "which_month_day" only a week or a month was named; "no_leap_month"; "which" several days.
    `lunar`: the words were lunar. `span`: where in the folded text they stood.
    """

    value: date | None = None
    options: tuple[date, ...] = ()
    problem: str | None = None
    lunar: bool = False
    span: tuple[int, int] = (0, 0)
    day_only: int | None = None
    """Only a day of the month was named ("ngày 15")."""


@dataclass(frozen=True)
class TimeReading:
    """An hour; `sure` when the words leave no doubt which half of the day is meant."""

    value: time | None = None
    sure: bool = False
    problem: str | None = "none"
    span: tuple[int, int] = (0, 0)


def aligned(text: str) -> tuple[str, str]:
    """A text on one line and its folded form, letter for letter, so that spans fit both."""
    line = single_line(text)
    folded = fold(line)
    return (line, folded) if len(folded) == len(line) else (folded, folded)


_WORD_NUMBERS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9, "muoi": 10,
}  # fmt: skip
_NUMBER = r"(?:\d{1,2}|muoi mot|muoi hai|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi)"
_LUNAR = r"(?P<lunar>\s*(?:am lich|am|al|ta)\b)?"
_LEAP = r"(?P<leap>\s*nhuan\b)?"
_YEAR = r"(?:\s*(?:nam|/|-)?\s*(?P<year>\d{4}))?"
WEEKDAY_WORDS = {
    "hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5,
    "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip
WEEKDAY = (
    r"(?:\bthu\s*(?P<day>hai|ba|tu|nam|sau|bay|[2-7])\b|\bt\.?\s?(?P<short>[2-7])\b"
    r"|(?P<sunday>\bchu nhat\b|\bchua nhat\b|\bcn\b)"
    r"|\b(?P<english>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b)"
)


def weekday_of(match: re.Match[str]) -> int:
    """The weekday that a `WEEKDAY` match names; 0 is Monday."""
    if match["sunday"]:
        return 6
    return WEEKDAY_WORDS[match["day"] or match["short"] or match["english"]]


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    if word in _WORD_NUMBERS:
        return _WORD_NUMBERS[word]
    return read_number(word).value or 0


class _Reader:
    """Reads one text; each method tries one way of naming a day."""

    def __init__(self, text: str, folded: str, today: date, *, past: bool) -> None:
        self.text = text
        self.folded = folded
        self.today = today
        self.past = past

    def read(self) -> DateReading:
        ways: list[Callable[[], DateReading | None]] = [
            self._iso,
            self._numeric,
            self._feast,
            self._named_month,
            self._english,
            self._counted,
            self._week,
            self._weekday,
            self._relative,
            self._day_only,
        ]
        for way in ways:
            found = way()
            if found is not None:
                return found
        return DateReading(problem="none")

    def _search(self, pattern: str) -> re.Match[str] | None:
        return re.search(pattern, self.folded)

    def _iso(self) -> DateReading | None:
        match = self._search(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
        if match is None:
            return None
        return self._solar(int(match[3]), int(match[2]), int(match[1]), match.span())

    def _numeric(self) -> DateReading | None:
        match = self._search(
            r"(?<![\d/.,-])(?:ngay\s*)?(?P<d>\d{1,2})\s?(?P<sep>[/.\-])\s?(?P<m>\d{1,2})"
            r"(?:\s?(?P=sep)\s?(?P<y>\d{4}|\d{2}))?(?![\d/])" + _LEAP + _LUNAR
        )
        if match is None:
            return None
        day, month = int(match["d"]), int(match["m"])
        if match["sep"] in ".-" and match["y"] is None and not 1 <= month <= 12:
            return None
        year = None
        if match["y"]:
            year = int(match["y"])
            if year < 100:
                year += 2000 if not self.past or 2000 + year <= self.today.year else 1900
        if match["lunar"] or match["leap"]:
            return self._lunar(day, month, year, bool(match["leap"]), match.span())
        if month > 12 >= day:
            return DateReading(problem="month_first", span=match.span())
        return self._solar(day, month, year, match.span())

    def _named_month(self) -> DateReading | None:
        match = self._search(
            r"\b(?:ngay\s*)?(?P<early>mung\s*|mong\s*)?(?P<d>" + _NUMBER + r")\s*"
            r"(?:thang|thg|th|t)\.?\s?(?P<m>\d{1,2}|gieng|chap|muoi hai|muoi mot|mot|hai|ba|tu|nam"
            r"|sau|bay|tam|chin|muoi)\b"
            + _LEAP
            + _LUNAR
            + _YEAR
            + r"(?P<lunar2>\s*(?:am lich|am|al)\b)?"
        )
        if match is None:
            return None
        day = _number(match["d"])
        month = {"gieng": 1, "chap": 12}.get(match["m"]) or _number(match["m"])
        year = int(match["year"]) if match["year"] else None
        lunar = bool(
            match["lunar"] or match["lunar2"] or match["leap"] or match["m"] in ("gieng", "chap")
        )
        if lunar:
            return self._lunar(day, month, year, bool(match["leap"]), match.span())
        if match["early"] and (day, month) == (10, 3):
            lunar_day = self._lunar(day, month, year, False, match.span()).value
            solar_day = self._solar(day, month, year, match.span()).value
            options = tuple(each for each in (lunar_day, solar_day) if each is not None)
            return DateReading(options=options, problem="which", span=match.span())
        return self._solar(day, month, year, match.span())

    def _feast(self) -> DateReading | None:
        match = self._search(
            r"\bram(?:\s*thang\s*(?P<m>\d{1,2}|gieng|chap|hai|ba|tu|nam|sau|bay|tam|chin|muoi mot"
            r"|muoi))?\b(?:\s*nam\s*(?P<year>\d{4}))?"
        )
        if match:
            if match["m"] is None:
                return self._next_lunar_day(15, match.span())
            month = {"gieng": 1, "chap": 12}.get(match["m"]) or _number(match["m"])
            year = int(match["year"]) if match["year"] else None
            return self._lunar(15, month, year, False, match.span())
        match = self._search(r"\btruoc tet (?P<n>" + _NUMBER + r") (?P<unit>tuan|ngay)\b")
        if match:
            span = timedelta(days=_number(match["n"]) * (7 if match["unit"] == "tuan" else 1))
            tet = self._lunar(1, 1, None, False, match.span())
            assert tet.value is not None
            return replace(tet, value=tet.value - span)
        match = self._search(r"\b(?:(?:mung|mong)\s*)?(?P<d>" + _NUMBER + r")\s*tet\b")
        if match:
            day = _number(match["d"])
            if day >= 29:
                return self._last_of_year(match.span())
            return self._lunar(day, 1, None, False, match.span())
        for pattern, month, day in (
            (r"\bgiao thua\b", 0, 0),
            (r"\btrung thu\b", 8, 15),
            (r"\bphat dan\b", 4, 15),
            (r"\bvu lan\b", 7, 15),
            (r"\bgio to\b", 3, 10),
            (r"\btet(?: nam (?:toi|sau|nay))?\b(?! trung thu)", 1, 1),
        ):
            match = self._search(pattern)
            if match:
                if not month:
                    return self._last_of_year(match.span())
                return self._lunar(day, month, None, False, match.span())
        match = self._search(r"\b(?:mung|mong)\s*(?P<d>" + _NUMBER + r")\b(?!\s*thang)" + _LUNAR)
        if match:
            return self._next_lunar_day(_number(match["d"]), match.span())
        if self._search(r"\bthang \d{1,2} nhuan\b"):
            found = self._search(r"\bthang (?P<m>\d{1,2}) nhuan(?: nam (?P<y>\d{4}))?")
            assert found is not None
            year = int(found["y"] or to_lunar(self.today).year)
            if not has_leap_month(year, int(found["m"])):
                return DateReading(problem="no_leap_month", span=found.span())
        return None

    _MONTHS: ClassVar[tuple[str, ...]] = (
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    )  # fmt: skip

    def _english(self) -> DateReading | None:
        names = "|".join(f"{name}|{name[:3]}" for name in self._MONTHS)
        match = self._search(
            rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{names})\b,?(?:\s+(?P<y>\d{{4}}))?"
        ) or self._search(
            rf"\b(?P<m>{names})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b,?(?:\s+(?P<y>\d{{4}}))?"
        )
        if match is None:
            return None
        month = next(
            place for place, name in enumerate(self._MONTHS, 1) if name.startswith(match["m"][:3])
        )
        year = int(match["y"]) if match["y"] else None
        return self._solar(int(match["d"]), month, year, match.span())

    def _counted(self) -> DateReading | None:
        match = self._search(
            r"\b(?P<n>" + _NUMBER + r"|nua)\s*(?P<unit>ngay|tuan|thang)\s*(?P<way>nua|truoc)\b"
        )
        if match is None:
            match = self._search(
                r"\bcach day (?P<n>" + _NUMBER + r") (?P<unit>ngay|tuan)(?P<way>)\b"
            )
        if match is None:
            return None
        if match["n"] == "nua":
            days = 15 if match["unit"] == "thang" else 0
        else:
            days = _number(match["n"]) * {"ngay": 1, "tuan": 7, "thang": 30}[match["unit"]]
        sign = 1 if match["way"] == "nua" else -1
        return DateReading(
            self.today + timedelta(days=sign * days), problem=None, span=match.span()
        )

    def _week(self) -> DateReading | None:
        monday = self.today - timedelta(days=self.today.weekday())
        if self._search(WEEKDAY):
            return None
        match = self._search(r"\bcuoi tuan(?: nay| sau| toi)?\b")
        if match:
            start = monday + timedelta(days=7 if re.search("sau|toi", match[0]) else 0)
            days = (start + timedelta(days=5), start + timedelta(days=6))
            return DateReading(options=days, problem="which", span=match.span())
        match = self._search(r"\btuan (?:sau|toi|nay)\b|\bnext week\b")
        if match:
            return DateReading(problem="which_week_day", span=match.span())
        match = self._search(r"\bthang (?:sau|toi)\b|\bnext month\b")
        if match and not self._search(r"\bngay \d"):
            return DateReading(problem="which_month_day", span=match.span())
        match = self._search(r"\bcuoi thang\b")
        if match:
            last = _month_end(self.today)
            return DateReading(last, problem=None, span=match.span())
        return None

    def _weekday(self) -> DateReading | None:
        match = self._search(WEEKDAY)
        if match is None:
            return None
        weekday = weekday_of(match)
        end = match.end()
        monday = self.today - timedelta(days=self.today.weekday())
        rest = self.folded[end:]
        place = re.match(
            r"\s*(?P<nth>dau tien|dau|thu hai|thu 2|thu ba|thu 3|thu tu|thu 4|cuoi cung|cuoi)"
            r"(?: cua)? thang(?P<next> sau| toi)?",
            rest,
        )
        if place:
            first = self.today.replace(day=1)
            if place["next"]:
                first = (first + timedelta(days=32)).replace(day=1)
            nth = nth_of(place["nth"])
            day = nth_weekday(first, weekday, nth)
            if day < self.today and not place["next"]:
                day = nth_weekday((first + timedelta(days=32)).replace(day=1), weekday, nth)
            return DateReading(day, problem=None, span=(match.start(), end + place.end()))
        week = re.match(r"\s*(?P<which>tuan nay|tuan sau nua|tuan sau|tuan toi|tuan truoc)\b", rest)
        if week:
            weeks = {"tuan nay": 0, "tuan sau": 1, "tuan toi": 1, "tuan sau nua": 2,
                     "tuan truoc": -1}[week["which"]]  # fmt: skip
            day = monday + timedelta(days=7 * weeks + weekday)
            return DateReading(day, problem=None, span=(match.start(), end + week.end()))
        more = re.match(r"\s*(?:nay|toi)\b(?!\s*\d)", rest)
        if more:
            end += more.end()
        if self.past:
            day = self.today - timedelta(days=(self.today.weekday() - weekday) % 7)
        else:
            day = self.today + timedelta(days=(weekday - self.today.weekday()) % 7)
        return DateReading(day, problem=None, span=(match.start(), end))

    _RELATIVE: ClassVar[tuple[tuple[str, int], ...]] = (
        (r"\bhom kia\b|\bbua kia\b", -2),
        (r"\bhom qua\b|\bbua qua\b|\byesterday\b", -1),
        (r"\bhom nay\b|\bbua nay\b|\bsang nay\b|\bchieu nay\b|\btoi nay\b|\bngay nay\b|\btoday\b"
         r"|\bbay gio\b|\blien\b", 0),
        (r"\bngay mai\b|\bngay moi\b|^moi$|\bmai\b|\btomorrow\b", 1),
        (r"\bngay mot\b|\bbua mot\b|\bmot\b$", 2),
    )  # fmt: skip

    def _relative(self) -> DateReading | None:
        match = self._search(r"\bngay kia\b")
        if match:
            typed = self.text[match.start() : match.end()].lower()
            if "ì" in typed:
                return DateReading(self._plus(3), problem=None, span=match.span())
            if "i" in typed.split()[-1] and typed.isascii():
                options = (self._plus(2), self._plus(3))
                return DateReading(options=options, problem="which", span=match.span())
            return DateReading(self._plus(2), problem=None, span=match.span())
        for pattern, days in self._RELATIVE:
            match = self._search(pattern)
            if match:
                return DateReading(self._plus(days), problem=None, span=match.span())
        return None

    def _plus(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def _day_only(self) -> DateReading | None:
        match = self._search(
            r"\bngay (?P<d>\d{1,2})\b(?:\s*(?P<next>thang sau|thang toi|thang nay))?"
        )
        if match is None:
            return None
        day = int(match["d"])
        if not 1 <= day <= 31:
            return DateReading(problem="no_such_day", span=match.span())
        first = self.today.replace(day=1)
        step = -1 if self.past else 1
        if match["next"] in ("thang sau", "thang toi"):
            first = (first + timedelta(days=32)).replace(day=1)
        for _ in range(12):
            try:
                found = first.replace(day=day)
            except ValueError:
                found = None
            if found is not None and (
                match["next"] or (found <= self.today if self.past else found >= self.today)
            ):
                return DateReading(found, problem=None, span=match.span(), day_only=day)
            first = (
                (first + timedelta(days=32)).replace(day=1)
                if step > 0
                else (first - timedelta(days=1)).replace(day=1)
            )
        return DateReading(problem="no_such_day", span=match.span())

    def _solar(self, day: int, month: int, year: int | None, span: tuple[int, int]) -> DateReading:
        if not 1 <= month <= 12 or not 1 <= day <= 31:
            return DateReading(problem="no_such_day", span=span)
        if year is not None:
            try:
                return DateReading(date(year, month, day), problem=None, span=span)
            except ValueError:
                return DateReading(
                    problem="no_such_day", options=_neighbours(year, month, day), span=span
                )
        wanted = self.today.year
        for candidate in (wanted, wanted - 1) if self.past else (wanted, wanted + 1):
            try:
                found = date(candidate, month, day)
            except ValueError:
                continue
            if found <= self.today if self.past else found >= self.today:
                return DateReading(found, problem=None, span=span)
        year = wanted if self.past else wanted + 1
        return DateReading(problem="no_such_day", options=_neighbours(year, month, day), span=span)

    def _lunar(
        self, day: int, month: int, year: int | None, leap: bool, span: tuple[int, int]
    ) -> DateReading:
        if not 1 <= month <= 12 or not 1 <= day <= 30:
            return DateReading(problem="no_such_day", lunar=True, span=span)
        now = to_lunar(self.today).year
        if year is not None:
            years = [year]
        else:
            years = [now, now - 1] if self.past else [now, now + 1]
        for candidate in years:
            if leap and not has_leap_month(candidate, month):
                continue
            found = to_solar(LunarDate(candidate, month, day, leap))
            if found is None:
                if year is not None:
                    break
                continue
            if year is not None or (found <= self.today if self.past else found >= self.today):
                return DateReading(found, problem=None, lunar=True, span=span)
        if leap:
            return DateReading(problem="no_leap_month", lunar=True, span=span)
        if day == 30:
            kept = day_kept(year or now, month, 30)
            return DateReading(problem="no_such_day", options=(kept,), lunar=True, span=span)
        return DateReading(problem="no_such_day", lunar=True, span=span)

    def _next_lunar_day(self, day: int, span: tuple[int, int]) -> DateReading:
        step = timedelta(days=-1 if self.past else 1)
        candidate = self.today
        for _ in range(70):
            if to_lunar(candidate).day == day:
                return DateReading(candidate, problem=None, lunar=True, span=span)
            candidate += step
        return DateReading(problem="no_such_day", lunar=True, span=span)

    def _last_of_year(self, span: tuple[int, int]) -> DateReading:
        now = to_lunar(self.today).year
        for year in (now, now + 1):
            found = day_kept(year, 12, 30)
            if found >= self.today:
                return DateReading(found, problem=None, lunar=True, span=span)
        return DateReading(problem="no_such_day", lunar=True, span=span)


def _month_end(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _neighbours(year: int, month: int, day: int) -> tuple[date, ...]:
    """The real days around one that does not exist: the last of the month and the next first."""
    if not 28 < day <= 31:
        return ()
    last = _month_end(date(year, month, 1))
    return (last, last + timedelta(days=1))


def nth_of(words: str) -> int:
    """Which weekday of a month words name: 1-4, or -1 for the last."""
    folded = fold(words)
    if folded.startswith(("cuoi", "last")):
        return -1
    if folded.startswith(("dau", "first")):
        return 1
    for number, names in (
        (2, ("thu hai", "thu 2", "second")),
        (3, ("thu ba", "thu 3", "third")),
        (4, ("thu tu", "thu 4", "fourth")),
    ):
        if folded.startswith(names):
            return number
    return 1


def nth_weekday(first: date, weekday: int, nth: int) -> date:
    """The nth weekday of the month that begins on `first`; -1 is the last."""
    if nth == -1:
        last = _month_end(first)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def read_date(text: str, today: date, *, past: bool = False) -> DateReading:
    """The day that a text names, seen from `today`."""
    line, folded = aligned(text)
    return _Reader(line, folded, today, past=past).read()


_PART = r"(?P<part>sang|trua|chieu|toi|dem|khuya|am|pm)"
_HOUR_WORDS = r"(?:\d{1,2}|muoi mot|muoi hai|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"
_CLOCK = re.compile(
    rf"(?<![\d/.])(?P<h>{_HOUR_WORDS})\s*(?:(?:h|g)(?![a-z])|gio\b|:(?=\d)|(?=\s+ruoi\b)|(?=(?:am|pm)\b))"
    r"\s*(?:(?P<half>ruoi\b)|kem\s*(?P<less>\d{1,2}|muoi lam|muoi|hai muoi|nam)|(?P<m>\d{1,2})(?![\d/.\-]))?"
    r"\s*(?:p\b|phut\b)?"
    rf"(?:\s*{_PART}\b)?"
)
_RANGE = re.compile(r"(?<!\d)(?P<h>\d{1,2})\s?-\s?\d{1,2}\s*(?:h|g|gio)\b")
_DOTTED = re.compile(r"^\s*(?P<h>\d{1,2})\.(?P<m>\d{2})\s*$")
_BARE = re.compile(rf"^\s*(?:luc\s*)?(?P<h>{_HOUR_WORDS})\s*(?:{_PART})?\s*$")
_PART_ANYWHERE = re.compile(r"\b(sang|trua|chieu|toi|dem|khuya)\b(?!\s*(?:thieu|lap|kien))")


@lru_cache(maxsize=256)
def read_time(text: str) -> TimeReading:
    """The hour that a text names; of a range its beginning."""
    _, folded = aligned(text)
    return find_time(folded, alone=True)


def find_time(folded: str, *, alone: bool = False) -> TimeReading:
    """The hour in a folded sentence; `alone` where nothing but an hour is asked for."""
    match = _RANGE.search(folded)
    if match and not re.search(r"\d{1,2}\s?-\s?\d{1,2}\s?-", folded):
        return _hour(int(match["h"]), 0, None, folded, match.span())
    match = _CLOCK.search(folded)
    if match is None and alone:
        match = _DOTTED.match(folded)
        if match:
            return _hour(int(match["h"]), int(match["m"]), None, folded, match.span())
        match = _BARE.match(folded)
        if match:
            return _hour(_number(match["h"]), 0, match["part"], folded, match.span())
    if match is None:
        return TimeReading()
    hour = _number(match["h"])
    minutes = 0
    if match["half"]:
        minutes = 30
    elif match["m"]:
        minutes = int(match["m"])
    if match["less"]:
        less = int(match["less"]) if match["less"].isdigit() else read_number(match["less"]).value
        hour, minutes = hour - 1, 60 - (less or 0)
    return _hour(hour, minutes, match["part"], folded, match.span())


def _hour(
    hour: int, minutes: int, part: str | None, folded: str, span: tuple[int, int]
) -> TimeReading:
    if not 0 <= hour <= 24 or not 0 <= minutes < 60:
        return TimeReading(problem="bad", span=span)
    if part is None:
        rest = folded[: span[0]] + " " + folded[span[1] :]
        # "tuần tới", "thứ bảy tới": no evening.
        rest = re.sub(r"\b(?:tuan|thang|nam|bay|hai|ba|tu|sau|nhat) toi\b", " ", rest)
        found = _PART_ANYWHERE.search(rest)
        part = found[1] if found else None
    sure = part is not None or hour >= 13 or 5 <= hour <= 12
    if (part in ("chieu", "toi", "pm") and hour < 12) or (part == "trua" and hour in (1, 2)):
        hour += 12
    elif part in ("dem", "khuya"):
        if 9 <= hour <= 11:
            hour += 12
        elif hour == 12:
            hour, sure = 0, False
    elif part == "am" and hour == 12:
        hour = 0
    elif part is None and 1 <= hour <= 4:
        hour += 12
    if hour == 24:
        hour = 0
    return TimeReading(time(hour, minutes), sure=sure, problem=None, span=span)
