"""What was done of the kinds that are limited an hour, by whom."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.limits import AN_HOUR, WINDOW, Limited
from bot.storage import schema
from bot.storage.columns import Moment

_table = schema.tally

# What runs for every message is built once.
_INSERTED = sa.insert(_table)
_MOMENTS = (
    sa.select(_table.c.at)
    .where(
        _table.c.subject == sa.bindparam("who"),
        _table.c.kind == sa.bindparam("what"),
        _table.c.at > sa.bindparam("since", type_=Moment),
    )
    .order_by(_table.c.at.desc())
    .limit(sa.bindparam("most"))
)


class Tallies:
    """Counts by subject: an account, or an address of the net that nobody can read back."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(self, subject: str, kind: Limited) -> None:
        """Note that it was done once more."""
        row = {"subject": subject, "kind": kind.value, "at": self._now}
        self._connection.execute(_INSERTED, row)

    def minutes_to_wait(self, subject: str, kind: Limited) -> int | None:
        """After how many minutes it may be done again, at least one; None where it may be now."""
        asked = {
            "who": subject,
            "what": kind.value,
            "since": self._now - WINDOW,
            "most": AN_HOUR[kind],
        }
        moments = list(self._connection.execute(_MOMENTS, asked).scalars())
        if len(moments) < AN_HOUR[kind]:
            return None
        left: timedelta = moments[-1] + WINDOW - self._now
        return max(1, math.ceil(left.total_seconds() / 60))

    def drop_old(self, limit: int = 1000) -> int:
        """Forget what counts no longer; how much it was."""
        old = sa.select(_table.c.id).where(_table.c.at <= self._now - WINDOW).limit(limit)
        return self._connection.execute(
            sa.delete(_table).where(_table.c.id.in_(old.scalar_subquery()))
        ).rowcount
