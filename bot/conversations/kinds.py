"""The kinds of answer: how each is offered, read and shown. What is kept is plain JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, ClassVar

from bot.conversations.turn import Turn
from bot.domain.founding import MONTHLY
from bot.intents.live import read_step_request
from bot.intents.residence import asks_back, is_no_place
from bot.intents.unwell import feels_unwell
from bot.intents.words import only_label, read_consent, read_yes_no
from bot.language.address import read_sex
from bot.language.births import read_birth
from bot.language.dates import read_date, read_time
from bot.language.kinship import read_called
from bot.language.months import read_month
from bot.language.names import find_people, read_name
from bot.language.numbers import Unit, read_money, read_number, show_number
from bot.language.phones import read_phone, show_phone
from bot.language.recurrences import Recurrence, read_event
from bot.language.text import clean, fold, same_text, single_line, without_courtesy
from bot.messages import SHARE_CONTACT
from bot.speech.show import show_birth, show_date, show_recurrence, show_time
from bot.speech.translation import Listing, Phrase, say

Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Value:
    """A value that free text gave: said back before it is kept."""

    value: Any
    shown: Any = None


@dataclass(frozen=True)
class Sure(Value):
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


Read = Value | Sure | Problem | Unread


def unusual(shown: Any, low: Any, high: Any) -> Phrase:
    """A value that may be but rarely is, with what is usual: said back before it is kept."""
    return say("kinds.unusual", value=shown, low=low, high=high)


def split_rows(pairs: Sequence[tuple[str, str]]) -> list[Pairs]:
    """Short choices side by side, long ones under one another."""
    if len(pairs) <= 3 and sum(len(label) for _, label in pairs) <= 36:
        return [list(pairs)]
    return [[pair] for pair in pairs]


@dataclass(frozen=True)
class Kind:
    """What all kinds share. `free` kinds take any text, so commands need an exact word."""

    free: ClassVar[bool] = False
    keeps: ClassVar[bool] = True
    takes_digits: ClassVar[bool] = False
    """A bare digit typed is the answer itself, not the number of a choice."""
    asks_commands: ClassVar[bool] = False
    """A bare word of command is asked back before it is kept as a text."""
    gives_up: ClassVar[str | None] = None
    """What is kept after two inputs that weren't understood (a consent goes to the organiser)."""

    def rows(self, turn: Turn, words: str, scope: dict[str, Any]) -> list[Pairs]:
        """The choices offered: (value, label) pairs a row."""
        return []

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        """Understand what was typed."""
        return Unread()

    def pressed(self, turn: Turn, words: str, scope: dict[str, Any], value: str) -> Read:
        """Understand a pressed choice."""
        return Unread()

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        """The value as the person reads it."""
        return str(value)

    def show_in(self, turn: Turn, words: str, value: Any, scope: dict[str, Any]) -> Any:
        """The same, where the labels depend on the other answers."""
        return self.show(turn, words, value)

    def offers(self, value: Any) -> bool:
        """Whether a kept value is among the choices anyway, so that keeping it needs no own one."""
        return False

    def hint(self, turn: Turn) -> Phrase | None:
        """How this kind is answered on the account's channel, where that isn't plain to see."""
        return None

    def check(self, place: str) -> None:
        """Refuse a broken declaration when the program starts."""

    def message_keys(self, words: str) -> Iterable[str]:
        """Messages of its own that a step of this kind needs."""
        return ()


@dataclass(frozen=True)
class ChoiceKind(Kind):
    """One of several. Labels are messages `<step>.<option>`, or come from `options_of`."""

    options: tuple[str, ...] = ()
    options_of: Callable[[Turn, dict[str, Any]], Pairs] | None = None
    shared: str | None = None
    """The beginning of the labels' keys where several steps share them."""

    def _pairs(self, turn: Turn, words: str, scope: dict[str, Any]) -> Pairs:
        if self.options_of:
            return self.options_of(turn, scope)
        stem = self.shared or words
        return [(each, turn.text(say(f"{stem}.{each}"))) for each in self.options]

    def rows(self, turn: Turn, words: str, scope: dict[str, Any]) -> list[Pairs]:
        return split_rows(self._pairs(turn, words, scope))

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        pairs = self._pairs(turn, words, scope)
        for compare in (same_text, fold):
            typed = compare(single_line(text))
            hits = [value for value, label in pairs if compare(label) == typed]
            if len(hits) == 1:
                return Sure(hits[0])
        hit = only_label(text, [label for _, label in pairs])
        if hit is not None:
            return Sure(pairs[hit][0])
        answer = read_yes_no(text)
        values = {value for value, _ in pairs}
        if answer in ("yes", "no") and answer in values:
            return Sure(answer)
        if values == {"female", "male"} and (sex := read_sex(text)):
            return Sure(sex)
        return Unread()

    def pressed(self, turn: Turn, words: str, scope: dict[str, Any], value: str) -> Read:
        known = {each for each, _ in self._pairs(turn, words, scope)}
        return Sure(value) if value in known else Unread()

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        return self.show_in(turn, words, value, {})

    def show_in(self, turn: Turn, words: str, value: Any, scope: dict[str, Any]) -> Any:
        if self.options_of:
            labels = dict(self.options_of(turn, scope))
            return labels.get(value, str(value))
        return say(f"{self.shared or words}.{value}")

    def offers(self, value: Any) -> bool:
        return True

    def check(self, place: str) -> None:
        if not self.options and self.options_of is None:
            raise ValueError(f"{place}: a choice without options")
        if len(set(self.options)) != len(self.options):
            raise ValueError(f"{place}: an option is there twice")

    def message_keys(self, words: str) -> Iterable[str]:
        return [f"{self.shared or words}.{each}" for each in self.options]


@dataclass(frozen=True)
class SeveralKind(Kind):
    """Several of a list, in the order of preference: "1, 3" or names at once, or by pressing.

    Presses are collected one after another until "Xong"; what is typed is the whole answer.
    """

    options: tuple[str, ...] = ()
    shared: str | None = None
    alone: tuple[str, ...] = ()
    """Options that exclude all others ("none", "undisclosed")."""

    def _pairs(self, turn: Turn, words: str) -> Pairs:
        stem = self.shared or words
        return [(each, turn.text(say(f"{stem}.{each}"))) for each in self.options]

    def rows(self, turn: Turn, words: str, scope: dict[str, Any]) -> list[Pairs]:
        return split_rows(self._pairs(turn, words))

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        pairs = self._pairs(turn, words)
        typed = single_line(text)
        tokens = [token for token in typed.replace(",", " ").replace(";", " ").split() if token]
        if tokens and all(token.isdecimal() for token in tokens):
            numbers = [int(token) for token in tokens]
            if all(1 <= number <= len(pairs) for number in numbers):
                picked = list(dict.fromkeys(pairs[number - 1][0] for number in numbers))
                return self._picked(picked)
            return Problem(say("kinds.several.range", highest=len(pairs)))
        found: list[tuple[int, str]] = []
        folded = fold(typed)
        for value, label in sorted(pairs, key=lambda pair: -len(pair[1])):
            at = f" {folded} ".replace(",", " ").replace(";", " ").find(f" {fold(label)} ")
            if at >= 0:
                found.append((at, value))
                folded = folded.replace(fold(label), "#" * len(fold(label)))
        if found:
            return self._picked([value for _, value in sorted(found)])
        # "nghèo" is "Hộ nghèo" more nearly than "Hộ cận nghèo".
        said = f" {folded.strip(' .,!')}"
        ends = sorted(
            (len(label.split()), value) for value, label in pairs if fold(label).endswith(said)
        )
        if ends and (len(ends) == 1 or ends[0][0] < ends[1][0]):
            return Value([ends[0][1]])
        return Unread()

    def hint(self, turn: Turn) -> Phrase | None:
        pressed = turn.capabilities.buttons
        return say("kinds.several.press") if pressed else say("kinds.several.type")

    def picking(self, turn: Turn, words: str, picked: list[str]) -> list[Pairs]:
        """The choices while presses are collected: what is picked can be taken back."""
        stem = self.shared or words
        pairs = [
            (
                f"+drop{each}" if each in picked else each,
                turn.text(
                    say("kinds.several.taken", label=say(f"{stem}.{each}"))
                    if each in picked
                    else say(f"{stem}.{each}")
                ),
            )
            for each in self.options
            if each not in self.alone
        ]
        return [*split_rows(pairs), [("+picked", turn.text(say("kinds.several.done")))]]

    def _picked(self, picked: list[str]) -> Read:
        if len(picked) > 1 and any(each in self.alone for each in picked):
            return Problem(say("kinds.several.alone"))
        return Sure(picked) if len(picked) == 1 else Value(picked)

    def pressed(self, turn: Turn, words: str, scope: dict[str, Any], value: str) -> Read:
        return Sure([value]) if value in self.options else Unread()

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        stem = self.shared or words
        return turn.speaker.join(say(f"{stem}.{each}") for each in value)

    def message_keys(self, words: str) -> Iterable[str]:
        return [f"{self.shared or words}.{each}" for each in self.options]


@dataclass(frozen=True)
class ConfirmKind(Kind):
    """Yes or no; only a yes lets the flow's step count as said.

    `done`: whether something has happened yet, which Vietnamese asks and answers in other words.
    """

    done: bool = False

    def rows(self, turn: Turn, words: str, scope: dict[str, Any]) -> list[Pairs]:
        return [[(key, turn.text(self._label(key == "yes"))) for key in ("yes", "no")]]

    def _label(self, answer: bool) -> Phrase:
        if self.done:
            return say("kinds.done" if answer else "kinds.not_yet")
        return say("kinds.yes" if answer else "kinds.no")

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        answer = read_yes_no(text)
        if answer in ("yes", "no"):
            return Sure(answer == "yes")
        if answer == "unclear":
            return Problem(
                say("kinds.unclear_dung"),
                (
                    ("yes", turn.text(say("kinds.right"))),
                    ("+stop", turn.text(say("kinds.stop"))),
                ),
            )
        return Unread()

    def pressed(self, turn: Turn, words: str, scope: dict[str, Any], value: str) -> Read:
        return Sure(value == "yes") if value in ("yes", "no") else Unread()

    def offers(self, value: Any) -> bool:
        return True

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        return self._label(bool(value))


@dataclass(frozen=True)
class ConsentKind(Kind):
    """An explicit consent: a press, the shown digit or "đồng ý"; nothing else is ever a yes.

    Kept as "agreed:typed", "agreed:press" or "refused:…"; what is unclear is handed on by the
    flow after it was asked once more.
    """

    keeps: ClassVar[bool] = False
    gives_up: ClassVar[str | None] = "unclear:typed"

    def rows(self, turn: Turn, words: str, scope: dict[str, Any]) -> list[Pairs]:
        return [
            [
                ("agreed", turn.text(say("kinds.consent.agree"))),
                ("refused", turn.text(say("kinds.consent.refuse"))),
            ]
        ]

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        answer = read_consent(text)
        if answer is None:
            return Problem(say("kinds.consent.only_these"))
        return Sure("agreed:typed" if answer else "refused:typed")

    def pressed(self, turn: Turn, words: str, scope: dict[str, Any], value: str) -> Read:
        return Sure(f"{value}:press") if value in ("agreed", "refused") else Unread()

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        agreed = str(value).startswith("agreed")
        return say("kinds.consent.agree" if agreed else "kinds.consent.refuse")


@dataclass(frozen=True)
class NameKind(Kind):
    """A person's full name as it is typed."""

    free: ClassVar[bool] = True

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        if read_step_request(text) is not None or feels_unwell(text) is not None:
            # "xem các bước", "bà mệt quá": nobody is called so.
            return Unread()
        reading = read_name(text)
        if reading.name is None:
            return Problem(say(f"kinds.name.{reading.problem or 'empty'}"))
        if reading.one_word or reading.name != single_line(text):
            return Value(reading.name)
        return Sure(reading.name)


@dataclass(frozen=True)
class TextKind(Kind):
    """Free words within limits, counted in characters."""

    shortest: int = 1
    longest: int = 200
    free: ClassVar[bool] = True
    asks_commands: ClassVar[bool] = True

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        typed = clean(text) if self.longest > 300 else without_courtesy(single_line(text))
        if len(typed) < self.shortest or not any(letter.isalnum() for letter in typed):
            return Problem(say("kinds.text.short"))
        if len(typed) > self.longest:
            return Problem(say("kinds.text.long", longest=self.longest, length=len(typed)))
        return Sure(typed)


@dataclass(frozen=True)
class AddressKind(TextKind):
    """Where somebody lives; what asks back or doesn't know is no place."""

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        if is_no_place(text):
            return Problem(say("kinds.address.no_place"), asked_back=asks_back(text))
        return super().read(turn, words, scope, text)


@dataclass(frozen=True)
class CalledKind(TextKind):
    """Whom somebody registers, as he calls them; several are kept joined by ";"."""

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        reading = read_called(text)
        if reading.options:
            return Problem(
                say("kinds.called.which"), tuple((each, each) for each in reading.options)
            )
        if reading.problem is not None:
            return Problem(say(f"kinds.called.{reading.problem}"))
        value = CALLED_JOIN.join(reading.called)
        return Sure(value) if reading.sure else Value(value, self.show(turn, words, value))

    def pressed(self, turn: Turn, words: str, scope: dict[str, Any], value: str) -> Read:
        reading = read_called(value)
        return Sure(value) if value in reading.called or value in reading.options else Unread()

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        return Listing(tuple(str(value).split(CALLED_JOIN)))


CALLED_JOIN = ";"


@dataclass(frozen=True)
class BirthKind(Kind):
    """A year of birth or a full date: {"year", "date", "estimated"}; unknown is an answer."""

    takes_digits: ClassVar[bool] = True

    adult: bool = True

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        reading = read_birth(text, turn.today)
        if reading.unknown:
            return Sure({"year": None, "date": None, "estimated": True})
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

    def _value(self, turn: Turn, year: int, full: date | None, estimated: bool, text: str) -> Read:
        if self.adult and turn.today.year - year < 18:
            return Problem(say("kinds.birth.too_young", year=year))
        value = {
            "year": year,
            "date": full.isoformat() if full else None,
            "estimated": estimated,
        }
        plain = single_line(text) == str(year)
        return Sure(value) if plain else Value(value)

    def pressed(self, turn: Turn, words: str, scope: dict[str, Any], value: str) -> Read:
        if value.isdecimal():
            return self._value(turn, int(value), None, False, value)
        return Unread()

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        full = date.fromisoformat(value["date"]) if value.get("date") else None
        return show_birth(value["year"], full, value["estimated"])


@dataclass(frozen=True)
class DateKind(Kind):
    """A day, kept as ISO text. `past`: a day that was; otherwise one to come."""

    takes_digits: ClassVar[bool] = True

    past: bool = False
    any_time: bool = False

    def rows(self, turn: Turn, words: str, scope: dict[str, Any]) -> list[Pairs]:
        return [[("today", turn.text(say("kinds.date.today")))]] if self.past else []

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
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

    def pressed(self, turn: Turn, words: str, scope: dict[str, Any], value: str) -> Read:
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

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        return show_date(date.fromisoformat(value))


@dataclass(frozen=True)
class TimeKind(Kind):
    """An hour of the day, kept as "HH:MM". Outside `usual` it is asked back."""

    takes_digits: ClassVar[bool] = True

    earliest: str = "05:00"
    latest: str = "22:00"
    usual: tuple[str, str] | None = None

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        reading = read_time(text)
        if reading.value is None:
            return Unread() if reading.problem in (None, "none") else Problem(say("kinds.time.bad"))
        value = reading.value.strftime("%H:%M")
        if not self.earliest <= value <= self.latest:
            return Problem(
                say(
                    "kinds.time.outside",
                    hour=show_time(reading.value),
                    earliest=show_time(time.fromisoformat(self.earliest)),
                    latest=show_time(time.fromisoformat(self.latest)),
                )
            )
        if self.usual and not self.usual[0] <= value <= self.usual[1]:
            return Value(value, unusual(*(_hour(each) for each in (value, *self.usual))))
        return Sure(value) if reading.sure else Value(value)

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        return _hour(value)


def _hour(value: str) -> Any:
    return show_time(time.fromisoformat(value))


@dataclass(frozen=True)
class RecurrenceKind(Kind):
    """A regular day in the organiser's own words."""

    once: bool = False

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        reading = read_event(text, turn.local_now, regular=not self.once)
        if reading.recurrence is None:
            return Unread()
        if reading.recurrence.kind == "once" and not self.once:
            return Problem(say("kinds.recurrence.once"))
        return Value(reading.recurrence.as_json())

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        return show_recurrence(Recurrence.from_json(value))


def _nobodys(_turn: Turn, _scope: dict[str, Any]) -> bool:
    return False


@dataclass(frozen=True)
class PhoneKind(Kind):
    """A phone number, kept as E.164.

    `own` tells whether it is the account's own: then a channel that can offers to share it.
    """

    own: Callable[[Turn, dict[str, Any]], bool] = _nobodys
    takes_digits: ClassVar[bool] = True

    def rows(self, turn: Turn, words: str, scope: dict[str, Any]) -> list[Pairs]:
        if not turn.capabilities.contact or not self.own(turn, scope):
            return []
        return [[(f"{SHARE_CONTACT}!", turn.text(say("kinds.phone.share")))]]

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        reading = read_phone(text)
        if reading.number:
            plain = all(letter.isdecimal() or letter in " .-+()" for letter in text.strip())
            return Sure(reading.number) if plain else Value(reading.number)
        options = tuple((number, show_phone(number)) for number in reading.candidates)
        if options:
            return Problem(say(f"kinds.phone.{reading.problem or 'several'}"), options)
        if reading.problem in (None, "none"):
            return Unread()
        return Problem(say(f"kinds.phone.{reading.problem}", digits=reading.digits))

    def pressed(self, turn: Turn, words: str, scope: dict[str, Any], value: str) -> Read:
        reading = read_phone(value)
        return Sure(reading.number) if reading.number else Unread()

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        return show_phone(value)


@dataclass(frozen=True)
class NumberKind(Kind):
    """A whole number. Outside `low`..`high` is refused, outside `usual` asked back."""

    takes_digits: ClassVar[bool] = True

    low: int = 0
    high: int = 1_000_000
    usual: tuple[int, int] | None = None
    unit: Unit | None = None

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
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

    def _value(self, number: int) -> Read:
        if not self.low <= number <= self.high:
            return Problem(
                say(
                    "kinds.number.outside",
                    number=show_number(number),
                    low=show_number(self.low),
                    high=show_number(self.high),
                )
            )
        if self.usual and not self.usual[0] <= number <= self.usual[1]:
            return Value(number, unusual(*(show_number(each) for each in (number, *self.usual))))
        return Sure(number)

    def pressed(self, turn: Turn, words: str, scope: dict[str, Any], value: str) -> Read:
        return self._value(int(value)) if value.lstrip("-").isdecimal() else Unread()

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        return show_number(value)


@dataclass(frozen=True)
class PercentKind(Kind):
    """A rate in percent with decimals: "0,8", "0.8 %". Outside `usual` it is asked back."""

    takes_digits: ClassVar[bool] = True

    low: float = 0
    high: float = 100
    usual: tuple[float, float] | None = None

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        typed = fold(single_line(text)).replace("phan tram", "").replace("%", "").strip()
        try:
            number = float(typed.replace(",", "."))
        except ValueError:
            words_read = read_number(text)
            if words_read.value is None:
                return Unread()
            number = float(words_read.value)
        if not self.low <= number <= self.high:
            return Problem(
                say(
                    "kinds.number.outside",
                    number=self._show(number),
                    low=self._show(self.low),
                    high=self._show(self.high),
                )
            )
        if self.usual and not self.usual[0] <= number <= self.usual[1]:
            return Value(number, unusual(*(self._show(each) for each in (number, *self.usual))))
        return Sure(number)

    @staticmethod
    def _show(number: float) -> str:
        return f"{number:g}".replace(".", ",")

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        return f"{self._show(value)} %"


@dataclass(frozen=True)
class MonthKind(Kind):
    """A month of the year, 1-12, or `MONTHLY`."""

    takes_digits: ClassVar[bool] = True

    def rows(self, turn: Turn, words: str, scope: dict[str, Any]) -> list[Pairs]:
        # By its words: the digit 1 is January.
        return [[("every!", turn.text(say("kinds.month.every")))]]

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        month = read_month(text)
        if month is None:
            return Unread()
        return Sure(month) if 0 <= month <= 12 else Problem(say("kinds.month.bad"))

    def pressed(self, turn: Turn, words: str, scope: dict[str, Any], value: str) -> Read:
        return Sure(MONTHLY) if value == "every" else Unread()

    def offers(self, value: Any) -> bool:
        return bool(value == MONTHLY)

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        return say("kinds.month.every") if value == MONTHLY else say("kinds.month.one", month=value)


@dataclass(frozen=True)
class MoneyKind(Kind):
    """A sum in đồng. Outside `usual` it is asked back."""

    takes_digits: ClassVar[bool] = True

    low: int = 0
    high: int = 500_000_000
    usual: tuple[int, int] | None = None

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
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
            return Problem(
                say(
                    "kinds.number.outside",
                    number=self._show(turn, reading.value),
                    low=self._show(turn, self.low),
                    high=self._show(turn, self.high),
                )
            )
        if self.usual and not self.usual[0] <= reading.value <= self.usual[1]:
            shown = (self._show(turn, each) for each in (reading.value, *self.usual))
            return Value(reading.value, unusual(*shown))
        plain = reading.value == 0 or single_line(text).replace(".", "") == str(reading.value)
        return Sure(reading.value) if plain else Value(reading.value)

    @staticmethod
    def _show(turn: Turn, value: int) -> str:
        return turn.text(say("kinds.money.shown", number=show_number(value)))

    def pressed(self, turn: Turn, words: str, scope: dict[str, Any], value: str) -> Read:
        return Sure(int(value)) if value.isdecimal() else Unread()

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        return self._show(turn, value)


@dataclass(frozen=True)
class MemberKind(Kind):
    """Somebody picked by a folded search: {"person": id, "name": …}, from `people_of`."""

    people_of: Callable[[Turn, dict[str, Any]], list[tuple[int, str]]]

    def rows(self, turn: Turn, words: str, scope: dict[str, Any]) -> list[Pairs]:
        people = self.people_of(turn, scope)
        return [[(str(key), label)] for key, label in people] if len(people) <= 8 else []

    def read(self, turn: Turn, words: str, scope: dict[str, Any], text: str) -> Read:
        if len(fold(single_line(text))) < 2:
            return Unread()
        hits = find_people(text, self.people_of(turn, scope))
        if len(hits) == 1:
            return Value({"person": hits[0][0], "name": hits[0][1]})
        if not hits:
            return Problem(say("kinds.member.nobody", typed=single_line(text)[:60]))
        return Problem(
            say("kinds.member.which"), tuple((str(key), label) for key, label in hits[:8])
        )

    def pressed(self, turn: Turn, words: str, scope: dict[str, Any], value: str) -> Read:
        for key, label in self.people_of(turn, scope):
            if str(key) == value:
                return Sure({"person": key, "name": label})
        return Unread()

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        return value["name"]


@dataclass(frozen=True)
class FileKind(Kind):
    """A file that is sent: {"path", "name"}."""

    def show(self, turn: Turn, words: str, value: Any) -> Any:
        return value["name"]


@dataclass(frozen=True)
class ListKind(Kind):
    """A repeated group: the step's `items` are its questions."""
