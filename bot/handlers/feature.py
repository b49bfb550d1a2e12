"""What a feature is: a folder of commands and screens, and all that it brings to the bot's tables."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import TypeVar

from bot.buttons import Button
from bot.conversations.effects import Press
from bot.conversations.engine import Flow
from bot.conversations.turn import Turn
from bot.domain.due import DueKind, Looked
from bot.handlers.acting import Acting
from bot.handlers.scene import Need, Standing
from bot.handlers.services import Keeping, Services
from bot.intents.understanding import Intent, Understanding
from bot.intents.words import Meaning
from bot.speech.translation import Phrase
from bot.storage.records import DueRow
from bot.storage.unit_of_work import UnitOfWork

E = TypeVar("E")
K = TypeVar("K")
V = TypeVar("V")


# What is pressed


def _takes(function: Callable[..., object], besides: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(inspect.signature(function).parameters)
    return tuple(name for name in names if name not in besides)


@dataclass(frozen=True)
class Action:
    """What a button does, and its guard. A press on a `leaves` action leaves an open conversation.

    The guard is given the turn, the action the services and the turn; then both take what the button
    holds by the names of its fields, the guard as much of it as it asks for.
    """

    run: Callable[..., None]
    guard: Callable[..., bool]
    leaves: bool = True

    @cached_property
    def guarded(self) -> tuple[str, ...]:
        """The fields that the guard asks for."""
        return _takes(self.guard, ("turn",))

    @cached_property
    def taken(self) -> tuple[str, ...]:
        """The fields that the action takes: all of the button's."""
        return _takes(self.run, ("services", "turn"))


# What follows from what was done


@dataclass(frozen=True)
class Effect:
    """How an effect of one type is carried out: told in a turn, or done for whoever acts."""

    type: type
    tell: Callable[[Services, Turn, object], None] | None = None
    do: Callable[[Acting, object], None] | None = None


def told(kind: type[E], tell: Callable[[Services, Turn, E], object]) -> Effect:
    """An effect that says something: it needs a chat."""

    def run(services: Services, turn: Turn, effect: object) -> None:
        assert isinstance(effect, kind)
        tell(services, turn, effect)

    return Effect(kind, tell=run)


def done(kind: type[E], do: Callable[[Acting, E], object]) -> Effect:
    """An effect that says nothing: the command line has it carried out too."""

    def run(acting: Acting, effect: object) -> None:
        assert isinstance(effect, kind)
        do(acting, effect)

    return Effect(kind, do=run)


# What is typed

Act = Callable[[Standing, str, Understanding], bool]
"""Answers a text whose meaning is known; False where nothing follows from it here."""


@dataclass(frozen=True)
class Following:
    """What follows from an intent, what it needs, and what it is called when it is asked back.

    `label` None: it is never asked about; what harms nobody is just said.
    """

    act: Act
    label: Phrase | None = None
    needs: tuple[Need, ...] = ()


def screen(button: Callable[[int], Button]) -> Act:
    """A screen of the first club that the writer organises."""

    def show(scene: Standing, _text: str, _meaning: Understanding) -> bool:
        scene.turn.do(Press(button(scene.organised[0].id)))
        return True

    return show


def answered(words: Phrase) -> Act:
    """Some words, and nothing else."""

    def answer(scene: Standing, _text: str, _meaning: Understanding) -> bool:
        scene.turn.say(words)
        return True

    return answer


Typed = Callable[[Standing], None]
"""Does what a word of command says."""


@dataclass(frozen=True)
class Slash:
    """A slash command: its word in each of LANGUAGES, with `command.<name>` said of it.

    Platforms with a menu of commands show them by `place`; the words hold in both languages.
    """

    name: str
    words: tuple[str, str]
    run: Typed
    place: int


# What is looked at later

Look = Callable[[Services, UnitOfWork, DueRow], Looked]


@dataclass(frozen=True)
class Handling:
    """Who looks at what is due of a kind."""

    look: Look
    batch: int = 100
    """How many are looked at in one transaction: replies don't wait long for it."""
    kept: Callable[[Keeping], timedelta] | None = None
    """How long after its moment it is due, where a setting says so."""


@dataclass(frozen=True)
class Tick:
    """What is done again and again: how much there was to do, and the seconds between two runs."""

    run: Callable[[Services, UnitOfWork], int]
    seconds: int


# All of it


@dataclass(frozen=True)
class Feature:
    """What a feature brings; who may use an action stands in the action's own row."""

    name: str
    flows: tuple[Flow, ...] = ()
    actions: Mapping[type[Button], Action] = field(default_factory=dict)
    effects: tuple[Effect, ...] = ()
    following: Mapping[Intent, Following] = field(default_factory=dict)
    """What follows from what a text is understood to mean."""
    typed: Mapping[Meaning, Typed] = field(default_factory=dict)
    """Whole messages that are words of command."""
    slash: tuple[Slash, ...] = ()
    organisers_words: Mapping[str, Callable[[int], Button]] = field(default_factory=dict)
    coordinators_words: Mapping[str, Callable[[], Button]] = field(default_factory=dict)
    """What staff ask for in their own words, by what `read_staff_request` calls it: the screen of
    a club, or of the area."""
    due: Mapping[DueKind, Handling] = field(default_factory=dict)
    ticks: Mapping[str, Tick] = field(default_factory=dict)


class FeatureError(Exception):
    """Two features bring the same thing."""


def together(what: str, parts: Iterable[tuple[str, Mapping[K, V]]]) -> dict[K, V]:
    """One table of the parts that features, by their names, bring to it.

    Raises FeatureError for a key that two of them have.
    """
    table: dict[K, V] = {}
    owner: dict[K, str] = {}
    for name, part in parts:
        for key, value in part.items():
            if key in owner:
                raise FeatureError(f"{what} {key!r} in {owner[key]} and in {name}")
            table[key], owner[key] = value, name
    return table
