"""Files that people sent are fetched beside the feed: whoever sends forty holds up nobody else.

An update that brings a file is written down at once and waits; here its file is fetched, one at
a time of each chat, and then the update can be handled. A restart goes on where this one stopped.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import structlog

from bot.channels.base import Channel, FetchError, FileTooBigError
from bot.channels.files import keep_file
from bot.logs import where
from bot.messages import MOST_FILE, NOT_FETCHED, TOO_BIG, Inbound
from bot.storage.database import Database
from bot.storage.records import InboxRow
from bot.storage.unit_of_work import UnitOfWork
from bot.waking import Waking

log = structlog.get_logger()

AT_ONCE = 4
"""Files that are fetched at the same time: each is held in memory."""
FETCH_SECONDS = 20.0
"""How long a file is fetched; the chat that it comes from waits for it."""
LEASE = timedelta(seconds=45)
"""How long a fetcher that says nothing is believed to be alive."""
MOST_TIMES = 3
"""How often it is begun to fetch a file during which the program died each time."""


class Fetcher(Waking):
    """Fetches what waits to be fetched, side by side."""

    def __init__(self, database: Database, channels: Mapping[str, Channel], folder: Path) -> None:
        super().__init__()
        self._database = database
        self._channels = channels
        self._folder = folder
        self._claimed: dict[int, InboxRow] = {}
        self._fetching: set[asyncio.Task[None]] = set()
        self._fetched: list[tuple[InboxRow, Inbound]] = []

    async def tick(self, *, waits: bool = True) -> int:
        """Begin what is due and write down what is there; how many files that was.

        `waits`: until all that was begun has come to an end. Else it is written down by a later
        tick; `rest` ends when there is something to write down.
        """
        begun = await self._turn()
        if not waits:
            return begun
        if self._fetching:
            await asyncio.wait(self._fetching)
        return begun + (await self._turn(begins=False) if self._fetched else 0)

    async def _turn(self, *, begins: bool = True) -> int:
        """Write down what ended and, where that is wanted, take as much anew as there is room."""
        ended = list(self._fetched)
        room = AT_ONCE - len(self._fetching) if begins else 0

        def work(uow: UnitOfWork) -> tuple[list[InboxRow], list[Path]]:
            useless = [
                Path(update.file_path)
                for row, update in ended
                if not uow.inbox.put_file(row, update) and update.file_path
            ]
            return uow.inbox.claim_files(room, LEASE) if room > 0 else [], useless

        claimed, useless = await self._database.run(work)
        del self._fetched[: len(ended)]
        for row, _ in ended:
            self._claimed.pop(row.id, None)
        for path in useless:
            path.unlink(missing_ok=True)
        for row in claimed:
            self._claimed[row.id] = row
            task = asyncio.create_task(self._fetch(row))
            self._fetching.add(task)
            task.add_done_callback(self._fetching.discard)
        return len(claimed) + len(ended)

    async def _fetch(self, row: InboxRow) -> None:
        update = Inbound.from_json(row.raw)
        try:
            found = await self._with_file(row, update)
        except Exception as error:  # whatever it is, the person is told that the file isn't there
            log.warning("a file was not fetched", channel=row.channel, **where(error))
            found = replace(update, text=NOT_FETCHED)
        self._fetched.append((row, replace(found, file_reference=None)))
        self.wake()

    async def _with_file(self, row: InboxRow, update: Inbound) -> Inbound:
        channel = self._channels.get(row.channel)
        if channel is None or row.fetches > MOST_TIMES or update.file_reference is None:
            raise FetchError("nobody fetches it")
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                content = await channel.fetch(update.file_reference, MOST_FILE)
        except FileTooBigError:
            return replace(update, text=TOO_BIG)
        path = await keep_file(self._folder, update.file_name or "file", content)
        return replace(update, file_path=str(path))

    async def take_over(self) -> None:
        """Begin anew what a process left behind that died; only where there is none but this."""
        await self._database.run(lambda uow: uow.inbox.take_files_over())

    async def stop(self, seconds: float) -> None:
        """Give what is under way so long to end; what doesn't is given back for the next start."""
        if self._fetching:
            await asyncio.wait(self._fetching, timeout=seconds)
        for task in list(self._fetching):
            task.cancel()
        await self._turn(begins=False)
        left = list(self._claimed.values())
        if left:
            await self._database.run(lambda uow: uow.inbox.give_files_back(left))
