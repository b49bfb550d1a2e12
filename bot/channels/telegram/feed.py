"""How updates come in: polled, acknowledged only by the poll after the one that is written down.

With a webhook Telegram brings them, and there is nothing to do here but to say so once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.base import ChannelError
from bot.channels.telegram.channel import (
    TOKEN_REFUSED,
    Receive,
    TelegramChannel,
    Webhook,
    reason_of,
    seconds_of,
)

log = structlog.get_logger()

POLL_SECONDS = 25
"""How long Telegram holds a poll open while nothing comes."""
FIRST_CONTACT = 5.0
"""Seconds that Telegram gets to answer before the rest of the program starts without it."""
PAUSES = (1.0, 2.0, 5.0, 15.0, 30.0)
"""Seconds between tries while something fails; the last one repeats."""


@dataclass(frozen=True)
class Introduction:
    """What is said to Telegram once, and what it tells about the bot."""

    menus: Mapping[str | None, Sequence[tuple[str, str]]]
    """The commands with their words by language; those under None are for all others."""
    note_username: Callable[[str], Awaitable[None]]
    webhook: Webhook | None = None


class Feed:
    """The one way by which a bot's updates come in."""

    def __init__(
        self,
        channel: TelegramChannel,
        introduction: Introduction,
        *,
        poll_seconds: int = POLL_SECONDS,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self.channel = channel
        self._introduction = introduction
        self._poll_seconds = poll_seconds
        self._pauses = pauses
        self._introduced = False
        # Not stored: what was never acknowledged is delivered again, and known by its key.
        self._offset: int | None = None

    async def start(self) -> None:
        """Introduce the bot; raises ChannelError for a wrong token or webhook.

        A platform that can't be reached stops nothing else: `run` tries again.
        """
        try:
            await asyncio.wait_for(self._introduce(), FIRST_CONTACT)
        except (TelegramError, TimeoutError) as error:
            self._note(fault_of(error))

    async def _introduce(self) -> None:
        await self._introduction.note_username(await self.channel.identify())
        await self.channel.set_up(self._introduction.menus, self._introduction.webhook)
        self._introduced = True

    async def poll_once(self, receive: Receive, seconds: int | None = None) -> int:
        """One poll: everything that waits is written down in one transaction; how many updates.

        Raises what the platform or the storage raises; then the same updates come once more.
        """
        updates = await self.channel.poll(
            self._offset, self._poll_seconds if seconds is None else seconds
        )
        if updates:
            await self.channel.take_in(updates, receive)
            self._offset = 1 + max(map(_number, updates))
        return len(updates)

    async def run(self, receive: Receive) -> None:
        """Take updates in until cancelled; what fails is told once and tried again."""
        failures = 0
        while not self._introduced or self._introduction.webhook is None:
            try:
                if not self._introduced:
                    await self._introduce()
                else:
                    await self.poll_once(receive)
            except Exception as error:
                self._note(fault_of(error))
                pause = self._pauses[min(failures, len(self._pauses) - 1)]
                if isinstance(error, RetryAfter):
                    pause = max(pause, seconds_of(error))
                failures += 1
                await asyncio.sleep(pause)
            else:
                failures = 0
                self._note(None)

    def _note(self, fault: str | None) -> None:
        if fault == self.channel.fault:
            return
        self.channel.fault = fault
        if fault:
            log.error("updates don't come", channel=self.channel.name, fault=fault)
        else:
            log.info("updates come again", channel=self.channel.name)


def _number(raw: Any) -> int:
    return int(raw["update_id"])


def fault_of(error: Exception) -> str:
    """What is wrong, in words for the operator; never a value, never a token."""
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
