"""What a text was read as: a day or an hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bot.language.text import fold, single_line


@dataclass(frozen=True)
class DateReading:
    """A day, or days to choose from, or the problem with the words.

    Problems: "none" nothing like a day; "no_such_day"; "month_first" (3/15); "which_day",
    "which_week_day", "which_month_day" only some time, a week or a month was named;
    "no_leap_month"; "which" several days.
    `span`: where in the folded text the words stood.
    """

    value: date | None = None
    options: tuple[date, ...] = ()
    problem: str | None = None
    lunar: bool = False
    """The words are lunar, or may be ("mùng 8 tháng 3"): the lunar day is said back too."""
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class TimeReading:
    """An hour; `sure` when the words leave no doubt which half of the day is meant."""

    value: time | None = None
    sure: bool = False
    problem: str | None = "none"
    span: tuple[int, int] = (0, 0)
    next_day: bool = False
    """ "12 giờ đêm" of a day is the first moment of the next."""


MOST_READ = 1000
"""Characters in which days and hours are looked for: the rest would be a paste gone wrong."""


def aligned(text: str) -> tuple[str, str]:
    """A text on one line and its folded form, letter for letter, so that spans fit both."""
    line = single_line(text)[:MOST_READ]
    folded = fold(line)
    return (line, folded) if len(folded) == len(line) else (folded, folded)
