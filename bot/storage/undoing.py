"""What a piece of work empties or takes away, written down as it was: so that it can be undone later.

Whatever the work changes is seen where statements are executed: nothing lists tables or columns
that could be forgotten when the work comes to touch another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.storage import schema
from bot.storage.columns import Moment
from bot.storage.statements import insert_new
from bot.untyped import JsonObject

_Row = dict[str, object]


class Recording:
    """The rows that were changed or deleted, each as it was before its first change."""

    def __init__(self, connection: Connection, besides: Iterable[sa.Table]) -> None:
        self._connection = connection
        self._besides = {table.name for table in besides}
        self._before: dict[str, dict[tuple[object, ...], _Row]] = {}

    def before(
        self,
        connection: Connection,
        statement: object,
        several: Sequence[Mapping[str, object]],
        params: Mapping[str, object],
        _options: object,
    ) -> None:
        """Read what a statement is about to change."""
        if not isinstance(statement, sa.Update | sa.Delete):
            return
        table = statement.table
        if not isinstance(table, sa.Table) or table.name in self._besides:
            return
        query = sa.select(table)
        if statement.whereclause is not None:
            query = query.where(statement.whereclause)
        known = self._before.setdefault(table.name, {})
        for values in list(several) or [params]:
            for row in connection.execute(query, dict(values)).mappings():
                before = {str(name): value for name, value in row.items()}
                known.setdefault(_key(table, before), before)

    def changes(self) -> list[JsonObject]:
        """What is no more as it was: the columns of a row, or the whole of one that is gone."""
        found: list[JsonObject] = []
        for name, rows in self._before.items():
            table = schema.metadata.tables[name]
            for key, before in rows.items():
                query = sa.select(table).where(*_is(table, key))
                after = self._connection.execute(query).mappings().first()
                gone = after is None
                changed = {
                    column: _stored(value)
                    for column, value in before.items()
                    if after is None or after[column] != value
                }
                if changed:
                    place = [_stored(each) for each in key]
                    found.append({"table": name, "key": place, "row": changed, "gone": gone})
        return found


@contextmanager
def recording(connection: Connection, *besides: sa.Table) -> Iterator[Recording]:
    """Write down what is changed and deleted meanwhile, but in some tables.

    What is inserted isn't noted: whoever undoes says himself what goes again.
    """
    record = Recording(connection, besides)
    sa.event.listen(connection, "before_execute", record.before)
    try:
        yield record
    finally:
        sa.event.remove(connection, "before_execute", record.before)


def undo(connection: Connection, changes: Iterable[JsonObject]) -> None:
    """Put back what was changed or deleted, as far as its rows are still there or free."""
    order = {table.name: place for place, table in enumerate(schema.metadata.sorted_tables)}
    known = [each for each in changes if each["table"] in order]
    for change in sorted(known, key=lambda each: order[each["table"]]):
        table = schema.metadata.tables[change["table"]]
        row = {
            name: _read(table.c[name], value)
            for name, value in change["row"].items()
            if name in table.c
        }
        if not change["gone"]:
            columns = list(table.primary_key)
            key = [_read(column, each) for column, each in zip(columns, change["key"], strict=True)]
            connection.execute(sa.update(table).where(*_is(table, key)).values(row))
        elif not insert_new(connection, table, [row]) and table.autoincrement_column is not None:
            # Its number went to another row meanwhile.
            row.pop(table.autoincrement_column.name)
            insert_new(connection, table, [row])


def _key(table: sa.Table, row: Mapping[str, object]) -> tuple[object, ...]:
    return tuple(row[column.name] for column in table.primary_key)


def _is(table: sa.Table, key: Sequence[object]) -> list[sa.ColumnElement[bool]]:
    return [column == value for column, value in zip(list(table.primary_key), key, strict=True)]


def _stored(value: object) -> object:
    """A value as JSON holds it."""
    return value.isoformat() if isinstance(value, date) else value


def _read(column: sa.Column[object], stored: object) -> object:
    """The value of a column that JSON held."""
    if not isinstance(stored, str):
        return stored
    if isinstance(column.type, Moment):
        return datetime.fromisoformat(stored)
    return date.fromisoformat(stored) if isinstance(column.type, sa.Date) else stored
