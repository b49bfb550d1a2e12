"""Who may ask for what: the page is for this machine alone unless it is opened on purpose."""

from __future__ import annotations

import re
from ipaddress import ip_address

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.messages import MOST_FILE
from bot.web.webhooks import MOST_BODY as MOST_UPDATE
from bot.web.webhooks import WEBHOOKS

MOST_BODY = 256 * 1024
_LOOPBACK = frozenset(("127.0.0.1", "localhost", "[::1]", "::1"))
_FORWARDED = re.compile(
    r"forwarded|via|x-forwarded.*|x-real-.*|x-original-.*|x-client-ip|x-cluster-client-ip"
    r"|true-client-ip|cf-.*|fastly-client-ip|x-envoy-.*|x-proxy.*|client-ip"
)
"""Headers that a proxy adds: the page is for this machine alone unless it is opened on purpose."""
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def asks_this_machine(request: Request) -> bool:
    """Whether a request names this machine as its host, and no proxy passed it on."""
    host = request.headers.get("host", "")
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    forwarded = any(_FORWARDED.fullmatch(each) for each in request.headers)
    return name.lower() in _LOOPBACK and not forwarded


def comes_from_this_machine(request: Request) -> bool:
    """Whether a request was made on this machine: what it says of itself isn't enough."""
    try:
        loopback = request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:
        return False
    return loopback and asks_this_machine(request)


def guard_writing(request: Request) -> None:
    """403 for what a page from elsewhere wants to be written."""
    origin = request.headers.get("origin")
    if origin is not None and origin.partition("://")[2] != request.headers.get("host"):
        raise HTTPException(403)


class BodyLimit:
    """Refuses bodies that are too large as they come, whatever length they announce."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, counting what its body has brought so far."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = MOST_BODY
        if scope["path"].endswith("/files"):
            limit = MOST_FILE + 64 * 1024
        elif scope["path"].startswith(f"{WEBHOOKS}/"):
            # It reads no further than its own limit, and only for who knows the secret.
            limit = MOST_UPDATE + 64 * 1024
        came = 0

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > limit:
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)
