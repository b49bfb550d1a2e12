"""Which stands first in a column of births, the day or the month."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from bot.language.patterns import Pattern

_DAY_MONTH = Pattern(r"\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(?:(?:18|19|20)\d\d|\d\d)\s*")


def months_first(texts: Iterable[str]) -> bool:
    """Whether a column writes the month before the day, as programs of other countries do."""
    days = Counter[str]()
    for text in texts:
        if match := _DAY_MONTH.fullmatch(text):
            first, second = int(match[1]), int(match[2])
            if first > 12 >= second:
                days["day"] += 1
            elif second > 12 >= first:
                days["month"] += 1
    return days["month"] > 0 and not days["day"]


def turned(text: str) -> str:
    """A day with the month before it, the other way round: "03/25/1950" → "25/03/1950"."""
    match = _DAY_MONTH.fullmatch(text)
    if match is None:
        return text
    return f"{match[2]}/{match[1]}/{re.split(r'[/.-]', text.strip())[-1].strip()}"


def is_either_way(text: str) -> bool:
    """Whether day and month could be either."""
    match = _DAY_MONTH.fullmatch(text)
    return (
        match is not None and int(match[1]) <= 12 and int(match[2]) <= 12 and match[1] != match[2]
    )
