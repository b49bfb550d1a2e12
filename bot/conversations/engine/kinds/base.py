"""What all kinds of answer share: how they are offered, read and shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeAlias, TypeVar

from bot.conversations.engine.session import Answers
from bot.conversations.engine.surroundings import Turn
from bot.speech.translation import Phrase, say

Pairs: TypeAlias = list[tuple[str, str]]
"""Choices: value and label."""
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Value(Generic[T_co]):
    """A value that free text gave: said back before it is kept."""

    value: T_co
    shown: object = None
    """How it is said back, where that is not how the kind shows it."""
    as_typed: T_co | None = None
    """What the text itself says, where `value` is only proposed: it stands if that is denied."""


@dataclass(frozen=True)
class Sure(Value[T_co]):
    """A value that needs no saying back."""


@dataclass(frozen=True)
class Problem:
    """The text was meant as an answer but can't be one; choices may help."""

    phrase: Phrase
    choices: tuple[tuple[str, str], ...] = ()
    asked_back: bool = False
    """The text asked what the question means, and the phrase answers it."""


@dataclass(frozen=True)
class Unread:
    """Nothing in the text looks like this kind of answer."""


Read: TypeAlias = Value[T_co] | Problem | Unread


def unusual(shown: object, low: object, high: object) -> Phrase:
    """A value that may be but rarely is, with what is usual: said back before it is kept."""
    return say("kinds.unusual", value=shown, low=low, high=high)


def split_rows(pairs: Sequence[tuple[str, str]]) -> list[Pairs]:
    """Short choices side by side, long ones under one another."""
    if len(pairs) <= 3 and sum(len(label) for _, label in pairs) <= 36:
        return [list(pairs)]
    return [[pair] for pair in pairs]


@dataclass(frozen=True)
class Kind(Generic[T]):
    """A kind of answer; what it keeps is plain JSON.

    `free` kinds take any text, so commands need an exact word. `words` is the beginning of the
    keys of a step's messages, `scope` all answers that a question may refer to.
    """

    free: ClassVar[bool] = False
    names: ClassVar[bool] = False
    """Its answer is what somebody or some place is called, so that no sentence is one."""
    keeps: ClassVar[bool] = True
    amends: ClassVar[bool] = False
    """Whether words may change a part of its answer, so that the rest of it stays."""
    amends_all: ClassVar[bool] = False
    """Whether what it keeps may hold the answers to the flow's other questions, too."""
    takes_digits: ClassVar[bool] = False
    """A bare digit typed is the answer itself, not the number of a choice."""
    asks_commands: ClassVar[bool] = False
    """A bare word of command is asked back before it is kept as a text."""
    gives_up: ClassVar[str | None] = None
    """What is kept after two inputs that weren't understood (a consent goes to the organiser)."""

    @property
    def takes_anything(self) -> bool:
        """Whether any sentence at all may be the answer: a message, a note, a reason."""
        return self.free and not self.names

    def rows(self, turn: Turn, words: str, scope: Answers) -> list[Pairs]:
        """The choices offered, a row each."""
        return []

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[T]:
        """Understand what was typed."""
        return Unread()

    def amended(self, turn: Turn, words: str, scope: Answers, kept: T, text: str) -> Read[T]:
        """What typed words make of the answer that stands there; unread where they change nothing."""
        return Unread()

    def pressed(self, turn: Turn, words: str, scope: Answers, value: str) -> Read[T]:
        """Understand a pressed choice."""
        return Unread()

    def show(self, turn: Turn, words: str, value: T) -> object:
        """The value as the person reads it."""
        return str(value)

    def show_in(self, turn: Turn, words: str, value: T, scope: Answers) -> object:
        """The same, where the labels depend on the other answers."""
        return self.show(turn, words, value)

    def offers(self, value: T) -> bool:
        """Whether a kept value is among the choices anyway, so that keeping it needs no own one."""
        return False

    def fits(self, value: object) -> bool:
        """Whether something stored, perhaps by another version of the table, can be a value."""
        return isinstance(value, str)

    def hint(self, turn: Turn) -> Phrase | None:
        """How this kind is answered on the account's channel, where that isn't plain to see."""
        return None

    def check(self, place: str) -> None:
        """Refuse a broken declaration when the program starts."""

    def message_keys(self, words: str) -> Iterable[str]:
        """Messages of its own that a step of this kind needs."""
        return ()
