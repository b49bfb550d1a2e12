"""Free words: a text, an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.conversations.engine.kinds.base import Kind, Problem, Read, Sure, Unread
from bot.conversations.engine.session import Answers
from bot.conversations.engine.surroundings import Turn
from bot.intents.message import read_message
from bot.intents.residence import asks_back, is_no_place
from bot.intents.values.texts import read_address
from bot.language.series import read_place_change
from bot.language.text import clean, single_line, without_courtesy
from bot.speech.translation import say


@dataclass(frozen=True)
class TextKind(Kind[str]):
    """Free words within limits, counted in characters."""

    shortest: int = 1
    longest: int = 200
    free: ClassVar[bool] = True
    asks_commands: ClassVar[bool] = True

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[str]:
        typed = clean(text) if self.longest > 300 else without_courtesy(single_line(text))
        if len(typed) < self.shortest or not any(letter.isalnum() for letter in typed):
            return Problem(say("kinds.text.short"))
        if len(typed) > self.longest:
            return Problem(say("kinds.text.long", longest=self.longest, length=len(typed)))
        return Sure(typed)


@dataclass(frozen=True)
class VenueKind(TextKind):
    """Where people meet."""

    amends: ClassVar[bool] = True

    def amended(self, turn: Turn, words: str, scope: Answers, kept: str, text: str) -> Read[str]:
        place = read_place_change(text)
        return Unread() if place is None else self.read(turn, words, scope, place)


@dataclass(frozen=True)
class AddressKind(TextKind):
    """Where somebody lives; what asks back or doesn't know is no place."""

    names: ClassVar[bool] = True

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[str]:
        if is_no_place(text):
            return Problem(say("kinds.address.no_place"), asked_back=asks_back(text))
        told = read_address(read_message(text)).value
        return super().read(turn, words, scope, told or text)
