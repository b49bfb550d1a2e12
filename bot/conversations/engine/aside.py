"""What can't be gone on with is put aside: kept as it came, said kindly, and begun again.

It lies under a name of its own until it is old enough to be forgotten, so that an operator can
see it (the doctor counts them).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import structlog

from bot import buttons
from bot.buttons import wire
from bot.conversations.engine.choices import value_of_again
from bot.conversations.engine.fitting import Flows
from bot.conversations.engine.session import Answers
from bot.conversations.engine.showing import Message
from bot.conversations.engine.storing import UnreadableSessionError
from bot.conversations.engine.surroundings import NOTES, Sessions, Stored, Turn
from bot.conversations.engine.table import Flow
from bot.messages import YES, Choice
from bot.speech.translation import say

ASIDE = f"{NOTES}aside/"
"""Begins the names of what was put aside."""
_WHERE, _WHY, _BEGUN = "@name", "@why", "@begun"
"""Stand beside what was stored: its name, what was wrong with it, whether it was begun again."""

log = structlog.get_logger()


@dataclass(frozen=True)
class Aside:
    """A conversation that was put aside, as far as it can be begun again."""

    number: int
    name: str
    flow: Flow
    args: Answers
    state: object
    begun: bool


def put_aside(
    sessions: Sessions, flows: Flows, stored: Stored, error: UnreadableSessionError
) -> Aside | None:
    """Put a conversation aside; None where nothing says what to begin again."""
    number = 1
    while sessions.find(f"{ASIDE}{number}") is not None:
        number += 1
    state = stored.state if isinstance(stored.state, dict) else {"state": stored.state}
    kept = {**state, _WHERE: stored.name, _WHY: str(error)}
    sessions.put(Stored(f"{ASIDE}{number}", kept, is_open=False))
    sessions.drop(stored.name)
    log.warning("conversation put aside", name=stored.name, why=str(error))
    return find_aside(sessions, flows, number)


def find_aside(sessions: Sessions, flows: Flows, number: int) -> Aside | None:
    """What was put aside under a number, where its flow still is and knows what it is about."""
    stored = sessions.find(f"{ASIDE}{number}")
    if stored is None or not isinstance(stored.state, dict):
        return None
    state: Answers = stored.state
    key, args, name = state.get("flow"), state.get("args"), state.get(_WHERE)
    flow = flows.get(key) if isinstance(key, str) else None
    if flow is None or not isinstance(args, dict) or not isinstance(name, str):
        return None
    if not flow.is_begun_with(args):
        return None
    return Aside(number, name, flow, args, state, state.get(_BEGUN) is True)


def waiting_aside(sessions: Sessions, flows: Flows, name: str, args: Answers) -> Aside | None:
    """What was put aside under a name and with these arguments, and wasn't begun again yet."""
    for stored in sessions.left():
        number = stored.name.removeprefix(ASIDE)
        aside = find_aside(sessions, flows, int(number)) if number.isdecimal() else None
        if aside is not None and not aside.begun and (aside.name, aside.args) == (name, args):
            return aside
    return None


def note_begun(sessions: Sessions, aside: Aside) -> None:
    """It was begun again: its button is an old one from now on."""
    assert isinstance(aside.state, dict)
    state = {**aside.state, _BEGUN: True}
    sessions.put(Stored(f"{ASIDE}{aside.number}", state, is_open=False))


def show_aside(turn: Turn, aside: Aside | None) -> Message:
    """One kind sentence, with the way to begin that step again where there is one."""
    menu = Choice(turn.text(say("engine.to_menu")), wire(buttons.no(buttons.Menu())))
    if aside is None:
        return Message(say("engine.put_aside_whole"), ([menu],))
    again = Choice(turn.text(say("engine.begin_again")), f"{value_of_again(aside.number)}{YES}")
    return Message(say("engine.put_aside"), ([again, menu],))


@dataclass(frozen=True)
class Draft:
    """Something that was begun, as far as what is stored can still be read."""

    name: str
    args: Answers
    began: datetime | None


def is_of_flow(stored: Stored, flow: str) -> bool:
    """Whether something kept is, or was, a conversation of a flow."""
    state: Answers = stored.state if isinstance(stored.state, dict) else {}
    named = str(state.get(_WHERE, stored.name)).partition("/")[0]
    return flow in (state.get("flow"), named)


def draft_of(stored: Stored) -> Draft:
    """What can be read of a conversation, perhaps nothing but its name."""
    state: Answers = stored.state if isinstance(stored.state, dict) else {}
    args, began = state.get("args"), state.get("began")
    try:
        since = datetime.fromisoformat(began) if isinstance(began, str) else None
    except ValueError:
        since = None
    known = since is not None and since.tzinfo is not None
    return Draft(stored.name, args if isinstance(args, dict) else {}, since if known else None)
