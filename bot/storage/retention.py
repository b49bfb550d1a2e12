"""What has been kept as long as it may be: found by its time, in batches.

Every search goes on from where the last one was (a mark in `meta`), so that its cost grows with
what is due and not with what was dealt with long ago.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage import schema
from bot.storage.installation import Installation
from bot.storage.records import Membership, columns
from bot.storage.statements import first_number

BATCH = 100
"""Rows that are forgotten of a kind in one transaction."""
MARK_EVERY = timedelta(days=1)
"""How far a mark may lag behind while there is nothing to do."""
_membership = columns(schema.membership, Membership)


class Retention:
    """What is to be forgotten, by purpose; each method returns how much it was."""

    def __init__(self, connection: Connection, installation: Installation) -> None:
        self._connection = connection
        self._installation = installation

    def take_gone(self, states: Iterable[str], before: datetime) -> list[Membership]:
        """Memberships that ended (`states`) before a time, of people who aren't erased yet."""
        table = schema.membership
        rows = self._next(
            "gone",
            sa.select(*_membership, table.c.changed_at)
            .join(schema.person, schema.person.c.id == table.c.person_id)
            .where(table.c.state.in_(list(states)), schema.person.c.erased_at.is_(None)),
            table.c.changed_at,
            before,
        )
        return [Membership(*tuple(row)[:-1]) for row in rows]

    def next_gone(self, states: Iterable[str]) -> datetime | None:
        """When the membership ended that is looked at next."""
        table = schema.membership
        query = (
            sa.select(sa.func.min(table.c.changed_at))
            .join(schema.person, schema.person.c.id == table.c.person_id)
            .where(table.c.state.in_(list(states)), schema.person.c.erased_at.is_(None))
        )
        mark = self._mark("gone")
        if mark is not None:
            query = query.where(table.c.changed_at > mark)
        return self._connection.execute(query).scalar()

    def drop_proofs(self, before: datetime) -> int:
        """Forget the consents of people whose data were erased before a time."""
        table, person = schema.consent, schema.person
        rows = self._next(
            "proofs",
            sa.select(table.c.id, person.c.erased_at).join(
                person, person.c.id == table.c.person_id
            ),
            person.c.erased_at,
            before,
        )
        ids = [row[0] for row in rows]
        self._connection.execute(sa.delete(table).where(table.c.id.in_(ids)))
        return len(ids)

    def blank_enquiries(self, before: datetime) -> int:
        """Forget the words of questions that were handed on before a time."""
        table = schema.enquiry
        rows = self._next(
            "enquiries",
            sa.select(table.c.id, table.c.asked_at).where(table.c.text != ""),
            table.c.asked_at,
            before,
        )
        ids = [row[0] for row in rows]
        self._connection.execute(sa.update(table).where(table.c.id.in_(ids)).values(text=""))
        return len(ids)

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

    # By time: the mark is the moment up to which all is done.

    def _mark(self, name: str) -> datetime | None:
        value = self._installation.read(f"retention/{name}")
        return None if value is None else datetime.fromisoformat(value)

    def _next(
        self, name: str, query: sa.Select[Any], moment: sa.Column[datetime], before: datetime
    ) -> list[sa.Row[Any]]:
        """The next rows of `query`, whose last column is `moment`, up to a time."""
        mark = self._mark(name)
        if mark is not None:
            query = query.where(moment > mark)
        part = query.where(moment <= before).order_by(moment).limit(BATCH)
        rows, reached = list(self._connection.execute(part)), before
        if len(rows) == BATCH:
            # All of the last moment belong together: the mark passes them all at once.
            reached = rows[-1][-1]
            rows = [row for row in rows if row[-1] < reached]
            rows += self._connection.execute(query.where(moment == reached))
        if rows or mark is None or reached - mark > MARK_EVERY:
            self._installation.write(f"retention/{name}", reached.isoformat())
        return rows

    # By number: the mark is the row up to which all is done.

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
        """Blank the next rows before the number `end` that are `full` and not `waiting`."""
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
