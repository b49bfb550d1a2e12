"""Years of the moon that a note tells of somebody: "tuổi Nhâm Thìn", "cầm tinh con rồng"."""

from __future__ import annotations

import re
from datetime import date

from bot.language.births import names_year
from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold
from bot.rosters.births import WrittenBirth, read_written_birth
from bot.rosters.book import Cell

_STEMS = "giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm|quý|quí"
_BRANCHES = "tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi"
_ANIMALS = "chuột|trâu|cọp|hổ|mèo|rồng|rắn|ngựa|dê|khỉ|gà|chó|heo|lợn"
OF_THE_MOON = (
    rf"(?:tuổi|cầm tinh|sinh năm|năm|tuoi|cam tinh)\s+(?:con\s+)?(?:(?:{_STEMS}|{fold(_STEMS)})\s+)?(?:{_BRANCHES}|{fold(_BRANCHES)})"
    rf"|(?:tuổi|cầm tinh|tuoi|cam tinh) con (?:{_ANIMALS}|{fold(_ANIMALS)})|(?:{_STEMS}) (?:{_BRANCHES})"
)
"""A year of the moon: "tuổi Mậu Tý", "tuổi con gà", or its stem and branch alone."""
_SAID = Pattern(
    r"(?:^|[;,(]\s*)((?:tuổi|cầm tinh)\s+"
    rf"(?:(?:con\s+)?(?:(?:{_STEMS})\s+)?(?:{_BRANCHES})|con (?:{_ANIMALS}))(?!\w)|(?:(?:sinh )?năm )?(?:{_STEMS}) (?:{_BRANCHES})(?=\s*(?:$|[;,.)])))",
    re.IGNORECASE,
)


_BEFORE_YEAR = Pattern(
    rf"(?P<before>\b(?i:(?:(?:sinh|sanh) )?năm) |(?:(?!\d)[{CAPITALS}]\w* ){{3}})(?P<stem>(?i:{_STEMS})) (?P<branch>(?i:{_BRANCHES}))"
    r"(?P<behind>[ ,(–-]+(?:1[89])\d\d(?!\d))"
)


def with_years_alone(text: str) -> str:
    """A text without years of the moon that the year behind them says again: "Lê Thị Sương Mậu Tý (1948)".

    Nobody's name is his year by chance, where a whole name stands before it.
    """
    return _BEFORE_YEAR.sub(_year_alone, text)


def _year_alone(found: re.Match[str]) -> str:
    is_year = names_year(found["stem"], found["branch"], int(found[0][-4:]))
    return f"{found['before'].rstrip()} {found['behind'].lstrip(' ,')}" if is_year else found[0]


def animal_said(text: str) -> str | None:
    """The year of the moon that is told among other words, as it stands there."""
    found = _SAID.search(text.strip())
    return found[1] if found else None


def against_animal(found: WrittenBirth, notes: str, today: date) -> WrittenBirth:
    """A year that the year of the moon in a note doesn't bear out is asked.

    A year that is only reckoned from an age gives way to the one that the note names.
    """
    said = animal_said(notes)
    if found.year is None or found.doubt or said is None:
        return found
    told = read_written_birth(Cell(said), today)
    years = told.options or ((told.year,) if told.year else ())
    if not years:
        return found
    nearest = min(years, key=lambda year: abs(year - (found.year or 0)))
    # An age is reckoned from the year of the moon, or from the birthday.
    if abs(nearest - found.year) <= 1:
        return WrittenBirth(nearest, shown=found.shown) if found.estimated else found
    near = sorted(years, key=lambda year: abs(year - (found.year or 0)))[:2]
    return WrittenBirth(
        doubt="which",
        options=tuple(sorted((found.year, *near))),
        shown=f"{found.shown} ({said})".strip(),
    )
