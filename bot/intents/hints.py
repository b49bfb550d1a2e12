"""What patterns and readers make of a message, as hints to the classifier and to the arbiter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from bot.intents.choices import ChoiceReading, read_choice
from bot.intents.codes import find_code
from bot.intents.message import Message
from bot.intents.patterns import Heard, heard
from bot.intents.replies import leaning, said
from bot.intents.scene import Asked, Scene
from bot.intents.understanding import Intent, Said, Secret
from bot.intents.values import read_value
from bot.intents.values.phones import phones_in
from bot.intents.values.reading import NOTHING, ValueReading

DEFAULT_DAY = date(2026, 12, 1)
"""Seen from here where a scene has no time: only ages and days depend on it."""

CLOSED = (Asked.CONFIRM, Asked.REVIEW, Asked.CONSENT, Asked.ATTENDANCE)
"""Kinds that are answered with yes or no, in any words."""


class Hints(NamedTuple):
    """What was found in a message whose scene is known."""

    said: Said | None
    leaning: Said | None
    choice: ChoiceReading
    value: ValueReading
    code: str | None
    secret: Secret | None
    phones: tuple[str, ...]
    heard: tuple[Heard, ...] = ()

    def names(self, scene: Scene) -> Iterator[str]:
        """The hints as words for the classifier."""
        yield f"said {self.said}"
        yield f"leaning {self.leaning}"
        if scene.choices:
            state = "beyond" if self.choice.beyond else len(self.choice.labels) == 1
            yield f"choice {state} {self.choice.is_sure} {self.choice.by_number}"
        if scene.asked:
            yield f"value {scene.asked} {self.value.value is not None} {self.value.is_sure}"
        if self.code:
            yield "code"
        for each in self.heard:
            yield f"heard {each.name}"
        if self.phones:
            yield f"phones {min(len(self.phones), 2)}"


def today_of(scene: Scene) -> date:
    """The day of a scene in its own zone."""
    return scene.now.date() if scene.now else DEFAULT_DAY


@lru_cache(maxsize=256)
def hints_of(message: Message, scene: Scene) -> Hints:
    """The hints of a message."""
    choice = ChoiceReading()
    if scene.choices and scene.asked is not Asked.SEX:
        choice = read_choice(message, scene.choices, several=scene.asked is Asked.SEVERAL)
    value = NOTHING
    short = len(message.words) <= 60
    if short and scene.asked and scene.asked not in (*CLOSED, Asked.CHOICE, Asked.SEVERAL):
        value = read_value(message, scene, today_of(scene))
    found = heard(message)
    digits = sum(letter.isdigit() for letter in message.text[:400])
    return Hints(
        said=said(message),
        leaning=leaning(message) if short else None,
        choice=choice,
        value=value,
        code=find_code(message) if digits or message.text.isupper() else None,
        secret=next((Secret(h.part) for h in found if h.intent is Intent.SECRET and h.part), None),
        heard=found,
        phones=tuple(phones_in(message.text[:400]))
        if digits >= 7 or len(message.words) >= 9
        else (),
    )
