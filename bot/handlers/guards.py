"""Who may press what: the guards of actions. Nothing is allowed by default."""

from __future__ import annotations

from bot.conversations.turn import Turn
from bot.domain.requests import RequestKind
from bot.handlers.services import organised_ids
from bot.storage.data_records import DataRequest
from bot.storage.records import (
    Application,
    Club,
    ClubAnswer,
    Enquiry,
    Event,
    Membership,
    Notice,
    Occurrence,
    Person,
    Standing,
)


def anyone(turn: Turn) -> bool:
    """Open to guests."""
    return True


def organiser(turn: Turn, club: Club) -> bool:
    """An organiser of the club."""
    return turn.organises(club.id)


def organiser_or_coordinator(turn: Turn, club: Club | None) -> bool:
    """An organiser of the club; of what is of no club, whoever organises or coordinates anything."""
    if club is not None:
        return turn.organises(club.id)
    return turn.coordinates() or bool(organised_ids(turn.uow, turn.account))


def organiser_of_member(turn: Turn, membership: Membership) -> bool:
    """An organiser of the club on whose roster the membership stands."""
    return turn.organises(membership.club_id)


def organiser_of_occurrence(turn: Turn, occurrence: Occurrence) -> bool:
    """An organiser of the club that holds the occurrence."""
    return turn.organises(occurrence.club_id)


def organiser_of_event(turn: Turn, event: Event) -> bool:
    """An organiser of the club that holds the event."""
    return turn.organises(event.club_id)


def organiser_of_notice(turn: Turn, notice: Notice) -> bool:
    """An organiser of the club that the notice comes from."""
    return turn.organises(notice.club_id)


def coordinator(turn: Turn) -> bool:
    """A coordinator of anything; the action checks the area."""
    return turn.coordinates()


def coordinator_of(turn: Turn, club: Club) -> bool:
    """A coordinator of an area that holds the club."""
    return turn.oversees(club)


def coordinator_of_standing(turn: Turn, asked: Standing) -> bool:
    """A coordinator of the club of which something is wished."""
    return turn.oversees(turn.uow.clubs.get(asked.club_id))


def speaks_for(turn: Turn, person: Person) -> bool:
    """An account that speaks for the person."""
    return turn.speaks_for(person.id)


def speaks_for_or_organises(turn: Turn, person: Person) -> bool:
    """An account that speaks for the person, or an organiser of a club on whose roster he stands."""
    return turn.speaks_for(person.id) or any(
        turn.organises(membership.club_id)
        for membership in turn.uow.clubs.memberships_of(person.id)
    )


def decides_request(turn: Turn, request: DataRequest) -> bool:
    """An organiser of the person's club, or the person himself through an own account.

    An objection is answered by the organisers alone, a complaint by those above them.
    """
    if request.person_id is None:
        return False
    if request.kind is RequestKind.COMPLAIN:
        return any(
            turn.oversees(turn.uow.clubs.get(membership.club_id))
            for membership in turn.uow.clubs.memberships_of(request.person_id)
        )
    if request.kind is not RequestKind.OBJECT and turn.uow.people.is_self(
        turn.account.id, request.person_id
    ):
        return turn.speaks_for(request.person_id)
    return any(
        turn.organises(membership.club_id)
        for membership in turn.uow.clubs.memberships_of(request.person_id)
        if request.club_id in (None, membership.club_id)
    )


def made_request(turn: Turn, request: DataRequest) -> bool:
    """The account that made the request."""
    return request.account_id == turn.account.id


def answers_claim(turn: Turn, application: Application) -> bool:
    """The member of whom it is said, through an own account, or an organiser of the club."""
    known = turn.uow.clubs.membership(application.known_id) if application.known_id else None
    if known is None:
        return False
    if turn.uow.people.is_self(turn.account.id, known.person_id):
        return turn.speaks_for(known.person_id)
    return turn.organises(known.club_id)


def organiser_of_answer(turn: Turn, answer: ClubAnswer) -> bool:
    """An organiser of the club whose own answer it is."""
    return turn.organises(answer.club_id)


def in_charge_of_enquiry(turn: Turn, enquiry: Enquiry) -> bool:
    """Staff to whom the question was handed."""
    return turn.answers_enquiry(enquiry.id)
