"""The words of updates and messages, which are forgotten in the order in which they came.

Of a person, a membership or a question it is a row of `due` that says when; of what there is one
for every word that is said, a search goes on from where the last one was (a mark in `meta`), so
that its cost grows with what is due and not with what was dealt with long ago.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage import schema
from bot.storage.installation import Installation
from bot.storage.statements import first_number

BATCH = 100
"""Rows that are forgotten of a kind in one transaction."""


class Retention:
    """What is to be forgotten; each method returns how much it was."""

    def __init__(self, connection: Connection, installation: Installation) -> None:
        self._connection = connection
        self._installation = installation

    def blank_updates(self, before: datetime) -> int:
        """Forget the words of updates that were received before a time, and whose they were."""
        table = schema.inbox
        return self._blank(
            "updates",
            table,
            first_number(self._connection, table, table.c.received_at, before),
            waiting=table.c.state == "received",
            full=table.c.external_id != "",
            raw={},
            external_id="",
        )

    def blank_messages(self, before: datetime) -> int:
        """Forget the words of messages that were written before a time and have ended."""
        table = schema.outbox
        return self._blank(
            "messages",
            table,
            first_number(self._connection, table, table.c.created_at, before),
            waiting=table.c.state.in_(["queued", "sending"]),
            full=table.c.text != "",
            text="",
            rows=[],
            files=[],
        )

    def drop_questions(self, before: datetime) -> int:
        """Forget the questions that were noted before a time for who writes the articles."""
        table = schema.question
        first = first_number(self._connection, table, table.c.asked_at, before)
        return self._connection.execute(sa.delete(table).where(table.c.id < first)).rowcount

    def _blank(
        self,
        name: str,
        table: sa.Table,
        end: int,
        *,
        waiting: sa.ColumnElement[bool],
        full: sa.ColumnElement[bool],
        **values: Any,
    ) -> int:
        """Blank the next rows before the number `end` that are `full` and not `waiting`.

        The mark is the row up to which all is done.
        """
        key = f"retention/{name}"
        mark = int(self._installation.read(key) or 0)
        number = table.c.id
        ids = list(
            self._connection.execute(
                sa.select(number)
                .where(number > mark, number < end, ~waiting, full)
                .order_by(number)
                .limit(BATCH)
            ).scalars()
        )
        if ids:
            self._connection.execute(sa.update(table).where(number.in_(ids)).values(**values))
        reached = ids[-1] if len(ids) == BATCH else end - 1
        # What waits still is looked at again.
        first = self._connection.execute(
            sa.select(sa.func.min(number)).where(number > mark, number < end, waiting)
        ).scalar()
        if first is not None:
            reached = min(reached, first - 1)
        if reached > mark:
            self._installation.write(key, str(reached))
        return len(ids)
