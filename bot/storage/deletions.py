"""Deletions that can be taken back for a day: what was emptied lies here, and nothing else reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.due import DueKind
from bot.domain.requests import TAKEN_BACK_WITHIN, Outcome
from bot.storage import schema
from bot.storage.data_records import Deletion
from bot.storage.due import Dues
from bot.storage.naming import says
from bot.storage.retention import Retention
from bot.storage.rows import columns, many, one
from bot.storage.undoing import recording, undo
from bot.untyped import JsonObject

_deletion = columns(schema.deletion, Deletion)

NOTED_FOR = timedelta(days=30)
"""How long it is noted that one was taken back: until then every ledger has read it."""
_WORDS = ("inbox", "outbox", "enquiry", "data_request", "club_answer", "consent")
"""Tables that hold what was said, of others too."""


class Deletions:
    """What is to be deleted for good a day after it was asked."""

    def __init__(self, connection: Connection, now: datetime, retention: Retention) -> None:
        self._connection = connection
        self._now = now
        self._due = Dues(connection, now)
        self._retention = retention

    @contextmanager
    def put_away(
        self, request_id: int, person_id: int, parted_from: int | None = None
    ) -> Iterator[None]:
        """Keep for a day what is emptied meanwhile, by the number of the request to do so.

        What people are in the middle of is begun again, and not kept.
        """
        with recording(self._connection, schema.conversation, schema.deletion) as record:
            yield
        self._connection.execute(
            sa.insert(schema.deletion).values(
                request_id=request_id,
                person_id=person_id,
                parted_from=parted_from,
                asked_at=self._now,
                kept=record.changes(),
            )
        )
        self._due.set(DueKind.DELETION, request_id, self._now + TAKEN_BACK_WITHIN)

    def waiting(self, request_id: int) -> Deletion | None:
        """One that can still be taken back."""
        query = sa.select(*_deletion).where(*self._waits(), self._is(request_id))
        return one(Deletion, self._connection.execute(query).first())

    def waiting_of(self, account_id: int) -> list[Deletion]:
        """Those that an account asked for and can still take back, the latest first."""
        request = schema.data_request
        query = (
            sa.select(*_deletion)
            .join(request, request.c.id == schema.deletion.c.request_id)
            .where(*self._waits(), request.c.account_id == account_id)
            .order_by(request.c.id.desc())
        )
        return many(Deletion, self._connection.execute(query))

    def spoke(self, request_id: int, account_id: int) -> bool:
        """Whether an account spoke for the person until he was deleted."""
        return any(
            each["table"] == schema.speaks_for.name and each["row"]["account_id"] == account_id
            for each in self._kept(request_id)
        )

    def take_back(self, request_id: int) -> None:
        """Put everything back as it was before."""
        kept = self._kept(request_id)
        undo(self._connection, kept)
        self._retention.look_again([(each["table"], each["key"][0]) for each in kept])
        self._connection.execute(
            sa.update(schema.deletion)
            .where(self._is(request_id))
            .values(kept=[], taken_back_at=self._now)
        )
        self._connection.execute(
            sa.update(schema.data_request)
            .where(schema.data_request.c.id == request_id)
            .values(outcome=Outcome.TAKEN_BACK)
        )
        self._due.set(DueKind.DELETION, request_id, self._now + NOTED_FOR)

    def end(self, request_id: int) -> int:
        """Delete for good, or forget that it was taken back; how many were deleted by that."""
        table = schema.deletion
        waited = sa.select(table.c.request_id).where(
            self._is(request_id), table.c.taken_back_at.is_(None)
        )
        count = len(self._connection.execute(waited).all())
        self._connection.execute(sa.delete(table).where(self._is(request_id)))
        self._due.settle(request_id, DueKind.DELETION)
        return count

    def end_parts_of(self, person_id: int) -> None:
        """Delete for good what single clubs forgot of a person before."""
        table = schema.deletion
        for number in self._connection.execute(
            sa.select(table.c.request_id).where(table.c.parted_from == person_id, *self._waits())
        ).scalars():
            self.end(number)

    def end_those_over(self) -> None:
        """Delete for good whatever can be taken back no more."""
        table = schema.deletion
        over = table.c.asked_at <= self._now - TAKEN_BACK_WITHIN
        for number in self._connection.execute(
            sa.select(table.c.request_id).where(table.c.taken_back_at.is_(None), over)
        ).scalars():
            self.end(number)

    def find(self, person_id: int, asked_at: datetime) -> Deletion | None:
        """The one that a ledger means, taken back or not."""
        table = schema.deletion
        query = sa.select(*_deletion).where(
            table.c.person_id == person_id, table.c.asked_at == asked_at
        )
        return one(Deletion, self._connection.execute(query).first())

    def taken_back(self, since: datetime | None = None) -> list[Deletion]:
        """Those that were taken back, from a moment on."""
        moment = schema.deletion.c.taken_back_at
        query = sa.select(*_deletion).where(moment.is_not(None))
        if since is not None:
            query = query.where(moment >= since)
        return many(Deletion, self._connection.execute(query.order_by(moment)))

    def forget_names(self, names: re.Pattern[str]) -> None:
        """Forget the words that name somebody among what may be put back of others."""
        table = schema.deletion
        rows = self._connection.execute(
            sa.select(table.c.request_id, table.c.kept).where(*self._waits())
        )
        for number, kept in rows.all():
            left = [_without(each, names) for each in kept]
            if left != kept:
                self._connection.execute(
                    sa.update(table)
                    .where(self._is(number))
                    .values(kept=[each for each in left if each["row"]])
                )

    def _kept(self, request_id: int) -> list[JsonObject]:
        query = sa.select(schema.deletion.c.kept).where(self._is(request_id), *self._waits())
        kept: list[JsonObject] | None = self._connection.execute(query).scalar()
        return kept or []

    def _waits(self) -> tuple[sa.ColumnElement[bool], ...]:
        table = schema.deletion
        return (
            table.c.taken_back_at.is_(None),
            table.c.asked_at > self._now - TAKEN_BACK_WITHIN,
        )

    @staticmethod
    def _is(request_id: int) -> sa.ColumnElement[bool]:
        return schema.deletion.c.request_id == request_id


def _without(change: JsonObject, name: re.Pattern[str]) -> JsonObject:
    """A change without the words that name somebody."""
    row: JsonObject = change["row"]
    if change["table"] not in _WORDS:
        return change
    if change["gone"] and says(list(row.values()), name):
        return {**change, "row": {}}
    return {**change, "row": {each: value for each, value in row.items() if not says(value, name)}}
