"""What columns hold and how they are held to it: moments, words of an enumeration, references."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    TypeDecorator,
    text,
)

Word = TypeVar("Word", bound=StrEnum)


class OneOf(TypeDecorator[Word], Generic[Word]):
    """One word of an enumeration, stored as text."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[Word], length: int) -> None:
        super().__init__(length)
        self.words = words

    def process_bind_param(self, value: Word | None, dialect: Dialect) -> str | None:
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> Word | None:
        return None if value is None else self.words(value)


class Moment(TypeDecorator[datetime]):
    """An aware time, stored in UTC; SQLite keeps it without a zone, PostgreSQL with one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("only aware times are stored")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_column() -> Column[int]:
    """The number of a row."""
    return Column("id", Integer, primary_key=True, autoincrement=True)


def reference(target: str, name: str, *, nullable: bool = False, **more: Any) -> Column[int]:
    """A row of another table, by its number."""
    return Column(name, Integer, ForeignKey(f"{target}.id"), nullable=nullable, **more)


def one_of(name: str, *words: str) -> CheckConstraint:
    """What a column may hold besides nothing: the database refuses any other word."""
    known = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{name} IN ({known})", name=name)


def state(words: type[Word], length: int, name: str = "state") -> Column[Word]:
    """In which state a row is: read and written as a member of `words`."""
    kind: OneOf[Word] = OneOf(words, length)
    return Column(name, kind, one_of(name, *words), nullable=False)


def few_rows(name: str, *columns: str, where: str) -> Index:
    """An index of the few rows that are under way: its size is what is due, not what exists."""
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))
