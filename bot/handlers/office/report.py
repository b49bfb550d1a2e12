"""The state of the plan: clubs, members, shares, events, deliveries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from bot.domain.criteria import composition_of
from bot.domain.founding import CLOSED, STEPS, Stage, StepKey, StepState
from bot.domain.membership import MembershipState
from bot.domain.plan import Area, Plan
from bot.domain.states import NoticeState
from bot.messages import MessageState
from bot.storage.records import Club
from bot.storage.reports import FoundingProgress, Reports
from bot.storage.unit_of_work import UnitOfWork
from bot.untyped import JsonObject

Report = JsonObject
"""The report as one object, as it is printed in JSON."""

Bucket = Literal["founding", "recognised", "closed"]
BUCKETS: tuple[Bucket, ...] = ("founding", "recognised", "closed")
WAITING_FOR = ("organisers", "commune", "coordinator")
"""Whose turn it is, where somebody's is."""
SHARES = {
    "older_60_plus": "older",
    "aged_55_plus": "aged_55_plus",
    "women": "women",
    "disadvantaged": "disadvantaged",
}
"""The shares of a report, with what is counted for each."""
_CRITERIA = {
    "older_60_plus": "share_older",
    "aged_55_plus": "share_55_plus",
    "women": "share_women",
    "disadvantaged": "share_disadvantaged",
}


@dataclass(frozen=True)
class _Standing:
    """A club as a report counts it. `counts`: it stands against the plan's target."""

    club: Club
    bucket: Bucket
    area: Area | None
    members: Mapping[str, int]
    counts: bool

    @property
    def active(self) -> int:
        return 0 if self.bucket == "closed" else self.members.get(MembershipState.ACTIVE, 0)


def build_report(
    uow: UnitOfWork, plan: Plan, zone: ZoneInfo, *, units: set[str] | None = None
) -> Report:
    """The report; `units` are the commune codes it is about, None for all."""
    reports = _reports(uow, plan, units)
    shares = composition_of(reports.facts(), uow.now.astimezone(zone).year)
    notices = reports.notices()
    return {
        **build_overview(uow, plan, zone, units=units),
        "shares": {name: _share(shares.share(counted)) for name, counted in SHARES.items()},
        "criteria": {
            name: {"low": found.low, "high": found.high}
            for name, key in _CRITERIA.items()
            if (found := plan.criteria.get(key)) is not None
        },
        "unknown": {
            "birth_year": shares.unknown("older"),
            "sex": shares.unknown("women"),
            "circumstances": shares.unknown("disadvantaged"),
        },
        "events": _events(reports),
        "notices": _in_order(notices, NoticeState),
        "deliveries": _in_order(reports.messages(), MessageState),
        "call_list_open": notices["to_call"],
        "updates": _updates(reports),
    }


def build_overview(
    uow: UnitOfWork, plan: Plan, zone: ZoneInfo, *, units: set[str] | None = None
) -> Report:
    """The part of the report that is about clubs and members against the plan's targets."""
    local = uow.now.astimezone(zone)
    today = local.date()
    reports = _reports(uow, plan, units)
    standings = _standings(plan, uow.clubs.in_units(units), reports.members())
    rows = _areas(plan, units, standings)
    counted = _counted(standings)
    states: Counter[str] = Counter()
    for each in standings:
        if each.bucket != "closed":
            states.update(each.members)
    return {
        "as_of": local.isoformat(timespec="seconds"),
        "plan": {
            "name": plan.name,
            "period": f"{plan.from_year}-{plan.to_year}",
            "over": plan.over(today),
            "target_clubs": plan.target_clubs,
            "target_members": plan.target_members,
            "areas_target_clubs": sum(area.target_clubs or 0 for area in plan.areas),
        },
        "targets": {
            "clubs": plan.target_clubs if units is None else _target(rows, "target_clubs"),
            "counted_clubs": counted["counted_clubs"],
            "members": plan.target_members if units is None else _target(rows, "target_members"),
            "counted_members": counted["counted_members"],
            "milestones": _milestones(plan) if units is None else [],
        },
        "clubs": {bucket: sum(each.bucket == bucket for each in standings) for bucket in BUCKETS},
        "members": {key: states[key] for key in ("unconfirmed", "applied", "active")},
        "areas": rows,
        "club_list": _club_list(zone, today, standings, reports),
    }


def _milestones(plan: Plan) -> list[JsonObject]:
    """The plan's targets on the way, the earliest first."""
    return [{"year": year, "clubs": clubs} for year, clubs in sorted(plan.milestones)]


def by_standing_still(report: Report) -> list[JsonObject]:
    """All clubs of a report, those first on which nothing has moved for longest.

    Behind them stand those that have nothing to move, the closed ones last.
    """

    def place(club: JsonObject) -> tuple[bool, bool, int, str]:
        days = club["days_since_moved"]
        return club["stage"] in CLOSED, days is None, -(days or 0), club["code"]

    return sorted(report["club_list"], key=place)


def _reports(uow: UnitOfWork, plan: Plan, units: set[str] | None) -> Reports:
    return uow.reports(units, [area.id for area in plan.areas_within(units or set())])


def _share(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _in_order(found: Mapping[str, int], names: Iterable[str]) -> dict[str, int]:
    return {name: found.get(name, 0) for name in names}


# Clubs, by area and against the targets


def _bucket(club: Club) -> Bucket:
    stage = club.stage
    if stage in CLOSED:
        return "closed"
    if stage is Stage.PAUSED:
        return "recognised" if club.recognised_on else "founding"
    return "recognised" if stage in (Stage.RECOGNISED, Stage.ACTIVE) else "founding"


def _standings(
    plan: Plan, clubs: Sequence[Club], members: Mapping[int, Mapping[str, int]]
) -> list[_Standing]:
    areas = {unit.code: area for area in plan.areas for unit in area.units}
    found = []
    for club in clubs:
        bucket = _bucket(club)
        found.append(
            _Standing(
                club,
                bucket,
                areas.get(club.unit_code),
                members.get(club.id, {}),
                bucket == "recognised" and plan.counts_club(club.recognised_on),
            )
        )
    return found


def _counted(standings: Sequence[_Standing]) -> dict[str, int]:
    """Clubs and their active members; `counted_…` are those that stand against a target."""
    return {
        "clubs": sum(each.bucket == "recognised" for each in standings),
        "founding": sum(each.bucket == "founding" for each in standings),
        "closed": sum(each.bucket == "closed" for each in standings),
        "counted_clubs": sum(each.counts for each in standings),
        "members": sum(each.active for each in standings),
        "counted_members": sum(each.active for each in standings if each.counts),
    }


def _areas(plan: Plan, units: set[str] | None, standings: Sequence[_Standing]) -> list[JsonObject]:
    """A row an area, and one without a code for clubs that lie outside all of them.

    Of an area that is counted in part no target is told.
    """
    if not plan.areas:
        return []
    by_area: dict[str | None, list[_Standing]] = {}
    for each in standings:
        by_area.setdefault(each.area.id if each.area else None, []).append(each)
    rows = []
    for area in plan.areas:
        codes = {unit.code for unit in area.units}
        if units is not None and not units & codes:
            continue
        whole = units is None or codes <= units
        rows.append(
            {
                "code": area.id,
                "name": area.name,
                "target_clubs": area.target_clubs if whole else None,
                "target_members": area.target_members if whole else None,
                **_counted(by_area.get(area.id, [])),
            }
        )
    if outside := by_area.get(None):
        targets = {"target_clubs": None, "target_members": None}
        rows.append({"code": None, "name": None, **targets, **_counted(outside)})
    return rows


def _target(rows: Sequence[JsonObject], key: str) -> int | None:
    """The sum of some areas' targets; None where one of them has none."""
    targets = [row[key] for row in rows]
    return None if not targets or None in targets else sum(targets)


def _club_list(
    zone: ZoneInfo, today: date, standings: Sequence[_Standing], reports: Reports
) -> list[JsonObject]:
    progress, coming = reports.progress(), reports.next_events()

    def days_since(moment: datetime | None) -> int | None:
        return (today - moment.astimezone(zone).date()).days if moment else None

    lines = []
    for each in standings:
        club, starts_at = each.club, coming.get(each.club.id)
        founding = progress.get(club.id, FoundingProgress())
        rests = each.bucket == "closed" or club.stage is Stage.PAUSED
        moved_at = None if rests or not founding.step else founding.moved_at or club.created_at
        lines.append(
            {
                "code": club.code,
                "name": club.name,
                "area": each.area.id if each.area else club.unit_code,
                "stage": club.stage,
                "step": founding.step,
                "confirmed": club.confirmed_at is not None,
                "steps_done": founding.done,
                "steps_skipped": founding.skipped,
                "steps_total": len(STEPS),
                "days_in_step": days_since(founding.opened_at),
                "days_since_moved": days_since(moved_at),
                "waiting_for": None if rests else _waiting_for(each, founding),
                "members": each.active,
                "next_event": starts_at.astimezone(zone).isoformat(timespec="minutes")
                if starts_at
                else None,
            }
        )
    return lines


def _waiting_for(standing: _Standing, founding: FoundingProgress) -> str | None:
    """Whose turn it is at the step that a report names, or at a decision that nobody compared."""
    if founding.step is not None:
        # Of a dossier that was handed in the commune decides, whether it was asked or not.
        decides = founding.step == StepKey.RECOGNITION_DECISION
        return "commune" if decides or founding.state is StepState.AWAITING else "organisers"
    unconfirmed = standing.bucket == "recognised" and standing.club.confirmed_at is None
    return "coordinator" if unconfirmed else None


# What was sent and answered


def _events(reports: Reports) -> JsonObject:
    occurrences = reports.occurrences()
    return {
        **_in_order(occurrences.states, ("planned", "held", "cancelled")),
        "answers": _in_order(reports.answers(), ("yes", "no", "unsure", "none")),
        "attended": occurrences.attended,
    }


def _updates(reports: Reports) -> dict[str, int]:
    found = reports.updates()
    return {"received": found.total(), **_in_order(found, ("handled", "failed"))}
