"""Who was typed in by others and is no member asks a club to take him out.

The club's organisers look and answer; the reply is the same whether he is noted anywhere.
"""

from __future__ import annotations

from bot import buttons
from bot.conversations.effects import HandOver, TakeOut
from bot.conversations.turn import Turn
from bot.handlers.members.club_search import clubs_at
from bot.handlers.services import Services
from bot.speech.translation import say
from bot.storage.records import Person


def take_out_action(services: Services, turn: Turn) -> None:
    """Ask which club it is, and who."""
    services.engine.start(turn, "take_out")


def elsewhere_rows(turn: Turn, person: Person) -> buttons.Rows:
    """What is offered to a member, who may stand in what others typed in as well."""
    tie = turn.uow.people.tie(turn.account.id, person.id)
    if tie is None or not tie.is_self:
        return []
    return [[(say("take_out.elsewhere"), buttons.TakeMeOut())]]


def take_out(services: Services, turn: Turn, effect: TakeOut) -> None:
    """Hand the wish to the club's organisers; asked once more where it may be none or several."""
    clubs = clubs_at(services.plan, turn.uow.clubs.in_units(), effect.club).clubs
    if len(clubs) != 1:
        turn.offer(
            say("take_out.no_club" if not clubs else "take_out.several"),
            [(say("take_out.begin"), buttons.TakeMeOut())],
            [(say("engine.back_to"), buttons.Menu())],
        )
        return
    turn.do(HandOver(say("take_out.told", words=effect.words), clubs[0].id))
