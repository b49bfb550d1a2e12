"""Words typed with the keys of Telex or VNI left in them: "ddi", "di5"."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.language.identify import is_english_word
from bot.language.patterns import Pattern
from bot.language.syllables import is_syllable
from bot.language.text import BREVE, HAT, HORN, fold, nfc

_TELEX_TONES = {"f": "\u0300", "s": "\u0301", "x": "\u0303", "r": "\u0309", "j": "\u0323"}
_VNI_TONES = {"2": "\u0300", "1": "\u0301", "4": "\u0303", "3": "\u0309", "5": "\u0323"}
_VOWELS = frozenset("aeiouy")
_WORD = Pattern(r"[^\W_]+")
_LEFT = 2
"""From so many words on that no keyboard turned into letters it is how the whole was typed."""
# What keystrokes look like and English words hardly do.
_ONLY_KEYS = Pattern(
    r"aa|uoo|iee|yee|oong|ooi|dd|ow|uw|aw|[aeiouy][a-z]*j(?![^\W_])|[aeiouy](?:[fx](?!f)|[nmchgtp]+[fx](?![^\W_]))|(?<![^\W_])d9|[aeiouy][6-8]",
    re.IGNORECASE,
)
_CONTRACTED = Pattern(r"[a-z]['’](?:[stmd]|re|ll|ve)\b", re.IGNORECASE)
# A syllable that ends in one of these takes sắc or nặng only.
_STOPS = ("c", "ch", "p", "t")


@lru_cache(maxsize=4096)
def mend_keys(word: str) -> str:
    """A word with its Telex or VNI keystrokes carried out, if that makes it a syllable.

    "dduwowngf" and "d9uong72" become "đường". A word that is a possible syllable as it stands,
    that has accents already, or that would not become one stays as it is. For comparing only:
    "to3" becomes "tỏ", though somebody may have meant "tổ 3".
    """
    if not word.isascii() or not word.isalnum() or word.isdigit() or len(word) > 14:
        return word
    if is_syllable(word.lower()):
        return word
    for carry_out in (_telex, _vni):
        letters, tone, undone = carry_out(word)
        if undone and letters:
            mended = _spell(letters, tone)
            if mended is not None:
                return mended
    return word


def mend_words(line: str) -> str:
    """A line with the Telex keystrokes of its words carried out; words with digits stay.

    For comparing only, like `mend_keys`.
    """
    return " ".join(mend_keys(word) if word.isalpha() else word for word in line.split())


def carry_out_keys(text: str) -> str:
    """A text that was typed while the keyboard carried nothing out, as it was meant.

    "baf nooij 78 tuooir" becomes "bà nội 78 tuổi". One such word alone is a slip and stays
    (`mend_keys` compares it), as does English, in which "has" looks like "há".
    """
    # Hardly any text has one.
    if not _ONLY_KEYS.search(text):
        return text
    words = [word for word in _WORD.findall(text) if not word.isdigit()]
    left = {word: mended for word in words if (mended := mend_keys(word)) != word}
    keyed = [word for word in words if word in left and not is_english_word(word)]
    foreign = sum(
        is_english_word(word) or not (word in left or _can_be_said(word)) for word in words
    )
    foreign += 2 * len(_CONTRACTED.findall(text))
    if len(keyed) < max(_LEFT, foreign + 1) or not any(map(_ONLY_KEYS.search, keyed)):
        return text
    return _WORD.sub(lambda found: left.get(found[0], found[0]), text)


def shows_keys(word: str) -> bool:
    """Whether a word has what is hardly anything but keys: "Vawn", "Hoongf"."""
    return _ONLY_KEYS.search(word) is not None


def _can_be_said(word: str) -> bool:
    return not word.isascii() or is_syllable(word.lower())


def _telex(word: str) -> tuple[list[str], str, bool]:
    """Letters (each with its quality mark, decomposed), the tone, and whether a key was used."""
    letters: list[str] = []
    tone = ""
    undone = False
    for key in word:
        low = key.lower()
        seen_vowel = any(letter[0].lower() in _VOWELS for letter in letters)
        if low == "d" and letters and letters[0] in "dD" and (len(letters) == 1 or seen_vowel):
            letters[0] = "đ" if letters[0] == "d" else "Đ"
        elif low == "w":
            if not _horn_or_breve(letters):
                letters.append(("u" if key == "w" else "U") + HORN)
        elif low in "aeo" and (place := _plain_vowel(letters, low)) is not None:
            letters[place] += HAT
        elif low in _TELEX_TONES and seen_vowel:
            tone = _TELEX_TONES[low]
        elif low == "z" and seen_vowel:
            tone = ""
        else:
            letters.append(key)
            continue
        undone = True
    return letters, tone, undone


def _vni(word: str) -> tuple[list[str], str, bool]:
    letters: list[str] = []
    tone = ""
    undone = False
    for key in word:
        if not key.isdigit():
            letters.append(key)
            continue
        if key in _VNI_TONES:
            tone = _VNI_TONES[key]
        elif key == "0":
            tone = ""
        elif key == "9" and letters and letters[0] in "dD":
            letters[0] = "đ" if letters[0] == "d" else "Đ"
        elif key == "6":
            places = [i for i, letter in enumerate(letters) if letter.lower() in ("a", "e", "o")]
            if not places:
                return [], "", False
            letters[places[-1]] += HAT
        elif key == "8":
            places = [i for i, letter in enumerate(letters) if letter.lower() == "a"]
            if not places:
                return [], "", False
            letters[places[-1]] += BREVE
        elif key == "7" and _horn_or_breve(letters, breve=False):
            pass
        else:
            return [], "", False
        undone = True
    return letters, tone, undone


def _plain_vowel(letters: list[str], vowel: str) -> int | None:
    """Where the same vowel stands bare, with at most final consonants after it."""
    for place in range(len(letters) - 1, -1, -1):
        low = letters[place].lower()
        if low == vowel:
            return place
        if low[0] in _VOWELS:
            return None
    return None


def _horn_or_breve(letters: list[str], *, breve: bool = True) -> bool:
    """Give the vowels typed last a horn (u, o, uo) or a breve (a); False if none can take it."""
    places = [i for i, letter in enumerate(letters) if letter.lower()[0] in _VOWELS]
    start = 1 if len(letters) > 1 and letters[0].lower() == "q" else 0
    places = [i for i in places if i > start or not start]
    for place in reversed(places):
        letter = letters[place].lower()
        before = letters[place - 1].lower() if place - 1 in places else ""
        if letter == "a" and before != "u" and breve:
            letters[place] += BREVE
            return True
        if letter == "o":
            letters[place] += HORN
            # uơ stays only at the end of a syllable (thuở); before a final it is ươ.
            if before == "u":
                letters[place - 1] += HORN
            return True
        if letter == "u":
            if before in ("u", "o"):  # ưu, and ươu with one key
                continue
            letters[place] += HORN
            return True
    return False


def _spell(letters: list[str], tone: str) -> str | None:
    """The syllable of these letters and this tone, or None when there can be none."""
    plain = fold("".join(letters))
    if not is_syllable(plain):
        return None
    # Letters that belong to the onset bear no tone: the u of qu, the i of gi before a vowel.
    first = 0
    if plain.startswith("qu") or (
        plain.startswith("gi") and len(plain) > 2 and plain[2] in _VOWELS
    ):
        first = 2
    vowels = [i for i in range(first, len(letters)) if letters[i][0].lower() in _VOWELS]
    final = plain[vowels[-1] + 1 :]
    if final in _STOPS and tone not in ("", "\u0301", "\u0323"):
        return None
    lowered = [letter.lower() for letter in letters]
    if (
        not final
        and len(vowels) == 2
        and lowered[vowels[0]] == "u" + HORN
        and lowered[vowels[1]] == "o" + HORN
    ):
        letters[vowels[0]] = letters[vowels[0]][0]
    marked = [i for i in vowels if len(letters[i]) > 1]
    if marked:
        bearer = marked[-1]
    elif len(vowels) == 1:
        bearer = vowels[0]
    elif final or len(vowels) > 2:
        bearer = vowels[-1] if final else vowels[1]
    else:
        bearer = vowels[0]
    letters[bearer] += tone
    return nfc("".join(letters))
