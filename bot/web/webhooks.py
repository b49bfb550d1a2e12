"""What platforms bring: proven by its secret, written down, and only then answered with 200."""

from __future__ import annotations

from collections.abc import Iterable

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.base import Channel, NotReadableError, Receive, UnprovenError, Webhook

log = structlog.get_logger()

WEBHOOKS = "/webhooks"
"""Below it stands a channel's name."""
MOST_BODY = 1024 * 1024
"""Bytes of the largest update that is taken."""


class WebhookPage:
    """The address to which a platform brings updates."""

    def __init__(self, name: str, webhook: Webhook, receive: Receive) -> None:
        self._name = name
        self._webhook = webhook
        self._receive = receive

    async def receive(self, request: Request) -> Response:
        """200 once the update is committed: the platform forgets it then."""
        if not self._webhook.admits(request.headers):
            raise HTTPException(401)
        body = await body_of(request)
        try:
            await self._webhook.take(request.headers, body, self._receive)
        except UnprovenError:
            raise HTTPException(401) from None
        except NotReadableError:
            raise HTTPException(400) from None
        except Exception as error:
            log.error("update not written down", channel=self._name, error=type(error).__name__)
            raise HTTPException(503) from None
        return JSONResponse({"ok": True})


def webhook_routes(channels: Iterable[Channel], receive: Receive) -> list[Route]:
    """The addresses of those channels whose platforms bring updates."""
    return [
        Route(
            f"{WEBHOOKS}/{channel.name}",
            WebhookPage(channel.name, channel.webhook, receive).receive,
            methods=["POST"],
        )
        for channel in channels
        if channel.webhook is not None
    ]


async def body_of(request: Request) -> bytes:
    """The body, read no further than its limit; raises HTTPException 413 beyond."""
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > MOST_BODY:
        raise HTTPException(413)
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > MOST_BODY:
                raise HTTPException(413)
    except ClientDisconnect:
        raise HTTPException(400) from None
    return bytes(body)
