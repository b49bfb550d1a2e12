"""Who and what conversations are about, by the names of a flow's arguments."""

from __future__ import annotations

import asyncio
import itertools
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.conversations.clearing import TAKEN_OUT
from bot.conversations.engine import Answers, Flow
from bot.conversations.organising import LINE_OPTIONS
from bot.domain.events import KINDS
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork
from tests.conversations.prepared import NOW, prepare
from tests.conversations.real import ROSTER
from tests.conversations.sayings import CannotBeWalkedError, sayings

ARGS: dict[str, tuple[Any, ...]] = {
    "club": (1,),
    "area": ("dat-do",),
    "count": (1,),
    "words": (None, "Mai nghỉ họp"),
    "mode": ("self", "relative", "organiser"),
    "kind": tuple(KINDS),
    "event": (1,),
    "occurrence": (1,),
    "step": ("founding_members",),
    "what": ("fewer", "skip"),
    "enquiry": (1,),
    "answer": (1,),
    "part": ("question", "answer"),
    "person": (1,),
    "datum": TAKEN_OUT,
    "membership": (1,),
    "purpose": ("circumstances",),
    "path": (str(ROSTER),),
    "file_name": (ROSTER.name,),
    "line": (1,),
    "asked": (None,),
    "group": (None,),
    "groups": ([[1, 1], [2, 1]],),
    "asks": tuple(LINE_OPTIONS),
    "options": (["leave", "1937"],),
}
"""What each argument that a flow begins with may be; a flow that needs another tells it here."""
GUESTS = ("self", "relative")
"""Modes in which somebody registers who is nobody here yet."""


@dataclass(frozen=True)
class Beginning:
    """A flow and what it begins with."""

    flow: Flow
    args: Answers
    who: str

    @property
    def name(self) -> str:
        """The flow, and what tells this beginning apart from its others."""
        told = [str(value) for key, value in self.args.items() if len(ARGS[key]) > 1]
        return "-".join([self.flow.key, *told])


def beginnings(flows: Iterable[Flow]) -> list[Beginning]:
    """Every way to begin every flow; raises CannotBeWalkedError for one that nobody can walk."""
    found = []
    for flow in flows:
        unknown = set(flow.args) - set(ARGS)
        if unknown:
            raise CannotBeWalkedError(f"{flow.key} begins with {unknown}: tell ARGS what they are")
        for _, step in flow.questions():
            if not step.is_list:
                sayings(step)
        for values in itertools.product(*(ARGS[name] for name in flow.args)):
            args = dict(zip(flow.args, values, strict=True))
            who = "guest" if args.get("mode") in GUESTS else "tu"
            found.append(Beginning(flow, args, who))
    return found


def step_of(flow: Flow) -> str | None:
    """The founding's step that a flow asks about."""
    key = flow.key.removeprefix("founding.")
    return None if key == flow.key else key


def without_step(uow: UnitOfWork, key: str) -> None:
    """A founding's step of which nothing is known yet."""
    for datum in uow.founding.data(1, key):
        if datum.field != "club_area":
            uow.founding.remove(1, key, datum.field, datum.item)


def add_occurrence(uow: UnitOfWork, day: str) -> None:
    """A meeting of the club on a day."""
    event = uow.events.add(
        club_id=1, kind="meeting", recurrence={"kind": "once", "date": day}, hour="08:00",
        place="nhà văn hóa", bring=None, places=None, created_by=1, extend_at=None,
    )  # fmt: skip
    starts_at = datetime.fromisoformat(f"{day}T08:00:00+07:00")
    uow.events.add_occurrence(
        event_id=event.id, club_id=1, nominal_on=starts_at.date(), starts_at=starts_at,
        place="nhà văn hóa", state="planned" if starts_at > NOW else "held", plan_version=1,
        plan_at=None,
    )  # fmt: skip


def fill(uow: UnitOfWork) -> None:
    """All that conversations may be about, for the organiser of the club."""
    uow.people.speak_for(1, 1, "self", is_self=True, told=True)
    uow.accounts.grant(1, "organiser", area="dat-do")
    uow.accounts.grant(1, "coordinator", area="dat-do")
    add_occurrence(uow, "2026-12-20")
    uow.conversations.add_enquiry(1, 1, "Họp ở đâu?")
    uow.club_answers.add(1, "Gửi xe ở đâu?", "Ngoài sân nhà văn hóa.", 1)


class Worlds:
    """Databases to begin with, made once and copied."""

    def __init__(self, empty: Path, folder: Path) -> None:
        self._empty = empty
        self._folder = folder
        self._made: dict[tuple[int, bool], Path] = {}

    def copy(self, target: Path, *, upto: int, filled: bool = True) -> Path:
        """A club whose founding is at a step; `filled` with all that can be talked about."""
        made = self._made.get((upto, filled))
        if made is None:
            made = self._folder / f"{upto}-{filled}.db"
            shutil.copyfile(self._empty, made)
            asyncio.run(self._make(made, upto, filled=filled))
            self._made[upto, filled] = made
        path = target / "bot.db"
        shutil.copyfile(made, path)
        return path

    @staticmethod
    async def _make(path: Path, upto: int, *, filled: bool) -> None:
        await prepare(path, upto=upto)
        if filled:
            database = Database(f"sqlite+aiosqlite:///{path}", durable=False)
            await database.run(fill)
            await database.close()
