"""Carrying out what follows from what was done, in the same transaction."""

from __future__ import annotations

from bot.conversations import effects
from bot.conversations.turn import Turn
from bot.handlers.acting import Acting, acting
from bot.handlers.actions import run_action
from bot.handlers.feature import Effect, together, told
from bot.handlers.registry import EFFECTS
from bot.handlers.services import Services
from bot.handlers.understood import act_as_meant, keep_at_hand

THROUGH_TABLES = (
    told(effects.Press, lambda services, turn, effect: run_action(services, turn, effect.button)),
    told(
        effects.Meant,
        lambda services, turn, effect: act_as_meant(services, turn, effect.text, effect.intent),
    ),
    told(effects.MeantToo, lambda _services, turn, effect: keep_at_hand(turn, effect)),
)
"""What may lead to any feature belongs to none."""

_EFFECTS = together(
    "effect",
    (("a feature", EFFECTS), ("the tables", {each.type: each for each in THROUGH_TABLES})),
)


def carry_out(services: Services, turn: Turn) -> None:
    """Every effect in order; an effect may ask for more."""
    while turn.effects:
        effect = turn.effects.pop(0)
        found = _carrier(effect)
        if found.do is not None:
            found.do(acting(turn), effect)
        elif found.tell is not None:
            found.tell(services, turn, effect)


def follow_up(who: Acting) -> None:
    """Every effect of what was done without a chat; raises TypeError for one that needs a chat."""
    while who.effects:
        effect = who.effects.pop(0)
        found = _carrier(effect)
        if found.do is None:
            raise TypeError(f"{type(effect).__name__} can't be told without a chat")
        found.do(who, effect)


def _carrier(effect: object) -> Effect:
    found = _EFFECTS.get(type(effect))
    if found is None:
        raise TypeError(f"nobody carries out {type(effect).__name__}")
    return found
