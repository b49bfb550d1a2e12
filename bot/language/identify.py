"""Which of the two languages a text is in: a guess that is good enough to pick an index."""

from __future__ import annotations

import re

from bot.language.syllables import is_syllable
from bot.language.text import fold, has_vietnamese_letter

_ENGLISH = frozenset(
    (
        "the a an of to in is are was be do does did can could may must should will would how what "
        "when where who why which my your our their his her i you we they it and or for with from "
        "by on at if not need have has get about there this that any many much long often"
    ).split()
)
_VIETNAMESE = frozenset(
    (
        "toi tui la co khong gi lam sao the nao bao nhieu cho nguoi cua va hay thi duoc minh ong ba "
        "bac con chau may khi o di vao ra nay do cai cac nhung moi phai can muon biet clb cau lac bo "
        "k ko kg kh hok hk dc j bt bik ntn cx mn mng trc sdt nx lm nct bhyt tnv"
    ).split()
)
"""The last ones are short for words of the other kind, and no syllables: "k bt xai j"."""


def is_english_word(word: str) -> bool:
    """Whether a word is one of those that nearly every English sentence has."""
    return word.lower() in _ENGLISH


_SURELY = -0.1
"""How little English a text of no Vietnamese letters has in it that is Vietnamese beyond doubt: of
4,200 English questions none has so little."""


_LEAST_ENGLISH = 3
"""English words from which on a text is English in which there are words with accents."""


def is_surely_vietnamese(text: str) -> bool:
    """Whether a text is Vietnamese beyond doubt, typed without accents or with."""
    if has_vietnamese_letter(text):
        return not _is_english_with_names(text)
    return _englishness(_words(text)) <= _SURELY


def guess_language(text: str) -> str:
    """ "vi" or "en"; Vietnamese letters decide, else common words and possible syllables.

    English keeps the accents of names: "my mother in Đất Đỏ has no phone".
    """
    if has_vietnamese_letter(text):
        return "en" if _is_english_with_names(text) else "vi"
    return "vi" if _englishness(_words(text)) <= 0 else "en"


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z']+", fold(text))


def _is_english_with_names(text: str) -> bool:
    """Whether the words without accents are English, and most of all."""
    typed = text.split()
    bare = _words(" ".join(word for word in typed if not has_vietnamese_letter(word)))
    if sum(word in _ENGLISH for word in bare) < _LEAST_ENGLISH or 2 * len(bare) <= len(typed):
        return False
    return _englishness(bare) > 0


def _englishness(words: list[str]) -> float:
    """How much more English than Vietnamese words are, by the word."""
    if not words:
        return 0.0
    english = sum(word in _ENGLISH for word in words)
    vietnamese = sum(word in _VIETNAMESE for word in words)
    possible = sum(is_syllable(word) for word in words)
    return ((english - vietnamese) + (len(words) - possible) - 0.5 * possible) / len(words)
