"""Which kind of event a text is about, by what each kind's own file says people call it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.domain.events import KINDS
from bot.domain.events.rules import EventKind
from bot.intents.announcing import without_lead
from bot.intents.asking import looks_like_question
from bot.intents.message import Message, read_message
from bot.intents.phrases import Phrases
from bot.intents.today import asks_day
from bot.language.dates.readings import aligned
from bot.language.event_notes import part_notes
from bot.language.patterns import Pattern
from bot.language.text import clean, fold, plain_words

_BY_TURNS = (
    *(kind for kind in KINDS.values() if not kind.usual),
    *(kind for kind in KINDS.values() if kind.usual),
)
"""A meeting with songs is an evening of songs: the usual gives way."""
_SPOKEN = {kind.key: Phrases(*kind.names, *kind.spoken) for kind in KINDS.values()}
_HINTED = {kind.key: Phrases(*kind.hinted) for kind in KINDS.values() if kind.hinted}


def kind_spoken_of(message: Message) -> str | None:
    """The kind that a message is about; None where it speaks of none."""
    # "đi họp có cần đem cuốn sổ khám bệnh": a thing that is brought is no event.
    for line in (_THINGS.remove(message.line), message.line):
        for patterns in (_SPOKEN, _HINTED):
            for kind in _BY_TURNS:
                if kind.key in patterns and patterns[kind.key].find(line):
                    return kind.key
    return None


_THINGS = Phrases(r"(sổ|giấy|phiếu|toa|hồ sơ) (khám|tập huấn|họp)( bệnh| sức khỏe)?")


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    """Names without accents, the longest first."""
    return tuple(sorted({fold(name) for name in names}, key=lambda name: (-len(name), name)))


NAMES = _folded(name for kind in KINDS.values() for name in kind.names)
"""The names of all kinds, without accents."""
NAMED = "|".join(map(re.escape, NAMES))
"""The same as a pattern."""
_OWN = {kind.key: Pattern(rf"\b(?:{'|'.join(map(re.escape, _folded(kind.names)))})\b") for kind in KINDS.values()}  # fmt: skip


def called(kind: EventKind) -> tuple[str, ...]:
    """What a kind may be called where another waits beside it, without accents."""
    return _folded((*kind.names, *kind.nicknames))


def kind_named(text: str) -> str | None:
    """The kind that a text calls by its name; None for none."""
    folded = fold(text)
    return next((kind.key for kind in _BY_TURNS if _OWN[kind.key].search(folded)), None)


def without_names(text: str, kind: str) -> str:
    """A text without what the kind and the usual one are called: the rest is day, hour and place.

    Nor do the words that ask to tell it belong there: "nhắn mọi người mai khám mắt".
    """
    line, folded = aligned(without_lead(text))
    for key in (kind, *(each.key for each in KINDS.values() if each.usual)):
        for found in _OWN[key].finditer(folded):
            line = f"{line[: found.start()]}{' ' * len(found[0])}{line[found.end() :]}"
    return line


_MOST_WORDS, _MOST_SET = 14, 30
"""A longer text tells of an event, unless it begins as one that sets it."""
_BEGINS_SET = Pattern(r"(?:\w+ ){0,3}?(?:dat|len|them|tao) (?:lich|buoi)\b")
_SETS_NOTHING = Phrases(
    r"hủy|dời|đổi|hoãn|nghỉ|khỏi|thôi|không|chưa|chuyển|lùi|bỏ|xong|rồi|bận|ai|đi được|mấy|danh sách|điểm danh|ký tên|thay vì",
    r"cancel|move|postpone|not?|who|how",
)


def kind_to_set(text: str) -> str | None:
    """The kind that a text may set an event of: it names one and asks, moves and undoes nothing."""
    text = part_notes(text).rest
    message = read_message(text)
    most = _MOST_SET if _BEGINS_SET.match(fold(clean(text))) else _MOST_WORDS
    if len(message.words) > most or looks_like_question(text):
        return None
    return None if _SETS_NOTHING.find(message.line) else kind_named(text)


_BRING = Pattern(r"\b(?:mang|dem|cam)(?: theo)?(?: nhung)? gi\b|what to bring")


def asks_what_to_bring(text: str) -> bool:
    """Whether it asks what to take along."""
    return bool(_BRING.search(fold(clean(text))))


_ABOUT = Pattern(
    r"\b(?:may gio|luc nao|khi nao|bao gio|chung nao|ngay nao|hom nao|bua nao|ngay may|thu may|o dau|cho nao"
    r"|dau|noi nao|(?:mang|dem)(?: theo)?(?: nhung)? gi|what time|when|where)\b"
)
_NAMED_WHOLE = Pattern(rf"\b(?:{NAMED})\b")
_AROUND = frozenset(
    "con vay a oi da duoc u um ok vang roi nha nhe the la ha ma thi minh em chau cho hoi toi tui ba "
    "ong bac co chu bua hom buoi nay do di luc o tai va con is it the".split()
)


_HURTS = Pattern(r"\b(?:ba|ong|toi|tui|bac|co|chu|minh) dau(?: qua| lam)?$")
"""Without accents "bà đau" is "bà đâu": who hurts is not told when the meeting is."""


_HURTS_TYPED = Pattern(r"(?<![^\W\d_])đau(?![^\W\d_])", re.IGNORECASE)


def asks_about_event(text: str) -> bool:
    """Whether it asks when or where the event is that was just spoken of: "mấy giờ vậy con?"."""
    folded = plain_words(text)
    if asks_day(text) or _HURTS.search(folded) or _HURTS_TYPED.search(text):
        return False
    # By whole names: "chiếu" of a film evening is "chiều" without its accents.
    rest, count = _ABOUT.subn(" ", _NAMED_WHOLE.sub(" ", folded))
    return count > 0 and all(word in _AROUND for word in rest.split())
