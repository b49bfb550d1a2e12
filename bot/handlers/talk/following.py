"""What follows from how somebody talks: ways around, courtesies, language and form."""

from __future__ import annotations

from bot.handlers.menu import menu
from bot.handlers.scene import Standing
from bot.handlers.talk.screens import (
    address_action,
    farewell,
    offer_again,
    read_address_form,
    speak,
)
from bot.intents.understanding import Addressed, Going, Spoken, Understanding, Way
from bot.intents.words import says_goodbye
from bot.language.address import read_form
from bot.speech.translation import say


def address_form(scene: Standing, text: str, meaning: Understanding) -> bool:
    wanted = meaning.entities.form if isinstance(meaning.entities, Addressed) else None
    if read_form(wanted or "") is None:
        address_action(scene.services, scene.turn)
        return True
    return read_address_form(scene, wanted or text)


def language(scene: Standing, _text: str, meaning: Understanding) -> bool:
    language = meaning.entities.language if isinstance(meaning.entities, Spoken) else None
    if language is None:
        return False
    if language == scene.turn.account.language:
        scene.turn.say(say("language.spoken"))
        return True
    speak(scene, language)
    return True


def navigate(scene: Standing, _text: str, meaning: Understanding) -> bool:
    services, turn = scene.services, scene.turn
    way = meaning.entities.to if isinstance(meaning.entities, Going) else None
    if way is Way.REPEAT and offer_again(scene):
        return True
    if way is Way.GO_ON:
        left = services.engine.left(turn)
        if left:
            services.engine.go_on(turn, left[0])
            return True
    if way is Way.HELP:
        turn.say(say("engine.help"))
    menu(services, turn)
    return True


def greet(scene: Standing, text: str, _meaning: Understanding) -> bool:
    if says_goodbye(text):
        farewell(scene)
    else:
        menu(scene.services, scene.turn, greet=True)
    return True
