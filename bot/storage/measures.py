"""What an operator looks at: how much came in, what waits, what stands still."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.states import NoticeState
from bot.messages import MessageState, UpdateState
from bot.storage import schema
from bot.storage.columns import Moment
from bot.storage.rows import AnyColumn
from bot.storage.statements import first_number

RECENT = 500
"""Answers over which the time that people wait is measured."""


@dataclass(frozen=True)
class Tick:
    """A tick's last run."""

    ran_at: datetime
    seconds: float | None
    error: str | None


@dataclass(frozen=True)
class Hanging:
    """Messages of a channel that should have gone long ago."""

    channel: str
    count: int
    since: datetime


class Measures:
    """Counts and ages, for the doctor, the metrics and the health check."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def ticks(self) -> dict[str, Tick]:
        """The last run of each tick."""
        table = schema.tick
        return {
            row.name: Tick(row.ran_at, row.seconds, row.error)
            for row in self._connection.execute(sa.select(table))
        }

    def updates(self) -> dict[str, int]:
        """Updates by state: received (and waiting), handled, failed."""
        return self._counts(schema.inbox.c.state)

    def messages(self) -> dict[tuple[str, str], int]:
        """Messages of the outbox by state and kind."""
        table = schema.outbox
        rows = self._connection.execute(
            sa.select(table.c.state, table.c.kind, sa.func.count()).group_by(
                table.c.state, table.c.kind
            )
        )
        return {(row[0], row[1]): row[2] for row in rows}

    def oldest_due(self) -> datetime | None:
        """Since when the message that is due longest waits."""
        table = schema.outbox
        return self._connection.execute(
            sa.select(sa.func.min(table.c.not_before)).where(
                table.c.state == MessageState.QUEUED, table.c.not_before <= self._now
            )
        ).scalar()

    def oldest_waiting(self) -> datetime | None:
        """Since when the update waits that waits longest: to be handled, or for somebody to fetch
        its file.

        What waits while a file is fetched, and what its chat sent behind it, isn't late yet.
        """
        table, file = schema.inbox, schema.inbox.alias("file")
        ready = self._connection.execute(
            sa.select(table.c.received_at)
            .where(
                table.c.state == sa.literal_column("'received'"),
                ~sa.exists().where(
                    file.c.fetch_at.is_not(None),
                    file.c.channel == table.c.channel,
                    file.c.external_id == table.c.external_id,
                    file.c.id <= table.c.id,
                ),
            )
            .order_by(table.c.id)
            .limit(1)
        ).scalar()
        unfetched = self._connection.execute(
            sa.select(sa.func.min(table.c.fetch_at, type_=Moment)).where(
                table.c.fetch_at.is_not(None), table.c.fetch_at <= self._now
            )
        ).scalar()
        return min((each for each in (ready, unfetched) if each is not None), default=None)

    def oldest_sendable(self) -> datetime | None:
        """Since when the message waits that nothing keeps from being sent: no pause, no pace."""
        table, pace, account = schema.outbox, schema.pace, schema.account
        return self._connection.execute(
            sa.select(sa.func.min(table.c.not_before))
            .join(account, account.c.id == table.c.account_id)
            .outerjoin(pace, pace.c.channel == table.c.channel)
            .where(
                table.c.state == sa.literal_column("'queued'"),
                table.c.not_before <= self._now,
                sa.or_(account.c.send_from.is_(None), account.c.send_from <= self._now),
                sa.or_(pace.c.send_from.is_(None), pace.c.send_from <= self._now),
            )
        ).scalar()

    def seconds_to_answer(self) -> list[float]:
        """How long people waited for their latest answers, from receipt to sending; sorted."""
        reply, update = schema.outbox, schema.inbox
        latest = (
            sa.select(reply.c.inbox_id, reply.c.sent_at)
            .where(reply.c.state == MessageState.SENT, reply.c.inbox_id.is_not(None))
            .order_by(reply.c.id.desc())
            .limit(RECENT)
            .subquery()
        )
        rows = self._connection.execute(
            sa.select(
                sa.func.min(latest.c.sent_at, type_=Moment),
                sa.func.min(update.c.received_at),
            )
            .join(update, update.c.id == latest.c.inbox_id)
            .group_by(latest.c.inbox_id)
        )
        return sorted((sent - received).total_seconds() for sent, received in rows)

    def failed_updates(self, since: datetime) -> list[tuple[int, str]]:
        """Number and error of the updates that failed since a time, the latest first."""
        table = schema.inbox
        rows = self._connection.execute(
            sa.select(table.c.id, table.c.error)
            .where(
                table.c.state == UpdateState.FAILED,
                table.c.id >= first_number(self._connection, table, table.c.received_at, since),
            )
            .order_by(table.c.id.desc())
        )
        return [(row[0], row[1] or "?") for row in rows]

    def hanging(self, longer_than: timedelta) -> list[Hanging]:
        """Messages that are due, or with a sender that died, for longer than a time."""
        table, limit = schema.outbox, self._now - longer_than
        late = sa.or_(
            sa.and_(table.c.state == MessageState.QUEUED, table.c.not_before <= limit),
            sa.and_(table.c.state == MessageState.SENDING, table.c.lease_until <= limit),
        )
        rows = self._connection.execute(
            sa.select(table.c.channel, sa.func.count(), sa.func.min(table.c.not_before))
            .where(late)
            .group_by(table.c.channel)
            .order_by(table.c.channel)
        )
        return [Hanging(*row) for row in rows]

    def dead(self, since: datetime) -> dict[str, int]:
        """Messages that ended without being surely delivered: failed or unknown."""
        table = schema.outbox
        return self._counts(
            table.c.state,
            table.c.state.in_([MessageState.FAILED, MessageState.UNKNOWN]),
            table.c.id >= first_number(self._connection, table, table.c.created_at, since),
        )

    def calls(self) -> tuple[int, int]:
        """The open call list: people to be called, and clubs they are of."""
        table = schema.notice
        row = self._connection.execute(
            sa.select(
                sa.func.count(sa.distinct(table.c.person_id)),
                sa.func.count(sa.distinct(table.c.club_id)),
            ).where(table.c.state == NoticeState.TO_CALL)
        ).one()
        return int(row[0]), int(row[1])

    def last_written(self) -> datetime | None:
        """The latest moment that stands in the database as now past."""
        found = [
            self._connection.execute(
                sa.select(column).order_by(column.table.c.id.desc()).limit(1)
            ).scalar()
            for column in (schema.inbox.c.received_at, schema.outbox.c.created_at)
        ]
        found.append(
            self._connection.execute(sa.select(sa.func.max(schema.tick.c.ran_at))).scalar()
        )
        return max((each for each in found if each is not None), default=None)

    def _counts(self, column: AnyColumn, *where: sa.ColumnElement[bool]) -> dict[str, int]:
        rows = self._connection.execute(
            sa.select(column, sa.func.count()).where(*where).group_by(column)
        )
        return {row[0]: row[1] for row in rows}
