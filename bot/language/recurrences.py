"""Regular days, and an event in an organiser's own words."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from bot.language.dates.hours import find_time
from bot.language.dates.reading import read_date
from bot.language.dates.readings import TimeReading, aligned
from bot.language.dates.words import NUMBER, WEEKDAY, nth_of, nth_weekday, number_of, weekday_of
from bot.language.event_places import place_in
from bot.language.lunar import to_lunar
from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.untyped import JsonObject

RecurrenceKind = Literal["once", "weekday", "monthday", "lunar_day"]


@dataclass(frozen=True)
class Recurrence:
    """A rule for days: one day, a weekday (every week, or the nth of a month), a day of the
    month (the last one where the month is shorter), or a day of the lunar month."""

    kind: RecurrenceKind
    date: dt.date | None = None
    weekday: int | None = None
    nth: int | None = None
    day: int | None = None

    def as_json(self) -> JsonObject:
        """The rule as plain JSON."""
        return {
            "kind": self.kind,
            "date": self.date.isoformat() if self.date else None,
            "weekday": self.weekday,
            "nth": self.nth,
            "day": self.day,
        }

    @classmethod
    def from_json(cls, raw: JsonObject) -> Recurrence:
        """Read back what `as_json` wrote."""
        return cls(
            kind=raw["kind"],
            date=dt.date.fromisoformat(raw["date"]) if raw.get("date") else None,
            weekday=raw.get("weekday"),
            nth=raw.get("nth"),
            day=raw.get("day"),
        )

    def occurrences(self, start: dt.date, end: dt.date) -> list[dt.date]:
        """The days of the rule from `start` to `end`, both included."""
        if self.kind == "once":
            return [self.date] if self.date is not None and start <= self.date <= end else []
        days = []
        if self.kind == "lunar_day":
            day = start
            while day <= end:
                if _is_lunar_day(day, self.day or 1):
                    days.append(day)
                day += timedelta(days=1)
            return days
        if self.kind == "weekday" and self.nth is None:
            day = start + timedelta(days=((self.weekday or 0) - start.weekday()) % 7)
            while day <= end:
                days.append(day)
                day += timedelta(days=7)
            return days
        first = start.replace(day=1)
        while first <= end:
            day = self._in_month(first)
            if start <= day <= end:
                days.append(day)
            first = (first + timedelta(days=32)).replace(day=1)
        return days

    def _in_month(self, first: dt.date) -> dt.date:
        if self.kind == "weekday":
            return nth_weekday(first, self.weekday or 0, self.nth or 1)
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        return first.replace(day=min(self.day or 1, last.day))

    def next_on_or_after(self, day: dt.date) -> dt.date:
        """The first day of the rule from `day` on; for a single day that day itself."""
        if self.kind == "once":
            assert self.date is not None
            return self.date
        return self.occurrences(day, day + timedelta(days=70))[0]


def _is_lunar_day(day: dt.date, wanted: int) -> bool:
    lunar = to_lunar(day).day
    if lunar == wanted:
        return True
    # The 30th of a month of 29 days is kept on the 29th.
    return wanted == 30 and lunar == 29 and to_lunar(day + timedelta(days=1)).day == 1


@dataclass(frozen=True)
class EventReading:
    """What a sentence says of an event; anything may be missing."""

    recurrence: Recurrence | None = None
    first: dt.date | None = None
    time: TimeReading | None = None
    place: str | None = None
    lunar: bool = False
    """The day was named by the moon: its lunar day is said back too."""


_EVERY_MONTH = r"(?:(?:hang|moi|tung|cac) thang(?: (?:mot|1) lan)?|thang nao cung|every month|monthly|each month)"
_EVERY_WEEK = r"(?:(?:hang|moi|tung) tuan|every week|weekly|each week)"
_NTH = (
    r"(?:dau tien|dau|thu nh[au]t|thu nhi|lan [1-4]|thu hai|thu ba|thu tu|thu [1-4]|cuoi cung|cuoi)"
)
_AT = r"(?:,|\s|\b(?:vao|nham|la|thi|cua|trong)\b)*"
# One month ("tháng sau", "tháng 3") is an occasion, not a rule.
_OF_MONTHS = rf"{_AT}(?:{_EVERY_MONTH}|thang(?!\s*(?:sau|toi|nay|truoc|roi|\d|gieng|chap)))"
_NTH_WEEKDAYS = (
    Pattern(rf"{WEEKDAY}{_AT}(?:(?:tuan|lan)\s+)?(?P<nth>{_NTH}){_OF_MONTHS}"),
    Pattern(rf"{WEEKDAY}{_AT}tuan (?P<nth>{_NTH}|[1-4])\b(?! thang)"),
    Pattern(rf"\btuan (?P<nth>{_NTH}|[1-4])(?:{_OF_MONTHS})?{_AT}{WEEKDAY}"),
    Pattern(rf"{_EVERY_MONTH}{_AT}{WEEKDAY}{_AT}(?:tuan )?(?P<nth>{_NTH})\b"),
    Pattern(
        r"\b(?P<nth>first|second|third|fourth|last)\s+"
        + WEEKDAY
        + r"(?: of (?:the|every|each) month)?"
    ),
)
_EVERY_WEEKDAYS = (
    Pattern(rf"\b(?:every|moi|cu|cac) {WEEKDAY}"),
    Pattern(rf"{WEEKDAY}{_AT}(?:{_EVERY_WEEK}|nao cung)"),
    Pattern(rf"{_EVERY_WEEK}{_AT}{WEEKDAY}"),
)
_DAY = rf"(?:(?P<moon>ram)|(?:(?P<word>ngay|mung|mong|hom|bua) )*(?P<day>{NUMBER}))"
_MARK = r"(?: (?P<mark>am lich|am|al|ta|duong lich|duong|dl|tay)\b)?"
_MONTHDAYS = (
    Pattern(rf"\b{_DAY}{_MARK}{_AT}{_EVERY_MONTH}{_MARK.replace('mark', 'mark2')}"),
    Pattern(rf"{_EVERY_MONTH}{_AT}{_DAY.replace('* (?P', '+ (?P')}\b{_MARK}(?! (?:gio|h|g)\b)"),
    Pattern(rf"{_EVERY_MONTH} on the (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b"),
    Pattern(r"\b(?:on )?the (?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?:every|each) month"),
)
# Where a regular day is asked for, a day alone is one of every month.
_REGULAR_DAY = Pattern(
    rf"^(?:vao |cu |dung |ngay )*{_DAY}\b{_MARK}(?:{_AT}(?:thang|ca thang|hop|sinh hoat|gap nhau))*$|\b(?P<moon2>ram)\b(?! thang)"
    rf"|\b(?P<word3>mung|mong) (?P<day3>{NUMBER})\b(?: (?P<mark3>am lich|am|al|ta|duong lich|duong|dl|tay)\b)?(?! thang)"
)
_LAST_DAY = Pattern(rf"\bngay cuoi(?: cung)?{_OF_MONTHS}")


def _rule(folded: str, *, regular: bool) -> tuple[Recurrence, tuple[int, int]] | None:
    """A repeating rule in a folded sentence, and where it stands."""
    for pattern in _NTH_WEEKDAYS:
        match = pattern.search(folded)
        if match:
            nth = nth_of(match["nth"])
            return Recurrence("weekday", weekday=weekday_of(match), nth=nth), match.span()
    match = _LAST_DAY.search(folded)
    if match:
        return Recurrence("monthday", day=31), match.span()
    for pattern in (*_MONTHDAYS, *([_REGULAR_DAY] if regular else [])):
        match = pattern.search(folded)
        rule = _day_rule(match) if match else None
        if match and rule:
            return rule, match.span()
    for pattern in _EVERY_WEEKDAYS:
        match = pattern.search(folded)
        if match:
            return Recurrence("weekday", weekday=weekday_of(match)), match.span()
    return None


def _day_rule(match: re.Match[str]) -> Recurrence | None:
    """A day of every month: of the moon's where it was called so, or mùng, or rằm."""
    found = match.groupdict()

    def said(name: str) -> str:
        return next((found[each] for each in (name, f"{name}2", f"{name}3") if found.get(each)), "")

    if said("moon"):
        return Recurrence("lunar_day", day=15)
    day = number_of(said("day"))
    solar = said("mark") in ("duong lich", "duong", "dl", "tay")
    if (said("mark") or said("word") in ("mung", "mong")) and not solar:
        return Recurrence("lunar_day", day=day) if 1 <= day <= 30 else None
    return Recurrence("monthday", day=day) if 1 <= day <= 31 else None


def read_event(text: str, now: dt.datetime, *, regular: bool = False) -> EventReading:
    """What a sentence says of an event: its rule or day, its hour, its place.

    `now` is in the club's zone. `regular`: a regular day is asked for, so "ngày 15" is monthly.
    """
    line, folded = aligned(text)
    line = line if len(line) == len(folded) else folded
    hour = find_time(line, folded)
    spans = []
    # The hour is taken out before the day is read: "19h30 15/3" holds two pairs of numbers.
    rest = folded
    if hour.value is not None:
        spans.append(hour.span)
        rest = folded[: hour.span[0]] + " " * (hour.span[1] - hour.span[0]) + folded[hour.span[1] :]
    ending = re.match(r"\s*(?:den|toi|-)\s*\d{1,2}\s*(?:h|g|gio)\s*\d{0,2}", rest[hour.span[1] :])
    if hour.value is not None and ending:
        spans.append((hour.span[1], hour.span[1] + ending.end()))
        rest = rest[: hour.span[1]] + " " * ending.end() + rest[hour.span[1] + ending.end() :]
    today = now.date()
    lunar = False
    soon = _IN_HOURS.search(folded) if not regular else None
    if soon:
        return _soon(now, line, folded, soon)
    rule = _rule(rest.strip() if regular else rest, regular=regular)
    if rule is not None:
        recurrence, span = rule
        spans.append(span)
        first = recurrence.next_on_or_after(today)
    else:
        shown = "".join(
            " " if any(start <= at < end for start, end in spans) else letter
            for at, letter in enumerate(line)
        )
        reading = read_date(shown, today)
        if reading.value is None:
            return EventReading(None, None, hour if hour.value else None, None)
        first = reading.value + timedelta(days=1 if hour.next_day else 0)
        lunar = reading.lunar
        recurrence = Recurrence("once", date=first)
        start = _find_span(shown, reading.span)
        spans.append(start)
    place = place_in(line, folded, spans)
    lunar = lunar or recurrence.kind == "lunar_day"
    return EventReading(recurrence, first, hour if hour.value else None, place, lunar)


# "nửa tiếng nữa", "2 tiếng nữa", "bây giờ", "liền": a moment, counted from now.
_IN_HOURS = Pattern(
    rf"\b(?P<n>nua|{NUMBER}) (?:tieng|gio)(?P<half> ruoi)? nua\b|\b(?P<m>\d{{1,3}}) phut nua\b"
    r"|^(?:bay gio|lien)$"
)


def _soon(now: dt.datetime, line: str, folded: str, match: re.Match[str]) -> EventReading:
    minutes = 0
    if match["n"]:
        minutes = 30 if match["n"] == "nua" else 60 * number_of(match["n"])
    elif match["m"]:
        minutes = int(match["m"])
    moment = now + timedelta(minutes=minutes + (30 if match["half"] else 0))
    hour = moment.time().replace(second=0, microsecond=0)
    reading = TimeReading(hour, sure=True, problem=None, span=match.span())
    place = place_in(line, folded, [match.span()])
    return EventReading(Recurrence("once", date=moment.date()), moment.date(), reading, place)


def _find_span(shown: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span in a text whose runs of blanks were joined, as a span in the text itself."""
    positions = []
    previous_blank = True
    for at, letter in enumerate(shown):
        blank = letter == " "
        if blank and previous_blank:
            continue
        positions.append(at)
        previous_blank = blank
    if not positions or span[0] >= len(positions):
        return (0, 0)
    return positions[span[0]], positions[min(span[1], len(positions)) - 1] + 1


_INTERVAL = Pattern(
    r"(?<!thu )(?<!ngay )\b(?:\d+|hai|ba|bon|tu|sau|nua) (?:tuan|thang|nam) (?:(?!mot|moi|hang|ngay|thu)\w+ ){0,3}?(?:mot|1|/) ?(?:lan|ban|ky|bua|buoi|chuyen)\b"
    r"|\bcach (?:mot |1 )?(?:tuan|thang)\b|\b(?:moi|hang) (?:quy|nam)\b"
    r"|\bevery (?:two|three|other|\d+) (?:week|month)s?\b"
)


def asks_interval(text: str) -> bool:
    """Whether a rule is meant that there is none for: "hai tuần một lần", "mỗi quý"."""
    return bool(_INTERVAL.search(fold(text)))
