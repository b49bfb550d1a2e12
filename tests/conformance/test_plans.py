"""What runs all the time reads indexes of what is due, never a whole table, on either database."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.domain.due import DueKind, SubjectKind
from bot.handlers.due import waits
from bot.handlers.services import Keeping
from bot.messages import Address, Inbound, Incoming
from bot.settings import Settings
from bot.storage.records import DueRow
from bot.storage.unit_of_work import UnitOfWork
from tests.conformance.test_storage import in_database

NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
LEASE = timedelta(seconds=60)
GROWING = (
    "inbox", "outbox", "notice", "occurrence", "event", "membership", "account", "person",
    "attendance", "founding_step", "post", "due",
)  # fmt: skip


def _work_off(uow: UnitOfWork) -> None:
    uow.inbox.add([Inbound(Address("web", "a"), Incoming.TEXT, "x", update_key="1")])
    row = uow.inbox.next()
    assert row is not None
    uow.inbox.close(row.id, "handled")


def _send(uow: UnitOfWork) -> None:
    account = uow.accounts.open(Address("web", "a"), capabilities="web", language="vi")
    uow.outbox.add(account.id, "web", key="k", kind="reminder", text="x")
    (row,) = uow.outbox.claim("web", 5, LEASE)
    uow.outbox.has_overdue()
    uow.outbox.lost()
    uow.outbox.expire()
    uow.outbox.held([1])
    uow.notices.carried_by([1])
    uow.outbox.set_sent([(row, "x")])
    uow.outbox.fail_queued(account.id, "blocked")


def _plan(uow: UnitOfWork) -> None:
    since = waits(Keeping())
    assert uow.due.waiting(since) == []
    uow.due.next(since)
    uow.due.take(DueKind.PLAN, timedelta(), 5)
    uow.due.settle(1, DueKind.PLAN)
    row = DueRow(SubjectKind.OCCURRENCE, 1, DueKind.PLAN, NOW, 1, 0)
    uow.due.put([(row, None), (row, NOW)])
    uow.due.put_aside(row, NOW)
    uow.notices.expire_calls()
    uow.clubs.roster(1, ["active"])
    uow.people.accounts_of_each([1])
    uow.people.latest_consents([1], 1, "reminders")


def _look(uow: UnitOfWork) -> None:
    """What screens and pages ask of one club, one occurrence or one account."""
    states = ["active", "applied"]
    uow.clubs.count(1, states)
    uow.clubs.roster(1, states, limit=8, offset=8)
    uow.clubs.held(1)
    uow.clubs.facts(1)
    uow.clubs.board_facts(1)
    uow.clubs.alike(1, "x", birth_year=1950, phone="+84912345678", besides=1)
    uow.clubs.membership_of(1, 1)
    uow.notices.calls_open(1)
    uow.notices.call_list(1)
    uow.events.yes_count(1)
    uow.notices.counts(SubjectKind.OCCURRENCE, 1)
    uow.notices.heard_of(SubjectKind.OCCURRENCE, 1)
    uow.notices.about(SubjectKind.OCCURRENCE, 1)
    uow.outbox.history(1)
    uow.outbox.sent_after(1, None)
    uow.outbox.latest_id(1)
    uow.inbox.history("web", "a")
    uow.accounts.find(Address("web", "a"))
    uow.measures.oldest_waiting()
    uow.measures.oldest_sendable()
    uow.measures.oldest_due()


def _report_of_a_commune(uow: UnitOfWork) -> None:
    reports = uow.reports({"26686"})
    reports.members()
    reports.facts()
    reports.progress()
    reports.next_events()
    reports.occurrences()
    reports.answers()
    reports.notices()
    reports.messages()
    reports.updates()


def _report_of_all(uow: UnitOfWork) -> None:
    """Even where everything is counted, what is over and whom nobody told is passed by."""
    uow.reports().next_events()


def scans(uow: UnitOfWork, work: Callable[[UnitOfWork], None]) -> list[str]:
    """The steps of the plans of all statements of `work` that read a growing table as a whole."""
    ran: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        ran.append((statement, parameters))

    sa.event.listen(uow.connection, "before_cursor_execute", note)
    work(uow.at(NOW))
    sa.event.remove(uow.connection, "before_cursor_execute", note)
    on_sqlite = uow.connection.dialect.name == "sqlite"
    if not on_sqlite:
        # Tables of a test are small: whether an index could serve is asked, not whether it pays.
        uow.connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    found = []
    for statement, parameters in ran:
        if statement.split()[0] not in ("SELECT", "UPDATE", "DELETE"):
            continue
        one = parameters[0] if isinstance(parameters, list) else parameters
        explain = "EXPLAIN QUERY PLAN " if on_sqlite else "EXPLAIN "
        steps = [row[-1] for row in uow.connection.exec_driver_sql(explain + statement, one)]
        pattern = r"SCAN (\w+)(?! USING)" if on_sqlite else r"Seq Scan on (\w+)"
        for step in steps:
            match = re.search(pattern, step)
            table = match.group(1) if match else ""
            if table in GROWING or (table in ("o", "e", "a", "older")):
                found.append(f"{step} in {statement}")
    return found


@pytest.mark.parametrize(
    "work", [_work_off, _send, _plan, _look, _report_of_a_commune, _report_of_all]
)
def test_no_table_that_grows_is_read_as_a_whole(
    settings: Settings, work: Callable[[UnitOfWork], None]
) -> None:
    assert in_database(settings, lambda uow: scans(uow, work)) == []


def test_such_a_reading_would_be_seen(settings: Settings) -> None:
    def whole(uow: UnitOfWork) -> None:
        uow.connection.execute(sa.text("SELECT id FROM outbox WHERE text = 'x'"))

    assert len(in_database(settings, lambda uow: scans(uow, whole))) == 1
