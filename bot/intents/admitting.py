"""Who is to be written down, as the writer calls him; several where several are joined."""

from __future__ import annotations

from collections.abc import Sequence

from bot.intents.kin import Named, is_of_mine, people_in
from bot.intents.message import Message
from bot.language.text import fold

_LINKS = frozenset(("voi", "va", "cung", "lan", "and", "&", "ca", "them", "luon"))
_LIVES = frozenset(("o", "song", "chung", "nho", "ke", "gan", "di", "chi", "quen", "noi"))


def persons_of(message: Message) -> tuple[str, ...]:
    """Those who are joined: "bà nội 78 tuổi với bà ngoại 80 tuổi"; none where it is one."""
    named = [each for each in people_in(message) if each.has_name or each.text not in _NOBODY]
    for at in range(len(named) - 1):
        joined = [named[at]]
        for following in named[at + 1 :]:
            if not _is_joined(message, joined[-1], following):
                break
            joined.append(following)
        texts = tuple(dict.fromkeys(each.text for each in joined))
        if len(texts) > 1:
            return texts
    return ()


_NOBODY = frozenset(("em", "anh", "chị", "bạn", "thằng", "hàng xóm"))


def _is_joined(message: Message, one: Named, other: Named) -> bool:
    between = message.plain[one.end : other.start]
    # "cho má với, bà 91 rồi": behind a comma nobody is joined by the word before it.
    if not between or between[-1] not in _LINKS or other.start in {s for s, _ in message.parts}:
        return False
    return "chung" not in between and not (len(between) > 1 and between[-2] in _LIVES)


def relation_of(message: Message) -> str | None:
    """Whom a writer wants to have written down, as he calls him."""
    named = [
        each
        for each in people_in(message)
        if each.text not in ("em", "anh", "chị") or each.has_name
    ]
    lead = [
        place
        for place, word in enumerate(message.plain)
        if word
        in (
            "cho",
            "giup",
            "gium",
            "dum",
            "ghi",
            "them",
            "ten",
            "ky",
            "danh",
            "register",
            "add",
            "for",
            "my",
        )
    ]
    by_name = [each for each in named if each.has_name and len(each.text.split()) > 2]
    if by_name:
        return by_name[0].text
    chosen = next((each for each in named if each.start - 1 in lead), None) or next(
        iter(named), None
    )
    return _said_in_full(message, chosen, named).text if chosen else None


def _said_in_full(message: Message, chosen: Named, named: Sequence[Named]) -> Named:
    """Who "cho bà" is, where it was said before in more words: "bà ngoại muốn vô, ghi cho bà"."""
    if chosen.has_name or len(chosen.text.split()) > 1 or is_of_mine(message, chosen):
        return chosen
    before = [each for each in named if each.start < chosen.start]
    fuller = [
        each
        for each in before
        if each.has_name or len(each.text.split()) > 1 or is_of_mine(message, each)
    ]
    alike = [each for each in fuller if fold(each.text.split()[0]) == fold(chosen.text)]
    return (alike or (fuller if chosen.text in _STANDS_FOR else []) or [chosen])[-1]


_STANDS_FOR = frozenset(("ông", "bà", "cụ", "chị", "anh", "thằng"))
"""What somebody is called who was named before: "mẹ vợ tôi … nhập tên cụ vào"."""
