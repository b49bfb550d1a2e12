"""Who comes, told of an event to come that nobody has asked about yet."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.membership import MembershipState
from bot.handlers.acting import acting
from bot.handlers.events.attendance import spoken_for
from bot.handlers.events.attendance_screens import (
    ask_which,
    attendees,
    take,
)
from bot.handlers.scene import Standing
from bot.intents.attendance import Attendee, Unclear, read_attendance
from bot.intents.event_to_come import Coming, ends_in_question, event_to_come
from bot.language.address import FORMS
from bot.language.text import fold, single_line
from bot.speech.translation import say
from bot.storage.records import Occurrence, Person


def read_coming(scene: Standing, text: str) -> bool:
    """ "bữa họp tới bác không đi được": noted for the next one, which is said back.

    False where no event to come is named, or nothing is said of who comes.
    """
    told = event_to_come(text)
    if told is None:
        return False
    turn = scene.turn
    people = scene.people
    for said in (text, told.said):
        reading = read_attendance(said, _themselves(scene, people, said), kind=told.kind)
        if reading and (reading.goes or "yes" not in reading.answers.values()):
            break
    else:
        return _of_oneself(scene, people, text, told)
    asks = ends_in_question(text) and [*reading.answers.values()] in (["yes"], ["no"])
    if reading.deceased or asks:
        return False
    occurrence = _next(scene, people, told)
    if occurrence is None:
        if told.kind is None:
            return False
        what = say(f"event.kind.{told.kind}")
        turn.say(say("answer.no_such_event", what=what))
        return True
    members = spoken_for(acting(turn), occurrence, [person.id for person in people])
    ids = {person.id for person in members}
    reading = replace(
        reading,
        answers={key: answer for key, answer in reading.answers.items() if key in ids},
    )
    if not reading:
        return False
    if not reading.named and len(members) > 1:
        answer = next(iter(reading.answers.values()))
        doubt = Unclear(answer, tuple(each.id for each in members))
        ask_which(scene.services, turn, occurrence, doubt, [])
        return True
    take(scene.services, turn, occurrence, members, reading, unasked=True)
    return True


def _of_oneself(scene: Standing, people: list[Person], text: str, told: Coming) -> bool:
    """Who speaks only for others and says it of himself is on no list: nothing is noted."""
    known = attendees(scene.turn, people)
    if any(each.is_self for each in known) or ends_in_question(text):
        return False
    himself = Attendee(-1, address=scene.turn.speaker.address, is_self=True)
    if not any(read_attendance(said, [himself], kind=told.kind).goes for said in (text, told.said)):
        return False
    scene.turn.say(say("attend.not_listed", who=say("registration.you")))
    return True


def _themselves(scene: Standing, people: list[Person], said: str) -> list[Attendee]:
    """Who may be named; who speaks for himself alone calls himself as he likes."""
    known = attendees(scene.turn, people)
    if len(known) != 1 or not known[0].is_self:
        return known
    typed = [fold(word) for word in single_line(said).split()]
    own = next((form for form in FORMS if fold(form) in typed), None)
    return known if own is None else [known[0]._replace(address=own)]


def _next(scene: Standing, people: list[Person], told: Coming) -> Occurrence | None:
    """The soonest event of that kind to come in the clubs of these people."""
    uow = scene.turn.uow
    clubs = [
        membership.club_id
        for person in people
        for membership in uow.clubs.memberships_of(person.id)
        if membership.state == MembershipState.ACTIVE
    ]
    if not clubs:
        return None
    found = uow.events.occurrences(clubs, since=scene.turn.now, kind=told.kind, limit=1)
    return found[0] if found else None
