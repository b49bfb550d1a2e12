"""The engine without a database: sessions, a founding's data and a chat in memory.

Every input is a turn of its own on what was written as JSON and read back.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from bot.conversations.engine import Answers, Engine, Flow, Session, Stored
from bot.conversations.engine.fitting import read_session
from bot.conversations.engine.storing import from_json, to_json
from bot.conversations.engine.surroundings import Surroundings
from bot.domain.founding import StepKey
from bot.intents.understanding import Understanding
from bot.messages import Address, Capabilities, Choice, Inbound, Incoming
from bot.speech.translation import Speaker
from tests.conversations.prepared import HELD, NOW, PEOPLE
from tests.conversations.walking import QUESTION, End, watched
from tests.domain.test_founding import DATA

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TODAY = NOW.date()


class MemorySessions:
    """The conversations of one account, as JSON texts."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, bool]] = {}
        self.number = 0

    def _read(self, name: str) -> Stored:
        text, is_open = self.kept[name]
        return Stored(name, json.loads(text), is_open)

    def current(self) -> Stored | None:
        found = next((name for name, (_, is_open) in self.kept.items() if is_open), None)
        return None if found is None else self._read(found)

    def find(self, name: str) -> Stored | None:
        return self._read(name) if name in self.kept else None

    def left(self) -> list[Stored]:
        names = [name for name, (_, is_open) in self.kept.items() if not is_open]
        return [self._read(name) for name in reversed(names)]

    def put(self, stored: Stored) -> None:
        if stored.is_open:
            self.kept = {name: (text, False) for name, (text, _) in self.kept.items()}
        self.kept.pop(stored.name, None)
        self.kept[stored.name] = (json.dumps(stored.state), stored.is_open)
        if not stored.name.startswith("@"):
            session = from_json(stored.state)
            again = from_json(json.loads(json.dumps(to_json(session))))
            assert again == session

    def drop(self, name: str) -> None:
        self.kept.pop(name, None)

    def highest_number(self) -> int:
        return self.number


@dataclass
class MemoryFounding:
    """A founding's data, one row a datum."""

    rows: dict[tuple[str, str, int], Any] = field(default_factory=dict)

    def data(self, club_id: int, step: str | None = None) -> list[SimpleNamespace]:
        return [
            SimpleNamespace(step=key, field=name, item=item, value=json.loads(value))
            for (key, name, item), value in sorted(self.rows.items())
            if step in (None, key)
        ]

    def put(
        self, club_id: int, step: str, name: str, value: Any, *, by: Any, item: int = 0
    ) -> None:
        self.rows[step, name, item] = json.dumps(value)

    def add_item(self, club_id: int, step: str, name: str, value: Any, *, by: Any) -> None:
        numbers = [number for key, other, number in self.rows if (key, other) == (step, name)]
        self.put(club_id, step, name, value, by=by, item=max(numbers, default=0) + 1)

    def remove(self, club_id: int, step: str, name: str, item: int = 0) -> None:
        self.rows.pop((step, name, item), None)

    @classmethod
    def besides(cls, left_out: StepKey) -> MemoryFounding:
        """A whole founding without one step's data."""
        found = cls()
        for step, fields in DATA.items():
            if step is left_out:
                continue
            for name, value in (fields | HELD.get(step, {})).items():
                if isinstance(value, list) and value and isinstance(value[0], dict):
                    for number, entry in enumerate(value, 1):
                        found.put(1, step.value, name, entry, by=1, item=number)
                else:
                    found.put(1, step.value, name, value, by=1)
        return found


def unit(founding: MemoryFounding) -> SimpleNamespace:
    """What the founding's questions read of a unit of work: a club and its five members."""
    people = [
        SimpleNamespace(id=number, shown_name=name, birth_year=1960)
        for number, name in enumerate(PEOPLE, 1)
    ]
    return SimpleNamespace(
        founding=founding,
        accounts=SimpleNamespace(
            roles=lambda _account: [SimpleNamespace(role="organiser", club_id=1, area=None)]
        ),
        clubs=SimpleNamespace(
            roster=lambda _club, _states: [(None, person) for person in people],
            get=lambda _club: SimpleNamespace(id=1, name="CLB", hamlet="ấp"),
            name_taken=lambda _area, _name, besides: False,
        ),
    )


@dataclass
class MemorySurroundings:
    """Answers one question, and notes what else was asked of it."""

    asked: list[str] = field(default_factory=list)

    def answer(self, text: str) -> None:
        self.asked.append(text)

    def answers_question(self, text: str) -> bool:
        if text == QUESTION:
            self.asked.append(text)
        return text == QUESTION

    def surely_asks(self, text: str) -> bool:
        return text == QUESTION

    def surely_tells(self, text: str, *, screens: bool) -> bool:
        return text == QUESTION

    def meaning(self, text: str) -> Understanding | None:
        return None

    def menu(self) -> None:
        self.asked.append("menu")

    def person_in_charge(self) -> None:
        self.asked.append("person in charge")


@dataclass
class MemoryTurn:
    """One input in memory."""

    inbound: Inbound
    sessions: MemorySessions
    uow: SimpleNamespace
    surroundings: Surroundings
    value: str = ""
    speaker: Speaker = field(default_factory=lambda: Speaker("vi", "bà", "con"))
    zone: ZoneInfo = ZONE
    offered: bool = False
    aside: bool = False
    capabilities: Capabilities = field(default_factory=Capabilities)
    account: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(id=1))
    said: list[tuple[str, list[list[Choice]]]] = field(default_factory=list)
    now: datetime = NOW
    local_now: datetime = NOW
    today: date = TODAY

    def organises(self, club_id: int) -> bool:
        """Who walks in memory may walk everything."""
        return True

    def speaks_for(self, person_id: int) -> bool:
        """Likewise."""
        return True

    def answers_enquiry(self, enquiry_id: int) -> bool:
        """Likewise."""
        return True

    def do(self, effect: object) -> None:
        """Nobody carries it out here."""

    def text(self, thing: object) -> str:
        return self.speaker.text(thing)

    def say(self, thing: object, rows: Sequence[Sequence[Choice]] = ()) -> None:
        self.said.append((self.text(thing), [list(row) for row in rows]))


class MemoryChat:
    """One person and one flow in memory."""

    def __init__(self, flow: Flow, founding: MemoryFounding | None = None, **args: Any) -> None:
        self.ends: list[End] = []
        self.flow = watched(flow, self.ends, finish=False)
        self.args = args
        self.sessions = MemorySessions()
        self.unit = unit(founding or MemoryFounding())
        self.surroundings = MemorySurroundings()
        self.offered: list[str] = []
        self.said: list[str] = []
        self.was_answered = False

    @property
    def engine(self) -> Engine:
        """A new engine: nothing is kept in one."""
        return Engine([self.flow])

    def turn(self, kind: Incoming = Incoming.TEXT, text: str = "") -> MemoryTurn:
        """A turn on what is stored."""
        path = "received/a.pdf" if kind is Incoming.FILE else None
        inbound = Inbound(Address("script", "tu"), kind, text, file_path=path, file_name=path)
        value = text if kind is Incoming.PRESS else ""
        return MemoryTurn(inbound, self.sessions, self.unit, self.surroundings, value)

    def _spoke(self, turn: MemoryTurn) -> None:
        self.sessions.number += len(turn.said)
        self.said = [text for text, _ in turn.said]
        for _, rows in turn.said:
            if rows:
                self.offered = [choice.value for row in rows for choice in row]

    async def begin(self) -> None:
        turn = self.turn()
        self.engine.start(turn, self.flow.key, **self.args)
        self._spoke(turn)

    async def send(self, kind: Incoming, text: str = "") -> None:
        before = len(self.surroundings.asked)
        turn = self.turn(kind, text)
        assert self.engine.handle(turn), (kind, text)
        self._spoke(turn)
        self.was_answered = QUESTION in self.surroundings.asked[before:]

    async def session(self) -> Session | None:
        stored = self.sessions.current()
        return None if stored is None else read_session({self.flow.key: self.flow}, stored.state)

    async def answers(self) -> Answers:
        session = await self.session()
        assert session is not None
        return dict(self.flow.store.load(self.turn(), session))
