"""A health check with the health station: once or twice a year; people bring their books."""

from __future__ import annotations

from bot.domain.events.rules import EVENING, MORNING, Offset, Rule

RULE = Rule(
    "health_check", (Offset(7, MORNING), Offset(1, EVENING)), asks_bring=True, asks_fasting=True
)
