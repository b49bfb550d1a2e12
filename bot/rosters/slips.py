"""Words in which the keys of Telex were left, beside others with their accents: "Trần Vawn Sơn"."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from bot.language.given_names import is_usual
from bot.language.identify import is_english_word
from bot.language.keys import mend_keys, shows_keys
from bot.language.patterns import Pattern
from bot.language.syllables import is_syllable
from bot.language.text import BREVE, HAT, HORN, fold

_WORD = Pattern(r"[^\W\d_]+")
_SHORTEST = 3
_LONGEST = 300
"""Letters of a cell or a line that tells of somebody: in a page of words no keys are looked for."""
_FEWEST = 2
_TYPED = {HORN: "w", BREVE: "w"}


def mended_slips(texts: Sequence[str]) -> list[str]:
    """Texts of which most have accents, with the keys carried out that are left in single words."""
    short = [text for text in texts if len(text) <= _LONGEST]
    accented = sum(not text.isascii() for text in short)
    told = sum(any(map(str.isalpha, text)) for text in short)
    if accented < _FEWEST or accented * 2 < told:
        return list(texts)
    words = {word for text in short for word in _WORD.findall(text)}
    left = {word: mended for word in words if (mended := _mended(word)) is not None}
    sure = {word for word in left if shows_keys(_as_typed(word))}
    if len(sure) < _FEWEST:
        # One alone is a slip where it makes a word of names.
        left = {word: left[word] for word in sure if is_usual(left[word])}
    else:
        left = {
            word: mended
            for word, mended in left.items()
            if word in sure or word.islower() or is_usual(mended)
        }
    if not left:
        return list(texts)
    return [
        _WORD.sub(lambda found: left.get(found[0], found[0]), text)
        if len(text) <= _LONGEST
        else text
        for text in texts
    ]


@lru_cache(maxsize=8192)
def _mended(word: str) -> str | None:
    """What a word was to become; None for one that may stand so."""
    if len(word) < _SHORTEST or (is_syllable(fold(word)) and not _DOUBLED.match(word)):
        return None
    if (doubled := _DOUBLED.match(word)) is not None and not word.isascii():
        rest = word[doubled.end() :]
        mended = f"{'Đ' if word[0] == 'D' else 'đ'}{rest}"
        if is_syllable(fold(mended)):
            return mended
        word = mended
    typed = _as_typed(word)
    if is_english_word(typed):
        return None
    mended = mend_keys(typed)
    return mended if mended not in (typed, word) and not mended.isascii() else None


_DOUBLED = Pattern(r"[Dd][Dd](?=[^\W\d_])")


def _as_typed(word: str) -> str:
    """A word with the keys for its hats and horns; one that has a tone already stays."""
    typed = ""
    for letter in unicodedata.normalize("NFD", word):
        if letter == HAT:
            typed += typed[-1:].lower()
        elif letter in _TYPED:
            typed += _TYPED[letter]
        elif letter in "đĐ":
            typed += "dd" if letter == "đ" else "Dd"
        else:
            typed += letter
    return typed
