"""Numbers, rates and sums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.conversations.engine.kinds.base import Kind, Problem, Read, Sure, Unread, Value, unusual
from bot.conversations.engine.session import Answers
from bot.conversations.engine.surroundings import Turn
from bot.language.numbers import Unit, read_money, read_number, show_number
from bot.language.text import fold, single_line
from bot.speech.translation import say


def _is_number(value: object, *kinds: type) -> bool:
    return isinstance(value, kinds) and not isinstance(value, bool)


def _outside(number: str, low: str, high: str) -> Problem:
    return Problem(say("kinds.number.outside", number=number, low=low, high=high))


@dataclass(frozen=True)
class NumberKind(Kind[int]):
    """A whole number. Outside `low`..`high` is refused, outside `usual` asked back."""

    takes_digits: ClassVar[bool] = True

    low: int = 0
    high: int = 1_000_000
    usual: tuple[int, int] | None = None
    unit: Unit | None = None

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[int]:
        reading = read_number(text, unit=self.unit)
        if reading.value is None:
            if reading.options:
                pairs = tuple((str(each), str(each)) for each in reading.options)
                return Problem(say("kinds.number.which"), pairs)
            if reading.problem == "about":
                return Problem(say("kinds.number.about"))
            return Unread()
        found = self._value(reading.value)
        if reading.is_about and isinstance(found, Sure):
            return Value(reading.value)
        return found

    def _value(self, number: int) -> Read[int]:
        if not self.low <= number <= self.high:
            return _outside(*map(show_number, (number, self.low, self.high)))
        if self.usual and not self.usual[0] <= number <= self.usual[1]:
            return Value(number, unusual(*(show_number(each) for each in (number, *self.usual))))
        return Sure(number)

    def pressed(self, turn: Turn, words: str, scope: Answers, value: str) -> Read[int]:
        return self._value(int(value)) if value.lstrip("-").isdecimal() else Unread()

    def show(self, turn: Turn, words: str, value: int) -> object:
        return show_number(value)

    def fits(self, value: object) -> bool:
        return _is_number(value, int)


@dataclass(frozen=True)
class PercentKind(Kind[float]):
    """A rate in percent with decimals: "0,8", "0.8 %". Outside `usual` it is asked back."""

    takes_digits: ClassVar[bool] = True

    low: float = 0
    high: float = 100
    usual: tuple[float, float] | None = None

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[float]:
        typed = fold(single_line(text)).replace("phan tram", "").replace("%", "").strip()
        try:
            number = float(typed.replace(",", "."))
        except ValueError:
            words_read = read_number(text)
            if words_read.value is None:
                return Unread()
            number = float(words_read.value)
        if not self.low <= number <= self.high:
            return _outside(*map(self._show, (number, self.low, self.high)))
        if self.usual and not self.usual[0] <= number <= self.usual[1]:
            return Value(number, unusual(*(self._show(each) for each in (number, *self.usual))))
        return Sure(number)

    @staticmethod
    def _show(number: float) -> str:
        return f"{number:g}".replace(".", ",")

    def show(self, turn: Turn, words: str, value: float) -> object:
        return f"{self._show(value)} %"

    def fits(self, value: object) -> bool:
        return _is_number(value, int, float)


@dataclass(frozen=True)
class MoneyKind(Kind[int]):
    """A sum in đồng. Outside `usual` it is asked back."""

    takes_digits: ClassVar[bool] = True

    low: int = 0
    high: int = 500_000_000
    usual: tuple[int, int] | None = None

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[int]:
        reading = read_money(text)
        if reading.value is None:
            # "20" of a fee of at most 100.000 can't be millions.
            low, high = self.usual or (self.low, self.high)
            possible = [each for each in reading.options if low <= each <= high]
            if len(possible) == 1:
                return Value(possible[0])
            if possible:
                pairs = tuple((str(each), self._show(turn, each)) for each in possible)
                return Problem(say("kinds.money.which"), pairs)
            return (
                Unread() if reading.problem in (None, "none") else Problem(say("kinds.money.ask"))
            )
        if not self.low <= reading.value <= self.high:
            return _outside(
                *(self._show(turn, each) for each in (reading.value, self.low, self.high))
            )
        if self.usual and not self.usual[0] <= reading.value <= self.usual[1]:
            shown = (self._show(turn, each) for each in (reading.value, *self.usual))
            return Value(reading.value, unusual(*shown))
        plain = reading.value == 0 or single_line(text).replace(".", "") == str(reading.value)
        return Sure(reading.value) if plain else Value(reading.value)

    @staticmethod
    def _show(turn: Turn, value: int) -> str:
        return turn.text(say("kinds.money.shown", number=show_number(value)))

    def pressed(self, turn: Turn, words: str, scope: Answers, value: str) -> Read[int]:
        return Sure(int(value)) if value.isdecimal() else Unread()

    def show(self, turn: Turn, words: str, value: int) -> object:
        return self._show(turn, value)

    def fits(self, value: object) -> bool:
        return _is_number(value, int)
