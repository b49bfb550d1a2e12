"""How clubs came to rest, ended and went on: who asked, who decided, and why."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.standings import Becomes
from bot.storage import schema
from bot.storage.records import Standing
from bot.storage.rows import columns, many, one
from bot.storage.statements import new_id

_standing = columns(schema.standing, Standing)


class Standings:
    """What clubs were to become, and became."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def ask(self, club_id: int, becomes: Becomes, reason: str, by: int | None) -> Standing:
        """Write down that somebody wishes it."""
        result = self._connection.execute(
            sa.insert(schema.standing).values(
                club_id=club_id,
                becomes=becomes,
                reason=reason,
                asked_at=self._now,
                asked_by=by,
            )
        )
        return self.get(new_id(result))

    def decide(
        self, standing_id: int, by: int | None, *, agreed: bool, into_id: int | None = None
    ) -> Standing:
        """Write down what was said to it."""
        self._connection.execute(
            sa.update(schema.standing)
            .where(schema.standing.c.id == standing_id)
            .values(decided_at=self._now, decided_by=by, agreed=agreed, into_id=into_id)
        )
        return self.get(standing_id)

    def find(self, standing_id: int) -> Standing | None:
        """One of them."""
        query = sa.select(*_standing).where(schema.standing.c.id == standing_id)
        return one(Standing, self._connection.execute(query).first())

    def get(self, standing_id: int) -> Standing:
        """One of them; raises LookupError when there is none."""
        found = self.find(standing_id)
        if found is None:
            raise LookupError(f"no standing {standing_id}")
        return found

    def of_club(self, club_id: int) -> list[Standing]:
        """All that was asked or decided of a club, the earliest first."""
        query = (
            sa.select(*_standing)
            .where(schema.standing.c.club_id == club_id)
            .order_by(schema.standing.c.id)
        )
        return many(Standing, self._connection.execute(query))

    def open_of(self, club_id: int) -> Standing | None:
        """What waits for a decision."""
        waiting = [each for each in self.of_club(club_id) if each.decided_at is None]
        return waiting[-1] if waiting else None

    def latest_of(self, club_id: int) -> Standing | None:
        """What it became last; None of a club that was always open."""
        became = [each for each in self.of_club(club_id) if each.agreed]
        return became[-1] if became else None
