"""Facts that are typed while a club must be chosen first: kept, and the choice is put again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot import buttons
from bot.buttons import read_button
from bot.conversations.effects import FindClub, Press
from bot.conversations.engine import Answers
from bot.conversations.registration import ANYBODY, OWN, keep_told, read_told
from bot.handlers.joining import register_called
from bot.handlers.scene import Standing
from bot.handlers.talk.screens import offer_again
from bot.language.phones import show_phone
from bot.language.text import fold
from bot.speech.show import show_birth
from bot.speech.translation import Listing, Phrase, say

_CHOOSES = (
    buttons.JoinClub,
    buttons.JoinWithCode,
    buttons.RegisterSelf,
    buttons.RegisterRelative,
)


def read_ahead(scene: Standing, text: str) -> bool:
    """ "ông cậu bốn hai", "tổ 3 ấp Hải Lạc" where it is asked which club, or who is to join."""
    last = scene.last
    if last is None or scene.is_asked:
        return False
    choices = [(label, read_button(value)) for row in last.rows for label, value in row]
    offered = [button for _, button in choices]
    if not any(isinstance(each, _CHOOSES) for each in offered):
        return False
    told = read_told(scene.turn, text)
    if told is None:
        return False
    called = keep_told(scene.turn, told)
    asked = next((each for each in offered if isinstance(each, buttons.RegisterRelative)), None)
    club = None if asked is None else scene.turn.uow.clubs.find(asked.club)
    if called not in (OWN, ANYBODY) and asked is not None and club is not None:
        # Whom it is of is a choice here: he is begun with.
        register_called(
            scene.services, scene.turn, club, asked.shared, (called,), further=asked.further
        )
        return True
    whom = () if called in (OWN, ANYBODY) else (called,)
    what = Listing((*whom, *_in_words(told.answers)))
    scene.turn.say(say("join.told", told=what))
    chooses_club = any(isinstance(each, buttons.JoinClub) for each in offered)
    if chooses_club and "address" in told.answers:
        place = told.answers["address"]
        there = [
            button
            for label, button in choices
            if isinstance(button, buttons.JoinClub) and fold(place) in fold(label)
        ]
        scene.turn.do(Press(there[0]) if len(there) == 1 else FindClub(place))
        return True
    return offer_again(scene)


def _in_words(answers: Answers) -> Iterator[Phrase | str]:
    if "full_name" in answers:
        yield answers["full_name"]
    if birth := answers.get("birth"):
        full = date.fromisoformat(birth["date"]) if birth["date"] else None
        shown = show_birth(birth["year"], full, birth["estimated"])
        yield say("join.told_birthday" if full else "join.told_birth", birth=shown)
    if "address" in answers:
        yield say("join.told_address", address_told=answers["address"])
    if "phone" in answers:
        yield say("join.told_phone", phone=show_phone(answers["phone"]))
