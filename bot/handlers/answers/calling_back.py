"""On which number somebody is called back: typed after the offer of a call, and said back."""

from __future__ import annotations

import re
from datetime import timedelta

from bot import buttons
from bot.buttons import Button, Pressable
from bot.conversations.turn import Turn
from bot.handlers.acting import acting
from bot.handlers.answers import enquiries
from bot.handlers.answers.aftercare_screens import after_danger_action
from bot.handlers.answers.commands import remember, remembered
from bot.handlers.scene import Standing, offered
from bot.handlers.services import Services
from bot.intents.values.phones import phones_in
from bot.language.phones import show_phone
from bot.language.text import fold
from bot.speech.translation import say

MOST_WORDS = 16
"""Words of a message that says a number to call; a longer one tells something else."""
STILL_MEANT = timedelta(hours=1)
"""How long after something was handed on a number still belongs to it."""
_ANOTHER = re.compile(r"\b(?:doi|sua|thay|so moi|so cu|bo so|cua (?:ba|ong|ma|me|cha|chi|anh))\b")
"""A number that is to be written down for somebody, and not one to call."""


def says_number(text: str) -> bool:
    """Whether a text gives a number to call."""
    return len(text.split()) <= MOST_WORDS and len(phones_in(text)) == 1


def read_number(scene: Standing, text: str) -> bool:
    """A number typed at the offer of a call, or right after somebody was asked to call."""
    services, turn = scene.services, scene.turn
    if _ANOTHER.search(fold(text)):
        return False
    sends = _what_sends(scene)
    if sends is None:
        return False
    phone = show_phone(phones_in(text)[0])
    _note(turn, phone)
    if isinstance(sends, buttons.AfterDanger):
        # Nobody who needs help now is asked again.
        after_danger_action(services, turn, sends.kind, "tell")
        turn.say(say("person.calls", phone=phone))
        return True
    contact = enquiries.who_is_called(services, turn, past=sends == buttons.Ask("above"))
    turn.offer(
        say("person.call_number", contact=contact, phone=phone),
        [
            (say("kinds.right"), buttons.yes(sends)),
            (say("person.other_number"), buttons.no(buttons.Ask("number"))),
        ],
    )
    turn.offered = True
    return True


def ask_number(services: Services, turn: Turn) -> None:
    """Which number it is, or none."""
    without: Pressable = buttons.Ask("hand_on")
    going_on = turn.sessions.current() is not None
    back = buttons.no(buttons.Ask("go_on") if going_on else buttons.Menu())
    turn.offer(
        say("person.which_number"),
        [(say("person.without_number"), without), (say("engine.back_to"), back)],
    )
    turn.offered = True


def _what_sends(scene: Standing) -> Button | None:
    """What would have those in charge call: the offer that was read last, else what was sent on."""
    last = scene.last
    if last is not None:
        asks = (each for each in offered(last, buttons.Ask) if each.what in ("hand_on", "above"))
        tells = (each for each in offered(last, buttons.AfterDanger) if each.answer == "tell")
        found: Button | None = next(asks, None) or next(tells, None)
        return found
    turn = scene.turn
    if scene.is_asked or not enquiries.in_charge(scene.services, turn).accounts:
        return None
    since = turn.now - STILL_MEANT
    was_sent = turn.uow.conversations.asked_since(turn.account.id, since)
    return buttons.Ask("hand_on") if was_sent else None


def _note(turn: Turn, phone: str) -> None:
    """Add the number to what will be handed on, in the place of one that was said before."""
    held = remembered(acting(turn)) or turn.text(say("person.wants_a_word"))
    begins = turn.text(say("person.call_at", phone="")).rstrip(". ")
    lines = [line for line in held.split("\n") if not line.startswith(begins)]
    remember(acting(turn), "\n".join([*lines, turn.text(say("person.call_at", phone=phone))]))
