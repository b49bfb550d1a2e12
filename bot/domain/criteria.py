"""The criteria meter: shares of a club's members against the plan's ranges. Nothing blocks.

Older: 60 or more (Law on older people 39/2009/QH12); clubs report 55 and more beside it. What
isn't known is shown as unknown and left out of the share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from bot.domain.plan import Plan
from bot.facts import figure

OLDER = int(figure("older-person-age"))
OLDER_IN_CLUBS = int(figure("preferred-from-age"))
DISADVANTAGED = frozenset(("poor", "near_poor", "hardship"))
Value = TypeVar("Value")
Verdict = Literal["ok", "low", "high", "even", "none", "show"]


@dataclass(frozen=True)
class MemberFacts:
    """A member as the criteria see one. `circumstances`: None unknown, empty none."""

    birth_year: int | None
    sex: Literal["female", "male"] | None
    circumstances: frozenset[str] | None

    @classmethod
    def of(
        cls,
        birth_year: int | None,
        sex: Literal["female", "male"] | None,
        circumstances: str | None,
    ) -> MemberFacts:
        """A member with the kinds of hardship as they are stored: joined by ";"."""
        known = None
        if circumstances is not None:
            known = frozenset(each for each in circumstances.split(";") if each)
        return cls(birth_year, sex, known)


@dataclass(frozen=True)
class Reading:
    """One line of the meter."""

    key: str
    value: float | None
    low: float | None
    high: float | None
    unknown: int
    verdict: Verdict


@dataclass(frozen=True)
class Composition:
    """How many members are what, counted as the shares are; who is unknown is in no count."""

    total: int
    counts: Mapping[str, int]
    """older, aged_55_plus, younger, women, poor, near_poor, hardship, disabled, disadvantaged."""
    known: Mapping[str, int]
    """How many members a count is of, by the same keys."""

    def share(self, key: str) -> float | None:
        """A count as a fraction of the members whose value is known; None if nobody's is."""
        return self.counts[key] / self.known[key] if self.known[key] else None

    def unknown(self, key: str) -> int:
        """Of how many members it isn't known whether they belong to a count."""
        return self.total - self.known[key]


@dataclass(frozen=True)
class Measures:
    """Values by criterion; a share is None when nobody's value is known."""

    values: dict[str, float | None]
    unknown: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, members: Composition, board: Composition) -> Measures:
        """The shares of members and board by how they are made up."""
        unknown_age = members.unknown("older")
        return cls(
            values={
                "members_total": float(members.total),
                "share_older": members.share("older"),
                "share_55_plus": members.share("aged_55_plus"),
                "share_women": members.share("women"),
                "share_younger": members.share("younger"),
                "share_disadvantaged": members.share("disadvantaged"),
                "board_size": float(board.total),
                "board_women": board.share("women"),
            },
            unknown={
                "share_older": unknown_age,
                "share_55_plus": unknown_age,
                "share_younger": unknown_age,
                "share_women": members.unknown("women"),
                "share_disadvantaged": members.unknown("disadvantaged"),
            },
        )


def composition(members: Iterable[MemberFacts], year: int) -> Composition:
    """The members by age, sex and circumstances in a year; one may count several times."""
    return composition_of(Counter(members), year)


def composition_of(members: Mapping[MemberFacts, int], year: int) -> Composition:
    """The same for members who were counted already: how many there are of each kind."""
    ages: Counter[int] = Counter()
    sexes: Counter[str] = Counter()
    told: Counter[frozenset[str]] = Counter()
    for each, count in members.items():
        if each.birth_year is not None:
            ages[year - each.birth_year] += count
        if each.sex is not None:
            sexes[each.sex] += count
        if each.circumstances is not None and "undisclosed" not in each.circumstances:
            told[each.circumstances] += count
    by_age = {
        "older": _sum(ages, lambda age: age >= OLDER),
        "aged_55_plus": _sum(ages, lambda age: age >= OLDER_IN_CLUBS),
        "younger": _sum(ages, lambda age: age < OLDER),
    }
    by_circumstances = {
        "poor": _sum(told, lambda kinds: "poor" in kinds),
        "near_poor": _sum(told, lambda kinds: "near_poor" in kinds),
        "hardship": _sum(told, lambda kinds: "hardship" in kinds),
        "disabled": _sum(told, lambda kinds: "disabled" in kinds),
        "disadvantaged": _sum(told, lambda kinds: bool(kinds & DISADVANTAGED)),
    }
    return Composition(
        total=sum(members.values()),
        counts={**by_age, "women": sexes["female"], **by_circumstances},
        known={
            **dict.fromkeys(by_age, ages.total()),
            "women": sexes.total(),
            **dict.fromkeys(by_circumstances, told.total()),
        },
    )


def _sum(counted: Counter[Value], fits: Callable[[Value], bool]) -> int:
    return sum(count for value, count in counted.items() if fits(value))


def meter(
    measures: Measures, plan: Plan, *, months_since_decision: int | None = None
) -> list[Reading]:
    """Each measured criterion with its verdict, in the plan's order.

    "show" is a figure only; "low", "high" and "even" are warnings, by the criterion's hardness.
    """
    readings = []
    for key, criterion in plan.criteria.items():
        if key not in measures.values:
            continue
        value = measures.values[key]
        verdict: Verdict = "ok"
        waiting = criterion.after_months is not None and (
            months_since_decision is None or months_since_decision < criterion.after_months
        )
        if value is None:
            verdict = "none"
        elif criterion.low is not None and value < criterion.low:
            verdict = "show" if criterion.hardness == "show" or waiting else "low"
        elif criterion.high is not None and value > criterion.high and criterion.hardness == "warn":
            verdict = "high"
        elif criterion.odd and value and int(value) % 2 == 0:
            verdict = "even"
        readings.append(
            Reading(
                key, value, criterion.low, criterion.high, measures.unknown.get(key, 0), verdict
            )
        )
    return readings
