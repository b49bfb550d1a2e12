"""The criteria meter: shares of a club's members against the plan's ranges. Nothing blocks.

Older: 60 or more (Law on older people 39/2009/QH12); clubs report 55 and more beside it. What
isn't known is shown as unknown and left out of the share.
"""

from __future__ import annotations

from collections.abc import Iterable
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


def _share(known: list[bool]) -> float | None:
    return sum(known) / len(known) if known else None


def measure(
    members: Iterable[MemberFacts], year: int, board: Iterable[MemberFacts] = ()
) -> Measures:
    """The shares of active members (founding members before the decision) in a year."""
    people, posts = list(members), list(board)
    ages = [year - each.birth_year for each in people if each.birth_year is not None]
    women = [each.sex == "female" for each in people if each.sex is not None]
    told = [
        bool(each.circumstances & DISADVANTAGED)
        for each in people
        if each.circumstances is not None and "undisclosed" not in each.circumstances
    ]
    unknown_age = len(people) - len(ages)
    return Measures(
        values={
            "members_total": float(len(people)),
            "share_older": _share([age >= OLDER for age in ages]),
            "share_55_plus": _share([age >= OLDER_IN_CLUBS for age in ages]),
            "share_women": _share(women),
            "share_younger": _share([age < OLDER for age in ages]),
            "share_disadvantaged": _share(told),
            "board_size": float(len(posts)),
            "board_women": _share([each.sex == "female" for each in posts if each.sex is not None]),
        },
        unknown={
            "share_older": unknown_age,
            "share_55_plus": unknown_age,
            "share_younger": unknown_age,
            "share_women": len(people) - len(women),
            "share_disadvantaged": len(people) - len(told),
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
