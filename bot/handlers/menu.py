"""The first screen, joining a club, and a club's own screen."""

from __future__ import annotations

from typing import Any

from bot.conversations.permissions import is_organiser
from bot.conversations.registration import next_called, waits
from bot.conversations.turn import Turn
from bot.domain.membership import LIVING, MembershipState
from bot.domain.plan import Area
from bot.handlers.answers import next_events
from bot.handlers.desk import (
    Desk,
    is_coordinator,
    may_found,
    organised_clubs,
    unit_name,
)
from bot.handlers.founding import summary
from bot.speech.translation import say
from bot.storage.records import Club, Membership

Rows = list[list[tuple[Any, str]]]


def menu(desk: Desk, turn: Turn, *, greet: bool = False) -> None:
    """What this account can do now; known people see their next meeting first."""
    organised = organised_clubs(turn.uow, turn.account)
    spoken_for = turn.uow.people.of_account(turn.account.id)
    known = bool(spoken_for or organised)
    if known:
        next_events(desk, turn, quietly=True, limit=1)
    rows: Rows = []
    left = desk.engine.left(turn)
    if left:
        rows.append([(say("menu.continue"), f"continue/{left[0]}")])
    rows += [[(say("menu.club", club=club.name), f"club/{club.id}")] for club in organised[:4]]
    if may_found(turn.uow, turn.account):
        rows.append([(say("menu.found"), "found")])
    if is_coordinator(turn.uow, turn.account):
        rows.append([(say("menu.invite"), "invite")])
        rows.append([(say("menu.report"), "report")])
    guest = not organised and not is_coordinator(turn.uow, turn.account)
    if guest:
        if not spoken_for:
            rows.append([(say("menu.join"), "join")])
        if not spoken_for and not may_found(turn.uow, turn.account):
            rows.append([(say("menu.found"), "found")])
    rows.append([(say("menu.ask"), "ask/other")])
    if spoken_for:
        rows.append([(say("menu.my_data"), "mydata")])
        if guest:
            rows.append([(say("menu.join_more"), "join")])
    turn.offer(say("menu.hello" if greet else "menu.what"), *rows)


def menu_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """menu: leave what is open and show the first screen."""
    desk.engine.leave(turn, quietly=True)
    menu(desk, turn)


def continue_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """continue/<conversation>: go on where it was left."""
    if not desk.engine.go_on(turn, "/".join(args)):
        turn.say(say("menu.nothing_left"))
        menu(desk, turn)


def found_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """found: open a founding, or say who gives the code for it."""
    allowed = may_found(turn.uow, turn.account)
    if not allowed:
        turn.offer(
            say("found.needs_code"),
            [(say("found.how"), "article/founding-steps/0")],
            [(say("engine.back_to"), "menu")],
        )
        return
    desk.engine.start(turn, "open_founding", area=allowed[0])


def _open_clubs(turn: Turn) -> list[Club]:
    return [club for club in turn.uow.clubs.in_units() if not club.closed]


def join_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """join, join/<area>, join/<area>/<unit>: find a club to join."""
    clubs = _open_clubs(turn)
    if not clubs:
        turn.offer(
            say("join.no_club"),
            [(say("found.how"), "article/founding-steps/0")],
            [(say("engine.back_to"), "menu")],
        )
        return
    if len(args) < 1 and len(clubs) > 6:
        areas = [area for area in desk.plan.areas if _in_area(clubs, area)]
        turn.offer(
            say("join.which_area"),
            *[[(area.name, f"join/{area.id}")] for area in areas],
            [(say("join.have_code"), "joinwithcode")],
        )
        return
    if args:
        area = desk.plan.area(args[0])
        clubs = _in_area(clubs, area) if area else clubs
    rows: Rows = [
        [(say("join.club", club=club.name, unit=unit_name(desk, club.unit_code)),
          f"joinclub/{club.id}")]
        for club in clubs[:12]
    ]  # fmt: skip
    rows.append([(say("join.have_code"), "joinwithcode")])
    turn.offer(say("join.which_club"), *rows)


def _in_area(clubs: list[Club], area: Area) -> list[Club]:
    codes = {unit.code for unit in area.units}
    return [club for club in clubs if club.unit_code in codes]


def join_with_code(desk: Desk, turn: Turn, args: list[str]) -> None:
    """joinwithcode: say how a code is used."""
    turn.say(say("join.type_code"))


def join_club(desk: Desk, turn: Turn, args: list[str]) -> None:
    """joinclub/<club>: for whom is the registration?"""
    offer_registration(turn, turn.uow.clubs.get(int(args[0])))


def _own_membership(turn: Turn, club: Club) -> Membership | None:
    """Where whoever writes stands in a club himself; None where he may apply."""
    for own in turn.uow.people.selves_of(turn.account.id):
        membership = turn.uow.clubs.membership_of(club.id, own)
        if membership is not None and membership.state in LIVING:
            return membership
    return None


def offer_registration(turn: Turn, club: Club) -> None:
    """Ask for whom somebody registers; who is in already is told where that stands."""
    if club.closed:
        turn.say(say("join.closed", club=club.name))
        return
    rows: Rows = []
    if _own_membership(turn, club) is None:
        rows.append([(say("join.for_me"), f"register/self/{club.id}")])
    rows.append([(say("join.for_relative"), f"register/relative/{club.id}")])
    rows.append([(say("engine.back_to"), "menu")])
    turn.offer(say("join.for_whom", club=club.name), *rows)


def register_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """register/self|relative|organiser/<club>[/<person>], register/confirm/<club>/<membership>."""
    mode, club = args[0], turn.uow.clubs.get(int(args[1]))
    if mode not in ("self", "relative", "organiser", "confirm"):
        raise ValueError(mode)
    name = f"registration/{mode}/{club.id}"
    if mode in ("organiser", "confirm"):
        if not is_organiser(turn.uow, turn.account, club.id):
            turn.say(say("engine.not_allowed"))
            return
        if mode == "confirm":
            membership = turn.uow.clubs.membership(int(args[2]))
            if membership is None or membership.club_id != club.id or not waits(membership):
                turn.say(say("registration.gone"))
                return
            desk.engine.start(
                turn, "registration", name=name, mode="organiser", club=club.id,
                membership=membership.id,
            )  # fmt: skip
            return
    if club.closed:
        turn.say(say("join.closed", club=club.name))
        return
    if mode == "self":
        membership = _own_membership(turn, club)
        if membership is not None:
            turn.say(
                say(
                    "answer.registration",
                    who=say("registration.you"),
                    club=club.name,
                    state=say(f"membership.{membership.state}"),
                )
            )
            return
    more: dict[str, Any] = {}
    if mode == "relative" and len(args) > 2:
        people = {person.id for _, person in turn.uow.people.of_account(turn.account.id)}
        if args[2].isdecimal() and int(args[2]) in people:
            more["shared_from"] = int(args[2])
    if mode == "relative" and args[3:] == ["next"]:
        more["called"] = next_called(turn, club)
    desk.engine.start(turn, "registration", name=name, mode=mode, club=club.id, **more)


def register_called(desk: Desk, turn: Turn, value: str, called: str) -> None:
    """Begin with a relative whose name was typed where "Ghi tên cho người nhà" was offered.

    `value` is that choice: a/register/relative/<club>[/<person whose place is shared>].
    """
    args = value.removeprefix("a/register/").rstrip("!").partition("?")[0].split("/")
    club = turn.uow.clubs.get(int(args[1]))
    if club.closed:
        turn.say(say("join.closed", club=club.name))
        return
    more: dict[str, Any] = {}
    people = {person.id for _, person in turn.uow.people.of_account(turn.account.id)}
    if len(args) > 2 and args[2].isdigit() and int(args[2]) in people:
        more["shared_from"] = int(args[2])
    name = f"registration/relative/{club.id}"
    desk.engine.start(
        turn, "registration", name=name, mode="relative", club=club.id, called=called, **more
    )


def club_action(desk: Desk, turn: Turn, args: list[str]) -> None:
    """club/<id>: an organiser's screen of a club; for others, how to join."""
    club = turn.uow.clubs.get(int(args[0]))
    if not is_organiser(turn.uow, turn.account, club.id):
        offer_registration(turn, club)
        return
    waiting = turn.uow.clubs.count(
        club.id, [MembershipState.APPLIED.value, MembershipState.UNCONFIRMED.value]
    )
    calls = turn.uow.events.calls_open(club.id)
    turn.offer(
        summary(turn, club),
        [(say("club.founding"), f"founding/{club.id}")],
        [(say("club.members", count=waiting), f"members/{club.id}")],
        [(say("club.events"), f"events/{club.id}")],
        [(say("club.calls", count=calls), f"calls/{club.id}")],
        [(say("members.join_code"), f"joincode/{club.id}")],
        [(say("club.co_organiser"), f"coorganiser/{club.id}")],
    )
