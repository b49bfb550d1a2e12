"""Whom an answer to who comes names: the people of the scene, and the writer by any word for himself."""

from __future__ import annotations

from collections.abc import Sequence

from bot.intents.message import Message, canonical
from bot.intents.not_meant import is_other_word
from bot.intents.people import Mention, mentions
from bot.intents.scene import Scene
from bot.intents.spoken_of import is_verb
from bot.language.text import fold

_BEFORE_EM = frozenset(("", "da", "thua", "con", "minh", "nhung", "thi"))
_EM_DOES = frozenset("di thi phai khong ban met ket cung se du toi chac chua bao benh".split())
_EM_SPARED = frozenset("can phai lo khoi".split())
_I = frozenset(("tui", "toi", "tao"))
_ELDER = frozenset(("anh", "chi"))
_ELDER_SHORT = frozenset(("a", "c"))


def mentions_in_answer(message: Message, scene: Scene) -> tuple[Mention, ...]:
    """Those whom an answer names: the writer also by "em", an elder one also by "anh Sáu", "chị Chín"."""
    known = mentions(message, scene)
    if not scene.own:
        return known
    known = tuple(
        each._replace(people=(scene.own,), is_self=True)
        if _is_own_after_another(message, each, known, scene.own)
        else each
        for each in known
    )
    known = tuple(each for each in known if not is_other_word(message, each, known, scene.own))
    taken = {place for each in known if not each.is_self for place in range(each.start, each.end)}
    more = [
        found
        for at in range(len(message.words))
        if at not in taken and (found := _by_another_word(message, at, scene, scene.own))
    ]
    if any(message.plain[each.start] in _I and not is_verb(message, each) for each in known):
        more = [each for each in more if not each.is_self]
    starts = {each.start for each in more}
    known = tuple(each for each in known if each.start not in starts)
    return tuple(sorted((*known, *more), key=lambda each: each.start))


_IN_PLACE_OF = (("gium",), ("dum",), ("thay",), ("the",))


def _is_own_after_another(
    message: Message, mention: Mention, known: Sequence[Mention], own: str
) -> bool:
    """Whether "bà" is the writer's own word beside another bà: "bà Chín bận, còn bà thì đi"."""
    word = own.split()[0].lower()
    if mention.end - mention.start == 1 and not mention.is_self:
        fuller = [
            each
            for each in known
            if each.end - each.start > 1 and {*each.people} & {*mention.people}
        ]
        if message.words[mention.start] == canonical(word) and fuller:
            before = message.plain[mention.start - 1 : mention.start]
            if before in _IN_PLACE_OF or all(mention.start < each.start for each in fuller):
                # "bà chắc chắn ra, bà Thu để bà qua hỏi", "bà Thu đi giùm bà"
                return True
    return (
        mention.end - mention.start == 1
        and not mention.is_self
        and message.plain[mention.start] == fold(word)
        and message.plain[mention.start - 1 : mention.start] == ("con",)
        and any(
            (each.start < mention.start and {*each.people} & {*mention.people})
            or message.plain[each.start] in _ELDER
            for each in known
            if each.start < mention.start
        )
    )


def _is_short_for(message: Message, at: int, own: str) -> bool:
    """Whether "a" or "c" is the anh or chị who writes: "a kẹt họp", "anh Phú đi thay c"."""
    if fold(own.split()[0].lower()) != {"a": "anh", "c": "chi"}[message.plain[at]]:
        return False
    start, end = next(((s, e) for s, e in message.parts if s <= at < e), (at, at + 1))
    if at == start:
        return bool({*message.plain[at + 1 : at + 2]} & _EM_DOES)
    return at + 1 == end and message.plain[at - 1] in ("thay", "the", "cho", "voi", "ca", "them")


def _is_own_name(message: Message, at: int, own: str) -> bool:
    """Whether somebody calls herself by her bare name: "Bảy đi, ông xã ở nhà"; "hai đi" are two."""
    title, *name = own.split()
    if len(name) != 1 or not title or fold(name[0].lower()) in ("hai", "ba"):
        return False
    begins = any(start == at for start, _ in message.parts)
    return (
        begins
        and message.plain[at] == fold(name[0].lower())
        and bool({*message.plain[at + 1 : at + 2]} & (_EM_DOES - {"thi"}))
    )


def _by_another_word(message: Message, at: int, scene: Scene, own: str) -> Mention | None:
    word, following = message.plain[at], message.plain[at + 1 : at + 3]
    if word in _ELDER_SHORT and _is_short_for(message, at, own):
        return Mention(at, at + 1, (own,), is_self=True)
    if (word in _ELDER or word in _ELDER_SHORT) and following:
        others = [each.called for each in scene.people if not each.is_self]
        alike = [
            each
            for each in others
            if " " in each and fold(each.split()[-1].lower()) == following[0]
        ]
        return Mention(at, at + 2, tuple(alike)) if len(alike) == 1 else None
    if _is_own_name(message, at, own):
        return Mention(at, at + 1, (own,), is_self=True)
    if word != "em" or not following or following[0] not in _EM_DOES:
        return None
    start = next((start for start, end in message.parts if start <= at < end), 0)
    before = message.plain[at - 1] if at > start else ""
    if before not in _BEFORE_EM or (
        following[0] in ("khong", "phai") and _EM_SPARED & {*following[1:]}
    ):
        return None
    return Mention(at, at + 1, (own,), is_self=True)
