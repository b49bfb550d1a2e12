"""What clubs told all their members."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.due import DueKind
from bot.storage import schema
from bot.storage.due import Dues
from bot.storage.records import Announcement
from bot.storage.rows import columns, one
from bot.storage.statements import new_id

_announcement = columns(schema.announcement, Announcement)


class Announcements:
    """Announcements and their words, as long as those are kept."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._due = Dues(connection, now)

    def add(self, club_id: int, text: str, by: int | None) -> Announcement:
        """Write one down."""
        result = self._connection.execute(
            sa.insert(schema.announcement).values(
                club_id=club_id, text=text, created_at=self._now, created_by=by
            )
        )
        number = new_id(result)
        self._due.set(DueKind.ANNOUNCEMENTS, number, self._now)
        return self.get(number)

    def get(self, announcement_id: int) -> Announcement:
        """One announcement; raises LookupError when there is none."""
        query = sa.select(*_announcement).where(schema.announcement.c.id == announcement_id)
        found = one(Announcement, self._connection.execute(query).first())
        if found is None:
            raise LookupError(f"no announcement {announcement_id}")
        return found

    def blank(self, announcement_id: int) -> int:
        """Forget the words of one; how many that were."""
        table = schema.announcement
        return self._connection.execute(
            sa.update(table)
            .where(table.c.id == announcement_id, table.c.text != "")
            .values(text="")
        ).rowcount
