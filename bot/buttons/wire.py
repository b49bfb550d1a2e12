"""How a button is written and read: a value with typed fields, and its wire form.

On its way it is `a/<verb>/<argument>/…`, one argument a
field, and may end in a mark by which it is also typed. Both ways stand here and nowhere else: who
makes a button names its class, who gets one reads it (`read_button`), and what can't be read is
nobody's button. A form that was sent once stays readable.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields
from enum import Enum, StrEnum
from functools import lru_cache
from typing import Annotated, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

from bot.messages import BY_WORDS, NO, YES, without_endings
from bot.speech.translation import Words

PREFIX = "a/"
MOST_ID = 2**31 - 1
MOST_PAGE = 9999


class Named(Enum):
    """What a field names by its number or code; whoever acts on the button looks it up."""

    CLUB = "club"
    MEMBERSHIP = "membership"
    APPLICATION = "application"
    EVENT = "event"
    OCCURRENCE = "occurrence"
    NOTICE = "notice"
    PERSON = "person"
    REQUEST = "request"
    ENQUIRY = "enquiry"
    PAPER = "paper"
    MATERIAL = "material"
    CLUB_ANSWER = "club_answer"
    STANDING = "standing"


@dataclass(frozen=True)
class OneOf:
    """A text that is one of these."""

    values: tuple[str, ...]


class Whole:
    """A number that may be as large as those of rows, though nothing is looked up by it."""


class Rest:
    """A text that may hold slashes: everything that is left."""


ClubId = Annotated[int, Named.CLUB]
MembershipId = Annotated[int, Named.MEMBERSHIP]
ApplicationId = Annotated[int, Named.APPLICATION]
EventId = Annotated[int, Named.EVENT]
OccurrenceId = Annotated[int, Named.OCCURRENCE]
NoticeId = Annotated[int, Named.NOTICE]
PersonId = Annotated[int, Named.PERSON]
RequestId = Annotated[int, Named.REQUEST]
EnquiryId = Annotated[int, Named.ENQUIRY]
PaperCode = Annotated[str, Named.PAPER]
ClubAnswerId = Annotated[int, Named.CLUB_ANSWER]
StandingId = Annotated[int, Named.STANDING]
MaterialCode = Annotated[str, Named.MATERIAL]
AccountNumber = Annotated[int, Whole()]
"""An account's number: of whom only those count that speak for the person who is named too."""
PersonIds = tuple[int, ...]
"""Several persons, of whom only those count whom the account speaks for."""


class UnreadableError(ValueError):
    """An argument that its field doesn't take."""


@dataclass(frozen=True)
class Button:
    """What a press says. A subclass names its verb: `class Approve(Button, verb="approve")`."""

    verb: ClassVar[str]

    def __init_subclass__(cls, verb: str) -> None:
        cls.verb = verb
        if _BY_VERB.setdefault(verb, cls) is not cls:
            raise TypeError(f"two buttons say {verb}")


_BY_VERB: dict[str, type[Button]] = {}


def every_button() -> list[type[Button]]:
    """Every button there is."""
    return list(_BY_VERB.values())


@dataclass(frozen=True)
class Marked:
    """A button whose value ends in a mark."""

    button: Button
    mark: str


Pressable = Button | Marked
Rows = list[list[tuple[Words, Pressable]]]
"""Rows of choices: what each says, and the button."""


def yes(button: Button) -> Marked:
    """A button that a typed yes picks as well."""
    return Marked(button, YES)


def no(button: Button) -> Marked:
    """A button that a typed no picks as well."""
    return Marked(button, NO)


def by_words(button: Button) -> Marked:
    """A button that no digit picks, only its label."""
    return Marked(button, BY_WORDS)


# The wire form


@dataclass(frozen=True)
class Argument:
    """A field as it is written and read: its type without "or None", and what it names."""

    name: str
    kind: object
    named: Named | None
    one_of: tuple[str, ...]
    takes_rest: bool
    is_whole: bool
    optional: bool
    default: object

    def write(self, value: object) -> str:
        """The value as it stands in the wire form."""
        if value is None:
            return "0"
        if isinstance(value, bool):
            return self.name if value else "-"
        if isinstance(value, tuple):
            return ",".join(map(str, value))
        return str(value.value if isinstance(value, Enum) else value)

    def read(self, text: str) -> object:
        """The value of an argument; raises UnreadableError."""
        if self.optional and text == "0":
            return None
        if self.kind is bool:
            return self._one(text, {self.name: True, "-": False})
        if get_origin(self.kind) is Literal:
            return self._one(text, {each: each for each in get_args(self.kind)})
        if self.one_of:
            return self._one(text, {each: each for each in self.one_of})
        if isinstance(self.kind, type) and issubclass(self.kind, StrEnum):
            return self._one(text, {each.value: each for each in self.kind})
        if self.kind == PersonIds:
            return tuple(_number(each, 1, MOST_ID) for each in text.split(","))
        if self.kind is int:
            large = self.named is not None or self.is_whole
            return _number(text, *((1, MOST_ID) if large else (0, MOST_PAGE)))
        if not text:
            raise UnreadableError(self.name)
        return text

    def _one(self, text: str, known: dict[str, object]) -> object:
        if text not in known:
            raise UnreadableError(self.name)
        return known[text]


def _number(text: str, low: int, high: int) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 10 and low <= int(text) <= high):
        raise UnreadableError(text)
    return int(text)


def _argument(field: Field[object], hint: object) -> Argument:
    optional = False
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (each for each in get_args(hint) if each is not types.NoneType)
        optional = True
    notes: tuple[object, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *rest = get_args(hint)
        notes = tuple(rest)
    return Argument(
        field.name,
        hint,
        next((each for each in notes if isinstance(each, Named)), None),
        next((each.values for each in notes if isinstance(each, OneOf)), ()),
        Rest in notes,
        any(isinstance(each, Whole) for each in notes),
        optional,
        field.default,
    )


_ARGUMENTS: dict[str, tuple[Argument, ...]] = {}


def arguments(button: type[Button]) -> tuple[Argument, ...]:
    """A button's fields in the order in which they are written."""
    if button.verb not in _ARGUMENTS:
        hints = get_type_hints(button, include_extras=True)
        _ARGUMENTS[button.verb] = tuple(
            _argument(each, hints[each.name]) for each in fields(button)
        )
    return _ARGUMENTS[button.verb]


def wire(pressable: Pressable) -> str:
    """The value that a press brings back; what stands at its default at the end is left out."""
    if isinstance(pressable, Marked):
        return f"{wire(pressable.button)}{pressable.mark}"
    known = arguments(type(pressable))
    values = [(each, getattr(pressable, each.name)) for each in known]
    while values and values[-1][1] == values[-1][0].default:
        values.pop()
    return PREFIX + "/".join(
        [pressable.verb, *(argument.write(value) for argument, value in values)]
    )


def _split(value: str) -> tuple[type[Button], list[str]] | None:
    """The button that a value's verb belongs to, and what is left of the value."""
    first, *rest = value.split("/")
    if rest and (longer := _BY_VERB.get(f"{first}/{rest[0]}")):
        return longer, rest[1:]
    found = _BY_VERB.get(first)
    return (found, rest) if found else None


def _values(known: tuple[Argument, ...], given: list[str]) -> Iterator[tuple[str, object]]:
    for argument in known:
        if argument.takes_rest and given:
            given[:] = ["/".join(given)]
        if given:
            yield argument.name, argument.read(given.pop(0))
        elif argument.default is MISSING:
            raise UnreadableError(argument.name)
    if given:
        raise UnreadableError(given[0])


@lru_cache(maxsize=4096)
def read_button(value: str) -> Button | None:
    """What a press says; None where nobody knows the verb, or its arguments are none of its own."""
    if not value.startswith(PREFIX):
        return None
    found = _split(without_endings(value).removeprefix(PREFIX))
    if found is None:
        return None
    kind, given = found
    try:
        return kind(**dict(_values(arguments(kind), given)))
    except UnreadableError:
        return None
