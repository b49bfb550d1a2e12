"""The commune of a club to be, as people call it today or did before July 2025."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversations.engine import Answers
from bot.conversations.engine.kinds import ChoiceKind, Pairs, Problem, Read, Sure, Unread, Value
from bot.conversations.engine.surroundings import Here
from bot.conversations.turn import Turn
from bot.domain.plan import Unit
from bot.language.places import names_place, unit_in_sentence
from bot.speech.translation import say


def allowed_units(turn: Turn, scope: Answers) -> list[Unit]:
    """The communes in which whoever asks may found a club."""
    wanted = scope.get("area")
    return [
        unit
        for area in turn.plan.areas
        for unit in area.units
        if wanted in (None, area.id, unit.code)
    ]


def units_asked(turn: Turn, scope: Answers) -> list[Unit]:
    """Those of them that are in the region that was chosen."""
    units = allowed_units(turn, scope)
    region = turn.plan.area(str(scope.get("region") or ""))
    return units if region is None else [unit for unit in units if unit in region.units]


def regions(turn: Turn, _scope: Answers) -> Pairs:
    """The parts of the plan, as choices."""
    return [(area.id, area.name) for area in turn.plan.areas]


def communes(turn: Turn, scope: Answers) -> Pairs:
    """The communes that are asked about, as choices."""
    return [(unit.code, unit.name) for unit in units_asked(turn, scope)]


def units_named(units: Sequence[Unit], text: str) -> list[tuple[str, Unit]]:
    """The communes that a text names, each with the name: today's ones, else those of before."""
    today = [(unit.name, unit) for unit in units if names_place(text, unit.name)]
    return today or [
        (name, unit) for unit in units for name in unit.formerly if names_place(text, name)
    ]


@dataclass(frozen=True)
class CommuneKind(ChoiceKind):
    """A commune by its whole name: "Phước Long Thọ" is part of Đất Đỏ now, and no "Phước Hải".

    A name of before is said back with today's.
    """

    by_label_alone: bool = True

    def read(self, turn: Here, words: str, scope: Answers, text: str) -> Read[str]:
        found = units_named(units_asked(turn, scope), text)
        codes = {unit.code for _, unit in found}
        if len(codes) == 1:
            name, unit = found[0]
            if name == unit.name:
                return Sure(unit.code)
            before, now = unit_in_sentence(name), unit_in_sentence(unit.name)
            return Value(unit.code, say("open_founding.formerly", before=before, now=now))
        if not found and (elsewhere := units_named(turn.plan.units, text)):
            return Problem(say("open_founding.not_here", place=unit_in_sentence(elsewhere[0][0])))
        return Unread()


@dataclass(frozen=True)
class RegionKind(ChoiceKind):
    """A part of the plan, by its own name or by that of a commune in it."""

    by_label_alone: bool = True

    def read(self, turn: Here, words: str, scope: Answers, text: str) -> Read[str]:
        found = {
            area.id
            for area in turn.plan.areas
            if names_place(text, area.name) or units_named(area.units, text)
        }
        return Sure(found.pop()) if len(found) == 1 else Unread()
