"""The chat page over real HTTP requests, beside a running worker."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from bot.app import build_program, open_database
from bot.channels.files import keep_file
from bot.channels.web import WebChannel
from bot.domain.limits import AN_HOUR, Limited
from bot.runner import Runner, open_listener
from bot.settings import Settings
from bot.storage import schema
from bot.storage.unit_of_work import UnitOfWork
from bot.web.application import build_web
from bot.web.chat import _cursor
from tests.acceptance.test_postgresql import free_port

LOCAL = "http://127.0.0.1:8080"


@contextlib.asynccontextmanager
async def page(
    settings: Settings, web: WebChannel | None = None
) -> AsyncIterator[httpx.AsyncClient]:
    database = await open_database(settings.database_url)
    web = web or WebChannel()
    program = build_program(settings, database, [web])
    runner = Runner(program, web)
    application = build_web(settings, database, program.pipeline, web, runner.receive)
    working = asyncio.create_task(runner._work())
    transport = httpx.ASGITransport(app=application)
    async with httpx.AsyncClient(transport=transport, base_url=LOCAL) as client:
        yield client
    runner.stop()
    await working
    await database.close()


async def history(client: httpx.AsyncClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await client.get("/chat/history")).json()["messages"]
    return found


async def answered(client: httpx.AsyncClient, body: dict[str, Any]) -> list[dict[str, Any]]:
    """Send, and wait until the bot's answer stands in the history."""
    before = len([each for each in await history(client) if each["from"] == "bot"])
    response = await client.post("/chat/messages", json=body)
    assert response.status_code == 200
    for _ in range(400):
        found = await history(client)
        if len([each for each in found if each["from"] == "bot"]) > before:
            return found
        await asyncio.sleep(0)
        await asyncio.get_running_loop().run_in_executor(None, lambda: None)
    raise AssertionError("no answer")


async def test_a_conversation_survives_a_reload(settings: Settings) -> None:
    async with page(settings) as client:
        response = await client.get("/")
        assert response.status_code == 200
        assert "default-src 'self'" in response.headers["content-security-policy"]
        found = await answered(client, {"id": "1", "start": ""})
        button = found[-1]["rows"][-1][0]
        assert button["label"] == "Hỏi một câu"
        await answered(
            client, {"id": "2", "press": button["value"], "shown_in": found[-1]["outbox"]}
        )
        again = await history(client)
        assert [each["from"] for each in again] == ["bot", "me", "bot"]
        assert again[1]["text"] == "Hỏi một câu"
        cookies = dict(client.cookies)
    async with page(settings) as client:
        client.cookies.update(cookies)
        assert [each["text"] for each in await history(client)] == [each["text"] for each in again]


async def test_what_answers_one_message_belongs_together_and_days_are_named(
    settings: Settings,
) -> None:
    async with page(settings) as client:
        await client.get("/")
        await answered(client, {"id": "1", "text": "chào"})
        found = await answered(client, {"id": "2", "text": "má tôi té xỉu rồi"})
        turns = [each["turn"] for each in found if each["from"] == "bot"]
        assert turns[0] != turns[-1] is not None
        today = (await client.get("/chat/words")).json()["today"]
        assert {each["day"] for each in found} == {today}
        assert re.fullmatch(r"(thứ \w+|chủ nhật), \d\d/\d\d/\d{4}", today, re.IGNORECASE)


async def test_an_answer_stands_behind_what_it_answers_also_where_all_happen_at_one_moment(
    settings: Settings,
) -> None:
    async with page(settings) as client:
        await client.get("/")
        for number, text in enumerate(("chào", "menu", "cảm ơn con")):
            found = await answered(client, {"id": str(number), "text": text})
        sides = [each["from"] for each in found]
        database = await open_database(settings.database_url)

        def at_once(uow: UnitOfWork) -> None:
            moment = uow.now
            uow.connection.execute(sa.update(schema.inbox).values(received_at=moment))
            uow.connection.execute(sa.update(schema.outbox).values(sent_at=moment))

        await database.run(at_once)
        await database.close()
        again = await history(client)
        assert [each["from"] for each in again] == sides
        assert [each["id"] for each in again] == [each["id"] for each in found]


async def test_the_same_message_twice_is_one(settings: Settings) -> None:
    async with page(settings) as client:
        await client.get("/")
        await answered(client, {"id": "1", "text": "chào"})
        await client.post("/chat/messages", json={"id": "1", "text": "chào"})
        await answered(client, {"id": "2", "text": "menu"})
        assert len([each for each in await history(client) if each["text"] == "chào"]) == 1


async def test_new_messages_come_by_the_stream(settings: Settings) -> None:
    from bot.handlers.pipeline import Pipeline  # noqa: F401

    async with page(settings) as client:
        await client.get("/")
        await answered(client, {"id": "1", "text": "chào"})
        database = await open_database(settings.database_url)

        def look(uow: UnitOfWork) -> list[Any]:
            return uow.outbox.sent_after(1, None)

        rows = await database.run(look)
        assert [row.state for row in rows] == ["sent"]
        await database.close()


async def test_files_are_taken_and_too_big_ones_are_not(settings: Settings) -> None:
    async with page(settings) as client:
        await client.get("/")
        sent = await client.post(
            "/chat/files", data={"id": "9"}, files={"file": ("list.csv", b"a,b\n")}
        )
        assert sent.status_code == 200
        big = await client.post(
            "/chat/files", data={"id": "10"}, files={"file": ("x.csv", b"x" * (6 * 1024 * 1024))}
        )
        assert big.status_code == 413
        for _ in range(200):
            found = await history(client)
            if any("người phụ trách" in each["text"] for each in found):
                break
            await asyncio.get_running_loop().run_in_executor(None, lambda: None)
        assert any(each["text"] == "list.csv" for each in found)


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "bot.example.org"},
        {"host": "192.168.1.5:8080"},
        {"x-forwarded-for": "1.2.3.4"},
        {"forwarded": "for=1.2.3.4"},
        {"x-real-ip": "1.2.3.4"},
    ],
)
async def test_the_page_is_for_this_machine_only(
    settings: Settings, headers: dict[str, str]
) -> None:
    async with page(settings) as client:
        for path in ("/", "/chat/words", "/chat/history", "/static/chat.js"):
            assert (await client.get(path, headers=headers)).status_code == 404
        answer = await client.post("/chat/messages", headers=headers, json={"id": "1", "text": "a"})
        assert answer.status_code == 404


async def test_a_public_address_switches_the_page_off(settings: Settings) -> None:
    public = settings.model_copy(update={"public_url": "https://bot.example.org"})
    async with page(public) as client:
        assert (await client.get("/")).status_code == 404
    opened = public.model_copy(update={"web_chat": "on"})
    async with page(opened) as client:
        assert (await client.get("/", headers={"host": "bot.example.org"})).status_code == 200


async def test_other_sites_can_not_write(settings: Settings) -> None:
    async with page(settings) as client:
        await client.get("/")
        answer = await client.post(
            "/chat/messages",
            json={"id": "1", "text": "a"},
            headers={"origin": "https://evil.example"},
        )
        assert answer.status_code == 403
        plain = await client.post("/chat/messages", content=json.dumps({"id": "1", "text": "a"}))
        assert plain.status_code == 415


async def test_without_a_session_nothing_is_shown(settings: Settings) -> None:
    async with page(settings) as client:
        assert (await client.get("/chat/history")).status_code == 401


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"id": 1}', "no json", '{"id": "1", "text": null, "shown_in": "x"}']
)
async def test_a_broken_request_is_refused(settings: Settings, body: str) -> None:
    async with page(settings) as client:
        await client.get("/")
        answer = await client.post(
            "/chat/messages", content=body, headers={"content-type": "application/json"}
        )
        assert answer.status_code == 400


async def test_one_browser_does_not_see_another(settings: Settings) -> None:
    async with page(settings) as client:
        await client.get("/")
        await answered(client, {"id": "1", "text": "chào"})
        client.cookies.clear()
        await client.get("/")
        assert await history(client) == []


def test_answers_do_not_wait_for_each_other_on_the_line(settings: Settings) -> None:
    """asyncio switches Nagle's algorithm off for sockets that say they are TCP, and only for them."""
    listener = open_listener(settings.model_copy(update={"web_port": free_port()}))
    assert listener.proto == socket.IPPROTO_TCP
    listener.close()


async def test_health(settings: Settings) -> None:
    async with page(settings) as client:
        first = await client.get("/healthz")
        assert first.status_code == 503
        assert "stands still" in first.text


@pytest.mark.parametrize("header", ["Via", "X-Forwarded-Port", "CF-Connecting-IP", "X-Client-IP"])
async def test_any_forwarding_header_hides_the_page(settings: Settings, header: str) -> None:
    async with page(settings) as client:
        assert (await client.get("/", headers={header: "1"})).status_code == 404


async def test_a_body_without_a_length_is_limited_all_the_same(settings: Settings) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(2000):
            yield b"x" * 10_000

    async with page(settings) as client:
        await client.get("/")
        for path in ("/chat/messages", "/chat/files"):
            kind = (
                "application/json"
                if path.endswith("messages")
                else "multipart/form-data; boundary=b"
            )
            answer = await client.post(path, content=endless(), headers={"Content-Type": kind})
            assert answer.status_code in (400, 413), path


@pytest.mark.parametrize(
    "body",
    [
        {"id": "f", "text": "\ud800"},
        {"id": "\ud800", "text": "a"},
        {"id": "f", "text": "a", "shown_in": 1e400},
    ],
)
async def test_half_characters_and_huge_numbers_break_no_page(
    settings: Settings, body: dict[str, Any]
) -> None:
    async with page(settings) as client:
        await client.get("/")
        answer = await client.post(
            "/chat/messages",
            content=json.dumps(body),
            headers={"Content-Type": "application/json"},
        )
        assert answer.status_code in (200, 400)
        assert (await client.get("/chat/history")).status_code == 200
        assert (await client.get(f"/chat/files/{10**30}/0")).status_code == 404


@pytest.mark.parametrize(
    "after",
    [
        "0001-01-01T00:00:00+14:00|1",
        "9999-12-31T23:59:59-14:00|1",
        f"2026-01-01T00:00:00+00:00|-{10**30}",
        f"2026-01-01T00:00:00+00:00|{10**30}",
        "x|y",
        "",
    ],
)
def test_a_place_that_no_page_was_told_is_the_beginning(after: str) -> None:
    moment, _, number = after.partition("|")
    assert _cursor(moment, number) is None


async def test_a_file_of_any_name_is_kept_where_nobody_else_looks(tmp_path: Path) -> None:
    for name in ("\U00020000" * 120 + ".xlsx", "ế" * 120, "../../x", "..", ""):
        path = await keep_file(tmp_path, name, b"x")
        assert path.resolve().parent == tmp_path / "received"
        assert path.read_bytes() == b"x"
    assert (tmp_path / "received").stat().st_mode & 0o077 == 0


async def test_a_file_that_comes_twice_is_kept_once(settings: Settings) -> None:
    async with page(settings) as client:
        await client.get("/")
        for _ in range(3):
            sent = await client.post(
                "/chat/files", data={"id": "1"}, files={"file": ("a.csv", b"x\n")}
            )
            assert sent.status_code == 200
        await answered(client, {"id": "2", "text": "chào con"})
    folder = Path(settings.database_url.removeprefix("sqlite+aiosqlite:///")).parent
    assert list((folder / "files" / "received").iterdir()) == []


# Where the page is open to the public


@contextlib.asynccontextmanager
async def public(settings: Settings, address: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser somewhere on the net, new each time."""
    database = await open_database(settings.database_url)
    web = WebChannel()
    program = build_program(settings, database, [web])
    runner = Runner(program, web)
    application = build_web(settings, database, program.pipeline, web, runner.receive)
    transport = httpx.ASGITransport(app=application, client=(address, 4000))
    async with httpx.AsyncClient(transport=transport, base_url="https://clb.example.org") as client:
        yield client
    await database.close()


async def begins(client: httpx.AsyncClient, number: int) -> int:
    """A chat begun with an own cookie, made up or not; the status of its first message."""
    client.cookies.set("chat", f"{number:040}", domain="clb.example.org")
    body = {"id": "1", "start": ""}
    return (await client.post("/chat/messages", json=body)).status_code


async def test_one_place_begins_so_many_chats_an_hour(settings: Settings) -> None:
    config = settings.model_copy(update={"web_chat": "on", "public_url": "https://clb.example.org"})
    most = AN_HOUR[Limited.SESSION]
    async with public(config, "203.0.113.7") as client:
        assert {await begins(client, number) for number in range(most)} == {200}
        refused = await client.post("/chat/messages", json={"id": "2", "text": "chào"})
        assert refused.status_code == 200  # who chats already goes on
        assert await begins(client, most) == 429
        for path in ("/chat/history", "/chat/files"):
            answer = await client.request("POST" if path.endswith("files") else "GET", path)
            assert answer.status_code == 429
            assert int(answer.headers["retry-after"]) > 0
        told = (await client.get("/chat/words")).json()
        assert "nhiều người vào cùng lúc" in told["full"]
    async with public(config, "198.51.100.1") as client:
        assert await begins(client, most) == 200
        assert (await client.get("/chat/words")).json()["full"] == ""
    for address in ("2001:db8::1", "2001:db8::2"):
        async with public(config, address) as client:
            assert await begins(client, 1000 + int(address[-1])) == 200

    async def kept() -> list[str]:
        database = await open_database(settings.database_url)
        try:
            return await database.run(
                lambda uow: sorted(
                    {row.subject for row in uow.connection.execute(schema.tally.select())}
                )
            )
        finally:
            await database.close()

    subjects = await kept()
    assert len(subjects) == 3  # an IPv6 household is one place
    # Whole addresses: three digits of one stand in a digest by chance every thirtieth run.
    assert not any("203.0.113" in each or "2001:db8" in each for each in subjects)


async def test_on_ones_own_machine_nobody_counts(settings: Settings) -> None:
    async with page(settings) as client:
        for number in range(AN_HOUR[Limited.SESSION] + 2):
            client.cookies.set("chat", f"{number:040}", domain="127.0.0.1")
            assert (await client.get("/chat/words")).json()["full"] == ""
