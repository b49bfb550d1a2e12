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
from bot.speech.translation import Phrase, say


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


def commune_told(turn: Turn, scope: Answers, text: str) -> tuple[Unit, Phrase] | None:
    """The one commune that a text names, and how it is said back; None for none or several."""
    found = units_named(units_asked(turn, scope), text)
    if len({unit.code for _, unit in found}) != 1:
        return None
    name, unit = found[0]
    now = unit_in_sentence(unit.name)
    if name == unit.name:
        return unit, say("open_founding.commune", now=now)
    return unit, say("open_founding.formerly", before=unit_in_sentence(name), now=now)


@dataclass(frozen=True)
class CommuneKind(ChoiceKind):
    """A commune by its whole name: "Phước Long Thọ" is part of Đất Đỏ now, and no "Phước Hải".

    A name of before is said back with today's.
    """

    by_label_alone: bool = True

    def read(self, turn: Here, words: str, scope: Answers, text: str) -> Read[str]:
        told = commune_told(turn, scope, text)
        if told is not None:
            unit, said_back = told
            is_today = names_place(text, unit.name)
            return Sure(unit.code) if is_today else Value(unit.code, said_back)
        if not units_named(units_asked(turn, scope), text) and (
            elsewhere := units_named(turn.plan.units, text)
        ):
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
