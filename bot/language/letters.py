"""Letters as they are meant: disguised ones plain again, lookalikes of other scripts, links.

People paste names with letters of another width or out of mathematics, with tags that nobody sees,
heaps of marks, or letters of Cyrillic and Greek that look like ours. A roster, a paper and a search
need the letter that was meant.
"""

from __future__ import annotations

import re
import unicodedata

from bot.language.patterns import Pattern

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f"
# Full width, circled, squared, raised, lowered, mathematical letters and ligatures.
_STYLED = (
    "\u02b0-\u02b8\u02e0-\u02e4\uff01-\uff5e\u24b6-\u24e9\u1d2c-\u1d6a\u2071\u207f\u2090-\u209c\u2100-\u214f\ufb00-\ufb06"
    "\U0001d400-\U0001d7ff\U0001f130-\U0001f189"
)
# Tags and variants of a sign; the one that makes an emoji colourful (U+FE0F) stays.
_UNSEEN = "\u180b-\u180d\ufe00-\ufe0e\U000e0000-\U000e01ef\u200c"
_OTHER_SCRIPTS = "\u0370-\u03ff\u0400-\u052f"

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a text begins that a spreadsheet may take for a formula, its signs in full width too."""

_ODD = Pattern(f"[{_MARKS}{_STYLED}{_UNSEEN}{_OTHER_SCRIPTS}\u200d]")
_DROPPED = Pattern(f"[{_UNSEEN}]")
_EACH_STYLED = Pattern(f"[{_STYLED}]")
_HEAP = Pattern(f"([^{_MARKS}])([{_MARKS}]+)|([{_MARKS}]+)")
# A joiner holds emoji together and nothing else.
_LOOSE_JOINER = Pattern("(?<![\u2190-\U0001ffff])\u200d|\u200d(?![\u2190-\U0001ffff])")

# What Vietnamese sets on its letters, and on how many at once (ộ: two).
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_OF_VIETNAMESE = _TONES | frozenset("\u0302\u0306\u031b")
_MOST_MARKS = 2
_VOWELS = frozenset("aeiouy")

_LOOKALIKES = str.maketrans(
    "асԁеһіјкӏмопԛрѕтԝхуАВЕНІЈКМОРЅТХУԜαικνορυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧϳ",
    "acdehijklmonqpstwxyABEHIJKMOPSTXYWaikvopuxABEZHIKMNOPTYXj",
)
_WORD = Pattern(rf"[\w{_MARKS}]+")


def _styled(match: re.Match[str]) -> str:
    """The plain letter or digit of a styled one; signs that mean more than a letter stay."""
    sign = match.group()
    if "\U0001f150" <= sign <= "\U0001f189":
        # Negative circles and squares, which Unicode doesn't trace back to their letters.
        place = (ord(sign) - 0x1F150) % 32
        return chr(ord("A") + place) if place < 26 else sign
    plain = unicodedata.normalize("NFKC", sign)
    wide = "\uff01" <= sign <= "\uff5e"
    joined = "\ufb00" <= sign <= "\ufb06" and plain.isalpha()
    return plain if wide or joined or (len(plain) == 1 and plain.isalnum()) else sign


def _without_heap(match: re.Match[str]) -> str:
    """A sign with no more marks than its letter can have; what composes has done so before."""
    base, marks = match.group(1), match.group(2)
    if base is None:
        return ""
    letter, *there = list(unicodedata.normalize("NFD", base))
    latin = is_latin(base)
    if latin and letter.lower() not in _VOWELS:
        return base
    for mark in marks:
        toned = mark in _TONES and not _TONES.isdisjoint(there)
        if len(there) < _MOST_MARKS and not (latin and (toned or mark not in _OF_VIETNAMESE)):
            there.append(mark)
            base += mark
    return base


def _same_script(match: re.Match[str]) -> str:
    return one_script(match.group())


def plain_letters(text: str) -> str:
    """The text with the letters that are meant: styled ones plain, heaps of marks cut down.

    Composed (NFC). Lookalikes of another script become Latin in a word that has Latin letters.
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    if not _ODD.search(text):
        return text
    text = _LOOSE_JOINER.sub("", _DROPPED.sub("", text))
    text = unicodedata.normalize("NFC", _EACH_STYLED.sub(_styled, text))
    text = unicodedata.normalize("NFC", _WORD.sub(_same_script, text))
    return unicodedata.normalize("NFC", _HEAP.sub(_without_heap, text))


def is_latin(text: str) -> bool:
    """Whether every letter of a text is a Latin one as names are written with."""
    return all(
        (letter <= "\u024f" and letter not in "ªµº")
        or "\u1e00" <= letter <= "\u1eff"
        or "\u02b9" <= letter <= "\u02bc"
        for letter in text
        if letter.isalpha()
    )


def one_script(text: str) -> str:
    """A text of Latin letters and lookalikes as Latin; any other as it is."""
    if is_latin(text) or not any(is_latin(letter) for letter in text if letter.isalpha()):
        return text
    mended = text.translate(_LOOKALIKES)
    return mended if is_latin(mended) else text


_ENDINGS = (
    "com|net|org|info|biz|vn|me|io|xyz|top|club|site|online|shop|store|link|click|live|app|dev|cc|co"
    "|ru|cn|asia|gov|edu|tk|ml|ly|gl|fun|vip|pro|website|page|zip|tv"
)
_LINK = Pattern(
    r"\bh(?:tt|xx)ps?\b\s*:|://|\bwww\s*\.\s*\w"
    r"|\b(?:t|m|zalo|wa|fb|bit|telegram)\s*\.\s*(?:me|ly|com|vn|org)\b"
    r"|(?:^|[^\w.])@\w{3,}|\w@\w"
    rf"|\b[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?(?:\.[a-z0-9\-]+)*\.(?:{_ENDINGS})(?:/|\b)(?!\.?\w)"
)


def holds_link(text: str) -> bool:
    """Whether a text holds a link, an address of the net or somebody's handle: no name has one."""
    return bool(_LINK.search(plain_letters(text).lower()))
