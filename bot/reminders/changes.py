"""Telling people that an event was moved or called off."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.due import SubjectKind
from bot.domain.events.rules import next_allowed
from bot.domain.states import HEARD, NoticeState
from bot.messages import Kind, Priority
from bot.reminders.notices import members, send, withdraw
from bot.reminders.occasions import CHANGE
from bot.reminders.told import Told, told_of
from bot.reminders.waves import Wave
from bot.storage.records import Occurrence
from bot.storage.unit_of_work import UnitOfWork

LATE_CANCELLATION = timedelta(hours=1)
"""How long a change is still told of what would be over."""


def tell_change(uow: UnitOfWork, occurrence: Occurrence, what: str, zone: ZoneInfo) -> Told:
    """Tell whom a moved or cancelled occurrence concerns.

    Whoever was told before is told again; nobody is told of a cancellation who never heard of
    the event. Of a new day those hear as well who were about to be told of the old one. What is
    queued about the old plan is withdrawn.
    """
    before = uow.notices.about(SubjectKind.OCCURRENCE, occurrence.id)
    concerned = {notice.person_id for notice in before if notice.state in HEARD}
    if what == "moved":
        concerned |= {
            each.person_id
            for each in before
            if each.state in (NoticeState.PLANNED, NoticeState.TO_CALL)
        }
    withdraw(uow, before, reason=what)
    wave = Wave(
        club_id=occurrence.club_id,
        subject_kind=SubjectKind.OCCURRENCE,
        subject_id=occurrence.id,
        kind=CHANGE,
        lead=what,
        version=occurrence.plan_version,
        due_at=uow.now,
        expires_at=max(occurrence.starts_at, uow.now + LATE_CANCELLATION),
    )
    people = [each for each in members(uow, occurrence.club_id) if each.id in concerned]
    audience = send(uow, wave, people, zone, kind=Kind.NOTICE, priority=Priority.CHANGE)
    if what == "moved" and (audience.reached or audience.to_call):
        uow.events.update_occurrence(occurrence.id, told_at=next_allowed(uow.now, zone))
    return told_of(uow, audience, zone)
