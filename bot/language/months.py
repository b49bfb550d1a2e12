"""Months as people type them."""

from __future__ import annotations

import re

from bot.language.numbers import read_number
from bot.language.patterns import Pattern
from bot.language.text import fold, single_line

_EVERY = Pattern(r"\b(?:hang|moi|tung|every|each) (?:thang|month)\b|\bmonthly\b|\bthang nao cung\b")
_NAMED = {"gieng": 1, "chap": 12}


def read_month(text: str) -> int | None:
    """The month's number, 0 for every month ("hằng tháng"), None where there is none."""
    folded = fold(single_line(text))
    if _EVERY.search(folded):
        return 0
    for name, number in _NAMED.items():
        if re.search(rf"\bthang {name}\b", folded):
            return number
    found = re.search(r"\b(?:thang|month) ?(\d{1,2})\b", folded)
    if found:
        return int(found[1]) or None
    value = read_number(re.sub(r"^(?:thang|month) ", "", folded)).value
    return value or None
