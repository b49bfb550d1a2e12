"""What follows from words about events and who comes."""

from __future__ import annotations

from bot import buttons
from bot.handlers.answers import screens as answers
from bot.handlers.events.attendance_screens import bring_back
from bot.handlers.events.screens import ask_what_to_cancel, begin_event
from bot.handlers.feature import screen
from bot.handlers.scene import Standing
from bot.intents.event_kinds import kind_to_set, without_names
from bot.intents.live import asks_other_activity, asks_who_answered
from bot.intents.staff_words import sets_event
from bot.intents.understanding import Inquired, Understanding
from bot.language.event_notes import part_notes
from bot.language.recurrences import read_event
from bot.speech.translation import say

_SHOWN = screen(buttons.Events)
_CALLS = screen(buttons.Calls)


def alive(scene: Standing, _text: str, meaning: Understanding) -> bool:
    if not bring_back(scene.services, scene.turn, scene.meant(meaning.entities)):
        # Of nobody here it was said: that is no question for an article.
        scene.turn.say(say("deceased.nobody"))
    return True


def event_question(scene: Standing, text: str, meaning: Understanding) -> bool:
    found = meaning.entities if isinstance(meaning.entities, Inquired) else Inquired()
    return answers.next_events(
        scene.services,
        scene.turn,
        kind=found.kind,
        unknown=asks_other_activity(text),
        bring=found.asks == "bring",
    )


def read_cancel(scene: Standing, _text: str) -> bool:
    """ "hủy đi" where nothing waits to be called off: which event, of those to come."""
    return ask_what_to_cancel(scene.services, scene.turn, scene.organised[0])


def read_set(scene: Standing, text: str) -> bool:
    """ "tối thứ sáu văn nghệ": what it is and when begins its form, with that said back.

    Without a word that sets one only where nothing of the kind is to come: else it may move that.
    """
    kind = kind_to_set(text)
    if kind is None:
        return False
    club, turn = scene.organised[0], scene.turn
    found = read_event(without_names(part_notes(text).rest, kind), turn.local_now)
    if found.first is None or found.first < turn.today:
        return False
    if not sets_event(text) and turn.uow.events.occurrences(
        [club.id], since=turn.now, kind=kind, limit=1
    ):
        return False
    begin_event(scene.services, turn, club.id, kind, said=text)
    return True


def set_event(scene: Standing, text: str, meaning: Understanding) -> bool:
    return read_set(scene, text) or _SHOWN(scene, text, meaning)


def call_list(scene: Standing, text: str, meaning: Understanding) -> bool:
    """Who is to be called; who was told and hasn't answered stands with the event."""
    show = _SHOWN if asks_who_answered(text) else _CALLS
    return show(scene, text, meaning)
