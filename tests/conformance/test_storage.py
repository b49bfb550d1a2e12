"""The schema and its migrations, transactions, and moments as they are stored."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.domain.due import DueKind
from bot.messages import Address
from bot.settings import Settings
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.faults import StorageError
from bot.storage.migrate import _config, is_known, latest_version, migrate
from bot.storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)


def in_database(settings: Settings, work: Callable[[UnitOfWork], Any]) -> Any:
    async def run() -> Any:
        database = Database(settings.database_url)
        try:
            return await database.run(work)
        finally:
            await database.close()

    return asyncio.run(run())


def test_the_migrations_make_exactly_the_schema(settings: Settings) -> None:
    def work(uow: UnitOfWork) -> list[Any]:
        return compare_metadata(MigrationContext.configure(uow.connection), schema.metadata)

    assert in_database(settings, work) == []


def test_a_migrations_file_is_named_after_its_version() -> None:
    directory = ScriptDirectory.from_config(_config())
    assert latest_version() == directory.get_current_head()
    assert all(is_known(each.revision) for each in directory.walk_revisions())
    assert not is_known("9999")


def test_a_transaction_that_raises_leaves_nothing(settings: Settings) -> None:
    def broken(uow: UnitOfWork) -> None:
        uow.at(NOW).people.add(full_name="Nguyễn Thị Sáu")
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        in_database(settings, broken)
    rows = in_database(
        settings, lambda uow: uow.connection.execute(schema.person.select()).fetchall()
    )
    assert rows == []


def test_moments_are_stored_in_utc_and_come_back_aware(settings: Settings) -> None:
    moment = datetime(2026, 12, 1, 8, 0, tzinfo=timezone(timedelta(hours=7)))

    def work(uow: UnitOfWork) -> datetime:
        uow = uow.at(NOW)
        uow.installation.note_tick("plan")
        uow.connection.execute(schema.tick.update().values(ran_at=moment))
        return uow.measures.ticks()["plan"].ran_at

    found = in_database(settings, work)
    assert found == moment
    assert found.utcoffset() == timedelta(0)


def test_a_naive_moment_is_refused(settings: Settings) -> None:
    def work(uow: UnitOfWork) -> None:
        naive = datetime(2026, 12, 1, 8, 0)  # noqa: DTZ001
        uow.connection.execute(schema.tick.insert().values(name="x", ran_at=naive))

    with pytest.raises(Exception, match="aware"):
        in_database(settings, work)


def _club(uow: UnitOfWork) -> int:
    account = uow.accounts.open(Address("web", "a"), capabilities="web", language="vi")
    club = uow.clubs.add(
        unit_code="26686", hamlet="ấp", name="CLB", join_code="ABCDEF", created_by=account.id
    )
    return club.id


def test_members_stand_in_the_order_of_vietnamese_names(settings: Settings) -> None:
    def work(uow: UnitOfWork) -> list[str | None]:
        uow = uow.at(NOW)
        club = uow.clubs.get(_club(uow))
        for name in ("Trần Thị Ánh", "Nguyễn Văn An", "Đặng Thị Đào", "Bùi Thị Dung", "Lê Văn Ân"):
            person = uow.people.add(full_name=name)
            uow.clubs.add_member(club, person, state="active", source="organiser")
        return [person.full_name for _, person in uow.clubs.roster(club.id)]

    assert in_database(settings, work) == [
        "Nguyễn Văn An",
        "Trần Thị Ánh",
        "Lê Văn Ân",
        "Bùi Thị Dung",
        "Đặng Thị Đào",
    ]


def test_a_seed_draws_the_same_codes(settings: Settings) -> None:
    def draw(uow: UnitOfWork) -> list[str]:
        installation = UnitOfWork(uow.connection, NOW, "seed").installation
        installation.write("codes_drawn", "0")
        return [installation.draw_code(8) for _ in range(3)]

    first, second = in_database(settings, draw), in_database(settings, draw)
    assert first == second
    assert len(set(first)) == 3
    assert not set("".join(first)) & set("ILO01")


def test_a_row_is_written_once_and_changed_afterwards(settings: Settings) -> None:
    def work(uow: UnitOfWork) -> list[Any]:
        first, later = uow.at(NOW), uow.at(NOW + timedelta(days=1))
        first.installation.note_tick("plan", seconds=0.5)
        # A failure says nothing of when it ran well last.
        later.installation.note_tick_failed("plan", "KeyError")
        later.installation.note_tick_failed("care", "KeyError")
        club = _club(first)
        first.founding.put(club, "survey", "households", None, by=None)
        later.founding.put(club, "survey", "households", {"a": [1]}, by=None)
        first.founding.put_step(club, "survey", state="open", opened_at=NOW)
        later.founding.put_step(club, "survey", state="done", nudge_at=NOW)
        steps = later.founding.steps(club)
        nudges = later.due.moments(DueKind.NUDGE, [row.id for row in steps.values()])
        return [
            {name: (tick.ran_at - NOW, tick.seconds, tick.error)
             for name, tick in uow.measures.ticks().items()},
            [(each.field, each.value, each.updated_at - NOW) for each in later.founding.data(club)],
            {key: (row.state, row.opened_at, nudges[row.id]) for key, row in steps.items()},
        ]  # fmt: skip

    assert in_database(settings, work) == [
        {
            "plan": (timedelta(), 0.5, "KeyError"),
            "care": (timedelta(days=1), None, "KeyError"),
        },
        [("households", {"a": [1]}, timedelta(days=1))],
        {"survey": ("done", NOW, NOW)},
    ]


@pytest.mark.parametrize("url", ["mysql://x", "sqlite+aiosqlite:////proc/none/x.db"])
def test_an_address_that_can_not_be_used(url: str) -> None:
    async def run() -> None:
        database = Database(url)
        database.lock_worker()

    with pytest.raises(StorageError):
        asyncio.run(run())


def test_what_was_queued_before_is_found_after_the_second_migration(empty: str) -> None:
    """Up from the first version with rows in it, on either database."""

    def fill(uow: UnitOfWork) -> None:
        config = _config()
        config.attributes["connection"] = uow.connection
        command.upgrade(config, "0001")
        for statement in (
            "INSERT INTO account (id, channel, external_id, capabilities, language, created_at,"
            " last_seen_at) VALUES (1, 'telegram', '5', 'telegram', 'vi', {0}, {0})",
            "INSERT INTO outbox (id, account_id, key, kind, text, rows, files, not_before, state,"
            " created_at) VALUES (1, 1, 'k', 'reminder', 'x', '[]', '[]', {0}, 'queued', {0})",
            "INSERT INTO outbox (id, account_id, key, kind, text, rows, files, not_before, state,"
            " created_at) VALUES (2, 1, 'l', 'reply', 'y', '[]', '[]', {0}, 'unknown', {0})",
        ):
            uow.connection.exec_driver_sql(statement.format("'2026-12-01 01:00:00.000000'"))

    def claim(uow: UnitOfWork) -> list[tuple[str, str]]:
        rows = uow.at(NOW).outbox.claim("telegram", 5, timedelta(minutes=1))
        shown = uow.connection.execute(
            schema.outbox.select().where(schema.outbox.c.sent_at.is_(None))
        ).all()
        assert shown == []
        return [(row.key, row.channel) for row in rows]

    async def run() -> list[tuple[str, str]]:
        database = Database(empty)
        try:
            await database.run(fill)
            await migrate(database)
            return await database.run(claim)
        finally:
            await database.close()

    assert asyncio.run(run()) == [("k", "telegram")]


def test_rights_and_applications_of_before_are_written_down(empty: str) -> None:
    """Up to them with a role that was taken away, a reminder, and one who waits, on either.

    Messages are read under the roles that their account ever had.
    """
    at = "'2026-12-01 01:00:00.000000'"

    def fill(uow: UnitOfWork) -> None:
        config = _config()
        config.attributes["connection"] = uow.connection
        command.upgrade(config, "0005")
        for statement in (
            *(
                "INSERT INTO account (id, channel, external_id, capabilities, language, created_at,"
                f" last_seen_at) VALUES ({number}, 'web', 'p{number}', 'web', 'vi', {at}, {at})"
                for number in (1, 2, 3)
            ),
            "INSERT INTO club (id, code, unit_code, hamlet, name, name_folded, join_code, stage,"
            f" created_at) VALUES (7, 'a-01', 'a', 'h', 'n', 'n', 'ABCDEF', 'preparing', {at})",
            "INSERT INTO role (account_id, role, club_id, granted_at, revoked_at)"
            f" VALUES (1, 'organiser', 7, {at}, {at})",
            f"INSERT INTO role (account_id, role, granted_at) VALUES (1, 'coordinator', {at})",
            f"INSERT INTO person (id, full_name, created_at) VALUES (5, 'x', {at})",
            "INSERT INTO membership (id, club_id, person_id, code, state, source, created_at,"
            f" changed_at) VALUES (9, 7, 5, 'a-01-001', 'applied', 'self', {at}, {at})",
            "INSERT INTO event (id, club_id, kind, recurrence, hour, place, created_at)"
            f" VALUES (1, 7, 'meeting', '{{}}', '08:00', 'p', {at})",
            "INSERT INTO occurrence (id, event_id, club_id, nominal_on, starts_at, place, state,"
            f" plan_version) VALUES (1, 1, 7, '2026-12-05', {at}, 'p', 'planned', 1)",
            "INSERT INTO notice (id, occurrence_id, club_id, person_id, kind, lead, due_at,"
            " expires_at, changed_at, plan_version, state)"
            f" VALUES (1, 1, 7, 5, 'reminder', '3d', {at}, {at}, {at}, 1, 'sent')",
            *(
                "INSERT INTO outbox (id, account_id, channel, key, kind, text, rows, files,"
                " not_before, priority, state, attempt, created_at) VALUES"
                f" ({number}, {number}, 'web', 'k{number}', 'notice', 'x', '[]', '[]', {at}, 1,"
                f" 'sent', 1, {at})"
                for number in (1, 2, 3)
            ),
            "INSERT INTO outbox_notice (outbox_id, notice_id) VALUES (2, 1)",
        ):
            uow.connection.exec_driver_sql(statement)

    def look(uow: UnitOfWork) -> tuple[list[Any], list[Any]]:
        table, application = schema.outbox, schema.application
        rows = uow.connection.execute(table.select().order_by(table.c.id)).mappings()
        known = uow.connection.execute(application.select()).mappings()
        return [row["rights"] for row in rows], [
            (row["membership_id"], row["applied_at"], row["known_id"]) for row in known
        ]

    async def run() -> tuple[list[Any], list[Any]]:
        database = Database(empty)
        try:
            await database.run(fill)
            await migrate(database)
            return await database.run(look)
        finally:
            await database.close()

    rights, applications = asyncio.run(run())
    assert rights == [["coordinates/", "organises/7"], ["speaks_for/5"], None]
    assert applications == [(9, datetime(2026, 12, 1, 1, tzinfo=UTC), None)]
