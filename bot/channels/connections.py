"""Kept-alive connections to one server: HTTP/1.1 with as little around it as goes.

A call of a platform's API is a few hundred bytes each way; a general client spends a millisecond
of the processor on it, h11 on a plain connection a fifth. What goes wrong is told with httpx's
errors, so that whoever reads them need not know which of the two it was. It knows no proxy: where
`needs_proxy` says that the environment has one for a server, a general client is taken.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from ssl import SSLContext
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import h11
import httpx

IDLE_SECONDS = 45.0
"""How long a connection is kept that nobody uses: servers close theirs after a minute or so."""
READ_AT_ONCE = 64 * 1024
MOST_ANSWER = 16 * 1024 * 1024
"""Bytes of the longest answer that is read."""

Headers = Sequence[tuple[str, str]]


class AnswerTooLongError(httpx.HTTPError):
    """The answer is longer than what was asked for."""


def needs_proxy(url: str) -> bool:
    """Whether the environment has a proxy for an address (HTTPS_PROXY and its like)."""
    parts = urlsplit(url)
    proxies = getproxies()
    return bool(
        (parts.scheme in proxies or "all" in proxies) and not proxy_bypass(parts.hostname or "")
    )


@lru_cache(maxsize=1)
def _certificates() -> SSLContext:
    return httpx.create_ssl_context()


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    body: bytes


class _Connection:
    """One connection; one request after the other."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._machine = h11.Connection(h11.CLIENT)
        self.used_at = time.monotonic()

    @property
    def is_fresh(self) -> bool:
        """Whether the server has neither closed it nor is about to."""
        idle = time.monotonic() - self.used_at
        return idle < IDLE_SECONDS and not (self._reader.at_eof() or self._writer.is_closing())

    async def ask(self, request: h11.Request, body: bytes, most: int) -> Answer:
        """Send a request and read its answer; raises OSError, h11's errors, AnswerTooLongError."""
        machine = self._machine
        wire = [machine.send(request), machine.send(h11.Data(body)) if body else b""]
        wire.append(machine.send(h11.EndOfMessage()))
        self._writer.write(b"".join(each for each in wire if each))
        await self._writer.drain()
        status, read = 0, bytearray()
        while True:
            event = machine.next_event()
            if event is h11.NEED_DATA:
                machine.receive_data(await self._reader.read(READ_AT_ONCE))
            elif isinstance(event, h11.Response):
                status = event.status_code
            elif isinstance(event, h11.Data):
                read += event.data
                if len(read) > most:
                    raise AnswerTooLongError(f"more than {most} bytes")
            elif isinstance(event, h11.EndOfMessage):
                return Answer(status, bytes(read))
            elif isinstance(event, h11.ConnectionClosed):
                raise h11.RemoteProtocolError("closed before the answer")

    def is_reusable(self) -> bool:
        """Make ready for the next request; False when the connection is at its end."""
        if h11.DONE is not self._machine.our_state or h11.DONE is not self._machine.their_state:
            return False
        self._machine.start_next_cycle()
        self.used_at = time.monotonic()
        return True

    def close(self) -> None:
        self._writer.close()


class Connections:
    """The connections to a server, `most` at a time."""

    def __init__(self, root: str, *, most: int, connect_seconds: float) -> None:
        parts = urlsplit(root)
        self.origin = f"{parts.scheme}://{parts.netloc}"
        self._secure = parts.scheme == "https"
        self._host = parts.hostname or ""
        self._port = parts.port or (443 if self._secure else 80)
        self._named = parts.netloc.rpartition("@")[2]
        self._connect_seconds = connect_seconds
        self._idle: list[_Connection] = []
        self._room = asyncio.Semaphore(most)

    async def ask(
        self,
        method: str,
        target: str,
        *,
        seconds: float,
        body: bytes = b"",
        headers: Headers = (),
        most: int = MOST_ANSWER,
    ) -> Answer:
        """One request, answered within so many seconds once there is a connection.

        Raises httpx.ConnectError or ConnectTimeout when nothing left, else what broke.
        """
        sent = [("Host", self._named), ("Accept", "*/*"), *headers]
        if body or method == "POST":
            sent.append(("Content-Length", str(len(body))))
        request = h11.Request(method=method, target=target, headers=sent)
        async with self._room:
            connection = await self._take()
            kept = False
            try:
                async with asyncio.timeout(seconds):
                    answer = await connection.ask(request, body, most)
                kept = connection.is_reusable()
                return answer
            except TimeoutError:
                raise httpx.ReadTimeout("no answer in time") from None
            except h11.RemoteProtocolError as error:
                raise httpx.RemoteProtocolError(str(error)) from None
            except OSError as error:
                raise httpx.ReadError(type(error).__name__) from None
            finally:
                if kept:
                    self._idle.append(connection)
                else:
                    connection.close()

    async def _take(self) -> _Connection:
        while self._idle:
            connection = self._idle.pop()
            if connection.is_fresh:
                return connection
            connection.close()
        try:
            async with asyncio.timeout(self._connect_seconds):
                reader, writer = await asyncio.open_connection(
                    self._host, self._port, ssl=_certificates() if self._secure else None
                )
        except TimeoutError:
            raise httpx.ConnectTimeout("no connection in time") from None
        except OSError as error:
            raise httpx.ConnectError(type(error).__name__) from None
        return _Connection(reader, writer)

    def close(self) -> None:
        """Let go of what nobody uses now."""
        while self._idle:
            self._idle.pop().close()
