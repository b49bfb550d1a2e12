"""Reminders of several events that wait at once: answered by their names, together, or in turn."""

from __future__ import annotations

from bot import buttons
from bot.delivery.naming import named
from bot.domain.states import OccurrenceState
from bot.handlers.events.attendance_screens import read_sentence
from bot.handlers.scene import Standing, offered
from bot.intents.several_events import Waiting, says_of_each
from bot.reminders.occasions import answer_choices
from bot.speech.show import show_moment
from bot.speech.translation import Listing, Opening, say
from bot.storage.records import Event, Occurrence, Person

Open = tuple[buttons.Attend, Occurrence, Event]


def read_each(scene: Standing, text: str) -> bool:
    """ "họp thì đi, khám thì không" where reminders of both wait; False where none is named."""
    waiting = _waiting(scene)
    if len(waiting) < 2:
        return False
    zone = scene.services.zone
    events = [
        Waiting(event.kind, occurrence.starts_at.astimezone(zone))
        for _, occurrence, event in waiting
    ]
    people = {each for asked, _, _ in waiting for each in _all(asked)}
    words = says_of_each(text, events, alone=len(people) == 1)
    heard = [
        read_sentence(scene.services, scene.turn, waiting[place][0], said)
        for place, said in words.items()
    ]
    return any(heard)


def ask_of_the_other(scene: Standing) -> None:
    """After an answer that named no event: the other reminder that waits is asked for in its turn."""
    turn = scene.turn
    if not turn.said or turn.said[-1].rows:
        return
    for asked, occurrence, event in _waiting(scene):
        people = _unanswered(scene, asked, occurrence)
        if people:
            who = Listing(
                tuple(named(turn.uow, turn.account, each, scene.services.zone) for each in people)
            )
            turn.offer(
                say(
                    "attend.other",
                    what=say(f"event.kind.{event.kind}"),
                    when=show_moment(occurrence.starts_at, scene.services.zone),
                    who=Opening(who),
                ),
                *answer_choices(occurrence.id, people),
            )
            return


def _unanswered(scene: Standing, asked: buttons.Attend, occurrence: Occurrence) -> list[Person]:
    answers = scene.turn.uow.events.answers(occurrence.id)
    return [each for each in scene.people if each.id in _all(asked) and each.id not in answers]


def _all(asked: buttons.Attend) -> set[int]:
    return {*asked.people, *asked.rest}


def _waiting(scene: Standing) -> list[Open]:
    """The events to come whose reminders he may still read, the soonest first."""
    asked: dict[int, buttons.Attend] = {}
    for row in scene.shown:
        for button in offered(row, buttons.Attend):
            held = asked.get(button.occurrence)
            # A later question asks for one person only, the reminder for all of them.
            if held is None or len(_all(button)) > len(_all(held)):
                asked[button.occurrence] = button
    if len(asked) < 2:
        return []
    uow = scene.turn.uow
    found: list[Open] = []
    for number, button in asked.items():
        occurrence = uow.events.find_occurrence(number)
        if occurrence is None or occurrence.state != OccurrenceState.PLANNED:
            continue
        if occurrence.starts_at > uow.now:
            found.append((button, occurrence, uow.events.event_of(occurrence)))
    return sorted(found, key=lambda each: each[1].starts_at)
