"""What follows from words about events and who comes."""

from __future__ import annotations

from bot.handlers.answers import screens as answers
from bot.handlers.events.attendance_screens import bring_back
from bot.handlers.scene import Standing
from bot.intents.understanding import Inquired, Understanding
from bot.speech.translation import say


def alive(scene: Standing, _text: str, meaning: Understanding) -> bool:
    if not bring_back(scene.services, scene.turn, scene.meant(meaning.entities)):
        # Of nobody here it was said: that is no question for an article.
        scene.turn.say(say("deceased.nobody"))
    return True


def event_question(scene: Standing, _text: str, meaning: Understanding) -> bool:
    asks = meaning.entities.asks if isinstance(meaning.entities, Inquired) else None
    return answers.next_events(scene.services, scene.turn, bring=asks == "bring")
