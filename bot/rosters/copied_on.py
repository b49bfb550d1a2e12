"""Somebody who stands more than once in one sheet: lists that are copied on, forms, books of loans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.language.text import fold
from bot.rosters.elsewhere import Whereabouts
from bot.rosters.listed import Doubt, Listed
from bot.rosters.repeated import of_both

_MOST_NEW = 0.4
"""The share of an earlier copy that may be missing in the next one, which else is another list."""
_FEWEST = 2
Place = tuple[str, int, str]


def joined_again(people: list[Listed], numbers: dict[Place, str], forms: set[str]) -> Whereabouts:
    """People of one sheet once each, where it is beyond doubt that several lines are of one.

    `numbers` by which lines are counted, `forms` the sheets of which each line was sent by itself.
    """
    people, copied = _copied_on(people, numbers)
    here: dict[Place, Listed] = {}
    known: dict[tuple[str, str], list[Place]] = {}
    again: list[Listed] = []
    for row in people:
        here[row.place] = row
        if row.doubts or row.full_name is None or row.code:
            continue
        same = known.setdefault((row.sheet, fold(row.full_name)), [])
        first = next((place for place in same if _is_one(here[place], row, forms)), None)
        if first is None:
            same.append(row.place)
            continue
        if row.sheet in forms:
            # What was sent last counts.
            again.append(here.pop(first))
            here[row.place] = of_both(row, again[-1])
            same[same.index(first)] = row.place
        else:
            again.append(here.pop(row.place))
            here[first] = of_both(here[first], row)
    return Whereabouts(tuple(here.values()), again=(*copied, *again))


def _is_one(first: Listed, second: Listed, forms: set[str]) -> bool:
    """Whether two lines of one name are of one person: called by one phone, or sent once more."""
    if first.mark and second.mark and fold(first.mark) != fold(second.mark):
        return False
    pairs = ((first.birth_year, second.birth_year), (first.sex, second.sex))
    if any(None not in pair and pair[0] != pair[1] for pair in pairs):
        return False
    if first.phone is not None and first.phone == second.phone:
        return True
    if first.sheet not in forms or first.birth_year is None or second.birth_year is None:
        return False
    return bool(first.address) and fold(first.address or "") == fold(second.address or "")


def _copied_on(
    people: list[Listed], numbers: dict[Place, str]
) -> tuple[list[Listed], list[Listed]]:
    """A list that each copied and wrote himself below, several times in one text: the last one counts.

    Who stands in an earlier copy alone may have taken himself off: he is asked about.
    """
    again: list[Listed] = []
    before: list[Listed] = []
    last: list[Listed] = []
    for copy in _copies(people, numbers):
        kept = {_key(row) for row in copy}
        told = {_key(row): row for row in last if _key(row) in kept}
        if len(told) < max(_FEWEST, (1 - _MOST_NEW) * len(last)):
            before, last = [*before, *last], copy
            continue
        again += told.values()
        before += [_asked(row) for row in last if _key(row) not in kept]
        last = [of_both(row, told[_key(row)]) if _key(row) in told else row for row in copy]
    return [*before, *last], again


def _copies(people: list[Listed], numbers: dict[Place, str]) -> Iterator[list[Listed]]:
    """The people of each sheet, parted where its numbers begin anew, or who stood first comes again."""
    copy: list[Listed] = []
    last: tuple[str, int] = ("", 0)
    for row in people:
        digits = numbers.get(row.place, "").strip("(). ")
        number = int(digits) if digits.isdigit() else last[1] + 1
        begins = (number == 1 and last[1] >= 1) or (copy and _key(row) == _key(copy[0]))
        if copy and (row.sheet != last[0] or begins):
            yield copy
            copy = []
        copy.append(row)
        last = row.sheet, number
    if copy:
        yield copy


def _key(row: Listed) -> tuple[str, str, int | None]:
    return row.sheet, fold(row.full_name or row.shown), row.birth_year


def _asked(row: Listed) -> Listed:
    if any(doubt.why == "earlier" for doubt in row.doubts):
        return row
    return replace(row, doubts=(*row.doubts, Doubt("line", "", "earlier")))
