"""Who comes, who is said to have died, and whose reminders rest: noted for those whom an account speaks for.

Nothing is said here; the other phones and the organisers hear of it by what follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.conversations.effects import AttendanceAnswered, DeathTakenBack, DeathTold
from bot.domain.due import DueKind
from bot.domain.states import OccurrenceState
from bot.handlers.acting import Acting, Refused
from bot.handlers.members.commands import ask_again_later
from bot.reminders.notices import stop_telling
from bot.storage.records import Event, Membership, Occurrence, Person
from bot.storage.unit_of_work import UnitOfWork

ASKED_AFTER = timedelta(days=14)
"""After how long it is asked whether somebody is well again."""


def is_to_come(uow: UnitOfWork, occurrence: Occurrence) -> bool:
    """Whether an occurrence is planned and hasn't begun."""
    return occurrence.state is OccurrenceState.PLANNED and occurrence.starts_at > uow.now


def is_full(uow: UnitOfWork, event: Event, occurrence: Occurrence) -> bool:
    """Whether no place is left."""
    return event.places is not None and uow.events.yes_count(occurrence.id) >= event.places


def spoken_for(acting: Acting, occurrence: Occurrence, ids: Iterable[int]) -> list[Person]:
    """Those of some persons whom this account speaks for and the club counts as members.

    Of whom it was told that he died nothing is asked or noted, not even through an old reminder.
    """
    if acting.account is None:
        return []
    uow = acting.uow
    people = [person for _, person in uow.people.of_account(acting.account.id)]
    wanted = set(ids)
    for number in wanted - {person.id for person in people}:
        former = uow.people.former(number)
        if former is not None:
            wanted.add(former.person_id)
    wanted &= {
        membership.person_id
        for membership in uow.clubs.active_memberships(*(each.id for each in people))
        if membership.club_id == occurrence.club_id
    }
    return [person for person in people if person.id in wanted and person.held_at is None]


@dataclass(frozen=True)
class Noted:
    """Answers that were kept, and who can't come because no place is left."""

    kept: list[tuple[Person, str]]
    full: list[Person]


def note(
    acting: Acting, occurrence: Occurrence, answers: Sequence[tuple[Person, str]]
) -> Noted | Refused:
    """Keep what somebody says of those whom he speaks for; the other phones are told."""
    uow = acting.uow
    if not all(acting.speaks_for(person.id) for person, _ in answers):
        return Refused.NOT_YOURS
    if not is_to_come(uow, occurrence):
        return Refused.OVER
    noted = Noted([], [])
    for person, answer in answers:
        before = uow.events.answers(occurrence.id).get(person.id)
        if not keep_answer(acting, occurrence, person, answer):
            noted.full.append(person)
            continue
        noted.kept.append((person, answer))
        if before != answer:
            acting.do(AttendanceAnswered(occurrence.id, person.id, answer))
    return noted


def keep_answer(acting: Acting, occurrence: Occurrence, person: Person, answer: str) -> bool:
    """Write an answer down; False where no place is left that the person doesn't hold."""
    uow = acting.uow
    event = uow.events.event_of(occurrence)
    before = uow.events.answers(occurrence.id).get(person.id)
    if answer == "yes" and before != "yes" and is_full(uow, event, occurrence):
        return False
    uow.events.answer(occurrence.id, person.id, answer, acting.by)
    return True


# Somebody is said to have died


def tell_death(acting: Acting, people: Sequence[Person]) -> list[Membership] | Refused:
    """Nothing more is sent about who died until an organiser has looked; whose members they were."""
    if not all(acting.speaks_for(person.id) for person in people):
        return Refused.NOT_YOURS
    found: list[Membership] = []
    for person in people:
        if person.held_at is None:
            acting.uow.people.update(person.id, held_at=acting.now)
            stop_telling(acting.uow, person.id, acting.zone, reason="held")
        for membership in acting.uow.clubs.active_memberships(person.id):
            ask_again_later(acting.uow, membership.id)
            acting.do(DeathTold(membership.id))
            found.append(membership)
    return found


def take_death_back(acting: Acting, people: Sequence[Person]) -> list[Person]:
    """Remind those again of whom it was said that they died, and no organiser confirmed it."""
    found = [
        each
        for each in people
        if each.held_at is not None
        and acting.speaks_for(each.id)
        and acting.uow.clubs.active_memberships(each.id)
    ]
    for person in found:
        acting.uow.people.update(person.id, held_at=None)
        for membership in acting.uow.clubs.memberships_of(person.id):
            acting.uow.due.settle(membership.id, DueKind.DEATH)
            acting.do(DeathTakenBack(membership.id))
    return found


# Reminders rest


def rest(acting: Acting, people: Sequence[Person]) -> Refused | None:
    """Let reminders of people rest, and ask later how they are; None when they do."""
    if not all(_may_rest(acting, person) for person in people):
        return Refused.NOT_YOURS
    for person in people:
        acting.uow.due.set(DueKind.AWAY, person.id, acting.now + ASKED_AFTER)
        stop_telling(acting.uow, person.id, acting.zone, reason="away")
    return None


def rest_on(acting: Acting, person: Person) -> Refused | None:
    """Somebody isn't well yet: he is asked after again; None when it is noted."""
    if not _may_rest(acting, person):
        return Refused.NOT_YOURS
    acting.uow.due.set_first(DueKind.AWAY, person.id, acting.now + ASKED_AFTER)
    return None


def end_rest(acting: Acting, person: Person) -> Refused | None:
    """Reminders of somebody go on; None when they do."""
    if not _may_rest(acting, person):
        return Refused.NOT_YOURS
    acting.uow.due.settle(person.id, DueKind.AWAY)
    return None


def _may_rest(acting: Acting, person: Person) -> bool:
    """Who speaks for somebody, or organises a club of hers: neighbours tell the organiser."""
    return acting.speaks_for(person.id) or any(
        acting.organises(each.club_id) for each in acting.uow.clubs.active_memberships(person.id)
    )
