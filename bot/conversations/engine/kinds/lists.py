"""A repeated group: its questions are the step's `items`."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversations.engine.kinds.base import Kind
from bot.conversations.engine.session import Answers
from bot.domain.entries import ITEM


@dataclass(frozen=True)
class ListKind(Kind[list[Answers]]):
    """A list of entries."""

    def fits(self, value: object) -> bool:
        return isinstance(value, list) and all(
            isinstance(each, dict) and isinstance(each.get(ITEM), int) for each in value
        )
