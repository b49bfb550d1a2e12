"""Text as people type it: one form on entrance, folding for comparison.

Bring text to NFC as it enters (`clean`), keep what was typed for showing, and compare only
through `fold` (accents do not count) or `same` (accents count, the place of the tone does not).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

from bot.language.letters import plain_letters
from bot.language.patterns import Pattern

# The five tone marks, combining; the quality marks (hat, horn, breve) are not among them.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
HAT, HORN, BREVE = "\u0302", "\u031b", "\u0306"

# đ has no decomposition; ð and ɖ look the same and come out of bad conversions.
_STROKED = str.maketrans("đðɖ", "ddd")

_VIETNAMESE_LETTERS = frozenset(
    unicodedata.normalize("NFC", base + tone)
    for base in ("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y")
    for tone in ("", *_TONES)
    if base + tone not in "aeiouy"
) | {"đ"}
CAPITALS = "A-Z" + "".join(sorted(letter.upper() for letter in _VIETNAMESE_LETTERS))
"""The capital letters, for a class of a pattern: in Unicode small ones stand between them."""

_PLAIN = {
    ord(case): "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]
    for letter in _VIETNAMESE_LETTERS
    for case in (letter, letter.upper())
}
"""What is left of a composed letter: nearly all that is typed has no others."""


def nfc(s: str) -> str:
    """The text with composed letters (NFC): iPhones and macOS files send them apart."""
    return unicodedata.normalize("NFC", s)


def fold(s: str) -> str:
    """The text without accents, case, width and the stroke of đ; "Đường" becomes "duong".

    For comparing and searching only: đúng, dừng, đừng and dùng all become "dung".
    """
    if s.isascii():
        return s.lower()
    return _folded_word(s) if len(s) <= _SHORT else _folded(s)


_SHORT = 40
"""Characters of what is folded again and again: words, names, heads."""


def _folded(s: str) -> str:
    plain = s.translate(_PLAIN)
    if plain.isascii():
        return plain.lower()
    s = unicodedata.normalize("NFKC", s).casefold().translate(_STROKED)
    s = "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c))
    return unicodedata.normalize("NFKC", s)


_folded_word = lru_cache(maxsize=8192)(_folded)


@lru_cache(maxsize=8192)
def same(word: str) -> str:
    """A form of ONE word that is equal for hoà, hòa and HÒA, but not for hoa or hoá."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word.casefold())
    letters = "".join(c for c in apart if c not in _TONES)
    return nfc(letters) + "".join(c for c in apart if c in _TONES)


def is_typed(typed: str, known: str) -> bool:
    """Whether a typed word is the known one, with its accents or with none at all.

    "đúng" and "dung" are "đúng"; "dừng" isn't.
    """
    return same(typed) == same(known) or (typed == fold(typed) and fold(known) == typed)


def accents_fit(typed: str, known: str) -> bool:
    """Whether each mark that was typed stands on the same letter of a known text, too.

    "đung" and "dung" fit "đúng"; "dừng" doesn't. Both fold to the same letters.
    """
    pairs = zip(_marked(typed), _marked(known), strict=False)
    return all(own <= other for own, other in pairs)


def _marked(s: str) -> list[frozenset[str]]:
    """The marks of each letter, a đ among them."""
    letters: list[set[str]] = []
    for c in unicodedata.normalize("NFD", same_text(s)):
        if unicodedata.combining(c) and letters:
            letters[-1].add(c)
        else:
            letters.append({"đ"} if c == "đ" else set())
    return [frozenset(each) for each in letters]


@lru_cache(maxsize=1024)
def same_text(s: str) -> str:
    """`same` word by word, the words joined by single spaces."""
    return " ".join(same(word) for word in clean(s).split())


# Zero-width space, byte order mark and letters without a shape (Hangul fillers) count as spaces:
# people paste them between words, and a name of them alone would stand on a roster unseen.
_BLANKS = Pattern(r"[^\S\n ]+|[\u200b\ufeff\u2060-\u2064\u180e\u115f\u1160\u3164\uffa0\u2800]+")
_LINE_ENDS = Pattern(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Controls (PostgreSQL refuses NUL), lone surrogates, soft hyphen, direction marks.
_DROPPED = Pattern(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]"
)


def clean(s: str) -> str:
    """The text in NFC and plain letters, trimmed, with runs of white space as one; line ends stay.

    NBSP, U+200B, U+202F and U+FEFF count as white space; at most one empty line stays between
    paragraphs; controls and lone surrogates, which no database takes, are dropped.
    """
    return _cleaned_words(s) if len(s) <= _SHORT else _cleaned(s)


def _cleaned(s: str) -> str:
    if s.isascii() and s.isprintable():
        # A page of plain words: its only white space is spaces.
        return " ".join(s.split())
    s = _LINE_ENDS.sub("\n", _DROPPED.sub("", s))
    s = plain_letters(_BLANKS.sub(" ", s))
    s = re.sub(r" {2,}", " ", s)
    if "\n" in s:
        s = re.sub(r"\n{3,}", "\n\n", re.sub(r" ?\n ?", "\n", s))
    return s.strip()


# A cell, a name, an answer is looked at by one reader after the other.
_cleaned_words = lru_cache(maxsize=8192)(_cleaned)


def single_line(s: str) -> str:
    """`clean`, with line ends as spaces."""
    return " ".join(clean(s).split())


@lru_cache(maxsize=1024)
def plain_words(s: str) -> str:
    """The words of a text, folded and joined by single spaces: "Bà mệt, thôi!" → "ba met thoi"."""
    return " ".join(re.findall(r"\w+", fold(clean(s))))


# ---------------------------------------------------------------------------------------------
# Answers

_END_PUNCTUATION = " .,!?…;:\"'()~“”‘’«»"

# Courtesies at the end of an answer: they carry no meaning of their own.
_TAILS = frozenset(
    same(word)
    for word in (
        *("ạ", "nha", "nhá", "nhé", "nghen", "nghe", "nhen", "hen", "hén", "nè", "đi", "à", "với"),
        *("giùm", "dùm", "con", "cháu", "em", "bác", "cô", "chú", "anh", "chị", "ơi", "bot"),
    )
)
# Typed without accents. Not "co" (có) and not "chu" (chứ, trang chủ).
_FOLDED_TAILS = frozenset(("a", "nhe", "di", "voi", "gium", "dum", "chau", "bac", "chi", "oi"))

_ANSWER_EMOJI = frozenset("👍✅👌👎❌")
_SKIN_TONES = Pattern("[\U0001f3fb-\U0001f3ff\ufe0f]")


def is_emoji(c: str) -> bool:
    """Whether a character is an emoji or one of the signs that glue emoji together."""
    return (
        (unicodedata.category(c) in ("So", "Sk", "Cs", "Co", "Cn") and not c.isascii())
        or c in "\u200d\ufe0f\u20e3"
        or "\U0001f3fb" <= c <= "\U0001f3ff"
    )


def strip_ends(s: str) -> str:
    """One line without punctuation at both ends; punctuation alone stays as its first sign.

    So "???" stays "?" and "-" stays "-", which mean help and skip.
    """
    line = single_line(s)
    return line.strip(_END_PUNCTUATION) or line[:1]


def strip_tails(s: str) -> str:
    """The answer without polite words at its end ("dạ có ạ" → "dạ có"); never empty."""
    words = s.split()
    while len(words) > 1:
        last = same(words[-1].strip(_END_PUNCTUATION))
        if last and last not in _TAILS and last not in _FOLDED_TAILS:
            break
        words.pop()
    return " ".join(words).rstrip(_END_PUNCTUATION) or s


_COURTESY = Pattern(
    r"((?<!\s)\s+(ạ|nhé|nghen)|(?<!\s)\s+(nha|nhé|nhe|nghe|nghen|ạ) con)[.!]*$", re.IGNORECASE
)


def without_courtesy(s: str) -> str:
    """An answer without the polite words to the bot at its end: "tổ 3 nha con" → "tổ 3"."""
    return _COURTESY.sub("", s)


_RUN = Pattern(r"(\D)\1\1", re.DOTALL)
_LAUGHTER = Pattern(r"(?<!\w)k{3,}(?!\w)", re.IGNORECASE)


def squeeze(s: str) -> str:
    """Runs of three or more of a letter as one: "okkkk" → "ok", "dạaaaa" → "dạ".

    Two stay: they may be real or Telex keys. Digits stay: 1000 is a number. "kkkkkk" laughs, and
    stays "kkk": a "k" is a no.
    """
    if not _RUN.search(fold(s)):
        return s
    if laughter := _LAUGHTER.search(s):
        return f"{squeeze(s[: laughter.start()])}kkk{squeeze(s[laughter.end() :])}"
    pieces: list[str] = []
    for _, group in groupby(s, key=lambda c: fold(c) if c.isalpha() else c):
        run = list(group)
        pieces.append(run[0] if len(run) > 2 and not run[0].isdigit() else "".join(run))
    return "".join(pieces)


def without_emoji(s: str) -> str:
    """The text without emoji; where nothing else is there, the emoji that can be an answer."""
    s = _SKIN_TONES.sub("", s)
    rest = single_line("".join(c if c.isalnum() or not is_emoji(c) else " " for c in s))
    if rest:
        return rest
    return "".join(dict.fromkeys(c for c in s if c in _ANSWER_EMOJI))


def answer_text(s: str) -> str:
    """An answer in the form in which answers are compared, in lower case.

    White space, punctuation at both ends, polite tails, repeated letters and emoji are taken
    away: "Dạaaa có ạ! 🌹" → "dạ có". A 👍 alone stays.
    """
    return squeeze(strip_tails(strip_ends(without_emoji(s)))).lower()


# ---------------------------------------------------------------------------------------------
# Lengths and cutting


def is_vietnamese_letter(c: str) -> bool:
    """Whether a character is a letter of Vietnamese outside ASCII: ă â đ ê ô ơ ư, or toned."""
    return c.lower() in _VIETNAMESE_LETTERS


def has_vietnamese_letter(s: str) -> bool:
    """Whether any character is a letter of Vietnamese outside ASCII."""
    return not s.isascii() and any(is_vietnamese_letter(c) for c in nfc(s))


def begin_small(s: str) -> str:
    """A label as it stands inside a sentence: "Năm sinh" → "năm sinh".

    What is a name by its next word, or in capitals, stays: "Hội Người cao tuổi", "UBND xã".
    """
    first, _, rest = s.partition(" ")
    if rest[:1].isupper() or first[1:2].isupper():
        return s
    return s[:1].lower() + s[1:]


def capitalise(s: str) -> str:
    """The first letter in upper case, the rest untouched: "bà Lan" → "Bà Lan"."""
    for place, c in enumerate(s):
        if c.isalpha():
            return s[:place] + c.upper() + s[place + 1 :]
        if c.isdigit():
            return s
    return s
