"""The ticks: each a function of the unit of work, run when something may be due."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from time import perf_counter

import structlog

from bot.handlers.due import look
from bot.handlers.keeping import sweep
from bot.handlers.services import Services
from bot.storage.database import Database
from bot.storage.measures import Tick
from bot.storage.unit_of_work import UnitOfWork

log = structlog.get_logger()


def care(services: Services, uow: UnitOfWork) -> int:
    """Forget what was said long ago, once: of several workers one does it; logged in numbers."""
    if not uow.installation.alone("tick/care"):
        return 0
    done = {name: count for name, count in sweep(services, uow).items() if count}
    if done:
        log.info("forgotten", **done)
    return sum(done.values())


TICKS: dict[str, tuple[Callable[[Services, UnitOfWork], int], int]] = {
    "due": (look, 20),
    "care": (care, 3600),
}
"""Each tick and the seconds between two of its runs."""


def standing_still(ticks: Mapping[str, Tick], now: datetime) -> dict[str, datetime | None]:
    """The ticks that should have run since, and when they ran last; None is never."""
    found: dict[str, datetime | None] = {}
    for name, (_, seconds) in TICKS.items():
        last = ticks[name].ran_at if name in ticks else None
        if last is None or now - last > timedelta(seconds=3 * seconds + 60):
            found[name] = last
    return found


async def run_tick(database: Database, services: Services, name: str) -> int:
    """Run one tick in one transaction; how much there was to do, at most a batch of it.

    Several workers do it side by side; the one who comes first notes that it ran.
    """
    tick, _ = TICKS[name]

    def work(uow: UnitOfWork) -> int:
        begun = perf_counter()
        notes = uow.installation.alone(f"noting/{name}")
        done = tick(services, uow)
        if notes:
            uow.installation.note_tick(name, seconds=round(perf_counter() - begun, 4))
        return done

    return await database.run(work)
