"""Telling members that their club rests, ends or goes on."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.due import SubjectKind
from bot.messages import Kind
from bot.reminders.notices import members, send
from bot.reminders.standing_words import Stands
from bot.reminders.told import Told, told_of
from bot.reminders.waves import Wave
from bot.storage.records import Standing
from bot.storage.unit_of_work import UnitOfWork

WORTH = timedelta(days=14)
"""How long it is worth telling (a proposal)."""


def tell_members(uow: UnitOfWork, standing: Standing, zone: ZoneInfo) -> Told:
    """Tell a club's members, as announcements are told."""
    wave = Wave(
        club_id=standing.club_id,
        subject_kind=SubjectKind.STANDING,
        subject_id=standing.id,
        kind="standing",
        lead=standing.becomes.value,
        version=1,
        due_at=uow.now,
        expires_at=uow.now + WORTH,
    )
    audience = send(
        uow,
        wave,
        members(uow, standing.club_id),
        zone,
        lambda: Stands(uow, standing),
        kind=Kind.NOTICE,
    )
    return told_of(uow, audience, zone)
