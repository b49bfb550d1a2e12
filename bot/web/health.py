"""Whether the bot is well, for those who look after it: health, readiness and the metrics."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from datetime import datetime

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.care.metrics import Metrics
from bot.channels.base import Channel
from bot.handlers.ticks import TICKS, standing_still
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.measures import Tick
from bot.storage.unit_of_work import UnitOfWork
from bot.version import told_version
from bot.web.guards import comes_from_this_machine

LONGEST_WAIT = {"updates": 120.0, "messages": 600.0}
"""Seconds that the oldest update may wait to be handled, or the file that comes with it to be
fetched, and a message that is due to be sent.

A morning's reminders take minutes at a platform's pace; nobody waits so long for an answer.
"""


class HealthPage:
    """What monitoring asks for."""

    def __init__(self, settings: Settings, database: Database, channels: Iterable[Channel]) -> None:
        self._settings = settings
        self._database = database
        self._channels = list(channels)
        self._measured = Metrics()
        # What runs, though the files may be updated meanwhile.
        self._version = told_version()

    async def health(self, _request: Request) -> Response:
        """200 when database and ticks are well and no update waits for long, else 503 with why.

        Whoever restarts the bot asks this. A platform that can't be reached isn't mended by it.
        """
        return await self._tell(ready=False)

    async def readiness(self, _request: Request) -> Response:
        """200 when people are served over every channel too, else 503 with what holds them up."""
        return await self._tell(ready=True)

    async def _tell(self, *, ready: bool) -> Response:
        def work(uow: UnitOfWork) -> tuple[datetime, dict[str, Tick], dict[str, float]]:
            waiting = {
                "updates": uow.measures.oldest_waiting(),
                "messages": uow.measures.oldest_sendable(),
            }
            ages = {
                name: (uow.now - since).total_seconds() if since else 0.0
                for name, since in waiting.items()
            }
            return uow.now, uow.measures.ticks(), ages

        try:
            now, ticks, waiting = await asyncio.wait_for(self._database.read(work), 5)
        except Exception as error:
            wrong = [f"database: {type(error).__name__}"]
            return JSONResponse(
                {"status": "failing", "wrong": wrong, "version": self._version}, 503
            )
        wrong = _stopped(ticks, now) + _late(waiting, "updates")
        if ready:
            wrong += _late(waiting, "messages")
            wrong += [f"{each.name}: {each.fault}" for each in self._channels if each.fault]
        status = {
            "status": "failing" if wrong else "ok",
            "wrong": wrong,
            "seconds_waiting": {name: round(seconds, 1) for name, seconds in waiting.items()},
            "seconds_since_tick": {
                name: round((now - ticks[name].ran_at).total_seconds(), 1)
                for name in TICKS
                if name in ticks
            },
            "version": self._version,
        }
        return JSONResponse(status, 503 if wrong else 200)

    async def metrics(self, request: Request) -> Response:
        """Prometheus' text, for this machine unless it was switched on for others."""
        wanted = self._settings.metrics
        if wanted == "off" or (wanted is None and not comes_from_this_machine(request)):
            raise HTTPException(404)
        content = await self._database.read(self._measured.render)
        return Response(
            content, media_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"}
        )

    def routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route("/healthz", self.health),
            Route("/readyz", self.readiness),
            Route("/metrics", self.metrics),
        ]


def _stopped(ticks: Mapping[str, Tick], now: datetime) -> list[str]:
    """Ticks that stand still or fail."""
    still = [f"tick {name} stands still" for name in standing_still(ticks, now)]
    failing = {name: ticks[name].error for name in TICKS if name in ticks and ticks[name].error}
    return still + [f"tick {name} fails: {error}" for name, error in failing.items()]


def _late(waiting: Mapping[str, float], what: str) -> list[str]:
    """What waits longer than it may."""
    seconds = waiting[what]
    return [f"{what} wait for {seconds:.0f} seconds"] if seconds > LONGEST_WAIT[what] else []
