"""What follows from wishes about one's own data and messages."""

from __future__ import annotations

import re

from bot import buttons
from bot.conversations.clearing import TAKEN_OUT
from bot.conversations.effects import Press
from bot.domain.membership import PURPOSES
from bot.handlers.answers import enquiries
from bot.handlers.feature import Act
from bot.handlers.own_data import consents, member_data, personal, reminding
from bot.handlers.scene import Standing
from bot.intents.named import read_named
from bot.intents.scene import OWN
from bot.intents.understanding import About, Intent, Owned, Understanding
from bot.intents.wishes import Wish, WishReading
from bot.language.text import fold
from bot.speech.translation import say


def wish(wish: Wish) -> Act:
    def carry_out(scene: Standing, text: str, meaning: Understanding) -> bool:
        services, turn, people = scene.services, scene.turn, scene.people
        found = scene.meant(meaning.entities)
        if _names_another(scene, meaning) and member_data.of_a_member(scene, text, wish):
            return True
        if not people and scene.organised and _corrects_no_datum(meaning):
            # Who organises and stands on no list himself means what was said of the club.
            turn.do(Press(buttons.Checklist(scene.organised[0].id)))
            return True
        if people and wish in _CHANGES and _not_listed(scene, text):
            return True
        one = found[0] if len(found) == 1 and len(people) > 1 else None
        if people and not found:
            # Somebody whom the writer doesn't speak for: whose it is to be is asked.
            one = None
        what = meaning.entities.what if isinstance(meaning.entities, Owned) else None
        reading = WishReading(wish, what if wish is Wish.WITHDRAW and what in PURPOSES else None)
        if wish is Wish.DELETE and what in TAKEN_OUT:
            reading = WishReading(Wish.CLEAR, what=what)
        if not consents.carry_out(services, turn, reading, people, one):
            personal.my_data_action(services, turn)
        return True

    return carry_out


def _corrects_no_datum(meaning: Understanding) -> bool:
    """Whether something is to be put right, and no number or year of a person's."""
    what = meaning.entities.what if isinstance(meaning.entities, Owned) else None
    return meaning.intent is Intent.CORRECT_DATA and what is None


def _names_another(scene: Standing, meaning: Understanding) -> bool:
    """Whether somebody is named for whom the writer doesn't speak."""
    called = meaning.entities.person if isinstance(meaning.entities, About) else None
    return called not in (None, OWN) and not scene.meant(meaning.entities)


_CHANGES = (Wish.DELETE, Wish.LEAVE, Wish.CORRECT)
"""Wishes that change something of whom they name."""


def _not_listed(scene: Standing, text: str) -> bool:
    """Somebody is named who isn't on this phone: nothing of its own people is shown in his place."""
    named = read_named(text)
    known = scene.turn.uow.people.of_account(scene.turn.account.id)
    if not named or any(
        each.fits(person.full_name, person.sex, tie.called)
        for each in named
        for tie, person in known
    ):
        return False
    who = " ".join(named[0].typed)
    return enquiries.offer_word(
        scene.services,
        scene.turn,
        text,
        lambda contact: say("data.not_listed", who=who, contact=contact),
        (say("menu.my_data"), buttons.MyData()),
    )


def new_phone(scene: Standing, text: str, meaning: Understanding) -> bool:
    """Another number: of one of his own, else of a member of his club."""
    if not scene.people and member_data.of_a_member(scene, text, Wish.CORRECT):
        return True
    return wish(Wish.CORRECT)(scene, text, meaning)


def copy(scene: Standing, _text: str, meaning: Understanding) -> bool:
    services, turn = scene.services, scene.turn
    people = scene.meant(meaning.entities) or scene.people
    if not people:
        personal.my_data_action(services, turn)
    else:
        consents.for_whom(services, turn, people, buttons.Copy, personal.copy_action)
    return True


def mute(scene: Standing, _text: str, meaning: Understanding) -> bool:
    meant = scene.meant(meaning.entities)
    one = meant[0] if len(meant) == 1 < len(scene.people) else None
    personal.stop_messages(scene.services, scene.turn, one)
    return True


_REMINDING = re.compile(r"\b(?:nhac|bat|remind\w*|message\w*)\b")


def unmute(scene: Standing, text: str, _meaning: Understanding) -> bool:
    muted = scene.turn.account.muted_at is not None
    if not scene.people and not muted and not _REMINDING.search(fold(text)):
        # Nobody is reminded here: "mai tui nhắn lại" promises to write again.
        scene.turn.say(say("engine.kindly"))
    else:
        reminding.remind_again(scene.services, scene.turn)
    return True
