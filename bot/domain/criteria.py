"""The criteria meter: shares of a club's members against the plan's ranges. Nothing blocks.

Older: 60 or more (Law on older people 39/2009/QH12); clubs report 55 and more beside it. What
isn't known is shown as unknown and left out of the share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.domain.plan import Plan

OLDER = 60
OLDER_IN_CLUBS = 55
DISADVANTAGED = frozenset(("poor", "near_poor", "hardship"))
Verdict = Literal["ok", "low", "high", "even", "none", "show"]


@dataclass(frozen=True)
class MemberFacts:
    """A member as the criteria see one. `circumstances`: None unknown, empty none."""

    birth_year: int | None
    sex: Literal["female", "male"] | None
    circumstances: frozenset[str] | None


@dataclass(frozen=True)
class Measures:
    """Values by criterion; a share is None when nobody's value is known."""

    values: dict[str, float | None]
    unknown: dict[str, int] = field(default_factory=dict)


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


def composition(members: Iterable[MemberFacts], year: int) -> Composition:
    """The members by age, sex and circumstances in a year; one may count several times."""
    people = list(members)
    ages = [year - each.birth_year for each in people if each.birth_year is not None]
    sexes = [each.sex for each in people if each.sex is not None]
    told = [
        each.circumstances
        for each in people
        if each.circumstances is not None and "undisclosed" not in each.circumstances
    ]
    by_age = {
        "older": sum(age >= OLDER for age in ages),
        "aged_55_plus": sum(age >= OLDER_IN_CLUBS for age in ages),
        "younger": sum(age < OLDER for age in ages),
    }
    by_circumstances = {
        kind: sum(kind in each for each in told)
        for kind in ("poor", "near_poor", "hardship", "disabled")
    } | {"disadvantaged": sum(bool(each & DISADVANTAGED) for each in told)}
    return Composition(
        total=len(people),
        counts={**by_age, "women": sexes.count("female"), **by_circumstances},
        known={
            **dict.fromkeys(by_age, len(ages)),
            "women": len(sexes),
            **dict.fromkeys(by_circumstances, len(told)),
        },
    )


def measure(
    members: Iterable[MemberFacts], year: int, board: Iterable[MemberFacts] = ()
) -> Measures:
    """The shares of active members (founding members before the decision) in a year."""
    posts = list(board)
    made = composition(members, year)
    unknown_age = made.total - made.known["older"]
    return Measures(
        values={
            "members_total": float(made.total),
            "share_older": made.share("older"),
            "share_55_plus": made.share("aged_55_plus"),
            "share_women": made.share("women"),
            "share_younger": made.share("younger"),
            "share_disadvantaged": made.share("disadvantaged"),
            "board_size": float(len(posts)),
            "board_women": composition(posts, year).share("women"),
        },
        unknown={
            "share_older": unknown_age,
            "share_55_plus": unknown_age,
            "share_younger": unknown_age,
            "share_women": made.total - made.known["women"],
            "share_disadvantaged": made.total - made.known["disadvantaged"],
        },
    )


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
