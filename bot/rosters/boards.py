"""A table of the board in the sheet of the members: its people stand in both, each with half of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from bot.language.text import fold
from bot.rosters.elsewhere import Whereabouts
from bot.rosters.listed import Doubt, Listed
from bot.rosters.repeated import of_both

_DRAWN = 0.5
"""The share of those who stand in a larger table, from which on a small one names them again."""
_FEWEST = 2
Place = tuple[str, int, str]
Parts = dict[int, list[Listed]]


def joined_boards(people: list[Listed], tables: Mapping[Place, int]) -> Whereabouts:
    """People once each whom a small table without births names beside the larger one of its sheet.

    `tables` says in which table each stands. Of two namesakes who is meant isn't known: it is asked.
    """
    sheets: dict[str, Parts] = defaultdict(lambda: defaultdict(list))
    for row in people:
        sheets[row.sheet][tables.get(row.place, -1)].append(row)
    more: dict[Place, Listed] = {}
    again: list[Listed] = []
    for parts in sheets.values():
        for part, rows in parts.items():
            named = _larger(parts, part)
            known = [row for row in rows if _called(row) in named]
            is_told = any(row.birth_year is not None for row in rows)
            if is_told or len(known) < max(_FEWEST, _DRAWN * len(rows)):
                continue
            for row in known:
                same = [each for each in named[_called(row)] if _may_be_one(each, row)]
                if len(same) == 1:
                    place = same[0].place
                    more[place] = of_both(more.get(place, same[0]), row)
                    again.append(row)
                elif not row.doubts:
                    doubt = Doubt("line", row.shown or row.full_name or "", "unlike")
                    more[row.place] = replace(row, doubts=(doubt,))
    gone = {row.place for row in again}
    here = tuple(more.get(row.place, row) for row in people if row.place not in gone)
    return Whereabouts(here, again=tuple(again))


def _larger(parts: Parts, part: int) -> dict[str, list[Listed]]:
    """Who stands in the larger tables of a sheet that tell births, by name."""
    named: dict[str, list[Listed]] = defaultdict(list)
    for other, rows in parts.items():
        is_larger = other != part and len(rows) > len(parts[part])
        if is_larger and any(row.birth_year is not None for row in rows):
            for row in rows:
                named[_called(row)].append(row)
    return named


def _called(row: Listed) -> str:
    return fold(row.full_name or row.shown)


def _may_be_one(first: Listed, second: Listed) -> bool:
    """Whether nothing tells a member from one of the board; his phone there may be another one."""
    pairs = ((first.sex, second.sex), (first.code, second.code))
    return all(None in pair or pair[0] == pair[1] for pair in pairs)
