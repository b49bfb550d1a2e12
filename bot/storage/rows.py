"""Rows of a query as records: which columns a record needs, and the records that come of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import sqlalchemy as sa

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Record = TypeVar("Record")
AnyColumn: TypeAlias = sa.Column[Any]
"""A column, whatever it holds: SQLAlchemy's columns are of one type each."""


def columns(table: sa.Table, record: type[DataclassInstance]) -> list[AnyColumn]:
    """The columns of `table` that `record` names."""
    return [table.c[each.name] for each in fields(record)]


def one(record: Callable[..., Record], row: Sequence[object] | None) -> Record | None:
    """A row as a record, None for no row."""
    return None if row is None else record(*row)


def many(record: Callable[..., Record], rows: Iterable[Sequence[object]]) -> list[Record]:
    """Rows as records."""
    return [record(*row) for row in rows]
