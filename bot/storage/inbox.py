"""The inbox: updates, written down before anything is acknowledged.

An update that brings a file waits until the file is there, and so does what its chat sent after
it; nobody else does.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Connection

from bot.messages import Address, Inbound, UpdateState, storable
from bot.storage import schema
from bot.storage.columns import Moment
from bot.storage.naming import says
from bot.storage.records import InboxRow
from bot.storage.rows import columns, many
from bot.storage.statements import insert_new

_inbox = columns(schema.inbox, InboxRow)

# Written out and not as parameters: only so does a partial index answer on either database.
_RECEIVED: sa.ColumnElement[bool] = schema.inbox.c.state == sa.literal_column("'received'")

# What runs for every update is built once: building costs more than executing.
_older = schema.inbox.alias("older")
_NEXT_UPDATES = (
    sa.select(*_inbox)
    .where(
        _RECEIVED,
        schema.inbox.c.fetch_at.is_(None),
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
    .limit(sa.bindparam("most"))
    .with_for_update(skip_locked=True)
)
_ANY_WAITS = sa.select(schema.inbox.c.id).where(_RECEIVED).limit(1)
_FIRST_CHAT = ("", "")
EDITS_LOOK_BACK = 50
"""Updates of a chat among which a message is looked for that was changed."""
_CLOSE_UPDATE = (
    sa.update(schema.inbox)
    .where(schema.inbox.c.id == sa.bindparam("row"))
    .values(
        state=sa.bindparam("ended"),
        handled_at=sa.bindparam("at"),
        error=sa.bindparam("fault"),
        read_by=sa.bindparam("reader"),
        attempt=schema.inbox.c.attempt + 1,
    )
)
_WAITS_FOR_FILE: sa.ColumnElement[bool] = schema.inbox.c.fetch_at.is_not(None)
_earlier_file = schema.inbox.alias("earlier_file")
_DUE_FILES = (
    sa.select(schema.inbox.c.id)
    .where(
        _WAITS_FOR_FILE,
        schema.inbox.c.fetch_at <= sa.bindparam("now", type_=Moment),
        # One at a time of each chat, in order: while somebody is at one, the others wait behind it.
        ~sa.exists().where(
            _earlier_file.c.fetch_at.is_not(None),
            _earlier_file.c.channel == schema.inbox.c.channel,
            _earlier_file.c.external_id == schema.inbox.c.external_id,
            _earlier_file.c.id < schema.inbox.c.id,
        ),
    )
    .order_by(schema.inbox.c.fetch_at, schema.inbox.c.id)
    .limit(sa.bindparam("most"))
    .with_for_update(skip_locked=True)
)
_LOCK_CHATS = sa.text("SELECT pg_advisory_xact_lock(chat) FROM unnest(:chats) AS chat").bindparams(
    sa.bindparam("chats", type_=postgresql.ARRAY(sa.BigInteger))
)


@dataclass(frozen=True)
class Changed:
    """A message that was changed: the update that brought it, its words, and which reader took it.

    `is_last`: nothing came after it.
    """

    inbox_id: int
    text: str
    read_by: str | None
    is_last: bool


def _chat_lock(address: Address) -> int:
    """A chat's number for PostgreSQL's advisory locks."""
    digest = hashlib.blake2b(str(address).encode("utf-8", "replace"), digest_size=8).digest()
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
                        "update_key": update.key,
                        "external_id": storable(update.address.external_id),
                        "raw": update.as_json(),
                        "received_at": self._now,
                        "state": UpdateState.RECEIVED,
                        "fetch_at": self._now if update.file_reference is not None else None,
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
        """The oldest waiting update of the chat that comes after another: `next_few` of one."""
        return next(iter(self.next_few(after, 1)), None)

    def next_few(self, after: tuple[str, str] | None, most: int) -> list[InboxRow]:
        """The oldest waiting update of each of the chats that come after another, at most so many.

        They are locked until the end.

        A chat whose oldest update waits for its file is left out.

        Chats take turns, in the order of channel and id: however much one of them sends, each
        other is served within a round. `after` is the chat that was served last.

        On PostgreSQL rows locked by another worker are left out, with everything of their chat:
        their older row is seen as waiting until that worker's transaction ends.
        """
        for channel, chat in (_FIRST_CHAT,) if after is None else (after, _FIRST_CHAT):
            place = {"channel": channel, "chat": chat, "most": most}
            rows = many(InboxRow, self._connection.execute(_NEXT_UPDATES, place))
            if rows:
                return rows
        return []

    def waits(self) -> bool:
        """Whether any update is to be handled, perhaps once its file is there."""
        return self._connection.execute(_ANY_WAITS).first() is not None

    def raw(self, channel: str, update_key: str) -> dict[str, object]:
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
            .where(schema.inbox.c.id == inbox_id, schema.inbox.c.state == UpdateState.RECEIVED)
            .with_for_update()
        )
        return self._connection.execute(query).first() is not None

    def close(
        self, inbox_id: int, state: str, error: str | None = None, read_by: str | None = None
    ) -> None:
        """Say how an update ended, `handled` or `failed`, and which reader took it."""
        self._connection.execute(
            _CLOSE_UPDATE,
            {
                "row": inbox_id,
                "ended": state,
                "at": self._now,
                "fault": error,
                "reader": read_by,
            },
        )

    # Files that come with updates

    def claim_files(self, limit: int, lease: timedelta) -> list[InboxRow]:
        """Take updates whose files are to be fetched: those first that wait longest, one a chat.

        For the length of the lease nobody else takes them. Returned as they stand after the claim.
        """
        found = self._connection.execute(_DUE_FILES, {"now": self._now, "most": limit})
        ids = list(found.scalars())
        if not ids:
            return []
        table = schema.inbox
        rows = self._connection.execute(
            sa.update(table)
            .where(table.c.id.in_(ids))
            .values(fetch_at=self._now + lease, fetches=table.c.fetches + 1)
            .returning(*_inbox)
        )
        return sorted(many(InboxRow, rows), key=lambda row: row.id)

    def put_file(self, row: InboxRow, update: Inbound) -> bool:
        """Write down what became of an update's file: from now on the update can be handled.

        `row`: as it was claimed; False when somebody else took it over since. The chat's further
        files go behind those of others that are due.
        """
        table = schema.inbox
        done = self._connection.execute(
            sa.update(table)
            .where(table.c.id == row.id, table.c.fetch_at == row.fetch_at)
            .values(raw=update.as_json(), fetch_at=None)
        ).rowcount
        if done:
            self._connection.execute(
                sa.update(table)
                .where(
                    _WAITS_FOR_FILE,
                    table.c.channel == row.channel,
                    table.c.external_id == row.external_id,
                    table.c.fetch_at < self._now,
                )
                .values(fetch_at=self._now)
            )
            return True
        # Where the answer to a commit was lost the work is done again: the file is in use by then.
        kept = self._connection.execute(sa.select(table.c.raw).where(table.c.id == row.id)).scalar()
        return kept is not None and kept.get("file_path") == update.file_path

    def give_files_back(self, rows: Iterable[InboxRow]) -> None:
        """Let claims go that nothing came of: the next one who looks takes them."""
        for row in rows:
            self._connection.execute(
                sa.update(schema.inbox)
                .where(schema.inbox.c.id == row.id, schema.inbox.c.fetch_at == row.fetch_at)
                .values(fetch_at=self._now)
            )

    def take_files_over(self) -> None:
        """Let go of all claims; only where nobody but this process can be at them."""
        self._connection.execute(
            sa.update(schema.inbox)
            .where(_WAITS_FOR_FILE, schema.inbox.c.fetch_at > self._now)
            .values(fetch_at=self._now)
        )

    # Looking back

    def heard_since(self, address: Address, moment: datetime) -> bool:
        """Whether anything came from an account after a moment."""
        table = schema.inbox
        latest = self._connection.execute(
            sa.select(table.c.received_at)
            .where(table.c.channel == address.channel, table.c.external_id == address.external_id)
            .order_by(table.c.id.desc())
            .limit(1)
        ).scalar()
        return latest is not None and latest > moment

    def changed(self, row: InboxRow, message: str) -> Changed | None:
        """What a message was before the update `row` changed it; None for one not kept."""
        table = schema.inbox
        rows = self._connection.execute(
            sa.select(table.c.id, table.c.raw, table.c.read_by)
            .where(
                table.c.channel == row.channel,
                table.c.external_id == row.external_id,
                table.c.id < row.id,
            )
            .order_by(table.c.id.desc())
            .limit(EDITS_LOOK_BACK)
        )
        is_last = True
        for number, raw, read_by in rows:
            if raw.get("message") == message:
                return Changed(number, raw["text"], read_by, is_last)
            is_last = False
        return None

    def latest_message(self, address: Address) -> str | None:
        """The name of the last message of an account that can be changed."""
        rows = reversed(self.history(address.channel, address.external_id, EDITS_LOOK_BACK))
        return next((row.raw["message"] for row in rows if row.raw.get("message")), None)

    def forget(self, inbox_id: int) -> None:
        """Forget the words of one update, which is being answered."""
        self._connection.execute(
            sa.update(schema.inbox).where(schema.inbox.c.id == inbox_id).values(raw={})
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
                schema.inbox.c.state != UpdateState.RECEIVED,
            )
            .values(raw={})
        )

    def forget_names(self, names: re.Pattern[str], addresses: Iterable[Address]) -> None:
        """Forget the words of what these accounts sent that name somebody."""
        table = schema.inbox
        for address in addresses:
            rows = self._connection.execute(
                sa.select(table.c.id, table.c.raw).where(
                    table.c.channel == address.channel,
                    table.c.external_id == address.external_id,
                    table.c.state != UpdateState.RECEIVED,
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
