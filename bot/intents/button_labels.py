"""Which label somebody types: in its own words, alone or inside a longer answer, and not to turn it down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.intents import particles
from bot.intents.particles import Particle
from bot.language.patterns import Pattern
from bot.language.text import accents_fit, answer_text, fold, is_typed

_MOST_AROUND = 3
"""Words of an answer up to which a label of one syllable in it counts."""
_EVERYDAY = {"tui": "toi", "minh": "toi", "vo": "vao", "hong": "khong"}


def only_label(text: str, labels: Sequence[str]) -> int | None:
    """The place of the one label that holds all words typed, in their order; None for any doubt.

    Whole syllables count: "giu" is no "giúp", and "dừng" no "Đừng cho số". A label inside a longer
    answer counts as well, unless it is turned down there.
    """
    said = _said(answer_text(text))
    typed = _plain(said)
    if not typed or (len(typed) == 1 and len(typed[0]) < 2):
        return None
    words = [_label_words(label) for label in labels]
    hits = [place for place, label in enumerate(labels) if _in_order(said, _said(label))]
    if not hits:
        hits = [
            place
            for place, label in enumerate(words)
            if label and _stands_in(label, typed) and not turns_down(text, labels[place])
        ]
    return hits[0] if len(hits) == 1 else None


_SHORT_NOT = Pattern(r"n[’']t\b")


def _said(text: str) -> list[str]:
    """The words as they are typed, with their accents."""
    return re.sub(r"[^\w ]", " ", _SHORT_NOT.sub(" not", text)).lower().split()


def _label_words(text: str) -> list[str]:
    return _plain(_said(text))


def _plain(said: Sequence[str]) -> list[str]:
    return [_EVERYDAY.get(word, word) for word in map(fold, said)]


def _in_order(said: Sequence[str], label: Sequence[str]) -> bool:
    rest = iter(label)
    return all(any(_is_word(typed, word) for word in rest) for typed in said)


def _is_word(typed: str, word: str) -> bool:
    """Whether a typed word is one of a label: by its accents, where it has any."""
    plain, own = _plain((typed, word))
    if plain != own or plain != fold(typed):
        return plain == own
    # With its tone "dừng" lacks no stroke.
    is_other = not typed.isascii() and typed.count("đ") < word.count("đ")
    return accents_fit(typed, word) and not is_other


def _stands_in(label: list[str], typed: list[str]) -> bool:
    """A label of one syllable is another word too easily in a sentence: "nam" in "tui nằm viện"."""
    if len(label) == 1 and len(typed) > _MOST_AROUND:
        return False
    return f" {' '.join(label)} " in f" {' '.join(typed)} "


_NOT_YET = frozenset("chua khoan".split())
_HOLDS_BACK = ("khỏi", "đừng", "chưa", "khoan")
"""What turns down a deed beside the negations: "khỏi hủy", "đừng hủy", "chưa hủy", "khoan hủy đã"."""
_OTHERS_BARE = frozenset(("cho", "no", "cha"))
"""Negations without accents that are other words far more often: "cho nhận", "nó", "cha"."""
_AMID = frozenset(
    "co muon phai can dinh doi duoc ai bieu keu noi la nen voi da hay them ma tui toi em con gi het lai".split()
)
"""Words that may stand between what turns down and the deed: "đâu có muốn hủy"."""
_ASKED_WHY = frozenset(
    (("ai", "bieu"), ("ai", "keu"), ("ai", "noi"), ("ai", "cho"), ("sao", "lai"))
)
"""Who says so had it not done: "ai biểu hủy", "sao lại hủy"."""
_SCORNED = (("lam", "gi"), ("lam", "chi"), ("chi",), ("gi",), ("cai", "gi"), ("dau",))
"""Behind the deed: "hủy làm gì", "hủy đâu mà hủy"."""


def turns_down(text: str, label: str) -> bool:
    """Whether a text names what a label does only to turn it down: "thôi khỏi hủy" of "Hủy"."""
    words = _label_words(label)
    size = len(words)
    named = [
        _is_turned_down(typed, _said(answer_text(piece)), at, at + size)
        for piece in _PIECES.split(text)
        for typed in (_label_words(answer_text(piece)),)
        for at in range(len(typed))
        if words and typed[at : at + size] == words
    ]
    return bool(named) and all(named)


_PIECES = Pattern(r"[,.;!\n]+")
"""A no before a comma is an answer by itself: "no, keep it"."""


def puts_off(text: str, label: str) -> bool:
    """Whether an answer wants an offer's verb done later: "khoan nhận đã", "chưa nhận nha" of "Nhận"."""
    typed, verb = _label_words(answer_text(text)), _label_words(label)[:1]
    if not verb or len(typed) > _SHORT:
        return False
    if " ".join(typed) in _ONLY_NOT_YET:
        # "Anh/chị nhận không ạ?", "chưa"; of what is said to be right it is a no.
        return verb[0] not in _RIGHT
    if verb[0] not in typed:
        return False
    before = typed[: typed.index(verb[0])]
    return bool(_NOT_YET & set(before[-2:])) and turns_down(text, verb[0])


def forbids(text: str, label: str) -> bool:
    """Whether an answer to an offer forbids it: it begins with "đừng" or "khỏi", or denies its verb.

    "đừng cho con tui biết" of "Báo giúp tôi", "nhắn làm gì" of "Nhắn giúp tôi".
    """
    verb = _label_words(label)[:1]
    if not verb or verb[0] in _STOPS:
        # "đừng nhắc nữa" of "Thôi nhắc" wants it.
        return False
    words = answer_text(text).split()
    if " ".join(words) in _GIVEN_UP:
        return True
    at = 0
    while at < len(words) - 1 and (size := particles.length_at(Particle.OPENING, words, at)):
        at += size
    if words[at : at + 1] and words[at] in _FORBIDS and len(words) > at + 1:
        return True
    return len(words) <= _SHORT and turns_down(text, verb[0])


def wants_it_stopped(text: str, label: str) -> bool:
    """Whether an answer wishes once more what is to stop: "đừng nhắc nữa" of "Thôi nhắc"."""
    stops, *words = _label_words(label)[:2] or [""]
    return stops in _STOPS and bool(words) and turns_down(text, words[0])


_GIVEN_UP = frozenset(("never mind", "nevermind", "forget it"))
_FORBIDS = frozenset(("đừng", "khỏi", "khoi", "chớ"))
"""Bare "dung" may be "đúng"."""
_ONLY_NOT_YET = frozenset(("chua", "da chua", "not yet", "hold on", "wait"))
_RIGHT = frozenset("dung phai co roi that right yes".split())
_STOPS = frozenset("thoi khong khoi dung ngung tat bo rut".split())
_SHORT = 5
"""Words of an answer up to which the verb alone stands for what is offered."""


def says_label(text: str, label: str) -> bool:
    """Whether a text holds a whole label and wants it: "ừ hủy luôn", and neither "hủy hả" nor "chắc hủy"."""
    said, words = _said(answer_text(text)), _label_words(label)
    typed = _plain(said)
    at = 0
    while at < len(typed) - 1 and (size := particles.length_at(Particle.YES, typed, at)):
        at += size
    # "yes cancel" of "Cancel it".
    agrees = bool(at) and typed[at:] == words[:1] and not turns_down(text, words[0])
    is_held = _stands_in(words, typed) and not _doubts(typed, said, words)
    return agrees or (is_held and not turns_down(text, label))


def doubts_label(text: str, label: str) -> bool:
    """Whether a text holds a whole label and is not sure of it, or asks about it: "hủy hả"."""
    said, words = _said(answer_text(text)), _label_words(label)
    typed = _plain(said)
    return _stands_in(words, typed) and (text.rstrip().endswith("?") or _doubts(typed, said, words))


_ASKED_BACK = ("hả", "hở", "hử", "sao", "không", "hông", "chưa")


def _doubts(typed: Sequence[str], said: Sequence[str], words: Sequence[str]) -> bool:
    """`said`: the words with their accents: "nhận hộ" asks nothing."""
    begin = next(at for at in range(len(typed)) if list(typed[at : at + len(words)]) == list(words))
    end = begin + len(words)
    behind = next((each for each in said[end:] if not is_typed(each, "được")), "")
    is_unsure = any(particles.length_at(Particle.MAYBE, typed, at) for at in range(begin))
    return is_unsure or any(is_typed(behind, each) for each in _ASKED_BACK)


def _is_turned_down(typed: Sequence[str], said: Sequence[str], begin: int, end: int) -> bool:
    """`said`: the words with their accents: "đúng" and "nó" turn nothing down."""
    behind = tuple(typed[end : end + 2])
    if any(behind[: len(form)] == form for form in _SCORNED):
        return True
    at = begin
    while at:
        at -= 1
        if tuple(typed[at : at + 2]) in _ASKED_WHY:
            return True
        if any(is_typed(said[at], each) for each in _HOLDS_BACK):
            return True
        if fold(said[at]) not in _OTHERS_BARE and particles.length_at(Particle.NEGATION, said, at):
            return True
        if typed[at] not in _AMID:
            return False
    return False
