"""Doing what was pressed, if this account may. Nothing is allowed by default.

A button is read once (`bot.buttons`), what it names is looked up once, and both the guard and the
action get it by name. Only a button that can't be read, or that names what is gone, is an old one:
a fault of an action is a fault of the program, and ends the update like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from bot import buttons
from bot.buttons import Button, Named
from bot.conversations.turn import Turn
from bot.documents.materials import MATERIALS
from bot.documents.papers import PAPERS
from bot.handlers.feature import Action
from bot.handlers.registry import ACTIONS
from bot.handlers.services import Services
from bot.speech.translation import say
from bot.storage.unit_of_work import UnitOfWork

# What a button names

_FIND: Mapping[Named, Callable[[UnitOfWork, Any], Any]] = {
    Named.CLUB: lambda uow, number: uow.clubs.find(number),
    Named.MEMBERSHIP: lambda uow, number: uow.clubs.membership(number),
    Named.APPLICATION: lambda uow, number: uow.applications.find(number),
    Named.EVENT: lambda uow, number: uow.events.find(number),
    Named.OCCURRENCE: lambda uow, number: uow.events.find_occurrence(number),
    Named.NOTICE: lambda uow, number: uow.notices.get(number),
    Named.PERSON: lambda uow, number: uow.people.find_now(number),
    Named.REQUEST: lambda uow, number: uow.requests.find(number),
    Named.ENQUIRY: lambda uow, number: uow.conversations.enquiry(number),
    Named.PAPER: lambda _uow, code: PAPERS.get(code),
    Named.CLUB_ANSWER: lambda uow, number: uow.club_answers.find(number),
    Named.STANDING: lambda uow, number: uow.standings.find(number),
    Named.MATERIAL: lambda _uow, code: MATERIALS.get(code),
}


class GoneError(LookupError):
    """A button names what is not there, or not any more."""


def look_up(uow: UnitOfWork, button: Button, names: Collection[str]) -> dict[str, Any]:
    """What a button holds in these fields, with what it names in the place of numbers.

    Raises GoneError.
    """
    found: dict[str, Any] = {}
    for argument in buttons.arguments(type(button)):
        if argument.name not in names:
            continue
        value = getattr(button, argument.name)
        if argument.named is not None and value is not None:
            value = _FIND[argument.named](uow, value)
            if value is None:
                raise GoneError(argument.name)
        found[argument.name] = value
    return found


def _permitted(turn: Turn, button: Button | None) -> tuple[Action, dict[str, Any]] | None:
    """An action that may be done, with what it takes; None once it was said why not.

    Who may not hears nothing of whether what the button names is there.
    """
    if button is None:
        turn.say(say("engine.old_button"))
        return None
    action = ACTIONS[type(button)]
    try:
        held = look_up(turn.uow, button, action.guarded)
        if not action.guard(turn, **held):
            turn.say(say("engine.not_allowed"))
            return None
        rest = [name for name in action.taken if name not in held]
        return action, held | look_up(turn.uow, button, rest)
    except GoneError:
        turn.say(say("engine.old_button"))
        return None


def run_action(services: Services, turn: Turn, button: Button | None) -> None:
    """Do what a button says, if this account may; an old or forged one gets a kind word."""
    found = _permitted(turn, button)
    if found is None:
        return
    action, held = found
    if action.leaves:
        services.engine.leave(turn, quietly=True)
    action.run(services, turn, **held)
