"""Commands ask themselves who may: a page or a form that calls one needs no guard before it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest

from bot.conversations.effects import ChangeSeries, CorrectPerson, KeepName, Register, SetEvent
from bot.conversations.engine import Proof
from bot.domain.membership import MembershipState
from bot.handlers.acting import Acting, Refused
from bot.handlers.announcements import commands as announcements
from bot.handlers.answers import commands as answers
from bot.handlers.events import attendance, series
from bot.handlers.events import commands as events
from bot.handlers.members import (
    claims,
    list_lines,
    list_return,
    registration,
    roster,
    roster_import,
)
from bot.handlers.members import commands as members
from bot.handlers.own_data import commands as own_data
from bot.handlers.own_data import requests
from bot.messages import Address
from bot.plan.loader import load_plan
from bot.storage.records import Application, Club, Event, Membership, Occurrence, Person
from bot.storage.unit_of_work import UnitOfWork
from tests.conformance.test_storage import in_database
from tests.conftest import Talk
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import myself

PROOF = Proof(True, "aloud", "note_consent.answer.ask", "1")
SOON = datetime(2026, 12, 21, 2, tzinfo=UTC)


@pytest.fixture
def world(talk: Talk) -> Talk:
    """bà Sáu applied, a meeting is set, a stranger and a helper of nobody have greeted."""
    talk.club()
    myself(talk)
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    talk.text("sau", "gặp người phụ trách")
    talk.press("sau", "Nhắn giúp tôi")
    talk.text("la", "chào")
    return talk


class Things:
    """What the commands are about, as it stands in the database."""

    def __init__(self, acting: Acting) -> None:
        uow = acting.uow
        membership = uow.clubs.membership(1)
        application = uow.applications.latest(1)
        assert membership is not None
        assert application is not None
        self.acting = acting
        self.club: Club = uow.clubs.get(1)
        self.membership: Membership = membership
        self.application: Application = application
        self.person: Person = uow.people.get(1)
        self.occurrence: Occurrence = uow.events.occurrence(1)
        self.event: Event = uow.events.get(1)


Command = Callable[[Things], object]

OF_AN_ORGANISER: dict[str, Command] = {
    "decide": lambda on: members.decide(
        on.acting, on.membership, on.application, MembershipState.ACTIVE
    ),
    "note_death": lambda on: members.note_death(on.acting, on.membership, died=True),
    "renew_join_code": lambda on: members.renew_join_code(on.acting, on.club),
    "invite_co_organiser": lambda on: members.invite_co_organiser(on.acting, on.club),
    "claim": lambda on: claims.claim(on.acting, on.membership, on.membership, on.application),
    "deny": lambda on: claims.deny(on.acting, on.membership, on.application),
    "preview_file": lambda on: roster_import.preview_file(
        on.acting, on.club, Path("none.csv"), None
    ),
    "import_file": lambda on: roster_import.import_file(on.acting, on.club, Path("none.csv"), None),
    "answer_line": lambda on: list_lines.answer_line(on.acting, on.club, 2, "leave"),
    "take_back_import": lambda on: list_return.take_back_import(on.acting, on.club),
    "import_pending": lambda on: roster_import.import_pending(on.acting, on.club),
    "export": lambda on: roster.export(on.acting, on.club),
    "keep_name": lambda on: registration.keep_name(on.acting, KeepName(1, full_name="Lê Văn Tám")),
    "register": lambda on: registration.register(
        on.acting,
        Register(1, "organiser", {"full_name": "Lê Văn Tám"}, {}, {}, date(2026, 12, 1)),
    ),
    "set_event": lambda on: events.set_event(
        on.acting,
        SetEvent(1, "meeting", {"kind": "once", "date": "2026-12-24"}, "08:00", "nhà văn hóa"),
    ),
    "move": lambda on: events.move(on.acting, on.occurrence, SOON, None),
    "cancel": lambda on: events.cancel(on.acting, on.occurrence),
    "announce": lambda on: announcements.announce(on.acting, 1, "Mai nghỉ"),
    "change_series": lambda on: series.change(
        on.acting,
        on.event,
        ChangeSeries(1, {"kind": "weekday", "weekday": 6}, "08:00", "nhà văn hóa"),
    ),
    "end_series": lambda on: series.end(on.acting, on.event),
    "count_attended": lambda on: events.count_attended(on.acting, on.occurrence, 12),
    "answer_for": lambda on: events.answer_for(on.acting, on.occurrence, on.person, "yes"),
    "reply": lambda on: answers.reply(on.acting, 1, "Dạ có"),
}
OF_WHO_SPEAKS_FOR: dict[str, Command] = {
    "note": lambda on: attendance.note(on.acting, on.occurrence, [(on.person, "yes")]),
    "tell_death": lambda on: attendance.tell_death(on.acting, [on.person]),
    "note_copy": lambda on: own_data.note_copy(on.acting, on.person),
    "correct": lambda on: own_data.correct(on.acting, CorrectPerson(1, {"full_name": "Ai"})),
    "note_consent": lambda on: own_data.note_consent(
        on.acting, 1, 1, "reminders", PROOF, date(2026, 12, 1)
    ),
    "withdraw": lambda on: own_data.withdraw(on.acting, on.person, "reminders", None),
    "leave": lambda on: own_data.leave(on.acting, on.person, 1),
    "erase": lambda on: own_data.erase(on.acting, on.person),
    "ask": lambda on: requests.ask(on.acting, on.person, "delete"),
    "register_known": lambda on: registration.register(
        on.acting,
        Register(1, "self", {"full_name": "Ai"}, {}, {}, date(2026, 12, 1), known=1),
    ),
}


class _UndoneError(Exception):
    """What a command did is undone."""


def outcomes(world: Talk, who: str, commands: dict[str, Command]) -> dict[str, object]:
    """What each command returns to an account, apart from the others; never with what follows."""
    found: dict[str, object] = {}

    def one(uow: UnitOfWork, name: str) -> None:
        account = uow.accounts.find(Address("script", who))
        assert account is not None
        acting = Acting(uow, account, load_plan(), world.settings.zone)
        found[name] = commands[name](Things(acting))
        if isinstance(found[name], Refused):
            assert acting.effects == []
        raise _UndoneError

    def work(uow: UnitOfWork) -> None:
        uow = uow.at(datetime(2026, 12, 2, 2, tzinfo=UTC))
        for name in commands:
            fault = uow.apart(partial(one, uow, name))
            assert isinstance(fault, _UndoneError), (name, fault)

    in_database(world.settings, work)
    return found


def test_a_stranger_may_do_none_of_it(world: Talk) -> None:
    everything = OF_AN_ORGANISER | OF_WHO_SPEAKS_FOR
    assert outcomes(world, "la", everything) == dict.fromkeys(everything, Refused.NOT_YOURS)


def test_who_applied_does_nothing_of_an_organisers(world: Talk) -> None:
    refused = dict.fromkeys(OF_AN_ORGANISER, Refused.NOT_YOURS)
    assert outcomes(world, "sau", OF_AN_ORGANISER) == refused


def test_an_organiser_may(world: Talk) -> None:
    files = ("preview_file", "import_file")
    may = {name: each for name, each in OF_AN_ORGANISER.items() if name not in files}
    assert Refused.NOT_YOURS not in outcomes(world, "tu", may).values()


def test_who_speaks_for_her_may(world: Talk) -> None:
    assert Refused.NOT_YOURS not in outcomes(world, "sau", OF_WHO_SPEAKS_FOR).values()
