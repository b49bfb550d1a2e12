"""Writing somebody down: a name that waits for a consent, or a person with what he agreed to.

Nothing is said here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.conversations.effects import (
    ConsentsOpen,
    KeepName,
    MemberApplied,
    MemberUnconfirmed,
    Register,
    RosterChanged,
)
from bot.conversations.engine import Answers
from bot.conversations.registration import waits
from bot.domain.membership import UNCONFIRMED_DAYS, WARNED_BEFORE, MembershipState
from bot.handlers.acting import Acting, Refused
from bot.handlers.proofs import write_consent
from bot.storage.records import Club


@dataclass(frozen=True)
class Registered:
    """Somebody stands in a club's book; `anew` is False where he stood there before."""

    club: Club
    person_id: int
    anew: bool


def keep_name(acting: Acting, wanted: KeepName) -> Refused | None:
    """Keep a name, or what a relative calls somebody, until the consent is there; None when kept."""
    if wanted.called is None and not acting.organises(wanted.club_id):
        return Refused.NOT_YOURS
    uow = acting.uow
    person_id = uow.people.add(full_name=wanted.full_name)
    if wanted.called is not None:
        _speak_for_relative(acting, person_id, wanted.called, wanted.relation)
    erase_at = acting.now + timedelta(days=UNCONFIRMED_DAYS)
    membership = uow.clubs.add_member(
        uow.clubs.get(wanted.club_id),
        person_id,
        state=MembershipState.UNCONFIRMED,
        source="organiser" if wanted.called is None else "relative",
        erase_at=erase_at,
        warn_at=erase_at - WARNED_BEFORE,
    )
    if wanted.called is not None:
        acting.do(MemberUnconfirmed(membership.id))
    return None


def register(acting: Acting, wanted: Register) -> Registered | Refused:
    """Write a person down, with a row for each purpose that was answered."""
    if wanted.mode == "organiser" and not acting.organises(wanted.club_id):
        return Refused.NOT_YOURS
    if wanted.known is not None and not acting.speaks_for(wanted.known):
        return Refused.NOT_YOURS
    if wanted.member is not None:
        return _update(acting, wanted, wanted.member)
    found = (
        _add(acting, wanted) if wanted.waiting is None else _confirm(acting, wanted, wanted.waiting)
    )
    if isinstance(found, Refused):
        return found
    person_id, membership_id = found
    _note_consents(acting, wanted, person_id)
    if wanted.left_open:
        acting.do(ConsentsOpen(membership_id, wanted.left_open))
    if wanted.mode == "organiser":
        acting.do(RosterChanged(wanted.club_id))
    else:
        _speak_for(acting, wanted, person_id)
        acting.do(MemberApplied(membership_id))
    return Registered(acting.uow.clubs.get(wanted.club_id), person_id, anew=True)


def _update(acting: Acting, wanted: Register, member: int) -> Registered | Refused:
    """Somebody who stands on the roster already: what is said now counts."""
    uow = acting.uow
    membership = uow.clubs.membership(member)
    if membership is None or wanted.mode != "organiser" or membership.club_id != wanted.club_id:
        return Refused.NOT_YOURS
    uow.people.update(membership.person_id, **_said(wanted.identity))
    uow.clubs.note_told(membership.id, **_said(wanted.told))
    _note_consents(acting, wanted, membership.person_id)
    acting.do(RosterChanged(wanted.club_id))
    return Registered(uow.clubs.get(wanted.club_id), membership.person_id, anew=False)


def _confirm(acting: Acting, wanted: Register, waiting: int) -> tuple[int, int] | Refused:
    """Somebody of whom only a name was kept, until now."""
    uow = acting.uow
    membership = uow.clubs.membership(waiting)
    if membership is None or not waits(membership):
        # Forgotten or decided on meanwhile: what was typed isn't written over that.
        return Refused.GONE
    if membership.club_id != wanted.club_id or wanted.mode != "organiser":
        return Refused.NOT_YOURS
    uow.people.update(membership.person_id, **_known(wanted.identity))
    uow.clubs.note_told(membership.id, **_known(wanted.told))
    uow.clubs.set_state(membership.id, MembershipState.ACTIVE, decided_by=acting.by)
    return membership.person_id, membership.id


def _add(acting: Acting, wanted: Register) -> tuple[int, int] | Refused:
    """Somebody new to the club: a row that this account's people have already, else a new one."""
    uow, by_organiser = acting.uow, wanted.mode == "organiser"
    if wanted.known is None:
        person_id = uow.people.add(**wanted.identity)
    else:
        person_id = wanted.known
        if uow.clubs.membership_of(wanted.club_id, person_id) is not None:
            return Refused.OVER
        uow.people.update(person_id, **_known(wanted.identity))
        for each in uow.clubs.memberships_of(person_id):
            acting.do(RosterChanged(each.club_id))
    state = MembershipState.ACTIVE if by_organiser else MembershipState.APPLIED
    membership = uow.clubs.add_member(
        uow.clubs.get(wanted.club_id),
        person_id,
        state=state,
        source=wanted.mode,
        decided_by=acting.by if by_organiser else None,
        **wanted.told,
    )
    return person_id, membership.id


def _speak_for(acting: Acting, wanted: Register, person_id: int) -> None:
    """Who registered himself or a relative speaks for him from now on."""
    if wanted.called is not None:
        _speak_for_relative(acting, person_id, wanted.called, wanted.relation)
    elif acting.account is not None:
        acting.uow.people.speak_for(acting.account.id, person_id, "self", is_self=True, told=True)


def _speak_for_relative(acting: Acting, person_id: int, called: str, relation: str | None) -> None:
    if acting.account is not None:
        acting.uow.people.speak_for(
            acting.account.id,
            person_id,
            relation or "other",
            called=called,
            is_self=False,
            told=True,
        )


def _note_consents(acting: Acting, wanted: Register, person_id: int) -> None:
    for purpose, proof in wanted.proofs.items():
        write_consent(
            acting,
            person_id,
            wanted.club_id,
            purpose,
            proof,
            wanted.answered_on,
            guardian=wanted.guardian,
        )


def _known(values: Answers) -> Answers:
    return {key: value for key, value in values.items() if value is not None}


def _said(values: Answers) -> Answers:
    return {key: value for key, value in values.items() if value}
