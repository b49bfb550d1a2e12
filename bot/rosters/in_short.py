"""Further sheets that name people in short: "B. Kiều" beside the Nguyễn Thị Kiều of the whole list."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from bot.language.patterns import Pattern
from bot.language.text import fold, single_line
from bot.rosters.elsewhere import Whereabouts
from bot.rosters.family_names import begins_as_name
from bot.rosters.listed import Listed, Remark, filled

_TITLE = Pattern(
    r"(?:[ôobca](?:\s*\.\s*|\s+)|(?:ông|bà|cụ ông|cụ bà|cụ|bác|cô|chú|anh|chị|dì)\.?\s+)",
    re.IGNORECASE,
)
_MOST_WORDS = 2
_FEWEST = 2
_MOST_UNKNOWN = 0.4
"""The share of others from which on a sheet's short names are of people of its own."""


def joined_in_short(people: list[Listed]) -> Whereabouts:
    """People of whom another sheet, which names them in short, tells a phone or a place.

    Only where most short names of that sheet are the end of one whole name each, elsewhere.
    """
    whole: dict[str, list[Listed]] = defaultdict(list)
    short: dict[str, list[tuple[Listed, str]]] = defaultdict(list)
    for row in people:
        called = _called(row)
        if called:
            short[row.sheet].append((row, called))
        elif row.full_name and begins_as_name(row.full_name):
            words = fold(row.full_name).split()
            for count in range(1, min(len(words) - 1, _MOST_WORDS) + 1):
                whole[" ".join(words[-count:])].append(row)
    more: dict[tuple[str, int, str], Listed] = {}
    again: list[Listed] = []
    for rows in short.values():
        pairs = [(row, _meant(row, whole.get(called, []))) for row, called in rows]
        known = [(row, meant) for row, meant in pairs if meant is not None]
        if len(known) < _FEWEST or len(known) < (1 - _MOST_UNKNOWN) * len(rows):
            continue
        for row, meant in known:
            more[meant.place] = _told_more(more.get(meant.place, meant), row)
            again.append(row)
    gone = {row.place for row in again}
    here = tuple(more.get(row.place, row) for row in people if row.place not in gone)
    return Whereabouts(here, again=tuple(again))


def _called(row: Listed) -> str:
    """What somebody is called behind a form of address, where no more of the name stands there."""
    shown = single_line(row.shown if "." in row.shown else _with_title(row))
    title = _TITLE.match(shown)
    if title is None or row.birth_year is not None or row.code:
        return ""
    words = fold(shown[title.end() :]).split()
    return " ".join(words) if 0 < len(words) <= _MOST_WORDS else ""


def _with_title(row: Listed) -> str:
    """The name with the form of address that stands in the note of who has one word for a name."""
    note = (row.note or "").split(";")[0]
    return note if fold(note).endswith(fold(row.shown)) else row.shown


def _meant(row: Listed, same: list[Listed]) -> Listed | None:
    """Who alone may be meant: of another sheet, of the same sex and place as far as both are told."""
    fitting = [
        each
        for each in same
        if each.sheet != row.sheet
        and (row.sex is None or each.sex is None or row.sex == each.sex)
        and (row.phone is None or each.phone is None or row.phone == each.phone)
    ]
    if len({fold(each.full_name or "") for each in fitting}) > 1:
        fitting = [each for each in fitting if _lives_there(row, each)]
    names = {fold(each.full_name or "") for each in fitting}
    return fitting[0] if len(names) == 1 else None


def _lives_there(row: Listed, other: Listed) -> bool:
    place, home = fold(row.address or ""), fold(other.address or "")
    return bool(place) and re.search(rf"\b{re.escape(place)}\b", home) is not None


def _told_more(first: Listed, second: Listed) -> Listed:
    notes = [
        part
        for part in (second.note or "").split("; ")
        if part and fold(part).split()[-1] != fold(second.shown).split()[-1]
    ]
    told = replace(second, note="; ".join(notes) or None, full_name=None)
    found = filled(first, told)
    if first.phone is None and second.phone is not None:
        words = f"{second.sheet}: {second.shown}"
        remark = Remark("phone", words[:80], "elsewhere", second.phone)
        found = replace(found, remarks=(*found.remarks, remark))
    return found
