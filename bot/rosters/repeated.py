"""A sheet of the whole commune that repeats everybody of the sheets per hamlet, or the other way round."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from bot.language.patterns import Pattern
from bot.language.phones import show_phone
from bot.language.text import fold
from bot.rosters.elsewhere import Whereabouts
from bot.rosters.listed import Listed, Remark, filled

_FEWEST = 2
_MOST_NEW = 0.5
"""The share of others from which on a sheet is a list of its own."""


def joined_repeated(people: list[Listed]) -> Whereabouts:
    """People whom a further sheet names once more with the same birth: they stay where they stand first.

    Only where at least half of one's people stand elsewhere, or phone or place are the same; what it
    tells more is taken, and a phone that differs is said.
    """
    known: dict[tuple[str, int], list[Listed]] = defaultdict(list)
    more: dict[tuple[str, int, str], Listed] = {}
    again: list[Listed] = []
    sheets: dict[str, list[Listed]] = defaultdict(list)
    for row in people:
        sheets[row.sheet].append(row)
    drawn = _drawn(people)
    for rows in (sheets[sheet] for sheet in sorted(sheets, key=_age)):
        pairs = _pairs(rows, known)
        if len(pairs) < max(_FEWEST, (1 - _MOST_NEW) * len(rows)):
            pairs = [
                (first, second)
                for first, second in pairs
                if first.sheet in drawn or _alike(first, second) > 0
            ]
        for first, second in pairs:
            more[first.place] = of_both(more.get(first.place, first), second)
            again.append(second)
        repeated = {second.place for _, second in pairs}
        for row in rows:
            if row.place not in repeated and row.full_name and row.birth_year is not None:
                known[fold(row.full_name), row.birth_year].append(row)
    gone = {row.place for row in again}
    here = tuple(more.get(row.place, row) for row in people if row.place not in gone)
    return Whereabouts(here, again=tuple(again))


def _drawn(people: list[Listed]) -> set[str]:
    """The sheets drawn from several others, as that of a board is from those of all groups.

    Most of its people stand in sheets of which most stand nowhere else.
    """
    where: dict[tuple[str, int | None], set[str]] = defaultdict(set)
    for row in people:
        where[_called(row)].add(row.sheet)
    repeated = _mostly(people, {key: sheets for key, sheets in where.items() if len(sheets) > 1})
    return _mostly(people, {key: sheets for key, sheets in where.items() if sheets - repeated})


def _mostly(people: list[Listed], where: dict[tuple[str, int | None], set[str]]) -> set[str]:
    """The sheets of which at least half, and two, stand in further ones among these."""
    told: dict[str, list[bool]] = defaultdict(list)
    for row in people:
        told[row.sheet].append(row.birth_year is not None and len(where.get(_called(row), ())) > 1)
    return {
        sheet
        for sheet, again in told.items()
        if sum(again) >= max(_FEWEST, (1 - _MOST_NEW) * len(again))
    }


def _called(row: Listed) -> tuple[str, int | None]:
    return fold(row.full_name or row.shown), row.birth_year


def _age(sheet: str) -> int:
    """How long ago a sheet was made, by its name: what the latest one says counts."""
    found = _YEAR.search(sheet)
    return -int(found[0]) if found else -9999


_YEAR = Pattern(r"(?<!\d)20\d\d(?!\d)")


def _pairs(
    rows: list[Listed], known: dict[tuple[str, int], list[Listed]]
) -> list[tuple[Listed, Listed]]:
    """Those of earlier sheets with who repeats them, namesakes of one year by what tells them apart."""
    taken: set[tuple[str, int, str]] = set()
    pairs = []
    for row in rows:
        if row.full_name is None or row.birth_year is None or row.doubts:
            continue
        same = [
            each
            for each in known.get((fold(row.full_name), row.birth_year), ())
            if each.place not in taken and _may_be_one(each, row)
        ]
        if same:
            first = max(same, key=lambda each: _alike(each, row))
            taken.add(first.place)
            pairs.append((first, row))
    return pairs


def _may_be_one(first: Listed, second: Listed) -> bool:
    told = (
        (first.sex, second.sex),
        (first.birth_date, second.birth_date),
        (first.code, second.code),
    )
    return not first.doubts and all(None in pair or pair[0] == pair[1] for pair in told)


def _alike(first: Listed, second: Listed) -> int:
    """How much speaks for one person, beside the name and the year."""
    same_phone = first.phone is not None and first.phone == second.phone
    places = fold(first.address or ""), fold(second.address or "")
    same_place = all(places) and (places[0] in places[1] or places[1] in places[0])
    return (
        2 * same_phone + same_place - (None not in (first.phone, second.phone) and not same_phone)
    )


def of_both(first: Listed, second: Listed) -> Listed:
    """What two lines of one person say: the first one's word counts, and what differs is said."""
    found = filled(first, second)
    homes = fold(first.address or ""), fold(second.address or "")
    if all(homes) and homes[0] != homes[1] and homes[0] in homes[1]:
        found = replace(found, address=second.address)
    elif all(homes) and homes[1] not in homes[0] and first.sheet == second.sheet:
        remark = Remark("address", second.address or "", "differs", first.address)
        found = replace(found, remarks=(*found.remarks, remark))
    if None not in (first.phone, second.phone) and first.phone != second.phone:
        remark = Remark("phone", show_phone(second.phone or ""), "differs", first.phone)
        found = replace(found, remarks=(*found.remarks, remark))
    return found
