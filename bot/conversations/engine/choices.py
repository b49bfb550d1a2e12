"""The values that the choices of a conversation carry, made and read in this place alone.

On the wire: `c/<number of the question>/<value>`, with the endings of `bot.messages` behind it.
What a person was sent before an update of the program stays readable, so the words never change.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.messages import BY_WORDS, without_endings

PREFIX = "c/"
_AGAIN = "again"
"""Stands where the number of the question does."""
_FIX, _PICK, _DROP = "+fix", "+pick", "+drop"


class Command(StrEnum):
    """What every conversation offers beside a question's own choices."""

    KEEP = "+keep"
    SKIP = "+skip"
    BACK = "+back"
    STOP = "+stop"
    AGAIN = "+again"
    """Go on: the open question once more."""
    SURE = "+sure"
    UNSURE = "+unsure"
    RIGHT = "+right"
    WRONG = "+wrong"
    NOTE = "+note"
    """Keep what was typed as the answer."""
    QUESTION = "+question"
    """Answer what was typed as a question."""
    PICKED = "+picked"
    """All that is wanted was picked."""
    ADD = "+add"
    DONE = "+done"
    CHANGE = "+change"
    REMOVE = "+remove"
    MENU = "+menu"
    """Back to the menu of a list."""
    RESUME = "+resume"
    """Go on with an entry that was left half typed."""
    UNDO = "+undo"
    """Take an entry back that was removed."""


@dataclass(frozen=True)
class Fix:
    """A line of the review to correct."""

    step: str


@dataclass(frozen=True)
class Pick:
    """An entry of a list."""

    item: int


@dataclass(frozen=True)
class Drop:
    """Something picked that is taken back."""

    option: str


@dataclass(frozen=True)
class Option:
    """A choice of the question itself, as its kind has it."""

    value: str


@dataclass(frozen=True)
class BeginAgain:
    """Begin anew what couldn't be gone on with: the number under which it was put aside."""

    aside: int


Chosen = Command | Fix | Pick | Drop | Option


@dataclass(frozen=True)
class Press:
    """A choice with the number of the question that it stood under."""

    number: str
    chosen: Chosen


def spell(chosen: Chosen) -> str:
    """A choice as it stands behind the number of its question."""
    match chosen:
        case Command():
            return chosen.value
        case Fix(step):
            return f"{_FIX}{step}"
        case Pick(item):
            return f"{_PICK}{item}"
        case Drop(option):
            return f"{_DROP}{option}"
        case Option(value):
            return value


def value_of(number: int, chosen: Chosen, *, by_words: bool = False) -> str:
    """The value of a choice of a question; `by_words`: no digit picks it."""
    return f"{PREFIX}{number}/{spell(chosen)}{BY_WORDS if by_words else ''}"


def value_of_again(aside: int) -> str:
    """The value of the choice that begins anew."""
    return f"{PREFIX}{_AGAIN}/{aside}"


def is_choice(value: str) -> bool:
    """Whether a pressed value belongs to a conversation."""
    return value.startswith(PREFIX)


def is_of(number: int, value: str) -> bool:
    """Whether a value stands under a question."""
    return value.startswith(f"{PREFIX}{number}/")


_WAYS = frozenset((Command.BACK, Command.STOP, Command.SKIP, Command.KEEP, Command.AGAIN))


def is_way_on(value: str) -> bool:
    """Whether a value leads on, back or out, and is no answer to its question."""
    press = read_press(value)
    return isinstance(press, Press) and press.chosen in _WAYS


_ASKED_BACK = frozenset(
    (
        Command.STOP,
        Command.AGAIN,
        Command.RIGHT,
        Command.SURE,
        Command.NOTE,
        Command.QUESTION,
    )
)


def is_asked_back(value: str) -> bool:
    """Whether a value is one of two things that words may have meant: "đúng" or "dừng"."""
    press = read_press(value)
    return isinstance(press, Press) and press.chosen in _ASKED_BACK


def asks_to_stop(first: str, second: str) -> bool:
    """Whether two values answer "dừng lại phải không?": a yes is the first, a no the second."""
    chosen = [
        press.chosen for press in map(read_press, (first, second)) if isinstance(press, Press)
    ]
    return chosen == [Command.STOP, Command.AGAIN]


def read_press(value: str) -> Press | BeginAgain:
    """What was pressed, for a value that `is_choice`."""
    number, _, rest = without_endings(value.removeprefix(PREFIX)).partition("/")
    if number == _AGAIN and rest.isdecimal():
        return BeginAgain(int(rest))
    return Press(number, read_chosen(rest))


def read_chosen(value: str) -> Chosen:
    """A choice without its number; whatever isn't known here is the question's own."""
    try:
        return Command(value)
    except ValueError:
        pass
    if value.startswith(_FIX):
        return Fix(value.removeprefix(_FIX))
    if value.startswith(_DROP):
        return Drop(value.removeprefix(_DROP))
    item = value.removeprefix(_PICK)
    if item != value and item.isdecimal():
        return Pick(int(item))
    return Option(value)
