"""People of whom one sheet has the births and another the phones, or a board that only names them."""

from __future__ import annotations

from collections import defaultdict

from bot.language.text import fold
from bot.rosters.elsewhere import Whereabouts
from bot.rosters.listed import Listed, filled

_FEWEST_AGAIN = 2
_MOST_NEW = 0.6
"""The share of others from which on a sheet is a list of its own."""
_DRAWN = 0.5
"""The share of those who stand elsewhere, from which on a sheet without births names them again."""
Sheets = dict[str, dict[str, list[Listed]]]


def joined_over_sheets(people: list[Listed]) -> Whereabouts:
    """People whom a later sheet tells more of: a second list of the same ones, without their births.

    Only of who stands once in each, where both don't tell different things of him.
    """
    sheets: Sheets = defaultdict(lambda: defaultdict(list))
    for row in people:
        sheets[row.sheet][fold(row.full_name or row.shown)].append(row)
    drawn = _drawn(sheets)
    known: dict[str, list[Listed]] = {}
    more: dict[tuple[str, int, str], Listed] = {}
    again: list[Listed] = []
    for sheet, names in sheets.items():
        pairs = [
            (known[name][0], rows[0])
            for name, rows in names.items()
            if len(rows) == 1 and len(known.get(name, ())) == 1
        ]
        joined = [pair for pair in pairs if _tells_more(*pair)]
        is_again = len(joined) >= _FEWEST_AGAIN and len(pairs) >= (1 - _MOST_NEW) * len(names)
        for first, second in joined:
            if is_again or sheet in drawn or first.sheet in drawn:
                more[first.place] = filled(more.get(first.place, first), second)
                again.append(second)
        for name, rows in names.items():
            known.setdefault(name, rows)
    gone = {row.place for row in again}
    here = tuple(more.get(row.place, row) for row in people if row.place not in gone)
    return Whereabouts(here, again=tuple(again))


def _drawn(sheets: Sheets) -> set[str]:
    """The sheets without any birth of which most stand once in sheets with births: a board."""
    births: dict[str, list[Listed]] = defaultdict(list)
    for names in sheets.values():
        for name, rows in names.items():
            births[name] += [row for row in rows if row.birth_year is not None]
    return {
        sheet
        for sheet, names in sheets.items()
        if not any(row.birth_year for rows in names.values() for row in rows)
        and sum(len(births[name]) == 1 for name in names) >= _DRAWN * len(names)
    }


def _tells_more(first: Listed, second: Listed) -> bool:
    """Whether a line of a further sheet is of the same person beyond doubt, and has no birth."""
    if first.doubts or second.doubts or None not in (first.birth_year, second.birth_year):
        return False
    pairs = ((first.phone, second.phone), (first.sex, second.sex), (first.code, second.code))
    return not any(None not in pair and pair[0] != pair[1] for pair in pairs)
