"""What the words right around somebody in an answer to who comes say of him."""

from __future__ import annotations

from collections.abc import Sequence

from bot.intents.attending_words import (
    BUT_HIM,
    THAT_ONE,
)
from bot.intents.counted import (
    ALONE_BEHIND,
    ASKS_HIM,
    COURTESIES,
    NOT_YET,
)
from bot.intents.message import Message
from bot.intents.spoken_of import (
    JOINTS,
    LED_OVER,
    TOGETHER,
    Group,
)
from bot.intents.understanding import Attendance
from bot.language.text import fold

_LEADS_IN = frozenset("thi la noi bao keu cung toi tui em e con chau nha ay nay do".split())


def left_open_yet(message: Message, group: Group, stop: int) -> bool:
    """Whether somebody is only to be asked yet: "để con hỏi bà, ông thì đi"."""
    part = next(((s, e) for s, e in message.parts if s <= group.start < e), (0, stop))
    before = " ".join(message.words[part[0] : group.start])
    after = THAT_ONE.remove(" ".join(message.words[group.end : min(part[1], stop)]))
    return bool(ASKS_HIM.find(before)) and bool(NOT_YET.whole(after))


def is_only_then(message: Message, group: Group) -> bool:
    """Whether somebody comes only after what was said of another: "bà đi ông mới đi"."""
    begins = {start for start, _ in message.parts}
    after = message.plain[group.end : group.end + 2]
    return group.start not in begins and after[:1] == ("moi",) and set(after[1:]) <= GOING


def said_at_once(message: Message, group: Group, stop: int) -> Attendance | None:
    """A bare yes or no behind somebody, before what explains it: "my father no, he sleeps"."""
    part = next((end for start, end in message.parts if start <= group.start < end), stop)
    if part > stop:
        return None
    said = message.words[group.end : part]
    while said and " ".join(said) not in _AT_ONCE and is_courtesy(said[-1]):
        said = said[:-1]
    return _AT_ONCE.get(" ".join(said))


_AT_ONCE = {
    **dict.fromkeys(("no", "not", "không", "thì không", "thì thôi"), Attendance.NO),
    **dict.fromkeys(("go", "goes", "yes", "có", "thì có", "thì đi", "thì đi được"), Attendance.YES),
}


def leads_to_a_condition(message: Message, group: Group, stop: int) -> bool:
    """Whether what is said of one is the condition for the next: "bả đi thì tui đi"."""
    said = message.plain[group.end : stop]
    part = next((end for start, end in message.parts if start <= group.start < end), stop)
    return (
        stop < part
        and 1 < len(said) <= 5
        and said[-1] == "thi"
        and bool(set(said) & GOING)
        and not set(said) & DENYING
    )


DENYING = frozenset(("khong", "hong", "chua", "het", "ma"))
LEAVES_OUT = frozenset(("nghi", "thoi", "khoi", "tru", "co", "dung", "bo"))
GOING = frozenset(("di", "toi", "ra", "du", "chiu", "cho", "khoe"))


def is_courtesy(word: str) -> bool:
    """Whether a word behind somebody says nothing of him: "đủ ba người nha em"."""
    return word in COURTESIES


def without_topic(words: Sequence[str]) -> Sequence[str]:
    """The words without the "thì" that leads from somebody to what is said of him."""
    start = 0
    while start + 1 < len(words) and fold(words[start]) in _LEADS_IN:
        start += 1
    return words[start:]


def without_lead(message: Message, start: int, stop: int) -> tuple[str, ...]:
    """The words about somebody, without the "còn" that leads over to the next."""
    end = stop
    begins = {first for first, _ in message.parts}
    while end > start and message.plain[end - 1] in (JOINTS | TOGETHER):
        end -= 1
    piece = end
    while piece > start and message.plain[piece - 1] in (LED_OVER | TOGETHER):
        piece -= 1
        if piece in begins:
            end = piece
    return message.words[start:end]


def is_only(message: Message, group: Group, stop: int) -> bool:
    """ "bà đi thôi", where a piece of the sentence ends: "thôi" says no of nobody.

    "ổng đi chớ tui thôi" says it of the second.
    """
    if message.words[group.start - 1 : group.start] and message.words[group.start - 1] in BUT_HIM:
        if message.plain[group.end : group.end + 1] == ("thoi",):
            return False
    part = next((end for start, end in message.parts if start <= group.end < end), stop)
    after = " ".join(message.words[group.end : min(part, stop)])
    if after == "à" and message.plain[group.start - 1 : group.start] == ("co",):
        # "có dì Út à, má với ba về quê": nobody but her, as the south says it.
        return True
    return bool(ALONE_BEHIND.whole(after)) or (
        bool(ALONE_BEHIND.find(after)) and after.startswith(("đi thôi", "di thoi", "thôi", "thoi"))
    )
