"""What programs write in place of words: "da_roi_nhom", "DaMat", "is_active" with "false" below it."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.text import fold, single_line

_CODE = Pattern(r"[^\W_]+(?:[_-]+[^\W_]+)+")
_HUMPS = Pattern(r"(?:[A-Z]?[a-z]+)(?:[A-Z][a-z]+)+")
_ACTIVE = Pattern(
    r"(?:is )?(?:still )?(?:active|enabled)|(?:con|dang)(?: (?:la|con|dang))?(?: (?:sinh hoat|hoat dong|tham gia|hoi vien|thanh vien))|kich hoat|hieu luc"
)
_ALIVE = Pattern(r"(?:is )?(?:still )?(?:alive|living)|(?:hien )?con song")
_ANY_STATE = Pattern(
    r"(?:member )?(?:status|state)|(?:trang thai|tinh trang|hien trang)(?: (?:hoi vien|thanh vien|hoat dong|sinh hoat|tham gia))?"
)
_YES = frozenset(("true", "t", "yes", "y", "co", "1", "dung"))
_NO = frozenset(("false", "f", "no", "n", "khong", "ko", "k", "0", "sai"))


def in_words(text: str) -> str:
    """A code of a program as the words that it is made of: "da_roi_nhom" → "da roi nhom"."""
    line = single_line(text)
    if _CODE.fullmatch(line):
        return " ".join(re.split(r"[_-]+", line))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", line) if _HUMPS.fullmatch(line) else text


def said_by_switch(head: str, text: str) -> str | None:
    """What "false" under "is_active" and "true" under "deleted" say; None where it is no such switch."""
    answer, asked = fold(single_line(text)), fold(in_words(head)).replace("_", " ").strip()
    if answer not in _YES and answer not in _NO:
        return None
    if _ACTIVE.fullmatch(asked):
        return "active" if answer in _YES else "inactive"
    if _ALIVE.fullmatch(asked):
        return asked if answer in _YES else "deceased"
    if answer in _NO:
        # Nothing of what the head asks for is true; "0" under "status" is a code.
        return None if _ANY_STATE.fullmatch(asked) else ""
    return head if answer in ("true", "t", "yes", "y", "dung") else None
