"""A training: of the board, of volunteers; its places are few."""

from __future__ import annotations

from bot.domain.events.rules import EVENING, MORNING, Offset, Rule

RULE = Rule("training", (Offset(7, MORNING), Offset(1, EVENING)), asks_places=True)
