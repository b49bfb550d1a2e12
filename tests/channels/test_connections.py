"""The lean way to a platform's server: what comes back, and what is told of what breaks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpx
import pytest

from bot.channels.connections import AnswerTooLongError, Connections, needs_proxy
from bot.channels.telegram.api import BotApi

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Wire:
    """A server that says what it is told to, byte by byte."""

    def __init__(self, *answers: bytes) -> None:
        self.answers = list(answers)
        self.connections = 0
        self.requests: list[bytes] = []

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = 0
                for each in head.split(b"\r\n"):
                    name, _, value = each.partition(b":")
                    if name.lower() == b"content-length":
                        length = int(value)
                self.requests.append(head + (await reader.readexactly(length)))
                answer = self.answers.pop(0)
                if answer == b"hang":
                    await asyncio.sleep(30)
                writer.write(answer)
                await writer.drain()
                if not answer or b"connection: close" in answer.lower():
                    return
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


def answer(body: bytes, *headers: bytes, status: int = 200) -> bytes:
    lines = [b"HTTP/1.1 %d x" % status, b"Content-Length: %d" % len(body), *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


@asynccontextmanager
async def line(wire: Wire, most: int = 4) -> AsyncIterator[Connections]:
    server = await asyncio.start_server(wire, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    connections = Connections(f"http://127.0.0.1:{port}/x", most=most, connect_seconds=1)
    try:
        yield connections
    finally:
        connections.close()
        server.close()


async def test_a_connection_is_kept_and_used_again() -> None:
    wire = Wire(answer(b"one"), answer(b"two", status=404))
    async with line(wire) as to:
        first = await to.ask("POST", "/a", seconds=1, body=b"x=1", headers=[("A", "b")])
        second = await to.ask("GET", "/b", seconds=1)
        assert (first.status, first.body, second.status) == (200, b"one", 404)
        assert wire.connections == 1
        assert wire.requests[0].startswith(b"POST /a HTTP/1.1\r\n")
        assert wire.requests[0].endswith(b"\r\n\r\nx=1")
        assert b"A: b" in wire.requests[0]


async def test_an_answer_in_pieces_is_read_whole() -> None:
    chunked = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    )
    until_end = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nto the end"
    async with line(Wire(chunked, until_end)) as to:
        assert (await to.ask("GET", "/", seconds=1)).body == b"abcde"
        assert (await to.ask("GET", "/", seconds=1)).body == b"to the end"


async def test_a_connection_that_the_server_closed_is_not_used() -> None:
    wire = Wire(answer(b"one", b"Connection: close"), answer(b"two"))
    async with line(wire) as to:
        await to.ask("GET", "/", seconds=1)
        assert (await to.ask("GET", "/", seconds=1)).body == b"two"
        assert wire.connections == 2


@pytest.mark.parametrize(
    ("bytes_", "error"),
    [
        (b"", httpx.RemoteProtocolError),
        (b"no HTTP at all\r\n\r\n", httpx.RemoteProtocolError),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\nab",
         httpx.RemoteProtocolError),
        (b"hang", httpx.ReadTimeout),
    ],
)  # fmt: skip
async def test_what_breaks_is_named_and_the_next_goes_well(
    bytes_: bytes, error: type[Exception]
) -> None:
    wire = Wire(bytes_, answer(b"well"))
    async with line(wire) as to:
        with pytest.raises(error):
            await to.ask("POST", "/", seconds=0.1)
        assert (await to.ask("GET", "/", seconds=1)).body == b"well"
        assert wire.connections == 2


async def test_a_server_that_is_not_there() -> None:
    async with line(Wire()) as to:
        pass
    with pytest.raises(httpx.ConnectError):
        await to.ask("GET", "/", seconds=1)


async def test_no_more_is_read_than_was_asked_for() -> None:
    async with line(Wire(answer(b"x" * 1000), answer(b"y" * 1000))) as to:
        with pytest.raises(AnswerTooLongError):
            await to.ask("GET", "/", seconds=1, most=999)
        assert len((await to.ask("GET", "/", seconds=1, most=1000)).body) == 1000


async def test_a_request_that_is_given_up_leaves_nothing_behind() -> None:
    wire = Wire(b"hang", answer(b"well"))
    async with line(wire, most=1) as to:
        asking = asyncio.create_task(to.ask("GET", "/", seconds=10))
        while not wire.requests:
            await asyncio.sleep(0)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        assert (await to.ask("GET", "/", seconds=1)).body == b"well"


def test_the_environments_proxy_is_used_where_it_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    assert not needs_proxy("https://api.telegram.org")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    assert needs_proxy("https://api.telegram.org")
    assert not needs_proxy("http://127.0.0.1:8081")
    monkeypatch.setenv("NO_PROXY", "api.telegram.org")
    assert not needs_proxy("https://api.telegram.org")


async def test_telegram_is_asked_over_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    wire = Wire(answer(b'{"ok": true, "result": {"username": "clb_bot"}}'))
    server = await asyncio.start_server(wire, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{port}")
    monkeypatch.setenv("NO_PROXY", "")
    api = BotApi("1:token", api_url="http://api.example")
    assert await api.username() == "clb_bot"
    assert wire.requests[0].startswith(b"POST http://api.example/bot1:token/getMe HTTP/1.1")
    await api.close()
    server.close()
