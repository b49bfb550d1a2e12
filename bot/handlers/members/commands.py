"""What is done with those on a roster and those who wait for it; nothing is said here."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum
from typing import Literal

from bot.conversations.effects import (
    DeathReported,
    MembershipChanged,
    MembershipDecided,
    RosterChanged,
)
from bot.domain.due import DueKind
from bot.domain.limits import Limited
from bot.domain.membership import PURPOSES, MembershipState, may_become
from bot.domain.rights import AccountRole
from bot.handlers.acting import Acting, Refused
from bot.handlers.invitations import add_invitation, free_join_code
from bot.handlers.limits import count, minutes_to_wait
from bot.handlers.members.places import has_place
from bot.handlers.services import clubs_of_account
from bot.reminders.notices import stop_telling
from bot.storage.records import Application, Club, Membership, Person
from bot.storage.unit_of_work import UnitOfWork

AFTER_DEATH = (timedelta(days=3), timedelta(days=7), timedelta(days=10))
"""When organisers are asked once more of a death, and again; then their coordinators hear of it."""


class Decision(Enum):
    """What became of a decision on an application."""

    DONE = "done"
    ANOTHER = "another"
    """It was meant for an application before the one that waits."""
    ALREADY = "already"
    """It was decided before, or can't be decided so."""
    WAITLISTED = "waitlisted"
    """The club is full: he waits for a place."""
    FULL = "full"
    """He waits for a place, and there is none yet."""
    CONSENT_FIRST = "consent_first"
    """Who has not agreed yet can't become a member."""


def is_latest(uow: UnitOfWork, membership: Membership, application: Application | None) -> bool:
    """Whether what was shown is of the latest application of a membership.

    One of before there were applications names none.
    """
    latest = uow.applications.latest(membership.id)
    return (application and application.id) == (latest and latest.id)


def decide(
    acting: Acting, found: Membership, application: Application | None, state: MembershipState
) -> Decision | Refused:
    """Decide on an application, once; who registered is told."""
    if not acting.organises(found.club_id):
        return Refused.NOT_YOURS
    if not is_latest(acting.uow, found, application):
        return Decision.ANOTHER
    if acting.uow.people.get(found.person_id).erased_at is not None:
        return Refused.GONE
    before = found.state
    if before is state or not may_become(before, state):
        return Decision.ALREADY
    if before is MembershipState.UNCONFIRMED and state is MembershipState.ACTIVE:
        return Decision.CONSENT_FIRST
    if state is MembershipState.ACTIVE and not has_place(acting.uow, found):
        if before is MembershipState.WAITLISTED:
            return Decision.FULL
        state = MembershipState.WAITLISTED
    acting.uow.clubs.set_state(found.id, state, decided_by=acting.by)
    acting.do(MembershipDecided(found.id, state, waited=before is MembershipState.WAITLISTED))
    acting.do(RosterChanged(found.club_id))
    return Decision.WAITLISTED if state is MembershipState.WAITLISTED else Decision.DONE


def limit_members(acting: Acting, club: Club, limit: int | None) -> Refused | None:
    """Set how many members a club takes; None takes all. Nobody who is a member leaves for it."""
    if not acting.organises(club.id):
        return Refused.NOT_YOURS
    acting.uow.clubs.update(club.id, member_limit=limit)
    acting.do(RosterChanged(club.id))
    return None


def likeness(
    uow: UnitOfWork, membership: Membership, person: Person, application: Application | None
) -> tuple[Membership, Person] | None:
    """Who on the roster an applicant may be; not where that was denied."""
    denied = application is not None and application.agreed is False
    if not person.full_name or denied:
        return None
    return uow.clubs.alike(
        membership.club_id,
        person.full_name,
        birth_year=person.birth_year,
        phone=membership.phone,
        besides=membership.id,
    )


def count_newcomer(acting: Acting) -> bool:
    """Count one more whom this account brings; False where organisers aren't told of so many."""
    if minutes_to_wait(acting, Limited.APPLICATION) is not None:
        return False
    count(acting, Limited.APPLICATION)
    return True


def note_death(acting: Acting, membership: Membership, *, died: bool) -> Refused | None:
    """What an organiser found out about somebody said dead; None when it is noted."""
    if not acting.organises(membership.club_id):
        return Refused.NOT_YOURS
    person = acting.uow.people.get(membership.person_id)
    if person.erased_at is not None:
        return Refused.GONE
    if not died:
        acting.uow.people.update(person.id, held_at=None)
        acting.uow.due.settle(membership.id, DueKind.DEATH)
        return None
    # Other clubs look for themselves: until then nothing is sent about him by any.
    if membership.state != MembershipState.DECEASED:
        acting.uow.clubs.set_state(membership.id, MembershipState.DECEASED, decided_by=acting.by)
        acting.do(RosterChanged(membership.club_id))
    stop_telling(acting.uow, person.id, acting.zone, reason="deceased")
    return None


Change = Literal["suspended", "active", "moved", "left", "alive"]
"""What an organiser notes of a member: "alive" takes a death back that was noted by mistake."""
_CHANGES: dict[MembershipState, tuple[Change, ...]] = {
    MembershipState.ACTIVE: ("suspended", "moved", "left"),
    MembershipState.SUSPENDED: ("active", "moved", "left"),
    MembershipState.DECEASED: ("alive",),
}


def changes_of(membership: Membership) -> tuple[Change, ...]:
    """What may be noted of a member now."""
    return _CHANGES.get(membership.state, ())


def change_state(acting: Acting, membership: Membership, to: Change) -> Refused | None:
    """Note that a member rests, is back, moved away, left, or lives after all; None when noted.

    Who moved or left is reminded of nothing more and every consent ends, as when he says so himself.
    """
    if not acting.organises(membership.club_id):
        return Refused.NOT_YOURS
    uow, person = acting.uow, acting.uow.people.get(membership.person_id)
    if person.erased_at is not None or to not in changes_of(membership):
        return Refused.OVER
    if to in ("moved", "left"):
        for purpose in PURPOSES:
            uow.people.withdraw(person.id, purpose, club_id=membership.club_id)
        uow.clubs.note_told(membership.id, circumstances=None)
    if to in ("suspended", "moved", "left"):
        stop_telling(uow, person.id, acting.zone, reason=to, club_id=membership.club_id)
    if to == "alive":
        uow.people.update(person.id, held_at=None)
        uow.due.settle(membership.id, DueKind.DEATH)
    state = MembershipState.ACTIVE if to == "alive" else MembershipState(to)
    uow.clubs.set_state(membership.id, state, decided_by=acting.by)
    acting.do(MembershipChanged(membership.id, to))
    acting.do(RosterChanged(membership.club_id))
    return None


def ask_again_later(uow: UnitOfWork, membership_id: int) -> None:
    """Ask the organisers of a death once more unless they decide before that."""
    uow.due.set(DueKind.DEATH, membership_id, uow.now + AFTER_DEATH[0])


def report_death(acting: Acting, membership: Membership, *, sure: bool) -> Refused | None:
    """Somebody of the club tells that a member died; None when its organisers hear of it.

    `sure`: it can be nobody else, so that he hears no more until they have looked.
    """
    known = [] if acting.account is None else clubs_of_account(acting.uow, acting.account)
    if membership.club_id not in {club.id for club in known}:
        return Refused.NOT_YOURS
    person = acting.uow.people.get(membership.person_id)
    if sure and person.held_at is None:
        acting.uow.people.update(person.id, held_at=acting.now)
        stop_telling(acting.uow, person.id, acting.zone, reason="held")
    ask_again_later(acting.uow, membership.id)
    acting.do(DeathReported(membership.id, sure))
    return None


def await_news(acting: Acting, enquiry_id: int) -> None:
    """Ask the organisers once more of a death that was told and names nobody on the list."""
    acting.uow.due.settle(enquiry_id, DueKind.UNANSWERED)
    acting.uow.due.set(DueKind.DEATH_NEWS, enquiry_id, acting.now + AFTER_DEATH[0])


# Codes


def renew_join_code(acting: Acting, club: Club) -> str | Refused:
    """A join code that no club has, in the place of the club's own."""
    if not acting.organises(club.id):
        return Refused.NOT_YOURS
    code = free_join_code(acting.uow)
    acting.uow.clubs.update(club.id, join_code=code)
    return code


def invite_co_organiser(acting: Acting, club: Club) -> str | Refused:
    """A one-time code for somebody who works on this club too."""
    if not acting.organises(club.id):
        return Refused.NOT_YOURS
    return add_invitation(acting, AccountRole.ORGANISER, club_id=club.id)
