"""What the operator does about an incident with people's data; nothing is said here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.documents.facts import IncidentFacts, Named
from bot.domain.due import DueKind
from bot.domain.incidents import REPORTED_WITHIN, DataKind, IncidentKind, as_sentence
from bot.handlers.acting import Acting, Refused
from bot.language.places import neighbourhood_group
from bot.storage.data_records import Incident
from bot.storage.records import Club
from bot.storage.unit_of_work import UnitOfWork


def note(
    acting: Acting,
    kind: IncidentKind,
    data: Sequence[DataKind],
    clubs: Sequence[Club],
    *,
    detected_at: datetime,
    nature: str,
    consequences: str | None = None,
    measures: str | None = None,
    contact: str | None = None,
) -> Incident | Refused:
    """Note an incident: the 72 hours count from when it was detected."""
    if acting.account is not None:
        return Refused.NOT_YOURS
    noted = acting.uow.incidents.add(
        kind,
        data,
        [club.id for club in clubs],
        detected_at=detected_at,
        nature=nature,
        consequences=consequences,
        measures=measures,
        contact=contact,
    )
    acting.uow.due.set(DueKind.INCIDENT, noted.id, acting.now)
    return noted


def facts_of(uow: UnitOfWork, incident: Incident, club: Club, zone: ZoneInfo) -> IncidentFacts:
    """An incident as the papers of one club tell it."""
    people = [
        Named(
            name=person.full_name or membership.code,
            birth_year=person.birth_year,
            birth_estimated=person.birth_estimated,
            address=membership.address,
        )
        for membership, person in uow.incidents.concerned(incident)
        if membership.club_id == club.id
    ]
    people.sort(key=lambda each: neighbourhood_group(each.address) or 10_000)
    until = incident.detected_at + REPORTED_WITHIN
    return IncidentFacts(
        number=incident.id,
        kind=incident.kind,
        data=tuple(incident.data),
        detected=incident.detected_at.astimezone(zone),
        until=until.astimezone(zone),
        is_late=(incident.reported_at or uow.now) > until,
        nature=as_sentence(incident.nature),
        consequences=incident.consequences and as_sentence(incident.consequences),
        measures=incident.measures and as_sentence(incident.measures),
        contact=incident.contact,
        people=tuple(people),
    )
