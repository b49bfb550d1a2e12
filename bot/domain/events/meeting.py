"""The members' meeting: monthly, on a fixed day, led by the chair."""

from __future__ import annotations

from bot.domain.events.rules import EVENING, MORNING, Offset, Rule

RULE = Rule("meeting", (Offset(3, MORNING), Offset(1, EVENING)))
