"""Telling everybody whose data an incident concerns: on a phone, on a neighbour's, by a call."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.domain.due import SubjectKind
from bot.messages import Kind
from bot.reminders.incidents import IncidentTold
from bot.reminders.notices import send
from bot.reminders.told import Told, told_of
from bot.reminders.waves import Wave
from bot.storage.data_records import Incident
from bot.storage.unit_of_work import UnitOfWork

WORTH = timedelta(days=14)
"""How long it is worth telling (ours); who still has to be called stands on the list till then."""


def tell_concerned(uow: UnitOfWork, incident: Incident, zone: ZoneInfo) -> dict[int, Told]:
    """Tell each club's people, once; by club, how many hear of it how.

    It is owed, not offered: who takes no reminders is called. Of who may have died a person speaks
    with the family first.
    """
    concerned = uow.incidents.concerned(incident)
    found = {}
    for club_id in incident.clubs:
        wave = Wave(
            club_id=club_id,
            subject_kind=SubjectKind.INCIDENT,
            subject_id=incident.id,
            kind="incident",
            lead="told",
            version=1,
            due_at=uow.now,
            expires_at=uow.now + WORTH,
        )
        people = [
            person
            for membership, person in concerned
            if membership.club_id == club_id and person.held_at is None
        ]
        words = IncidentTold(uow, incident, club_id, zone)
        wording = partial(_given, words)
        audience = send(uow, wave, people, zone, wording, kind=Kind.ANNOUNCEMENT, owed=True)
        found[club_id] = told_of(uow, audience, zone)
    uow.incidents.update(incident.id, told_at=uow.now)
    return found


def _given(words: IncidentTold) -> IncidentTold:
    return words
