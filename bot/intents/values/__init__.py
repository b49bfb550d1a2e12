"""Values out of an answer in people's words: a year, a day, an hour, a phone, a number, a name."""

from __future__ import annotations

from datetime import date

from bot.intents.message import Message, read_message
from bot.intents.scene import Asked, Scene
from bot.intents.values.amending import amended
from bot.intents.values.moments import read_day, read_hour
from bot.intents.values.numbers import read_count
from bot.intents.values.persons import (
    read_full_name,
    read_own_called,
    read_own_sex,
)
from bot.intents.values.phones import read_own_phone
from bot.intents.values.reading import NOTHING, ValueReading
from bot.intents.values.sums import read_sum, without_poor
from bot.intents.values.texts import read_address, read_text
from bot.intents.values.years import read_year, year_by_papers
from bot.language.patterns import Pattern


def read_value(message: Message, scene: Scene, today: date) -> ValueReading:
    """The value that an open question asks for, as its kind has it."""
    message = _without_writer(message, scene)
    if scene.asked is Asked.YEAR and (papers := year_by_papers(message, today)) is not None:
        return ValueReading(str(papers))
    if scene.asked is Asked.MONEY:
        message = without_poor(message)
    if scene.asked in _CORRECTED and (right := _put_right(message, scene, today)).value is not None:
        return right
    if scene.asked is Asked.YEAR:
        return read_year(message, today)
    if scene.asked is Asked.DATE:
        return read_day(message, today)
    if scene.asked is Asked.TIME:
        return read_hour(message)
    if scene.asked is Asked.PHONE:
        return read_own_phone(message.text)
    if scene.asked is Asked.NUMBER:
        return read_count(message)
    if scene.asked is Asked.MONEY:
        return read_sum(message)
    if scene.asked is Asked.SEX:
        return read_own_sex(message, scene)
    if scene.asked is Asked.CALLED:
        return read_own_called(message)
    if scene.asked is Asked.NAME:
        return read_full_name(message)
    if scene.asked is Asked.ADDRESS:
        return read_address(message)
    if scene.asked in (Asked.TEXT, Asked.LIST):
        return read_text(message)
    return NOTHING


_WRITER_BEFORE_NUMBER = Pattern(
    r"\b(?P<verb>cho|giup|gium|dum) ba (?=(?:\d|mot|hai|bon|nam|sau|bay|tam|chin)\b)"
)


def _without_writer(message: Message, scene: Scene) -> Message:
    """An answer without the bà, typed bare, for whom a number is: "cho ba hai trieu ruoi"."""
    numbers = (Asked.MONEY, Asked.NUMBER)
    if scene.asked not in numbers or not message.is_bare or not (scene.own or "").startswith("bà"):
        return message
    return read_message(_WRITER_BEFORE_NUMBER.sub(r"\g<verb> ", message.text))


_CORRECTED = (Asked.YEAR, Asked.DATE, Asked.TIME, Asked.PHONE, Asked.NUMBER, Asked.MONEY)


def _put_right(message: Message, scene: Scene, today: date) -> ValueReading:
    """What stands instead of something else within one answer: "10g sáng, sửa lại 9g30"."""
    for each in amended(message, scene.asked):
        rest = read_message(each.text)
        if not rest.words or rest == message:
            continue
        found = read_value(rest, scene, today)
        if found.value is None:
            continue
        if each.before is None or _holds_value(each.before, scene, today):
            return found
    return NOTHING


def _holds_value(text: str, scene: Scene, today: date) -> bool:
    before = read_message(text)
    return bool(before.words) and read_value(before, scene, today).value is not None
