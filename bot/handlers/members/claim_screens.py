"""What is shown of an application that an organiser says is of a member."""

from __future__ import annotations

from bot import buttons
from bot.buttons import Rows
from bot.conversations.turn import Turn
from bot.delivery.naming import known_name, roster_name
from bot.domain.membership import MembershipState
from bot.handlers.members.claims import own_accounts
from bot.language.phones import show_phone
from bot.speech.translation import Listing, Phrase, say
from bot.storage.records import Application, Club, Membership, Person
from bot.storage.unit_of_work import UnitOfWork


def claim_screen(
    turn: Turn, application: Application, known: Person, newcomer: Person
) -> tuple[Phrase, Rows]:
    """What an organiser is shown: who asks, how to reach him, and how the member is asked."""
    asked = bool(own_accounts(turn.uow, known, newcomer))
    told = turn.uow.clubs.membership(application.known_id) if application.known_id else None
    phone = say("claims.phone", phone=show_phone(told.phone)) if told and told.phone else ""
    return say(
        "claims.asked" if asked else "claims.to_ask",
        known=roster_name(turn.uow, known),
        phone=phone,
        by=askers(turn.uow, application, newcomer, phones=True),
    ), [
        [
            (say("claims.spoke_yes"), buttons.AnswerClaim(application.id, "yes")),
            (say("claims.spoke_no"), buttons.AnswerClaim(application.id, "no")),
        ]
    ]


def both_sides(
    turn: Turn, club: Club, new: tuple[Membership, Person], old: tuple[Membership, Person]
) -> Phrase:
    """An application beside whom it may be: where both live, and their numbers."""
    waits = old[0].state in (MembershipState.APPLIED, MembershipState.WAITLISTED)
    return say(
        "members.alike_waits" if waits else "members.alike",
        who=roster_name(turn.uow, new[1]),
        club=club.name,
        known=roster_name(turn.uow, old[1]),
        new=_side(new[0]),
        old=_side(old[0]),
    )


def _side(membership: Membership) -> Phrase:
    phone = membership.phone
    return say(
        "members.side",
        address_of=membership.address or "–",
        phone=show_phone(phone) if phone else say("roster.no_phone"),
    )


def askers(uow: UnitOfWork, application: Application, newcomer: Person, *, phones: bool) -> Listing:
    """The accounts that applied: by the names they go by, with what they may be called on.

    By what this club was told: of the newcomer, and of the helper where he is a member too.
    """
    found = []
    applied = uow.clubs.membership(application.membership_id)
    for tie, account in uow.people.accounts_of(newcomer.id):
        # Who applies for himself calls himself as she is called: only his account tells them apart.
        name = account.name if tie.is_self else known_name(uow, account)
        own = None if tie.is_self else uow.people.self_of(account.id)
        helper = uow.clubs.membership_of(applied.club_id, own.id) if own and applied else None
        told = [each.phone for each in (helper, applied) if each is not None and each.phone]
        number = told[0] if told else None
        phone: Phrase | str = ""
        if phones:
            phone = (
                say("claims.phone", phone=show_phone(number)) if number else say("claims.no_phone")
            )
        found.append(
            say(
                "claims.by_self" if tie.is_self else "claims.by_other",
                name=name or say("person.guest"),
                whom=tie.called or newcomer.shown_name,
                phone=phone,
            )
        )
    return Listing(tuple(found))
