"""Values out of an answer in people's words: a year, a day, an hour, a phone, a number, a name."""

from __future__ import annotations

import re
from datetime import date

from bot.intents.message import Message, read_message
from bot.intents.scene import Asked, Scene
from bot.intents.values.moments import read_day, read_hour
from bot.intents.values.numbers import read_count, read_sum
from bot.intents.values.persons import (
    read_full_name,
    read_own_called,
    read_own_sex,
    read_text,
)
from bot.intents.values.phones import read_own_phone
from bot.intents.values.reading import NOTHING, ValueReading
from bot.intents.values.years import read_year
from bot.language.patterns import Pattern


def read_value(message: Message, scene: Scene, today: date) -> ValueReading:
    """The value that an open question asks for, as its kind has it."""
    if scene.asked in _CORRECTED and (amended := _amended(message)):
        found = read_value(amended, scene, today)
        if found.value is not None:
            return found
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
    if scene.asked in (Asked.ADDRESS, Asked.TEXT, Asked.LIST):
        return read_text(message)
    return NOTHING


_CORRECTED = (Asked.YEAR, Asked.DATE, Asked.TIME, Asked.PHONE, Asked.NUMBER, Asked.MONEY)
_INSTEAD = Pattern(
    r"(?:\bsửa lại|\bsua lai|\bà lộn|\ba lon|\bà không|\bý lộn|\by lon|\blộn,|\blon,|\bnhầm,|\bà quên|\.\.\.\s*à|"
    r"\bkhông phải .{1,30}? mà(?: là)?|\bhong phai .{1,30}? ma(?: la)?|\bnói chơi,?|\bactually|\bchốt(?: lại)?(?: là)?|\b(?:tức|nghĩa) là|\btuc la|\bnghia la|\b(?:cộng lại|tính ra|vậy|tổng|đứa|người|nguoi|dua|cong lai|tinh ra) (?:là|la)(?= (?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|bon|nam|sau|bay|tam|chin|muoi|một|mot|\d))|\bvị chi|\bvi chi|\btổng cộng|\bla nua la|\bnua la|\bnữa là)\s+(?=\S)",
    re.IGNORECASE,
)


def _amended(message: Message) -> Message | None:
    """What stands after a correction within one answer: "10g sáng, sửa lại 9g30"."""
    found = list(_INSTEAD.finditer(message.text))
    if not found:
        return None
    rest = message.text[found[-1].end() :]
    return read_message(rest) if rest.strip() and not _INSTEAD.search(rest) else None
