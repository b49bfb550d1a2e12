"""Nothing ends nowhere: where nothing more is offered, there is the way to the first screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot import buttons
from bot.buttons import read_button, wire
from bot.conversations.turn import Turn
from bot.messages import Choice
from bot.speech.translation import say
from bot.storage.records import OutboxRow

_ENDS = frozenset(
    (
        "own_data",
        "everywhere",
        "own_club",
        "event_question",
        "registration",
        "address_form",
        "understood",
    )
)
"""Readers that carry out what was typed, so that their last words are an end as a press has one.

Courtesies are answered in kind, and what answers a reminder stays with it.
"""


def lead_back(turn: Turn, taken_by: str, courteous: Callable[[], bool]) -> None:
    """Put the way back under words that end something, pressed or typed, and offer nothing else.

    What answers a reminder stays with it: its choices are there still, for a change of mind.
    `courteous`: whether what was typed only thanks or greets.
    """
    if not turn.said or any(said.rows for said in turn.said):
        return
    if turn.value:
        if isinstance(read_button(turn.value), buttons.Attend):
            return
    elif taken_by not in _ENDS or courteous() or turn.sessions.current() is not None:
        return
    label = say("engine.to_menu" if turn.back is None else "engine.back_to")
    button = buttons.by_words(buttons.Menu() if turn.back is None else turn.back)
    back = Choice(turn.text(label), wire(button))
    turn.said[-1] = replace(turn.said[-1], rows=((back,),))


def only_leads_back(row: OutboxRow) -> bool:
    """Whether a message offers nothing but the way to the first screen: it asks for no answer."""
    return [read_button(value) for line in row.rows for _, value in line] == [buttons.Menu()]
