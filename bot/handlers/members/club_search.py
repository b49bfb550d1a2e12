"""Which clubs are meant by a commune and a hamlet, as people call them today or did before 2025.

Nothing is said here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversations.founding.communes import units_named
from bot.domain.plan import Plan, Unit
from bot.language.places import names_place
from bot.storage.records import Club


@dataclass(frozen=True)
class FoundClubs:
    """The clubs at a place; `former` is a name of before and the unit that it is part of now."""

    clubs: tuple[Club, ...]
    former: tuple[str, Unit] | None = None


def clubs_at(plan: Plan, clubs: Sequence[Club], text: str) -> FoundClubs:
    """The clubs that a text may mean: of a named hamlet in a named commune, else of either."""
    named = units_named(plan.units, text)
    codes = {unit.code for _, unit in named}
    if not codes:
        codes = {
            unit.code for area in plan.areas if names_place(text, area.name) for unit in area.units
        }
    there = [club for club in clubs if club.unit_code in codes]
    called = [
        club for club in clubs if names_place(text, club.hamlet) or names_place(text, club.name)
    ]
    both = [club for club in there if club in called]
    found = both or list(dict.fromkeys((*called, *there)))
    former = [(name, unit) for name, unit in named if name != unit.name]
    return FoundClubs(tuple(found), former[0] if former and len(codes) == 1 else None)
