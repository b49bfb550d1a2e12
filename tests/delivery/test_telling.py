"""How a message is cut into what a channel can carry."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

import pytest

from bot.delivery.letters import Message
from bot.delivery.telling import queue
from bot.messages import Address, Choice, Kind
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork
from tests.conftest import NOW

FILES = [("/a", "a.docx"), ("/b", "b.docx")]
LONG = "Câu này hơi dài. " * 80


def queued(settings: Settings, channel: str, text: str, files: Any) -> list[tuple[int, int, int]]:
    """The rows: length of text, number of files, number of choices."""

    def work(uow: UnitOfWork) -> list[tuple[int, int, int]]:
        uow = uow.at(datetime.fromisoformat(NOW))
        account = uow.accounts.open(Address(channel, "5"), capabilities=channel, language="vi")
        rows = [[Choice("Có", "a/x")]]
        queue(uow, account, Message("k", Kind.REPLY, text, rows, files))
        found = uow.outbox.sent_after(account.id, None)
        assert found == []
        kept = [uow.outbox.get(number) for number in range(1, 9)]
        return [(len(row.text), len(row.files), len(row.rows)) for row in kept if row is not None]

    async def run() -> list[tuple[int, int, int]]:
        database = Database(settings.database_url)
        try:
            return await database.run(work)
        finally:
            await database.close()

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("channel", "text", "files", "rows"),
    [
        ("web", "đây ạ", FILES, [(5, 2, 1)]),
        ("web", LONG, FILES, [(len(LONG.strip()), 2, 1)]),
        ("telegram", "đây ạ", FILES[:1], [(5, 1, 1)]),
        ("telegram", "đây ạ", FILES, [(0, 1, 0), (5, 1, 1)]),
        ("telegram", LONG, FILES, [(0, 1, 0), (0, 1, 0), (len(LONG.strip()), 0, 1)]),
        ("telegram", "", FILES[:1], [(0, 1, 1)]),
        ("telegram", LONG, [], [(len(LONG.strip()), 0, 1)]),
    ],
)
def test_files_go_one_a_message_where_the_channel_has_it_so(
    settings: Settings, channel: str, text: str, files: Any, rows: list[tuple[int, int, int]]
) -> None:
    assert queued(settings, channel, text, files) == rows
