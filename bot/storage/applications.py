"""Each time that somebody applied to a club, and of which member an organiser said that it is."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage import schema
from bot.storage.records import Application
from bot.storage.rows import columns, one
from bot.storage.statements import new_id

_table = schema.application
_application = columns(_table, Application)

# What runs for every message is built once.
_INSERTED = sa.insert(_table)
_LATEST = (
    sa.select(*_application)
    .where(_table.c.membership_id == sa.bindparam("member"))
    .order_by(_table.c.id.desc())
)


class Applications:
    """Applications by number. A number is given once: a button that holds one means no other."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(self, membership_id: int) -> int:
        """Somebody applies, perhaps not for the first time; the application's number."""
        row = {"membership_id": membership_id, "applied_at": self._now}
        return new_id(self._connection.execute(_INSERTED, row))

    def find(self, application_id: int) -> Application | None:
        """One application."""
        row = self._connection.execute(
            sa.select(*_application).where(_table.c.id == application_id)
        ).first()
        return one(Application, row)

    def latest(self, membership_id: int) -> Application | None:
        """The last time that somebody applied; None for who never did."""
        row = self._connection.execute(_LATEST, {"member": membership_id}).first()
        return one(Application, row)

    def claim(self, application_id: int, known_id: int, by: int | None) -> None:
        """Note that an organiser (the account `by`) says that it is of the member `known_id`."""
        self._set(
            application_id, known_id=known_id, claimed_by=by, claimed_at=self._now, agreed=None
        )

    def answer(self, application_id: int, *, agreed: bool, by: int | None) -> None:
        """Note what came of that: the member, or an organiser who spoke with her, said so."""
        self._set(application_id, agreed=agreed, answered_by=by, answered_at=self._now)

    def _set(self, application_id: int, **values: object) -> None:
        self._connection.execute(
            sa.update(_table).where(_table.c.id == application_id).values(**values)
        )
