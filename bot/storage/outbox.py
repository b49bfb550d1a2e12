"""The outbox, the one way out: messages on their way to accounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.rights import Right
from bot.messages import ENDED, POLICIES, Choice, Kind, MessageState, Priority
from bot.storage import schema
from bot.storage.columns import Moment
from bot.storage.memory import remembered
from bot.storage.naming import says
from bot.storage.records import OutboxRow
from bot.storage.rows import columns, many, one
from bot.storage.statements import insert_new

_outbox = columns(schema.outbox, OutboxRow)

# Written out and not as parameters: only so does a partial index answer on either database.
_QUEUED: sa.ColumnElement[bool] = schema.outbox.c.state == sa.literal_column("'queued'")
_SENDING: sa.ColumnElement[bool] = schema.outbox.c.state == sa.literal_column("'sending'")

# A message that left, or may have, whether it goes again or not: `sent_at` is when.
_left: sa.ColumnElement[bool] = sa.or_(
    schema.outbox.c.state.in_([MessageState.SENT, MessageState.UNKNOWN, MessageState.SENDING]),
    sa.and_(
        schema.outbox.c.state == sa.literal_column("'queued'"),
        schema.outbox.c.perhaps_at.is_not(None),
    ),
)

_OVERDUE = sa.select(
    sa.select(sa.func.min(schema.outbox.c.lease_until)).where(_SENDING).scalar_subquery(),
    sa.select(sa.func.min(schema.outbox.c.expires_at)).where(_QUEUED).scalar_subquery(),
)
_SENT = (
    sa.update(schema.outbox)
    .where(
        schema.outbox.c.id == sa.bindparam("row"),
        # Perhaps it was taken over meanwhile and put back, but never sent a second time.
        sa.or_(
            sa.and_(_SENDING, schema.outbox.c.lease_until == sa.bindparam("lease")),
            _QUEUED,
            schema.outbox.c.state == sa.literal_column("'unknown'"),
        ),
    )
    .values(
        state=MessageState.SENT,
        sent_at=sa.bindparam("at"),
        platform_id=sa.bindparam("platform"),
        lease_until=None,
        reason=None,
    )
)

# What runs for every message is built once.
_BY_NUMBER = sa.select(*_outbox).where(schema.outbox.c.id == sa.bindparam("row"))
_HELD = (
    sa.select(*_outbox)
    .where(schema.outbox.c.id.in_(sa.bindparam("wanted", expanding=True)))
    .order_by(schema.outbox.c.id)
    .with_for_update()
)
_LATEST = (
    sa.select(*_outbox)
    .where(
        schema.outbox.c.account_id == sa.bindparam("account"),
        _left,
        schema.outbox.c.sent_at.is_not(None),
    )
    .order_by(schema.outbox.c.sent_at.desc(), schema.outbox.c.id.desc())
    .limit(20)
)
_HIGHEST = sa.select(sa.func.max(schema.outbox.c.id)).where(
    schema.outbox.c.account_id == sa.bindparam("account")
)

REPEATED = (Priority.REPLY, Priority.CHANGE, Priority.TODAY, Priority.REST)
"""The priorities of what is sent once more when it isn't known whether it arrived."""


def _claim_statement(dialect: str) -> sa.TextualSelect:
    """The claim: an arm a priority, each read from its index in order, as many as are wanted."""
    lock = "FOR UPDATE OF o SKIP LOCKED" if dialect == "postgresql" else ""
    same = "IS NOT DISTINCT FROM" if dialect == "postgresql" else "IS"

    def arm(priority: Priority, most: str) -> str:
        return f"""SELECT * FROM (
            SELECT o.id, o.priority, o.not_before FROM outbox AS o
            JOIN account AS a ON a.id = o.account_id
            WHERE o.state = 'queued' AND o.channel = :channel AND o.priority = {priority:d}
              AND o.not_before <= :now AND (a.send_from IS NULL OR a.send_from <= :now)
              AND NOT EXISTS (
                SELECT 1 FROM outbox AS e
                WHERE e.account_id = o.account_id AND e.id <> o.id
                  AND (e.state = 'sending' OR (
                    e.state = 'queued' AND (e.not_before <= :now OR (
                      e.attempt > 0 AND (e.perhaps_at IS NULL OR e.inbox_id {same} o.inbox_id)))
                    AND (e.priority < o.priority OR (e.priority = o.priority AND e.id < o.id))))
                  AND e.state IN ('queued', 'sending'))
            ORDER BY o.not_before, o.id LIMIT :{most} {lock}) AS arm{priority:d}"""  # noqa: S608 - nothing of it comes from outside

    arms = " UNION ALL ".join(arm(each, "most") for each in Priority if each not in REPEATED)
    repeated = " UNION ALL ".join(arm(each, "repeated") for each in REPEATED)
    names = ", ".join(column.name for column in _outbox)
    statement = sa.text(
        f"""UPDATE outbox SET state = 'sending', attempt = attempt + 1, lease_until = :lease, sent_at = :now
        WHERE id IN (
            SELECT id FROM (
                {arms} UNION ALL SELECT * FROM (
                    SELECT * FROM ({repeated}) AS each_repeated
                    ORDER BY priority, not_before, id LIMIT :repeated) AS all_repeated
            ) AS ready ORDER BY priority, not_before, id LIMIT :most)
        RETURNING {names}"""  # noqa: S608
    )
    moments = [sa.bindparam(name, type_=Moment) for name in ("now", "lease")]
    return statement.bindparams(*moments).columns(*_outbox)


_CLAIM = {dialect: _claim_statement(dialect) for dialect in ("sqlite", "postgresql")}


def _carries(notice_ids: Iterable[int]) -> sa.ColumnElement[bool]:
    """Messages that carry any of these notices."""
    table = schema.outbox_notice
    carrying = sa.select(table.c.outbox_id).where(table.c.notice_id.in_(list(notice_ids)))
    return schema.outbox.c.id.in_(carrying)


def _is_claim(row: OutboxRow, lease_until: datetime | None) -> bool:
    return row.state == MessageState.SENDING and row.lease_until == lease_until


class Outbox:
    """Messages on their way to accounts."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._together: list[dict[str, object]] | None = None

    def add(
        self,
        account_id: int,
        channel: str,
        *,
        key: str,
        kind: str,
        text: str,
        rows: Sequence[Sequence[Choice]] = (),
        files: Sequence[tuple[str, str]] = (),
        not_before: datetime | None = None,
        expires_at: datetime | None = None,
        priority: int | None = None,
        inbox_id: int | None = None,
        rights: Iterable[Right] = (),
    ) -> int | None:
        """Queue a message; None when one with this key is there already, or others go `together`.

        What the sender doesn't say (how long it is worth sending, how urgent it is) says the
        kind's policy.
        """
        policy = POLICIES[Kind(kind)]
        begins = not_before or self._now
        row = {
            "account_id": account_id,
            "channel": channel,
            "key": key,
            "kind": kind,
            "text": text,
            "rows": [[[choice.label, choice.value] for choice in row] for row in rows],
            "files": [list(each) for each in files],
            "not_before": begins,
            "expires_at": expires_at or begins + policy.lasts,
            "priority": policy.priority if priority is None else priority,
            "state": MessageState.QUEUED,
            "created_at": self._now,
            "inbox_id": inbox_id,
            "rights": sorted(map(str, rights)) or None,
        }
        if self._together is not None:
            self._together.append(row)
            return None
        new = insert_new(self._connection, schema.outbox, [row])
        return new[0] if new else None

    @contextmanager
    def together(self) -> Iterator[None]:
        """Queue what is added meanwhile in one statement, in its order; nobody is told its ids."""
        self._together = []
        try:
            yield
            insert_new(self._connection, schema.outbox, self._together)
        finally:
            self._together = None

    def get(self, outbox_id: int) -> OutboxRow | None:
        """One row."""
        return one(OutboxRow, self._connection.execute(_BY_NUMBER, {"row": outbox_id}).first())

    def claim(
        self, channel: str, limit: int, lease: timedelta, repeated: int | None = None
    ) -> list[OutboxRow]:
        """Take due rows of a channel for sending: the most urgent first, one a chat at a time.

        Within a chat a row waits for those before it (by urgency, then by age) that are due, on
        their way, or were tried in vain and wait to be tried again; for one that perhaps arrived
        only what belongs to the same answer waits. Chats whose pace or pause says "later" are
        left out. `repeated` is how many of them at most may be such that they
        are sent again after a crash. Returned as they stand after the claim.
        """
        statement = _CLAIM[self._connection.dialect.name]
        rows = many(
            OutboxRow,
            self._connection.execute(
                statement,
                {
                    "channel": channel,
                    "now": self._now,
                    "lease": self._now + lease,
                    "most": limit,
                    "repeated": limit if repeated is None else repeated,
                },
            ),
        )
        return sorted(rows, key=lambda row: (row.priority, row.not_before, row.id))

    def claimed(self, rows: Iterable[OutboxRow]) -> list[OutboxRow]:
        """Those of these claims that stand in the database exactly as they were made."""
        wanted = {row.id: row.lease_until for row in rows}
        held = self.held(wanted)
        return [row for row in held.values() if _is_claim(row, wanted[row.id])]

    def held(self, ids: Iterable[int]) -> dict[int, OutboxRow]:
        """Rows as they stand now, locked until this transaction ends."""
        wanted = list(ids)
        if not wanted:
            return {}
        rows = self._connection.execute(_HELD, {"wanted": wanted})
        return {row.id: row for row in many(OutboxRow, rows)}

    def lost(self, limit: int = 200, *, alone: bool = False) -> list[OutboxRow]:
        """Rows whose sender died: their lease is over, or there is no sender but this one."""
        table = schema.outbox
        over = _SENDING if alone else sa.and_(_SENDING, table.c.lease_until <= self._now)
        return many(
            OutboxRow,
            self._connection.execute(
                sa.select(*_outbox)
                .where(over)
                .order_by(table.c.lease_until, table.c.id)
                .limit(limit)
                .with_for_update(skip_locked=True)
            ),
        )

    def has_overdue(self) -> bool:
        """Whether a lease or a queued row's time is over; one look into two small indexes."""
        lease, expiry = self._connection.execute(_OVERDUE).one()
        return any(moment is not None and moment <= self._now for moment in (lease, expiry))

    def set(self, outbox_id: int, state: MessageState, **values: object) -> None:
        """Change a row's state."""
        self._connection.execute(
            sa.update(schema.outbox)
            .where(schema.outbox.c.id == outbox_id)
            .values(state=state, **values)
        )

    def set_sent(self, sent: Iterable[tuple[OutboxRow, str]]) -> None:
        """Note what the platform took, in one go: a row as it was claimed, the platform's id.

        A row that another sender has in hand by now, or that is at its end, stays as it is.
        """
        values = [
            {"row": row.id, "lease": row.lease_until, "platform": platform, "at": self._now}
            for row, platform in sorted(sent, key=lambda each: each[0].id)
        ]
        if values:
            self._connection.execute(_SENT, values)

    def expire(self, limit: int = 200) -> list[OutboxRow]:
        """End queued rows whose time is over; those rows.

        What perhaps arrived before it could be repeated stays unknown.
        """
        table = schema.outbox
        rows = many(
            OutboxRow,
            self._connection.execute(
                sa.select(*_outbox)
                .where(_QUEUED, table.c.expires_at <= self._now)
                .order_by(table.c.expires_at, table.c.id)
                .limit(limit)
                .with_for_update(skip_locked=True)
            ),
        )
        for state in (MessageState.EXPIRED, MessageState.UNKNOWN):
            never_sent = state is MessageState.EXPIRED
            ids = [row.id for row in rows if (row.perhaps_at is None) is never_sent]
            if ids:
                self._connection.execute(
                    sa.update(table).where(table.c.id.in_(ids)).values(state=state)
                )
        return rows

    def fail_queued(self, account_id: int, reason: str) -> list[int]:
        """End everything that waits for an account; the rows' ids."""
        table = schema.outbox
        return list(
            self._connection.execute(
                sa.update(table)
                .where(table.c.account_id == account_id, _QUEUED)
                .values(state=MessageState.FAILED, reason=reason)
                .returning(table.c.id)
            ).scalars()
        )

    def queued_for_notices(self, notice_ids: Iterable[int]) -> list[OutboxRow]:
        """Waiting messages that carry any of these notices, locked until this transaction ends."""
        return many(
            OutboxRow,
            self._connection.execute(
                sa.select(*_outbox)
                .where(_carries(notice_ids), _QUEUED)
                .order_by(schema.outbox.c.id)
                .with_for_update()
            ),
        )

    def cancelled_for_notice(self, notice_id: int) -> list[OutboxRow]:
        """Withdrawn messages that carried a notice."""
        query = sa.select(*_outbox).where(
            _carries([notice_id]), schema.outbox.c.state == MessageState.CANCELLED
        )
        return many(OutboxRow, self._connection.execute(query.order_by(schema.outbox.c.id)))

    def cancel_for_notices(self, notice_ids: Iterable[int]) -> None:
        """Withdraw waiting messages about an occurrence: each is about one only."""
        self._connection.execute(
            sa.update(schema.outbox)
            .where(_carries(notice_ids), _QUEUED)
            .values(state=MessageState.CANCELLED)
        )

    def shown(self, account_id: int) -> list[OutboxRow]:
        """The latest messages to an account that offered choices, the last one first."""
        return [row for row in self._latest(account_id) if row.rows]

    def moments_of(
        self, account_ids: Iterable[int], beginning: str, since: datetime
    ) -> list[datetime]:
        """When messages to accounts were written since a time whose keys begin so, each once."""
        table = schema.outbox
        return list(
            self._connection.execute(
                sa.select(table.c.created_at)
                .where(
                    table.c.account_id.in_(list(account_ids)),
                    table.c.key.startswith(beginning, autoescape=True),
                    table.c.created_at >= since,
                )
                .distinct()
                .order_by(table.c.created_at)
            ).scalars()
        )

    def latest_id(self, account_id: int) -> int | None:
        """The message that an account got last."""
        return next((row.id for row in self._latest(account_id)), None)

    @remembered(schema.outbox)
    def _latest(self, account_id: int) -> list[OutboxRow]:
        """What an account got last, the last one first."""
        return many(OutboxRow, self._connection.execute(_LATEST, {"account": account_id}))

    @remembered(schema.outbox)
    def highest_id(self, account_id: int) -> int:
        """A number that only grows: of the newest message to an account, sent or not."""
        return int(self._connection.execute(_HIGHEST, {"account": account_id}).scalar() or 0)

    def history(self, account_id: int, limit: int = 200) -> list[OutboxRow]:
        """What an account was sent, oldest first (the chat page shows it after a reload)."""
        table = schema.outbox
        rows = self._connection.execute(
            sa.select(*_outbox)
            .where(
                table.c.account_id == account_id,
                table.c.state == MessageState.SENT,
                table.c.text != "",
            )
            .order_by(table.c.sent_at.desc(), table.c.id.desc())
            .limit(limit)
        )
        return list(reversed(many(OutboxRow, rows)))

    def rights_of_replies(self, inbox_ids: Iterable[int]) -> dict[int, list[str]]:
        """What one must be to read the replies to each of these updates."""
        table = schema.outbox
        found: dict[int, list[str]] = {}
        for inbox_id, rights in self._connection.execute(
            sa.select(table.c.inbox_id, table.c.rights).where(
                table.c.inbox_id.in_(list(inbox_ids)), table.c.rights.is_not(None)
            )
        ):
            found.setdefault(inbox_id, []).extend(rights or ())
        return found

    def queued_of(self, account_id: int) -> list[OutboxRow]:
        """What waits for an account."""
        table = schema.outbox
        query = sa.select(*_outbox).where(table.c.account_id == account_id, _QUEUED)
        return many(OutboxRow, self._connection.execute(query.order_by(table.c.id)))

    def change_right(self, account_ids: Iterable[int], before: Right, after: Right) -> None:
        """Let messages to these accounts be read under another right than they were."""
        table = schema.outbox
        rows = self._connection.execute(
            sa.select(table.c.id, table.c.rights).where(
                table.c.account_id.in_(list(account_ids)), table.c.rights.is_not(None)
            )
        )
        for row_id, rights in list(rows):
            if rights and str(before) in rights:
                kept = sorted({str(after) if each == str(before) else each for each in rights})
                self._connection.execute(
                    sa.update(table).where(table.c.id == row_id).values(rights=kept)
                )

    def forget_names(self, names: re.Pattern[str], account_ids: Iterable[int]) -> None:
        """Forget the words of messages to these accounts that name somebody; none such is sent."""
        table = schema.outbox
        rows = self._connection.execute(
            sa.select(table.c.id, table.c.text, table.c.rows, table.c.state).where(
                table.c.account_id.in_(list(account_ids)), table.c.text != ""
            )
        )
        naming = [(row.id, row.state) for row in rows if says([row.text, row.rows or []], names)]
        for row_id, state in naming:
            if state == MessageState.QUEUED:
                self.set(row_id, MessageState.CANCELLED)
        self._forget(
            [row_id for row_id, state in naming if state in ENDED or state == MessageState.QUEUED]
        )

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
        query = sa.select(*_outbox).where(
            table.c.account_id == account_id, table.c.state == MessageState.SENT
        )
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


def first_moments() -> list[sa.Select[object]]:
    """When the first queued message may go, and when the first lease ends; as queries to join.

    Each gives a row: no kind of what is due, and the moment.
    """
    table = schema.outbox
    none = sa.literal(None, schema.due.c.kind.type).label("kind")
    return [
        sa.select(none, sa.func.min(moment).label("at")).where(where)
        for moment, where in ((table.c.not_before, _QUEUED), (table.c.lease_until, _SENDING))
    ]
