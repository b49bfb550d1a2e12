"""What words change of an event that was read back before it is set or moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.conversations.engine.surroundings import Turn
from bot.intents.moving import shifted
from bot.language.recurrences import Recurrence, read_event
from bot.language.series import read_change, read_hour_change
from bot.language.text import without_courtesy


@dataclass(frozen=True)
class Changed:
    """An event's days, and its hour ("HH:MM") and place where these were named."""

    rule: Recurrence
    hour: str | None = None
    place: str | None = None


def read_changed(
    turn: Turn, text: str, rule: Recurrence, hour: str | None, *, may_repeat: bool = False
) -> Changed | None:
    """What a text changes of an event at an hour; None where it names no day, hour or place.

    What it names may stand there already. A day that is over changes nothing. `may_repeat`: one
    day may become a rule, "mỗi tháng ngày 15".
    """
    stands = time.fromisoformat(hour) if hour else None
    if stands is not None and rule.date is not None:
        moved = shifted(text, datetime.combine(rule.date, stands).isoformat())
        if moved is not None:
            found = date.fromisoformat(moved[:10])
            return (
                Changed(Recurrence("once", date=found), moved[11:16])
                if found >= turn.today
                else None
            )
    text = without_courtesy(text)
    told, whole = read_change(text, rule, stands, turn.local_now), read_event(text, turn.local_now)
    at = told.time if stands is None else read_hour_change(text, stands)
    place = told.place or (whole.place if whole.recurrence else None)
    if not (told.recurrence or place or whole.time or whole.recurrence):
        return None
    days = told.recurrence or rule
    if may_repeat and rule.kind == "once" and whole.recurrence and whole.recurrence.kind != "once":
        days = whole.recurrence
    is_over = days.date is not None and days.date < turn.today
    return None if is_over else Changed(days, at.strftime("%H:%M") if at else None, place)
