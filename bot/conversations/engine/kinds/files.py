"""Files that are sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from bot.conversations.engine.kinds.base import Kind
from bot.conversations.engine.surroundings import Turn


class FileValue(TypedDict):
    """Where the file lies, and its name as it was sent."""

    path: str
    name: str


@dataclass(frozen=True)
class FileKind(Kind[FileValue]):
    """A file that is sent."""

    def show(self, turn: Turn, words: str, value: FileValue) -> object:
        return value["name"]

    def fits(self, value: object) -> bool:
        return isinstance(value, dict) and all(
            isinstance(value.get(key), str) for key in ("path", "name")
        )
