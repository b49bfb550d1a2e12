"""Rights that are used more rarely: no use for a while, an objection, a complaint, what was asked."""

from __future__ import annotations

from dataclasses import replace

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import (
    ComplainOfData,
    DataRestricted,
    ObjectToUse,
    RequestDecided,
    RequestMade,
)
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import account_name, named, roster_name
from bot.delivery.telling import tell, tell_each, tell_organisers
from bot.domain.requests import Outcome, RequestKind
from bot.domain.rights import Right
from bot.handlers.acting import Refused, acting
from bot.handlers.members_told import OfMember, tell_of_member
from bot.handlers.own_data import commands, requests, restrictions
from bot.handlers.own_data.personal import refusal_words
from bot.handlers.own_data.taking_out import elsewhere_rows
from bot.handlers.services import Services, coordinators_of
from bot.speech.show import show_day
from bot.speech.translation import Lines, Listing, Phrase, say
from bot.storage.data_records import Access, DataRequest
from bot.storage.records import Account, Person
from bot.storage.unit_of_work import UnitOfWork

SHOWN = 10
"""Requests that are shown of one person."""
LOOKS_SHOWN = 15


def rights_action(services: Services, turn: Turn, person: Person) -> None:
    """What else can be wanted of one's data."""
    who = named(turn.uow, turn.account, person, services.zone)
    rows: Rows = []
    if restrictions.restrictable(turn.uow, person):
        rows.append([(say("rights.restrict"), buttons.Restrict(person.id))])
    if restrictions.restricted(turn.uow, person):
        rows.append([(say("rights.lift"), buttons.LiftRestriction(person.id))])
    tie = turn.uow.people.tie(turn.account.id, person.id)
    alone = len(turn.uow.people.of_account(turn.account.id)) == 1
    back: buttons.Button = buttons.MyData() if alone else buttons.ShowPerson(person.id)
    if tie is not None and not tie.is_self:
        words = say("rights.tell_me_not") if tie.told else say("rights.tell_me")
        rows.append([(words, buttons.TellMe(person.id, told=not tie.told))])
    rows += [
        [
            (say("rights.object"), buttons.ObjectToUse(person.id)),
            (say("rights.complain"), buttons.ComplainOfData(person.id)),
        ],
        [(say("rights.who_saw"), buttons.WhoSaw(person.id))],
        [(say("rights.requests"), buttons.MyRequests(person.id))],
        *elsewhere_rows(turn, person),
        [(say("engine.back_to"), back)],
    ]
    turn.offer(say("rights.head", who=who), *rows)


# No use for a while


def restrict_action(services: Services, turn: Turn, person: Person, sure: bool = False) -> None:
    """Nothing is done with somebody's data any more, though they are kept; asked once."""
    who = named(turn.uow, turn.account, person, services.zone)
    if not sure and restrictions.restrictable(turn.uow, person):
        turn.offer(
            say("rights.restrict_sure", who=who),
            [
                (say("rights.restrict_yes"), buttons.yes(buttons.Restrict(person.id, sure=True))),
                (say("withdraw.no"), buttons.no(buttons.ShowPerson(person.id))),
            ],
        )
        return
    number = restrictions.restrict(acting(turn), person)
    if isinstance(number, Refused):
        turn.say(_refusal(number))
        return
    turn.offer(
        say("rights.restricted", who=who, number=number),
        [(say("rights.lift"), buttons.LiftRestriction(person.id))],
        [(say("engine.to_menu"), buttons.by_words(buttons.Menu()))],
    )


def lift_action(services: Services, turn: Turn, person: Person) -> None:
    """Somebody's data are used again as he agreed."""
    who = named(turn.uow, turn.account, person, services.zone)
    number = restrictions.lift(acting(turn), person)
    if isinstance(number, Refused):
        turn.say(_refusal(number))
        return
    turn.say(say("rights.lifted", who=who, number=number))


def _refusal(refused: Refused) -> Phrase:
    return say("rights.as_it_is") if refused is Refused.OVER else refusal_words(refused)


def tell_restricted(services: Services, turn: Turn, effect: DataRestricted) -> None:
    """Organisers hear that nothing is done with a member's data any more, or again."""

    def letter(member: OfMember) -> Letter:
        words = say(
            "rights.told_restricted" if effect.restricted else "rights.told_lifted",
            who=member.who,
            club=member.club,
        )
        return Letter(f"restricted/{effect.request_id}", words)

    tell_of_member(services, turn, effect.membership_id, letter)


# Which phones are told


def tell_me_action(services: Services, turn: Turn, person: Person, told: bool = False) -> None:
    """This phone is told what concerns somebody, or another one is enough."""
    who = named(turn.uow, turn.account, person, services.zone)
    refused = commands.set_told(acting(turn), person, told=told)
    if refused is not None:
        turn.say(refusal_words(refused))
        return
    others = any(
        tie.told and account.id != turn.account.id
        for tie, account in turn.uow.people.accounts_of(person.id)
    )
    if told:
        turn.say(say("rights.told_again", who=who))
    elif others:
        turn.say(say("rights.told_no_more", who=who))
    else:
        turn.say(say("rights.told_by_call", who=who))


# Objecting and complaining


def object_action(services: Services, turn: Turn, person: Person) -> None:
    """Ask what somebody objects to."""
    services.engine.start(turn, "object_to_use", person=person.id)


def complain_action(services: Services, turn: Turn, person: Person) -> None:
    """Ask what somebody complains of."""
    services.engine.start(turn, "complain_of_data", person=person.id)


def object_to_use(services: Services, turn: Turn, effect: ObjectToUse) -> None:
    """Note what somebody objects to, and say by when it is answered."""
    person = turn.uow.people.get(effect.person_id)
    made = requests.object_to(acting(turn), person, effect.words, effect.purpose)
    if isinstance(made, Refused):
        turn.say(refusal_words(made))
        return
    rows: Rows = []
    if effect.purpose != "roster" and restrictions.restrictable(turn.uow, person):
        rows.append([(say("rights.restrict"), buttons.Restrict(person.id))])
    rows.append([(say("engine.back_to"), buttons.ShowPerson(person.id))])
    number = Listing(tuple(str(each.id) for each in made))
    due = day_of(services, made[0])
    turn.offer(
        say("requests.object_noted", number=number, due=due)
        if effect.purpose is None
        else say(
            "requests.object_stopped",
            number=number,
            due=due,
            use=say(f"object_to_use.use.{effect.purpose}.stopped"),
        ),
        *rows,
    )


def complain_of_data(services: Services, turn: Turn, effect: ComplainOfData) -> None:
    """Note a complaint, and say by when it is answered."""
    person = turn.uow.people.get(effect.person_id)
    request = requests.complain(acting(turn), person, effect.words)
    if isinstance(request, Refused):
        turn.say(refusal_words(request))
        return
    slots = {"number": request.id, "due": day_of(services, request)}
    if _above(services, turn.uow, person):
        turn.say(say("requests.complain_noted", **slots))
    else:
        turn.say(say("requests.complain_kept", **slots))


def day_of(services: Services, request: DataRequest) -> str:
    """The day by which a request must be answered."""
    return show_day(request.due_at.astimezone(services.zone).date())


def _above(services: Services, uow: UnitOfWork, person: Person) -> dict[int, list[Account]]:
    """By club: those who coordinate it and don't organise it themselves."""
    found = {}
    for membership in uow.clubs.memberships_of(person.id):
        club = uow.clubs.get(membership.club_id)
        own = uow.accounts.organised_by(club.id)
        above = [each for each in coordinators_of(services.plan, uow, club) if each.id not in own]
        if above:
            found[club.id] = above
    return found


def choices_of(request: DataRequest) -> Rows:
    """What whoever answers may say."""
    return [
        [
            (say(f"requests.{request.kind}_yes"), buttons.DecideRequest(request.id, "yes")),
            (say(f"requests.{request.kind}_no"), buttons.DecideRequest(request.id, "no")),
        ]
    ]


def line_of(services: Services, uow: UnitOfWork, request: DataRequest) -> Phrase:
    """A request as whoever answers reads it."""
    assert request.person_id is not None
    slots: dict[str, object] = {
        "who": roster_name(uow, uow.people.get(request.person_id)),
        "number": request.id,
        "due": day_of(services, request),
        "words": request.words or "…",
    }
    if request.purpose is None:
        return say(f"requests.{request.kind}_told", **slots)
    use = say(f"object_to_use.use.{request.purpose}.stopped")
    return say("requests.object_told_stopped", use=use, **slots)


def tell_to_answer(services: Services, turn: Turn, effect: RequestMade) -> None:
    """Who has to answer reads an objection or a complaint."""
    request = turn.uow.requests.find(effect.request_id)
    if request is None or request.person_id is None or request.kind not in requests.ANSWERED:
        return
    person = turn.uow.people.get(request.person_id)
    letter = Letter(
        f"request/{request.id}", line_of(services, turn.uow, request), choices=choices_of(request)
    )
    if request.kind is RequestKind.COMPLAIN:
        told: set[int] = set()
        for club_id, accounts in _above(services, turn.uow, person).items():
            new = [each for each in accounts if each.id not in told]
            told |= {each.id for each in new}
            own = replace(letter, rights=[Right.oversees(club_id)])
            tell_each(turn.uow, new, services.zone, own)
        return
    for membership in turn.uow.clubs.memberships_of(person.id):
        if request.club_id in (None, membership.club_id):
            tell_organisers(
                turn.uow, membership.club_id, services.zone, letter, besides=turn.account.id
            )


def tell_answered(services: Services, turn: Turn, effect: RequestDecided) -> None:
    """Who objected or complained hears what came of it; after a no, where to go from there."""
    request = turn.uow.requests.find(effect.request_id)
    if request is None or request.account_id is None or request.kind not in requests.ANSWERED:
        return
    came = "yes" if effect.agreed else "no"
    choices: Rows = []
    if not effect.agreed and request.kind is RequestKind.OBJECT and request.person_id is not None:
        choices = [
            [
                (say("rights.restrict"), buttons.Restrict(request.person_id)),
                (say("rights.complain"), buttons.ComplainOfData(request.person_id)),
            ]
        ]
    letter = Letter(
        f"request/{request.id}/answered",
        _answered_words(request, came),
        choices=choices,
    )
    tell(turn.uow, turn.uow.accounts.get(request.account_id), services.zone, letter)


def _answered_words(request: DataRequest, came: str) -> Phrase:
    if request.purpose is None:
        return say(f"rights.answered.{request.kind}.{came}", number=request.id)
    use = say(f"object_to_use.use.{request.purpose}.stopped")
    return say(f"rights.answered.use.{came}", number=request.id, use=use)


# What was asked


def requests_action(services: Services, turn: Turn, person: Person) -> None:
    """What was wanted of somebody's data, with numbers and days."""
    who = named(turn.uow, turn.account, person, services.zone)
    found = turn.uow.requests.of_person(person.id, SHOWN)
    back = [(say("engine.back_to"), buttons.MoreRights(person.id))]
    if not found:
        turn.offer(say("rights.no_requests", who=who), back)
        return
    lines = [_request_line(services, each) for each in found]
    turn.offer(Lines((say("rights.requests_head", who=who), *lines)), back)


def _request_line(services: Services, request: DataRequest) -> Phrase:
    asked = show_day(request.asked_at.astimezone(services.zone).date())
    slots = {"number": request.id, "kind": say(f"rights.kind.{request.kind}"), "day": asked}
    if request.done_at is None:
        return say("rights.request_waits", due=day_of(services, request), **slots)
    if request.outcome is Outcome.REFUSED:
        return say("rights.request_refused", **slots)
    if request.outcome is Outcome.TAKEN_BACK:
        return say("rights.request_taken_back", **slots)
    done = show_day(request.done_at.astimezone(services.zone).date())
    return say("rights.request_done", done=done, **slots)


# Who saw it


def who_saw_action(services: Services, turn: Turn, person: Person) -> None:
    """Who was shown somebody's data, when and on what."""
    who = named(turn.uow, turn.account, person, services.zone)
    found = turn.uow.accesses.of_person(person.id, LOOKS_SHOWN)
    back = [(say("engine.back_to"), buttons.MoreRights(person.id))]
    if not found:
        turn.offer(say("access.none", who=who), back)
        return
    lines = [
        say(
            "access.line",
            day=show_day(each.at.astimezone(services.zone).date()),
            by=_looked(turn.uow, each),
            what=_what(each),
        )
        for each in found
    ]
    turn.offer(Lines((say("access.head", who=who), *lines)), back)


def _looked(uow: UnitOfWork, access: Access) -> Phrase | str:
    """Who looked, by name where it is known."""
    if access.account_id is None:
        return say("roster.export.operator")
    return account_name(uow, uow.accounts.get(access.account_id), say("access.staff"))


def _what(access: Access) -> Phrase:
    """On what: a screen, a list, a paper by its name."""
    kind, _, code = access.what.partition(".")
    if code:
        return say("access.what.paper", paper=say(f"paper.{code}"))
    return say(f"access.what.{kind}")
