"""How people type: without accents, with Telex keys left in the words, with slips.

The same text is always typed alike: what is chosen follows from its own letters.
"""

from __future__ import annotations

import random
import re
import unicodedata

from bot.language.text import HAT, HORN, fold, nfc

_TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
_SHARE_OF_KEYS, _SHARE_OF_SLIPS = 0.2, 0.33
_LONG = 5
"""Letters of a word in which a slip is likely."""
_NEXT_TO = {
    one: row[place + 1]
    for row in ("qwertyuiopo", "asdfghjklk", "zxcvbnmn")
    for place, one in enumerate(row[:-1])
}


def keys_of(word: str) -> str:
    """The Telex keys that make a word: "đường" is "dduwowngf"."""
    keys, tone = "", ""
    for letter in unicodedata.normalize("NFD", word):
        if letter in _TONES:
            tone = _TONES[letter]
        elif letter == HAT:
            keys += keys[-1]
        elif letter in (HORN, "\u0306"):
            keys += "w"
        else:
            keys += {"đ": "dd", "Đ": "Dd"}.get(letter, letter)
    return keys + tone


def _words(text: str, least: int, share: float, change: str) -> str:
    chosen = random.Random(text)

    def typed(found: re.Match[str]) -> str:
        word = found[0]
        if len(word) < least or chosen.random() >= share:
            return word
        return keys_of(word) if change == "keys" else _slip(word, chosen)

    return re.sub(r"[^\W\d_]+", typed, nfc(text))


def _slip(word: str, chosen: random.Random) -> str:
    at = chosen.randrange(1, len(word) - 1)
    match chosen.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + word[at] + word[at:]
        case 2:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case _:
            return word[:at] + _NEXT_TO.get(word[at], word[at]) + word[at + 1 :]


def with_keys(text: str) -> str:
    """A fifth of the words as the Telex keys that make them."""
    return _words(text, 1, _SHARE_OF_KEYS, "keys")


def with_all_keys(text: str) -> str:
    """Every word as the Telex keys that make it."""
    return _words(text, 1, 1.0, "keys")


def with_slips(text: str) -> str:
    """A slip in a third of the longer words: a letter lost, doubled, exchanged or the one beside."""
    return _words(text, _LONG, _SHARE_OF_SLIPS, "slips")


FORMS = {
    "as typed": str,
    "without accents": fold,
    "Telex keys": with_keys,
    "nothing but Telex keys": with_all_keys,
    "slips": with_slips,
}
