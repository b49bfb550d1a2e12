"""What a transaction read is asked of the database once, and never stays after it was changed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from bot.messages import Address
from bot.settings import Settings
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork


@pytest.fixture
async def database(settings: Settings) -> AsyncIterator[Database]:
    found = Database(settings.database_url)
    yield found
    await found.close()


WHO = Address("web", "a")


@contextmanager
def counted(uow: UnitOfWork) -> Iterator[list[str]]:
    found: list[str] = []

    def note(_c: object, _u: object, statement: str, *_rest: object) -> None:
        found.append(statement)

    sa.event.listen(uow.connection, "before_cursor_execute", note)
    yield found
    sa.event.remove(uow.connection, "before_cursor_execute", note)


async def test_a_question_is_asked_once(database: Database) -> None:
    def work(uow: UnitOfWork) -> None:
        account = uow.accounts.open(WHO, capabilities="web", language="vi")
        with counted(uow) as statements:
            for _ in range(3):
                uow.accounts.roles(account.id)
                uow.people.of_account(account.id)
                uow.at(uow.now).people.of_account(account.id)
        assert len(statements) == 2

    await database.run(work)


async def test_what_is_written_over_is_asked_anew(database: Database) -> None:
    def work(uow: UnitOfWork) -> None:
        account = uow.accounts.open(WHO, capabilities="web", language="vi")
        assert uow.people.of_account(account.id) == []
        person = uow.people.add()
        uow.people.speak_for(account.id, person, "other", is_self=False, told=True, called="bà")
        assert [tie.called for tie, _ in uow.people.of_account(account.id)] == ["bà"]
        uow.people.call(account.id, person, "dì")
        assert [tie.called for tie, _ in uow.people.of_account(account.id)] == ["dì"]
        uow.people.update(person, full_name="Lê Thị Ba")
        assert [each.full_name for _, each in uow.people.of_account(account.id)] == ["Lê Thị Ba"]
        assert uow.accounts.roles(account.id) == []
        uow.accounts.grant(account.id, "coordinator")
        assert [role.role for role in uow.accounts.roles(account.id)] == ["coordinator"]
        uow.conversations.put(account.id, "x", {"a": 1}, is_open=True)
        uow.conversations.put(account.id, "y", {"a": 2}, is_open=True)
        found = uow.conversations.current(account.id)
        assert found is not None
        assert found.flow == "y"
        assert [each.flow for each in uow.conversations.parked(account.id)] == ["x"]

    await database.run(work)


async def test_a_statement_in_words_makes_all_forgotten(database: Database) -> None:
    def work(uow: UnitOfWork) -> None:
        account = uow.accounts.open(WHO, capabilities="web", language="vi")
        assert uow.accounts.get(account.id).language == "vi"
        uow.connection.execute(sa.text("UPDATE account SET language = 'en'"))
        assert uow.accounts.get(account.id).language == "en"

    await database.run(work)


async def test_what_was_undone_is_forgotten(database: Database) -> None:
    def work(uow: UnitOfWork) -> None:
        account = uow.accounts.open(WHO, capabilities="web", language="vi")

        def part() -> None:
            uow.accounts.grant(account.id, "coordinator")
            assert uow.accounts.roles(account.id)
            raise ValueError

        assert isinstance(uow.apart(part), ValueError)
        assert uow.accounts.roles(account.id) == []

    await database.run(work)


async def test_another_transaction_asks_for_itself(database: Database) -> None:
    account = await database.run(
        lambda uow: uow.accounts.open(WHO, capabilities="web", language="vi")
    )
    assert await database.run(lambda uow: uow.accounts.roles(account.id)) == []
    insert = sa.insert(schema.role).values(
        account_id=account.id, role="coordinator", granted_at=account.created_at
    )
    await database.run(lambda uow: uow.connection.execute(insert).rowcount)
    assert len(await database.run(lambda uow: uow.accounts.roles(account.id))) == 1
    assert len(await database.read(lambda uow: uow.accounts.roles(account.id))) == 1


async def test_a_list_that_was_handed_out_may_be_changed(database: Database) -> None:
    def work(uow: UnitOfWork) -> None:
        account = uow.accounts.open(WHO, capabilities="web", language="vi")
        uow.accounts.grant(account.id, "coordinator")
        uow.accounts.roles(account.id).clear()
        assert len(uow.accounts.roles(account.id)) == 1

    await database.run(work)


async def test_several_messages_go_in_one_statement_in_their_order(database: Database) -> None:
    def work(uow: UnitOfWork) -> None:
        account = uow.accounts.open(WHO, capabilities="web", language="vi")
        with counted(uow) as statements, uow.outbox.together():
            for key in "abc":
                uow.outbox.add(account.id, "web", key=key, kind="reply", text=key)
        assert len(statements) == 1
        rows = uow.connection.execute(sa.select(schema.outbox.c.key).order_by(schema.outbox.c.id))
        assert rows.scalars().all() == ["a", "b", "c"]

    await database.run(work)
