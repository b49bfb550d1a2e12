"""What an error means for a message: by Telegram's answer, else by what broke; never a token."""

from __future__ import annotations

import asyncio
import os
from datetime import timedelta

import httpx
from telegram import error as refusals
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    TelegramError,
)

from bot.channels.base import ChannelError
from bot.messages import NotSent, Outcome, Rejected, RetryAfter, Unknown

REFUSED_TOKEN_SECONDS = 60.0
TOKEN_REFUSED = "Telegram refuses the token (401): set BOT_TELEGRAM_TOKEN anew; trying again"  # noqa: S105
GONE = ("chat not found", "user not found", "peer_id_invalid", "bot can't initiate conversation")
"""Refusals with 400 that say that the person can't be reached, not that the message is wrong."""
# The library's own switch to times with a unit; without it each refusal warns of the change.
os.environ.setdefault("PTB_TIMEDELTA", "true")
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


class Outcomes:
    """Reads errors of sendings; remembers who was slowed down last."""

    def __init__(self) -> None:
        self._held_up: tuple[str, float] | None = None

    def of(self, error: Exception, chat: str) -> Outcome:
        """What became of a message to a chat."""
        if isinstance(error, refusals.RetryAfter):
            return self._flooded(error, chat)
        if isinstance(error, InvalidToken):
            return RetryAfter(REFUSED_TOKEN_SECONDS, everyone=True)
        if isinstance(error, Forbidden):
            return Rejected(error.message, permanent=True, blocked=True)
        if isinstance(error, ChatMigrated):
            return Rejected("the chat became a group's", permanent=True)
        if isinstance(error, BadRequest):
            gone = any(words in error.message.lower() for words in GONE)
            return Rejected(error.message, permanent=True, blocked=gone)
        if isinstance(error, FileNotFoundError):
            return Rejected("the file is no longer there", permanent=True)
        if isinstance(error, OSError):
            return NotSent(type(error).__name__)
        reason = reason_of(error)
        return NotSent(reason) if isinstance(error.__cause__, _NEVER_LEFT) else Unknown(reason)

    def _flooded(self, error: refusals.RetryAfter, chat: str) -> RetryAfter:
        """Telegram doesn't say whom it slows down: everybody, once a second chat is refused too."""
        seconds = seconds_of(error)
        now = asyncio.get_running_loop().time()
        held = self._held_up
        everyone = held is not None and held[0] != chat and now < held[1]
        self._held_up = (chat, now + seconds)
        return RetryAfter(seconds, everyone=everyone)


def reason_of(error: Exception) -> str:
    """What broke, by its kind alone: the library's own words may hold what the platform said."""
    cause = error.__cause__
    return type(cause if isinstance(cause, httpx.HTTPError) else error).__name__


def seconds_of(error: refusals.RetryAfter) -> float:
    """How many seconds a refusal asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def fault_of(error: Exception) -> str:
    """What is wrong with taking updates in, in words for the operator; never a value."""
    if isinstance(error, ChannelError):
        return str(error)
    if isinstance(error, Conflict):
        return (
            "another program takes this bot's updates (409): stop it, one bot has one poller; "
            "trying again"
        )
    if isinstance(error, InvalidToken):
        return TOKEN_REFUSED
    if isinstance(error, TelegramError | TimeoutError):
        return f"Telegram can't be reached or doesn't answer ({reason_of(error)}); trying again"
    return f"updates can't be written down ({type(error).__name__}); trying again"
