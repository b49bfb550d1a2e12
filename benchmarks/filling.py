"""Filling a database with clubs and people, as many as wanted, without a row passing through Python."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.domain.due import DueKind, SubjectKind
from bot.domain.founding import STEPS
from bot.storage import schema
from bot.storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
SENT_BEFORE = 4
"""Reminders that each member was sent before: what exists and isn't due."""
_HELD = NOW - timedelta(days=30)
_NUMBERED = ("notice", "outbox", "account", "person", "club", "event", "occurrence")
_ALL_DONE = len(STEPS)


def fill(uow: UnitOfWork, clubs: int, each: int, sent_before: int = SENT_BEFORE) -> None:
    """Clubs with members who are told, each with a meeting that isn't due, and their past.

    A third of the clubs is being founded, at various steps; of some members a thing isn't known.
    """
    if uow.connection.dialect.name == "postgresql":
        # Row by row the keys would be looked for: half of the time, and they are there.
        uow.connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
    _fill_people(uow, clubs, each)
    _fill_clubs(uow, clubs)
    _fill_rosters(uow, clubs * each, each)
    for lead in range(sent_before):
        _fill_past(uow, clubs * each, each, lead, sent_before)
    _fill_answers(uow, clubs * each, each)
    if uow.connection.dialect.name == "postgresql":
        for table in _NUMBERED:
            highest = sa.text(f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))")
            uow.connection.execute(highest)


def _insert(uow: UnitOfWork, table: sa.Table, last: int, **values: Any) -> None:
    """A row for each number from 1 to `last`; a value is a function of the number, or fixed."""
    first = sa.select(sa.literal(1).label("n")).cte("number", recursive=True)
    number = first.union_all(sa.select(first.c.n + 1).where(first.c.n < last))
    row = {
        name: value(number.c.n) if callable(value) else sa.literal(value, table.c[name].type)
        for name, value in values.items()
    }
    uow.connection.execute(sa.insert(table).from_select(list(row), sa.select(*row.values())))


def _named(prefix: str, *, apart: int = 0, suffix: str = "") -> Any:
    """The number in words: with `apart` all of them are of one length."""
    return lambda n: sa.literal(prefix) + sa.cast(n + apart, sa.String) + sa.literal(suffix)


def _same(n: Any) -> Any:
    return n


def _now_and_then(values: dict[int, Any], of: int, otherwise: Any) -> Any:
    """One of several values by the number's rest."""
    return lambda n: sa.case(values, value=n % of, else_=otherwise)


def _fill_people(uow: UnitOfWork, clubs: int, each: int) -> None:
    people = clubs * each
    _insert(
        uow, schema.account, people, id=_same, channel="web", external_id=_named("a"),
        capabilities="web", language="vi", created_at=_HELD, last_seen_at=_HELD,
    )  # fmt: skip
    _insert(
        uow, schema.person, people, id=_same, full_name=_named("Nguyễn Văn "),
        name_folded=_named("nguyen van "), sort_key=_named("", apart=10**8),
        birth_year=lambda n: sa.case((n % 25 == 0, sa.null()), else_=1932 + n % 53),
        sex=_now_and_then({0: None, 1: "male", 2: "male", 3: "male"}, 11, "female"),
        created_at=_HELD,
    )  # fmt: skip
    _insert(
        uow, schema.speaks_for, people, account_id=_same, person_id=_same, relation="self",
        is_self=True, told=True, created_at=_HELD,
    )  # fmt: skip


def _fill_clubs(uow: UnitOfWork, clubs: int) -> None:
    _insert(
        uow, schema.club, clubs, id=_same, code=_named("", apart=10_000, suffix="-01"),
        unit_code=_named("", apart=10_000), hamlet="ấp", name=_named("CLB "),
        name_folded=_named("clb "), join_code=_named("", apart=100_000),
        stage=_now_and_then({0: "preparing"}, 3, "active"), created_at=_HELD,
    )  # fmt: skip
    for step in STEPS:
        reached = step.number

        def state(n: Any, reached: int = reached) -> Any:
            # How far a club is that is being founded; the others have all behind them.
            at = sa.case((n % 3 == 0, n % (_ALL_DONE - 1)), else_=_ALL_DONE)
            return sa.case((at >= reached, "done"), (at >= reached - 3, "open"), else_="locked")

        _insert(
            uow, schema.founding_step, clubs, club_id=_same, step=step.key.value, state=state,
            opened_at=_HELD,
        )  # fmt: skip
    _insert(
        uow, schema.event, clubs, id=_same, club_id=_same, kind="meeting",
        recurrence={"kind": "once"}, hour="08:00", place="nhà văn hóa", created_at=_HELD,
    )  # fmt: skip
    _insert(
        uow, schema.occurrence, clubs, id=_same, event_id=_same, club_id=_same,
        nominal_on=(NOW + timedelta(days=3)).date(), starts_at=NOW + timedelta(days=3, hours=1),
        place="nhà văn hóa", state="planned", plan_version=1,
    )  # fmt: skip
    _insert(
        uow, schema.due, clubs, subject_kind=SubjectKind.OCCURRENCE, subject_id=_same,
        kind=DueKind.PLAN, at=NOW + timedelta(days=3), version=1,
    )  # fmt: skip


def _fill_rosters(uow: UnitOfWork, people: int, each: int) -> None:
    club_id = _club_of(each)
    _insert(
        uow, schema.membership, people, club_id=club_id, person_id=_same, code=_named("m"),
        state="active", source="organiser", created_at=_HELD, changed_at=_HELD,
        circumstances=_now_and_then(
            {0: None, 1: "poor", 2: "near_poor;disabled", 3: "hardship", 4: "undisclosed"}, 9, ""
        ),
    )  # fmt: skip
    _insert(
        uow, schema.consent, people, person_id=_same, club_id=club_id, purpose="reminders",
        agreed=True, words="w", words_version="1", way="press", answered_on=_HELD.date(),
        recorded_at=_HELD,
    )  # fmt: skip


def _fill_past(uow: UnitOfWork, people: int, each: int, lead: int, leads: int) -> None:
    def place(n: Any) -> Any:
        return (n - 1) * leads + lead + 1

    _insert(
        uow, schema.notice, people, id=place, person_id=_same, club_id=_club_of(each),
        subject_kind=SubjectKind.OCCURRENCE, subject_id=_club_of(each), kind="reminder",
        lead=f"old{lead}", version=1, state="sent", due_at=_HELD, expires_at=_HELD, changed_at=_HELD,
    )  # fmt: skip
    _insert(
        uow, schema.outbox, people, id=place, account_id=_same, channel="web",
        key=_named(f"old/{lead}/"), kind="reminder", text="x" * 200, rows=[], files=[],
        not_before=_HELD, expires_at=_HELD, priority=5, state="sent", attempt=1, sent_at=_HELD,
        created_at=_HELD,
    )  # fmt: skip
    _insert(uow, schema.outbox_notice, people, outbox_id=place, notice_id=place)


def _fill_answers(uow: UnitOfWork, people: int, each: int) -> None:
    """Every second member of each club has said whether he comes."""
    club_id = _club_of(each)
    _insert(
        uow, schema.attendance, people // 2, occurrence_id=lambda n: club_id(2 * n),
        person_id=lambda n: 2 * n, answer=_now_and_then({0: "no", 1: "unsure"}, 5, "yes"),
        at=_HELD,
    )  # fmt: skip


def _club_of(each: int) -> Any:
    return lambda n: (n - 1) // each + 1
