"""How updates come in: polled, acknowledged only by the poll after the one that is written down.

With a webhook Telegram brings them, and there is nothing to do here but to say so once.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import json
import re
from collections.abc import Callable, Mapping, Sequence

import structlog
from telegram.error import RetryAfter, TelegramError

from bot.channels.base import NotReadableError, Receive, Surroundings, Webhook
from bot.channels.telegram.api import BotApi
from bot.channels.telegram.outcomes import fault_of, seconds_of
from bot.channels.telegram.requests import TooDeepError
from bot.channels.telegram.settings import NAME
from bot.channels.telegram.updates import number_of, understand, unread
from bot.messages import Inbound

log = structlog.get_logger()

POLL_SECONDS = 25
"""How long Telegram holds a poll open while nothing comes."""
FIRST_CONTACT = 5.0
"""Seconds that Telegram gets to answer before the rest of the program starts without it."""
PAUSES = (1.0, 2.0, 5.0, 15.0, 30.0)
"""Seconds between tries while something fails; the last one repeats."""
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the header's name
_UPDATE_ID = re.compile(rb'"update_id"\s*:\s*(\d{1,18})\b')


class StuckError(Exception):
    """Updates came of which none has a number: asking again would bring the same for ever."""


class Feed:
    """The one way by which a bot's updates come in.

    `note` is told what is wrong, None when all is well again.
    """

    def __init__(
        self,
        api: BotApi,
        around: Surroundings,
        note: Callable[[str | None], None],
        *,
        poll_seconds: int = POLL_SECONDS,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._api = api
        self._around = around
        self._note = note
        self._poll_seconds = poll_seconds
        self._pauses = pauses
        self._introduced = False
        # Not stored: what was never acknowledged is delivered again, and known by its key.
        self._offset: int | None = None
        self._answering: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Introduce the bot; raises ChannelError for a wrong token or webhook.

        A platform that can't be reached stops nothing else: `run` tries again.
        """
        try:
            await asyncio.wait_for(self._introduce(), FIRST_CONTACT)
        except (TelegramError, TimeoutError) as error:
            self._note(fault_of(error))

    async def _introduce(self) -> None:
        await self._around.note_username(await self._api.username())
        await self._api.set_up(self._around.menus, self._around.webhook)
        self._introduced = True

    async def run(self, receive: Receive) -> None:
        """Take updates in until cancelled; what fails is told once and tried again."""
        failures = 0
        while not self._introduced or self._around.webhook is None:
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

    async def poll_once(self, receive: Receive, seconds: int | None = None) -> int:
        """One poll: everything that waits is written down in one transaction; how many updates.

        Raises what the platform or the storage raises; then the same updates come once more.
        """
        try:
            updates = await self._api.poll(
                self._offset, self._poll_seconds if seconds is None else seconds
            )
        except TooDeepError:
            return await self._poll_one(receive)
        if updates:
            await self.take_in(updates, receive)
            self._go_on_after(updates)
        return len(updates)

    def _go_on_after(self, updates: Sequence[object]) -> None:
        """Let the next poll acknowledge these; raises StuckError when it can't."""
        numbers = [number for each in updates if (number := number_of(each)) is not None]
        if not numbers:
            raise StuckError
        self._offset = 1 + max(numbers)

    async def _poll_one(self, receive: Receive) -> int:
        """The next update alone: what can't be read at all is put aside, the rest goes on."""
        try:
            updates = await self._api.poll(self._offset, 0, most=1)
        except TooDeepError as error:
            found = _UPDATE_ID.search(error.payload)
            if found is None:
                raise
            number = int(found.group(1))
            text = error.payload.decode("utf-8", "replace")
            await receive([unread(text, self._api.bot_id, number)])
            log.error("an update can't be read", channel=NAME)
            self._offset = 1 + number
            return 1
        if updates:
            await self.take_in(updates, receive)
            self._go_on_after(updates)
        return len(updates)

    async def take_in(self, updates: Sequence[object], receive: Receive) -> None:
        """Write updates down as they came, and only then stop the buttons' waiting.

        Whatever `receive` raises is raised: then nothing may be acknowledged.
        """
        understood = [understand(raw, self._api.bot_id) for raw in updates]
        kept: list[Inbound] = [each.inbound for each in understood if each.inbound is not None]
        if kept:
            await receive(kept)
        for each in understood:
            if each.callback is not None:
                task = asyncio.create_task(self._answer_button(each.callback))
                self._answering.add(task)
                task.add_done_callback(self._answering.discard)

    async def _answer_button(self, callback: str) -> None:
        # A button that is answered too late, or not at all, only spins a little longer.
        with contextlib.suppress(Exception):
            await self._api.call("answerCallbackQuery", callback_query_id=callback)

    async def stop(self) -> None:
        """Let go of buttons that still wait for an answer."""
        for task in list(self._answering):
            task.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)


class TelegramWebhook(Webhook):
    """The address to which Telegram brings updates, one a request."""

    def __init__(self, feed: Feed, secret: str, bot_id: int) -> None:
        self._feed = feed
        self._secret = secret.encode()
        self._bot_id = bot_id

    def admits(self, headers: Mapping[str, str]) -> bool:
        """Whether the secret stands in the heading."""
        return hmac.compare_digest(headers.get(SECRET_HEADER, "").encode(), self._secret)

    async def take(self, headers: Mapping[str, str], body: bytes, receive: Receive) -> None:
        """Write the update down; one that can't be read is put aside, or it would come for ever."""
        try:
            update = json.loads(body)
        except json.JSONDecodeError:
            raise NotReadableError from None
        except (ValueError, RecursionError):
            # Numbers without end, nested without end: JSON all the same.
            await receive([unread(body.decode("utf-8", "replace"), self._bot_id)])
            return
        await self._feed.take_in([update], receive)
