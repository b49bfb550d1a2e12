"""The state of the plan: clubs, members, shares, events, deliveries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.documents.workbook import Table
from bot.domain.criteria import MemberFacts, measure
from bot.domain.founding import CLOSED, STEPS, Stage, StepState, reported_step
from bot.domain.membership import MembershipState
from bot.domain.plan import Plan
from bot.handlers.founding import member_facts
from bot.speech.translation import Speaker, say
from bot.storage import schema
from bot.storage.events import NOTICE_STATES
from bot.storage.records import Club
from bot.storage.unit_of_work import UnitOfWork

OUTBOX_STATES = ("queued", "sending", "sent", "unknown", "failed", "expired", "cancelled")


def _counts(uow: UnitOfWork, column: sa.Column[Any], states: Iterable[str], *where: Any) -> Any:
    rows = uow.connection.execute(sa.select(column, sa.func.count()).where(*where).group_by(column))
    found: dict[str, int] = {row[0]: row[1] for row in rows}
    return {state: found.get(state, 0) for state in states}


def _bucket(club: Club) -> str:
    stage = Stage(club.stage)
    if stage in CLOSED:
        return "closed"
    if stage is Stage.PAUSED:
        return "recognised" if club.recognised_on else "founding"
    return "recognised" if stage in (Stage.RECOGNISED, Stage.ACTIVE) else "founding"


def build_report(
    uow: UnitOfWork, plan: Plan, zone: ZoneInfo, *, units: set[str] | None = None
) -> dict[str, Any]:
    """The report as one object; `units` are the commune codes it is about, None for all."""
    today = uow.now.astimezone(zone).date()
    clubs = uow.clubs.in_units(units)
    ids = [club.id for club in clubs]
    facts: list[MemberFacts] = []
    states: Counter[str] = Counter()
    members_of: dict[int, int] = {}
    for club in clubs:
        roster = uow.clubs.roster(club.id)
        states.update(membership.state for membership, _ in roster)
        active = [
            person
            for membership, person in roster
            if membership.state == MembershipState.ACTIVE.value
        ]
        members_of[club.id] = len(active)
        facts.extend(member_facts(person) for person in active)
    measures = measure(facts, today.year)
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
            "older_60_plus": _share(measures.values["share_older"]),
            "aged_55_plus": _share(measures.values["share_55_plus"]),
            "women": _share(measures.values["share_women"]),
            "disadvantaged": _share(measures.values["share_disadvantaged"]),
        },
        "unknown": {
            "birth_year": measures.unknown["share_older"],
            "sex": measures.unknown["share_women"],
            "circumstances": measures.unknown["share_disadvantaged"],
        },
        "areas": [
            {
                "code": area.id,
                "name": area.name,
                "target_clubs": area.target_clubs,
                "clubs": sum(
                    club.unit_code in {unit.code for unit in area.units}
                    and _bucket(club) != "closed"
                    for club in clubs
                ),
                "members": sum(
                    members_of[club.id]
                    for club in clubs
                    if club.unit_code in {unit.code for unit in area.units}
                ),
            }
            for area in plan.areas
            if units is None or units & {unit.code for unit in area.units}
        ],
        "club_list": [_club(uow, plan, zone, club, members_of[club.id], today) for club in clubs],
        "events": _events(uow, ids),
        "notices": _counts(
            uow, schema.notice.c.state, NOTICE_STATES, schema.notice.c.club_id.in_(ids)
        ),
        "deliveries": _counts(uow, schema.outbox.c.state, OUTBOX_STATES),
        "call_list_open": int(
            uow.connection.execute(
                sa.select(sa.func.count())
                .select_from(schema.notice)
                .where(schema.notice.c.state == "to_call", schema.notice.c.club_id.in_(ids))
            ).scalar_one()
        ),
        "updates": _updates(uow),
    }


def _share(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _club(
    uow: UnitOfWork, plan: Plan, zone: ZoneInfo, club: Club, members: int, today: date
) -> dict[str, Any]:
    rows = uow.founding.steps(club.id)
    computed = {
        step.key: StepState(rows[step.key.value].state)
        if step.key.value in rows
        else StepState.LOCKED
        for step in STEPS
    }
    step = reported_step(computed)
    opened = rows[step.value].opened_at if step and step.value in rows else None
    coming = uow.events.occurrences([club.id], since=uow.now, limit=1)
    area = plan.area_of_unit(club.unit_code)
    return {
        "code": club.code,
        "name": club.name,
        "area": area.id if area else club.unit_code,
        "stage": club.stage,
        "step": step.value if step else None,
        "confirmed": club.confirmed_at is not None,
        "steps_done": sum(state is StepState.DONE for state in computed.values()),
        "steps_skipped": sum(state is StepState.SKIPPED for state in computed.values()),
        "steps_total": len(STEPS),
        "days_in_step": (today - opened.astimezone(zone).date()).days if opened else None,
        "members": members,
        "next_event": coming[0].starts_at.astimezone(zone).isoformat(timespec="minutes")
        if coming
        else None,
    }


def _events(uow: UnitOfWork, ids: list[int]) -> dict[str, Any]:
    occurrence = schema.occurrence
    found = _counts(
        uow, occurrence.c.state, ("planned", "held", "cancelled"), occurrence.c.club_id.in_(ids)
    )
    answers = _counts(
        uow,
        schema.attendance.c.answer,
        ("yes", "no", "unsure"),
        schema.attendance.c.occurrence_id.in_(
            sa.select(occurrence.c.id).where(occurrence.c.club_id.in_(ids))
        ),
    )
    told = uow.connection.execute(
        sa.select(schema.notice.c.occurrence_id, schema.notice.c.person_id)
        .where(
            schema.notice.c.club_id.in_(ids),
            schema.notice.c.state.in_(["sent", "perhaps", "called"]),
        )
        .distinct()
    ).all()
    answered = set(
        uow.connection.execute(
            sa.select(schema.attendance.c.occurrence_id, schema.attendance.c.person_id)
        ).all()
    )
    answers["none"] = sum(row not in answered for row in told)
    attended = uow.connection.execute(
        sa.select(sa.func.sum(occurrence.c.attended)).where(occurrence.c.club_id.in_(ids))
    ).scalar()
    return {**found, "answers": answers, "attended": int(attended or 0)}


def _updates(uow: UnitOfWork) -> dict[str, int]:
    found = _counts(uow, schema.inbox.c.state, ("received", "handled", "failed"))
    return {
        "received": sum(found.values()),
        "handled": found["handled"],
        "failed": found["failed"],
    }


def as_text(report: dict[str, Any]) -> str:
    """The report for an operator's terminal."""
    plan = report["plan"]
    lines = [
        f"{plan['name']} ({plan['period']})" + (" - over" if plan["over"] else ""),
        f"  {report['as_of']}",
    ]
    for key in ("clubs", "members", "shares", "unknown", "notices", "deliveries", "updates"):
        values = ", ".join(f"{name} {_shown(value)}" for name, value in report[key].items())
        lines.append(f"{key}: {values}")
    events = report["events"]
    answers = ", ".join(f"{name} {value}" for name, value in events["answers"].items())
    lines.append(
        f"events: planned {events['planned']}, held {events['held']}, cancelled "
        f"{events['cancelled']}, attended {events['attended']}; answers: {answers}"
    )
    lines.append(f"call_list_open: {report['call_list_open']}")
    for area in report["areas"]:
        lines.append(
            f"{area['code']}  {area['name']}: clubs {area['clubs']} / {area['target_clubs']}, "
            f"members {area['members']}"
        )
    for club in report["club_list"]:
        lines.append(
            f"{club['code']}  {club['name']}: {club['stage']}, step {club['step']}, "
            f"{club['steps_done']}/{club['steps_total']} done, {club['steps_skipped']} skipped, "
            f"days {club['days_in_step']}, "
            f"members {club['members']}, next event {club['next_event']}"
        )
    return "\n".join(lines)


def _shown(value: Any) -> str:
    if isinstance(value, float):
        return f"{round(value * 100)}%"
    return "-" if value is None else str(value)


_SUMMARY = (
    ("clubs", ("founding", "recognised", "closed")),
    ("members", ("unconfirmed", "applied", "active")),
    ("shares", ("older_60_plus", "aged_55_plus", "women", "disadvantaged")),
    ("unknown", ("birth_year", "sex", "circumstances")),
)
_AREA = ("code", "name", "target_clubs", "clubs", "members")
_CLUB = (
    "code", "name", "area", "stage", "step", "confirmed", "steps_done", "steps_total",
    "days_in_step", "members", "next_event",
)  # fmt: skip
REPORT_KEYS = (
    "report.as_of",
    "report.plan",
    "report.period",
    "report.target_clubs",
    "report.target_members",
    "report.call_list_open",
    "report.what",
    "report.value",
    "report.yes",
    "report.no",
    *(f"report.sheet.{name}" for name in ("summary", "areas", "clubs", "deliveries")),
    *(f"report.column.{name}" for name in dict.fromkeys((*_AREA, *_CLUB))),
    *(f"report.{group}.{name}" for group, names in _SUMMARY for name in names),
    *(f"report.events.{name}" for name in ("planned", "held", "cancelled", "attended")),
    *(f"report.answers.{name}" for name in ("yes", "no", "unsure", "none")),
    *(f"report.notices.{name}" for name in NOTICE_STATES),
    *(f"report.deliveries.{name}" for name in OUTBOX_STATES),
    *(f"report.updates.{name}" for name in ("received", "handled", "failed")),
)
"""The words of the spreadsheet, composed from the report's own keys."""


def as_tables(report: dict[str, Any], speaker: Speaker) -> list[Table]:
    """The report as a spreadsheet: summary, areas, clubs, what was sent and answered."""

    def word(key: str) -> str:
        return speaker.text(say(key))

    plan = report["plan"]
    summary: list[list[Any]] = [
        [word("report.as_of"), report["as_of"]],
        [word("report.plan"), plan["name"]],
        [word("report.period"), plan["period"]],
        [word("report.target_clubs"), plan["target_clubs"]],
        [word("report.target_members"), plan["target_members"]],
    ]
    for group, names in _SUMMARY:
        summary += [[word(f"report.{group}.{name}"), report[group][name]] for name in names]
    summary.append([word("report.call_list_open"), report["call_list_open"]])
    areas = [[area[name] for name in _AREA] for area in report["areas"]]
    clubs = [[_cell(club, name, word) for name in _CLUB] for club in report["club_list"]]
    events = {**report["events"]}
    answers = events.pop("answers")
    sent = [
        [word(f"report.{group}.{name}"), value]
        for group, values in (
            ("events", events),
            ("answers", answers),
            ("notices", report["notices"]),
            ("deliveries", report["deliveries"]),
            ("updates", report["updates"]),
        )
        for name, value in values.items()
    ]
    pair = [word("report.what"), word("report.value")]
    return [
        Table(word("report.sheet.summary"), pair, summary),
        Table(word("report.sheet.areas"), [word(f"report.column.{name}") for name in _AREA], areas),
        Table(word("report.sheet.clubs"), [word(f"report.column.{name}") for name in _CLUB], clubs),
        Table(word("report.sheet.deliveries"), pair, sent),
    ]


def _cell(club: dict[str, Any], name: str, word: Callable[[str], str]) -> Any:
    value = club[name]
    if name == "stage":
        return word(f"stage.{value}")
    if name == "step":
        return word(f"founding.{value}.title") if value else None
    if name == "confirmed":
        return word("report.yes" if value else "report.no")
    return value
