"""What platforms bring: proven by its secret, written down, and only then answered with 200."""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

log = structlog.get_logger()

TELEGRAM_PATH = "/webhooks/telegram"
TELEGRAM_SECRET = "x-telegram-bot-api-secret-token"  # noqa: S105 - the header's name
MOST_BODY = 1024 * 1024
"""Bytes of the largest update that is taken."""

TakeIn = Callable[[Sequence[Any]], Awaitable[None]]
"""Writes updates down as they came; raises what the storage raises."""


class TelegramWebhook:
    """The address to which Telegram brings updates, one a request."""

    def __init__(self, secret: str, take_in: TakeIn) -> None:
        self._secret = secret.encode()
        self._take_in = take_in

    async def receive(self, request: Request) -> Response:
        """200 once the update is committed: Telegram forgets it then."""
        given = request.headers.get(TELEGRAM_SECRET, "").encode()
        if not hmac.compare_digest(given, self._secret):
            raise HTTPException(401)
        try:
            update = json.loads(await body_of(request))
        except (ValueError, RecursionError):
            raise HTTPException(400) from None
        try:
            await self._take_in([update])
        except Exception as error:
            log.error("update not written down", channel="telegram", error=type(error).__name__)
            raise HTTPException(503) from None
        return JSONResponse({"ok": True})


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
