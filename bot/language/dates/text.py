"""One text in which a day is looked for, and days seen from today."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.language.dates.readings import DateReading
from bot.language.dates.words import (
    MONTH_WORDS,
    NEAR_YEARS,
    NUMBER_WORDS,
    SOON,
    STEPS,
    exists,
    neighbours,
)
from bot.language.lunar import LunarDate, day_kept, has_leap_month, to_lunar, to_solar
from bot.language.numbers import read_number
from bot.language.text import fold, same


class DateText:
    """A text as it was typed, seen from `today`; in a field about the `past` days lie behind."""

    def __init__(self, text: str, folded: str, today: date, *, past: bool) -> None:
        self.text = text.lower()
        self.folded = folded
        self.today = today
        self.past = past

    def search(
        self, pattern: str, valid: Callable[[re.Match[str]], bool] | None = None
    ) -> re.Match[str] | None:
        """The first place where a pattern stands, of those that are `valid`."""
        for match in re.finditer(pattern, self.folded):
            if valid is None or valid(match):
                return match
        return None

    def typed(self, match: re.Match[str], group: str | int = 0) -> str:
        """A matched piece as it was typed: "từ" and "tư" fold alike, "sau" and "sáu" too."""
        start, end = match.span(group)
        return self.text[start:end] if start >= 0 else ""

    def is_number(self, match: re.Match[str], group: str = "d") -> bool:
        """Whether the words of a group are numbers with the accents that they were typed with."""
        return all(
            word.isdecimal() or word == fold(word) or same(word) in NUMBER_WORDS
            for word in self.typed(match, group).split()
        )

    def is_month_of_number(self, match: re.Match[str]) -> bool:
        """Whether "sau" in "tháng sau" is the number six; a bare one may be either."""
        return match["m"] != "sau" or self.typed(match, "m") != "sau" or self.is_bare()

    def is_bare(self) -> bool:
        """Whether it was typed without accents."""
        return self.text == self.folded

    def short_year(self, digits: str) -> int:
        """A year of two digits or four; two are of this century up to a few years ahead."""
        year = int(digits)
        if year >= 100:
            return year
        latest = self.today.year + (0 if self.past else NEAR_YEARS)
        return year + (2000 if 2000 + year <= latest else 1900)

    def year(self, match: re.Match[str], *, lunar: bool) -> int | None:
        """The year that a match names, None where it names none."""
        if match["year"]:
            return int(match["year"])
        if match["short"]:
            return self.short_year(match["short"])
        if match["spoken"]:
            return self._spoken_year(match["spoken"])
        if match["years"]:
            now = to_lunar(self.today).year if lunar else self.today.year
            return now + STEPS[match["years"]]
        return None

    def _spoken_year(self, words: str) -> int | None:
        """ "bốn tám", "một chín bốn tám", "một ngàn chín trăm bốn mươi tám"."""
        century = re.match(r"mot (?:ngan |nghin )?chin (?:tram )?", words)
        number = read_number(words[century.end() :] if century else words).value
        if number is None or not 10 <= number < 100:
            return None
        return 1900 + number if century else self.short_year(str(number))

    @staticmethod
    def is_lunar(match: re.Match[str]) -> bool:
        """Whether a match says that its day is lunar."""
        return bool(match["leap"]) or match["mark"] in ("am lich", "am", "al", "ta")

    @staticmethod
    def month_number(word: str) -> int:
        """The month that digits or folded words name."""
        return int(word) if word.isdecimal() else MONTH_WORDS[word]

    def plus(self, days: int) -> date:
        """The day so many days from today."""
        return self.today + timedelta(days=days)

    def in_month(self, day: int, first: date, span: tuple[int, int]) -> DateReading:
        try:
            return DateReading(first.replace(day=day), problem=None, span=span)
        except ValueError:
            options = neighbours(first.year, first.month, day)
            return DateReading(problem="no_such_day", options=options, span=span)

    def solar(self, day: int, month: int, year: int | None, span: tuple[int, int]) -> DateReading:
        """A day of the sun; without a year the nearest."""
        if not 1 <= month <= 12 or not 1 <= day <= 31:
            return DateReading(problem="no_such_day", span=span)
        if year is not None:
            try:
                return DateReading(date(year, month, day), problem=None, span=span)
            except ValueError:
                return DateReading(
                    problem="no_such_day", options=neighbours(year, month, day), span=span
                )
        days = [
            date(each, month, day)
            for each in range(self.today.year - 1, self.today.year + 2)
            if exists(each, month, day)
        ]
        found = self.nearest(days)
        if found is not None:
            return DateReading(found, problem=None, span=span)
        year = self.today.year + (0 if self.past else 1)
        return DateReading(problem="no_such_day", options=neighbours(year, month, day), span=span)

    def nearest(self, days: list[date]) -> date | None:
        """The next of some days; in a field about the past the latest, unless one is quite near."""
        coming = [each for each in days if each >= self.today]
        over = [each for each in days if each <= self.today]
        if not self.past:
            return min(coming, default=None)
        soon = [each for each in coming if self.today < each <= self.today + SOON]
        if soon and self.today not in over:
            return soon[0]
        return max(over, default=None)

    def lunar(
        self, day: int, month: int, year: int | None, leap: bool, span: tuple[int, int]
    ) -> DateReading:
        """A day of the moon; without a year the nearest."""
        if not 1 <= month <= 12 or not 1 <= day <= 30:
            return DateReading(problem="no_such_day", lunar=True, span=span)
        now = to_lunar(self.today).year
        years = [year] if year is not None else [now - 1, now, now + 1]
        with_month = [each for each in years if not leap or has_leap_month(each, month)]
        found = [to_solar(LunarDate(each, month, day, leap)) for each in with_month]
        days = [each for each in found if each is not None]
        value = (days[0] if days else None) if year is not None else self.nearest(days)
        if value is not None:
            return DateReading(value, problem=None, lunar=True, span=span)
        if leap:
            return DateReading(problem="no_leap_month", lunar=True, span=span)
        if day == 30:
            kept = day_kept(year or now, month, 30)
            return DateReading(problem="no_such_day", options=(kept,), lunar=True, span=span)
        return DateReading(problem="no_such_day", lunar=True, span=span)

    def lunar_month(self, day: int, step: int, span: tuple[int, int]) -> DateReading:
        """A day of the lunar month that lies so many months on from this one."""
        now = self.today - timedelta(days=to_lunar(self.today).day - 1)
        for _ in range(abs(step)):
            near = now + timedelta(days=32 if step > 0 else -1)
            now = near - timedelta(days=to_lunar(near).day - 1)
        found = now + timedelta(days=day - 1)
        return DateReading(found, problem=None, lunar=True, span=span)

    def next_lunar_day(self, day: int, span: tuple[int, int], step: int = 0) -> DateReading:
        """The next such day of a lunar month, today included; back from today in the past."""
        one_on = timedelta(days=step or (-1 if self.past else 1))
        candidate = self.today
        for _ in range(70):
            if to_lunar(candidate).day == day:
                return DateReading(candidate, problem=None, lunar=True, span=span)
            candidate += one_on
        return DateReading(problem="no_such_day", lunar=True, span=span)

    def last_of_year(self, span: tuple[int, int]) -> DateReading:
        """The last day of the lunar year: Tết eve."""
        now = to_lunar(self.today).year
        days = [day_kept(year, 12, 30) for year in (now - 1, now, now + 1)]
        return DateReading(self.nearest(days), problem=None, lunar=True, span=span)
