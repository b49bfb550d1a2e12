"""Two rows that are one person: an organiser says so, the member agrees, then they become one."""

from __future__ import annotations

from typing import Literal

from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import roster_name
from bot.delivery.telling import tell_organisers
from bot.domain.membership import MembershipState
from bot.domain.rights import Right
from bot.handlers.founding.commands import recompute
from bot.handlers.members.claims import ask_member, gives_nothing_away, open_claim
from bot.handlers.members.screens import (
    application_words,
    is_of,
    offer_decision,
    tell_those_who_speak,
)
from bot.handlers.services import Services
from bot.speech.translation import say
from bot.storage.records import Application, Membership, Person

SAID = ("full_name", "birth_year", "birth_date", "sex")
"""What somebody says of himself when he applies."""
TOLD = ("phone", "address", "circumstances")
"""What he tells the club then."""


def same_action(
    services: Services,
    turn: Turn,
    membership: Membership,
    known: Membership,
    application: Application | None,
) -> None:
    """An organiser says that the applicant is that member: she is asked before anything is done."""
    if not _waits(turn, membership, application) or application is None:
        return
    if known.club_id != membership.club_id or known.id == membership.id:
        turn.say(say("registration.gone"))
        return
    person, newcomer = (turn.uow.people.get(each.person_id) for each in (known, membership))
    if person.erased_at is not None:
        # He asked to be forgotten since the button was shown: his row takes nobody's words again.
        turn.say(say("registration.gone"))
    elif application.agreed is None and open_claim(turn.uow, application) is None:
        if gives_nothing_away(turn, person, newcomer):
            turn.uow.applications.claim(application.id, known.id, turn.account.id)
            _link(services, turn, application, membership, known)
            return
        turn.uow.applications.claim(application.id, known.id, turn.account.id)
        club = turn.uow.clubs.get(known.club_id)
        ask_member(services, turn, application, club, person, newcomer)
    offer_decision(turn, membership, newcomer)


def different_action(
    services: Services, turn: Turn, membership: Membership, application: Application | None
) -> None:
    """Nobody on the roster; now the application is decided."""
    if _waits(turn, membership, application) and application is not None:
        if open_claim(turn.uow, application) is not None:
            turn.uow.applications.answer(application.id, agreed=False, by=turn.account.id)
        person = turn.uow.people.get(membership.person_id)
        offer_decision(turn, membership, person, compare=False)


def claim_action(
    services: Services, turn: Turn, application: Application, answer: Literal["yes", "no"]
) -> None:
    """What the member says, or an organiser who spoke with her: the first of them decides."""
    membership = turn.uow.clubs.membership(application.membership_id)
    claim = open_claim(turn.uow, application)
    if membership is None or claim is None:
        turn.say(say("members.over"))
        return
    if not _waits(turn, membership, application):
        return
    known, person = claim
    if answer == "yes":
        _link(services, turn, application, membership, known)
        return
    turn.uow.applications.answer(application.id, agreed=False, by=turn.account.id)
    newcomer = turn.uow.people.get(membership.person_id)
    if not turn.uow.people.is_self(turn.account.id, person.id):
        offer_decision(turn, membership, newcomer)
        return
    turn.say(say("claims.denied"))
    club = turn.uow.clubs.get(membership.club_id)
    _, rows = application_words(turn, club, membership, newcomer, compare=False)
    letter = Letter(
        key=f"claim/{application.id}/no",
        phrase=say(
            "claims.told_no",
            known=roster_name(turn.uow, person),
            who=roster_name(turn.uow, newcomer),
            club=club.name,
            address_of=membership.address or "–",
        ),
        choices=rows,
    )
    tell_organisers(turn.uow, club.id, services.zone, letter, besides=turn.account.id)


def _waits(turn: Turn, membership: Membership, application: Application | None) -> bool:
    """Whether a button is of the application that waits; said where it isn't."""
    if not is_of(turn, membership, application):
        return False
    if membership.state == MembershipState.APPLIED.value:
        return True
    turn.say(say("members.over"))
    return False


def _link(
    services: Services,
    turn: Turn,
    application: Application,
    membership: Membership,
    known: Membership,
) -> None:
    """The applicant is that member; his latest words count."""
    turn.uow.applications.answer(application.id, agreed=True, by=turn.account.id)
    own = turn.uow.people.is_self(turn.account.id, known.person_id)
    said = turn.uow.people.get(membership.person_id)
    applied = [account.id for _, account in turn.uow.people.accounts_of(said.id)]
    if not own:
        known = _for_this_club(turn, applied, known)
    turn.uow.people.update(known.person_id, **_said(said, SAID))
    turn.uow.clubs.note_told(known.id, **_said(membership, TOLD))
    turn.uow.people.merge(said.id, known.person_id, known.club_id)
    if turn.uow.people.find(said.id) is None:
        turn.uow.outbox.change_right(
            applied, Right.speaks_for(said.id), Right.speaks_for(known.person_id)
        )
    person = turn.uow.people.get(known.person_id)
    if own:
        turn.say(say("claims.agreed"))
    else:
        turn.say(say("members.linked", who=roster_name(turn.uow, person)))
    recompute(services.zone, turn.uow, known.club_id)
    if known.state == MembershipState.ACTIVE.value:
        club = turn.uow.clubs.get(known.club_id)
        tell_those_who_speak(services, turn, club, person, "linked", f"same/{known.id}")
    elif known.state != MembershipState.APPLIED.value:
        # He left, or was never asked: with his own application he waits for a yes.
        turn.uow.clubs.set_state(known.id, MembershipState.APPLIED.value)
    _go_on(services, turn, application, known, person, own=own)


def _said(record: Membership | Person, names: tuple[str, ...]) -> dict[str, object]:
    """These values as far as they are known."""
    values = {name: getattr(record, name) for name in names}
    return {name: value for name, value in values.items() if value is not None}


def _for_this_club(turn: Turn, applied: list[int], known: Membership) -> Membership:
    """An organiser's word opens his own club's book to a new phone, and no other club's.

    Whom other clubs know as well gets a row of his own here, before that phone speaks for him.
    """
    people = turn.uow.people
    speaks = {account.id for _, account in people.accounts_of(known.person_id)}
    several = len(turn.uow.clubs.memberships_of(known.person_id)) > 1
    if not several or set(applied) <= speaks:
        return known
    parted = people.part(known.person_id, [known.id])
    return turn.uow.clubs.membership_of(known.club_id, parted) or known


def _go_on(
    services: Services,
    turn: Turn,
    application: Application,
    known: Membership,
    person: Person,
    *,
    own: bool,
) -> None:
    """What organisers are told of a member who agreed, and what is left to be decided."""
    active = known.state == MembershipState.ACTIVE.value
    if not own:
        if not active:
            offer_decision(turn, known, person)
        return
    club = turn.uow.clubs.get(known.club_id)
    who = roster_name(turn.uow, person)
    _, rows = application_words(turn, club, known, person, compare=False)
    letter = Letter(
        key=f"claim/{application.id}/yes",
        phrase=say("claims.told_yes", known=who)
        if active
        else say("claims.told_yes_decide", known=who, club=club.name),
        choices=[] if active else rows,
    )
    tell_organisers(turn.uow, club.id, services.zone, letter, besides=turn.account.id)
