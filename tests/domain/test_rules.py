"""Criteria, memberships, reminders' hours, and the plan's numbers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.criteria import Measures, MemberFacts, composition, meter
from bot.domain.events import KINDS
from bot.domain.events.rules import next_allowed, reminder_times
from bot.domain.membership import MembershipState, may_become
from bot.plan.loader import PlanError, load_plan

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def member(birth: int | None, sex: str | None, circumstances: set[str] | None) -> MemberFacts:
    known = None if circumstances is None else frozenset(circumstances)
    return MemberFacts(birth, sex, known)  # type: ignore[arg-type]


def measured(members: Iterable[MemberFacts]) -> Measures:
    """What a club of these members without a board measures in 2026."""
    return Measures.of(composition(members, 2026), composition([], 2026))


def test_shares_leave_out_what_is_not_known() -> None:
    people = [
        member(1950, "female", {"poor"}),
        member(1966, "male", set()),
        member(1967, "female", {"undisclosed"}),
        member(1980, None, None),
        member(None, "female", {"disabled"}),
    ]
    found = measured(people)
    assert found.values["members_total"] == 5
    assert found.values["share_older"] == pytest.approx(2 / 4)
    assert found.values["share_55_plus"] == pytest.approx(3 / 4)
    assert found.values["share_women"] == pytest.approx(3 / 4)
    assert found.values["share_disadvantaged"] == pytest.approx(1 / 3)
    assert found.unknown["share_disadvantaged"] == 2
    assert found.unknown["share_older"] == 1


def test_nobody_known_is_no_share() -> None:
    assert measured([member(None, None, None)]).values["share_women"] is None


def test_the_meter_warns_and_blocks_nothing() -> None:
    readings = {
        reading.key: reading.verdict
        for reading in meter(measured([member(1980, "male", set())] * 10), load_plan())
    }
    assert readings["members_total"] == "low"
    assert readings["share_women"] == "low"
    assert readings["share_55_plus"] == "show"


def test_more_women_than_the_range_is_no_fault() -> None:
    found = meter(measured([member(1950, "female", set())] * 60), load_plan())
    assert {r.key: r.verdict for r in found}["share_women"] == "ok"


def test_the_dead_come_back_to_nothing() -> None:
    assert not any(may_become(MembershipState.DECEASED, state) for state in MembershipState)


def test_no_state_follows_itself() -> None:
    for before, after in product(MembershipState, repeat=2):
        if before is after:
            assert not may_become(before, after)


def test_who_left_may_apply_again() -> None:
    assert may_become(MembershipState.LEFT, MembershipState.APPLIED)


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        ("meeting", ["2027-01-30T08:00", "2027-02-01T17:00"]),
        ("health_check", ["2027-01-26T08:00", "2027-02-01T17:00"]),
        ("training", ["2027-01-26T08:00", "2027-02-01T17:00"]),
    ],
)
def test_when_people_are_told(kind: str, due: list[str]) -> None:
    starts_at = datetime(2027, 2, 2, 8, 0, tzinfo=ZONE)
    found = [moment for _, moment in reminder_times(starts_at, ZONE, KINDS[kind])]
    assert [moment.isoformat(timespec="minutes")[:16] for moment in found] == due


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        ("2026-12-01T20:59", "2026-12-01T20:59"),
        ("2026-12-01T21:00", "2026-12-02T07:00"),
        ("2026-12-02T03:00", "2026-12-02T07:00"),
        ("2026-12-02T07:00", "2026-12-02T07:00"),
    ],
)
def test_nobody_is_disturbed_at_night(moment: str, allowed: str) -> None:
    found = next_allowed(datetime.fromisoformat(moment).replace(tzinfo=ZONE), ZONE)
    assert found.isoformat(timespec="minutes")[:16] == allowed


def test_the_built_in_plan() -> None:
    plan = load_plan()
    assert plan.target_clubs == 15
    assert plan.target_members == 20000
    assert len(plan.areas) == 8
    assert sum(area.target_clubs or 0 for area in plan.areas) == 16
    assert plan.over(date(2026, 12, 1))


@pytest.mark.parametrize("content", ["", "name = 3", "[[area]]\nid = 'x'", "\x00", "= ="])
def test_a_broken_plan_is_told(content: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PlanError):
        load_plan(path)


def test_a_missing_plan_is_told(tmp_path: Path) -> None:
    with pytest.raises(PlanError):
        load_plan(tmp_path / "none.toml")


def test_the_composition_counts_one_member_in_several_lines() -> None:
    made = composition(
        [
            MemberFacts(1950, "female", frozenset(("poor", "disabled"))),
            MemberFacts(1968, "male", frozenset()),
            MemberFacts(1990, None, frozenset(("undisclosed",))),
            MemberFacts(None, "female", None),
        ],
        2026,
    )
    assert made.total == 4
    assert (made.counts["older"], made.counts["aged_55_plus"], made.counts["younger"]) == (1, 2, 2)
    assert (made.known["older"], made.known["women"], made.known["poor"]) == (3, 3, 2)
    assert made.counts["poor"] == made.counts["disabled"] == made.counts["disadvantaged"] == 1
    assert made.share("poor") == 0.5
    assert composition([], 2026).share("women") is None
