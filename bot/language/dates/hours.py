"""Hours as people type them."""

from __future__ import annotations

import re
from datetime import time
from functools import lru_cache

from bot.language.dates.readings import TimeReading, aligned
from bot.language.dates.words import (
    SPOKEN,
)
from bot.language.keys import mend_words
from bot.language.patterns import Pattern

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
_SPOKEN_HOURS = {
    words: number
    for words, number in {**SPOKEN, "muoi nam": 15, "hai muoi mot": 21}.items()
    # "hai ba giờ" is two or three.
    if number <= 24 and not re.match(r"ham|hai (?!muoi)", words)
}
_HOUR_WORDS = r"(?:\d{1,2}|" + "|".join(sorted(_SPOKEN_HOURS, key=len, reverse=True)) + ")"
_CLOCK = Pattern(
    rf"(?<![\d/.])(?P<h>{_HOUR_WORDS})\s*(?:(?:h|g)(?![a-z])|gio\b|:(?=\d)|\.(?=\d{{2}}\s*(?:am|pm)\b)|(?=\s+ruoi\b)|(?=(?:am|pm)\b))"
    r"\s*(?:(?P<half>ruoi\b)|(?:kem|thieu)\s*(?P<less>\d{1,2}|muoi lam|muoi|hai muoi|nam)"
    rf"|(?P<m>\d{{1,2}})(?![\d/.\-])|(?P<words>{_MINUTE_WORDS}))?"
    r"\s*(?:p\b|phut\b)?"
    rf"(?:\s*{_PART}\b)?"
)
_RANGE = Pattern(r"(?<!\d)(?P<h>\d{1,2})\s?-\s?\d{1,2}\s*(?:h|g|gio)\b")
_FROM_TO = Pattern(r"\btu (?P<h>\d{1,2}) (?:den|toi) \d{1,2}\s*(?:h|g|gio)\b")
_DOTTED = Pattern(r"^\s*(?P<h>\d{1,2})\.(?P<m>\d{2})\s*$")
_BARE = Pattern(rf"^\s*(?:luc\s*)?(?P<h>{_HOUR_WORDS})\s*(?:{_PART})?\s*$")
_PART_ANYWHERE = Pattern(
    r"\b(?<!doi )(?<!chuyen )(?<!dich )(sang|trua|chieu|toi|dem|khuya)\b(?!\s*(?:thieu|lap|kien))"
)
_NO_EVENING = Pattern(
    r"\b(?:cho|cua|nha|bao|nho|giu|gap|giup|gium|chung|voi|goi) toi\b(?! (?:thu|chu nhat|ngay|nay|mai))|"
    r"\btoi (?=(?:muon|dinh|can|se|la|moi|xin|nho|bao|chot|thay|dang|khong|co|o|tinh|da|vua|nghi)\b)"
)
"""tôi without its accent, and no evening: "them cho toi mot buoi"."""


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
    match = _RANGE.search(folded) or _FROM_TO.search(folded)
    if match and not re.search(r"\d{1,2}\s?-\s?\d{1,2}\s?-", folded):
        return _hour(int(match["h"]), 0, None, folded, match.span())
    match = _clock(line, folded)
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
    elif match["words"]:
        minutes = _MINUTES[match["words"]]
    if match["less"]:
        less = int(match["less"]) if match["less"].isdecimal() else SPOKEN.get(match["less"])
        hour, minutes = hour - 1, 60 - (less or 0)
    return _hour(hour, minutes, match["part"], folded, match.span())


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else _SPOKEN_HOURS[words]


def _clock(line: str, folded: str) -> re.Match[str] | None:
    """The first hour, not begun in the middle of a day's number: "ngày hai mươi, tám giờ"."""
    at = 0
    while (match := _CLOCK.search(folded, at)) is not None:
        if _begins_a_number(line, folded, match):
            return match
        at = match.start() + 1
    return None


def _begins_a_number(line: str, folded: str, match: re.Match[str]) -> bool:
    hour = match["h"].split()
    if len(hour) < 2:
        return True
    before = folded[: match.start()].split()[-2:]
    if before[-1:] and before[-1] in _BEFORE_A_DAY:
        return False
    at = match.start() + folded[match.start() :].index("muoi")
    ten = line[at : at + 4].lower()
    if hour[0] == "hai":
        # "tháng mười hai mười bốn giờ"
        return ten != "mười" and before[-1:] not in (["muoi"], ["thu"])
    goes_on = before[-1:] and before[-1] in ("hai", "ba") and before[:-1] not in (["thu"], ["muoi"])
    return ten == "mười" or not goes_on


_BEFORE_A_DAY = frozenset(("ngay", "mung", "mong", "thang"))


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
        r"\bam(?= lich\b| (?:hang|moi) thang\b)|(?<![.:]\d\d )(?<=\b(?:1[3-9]|[23]\d) )am\b",
        "__",
        folded,
    )


def _part_beside(folded: str, at: int, hour: int) -> str | None:
    """The part of the day that is told elsewhere in a sentence, the nearest to the hour."""
    found = list(_PART_ANYWHERE.finditer(_NO_EVENING.sub(lambda no: "_" * len(no[0]), folded)))
    nearest = min(found, key=lambda each: abs(each.start() - at), default=None)
    if nearest is None or (nearest[1] == "sang" and 1 <= hour <= 4):
        # Nobody meets at two in the morning: "sang" leads over to it.
        return None
    return nearest[1]


def _hour(
    hour: int, minutes: int, part: str | None, folded: str, span: tuple[int, int]
) -> TimeReading:
    if not 0 <= hour <= 24 or not 0 <= minutes < 60:
        return TimeReading(problem="bad", span=span)
    if part is None:
        rest = folded[: span[0]] + " " + folded[span[1] :]
        # "tuần tới", "thứ bảy tới": no evening.
        rest = re.sub(r"\b(?:tuan|thang|nam|bay|hai|ba|tu|sau|nhat) toi\b", " ", rest)
        part = _part_beside(rest, span[0], hour)
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
