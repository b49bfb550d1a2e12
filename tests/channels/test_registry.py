"""Channels as they are declared: cheap to know, built only when they are asked for."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from structlog.testing import capture_logs

from bot import runner
from bot.app import build_program, forget_usernames, open_database
from bot.channels.base import Channel, Receive, UnprovenError, Webhook
from bot.channels.registry import CHANNELS, LENDING, capabilities_of, lender
from bot.messages import Outbound, Outcome, Sent
from bot.settings import Settings
from bot.web.webhooks import webhook_routes


def test_knowing_the_channels_loads_no_platforms_library() -> None:
    code = (
        "import sys, bot.settings, bot.delivery.telling, bot.care.doctor;"
        "print('telegram' in sys.modules, 'h11' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "False"]


def test_an_account_of_a_channel_without_capabilities_borrows_some() -> None:
    assert {"web", "terminal", "telegram", "zalo"} <= set(LENDING)
    assert "script" not in LENDING
    assert lender("script") == lender("nobody") == "web"
    assert lender("telegram") == "telegram"
    assert not capabilities_of("zalo").buttons
    for name in ("script", "nobody"):
        with pytest.raises(KeyError):
            capabilities_of(name)


def test_a_channel_that_is_still_to_come_is_set_up_by_nothing() -> None:
    to_come = [each for each in CHANNELS.values() if each.to_come]
    assert [each.name for each in to_come] == ["zalo"]
    assert all(each.build is None and each.settings is None for each in to_come)


async def test_no_links_lead_to_a_channel_that_is_not_wanted_any_more(settings: Settings) -> None:
    database = await open_database(settings.database_url)

    def note(uow: Any) -> None:
        uow.installation.note_username("telegram", "clb_bot")

    def names(uow: Any) -> dict[str, str]:
        forget_usernames(uow, settings)
        return uow.installation.usernames()  # type: ignore[no-any-return]

    await database.run(note)
    assert await database.run(lambda uow: uow.installation.usernames()) == {"telegram": "clb_bot"}
    assert await database.run(names) == {}
    await database.close()


class Signed(Webhook):
    """Proven by what stands in the body, as some platforms do."""

    def admits(self, headers: Mapping[str, str]) -> bool:
        return "signature" in headers

    async def take(self, headers: Mapping[str, str], body: bytes, receive: Receive) -> None:
        if headers["signature"] != str(len(body)):
            raise UnprovenError
        await receive([])


class Posted(Channel):
    name = "posted"
    webhook = Signed()

    async def send(self, message: Outbound) -> Outcome:
        return Sent("1")


@pytest.mark.parametrize(
    ("headers", "status"), [({}, 401), ({"signature": "4"}, 401), ({"signature": "5"}, 200)]
)
async def test_a_signature_is_looked_at_before_anything_is_written(
    headers: dict[str, str], status: int
) -> None:
    received = []

    async def receive(updates: Any) -> None:
        received.append(updates)

    application = Starlette(routes=webhook_routes([Posted()], receive))
    transport = httpx.ASGITransport(app=application)
    async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
        answer = await client.post("/webhooks/posted", content=b"12345", headers=headers)
        assert answer.status_code == status
        assert len(received) == (status == 200)
        assert (await client.post("/webhooks/other", content=b"")).status_code == 404


class Breaking(Posted):
    """Its first way in breaks; nobody foresaw how."""

    def __init__(self) -> None:
        self.begun = 0
        self.works = asyncio.Event()

    async def run(self, receive: Receive) -> None:
        self.begun += 1
        if self.begun == 1:
            raise KeyError("nobody's words")
        self.works.set()


async def test_a_channel_whose_taking_in_breaks_begins_anew(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "TAKES_IN_AGAIN", 0)
    database = await open_database(settings.database_url)
    channel = Breaking()
    running = runner.Runner(build_program(settings, database, [channel]), None, jobs={})
    with capture_logs() as told:
        serving = asyncio.create_task(running.run(None))
        await asyncio.wait_for(channel.works.wait(), 10)
        running.stop()
        await serving
    await database.close()
    assert channel.begun == 2
    assert [each["channel"] for each in told if each["event"] == "taking in failed"] == ["posted"]
    assert "words" not in str(told)
