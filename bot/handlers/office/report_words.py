"""The report as it is read: in an operator's terminal, and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.documents.workbook import Table
from bot.domain.states import NoticeState
from bot.handlers.office.report import Report
from bot.messages import MessageState
from bot.speech.translation import Speaker, say
from bot.untyped import JsonObject


def as_text(report: Report) -> str:
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
    *(f"report.notices.{name}" for name in NoticeState),
    *(f"report.deliveries.{name}" for name in MessageState),
    *(f"report.updates.{name}" for name in ("received", "handled", "failed")),
)
"""The words of the spreadsheet, composed from the report's own keys."""


def as_tables(report: Report, speaker: Speaker) -> list[Table]:
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


def _cell(club: JsonObject, name: str, word: Callable[[str], str]) -> Any:
    value = club[name]
    if name == "stage":
        return word(f"stage.{value}")
    if name == "step":
        return word(f"founding.{value}.title") if value else None
    if name == "confirmed":
        return word("report.yes" if value else "report.no")
    return value
