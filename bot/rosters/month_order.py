"""Which stands first in a column of births, the day or the month."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.language.patterns import Pattern
from bot.language.text import fold

_DAY_MONTH = Pattern(r"\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(?:(?:18|19|20)\d\d|\d\d)\s*")


_MONTH_DAY = Pattern(r"\b(?:mm?|month|thang|th)\s*[/.\- ]\s*(?:dd?|day|ngay|ng)\b")


def says_months_first(head: str) -> bool:
    """Whether a head says that the month stands before the day: "DOB (MM/DD/YYYY)"."""
    return bool(_MONTH_DAY.search(fold(head)))


def months_first(texts: Iterable[str]) -> bool:
    """Whether a column writes the month before the day, as programs of other countries do."""
    texts = list(texts)
    return any(map(_is_month_first, texts)) and not any(map(is_day_first, texts))


def is_day_first(text: str) -> bool:
    """Whether only the first of two numbers can be the day: "25/03/1950"."""
    match = _DAY_MONTH.fullmatch(text)
    return match is not None and int(match[1]) > 12 >= int(match[2])


def _is_month_first(text: str) -> bool:
    match = _DAY_MONTH.fullmatch(text)
    return match is not None and int(match[2]) > 12 >= int(match[1])


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
