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

from bot.language.keys import mend_words
from bot.language.lunar import LunarDate, day_kept, has_leap_month, to_lunar, to_solar
from bot.language.text import fold, same, single_line


@dataclass(frozen=True)
class DateReading:
    """A day, or days to choose from, or the problem with the words.

    Problems: "none" nothing like a day; "no_such_day"; "month_first" (3/15); "which_day",
    "which_week_day", "which_month_day" only some time, a week or a month was named;
    "no_leap_month"; "which" several days.
    `span`: where in the folded text the words stood.
    """

    value: date | None = None
    options: tuple[date, ...] = ()
    problem: str | None = None
    lunar: bool = False
    """The words are lunar, or may be ("mùng 8 tháng 3"): the lunar day is said back too."""
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class TimeReading:
    """An hour; `sure` when the words leave no doubt which half of the day is meant."""

    value: time | None = None
    sure: bool = False
    problem: str | None = "none"
    span: tuple[int, int] = (0, 0)
    next_day: bool = False
    """ "12 giờ đêm" of a day is the first moment of the next."""


MOST_READ = 1000
"""Characters in which days and hours are looked for: the rest would be a paste gone wrong."""


def aligned(text: str) -> tuple[str, str]:
    """A text on one line and its folded form, letter for letter, so that spans fit both."""
    line = single_line(text)[:MOST_READ]
    folded = fold(line)
    return (line, folded) if len(folded) == len(line) else (folded, folded)


def _spoken_days() -> dict[str, int]:
    """How the days 1 to 31 are said, folded: "muoi lam", "hai muoi tu", "ham tu", "hai tu"."""
    units = ("", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin")
    found = {unit: number for number, unit in enumerate(units) if unit} | {"tu": 4}
    # "mười năm" and "hai năm" are years.
    for unit, number in {**found, "lam": 5, "nham": 5}.items():
        if unit == "nam":
            continue
        found[f"muoi {unit}"] = 10 + number
        found |= {f"{twenty} {unit}": 20 + number for twenty in ("hai muoi", "ham", "hai")}
    return found | {
        "muoi": 10, "hai muoi": 20, "hai chuc": 20, "ba muoi": 30, "ba muoi mot": 31, "ba mot": 31,
    }  # fmt: skip


_SPOKEN = _spoken_days()
_NUMBER_WORDS = frozenset(
    same(word)
    for word in "một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi hăm chục".split()
)
NUMBER = r"(?:\d{1,2}|" + "|".join(sorted(_SPOKEN, key=len, reverse=True)) + ")"
_MONTH_WORDS = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip
# "3 tháng một lần" is a rhythm.
_MONTH = r"(?:\d{1,2}|" + "|".join(sorted(_MONTH_WORDS, key=len, reverse=True)) + r")\b(?!\s*lan\b)"
_STEPS = {
    "nay": 0, "sau": 1, "toi": 1, "sau nua": 2, "toi nua": 2, "truoc": -1, "trc": -1, "roi": -1,
    "qua": -1, "vua roi": -1, "vua qua": -1, "moi roi": -1, "truoc nua": -2, "ngoai": -1, "kia": -2,
}  # fmt: skip
"""What stands after "tuần", "tháng" and "năm", and how many it counts on."""
_WHICH = "|".join(
    sorted((each for each in _STEPS if each not in ("ngoai", "kia")), key=len, reverse=True)
)
_LUNAR = r"(?:\s*\(?(?P<mark>am lich|am|al|ta|duong lich|duong|dl|tay)\b\)?)?"
_LEAP = r"(?P<leap>\s*nhuan\b)?"
_YEAR = (
    r"(?:\s*(?:nam|/|-|,)?\s*(?P<year>\d{4})(?!\d)"
    r"|\s*nam (?P<years>ngoai|roi|truoc|kia|nay|sau|toi)\b)?"
)
# Said of a lunar day as often as of a solar one: Tết, Đoan Ngọ, Giỗ Tổ.
_OFTEN_LUNAR = frozenset(((1, 1), (2, 1), (3, 1), (5, 5), (10, 3)))
_SOON = timedelta(days=31)
"""In a field about the past a day this near is a slip, and not the day of last year."""
WEEKDAY_WORDS = {
    "hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5,
    "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip
WEEKDAY = (
    r"(?:\bthu\s*(?P<day>hai|ba|tu|nam|sau|bay|[2-7])\b|\bt\.?\s?(?P<short>[2-7])\b"
    r"|(?P<sunday>\bchu nh[au]t\b|\bchua nh[au]t\b|\bcn\b)"
    r"|\b(?P<english>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b)"
)


def weekday_of(match: re.Match[str]) -> int:
    """The weekday that a `WEEKDAY` match names; 0 is Monday."""
    if match["sunday"]:
        return 6
    return WEEKDAY_WORDS[match["day"] or match["short"] or match["english"]]


def number_of(word: str) -> int:
    """The day that digits or folded words name ("ham mot"); 0 for none."""
    if word.isdecimal():
        return int(word)
    return _SPOKEN.get(word, 0)


def _month_start(day: date, months: int = 0) -> date:
    """The first of the month that lies so many months on."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _month_end(day: date) -> date:
    return _month_start(day, 1) - timedelta(days=1)


class _Reader:
    """Reads one text; each method tries one way of naming a day."""

    def __init__(self, text: str, folded: str, today: date, *, past: bool) -> None:
        self.text = text.lower()
        self.folded = folded
        self.today = today
        self.past = past

    def read(self) -> DateReading:
        ways: list[Callable[[], DateReading | None]] = [
            self._iso,
            self._numeric,
            self._bare_digits,
            self._feast,
            self._named_month,
            self._english,
            self._day_of_month,
            self._counted,
            self._weekday,
            self._week,
            self._vague,
            self._relative,
            self._month,
        ]
        for way in ways:
            found = way()
            if found is not None:
                return found
        return DateReading(problem="none")

    def _search(
        self, pattern: str, valid: Callable[[re.Match[str]], bool] | None = None
    ) -> re.Match[str] | None:
        for match in re.finditer(pattern, self.folded):
            if valid is None or valid(match):
                return match
        return None

    # How a matched piece was typed: "từ" and "tư" fold alike, "sau" and "sáu" too.

    def _typed(self, match: re.Match[str], group: str | int = 0) -> str:
        start, end = match.span(group)
        return self.text[start:end] if start >= 0 else ""

    def _is_number(self, match: re.Match[str], group: str = "d") -> bool:
        """Whether the words of a group are numbers with the accents that they were typed with."""
        return all(
            word.isdecimal() or word == fold(word) or same(word) in _NUMBER_WORDS
            for word in self._typed(match, group).split()
        )

    def _is_bare(self) -> bool:
        return self.text == self.folded

    def _is_month_of_number(self, match: re.Match[str]) -> bool:
        """Whether "sau" in "tháng sau" is the number six; a bare one may be either."""
        return match["m"] != "sau" or self._typed(match, "m") != "sau" or self._is_bare()

    # Numbers

    def _iso(self) -> DateReading | None:
        match = self._search(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
        if match is None:
            return None
        return self._solar(int(match[3]), int(match[2]), int(match[1]), match.span())

    def _numeric(self) -> DateReading | None:
        match = self._search(
            r"(?<![\d/.,-])(?:ngay\s*)?(?P<d>\d{1,2})\s?(?P<sep>[/.\-])\s?(?P<m>\d{1,2})"
            r"(?:\s?[/.\-]\s?(?P<y>\d{4}|\d{2}))?(?![\d/])" + _LEAP + _LUNAR + _YEAR
        )
        if match is None:
            return None
        day, month = int(match["d"]), int(match["m"])
        if match["sep"] in ".-" and match["y"] is None and not 1 <= month <= 12:
            return None
        is_lunar = self._is_lunar(match)
        year = self._short_year(match["y"]) if match["y"] else self._year(match, lunar=is_lunar)
        if is_lunar:
            return self._lunar(day, month, year, bool(match["leap"]), match.span())
        if month > 12 >= day:
            return DateReading(problem="month_first", span=match.span())
        return self._solar(day, month, year, match.span())

    def _bare_digits(self) -> DateReading | None:
        """A whole message of digits: "15 3 2027", "15 3", "15032027"."""
        match = re.fullmatch(
            r"(?:ngay )?(\d{1,2})[ .-](\d{1,2})(?: (\d{4}|\d{2}))?", self.folded
        ) or re.fullmatch(r"(\d{2})(\d{2})((?:19|20)\d{2})", self.folded)
        if match is None:
            return None
        day, month = int(match[1]), int(match[2])
        if month > 12 >= day:
            return DateReading(problem="month_first", span=match.span())
        return self._solar(
            day, month, self._short_year(match[3]) if match[3] else None, match.span()
        )

    def _short_year(self, digits: str) -> int:
        year = int(digits)
        if year >= 100:
            return year
        return year + (2000 if not self.past or 2000 + year <= self.today.year else 1900)

    def _year(self, match: re.Match[str], *, lunar: bool) -> int | None:
        if match["year"]:
            return int(match["year"])
        if match["years"]:
            now = to_lunar(self.today).year if lunar else self.today.year
            return now + _STEPS[match["years"]]
        return None

    @staticmethod
    def _is_lunar(match: re.Match[str]) -> bool:
        return bool(match["leap"]) or match["mark"] in ("am lich", "am", "al", "ta")

    # A day and its month

    def _named_month(self) -> DateReading | None:
        match = self._search(
            rf"\b(?:(?P<prefix>ngay|hom|bua)\s*)?(?P<early>(?:mung|mong)\s*)?(?P<d>{NUMBER})\s*"
            rf"(?:thang|thg|th|t)\.?\s?(?P<m>{_MONTH})"
            + _LEAP
            + _LUNAR
            + _YEAR
            + r"(?:\s*(?P<mark2>am lich|am|al)\b)?",
            self._names_a_month,
        )
        if match is None:
            return self._month_before_day()
        day, month = number_of(match["d"]), self._month_number(match["m"])
        lunar = self._is_lunar(match) or bool(match["mark2"]) or match["m"] in ("gieng", "chap")
        year = self._year(match, lunar=lunar)
        if lunar:
            return self._lunar(day, month, year, bool(match["leap"]), match.span())
        solar = self._solar(day, month, year, match.span())
        if match["m"] == "sau" and self._typed(match, "m") == "sau" and year is None:
            # "ngay 15 thang sau": next month, or June.
            following = self._in_month(day, _month_start(self.today, 1), match.span())
            days = tuple(each for each in (following.value, solar.value) if each is not None)
            return DateReading(options=days, problem="which", span=match.span())
        if match["early"] and not match["mark"]:
            if (day, month) in _OFTEN_LUNAR:
                by_moon = self._lunar(day, month, year, False, match.span())
                days = tuple(each for each in (by_moon.value, solar.value) if each is not None)
                return DateReading(options=days, problem="which", lunar=True, span=match.span())
            return replace(solar, lunar=True)
        return solar

    def _names_a_month(self, match: re.Match[str]) -> bool:
        if not self._is_number(match) or not self._is_number_or_name(match):
            return False
        if not match["prefix"] and not match["early"] and match["d"] in ("tu", "sau"):
            # "từ tháng 3", "sau tháng 3".
            return self._typed(match, "d") != fold(match["d"])
        return self._is_month_of_number(match)

    def _is_number_or_name(self, match: re.Match[str]) -> bool:
        return match["m"] in ("gieng", "chap") or self._is_number(match, "m")

    @staticmethod
    def _month_number(word: str) -> int:
        return int(word) if word.isdecimal() else _MONTH_WORDS[word]

    def _month_before_day(self) -> DateReading | None:
        """ "tháng 3 ngày 15"."""
        match = self._search(
            rf"\bthang (?P<m>{_MONTH}),?\s*(?:ngay|mung|mong) (?P<d>{NUMBER})\b" + _LUNAR + _YEAR
            + _LEAP,
            lambda found: self._is_number(found) and self._is_number_or_name(found),
        )  # fmt: skip
        if match is None:
            return None
        lunar = self._is_lunar(match) or match["m"] in ("gieng", "chap")
        day, month = number_of(match["d"]), self._month_number(match["m"])
        year = self._year(match, lunar=lunar)
        if lunar:
            return self._lunar(day, month, year, bool(match["leap"]), match.span())
        return self._solar(day, month, year, match.span())

    # Feasts and the moon

    def _feast(self) -> DateReading | None:
        match = self._search(
            rf"\bram(?:\s*thang\s*(?:(?P<m>{_MONTH})|(?P<which>{_WHICH})\b)|\s*(?P<last>vua roi|vua qua"
            r"|truoc|roi|qua)\b)?" + _YEAR
        )
        if match:
            return self._full_moon(match)
        match = self._search(r"\btruoc tet (?P<n>" + NUMBER + r") (?P<unit>tuan|ngay|bua|hom)\b")
        if match:
            span = timedelta(days=number_of(match["n"]) * (7 if match["unit"] == "tuan" else 1))
            tet = self._lunar(1, 1, None, False, match.span())
            assert tet.value is not None
            return replace(tet, value=tet.value - span)
        match = self._search(r"\btet (?:tay|duong lich|duong|dl)\b")
        if match:
            return self._solar(1, 1, None, match.span())
        match = self._search(r"\b(?:(?:mung|mong)\s*)?(?P<d>" + NUMBER + r")\s*tet\b")
        if match:
            day = number_of(match["d"])
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
        match = self._search(
            rf"\b(?:mung|mong)\s*(?P<d>{NUMBER})\b(?!\s*(?:thang|thg|th|t)\b)(?!\s*t\d)",
            self._is_number,
        ) or self._search(
            rf"(?<!thang )(?<!thg )(?<!th )\b(?:ngay\s*)?(?P<d>{NUMBER})\s*(?:am lich|am|al)\b",
            self._is_number,
        )
        if match:
            return self._next_lunar_day(number_of(match["d"]), match.span())
        match = self._search(r"\bthang (?P<m>\d{1,2}) nhuan(?: nam (?P<y>\d{4}))?")
        if match:
            year = int(match["y"] or to_lunar(self.today).year)
            if not has_leap_month(year, int(match["m"])):
                return DateReading(problem="no_leap_month", span=match.span())
        return None

    def _full_moon(self, match: re.Match[str]) -> DateReading:
        span = match.span()
        if match["last"]:
            return self._next_lunar_day(15, span, -1)
        step = _STEPS.get(match["which"] or "")
        either = match["m"] == "sau" and self._typed(match, "m") == "sau"
        if either and not self._is_bare():
            step, either = 1, False
        if step is None and match["m"] is None:
            return self._next_lunar_day(15, span)
        if step is not None:
            return self._lunar_month(15, step, span)
        month = self._month_number(match["m"])
        found = self._lunar(15, month, self._year(match, lunar=True), False, span)
        if either and found.value is not None:
            following = self._lunar_month(15, 1, span).value
            days = tuple(each for each in (following, found.value) if each is not None)
            return DateReading(options=days, problem="which", lunar=True, span=span)
        return found

    def _lunar_month(self, day: int, step: int, span: tuple[int, int]) -> DateReading:
        """A day of the lunar month that lies so many months on from this one."""
        now = self.today - timedelta(days=to_lunar(self.today).day - 1)
        for _ in range(abs(step)):
            near = now + timedelta(days=32 if step > 0 else -1)
            now = near - timedelta(days=to_lunar(near).day - 1)
        found = now + timedelta(days=day - 1)
        return DateReading(found, problem=None, lunar=True, span=span)

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

    # Counted from today

    def _counted(self) -> DateReading | None:
        # "thứ hai tuần trước" is a Monday, not two weeks.
        match = self._search(
            r"(?<!\bthu )\b(?P<n>" + NUMBER + r"|nua)\s*(?P<unit>ngay|bua|hom|tuan|thang)\s*"
            r"(?P<way>nua|truoc|trc|roi)\b(?! nua)",
            lambda found: found["n"] == "nua" or self._is_number(found, "n"),
        ) or self._search(
            r"\bcach (?:day|nay) (?P<n>"
            + NUMBER
            + r"|nua) (?P<unit>ngay|bua|hom|tuan|thang)(?P<way>)\b"
        )
        if match is None:
            return None
        sign = 1 if match["way"] == "nua" else -1
        unit = match["unit"]
        if match["n"] == "nua":
            if unit != "thang":
                return None
            return DateReading(self._plus(sign * 15), problem=None, span=match.span())
        number = number_of(match["n"])
        if unit == "thang" and number > 12 and sign < 0:
            # "20 tháng trước": the 20th of last month, more likely than twenty months ago.
            return self._in_month(number, _month_start(self.today, -1), match.span())
        if unit == "thang":
            first = _month_start(self.today, sign * number)
            day = min(self.today.day, _month_end(first).day)
            return DateReading(first.replace(day=day), problem=None, span=match.span())
        days = number * (7 if unit == "tuan" else 1)
        return DateReading(self._plus(sign * days), problem=None, span=match.span())

    def _weekday(self) -> DateReading | None:
        match = self._search(WEEKDAY)
        if match is None:
            return None
        weekday = weekday_of(match)
        start, end = match.span()
        rest = self.folded[end:]
        place = re.match(
            r"\s*(?:tuan )?(?P<nth>dau tien|dau|thu hai|thu 2|thu ba|thu 3|thu tu|thu 4|cuoi cung|cuoi)"
            rf"(?: cua| trong)? thang(?: (?P<which>{_WHICH})\b)?",
            rest,
        )
        if place:
            day = self._nth_weekday(weekday, nth_of(place["nth"]), place["which"])
            return DateReading(day, problem=None, span=(start, end + place.end()))
        monday = self.today - timedelta(days=self.today.weekday())
        week = re.match(rf"\s*(?:cua )?tuan (?P<which>{_WHICH})\b", rest)
        before = re.search(
            rf"\btuan (?P<which>{_WHICH})(?:,| la| vao| nham)*\s*$", self.folded[:start]
        )
        if week or before:
            found = week or before
            assert found is not None
            day = monday + timedelta(days=7 * _STEPS[found["which"]] + weekday)
            span = (start, end + week.end()) if week else (found.start(), end)
            return DateReading(day, problem=None, span=span)
        ago = timedelta(days=(self.today.weekday() - weekday) % 7)
        last = re.match(
            r"\s*(?:vua roi|vua qua|moi roi|hom roi|bua roi|roi|truoc|trc|qua)\b(?! nha (?!con))",
            rest,
        )
        if last and (self.past or last[0].strip() not in ("roi", "qua")):
            day = self.today - (ago or timedelta(days=7))
            return DateReading(day, problem=None, span=(start, end + last.end()))
        more = re.match(r"\s*(?:nay|toi)\b(?!\s*\d)", rest)
        if more:
            end += more.end()
        if self.past:
            day = self.today - ago
        else:
            day = self.today + timedelta(days=(weekday - self.today.weekday()) % 7)
        return DateReading(day, problem=None, span=(start, end))

    def _nth_weekday(self, weekday: int, nth: int, which: str | None) -> date:
        if which:
            return nth_weekday(_month_start(self.today, _STEPS[which]), weekday, nth)
        day = nth_weekday(_month_start(self.today), weekday, nth)
        if self.past and day > self.today:
            return nth_weekday(_month_start(self.today, -1), weekday, nth)
        if not self.past and day < self.today:
            return nth_weekday(_month_start(self.today, 1), weekday, nth)
        return day

    def _week(self) -> DateReading | None:
        monday = self.today - timedelta(days=self.today.weekday())
        match = self._search(rf"\bcuoi tuan(?: (?P<which>{_WHICH}))?\b")
        if match:
            step = _STEPS.get(
                match["which"] or "", -1 if self.past and self.today.weekday() < 5 else 0
            )
            start = monday + timedelta(days=7 * step)
            days = (start + timedelta(days=5), start + timedelta(days=6))
            return DateReading(options=days, problem="which", span=match.span())
        match = self._search(rf"\b(?:(?:dau|giua) tuan|tuan (?:{_WHICH}))\b|\b(?:next|last) week\b")
        if match:
            return DateReading(problem="which_week_day", span=match.span())
        return None

    def _vague(self) -> DateReading | None:
        match = self._search(
            r"\bmai mot\b|\b(?:hom|bua) (?:bua|truoc|no|hom|roi|do)\b|\b(?:moi|vua) (?:day|roi|qua)\b"
            r"|\blau roi\b|\b(?:hoi|dao|lan) truoc\b|\bbua gio\b"
            r"|\b(?:may|vai) (?:hom|bua|ngay|tuan|thang) (?:truoc|nay|nua|roi)\b"
        )
        return DateReading(problem="which_day", span=match.span()) if match else None

    _PARTS: ClassVar[str] = "sang|trua|xe|chieu|toi|dem|khuya"
    _RELATIVE: ClassVar[tuple[tuple[str, int], ...]] = (
        (r"\b(?:hom|bua) kia\b", -2),
        # "chiều qua nhà văn hóa" goes somewhere.
        (rf"\b(?:hom|bua) qua\b|\b(?:{_PARTS}) qua\b(?! (?:nha (?!con)|ben|day|do|cho))|\bhoi hom\b"
         r"|\byesterday\b", -1),
        (rf"\b(?:hom|bua|ngay|{_PARTS}) nay\b|\bhoi (?:sang|trua|xe|chieu|nay)\b|\bnay gio\b|^nay$"
         r"|\btoday\b|\bluc nay\b", 0),
        (r"\bbay gio\b|\blien\b", 0),
        (r"\bngay m[ao]i\b|^moi$|\bmai\b|\btomorrow\b", 1),
        (rf"\b(?:ngay|bua|{_PARTS}) mot\b|^mot\b|(?<!\bmuoi )\bmot$", 2),
    )  # fmt: skip
    _NAMED_MAI: ClassVar[re.Pattern[str]] = re.compile(
        r"\b(?:co|chi|ba|ong|anh|chu|bac|em|di|thi|nha|cau|xuan|ngoc|thanh|hoang|tuyet|nguyen)\s+$"
    )

    def _relative(self) -> DateReading | None:
        match = self._search(r"\bngay kia\b")
        if match:
            if self._typed(match).endswith("ìa"):
                return DateReading(self._plus(3), problem=None, span=match.span())
            if self._typed(match).isascii() and self._is_bare():
                options = (self._plus(2), self._plus(3))
                return DateReading(options=options, problem="which", span=match.span())
            return DateReading(self._plus(2), problem=None, span=match.span())
        for pattern, days in self._RELATIVE:
            match = self._search(pattern, self._is_relative)
            if match:
                further = days == -2 and self._typed(match).endswith("ìa")
                found = self._plus(-3 if further else days)
                return DateReading(found, problem=None, span=match.span())
        return None

    def _is_relative(self, match: re.Match[str]) -> bool:
        """Whether words were typed as those of a day: "bây giờ" not "bảy giờ", "mai" not "cô Mai"."""
        typed, words = self._typed(match), match[0]
        if words in ("bay gio", "lien"):
            return typed in ("bây giờ", "liền") or self.text == words
        if words == "mai":
            return typed == "mai" and not self._NAMED_MAI.search(self.folded[: match.start()])
        if words.endswith("mot"):
            return not typed.endswith("một")
        return True

    def _plus(self, days: int) -> date:
        return self.today + timedelta(days=days)

    # A day without a month, a month without a day

    def _day_of_month(self) -> DateReading | None:
        match = self._search(
            rf"\b(?P<prefix>(?:ngay|hom|bua)(?: (?:mung|mong))?|mung|mong) (?P<d>{NUMBER})\b"
            rf"(?: thang (?P<which>{_WHICH})\b)?(?!\s*(?:ngay|tuan|bua)\b)",
            self._is_day_of_month,
        ) or self._search(
            # "20 tháng trước" may be twenty months ago.
            rf"\b(?P<prefix>)(?P<d>{NUMBER}) (?:thang (?P<which>nay|sau|toi)\b(?! nua)|(?:tay|duong)\b)",
            self._is_day_of_month,
        )
        if match is None:
            return None
        day = number_of(match["d"])
        early = match["prefix"].endswith(("mung", "mong"))
        if match["which"]:
            first = _month_start(self.today, _STEPS[match["which"]])
            return replace(self._in_month(day, first, match.span()), lunar=early)
        for months in range(12):
            first = _month_start(self.today, -months if self.past else months)
            found = self._in_month(day, first, match.span())
            if found.value is not None and (
                found.value <= self.today if self.past else found.value >= self.today
            ):
                return replace(found, lunar=early)
        return DateReading(problem="no_such_day", span=match.span())

    def _is_day_of_month(self, match: re.Match[str]) -> bool:
        # "ngày mốt" is the day after tomorrow, whichever way it is typed but with "một".
        if match["d"] == "mot" and match["prefix"] in ("ngay", "bua"):
            return self._typed(match, "d") == "một"
        return self._is_number(match)

    def _in_month(self, day: int, first: date, span: tuple[int, int]) -> DateReading:
        try:
            return DateReading(first.replace(day=day), problem=None, span=span)
        except ValueError:
            options = _neighbours(first.year, first.month, day)
            return DateReading(problem="no_such_day", options=options, span=span)

    def _month(self) -> DateReading | None:
        match = self._search(r"\bcuoi thang(?: (?P<which>nay|sau|toi))?\b(?! (?:\d|truoc|roi|vua))")
        if match and not self.past:
            first = _month_start(self.today, _STEPS.get(match["which"] or "", 0))
            return DateReading(_month_end(first), problem=None, span=match.span())
        match = self._search(
            rf"\b(?:dau|giua|cuoi|trong|hoi) thang\b|\bthang (?:{_WHICH}|{_MONTH})|\b(?:next|last) month\b"
        )
        if match:
            return DateReading(problem="which_month_day", span=match.span())
        match = self._search(
            r"\b(?:dau|giua|cuoi) nam\b|\bnam (?:ngoai|roi|truoc|kia|nay|sau|toi)\b|\blast year\b"
        )
        return DateReading(problem="which_day", span=match.span()) if match else None

    # Days of a calendar

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
        days = [
            date(each, month, day)
            for each in range(self.today.year - 1, self.today.year + 2)
            if _exists(each, month, day)
        ]
        found = self._nearest(days)
        if found is not None:
            return DateReading(found, problem=None, span=span)
        year = self.today.year + (0 if self.past else 1)
        return DateReading(problem="no_such_day", options=_neighbours(year, month, day), span=span)

    def _nearest(self, days: list[date]) -> date | None:
        """The next of some days; in a field about the past the latest, unless one is quite near."""
        coming = [each for each in days if each >= self.today]
        over = [each for each in days if each <= self.today]
        if not self.past:
            return min(coming, default=None)
        soon = [each for each in coming if self.today < each <= self.today + _SOON]
        if soon and self.today not in over:
            return soon[0]
        return max(over, default=None)

    def _lunar(
        self, day: int, month: int, year: int | None, leap: bool, span: tuple[int, int]
    ) -> DateReading:
        if not 1 <= month <= 12 or not 1 <= day <= 30:
            return DateReading(problem="no_such_day", lunar=True, span=span)
        now = to_lunar(self.today).year
        years = [year] if year is not None else [now - 1, now, now + 1]
        with_month = [each for each in years if not leap or has_leap_month(each, month)]
        found = [to_solar(LunarDate(each, month, day, leap)) for each in with_month]
        days = [each for each in found if each is not None]
        value = (days[0] if days else None) if year is not None else self._nearest(days)
        if value is not None:
            return DateReading(value, problem=None, lunar=True, span=span)
        if leap:
            return DateReading(problem="no_leap_month", lunar=True, span=span)
        if day == 30:
            kept = day_kept(year or now, month, 30)
            return DateReading(problem="no_such_day", options=(kept,), lunar=True, span=span)
        return DateReading(problem="no_such_day", lunar=True, span=span)

    def _next_lunar_day(self, day: int, span: tuple[int, int], step: int = 0) -> DateReading:
        """The next such day of a lunar month, today included; back from today in the past."""
        one_on = timedelta(days=step or (-1 if self.past else 1))
        candidate = self.today
        for _ in range(70):
            if to_lunar(candidate).day == day:
                return DateReading(candidate, problem=None, lunar=True, span=span)
            candidate += one_on
        return DateReading(problem="no_such_day", lunar=True, span=span)

    def _last_of_year(self, span: tuple[int, int]) -> DateReading:
        now = to_lunar(self.today).year
        days = [day_kept(year, 12, 30) for year in (now - 1, now, now + 1)]
        return DateReading(self._nearest(days), problem=None, lunar=True, span=span)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= day <= _month_end(date(year, month, 1)).day


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
        (2, ("thu hai", "thu 2", "second", "2")),
        (3, ("thu ba", "thu 3", "third", "3")),
        (4, ("thu tu", "thu 4", "fourth", "4")),
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
    found = _Reader(line, folded, today, past=past).read()
    if found.problem == "none" and (mended := mend_words(line)) != line:
        return _Reader(*aligned(mended), today, past=past).read()
    return found


# "8 giờ tới 10 giờ" is no evening.
_PART = r"(?P<part>sang|trua|chieu|toi(?!\s*\d)|dem|khuya|am|pm)"
_MINUTE_WORDS = (
    r"(?:(?:hai|ba|bon|nam) muoi(?: lam)?|muoi lam|(?:hai|ba|bon|nam) lam|muoi)"
    rf"(?=\s*(?:p\b|phut\b|$|,|{_PART.replace('?P<part>', '?:')}\b))"
)
_MINUTES = {
    "muoi": 10, "muoi lam": 15,
    **{f"{tens} muoi": number for tens, number in (("hai", 20), ("ba", 30), ("bon", 40), ("nam", 50))},
    **{f"{tens}{muoi} lam": number + 5 for muoi in ("", " muoi")
       for tens, number in (("hai", 20), ("ba", 30), ("bon", 40), ("nam", 50))},
}  # fmt: skip
_HOUR_WORDS = r"(?:\d{1,2}|muoi mot|muoi hai|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"
_CLOCK = re.compile(
    rf"(?<![\d/.])(?P<h>{_HOUR_WORDS})\s*(?:(?:h|g)(?![a-z])|gio\b|:(?=\d)|(?=\s+ruoi\b)|(?=(?:am|pm)\b))"
    r"\s*(?:(?P<half>ruoi\b)|kem\s*(?P<less>\d{1,2}|muoi lam|muoi|hai muoi|nam)"
    rf"|(?P<m>\d{{1,2}})(?![\d/.\-])|(?P<words>{_MINUTE_WORDS}))?"
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
    line, folded = aligned(text)
    found = find_time(line, folded, alone=True)
    if found.problem == "none" and (mended := mend_words(line)) != line:
        return find_time(*aligned(mended), alone=True)
    return found


def find_time(line: str, folded: str, *, alone: bool = False) -> TimeReading:
    """The hour in a sentence, aligned with its folded form.

    `alone` where nothing but an hour is asked for.
    """
    folded = _without_false_parts(line, folded)
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
            return _hour(number_of(match["h"]), 0, match["part"], folded, match.span())
    if match is None:
        return TimeReading()
    hour = number_of(match["h"])
    minutes = 0
    if match["half"]:
        minutes = 30
    elif match["m"]:
        minutes = int(match["m"])
    elif match["words"]:
        minutes = _MINUTES[match["words"]]
    if match["less"]:
        less = int(match["less"]) if match["less"].isdecimal() else _SPOKEN.get(match["less"])
        hour, minutes = hour - 1, 60 - (less or 0)
    return _hour(hour, minutes, match["part"], folded, match.span())


def _without_false_parts(line: str, folded: str) -> str:
    """A folded sentence without words that only look like a part of the day.

    "8 giờ tới nhà văn hóa" is no evening, "ngày 15 âm" no morning.
    """

    def kept(found: re.Match[str]) -> str:
        typed = line[slice(*found.span())].lower()
        if "ớ" in typed or "â" in typed:
            return "_" * len(found[0])
        return found[0]

    folded = re.sub(r"\b(?:toi|am)\b", kept, folded)
    return re.sub(
        r"\bam(?= lich\b| (?:hang|moi) thang\b)|(?<=\b1[3-9] )am\b|(?<=\b[23]\d )am\b", "__", folded
    )


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
            return TimeReading(time(0, minutes), problem=None, span=span, next_day=True)
    elif part == "am" and hour == 12:
        hour = 0
    elif part is None and 1 <= hour <= 4:
        hour += 12
    if hour == 24:
        hour = 0
    return TimeReading(time(hour, minutes), sure=sure, problem=None, span=span)
