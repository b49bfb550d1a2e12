"""The report as it is read: in an operator's terminal, and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from bot.documents.workbook import Table
from bot.domain.states import NoticeState
from bot.handlers.office.report import BUCKETS, SHARES, WAITING_FOR, Report
from bot.messages import MessageState
from bot.speech.translation import Speaker, say
from bot.untyped import JsonObject

_UNKNOWN = ("birth_year", "sex", "circumstances")
_MEMBERS = ("unconfirmed", "applied", "active")
_AREA = (
    "code", "name", "target_clubs", "counted_clubs", "clubs", "founding", "closed",
    "target_members", "counted_members", "members",
)  # fmt: skip
_CLUB = (
    "code", "name", "area", "stage", "step", "waiting_for", "days_since_moved", "days_in_step",
    "confirmed", "steps_done", "steps_skipped", "steps_total", "members", "next_event",
)  # fmt: skip
REPORT_KEYS = (
    "report.as_of",
    "report.plan",
    "report.period",
    "report.over",
    "report.outside",
    "report.total",
    "report.call_list_open",
    "report.what",
    "report.value",
    "report.target",
    "report.at_most",
    "report.yes",
    "report.no",
    *(f"report.sheet.{name}" for name in ("summary", "areas", "clubs", "deliveries")),
    *(f"report.column.{name}" for name in dict.fromkeys((*_AREA, *_CLUB))),
    *(f"report.waiting_for.{name}" for name in WAITING_FOR),
    *(f"report.clubs.{name}" for name in BUCKETS),
    *(f"report.members.{name}" for name in _MEMBERS),
    *(f"report.shares.{name}" for name in SHARES),
    *(f"report.unknown.{name}" for name in _UNKNOWN),
    *(f"report.events.{name}" for name in ("planned", "held", "cancelled", "attended")),
    *(f"report.answers.{name}" for name in ("yes", "no", "unsure", "none")),
    *(f"report.notices.{name}" for name in NoticeState),
    *(f"report.deliveries.{name}" for name in MessageState),
    *(f"report.updates.{name}" for name in ("received", "handled", "failed")),
)
"""The words of the report, composed from its own keys."""

Word = Callable[[str], str]
Row = list[Any]


def as_text(tables: Sequence[Table]) -> str:
    """The report for an operator's terminal: what its spreadsheet holds, a line a row."""
    lines: list[str] = []
    for table in tables:
        lines += ["", table.title] if lines else [table.title]
        lines += [_line(table.heading, row) for row in table.rows]
        if table.total is not None:
            lines.append(_line(table.heading, table.total))
    return "\n".join(lines)


def _line(heading: Sequence[str], row: Sequence[Any]) -> str:
    """What a row is about, then each value behind its heading; what is empty is left out."""
    about = "  ".join(_shown(value) for value in row[:2] if value is not None)
    more = [
        f"{name}: {_shown(value)}"
        for name, value in zip(heading[2:], row[2:], strict=True)
        if value is not None
    ]
    return " · ".join([f"  {about}", *more])


def _shown(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}"
    return f"{round(value * 100)}%" if isinstance(value, float) else str(value)


def as_tables(report: Report, speaker: Speaker) -> list[Table]:
    """The report as a spreadsheet: summary, areas, clubs, what was sent and answered."""

    def word(key: str) -> str:
        return speaker.text(say(key))

    pair = [word("report.what"), word("report.value")]
    limits = [word("report.target"), word("report.at_most")]
    return [
        Table(word("report.sheet.summary"), [*pair, *limits], _summary(report, word, speaker)),
        Table(word("report.sheet.areas"), _heading(_AREA, word), *_areas(report, word)),
        Table(word("report.sheet.clubs"), _heading(_CLUB, word), *_clubs(report, word)),
        Table(word("report.sheet.deliveries"), pair, _sent(report, word)),
    ]


def _heading(columns: Sequence[str], word: Word) -> list[str]:
    return [word(f"report.column.{name}") for name in columns]


def _summary(report: Report, word: Word, speaker: Speaker) -> list[Row]:
    """What there is, beside what it should be at least and at most."""
    plan, targets = report["plan"], report["targets"]
    period = plan["period"] + (word("report.over") if plan["over"] else "")
    rows: list[Row] = [
        [word("report.as_of"), datetime.fromisoformat(report["as_of"]), None, None],
        [word("report.plan"), plan["name"], None, None],
        [word("report.period"), period, None, None],
        [word("report.column.counted_clubs"), targets["counted_clubs"], targets["clubs"], None],
    ]
    for each in targets["milestones"]:
        until = speaker.text(say("report.until", year=each["year"]))
        rows.append([until, targets["counted_clubs"], each["clubs"], None])
    rows += [
        [word(f"report.clubs.{name}"), value, None, None] for name, value in report["clubs"].items()
    ]
    counted = [targets["counted_members"], targets["members"], None]
    rows.append([word("report.column.counted_members"), *counted])
    rows += [
        [word(f"report.members.{name}"), value, None, None]
        for name, value in report["members"].items()
    ]
    for name, value in report["shares"].items():
        limits = report["criteria"].get(name, {})
        rows.append([word(f"report.shares.{name}"), value, limits.get("low"), limits.get("high")])
    rows += [
        [word(f"report.unknown.{name}"), value, None, None]
        for name, value in report["unknown"].items()
    ]
    rows.append([word("report.call_list_open"), report["call_list_open"], None, None])
    return rows


def _areas(report: Report, word: Word) -> tuple[list[Row], Row | None]:
    """Each area, what lies outside all of them, and the sums."""
    areas = report["areas"]
    rows = [
        [area["code"], area["name"] or word("report.outside"), *(area[name] for name in _AREA[2:])]
        for area in areas
    ]
    if not rows:
        return [], None
    known = [[area[name] for area in areas if area[name] is not None] for name in _AREA[2:]]
    return rows, [None, word("report.total"), *(sum(each) if each else None for each in known)]


def _clubs(report: Report, word: Word) -> tuple[list[Row], Row]:
    """Each club, then how many there are and their members."""
    names = {area["code"]: area["name"] for area in report["areas"]}
    clubs = report["club_list"]
    rows = [[_cell(club, name, names, word) for name in _CLUB] for club in clubs]
    total: Row = [len(clubs), word("report.total"), *[None] * (len(_CLUB) - 2)]
    total[_CLUB.index("members")] = sum(club["members"] for club in clubs)
    return rows, total


def _cell(club: JsonObject, name: str, areas: dict[str, str], word: Word) -> Any:
    value = club[name]
    if value is None:
        return None
    match name:
        case "area":
            return areas.get(value) or f"{word('report.outside')} ({value})"
        case "stage":
            return word(f"stage.{value}")
        case "step":
            return word(f"founding.{value}.title")
        case "waiting_for":
            return word(f"report.waiting_for.{value}")
        case "confirmed":
            return word("report.yes" if value else "report.no")
        case "next_event":
            return datetime.fromisoformat(value)
    return value


def _sent(report: Report, word: Word) -> list[Row]:
    events = {**report["events"]}
    answers = events.pop("answers")
    return [
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
