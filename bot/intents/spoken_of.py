"""Whom an answer to who comes speaks of: one by one, counted, as a couple, as the rest, and who is joined."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from bot.intents.counted import (
    ASKS_HIM,
    COUNTED,
    COUPLE,
    EVERYBODY,
    EXCEPT,
    INSTEAD_OF,
    KIN_ABROAD,
    NO_CLASS,
    NUMBERS,
    ONLY,
    PAIR,
    REST,
    WHOLE,
)
from bot.intents.kin import people_in
from bot.intents.message import Message
from bot.intents.people import Mention, sex_of
from bot.intents.phrases import Phrases
from bot.language.text import fold

_LINKS = frozenset(("va", "voi", "cung", "and", "lan", "&", "hai", "roi"))
TOGETHER = frozenset(("voi", "cung", "chung"))
JOINTS = frozenset(("con", "nhung", "ma", "chu", "but", "while", "thi"))
LED_OVER = JOINTS | {
    "my",
    "ben",
    "co",
    "cho",
    "de",
    "chi",
    "minh",
    "the",
    "ca",
    "trong",
    "gio",
    "may",
}
"""What leads over to the next one, the latter only at the beginning of a piece."""


class Spoken(NamedTuple):
    """Words for somebody or for several: of each whom they may mean."""

    start: int
    end: int
    whom: tuple[tuple[str, ...], ...]
    mention: Mention | None = None


class Group(NamedTuple):
    """Those that are spoken of together: "ông với bà Tư", "má, tía"."""

    spoken: tuple[Spoken, ...]

    @property
    def start(self) -> int:
        return self.spoken[0].start

    @property
    def end(self) -> int:
        return self.spoken[-1].end


def spoken_of(message: Message, known: Sequence[Mention], asked: Sequence[str]) -> list[Spoken]:
    """Whom the words name one by one, and those that they count: "hai vợ chồng", "người kia"."""
    strangers = [each for each in people_in(message) if each.has_name]
    named = [
        each
        for each, after in zip_longest(known, known[1:])
        if set(each.people) & set(asked)
        and not _is_verb(message, each)
        and not _is_but(message, each, after)
        and not _is_by_himself(message, each, known)
        and not (each.is_self and message.words[each.start] == "thay")
        and message.words[each.start] not in ("her", "his")
        and not any(s.start <= each.start and each.end < s.end for s in strangers)
    ]
    counted = _counted(message, named, asked)
    single = [
        Spoken(each.start, each.end, (tuple(c for c in each.people if c in asked),), each)
        for each in named
        if not any(other.start <= each.start < other.end for other in counted)
    ]
    return sorted((*single, *counted), key=lambda each: each.start)


def _is_verb(message: Message, mention: Mention) -> bool:
    """Whether a bare "di" or "toi" is đi or tới, and "mình" is only "alone": "mình tôi dự"."""
    at = mention.start
    if mention.end - at > 1:
        return False
    part = next(((s, e) for s, e in message.parts if s <= at < e), (at, at + 1))
    before = message.plain[at - 1] if at > part[0] else ""
    if message.words[at] == "di":
        return at + 1 == part[1] or bool(before and before not in LED_OVER)
    if message.words[at] == "toi":
        return before in _GOES or (at + 1 == part[1] and at > part[0] and before not in _ALONE)
    after = message.plain[at + 1] if at + 1 < part[1] else ""
    return message.plain[at] in _ALONE and after in _OWN


def _is_by_himself(message: Message, mention: Mention, known: Sequence[Mention]) -> bool:
    """Whether "mình" goes with who was named before it: "tui đi một mình"."""
    at = mention.start
    start = next((s for s, e in message.parts if s <= at < e), 0)
    return (
        message.plain[at : mention.end] == ("minh",)
        and at > start
        and message.plain[at - 1] in _BY_ONE
        and any(start <= each.start < at for each in known)
    )


_BY_ONE = frozenset(("mot", "1", "di", "toi", "ra", "co"))


def _is_but(message: Message, mention: Mention, after: Mention | None) -> bool:
    """Whether a bare "ma" is mà and leads over to the next: "ông đi mà bà bận"."""
    alone = mention.end - mention.start == 1 and message.words[mention.start] == "ma"
    return alone and mention.start > 0 and after is not None and after.start == mention.end


_GOES = frozenset(("deu", "se", "khong", "hong", "cung", "van", "chua", "rang", "co"))
_ALONE = frozenset(("minh", "moi"))
_OWN = frozenset(("toi", "tui", "em", "bac", "co", "chu", "ba", "ong", "anh", "chi"))


def _places(message: Message, found: re.Match[str]) -> tuple[int, int]:
    start = len(message.line[: found.start()].split())
    return start, start + len(found[0].split())


def _counted(message: Message, named: Sequence[Mention], asked: Sequence[str]) -> list[Spoken]:
    def rest(start: int, end: int) -> list[str]:
        outside = [m for m in named if not start <= m.start < end]
        sure = {m.people[0] for m in outside if m.is_sure}
        return [called for called in asked if called not in sure]

    couple = COUPLE.find(message.line)
    if couple:
        start, end = _places(message, couple)
        whom = list(asked) if len(asked) == 2 else rest(start, end)
        if len(whom) == 2:
            return [Spoken(start, end, tuple((each,) for each in whom))]
    remaining = REST.find(message.line)
    if remaining and named:
        start, end = _places(message, remaining)
        whom = rest(start, end)
        if whom and len(whom) < len(asked):
            return [Spoken(start, end, tuple((each,) for each in whom))]
    number = COUNTED.find(message.line)
    if number:
        start, end = _places(message, number)
        count, kin = NUMBERS[fold(number["count"])], number["kin"]
        kins = KIN_ABROAD.get(kin, (fold(kin),))
        alike = [called for called in asked if fold(called.split()[0].lower()) in kins]
        whom = rest(start, end)
        # "ba má" are the parents, unless three are called má; "cả hai di" go.
        for several in (alike,) if kin in NO_CLASS else (alike, whom, list(asked)):
            if len(several) == count:
                return [Spoken(start, end, tuple((each,) for each in several))]
    pair = PAIR.find(message.line)
    if pair and named:
        start, end = _places(message, pair)
        whom = rest(start, end)
        is_one = not any(start < stop < end for _, stop in message.parts)
        if (
            is_one
            and len(whom) == 2
            and len(asked) > 2
            and {*map(sex_of, whom)} == {"male", "female"}
        ):
            return [Spoken(start, end, tuple((each,) for each in whom))]
    whole = WHOLE.find(message.line)
    many = (whole["count"] or whole["some"]) if whole else None
    if whole and named and (not many or NUMBERS[fold(many)] == len(asked)):
        start, end = _places(message, whole)
        if not any(EXCEPT.find(" ".join(message.words[: m.start])) for m in named):
            # Whoever is named besides says something else of himself, or the same once more.
            return [Spoken(start, end, tuple((each,) for each in asked))]
    everybody = EVERYBODY.find(message.line)
    if everybody and not any(EXCEPT.find(" ".join(message.words[: m.start])) for m in named):
        start, end = _places(message, everybody)
        inside = [m for m in named if start <= m.start < end]
        if len(inside) == len(named) or not named:
            return [Spoken(start, end, tuple((each,) for each in asked))]
        if len({c for m in named for c in m.people}) > 1 and len(named) == 1:
            return [Spoken(start, end, tuple((each,) for each in asked))]
    return []


def groups_of(message: Message, spoken: Sequence[Spoken]) -> list[Group]:
    """Those who are joined: "ông với bà Tư", "má, tía"."""
    groups: list[list[Spoken]] = []
    breaks = {end for _, end in message.parts}
    for each in spoken:
        last = groups[-1][-1] if groups else None
        between = message.plain[last.end : each.start] if last else ()
        joined = last is not None and (
            _links(between) or (not between and (last.end in breaks or each.whom != last.whom))
        )
        # "đi với tía, má ở nhà", "để hỏi tía, má đi": the comma parts them.
        if (
            joined
            and last is not None
            and not between
            and ONLY.find(" ".join(message.words[max(0, last.start - 2) : last.start]))
        ):
            joined = False
        if joined and last is not None and not between and _is_set_apart(message, each, groups[-1]):
            joined = False
        if joined and last is not None and not between and _is_told_of_before(message, groups[-1]):
            joined = False
        if joined and not between and last is not None and last.end in breaks:
            lead = message.plain[max(0, last.start - 1) : last.start]
            before = " ".join(message.words[: last.start])
            apart = any(each.find(before) for each in (EXCEPT, ONLY, ASKS_HIM, INSTEAD_OF))
            joined = not apart and not (lead and lead[0] in TOGETHER and len(groups) > 1)
        if joined:
            groups[-1].append(each)
        else:
            groups.append([each])
    return [Group(tuple(each)) for each in groups]


def _is_told_of_before(message: Message, group: Sequence[Spoken]) -> bool:
    """Whether a list is complete by what leads to it: "hai người đi, má với ba, dì Tư nghỉ"."""
    return _is_linked(message, group) and bool(
        _LISTED.find(" ".join(message.words[: group[0].start]))
    )


_LISTED = Phrases(
    r"(đi|tới|dự|được|có mặt|tham gia|nghỉ|vắng|bận|kẹt|ở nhà)( \S+){0,5}$",
)


def _is_linked(message: Message, group: Sequence[Spoken]) -> bool:
    """Whether a word joins some of a list: "má với ba"."""
    return any(
        _links(message.plain[one.end : other.start]) for one, other in itertools.pairwise(group)
    )


def _links(between: Sequence[str]) -> bool:
    """Whether some words only join: "với", "cùng với", the second of "cả má cả ba"."""
    return between == ("ca",) or (
        0 < len(between) <= 2 and between[0] in _LINKS and set(between[1:]) <= _LINKS_AGAIN
    )


_LINKS_AGAIN = frozenset(("ca", "voi", "luon", "them"))


def _is_set_apart(message: Message, each: Spoken, group: Sequence[Spoken]) -> bool:
    """Whether "ba thì không" stands behind those who are joined by a word: "má với dì, ba thì không"."""
    return _is_linked(message, group) and message.plain[each.end : each.end + 1] == ("thi",)


def told_apart(message: Message, mention: Mention, candidates: Sequence[str]) -> list[str]:
    """Which of several a bare word means: by its accents ("bà" is no "ba"), else all."""
    word = message.words[mention.start]
    exact = [called for called in candidates if called.lower().split()[0] == word]
    if len(exact) == 1 and not word.isascii():
        return exact
    sexes = {sex_of(called) for called in candidates}
    return list(exact or candidates) if len(sexes) else list(candidates)
