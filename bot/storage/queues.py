"""The inbox, written before anything is acknowledged, and the outbox, the one way out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.messages import Choice, Inbound
from bot.storage import schema
from bot.storage.records import InboxRow, OutboxRow, columns, many, new_id, one

_inbox = columns(schema.inbox, InboxRow)
_outbox = columns(schema.outbox, OutboxRow)

ENDED = ("sent", "failed", "unknown", "expired", "cancelled")
"""States from which an outbox row doesn't move."""


class Inbox:
    """Updates as they came in."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(self, updates: Iterable[Inbound]) -> int:
        """Write updates down; how many of them were new."""
        new = 0
        for update in updates:
            known = self._connection.execute(
                sa.select(schema.inbox.c.id).where(
                    schema.inbox.c.channel == update.address.channel,
                    schema.inbox.c.update_key == update.update_key,
                )
            ).first()
            if known is None:
                self._connection.execute(
                    sa.insert(schema.inbox).values(
                        channel=update.address.channel,
                        update_key=update.update_key,
                        external_id=update.address.external_id,
                        raw=update.as_json(),
                        received_at=self._now,
                        state="received",
                    )
                )
                new += 1
        return new

    def next(self) -> InboxRow | None:
        """The oldest update whose chat has none before it waiting; locked for this transaction.

        On PostgreSQL rows locked by another worker are left out, with everything of their chat.
        """
        older = schema.inbox.alias()
        query = (
            sa.select(*_inbox)
            .where(
                schema.inbox.c.state == "received",
                ~sa.exists().where(
                    older.c.channel == schema.inbox.c.channel,
                    older.c.external_id == schema.inbox.c.external_id,
                    older.c.state == "received",
                    older.c.id < schema.inbox.c.id,
                ),
            )
            .order_by(schema.inbox.c.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        return one(InboxRow, self._connection.execute(query).first())

    def close(self, inbox_id: int, state: str, error: str | None = None) -> None:
        """Say how an update ended: `handled` or `failed`."""
        self._connection.execute(
            sa.update(schema.inbox)
            .where(schema.inbox.c.id == inbox_id)
            .values(
                state=state,
                handled_at=self._now,
                error=error,
                attempt=schema.inbox.c.attempt + 1,
            )
        )

    def blank(
        self, channel: str, external_id: str, since: datetime, *, waiting: bool = True
    ) -> None:
        """Forget the words of an account from a time on (a registration that was refused).

        `waiting`: also of updates that nobody handled yet, the present one among them.
        """
        query = sa.update(schema.inbox).where(
            schema.inbox.c.channel == channel,
            schema.inbox.c.external_id == external_id,
            schema.inbox.c.received_at >= since,
        )
        if not waiting:
            query = query.where(schema.inbox.c.state != "received")
        self._connection.execute(query.values(raw={}))

    def history(self, channel: str, external_id: str, limit: int = 200) -> list[InboxRow]:
        """What an account sent, oldest first."""
        rows = self._connection.execute(
            sa.select(*_inbox)
            .where(schema.inbox.c.channel == channel, schema.inbox.c.external_id == external_id)
            .order_by(schema.inbox.c.id.desc())
            .limit(limit)
        )
        return list(reversed(many(InboxRow, rows)))


class Outbox:
    """Messages on their way to accounts."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(
        self,
        account_id: int,
        *,
        key: str,
        kind: str,
        text: str,
        rows: Sequence[Sequence[Choice]] = (),
        files: Sequence[tuple[str, str]] = (),
        not_before: datetime | None = None,
        expires_at: datetime | None = None,
        priority: int = 5,
        inbox_id: int | None = None,
        state: str = "queued",
    ) -> int | None:
        """Queue a message; None when one with this key is there already."""
        table = schema.outbox
        if self._connection.execute(sa.select(table.c.id).where(table.c.key == key)).first():
            return None
        result = self._connection.execute(
            sa.insert(table).values(
                account_id=account_id,
                key=key,
                kind=kind,
                text=text,
                rows=[[[choice.label, choice.value] for choice in row] for row in rows],
                files=[list(each) for each in files],
                not_before=not_before or self._now,
                expires_at=expires_at,
                priority=priority,
                state=state,
                created_at=self._now,
                inbox_id=inbox_id,
            )
        )
        return new_id(result)

    def get(self, outbox_id: int) -> OutboxRow | None:
        """One row."""
        return one(
            OutboxRow,
            self._connection.execute(
                sa.select(*_outbox).where(schema.outbox.c.id == outbox_id)
            ).first(),
        )

    def claim(self, limit: int, lease: timedelta, channels: Iterable[str]) -> list[OutboxRow]:
        """Take due rows for sending, oldest first within a chat, one a chat at a time."""
        table = schema.outbox
        earlier = table.alias()
        due = (
            sa.select(*_outbox)
            .join(schema.account, schema.account.c.id == table.c.account_id)
            .where(
                table.c.state == "queued",
                table.c.not_before <= self._now,
                schema.account.c.channel.in_(list(channels)),
                # In order within a chat: nothing of it is on its way or due before this one.
                ~sa.exists().where(
                    earlier.c.account_id == table.c.account_id,
                    earlier.c.id < table.c.id,
                    earlier.c.state.in_(["queued", "sending"]),
                    earlier.c.not_before <= self._now,
                ),
            )
            .order_by(table.c.priority, table.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True, of=table)
        )
        rows = many(OutboxRow, self._connection.execute(due))
        if rows:
            self._connection.execute(
                sa.update(table)
                .where(table.c.id.in_([row.id for row in rows]))
                .values(
                    state="sending",
                    attempt=table.c.attempt + 1,
                    lease_until=self._now + lease,
                )
            )
        return rows

    def lost(self) -> list[OutboxRow]:
        """Rows whose sender died: their lease is over."""
        return many(
            OutboxRow,
            self._connection.execute(
                sa.select(*_outbox).where(
                    schema.outbox.c.state == "sending", schema.outbox.c.lease_until <= self._now
                )
            ),
        )

    def set(self, outbox_id: int, state: str, **values: Any) -> None:
        """Change a row's state."""
        self._connection.execute(
            sa.update(schema.outbox)
            .where(schema.outbox.c.id == outbox_id)
            .values(state=state, **values)
        )

    def expire(self) -> list[OutboxRow]:
        """End queued rows whose time is over; those rows."""
        rows = many(
            OutboxRow,
            self._connection.execute(
                sa.select(*_outbox)
                .where(schema.outbox.c.state == "queued", schema.outbox.c.expires_at <= self._now)
                .order_by(schema.outbox.c.id)
                .limit(200)
            ),
        )
        for row in rows:
            self.set(row.id, "expired")
        return rows

    def cancel_for_notices(self, notice_ids: Iterable[int]) -> None:
        """Withdraw queued messages all of whose notices are among these."""
        ids = list(notice_ids)
        if not ids:
            return
        carrying = self._connection.execute(
            sa.select(schema.outbox_notice.c.outbox_id)
            .join(schema.outbox, schema.outbox.c.id == schema.outbox_notice.c.outbox_id)
            .where(schema.outbox_notice.c.notice_id.in_(ids), schema.outbox.c.state == "queued")
            .distinct()
        ).scalars()
        for outbox_id in list(carrying):
            self.set(outbox_id, "cancelled")

    def shown(self, account_id: int) -> list[OutboxRow]:
        """The latest messages to an account that offered choices, the last one first."""
        table = schema.outbox
        rows = self._connection.execute(
            sa.select(*_outbox)
            .where(
                table.c.account_id == account_id, table.c.state.in_(["sent", "unknown", "sending"])
            )
            .order_by(
                sa.func.coalesce(table.c.sent_at, table.c.created_at).desc(), table.c.id.desc()
            )
            .limit(20)
        )
        return [row for row in many(OutboxRow, rows) if row.rows]

    def latest_id(self, account_id: int) -> int | None:
        """The message that an account got last."""
        table = schema.outbox
        return self._connection.execute(
            sa.select(table.c.id)
            .where(
                table.c.account_id == account_id, table.c.state.in_(["sent", "unknown", "sending"])
            )
            .order_by(
                sa.func.coalesce(table.c.sent_at, table.c.created_at).desc(), table.c.id.desc()
            )
            .limit(1)
        ).scalar()

    def history(self, account_id: int, limit: int = 200) -> list[OutboxRow]:
        """What an account was sent, oldest first (the chat page shows it after a reload)."""
        table = schema.outbox
        rows = self._connection.execute(
            sa.select(*_outbox)
            .where(table.c.account_id == account_id, table.c.state == "sent", table.c.text != "")
            .order_by(table.c.id.desc())
            .limit(limit)
        )
        return list(reversed(many(OutboxRow, rows)))

    def forget_name(self, name: str) -> None:
        """Forget the words of messages that name somebody."""
        table = schema.outbox
        naming = self._connection.execute(
            sa.select(table.c.id).where(
                table.c.text.contains(name, autoescape=True), table.c.state.in_(ENDED)
            )
        )
        self._forget(list(naming.scalars()))

    def _forget(self, ids: Sequence[int]) -> None:
        if ids:
            self._connection.execute(
                sa.update(schema.outbox)
                .where(schema.outbox.c.id.in_(ids))
                .values(text="", rows=[], files=[])
            )

    def sent_after(
        self, account_id: int, after: tuple[datetime, int] | None, limit: int = 100
    ) -> list[OutboxRow]:
        """What an account was sent after a moment and row, in the order of sending."""
        table = schema.outbox
        query = sa.select(*_outbox).where(table.c.account_id == account_id, table.c.state == "sent")
        if after is not None:
            moment, number = after
            query = query.where(
                sa.or_(
                    table.c.sent_at > moment,
                    sa.and_(table.c.sent_at == moment, table.c.id > number),
                )
            )
        return many(
            OutboxRow,
            self._connection.execute(query.order_by(table.c.sent_at, table.c.id).limit(limit)),
        )

    def next_due(self) -> datetime | None:
        """When the next queued message may go, or a lease ends."""
        table = schema.outbox
        queued = self._connection.execute(
            sa.select(sa.func.min(table.c.not_before)).where(table.c.state == "queued")
        ).scalar()
        leased = self._connection.execute(
            sa.select(sa.func.min(table.c.lease_until)).where(table.c.state == "sending")
        ).scalar()
        return min((each for each in (queued, leased) if each is not None), default=None)
