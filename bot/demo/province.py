"""The sample province: five clubs at five stages, eighty invented people, on a file of its own."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path

from bot.app import build_program
from bot.clock import VirtualClock
from bot.demo.story import Scene, Stand, Storyteller
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.unit_of_work import UnitOfWork

FOLDER = Path(__file__).resolve().parent
SEED = "demo"
"""Codes are drawn from it: each demonstration is made the same."""
MARK = "demo"
"""What says in a database that it is a demonstration."""


@dataclass(frozen=True)
class Province:
    """What `province.toml` tells."""

    now: datetime
    people: Mapping[str, str]
    defaults: Mapping[str, Mapping[str, object]]
    clubs: Mapping[str, Mapping[str, Mapping[str, object]]]
    scenes: tuple[Scene, ...]


def read_province(path: Path = FOLDER / "province.toml") -> Province:
    """The story as it is written down."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    known = {each.name for each in fields(Scene)}
    for scene in told["scene"]:
        assert set(scene) <= known, scene
    scenes = tuple(Scene(**scene) for scene in told["scene"])
    return Province(told["now"], told["people"], told["founding"], told["club"], scenes)


async def tell_story(
    settings: Settings,
    files: Path,
    province: Province | None = None,
    *,
    told_so_far: Callable[[float], None] = lambda _: None,
) -> None:
    """Make the demonstration in an empty database; raises StoryError when it can't be told.

    `settings` name the database; `files` is where files lie that people send; `told_so_far` hears
    again and again how much of the story is told (0-1).
    """
    told = province or read_province()
    # Nobody waits for what is written while it is being made; a broken one is made anew.
    clock = VirtualClock(told.scenes[0].at)
    database = Database(settings.database_url, clock, seed=SEED, durable=False)
    try:
        await migrate(database)
        stand = Stand()
        # The people of the story speak Vietnamese, whatever the operator speaks.
        spoken = settings.model_copy(update={"locale": "vi"})
        program = build_program(spoken, database, [stand], paced=False, files=files)
        teller = Storyteller(
            program,
            stand,
            clock,
            names=told.people,
            defaults=told.defaults,
            clubs=told.clubs,
            lists=FOLDER / "lists",
        )
        for place, scene in enumerate(told.scenes, 1):
            await teller.play(scene)
            told_so_far(place / len(told.scenes))
        await teller.until(told.now)

        def finish(uow: UnitOfWork) -> None:
            uow.installation.note_virtual_time(clock.now())
            uow.installation.write(MARK, "1")

        await database.run(finish)
    finally:
        await database.close()
