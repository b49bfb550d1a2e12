"""Who is spoken of: the people of the scene among the words of a message."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bot.intents.message import Message, canonical, read_message
from bot.intents.particles import Particle, forms_of
from bot.intents.scene import OWN, Scene
from bot.language.patterns import Pattern
from bot.language.text import fold


class Mention(NamedTuple):
    """Words that name somebody: `people` holds one of the scene, or several that they may mean."""

    start: int
    end: int
    people: tuple[str, ...]
    is_self: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether only one can be meant."""
        return len(self.people) == 1


_SIDE_FIRST = Pattern(
    r"(?<!bà )(?<!ông )(?<!ba )(?<!ong )\b(nội|ngoại|noi|ngoai) (bà|ông|ba|ong)\b(?! (?:nội|ngoại|noi|ngoai)\b)",
    re.IGNORECASE,
)
"""ông nội and bà nội as the west of the south says them: "nội bà với ngoại, nội ông chưa chịu"."""


def with_side_behind(message: Message) -> Message:
    """A message with "nội bà" as "bà nội"."""
    turned = _SIDE_FIRST.sub(r"\2 \1", message.text)
    return message if turned == message.text else read_message(turned)


_ORDERS = ("hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín")
_MOTHER = (
    "má",
    "mẹ",
    "me",
    "mạ",
    "u",
    "bu",
    "bầm",
    "mom",
    "mum",
    "mother",
    "mommy",
    "amá",
    "bà già",
)
_FATHER = ("ba", "tía", "cha", "bố", "thầy", "dad", "father", "daddy", "tia", "ông già")
_WIFE = ("vợ", "bà xã", "bx", "nhà tôi", "bà nhà", "má sấp nhỏ", "wife")
_HUSBAND = ("chồng", "ông xã", "ông nhà", "ông nhà tôi", "ba sấp nhỏ", "husband")
_GRANDMA = ("grandma", "granny", "nana", "grandmother", "gran")
_GRANDPA = ("grandpa", "grandad", "granddad", "grandfather")
_PARENTS_ABROAD = {
    canonical("nội"): ("dad", "father"),
    canonical("ngoại"): ("mom", "mum", "mother"),
}
_ALIKE = (_MOTHER, _FATHER, _WIFE, _HUSBAND, _GRANDMA, _GRANDPA)
_SIDES = ("nội", "ngoại")
_ABROAD = {
    **dict.fromkeys(map(canonical, ("cậu", "chú", "dượng", "bác")), ("uncle",)),
    **dict.fromkeys(map(canonical, ("dì", "cô", "thím", "mợ")), ("aunt", "auntie", "aunty")),
}
_DIGITS = {canonical(each): str(at) for at, each in enumerate(_ORDERS, start=2)}
_IN_LAW = {canonical(each): side for each, side in (("chồng", "nội"), ("vợ", "ngoại"))}
_FEMALE = ("bà", "cô", "dì", "mợ", "thím", "chị", "má", "mẹ", "vợ", "u", "bu", "bầm", "mệ")
_MALE = ("ông", "chú", "cậu", "dượng", "anh", "tía", "ba", "cha", "bố", "chồng", "ôn")
# How somebody who writes for himself may call himself; not where another one is so called.
_SELF_KIN = (
    "bà",
    "ông",
    "cô",
    "chú",
    "dì",
    "cụ",
    "chị",
    "anh",
    "thím",
    "cậu",
    "dượng",
    "mợ",
    "ngoại",
    "nội",
    "em",
    "bac",
    "tía",
    "má",
    "thầy",
    "con",
)
_PRONOUN_FEMALE = ("bả", "she", "her")
_PRONOUN_MALE = ("ổng", "he", "him", "his")


_MINE = ("tôi", "tui", "em", "e", "con", "mình", "cháu", "chị", "anh")


@lru_cache(maxsize=256)
def _names(called: str) -> tuple[tuple[str, ...], ...]:
    """The ways to name somebody who is called so, the longest first."""
    words = read_message(called).words
    if not words:
        return ()
    names = [words]
    alike_forms: list[tuple[str, ...]] = []
    for alike in _ALIKE:
        known = [read_message(each).words for each in alike]
        if words in known:
            alike_forms += known
    names += alike_forms
    if len(words) == 2 and words[1] in map(canonical, _SIDES):
        names += [(words[1],)]
        abroad = {"bà": _GRANDMA, "ông": _GRANDPA}.get(words[0], ())
        names += [(each,) for each in abroad]
        # "grandma on dad's side", "my paternal grandmother"
        for each in abroad:
            for parent in _PARENTS_ABROAD[words[1]]:
                names += [(each, "on", *own, parent, "side") for own in ((), ("my",), ("her",))]
            names.append(("paternal" if words[1] == canonical("nội") else "maternal", each))
    for each in _ABROAD.get(words[0], ()):
        names += [(each,), (each, *words[1:])] if len(words) > 1 else [(each,)]
    if len(words) == 2 and words[1] in _DIGITS:
        names.append((words[0], _DIGITS[words[1]]))
    if len(words) == 2 and words[1] in _IN_LAW:
        elder = {"female": "mother", "male": "father"}.get(sex_of(called) or "")
        names += [(elder, "in", "law")] if elder else []
    if words in [read_message(each).words for each in (*_WIFE, *_HUSBAND)]:
        # "ông nhà cô": she calls herself cô.
        names += [(*words, canonical(tail)) for tail in ("tui", "bác", "cô", "chú", "bà", "ông")]
    if len(words) > 2:
        names += [words[:2]]
    if len(words) >= 2:
        names += [(*words[:2], "toi"), (words[0], *words[-1:])]
    # "ông nhà tui", whatever a husband is called here.
    for form in (words, *alike_forms):
        for tail in _MINE:
            names.append((*form, canonical(tail)))
    return tuple(sorted(dict.fromkeys(names), key=len, reverse=True))


@lru_cache(maxsize=256)
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


def _by_the_scene(called: str, scene: Scene) -> list[tuple[str, ...]]:
    """Names that somebody has by who else is there: "nhà tôi", "bà nội tụi nhỏ"."""
    sex = sex_of(called)
    if scene.own is not None and len(scene.people) == 2:
        if sex is None or sex_of(scene.own) in (None, sex):
            return []
        return [read_message(each).words for each in (_WIFE if sex == "female" else _HUSBAND)] + [
            read_message("nhà tui").words
        ]
    everybody = [read_message(each.called).words for each in scene.people]
    if any(set(words) & set(map(canonical, _SIDES)) for words in everybody):
        return []
    # To the children of a daughter-in-law her own mother is bà ngoại.
    sides = {_IN_LAW[words[-1]] for words in everybody if words and words[-1] in _IN_LAW}
    own = read_message(called).words
    parents = [read_message(each).words for each in (*_MOTHER, *_FATHER)]
    if len(sides) != 1 or sex is None or own[:1] not in parents:
        return []
    side = _IN_LAW.get(own[-1]) or next(each for each in _SIDES if each not in sides)
    if len(own) > 1 and own[-1] not in _IN_LAW:
        return []
    grand = read_message(f"{'bà' if sex == 'female' else 'ông'} {side}").words
    return [grand, *((*grand, *read_message(each).words) for each in _CHILDREN)]


_CHILDREN = ("tụi nhỏ", "sắp nhỏ", "mấy đứa nhỏ", "mấy nhỏ", "tụi nó", "cháu")


@lru_cache(maxsize=64)
def _index(scene: Scene) -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...]]:
    """The names of the scene's people by their first word without accents, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]] = {}
    for person in scene.people:
        if person.is_self:
            continue
        names = _names(person.called)
        by_scene = _by_the_scene(person.called, scene)
        # The first word alone may mean several: "bà" beside "bà nội" and "bà ngoại".
        first_word = (names[-1][:1],) if names and len(names[-1]) > 1 else ()
        for name in (*names, *by_scene, *first_word):
            plain = tuple(map(fold, name))
            found.setdefault(plain[0], []).append((name, plain, person.called))
        first = (read_message(person.called).words or ("",))[:1]
        found.setdefault(fold(first[0]), []).append((first, (fold(first[0]),), person.called))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return {first: tuple(names) for first, names in found.items()}


def _own_words() -> tuple[str, ...]:
    return tuple(form[0] for form in forms_of(Particle.SELF))


_SELF_WORDS = frozenset(
    form for each in (*_own_words(), *_SELF_KIN) if each not in ("con", "em")
    for form in (canonical(each), fold(each))
)  # fmt: skip
# A man is no "cô", whom he speaks to; typed bare it is có.
_SEXED = {
    form: sex
    for sex, words in (("female", "cô dì chị bà thím má"), ("male", "ông chú cậu dượng anh tía"))
    for each in words.split()
    for form in (canonical(each), fold(each))
}
_PRONOUNS = {
    **dict.fromkeys(map(canonical, _PRONOUN_FEMALE), "female"),
    **dict.fromkeys(map(canonical, _PRONOUN_MALE), "male"),
}


def is_pronoun(message: Message, mention: Mention) -> bool:
    """Whether somebody is meant by "ổng" or "bả" alone: whoever was named last."""
    return mention.end - mention.start == 1 and message.words[mention.start] in _PRONOUNS


@lru_cache(maxsize=512)
def mentions(message: Message, scene: Scene) -> tuple[Mention, ...]:
    """Those of the scene whom a message names, in order; a bare "bà" may mean several."""
    index, own = _index(scene), scene.own
    found: list[Mention] = []
    start = 0
    while start < len(message.words):
        mention = _mention(message, start, index, scene, own)
        if mention is None:
            start += 1
            continue
        found.append(mention)
        start = mention.end
    return tuple(found)


def _stands(message: Message, start: int, name: tuple[str, ...], plain: tuple[str, ...]) -> bool:
    end = start + len(name)
    if len(name) > 1 and any(start < stop < end for _, stop in message.parts):
        # "vắng ông Hai Đờn, còn lại …": a name ends where its piece does.
        return False
    if plain[0] == "nha" and message.plain[start - 1 : start] and message.plain[start - 1] in _AT:
        # "cụ Ngãi cạnh nhà tôi": a house, and no husband and no wife.
        return False
    if name == plain == ("co",) and message.plain[end : end + 1] and message.plain[end] in _THERE:
        return False
    return len(message.words) >= end and all(
        (word := _in_full(typed)) == known or word == bare
        for typed, known, bare in zip(message.words[start:end], name, plain, strict=True)
    )


def _in_full(word: str) -> str:
    """A word without what English contracts behind it: "grandma's", "he'll", "I'm"."""
    head, sign, tail = word.partition("'")
    return head if sign and tail in _CONTRACTED else word


_AT = frozenset(
    "canh gan sat ke ben truoc sau doi dien vach cach o toi ve ngoai trong ghe vo ra tai xom den cua".split()
)
"""Before a house: "sát nhà tôi", "ghé nhà tui"."""
_CONTRACTED = frozenset(("s", "ll", "d", "m", "re", "ve"))
_THERE = frozenset(("mat", "le", "the"))
"""Behind a bare "co" that is có: "có mặt", "có lẽ", "có thể"."""
_BEHIND_DIGIT = frozenset("di nghi ok co khong ban met ket toi ra thi".split())
"""What is said of somebody who is called by a digit: "5 đi 3 nghỉ"."""


def _is_there(message: Message, at: int, own: str) -> bool:
    """Whether a bare "co" is có: who is called by another word than cô, or "đừng có lo"."""
    before = message.plain[at - 1] if at else ""
    return before == "dung" or not own.lower().startswith(("cô", OWN))


def _digit_of(called: str) -> str | None:
    words = read_message(called).words
    return _DIGITS.get(words[1]) if len(words) == 2 else None


def _mention(
    message: Message,
    start: int,
    index: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...]],
    scene: Scene,
    own: str | None,
) -> Mention | None:
    length, people = 0, []
    for name, plain, called in index.get(_in_full(message.plain[start]), ()):
        if len(name) < length:
            break
        if called not in people and _stands(message, start, name, plain):
            length = len(name)
            people.append(called)
    if people:
        return Mention(start, start + length, tuple(people))
    word = _in_full(message.words[start])
    if (
        word in _DIGITS.values()
        and message.plain[start + 1 : start + 2]
        and message.plain[start + 1] in _BEHIND_DIGIT
    ):
        ordered = [each.called for each in scene.people if _digit_of(each.called) == word]
        if len(ordered) == 1:
            return Mention(start, start + 1, tuple(ordered))
    sex = _PRONOUNS.get(word)
    if sex:
        alike = [
            each.called for each in scene.people if not each.is_self and sex_of(each.called) == sex
        ]
        if alike:
            return Mention(start, start + 1, tuple(alike))
    if (
        own is not None
        and word in _SELF_WORDS
        and not (word == "co" and _is_there(message, start, own))
        and not (word in _SEXED and sex_of(own) not in (None, _SEXED[word]))
    ):
        return Mention(start, start + 1, (own,), is_self=True)
    return None
