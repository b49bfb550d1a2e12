"""Statements that repositories share: what each of the two databases says in its own way.

What runs for every message is built once, here and in the repositories: to build a statement costs
the processor several times what executing it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection


def new_id(result: sa.CursorResult[Any]) -> int:
    """The id of the row that was just inserted."""
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])


def insert_new(
    connection: Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]]
) -> list[int]:
    """Insert the rows of which no unique key is taken, in one statement; the new rows' ids.

    Of a table without ids it is what the primary key begins with.
    """
    if not rows:
        return []
    statement = _insertion_of_new(connection.dialect.name, table)
    return list(connection.execute(statement, list(rows)).scalars())


@cache
def _insertion_of_new(dialect: str, table: sa.Table) -> Any:
    number = next(iter(table.primary_key))
    return _insertion(dialect, table).on_conflict_do_nothing().returning(number)


def upsert(
    connection: Connection,
    table: sa.Table,
    row: Mapping[str, Any],
    *,
    change: Iterable[str],
    key: Sequence[str] = (),
    returning: Sequence[sa.Column[Any]] = (),
) -> sa.CursorResult[Any]:
    """Insert a row, or take over these columns into the one that has its key already.

    In one statement: two that begin at once end with one row. `key`: the columns of a unique key,
    of the primary one if not given; `returning`: columns of the row as it stands then.
    """
    statement = _insertion_or_change(
        connection.dialect.name, table, tuple(change), tuple(key), tuple(returning)
    )
    return connection.execute(statement, dict(row))


@cache
def _insertion_or_change(
    dialect: str,
    table: sa.Table,
    change: tuple[str, ...],
    key: tuple[str, ...],
    returning: tuple[sa.Column[Any], ...],
) -> Any:
    statement = _insertion(dialect, table)
    statement = statement.on_conflict_do_update(
        index_elements=[table.c[name] for name in key] or list(table.primary_key),
        set_={name: statement.excluded[name] for name in change},
    )
    return statement.returning(*returning) if returning else statement


def _insertion(dialect: str, table: sa.Table) -> Any:
    """An insertion that may say what happens when a key is taken; each database has its own."""
    construct: Any = postgresql if dialect == "postgresql" else sqlite
    return construct.insert(table)


def first_number(
    connection: Connection,
    table: sa.Table,
    moment: sa.Column[datetime],
    since: datetime,
    *,
    after: int = 0,
) -> int:
    """A number from which on all of a table's rows are of a time or later, and none before it.

    For tables whose rows are numbered in the order of `moment`: found by halving, without reading
    them and without an index of the moments. `after`: rows up to this number aren't looked at.
    """
    looks = _first_from(table, moment)

    def first_from(number: int) -> Any:
        return connection.execute(looks, {"from": number}).first()

    low = after + 1
    row = first_from(low)
    if row is None or row[1] >= since:
        return low
    low = int(row[0]) + 1
    high = int(connection.execute(sa.select(sa.func.max(table.c.id))).scalar() or 0) + 1
    while low < high:
        middle = (low + high) // 2
        row = first_from(middle)
        if row is None or row[1] >= since:
            high = middle
        else:
            low = int(row[0]) + 1
    return low


@cache
def _first_from(table: sa.Table, moment: sa.Column[datetime]) -> sa.Select[Any]:
    number = table.c.id
    chosen = sa.select(number, moment).where(number >= sa.bindparam("from", type_=sa.Integer))
    return chosen.order_by(number).limit(1)
