"""Where a further person on the same phone lives: as somebody before, or a place of his own.

One question for place and number, so that who comes next is asked four things and no more. Only
his own family's place is offered: a neighbour reads no other house's address or number.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.conversations.engine import Answers, Session
from bot.conversations.engine.kinds import AddressKind
from bot.conversations.engine.kinds.base import Pairs, Problem, Read, Sure
from bot.conversations.engine.surroundings import Here
from bot.conversations.engine.surroundings import Turn as AnyTurn
from bot.conversations.registration.who import (
    asks_details,
    club_of,
    is_known,
    relation,
    told_of,
    who,
)
from bot.conversations.turn import Turn
from bot.language.phones import show_phone, without_number_name
from bot.language.text import fold, single_line, without_courtesy
from bot.rosters.contacts import read_written_phone
from bot.speech.translation import say
from bot.storage.records import Membership

SAME = "same"
FAMILY = ("parent", "grandparent", "spouse")
"""Relations of who may live where another of the family does."""
_SAME_WORDS = re.compile(
    r"(?:da |thi )?(?:o |cung )?(?:cung|chung)(?: (?:cho|nha|so|mot nha|dia chi|voi ong|voi ba))+.*|nhu tren|y vay|same.*"
)


def is_family(kind: str | None) -> bool:
    """Whether somebody of this relation is of the family; None is whoever writes."""
    return kind is None or kind in FAMILY


def is_further(answers: Answers) -> bool:
    """Whether somebody else was registered on this phone just before."""
    return bool(answers.get("further"))


def asks_place(turn: Turn, answers: Answers) -> bool:
    """Whether place and number are asked in one."""
    return asks_details(turn, answers) and is_further(answers) and not is_known(answers)


def asks_of_contact(key: str) -> Callable[[Turn, Answers], bool]:
    """Whether place or number is asked by itself; of a further one it only stands in the review."""

    def asks(turn: Turn, answers: Answers) -> bool:
        told = not asks_place(turn, answers) or bool(answers.get(key))
        return asks_details(turn, answers) and told

    return asks


def shared_with(turn: Turn, answers: Answers) -> Membership | None:
    """Whose place and number may be shared: of the own family only."""
    if not answers.get("shared_from") or relation(answers) not in FAMILY:
        return None
    before = told_of(turn, int(answers["shared_from"]), club_of(turn, answers).id)
    return before if before is not None and (before.address or before.phone) else None


def place_slots(turn: Turn, answers: Answers) -> Answers:
    """What the question names: the place that may be shared, where there is one."""
    before = shared_with(turn, answers)
    share = "" if before is None else say("registration.place.share", before=before.address or "–")
    return {"who": who(answers), "share": share}


def _shares(turn: Turn, answers: Answers) -> bool:
    return shared_with(turn, answers) is not None


@dataclass(frozen=True)
class HomeKind(AddressKind):
    """Where somebody lives, with a number where one is told beside it: `parted` takes them apart."""

    def read(self, turn: AnyTurn, words: str, scope: Answers, text: str) -> Read[str]:
        place, number = parted(text)
        if number is not None and not place:
            return Problem(say("kinds.address.no_place"))
        read = super().read(turn, words, scope, place)
        return read if number is None or isinstance(read, Problem) else Sure(single_line(text))

    def show(self, turn: AnyTurn, words: str, value: str) -> object:
        place, number = parted(value)
        return place if number is None else f"{place}, {show_phone(number)}"


@dataclass(frozen=True)
class PlaceKind(HomeKind):
    """A place, with a number where one is told; or the place of who was registered before."""

    shares: Callable[[Here, Answers], bool] = _shares

    def rows(self, turn: AnyTurn, words: str, scope: Answers) -> list[Pairs]:
        if not self.shares(turn, scope):
            return []
        return [[(SAME, turn.text(say("registration.place.same")))]]

    def read(self, turn: AnyTurn, words: str, scope: Answers, text: str) -> Read[str]:
        if self.shares(turn, scope) and _SAME_WORDS.fullmatch(fold(single_line(text))):
            return Sure(SAME)
        return super().read(turn, words, scope, text)

    def pressed(self, turn: AnyTurn, words: str, scope: Answers, value: str) -> Read[str]:
        if value == SAME and self.shares(turn, scope):
            return Sure(SAME)
        return super().pressed(turn, words, scope, value)


def parted(text: str) -> tuple[str, str | None]:
    """A place and the number beside it: "tổ 5, 0912 345 678"."""
    found = read_written_phone(without_courtesy(single_line(text)))
    if found.number is None:
        return text, None
    return without_number_name(found.beside or ""), found.number


def after_place(turn: Turn, session: Session, value: str) -> Session:
    """Place and number are answers of their own, so that both stand in the review."""
    before = shared_with(turn, session.answers) if value == SAME else None
    place, number = (before.address, before.phone) if before is not None else parted(value)
    told = {"address": place, "phone": number}
    return session.with_answers(**{key: each for key, each in told.items() if each})
