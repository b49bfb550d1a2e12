"""Data that is kept and used for nothing, as the person wishes (Law 91/2025 art. 4); nothing is said.

No reminder or announcement tells of who is restricted, no list, paper or search has more of him
than that he is restricted. He counts among the members still: a number names nobody.
"""

from __future__ import annotations

from bot.conversations.effects import DataRestricted, RosterChanged
from bot.domain.membership import LIVING
from bot.domain.requests import RequestKind
from bot.handlers.acting import Acting, Refused
from bot.reminders.notices import stop_telling
from bot.storage.records import Membership, Person
from bot.storage.unit_of_work import UnitOfWork


def restrictable(uow: UnitOfWork, person: Person) -> list[Membership]:
    """Where somebody's data are in use."""
    return [
        each
        for each in uow.clubs.memberships_of(person.id)
        if each.state in LIVING and each.restricted_at is None
    ]


def restricted(uow: UnitOfWork, person: Person) -> list[Membership]:
    """Where they are kept alone."""
    return [
        each
        for each in uow.clubs.memberships_of(person.id)
        if each.state in LIVING and each.restricted_at is not None
    ]


def restrict(acting: Acting, person: Person) -> int | Refused:
    """Use somebody's data for nothing in any club from now on; the number of the request."""
    return _set(acting, person, restrictable(acting.uow, person), RequestKind.RESTRICT)


def lift(acting: Acting, person: Person) -> int | Refused:
    """Use them again as was agreed; the number of the request."""
    return _set(acting, person, restricted(acting.uow, person), RequestKind.LIFT)


def _set(
    acting: Acting, person: Person, memberships: list[Membership], kind: RequestKind
) -> int | Refused:
    if not acting.speaks_for(person.id):
        return Refused.NOT_YOURS
    if not memberships:
        return Refused.OVER
    uow = acting.uow
    number = uow.requests.add(acting.by, person.id, kind)
    starts = kind is RequestKind.RESTRICT
    for each in memberships:
        uow.clubs.note_told(each.id, restricted_at=uow.now if starts else None)
        acting.do(DataRestricted(number, each.id, restricted=starts))
        acting.do(RosterChanged(each.club_id))
    if starts:
        stop_telling(uow, person.id, acting.zone, reason="restricted")
    return number
