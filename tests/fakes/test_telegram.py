"""The test server is as strict as the Bot API's description, and as patient."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.fakes.telegram import Server
from tests.fakes.telegram.specification import check_call, specification

TOKEN = "1000001:test-token"
BUTTON = {"text": "Có", "callback_data": "1/0/x"}


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with Server() as found:
        found.platform.add_bot(TOKEN)
        found.platform.add_person(5, "Lan")
        yield found


async def call(server: Server, method: str, token: str = TOKEN, **given: Any) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as client:
        return await client.post(f"{server.address}/bot{token}/{method}", json=given)


def keyboard(*buttons: Any) -> dict[str, Any]:
    return {"chat_id": 5, "text": "a", "reply_markup": {"inline_keyboard": [list(buttons)]}}


@pytest.mark.parametrize(
    ("method", "given", "fault"),
    [
        ("sendMesage", {}, "no method"),
        ("sendMessage", {"chat_id": 5}, "text: required"),
        ("sendMessage", {"chat_id": 5, "text": "a", "buttons": []}, "no such field"),
        ("sendMessage", {"chat_id": 5, "text": ""}, "allowed 1-4096"),
        ("sendMessage", {"chat_id": 5, "text": "x" * 4097}, "allowed 1-4096"),
        ("sendMessage", {"chat_id": 5, "text": "👵" * 2049}, "allowed 1-4096"),
        ("sendMessage", {"chat_id": [5], "text": "a"}, "expected"),
        ("sendMessage", {"chat_id": 5, "text": 7}, "String is expected"),
        ("sendMessage", {"chat_id": 5, "text": "a", "protect_content": "no"}, "Boolean"),
        ("sendMessage", keyboard({"text": "Có"}), "exactly one"),
        ("sendMessage", keyboard(BUTTON | {"url": "https://x.org"}), "exactly one"),
        ("sendMessage", keyboard(BUTTON | {"callback_data": "đ" * 33}), "66 bytes"),
        ("sendMessage", keyboard(BUTTON | {"callback_data": ""}), "0 bytes"),
        ("sendMessage", keyboard(BUTTON | {"style": "pink"}), "must be one of"),
        ("sendMessage", keyboard(BUTTON | {"value": "x"}), "no such field"),
        ("sendDocument", {"chat_id": 5, "document": 3}, "expected"),
        ("sendDocument", {"chat_id": 5, "document": "id", "caption": "x" * 1025}, "0-1024"),
        ("getUpdates", {"limit": 101}, "allowed 1-100"),
        ("getUpdates", {"timeout": "5"}, "Integer is expected"),
        ("setMyCommands", {"commands": [{"command": "Giúp", "description": "x"}]}, "only a-z"),
        ("setMyCommands", {"commands": [{"command": "x" * 33, "description": "x"}]}, "1-32"),
        ("setMyCommands", {"commands": [{"command": "a", "description": ""}]}, "1-256"),
        ("setMyCommands", {"commands": [{"command": "a", "description": "a"}] * 101}, "100"),
        ("setMyCommands", {"commands": [], "scope": {"type": "everyone"}}, "must be"),
        ("setWebhook", {"url": "https://x.org", "secret_token": "a b"}, "only A-Z"),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "0-200"),
    ],
)
async def test_what_the_description_does_not_have_is_refused(
    server: Server, method: str, given: dict[str, Any], fault: str
) -> None:
    assert any(fault in each for each in check_call(method, given)), check_call(method, given)
    server.platform.people[5].started = True
    answer = (await call(server, method, **given)).json()
    assert answer["ok"] is False
    assert answer["error_code"] == 400
    assert fault in answer["description"]
    assert len(server.platform.refused) == 1
    assert server.platform.shown == []


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("sendMessage", {"chat_id": 5, "text": "x" * 4096}),
        ("sendMessage", {"chat_id": "@clb", "text": "a"}),
        ("sendMessage", keyboard(BUTTON | {"callback_data": "x" * 64})),
        ("sendMessage", keyboard(BUTTON | {"style": "success"})),
        ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": {"remove_keyboard": True}}),
        (
            "sendMessage",
            {
                "chat_id": 5,
                "text": "a",
                "reply_markup": {"keyboard": [[{"text": "Số", "request_contact": True}]]},
            },
        ),
        ("setMyCommands", {"commands": [], "scope": {"type": "all_private_chats"}}),
        ("getUpdates", {"offset": -1, "limit": 1, "timeout": 0, "allowed_updates": ["message"]}),
    ],
)
def test_what_the_description_has_is_allowed(method: str, given: dict[str, Any]) -> None:
    assert check_call(method, given) == []


def test_the_whole_description_can_be_read() -> None:
    found = specification()
    assert len(found["methods"]) == 180
    assert len(found["types"]) == 359


async def test_updates_stay_until_a_higher_offset_is_asked_for(server: Server) -> None:
    first = server.platform.say(5, "một")
    server.platform.say(5, "hai")
    for _ in range(2):
        found = (await call(server, "getUpdates")).json()["result"]
        assert [each["message"]["text"] for each in found] == ["một", "hai"]
    found = (await call(server, "getUpdates", offset=first + 1)).json()["result"]
    assert [each["message"]["text"] for each in found] == ["hai"]
    assert len((await call(server, "getUpdates")).json()["result"]) == 1
    server.platform.say(5, "ba")
    found = (await call(server, "getUpdates", offset=-1, limit=1)).json()["result"]
    assert [each["message"]["text"] for each in found] == ["ba"]


async def test_a_long_poll_ends_with_what_comes(server: Server) -> None:
    poll = asyncio.create_task(call(server, "getUpdates", timeout=20))
    while server.platform.bots[TOKEN].poll is None:
        await asyncio.sleep(0.01)
    server.platform.say(5, "chào")
    answer = await asyncio.wait_for(poll, 5)
    assert len(answer.json()["result"]) == 1


async def test_of_two_pollers_the_first_is_ended(server: Server) -> None:
    first = asyncio.create_task(call(server, "getUpdates", timeout=20))
    while server.platform.bots[TOKEN].poll is None:
        await asyncio.sleep(0.01)
    second = asyncio.create_task(call(server, "getUpdates", timeout=20))
    answer = await asyncio.wait_for(first, 5)
    assert answer.status_code == 409
    assert "only one bot instance" in answer.json()["description"]
    server.platform.say(5, "chào")
    assert (await asyncio.wait_for(second, 5)).status_code == 200


async def test_polling_beside_a_webhook_is_a_conflict(server: Server) -> None:
    assert (await call(server, "setWebhook", url="https://x.org")).json()["ok"]
    assert (await call(server, "getUpdates")).status_code == 409
    assert (await call(server, "deleteWebhook")).json()["ok"]
    assert (await call(server, "getUpdates")).status_code == 200


async def test_a_bot_can_not_write_first(server: Server) -> None:
    answer = await call(server, "sendMessage", chat_id=5, text="a")
    assert answer.status_code == 403
    assert (await call(server, "sendMessage", chat_id=6, text="a")).status_code == 400
    server.platform.start(5)
    assert (await call(server, "sendMessage", chat_id=5, text="a")).json()["ok"]
    server.platform.block(5)
    assert (await call(server, "sendMessage", chat_id=5, text="a")).status_code == 403
    assert server.platform.refused == []


async def test_tokens(server: Server) -> None:
    assert (await call(server, "getMe", token="1:x")).status_code == 401
    assert (await call(server, "getMe", token="x")).status_code == 404


async def test_the_switches_over_http(server: Server) -> None:
    async with httpx.AsyncClient(base_url=server.control_address, trust_env=False) as control:
        said = await control.post("/do/start", json={"chat": 5, "payload": "AB12CD"})
        assert said.json()["update"] == 700_000_001
        assert (await control.post("/do/press", json={"chat": 5, "label": "?"})).status_code == 400
        assert (await control.post("/do/__init__", json={})).status_code == 404
        fault = {"kind": "too_many", "method": "sendMessage", "count": 1, "retry_after": 9}
        await control.post("/faults", json=fault)
        answer = await call(server, "sendMessage", chat_id=5, text="a")
        assert (answer.status_code, answer.json()["parameters"]) == (429, {"retry_after": 9})
        await control.post("/faults", json={"kind": "server_error", "for_seconds": 60})
        assert "<html>" in (await call(server, "getMe")).text
        await control.request("DELETE", "/faults")
        assert (await call(server, "sendMessage", chat_id=5, text="a")).json()["ok"]
        ledger = (await control.get("/ledger")).json()
        assert [each["text"] for each in ledger["shown"]] == ["a"]
        assert ledger["refused"] == []
        assert [each["answer"] for each in ledger["requests"]] == ["too_many", "server_error", 200]
        await control.post("/refuse")
        with pytest.raises(httpx.ConnectError):
            await call(server, "getMe")
        await control.request("DELETE", "/refuse")
        assert (await call(server, "getMe")).json()["result"]["is_bot"] is True
        assert json.loads((await control.get("/chats/5")).text)[0]["text"] == "a"
