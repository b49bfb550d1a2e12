"""An application that an organiser says is of a member: she agrees, then the two rows become one.

Until she or the organiser who spoke with her says yes, both stand apart: who applied reads nothing
of her data and changes none of it. Nothing is said here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bot.conversations.effects import (
    ClaimAgreed,
    ClaimDenied,
    ClaimMade,
    MembershipLinked,
    RosterChanged,
)
from bot.domain.membership import MembershipState
from bot.domain.rights import Right
from bot.handlers.acting import Acting, Refused
from bot.handlers.members.commands import is_latest
from bot.storage.records import Account, Application, Membership, Person
from bot.storage.unit_of_work import UnitOfWork

SAID = ("full_name", "birth_year", "birth_date", "sex")
"""What somebody says of himself when he applies."""
TOLD = ("phone", "address", "circumstances")
"""What he tells the club then."""


class Claim(Enum):
    """What became of saying that an applicant is a member, or is none."""

    ASKED = "asked"
    """The member's word is waited for."""
    DENIED = "denied"
    """He is somebody else: now the application is decided."""
    FORGOTTEN = "forgotten"
    """She asked to be forgotten meanwhile: her row takes nobody's words again."""
    ANOTHER = "another"
    """It was meant for an application before the one that waits."""


@dataclass(frozen=True)
class Linked:
    """The applicant is that member: they are one now."""

    membership: Membership
    person: Person
    by_herself: bool
    """She said so herself, through an own account."""


# What is known of a claim


def open_claim(
    uow: UnitOfWork, application: Application | None
) -> tuple[Membership, Person] | None:
    """The member of whom it is said, while nobody has answered; None once she is forgotten."""
    if application is None or application.known_id is None or application.agreed is not None:
        return None
    known = uow.clubs.membership(application.known_id)
    person = uow.people.get(known.person_id) if known else None
    return None if known is None or person is None or person.erased_at else (known, person)


def claim_of(uow: UnitOfWork, membership: Membership) -> tuple[Membership, Person] | None:
    """The member for whose word an application waits."""
    if membership.state != MembershipState.APPLIED:
        return None
    return open_claim(uow, uow.applications.latest(membership.id))


def own_accounts(uow: UnitOfWork, known: Person, newcomer: Person) -> list[Account]:
    """The accounts of the member herself that can be asked; never one that applied."""
    applied = {account.id for _, account in uow.people.accounts_of(newcomer.id)}
    return [
        account
        for tie, account in uow.people.accounts_of(known.id)
        if tie.is_self and account.id not in applied and account.blocked_at is None
    ]


def _gives_nothing_away(acting: Acting, known: Person, newcomer: Person) -> bool:
    """Whether nobody needs to be asked: who applied speaks for the member already.

    Or it is the organiser who says so of himself, where no account is the member's own.
    """
    people = acting.uow.people
    applied = {account.id for _, account in people.accounts_of(newcomer.id)}
    speaks = {account.id for _, account in people.accounts_of(known.id)}
    if applied and applied <= speaks:
        return True
    own = acting.is_self(newcomer.id) and applied == {acting.by}
    return own and not any(tie.is_self for tie, _ in people.accounts_of(known.id))


def _may_answer(acting: Acting, known: Membership) -> bool:
    """The member herself through an own account, or an organiser of the club."""
    return acting.is_self(known.person_id) or acting.organises(known.club_id)


def _not_waiting(
    uow: UnitOfWork, membership: Membership, application: Application | None
) -> Claim | Refused | None:
    """Why an application isn't the one that waits; None where it is."""
    if not is_latest(uow, membership, application):
        return Claim.ANOTHER
    return None if membership.state == MembershipState.APPLIED else Refused.OVER


# What is done


def claim(
    acting: Acting, membership: Membership, known: Membership, application: Application | None
) -> Claim | Linked | Refused:
    """An organiser says that the applicant is that member: she is asked before anything is done."""
    if not acting.organises(membership.club_id):
        return Refused.NOT_YOURS
    uow = acting.uow
    if (refused := _not_waiting(uow, membership, application)) is not None:
        return refused
    if application is None:
        return Claim.ANOTHER
    if known.club_id != membership.club_id or known.id == membership.id:
        return Refused.GONE
    person, newcomer = (uow.people.get(each.person_id) for each in (known, membership))
    if person.erased_at is not None:
        return Claim.FORGOTTEN
    if application.agreed is None and open_claim(uow, application) is None:
        uow.applications.claim(application.id, known.id, acting.by)
        if _gives_nothing_away(acting, person, newcomer):
            return _link(acting, application, membership, known)
        acting.do(ClaimMade(application.id, known.id))
    return Claim.ASKED


def deny(
    acting: Acting, membership: Membership, application: Application | None
) -> Claim | Refused:
    """An organiser says that the applicant is nobody on the roster."""
    if not acting.organises(membership.club_id):
        return Refused.NOT_YOURS
    if (refused := _not_waiting(acting.uow, membership, application)) is not None:
        return refused
    if application is not None and open_claim(acting.uow, application) is not None:
        acting.uow.applications.answer(application.id, agreed=False, by=acting.by)
    return Claim.DENIED


def answer_claim(
    acting: Acting, application: Application, *, agreed: bool
) -> Claim | Linked | Refused:
    """What the member says, or an organiser who spoke with her: the first of them decides."""
    membership = acting.uow.clubs.membership(application.membership_id)
    claim = open_claim(acting.uow, application)
    if membership is None or claim is None:
        return Refused.OVER
    known, person = claim
    if not _may_answer(acting, known):
        return Refused.NOT_YOURS
    if (refused := _not_waiting(acting.uow, membership, application)) is not None:
        return refused
    if agreed:
        return _link(acting, application, membership, known)
    acting.uow.applications.answer(application.id, agreed=False, by=acting.by)
    if acting.is_self(person.id):
        acting.do(ClaimDenied(application.id, known.id))
    return Claim.DENIED


def _link(
    acting: Acting, application: Application, membership: Membership, known: Membership
) -> Linked:
    """The applicant is that member; his latest words count."""
    uow = acting.uow
    uow.applications.answer(application.id, agreed=True, by=acting.by)
    own = acting.is_self(known.person_id)
    said = uow.people.get(membership.person_id)
    applied = [account.id for _, account in uow.people.accounts_of(said.id)]
    spoke = {account.id for _, account in uow.people.accounts_of(known.person_id)}
    if not own:
        known = _for_this_club(uow, applied, known)
    uow.people.update(known.person_id, **_said(said, SAID))
    uow.clubs.note_told(known.id, **_said(membership, TOLD))
    uow.identities.merge(said.id, known.person_id, known.club_id)
    if uow.people.find(said.id) is None:
        uow.outbox.change_right(
            applied, Right.speaks_for(said.id), Right.speaks_for(known.person_id)
        )
    if known.state == MembershipState.ACTIVE:
        joined = tuple(each for each in applied if each not in spoke)
        acting.do(MembershipLinked(known.id, tuple(applied), joined))
    elif known.state != MembershipState.APPLIED:
        # He left, or was never asked: with his own application he waits for a yes.
        uow.clubs.set_state(known.id, MembershipState.APPLIED)
    if own:
        acting.do(ClaimAgreed(application.id, known.id))
    acting.do(RosterChanged(known.club_id))
    linked = uow.clubs.membership(known.id) or known
    return Linked(linked, uow.people.get(known.person_id), own)


def _said(record: Membership | Person, names: tuple[str, ...]) -> dict[str, object]:
    """These values as far as they are known."""
    values = {name: getattr(record, name) for name in names}
    return {name: value for name, value in values.items() if value is not None}


def _for_this_club(uow: UnitOfWork, applied: list[int], known: Membership) -> Membership:
    """An organiser's word opens his own club's book to a new phone, and no other club's.

    Whom other clubs know as well gets a row of his own here, before that phone speaks for him.
    """
    speaks = {account.id for _, account in uow.people.accounts_of(known.person_id)}
    several = len(uow.clubs.memberships_of(known.person_id)) > 1
    if not several or set(applied) <= speaks:
        return known
    parted = uow.identities.part(known.person_id, [known.id])
    return uow.clubs.membership_of(known.club_id, parted) or known
