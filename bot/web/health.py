"""Whether the bot is well, for those who look after it: the health check and the metrics."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
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

    async def health(self, _request: Request) -> Response:
        """200 when database and ticks are well and nothing waits for long, else 503 with why."""

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

        wrong: list[str] = []
        try:
            now, ticks, waiting = await asyncio.wait_for(self._database.read(work), 5)
        except Exception as error:
            return JSONResponse(
                {"status": "failing", "wrong": [f"database: {type(error).__name__}"]}, 503
            )
        wrong += [f"tick {name} stands still" for name in standing_still(ticks, now)]
        wrong += [
            f"tick {name} fails: {ticks[name].error}"
            for name in TICKS
            if name in ticks and ticks[name].error
        ]
        wrong += [
            f"{name} wait for {seconds:.0f} seconds"
            for name, seconds in waiting.items()
            if seconds > LONGEST_WAIT[name]
        ]
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
        return [Route("/healthz", self.health), Route("/metrics", self.metrics)]
