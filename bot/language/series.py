"""What a sentence changes of a regular event: its days, hour or place, and from when on."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.language.dates.hours import find_time
from bot.language.dates.reading import read_date
from bot.language.dates.readings import aligned
from bot.language.dates.words import MONTH, MONTH_WORDS, WEEKDAY, weekday_of
from bot.language.patterns import Pattern
from bot.language.recurrences import Recurrence, read_event
from bot.language.text import fold


@dataclass(frozen=True)
class SeriesReading:
    """What a sentence changes; what it doesn't name stays as it was."""

    recurrence: Recurrence | None = None
    time: dt.time | None = None
    place: str | None = None
    since: dt.date | None = None
    asks_hour: bool = False
    """Another part of the day is named without an hour."""

    @property
    def changes(self) -> bool:
        """Whether anything is to be another way."""
        return bool(self.recurrence or self.time or self.place or self.asks_hour)


# What stands behind these is how it is to be; what stands before them, how it was.
_TO = Pattern(
    r"\b(?:sang|qua|thanh|vao|vo|lai|doi|chuyen|hop|gap|sinh hoat|kham|tap huan|ma|la|to|on|moi)\b"
)
_NOT_THIS = Pattern(r"\b(?:thay vi|thay cho|chu khong|khong phai|instead of|not)\b.*$")
_EVERY_WEEK = Pattern(r"\b(?:hang|moi|tung) tuan\b|\bevery week\b|\bweekly\b")
_PLACE = Pattern(
    r"\b(?:tai|o|at|(?:qua|sang|ve|den|toi)(?= (?:nha|chua|dinh|tru so|tram|truong|san|hoi truong"
    r"|van phong|quan|mieu|nha tho|thanh that|uy ban|ubnd)\b))\s+(?P<place>[^,;.]+)"
)
_PLACE_ENDS = Pattern(
    r"\s+(?:tu nay|tu gio|tu thang|tu tuan|luon|luc|vao|moi|hang|nha con|nha em|nghen|nghe|nhe|nha"
    r"|a|di|gium|giup|from now on)\b.*$"
)
_SINCE = Pattern(r"\b(?:tu|ke tu|bat dau(?: tu)?|from|starting|since)\s+(?P<when>.+)$")
_NOW = Pattern(r"(?:nay|gio|day|ray|now)\b")
_PARTS = Pattern(r"\b(?:sang|trua|chieu|toi)\b")


def read_change(text: str, before: Recurrence, hour: dt.time, now: dt.datetime) -> SeriesReading:
    """What a sentence changes of a regular event that took place by a rule at an hour.

    "từ nay họp chủ nhật" after the first Saturday is the first Sunday of the month.
    """
    line, folded = aligned(text)
    line = line if len(line) == len(folded) else folded
    kept = _NOT_THIS.sub("", folded)
    line = line[: len(kept)]
    place, kept = _take_place(line, kept)
    since = _since(kept, now.date())
    time = find_time(line[: len(kept)], kept)
    found = _last_hour(kept) if time.value else None
    rule = _rule(kept, before, now)
    return SeriesReading(
        rule,
        found,
        place,
        since,
        asks_hour=found is None and _moves_part(kept, hour),
    )


def _take_place(line: str, folded: str) -> tuple[str | None, str]:
    """The place that a sentence names, and the sentence without it."""
    match = _PLACE.search(folded)
    if match is None:
        return None, folded
    words = folded[match.start("place") :]
    words = words[: len(match["place"])]
    ending = _PLACE_ENDS.search(words)
    length = ending.start() if ending else len(words)
    place = line[match.start("place") : match.start("place") + length].strip(" ,.;:")
    rest = folded[: match.start()] + " " * (match.start("place") - match.start() + length)
    rest += folded[match.start("place") + length :]
    return (place if len(place) >= 3 else None), rest


def _pieces(folded: str) -> list[str]:
    """The parts of a sentence, what is to be last."""
    starts = [match.end() for match in _TO.finditer(folded)]
    return [folded[start:] for start in starts] or [folded]


def _last_hour(folded: str) -> dt.time | None:
    for piece in reversed([folded, *_pieces(folded)]):
        found = find_time(piece, piece)
        if found.value is not None:
            return found.value
    return None


def _rule(folded: str, before: Recurrence, now: dt.datetime) -> Recurrence | None:
    for piece in reversed([folded, *_pieces(folded)]):
        found = read_event(piece, now, regular=True).recurrence
        if found is not None and found.kind != "once":
            return None if found == before else found
        days = list(re.finditer(WEEKDAY, piece))
        if days and before.kind == "weekday":
            nth = None if _EVERY_WEEK.search(piece) else before.nth
            rule = Recurrence("weekday", weekday=weekday_of(days[-1]), nth=nth)
            return None if rule == before else rule
    if _EVERY_WEEK.search(folded) and before.kind == "weekday" and before.nth is not None:
        return Recurrence("weekday", weekday=before.weekday)
    return None


def _moves_part(folded: str, hour: dt.time) -> bool:
    """Whether another part of the day is named than that of the hour before."""
    parts = list(_PARTS.findall(re.sub(r"\bsang(?= (?:thu|chu|ngay|t\d))", "", folded)))
    if not parts:
        return False
    was = "sang" if hour.hour < 11 else "trua" if hour.hour < 13 else "chieu"
    said = parts[-1]
    return said != was and not (said == "toi" and hour.hour >= 18)


def _since(folded: str, today: dt.date) -> dt.date | None:
    """From which day on it is said to be so; None for at once, or where nothing is said."""
    match = _SINCE.search(folded)
    if match is None:
        return None
    when = match["when"].strip()
    if _NOW.match(when):
        return None
    if re.match(r"thang (?:sau|toi)\b|next month", when):
        return (today.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    if re.match(r"tuan (?:sau|toi)\b|next week", when):
        return today + dt.timedelta(days=7 - today.weekday())
    if re.match(r"(?:nam sau|nam toi|sang nam|next year)\b", when):
        return dt.date(today.year + 1, 1, 1)
    month = re.match(rf"(?:dau )?thang (?P<month>{MONTH})", when)
    if month:
        word = month["month"]
        number = int(word) if word.isdecimal() else MONTH_WORDS[word]
        if not 1 <= number <= 12:
            return None
        year = today.year if number >= today.month else today.year + 1
        return max(dt.date(year, number, 1), today)
    found = read_date(" ".join(when.split()[:4]), today).value
    return found if found is not None and found > today and "ngay" in when else None


_BEHIND = Pattern(r"\b(?:sang|qua|thanh|vao|lai|toi|den|lui|to|until)\b")


def parts_of_move(text: str) -> list[str]:
    """What stands before the first "qua" of a sentence, and behind each: the old day, the new one."""
    line, folded = aligned(text)
    line = line if len(line) == len(folded) else folded
    ends = [(match.start(), match.end()) for match in _BEHIND.finditer(folded)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(line)]
    return [line[start:stop].strip() for start, stop in zip(starts, stops, strict=True)]


def reads_every(text: str) -> bool:
    """Whether a sentence names a rhythm: "hằng tuần", "mỗi tháng", "định kỳ"."""
    return bool(
        re.search(
            r"\b(?:hang|moi|tung|cac) (?:tuan|thang|ngay|sang|chieu)\b|\bdinh ky\b|\bco dinh\b"
            r"|\bevery\b|\bweekly\b|\bmonthly\b|\brecurring\b",
            fold(text),
        )
    )
