"""Readers of what was typed that belong to no one feature."""

from __future__ import annotations

from collections.abc import Callable

from bot import buttons
from bot.conversations.effects import Press
from bot.handlers.answers import enquiries
from bot.handlers.answers import screens as answers
from bot.handlers.answers.club_answers import answer_as_club
from bot.handlers.events.attendance_screens import read_alive, read_later
from bot.handlers.founding import screens as founding
from bot.handlers.menu import menu
from bot.handlers.office.screens import take_code
from bot.handlers.own_data import consents
from bot.handlers.scene import Standing
from bot.handlers.talk.screens import offer_again
from bot.intents.asking import looks_like_question
from bot.intents.live import Live, read_of_organiser, read_own
from bot.intents.unwell import feels_unwell
from bot.intents.words import Meaning, meaning_of
from bot.language.kinship import read_only_kin
from bot.language.text import single_line
from bot.speech.translation import say

LONGEST_MESSAGE = 4000
"""Characters that are read of one message; the rest would only be a paste gone wrong."""


def too_long(scene: Standing, _text: str) -> bool:
    """Say how long a message may be."""
    scene.turn.say(say("engine.too_long", longest=LONGEST_MESSAGE))
    if not scene.services.engine.ask_again(scene.turn):
        menu(scene.services, scene.turn)
    return True


def nothing(scene: Standing, _text: str) -> bool:
    """Say that nothing in it can be read."""
    scene.turn.say(say("engine.cannot_read"))
    scene.services.engine.ask_again(scene.turn)
    return True


def own_data(scene: Standing, text: str) -> bool:
    """A wish about one's own data."""
    return consents.read_wish(scene.services, scene.turn, text)


def alive(scene: Standing, text: str) -> bool:
    """Somebody who was told of as dead isn't."""
    return read_alive(scene.services, scene.turn, text)


def code(scene: Standing, text: str) -> bool:
    """A code, wherever it stands in a text."""
    return take_code(scene.services, scene.turn, text, certain=False)


def conversation(scene: Standing, _text: str) -> bool:
    """The open question reads its answer."""
    return scene.services.engine.handle(scene.turn)


def later(scene: Standing, text: str) -> bool:
    """Who puts off what was asked."""
    return read_later(scene.services, scene.turn, text, only_named=scene.last is not None)


def club_answer(scene: Standing, text: str) -> bool:
    """What the own club wrote to just this question."""
    return answer_as_club(scene.turn, text)


def own_club(scene: Standing, text: str) -> bool:
    """How many they are and how far they came, for who belongs to it."""
    asks = read_own(text)
    return asks is not None and answers.answer_own(scene.turn, asks)


def organised(scene: Standing, text: str) -> bool:
    """The same asked by who organises: his screen says it."""
    asks = read_of_organiser(text)
    club = scene.organised[0]
    if asks is Live.MEMBERS:
        scene.turn.do(Press(buttons.Members(club.id)))
    elif asks is Live.FOUNDING:
        scene.turn.do(Press(buttons.OpenClub(club.id)))
    return asks is not None


def steps(scene: Standing, text: str) -> bool:
    """A step of a founding, by its name."""
    return founding.read_request(scene.services, scene.turn, text)


def says_nothing(text: str) -> bool:
    """A lone word, or nothing but whom one has: "ba noi" asks for no article on grandmothers."""
    is_lone = len(single_line(text).split()) < 2 or bool(read_only_kin(text))
    return is_lone and not looks_like_question(text)


def not_understood(scene: Standing, text: str) -> bool:
    """Say so, and what can be done: first what was offered last, the second time the first screen."""
    scene.turn.say(say("engine.not_understood", typed=single_line(text)[:60]))
    shown = scene.shown[:2]
    was_repeated = len(shown) > 1 and shown[0].rows == shown[1].rows
    if was_repeated or not offer_again(scene):
        menu(scene.services, scene.turn)
    return True


def day(scene: Standing, text: str) -> bool:
    """What day it is."""
    answers.say_day(scene.turn, text)
    return True


def unwell(scene: Standing, text: str) -> bool:
    """Who is ill or sad."""
    enquiries.unwell(scene.services, scene.turn, text, feels_unwell(text) or "ill")
    return True


def question(scene: Standing, text: str) -> bool:
    """Whatever is left, as a question to the articles."""
    answers.answer(scene.services, scene.turn, text)
    return True


def says(*meanings: Meaning) -> Callable[[str], bool]:
    """Hears whole messages of these meanings alone."""
    return lambda text: meaning_of(text) in meanings
