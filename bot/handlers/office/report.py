"""The state of the plan: clubs, members, shares, events, deliveries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.criteria import composition_of
from bot.domain.founding import CLOSED, STEPS, Stage
from bot.domain.membership import MembershipState
from bot.domain.plan import Plan
from bot.domain.states import NoticeState
from bot.messages import MessageState
from bot.storage.records import Club
from bot.storage.reports import FoundingProgress, Reports
from bot.storage.unit_of_work import UnitOfWork
from bot.untyped import JsonObject

Members = Mapping[int, Mapping[str, int]]
"""How many stand on each club's roster, by state."""

Report = JsonObject
"""The report as one object, as it is printed in JSON."""


def _bucket(club: Club) -> str:
    stage = club.stage
    if stage in CLOSED:
        return "closed"
    if stage is Stage.PAUSED:
        return "recognised" if club.recognised_on else "founding"
    return "recognised" if stage in (Stage.RECOGNISED, Stage.ACTIVE) else "founding"


def build_report(
    uow: UnitOfWork, plan: Plan, zone: ZoneInfo, *, units: set[str] | None = None
) -> Report:
    """The report; `units` are the commune codes it is about, None for all."""
    today = uow.now.astimezone(zone).date()
    reports = uow.reports(units)
    clubs, members = uow.clubs.in_units(units), reports.members()
    states = sum(members.values(), Counter[str]())
    shares = composition_of(reports.facts(), today.year)
    notices = reports.notices()
    buckets = Counter(_bucket(club) for club in clubs)
    return {
        "as_of": uow.now.astimezone(zone).isoformat(timespec="seconds"),
        "plan": {
            "name": plan.name,
            "period": f"{plan.from_year}-{plan.to_year}",
            "over": plan.over(today),
            "target_clubs": plan.target_clubs,
            "target_members": plan.target_members,
            "areas_target_clubs": sum(area.target_clubs or 0 for area in plan.areas),
        },
        "clubs": {key: buckets[key] for key in ("founding", "recognised", "closed")},
        "members": {key: states[key] for key in ("unconfirmed", "applied", "active")},
        "shares": {
            "older_60_plus": _share(shares.share("older")),
            "aged_55_plus": _share(shares.share("aged_55_plus")),
            "women": _share(shares.share("women")),
            "disadvantaged": _share(shares.share("disadvantaged")),
        },
        "unknown": {
            "birth_year": shares.unknown("older"),
            "sex": shares.unknown("women"),
            "circumstances": shares.unknown("disadvantaged"),
        },
        "areas": _areas(plan, units, clubs, members),
        "club_list": _club_list(plan, zone, today, clubs, members, reports),
        "events": _events(reports),
        "notices": _in_order(notices, NoticeState),
        "deliveries": _in_order(reports.messages(), MessageState),
        "call_list_open": notices["to_call"],
        "updates": _updates(uow),
    }


def _share(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _in_order(found: Mapping[str, int], names: Iterable[str]) -> dict[str, int]:
    return {name: found.get(name, 0) for name in names}


def _areas(
    plan: Plan, units: set[str] | None, clubs: Sequence[Club], members: Members
) -> list[JsonObject]:
    standing: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for club in clubs:
        standing[club.unit_code] += _bucket(club) != "closed"
        people[club.unit_code] += _active(members, club)
    return [
        {
            "code": area.id,
            "name": area.name,
            "target_clubs": area.target_clubs,
            "clubs": sum(standing[code] for code in codes),
            "members": sum(people[code] for code in codes),
        }
        for area in plan.areas
        for codes in [{unit.code for unit in area.units}]
        if units is None or units & codes
    ]


def _active(members: Members, club: Club) -> int:
    return members[club.id][MembershipState.ACTIVE] if club.id in members else 0


def _club_list(
    plan: Plan,
    zone: ZoneInfo,
    today: date,
    clubs: Sequence[Club],
    members: Members,
    reports: Reports,
) -> list[JsonObject]:
    progress, coming = reports.progress(), reports.next_events()
    areas = {unit.code: area.id for area in plan.areas for unit in area.units}
    lines = []
    for club in clubs:
        founding = progress.get(club.id, FoundingProgress())
        opened, starts_at = founding.opened_at, coming.get(club.id)
        lines.append(
            {
                "code": club.code,
                "name": club.name,
                "area": areas.get(club.unit_code, club.unit_code),
                "stage": club.stage,
                "step": founding.step,
                "confirmed": club.confirmed_at is not None,
                "steps_done": founding.done,
                "steps_skipped": founding.skipped,
                "steps_total": len(STEPS),
                "days_in_step": (today - opened.astimezone(zone).date()).days if opened else None,
                "members": _active(members, club),
                "next_event": starts_at.astimezone(zone).isoformat(timespec="minutes")
                if starts_at
                else None,
            }
        )
    return lines


def _events(reports: Reports) -> JsonObject:
    occurrences = reports.occurrences()
    return {
        **_in_order(occurrences.states, ("planned", "held", "cancelled")),
        "answers": _in_order(reports.answers(), ("yes", "no", "unsure", "none")),
        "attended": occurrences.attended,
    }


def _updates(uow: UnitOfWork) -> dict[str, int]:
    found = uow.measures.updates()
    return {
        "received": sum(found.values()),
        "handled": found.get("handled", 0),
        "failed": found.get("failed", 0),
    }
