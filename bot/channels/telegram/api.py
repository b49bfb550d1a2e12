"""Calls of the Bot API, each by its name; raised is what python-telegram-bot raises.

The library's `Bot` wraps a call in a dozen layers and reads the whole message that was just sent;
what is needed of that is its number. Its errors and its types are used.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from telegram.error import BadRequest, InvalidToken

from bot.channels.base import ChannelError, FetchError, FileTooBigError, WebhookPlace
from bot.channels.telegram.requests import Form, request_to
from bot.channels.telegram.settings import PUBLIC_API
from bot.channels.telegram.updates import ALLOWED_UPDATES

ANSWER_SECONDS = 10.0
"""How long an answer to a call is waited for; then it isn't known whether it arrived."""


class BotApi:
    """One bot's line to a Bot API server."""

    def __init__(
        self, token: str, *, api_url: str | None = None, answer_seconds: float = ANSWER_SECONDS
    ) -> None:
        root = api_url or PUBLIC_API
        self.bot_id = int(token.partition(":")[0])
        self._answer_seconds = answer_seconds
        self._base = f"{root}/bot{token}"
        self._files = f"{root}/file/bot{token}"
        # A poll is open all the time: it shall not stand in the way of anything else.
        self._polls = request_to(root, most=2, seconds=answer_seconds)
        self._calls = request_to(root, most=32, seconds=answer_seconds)

    async def call(self, method: str, **parameters: object) -> Any:
        """Call a method with what isn't None; its result. Raises TelegramError."""
        return await self._calls.post(f"{self._base}/{method}", Form.of(parameters))

    async def username(self) -> str:
        """The bot's user name.

        Raises ChannelError when Telegram refuses the token, TelegramError when it isn't reached.
        """
        try:
            me = await self.call("getMe")
        except InvalidToken:
            raise ChannelError(
                "BOT_TELEGRAM_TOKEN: Telegram refuses this token; BotFather shows the right one "
                "(/mybots, then API Token)"
            ) from None
        return str(me.get("username") or "")

    async def set_up(
        self,
        menus: Mapping[str | None, Sequence[tuple[str, str]]],
        webhook: WebhookPlace | None = None,
    ) -> None:
        """Say how updates come, and which commands the menu shows in each language.

        Raises ChannelError when Telegram refuses the webhook, TelegramError otherwise.
        """
        if webhook is None:
            await self.call("deleteWebhook")
        else:
            try:
                await self.call(
                    "setWebhook",
                    url=webhook.url,
                    secret_token=webhook.secret,
                    allowed_updates=ALLOWED_UPDATES,
                )
            except BadRequest as error:
                raise ChannelError(
                    f"BOT_PUBLIC_URL: Telegram refuses {webhook.url}: {error.message}"
                ) from None
        for language, commands in menus.items():
            shown = [{"command": name, "description": words} for name, words in commands]
            await self.call("setMyCommands", commands=shown, language_code=language)

    async def poll(self, offset: int | None, seconds: int, most: int = 100) -> list[object]:
        """Updates that wait, as they come over the line; raises TelegramError.

        The library's way reads all of them at once, so that one it can't read would lose the
        rest: here they stay as they are, each to be read for itself.
        """
        asked: dict[str, object] = {"timeout": seconds, "limit": most, "offset": offset}
        form = Form.of(asked | {"allowed_updates": ALLOWED_UPDATES})
        query = urlencode(form.json_parameters)
        result: Any = await self._polls.post(
            f"{self._base}/getUpdates?{query}", read_timeout=seconds + self._answer_seconds
        )
        return list(result)

    async def fetch(self, file_id: str, most: int) -> bytes:
        """A file of at most `most` bytes; raises FetchError, and TelegramError."""
        found = await self.call("getFile", file_id=file_id)
        place = str(found.get("file_path") or "")
        if (found.get("file_size") or 0) > most:
            raise FileTooBigError("too big")
        if place.startswith("/"):
            # A server of one's own, on this machine: it names the file where it lies.
            return await asyncio.to_thread(_read, Path(place), most)
        if not place:
            raise FetchError("no place")
        return await self._calls.download(f"{self._files}/{quote(place)}", most)

    async def close(self) -> None:
        """Let go of connections."""
        await asyncio.gather(self._polls.shutdown(), self._calls.shutdown())


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise FetchError(type(error).__name__) from None
    if len(content) > most:
        raise FileTooBigError("too big")
    return content
