"""A member's data in the hands of who organises his club: found by name, put right, taken out.

What only the member himself decides is asked of him first, as a helper's wish is.
"""

from __future__ import annotations

from typing import Literal

from bot import buttons
from bot.buttons import Rows
from bot.conversations.effects import Press
from bot.conversations.turn import Turn
from bot.delivery.naming import roster_name
from bot.handlers.accesses import note_access
from bot.handlers.acting import acting
from bot.handlers.members.roster import members_named
from bot.handlers.own_data import requests
from bot.handlers.own_data.personal import correct_action, delete_action, refusal_words
from bot.handlers.own_data.requests import Asked
from bot.handlers.own_data.withdrawals import say_asked
from bot.handlers.scene import Standing
from bot.handlers.services import Services
from bot.intents.named import read_named
from bot.intents.wishes import Wish
from bot.language.phones import show_phone
from bot.speech.translation import say
from bot.storage.records import Membership

MOST_SHOWN = 6
"""Members of one name who are shown as choices."""


def of_a_member(scene: Standing, text: str, wish: Wish) -> bool:
    """What an organiser wants of somebody on his rosters, by the name in a text; False for no name."""
    clubs = scene.organised
    named = read_named(text) if clubs else ()
    if not named:
        return False
    turn = scene.turn
    found = members_named(turn.uow, [club.id for club in clubs], named)
    if len(found) == 1 and wish is Wish.CORRECT:
        correct_action(scene.services, turn, found[0][1])
    elif len(found) == 1:
        turn.do(Press(buttons.MemberData(found[0][0].id)))
    else:
        shown = found[:MOST_SHOWN]
        for membership, person in shown:
            note_access(acting(turn), membership.club_id, [person], "search")
        rows: Rows = [
            [(roster_name(turn.uow, person), buttons.MemberData(membership.id))]
            for membership, person in shown
        ]
        on_list = [(say("deceased.on_list"), buttons.Names(clubs[0].id))]
        name = " ".join(named[0].typed)
        words = say("member_data.which") if found else say("member_data.nobody", name=name)
        turn.offer(words, *rows, on_list)
    return True


def member_data_action(services: Services, turn: Turn, membership: Membership) -> None:
    """A member as the roster has him, with what can be done."""
    person = turn.uow.people.get(membership.person_id)
    club = turn.uow.clubs.get(membership.club_id)
    note_access(acting(turn), club.id, [person], "member")
    turn.offer(
        say(
            "member_data.card",
            who=roster_name(turn.uow, person),
            club=club.name,
            lives=membership.address or "–",
            phone=show_phone(membership.phone) if membership.phone else "–",
        ),
        [(say("member_data.correct"), buttons.MemberWish(membership.id, "correct"))],
        [(say("members.read_consents"), buttons.ReadConsents(membership.id))],
        [(say("member_data.leave"), buttons.MemberWish(membership.id, "leave"))],
        [(say("member_data.delete"), buttons.MemberWish(membership.id, "delete"))],
        [(say("member_data.died"), buttons.DeathOf(membership.id))],
        [(say("engine.back_to"), buttons.Names(club.id))],
    )


def member_wish_action(
    services: Services,
    turn: Turn,
    membership: Membership,
    wish: Literal["correct", "leave", "delete"],
    sure: bool = False,
) -> None:
    """Put a member's data right, forget them, or take him out: what he decides is asked of him."""
    person = turn.uow.people.get(membership.person_id)
    if wish == "correct":
        correct_action(services, turn, person)
    elif wish == "delete":
        delete_action(services, turn, person)
    elif not sure:
        club = turn.uow.clubs.get(membership.club_id)
        turn.offer(
            say("member_data.leave_sure", who=roster_name(turn.uow, person), club=club.name),
            [
                (say("leave.yes"), buttons.yes(buttons.MemberWish(membership.id, "leave", True))),
                (say("leave.no"), buttons.no(buttons.MemberData(membership.id))),
            ],
        )
    else:
        outcome = requests.leave_or_ask(acting(turn), person, membership.club_id)
        if isinstance(outcome, Asked):
            say_asked(services, turn, person, outcome)
        elif outcome is not None:
            turn.say(refusal_words(outcome))
