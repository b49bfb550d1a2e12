"""The words in which days are named, folded, and what they count."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.language.text import fold, same


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


SPOKEN = _spoken_days()
NUMBER_WORDS = frozenset(
    same(word)
    for word in "một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi hăm chục".split()
)
NUMBER = r"(?:\d{1,2}|" + "|".join(sorted(SPOKEN, key=len, reverse=True)) + ")"
MONTH_WORDS = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip
# "3 tháng một lần" is a rhythm.
MONTH = r"(?:\d{1,2}|" + "|".join(sorted(MONTH_WORDS, key=len, reverse=True)) + r")\b(?!\s*lan\b)"
STEPS = {
    "nay": 0, "sau": 1, "toi": 1, "sau nua": 2, "toi nua": 2, "truoc": -1, "trc": -1, "roi": -1,
    "qua": -1, "vua roi": -1, "vua qua": -1, "moi roi": -1, "truoc nua": -2, "ngoai": -1, "kia": -2,
}  # fmt: skip
"""What stands after "tuần", "tháng" and "năm", and how many it counts on."""
WHICH = "|".join(
    sorted((each for each in STEPS if each not in ("ngoai", "kia")), key=len, reverse=True)
)
LUNAR = r"(?:\s*\(?(?P<mark>am lich|am|al|ta|duong lich|duong|dl|tay)\b\)?)?"
LEAP = r"(?P<leap>\s*nhuan\b)?"
_UNIT = "(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)"
YEAR = (
    r"(?:\s*(?:nam|/|-|,)?\s*(?P<year>\d{4})(?!\d)"
    r"|\s*nam '?(?P<short>\d{2})(?!\d|\s*(?:nguoi|tuoi|gio|[hg])\b)"
    rf"|\s*nam (?P<spoken>(?:mot (?:ngan |nghin )?chin (?:tram )?)?(?:{_UNIT} (?:muoi ?)?{_UNIT}?|muoi {_UNIT})(?<! ))"
    r"\b(?!\s*(?:gio|ruoi|nguoi|tuoi|[hg])\b)"
    r"|\s*nam (?P<years>ngoai|roi|truoc|kia|nay|sau|toi)\b)?"
)
NEAR_YEARS = 10
"""Years ahead in which a day is looked for whose year has two digits; else it lies behind."""
# Said of a lunar day as often as of a solar one: Tết, Đoan Ngọ, Giỗ Tổ.
OFTEN_LUNAR = frozenset(((1, 1), (2, 1), (3, 1), (5, 5), (10, 3)))
SOON = timedelta(days=31)
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
    return SPOKEN.get(word, 0)


def month_start(day: date, months: int = 0) -> date:
    """The first of the month that lies so many months on."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def month_end(day: date) -> date:
    return month_start(day, 1) - timedelta(days=1)


def exists(year: int, month: int, day: int) -> bool:
    return 1 <= day <= month_end(date(year, month, 1)).day


def neighbours(year: int, month: int, day: int) -> tuple[date, ...]:
    """The real days around one that does not exist: the last of the month and the next first."""
    if not 28 < day <= 31:
        return ()
    last = month_end(date(year, month, 1))
    return (last, last + timedelta(days=1))


def nth_of(words: str) -> int:
    """Which weekday of a month words name: 1-4, or -1 for the last."""
    folded = fold(words)
    if folded.startswith(("cuoi", "last")):
        return -1
    if folded.startswith(("dau", "first")):
        return 1
    for number, names in (
        (2, ("thu hai", "thu nhi", "thu 2", "lan 2", "second", "2")),
        (3, ("thu ba", "thu 3", "lan 3", "third", "3")),
        (4, ("thu tu", "thu 4", "lan 4", "fourth", "4")),
    ):
        if folded.startswith(names):
            return number
    return 1


def nth_weekday(first: date, weekday: int, nth: int) -> date:
    """The nth weekday of the month that begins on `first`; -1 is the last."""
    if nth == -1:
        last = month_end(first)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
