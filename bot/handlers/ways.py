"""No press ends nowhere: where nothing more is offered, there is the way to the first screen."""

from __future__ import annotations

from dataclasses import replace

from bot import buttons
from bot.buttons import read_button, wire
from bot.conversations.turn import Turn
from bot.messages import Choice
from bot.speech.translation import say


def lead_back(turn: Turn) -> None:
    """Put the way back under what was said to a press that ended in words alone.

    What answers a reminder stays with it: its choices are there still, for a change of mind.
    """
    if not turn.value or not turn.said or any(said.rows for said in turn.said):
        return
    if isinstance(read_button(turn.value), buttons.Attend):
        return
    label = say("engine.to_menu" if turn.back is None else "engine.back_to")
    button = buttons.by_words(buttons.Menu() if turn.back is None else turn.back)
    back = Choice(turn.text(label), wire(button))
    turn.said[-1] = replace(turn.said[-1], rows=((back,),))
