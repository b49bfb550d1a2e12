"""Who somebody is and how to reach them: names, forms of address, members, phone numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypedDict

from bot.conversations.engine.kinds.base import Kind, Pairs, Problem, Read, Sure, Unread, Value
from bot.conversations.engine.kinds.texts import TextKind
from bot.conversations.engine.session import Answers
from bot.conversations.engine.surroundings import Here, Turn
from bot.intents.live import read_step_request
from bot.intents.message import read_message
from bot.intents.unwell import feels_unwell
from bot.intents.values.persons import read_full_name
from bot.language.accents import begins_as_name, lacks_accents
from bot.language.births import tells_age
from bot.language.given_names import with_accents
from bot.language.kinship import read_called
from bot.language.names import NameReading, behind_title, find_people, read_name
from bot.language.phones import read_phone, show_phone
from bot.language.text import fold, single_line
from bot.messages import BY_WORDS, SHARE_CONTACT
from bot.speech.translation import Listing, say

CALLED_JOIN = ";"


@dataclass(frozen=True)
class NameKind(Kind[str]):
    """A person's full name as it is typed."""

    free: ClassVar[bool] = True
    names: ClassVar[bool] = True

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[str]:
        if read_step_request(text) is not None or feels_unwell(text) is not None:
            # "xem các bước", "bà mệt quá": nobody is called so.
            return Unread()
        if tells_age(text):
            # "tui tuổi hợi": the answer to another question.
            return Unread()
        reading = read_name(text)
        taken = _in_a_sentence(reading, text)
        if taken is not None:
            return _proposed(taken) or Value(taken)
        if reading.name is None:
            return Problem(say(f"kinds.name.{reading.problem or 'empty'}"))
        bare = reading.name if begins_as_name(reading.name) else behind_title(reading.name)
        proposed = _proposed(bare)
        if proposed is not None:
            return proposed
        is_short = reading.one_word or any(len(word) == 1 for word in bare.split()[:-1])
        if is_short or bare != single_line(text):
            # "bà Năm", "L Thị Hoa" are asked about before they stand for a full name.
            return Value(bare)
        return Sure(bare)


def _proposed(name: str) -> Value[str] | None:
    """A name with the accents that were surely left out; None where there are none to propose."""
    accented = with_accents(name) if lacks_accents(name) else None
    return None if accented is None else Value(accented, as_typed=name)


def _in_a_sentence(reading: NameReading, text: str) -> str | None:
    """The full name in "Má em là Nguyễn Thị Mười", or in keystrokes and fonts of before Unicode."""
    if reading.problem not in (None, "sentence") or begins_as_name(reading.name or ""):
        return None
    taken = read_full_name(read_message(text)).value
    return taken if taken and taken != reading.name and begins_as_name(taken) else None


@dataclass(frozen=True)
class CalledKind(TextKind):
    """Whom somebody registers, as he calls them; several are kept joined by ";"."""

    names: ClassVar[bool] = True

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[str]:
        reading = read_called(text)
        if reading.options:
            return Problem(
                say("kinds.called.which"), tuple((each, each) for each in reading.options)
            )
        if reading.problem is not None:
            return Problem(say(f"kinds.called.{reading.problem}"))
        value = CALLED_JOIN.join(reading.called)
        return Sure(value) if reading.sure else Value(value, self.show(turn, words, value))

    def pressed(self, turn: Turn, words: str, scope: Answers, value: str) -> Read[str]:
        reading = read_called(value)
        return Sure(value) if value in reading.called or value in reading.options else Unread()

    def show(self, turn: Turn, words: str, value: str) -> object:
        return Listing(tuple(value.split(CALLED_JOIN)))


class MemberValue(TypedDict):
    """A person's number, and the name that was picked."""

    person: int
    name: str


@dataclass(frozen=True)
class MemberKind(Kind[MemberValue]):
    """Somebody picked by a folded search from `people_of`."""

    people_of: Callable[[Here, Answers], list[tuple[int, str]]]

    def rows(self, turn: Turn, words: str, scope: Answers) -> list[Pairs]:
        people = self.people_of(turn, scope)
        return [[(str(key), label)] for key, label in people] if len(people) <= 8 else []

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[MemberValue]:
        if len(fold(single_line(text))) < 2:
            return Unread()
        hits = find_people(text, self.people_of(turn, scope))
        if len(hits) == 1:
            return Value(MemberValue(person=hits[0][0], name=hits[0][1]))
        if not hits:
            return Problem(say("kinds.member.nobody", typed=single_line(text)[:60]))
        return Problem(
            say("kinds.member.which"), tuple((str(key), label) for key, label in hits[:8])
        )

    def pressed(self, turn: Turn, words: str, scope: Answers, value: str) -> Read[MemberValue]:
        for key, label in self.people_of(turn, scope):
            if str(key) == value:
                return Sure(MemberValue(person=key, name=label))
        return Unread()

    def show(self, turn: Turn, words: str, value: MemberValue) -> object:
        return value["name"]

    def fits(self, value: object) -> bool:
        return (
            isinstance(value, dict)
            and isinstance(value.get("person"), int)
            and isinstance(value.get("name"), str)
        )


def _nobodys(_turn: Here, _scope: Answers) -> bool:
    return False


@dataclass(frozen=True)
class PhoneKind(Kind[str]):
    """A phone number, kept as E.164.

    `own` tells whether it is the account's own: then a channel that can offers to share it.
    """

    own: Callable[[Here, Answers], bool] = _nobodys
    takes_digits: ClassVar[bool] = True

    def rows(self, turn: Turn, words: str, scope: Answers) -> list[Pairs]:
        if not turn.capabilities.contact or not self.own(turn, scope):
            return []
        return [[(f"{SHARE_CONTACT}{BY_WORDS}", turn.text(say("kinds.phone.share")))]]

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[str]:
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

    def pressed(self, turn: Turn, words: str, scope: Answers, value: str) -> Read[str]:
        reading = read_phone(value)
        return Sure(reading.number) if reading.number else Unread()

    def show(self, turn: Turn, words: str, value: str) -> object:
        return show_phone(value)
