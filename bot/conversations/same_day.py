"""Whether a club holds something else on a day already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.conversations.turn import Turn
from bot.language.recurrences import Recurrence

LOOKED_AHEAD = timedelta(days=62)
"""As far ahead as days are written down."""


@dataclass(frozen=True)
class Beside:
    """What is held on the same day."""

    kind: str
    starts_at: datetime


def same_day(
    turn: Turn, club_id: int, rule: Recurrence, *, besides: int | None = None
) -> Beside | None:
    """The first event of a club that falls on a day of a rule; `besides`: not counting this event."""
    until = turn.today + LOOKED_AHEAD
    days = set(rule.occurrences(turn.today, max(until, rule.date or until)))
    coming = turn.uow.events.occurrences([club_id], since=turn.now)
    for each in coming:
        if each.event_id != besides and each.starts_at.astimezone(turn.zone).date() in days:
            return Beside(turn.uow.events.get(each.event_id).kind, each.starts_at)
    return None
