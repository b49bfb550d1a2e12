"""Telegram's adapter: sends through python-telegram-bot, takes updates in for polling and webhook.

Of python-telegram-bot its `Bot` and its types are used; its Updater acknowledges an update
before anybody has seen it, so taking in is ours.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import structlog
from telegram import (
    Bot,
    BotCommand,
    Document,
    InlineKeyboardMarkup,
    InputFile,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram import error as refusals
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.channels.base import ChannelError
from bot.channels.files import keep_file
from bot.channels.telegram.updates import ALLOWED_UPDATES, NAME, Understood, button, understand
from bot.messages import (
    MOST_FILE,
    NOT_FETCHED,
    TOO_BIG,
    Inbound,
    NotSent,
    Outbound,
    OutboundFile,
    Outcome,
    Rejected,
    RetryAfter,
    Sent,
    Unknown,
)
from bot.speech.cutting import split_text, utf16_length

log = structlog.get_logger()

PUBLIC_API = "https://api.telegram.org"
CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 10.0
"""How long an answer to a call is waited for; then it isn't known whether it arrived."""
UPLOAD_SECONDS = 30.0
FETCH_SECONDS = 20.0
"""How long a file is fetched that a person sent: the updates beside it wait for it."""
FETCHES = 4
"""How many files are fetched at once: each is held in memory."""
REFUSED_TOKEN_SECONDS = 60.0
TOKEN_REFUSED = "Telegram refuses the token (401): set BOT_TELEGRAM_TOKEN anew; trying again"  # noqa: S105
GONE = ("chat not found", "user not found", "peer_id_invalid", "bot can't initiate conversation")
"""Refusals with 400 that say that the person can't be reached, not that the message is wrong."""

# The library's own switch to times with a unit; without it each refusal warns of the change.
os.environ.setdefault("PTB_TIMEDELTA", "true")

Receive = Callable[[Sequence[Inbound]], Awaitable[None]]


@dataclass(frozen=True)
class Webhook:
    """Where Telegram brings updates to, and the secret by which it is known."""

    url: str
    secret: str


class TelegramChannel:
    """One bot on Telegram."""

    name = NAME

    def __init__(
        self,
        token: str,
        files: Path,
        *,
        api_url: str | None = None,
        answer_seconds: float = ANSWER_SECONDS,
    ) -> None:
        root = api_url or PUBLIC_API
        self._files = files
        self.bot_id = int(token.partition(":")[0])
        self.fault: str | None = None
        """What is wrong with the channel now, in words for the operator."""
        self._updates = HTTPXRequest(connection_pool_size=2, connect_timeout=CONNECT_SECONDS)
        self._calls = HTTPXRequest(
            connection_pool_size=32,
            connect_timeout=CONNECT_SECONDS,
            read_timeout=answer_seconds,
            write_timeout=answer_seconds,
            media_write_timeout=UPLOAD_SECONDS,
        )
        self._bot = Bot(
            token,
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=self._calls,
            get_updates_request=self._updates,
        )
        self._fetching = asyncio.Semaphore(FETCHES)
        self._answering: set[asyncio.Task[None]] = set()
        self._held_up: tuple[str, float] | None = None

    # Setting up

    async def identify(self) -> str:
        """The bot's user name.

        Raises ChannelError when Telegram refuses the token, TelegramError when it isn't reached.
        """
        try:
            me = await self._bot.get_me()
        except InvalidToken:
            raise ChannelError(
                "BOT_TELEGRAM_TOKEN: Telegram refuses this token; BotFather shows the right one "
                "(/mybots, then API Token)"
            ) from None
        return me.username or ""

    async def set_up(
        self,
        menus: Mapping[str | None, Sequence[tuple[str, str]]],
        webhook: Webhook | None = None,
    ) -> None:
        """Say how updates come, and which commands the menu shows in each language.

        Raises ChannelError when Telegram refuses the webhook, TelegramError otherwise.
        """
        if webhook is None:
            await self._bot.delete_webhook()
        else:
            try:
                await self._bot.set_webhook(
                    webhook.url, secret_token=webhook.secret, allowed_updates=ALLOWED_UPDATES
                )
            except BadRequest as error:
                raise ChannelError(
                    f"BOT_PUBLIC_URL: Telegram refuses {webhook.url}: {error.message}"
                ) from None
        for language, commands in menus.items():
            await self._bot.set_my_commands(
                [BotCommand(name, words) for name, words in commands], language_code=language
            )

    async def close(self) -> None:
        """Let go of connections."""
        for task in list(self._answering):
            task.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)
        await asyncio.gather(self._updates.shutdown(), self._calls.shutdown())

    # Taking in

    async def poll(self, offset: int | None, seconds: int) -> list[Any]:
        """Updates that wait, as they come over the line; raises TelegramError.

        `Bot.get_updates` reads all of them at once, so that one it can't read would lose the
        rest: here they stay as they are, and `take_in` reads each for itself.
        """
        asked: dict[str, Any] = {
            "timeout": seconds,
            "limit": 100,
            "allowed_updates": json.dumps(ALLOWED_UPDATES),
        }
        if offset is not None:
            asked["offset"] = offset
        address = httpx.URL(f"{self._bot.base_url}/getUpdates", params=asked)
        result: Any = await self._updates.post(str(address), read_timeout=seconds + ANSWER_SECONDS)
        return list(result)

    async def take_in(self, updates: Sequence[Any], receive: Receive) -> None:
        """Fetch the files, write the updates down, and only then stop the buttons' waiting.

        Whatever `receive` raises is raised: then nothing may be acknowledged.
        """
        understood = [understand(raw, self.bot_id) for raw in updates]
        inbounds = await asyncio.gather(*map(self._with_file, understood))
        kept = [inbound for inbound in inbounds if inbound is not None]
        if kept:
            await receive(kept)
        for each in understood:
            if each.callback is not None:
                task = asyncio.create_task(self._answer_button(each.callback))
                self._answering.add(task)
                task.add_done_callback(self._answering.discard)

    async def _answer_button(self, callback: str) -> None:
        # A button that is answered too late only spins a little longer.
        with contextlib.suppress(TelegramError):
            await self._bot.answer_callback_query(callback)

    async def _with_file(self, understood: Understood) -> Inbound | None:
        inbound, document = understood.inbound, understood.document
        if inbound is None or document is None:
            return inbound
        if (document.file_size or 0) > MOST_FILE:
            return replace(inbound, text=TOO_BIG)
        try:
            async with asyncio.timeout(FETCH_SECONDS), self._fetching:
                content = await self._fetch(document)
            if len(content) > MOST_FILE:
                return replace(inbound, text=TOO_BIG)
            path = await keep_file(self._files, inbound.file_name or "file", content)
        except (TelegramError, TimeoutError, OSError) as error:
            log.warning("a file was not fetched", channel=NAME, error=type(error).__name__)
            return replace(inbound, text=NOT_FETCHED)
        return replace(inbound, file_path=str(path))

    async def _fetch(self, document: Document) -> bytes:
        file = await self._bot.get_file(document.file_id)
        return bytes(await file.download_as_bytearray())

    # Sending

    async def send(self, message: Outbound) -> Outcome:
        """Send one message; what became of it by the cause of what went wrong."""
        calls = self._calls_for(message)
        if not calls:
            return Rejected("there is nothing to send", permanent=True)
        platform_id = ""
        for number, call in enumerate(calls):
            try:
                platform_id = str((await call()).message_id)
            except Exception as error:
                outcome = self._outcome(error, message.address.external_id)
                if number and not isinstance(outcome, Unknown):
                    # A second try would repeat what went before.
                    return Unknown(f"only a part was sent: {type(error).__name__}")
                return outcome
        if self.fault == TOKEN_REFUSED:
            self.fault = None
        return Sent(platform_id)

    def _calls_for(self, message: Outbound) -> list[Callable[[], Awaitable[Any]]]:
        """The calls that a message takes: one, but for a text longer than its channel allows."""
        chat = message.address.external_id
        limits = message.capabilities
        markup = _markup(message)
        pieces = split_text(message.text, limits.text_limit)
        calls: list[Callable[[], Awaitable[Any]]] = []
        caption: str | None = None
        if message.files and len(pieces) == 1:
            if utf16_length(pieces[0]) <= (limits.caption_limit or limits.text_limit):
                caption = pieces.pop()
        for place, file in enumerate(message.files):
            last = place == len(message.files) - 1 and not pieces
            said, shown = (caption, markup) if last else (None, None)
            calls.append(partial(self._send_file, chat, file, said, shown))
        for place, piece in enumerate(pieces):
            last = place == len(pieces) - 1
            calls.append(
                partial(
                    self._bot.send_message,
                    chat,
                    piece,
                    reply_markup=markup if last else None,
                    link_preview_options=LinkPreviewOptions(is_disabled=True),
                )
            )
        return calls

    async def _send_file(
        self, chat: str, file: OutboundFile, caption: str | None, markup: Any
    ) -> Any:
        content = await asyncio.to_thread(Path(file.path).read_bytes)
        return await self._bot.send_document(
            chat, InputFile(content, filename=file.name), caption=caption, reply_markup=markup
        )

    def _outcome(self, error: Exception, chat: str) -> Outcome:
        """What an error means for the message: by Telegram's answer, else by what broke."""
        if isinstance(error, refusals.RetryAfter):
            return self._flooded(error, chat)
        if isinstance(error, InvalidToken):
            self.fault = TOKEN_REFUSED
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
        if isinstance(
            error.__cause__,
            httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout | httpx.ProxyError,
        ):
            return NotSent(reason)
        return Unknown(reason)

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


def _markup(
    message: Outbound,
) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove:
    """The choices as buttons; sharing one's number is possible from a reply keyboard only."""
    places = list(enumerate(choice for row in message.rows for choice in row))
    if not places or not message.capabilities.buttons:
        # A reply keyboard that nobody used would stand there for ever.
        return ReplyKeyboardRemove()
    if any(choice.shares_contact for _, choice in places):
        return ReplyKeyboardMarkup(
            [
                [KeyboardButton(choice.label, request_contact=choice.shares_contact or None)]
                for _, choice in places
            ],
            one_time_keyboard=True,
        )
    numbers = iter(places)
    return InlineKeyboardMarkup(
        [[button(message.outbox_id, *next(numbers)) for _ in row] for row in message.rows if row]
    )
