"""Telling all members of a club what an organiser has to say."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.due import SubjectKind
from bot.messages import Kind
from bot.reminders.announcements import Announced
from bot.reminders.notices import members, send
from bot.reminders.told import Told, told_of
from bot.reminders.waves import Wave
from bot.storage.records import Announcement
from bot.storage.unit_of_work import UnitOfWork

WORTH = timedelta(days=3)
"""How long an announcement is worth telling (a proposal)."""


def tell_members(uow: UnitOfWork, announcement: Announcement, zone: ZoneInfo) -> Told:
    """Tell a club's members: on their phones, on a neighbour's, by a call; at daytime only."""
    wave = Wave(
        club_id=announcement.club_id,
        subject_kind=SubjectKind.ANNOUNCEMENT,
        subject_id=announcement.id,
        kind="announce",
        lead="made",
        version=1,
        due_at=uow.now,
        expires_at=uow.now + WORTH,
    )
    audience = send(
        uow,
        wave,
        members(uow, announcement.club_id),
        zone,
        lambda: Announced(uow, announcement),
        kind=Kind.ANNOUNCEMENT,
    )
    return told_of(uow, audience, zone)
