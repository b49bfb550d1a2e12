"""Every moment that was stored as a column is a row of `due` afterwards, and the way back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from bot.domain.due import DueKind, SubjectKind
from bot.domain.requests import RequestKind
from bot.messages import Address
from bot.settings import Settings
from bot.storage import schema
from bot.storage.columns import Moment
from bot.storage.migrate import _config
from bot.storage.unit_of_work import UnitOfWork
from tests.conformance.test_storage import in_database

NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
LATER = timedelta(days=1)
TABLES = (schema.due, schema.founding_step, schema.notice, schema.outbox_notice)
MOVED = {
    "extend", "plan", "nudge", "warn_unconfirmed", "warn_request", "unconfirmed", "gone", "proofs",
    "conversations", "enquiries",
}  # fmt: skip
"""What ticks of the version before looked for."""
BEFORE = {
    "SELECT extend_at FROM event": 1 * LATER,
    "SELECT plan_at FROM occurrence": 2 * LATER,
    "SELECT nudge_at FROM founding_step WHERE step = 'survey'": 3 * LATER,
    "SELECT erase_at FROM membership WHERE state = 'unconfirmed'": 4 * LATER,
    "SELECT warn_at FROM membership WHERE state = 'unconfirmed'": 5 * LATER,
    "SELECT warn_at FROM data_request": 6 * LATER,
}


def _fill(uow: UnitOfWork) -> None:
    """Something of every kind that is looked at later."""
    uow = uow.at(NOW)
    account = uow.accounts.open(Address("web", "a"), capabilities="web", language="vi")
    club = uow.clubs.add(
        unit_code="26686", hamlet="ấp", name="CLB", join_code="ABCDEF", created_by=account.id
    )
    event = uow.events.add(
        club_id=club.id, kind="meeting", recurrence={"kind": "once"}, hour="08:00", place="ấp",
        extend_at=NOW + LATER,
    )  # fmt: skip
    uow.events.add_occurrence(
        event_id=event.id, club_id=club.id, nominal_on=NOW.date(), starts_at=NOW + 3 * LATER,
        place="ấp", state="planned", plan_version=2, plan_at=NOW + 2 * LATER,
    )  # fmt: skip
    uow.founding.put_step(club.id, "board", state="done", opened_at=NOW, done_at=NOW)
    uow.founding.put_step(club.id, "survey", state="open", opened_at=NOW, nudge_at=NOW + 3 * LATER)
    waiting, left, erased = (uow.people.add(full_name=name) for name in ("An", "Ba", "Tư"))
    uow.clubs.add_member(
        club, waiting, state="unconfirmed", source="relative",
        erase_at=NOW + 4 * LATER, warn_at=NOW + 5 * LATER,
    )  # fmt: skip
    for person in (left, erased):
        membership = uow.clubs.add_member(club, person, state="active", source="organiser")
        uow.clubs.set_state(membership.id, "left")
    uow.people.add_consent(
        erased, club.id, "roster", agreed=True, words="w", words_version="1", way="press",
        answered_on=NOW.date(),
    )  # fmt: skip
    uow.people.erase(erased)
    number = uow.requests.add(account.id, waiting, RequestKind.DELETE, waits=True)
    uow.due.set(DueKind.WARN_REQUEST, number, NOW + 6 * LATER)
    uow.conversations.put(account.id, "registration", {}, is_open=True)
    uow.conversations.add_enquiry(account.id, club.id, "Họp ở đâu?")
    (notice,) = uow.notices.add(
        [
            {"person_id": left, "club_id": club.id, "subject_kind": SubjectKind.OCCURRENCE,
             "subject_id": 1, "kind": "reminder", "lead": "3d", "version": 2, "state": "sent",
             "due_at": NOW, "expires_at": NOW}
        ]
    ).values()  # fmt: skip
    message = uow.outbox.add(account.id, "web", key="k", kind="reminder", text="x")
    assert message is not None
    uow.outbox.set(message, "sent")
    uow.notices.carry(message, [notice])


def _version_before() -> str:
    before = ScriptDirectory.from_config(_config()).get_revision("0011").down_revision
    assert isinstance(before, str)
    return before


def _rows(uow: UnitOfWork) -> list[list[Any]]:
    return [
        [tuple(row) for row in uow.connection.execute(table.select().order_by(*table.primary_key))]
        for table in TABLES
    ]


def test_every_moment_is_moved_and_comes_back(settings: Settings) -> None:
    def work(uow: UnitOfWork) -> None:
        _fill(uow)
        stored = _rows(uow)
        kinds = {row.kind for row in uow.connection.execute(schema.due.select())}
        assert kinds == MOVED
        config = _config()
        config.attributes["connection"] = uow.connection
        command.downgrade(config, _version_before())
        for query, since in BEFORE.items():
            typed = sa.text(query).columns(sa.column("moment", Moment))
            assert uow.connection.execute(typed).scalars().all() == [NOW + since], query
        told = "SELECT occurrence_id, plan_version FROM notice"
        assert uow.connection.exec_driver_sql(told).all() == [(1, 2)]
        command.upgrade(config, "head")
        assert _rows(uow) == stored

    in_database(settings, work)


def test_what_was_told_of_anything_else_does_not_stand_in_the_way_back(settings: Settings) -> None:
    def work(uow: UnitOfWork) -> None:
        _fill(uow)
        uow.connection.execute(schema.notice.update().values(subject_kind=SubjectKind.REQUEST))
        config = _config()
        config.attributes["connection"] = uow.connection
        command.downgrade(config, _version_before())
        assert uow.connection.exec_driver_sql("SELECT id FROM notice").all() == []
        command.upgrade(config, "head")

    in_database(settings, work)
