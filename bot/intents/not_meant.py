"""Words in an answer to who comes that say of nobody whether he does: whom they ask, tell or care for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.intents.event_kinds import kind_spoken_of
from bot.intents.message import Message, read_message
from bot.intents.people import Mention
from bot.intents.phrases import Phrases
from bot.intents.scene import Scene
from bot.language.text import fold

ASKS_ALL = Phrases(
    r"(hỏi|gọi|điện|nhắn)( (lại|thử|ý|hết|cho|với))* (mấy|từng|các|cả|hai|ba|bốn|đủ|tụi|cả nhà|mọi)( \S+){0,3} (rồi|đã|cái đã|coi|xem|mới|báo|trả lời|nhắn)"
)
"""All of them are to be asked yet: "để em hỏi từng người rồi báo"."""
_ASKING = Phrases(
    r"(phải|đúng|được|cần|có) (không|hông|hôn|chưa)( (con|em|ạ|vậy|cháu|chị|anh|bạn|bot))*$|"
    r"(mấy giờ|giờ nào|ở đâu|chỗ nào|mang (theo )?gì|đem (theo )?gì|bao giờ|ngày mấy)( \S+){0,2}$"
)
_WILL_ASK = Phrases(
    r"^((chiều|tối|mai|lát|trưa|sáng|qua|về|ra|chạy|ghé|sẽ|để|phải|còn|mới|gọi|điện) )*(hỏi|gọi|nhắn|điện)( (lại|thử|ý|coi|xem|cái|đã|rồi|cho|bả|ổng|sau|báo|hay|chắc))*( (con|em|ạ|nha|nghen))*$"
)


def without_questions(message: Message) -> Message:
    """The pieces that tell something: "cả hai đi nha, nhịn ăn phải hông" asks in its second."""
    pieces = [" ".join(message.typed[start:end]) for start, end in message.parts]
    words = [" ".join(message.words[start:end]) for start, end in message.parts]
    kept = [piece for piece, line in zip(pieces, words, strict=True) if not _ASKING.find(line)]
    return read_message(", ".join(kept)) if kept and len(kept) < len(pieces) else message


def asks_of_another(message: Message, mention: Mention, known: Sequence[Mention]) -> bool:
    """Whether the writer only says that he will ask another: "bà Lành thì chiều tôi hỏi lại"."""
    start, end = next(((s, e) for s, e in message.parts if s <= mention.start < e), (0, 0))
    return (
        mention.is_self
        and bool(_WILL_ASK.find(" ".join(message.words[mention.end : end])))
        and any(start <= each.start < mention.start and not each.is_self for each in known)
    )


_ADDS_NOTHING = frozenset("luon thoi roi nha nghen nhe a con em chi anh do".split())
_CARES = frozenset(("coi", "giu", "trong", "cham", "nuoi", "lo", "nom"))


def is_cared_for(message: Message, mention: Mention, known: Sequence[Mention]) -> bool:
    """Whether somebody is only why another stays: "má ở nhà coi ba"."""
    start, end = next(((s, e) for s, e in message.parts if s <= mention.start < e), (0, 0))
    before = message.plain[start : mention.start]
    cared = (before[-1:] == ("cho",) and before[-2:-1]) or before[-1:]
    return (
        {*message.plain[mention.end : end]} <= _ADDS_NOTHING
        and bool(_CARES.intersection(cared))
        and any(start <= each.start < mention.start for each in known)
    )


def is_other_word(message: Message, mention: Mention, known: Sequence[Mention], own: str) -> bool:
    """Whether a bare "chu" or "noi" is chứ or nổi: the writer calls himself by another word."""
    word = message.words[mention.start]
    return (
        mention.is_self
        and word in _OTHER_WORDS
        and word != fold(own.split()[0].lower())
        and any(each.is_self and message.words[each.start] != word for each in known)
    )


_OTHER_WORDS = frozenset(("chu", "noi", "ngoai", "di", "ma", "thay"))


_KNOWS = frozenset("biet ro hoi chac gap goi dam lien nghe thay".split())


def is_asked_of(message: Message, mention: Mention, known: Sequence[Mention]) -> bool:
    """Whether the writer only says what she knows of another: "bả thì tui không biết"."""
    after = message.plain[mention.end : mention.end + 2]
    start = next((s for s, e in message.parts if s <= mention.start < e), 0)
    return (
        mention.is_self
        and len(after) == 2
        and after[0] in ("khong", "chua", "dau")
        and after[1] in _KNOWS
        and any(
            start <= each.start < mention.start
            and not each.is_self
            and set(message.plain[each.end : mention.start]) <= {"thi", "la"}
            for each in known
        )
    )


def is_answered(message: Message, mention: Mention) -> bool:
    """Whether somebody is only the one who is told later: "mai em trả lời bà sau"."""
    before = message.plain[max(0, mention.start - 2) : mention.start]
    told = before[-2:] == ("tra", "loi") or before[-1:] == ("bao",)
    return told and message.plain[mention.end : mention.end + 1] in (("sau",), ("lai",))


def without_other_events(message: Message, scene: Scene) -> Message:
    """The words without what is said of another event: "ông bà đi khám, còn buổi họp thì không"."""
    kinds = {each.event for each in scene.reminder}
    pieces = [read_message(" ".join(message.typed[start:end])) for start, end in message.parts]
    named = [kind_spoken_of(each) for each in pieces]
    if len(kinds) != 1 or not kinds & {*named} or {*named} <= {*kinds, None}:
        return message
    kept = [
        piece.text
        for piece, kind in zip(pieces, named, strict=True)
        if kind in kinds or not (kind and _OF_ANOTHER.find(piece.line))
    ]
    return read_message(", ".join(kept))


_OF_ANOTHER = Phrases(r"thì (không|thôi|khỏi|nghỉ|bận|chưa|đi|có)( \S+){0,3}$")
