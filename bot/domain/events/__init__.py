"""Kinds of events: one file a kind, gathered here."""

from __future__ import annotations

from bot.domain.events import health_check, meeting, training
from bot.domain.events.rules import Rule

RULES: dict[str, Rule] = {
    rule.kind: rule for rule in (meeting.RULE, health_check.RULE, training.RULE)
}
