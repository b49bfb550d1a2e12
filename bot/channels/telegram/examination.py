"""What the doctor is told of Telegram: whether the token is right and the server one."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import httpx

from bot.channels.base import Examination, Finding, Level
from bot.channels.telegram.settings import PUBLIC_API, TelegramSettings
from bot.speech.translation import Phrase, say


async def examine(
    own: TelegramSettings, transport: httpx.AsyncBaseTransport | None, patience: float
) -> Examination:
    """Ask for the bot's name with its token; no error's text is told, the token stands in it."""
    token = own.telegram_token.get_secret_value() if own.telegram_token is not None else ""
    if not token:
        return _found(Level.OK, say("doctor.telegram_none"))
    root = own.telegram_api_url or PUBLIC_API
    server = urlsplit(root).netloc
    try:
        async with httpx.AsyncClient(transport=transport, timeout=patience) as client:
            answer = await client.get(f"{root}/bot{token}/getMe")
    except httpx.InvalidURL:
        return _found(Level.FAULT, say("doctor.telegram_token"))
    except httpx.HTTPError as error:
        kind = type(error).__name__
        return _found(Level.FAULT, say("doctor.telegram_unreachable", server=server, error=kind))
    return Examination((_judge(answer, server),), _date_of(answer))


def _found(level: Level, words: Phrase) -> Examination:
    return Examination((Finding(level, words),))


def _judge(answer: httpx.Response, server: str) -> Finding:
    body: Any = None
    try:
        body = answer.json()
        fine = body["ok"] is True and bool(body["result"]["is_bot"])
        refused = body["ok"] is False and body["error_code"] in (401, 404)
    except (ValueError, KeyError, TypeError, RecursionError):
        fine = refused = False
    if fine:
        name = str(body["result"].get("username", "?"))[:64]
        return Finding(Level.OK, say("doctor.telegram_ok", name=name, server=server))
    if refused:
        return Finding(Level.FAULT, say("doctor.telegram_token"))
    status = answer.status_code
    if status >= 500:
        return Finding(Level.FAULT, say("doctor.telegram_unreachable", server=server, error=status))
    return Finding(Level.FAULT, say("doctor.telegram_stranger", server=server, status=status))


def _date_of(answer: httpx.Response) -> datetime | None:
    """The server's clock, from the heading of its answer."""
    try:
        found = parsedate_to_datetime(answer.headers["date"])
    except (KeyError, ValueError, TypeError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
