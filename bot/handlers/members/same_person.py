"""Two rows that are one person: an organiser says so, the member is asked, and what came of it."""

from __future__ import annotations

from typing import Literal

from bot import buttons
from bot.conversations.effects import ClaimAgreed, ClaimDenied, ClaimMade
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import roster_name
from bot.delivery.telling import tell_each, tell_organisers
from bot.domain.membership import MembershipState
from bot.domain.rights import Right
from bot.handlers.acting import Refused, acting
from bot.handlers.members import claims
from bot.handlers.members.claim_screens import askers
from bot.handlers.members.claims import Claim, Linked, own_accounts
from bot.handlers.members.screens import (
    application_words,
    offer_decision,
    refusal_words,
    show_waiting,
)
from bot.handlers.services import Services
from bot.speech.translation import say
from bot.storage.records import Application, Membership


def same_action(
    services: Services,
    turn: Turn,
    membership: Membership,
    known: Membership,
    application: Application | None,
) -> None:
    """An organiser says that the applicant is that member."""
    outcome = claims.claim(acting(turn), membership, known, application)
    if outcome is Claim.FORGOTTEN:
        turn.say(say("registration.gone"))
    _show(turn, outcome, membership, application)


def different_action(
    services: Services, turn: Turn, membership: Membership, application: Application | None
) -> None:
    """Nobody on the roster; now the application is decided."""
    outcome = claims.deny(acting(turn), membership, application)
    _show(turn, outcome, membership, application, compare=False)


def claim_action(
    services: Services, turn: Turn, application: Application, answer: Literal["yes", "no"]
) -> None:
    """What the member says, or an organiser who spoke with her."""
    membership = turn.uow.clubs.membership(application.membership_id)
    claim = claims.open_claim(turn.uow, application)
    outcome = claims.answer_claim(acting(turn), application, agreed=answer == "yes")
    if membership is None or claim is None:
        turn.say(say("members.over"))
    elif outcome is Claim.DENIED and turn.uow.people.is_self(turn.account.id, claim[1].id):
        turn.say(say("claims.denied"))
    else:
        _show(turn, outcome, membership, application)


def _show(
    turn: Turn,
    outcome: Claim | Linked | Refused,
    membership: Membership,
    application: Application | None,
    *,
    compare: bool = True,
) -> None:
    match outcome:
        case Refused():
            turn.say(refusal_words(outcome))
        case Claim.ANOTHER:
            show_waiting(turn, membership, application)
        case Claim():
            newcomer = turn.uow.people.get(membership.person_id)
            offer_decision(turn, membership, newcomer, compare=compare)
        case Linked(by_herself=True):
            turn.say(say("claims.agreed"))
        case Linked(known, person):
            turn.say(say("members.linked", who=roster_name(turn.uow, person)))
            if known.state != MembershipState.ACTIVE:
                offer_decision(turn, known, person)


# Who else hears of it


def ask_member(services: Services, turn: Turn, effect: ClaimMade) -> None:
    """Ask the member on her own accounts: whose phone it is, never its number."""
    application = turn.uow.applications.find(effect.application_id)
    claim = claims.open_claim(turn.uow, application)
    applied = turn.uow.clubs.membership(application.membership_id) if application else None
    if application is None or claim is None or applied is None:
        return
    membership, known = claim
    newcomer = turn.uow.people.get(applied.person_id)
    letter = Letter(
        key=f"claim/{application.id}",
        phrase=say(
            "claims.ask",
            club=turn.uow.clubs.get(membership.club_id).name,
            by=askers(turn.uow, application, newcomer, phones=False),
        ),
        choices=[
            [
                (say("claims.yes"), buttons.yes(buttons.AnswerClaim(application.id, "yes"))),
                (say("claims.no"), buttons.no(buttons.AnswerClaim(application.id, "no"))),
            ]
        ],
        rights=[Right.speaks_for(known.id)],
    )
    tell_each(turn.uow, own_accounts(turn.uow, known, newcomer), services.zone, letter)


def tell_agreed(services: Services, turn: Turn, effect: ClaimAgreed) -> None:
    """Organisers hear that a member agreed, and decide where she waits for that."""
    known = turn.uow.clubs.membership(effect.known_id)
    if known is None:
        return
    person, club = turn.uow.people.get(known.person_id), turn.uow.clubs.get(known.club_id)
    who = roster_name(turn.uow, person)
    active = known.state == MembershipState.ACTIVE
    _, rows = application_words(turn, club, known, person, compare=False)
    letter = Letter(
        key=f"claim/{effect.application_id}/yes",
        phrase=say("claims.told_yes", known=who)
        if active
        else say("claims.told_yes_decide", known=who, club=club.name),
        choices=[] if active else rows,
    )
    tell_organisers(turn.uow, club.id, services.zone, letter, besides=turn.account.id)


def tell_denied(services: Services, turn: Turn, effect: ClaimDenied) -> None:
    """Organisers hear that a member said no, and decide on the application."""
    application = turn.uow.applications.find(effect.application_id)
    membership = turn.uow.clubs.membership(application.membership_id) if application else None
    known = turn.uow.clubs.membership(effect.known_id)
    if membership is None or known is None:
        return
    newcomer = turn.uow.people.get(membership.person_id)
    club = turn.uow.clubs.get(membership.club_id)
    _, rows = application_words(turn, club, membership, newcomer, compare=False)
    letter = Letter(
        key=f"claim/{effect.application_id}/no",
        phrase=say(
            "claims.told_no",
            known=roster_name(turn.uow, turn.uow.people.get(known.person_id)),
            who=roster_name(turn.uow, newcomer),
            club=club.name,
            address_of=membership.address or "–",
        ),
        choices=rows,
    )
    tell_organisers(turn.uow, club.id, services.zone, letter, besides=turn.account.id)
