"""What organisers do with announcements; nothing is said here."""

from __future__ import annotations

from bot.conversations.effects import AnnouncementMade
from bot.domain.due import Looked
from bot.handlers.acting import Acting, Refused
from bot.storage.records import Announcement, DueRow
from bot.storage.unit_of_work import UnitOfWork


def announce(
    acting: Acting, club_id: int, text: str, group: int | None = None
) -> Announcement | Refused:
    """Tell all members of a club something, or those of one group; who hears of it how follows."""
    if not acting.organises(club_id):
        return Refused.NOT_YOURS
    announcement = acting.uow.announcements.add(club_id, text, acting.by)
    acting.do(AnnouncementMade(announcement.id, group))
    return announcement


def forget_words(uow: UnitOfWork, due: DueRow) -> Looked:
    """Forget the words of an announcement."""
    return Looked(forgotten=uow.announcements.blank(due.subject_id))
