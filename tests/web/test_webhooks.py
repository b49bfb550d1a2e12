"""What Telegram brings: believed by its secret, and answered with 200 only once it is kept."""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.app import build_channels, build_program, open_database
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.web import WebChannel
from bot.messages import Inbound
from bot.runner import Runner
from bot.settings import Settings
from bot.storage.unit_of_work import UnitOfWork
from bot.web.application import build_web
from bot.web.webhooks import MOST_BODY
from tests.fakes.channel import around

TELEGRAM_PATH = "/webhooks/telegram"
SECRET = "a-long-secret-word"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
USER = {"id": 5, "is_bot": False, "first_name": "Lan"}
UPDATE = {
    "update_id": 9,
    "message": {
        "message_id": 1,
        "date": 1,
        "text": "chào",
        "chat": {"id": 5, "type": "private"},
        "from": USER,
    },
}


class Away:
    """Whether the database can be reached."""

    away = False


@contextlib.asynccontextmanager
async def hooked(
    settings: Settings, folder: Path, away: Away, **more: Any
) -> AsyncIterator[tuple[httpx.AsyncClient, Any]]:
    config = Settings(
        _env_file=None,
        database_url=settings.database_url,
        telegram_token="1000001:token",
        **{"public_url": "https://bot.example.org", "webhook_secret": SECRET, **more},
    )
    database = await open_database(config.database_url)
    web, (channel,) = WebChannel(), build_channels(config, database)
    program = build_program(config, database, [web, channel])
    runner = Runner(program, web)

    async def receive(updates: Iterable[Inbound]) -> None:
        if away.away:
            raise ConnectionRefusedError("database")
        await runner.receive(updates)

    application = build_web(config, database, program.pipeline, web, receive, [web, channel])

    async def kept() -> list[Any]:
        def work(uow: UnitOfWork) -> list[Any]:
            return list(uow.connection.exec_driver_sql("select update_key from inbox").scalars())

        return await database.run(work)

    transport = httpx.ASGITransport(app=application)
    async with httpx.AsyncClient(transport=transport, base_url="https://bot.example.org") as client:
        yield client, kept
    await channel.stop()
    await database.close()


@pytest.fixture
def away() -> Away:
    return Away()


async def post(client: httpx.AsyncClient, body: Any, secret: str | None = SECRET) -> int:
    headers = [] if secret is None else [(HEADER.encode(), secret.encode())]
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return (await client.post(TELEGRAM_PATH, content=content, headers=headers)).status_code


async def test_an_update_is_answered_once_it_is_kept(
    settings: Settings, tmp_path: Path, away: Away
) -> None:
    async with hooked(settings, tmp_path, away) as (client, kept):
        assert await post(client, UPDATE) == 200
        assert await kept() == ["1000001/9"]
        assert await post(client, UPDATE) == 200
        assert await kept() == ["1000001/9"]


@pytest.mark.parametrize("secret", [None, "", "a-long-secret-wore", SECRET + "x", "bí mật"])
async def test_without_the_secret_nothing_is_read(
    settings: Settings, tmp_path: Path, away: Away, secret: str | None
) -> None:
    async with hooked(settings, tmp_path, away) as (client, kept):
        assert await post(client, b"{no json at all", secret) == 401
        assert await post(client, UPDATE, secret) == 401
        assert await kept() == []


async def test_a_body_too_large_and_one_that_is_none(
    settings: Settings, tmp_path: Path, away: Away
) -> None:
    async with hooked(settings, tmp_path, away) as (client, kept):
        assert await post(client, b" " * (MOST_BODY + 1)) == 413
        assert await post(client, b"{no json") == 400

        async def pieces() -> AsyncIterator[bytes]:
            for _ in range(MOST_BODY // 65536 + 2):
                yield b" " * 65536

        answer = await client.post(TELEGRAM_PATH, content=pieces(), headers={HEADER: SECRET})
        assert answer.status_code == 413
        assert await kept() == []


async def test_an_update_of_half_a_megabyte_is_taken(
    settings: Settings, tmp_path: Path, away: Away
) -> None:
    async with hooked(settings, tmp_path, away) as (client, kept):
        assert await post(client, {**UPDATE, "padding": "x" * 512 * 1024}) == 200
        assert await kept() == ["1000001/9"]


async def test_while_the_database_is_away_telegram_is_to_come_again(
    settings: Settings, tmp_path: Path, away: Away
) -> None:
    async with hooked(settings, tmp_path, away) as (client, kept):
        away.away = True
        assert await post(client, UPDATE) == 503
        away.away = False
        assert await post(client, UPDATE) == 200
        assert await kept() == ["1000001/9"]


async def test_there_is_no_webhook_where_the_bot_polls(
    settings: Settings, tmp_path: Path, away: Away
) -> None:
    async with hooked(settings, tmp_path, away, webhook_secret=None) as (client, _):
        assert await post(client, UPDATE) == 404


async def test_whether_it_is_ready_depends_on_telegram_and_a_restart_does_not(
    settings: Settings, tmp_path: Path
) -> None:
    database = await open_database(settings.database_url)
    web, channel = WebChannel(), TelegramChannel("1000001:token", around())
    program = build_program(settings, database, [web, channel])
    application = build_web(
        settings,
        database,
        program.pipeline,
        web,
        Runner(program, web).receive,
        [web, channel],
    )
    channel.fault = "another program takes this bot's updates (409)"
    transport = httpx.ASGITransport(app=application)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8080") as client:
        answer = await client.get("/readyz")
        assert answer.status_code == 503
        assert any("409" in each for each in answer.json()["wrong"])
        assert "409" not in (await client.get("/healthz")).text
    await channel.stop()
    await database.close()
