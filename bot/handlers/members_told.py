"""What those who organise a club are told of one of its members."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.conversations.turn import Turn
from bot.delivery.letters import Letter
from bot.delivery.naming import roster_name
from bot.delivery.telling import tell_organisers
from bot.handlers.services import Services
from bot.speech.translation import About, Phrase


@dataclass(frozen=True)
class OfMember:
    """Who a letter is about: the membership, the name on the roster, the club's name."""

    id: int
    club_id: int
    who: Phrase | About | str
    club: str


def tell_of_member(
    services: Services,
    turn: Turn,
    membership_id: int,
    write: Callable[[OfMember], Letter],
    *,
    writer_too: bool = False,
) -> None:
    """Tell a club's organisers of a member what a letter says; of one who is gone nothing.

    Who acts knows it already, unless he is told as an organiser all the same (`writer_too`).
    """
    found = turn.uow.clubs.membership(membership_id)
    if found is None:
        return
    who = roster_name(turn.uow, turn.uow.people.get(found.person_id))
    letter = write(OfMember(found.id, found.club_id, who, turn.uow.clubs.get(found.club_id).name))
    besides = None if writer_too else turn.account.id
    tell_organisers(turn.uow, found.club_id, services.zone, letter, besides=besides)
