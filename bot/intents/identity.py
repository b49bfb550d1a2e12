"""What people asked, without who they are: no names, no numbers, no illnesses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.intents.concepts import CONCEPTS
from bot.language.patterns import Pattern
from bot.language.text import fold, nfc, single_line

LONGEST = 300
"""Characters that are kept."""

_ILL = ("ill", "hospital", "body_alarm", "faint", "suicide")
_KIN = frozenset(
    (
        "ông bà bác chú cô dì cậu mợ thím dượng anh chị em cháu con cụ má mẹ ba cha nội ngoại tên "
        "mr mrs ms ong bac chu co di cau cu me"
    ).split()
)
_NUMBER = Pattern(r"\d[\d .,/\-]*\d|\d")
_WORD = Pattern(r"\w+")


def _unnamed(text: str) -> str:
    """A text without capitalised words after a word of kinship, and without runs of them."""
    words = list(_WORD.finditer(text))
    large = [word[0][0].isupper() for word in words]
    out, end = [], 0
    for at, word in enumerate(words):
        if not large[at]:
            continue
        before = words[at - 1][0].lower() if at else ""
        beside = (at > 0 and large[at - 1]) or (at + 1 < len(words) and large[at + 1])
        if before in _KIN or (beside and word[0].lower() not in _KIN):
            out += [text[end : word.start()], "@"]
            end = word.end()
    return "".join([*out, text[end:]])


@lru_cache(maxsize=1)
def _illnesses() -> re.Pattern[str]:
    said = {each.strip() for key in _ILL for each in CONCEPTS[key].split(",")}
    every = sorted(said | {fold(each) for each in said if " " in each}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, every))})\b", re.IGNORECASE)


def without_identity(text: str, names: Iterable[str]) -> str:
    """A question without numbers, illnesses and names of people; `names` are known ones."""
    words = nfc(single_line(text))
    for name in sorted(filter(None, names), key=len, reverse=True):
        for form in {name, fold(name)}:
            words = re.sub(rf"\b{re.escape(form)}\b", "@", words, flags=re.IGNORECASE)
    words = _NUMBER.sub("#", _unnamed(words))
    return _illnesses().sub("…", words)[:LONGEST]
