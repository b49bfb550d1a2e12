"""Who is spoken of: the people of the scene among the words of a message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.intents.message import Message, canonical, read_message
from bot.intents.scene import Scene
from bot.language.text import fold


@dataclass(frozen=True)
class Mention:
    """Words that name somebody: `people` holds one of the scene, or several that they may mean."""

    start: int
    end: int
    people: tuple[str, ...]
    is_self: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether only one can be meant."""
        return len(self.people) == 1


_MOTHER = ("má", "mẹ", "me", "mạ", "u", "bu", "bầm", "mom", "mum", "mother", "mommy", "amá")
_FATHER = ("ba", "tía", "cha", "bố", "thầy", "dad", "father", "daddy", "tia")
_WIFE = ("vợ", "bà xã", "bx", "nhà tôi", "bà nhà", "má sấp nhỏ", "wife")
_HUSBAND = ("chồng", "ông xã", "ox", "ông nhà", "ông nhà tôi", "ba sấp nhỏ", "husband")
_GRANDMA = ("grandma", "granny", "nana", "grandmother", "gran")
_GRANDPA = ("grandpa", "grandad", "granddad", "grandfather")
_ALIKE = (_MOTHER, _FATHER, _WIFE, _HUSBAND, _GRANDMA, _GRANDPA)
_SIDES = ("nội", "ngoại")
_FEMALE = ("bà", "cô", "dì", "mợ", "thím", "chị", "má", "mẹ", "vợ", "u", "bu", "bầm", "mệ")
_MALE = ("ông", "chú", "cậu", "dượng", "anh", "tía", "ba", "cha", "bố", "chồng", "ôn")
_SELF = ("tôi", "tui", "tao", "mình", "bác", "tớ", "tau", "qua", "i", "me", "my", "myself")
# How somebody who writes for himself may call himself; not where another one is so called.
_SELF_KIN = ("bà", "ông", "cô", "chú", "dì", "cụ", "chị", "anh", "thím", "cậu", "dượng", "mợ", "ngoại", "nội", "em", "bac", "tía", "má", "thầy", "con")
_PRONOUN_FEMALE = ("bả", "cổ", "chỉ", "she", "her")
_PRONOUN_MALE = ("ổng", "chả", "ảnh", "he", "him", "his")


@lru_cache(maxsize=256)
def _names(called: str) -> tuple[tuple[str, ...], ...]:
    """The ways to name somebody who is called so, the longest first."""
    words = read_message(called).words
    if not words:
        return ()
    names = [words]
    for alike in _ALIKE:
        known = [read_message(each).words for each in alike]
        if words in known:
            names += known
    if len(words) == 2 and words[1] in map(canonical, _SIDES):
        names += [(words[1],)]
    if len(words) > 2:
        names += [words[:2]]
    if len(words) >= 2:
        names += [(*words[:2], "toi"), (words[0], *words[-1:])]
    for tail in ("tôi", "em", "con", "mình", "cháu", "chị", "anh"):
        names.append((*words, canonical(tail)))
    return tuple(sorted(dict.fromkeys(names), key=len, reverse=True))


def sex_of(called: str) -> str | None:
    """ "female" or "male" where the word that somebody is called by says it."""
    words = read_message(called).words
    if not words:
        return None
    for sex, forms in (
        ("female", (*_FEMALE, *_MOTHER, *_WIFE, *_GRANDMA, "aunt", "aunty", "auntie")),
        ("male", (*_MALE, *_FATHER, *_HUSBAND, *_GRANDPA, "uncle")),
    ):
        if any(words[: len(form.split())] == read_message(form).words for form in forms):
            return sex
    return None


def _is_typed(typed: str, known: str) -> bool:
    return typed == known or typed == fold(known)


def _at(words: Sequence[str], start: int, name: Sequence[str]) -> bool:
    return len(words) - start >= len(name) and all(
        _is_typed(typed, known) for typed, known in zip(words[start:], name, strict=False)
    )


@lru_cache(maxsize=512)
def mentions(message: Message, scene: Scene) -> tuple[Mention, ...]:
    """Those of the scene whom a message names, in order; a bare "bà" may mean several."""
    words = message.words
    others = [person.called for person in scene.people if not person.is_self]
    found: list[Mention] = []
    start = 0
    while start < len(words):
        mention = _mention(words, start, others, scene.own)
        if mention is None:
            start += 1
            continue
        found.append(mention)
        start = mention.end
    return tuple(found)


def _mention(
    words: Sequence[str], start: int, others: Sequence[str], own: str | None
) -> Mention | None:
    best: tuple[int, list[str]] = (0, [])
    for called in others:
        for name in _names(called):
            if _at(words, start, name):
                if len(name) > best[0]:
                    best = (len(name), [called])
                elif len(name) == best[0] and called not in best[1]:
                    best[1].append(called)
                break
    if best[0] > 1 or (best[0] == 1 and len(best[1]) == 1 and not _goes_on(words, start)):
        return Mention(start, start + best[0], tuple(best[1]))
    word = words[start]
    alike = [
        called
        for called in others
        if _is_typed(word, (read_message(called).words or ("",))[0]) or called in best[1]
    ]
    if alike:
        return Mention(start, start + 1, tuple(dict.fromkeys(alike)))
    for sex, forms in (("female", _PRONOUN_FEMALE), ("male", _PRONOUN_MALE)):
        if word in map(canonical, forms):
            alike = [called for called in others if sex_of(called) == sex]
            if alike:
                return Mention(start, start + 1, tuple(alike))
    if own is not None and any(_is_typed(word, canonical(form)) for form in (*_SELF, *_SELF_KIN)):
        if _is_typed(word, "con") or _is_typed(word, "em"):
            return None
        return Mention(start, start + 1, (own,), is_self=True)
    return None


def _goes_on(words: Sequence[str], start: int) -> bool:
    """Whether the word after a bare one makes it somebody else: "bà Tư" where "bà nội" is known."""
    return False
