"""Who comes, told of an event to come that nobody has asked about yet."""

from __future__ import annotations

from dataclasses import replace

from bot import buttons
from bot.handlers.acting import acting
from bot.handlers.answers import enquiries
from bot.handlers.answers import screens as answers
from bot.handlers.events.attendance import spoken_for
from bot.handlers.events.attendance_screens import (
    ask_which,
    attendees,
    next_told,
    take,
)
from bot.handlers.scene import Standing, called_in_scene
from bot.intents.attendance import AttendanceReading, Attendee, Unclear, read_attendance
from bot.intents.event_kinds import kind_named
from bot.intents.event_to_come import Coming, ends_in_question, event_to_come, says_of_all
from bot.intents.several_events import Waiting, says_of_each
from bot.intents.understanding import Attending, Intent
from bot.language.address import FORMS
from bot.language.dates.reading import read_date
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
    if _of_several(scene, text):
        return True
    turn = scene.turn
    people = scene.people
    for said in (text, told.said):
        reading = read_attendance(said, _themselves(scene, people, said), kind=told.kind)
        if said != text and ends_in_question(text) and "unsure" not in reading.answers.values():
            # "mai có họp hông" without its event would be "mai có hông".
            return False
        if reading and (reading.goes or "yes" not in reading.answers.values()):
            break
    else:
        return _of_oneself(scene, people, text, told)
    asks = ends_in_question(text) and [*reading.answers.values()] in (["yes"], ["no"])
    if reading.deceased or asks:
        return False
    occurrence = _next(scene, people, told, text)
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


_MAY_BE_AN_ANSWER = frozenset(
    (Intent.ATTEND, Intent.SMALL_TALK, Intent.UNCLEAR, Intent.GREETING, Intent.THANKS, Intent.UNWELL,
     Intent.CORRECT_DATA, Intent.NAVIGATE)
)  # fmt: skip
"""What an answer is taken for where nothing seems to have been asked."""


def read_changed_answer(scene: Standing, text: str) -> bool:
    """ "xin lỗi con, bà không tới được": weighed as if the last reminder were asked once more."""
    turn = scene.turn
    occurrence = next_told(turn, scene.people)
    plain = scene.understand(text)
    if occurrence is None or (plain.sure and plain.intent not in _MAY_BE_AN_ANSWER):
        return False
    kind = turn.uow.events.event_of(occurrence).kind
    if kind_named(text) not in (None, kind) or not _is_on(scene, occurrence, text):
        return False
    members = spoken_for(acting(turn), occurrence, [person.id for person in scene.people])
    ties = turn.uow.people.of_account(turn.account.id)
    ids = {person.id for person in members}
    called = {person.id: called_in_scene(tie, person) for tie, person in ties if person.id in ids}
    meaning = scene.understand_as_answer(text, kind, [*called.values()])
    if not meaning.sure or not isinstance(meaning.entities, Attending):
        return False
    said = meaning.entities.people
    answers = {key: said[each].value for key, each in called.items() if each in said}
    if not answers:
        return False
    if len(answers) > 1 and len({*answers.values()}) == 1 and not says_of_all(text):
        doubt = Unclear(next(iter(answers.values())), tuple(answers))
        ask_which(scene.services, turn, occurrence, doubt, [])
        return True
    take(scene.services, turn, occurrence, members, AttendanceReading(answers), unasked=True)
    if plain.sure and plain.intent is Intent.UNWELL and "yes" not in answers.values():
        enquiries.unwell(scene.services, turn, text, "ill")
    return True


def read_none_open(scene: Standing, text: str) -> bool:
    """ "bữa đó tui không đi được" where nothing asks for it: nothing is noted, and that is said."""
    told = event_to_come(text)
    if told is None or ends_in_question(text):
        return False
    turn = scene.turn
    own = _form_typed(text) or turn.speaker.address
    himself = Attendee(-1, address=own, is_self=True)
    known = [*attendees(turn, scene.people), himself]
    if not any(read_attendance(said, known, kind=told.kind).goes for said in (text, told.said)):
        return False
    if scene.organised:
        club = scene.organised[0]
        events, back = buttons.Events(club.id), buttons.Menu()
        turn.offer(
            say("attend.none_open"),
            [(say("club.events"), events), (say("engine.back_to"), back)],
        )
        return True
    if not scene.people and scene.is_coordinator:
        return False
    if not scene.people:
        turn.offer(
            say("attend.no_club"),
            [(say("menu.join"), buttons.Join())],
            [(say("engine.back_to"), buttons.Menu())],
        )
        return True
    turn.say(say("attend.none_open"))
    if answers.next_events(scene.services, turn, quietly=True, limit=3):
        return True
    return enquiries.offer_word(
        scene.services, turn, text, lambda contact: say("attend.tell_contact", contact=contact)
    )


def _of_several(scene: Standing, text: str) -> bool:
    """ "họp thì đi, khám thì không": each is noted for the next of its kind.

    What names a day on which the event isn't is no answer to it: "mai bà đi khám, họp thì không".
    """
    turn, people = scene.turn, scene.people
    coming: dict[str, Occurrence] = {}
    for each in turn.uow.events.occurrences(_clubs(scene, people), since=turn.now):
        coming.setdefault(turn.uow.events.event_of(each).kind, each)
    events = [Waiting(kind, each.starts_at.astimezone(turn.zone)) for kind, each in coming.items()]
    words = says_of_each(text, events, alone=len(people) == 1)
    noted = False
    for place, said in words.items() if len(words) > 1 else ():
        kind, occurrence = events[place].kind, coming[events[place].kind]
        members = spoken_for(acting(turn), occurrence, [person.id for person in people])
        ids = {person.id for person in members}
        reading = read_attendance(said, _themselves(scene, people, said), kind=kind)
        answers = {key: answer for key, answer in reading.answers.items() if key in ids}
        sure = reading.named or len(members) == 1
        if answers and sure and not reading.deceased and _is_on(scene, occurrence, said):
            take(
                scene.services, turn, occurrence, members, replace(reading, answers=answers),
                unasked=True,
            )  # fmt: skip
            noted = True
    return noted


def _is_on(scene: Standing, occurrence: Occurrence, said: str) -> bool:
    """Whether words that name a day name the event's own; without one they may mean it."""
    day = read_date(said, scene.turn.today).value
    return day in (None, occurrence.starts_at.astimezone(scene.turn.zone).date())


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
    own = _form_typed(said)
    return known if own is None else [known[0]._replace(address=own)]


def _form_typed(said: str) -> str | None:
    """What the writer may call himself by, where a text holds such a word."""
    typed = [fold(word) for word in single_line(said).split()]
    return next((form for form in FORMS if fold(form) in typed), None)


def _next(scene: Standing, people: list[Person], told: Coming, text: str) -> Occurrence | None:
    """The soonest event of that kind to come in the clubs of these people; on the day that is named."""
    uow, clubs = scene.turn.uow, _clubs(scene, people)
    if not clubs:
        return None
    limit = 50 if told.by_day else 1
    found = uow.events.occurrences(clubs, since=scene.turn.now, kind=told.kind, limit=limit)
    return next((each for each in found if not told.by_day or _is_on(scene, each, text)), None)


def _clubs(scene: Standing, people: list[Person]) -> list[int]:
    return [
        membership.club_id
        for person in people
        for membership in scene.turn.uow.clubs.active_memberships(person.id)
    ]
