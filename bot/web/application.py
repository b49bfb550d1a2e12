"""The web application: the chat page, the officers' pages, what platforms bring, the health check."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from bot.channels.base import Channel, Receive
from bot.channels.web import WebChannel
from bot.handlers.pipeline import Pipeline
from bot.settings import Settings
from bot.storage.database import Database
from bot.web.chat import ChatPage
from bot.web.demo import Demonstration, demo_routes
from bot.web.guards import BodyLimit
from bot.web.health import HealthPage
from bot.web.office import OfficePages
from bot.web.webhooks import webhook_routes


def build_web(
    settings: Settings,
    database: Database,
    pipeline: Pipeline,
    channel: WebChannel,
    receive: Receive,
    channels: Iterable[Channel] = (),
    demonstration: Demonstration | None = None,
) -> Starlette:
    """The application with its routes; with `demonstration` those of the demonstration.

    `channels` are those that were started: some have a webhook, each may have a fault to tell.
    """
    started = list(channels)
    chat = ChatPage(
        settings,
        database,
        pipeline.services.plan,
        Path(pipeline.services.files),
        channel,
        receive,
        demonstrates=demonstration is not None,
    )
    return Starlette(
        middleware=[Middleware(BodyLimit)],
        routes=[
            *webhook_routes(started, receive),
            *(demo_routes(chat, demonstration) if demonstration else [Route("/", chat.page)]),
            *chat.routes(),
            *OfficePages(settings, database).routes(),
            *HealthPage(settings, database, started).routes(),
        ],
    )
