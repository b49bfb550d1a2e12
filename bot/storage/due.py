"""What must be looked at later: a row a subject and kind, taken in batches when its time has come.

Whoever changes a thing says here when it is to be looked at next; whoever looks takes rows that
nobody else has in hand. The row is locked until his transaction ends, so that what he does and
what becomes of the row are one: a crash leaves it as due as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import cache

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.due import DueKind
from bot.storage import outbox, schema
from bot.storage.records import DueRow
from bot.storage.rows import columns, many
from bot.storage.statements import insert_new, upsert

_due = columns(schema.due, DueRow)

# A row as it was taken: one that was set anew since is another's.
_AS_TAKEN = (
    schema.due.c.subject_kind == sa.bindparam("of"),
    schema.due.c.subject_id == sa.bindparam("number"),
    schema.due.c.kind == sa.bindparam("why"),
    schema.due.c.at == sa.bindparam("was"),
    schema.due.c.version == sa.bindparam("seen"),
)
_SETTLED = sa.delete(schema.due).where(*_AS_TAKEN)
_MOVED = (
    sa.update(schema.due)
    .where(*_AS_TAKEN)
    .values(at=sa.bindparam("next"), attempt=sa.bindparam("tries"))
)


def _place(row: DueRow) -> dict[str, object]:
    """The values by which a row that was taken is found."""
    return {
        "of": row.subject_kind,
        "number": row.subject_id,
        "why": row.kind,
        "was": row.at,
        "seen": row.version,
    }


class Dues:
    """What is due, and when."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    # Said by whoever changes a thing

    def set(self, kind: DueKind, subject_id: int, at: datetime, *, version: int = 1) -> None:
        """Look at a subject at a time, and no longer at the one that was said before.

        `version`: of the subject as it is now, where it has versions.
        """
        row = {
            "subject_kind": kind.subject,
            "subject_id": subject_id,
            "kind": kind,
            "at": at,
            "version": version,
            "attempt": 0,
        }
        upsert(self._connection, schema.due, row, change=("at", "version", "attempt"))

    def set_first(self, kind: DueKind, subject_id: int, at: datetime) -> None:
        """Look at a subject at a time unless it is looked at anyhow."""
        row = {"subject_kind": kind.subject, "subject_id": subject_id, "kind": kind, "at": at}
        insert_new(self._connection, schema.due, [{**row, "version": 1}])

    def settle(self, subject_id: int, *kinds: DueKind) -> None:
        """Look at a subject no more for these reasons."""
        table = schema.due
        subjects = [kind.subject for kind in kinds]
        self._connection.execute(
            sa.delete(table).where(
                table.c.subject_kind.in_(subjects),
                table.c.subject_id == subject_id,
                table.c.kind.in_(kinds),
            )
        )

    def settle_all(self, subject_ids: sa.Select[object], *kinds: DueKind) -> None:
        """Look no more at the subjects whose numbers a query gives."""
        table = schema.due
        subjects = [kind.subject for kind in kinds]
        self._connection.execute(
            sa.delete(table).where(
                table.c.subject_kind.in_(subjects),
                table.c.subject_id.in_(subject_ids),
                table.c.kind.in_(kinds),
            )
        )

    def moment(self, kind: DueKind, subject_id: int) -> datetime | None:
        """When a subject is looked at; None when it isn't."""
        return self.moments(kind, [subject_id]).get(subject_id)

    def moments(self, kind: DueKind, subject_ids: Iterable[int]) -> dict[int, datetime]:
        """When each of these subjects is looked at, of those that are."""
        rows = self._connection.execute(
            sa.select(schema.due.c.subject_id, schema.due.c.at).where(
                *_of(kind), schema.due.c.subject_id.in_(list(subject_ids))
            )
        )
        return {row.subject_id: row.at for row in rows}

    # Asked by whoever looks

    def waiting(self, waits: Mapping[DueKind, timedelta]) -> list[DueKind]:
        """The kinds of which something is due, the longest overdue first; one look an index.

        `waits`: how long after its moment a kind is due, and which kinds are asked for at all.
        """
        found = [
            (row.at + waits[row.kind], row.kind)
            for row in self._connection.execute(_first_moments(tuple(waits)))
            if row.at is not None
        ]
        order = list(DueKind)
        found.sort(key=lambda each: (each[0], order.index(each[1])))
        return [kind for moment, kind in found if moment <= self._now]

    def take(self, kind: DueKind, since: timedelta, limit: int) -> list[DueRow]:
        """Rows of a kind whose time came `since` ago, which nobody else has in hand."""
        table = schema.due
        return many(
            DueRow,
            self._connection.execute(
                sa.select(*_due)
                .where(table.c.kind == kind, table.c.at <= self._now - since)
                .order_by(table.c.at, table.c.subject_id)
                .limit(limit)
                .with_for_update(skip_locked=True)
            ),
        )

    def put(self, looked_at: Iterable[tuple[DueRow, datetime | None]]) -> None:
        """What became of rows that were taken: the moment of the next look, None for none.

        A row that was set anew meanwhile, by the look itself, stays as it was set.
        """
        settled, moved = [], []
        for row, again in looked_at:
            if again is None:
                settled.append(_place(row))
            else:
                moved.append({**_place(row), "next": again, "tries": 0})
        if settled:
            self._connection.execute(_SETTLED, settled)
        if moved:
            self._connection.execute(_MOVED, moved)

    def put_aside(self, row: DueRow, until: datetime) -> None:
        """A look went wrong: the row is left alone for a while."""
        values = {**_place(row), "next": until, "tries": row.attempt + 1}
        self._connection.execute(_MOVED, values)

    def next(self, waits: Mapping[DueKind, timedelta]) -> datetime | None:
        """When anything is due next, a queued message among it; in one query.

        `waits`: as in `waiting`.
        """
        moments = [
            row.at + (waits[row.kind] if row.kind else timedelta())
            for row in self._connection.execute(_first_moments(tuple(waits), messages=True))
            if row.at is not None
        ]
        return min(moments, default=None)


def _of(kind: DueKind) -> tuple[sa.ColumnElement[bool], ...]:
    return schema.due.c.kind == kind, schema.due.c.subject_kind == kind.subject


@cache
def _first_moments(
    kinds: tuple[DueKind, ...], *, messages: bool = False
) -> sa.CompoundSelect[object]:
    """The first moment of each kind, and of messages; built once, it is asked every few seconds."""
    return sa.union_all(*map(_first, kinds), *(outbox.first_moments() if messages else ()))


def _first(kind: DueKind) -> sa.Select[object]:
    """The first moment of a kind, from its index."""
    name = sa.literal(kind, schema.due.c.kind.type).label("kind")
    return sa.select(name, sa.func.min(schema.due.c.at).label("at")).where(
        schema.due.c.kind == kind
    )
