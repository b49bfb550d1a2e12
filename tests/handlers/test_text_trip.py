"""The way of a text: how many files it enters from its receipt to what is said."""

from __future__ import annotations

import sys
import threading

import pytest

from bot.app import build_program
from bot.messages import Address, Inbound, Incoming
from bot.settings import Settings
from bot.storage.database import Database
from tests.fakes.channel import FakeChannel
from tests.reminders.test_trip import Trip

DECIDING = ("conversations", "delivery", "handlers")
"""Packages in which it is decided what a text leads to; below them is reading and storing."""
MOST_DECIDING = 32
MOST_STORING = 17


@pytest.mark.parametrize(
    "texts",
    [
        ("menu",),
        ("dạ chào con",),
        ("câu lạc bộ là gì",),
        ("mấy giờ họp vậy con",),
        ("cứu với, có người té bất tỉnh",),
        ("cho bà ghi tên vô câu lạc bộ", "Nguyễn Thị Sáu", "1948"),
    ],
    ids=lambda texts: texts[-1],
)
async def test_a_text_enters_few_files_that_decide(
    settings: Settings, texts: tuple[str, ...]
) -> None:
    trip = Trip()
    # Before the database's thread begins: it is watched from its first call on.
    threading.setprofile(trip.note)
    try:
        database = Database(settings.database_url)
        channel = FakeChannel()
        program = build_program(settings, database, [channel])
        for number, text in enumerate(texts):
            said = Inbound(Address(channel.name, "a"), Incoming.TEXT, text, update_key=str(number))
            await program.pipeline.receive([said])
            trip.modules.clear()
            sys.setprofile(trip.note)
            assert await program.pipeline.handle_next()
            sys.setprofile(None)
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    await database.close()
    packages = [module.split(".")[1] for module in trip.modules]
    assert {"handlers", "storage"} <= set(packages)
    assert sum(package in DECIDING for package in packages) <= MOST_DECIDING
    assert packages.count("storage") <= MOST_STORING
