"""Somebody who stands more than once in one sheet: lists that are copied on, forms, books of loans."""

from __future__ import annotations

from collections import defaultdict
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
    # By their order, as namesakes beside one another share a place.
    here = dict(enumerate(people))
    known: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    again: list[Listed] = []
    for at, row in enumerate(people):
        if row.doubts or row.full_name is None or row.code:
            continue
        ties = _ties(row, forms)
        same = [each for tie in ties for each in known[tie]]
        first = next((each for each in same if _may_be_one(here[each], row)), None)
        if first is None and row.sheet in forms:
            first = next((each for each in same if _is_odd(here[each], row)), None)
        if first is None:
            kept, gone = at, None
        elif here[first].birth_year != row.birth_year and None not in (
            here[first].birth_year,
            row.birth_year,
        ):
            # Who answered twice with two years of birth: which is it?
            kept, gone = at, first
            again.append(here.pop(gone))
            here[kept] = _of_two_years(again[-1], row)
        else:
            # Of what was sent twice the last counts.
            kept, gone = (at, first) if row.sheet in forms else (first, at)
            again.append(here.pop(gone))
            here[kept] = of_both(here[kept], again[-1])
        for tie in ties:
            known[tie] = [*(each for each in known[tie] if each not in (kept, gone)), kept]
    return Whereabouts(tuple(here.values()), again=(*copied, *again))


def _ties(row: Listed, forms: set[str]) -> list[tuple[str | None, ...]]:
    """By what two lines are of one person: one phone, or in a form one year and one home."""
    name, year = fold(row.full_name or ""), str(row.birth_year or "")
    ties: list[tuple[str | None, ...]] = []
    if row.phone is not None:
        ties.append((row.sheet, name, row.phone))
    if row.sheet in forms and year and row.address:
        ties.append((row.sheet, name, year, fold(row.address)))
    return ties


def _may_be_one(first: Listed, second: Listed) -> bool:
    """Whether nothing tells two lines of one name apart."""
    if first.mark and second.mark and fold(first.mark) != fold(second.mark):
        return False
    pairs = ((first.birth_year, second.birth_year), (first.sex, second.sex))
    return all(None in pair or pair[0] == pair[1] for pair in pairs)


def _is_odd(first: Listed, second: Listed) -> bool:
    """Whether nothing but the year of birth differs in two answers from one phone."""
    is_same = first.phone is not None and first.phone == second.phone
    same_year = replace(second, birth_year=first.birth_year)
    return is_same and not first.doubts and _may_be_one(first, same_year)


def _of_two_years(first: Listed, second: Listed) -> Listed:
    years = sorted(year for year in (first.birth_year, second.birth_year) if year)
    doubt = Doubt("birth", " / ".join(map(str, years)), "which", tuple(map(str, years)))
    row = of_both(second, first)
    return replace(row, birth_year=None, birth_date=None, doubts=(*row.doubts, doubt))


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
        # Whoever copies a list without numbers keeps its order; who comes again later is no copy.
        is_copied = _number(copy[0], numbers) or all(_key(row) in told for row in copy[: len(told)])
        if not is_copied or len(told) < max(_FEWEST, (1 - _MOST_NEW) * len(last)):
            before, last = [*before, *last], copy
            continue
        again += [*told.values(), *(row for row in before if row.doubts and _key(row) in kept)]
        before = [row for row in before if not row.doubts or _key(row) not in kept]
        before += [_asked(row) for row in last if _key(row) not in kept]
        last = [of_both(row, told[_key(row)]) if _key(row) in told else row for row in copy]
    return [*before, *last], again


def _copies(people: list[Listed], numbers: dict[Place, str]) -> Iterator[list[Listed]]:
    """The people of each sheet, parted where its numbers begin anew, or who stood first comes again."""
    copy: list[Listed] = []
    last: tuple[str, int] = ("", 0)
    for row in people:
        said = _number(row, numbers)
        number = said or last[1] + 1
        is_again = not said and bool(copy) and _key(row) == _key(copy[0])
        begins = (number == 1 and last[1] >= 1) or is_again
        if copy and (row.sheet != last[0] or begins):
            yield copy
            copy = []
        copy.append(row)
        last = row.sheet, number
    if copy:
        yield copy


def _number(row: Listed, numbers: dict[Place, str]) -> int | None:
    digits = numbers.get(row.place, "").strip("(). ")
    return int(digits) if digits.isdigit() else None


def _key(row: Listed) -> tuple[str, str, int | None]:
    return row.sheet, fold(row.full_name or row.shown), row.birth_year


def _asked(row: Listed) -> Listed:
    if any(doubt.why == "earlier" for doubt in row.doubts):
        return row
    return replace(row, doubts=(*row.doubts, Doubt("line", "", "earlier")))
