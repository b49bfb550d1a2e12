"""Telegram's adapter: one bot, its messages out and its updates in.

Of python-telegram-bot the reading of answers and updates is used; its Updater acknowledges an
update before anybody has seen it, so taking in is ours.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path

import structlog
from telegram.error import InvalidToken, TelegramError

from bot.channels.base import Channel, FetchError, Receive, Surroundings
from bot.channels.telegram.api import ANSWER_SECONDS, BotApi
from bot.channels.telegram.feed import PAUSES, POLL_SECONDS, Feed, TelegramWebhook
from bot.channels.telegram.outcomes import TOKEN_REFUSED, Outcomes, reason_of
from bot.channels.telegram.requests import Upload
from bot.channels.telegram.settings import NAME
from bot.channels.telegram.updates import button
from bot.messages import Outbound, OutboundFile, Outcome, Rejected, Sent, Unknown
from bot.speech.cutting import split_text, utf16_length
from bot.untyped import JsonObject

log = structlog.get_logger()


class TelegramChannel(Channel):
    """One bot on Telegram."""

    name = NAME

    def __init__(
        self,
        token: str,
        around: Surroundings,
        *,
        api_url: str | None = None,
        answer_seconds: float = ANSWER_SECONDS,
        poll_seconds: int = POLL_SECONDS,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self.api = BotApi(token, api_url=api_url, answer_seconds=answer_seconds)
        self.feed = Feed(self.api, around, self._note, poll_seconds=poll_seconds, pauses=pauses)
        self._outcomes = Outcomes()
        if around.webhook is not None:
            self.webhook = TelegramWebhook(self.feed, around.webhook.secret, self.api.bot_id)

    def _note(self, fault: str | None) -> None:
        if fault == self.fault:
            return
        self.fault = fault
        if fault:
            log.error("updates don't come", channel=self.name, fault=fault)
        else:
            log.info("updates come again", channel=self.name)

    async def start(self) -> None:
        """Introduce the bot; raises ChannelError for a wrong token or webhook."""
        await self.feed.start()

    async def run(self, receive: Receive) -> None:
        """Poll until cancelled; with a webhook nothing is left to do once it is announced."""
        await self.feed.run(receive)

    async def stop(self) -> None:
        """Let go of connections."""
        await self.feed.stop()
        await self.api.close()

    async def fetch(self, reference: str, most: int) -> bytes:
        """A file that somebody sent; raises FetchError."""
        try:
            return await self.api.fetch(reference, most)
        except TelegramError as error:
            raise FetchError(reason_of(error)) from None

    async def send(self, message: Outbound) -> Outcome:
        """Send one message; what became of it by the cause of what went wrong."""
        calls = self._calls_for(message)
        if not calls:
            return Rejected("there is nothing to send", permanent=True)
        platform_id = ""
        for number, call in enumerate(calls):
            try:
                platform_id = str((await call())["message_id"])
            except Exception as error:
                outcome = self._outcomes.of(error, message.address.external_id)
                if isinstance(error, InvalidToken):
                    self.fault = TOKEN_REFUSED
                if number and not isinstance(outcome, Unknown):
                    # A second try would repeat what went before.
                    return Unknown(f"only a part was sent: {type(error).__name__}")
                return outcome
        if self.fault == TOKEN_REFUSED:
            self.fault = None
        return Sent(platform_id)

    def _calls_for(self, message: Outbound) -> list[Callable[[], Awaitable[JsonObject]]]:
        """The calls that a message takes: one, but for a text longer than its channel allows."""
        chat = message.address.external_id
        limits = message.capabilities
        markup = _markup(message)
        pieces = split_text(message.text, limits.text_limit)
        calls: list[Callable[[], Awaitable[JsonObject]]] = []
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
                    self.api.call,
                    "sendMessage",
                    chat_id=chat,
                    text=piece,
                    reply_markup=markup if last else None,
                    link_preview_options={"is_disabled": True},
                )
            )
        return calls

    async def _send_file(
        self, chat: str, file: OutboundFile, caption: str | None, markup: object
    ) -> JsonObject:
        content = await asyncio.to_thread(Path(file.path).read_bytes)
        sent: JsonObject = await self.api.call(
            "sendDocument",
            chat_id=chat,
            document=Upload(file.name, content),
            caption=caption,
            reply_markup=markup,
        )
        return sent


def _markup(message: Outbound) -> dict[str, object]:
    """The choices as buttons; sharing one's number is possible from a reply keyboard only."""
    places = list(enumerate(choice for row in message.rows for choice in row))
    if not places or not message.capabilities.buttons:
        # A reply keyboard that nobody used would stand there for ever.
        return {"remove_keyboard": True}
    if any(choice.shares_contact for _, choice in places):
        keys = [
            {"text": choice.label} | ({"request_contact": True} if choice.shares_contact else {})
            for _, choice in places
        ]
        return {"keyboard": [[key] for key in keys], "one_time_keyboard": True}
    numbers = iter(places)
    return {
        "inline_keyboard": [
            [button(message.outbox_id, *next(numbers)) for _ in row] for row in message.rows if row
        ]
    }
