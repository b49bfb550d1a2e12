"""An application that an organiser says is of a member: who asks, and how the member is asked.

Until she or the organiser who spoke with her says yes, both stand apart: who applied reads nothing
of her data and changes none of it.
"""

from __future__ import annotations

from bot import buttons
from bot.buttons import Rows
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import roster_name
from bot.delivery.telling import tell_each
from bot.domain.membership import MembershipState
from bot.domain.rights import Right
from bot.handlers.services import Services
from bot.language.phones import show_phone
from bot.speech.translation import Listing, Phrase, say
from bot.storage.records import Account, Application, Club, Membership, Person
from bot.storage.unit_of_work import UnitOfWork


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
    if membership.state != MembershipState.APPLIED.value:
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


def gives_nothing_away(turn: Turn, known: Person, newcomer: Person) -> bool:
    """Whether nobody needs to be asked: who applied speaks for the member already.

    Or it is the organiser who says so of himself, where no account is the member's own.
    """
    applied = {account.id for _, account in turn.uow.people.accounts_of(newcomer.id)}
    speaks = {account.id for _, account in turn.uow.people.accounts_of(known.id)}
    if applied and applied <= speaks:
        return True
    own = turn.uow.people.is_self(turn.account.id, newcomer.id) and applied == {turn.account.id}
    return own and not any(tie.is_self for tie, _ in turn.uow.people.accounts_of(known.id))


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
        by=_askers(turn.uow, application, newcomer, phones=True),
    ), [
        [
            (say("claims.spoke_yes"), buttons.AnswerClaim(application.id, "yes")),
            (say("claims.spoke_no"), buttons.AnswerClaim(application.id, "no")),
        ]
    ]


def ask_member(
    services: Services,
    turn: Turn,
    application: Application,
    club: Club,
    known: Person,
    newcomer: Person,
) -> None:
    """Ask the member on her own accounts: whose phone it is, never its number."""
    letter = Letter(
        key=f"claim/{application.id}",
        phrase=say(
            "claims.ask", club=club.name, by=_askers(turn.uow, application, newcomer, phones=False)
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


def _askers(
    uow: UnitOfWork, application: Application, newcomer: Person, *, phones: bool
) -> Listing:
    """The accounts that applied: by the names they go by, with what they may be called on.

    By what this club was told: of the newcomer, and of the helper where he is a member too.
    """
    found = []
    applied = uow.clubs.membership(application.membership_id)
    for tie, account in uow.people.accounts_of(newcomer.id):
        own = None if tie.is_self else uow.people.self_of(account.id)
        name = own.full_name if own and own.full_name else account.name
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
