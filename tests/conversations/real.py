"""A chat over the real storage, through the real pipeline: for walks and for stored conversations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

import sqlalchemy as sa

from bot.app import build_program
from bot.buttons import Button, wire
from bot.channels.script import NAME
from bot.clock import VirtualClock
from bot.conversations.engine import Answers, Engine, Flow, Session, UnreadableSessionError
from bot.conversations.engine.fitting import read_session
from bot.conversations.sessions import AccountSessions
from bot.conversations.turn import Turn
from bot.handlers.feature import Action
from bot.handlers.guards import anyone
from bot.handlers.registry import ACTIONS
from bot.handlers.services import Services
from bot.messages import Address, Inbound, Incoming
from bot.settings import Settings
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork
from tests.conversations.prepared import NOW
from tests.conversations.walking import End, watched

ROSTER = Path(__file__).parent.parent / "scripts" / "roster.csv"

T = TypeVar("T")
ANSWERED = "mỗi tháng một lần"
"""Stands in the answer to the question that is asked in the middle."""


@dataclass(frozen=True)
class BeginWalk(Button, verb="walk"):
    """Begins the flow that is walked; pressed by nobody else."""


class RealChat:
    """One person and one flow."""

    def __init__(self, path: Path, flow: Flow, flows: tuple[Flow, ...], who: str = "tu") -> None:
        self.ends: list[End] = []
        self.flow = watched(flow, self.ends)
        self.who = who
        self.args: Answers = {}
        self.database = Database(f"sqlite+aiosqlite:///{path}", durable=False)
        self.database.keep_time(VirtualClock(NOW), "test")
        self.program = build_program(
            Settings(_env_file=None), self.database, [], files=path.parent / "files"
        )
        others = (each for each in flows if each.key != flow.key)
        self.program.pipeline.services.engine.flows = Engine([self.flow, *others]).flows
        self.offered: list[str] = []
        self.was_answered = False
        self.said: list[str] = []
        self._session: Session | None = None
        self._count = 0

    @property
    def services(self) -> Services:
        return self.program.pipeline.services

    async def run(self, work: Callable[[UnitOfWork], T]) -> T:
        """Look into the database."""
        return await self.database.run(work)

    def account(self, uow: UnitOfWork) -> int:
        """The number of the person's account."""
        found = uow.accounts.find(Address(NAME, self.who))
        assert found is not None
        return found.id

    async def begin(self) -> None:
        def start(services: Services, turn: Turn) -> None:
            services.engine.start(turn, self.flow.key, **self.args)

        ACTIONS[BeginWalk] = Action(start, anyone)
        try:
            await self.send(Incoming.PRESS, wire(BeginWalk()))
        finally:
            del ACTIONS[BeginWalk]

    async def send(self, kind: Incoming, text: str = "") -> None:
        self._count += 1
        update = Inbound(
            Address(NAME, self.who),
            kind,
            text,
            file_path=str(ROSTER) if kind is Incoming.FILE else None,
            file_name=ROSTER.name if kind is Incoming.FILE else None,
            update_key=f"u{self._count}",
        )
        await self.program.pipeline.receive([update])
        await self.program.pipeline.handle_next()
        texts = await self.run(self._look)
        assert texts, (self.flow.key, kind, text)
        self.was_answered = any(ANSWERED in text for text in texts)
        self.said = texts

    def _look(self, uow: UnitOfWork) -> list[str]:
        """What was said, as if it had arrived at once; and where the conversation stands now."""
        inbox, outbox = schema.inbox, schema.outbox
        failed = sa.select(inbox.c.error).where(inbox.c.state == "failed")
        assert uow.connection.execute(failed).scalars().all() == []
        account = self.account(uow)
        said = uow.connection.execute(
            sa.select(outbox.c.text, outbox.c.rows)
            .where(outbox.c.state == "queued", outbox.c.account_id == account)
            .order_by(outbox.c.id)
        ).all()
        uow.connection.execute(
            sa.update(outbox)
            .where(outbox.c.state == "queued")
            .values(state="sent", sent_at=uow.now)
        )
        for row in said:
            if row.rows:
                self.offered = [value for line in row.rows for _, value in line]
        stored = AccountSessions(uow, account).current()
        flows = self.services.engine.flows
        try:
            self._session = read_session(flows, stored.state) if stored else None
        except UnreadableSessionError:
            self._session = None
        return [row.text for row in said]

    async def session(self) -> Session | None:
        return self._session

    async def answers(self) -> Answers:
        session = self._session
        assert session is not None
        return await self.run(
            lambda uow: dict(self.flow.store.load(SimpleNamespace(uow=uow), session))
        )

    async def close(self) -> None:
        await self.database.close()
