"""States and the like are held to their words by the database, too."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from alembic import command

from bot.messages import Address
from bot.settings import Settings
from bot.storage import schema
from bot.storage.migrate import _config
from bot.storage.unit_of_work import UnitOfWork
from tests.conformance.test_storage import in_database

CHECKED = sorted(
    (table.name, str(check.name).removeprefix(f"ck_{table.name}_"))
    for table in schema.metadata.tables.values()
    for stored in table.c
    for check in stored.constraints
    if isinstance(check, sa.CheckConstraint)
)


def _fill(uow: UnitOfWork) -> None:
    account = uow.accounts.open(Address("web", "a"), capabilities="web", language="vi")
    club = uow.clubs.add(
        unit_code="26686", hamlet="ấp", name="CLB", join_code="ABCDEF", created_by=account.id
    )
    person = uow.people.add(full_name="Nguyễn Thị Sáu")
    uow.clubs.add_member(club, person, state="active", source="organiser")
    uow.accounts.grant(account.id, "organiser", club_id=club.id)


def test_every_state_is_checked() -> None:
    found = {table.name for table in schema.metadata.tables.values() if "state" in table.c}
    assert found - {name for name, column in CHECKED if column == "state"} == {"conversation"}


@pytest.mark.parametrize(
    ("table", "column"),
    [("membership", "state"), ("club", "stage"), ("person", "sex"), ("role", "role")],
)
def test_no_other_word_is_stored(settings: Settings, table: str, column: str) -> None:
    def work(uow: UnitOfWork) -> None:
        _fill(uow)
        uow.connection.exec_driver_sql(f"UPDATE {table} SET {column} = 'elsewhere'")

    with pytest.raises(sa.exc.IntegrityError, match=f"ck_{table}_{column}"):
        in_database(settings, work)


def test_a_database_of_the_version_before_keeps_its_rows_and_gets_the_checks(
    settings: Settings,
) -> None:
    def checks(uow: UnitOfWork) -> list[tuple[str, str]]:
        looked = sa.inspect(uow.connection)
        return sorted(
            (table, str(each["name"]).removeprefix(f"ck_{table}_"))
            for table in looked.get_table_names()
            for each in looked.get_check_constraints(table)
        )

    def work(uow: UnitOfWork) -> None:
        _fill(uow)
        members = uow.connection.execute(schema.membership.select()).all()
        config = _config()
        config.attributes["connection"] = uow.connection
        assert checks(uow) == CHECKED
        command.downgrade(config, "0011")
        assert checks(uow) == []
        command.upgrade(config, "head")
        assert checks(uow) == CHECKED
        assert uow.connection.execute(schema.membership.select()).all() == members

    in_database(settings, work)


def test_an_unknown_word_stops_the_migration_and_is_named(settings: Settings) -> None:
    def work(uow: UnitOfWork) -> None:
        _fill(uow)
        config = _config()
        config.attributes["connection"] = uow.connection
        command.downgrade(config, "0011")
        uow.connection.exec_driver_sql("UPDATE membership SET state = 'elsewhere'")
        with (
            pytest.raises(ValueError, match=r"membership\.state holds 'elsewhere'"),
            uow.connection.begin_nested(),
        ):
            command.upgrade(config, "head")
        uow.connection.exec_driver_sql("UPDATE membership SET state = 'active'")
        command.upgrade(config, "head")

    in_database(settings, work)
