"""The words of updates and messages, which are forgotten in the order in which they came.

Of a person, a membership or a question it is a row of `due` that says when; of what there is one
for every word that is said, a search goes on from where the last one was (a mark in `meta`), so
that its cost grows with what is due and not with what was dealt with long ago.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.messages import MessageState, UpdateState
from bot.storage import schema
from bot.storage.installation import Installation
from bot.storage.statements import first_number

BATCH = 100
"""Rows that are forgotten of a kind in one transaction."""


@dataclass(frozen=True)
class _Words:
    """Rows of one table that hold words: whose end is awaited, which hold any, and what blanks one."""

    name: str
    table: sa.Table
    moment: sa.Column[datetime]
    waiting: sa.ColumnElement[bool]
    full: sa.ColumnElement[bool]
    blank: Mapping[str, object]


_UPDATES = _Words(
    "updates",
    schema.inbox,
    schema.inbox.c.received_at,
    waiting=schema.inbox.c.state == UpdateState.RECEIVED,
    full=schema.inbox.c.external_id != "",
    blank={"raw": {}, "external_id": ""},
)
_MESSAGES = _Words(
    "messages",
    schema.outbox,
    schema.outbox.c.created_at,
    waiting=schema.outbox.c.state.in_([MessageState.QUEUED, MessageState.SENDING]),
    full=schema.outbox.c.text != "",
    blank={"text": "", "rows": [], "files": []},
)


def _paths(stored: object) -> Iterator[str]:
    """The files that are named in what is stored, however deep."""
    if isinstance(stored, dict):
        for key, value in stored.items():
            if key in ("path", "file_path") and isinstance(value, str):
                yield value
            else:
                yield from _paths(value)
    elif isinstance(stored, list):
        for each in stored:
            yield from _paths(each)


class Retention:
    """What is to be forgotten; each method returns how much it was."""

    def __init__(self, connection: Connection, installation: Installation) -> None:
        self._connection = connection
        self._installation = installation

    def blank_updates(self, before: datetime) -> int:
        """Forget the words of updates that were received before a time, and whose they were."""
        return self._blank(_UPDATES, before)

    def blank_messages(self, before: datetime) -> int:
        """Forget the words of messages that were written before a time and have ended."""
        return self._blank(_MESSAGES, before)

    def drop_questions(self, before: datetime) -> int:
        """Forget the questions that were noted before a time for who writes the articles."""
        table = schema.question
        first = first_number(self._connection, table, table.c.asked_at, before)
        if first == 1:
            return 0
        return self._connection.execute(sa.delete(table).where(table.c.id < first)).rowcount

    def files_needed(self) -> set[str]:
        """Where the files lie that somebody sent and that something waits for still.

        An update that wasn't handled, a conversation in which one was sent, a step's answer.
        """
        inbox, conversation, datum = schema.inbox, schema.conversation, schema.founding_datum
        waiting = sa.select(inbox.c.raw).where(inbox.c.state == UpdateState.RECEIVED)
        found = [self._connection.execute(waiting).scalars()]
        for column in (conversation.c.state, datum.c.value):
            # Few hold a file, and all are read by nobody else at once.
            named = sa.cast(column, sa.Text).contains('"path"')
            found.append(self._connection.execute(sa.select(column).where(named)).scalars())
        return {path for values in found for each in values for path in _paths(each)}

    def look_again(self, rows: Sequence[tuple[str, int]]) -> None:
        """Words came back into these rows, by table and number: they are forgotten in their turn."""
        for words in (_UPDATES, _MESSAGES):
            numbers = [number for table, number in rows if table == words.table.name]
            key = f"retention/{words.name}"
            mark = int(self._installation.read(key) or 0)
            if numbers and min(numbers) <= mark:
                self._installation.write(key, str(min(numbers) - 1))

    def _blank(self, words: _Words, before: datetime) -> int:
        """Blank the next rows from before a time that are full and not awaited.

        The mark is the row up to which all is done: what came later is looked at from there on.
        """
        key = f"retention/{words.name}"
        mark = int(self._installation.read(key) or 0)
        end = first_number(self._connection, words.table, words.moment, before, after=mark)
        if end == mark + 1:
            return 0
        number = words.table.c.id
        ids = list(
            self._connection.execute(
                sa.select(number)
                .where(number > mark, number < end, ~words.waiting, words.full)
                .order_by(number)
                .limit(BATCH)
            ).scalars()
        )
        if ids:
            self._connection.execute(
                sa.update(words.table).where(number.in_(ids)).values(**words.blank)
            )
        reached = ids[-1] if len(ids) == BATCH else end - 1
        # What waits still is looked at again.
        first = self._connection.execute(
            sa.select(sa.func.min(number)).where(number > mark, number < end, words.waiting)
        ).scalar()
        if first is not None:
            reached = min(reached, first - 1)
        if reached > mark:
            self._installation.write(key, str(reached))
        return len(ids)
