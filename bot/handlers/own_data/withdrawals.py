"""Consents taken back and clubs left; what a helper wants of somebody else's data.

What a person says through an own account is done at once. What a helper wants of somebody else's
membership or data becomes a request with a number and a day: the person is asked first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import (
    ConsentWithdrawn,
    ErasePerson,
    MemberLeft,
    RequestDecided,
    RequestMade,
)
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import named
from bot.delivery.telling import tell, tell_organisers
from bot.domain.membership import MembershipState
from bot.handlers.accesses import note_access
from bot.handlers.acting import Refused, acting
from bot.handlers.members_told import OfMember, tell_of_member
from bot.handlers.own_data import commands, requests
from bot.handlers.own_data.commands import Erased, living
from bot.handlers.own_data.personal import delete_action, refusal_words
from bot.handlers.own_data.requests import Asked
from bot.handlers.own_data.returning import say_erased
from bot.handlers.own_data.rights_screens import choices_of, day_of, line_of
from bot.handlers.own_data.taking_out import elsewhere_rows
from bot.handlers.services import Services
from bot.speech.translation import Listing, Phrase, say
from bot.storage.data_records import DataRequest
from bot.storage.records import Club, Membership, Person

# Taking a consent back


def withdraw_action(
    services: Services,
    turn: Turn,
    person: Person,
    purpose: str = "reminders",
    sure: bool = False,
    club: Club | None = None,
) -> None:
    """A consent is taken back, in one club or in all: asked once, then used no more."""
    if purpose == "roster":
        leave_action(services, turn, person, club=club)
        return
    who = named(turn.uow, turn.account, person, services.zone)
    memberships = living(turn.uow, person, club.id if club else None)
    agreed = [
        each for each in memberships if turn.uow.people.agrees(person.id, each.club_id, purpose)
    ]
    if not sure and len(agreed) > 1:
        _in_which_club(
            turn,
            agreed,
            lambda each: buttons.Withdraw(person.id, purpose, club=each),
            (say("clubs.in_all"), buttons.Withdraw(person.id, purpose, sure=True)),
        )
        return
    if not sure:
        club_id = club.id if club is not None else None
        turn.offer(
            say(f"withdraw.{purpose}_sure", who=who),
            [
                (
                    say("withdraw.yes"),
                    buttons.yes(buttons.Withdraw(person.id, purpose, sure=True, club=club_id)),
                ),
                (say("withdraw.no"), buttons.no(buttons.ShowPerson(person.id))),
            ],
        )
        return
    number = commands.withdraw(acting(turn), person, purpose, club.id if club else None)
    if isinstance(number, Refused):
        turn.say(refusal_words(number))
        return
    turn.say(say(f"withdraw.{purpose}_done", who=who, number=number))


def tell_withdrawn(services: Services, turn: Turn, effect: ConsentWithdrawn) -> None:
    """Organisers hear that a consent doesn't stand any more."""

    def letter(member: OfMember) -> Letter:
        purpose = say(f"data.purpose.{effect.purpose}")
        words = say("withdraw.told", who=member.who, purpose=purpose)
        return Letter(f"withdrawn/{effect.request_id}", words)

    tell_of_member(services, turn, effect.membership_id, letter)


def _in_which_club(
    turn: Turn,
    memberships: list[Membership],
    button: Callable[[int], buttons.Button],
    *besides: tuple[Phrase, buttons.Button],
) -> None:
    """Who is known to several clubs says which one is meant."""
    rows: Rows = [
        [(turn.uow.clubs.get(each.club_id).name, button(each.club_id))] for each in memberships
    ]
    rows += [[each] for each in besides]
    rows.append([(say("engine.back_to"), buttons.no(buttons.Menu()))])
    turn.offer(say("clubs.which"), *rows)


# Leaving


def leave_action(
    services: Services, turn: Turn, person: Person, sure: bool = False, club: Club | None = None
) -> None:
    """Somebody leaves a club: asked once; a helper's wish becomes a request."""
    memberships = living(turn.uow, person, club.id if club else None)
    who = named(turn.uow, turn.account, person, services.zone)
    if not memberships:
        turn.say(say("leave.no_member", who=who))
        return
    if all(each.state == MembershipState.UNCONFIRMED for each in living(turn.uow, person)):
        # Who never agreed has nothing to leave: what is known of him was promised to be forgotten.
        delete_action(services, turn, person)
        return
    if len(memberships) > 1:
        _in_which_club(turn, memberships, lambda each: buttons.Leave(person.id, club=each))
        return
    club = turn.uow.clubs.get(memberships[0].club_id)
    if not sure:
        turn.offer(
            say("leave.sure", who=who, club=club.name),
            [
                (say("leave.yes"), buttons.yes(buttons.Leave(person.id, True, club.id))),
                (say("leave.no"), buttons.no(buttons.Stay())),
            ],
            # "Bỏ tên tôi" of a member may mean another book.
            *elsewhere_rows(turn, person),
        )
        return
    outcome = requests.leave_or_ask(acting(turn), person, club.id)
    match outcome:
        case Refused():
            turn.say(refusal_words(outcome))
        case Asked():
            say_asked(services, turn, person, outcome)
        case None:
            months = services.keeping.after_leaving.days // 30
            turn.say(say("leave.done", who=who, club=club.name, months=months))


def tell_left(services: Services, turn: Turn, effect: MemberLeft) -> None:
    """Organisers hear that somebody left."""

    def letter(member: OfMember) -> Letter:
        words = say("leave.told", who=member.who, club=member.club)
        return Letter(f"left/{member.id}/{turn.now.isoformat()}", words)

    tell_of_member(services, turn, effect.membership_id, letter)


# What a helper wants of somebody else's data


def erase(services: Services, turn: Turn, effect: ErasePerson) -> None:
    """Forget somebody, or ask him first."""
    person = turn.uow.people.get(effect.person_id)
    outcome = requests.erase_or_ask(acting(turn), person, effect.club_id, for_good=effect.for_good)
    match outcome:
        case Refused():
            turn.say(refusal_words(outcome))
        case Asked():
            say_asked(services, turn, person, outcome)
        case Erased():
            say_erased(services, turn, outcome)


def say_asked(services: Services, turn: Turn, person: Person, asked: Asked) -> None:
    """The person is asked first: the number and the day by which that is answered."""
    request = asked.request
    slots: dict[str, object] = {
        "who": named(turn.uow, turn.account, person, services.zone),
        "number": request.id,
        "due": day_of(services, request),
    }
    turn.say(say(f"requests.{request.kind}_noted", **slots))
    if request.kind == "delete" and asked.clubs > 1:
        turn.say(say("requests.delete_each", count=asked.clubs))


def tell_asked(services: Services, turn: Turn, effect: RequestMade) -> None:
    """Ask a person through her own phones, and the organisers, who speak with her."""
    request = turn.uow.requests.find(effect.request_id)
    if request is None or request.person_id is None or request.kind in requests.ANSWERED:
        return
    for tie, account in turn.uow.people.accounts_of(request.person_id):
        if tie.is_self and account.id != turn.account.id and account.blocked_at is None:
            letter = Letter(
                key=f"request/{request.id}/{account.id}",
                phrase=say(f"requests.{request.kind}_ask_self", number=request.id),
                choices=choices_of(request),
            )
            tell(turn.uow, account, services.zone, letter)
    for membership in turn.uow.clubs.memberships_of(request.person_id):
        if request.club_id not in (None, membership.club_id):
            continue
        letter = Letter(
            key=f"request/{request.id}",
            phrase=line_of(services, turn.uow, request),
            choices=choices_of(request),
        )
        tell_organisers(
            turn.uow, membership.club_id, services.zone, letter, besides=turn.account.id
        )


def requests_action(services: Services, turn: Turn, club: Club) -> None:
    """Wishes about data that wait for an organiser, one after the other."""
    found = turn.uow.requests.waiting_in(club.id)
    if not found:
        turn.offer(say("requests.none"), [(say("engine.back_to"), buttons.Members(club.id))])
        return
    request = found[0]
    assert request.person_id is not None
    note_access(acting(turn), club.id, [turn.uow.people.get(request.person_id)], "requests")
    turn.offer(
        line_of(services, turn.uow, request),
        *choices_of(request),
        [(say("engine.back_to"), buttons.Members(club.id))],
    )


def request_action(
    services: Services, turn: Turn, request: DataRequest, answer: Literal["yes", "no"]
) -> None:
    """What the person wanted when he was asked."""
    decided = requests.decide(acting(turn), request, agreed=answer == "yes")
    if isinstance(decided, Refused):
        turn.say(refusal_words(decided))
        return
    if decided.erased is not None:
        say_erased(services, turn, decided.erased)
    elif request.kind in requests.ANSWERED:
        turn.say(say("requests.answer_told", number=request.id))
    elif decided.agreed:
        turn.say(say("requests.done", number=request.id))
    else:
        turn.say(say("requests.kept", number=request.id))


def _clubs(turn: Turn, clubs: tuple[int, ...]) -> Listing:
    return Listing(tuple(turn.uow.clubs.get(each).name for each in clubs))


def tell_decided(services: Services, turn: Turn, effect: RequestDecided) -> None:
    """Who made a request hears what came of it."""
    request = turn.uow.requests.find(effect.request_id)
    if request is None or request.account_id in (None, turn.account.id):
        return
    if request.kind in requests.ANSWERED:
        return
    key, words = f"request/{request.id}/answered", say("requests.told_kept", number=request.id)
    if effect.clubs:
        key = "/".join((key, *map(str, effect.clubs)))
        clubs = _clubs(turn, effect.clubs)
        words = say("requests.told_part", number=request.id, clubs=clubs)
    elif effect.agreed:
        words = say("requests.told_done", number=request.id)
    tell(turn.uow, turn.uow.accounts.get(request.account_id), services.zone, Letter(key, words))
