"""Who comes and who doesn't: each person's part of an answer to a reminder."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from bot.intents.attendance import Attendee
from bot.intents.attendance import read_attendance as read_plain_attendance
from bot.intents.coming import as_it_is_now
from bot.intents.counted import (
    ALL_STAY,
    ALONE_BEHIND,
    ASKS_HIM,
    BARE_YES,
    COUNTED,
    COUPLE,
    COURTESIES,
    EVERYBODY,
    EXCEPT,
    INSTEAD_OF,
    KIN_ABROAD,
    NO_CLASS,
    NOBODY,
    NOT_YET,
    NUMBERS,
    ONLY,
    REST,
)
from bot.intents.kin import people_in
from bot.intents.message import Message
from bot.intents.people import Mention, mentions, sex_of
from bot.intents.phrases import Phrases
from bot.intents.scene import Scene
from bot.intents.understanding import Attendance
from bot.language.text import fold

Lean = Callable[[str], Attendance]
"""What a piece of a message leans to, by its words."""


class AttendanceReading(NamedTuple):
    """Whom an answer is about and what it says of each."""

    people: dict[str, Attendance]
    is_sure: bool = True


_LINKS = frozenset(("va", "voi", "cung", "and", "lan", "&", "hai", "roi"))
_TOGETHER = frozenset(("voi", "cung", "chung"))
_JOINTS = frozenset(("con", "nhung", "ma", "chu", "but", "while", "thi"))
_LED_OVER = _JOINTS | {
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
_LEADS_IN = frozenset("thi la noi bao keu cung toi tui em e con chau nha ay nay do".split())
_OPPOSITE = {Attendance.YES: Attendance.NO, Attendance.NO: Attendance.YES}
_ME = [Attendee(1, is_self=True)]


class _Spoken(NamedTuple):
    """Words for somebody or for several: of each whom they may mean."""

    start: int
    end: int
    whom: tuple[tuple[str, ...], ...]
    mention: Mention | None = None


class _Group(NamedTuple):
    """Those that are spoken of together: "ông với bà Tư", "má, tía"."""

    spoken: tuple[_Spoken, ...]

    @property
    def start(self) -> int:
        return self.spoken[0].start

    @property
    def end(self) -> int:
        return self.spoken[-1].end


def read_attendance(message: Message, scene: Scene, lean: Lean) -> AttendanceReading:
    """Who of the scene comes; `lean` judges a piece of the message."""
    asked = list(scene.waiting) or [person.called for person in scene.people]
    if not asked:
        return AttendanceReading({}, is_sure=False)
    known = mentions(message, scene)
    if len(asked) == 1:
        others = {called for each in known for called in each.people} - set(asked)
        overall = said_plainly(message.text) or lean(message.line)
        return AttendanceReading({asked[0]: overall}, is_sure=not others or len(known) == 0)
    overall = lean(message.line)
    if NOBODY.find(message.line):
        return AttendanceReading(dict.fromkeys(asked, Attendance.NO))
    groups = _groups(message, _spoken(message, known, asked))
    if ALL_STAY.find(message.line):
        return AttendanceReading(dict.fromkeys(asked, Attendance.NO))
    if not groups:
        bare = bool(BARE_YES.whole(message.line))
        said = said_plainly(message.text) or overall
        return AttendanceReading(dict.fromkeys(asked, said), is_sure=not bare)
    return _by_groups(message, asked, groups, overall, lean)


def said_plainly(text: str) -> Attendance | None:
    """What some words say of one person, where nothing but an answer stands in them."""
    said = set(read_plain_attendance(text, _ME).answers.values())
    return Attendance(said.pop()) if len(said) == 1 else None


def _spoken(message: Message, known: Sequence[Mention], asked: Sequence[str]) -> list[_Spoken]:
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
        _Spoken(each.start, each.end, (tuple(c for c in each.people if c in asked),), each)
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
        return at + 1 == part[1] or bool(before and before not in _LED_OVER)
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


def _counted(message: Message, named: Sequence[Mention], asked: Sequence[str]) -> list[_Spoken]:
    def rest(start: int, end: int) -> list[str]:
        outside = [m for m in named if not start <= m.start < end]
        sure = {m.people[0] for m in outside if m.is_sure}
        return [called for called in asked if called not in sure]

    couple = COUPLE.find(message.line)
    if couple:
        start, end = _places(message, couple)
        whom = list(asked) if len(asked) == 2 else rest(start, end)
        if len(whom) == 2:
            return [_Spoken(start, end, tuple((each,) for each in whom))]
    remaining = REST.find(message.line)
    if remaining and named:
        start, end = _places(message, remaining)
        whom = rest(start, end)
        if whom and len(whom) < len(asked):
            return [_Spoken(start, end, tuple((each,) for each in whom))]
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
                return [_Spoken(start, end, tuple((each,) for each in several))]
    everybody = EVERYBODY.find(message.line)
    if everybody and not any(EXCEPT.find(" ".join(message.words[: m.start])) for m in named):
        start, end = _places(message, everybody)
        inside = [m for m in named if start <= m.start < end]
        if len(inside) == len(named) or not named:
            return [_Spoken(start, end, tuple((each,) for each in asked))]
        if len({c for m in named for c in m.people}) > 1 and len(named) == 1:
            return [_Spoken(start, end, tuple((each,) for each in asked))]
    return []


def _groups(message: Message, spoken: Sequence[_Spoken]) -> list[_Group]:
    """Those who are joined: "ông với bà Tư", "má, tía"."""
    groups: list[list[_Spoken]] = []
    breaks = {end for _, end in message.parts}
    for each in spoken:
        last = groups[-1][-1] if groups else None
        between = message.plain[last.end : each.start] if last else ()
        joined = last is not None and (
            (len(between) == 1 and between[0] in _LINKS)
            or (not between and (last.end in breaks or each.whom != last.whom))
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
        if joined and not between and last is not None and last.end in breaks:
            lead = message.plain[max(0, last.start - 1) : last.start]
            before = " ".join(message.words[: last.start])
            apart = any(each.find(before) for each in (EXCEPT, ONLY, ASKS_HIM, INSTEAD_OF))
            joined = not apart and not (lead and lead[0] in _TOGETHER and len(groups) > 1)
        if joined:
            groups[-1].append(each)
        else:
            groups.append([each])
    return [_Group(tuple(each)) for each in groups]


def _is_set_apart(message: Message, each: _Spoken, group: Sequence[_Spoken]) -> bool:
    """Whether "ba thì không" stands behind those who are joined by a word: "má với dì, ba thì không"."""
    linked = any(
        message.plain[one.end : other.start] and message.plain[one.end : other.start][0] in _LINKS
        for one, other in itertools.pairwise(group)
    )
    return linked and message.plain[each.end : each.end + 1] == ("thi",)


def _names(
    message: Message, group: _Group, taken: set[str], again: Sequence[str]
) -> tuple[list[str], bool]:
    """Who is meant, each once, and whether it is sure; `again`: who is likelier spoken of once more."""
    names: list[str] = []
    is_sure = True
    for each in group.spoken:
        for whom in each.whom:
            candidates = (
                [called for called in whom if called in again]
                or [called for called in whom if called not in taken]
                or list(whom)
            )
            if len(candidates) > 1 and each.mention is not None:
                candidates = _told_apart(message, each.mention, candidates)
                is_sure = is_sure and len(candidates) == 1
            names += candidates[:1]
    return names, is_sure


def _by_groups(
    message: Message,
    asked: Sequence[str],
    groups: Sequence[_Group],
    overall: Attendance,
    lean: Lean,
) -> AttendanceReading:
    answers: dict[str, Attendance] = {}
    others: Attendance | None = None
    carried: Attendance | None = None
    is_sure, waits, settled = True, False, False
    bare: list[str] = []
    told: list[str] = []
    said: Attendance | None = None
    for place, group in enumerate(groups):
        last = place + 1 == len(groups)
        stop = len(message.words) if last else groups[place + 1].start
        before = message.words[(groups[place - 1].end if place else 0) : group.start]
        after = message.words[group.end : stop] if last else _without_lead(message, group.end, stop)
        lead = " ".join(before)
        names, sure = _names(message, group, set(answers), told if _BY_NOW.find(lead) else ())
        is_sure = is_sure and sure
        if EXCEPT.find(lead):
            answers |= dict.fromkeys(names, Attendance.NO)
            others = others or Attendance.YES
            continue
        if INSTEAD_OF.find(lead):
            answers |= dict.fromkeys(names, Attendance.NO)
            continue
        if _is_open(message, group, stop) or waits or (place and _is_only_then(message, group)):
            waits = _leads_to_a_condition(message, group, stop)
            answers |= dict.fromkeys(names, Attendance.UNSURE)
            continue
        waits = _leads_to_a_condition(message, group, stop)
        if waits:
            answers |= dict.fromkeys(names, Attendance.UNSURE)
            continue
        alone = bool(ONLY.find(lead)) or _is_only(message, group, stop)
        before_him = said
        at_once = None if alone else _at_once(message, group, stop)
        if told == names and settled and not set(map(fold, after)) & _GOING:
            # "my father no, he sleeps all day": the reason changes nothing.
            continue
        settled = at_once is not None
        if before_him is not None and _LIKEWISE.whole(" ".join(_without_topic(after))):
            said = before_him
        else:
            said = at_once or _said(
                after, before if last and place else (), overall, lean, alone=alone
            )
        if said is Attendance.NO and not set(map(fold, after)) & _GOING:
            # "má chưa biết nữa, má đang ho": the reason doesn't decide what was left open.
            was_open = {answers.get(name) for name in names} == {Attendance.UNSURE}
            if told == names and was_open and not _UNLIKELY.find(message.line):
                said = Attendance.UNSURE
        told = names
        if carried is not None and not after:
            said = carried
        carried = None
        if message.plain[group.end : stop][-1:] and message.plain[stop - 1] in _TOGETHER:
            carried = said
        if alone and said in _OPPOSITE:
            others = others or _OPPOSITE[said]
        elif not last and not lead and not any(map(_says, after)):
            bare += names
        answers |= dict.fromkeys(names, said)
    if bare and {said for name, said in answers.items() if name not in bare} == {Attendance.NO}:
        # "má với chú Út, ba thì không": who is only named comes.
        answers |= dict.fromkeys(bare, Attendance.YES)
    if others is not None:
        answers = dict.fromkeys(asked, others) | answers
    return AttendanceReading(answers, is_sure=is_sure and bool(answers))


_UNLIKELY = Phrases(r"chắc (là |phải |cũng )*(không|khỏi|nghỉ|ở nhà|vắng)")
_LIKEWISE = Phrases(
    r"(thì )?((cũng )?(vậy|thế|y vậy|y chang)|y vậy|y chang|như vậy|nữa|luôn|too|as well|likewise)( (nha|nghen|nhé|con|em|ạ|luôn))*"
)
_BY_NOW = Phrases(r"(giờ|h|bây giờ|nay|bữa nay|tuần này|lại)$")
"""What leads over to what is so of the same one by now: "báo dì Năm đi mà giờ dì đổi ý"."""
_SURE_TOPIC = Phrases(r"chắc( rồi| ăn| mẻm| chắn| cú| luôn)*( (đi|đó|nha|nghen))*")


def _is_open(message: Message, group: _Group, stop: int) -> bool:
    """Whether somebody is only to be asked yet: "để con hỏi bà, ông thì đi"."""
    part = next(((s, e) for s, e in message.parts if s <= group.start < e), (0, stop))
    before = " ".join(message.words[part[0] : group.start])
    after = " ".join(message.words[group.end : min(part[1], stop)])
    return bool(ASKS_HIM.find(before)) and bool(NOT_YET.whole(after))


def _is_only_then(message: Message, group: _Group) -> bool:
    """Whether somebody comes only after what was said of another: "bà đi ông mới đi"."""
    begins = {start for start, _ in message.parts}
    after = message.plain[group.end : group.end + 2]
    return group.start not in begins and after[:1] == ("moi",) and set(after[1:]) <= _GOING


def _at_once(message: Message, group: _Group, stop: int) -> Attendance | None:
    """A bare yes or no behind somebody, before what explains it: "my father no, he sleeps"."""
    part = next((end for start, end in message.parts if start <= group.start < end), stop)
    return _AT_ONCE.get(" ".join(message.words[group.end : part])) if part <= stop else None


_AT_ONCE = {
    **dict.fromkeys(("no", "not", "không", "thì không", "thì thôi"), Attendance.NO),
    **dict.fromkeys(("go", "goes", "yes", "có", "thì có"), Attendance.YES),
}


def _leads_to_a_condition(message: Message, group: _Group, stop: int) -> bool:
    """Whether what is said of one is the condition for the next: "bả đi thì tui đi"."""
    said = message.plain[group.end : stop]
    part = next((end for start, end in message.parts if start <= group.start < end), stop)
    return (
        stop < part
        and 1 < len(said) <= 5
        and said[-1] == "thi"
        and bool(set(said) & _GOING)
        and not set(said) & _DENYING
    )


_DENYING = frozenset(("khong", "hong", "chua", "het", "ma"))
_GOING = frozenset(("di", "toi", "ra", "du", "chiu", "cho", "khoe"))


def _said(
    after: Sequence[str],
    before: Sequence[str],
    overall: Attendance,
    lean: Lean,
    *,
    alone: bool,
) -> Attendance:
    """What is said of those before some words, or behind others: "khỏi bà"."""
    line = as_it_is_now(" ".join(_without_topic(after)))
    if _SURE_TOPIC.whole(line) and (len(line.split()) > 1 or (after and fold(after[0]) == "thi")):
        return Attendance.YES
    if all(_is_courtesy(word) for word in line.split()):
        line = ""
    if alone and not _speaks(line.split()):
        return Attendance.YES
    if line:
        return said_plainly(line) or lean(line)
    lead = " ".join(before)
    return (said_plainly(lead) or lean(lead)) if lead else overall


def _says(word: str) -> bool:
    return not _is_courtesy(word)


def _is_courtesy(word: str) -> bool:
    """Whether a word behind somebody says nothing of him: "đủ ba người nha em"."""
    return word in COURTESIES


def _without_topic(words: Sequence[str]) -> Sequence[str]:
    """The words without the "thì" that leads from somebody to what is said of him."""
    start = 0
    while start + 1 < len(words) and fold(words[start]) in _LEADS_IN:
        start += 1
    return words[start:]


def _without_lead(message: Message, start: int, stop: int) -> tuple[str, ...]:
    """The words about somebody, without the "còn" that leads over to the next."""
    end = stop
    begins = {first for first, _ in message.parts}
    while end > start and message.plain[end - 1] in (_JOINTS | _TOGETHER):
        end -= 1
    piece = end
    while piece > start and message.plain[piece - 1] in (_LED_OVER | _TOGETHER):
        piece -= 1
        if piece in begins:
            end = piece
    return message.words[start:end]


def _is_only(message: Message, group: _Group, stop: int) -> bool:
    """ "bà đi thôi", where a piece of the sentence ends: "thôi" says no of nobody."""
    part = next((end for start, end in message.parts if start <= group.end < end), stop)
    after = " ".join(message.words[group.end : min(part, stop)])
    return bool(ALONE_BEHIND.whole(after)) or (
        bool(ALONE_BEHIND.find(after)) and after.startswith(("đi thôi", "di thoi", "thôi", "thoi"))
    )


def _speaks(words: Sequence[str]) -> bool:
    return any(len(word) > 1 for word in words) and not Phrases(
        r"(thôi|nha|nghen|nhé|con|em|ạ|đi|được|rảnh|tới|a|one|only|this time|có mặt|tham gia|dự|ra|mình|một|ên| )+"
    ).whole(" ".join(words))


def _told_apart(message: Message, mention: Mention, candidates: Sequence[str]) -> list[str]:
    """Which of several a bare word means: by its accents ("bà" is no "ba"), else all."""
    word = message.words[mention.start]
    exact = [called for called in candidates if called.lower().split()[0] == word]
    if len(exact) == 1 and not word.isascii():
        return exact
    sexes = {sex_of(called) for called in candidates}
    return list(exact or candidates) if len(sexes) else list(candidates)
