"""Days, hours, months, births and what comes round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar, TypedDict

from bot.conversations.engine.kinds.base import (
    Kind,
    Pairs,
    Problem,
    Read,
    Sure,
    Unread,
    Value,
    unusual,
)
from bot.conversations.engine.session import Answers
from bot.conversations.engine.surroundings import Turn
from bot.domain.founding import MONTHLY
from bot.language.births import read_age_or_year, read_birth
from bot.language.dates.hours import read_time
from bot.language.dates.reading import read_date
from bot.language.months import read_month
from bot.language.recurrences import Recurrence, read_event
from bot.language.series import read_change, read_hour_change
from bot.language.text import single_line
from bot.messages import BY_WORDS
from bot.speech.show import show_birth, show_date, show_recurrence, show_time
from bot.speech.translation import Phrase, say


class BirthValue(TypedDict):
    """A year and, where it is known, the day in ISO form; no year where nobody knows it."""

    year: int | None
    date: str | None
    estimated: bool


def _can(read: Callable[[str], object], value: object) -> bool:
    """Whether something stored is a text that can be read as ISO."""
    try:
        return isinstance(value, str) and read(value) is not None
    except ValueError:
        return False


_AGED = "age-"
"""Begins what a press says that was an age."""


@dataclass(frozen=True)
class BirthKind(Kind[BirthValue]):
    """A year of birth or a full date; unknown is an answer."""

    takes_digits: ClassVar[bool] = True

    adult: bool = True

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[BirthValue]:
        reading = read_birth(text, turn.today)
        age = read_age_or_year(text)
        if age is not None:
            return Problem(
                say("kinds.birth.year_or_age"),
                (
                    (str(1900 + age), turn.text(say("kinds.birth.a_year", year=1900 + age))),
                    (f"{_AGED}{age}", turn.text(say("kinds.birth.an_age", age=age))),
                ),
            )
        if reading.unknown:
            return Sure(BirthValue(year=None, date=None, estimated=True))
        if reading.year is not None and reading.problem is None:
            return self._value(turn, reading.year, reading.date, reading.estimated, text)
        if reading.options:
            return Problem(
                say("kinds.birth.which"),
                tuple((str(year), str(year)) for year in reading.options[:6]),
            )
        if reading.problem in ("future", "too_old", "year_needed"):
            return Problem(say(f"kinds.birth.{reading.problem}"))
        return Unread() if reading.problem in (None, "none") else Problem(say("kinds.birth.ask"))

    def _value(
        self, turn: Turn, year: int, full: date | None, estimated: bool, text: str
    ) -> Read[BirthValue]:
        if self.adult and turn.today.year - year < 18:
            return Problem(say("kinds.birth.too_young", year=year))
        value = BirthValue(year=year, date=full.isoformat() if full else None, estimated=estimated)
        plain = single_line(text) == str(year)
        return Sure(value) if plain else Value(value)

    def pressed(self, turn: Turn, words: str, scope: Answers, value: str) -> Read[BirthValue]:
        if value.isdecimal():
            return self._value(turn, int(value), None, False, value)
        if value.startswith(_AGED) and (age := value.removeprefix(_AGED)).isdecimal():
            year = turn.today.year - int(age)
            return self._value(turn, year, None, True, str(year))
        return Unread()

    def show(self, turn: Turn, words: str, value: BirthValue) -> object:
        full = date.fromisoformat(value["date"]) if value["date"] else None
        return show_birth(value["year"], full, value["estimated"])

    def fits(self, value: object) -> bool:
        if not isinstance(value, dict) or not {"year", "date", "estimated"} <= set(value):
            return False
        year, day = value["year"], value["date"]
        return (year is None or isinstance(year, int)) and (
            day is None or _can(date.fromisoformat, day)
        )


@dataclass(frozen=True)
class DateKind(Kind[str]):
    """A day, kept as ISO text. `past`: a day that was; otherwise one to come."""

    takes_digits: ClassVar[bool] = True
    amends: ClassVar[bool] = True

    past: bool = False
    any_time: bool = False

    def rows(self, turn: Turn, words: str, scope: Answers) -> list[Pairs]:
        return [[("today", turn.text(say("kinds.date.today")))]] if self.past else []

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[str]:
        reading = read_date(text, turn.today, past=self.past)
        if reading.value is not None and reading.problem is None:
            refused = self._refused(turn, reading.value)
            if refused is not None:
                return refused
            day = reading.value.isoformat()
            plain = single_line(text) in (
                reading.value.strftime("%d/%m/%Y"),
                f"{reading.value.day}/{reading.value.month}/{reading.value.year}",
            )
            return Sure(day) if plain else Value(day, show_date(reading.value, lunar=reading.lunar))
        options = tuple(
            (each.isoformat(), turn.text(show_date(each, lunar=reading.lunar)))
            for each in reading.options
        )
        if reading.problem in (None, "none"):
            return Unread()
        return Problem(say(f"kinds.date.{reading.problem}"), options)

    def amended(self, turn: Turn, words: str, scope: Answers, kept: str, text: str) -> Read[str]:
        before = Recurrence("once", date=date.fromisoformat(kept))
        found = read_change(text, before, None, turn.local_now).recurrence
        if found is None or found.date is None:
            return Unread() if read_date(text, turn.today).value is None else Value(kept)
        return self._refused(turn, found.date) or Value(found.date.isoformat())

    def pressed(self, turn: Turn, words: str, scope: Answers, value: str) -> Read[str]:
        if value == "today" and self.past:
            return Sure(turn.today.isoformat())
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return Unread()
        return self._refused(turn, day) or Sure(day.isoformat())

    def _refused(self, turn: Turn, day: date) -> Problem | None:
        """Why a day can't be meant: it is still to come, or it is over."""
        if self.past and day > turn.today:
            return Problem(say("kinds.date.not_yet", day=show_date(day)))
        if not self.past and not self.any_time and day < turn.today:
            return Problem(say("kinds.date.over", day=show_date(day)))
        return None

    def show(self, turn: Turn, words: str, value: str) -> object:
        return show_date(date.fromisoformat(value))

    def fits(self, value: object) -> bool:
        return _can(date.fromisoformat, value)


@dataclass(frozen=True)
class TimeKind(Kind[str]):
    """An hour of the day, kept as "HH:MM". Outside `usual` it is asked back."""

    takes_digits: ClassVar[bool] = True
    amends: ClassVar[bool] = True

    earliest: str = "05:00"
    latest: str = "22:00"
    usual: tuple[str, str] | None = None

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[str]:
        reading = read_time(text)
        if reading.value is None:
            return Unread() if reading.problem in (None, "none") else Problem(say("kinds.time.bad"))
        value = reading.value.strftime("%H:%M")
        if not self.earliest <= value <= self.latest:
            return Problem(
                say(
                    "kinds.time.outside",
                    hour=show_time(reading.value),
                    earliest=_shown_hour(self.earliest),
                    latest=_shown_hour(self.latest),
                )
            )
        if self.usual and not self.usual[0] <= value <= self.usual[1]:
            return Value(value, unusual(*(_shown_hour(each) for each in (value, *self.usual))))
        return Sure(value) if reading.sure else Value(value)

    def amended(self, turn: Turn, words: str, scope: Answers, kept: str, text: str) -> Read[str]:
        hour = read_hour_change(text, time.fromisoformat(kept))
        if hour is None:
            return Unread() if read_time(text).value is None else Value(kept)
        return self.read(turn, words, scope, hour.strftime("%H:%M"))

    def show(self, turn: Turn, words: str, value: str) -> object:
        return _shown_hour(value)

    def fits(self, value: object) -> bool:
        return _can(time.fromisoformat, value)


def _shown_hour(value: str) -> Phrase:
    return show_time(time.fromisoformat(value))


@dataclass(frozen=True)
class RecurrenceKind(Kind[Answers]):
    """A regular day in the organiser's own words."""

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[Answers]:
        reading = read_event(text, turn.local_now, regular=True)
        if reading.recurrence is None:
            return Unread()
        if reading.recurrence.kind == "once":
            return Problem(say("kinds.recurrence.once"))
        return Value(reading.recurrence.as_json())

    def show(self, turn: Turn, words: str, value: Answers) -> object:
        return show_recurrence(Recurrence.from_json(value))

    def fits(self, value: object) -> bool:
        return is_recurrence(value)


def is_recurrence(value: object) -> bool:
    """Whether something stored is a rule by which days come round."""
    if not isinstance(value, dict):
        return False
    try:
        Recurrence.from_json(value)
    except (LookupError, TypeError, ValueError):
        return False
    return True


@dataclass(frozen=True)
class MonthKind(Kind[int]):
    """A month of the year, 1-12, or `MONTHLY`."""

    takes_digits: ClassVar[bool] = True

    def rows(self, turn: Turn, words: str, scope: Answers) -> list[Pairs]:
        # By its words: the digit 1 is January.
        return [[(f"every{BY_WORDS}", turn.text(say("kinds.month.every")))]]

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[int]:
        month = read_month(text)
        if month is None:
            return Unread()
        return Sure(month) if 0 <= month <= 12 else Problem(say("kinds.month.bad"))

    def pressed(self, turn: Turn, words: str, scope: Answers, value: str) -> Read[int]:
        return Sure(MONTHLY) if value == "every" else Unread()

    def offers(self, value: int) -> bool:
        return value == MONTHLY

    def show(self, turn: Turn, words: str, value: int) -> object:
        return say("kinds.month.every") if value == MONTHLY else say("kinds.month.one", month=value)

    def fits(self, value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 12
