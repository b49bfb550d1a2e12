"""Names in which words are shortened, as in narrow columns: "Ng. Thị Sáu", "Ph.V.Tư", "Lê Th. Mười"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.rosters.family_names import begins_as_name

_SURE_FAMILY = ("ng", "ngx", "ngn")
"""How nobody shortens another family name than Nguyễn."""
_FAMILIES = frozenset("ng ngx ngn tr trg ph hg hu hy dg dn lg l v b d h n p t".split())
_POINT = Pattern(r"(?<![^\W\d_])([^\W\d_]{1,7})[.~]+\s*(?=[^\W\d_])")
_MIDDLES = ("thi", "van")
_VOWELS = frozenset("aeiouy")
_OTHER_PEOPLES = ("y", "h", "k", "ka", "ama", "ami")
"""Single letters that begin names of Ê-đê, Gia Rai, K'ho."""
_MOST_WORDS = 6


@dataclass(frozen=True)
class WrittenOut:
    """A shortened name with its words in full, as far as that is sure."""

    name: str
    is_sure: bool


def with_blanks(text: str) -> str:
    """ "Ph.V.Tư" as "Ph. V. Tư": a blank behind each point that shortens a word."""
    if "." not in text and "~" not in text:
        return text
    return _POINT.sub(lambda found: found[0] if _is_long(found) else f"{found[1]}. ", text)


def _is_long(found: re.Match[str]) -> bool:
    """Whether a whole word with a point and a blank ends a sentence."""
    return len(found[1]) > 3 and found[0][-1].isspace()


def _is_short(word: str, *, first: bool) -> bool:
    bare = fold(word.rstrip("."))
    if not bare.isalpha() or len(bare) > 3:
        return False
    if word.endswith("."):
        # "Lê. Văn. Tư" has its words in full.
        return bare not in _MIDDLES and not (first and begins_as_name(f"{word[:-1]} Xa"))
    # Without a point: no word has no vowel. A letter alone is one only in the middle.
    return not _VOWELS & set(bare) and (len(bare) > 1 or not first)


@lru_cache(maxsize=8192)
def is_shortened(text: str) -> bool:
    """Whether a few words are a name with its family name, or more, shortened."""
    words = with_blanks(text).split()
    if not 2 <= len(words) <= _MOST_WORDS or any(not word[0].isalpha() for word in words):
        return False
    first, *rest = words
    if fold(first.rstrip(".")) not in _FAMILIES or not _is_short(first, first=True):
        return False
    if not words[-1].isalpha() or len(words[-1]) < 2 or not first[0].isupper():
        return False
    is_known = fold(first.rstrip(".")) in _SURE_FAMILY or len(first.rstrip(".")) > 1
    # "L. Thị Lan", "Đ.V. Mạnh": a letter alone may shorten anything else.
    is_middle = len(words) > 2 and (_is_short(rest[0], first=False) or fold(rest[0]) in _MIDDLES)
    return is_middle or (is_known and rest[0][0].isupper())


def write_out(name: str, sex: str | None) -> WrittenOut | None:
    """A name whose shortened words are written in full; None where none is shortened.

    Sure are only Nguyễn, and Thị and Văn where nothing says that it is a man or a woman.
    """
    words = with_blanks(name).split()
    if len(words) < 2 or fold(words[0]) in _OTHER_PEOPLES:
        return None
    short = [_is_short(word, first=not at) for at, word in enumerate(words[:-1])]
    if not any(short):
        plain = " ".join(word.rstrip(".") for word in words)
        return WrittenOut(plain, is_sure=True) if plain != name and "." in name else None
    is_sure = True
    for at, is_short in enumerate(short):
        bare = fold(words[at].rstrip("."))
        if not is_short:
            words[at] = words[at].rstrip(".")
            continue
        meant = _family(bare) if at == 0 else _middle(bare, sex)
        # Of several middle words that are shortened nobody knows which is which.
        is_sure = is_sure and meant is not None and sum(short[1:]) < 2
        words[at] = meant or f"{words[at].rstrip('.')}."
    if not words[0][0].isupper():
        is_sure = False
    words = [word[0].upper() + word[1:] for word in words]
    return WrittenOut(" ".join(words), is_sure)


def _family(bare: str) -> str | None:
    return "Nguyễn" if bare in _SURE_FAMILY else None


def _middle(bare: str, sex: str | None) -> str | None:
    if bare == "th" or (bare == "t" and sex == "female"):
        return "Thị" if sex != "male" else None
    return "Văn" if bare == "v" and sex != "female" else None
