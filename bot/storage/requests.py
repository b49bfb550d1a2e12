"""What people want of their data: a row a request, with its day and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.due import DueKind
from bot.domain.requests import DAYS, Outcome, RequestKind, next_look
from bot.storage import schema
from bot.storage.data_records import DataRequest
from bot.storage.due import Dues
from bot.storage.naming import says
from bot.storage.rows import columns, many, one
from bot.storage.statements import new_id

_request = columns(schema.data_request, DataRequest)


class Requests:
    """Requests about people's data."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._due = Dues(connection, now)

    def add(
        self,
        account_id: int | None,
        person_id: int,
        kind: RequestKind,
        *,
        club_id: int | None = None,
        words: str | None = None,
        purpose: str | None = None,
        waits: bool = False,
    ) -> int:
        """Note a request; its number. What doesn't wait for anybody is done already.

        `club_id`: the one club that it is about. `words`: what was said of it.
        `purpose`: the use that is objected to.
        """
        due_at = self._now + timedelta(days=DAYS[kind])
        number = new_id(
            self._connection.execute(
                sa.insert(schema.data_request).values(
                    account_id=account_id,
                    person_id=person_id,
                    club_id=club_id,
                    kind=kind,
                    words=words,
                    purpose=purpose,
                    asked_at=self._now,
                    due_at=due_at,
                    done_at=None if waits else self._now,
                    outcome=None if waits else Outcome.DONE,
                )
            )
        )
        moment = next_look(due_at, self._now)
        if waits and moment is not None:
            self._due.set(DueKind.WARN_REQUEST, number, moment)
        return number

    def note_seen(self, account_id: int, person_id: int) -> None:
        """Note that somebody was shown what is kept, once a day and account."""
        table = schema.data_request
        seen = sa.exists().where(
            table.c.account_id == account_id,
            table.c.person_id == person_id,
            table.c.kind == RequestKind.SEE,
            table.c.asked_at > self._now - timedelta(days=1),
        )
        values = {
            table.c.account_id: account_id,
            table.c.person_id: person_id,
            table.c.kind: RequestKind.SEE,
            table.c.asked_at: self._now,
            table.c.due_at: self._now + timedelta(days=DAYS[RequestKind.SEE]),
            table.c.done_at: self._now,
            table.c.outcome: Outcome.DONE,
        }
        row = sa.select(*(sa.literal(value, column.type) for column, value in values.items()))
        self._connection.execute(
            sa.insert(table).from_select([column.name for column in values], row.where(~seen))
        )

    def find(self, request_id: int) -> DataRequest | None:
        """One request."""
        return one(
            DataRequest,
            self._connection.execute(
                sa.select(*_request).where(schema.data_request.c.id == request_id)
            ).first(),
        )

    def open(
        self, person_id: int, kind: RequestKind, club_id: int | None = None
    ) -> DataRequest | None:
        """The request of a kind about a person that nobody has carried out yet."""
        table = schema.data_request
        return one(
            DataRequest,
            self._connection.execute(
                sa.select(*_request)
                .where(
                    table.c.person_id == person_id,
                    table.c.kind == kind,
                    table.c.club_id.is_not_distinct_from(club_id),
                    table.c.done_at.is_(None),
                )
                .order_by(table.c.id)
            ).first(),
        )

    def of_person(self, person_id: int, limit: int | None = None) -> list[DataRequest]:
        """All that was wanted of somebody's data, the latest first."""
        table = schema.data_request
        query = sa.select(*_request).where(table.c.person_id == person_id)
        return many(
            DataRequest, self._connection.execute(query.order_by(table.c.id.desc()).limit(limit))
        )

    def numbers_of(self, person_id: int, kind: RequestKind) -> list[int]:
        """The numbers of all requests of a kind about a person."""
        table = schema.data_request
        return list(
            self._connection.execute(
                sa.select(table.c.id).where(table.c.person_id == person_id, table.c.kind == kind)
            ).scalars()
        )

    def latest_by(self, account_id: int, kind: RequestKind) -> DataRequest | None:
        """The last request of a kind that an account made."""
        table = schema.data_request
        query = sa.select(*_request).where(table.c.account_id == account_id, table.c.kind == kind)
        return one(DataRequest, self._connection.execute(query.order_by(table.c.id.desc())).first())

    def waiting_in(self, club_id: int) -> list[DataRequest]:
        """Requests about a club's people that its organisers have to answer, the oldest first."""
        table = schema.data_request
        return many(
            DataRequest,
            self._connection.execute(
                sa.select(*_request)
                .join(schema.membership, schema.membership.c.person_id == table.c.person_id)
                .where(
                    schema.membership.c.club_id == club_id,
                    sa.or_(table.c.club_id.is_(None), table.c.club_id == club_id),
                    table.c.kind != RequestKind.COMPLAIN,
                    table.c.done_at.is_(None),
                )
                .order_by(table.c.id)
            ),
        )

    def every(self, *, club_id: int | None = None, waiting: bool = False) -> list[DataRequest]:
        """All requests, or those about a club's people, or those that wait; the oldest first."""
        table, member = schema.data_request, schema.membership
        query = sa.select(*_request).order_by(table.c.id)
        if club_id is not None:
            mine = sa.select(member.c.person_id).where(member.c.club_id == club_id)
            query = query.where(
                table.c.person_id.in_(mine),
                sa.or_(table.c.club_id.is_(None), table.c.club_id == club_id),
            )
        if waiting:
            query = query.where(table.c.done_at.is_(None))
        return many(DataRequest, self._connection.execute(query))

    def close(self, request_id: int, outcome: Outcome = Outcome.DONE) -> None:
        """Note what became of a request; its words are forgotten a while later."""
        self._connection.execute(
            sa.update(schema.data_request)
            .where(schema.data_request.c.id == request_id)
            .values(done_at=self._now, outcome=outcome)
        )
        self._due.settle(request_id, DueKind.WARN_REQUEST)
        self._due.set(DueKind.REQUEST_WORDS, request_id, self._now)

    def close_all_of(self, person_id: int) -> None:
        """Note that nothing more is to be done about somebody's data, and forget what was said."""
        table = schema.data_request
        self._due.settle_all(
            sa.select(table.c.id).where(table.c.person_id == person_id),
            DueKind.WARN_REQUEST,
            DueKind.REQUEST_WORDS,
        )
        self._connection.execute(
            sa.update(table).where(table.c.person_id == person_id).values(words=None)
        )
        self._connection.execute(
            sa.update(table)
            .where(table.c.person_id == person_id, table.c.done_at.is_(None))
            .values(done_at=self._now, outcome=Outcome.DONE)
        )

    def blank(self, request_id: int) -> int:
        """Forget what was said of a request; how many were still known."""
        table = schema.data_request
        return self._connection.execute(
            sa.update(table)
            .where(table.c.id == request_id, table.c.words.is_not(None))
            .values(words=None)
        ).rowcount

    def forget_names(self, names: re.Pattern[str], account_ids: Iterable[int]) -> None:
        """Forget what these accounts said of requests and that names somebody."""
        table = schema.data_request
        said = self._connection.execute(
            sa.select(table.c.id, table.c.words).where(
                table.c.account_id.in_(list(account_ids)), table.c.words.is_not(None)
            )
        )
        for row in said.all():
            if says(row.words, names):
                self.blank(row.id)
