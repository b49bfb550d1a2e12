"""Regular days, and an event in an organiser's own words."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

from bot.language.dates import (
    WEEKDAY,
    TimeReading,
    aligned,
    find_time,
    nth_of,
    nth_weekday,
    read_date,
    weekday_of,
)
from bot.language.lunar import to_lunar

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

    def as_json(self) -> dict[str, Any]:
        """The rule as plain JSON."""
        return {
            "kind": self.kind,
            "date": self.date.isoformat() if self.date else None,
            "weekday": self.weekday,
            "nth": self.nth,
            "day": self.day,
        }

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> Recurrence:
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


_EVERY_MONTH = r"(?:hang|moi|tung|cac)\s*thang|every month|monthly|each month"
_EVERY_WEEK = r"(?:hang|moi) tuan|every week|weekly|each week"
_NTH = r"(?:dau tien|dau|thu hai|thu 2|thu ba|thu 3|thu tu|thu 4|cuoi cung|cuoi)"
_NTH_WEEKDAY = re.compile(
    WEEKDAY + rf"\s*(?:tuan\s*)?(?P<nth>{_NTH})(?:\s*cua)?\s*(?:(?:hang|moi|cac)\s*)?thang"
    r"(?!\s*(?:sau|toi|nay|\d))"
)
_NTH_ENGLISH = re.compile(
    r"\b(?P<nth>first|second|third|fourth|last)\s+" + WEEKDAY + r"(?: of (?:the|every|each) month)?"
)
_EVERY_WEEKDAY = re.compile(
    rf"(?:\b(?:every|moi)\s+)(?P<before>){WEEKDAY}|{WEEKDAY.replace('?P<', '?P<w_')}\s*(?:{_EVERY_WEEK})"
)
_MONTHDAY = re.compile(
    rf"(?:\b(?:ngay|mung|mong)\s*(?P<day>\d{{1,2}})(?P<lunar> am lich| am| al)?\s*(?:{_EVERY_MONTH})"
    rf"|(?:{_EVERY_MONTH}),?\s*(?:vao\s*)?(?:ngay|mung|mong)\s*(?P<day2>\d{{1,2}})"
    r"(?P<lunar2> am lich| am| al)?"
    r"|\b(?:on )?the (?P<day3>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?:every|each) month)"
)
_FULL_MOON = re.compile(rf"\bram\s*(?:{_EVERY_MONTH})|(?:{_EVERY_MONTH})\s*(?:ngay\s*)?ram\b")


def _rule(folded: str, *, regular: bool) -> tuple[Recurrence, tuple[int, int]] | None:
    """A repeating rule in a folded sentence, and where it stands."""
    match = _FULL_MOON.search(folded)
    if match:
        return Recurrence("lunar_day", day=15), match.span()
    match = _NTH_WEEKDAY.search(folded) or _NTH_ENGLISH.search(folded)
    if match:
        nth = nth_of(match["nth"])
        return Recurrence("weekday", weekday=weekday_of(match), nth=nth), match.span()
    match = _MONTHDAY.search(folded)
    if match:
        day = int(match["day"] or match["day2"] or match["day3"])
        if 1 <= day <= 31:
            lunar = match["lunar"] or match["lunar2"]
            kind: RecurrenceKind = "lunar_day" if lunar else "monthday"
            return Recurrence(kind, day=min(day, 30) if lunar else day), match.span()
    match = _EVERY_WEEKDAY.search(folded)
    if match:
        names = {
            name.removeprefix("w_"): found for name, found in match.groupdict().items() if found
        }
        inner = re.search(WEEKDAY, match[0])
        if inner and names:
            return Recurrence("weekday", weekday=weekday_of(inner)), match.span()
    if regular:
        match = re.search(
            r"^(?:ngay|mung|mong|vao ngay)?\s*(\d{1,2})(\s*(?:am lich|am|al))?$", folded
        )
        if match and 1 <= int(match[1]) <= 31:
            kind = "lunar_day" if match[2] else "monthday"
            return Recurrence(kind, day=int(match[1])), match.span()
    return None


_JOINTS = re.compile(
    r"^(?:\s|[,.;:–-]|\b(?:luc|vao|tai|o|ngay|tu|den|hop|sinh hoat|at|on|in|the|hang thang|moi thang"
    r"|sang|trua|chieu|toi|dem)\b)+"
)
_PLACE = re.compile(r"\b(?:tai|o|at)\s+(?P<place>[^,;]+(?:,[^,;]+)*)$")


def _place(line: str, folded: str, spans: list[tuple[int, int]]) -> str | None:
    """What is left of a sentence when its day and hour are taken out, if it can be a place."""
    kept = list(line)
    plain = list(folded)
    for start, end in spans:
        for at in range(start, end):
            kept[at] = plain[at] = "\x00"
    text, flat = "".join(kept), "".join(plain)
    named = _PLACE.search(flat)
    pieces = [(named.start("place"), named.end("place"))] if named else []
    if not pieces:
        at = 0
        for piece in re.split(r"[\x00,;]", flat):
            pieces.append((at, at + len(piece)))
            at += len(piece) + 1
    best = ""
    for start, end in pieces:
        part, bare = text[start:end].replace("\x00", ""), flat[start:end].replace("\x00", "")
        joint = _JOINTS.match(bare)
        cut = joint.end() if joint else 0
        words = part[cut:].strip(" ,.;:-–")
        bare = bare[cut:].strip(" ,.;:-–")
        if re.fullmatch(r"(?:hang|moi|nhe|nha|a|lan|thang|tuan|vao|luc|to|den|\d|\s|h)*", bare):
            continue
        if len(words) > len(best):
            best = words
    return best if len(best) >= 3 else None


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
        first = reading.value
        recurrence = Recurrence("once", date=first)
        start = _find_span(shown, reading.span)
        spans.append(start)
    place = _place(line, folded, spans)
    return EventReading(recurrence, first, hour if hour.value else None, place)


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
