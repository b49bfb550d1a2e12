"""The first screen, and a club's own."""

from __future__ import annotations

from bot import buttons
from bot.buttons import Rows
from bot.conversations.turn import Turn
from bot.domain.membership import MembershipState
from bot.handlers.answers.screens import next_events
from bot.handlers.founding.lines import summary
from bot.handlers.joining import offer_registration
from bot.handlers.services import (
    Services,
    is_coordinator,
    may_found,
    organised_clubs,
)
from bot.speech.translation import say
from bot.storage.records import Club


def menu(services: Services, turn: Turn, *, greet: bool = False) -> None:
    """What this account can do now; known people see their next meeting first."""
    organised = organised_clubs(turn.uow, turn.account)
    spoken_for = turn.uow.people.of_account(turn.account.id)
    known = bool(spoken_for or organised)
    if known:
        next_events(services, turn, quietly=True, limit=1)
    rows: Rows = []
    left = services.engine.left(turn)
    if left:
        rows.append([(say("menu.continue"), buttons.Continue(left[0]))])
    rows += [
        [(say("menu.club", club=club.name), buttons.OpenClub(club.id))] for club in organised[:4]
    ]
    if may_found(turn.uow, turn.account):
        rows.append([(say("menu.found"), buttons.Found())])
    if is_coordinator(turn.uow, turn.account):
        rows.append([(say("menu.invite"), buttons.Invite())])
        rows.append([(say("menu.report"), buttons.Report())])
        rows.append([(say("menu.gaps"), buttons.Gaps())])
        rows.append([(say("menu.own_name"), buttons.OwnName())])
    guest = not organised and not is_coordinator(turn.uow, turn.account)
    if guest:
        if not spoken_for:
            rows.append([(say("menu.join"), buttons.Join())])
        if not spoken_for and not may_found(turn.uow, turn.account):
            rows.append([(say("menu.found"), buttons.Found())])
    rows.append([(say("menu.ask"), buttons.Ask("other"))])
    if spoken_for:
        rows.append([(say("menu.my_data"), buttons.MyData())])
        if guest:
            rows.append([(say("menu.join_more"), buttons.Join())])
    turn.offer(say("menu.hello" if greet else "menu.what"), *rows)


def menu_action(services: Services, turn: Turn) -> None:
    """Leave what is open and show the first screen."""
    services.engine.leave(turn, quietly=True)
    menu(services, turn)


def stay_action(services: Services, turn: Turn) -> None:
    """Nothing is changed: said, and what is open asked again, else the first screen."""
    turn.say(say("menu.unchanged"))
    if not services.engine.ask_again(turn):
        menu(services, turn)


def continue_action(services: Services, turn: Turn, conversation: str) -> None:
    """Go on where it was left."""
    if not services.engine.go_on(turn, conversation):
        turn.say(say("menu.nothing_left"))
        menu(services, turn)


def club_action(services: Services, turn: Turn, club: Club) -> None:
    """An organiser's screen of a club; for others, how to join."""
    if not turn.organises(club.id):
        offer_registration(turn, club)
        return
    waiting = turn.uow.clubs.count(club.id, [MembershipState.APPLIED, MembershipState.UNCONFIRMED])
    calls = turn.uow.notices.calls_open(club.id)
    turn.offer(
        summary(turn, club),
        [(say("club.founding"), buttons.Checklist(club.id))],
        [(say("club.members", count=waiting), buttons.Members(club.id))],
        [(say("club.events"), buttons.Events(club.id))],
        [(say("club.calls", count=calls), buttons.Calls(club.id))],
        [(say("members.join_code"), buttons.JoinCode(club.id))],
        [(say("club.co_organiser"), buttons.CoOrganiser(club.id))],
        [(say("club.announce"), buttons.Announce(club.id))],
        [(say("club.answers"), buttons.ClubAnswers(club.id))],
        [
            (
                say("standing.open_again" if club.closed else "standing.rest_or_end"),
                buttons.AskStanding(club.id),
            )
        ],
        [(say("engine.back_to"), buttons.by_words(buttons.Menu()))],
    )
