"""What the engine is handed: the turn, the sessions of its account, and what stands around it.

The engine knows no database and no handler. Whoever runs it brings these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, TypeAlias
from zoneinfo import ZoneInfo

from bot.intents.understanding import Understanding
from bot.messages import Capabilities, Choice, Inbound
from bot.speech.translation import Speaker

Here: TypeAlias = Any
"""The turn as a flow's own functions take it, with whatever a flow needs besides (its unit of
work): the engine hands on what it was handed and looks no further."""

NOTES = "@"
"""Begins the names under which something is kept beside the conversations."""


@dataclass(frozen=True)
class Stored:
    """A conversation as it is kept: its name, its state in JSON, and whether it is the open one."""

    name: str
    state: object
    is_open: bool


class Sessions(Protocol):
    """The conversations of one account; at most one is open."""

    def current(self) -> Stored | None:
        """The open conversation."""

    def find(self, name: str) -> Stored | None:
        """The conversation of this name, open or left."""

    def left(self) -> list[Stored]:
        """Conversations that were left, and notes beside them, the latest first."""

    def put(self, stored: Stored) -> None:
        """Keep a conversation; opening one closes the others."""

    def drop(self, name: str) -> None:
        """Forget a conversation that is over."""

    def highest_number(self) -> int:
        """A number that no question of this chat has reached: each leaves a message."""


class Surroundings(Protocol):
    """What is done beside the conversation, in the middle of it."""

    def answer(self, text: str) -> None:
        """Answer what was asked or told, whatever comes of it."""

    def answers_question(self, text: str) -> bool:
        """Answer if the text is a question or a live one; False when it is neither."""

    def surely_asks(self, text: str) -> bool:
        """Whether a text can only be a question; says nothing."""

    def surely_tells(self, text: str, *, screens: bool) -> bool:
        """Whether a text surely is news or a wish, or (`screens`) asks for a screen of its own."""

    def meaning(self, text: str) -> Understanding | None:
        """What a text is taken for where it is typed; None where nobody can tell."""

    def menu(self) -> None:
        """Show the first screen."""

    def person_in_charge(self) -> None:
        """Say who can help."""


class Nobody:
    """Surroundings that do nothing: for a turn that nothing was put around yet."""

    def answer(self, text: str) -> None:
        """Nothing."""

    def answers_question(self, text: str) -> bool:
        """Never."""
        return False

    def surely_asks(self, text: str) -> bool:
        """Never."""
        return False

    def surely_tells(self, text: str, *, screens: bool) -> bool:
        """Never."""
        return False

    def meaning(self, text: str) -> Understanding | None:
        """Nothing."""
        return None

    def menu(self) -> None:
        """Nothing."""

    def person_in_charge(self) -> None:
        """Nothing."""


class Turn(Protocol):
    """One input of one account, and the voice that answers it."""

    inbound: Inbound
    value: str
    """The pressed choice's value, "" for anything typed."""
    speaker: Speaker
    zone: ZoneInfo
    offered: bool
    """An answer ended in a choice of its own: the open question waits until that is closed."""
    aside: bool
    """What was open was set aside in this turn: it isn't opened again by itself."""
    surroundings: Surroundings

    @property
    def now(self) -> datetime:
        """The moment of this turn, in UTC."""

    @property
    def local_now(self) -> datetime:
        """The moment of this turn in the zone of the people."""

    @property
    def today(self) -> date:
        """Today in the zone of the people."""

    @property
    def capabilities(self) -> Capabilities:
        """What the account's channel can show."""

    @property
    def sessions(self) -> Sessions:
        """The account's conversations."""

    def text(self, thing: object) -> str:
        """Words as this account reads them."""

    def say(self, thing: object, rows: Sequence[Sequence[Choice]] = ()) -> None:
        """Say something to the account, with its choices."""
