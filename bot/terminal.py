"""One person's chat in the terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count
from typing import TextIO

from bot.app import build_program, open_database
from bot.channels import terminal as channel
from bot.messages import Address, Inbound, Incoming
from bot.settings import Settings
from bot.storage.faults import StorageError


async def chat(settings: Settings, name: str, lines: TextIO, write: Callable[[str], None]) -> None:
    """Read lines until they end; each is a message of this person."""
    database = await open_database(settings.database_url, create=True)
    try:
        database.lock_worker()
        if await database.run(lambda uow: uow.installation.virtual_time()) is not None:
            raise StorageError(
                "this database belongs to scripts and has a virtual time: use another one"
            )
        program = build_program(settings, database, [channel.TerminalChannel(write, name)])
        address = Address(channel.NAME, name)
        began = database.clock.now().isoformat()
        first = Inbound(address, Incoming.START, "", update_key=f"{began}/0", name=name)
        await program.pipeline.receive([first])
        await program.settle()
        for number in count(1):
            line = await asyncio.to_thread(lines.readline)
            if not line:
                return
            if not line.strip():
                continue
            update = Inbound(
                address,
                Incoming.TEXT,
                line.rstrip("\n"),
                update_key=f"{began}/{number}",
                name=name,
            )
            await program.pipeline.receive([update])
            await program.settle()
    finally:
        await database.close()
