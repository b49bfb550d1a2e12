"""What follows from each intent, for each role: what is said, what is stored, who is told.

A row an intent and a role. One database and one bot for all rows: what a row does is undone.
"""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.app import build_desk
from bot.clock import VirtualClock
from bot.handlers.pipeline import Pipeline
from bot.intents.understanding import Intent
from bot.messages import YES, Address, Inbound, Incoming
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork
from tests.conftest import Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import watched

ROLES = {"stranger": "la", "member": "sau", "relative": "hanh", "organiser": "tu", "coordinator": "minh"}  # fmt: skip
"""Who writes: sau for herself, hanh for her grandmother, tu organises, minh watches over the area."""
TABLE = [
    json.loads(line)
    for line in (Path(__file__).parent / "what_follows.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
"""A row an intent and a role: `said` is how the first message begins, `yes` what follows from that."""
MORNING = datetime.fromisoformat("2026-12-01T10:00:00+07:00")
_ANY = frozenset(("account", "conversation", "inbox", "outbox", "meta", "pace", "sqlite_sequence"))
"""Tables that any message may be written into."""


@dataclass(frozen=True)
class Follows:
    """What a message brought about: what its writer reads, whom else it reaches, what is stored."""

    said: str
    told: frozenset[str]
    stored: frozenset[str]
    yes: str | None = None
    """The value of the yes that it offers."""


class UndoneError(Exception):
    """Ends a transaction that was only to show what would be done."""


class Club:
    """People of every role; each text is given to the bot as if none had been before."""

    def __init__(self, settings: Settings) -> None:
        self._runner = asyncio.Runner()
        # At night nobody is woken, and what is said differs.
        self._database = Database(settings.database_url, clock=VirtualClock(MORNING))
        self._pipeline = Pipeline(self._database, build_desk(settings, self._database))

    def follows(self, role: str, typed: str) -> tuple[Follows, Follows | None]:
        """What follows at once, and what follows from the yes that is offered then."""
        who = ROLES[role]
        found: list[Follows] = []

        def work(uow: UnitOfWork) -> None:
            found.append(self._take(uow, who, Incoming.TEXT, typed))
            if found[0].yes is not None:
                found.append(self._take(uow, who, Incoming.PRESS, found[0].yes))
            raise UndoneError

        with pytest.raises(UndoneError):
            self._runner.run(self._database.run(work))
        return found[0], found[1] if len(found) > 1 else None

    def _take(self, uow: UnitOfWork, who: str, kind: Incoming, given: str) -> Follows:
        before, last = _rows(uow), _last_message(uow)
        uow.inbox.add([Inbound(Address("script", who), kind, text=given, update_key=kind.value)])
        row = uow.inbox.next()
        assert row is not None
        uow.inbox.close(row.id, "handled", read_by=self._pipeline._handle(uow, row))
        said = _messages(uow, last)
        after = _rows(uow)
        return Follows(
            "\n".join(text for to, text, _ in said if to == who),
            frozenset(to for to, _, _ in said if to != who),
            frozenset(name for name in after if after[name] != before[name]) - _ANY,
            next((value for to, _, rows in said if to == who for value in _yes_of(rows)), None),
        )

    def close(self) -> None:
        self._runner.run(self._database.close())
        self._runner.close()


def _rows(uow: UnitOfWork) -> dict[str, int]:
    """How many rows each table has."""
    connection = uow.connection
    names = connection.exec_driver_sql("select name from sqlite_master where type = 'table'")
    return {
        name: connection.exec_driver_sql(f'select count(*) from "{name}"').scalar_one()
        for (name,) in names.all()
    }


def _last_message(uow: UnitOfWork) -> int:
    return int(uow.connection.exec_driver_sql("select max(id) from outbox").scalar_one() or 0)


def _messages(uow: UnitOfWork, since: int) -> list[tuple[str, str, str]]:
    found = uow.connection.exec_driver_sql(
        "select external_id, text, rows from outbox join account on account.id = account_id"
        f" where outbox.id > {since} order by outbox.id"
    )
    return [(str(to), str(text), str(rows)) for to, text, rows in found.all()]


def _yes_of(rows: str) -> list[str]:
    return [value for line in json.loads(rows) for _, value in line if value.endswith(YES)]


@pytest.fixture(scope="module")
def club(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Club]:
    path = tmp_path_factory.mktemp("follows") / "bot.db"
    shutil.copyfile(empty_database, path)
    path.chmod(0o600)
    settings = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{path}")
    talk = Talk(settings)
    watched(talk)
    relative(talk, "bà ngoại", "Bà đây", "Lê Thị Ba", "1948", "Nữ")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    talk.text("la", "chào", "cảm ơn con")
    for who in ("sau", "hanh", "tu", "minh"):
        talk.text(who, "cảm ơn con")
    assert not talk.errors, talk.errors
    found = Club(settings)
    yield found
    found.close()


@pytest.mark.parametrize(
    "row", TABLE, ids=lambda row: f"{row['intent']}-{row['role']}-{row['text'][:12]}"
)
def test_what_follows(club: Club, row: dict[str, Any]) -> None:
    at_once, yes = club.follows(row["role"], row["text"])
    _compare(at_once, row)
    assert (yes is None) is ("yes" not in row)
    if yes is not None:
        _compare(yes, row["yes"])


def _compare(found: Follows, wanted: dict[str, Any]) -> None:
    assert found.said.startswith(wanted["said"]), found
    assert found.said
    assert sorted(found.told) == wanted["told"]
    assert sorted(found.stored) == wanted["stored"]


def test_each_intent_is_tried_by_each_role() -> None:
    assert {(row["intent"], row["role"]) for row in TABLE} == {
        (intent.value, role) for intent in Intent for role in ROLES
    }


def test_nothing_stays_of_a_row(club: Club) -> None:
    first = club.follows("member", "tui xin ra khỏi câu lạc bộ")
    assert club.follows("member", "tui xin ra khỏi câu lạc bộ") == first
