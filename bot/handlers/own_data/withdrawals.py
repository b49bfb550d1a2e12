"""Consents taken back and clubs left; what a helper wants of somebody else's data.

What a person says through an own account is done at once. What a helper wants of somebody else's
membership or data becomes a request with a number and a day: the person is asked first.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Literal

from bot import buttons
from bot.buttons import Rows
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import named, roster_name
from bot.delivery.telling import tell, tell_organisers
from bot.domain.membership import LIVING, PURPOSES, MembershipState
from bot.handlers.founding.commands import recompute
from bot.handlers.own_data.personal import REQUEST_DAYS, delete_action, erase
from bot.handlers.services import Services
from bot.reminders.notices import stop_telling
from bot.speech.show import show_day
from bot.speech.translation import Phrase, say
from bot.storage.records import Club, DataRequest, Membership, Person

WARN_DAYS = 10
"""Days after which an organiser is reminded of a request (plan-and-law §4.3.6)."""


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
    memberships = _memberships(turn, person, club)
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
    number = turn.uow.conversations.add_data_request(
        turn.account.id,
        person.id,
        "withdraw",
        REQUEST_DAYS,
        club_id=club.id if club is not None else None,
    )
    turn.uow.conversations.close_data_request(number)
    _withdraw(services, turn, person, purpose, club)
    for membership in memberships:
        letter = Letter(
            key=f"withdrawn/{number}",
            phrase=say(
                "withdraw.told",
                who=roster_name(turn.uow, person),
                purpose=say(f"data.purpose.{purpose}"),
            ),
        )
        tell_organisers(
            turn.uow, membership.club_id, services.zone, letter, besides=turn.account.id
        )
        recompute(services.zone, turn.uow, membership.club_id)
    turn.say(say(f"withdraw.{purpose}_done", who=who, number=number))


def _withdraw(
    services: Services, turn: Turn, person: Person, purpose: str, club: Club | None
) -> None:
    """End a consent in one club or in all, and what was done on the strength of it."""
    club_id = club.id if club is not None else None
    turn.uow.people.withdraw(person.id, purpose, club_id=club_id)
    if purpose == "circumstances":
        for membership in turn.uow.clubs.memberships_of(person.id):
            if club_id in (None, membership.club_id):
                turn.uow.clubs.note_told(membership.id, circumstances=None)
    if purpose == "reminders":
        stop_telling(turn.uow, person.id, services.zone, reason="no_consent", club_id=club_id)


def _memberships(turn: Turn, person: Person, club: Club | None = None) -> list[Membership]:
    """Where somebody belongs, of one club or of all."""
    return [
        membership
        for membership in turn.uow.clubs.memberships_of(person.id)
        if membership.state in LIVING and (club is None or membership.club_id == club.id)
    ]


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
    memberships = _memberships(turn, person, club)
    who = named(turn.uow, turn.account, person, services.zone)
    if not memberships:
        turn.say(say("leave.no_member", who=who))
        return
    if all(each.state == MembershipState.UNCONFIRMED.value for each in _memberships(turn, person)):
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
                (say("leave.no"), buttons.no(buttons.Menu())),
            ],
        )
        return
    if must_be_asked(turn, person, club.id):
        ask_person(services, turn, person, "leave", club.id)
        return
    leave(services, turn, person, club.id)
    turn.say(
        say("leave.done", who=who, club=club.name, months=services.keeping.after_leaving.days // 30)
    )


def leave(services: Services, turn: Turn, person: Person, club_id: int | None) -> None:
    """Somebody leaves a club, or all: no consent stands there any more, its organisers hear of it."""
    for membership in _memberships(turn, person):
        if club_id not in (None, membership.club_id):
            continue
        turn.uow.clubs.set_state(membership.id, MembershipState.LEFT.value)
        letter = Letter(
            key=f"left/{membership.id}/{turn.now.isoformat()}",
            phrase=say(
                "leave.told",
                who=roster_name(turn.uow, person),
                club=turn.uow.clubs.get(membership.club_id).name,
            ),
        )
        tell_organisers(
            turn.uow, membership.club_id, services.zone, letter, besides=turn.account.id
        )
        for purpose in PURPOSES:
            turn.uow.people.withdraw(person.id, purpose, club_id=membership.club_id)
        turn.uow.clubs.note_told(membership.id, circumstances=None)
        stop_telling(turn.uow, person.id, services.zone, reason="left", club_id=membership.club_id)
        recompute(services.zone, turn.uow, membership.club_id)


# What a helper wants of somebody else's data


def must_be_asked(turn: Turn, person: Person, club_id: int | None = None) -> bool:
    """Whether a helper asks for what the person himself must decide, in a club or in any.

    Who isn't a member yet was brought by the helper, and is taken away by him.
    """
    if turn.uow.people.is_self(turn.account.id, person.id):
        return False
    return any(
        membership.state not in (MembershipState.UNCONFIRMED.value, MembershipState.APPLIED.value)
        for membership in turn.uow.clubs.memberships_of(person.id)
        if club_id in (None, membership.club_id)
    )


def ask_person(
    services: Services, turn: Turn, person: Person, kind: str, club_id: int | None = None
) -> None:
    """Note a helper's request; the person's own phone and the organisers are asked."""
    found = turn.uow.conversations.open_request(person.id, kind, club_id)
    number = (
        found.id
        if found is not None
        else turn.uow.conversations.add_data_request(
            turn.account.id,
            person.id,
            kind,
            REQUEST_DAYS,
            club_id=club_id,
            warn_days=WARN_DAYS,
        )
    )
    due = show_day((turn.now + timedelta(days=REQUEST_DAYS)).astimezone(services.zone).date())
    if found is not None:
        due = show_day(found.due_at.astimezone(services.zone).date())
    else:
        _tell_of_request(services, turn, person, kind, number, due, club_id)
    turn.say(
        say(
            f"requests.{kind}_noted",
            who=named(turn.uow, turn.account, person, services.zone),
            number=number,
            due=due,
        )
    )


def _tell_of_request(
    services: Services,
    turn: Turn,
    person: Person,
    kind: str,
    number: int,
    due: str,
    club_id: int | None,
) -> None:
    choices = [
        [
            (say(f"requests.{kind}_yes"), buttons.DecideRequest(number, "yes")),
            (say(f"requests.{kind}_no"), buttons.DecideRequest(number, "no")),
        ]
    ]
    for tie, account in turn.uow.people.accounts_of(person.id):
        if tie.is_self and account.id != turn.account.id and account.blocked_at is None:
            letter = Letter(
                key=f"request/{number}/{account.id}",
                phrase=say(f"requests.{kind}_ask_self", number=number),
                choices=choices,
            )
            tell(turn.uow, account, services.zone, letter)
    for membership in turn.uow.clubs.memberships_of(person.id):
        if club_id not in (None, membership.club_id):
            continue
        letter = Letter(
            key=f"request/{number}",
            phrase=say(
                f"requests.{kind}_told", who=roster_name(turn.uow, person), number=number, due=due
            ),
            choices=choices,
        )
        tell_organisers(
            turn.uow, membership.club_id, services.zone, letter, besides=turn.account.id
        )


def requests_action(services: Services, turn: Turn, club: Club) -> None:
    """Wishes about data that wait for an organiser, one after the other."""
    found = turn.uow.conversations.requests_of_club(club.id)
    if not found:
        turn.offer(say("requests.none"), [(say("engine.back_to"), buttons.Members(club.id))])
        return
    request = found[0]
    turn.offer(
        _request_line(services, turn, request),
        [
            (say(f"requests.{request.kind}_yes"), buttons.DecideRequest(request.id, "yes")),
            (say(f"requests.{request.kind}_no"), buttons.DecideRequest(request.id, "no")),
        ],
        [(say("engine.back_to"), buttons.Members(club.id))],
    )


def _request_line(services: Services, turn: Turn, request: DataRequest) -> Any:
    assert request.person_id is not None
    person = turn.uow.people.get(request.person_id)
    return say(
        f"requests.{request.kind}_told",
        who=roster_name(turn.uow, person),
        number=request.id,
        due=show_day(request.due_at.astimezone(services.zone).date()),
    )


def request_action(
    services: Services, turn: Turn, request: DataRequest, answer: Literal["yes", "no"]
) -> None:
    """What the person wanted when he was asked."""
    if request.done_at is not None or request.person_id is None:
        turn.say(say("requests.over"))
        return
    person = turn.uow.people.get(request.person_id)
    asker = turn.uow.accounts.get(request.account_id) if request.account_id else None
    if answer == "yes" and request.kind == "delete":
        erase(services, turn, person.id, request.club_id)
    elif answer == "yes":
        leave(services, turn, person, request.club_id)
        turn.say(say("requests.done", number=request.id))
    else:
        turn.say(say("requests.kept", number=request.id))
    turn.uow.conversations.close_data_request(request.id)
    if asker is not None and asker.id != turn.account.id:
        letter = Letter(
            key=f"request/{request.id}/answered",
            phrase=say(
                "requests.told_done" if answer == "yes" else "requests.told_kept",
                number=request.id,
            ),
        )
        tell(turn.uow, asker, services.zone, letter)
