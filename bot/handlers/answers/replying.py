"""The answer of those in charge to what somebody asked them past the bot."""

from __future__ import annotations

from bot.conversations.effects import EnquiryAnswered, Reply
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import account_name
from bot.delivery.telling import tell
from bot.handlers.acting import Refused, acting
from bot.handlers.answers import commands
from bot.handlers.answers.club_answers import offer_to_keep
from bot.handlers.services import Services
from bot.speech.translation import say


def send_reply(services: Services, turn: Turn, effect: Reply) -> None:
    """Answer somebody's question."""
    refused = commands.reply(acting(turn), effect.enquiry_id, effect.text)
    if refused is None:
        turn.say(say("person.reply_sent"))
        enquiry = turn.uow.conversations.enquiry(effect.enquiry_id)
        if enquiry is not None:
            offer_to_keep(turn, enquiry, effect.text)
    else:
        gone = refused is Refused.GONE
        turn.say(say("answer.gone" if gone else "engine.not_allowed"))


def tell_answered(services: Services, turn: Turn, effect: EnquiryAnswered) -> None:
    """Who asked reads the answer."""
    enquiry = turn.uow.conversations.enquiry(effect.enquiry_id)
    if enquiry is None:
        return
    account = turn.uow.accounts.get(enquiry.account_id)
    name = account_name(turn.uow, turn.account, say("person.someone"))
    letter = Letter(
        key=f"enquiry/{enquiry.id}/reply/{turn.now.isoformat()}",
        phrase=say("person.replied", contact=name, question=enquiry.text[:200], text=effect.text),
    )
    tell(turn.uow, account, services.zone, letter)
