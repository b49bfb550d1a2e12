"""A club's roster as it is read: consents left open, and who may stand in an export."""

from __future__ import annotations

from dataclasses import dataclass, replace

import structlog

from bot.domain.membership import PURPOSES, MembershipState
from bot.handlers.accesses import note_access
from bot.handlers.acting import Acting, Refused
from bot.intents.named import Named
from bot.storage.records import Club, Membership, Person
from bot.storage.unit_of_work import UnitOfWork

log = structlog.get_logger()

Found = tuple[Membership, Person]
"""Somebody of a roster."""


def open_consents(uow: UnitOfWork, club_id: int) -> list[tuple[Membership, Person, str]]:
    """Questions of consent that somebody left open when he registered, by name."""
    asked = ["reminders", "circumstances"]
    if uow.clubs.get(club_id).recognised_on is None:
        asked += ["sharing", "circumstances_shared"]
    roster = uow.clubs.roster(club_id, [MembershipState.APPLIED, MembershipState.ACTIVE])
    ids = [person.id for _, person in roster]
    answered = {purpose: uow.people.latest_consents(ids, club_id, purpose) for purpose in PURPOSES}

    def stands(person: Person, purpose: str) -> bool:
        latest = answered[purpose].get(person.id)
        return latest is not None and latest.stands

    def is_asked(membership: Membership, person: Person, purpose: str) -> bool:
        if person.id in answered[purpose]:
            return False
        if purpose == "circumstances_shared":
            # Who agreed to have it noted was never asked whether it may leave the club.
            told = (membership.circumstances or "undisclosed") != "undisclosed"
            return told and all(stands(person, each) for each in ("circumstances", "sharing"))
        return membership.source in ("self", "relative") or purpose == "reminders"

    return [
        (membership, person, purpose)
        for membership, person in roster
        for purpose in asked
        if is_asked(membership, person, purpose)
    ]


def members_named(uow: UnitOfWork, club_ids: list[int], named: tuple[Named, ...]) -> list[Found]:
    """The members of some clubs who may be meant by what somebody was called."""
    return [
        (membership, person)
        for club_id in club_ids
        for membership, person in uow.clubs.roster(club_id, [MembershipState.ACTIVE])
        if any(each.fits(person.full_name, person.sex) for each in named)
    ]


@dataclass(frozen=True)
class ExportedMember:
    """Somebody as his club's list may have him."""

    membership: Membership
    person: Person


def exported_members(uow: UnitOfWork, club: Club) -> list[ExportedMember]:
    """Everybody on a roster whose consent stands or is still waited for.

    A consent that was withdrawn ends the use here too: the hardship of whoever withdrew that
    purpose stays empty, and who withdrew the roster's is left out, as is who wished that his data
    are used for nothing.
    """
    roster = uow.clubs.roster(club.id)
    held = uow.people.latest_consents([person.id for _, person in roster], club.id, "roster")
    told = uow.people.agreeing(club.id, "circumstances")
    return [
        ExportedMember(
            membership if person.id in told else replace(membership, circumstances=None), person
        )
        for membership, person in roster
        if membership.restricted_at is None and (person.id not in held or held[person.id].stands)
    ]


def export(acting: Acting, club: Club) -> list[ExportedMember] | Refused:
    """Whom an export of a club's roster holds; each export is logged (Law 91/2025: traceable)."""
    if not acting.organises(club.id):
        return Refused.NOT_YOURS
    found = exported_members(acting.uow, club)
    note_access(acting, club.id, [each.person for each in found], "list")
    log.info("roster exported", club=club.code, rows=len(found), account=acting.by or "operator")
    return found
