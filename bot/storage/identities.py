"""One human in one row or in several: parted for a club's sake, taken together again, merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.due import DueKind
from bot.storage import schema
from bot.storage.due import Dues
from bot.storage.founding import Founding
from bot.storage.people import People


class Identities:
    """Which rows are one human, and what moves between them."""

    def __init__(self, connection: Connection, now: datetime, people: People) -> None:
        self._connection = connection
        self._now = now
        self._people = people
        self._due = Dues(connection, now)

    def part(self, person_id: int, membership_ids: Iterable[int]) -> int:
        """Give what some clubs know of a person a row of its own; its id.

        For who wants to be forgotten by them alone: the row is erased then, and the other clubs'
        person stays as he is.
        """
        known = self._people.get(person_id)
        identity = {
            each.name: getattr(known, each.name)
            for each in fields(known)
            if each.name not in ("id", "created_at", "erased_at")
        }
        parted = self._people.add(**identity)
        self._tie(person_id, parted)
        self._move(person_id, parted, membership_ids)
        return parted

    def rejoin(self, parted: int, person_id: int) -> bool:
        """Take a row that was parted for one person's again; False where that can't be.

        Some club may know both by now, and of who was erased there is nothing to join.
        """
        known = self._people.get(person_id)
        mine, theirs = (
            sa.select(schema.membership.c.club_id).where(schema.membership.c.person_id == each)
            for each in (parted, person_id)
        )
        both = self._connection.execute(mine.intersect(theirs)).first()
        if known.erased_at is not None or both is not None:
            return False
        memberships = sa.select(schema.membership.c.id).where(
            schema.membership.c.person_id == parted
        )
        self._move(parted, person_id, self._connection.execute(memberships).scalars())
        requests = schema.data_request
        self._connection.execute(
            sa.update(requests)
            .where(requests.c.person_id == parted, requests.c.club_id.is_(None))
            .values(person_id=person_id)
        )
        self._people.erase(parted)
        return True

    def _tie(self, person_id: int, to: int) -> None:
        """Whoever speaks for one row speaks for another as well, where he doesn't yet."""
        known = {account.id for _, account in self._people.accounts_of(to)}
        for tie, account in self._people.accounts_of(person_id):
            if account.id not in known:
                self._people.speak_for(
                    account.id,
                    to,
                    tie.relation,
                    called=tie.called,
                    is_self=tie.is_self,
                    told=tie.told,
                )

    def _move(self, person_id: int, to: int, membership_ids: Iterable[int]) -> None:
        """Let what some clubs know of one row be another's."""
        membership = schema.membership
        chosen = membership.c.id.in_(list(membership_ids))
        mine = sa.select(membership.c.club_id).where(chosen, membership.c.person_id == person_id)
        clubs = list(self._connection.execute(mine).scalars())
        occurrences = sa.select(schema.occurrence.c.id).where(
            schema.occurrence.c.club_id.in_(clubs)
        )
        answers = schema.attendance
        tables = (schema.consent, schema.post, schema.notice, schema.data_request, schema.access)
        for table in (membership, *tables):
            self._connection.execute(
                sa.update(table)
                .where(table.c.person_id == person_id, table.c.club_id.in_(clubs))
                .values(person_id=to)
            )
        self._connection.execute(
            sa.update(answers)
            .where(answers.c.person_id == person_id, answers.c.occurrence_id.in_(occurrences))
            .values(person_id=to)
        )
        Founding(self._connection, self._now).renumber_member(clubs, person_id, to)

    def merge(self, person_id: int, into: int, club_id: int) -> None:
        """Take an applicant of a club for one on its roster: ties, consents and requests move.

        What other clubs know of the applicant stays as it is: one club doesn't decide for them.
        The application is one with which nothing was planned or answered yet.
        """
        self._tie(person_id, into)
        for table in (schema.consent, schema.data_request, schema.access):
            self._connection.execute(
                sa.update(table)
                .where(table.c.person_id == person_id, table.c.club_id == club_id)
                .values(person_id=into)
            )
        membership, request = schema.membership, schema.data_request
        taken = sa.select(membership.c.id).where(
            membership.c.person_id == person_id, membership.c.club_id == club_id
        )
        self._due.settle_all(taken, DueKind.UNCONFIRMED, DueKind.WARN_UNCONFIRMED, DueKind.GONE)
        self._connection.execute(
            sa.delete(membership).where(
                membership.c.person_id == person_id, membership.c.club_id == club_id
            )
        )
        elsewhere = sa.select(membership.c.id).where(membership.c.person_id == person_id)
        if self._connection.execute(elsewhere.limit(1)).first() is not None:
            return
        self._connection.execute(
            sa.update(request).where(request.c.person_id == person_id).values(person_id=into)
        )
        self._connection.execute(
            sa.delete(schema.speaks_for).where(schema.speaks_for.c.person_id == person_id)
        )
        self._connection.execute(sa.delete(schema.person).where(schema.person.c.id == person_id))
