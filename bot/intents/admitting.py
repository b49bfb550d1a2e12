"""Who is to be written down, as the writer calls him; several where several are joined."""

from __future__ import annotations

from collections.abc import Sequence

from bot.intents.kin import Named, is_of_mine, people_in
from bot.intents.message import Message
from bot.intents.phrases import Phrases
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


def relation_of(message: Message, called: str | None) -> str | None:
    """How somebody stands to the writer: what he is besides his name, else what he is called."""
    people = people_in(message)
    meant = next((each for each in people if each.text == called and each.has_name), None)
    if called is None or meant is None:
        return called
    if _NEIGHBOURS.find(message.line):
        return "hàng xóm"
    beside = [
        each.text
        for each in people
        if not each.has_name
        and each.text not in (*_NOBODY, *_STANDS_FOR)
        and 0 <= meant.start - each.end <= _NEAR
        and _says_who(message, each, meant)
    ]
    return beside[-1] if beside else called


_NEAR = 3
"""Words between who somebody is and his name: "vợ tôi, Trần Thị Liên"."""


_NEIGHBOURS = Phrases(r"hàng xóm|láng giềng|lối xóm|chòm xóm|kế (bên|vách) nhà|sát vách")


def without_neighbour(called: str) -> str:
    """A name without that it is a neighbour's: "chú Tư hàng xóm"."""
    name = _NEIGHBOURS.remove(called)
    return name if len(name.split()) > 1 else called


def _says_who(message: Message, kin: Named, named: Named) -> bool:
    """Whether a word for kin says who somebody is, and nothing of its own: "bà ngoại kêu ghi dì Sáu"."""
    between = message.plain[kin.end : named.start]
    return {*between} <= _WHOSE and (is_of_mine(message, kin) or len(kin.text.split()) > 1)


_WHOSE = frozenset("cua toi tui em con chau minh co chu bac chi anh ba ong nua la ten do".split())


def called_of(message: Message) -> str | None:
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
    given = [each for each in named if each.has_name and each.text.split()[0] not in _YOUNG_OR_SIDE]
    chosen = next((each for each in named if each.start - 1 in lead), None)
    first = chosen or next(iter(named), None)
    if (
        len(given) == 1
        and first is not None
        and not is_of_mine(message, first)
        and message.plain[given[0].start - 1 : given[0].start] not in _WHOSE_CHILD
    ):
        # "bà cô ruột của cô nữa, cô Út": the name says more.
        return given[0].text
    chosen = chosen or next(iter(named), None)
    return _said_in_full(message, chosen, named).text if chosen else None


_YOUNG_OR_SIDE = frozenset(("em", "con", "ngoại", "nội"))
_WHOSE_CHILD = (("con",), ("chau",), ("cua",), ("vo",), ("chong",))


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
