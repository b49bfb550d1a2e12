"""What is said when somebody was written down, and who comes next."""

from __future__ import annotations

from bot.conversations.effects import KeepName, Register
from bot.conversations.registration.following import offer_another, offer_next
from bot.conversations.registration.places import is_family
from bot.conversations.turn import Turn
from bot.delivery.naming import contact_of
from bot.domain.membership import MembershipState
from bot.handlers.acting import Refused, acting
from bot.handlers.members import registration
from bot.handlers.members.screens import refusal_words
from bot.handlers.services import Services
from bot.speech.translation import say


def keep_name(services: Services, turn: Turn, effect: KeepName) -> None:
    """Keep the name of somebody who has not agreed yet; how it goes on was said with the question."""
    refused = registration.keep_name(acting(turn), effect)
    if refused is not None:
        turn.say(refusal_words(refused))


def register(services: Services, turn: Turn, effect: Register) -> None:
    """Say that somebody is written down, and what comes next."""
    found = registration.register(acting(turn), effect)
    if isinstance(found, Refused):
        turn.say(refusal_words(found))
        return
    club, who = found.club, str(effect.identity["full_name"])
    if not found.anew:
        turn.say(say("registration.updated", who=who))
        offer_next(turn, club)
    elif effect.mode == "self":
        turn.say(say("registration.sent_self", club=club.name, contact=contact_of(turn.uow, club)))
    elif effect.mode == "relative":
        turn.say(say("registration.sent_relative", who=effect.called, club=club.name))
        shared = found.person_id if is_family(effect.relation) else effect.shared_from
        offer_another(turn, club, shared=shared)
    else:
        total = turn.uow.clubs.count(club.id, [MembershipState.ACTIVE])
        turn.say(say("registration.written", who=who, count=total))
        offer_next(turn, club)
