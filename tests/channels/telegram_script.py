"""A script whose people use Telegram: their lines become updates, and what they see is compared."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.app import build_channels, build_program, open_database
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.feed import Feed
from bot.clock import VirtualClock
from bot.scripting import LineError, Options, Script
from bot.settings import Settings
from bot.storage.outbox import first_moments
from bot.storage.unit_of_work import UnitOfWork
from tests.fakes.telegram import ImpossibleError, Platform, Server
from tests.test_scripts import Line

TOKEN = "1000001:test-token"
USERNAME = "clb_test_bot"
WAIT = timedelta(minutes=1)
"""How long a person waits for an answer that is held up before doing the next thing."""


@dataclass
class Run:
    """What came of a script over Telegram."""

    output: list[Line]
    platform: Platform
    done: bool
    waiting: int = 0
    names: dict[int, str] = field(default_factory=dict)


class TelegramScript(Script):
    """Feeds a script's lines to the bot as Telegram would."""

    platform: Platform
    feed: Feed

    def join(self, platform: Platform, feed: Feed) -> None:
        """Use this platform."""
        self.platform = platform
        self.feed = feed
        self.chats: dict[str, int] = {}
        self._seen = 0

    def chat(self, name: str) -> int:
        """The chat of a person of the script."""
        if name not in self.chats:
            self.chats[name] = 5_000_001 + len(self.chats)
            self.platform.add_person(self.chats[name], name)
        return self.chats[name]

    async def _person(self, line: dict[str, Any]) -> None:
        chat, platform = self.chat(line["from"]), self.platform
        match line:
            case {"text": text}:
                platform.say(chat, text)
            case {"edit": text}:
                platform.edit(chat, text)
            case {"start": payload}:
                platform.start(chat, payload)
            case {"press": label}:
                try:
                    platform.press(chat, label)
                except ImpossibleError as error:
                    raise LineError(str(error)) from None
            case {"contact": phone}:
                platform.contact(chat, phone)
            case {"file": name}:
                path = self._options.folder / name
                platform.document(chat, path.name, path.read_bytes())
            case {"block": blocked}:
                platform.block(chat, blocked)
            case {"sticker": _}:
                platform.sticker(chat)
            case {"voice": _}:
                platform.voice(chat)
            case {"photo": _}:
                platform.photo(chat)
        while await self.feed.poll_once(self._program.pipeline.receive, 0):
            pass

    async def _settle(self) -> None:
        await self._once()
        while (due := await self._held_up()) is not None:
            self._clock.move_to(due)
            await self._once()

    async def _once(self) -> None:
        await super()._settle()
        names = {chat: name for name, chat in self.chats.items()}
        for shown in self.platform.shown[self._seen :]:
            line: Line = {
                "to": names[shown.chat],
                "at": self._clock.now().astimezone(self._program.settings.zone).isoformat(),
                "text": shown.text,
            }
            if shown.buttons:
                line["buttons"] = shown.buttons
            if shown.document:
                line["files"] = [shown.document]
            self.hear(line)
        self._seen = len(self.platform.shown)

    async def _held_up(self) -> Any:
        """When a message goes that waits its turn, None when nothing waits that short."""

        due = await self._program.database.run(_first_moment)
        now = self._clock.now()
        if due is None or due > now + WAIT:
            return None
        # Due and still there: the platform's pace holds it, until a moment of its own.
        return max(due, now + timedelta(seconds=1))


def _first_moment(uow: UnitOfWork) -> datetime | None:
    """When the next queued message may go, or a lease ends."""
    found = uow.connection.execute(sa.union_all(*first_moments()))
    return min((row.at for row in found if row.at is not None), default=None)


def play_over_telegram(
    settings: Settings, lines: Iterable[str], folder: Path, began: Any, seed: str = "story"
) -> Run:
    """Run a script's lines over the test server, on a virtual clock."""
    output: list[Line] = []

    async def go() -> Run:
        async with Server() as server:
            server.platform.add_bot(TOKEN, USERNAME)
            config = settings.model_copy(
                update={
                    "telegram_token": type(settings)
                    .model_validate({"telegram_token": TOKEN})
                    .telegram_token,
                    "telegram_api_url": server.address,
                }
            )
            database = await open_database(config.database_url)
            (channel,) = build_channels(config, database)
            assert isinstance(channel, TelegramChannel)
            await channel.start()
            assert channel.fault is None
            clock = VirtualClock(began)
            database.keep_time(clock, seed)
            program = build_program(config, database, [channel])
            script = TelegramScript(
                program, clock, Options(seed=seed, folder=folder), output.append, set(), None,
                has_begun=True,
            )  # fmt: skip
            script.join(server.platform, channel.feed)
            await script.run(lines)
            await asyncio.sleep(0.1)  # the last buttons' answers are on their way
            waiting = len(next(iter(server.platform.bots.values())).updates)
            await channel.stop()
            await database.close()
            names = {chat: name for name, chat in script.chats.items()}
            return Run(output, server.platform, not script.failed, waiting, names)

    return asyncio.run(go())
