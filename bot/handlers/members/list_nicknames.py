"""Lines that name somebody as neighbours do, or in short, of whom it is known who that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.language.text import fold
from bot.rosters.listed import Doubt, Listed
from bot.storage.records import Membership, Person

Member = tuple[Membership, Person]


def answered_before(
    row: Listed, roster: Sequence[Member]
) -> tuple[Listed, Membership, Person] | None:
    """The line with the name on the roster, where one member alone is called so; else None.

    He is written under what he is called, or it stands first in his note, and nothing that the
    line tells differs from what is known of him. Other doubts of the line stay.
    """
    doubt = next((each for each in row.doubts if _is_of_name(each)), None)
    if doubt is None:
        return None
    called = [each for each in roster if _is_called(doubt, *each) and not _is_another(row, *each)]
    if len(called) != 1:
        return None
    membership, person = called[0]
    rest = tuple(each for each in row.doubts if each is not doubt)
    # As it was written when who that is was answered.
    is_noted = doubt.why == "nickname" and fold(person.full_name or "") not in map(
        fold, doubt.options
    )
    note = "; ".join(filter(None, (doubt.value, row.note))) if is_noted else row.note
    known = replace(row, full_name=person.full_name, note=note, doubts=rest)
    return known, membership, person


def _is_of_name(doubt: Doubt) -> bool:
    """Whether it is asked who somebody is: called so, or named in shortened words."""
    return doubt.why == "nickname" or (doubt.column == "full_name" and not doubt.why)


def _shortens(short: str, full: str) -> bool:
    """Whether a name is another one's, word by word, with some of them shortened: "Lê T. Hoa"."""
    words, whole = fold(short).replace(".", ". ").split(), fold(full).split()
    return len(words) == len(whole) and all(
        word == other or other.startswith(word.rstrip("."))
        for word, other in zip(words, whole, strict=True)
    )


def _is_called(doubt: Doubt, membership: Membership, person: Person) -> bool:
    name = fold(person.full_name or "")
    if name in {fold(each) for each in doubt.options}:
        return True
    if doubt.why != "nickname":
        return fold(doubt.value) == name or _shortens(doubt.value, name)
    noted = fold((membership.note or "").split(";")[0])
    return bool(noted) and noted == fold(doubt.value)


def _is_another(row: Listed, membership: Membership, person: Person) -> bool:
    """Whether the line tells of somebody else: another year, sex, phone or place."""
    pairs = (
        (row.birth_year, person.birth_year), (row.sex, person.sex),
        (row.phone, membership.phone), (row.address, membership.address),
    )  # fmt: skip
    return any(told is not None and known is not None and told != known for told, known in pairs)
