"""What a transaction has read is remembered until it is written over.

For one update many places ask the same: whom somebody speaks for, what he may do, what he was
shown. The database is asked once. Whatever writes makes forgotten what was read of its table,
whoever executes it, so that nobody has to think of it; a statement of which that can't be told
makes all forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

_KEY = "memory"
"""Under which a connection has the memory of its open transaction."""

Asks = ParamSpec("Asks")
Answer = TypeVar("Answer")
Answers = dict[object, object]


class _Repository(Protocol):
    @property
    def _connection(self) -> Connection: ...


Own = TypeVar("Own", bound=_Repository)


class Memory:
    """The answers of one transaction, by what was asked and the tables that it was read from."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, ...], Answers] = {}

    def of(self, tables: tuple[str, ...]) -> Answers:
        """The answers that were read from these tables."""
        return self._answers.setdefault(tables, {})

    def forget(self, table: str | None = None) -> None:
        """Forget what was read of a table, or all."""
        for tables, answers in self._answers.items():
            if table is None or table in tables:
                answers.clear()


def begin_memory(connection: Connection) -> None:
    """A transaction begins: nothing is known yet."""
    connection.info[_KEY] = Memory()


def forget_all(connection: Connection) -> None:
    """A part of the transaction was undone."""
    memory = connection.info.get(_KEY)
    if memory is not None:
        memory.forget()


def forget_what_is_written(engine: Engine) -> None:
    """Let every statement that writes through an engine make forgotten what it changes."""
    sa.event.listen(engine, "before_execute", _before)


def _before(connection: Connection, statement: object, *_rest: object) -> None:
    memory = connection.info.get(_KEY)
    if memory is None or isinstance(statement, sa.Select | sa.CompoundSelect):
        return
    table = statement.table if isinstance(statement, sa.UpdateBase) else None
    memory.forget(table.name if isinstance(table, sa.Table) else None)


def remembered(
    *tables: sa.Table,
) -> Callable[[Callable[Concatenate[Own, Asks], Answer]], Callable[Concatenate[Own, Asks], Answer]]:
    """A question that a repository asks once in a transaction: all that its answer is read from.

    What is asked with must be hashable and the answer may not depend on the time; lists and dicts
    are handed out as copies.
    """
    names = tuple(table.name for table in tables)

    def decorate(
        ask: Callable[Concatenate[Own, Asks], Answer],
    ) -> Callable[Concatenate[Own, Asks], Answer]:
        def answer(self: Own, *args: Asks.args, **kwargs: Asks.kwargs) -> Answer:
            memory = self._connection.info.get(_KEY)
            if memory is None:
                return ask(self, *args, **kwargs)
            answers = memory.of(names)
            key = (ask.__qualname__, args, tuple(kwargs.items()))
            if key not in answers:
                answers[key] = ask(self, *args, **kwargs)
            found: object = answers[key]
            copied: object = found.copy() if isinstance(found, list | dict) else found
            return cast("Answer", copied)

        return cast("Callable[Concatenate[Own, Asks], Answer]", update_wrapper(answer, ask))

    return decorate
