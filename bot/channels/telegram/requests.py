"""How requests reach Telegram: python-telegram-bot reads the answers, the way there is ours.

The library's own request class costs a millisecond of the processor for each call. Where the
environment names a proxy, it is used all the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlencode

import httpx
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from bot.channels.base import FetchError, FileTooBigError
from bot.channels.connections import AnswerTooLongError, Connections, needs_proxy
from bot.messages import MOST_DIGITS

CONNECT_SECONDS = 5.0
UPLOAD_SECONDS = 30.0
_NUMBER = re.compile(rf"-?\d{{1,{MOST_DIGITS}}}")
_FORM = (("Content-Type", "application/x-www-form-urlencoded"),)

Timeout = Any
"""Seconds, or the library's mark for "as usual"."""


class TooDeepError(TelegramError):
    """An answer that is nested too deep to be read; `payload` is how it came."""

    def __init__(self, payload: bytes) -> None:
        super().__init__("an answer is nested too deep")
        self.payload = payload


def _whole(digits: str) -> int | str:
    """A number as one; a monstrous one stays text: Python itself would refuse to read it."""
    return int(digits) if _NUMBER.fullmatch(digits) else digits


def parse(payload: bytes) -> Any:
    """The JSON of an answer, whatever numbers stand in it; raises TelegramError."""
    try:
        return json.loads(payload.decode("utf-8", "replace"), parse_int=_whole, parse_constant=str)
    except ValueError:
        raise TelegramError("Invalid server response") from None
    except RecursionError:
        raise TooDeepError(payload) from None


@dataclass(frozen=True)
class Form:
    """A call's parameters: what a request class reads of the library's RequestData."""

    json_parameters: Mapping[str, str]
    multipart_data: Mapping[str, tuple[str, bytes, str]] | None = None

    @classmethod
    def of(cls, parameters: Mapping[str, Any]) -> RequestData:
        """The parameters that have a value, each as the Bot API reads it from a form."""
        return cast(
            RequestData,
            cls(
                {
                    name: value if isinstance(value, str) else json.dumps(value)
                    for name, value in parameters.items()
                    if value is not None and not isinstance(value, Upload)
                },
                {
                    name: (value.name, value.content, "application/octet-stream")
                    for name, value in parameters.items()
                    if isinstance(value, Upload)
                }
                or None,
            ),
        )


@dataclass(frozen=True)
class Upload:
    """A file that goes with a call."""

    name: str
    content: bytes


class DirectRequest(BaseRequest):
    """Requests over kept-alive connections of our own."""

    def __init__(self, root: str, *, most: int, seconds: float) -> None:
        self._connections = Connections(root, most=most, connect_seconds=CONNECT_SECONDS)
        self._seconds = seconds

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer is waited for."""
        return self._seconds

    async def initialize(self) -> None:
        """Connections are made when they are needed."""

    async def shutdown(self) -> None:
        """Let go of the connections."""
        self._connections.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Read an answer; raises TelegramError."""
        return parse(payload)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Timeout = None,
        write_timeout: Timeout = None,
        connect_timeout: Timeout = None,
        pool_timeout: Timeout = None,
    ) -> tuple[int, bytes]:
        """One request; raises TimedOut and NetworkError with what broke as the cause."""
        body, headers = _encoded(url, request_data)
        seconds = self._seconds
        if isinstance(read_timeout, int | float):
            seconds = read_timeout
        elif request_data is not None and request_data.multipart_data:
            seconds += UPLOAD_SECONDS
        try:
            answer = await self._connections.ask(
                method,
                url.removeprefix(self._connections.origin),
                seconds=seconds,
                body=body,
                headers=headers,
            )
        except httpx.TimeoutException as error:
            raise TimedOut from error
        except httpx.HTTPError as error:
            raise NetworkError(type(error).__name__) from error
        return answer.status, answer.body

    async def download(self, url: str, most: int) -> bytes:
        """A file of at most `most` bytes; raises FetchError."""
        try:
            answer = await self._connections.ask(
                "GET", url.removeprefix(self._connections.origin), seconds=self._seconds, most=most
            )
        except AnswerTooLongError:
            raise FileTooBigError("too big") from None
        except httpx.HTTPError as error:
            raise FetchError(type(error).__name__) from None
        if answer.status != 200:
            raise FetchError(str(answer.status))
        return answer.body


class ProxiedRequest(HTTPXRequest):
    """Requests over the environment's proxy."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Read an answer; raises TelegramError."""
        return parse(payload)

    async def download(self, url: str, most: int) -> bytes:
        """A file of at most `most` bytes; raises FetchError."""
        try:
            content = await self.retrieve(url)
        except TelegramError as error:
            raise FetchError(type(error).__name__) from None
        if len(content) > most:
            raise FileTooBigError("too big")
        return content


def _encoded(url: str, data: RequestData | None) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    """The body of a call, and what its heading says of it."""
    if data is None:
        return b"", ()
    if not data.multipart_data:
        return urlencode(data.json_parameters).encode(), _FORM
    request = httpx.Request("POST", url, data=data.json_parameters, files=data.multipart_data)
    return request.read(), (("Content-Type", request.headers["Content-Type"]),)


def request_to(root: str, *, most: int, seconds: float) -> DirectRequest | ProxiedRequest:
    """The request class for a server, with so many connections at most."""
    if not needs_proxy(root):
        return DirectRequest(root, most=most, seconds=seconds)
    return ProxiedRequest(
        connection_pool_size=most,
        connect_timeout=CONNECT_SECONDS,
        read_timeout=seconds,
        write_timeout=seconds,
        media_write_timeout=UPLOAD_SECONDS,
    )
