"""Conversations whose queries are their own read on PostgreSQL as they do on SQLite (tests/handlers)."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa

from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork
from tests.conftest import Talk
from tests.handlers import test_data_requests as requests
from tests.handlers import test_joining as joining
from tests.handlers.test_registration import watched


class _OnEither(Talk):
    """A conversation whose database is looked into whichever it is."""

    def sql(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        places = itertools.count()
        named = "".join(f":v{next(places)}" if each == "?" else each for each in query)

        def look(uow: UnitOfWork) -> list[tuple[Any, ...]]:
            told = {f"v{place}": value for place, value in enumerate(values)}
            return [tuple(row) for row in uow.connection.execute(sa.text(named), told)]

        async def work() -> list[tuple[Any, ...]]:
            database = Database(self.settings.database_url)
            try:
                return await database.run(look)
            finally:
                await database.close()

        return asyncio.run(work())


@pytest.mark.long
@pytest.mark.parametrize("settings", ["postgresql"], indirect=True)
@pytest.mark.parametrize(
    ("begin", "conversation"),
    [
        (watched, requests.test_a_use_that_is_objected_to_stops_at_once_and_goes_on_after_a_no),
        (watched, requests.test_a_use_that_is_objected_to_ends_with_a_yes),
        (None, joining.test_who_is_next_gets_the_place_in_order_and_by_day),
    ],
    ids=["objected, no", "objected, yes", "next in a full club"],
)
def test_it_goes_alike(
    settings: Settings, begin: Callable[[Talk], None] | None, conversation: Callable[[Talk], None]
) -> None:
    talk = _OnEither(settings)
    if begin is not None:
        begin(talk)
    conversation(talk)
    assert not talk.errors, talk.errors
