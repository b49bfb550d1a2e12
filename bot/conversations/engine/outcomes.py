"""What has to be said or done once a move is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from bot.conversations.engine.session import Answers
from bot.speech.translation import Phrase


@dataclass(frozen=True)
class Tell:
    """Something to say before what follows."""

    phrase: Phrase


@dataclass(frozen=True)
class Ask:
    """The open question is put. `again`: it stood there before, under the same number."""

    again: bool = False
    progress: bool = False
    """Say which question it is even when it is put again."""


@dataclass(frozen=True)
class Offer:
    """Something to say with choices beside the open question's own: (value, label) pairs.

    They stand in one row, or each in its own where they are `stacked`.
    """

    phrase: Phrase
    choices: tuple[tuple[str, Phrase | str], ...]
    stacked: bool = False


@dataclass(frozen=True)
class ShowPicked:
    """What was picked so far, and what can be picked besides."""


@dataclass(frozen=True)
class AnswerQuestion:
    """A question in the middle is answered."""

    text: str


@dataclass(frozen=True)
class NamePerson:
    """Who can help is said."""


@dataclass(frozen=True)
class PutAgain:
    """The open question is put again after something in the middle.

    Not while that offers choices of its own: one question at a time, so that a yes or a digit
    can only mean one thing.
    """


@dataclass(frozen=True)
class Finished:
    """The conversation is over: what was said at the questions that still apply."""

    answers: Answers


@dataclass(frozen=True)
class Stopped:
    """The flow ended it before its last question."""


@dataclass(frozen=True)
class Left:
    """The person leaves; `quietly` says nothing about it."""

    quietly: bool = False


@dataclass(frozen=True)
class ShowMenu:
    """The first screen is shown."""


Outcome: TypeAlias = (
    Tell
    | Ask
    | Offer
    | ShowPicked
    | AnswerQuestion
    | NamePerson
    | PutAgain
    | Finished
    | Stopped
    | Left
    | ShowMenu
)
