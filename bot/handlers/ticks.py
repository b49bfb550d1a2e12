"""The ticks: each a function of the unit of work, run when something may be due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from time import perf_counter

from bot.handlers import registry
from bot.handlers.due import look
from bot.handlers.feature import Tick
from bot.handlers.services import Services
from bot.storage.database import Database
from bot.storage.measures import Tick as Ran
from bot.storage.unit_of_work import UnitOfWork

TICKS: dict[str, Tick] = {"due": Tick(look, 20), **registry.TICKS}
"""Every tick: what is due of any feature, then what features do besides."""


def standing_still(ran: Mapping[str, Ran], now: datetime) -> dict[str, datetime | None]:
    """The ticks that should have run since, and when they ran last; None is never."""
    found: dict[str, datetime | None] = {}
    for name, tick in TICKS.items():
        last = ran[name].ran_at if name in ran else None
        if last is None or now - last > timedelta(seconds=3 * tick.seconds + 60):
            found[name] = last
    return found


async def run_tick(database: Database, services: Services, name: str) -> int:
    """Run one tick in one transaction; how much there was to do, at most a batch of it.

    Several workers do it side by side; the one who comes first notes that it ran.
    """
    tick = TICKS[name]

    def work(uow: UnitOfWork) -> int:
        begun = perf_counter()
        notes = uow.installation.alone(f"noting/{name}")
        done = tick.run(services, uow)
        if notes:
            uow.installation.note_tick(name, seconds=round(perf_counter() - begun, 4))
        return done

    return await database.run(work)
