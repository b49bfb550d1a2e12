"""Those in charge of a club hear of an incident with its people's data, and how the hours run out."""

from __future__ import annotations

from bot.delivery.letters import Letter
from bot.delivery.telling import tell_each, tell_organisers
from bot.domain.due import Looked
from bot.domain.incidents import (
    REPORTED_WITHIN,
    hours_left,
    next_warning,
    told_past_organisers,
)
from bot.domain.rights import Right
from bot.handlers.services import Services, coordinators_of
from bot.speech.show import show_moment
from bot.speech.translation import say
from bot.storage.records import DueRow
from bot.storage.unit_of_work import UnitOfWork


def warn_unreported(services: Services, uow: UnitOfWork, due: DueRow) -> Looked:
    """Tell who organises the clubs concerned, and who is above them; not what the operator wrote."""
    incident = uow.incidents.get(due.subject_id)
    if incident.reported_at is not None or incident.closed_at is not None:
        return Looked()
    hours = hours_left(incident.detected_at, uow.now)
    until = incident.detected_at + REPORTED_WITHIN
    for club_id in incident.clubs:
        club = uow.clubs.get(club_id)
        words = say(
            "incident.warn_late" if hours <= 0 else "incident.warn_due",
            number=incident.id,
            club=club.name,
            kind=say(f"incident.kind.{incident.kind}"),
            hours=hours,
            until=show_moment(until, services.zone),
        )
        letter = Letter(f"incident_report/{incident.id}/{club_id}/{uow.now.isoformat()}", words)
        above = Letter(letter.key, words, rights=[Right.oversees(club_id)])
        tell_each(uow, coordinators_of(services.plan, uow, club), services.zone, above)
        if not told_past_organisers(incident.kind):
            tell_organisers(uow, club_id, services.zone, letter)
    return Looked(again=next_warning(incident.detected_at, uow.now))
