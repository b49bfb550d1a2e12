"""What somebody means by one input: the moves that a conversation can make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.conversations.engine.choices import Command
from bot.conversations.engine.kinds.base import Problem, Read, Sure, Value
from bot.conversations.engine.session import Answer, Answers, Mode
from bot.conversations.engine.surroundings import Turn
from bot.domain.entries import ITEM
from bot.messages import Incoming
from bot.speech.translation import Phrase


@dataclass(frozen=True)
class Answered:
    """An answer to the open question. `sure`: it needs no saying back."""

    value: Answer
    sure: bool
    shown: object = None
    as_typed: Answer = None

    @classmethod
    def of(cls, read: Value[Answer]) -> Answered:
        """A value as its kind read it."""
        return cls(read.value, isinstance(read, Sure), read.shown, read.as_typed)


@dataclass(frozen=True)
class Confirm:
    """ "đúng không?": yes."""


@dataclass(frozen=True)
class ConfirmAnd:
    """ "đúng không?": yes, and what comes after it answers the next question already."""

    answer: Answered | Which
    """The answer, or which of several it may be."""
    says_yes: bool
    """Whether the yes was said, and doesn't only follow from the answer."""


@dataclass(frozen=True)
class Deny:
    """ "đúng không?": no."""


@dataclass(frozen=True)
class Anew:
    """A move instead of what waited: a value for "đúng không?", words that may be a note."""

    move: Move


@dataclass(frozen=True)
class Keep:
    """What stands there stays."""


@dataclass(frozen=True)
class Skip:
    """The question is left out."""


@dataclass(frozen=True)
class CannotSkip:
    """Somebody wants to leave out what is needed."""


@dataclass(frozen=True)
class Back:
    """One question back."""


@dataclass(frozen=True)
class Stop:
    """Leave the conversation."""


@dataclass(frozen=True)
class PerhapsStop:
    """ "dung" where no yes is asked for: it can only be "dừng", and is asked all the same."""


@dataclass(frozen=True)
class Unclear:
    """ "dung" after a yes/no question is đúng or dừng: asked, never guessed."""

    right: Command


@dataclass(frozen=True)
class ToMenu:
    """Leave the conversation for the first screen."""


@dataclass(frozen=True)
class PersonInCharge:
    """Who can help?"""


@dataclass(frozen=True)
class Again:
    """The open question once more, with a word before it."""

    word: Phrase | None = None


@dataclass(frozen=True)
class OldButton:
    """A choice that doesn't stand under the open question."""


@dataclass(frozen=True)
class NotHere:
    """A choice that the conversation doesn't know: none of its business."""


@dataclass(frozen=True)
class PickOption:
    """One of several was pressed, or taken back."""

    options: tuple[str, ...]
    """All that is picked by now."""


@dataclass(frozen=True)
class PickDone:
    """All that is wanted was picked."""


@dataclass(frozen=True)
class AddEntry:
    """Another entry of the list."""


@dataclass(frozen=True)
class ResumeEntry:
    """Go on with the entry that was left half typed."""


@dataclass(frozen=True)
class RestoreEntry:
    """Take back the entry that was taken out last."""


@dataclass(frozen=True)
class PickEntry:
    """The entry that is to be changed or taken out."""

    item: int
    mode: Mode

    @classmethod
    def of(cls, entries: Sequence[Answers], mode: Mode) -> PickEntry | None:
        """The one entry that is meant; None where none or several may be."""
        return cls(entries[0][ITEM], mode) if len(entries) == 1 else None


@dataclass(frozen=True)
class ShowList:
    """The menu of the list: what next, or which entry is meant."""

    mode: Mode


@dataclass(frozen=True)
class CloseList:
    """The list is done."""


@dataclass(frozen=True)
class Right:
    """All that was read over is right."""


@dataclass(frozen=True)
class Wrong:
    """Something of it isn't."""


@dataclass(frozen=True)
class Correct:
    """One answer is put right, at once where the new one was said."""

    step: str
    answer: Answered | None = None


@dataclass(frozen=True)
class FixLine:
    """A line of the review is to be corrected."""

    step: str


@dataclass(frozen=True)
class PerhapsCommand:
    """A word of command where any text is an answer: which of them is asked."""

    text: str


@dataclass(frozen=True)
class PerhapsQuestion:
    """A question where any text is an answer: which of them is asked."""

    text: str


@dataclass(frozen=True)
class PerhapsElse:
    """A sentence where a name or a place is asked, that hardly is one: which of them is asked."""

    text: str


@dataclass(frozen=True)
class AnswerHeld:
    """What was typed was a question, or something else than an answer."""

    text: str


@dataclass(frozen=True)
class Which:
    """The answer may be one of several."""

    problem: Problem


@dataclass(frozen=True)
class NotUnderstood:
    """Not an answer; `problem` says why where that is known."""

    problem: Phrase | None = None


@dataclass(frozen=True)
class SomethingElse:
    """Perhaps a question in the middle; `otherwise` where nobody answers it."""

    text: str
    otherwise: Which | NotUnderstood


@dataclass(frozen=True)
class GoOn:
    """A question in the middle was answered: the open one is put again."""


@dataclass(frozen=True)
class Elsewhere:
    """Something else was meant that opens its own screen: the conversation waits as it stood."""


Move: TypeAlias = (
    Answered
    | Confirm
    | ConfirmAnd
    | Deny
    | Anew
    | Keep
    | Skip
    | CannotSkip
    | Back
    | Stop
    | PerhapsStop
    | Unclear
    | ToMenu
    | PersonInCharge
    | Again
    | OldButton
    | NotHere
    | PickOption
    | PickDone
    | AddEntry
    | ResumeEntry
    | RestoreEntry
    | PickEntry
    | ShowList
    | CloseList
    | Right
    | Wrong
    | Correct
    | FixLine
    | PerhapsCommand
    | PerhapsQuestion
    | PerhapsElse
    | AnswerHeld
    | Which
    | NotUnderstood
    | SomethingElse
    | GoOn
    | Elsewhere
)


def move_of(turn: Turn, read: Read[Answer]) -> Move:
    """What is made of what a kind read."""
    if isinstance(read, Value):
        return Answered.of(read)
    return move_of_problem(read) if isinstance(read, Problem) else otherwise(turn)


def move_of_problem(problem: Problem) -> Which | NotUnderstood:
    """What is made of an answer that can't be one."""
    return Which(problem) if problem.choices else NotUnderstood(problem.phrase)


def otherwise(turn: Turn) -> Move:
    """Not an answer: perhaps a question in the middle."""
    if turn.inbound.kind is Incoming.TEXT:
        return SomethingElse(turn.inbound.text, NotUnderstood())
    return NotUnderstood()
