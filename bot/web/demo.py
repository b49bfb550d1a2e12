"""The demonstration's page: two invented people side by side, and the clock that is moved.

None of it is reachable where the bot works for real: there are no routes for it.
"""

from __future__ import annotations

import json
from typing import Protocol
from zoneinfo import ZoneInfo

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from bot.channels.web import NAME
from bot.domain.founding import STEPS
from bot.domain.membership import MembershipState
from bot.domain.rights import AccountRole
from bot.handlers.founding.facts import steps_counted
from bot.speech.operators import staff_words
from bot.speech.show import show_moment
from bot.speech.translation import Listing, Phrase, say
from bot.storage.records import Account, Club
from bot.storage.unit_of_work import UnitOfWork
from bot.untyped import JsonObject
from bot.web.chat import STATIC, ChatPage
from bot.web.guards import HEADERS, guard_writing

DEMO_WORDS = (
    "demo.title", "demo.more", "demo.about", "demo.clock", "demo.day", "demo.week", "demo.moving",
    "demo.not_moved", "demo.who", "demo.somebody_new", "demo.newcomer", "demo.news", "demo.clubs",
    "page.larger", "page.smaller",
)  # fmt: skip
MOVES = (1, 7)
"""The days that the clock can be moved at once: a day, a week."""
ON_A_ROSTER = (
    MembershipState.UNCONFIRMED,
    MembershipState.APPLIED,
    MembershipState.ACTIVE,
)


class Demonstration(Protocol):
    """What the page may do with the demonstration."""

    async def move(self, days: int) -> None:
        """Let days pass; everything that is due on the way happens."""
        ...


class DemoPage:
    """The requests of the demonstration's page that are not those of a chat."""

    def __init__(self, chat: ChatPage, demonstration: Demonstration) -> None:
        self._chat = chat
        self._demonstration = demonstration

    async def page(self, request: Request) -> Response:
        """The page itself."""
        self._chat.guard(request)
        return FileResponse(STATIC / "demo.html", headers=HEADERS)

    async def state(self, request: Request) -> Response:
        """The page's words, what time it is, who there is, and how far the clubs are."""
        self._chat.guard(request)
        return JSONResponse(await self._state(), headers=HEADERS)

    async def clock(self, request: Request) -> Response:
        """Move the clock."""
        self._chat.guard(request)
        guard_writing(request)
        if not request.headers.get("content-type", "").startswith("application/json"):
            raise HTTPException(415)
        try:
            days = json.loads(await request.body())["days"]
        except (ValueError, KeyError, TypeError, RecursionError):
            raise HTTPException(400) from None
        if isinstance(days, bool) or days not in MOVES:
            raise HTTPException(400)
        await self._demonstration.move(int(days))
        return JSONResponse(await self._state(), headers=HEADERS)

    async def _state(self) -> JsonObject:
        return await self._chat.database.read(self._look)

    def _look(self, uow: UnitOfWork) -> JsonObject:
        settings = self._chat.settings
        speaker = staff_words(settings.locale)
        people = [
            (
                place,
                account.id,
                {
                    "id": account.external_id,
                    "name": account.name or speaker.text(say("demo.newcomer")),
                    "label": speaker.text(label),
                },
            )
            for account in uow.accounts.of_channel(NAME)
            for place, label in [_label(uow, account)]
        ]
        people.sort(key=lambda each: each[:2])
        return {
            "language": settings.locale,
            "words": {key: speaker.text(say(key)) for key in DEMO_WORDS},
            "now": speaker.text(say("demo.now", moment=_now(uow, settings.zone))),
            "people": [each for _, _, each in people],
            "first": _first(uow),
            "clubs": [speaker.text(_club_line(uow, club)) for club in _clubs(uow)],
        }


def _clubs(uow: UnitOfWork) -> list[Club]:
    """The clubs, those that began first before the others."""
    return sorted(uow.clubs.in_units(), key=lambda club: club.id)


def _now(uow: UnitOfWork, zone: ZoneInfo) -> Phrase:
    return show_moment(uow.now, zone)


def _label(uow: UnitOfWork, account: Account) -> tuple[int, Phrase]:
    """Who an account is in the demonstration, and its place among the others: by club."""
    name = account.name or say("demo.newcomer")
    organised: list[int] = []
    for role in uow.accounts.roles(account.id):
        if role.role is AccountRole.COORDINATOR:
            return 0, say("demo.person", name=name, what=say("demo.coordinator"))
        if role.club_id is not None:
            organised.append(role.club_id)
    if organised:
        club = uow.clubs.get(organised[0])
        return club.id, say("demo.person", name=name, what=say("demo.organiser", club=club.hamlet))
    people = uow.people.of_account(account.id)
    clubs = [
        membership.club_id
        for _, person in people
        for membership in uow.clubs.memberships_of(person.id)
    ]
    if not clubs:
        return _LAST, say("demo.person", name=name, what=say("demo.guest"))
    club = uow.clubs.get(clubs[0])
    if people[0][0].is_self:
        what = say("demo.member", club=club.hamlet)
    else:
        names = Listing(tuple(tie.called or person.full_name or "" for tie, person in people))
        what = say("demo.helper", who=names)
    return club.id, say("demo.person", name=name, what=what)


_LAST = 2**31


def _first(uow: UnitOfWork) -> list[str]:
    """Whom the page shows at first: an organiser, and somebody who speaks for his people."""
    for club in _clubs(uow):
        organisers = uow.accounts.organisers(club.id)
        members = [person.id for _, person in uow.clubs.roster(club.id)]
        ties = uow.people.accounts_of_each(members)
        helpers = [
            account
            for person in members
            for tie, account in ties.get(person, ())
            if not tie.is_self and account.channel == NAME
        ]
        if organisers and helpers:
            helper = min(helpers, key=lambda each: each.id)
            return [organisers[0].external_id, helper.external_id]
    return ["", ""]


def _club_line(uow: UnitOfWork, club: Club) -> Phrase:
    done, _ = steps_counted(uow, club.id)
    return say(
        "demo.club",
        club=club.hamlet,
        stage=say(f"stage.{club.stage}"),
        done=done,
        total=len(STEPS),
        members=uow.clubs.count(club.id, ON_A_ROSTER),
    )


def demo_routes(chat: ChatPage, demonstration: Demonstration) -> list[Route]:
    """The routes that only the demonstration has."""
    page = DemoPage(chat, demonstration)
    return [
        Route("/", page.page),
        Route("/demo/state", page.state),
        Route("/demo/clock", page.clock, methods=["POST"]),
    ]
