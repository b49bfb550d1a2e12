"""The call list: who has to be told by a person, what is said, and what came of it."""

from __future__ import annotations

from itertools import groupby

from bot import buttons
from bot.buttons import ANSWERS, Attendance, Rows
from bot.conversations.turn import Turn
from bot.delivery.naming import roster_name
from bot.handlers.accesses import note_access
from bot.handlers.acting import Refused, acting
from bot.handlers.events import commands
from bot.handlers.events.commands import AnsweredFor
from bot.handlers.services import Services
from bot.language.phones import show_phone
from bot.reminders.subjects import WORDINGS
from bot.reminders.waves import Wave
from bot.speech.show import show_moment
from bot.speech.translation import Lines, Phrase, say
from bot.storage.records import Club, Notice, Occurrence, Person

PAGE = 5
"""People of a call list that are shown at once."""


def calls_action(services: Services, turn: Turn, club: Club, page: int = 0) -> None:
    """A line a person and event, the soonest event first."""
    calls = turn.uow.notices.call_list(club.id)
    if not calls:
        back = [(say("engine.back_to"), buttons.OpenClub(club.id))]
        turn.offer(say("calls.none", club=club.name), back)
        return
    page = page if page * PAGE < len(calls) else 0
    part = calls[page * PAGE : (page + 1) * PAGE]
    note_access(acting(turn), club.id, [person for _, person in part], "calls")
    lines: list[Phrase] = [say("calls.head", count=len(calls))]
    rows: Rows = []
    number = page * PAGE
    for _, group in groupby(part, key=lambda call: _matter(call[0])):
        these = list(group)
        lines.append(_what_to_say(services, turn, these[0][0]))
        for notice, person in these:
            number += 1
            who = roster_name(turn.uow, person)
            lines.append(
                say(
                    "calls.line",
                    number=number,
                    who=who,
                    phone=_number(turn, club, person),
                    tried=say("calls.tried") if notice.tried_at else "",
                )
            )
            rows.append(
                [
                    (say("calls.called", who=person.shown_name), buttons.Called(notice.id)),
                    (say("calls.later", who=person.shown_name), buttons.CallLater(notice.id, page)),
                ]
            )
    turn.say(Lines(tuple(lines)))
    if (page + 1) * PAGE < len(calls):
        rows.append([(say("calls.more"), buttons.Calls(club.id, page + 1))])
    rows.append([(say("engine.back_to"), buttons.OpenClub(club.id))])
    turn.offer(say("calls.which"), *rows)


def _matter(notice: Notice) -> tuple[str, int, str, str]:
    """What callers say the same about."""
    return notice.subject_kind, notice.subject_id, notice.kind, notice.lead


def _number(turn: Turn, club: Club, person: Person) -> Phrase | str:
    """Where somebody is reached: the own number, the contact person, a relative's account.

    By what this very club was told, of the relative too.
    """
    told = turn.uow.clubs.membership_of(club.id, person.id)
    if told is not None and told.phone:
        return show_phone(told.phone)
    if told is not None and told.contact_person:
        return told.contact_person
    for tie, account in turn.uow.people.accounts_of(person.id):
        helper = turn.uow.people.self_of(account.id)
        if tie.is_self or helper is None:
            continue
        own = turn.uow.clubs.membership_of(club.id, helper.id)
        if own is not None and own.phone:
            return say(
                "calls.through", who=roster_name(turn.uow, helper), phone=show_phone(own.phone)
            )
    return say("calls.no_number")


def _what_to_say(services: Services, turn: Turn, notice: Notice) -> Phrase:
    """What the caller tells about an event, or whatever else it is."""
    return WORDINGS[notice.subject_kind](turn.uow, Wave.of(notice), services.zone).call()


def _refusal(refused: Refused) -> Phrase:
    """Why somebody isn't called, in words."""
    return say("engine.not_allowed" if refused is Refused.NOT_YOURS else "calls.over")


def called_action(services: Services, turn: Turn, notice: Notice) -> None:
    """One person was told of one event; does he come?"""
    called = commands.note_called(acting(turn), notice)
    if isinstance(called, Refused):
        turn.say(_refusal(called))
        return
    who, occurrence = called.person.shown_name, called.occurrence
    if occurrence is None:
        turn.say(say("calls.noted_only", who=who))
        calls_action(services, turn, turn.uow.clubs.get(notice.club_id))
        return
    event = turn.uow.events.get(occurrence.event_id)
    turn.offer(
        say(
            "calls.noted",
            who=who,
            what=say(f"event.kind.{event.kind}"),
            when=show_moment(occurrence.starts_at, services.zone),
        ),
        [
            (say(f"attend.{answer}"), buttons.AnswerFor(occurrence.id, answer, called.person.id))
            for answer in ANSWERS
        ],
    )


def call_later_action(services: Services, turn: Turn, notice: Notice, page: int) -> None:
    """Nobody picked up."""
    person = commands.call_later(acting(turn), notice)
    if isinstance(person, Refused):
        turn.say(_refusal(person))
        return
    turn.say(say("calls.kept", who=person.shown_name))
    calls_action(services, turn, turn.uow.clubs.get(notice.club_id), page)


def answer_for_action(
    services: Services, turn: Turn, occurrence: Occurrence, answer: Attendance, person: Person
) -> None:
    """What somebody said on the phone."""
    who = person.shown_name
    match commands.answer_for(acting(turn), occurrence, person, answer):
        case Refused.NOT_YOURS:
            turn.say(say("engine.not_allowed"))
            return
        case Refused.GONE:
            turn.say(say("registration.gone"))
            return
        case Refused.OVER:
            turn.say(say("attend.over"))
            return
        case AnsweredFor.FULL:
            turn.say(say("calls.full", who=who))
        case AnsweredFor.NOTED:
            turn.say(say(f"calls.noted_{answer}", who=who))
    calls_action(services, turn, turn.uow.clubs.get(occurrence.club_id))
