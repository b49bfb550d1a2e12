"""What is done with the data that is kept about a person; nothing is said here.

What a person says through an own account is done at once. What a helper wants of somebody else's
membership or data becomes a request with a number and a day: the person is asked first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.conversations.effects import (
    ConsentWithdrawn,
    CorrectPerson,
    MemberLeft,
    PersonBack,
    PersonForgotten,
    RosterChanged,
)
from bot.conversations.engine import Proof
from bot.domain.membership import (
    GONE,
    LIVING,
    PURPOSES,
    TOLD_TO_CLUB,
    Guardian,
    MembershipState,
    uses_of,
)
from bot.domain.requests import TAKEN_BACK_WITHIN, RequestKind
from bot.handlers.acting import Acting, Refused
from bot.handlers.own_data.forgetting import forget_person, put_away, return_person
from bot.handlers.proofs import write_consent
from bot.reminders.notices import stop_telling
from bot.storage.data_records import DataRequest
from bot.storage.records import Membership, Person
from bot.storage.unit_of_work import UnitOfWork


def living(uow: UnitOfWork, person: Person, club_id: int | None = None) -> list[Membership]:
    """Where somebody belongs, of one club or of all."""
    return [
        membership
        for membership in uow.clubs.memberships_of(person.id)
        if membership.state in LIVING and club_id in (None, membership.club_id)
    ]


def must_be_asked(acting: Acting, person: Person, club_id: int | None = None) -> bool:
    """Whether a helper asks for what the person himself must decide, in a club or in any.

    Who isn't a member yet was brought by the helper, and is taken away by him.
    """
    if acting.is_self(person.id):
        return False
    return any(
        membership.state not in (MembershipState.UNCONFIRMED, MembershipState.APPLIED)
        for membership in acting.uow.clubs.memberships_of(person.id)
        if club_id in (None, membership.club_id)
    )


# Copies and corrections


def note_copy(acting: Acting, person: Person) -> int | Refused:
    """Note that somebody has a copy of his data; the request's number."""
    if not acting.speaks_for(person.id):
        return Refused.NOT_YOURS
    return acting.uow.requests.add(acting.by, person.id, RequestKind.COPY)


def note_seen(acting: Acting, person: Person) -> None:
    """Note that whoever speaks for somebody was shown what is kept about him."""
    if acting.account is not None and acting.speaks_for(person.id):
        acting.uow.requests.note_seen(acting.account.id, person.id)


def may_correct(uow: UnitOfWork, person: Person) -> bool:
    """Whether anything may be written about a person: not before he agreed, not after he left."""
    return any(
        membership.state in LIVING - {MembershipState.UNCONFIRMED}
        for membership in uow.clubs.memberships_of(person.id)
    )


def correct(acting: Acting, wanted: CorrectPerson) -> Refused | None:
    """Change one thing that is kept about a person; None when it is changed.

    What a club was told is changed in the memberships that are named, as far as whoever acts may
    dispose of them: an organiser of those of his own clubs.
    """
    uow, person_id = acting.uow, wanted.person_id
    person = uow.people.find(person_id)
    if person is None or person.erased_at is not None:
        return Refused.GONE
    memberships = uow.clubs.memberships_of(person_id)
    speaks = acting.speaks_for(person_id)
    if not speaks and not any(acting.organises(each.club_id) for each in memberships):
        return Refused.NOT_YOURS
    if wanted.called is not None and acting.account is not None:
        uow.people.call(acting.account.id, person_id, wanted.called)
    told = {name: value for name, value in wanted.values.items() if name in TOLD_TO_CLUB}
    identity = {name: value for name, value in wanted.values.items() if name not in told}
    if identity:
        uow.people.update(person_id, **identity)
    for membership in memberships if told else ():
        mine = speaks or acting.organises(membership.club_id)
        if mine and membership.id in wanted.memberships and membership.state in LIVING:
            uow.clubs.note_told(membership.id, **told)
    for membership in memberships:
        acting.do(RosterChanged(membership.club_id))
    if speaks:
        uow.requests.add(acting.by, person_id, RequestKind.CORRECT)
    return None


# Consents


def note_consent(
    acting: Acting,
    person_id: int,
    club_id: int,
    purpose: str,
    proof: Proof,
    answered_on: date,
    *,
    guardian: Guardian | None = None,
) -> Refused | None:
    """Write down what was answered to a question of consent; None when it is noted."""
    membership = acting.uow.clubs.membership_of(club_id, person_id)
    if membership is None or membership.state in GONE:
        return Refused.GONE
    if not acting.speaks_for(person_id) and not acting.organises(club_id):
        return Refused.NOT_YOURS
    write_consent(acting, person_id, club_id, purpose, proof, answered_on, guardian=guardian)
    return None


def withdraw(acting: Acting, person: Person, purpose: str, club_id: int | None) -> int | Refused:
    """Take a consent back in one club or in all, with what was done on the strength of it.

    The number of the request.
    """
    if not acting.speaks_for(person.id):
        return Refused.NOT_YOURS
    uow = acting.uow
    number = uow.requests.add(acting.by, person.id, RequestKind.WITHDRAW, club_id=club_id)
    end_use(acting, person, purpose, club_id)
    for membership in living(uow, person, club_id):
        acting.do(ConsentWithdrawn(number, membership.id, purpose))
        acting.do(RosterChanged(membership.club_id))
    return number


def end_use(acting: Acting, person: Person, purpose: str, club_id: int | None) -> None:
    """A consent stands no more in a club or in all, with what was done on the strength of it."""
    uow = acting.uow
    for each in uses_of(purpose):
        uow.people.withdraw(person.id, each, club_id=club_id)
    if purpose == "circumstances":
        for membership in uow.clubs.memberships_of(person.id):
            if club_id in (None, membership.club_id):
                uow.clubs.note_told(membership.id, circumstances=None)
    if purpose == "reminders":
        stop_telling(uow, person.id, acting.zone, reason="no_consent", club_id=club_id)


# Leaving and being forgotten


def end_memberships(acting: Acting, person: Person, memberships: list[Membership]) -> None:
    """Somebody leaves clubs: no consent stands there any more, their organisers hear of it."""
    uow = acting.uow
    for membership in memberships:
        uow.clubs.set_state(membership.id, MembershipState.LEFT)
        for purpose in PURPOSES:
            uow.people.withdraw(person.id, purpose, club_id=membership.club_id)
        uow.clubs.note_told(membership.id, circumstances=None)
        stop_telling(uow, person.id, acting.zone, reason="left", club_id=membership.club_id)
        acting.do(MemberLeft(membership.id))
        acting.do(RosterChanged(membership.club_id))


def leave(acting: Acting, person: Person, club_id: int) -> Refused | None:
    """Somebody leaves a club, at once: he says so himself, or isn't a member yet; None when done."""
    if not acting.speaks_for(person.id) or must_be_asked(acting, person, club_id):
        return Refused.NOT_YOURS
    memberships = living(acting.uow, person, club_id)
    if not memberships:
        return Refused.GONE
    end_memberships(acting, person, memberships)
    return None


@dataclass(frozen=True)
class Erased:
    """Somebody was forgotten: the number of the request, and whether it was of himself."""

    number: int
    own: bool
    until: datetime | None
    """Until when it can be taken back; None where it was for good."""


def erase(
    acting: Acting, person: Person, club_id: int | None = None, *, for_good: bool = False
) -> Erased | Refused:
    """Forget who a person was, by one club or by all, where nobody else must be asked.

    For a day it can be taken back, unless it is `for_good`.
    """
    memberships = [
        each
        for each in acting.uow.clubs.memberships_of(person.id)
        if club_id in (None, each.club_id)
    ]
    mine = acting.speaks_for(person.id) or (
        bool(memberships) and all(acting.organises(each.club_id) for each in memberships)
    )
    if not mine or must_be_asked(acting, person, club_id):
        return Refused.NOT_YOURS
    return forget_in(acting, person, memberships, for_good=for_good)


def forget_in(
    acting: Acting, person: Person, memberships: list[Membership], *, for_good: bool = False
) -> Erased:
    """Forget a person as some clubs know him: the others' book stays as it is.

    Organisers hear that somebody left, not why. Whether it may be done is asked by who calls.
    """
    uow = acting.uow
    own = acting.is_self(person.id)
    everywhere = len(memberships) == len(uow.clubs.memberships_of(person.id))
    parted_from = None
    if not everywhere:
        parted_from = person.id
        parted = uow.identities.part(person.id, [each.id for each in memberships])
        person = uow.people.get(parted)
    number = uow.requests.add(acting.by, person.id, RequestKind.DELETE)
    if for_good:
        forget_person(uow, acting.zone, person)
    else:
        put_away(uow, acting.zone, person, number, parted_from)
    acting.do(PersonForgotten(person.id))
    for membership in memberships:
        acting.do(RosterChanged(membership.club_id))
    return Erased(number, own, None if for_good else acting.now + TAKEN_BACK_WITHIN)


def take_back(acting: Acting, request: DataRequest) -> Person | Refused:
    """Undo a deletion within its day, by who asked for it and may still; the person."""
    uow = acting.uow
    deletion = uow.deletions.waiting(request.id)
    if acting.by is None or request.account_id != acting.by:
        return Refused.NOT_YOURS
    if deletion is None:
        return Refused.OVER
    clubs = [each.club_id for each in uow.clubs.memberships_of(deletion.person_id)]
    if not uow.deletions.spoke(request.id, acting.by) and not any(map(acting.organises, clubs)):
        return Refused.NOT_YOURS
    person = return_person(uow, acting.zone, deletion)
    for club_id in clubs:
        acting.do(PersonBack(person.id, club_id))
        acting.do(RosterChanged(club_id))
    return person


def erase_now(acting: Acting, request: DataRequest) -> Refused | None:
    """Let a deletion be for good before its day is over; None when it is."""
    if acting.by is None or request.account_id != acting.by:
        return Refused.NOT_YOURS
    if acting.uow.deletions.waiting(request.id) is None:
        return Refused.OVER
    acting.uow.deletions.end(request.id)
    return None


# Messages


def set_told(acting: Acting, person: Person, *, told: bool) -> Refused | None:
    """Whether an account is told what concerns somebody whom it speaks for; None when noted.

    Somebody's own phone is told, or muted as a whole; it is of several helpers that one may be
    enough. What waits for nobody's phone any more stands on the call list.
    """
    if acting.account is None:
        return Refused.NOT_YOURS
    tie = acting.uow.people.tie(acting.account.id, person.id)
    if tie is None or tie.is_self:
        return Refused.NOT_YOURS
    acting.uow.people.set_told(acting.account.id, person.id, told=told)
    return None


def mute(acting: Acting) -> None:
    """No reminders to this phone."""
    if acting.account is not None:
        acting.uow.accounts.update(acting.account.id, muted_at=acting.now)


def unmute(acting: Acting) -> None:
    """Reminders to this phone again."""
    if acting.account is not None:
        acting.uow.accounts.update(acting.account.id, muted_at=None)
