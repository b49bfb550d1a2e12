"""What is told to somebody: before it is put into anybody's words, and after."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.buttons import Pressable
from bot.domain.rights import Right
from bot.messages import Choice, Kind
from bot.speech.translation import Words

Choices = Sequence[Sequence[tuple[Words, Pressable]]]
"""Rows of choices before they are put into words: (label, button) each."""

Files = Sequence[tuple[str, str]]
"""Files that are sent: (where it lies, the name that people see) each."""


@dataclass(frozen=True)
class Letter:
    """Something that is to be told to one account or several, each in its own words."""

    key: str
    """Told twice under one key it is sent once; several accounts each have their number behind."""
    phrase: Words
    kind: Kind = Kind.NOTICE
    choices: Choices = ()
    files: Files = ()
    not_before: datetime | None = None
    """None: at the next hour at which people may be disturbed."""
    expires_at: datetime | None = None
    """None: as long as the kind's policy says; so is the priority."""
    priority: int | None = None
    rights: Collection[Right] = ()
    """It is read under these, and by who speaks for the persons that it names."""

    def to(self, account_id: int) -> Letter:
        """The same for one of several accounts."""
        return replace(self, key=f"{self.key}/{account_id}")


@dataclass(frozen=True)
class Message:
    """Something to be sent to one account, in its words."""

    key: str
    kind: Kind
    text: str
    rows: Sequence[Sequence[Choice]] = ()
    files: Files = ()
    not_before: datetime | None = None
    expires_at: datetime | None = None
    priority: int | None = None
    inbox_id: int | None = None
    """The update that it answers."""
    rights: Collection[Right] = ()
    """What one must be to read it, whenever it is fetched."""
