"""Two events answered in one message: "họp thì đi, khám thì không", "chủ nhật đi, thứ ba bận", "cả hai buổi".

Each event gets the words that are said of it, as if they had been typed at its own reminder.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.events import KINDS
from bot.intents.event_kinds import called
from bot.intents.message import Message, read_message
from bot.language.patterns import Pattern

_BEFORE = frozenset(("buoi", "bua", "cai", "vu", "ngay", "hom", "lich", "hoi", "chuyen", "sang"))
"""Stand before the name of an event and say nothing of who comes."""
_AFTER = frozenset(("thi", "do", "kia", "nay", "toi", "sau"))
_JOINTS = frozenset(("con", "nhung", "nhung", "ma", "chu", "roi"))
_BOTH = Pattern(
    r"\b(?:ca|du|het) (?:hai|2|ba|3|may) (?:buoi|bua|cai|ngay|hom|vu|lich|cho|lan)\b|\b(?:buoi|bua|cai) nao cung\b"
    r"|\b(?:hai|2|may) (?:buoi|bua|cai|ngay|vu) (?:deu|luon|thi|do)?\b|\bboth (?:events|days|of them)\b"
)
_BOTH_BARE = Pattern(r"\b(?:ca|du) (?:hai|2)\b(?: (?:deu|luon))?|\bdeu\b|\bboth\b")
_WEEKDAYS = ("thu hai", "thu ba", "thu tu", "thu nam", "thu sau", "thu bay", "chu nhat")
_DAY = Pattern(r"(?:ngay|bua|hom|buoi|mung)? ?(\d{1,2})")


@dataclass(frozen=True)
class Waiting:
    """An event that waits for an answer."""

    kind: str
    starts_at: datetime
    """In the zone of the people."""


@dataclass(frozen=True)
class _Mention:
    event: int
    start: int
    end: int


def says_of_each(text: str, events: Sequence[Waiting], *, alone: bool) -> dict[int, str]:
    """The words said of each event, by its place; empty where none of them is named.

    `alone`: the phone speaks for one person, so that "cả hai" can only mean the events.
    """
    message = read_message(text)
    if message.asks or len(events) < 2:
        return {}
    found = _mentions(message, events)
    if not found:
        return _of_both(message, events, alone=alone)
    return {
        mention.event: words
        for mention, (start, end) in zip(found, _clauses(message, found), strict=True)
        if (words := _without(message, mention, start, end))
    }


def _of_both(message: Message, events: Sequence[Waiting], *, alone: bool) -> dict[int, str]:
    both = _BOTH.search(message.folded) or (alone and _BOTH_BARE.search(message.folded))
    if not both:
        return {}
    start = len(message.folded[: both.start()].split())
    end = len(message.folded[: both.end()].split())
    words = " ".join((*message.typed[:start], *message.typed[end:])) or "đi"
    return dict.fromkeys(range(len(events)), words)


def _mentions(message: Message, events: Sequence[Waiting]) -> list[_Mention]:
    """Each event that is named by what only it is, in the order of the words."""
    found: dict[int, _Mention] = {}
    for place in range(len(message.plain)):
        named = [
            (event, length)
            for event, each in enumerate(events)
            if (length := _named_at(message, place, each))
        ]
        longest = max((length for _, length in named), default=0)
        named = [each for each in named if each[1] == longest]
        if len(named) == 1 and named[0][0] not in found:
            event, length = named[0]
            found[event] = _Mention(event, place, place + length)
    return sorted(found.values(), key=lambda each: each.start)


def _named_at(message: Message, place: int, event: Waiting) -> int:
    """How many words from here name an event: by its kind, its weekday or its day; 0 for none."""
    rest = " ".join(message.plain[place : place + 4])
    names = [*called(KINDS[event.kind]), _WEEKDAYS[event.starts_at.weekday()]]
    lengths = [len(name.split()) for name in names if f"{rest} ".startswith(f"{name} ")]
    day = _DAY.match(rest)
    if day is not None and int(day[1]) == event.starts_at.day:
        lengths.append(len(day[0].split()))
    return max(lengths, default=0)


def _clauses(message: Message, found: Sequence[_Mention]) -> list[tuple[int, int]]:
    """From where to where the words about each go: its pieces of the sentence, else up to the next."""
    cuts = {start for start, _ in message.parts}
    cuts |= {place for place, word in enumerate(message.plain) if word in _JOINTS}
    clauses, begin = [], 0
    for place, mention in enumerate(found):
        if place + 1 == len(found):
            clauses.append((begin, len(message.words)))
            break
        between = [cut for cut in cuts if mention.end <= cut <= found[place + 1].start]
        end = max(between, default=found[place + 1].start)
        clauses.append((begin, end))
        begin = end
    return clauses


def _without(message: Message, mention: _Mention, start: int, end: int) -> str:
    """A clause as it was typed, without the name of the event."""
    first, last = mention.start, mention.end
    while first > start and message.plain[first - 1] in _BEFORE:
        first -= 1
    while last < end and message.plain[last] in _AFTER:
        last += 1
    if start < end and message.plain[start] in _JOINTS and start < first:
        start += 1
    kept = [*range(start, first), *range(last, end)]
    breaks = {stop for _, stop in message.parts}
    return " ".join(
        message.typed[place] + ("," if place + 1 in breaks and place != kept[-1] else "")
        for place in kept
    )
