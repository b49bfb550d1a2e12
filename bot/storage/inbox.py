"""The inbox: updates, written down before anything is acknowledged."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Connection

from bot.messages import Address, Inbound
from bot.storage import schema
from bot.storage.naming import says, whole_word
from bot.storage.records import InboxRow, columns, many, one
from bot.storage.statements import insert_new

_inbox = columns(schema.inbox, InboxRow)

# Written out and not as parameters: only so does a partial index answer on either database.
_RECEIVED: sa.ColumnElement[bool] = schema.inbox.c.state == sa.literal_column("'received'")

# What runs for every update is built once: building costs more than executing.
_older = schema.inbox.alias("older")
_NEXT_UPDATE = (
    sa.select(*_inbox)
    .where(
        _RECEIVED,
        sa.tuple_(schema.inbox.c.channel, schema.inbox.c.external_id)
        > sa.tuple_(sa.bindparam("channel"), sa.bindparam("chat")),
        ~sa.exists().where(
            _older.c.state == sa.literal_column("'received'"),
            _older.c.channel == schema.inbox.c.channel,
            _older.c.external_id == schema.inbox.c.external_id,
            _older.c.id < schema.inbox.c.id,
        ),
    )
    .order_by(schema.inbox.c.channel, schema.inbox.c.external_id, schema.inbox.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_FIRST_CHAT = ("", "")
_CLOSE_UPDATE = (
    sa.update(schema.inbox)
    .where(schema.inbox.c.id == sa.bindparam("row"))
    .values(
        state=sa.bindparam("ended"),
        handled_at=sa.bindparam("at"),
        error=sa.bindparam("fault"),
        attempt=schema.inbox.c.attempt + 1,
    )
)
_LOCK_CHATS = sa.text("SELECT pg_advisory_xact_lock(chat) FROM unnest(:chats) AS chat").bindparams(
    sa.bindparam("chats", type_=postgresql.ARRAY(sa.BigInteger))
)


def _chat_lock(address: Address) -> int:
    """A chat's number for PostgreSQL's advisory locks."""
    digest = hashlib.blake2b(str(address).encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


class Inbox:
    """Updates as they came in."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(self, updates: Iterable[Inbound]) -> int:
        """Write updates down, in one statement; how many of them were new."""
        batch = list(updates)
        self._one_after_another(batch)
        return len(
            insert_new(
                self._connection,
                schema.inbox,
                [
                    {
                        "channel": update.address.channel,
                        "update_key": update.update_key,
                        "external_id": update.address.external_id,
                        "raw": update.as_json(),
                        "received_at": self._now,
                        "state": "received",
                    }
                    for update in batch
                ],
            )
        )

    def _one_after_another(self, updates: Sequence[Inbound]) -> None:
        """Let nobody else write down updates of these chats until this transaction ends.

        On PostgreSQL a row's number is drawn before its transaction ends: without this a later
        update of a chat could be there, and be handled, before an earlier one is seen.
        """
        if self._connection.dialect.name == "postgresql":
            chats = sorted({_chat_lock(update.address) for update in updates})
            self._connection.execute(_LOCK_CHATS, {"chats": chats})

    def next(self, after: tuple[str, str] | None = None) -> InboxRow | None:
        """The oldest waiting update of the chat that comes after another; locked until the end.

        Chats take turns, in the order of channel and id: however much one of them sends, each
        other is served within a round. `after` is the chat that was served last.

        On PostgreSQL rows locked by another worker are left out, with everything of their chat:
        their older row is seen as waiting until that worker's transaction ends.
        """
        for channel, chat in (_FIRST_CHAT,) if after is None else (after, _FIRST_CHAT):
            found = self._connection.execute(_NEXT_UPDATE, {"channel": channel, "chat": chat})
            row = one(InboxRow, found.first())
            if row is not None:
                return row
        return None

    def raw(self, channel: str, update_key: str) -> dict[str, Any]:
        """What an update was, by its key; empty when it was forgotten or never came."""
        found = self._connection.execute(
            sa.select(schema.inbox.c.raw).where(
                schema.inbox.c.channel == channel, schema.inbox.c.update_key == update_key
            )
        ).scalar()
        return found or {}

    def still_waits(self, inbox_id: int) -> bool:
        """Whether nobody else dealt with an update meanwhile; it is locked from now on."""
        query = (
            sa.select(schema.inbox.c.id)
            .where(schema.inbox.c.id == inbox_id, schema.inbox.c.state == "received")
            .with_for_update()
        )
        return self._connection.execute(query).first() is not None

    def close(self, inbox_id: int, state: str, error: str | None = None) -> None:
        """Say how an update ended: `handled` or `failed`."""
        self._connection.execute(
            _CLOSE_UPDATE,
            {"row": inbox_id, "ended": state, "at": self._now, "fault": error},
        )

    def blank(self, channel: str, external_id: str, since: datetime) -> None:
        """Forget the words of an account from a time on (a registration that was refused)."""
        self._connection.execute(
            sa.update(schema.inbox)
            .where(
                schema.inbox.c.channel == channel,
                schema.inbox.c.external_id == external_id,
                schema.inbox.c.received_at >= since,
                # What waits behind is still to be understood.
                schema.inbox.c.state != "received",
            )
            .values(raw={})
        )

    def forget_name(self, name: str, addresses: Iterable[Address]) -> None:
        """Forget the words of what these accounts sent that name somebody."""
        table = schema.inbox
        names = whole_word(name)
        for address in addresses:
            rows = self._connection.execute(
                sa.select(table.c.id, table.c.raw).where(
                    table.c.channel == address.channel,
                    table.c.external_id == address.external_id,
                    table.c.state != "received",
                )
            )
            naming = [row.id for row in rows if says(row.raw, names)]
            if naming:
                self._connection.execute(
                    sa.update(table).where(table.c.id.in_(naming)).values(raw={})
                )

    def history(self, channel: str, external_id: str, limit: int = 200) -> list[InboxRow]:
        """What an account sent, oldest first."""
        rows = self._connection.execute(
            sa.select(*_inbox)
            .where(schema.inbox.c.channel == channel, schema.inbox.c.external_id == external_id)
            .order_by(schema.inbox.c.id.desc())
            .limit(limit)
        )
        return list(reversed(many(InboxRow, rows)))
