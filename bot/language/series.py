"""What a sentence changes of an event: its day or days, hour or place, and from when on."""

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
_NO = r"(?:khong|hong|ko|k|dau co)"
_NOT_THIS = Pattern(
    rf"\b(?:thay vi|thay cho|(?:chu|cho) {_NO}(?: phai)?|{_NO} phai|instead of|not)\b.*$"
)
_NOT_BUT = Pattern(rf"\b{_NO} phai\b.{{1,40}}?\bma\b(?: la\b)?")
""" "không phải 7 giờ mà 8 giờ": what it is stands behind what it isn't."""
_EVERY_WEEK = Pattern(r"\b(?:hang|moi|tung) tuan\b|\bevery week\b|\bweekly\b")
_PLACE = Pattern(
    r"\b(?:tai|o|at|(?:qua|sang|ve|den|toi)(?= (?:nha|chua|dinh|tru so|tram|truong|san|hoi truong"
    r"|van phong|quan|mieu|nha tho|thanh that|uy ban|ubnd)\b))\s+(?P<place>[^,;.]+)"
)
_PLACE_ENDS = Pattern(
    r"\s+(?:tu nay|tu gio|tu thang|tu tuan|luon|luc|vao|moi|hang|nha con|nha em|nghen|nghe|nhe|nha"
    r"|a|di|gium|giup|from now on)\b.*$"
)
_ELSEWHERE = Pattern(r"(?:mot )?(?:cho|noi|dau|cai)(?: (?:khac|do|day|kia|cu))+|dau|somewhere else")
"""That it is another place is no place yet."""
_SINCE = Pattern(r"\b(?:tu|ke tu|bat dau(?: tu)?|from|starting|since)\s+(?P<when>.+)$")
_NOW = Pattern(r"(?:nay|gio|day|ray|now)\b")
_PARTS = Pattern(r"\b(?:sang|trua|chieu|toi)\b")


def read_change(
    text: str, before: Recurrence, hour: dt.time | None, now: dt.datetime
) -> SeriesReading:
    """What a sentence changes of an event that is set by a rule, at an hour where one is known.

    "từ nay họp chủ nhật" after the first Saturday is the first Sunday of the month. `now` is in
    the club's zone.
    """
    line, kept = _to_be(text)
    place, kept = _take_place(line, kept)
    since = _since(kept, now.date())
    time = find_time(line[: len(kept)], kept)
    found = _last_hour(kept) if time.value else None
    rule = _day(kept, before, now.date()) if before.kind == "once" else _rule(kept, before, now)
    return SeriesReading(
        rule,
        found,
        place,
        since,
        asks_hour=found is None and hour is not None and _moves_part(kept, hour),
    )


def read_hour_change(text: str, before: dt.time) -> dt.time | None:
    """The hour instead of the one that stands: "8 giờ chứ không phải 7 giờ"; None for no other.

    Where no part of the day is said it is in the half that lies nearer: "8 giờ" after 7 at night.
    """
    line, folded = _to_be(text)
    found = _last_hour(folded) if find_time(line, folded).value else None
    if found is None or found == before:
        return None
    later = found.hour + _NOON
    nearer = abs(later - before.hour) < abs(found.hour - before.hour)
    is_said = _PARTS.search(folded) is not None or later >= 2 * _NOON
    return found.replace(hour=later) if nearer and not is_said else found


def read_place_change(text: str) -> str | None:
    """The place instead of the one that stands: "chỗ khác, ở nhà văn hóa"; None for no other."""
    return _take_place(*_to_be(text))[0]


_NOON = 12


def _to_be(text: str) -> tuple[str, str]:
    """A sentence and its folded form, without what it says that isn't so."""
    line, folded = aligned(text)
    line = line if len(line) == len(folded) else folded
    denied = _NOT_BUT.search(folded)
    start = denied.end() if denied is not None else 0
    kept = _NOT_THIS.sub("", folded[start:])
    return line[start : start + len(kept)], kept


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
    return (None if len(place) < 3 or _ELSEWHERE.fullmatch(fold(place)) else place), rest


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


_OTHER_WEEK = Pattern(r"\b(?:tuan|thang|week|month|mai|mot|kia)\b|\d\s*[/.-]\s*\d")
"""Without these a weekday or a number is a day near the one that stands."""


def _day(folded: str, before: Recurrence, today: dt.date) -> Recurrence | None:
    """The day instead of a single one; "thứ bảy" alone is of the same week, "ngày 14" of its month."""
    assert before.date is not None
    for piece in reversed([folded, *_pieces(folded)]):
        day = read_date(piece, today).value
        if day is None:
            continue
        if not _OTHER_WEEK.search(piece):
            day = _near(piece, before.date, today) or day
        return None if day == before.date else Recurrence("once", date=day)
    return None


def _near(piece: str, stands: dt.date, today: dt.date) -> dt.date | None:
    """The day of this name in the week, or of this number in the month, of the one that stands."""
    weekday = re.search(WEEKDAY, piece)
    if weekday is not None:
        day = stands + dt.timedelta(days=weekday_of(weekday) - stands.weekday())
        return day if day >= today else None
    return read_date(piece, max(stands.replace(day=1), today)).value


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
