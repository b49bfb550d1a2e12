"""What people can be told of: a line a subject, with who words it."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from bot.domain.due import SubjectKind
from bot.reminders.announcements import Announced
from bot.reminders.incidents import IncidentTold
from bot.reminders.occasions import Occasion
from bot.reminders.standing_words import Stands
from bot.reminders.waves import Wave, Wording
from bot.storage.unit_of_work import UnitOfWork

WORDINGS: dict[SubjectKind, Callable[[UnitOfWork, Wave, ZoneInfo], Wording]] = {
    SubjectKind.OCCURRENCE: Occasion.of,
    SubjectKind.ANNOUNCEMENT: Announced.of,
    SubjectKind.INCIDENT: IncidentTold.of,
    SubjectKind.STANDING: Stands.of,
}
"""How to come by the words of a wave; of a subject without a line nobody is told."""
