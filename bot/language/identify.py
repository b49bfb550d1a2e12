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
        "bac con chau may khi o di vao ra nay do cai cac nhung moi phai can muon biet clb cau lac bo"
    ).split()
)


def is_english_word(word: str) -> bool:
    """Whether a word is one of those that nearly every English sentence has."""
    return word.lower() in _ENGLISH


def guess_language(text: str) -> str:
    """ "vi" or "en"; Vietnamese letters decide, else common words and possible syllables."""
    if has_vietnamese_letter(text):
        return "vi"
    words = re.findall(r"[a-z']+", fold(text))
    if not words:
        return "vi"
    english = sum(word in _ENGLISH for word in words)
    vietnamese = sum(word in _VIETNAMESE for word in words)
    possible = sum(is_syllable(word) for word in words)
    score = (english - vietnamese) + (len(words) - possible) - 0.5 * possible
    return "en" if score > 0 else "vi"
