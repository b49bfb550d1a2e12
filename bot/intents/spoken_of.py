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
from bot.intents.not_meant import (
    asks_of_another,
    is_answered,
    is_asked_of,
    is_cared_for,
)
from bot.intents.people import Mention, is_pronoun, sex_of
from bot.intents.phrases import Phrases
from bot.language.patterns import Pattern
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


_SIDES = Phrases(r"((cả )?(hai|2) )?ông bà (?P<side>nội|ngoại)")
_SIBLINGS = Phrases(r"(cả )?(hai|2) (chị em|anh em)( (tui|tôi|mình|nhà))*")
_US = frozenset(("chung", "toi", "tui", "gia"))


SAID_FOR = Phrases(
    r"(?P<said>yes|no|ok|sure|maybe|probably|not sure|unsure|no idea|(i )?(don't|do not) know|can't say)( yet)? (for|about|of|from)( my)?$"
)
"""What stands in front of the one of whom it is said: "yes for mum", "not sure about him"."""


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
        and not is_verb(message, each)
        and not _is_but(message, each, after)
        and not _is_by_himself(message, each, known)
        and not (message.words[each.start] == "thay" and (each.is_self or not message.is_bare))
        and message.words[each.start] not in ("her", "his")
        and not _is_said_again(message, each, known)
        and not _is_a_grandchild(message, each)
        and not _is_whose(message, each, known)
        and not is_asked_of(message, each, known)
        and not asks_of_another(message, each, known)
        and not is_cared_for(message, each, known)
        and not is_answered(message, each)
        and not any(s.start <= each.start and each.end < s.end for s in strangers)
    ]
    counted = _counted(message, named, asked)
    single = [
        Spoken(each.start, each.end, (tuple(c for c in each.people if c in asked),), each)
        for each in named
        if not any(other.start <= each.start < other.end for other in counted)
    ]
    return sorted((*single, *counted), key=lambda each: each.start)


def _is_said_again(message: Message, mention: Mention, known: Sequence[Mention]) -> bool:
    """Whether "him" is who was named in the same piece, and "she" one of several who were named.

    "he'll come if his knee lets him"; "Mom yes, grandma no, she can't sit that long".
    """
    named = {called for each in known if each.start < mention.start for called in each.people}
    if is_pronoun(message, mention) and len(mention.people) > 1 and named & {*mention.people}:
        return True
    start = next((s for s, e in message.parts if s <= mention.start < e), 0)
    return message.words[mention.start] == "him" and any(
        start <= each.start < mention.start and {*each.people} & {*mention.people} for each in known
    )


def _is_a_grandchild(message: Message, mention: Mention) -> bool:
    """Whether "ngoại" says whose child somebody is: "tui giữ cháu ngoại"."""
    at = mention.start
    return message.plain[at] in ("noi", "ngoai") and message.plain[at - 1 : at] in (
        ("chau",),
        ("be",),
    )


def is_verb(message: Message, mention: Mention) -> bool:
    """Whether a bare "di" or "toi" is đi or tới, and "mình" is only "alone": "mình tôi dự"."""
    at = mention.start
    if mention.end - at > 1:
        return False
    part = next(((s, e) for s, e in message.parts if s <= at < e), (at, at + 1))
    before = message.plain[at - 1] if at > part[0] else ""
    if message.words[at] == "di" and GO_ALL.match(" ".join(message.plain[at : at + 4])):
        return True
    if message.words[at] == "di":
        return at + 1 == part[1] or bool(before and before not in LED_OVER)
    if message.words[at] == "toi":
        return before in _GOES or (at + 1 == part[1] and at > part[0] and before not in _ALONE)
    if message.words[at] == "chong":
        return message.plain[at + 1 : at + 2] == ("gay",)
    if message.words[at] == "noi":
        return mention.is_self and before in _WHO_SAYS
    after = message.plain[at + 1] if at + 1 < part[1] else ""
    return message.plain[at] in _ALONE and after in _OWN


def _is_whose(message: Message, mention: Mention, known: Sequence[Mention]) -> bool:
    """Whether "tôi" says whose somebody is: "bà nhà tôi bận"."""
    at = mention.start
    if message.plain[mention.end : mention.end + 1] in (("deu",), ("cung",)):
        # "thầy cô đều đi": both of them.
        return False
    behind = at - 1 if message.plain[at - 1 : at] == ("nha",) else at
    return mention.is_self and any(
        each.end in (at, behind)
        and not each.is_self
        and mention.start not in {start for start, _ in message.parts}
        for each in known
    )


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
    if not alone or not mention.start:
        return False
    if message.plain[mention.start - 1] in TOGETHER:
        # "dì đi với má, ba ở nhà"
        return False
    return mention.is_self or (after is not None and after.start == mention.end)


_WHO_SAYS = frozenset(("em", "con", "chau", "tui", "toi", "co", "minh", "da"))
GO_ALL = Pattern(
    r"di het(?: (?:tron|troi|luon|tron|ca|rao|nha|nhe|nghen|a|roi|do|con|em|chi|co|\d|hai|ba|bon)\b| ?$)"
)
_GOES = frozenset(("deu", "se", "khong", "hong", "cung", "van", "chua", "rang", "co"))
_ALONE = frozenset(("minh", "moi"))
_OWN = frozenset(("toi", "tui", "em", "bac", "co", "chu", "ba", "ong", "anh", "chi"))


def _places(message: Message, found: re.Match[str]) -> tuple[int, int]:
    start = len(message.line[: found.start()].split())
    return start, start + len(found[0].split())


def _counted(message: Message, named: Sequence[Mention], asked: Sequence[str]) -> list[Spoken]:
    """Several who are counted or summed up and not named: "hai vợ chồng", "mấy người kia"."""
    return (
        _couple(message, named, asked)
        or _sides_and_rest(message, named, asked)
        or _counted_by_kind(message, asked)
        or _by_number(message, named, asked)
        or _pair(message, named, asked)
        or _whole(message, named, asked)
        or _everybody(message, named, asked)
    )


def _each(start: int, end: int, people: Sequence[str]) -> Spoken:
    """Words that mean several, each of them for sure."""
    return Spoken(start, end, tuple((called,) for called in people))


def _unnamed(named: Sequence[Mention], asked: Sequence[str], start: int, end: int) -> list[str]:
    """Who isn't named outside some words."""
    outside = [mention for mention in named if not start <= mention.start < end]
    sure = {mention.people[0] for mention in outside if mention.is_sure}
    return [called for called in asked if called not in sure]


def _couple(message: Message, named: Sequence[Mention], asked: Sequence[str]) -> list[Spoken]:
    # By the plain words too: "vợ chòng", "nguời".
    couple = COUPLE.find(message.line) or COUPLE.find(" ".join(message.plain))
    if couple is None and len(asked) == 2:
        couple = _SIBLINGS.find(message.line)
    if couple is None:
        return []
    start, end = _places(message, couple)
    while end < len(message.plain) and message.plain[end] in _US:
        end += 1
    whom = list(asked) if len(asked) == 2 else _unnamed(named, asked, start, end)
    return [_each(start, end, whom)] if len(whom) == 2 else []


def _sides_and_rest(
    message: Message, named: Sequence[Mention], asked: Sequence[str]
) -> list[Spoken]:
    """ "ông bà nội", and the others."""
    sides = _of_a_side(message, asked)
    remaining = REST.find(message.line) or REST.find(" ".join(message.plain))
    if remaining and (named or sides):
        of_sides = {called for each in sides for (called,) in each.whom}
        start, end = _places(message, remaining)
        unnamed = _unnamed(named, asked, start, end)
        whom = [called for called in unnamed if called not in of_sides]
        if whom and len(whom) < len(asked):
            return [*sides, _each(start, end, whom)]
    return sides


def _by_number(message: Message, named: Sequence[Mention], asked: Sequence[str]) -> list[Spoken]:
    number = COUNTED.find(message.line)
    if number is None:
        return []
    start, end = _places(message, number)
    count, kin = NUMBERS[fold(number["count"])], number["kin"]
    kins = KIN_ABROAD.get(kin, (fold(kin),))
    alike = [called for called in asked if fold(called.split()[0].lower()) in kins]
    whom = _unnamed(named, asked, start, end)
    # "ba má" are the parents, unless three are called má; "cả hai di" go.
    for several in (alike,) if kin in NO_CLASS else (alike, whom, list(asked)):
        if len(several) == count:
            return [_each(start, end, several)]
    return []


def _pair(message: Message, named: Sequence[Mention], asked: Sequence[str]) -> list[Spoken]:
    """ "ông bà" of more than two, where only a man and a woman are left to be meant."""
    pair = PAIR.find(message.line)
    if pair is None or not named or len(asked) <= 2:
        return []
    start, end = _places(message, pair)
    if any(start < stop < end for _, stop in message.parts):
        return []
    whom = _unnamed(named, asked, start, end)
    is_couple = len(whom) == 2 and {*map(sex_of, whom)} == {"male", "female"}
    return [_each(start, end, whom)] if is_couple else []


def _whole(message: Message, named: Sequence[Mention], asked: Sequence[str]) -> list[Spoken]:
    whole = WHOLE.find(message.line)
    if whole is None or not named or _sets_apart(message, named):
        return []
    many = whole["count"] or whole["some"]
    if many and NUMBERS[fold(many)] != len(asked):
        return []
    # Whoever is named besides says something else of himself, or the same once more.
    return [_each(*_places(message, whole), asked)]


def _everybody(message: Message, named: Sequence[Mention], asked: Sequence[str]) -> list[Spoken]:
    everybody = EVERYBODY.find(message.line)
    if everybody is None or _sets_apart(message, named):
        return []
    start, end = _places(message, everybody)
    is_all_inside = all(start <= mention.start < end for mention in named)
    is_one_of_several = len(named) == 1 and len({*named[0].people}) > 1
    return [_each(start, end, asked)] if is_all_inside or is_one_of_several else []


def _sets_apart(message: Message, named: Sequence[Mention]) -> bool:
    """Whether somebody is named as the one of whom it doesn't hold."""
    return any(EXCEPT.find(" ".join(message.words[: mention.start])) for mention in named)


def _of_a_side(message: Message, asked: Sequence[str]) -> list[Spoken]:
    """ "ông bà nội" are the two of that side."""
    found = _SIDES.find(message.line)
    if not found:
        return []
    side = fold(found["side"])
    whom = [called for called in asked if fold(called.split()[-1].lower()) == side]
    if sorted(map(str, map(sex_of, whom))) != ["female", "male"]:
        return []
    return [_each(*_places(message, found), whom)]


def _counted_by_kind(message: Message, asked: Sequence[str]) -> list[Spoken]:
    """Several who are counted by the word they are called by: "hai bà nội ngoại đi, hai ông ở nhà"."""
    counted: list[Spoken] = []
    at = 0
    while found := COUNTED.find(message.line, at):
        at = found.end()
        start, end = _places(message, found)
        kin = fold(found["kin"])
        alike = [called for called in asked if fold(called.split()[0].lower()) == kin]
        if len(alike) != NUMBERS[fold(found["count"])]:
            return []
        if message.plain[end : end + 2] == ("noi", "ngoai"):
            end += 2
        counted.append(_each(start, end, alike))
    people = [called for each in counted for called in each.whom]
    return counted if len(counted) > 1 and len({*people}) == len(people) else []


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
        if joined and last is not None and between[-1:] == ("roi",) and each.whom == last.whom:
            # "hỏi bố rồi, bố bảo không"
            joined = False
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
            apart = apart or bool(SAID_FOR.find(before) and message.words[each.end :])
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
    """Whether something else is said behind those who are joined by a word: "má với dì, ba thì không"."""
    return _is_linked(message, group) and bool(
        _ELSE.intersection(message.plain[each.end : each.end + 1])
    )


_ELSE = frozenset(("thi", "chua", "khong", "hong", "thoi", "nghi", "ban", "ket", "khoi"))


def told_apart(message: Message, mention: Mention, candidates: Sequence[str]) -> list[str]:
    """Which of several a bare word means: by its accents ("bà" is no "ba"), else all."""
    word = message.words[mention.start]
    exact = [called for called in candidates if called.lower().split()[0] == word]
    if len(exact) == 1 and not word.isascii():
        return exact
    sexes = {sex_of(called) for called in candidates}
    return list(exact or candidates) if len(sexes) else list(candidates)
