"""Who saw and exported what of whom: a row a person, account, way and day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage import schema
from bot.storage.data_records import Access
from bot.storage.rows import columns, many
from bot.storage.statements import first_number

_access = columns(schema.access, Access)

ONCE_IN = timedelta(hours=12)
"""The same look of the same account at the same person within this time is noted once."""
KEPT = timedelta(days=365)
"""How long it is kept (a rule of ours)."""


class Accesses:
    """What was looked at."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def note(
        self, account_id: int | None, club_id: int, person_ids: Iterable[int], what: str
    ) -> None:
        """Note that an account, or the operator, was shown these persons of a club."""
        table, ids = schema.access, set(person_ids)
        if not ids:
            return
        noted = self._connection.execute(
            sa.select(table.c.person_id).where(
                table.c.account_id.is_not_distinct_from(account_id),
                table.c.club_id == club_id,
                table.c.person_id.in_(ids),
                table.c.what == what,
                table.c.at > self._now - ONCE_IN,
            )
        )
        rows = [
            {
                "at": self._now,
                "account_id": account_id,
                "club_id": club_id,
                "person_id": each,
                "what": what,
            }
            for each in sorted(ids - set(noted.scalars()))
        ]
        if rows:
            self._connection.execute(sa.insert(table), rows)

    def of_person(self, person_id: int, limit: int) -> list[Access]:
        """Who was shown somebody, the latest first."""
        table = schema.access
        return many(
            Access,
            self._connection.execute(
                sa.select(*_access)
                .where(table.c.person_id == person_id)
                .order_by(table.c.id.desc())
                .limit(limit)
            ),
        )

    def of_club(self, club_id: int, since: datetime) -> list[Access]:
        """Who was shown whom of a club since a time, the oldest first."""
        table = schema.access
        return many(
            Access,
            self._connection.execute(
                sa.select(*_access)
                .where(table.c.club_id == club_id, table.c.at >= since)
                .order_by(table.c.id)
            ),
        )

    def drop_old(self) -> int:
        """Forget what was looked at long ago; how much it was."""
        table = schema.access
        first = first_number(self._connection, table, table.c.at, self._now - KEPT)
        if first == 1:
            return 0
        return self._connection.execute(sa.delete(table).where(table.c.id < first)).rowcount
