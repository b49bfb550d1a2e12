"""The sessions of one account in the database, as the engine is handed them."""

from __future__ import annotations

from typing import Any

from bot.conversations.engine.surroundings import Stored
from bot.storage.records import ConversationRow
from bot.storage.unit_of_work import UnitOfWork


class AccountSessions:
    """The conversations of an account; at most one is open."""

    def __init__(self, uow: UnitOfWork, account_id: int) -> None:
        self._uow = uow
        self._account_id = account_id

    def current(self) -> Stored | None:
        """The open conversation."""
        return _stored(self._uow.conversations.current(self._account_id))

    def find(self, name: str) -> Stored | None:
        """The conversation of this name, open or left."""
        return _stored(self._uow.conversations.find(self._account_id, name))

    def left(self) -> list[Stored]:
        """Conversations that were left, and notes beside them, the latest first."""
        rows = self._uow.conversations.parked(self._account_id)
        return [Stored(row.flow, row.state, row.open) for row in rows]

    def put(self, stored: Stored) -> None:
        """Keep a conversation; opening one closes the others."""
        state: Any = stored.state
        self._uow.conversations.put(self._account_id, stored.name, state, is_open=stored.is_open)

    def drop(self, name: str) -> None:
        """Forget a conversation that is over."""
        self._uow.conversations.drop(self._account_id, name)

    def highest_number(self) -> int:
        """The number of the latest message to the account."""
        return self._uow.outbox.highest_id(self._account_id)


def _stored(row: ConversationRow | None) -> Stored | None:
    return None if row is None else Stored(row.flow, row.state, row.open)
