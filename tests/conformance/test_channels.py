"""What every channel is asked alike: one suite, one case a channel.

A case says which faults its platform can have; what it can't have isn't asked of it, and a
test below holds each case to what it says.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.app import build_program, open_database
from bot.channels.base import Channel
from bot.channels.script import ScriptChannel
from bot.channels.telegram import Feed, Introduction, TelegramChannel
from bot.channels.web import WebChannel
from bot.messages import (
    CHANNELS,
    Address,
    Capabilities,
    Choice,
    Inbound,
    Incoming,
    Kind,
    NotSent,
    Outbound,
    Rejected,
    RetryAfter,
    Sent,
    Unknown,
)
from bot.settings import Settings
from bot.speech.cutting import split_text, utf16_length
from tests.fakes.telegram import Fault, Server

TOKEN = "1000001:test-token"
Deliver = Callable[[Callable[[list[Inbound]], Awaitable[Any]]], Awaitable[None]]


@dataclass
class Case:
    """One channel with somebody at the other end."""

    channel: Channel
    who: str
    capabilities: Capabilities
    faults: frozenset[str] = frozenset()
    read: Callable[[], list[tuple[str, list[str]]]] | None = None
    """What the person reads: texts with their buttons; None where the storage is what is read."""
    fail: Callable[[str], Awaitable[None]] | None = None
    deliver_twice: Deliver | None = None
    cleanup: list[Callable[[], Awaitable[Any]]] = field(default_factory=list)

    def message(self, text: str, *labels: str, **more: Any) -> Outbound:
        return Outbound(
            Address(self.channel.name, self.who),
            Kind.REPLY,
            text,
            rows=tuple((Choice(label, f"a/{label}"),) for label in labels),
            outbox_id=3,
            capabilities=more.pop("capabilities", self.capabilities),
            **more,
        )


async def web_case(_folder: Path) -> Case:
    return Case(WebChannel(), "a" * 32, CHANNELS["web"])


async def script_case(_folder: Path) -> Case:
    said: list[tuple[str, list[str]]] = []
    blocked: set[str] = set()

    def emit(line: dict[str, Any]) -> None:
        said.append((line["text"], [each for row in line.get("buttons", []) for each in row]))

    async def fail(_kind: str) -> None:
        blocked.add("lan")

    channel = ScriptChannel(
        emit, lambda: datetime.now(UTC), ZoneInfo("Asia/Ho_Chi_Minh"), blocked=blocked
    )
    return Case(channel, "lan", CHANNELS["web"], frozenset({"blocked"}), lambda: said, fail)


async def telegram_case(folder: Path) -> Case:
    server = Server()
    await server.__aenter__()
    platform = server.platform
    platform.add_bot(TOKEN)
    platform.add_person(5, "Lan").started = True
    channel = TelegramChannel(TOKEN, folder, api_url=server.address, answer_seconds=0.3)

    async def fail(kind: str) -> None:
        if kind == "refused":
            await server.refuse()
        else:
            platform.faults.append(Fault(kind, method="sendMessage", seconds=0.6, retry_after=3))

    async def deliver_twice(receive: Callable[[list[Inbound]], Awaitable[Any]]) -> None:
        platform.say(5, "chào")
        for _ in range(2):
            feed = Feed(channel, Introduction({}, _nothing))
            await feed.poll_once(receive, 0)  # type: ignore[arg-type]

    async def stop() -> None:
        await channel.close()
        await server.__aexit__()
        assert platform.refused == []

    return Case(
        channel,
        "5",
        CHANNELS["telegram"],
        frozenset(OUTCOMES),
        lambda: [(each.text, list(chain(*each.buttons))) for each in platform.shown],
        fail,
        deliver_twice,
        [stop],
    )


async def _nothing(_username: str) -> None:
    pass


CASES = {"web": web_case, "script": script_case, "telegram": telegram_case}
OUTCOMES: dict[str, Callable[[Any], bool]] = {
    "blocked": lambda end: isinstance(end, Rejected) and end.permanent and end.blocked,
    "chat_not_found": lambda end: isinstance(end, Rejected) and end.permanent and end.blocked,
    "too_many": lambda end: isinstance(end, RetryAfter) and end.seconds == 3,
    "server_error": lambda end: isinstance(end, Unknown),
    "bad_gateway": lambda end: isinstance(end, Unknown),
    "hang": lambda end: isinstance(end, Unknown),
    "drop": lambda end: isinstance(end, Unknown),
    "garbage": lambda end: isinstance(end, Unknown),
    "refused": lambda end: isinstance(end, NotSent),
}
"""What has to come of a message by what the platform does."""
POSSIBLE = [
    *(("script", kind) for kind in ("blocked",)),
    *(("telegram", kind) for kind in OUTCOMES),
]


@pytest.fixture
async def case(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Case]:
    found = await CASES[request.param](tmp_path)
    yield found
    for each in found.cleanup:
        await each()


every_channel = pytest.mark.parametrize("case", sorted(CASES), indirect=True)


@every_channel
async def test_every_channel_has_capabilities_and_says_what_can_go_wrong(case: Case) -> None:
    assert case.channel.name in {*CHANNELS, "script"}
    asked = {kind for name, kind in POSSIBLE if name == case.channel.name}
    assert case.faults == asked
    assert bool(case.fail) == bool(case.faults)


@every_channel
async def test_a_message_is_sent_with_its_choices(case: Case) -> None:
    end = await case.channel.send(case.message("Đi không ạ?", "Có", "Không"))
    assert isinstance(end, Sent)
    assert end.platform_id
    if case.read:
        assert case.read() == [("Đi không ạ?", ["Có", "Không"])]


@every_channel
async def test_nobody_reads_an_empty_message(case: Case) -> None:
    end = await case.channel.send(case.message(""))
    assert isinstance(end, Sent | Rejected)
    if case.read:
        assert [text for text, _ in case.read() if text] == []


@every_channel
async def test_a_text_too_long_arrives_whole(case: Case) -> None:
    limit = case.capabilities.text_limit
    text = "Câu này dài mười chữ nha bà con ơi 👵🏻. " * (limit // 12)
    pieces = split_text(text, limit)
    assert len(pieces) > 1
    for piece in pieces:
        assert isinstance(await case.channel.send(case.message(piece)), Sent)
    assert isinstance(await case.channel.send(case.message(text, "Có")), Sent)
    if case.read and case.channel.name != "script":
        assert all(utf16_length(read) <= limit for read, _ in case.read())
        assert [read for read, _ in case.read()] == pieces * 2


@every_channel
async def test_without_buttons_only_the_text_is_shown(case: Case) -> None:
    limited = replace(case.capabilities, buttons=False)
    message = case.message("Đi không ạ?\n1. Có  2. Không", "Có", "Không", capabilities=limited)
    assert isinstance(await case.channel.send(message), Sent)
    if case.read:
        assert case.read() == [("Đi không ạ?\n1. Có  2. Không", [])]


@pytest.mark.parametrize(("case", "kind"), POSSIBLE, indirect=["case"])
async def test_what_the_platform_does_decides_the_outcome(case: Case, kind: str) -> None:
    assert case.fail is not None
    await case.fail(kind)
    end = await case.channel.send(case.message("chào"))
    assert OUTCOMES[kind](end), end


@every_channel
async def test_the_same_update_twice_is_written_down_once(case: Case, settings: Settings) -> None:
    database = await open_database(settings.database_url)
    program = build_program(settings, database, [case.channel])
    counts: list[int] = []

    async def receive(updates: list[Inbound]) -> None:
        counts.append(await program.pipeline.receive(updates))

    if case.deliver_twice:
        await case.deliver_twice(receive)
    else:
        update = Inbound(
            Address(case.channel.name, case.who), Incoming.TEXT, "chào", update_key="1"
        )
        await receive([update])
        await receive([update])
    assert counts == [1, 0]
    await asyncio.wait_for(program.work_off(), 10)
    await database.close()
