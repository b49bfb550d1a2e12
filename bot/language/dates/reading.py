"""Which ways of naming a day are tried, in which order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.language.dates import feasts, spoken, written
from bot.language.dates.readings import DateReading, aligned
from bot.language.dates.text import DateText
from bot.language.keys import mend_words

WAYS: tuple[Callable[[DateText], DateReading | None], ...] = (
    written.iso,
    written.numeric,
    written.bare_digits,
    feasts.feast,
    written.named_month,
    written.english,
    spoken.edge,
    spoken.day_of_month,
    spoken.counted,
    spoken.weekday,
    spoken.week,
    spoken.vague,
    spoken.relative,
    spoken.month,
)


def read_date(text: str, today: date, *, past: bool = False) -> DateReading:
    """The day that a text names, seen from `today`."""
    line, folded = aligned(text)
    found = _read(DateText(line, folded, today, past=past))
    if found.problem == "none" and (mended := mend_words(line)) != line:
        return _read(DateText(*aligned(mended), today, past=past))
    return found


def _read(said: DateText) -> DateReading:
    for way in WAYS:
        found = way(said)
        if found is not None:
            return found
    return DateReading(problem="none")
