"""The plan that clubs are counted against: its targets, its areas, its criteria."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Hardness = Literal["show", "warn", "warn_below"]


@dataclass(frozen=True)
class Unit:
    """A commune-level unit of today: five digits, its name, and what it was made of in 2025."""

    code: str
    name: str
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True)
class Area:
    """A part of the plan with its own target; `id` is the CODE of the command line."""

    id: str
    name: str
    name_en: str | None
    target_clubs: int | None
    target_members: int | None
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Criterion:
    """What a club is measured by. Shares are fractions 0-1, money is in đồng."""

    key: str
    target: float | None
    low: float | None
    high: float | None
    hardness: Hardness
    source: str
    after_months: int | None = None
    ask_below: float | None = None
    """A club that goes on with less is told to its coordinators."""
    odd: bool = False


@dataclass(frozen=True)
class Plan:
    """A plan as it was read from its file."""

    id: str
    name: str
    name_en: str | None
    decision: str
    from_year: int
    to_year: int
    target_clubs: int | None
    target_members: int | None
    counts: Literal["all", "new"]
    areas: tuple[Area, ...]
    criteria: Mapping[str, Criterion]
    source: str | None = None
    province: str | None = None
    """The province of today whose plan it is; None for a national one."""
    milestones: tuple[tuple[int, int], ...] = field(default=())
    """Targets on the way: a year, and how many clubs there are to be by its end."""

    def over(self, today: date) -> bool:
        """Whether the period has ended: after 31 December of its last year."""
        return today.year > self.to_year

    def area(self, code: str) -> Area | None:
        """The area with this id, or the one that holds the unit with this code."""
        for area in self.areas:
            if area.id == code or any(unit.code == code for unit in area.units):
                return area
        return None

    def area_of_unit(self, unit_code: str) -> Area | None:
        """The area that holds a unit."""
        return next(
            (area for area in self.areas if any(unit.code == unit_code for unit in area.units)),
            None,
        )

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units of all areas, in order."""
        return tuple(unit for area in self.areas for unit in area.units)

    def unit(self, code: str) -> Unit | None:
        """The unit with this code."""
        return next((unit for unit in self.units if unit.code == code), None)

    def units_of(self, code: str | None) -> set[str] | None:
        """The unit codes of an area or of one unit; None means everywhere."""
        if code is None:
            return None
        found = self.area(code)
        if found is not None and found.id == code:
            return {unit.code for unit in found.units}
        return {code}

    def areas_within(self, unit_codes: set[str]) -> list[Area]:
        """The areas that lie wholly within some units."""
        return [
            area for area in self.areas if area.units and {u.code for u in area.units} <= unit_codes
        ]

    def counts_club(self, recognised_on: date | None) -> bool:
        """Whether a club that was recognised on a day counts against the target.

        Where the plan counts new clubs only, those of its period do.
        """
        if self.counts == "all":
            return True
        return recognised_on is not None and self.from_year <= recognised_on.year <= self.to_year

    def knows(self, code: str) -> bool:
        """Whether a CODE names an area or a unit of the plan."""
        return self.area(code) is not None

    def code_meant(self, text: str) -> str | None:
        """The CODE that a text is, without regard to case, blanks and hyphens; None for none."""
        wanted = _compared(text)
        codes = (code for area in self.areas for code in (area.id, *(u.code for u in area.units)))
        return next((code for code in codes if _compared(code) == wanted), None)


def _compared(code: str) -> str:
    return "".join(letter for letter in code.casefold() if letter.isalnum())
