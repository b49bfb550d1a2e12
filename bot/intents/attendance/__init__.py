"""Who comes, by what was typed after a reminder: `read_attendance`, and what belongs to it."""

from __future__ import annotations

from bot.intents.attendance.people import Attendee
from bot.intents.attendance.reading import (
    AttendanceReading,
    Unclear,
    read_attendance,
    strangers,
    takes_death_back,
)

__all__ = [
    "AttendanceReading",
    "Attendee",
    "Unclear",
    "read_attendance",
    "strangers",
    "takes_death_back",
]
