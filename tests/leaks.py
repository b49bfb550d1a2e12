"""What the suite's programs say to operators is searched for tokens, phone numbers and names.

Collected are log events, standard error of its processes (with the errors that nobody caught), and
pages that are meant for anybody (metrics, health, refusals). A test during which something leaked
fails at its end.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog
from pydantic import SecretStr

_FAMILY = "Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Mai"
_CAPITAL = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỵ"
PATTERNS = {
    "a bot's token": re.compile(r"(?<!\d)\d{6,}:[A-Za-z0-9_-]{8,}"),
    "a phone number": re.compile(r"(?<![\w.])(?:\+?84|0)[ .]?[35789](?:[ .-]?\d){8}(?!\w)"),
    "a person's name": re.compile(rf"\b(?:{_FAMILY}) [{_CAPITAL}]\w+"),
    "somebody's form of address": re.compile(rf"\b(?:bà|ông|cô|chú|bác|anh|chị) [{_CAPITAL}]\w+"),
}
_SECRET_SETTING = re.compile(r"BOT_\w*(?:TOKEN|SECRET|KEY)$")
EXAMPLE = "123456789:the-letters-that-BotFather-gave"
"""What a wrong token is told with."""
PAGES = ("/metrics", "/healthz", "/readyz")

_said: list[tuple[str, str]] = []
_watched: dict[Path, int] = {}
_secrets: set[str] = set()


def note(place: str, text: str) -> None:
    """Something was said at a place that is not meant for what is searched for."""
    _said.append((place, text))


def watch(path: Path | str) -> None:
    """A file that a process writes its standard error into."""
    _watched.setdefault(Path(path), 0)


def secret(value: str | None) -> None:
    """A secret that is in use during this test; what is a plain word could stand anywhere."""
    if value and len(value) >= 8 and re.search(r"[\d_-]", value):
        _secrets.add(value)


def secrets_of(environment: Mapping[str, str]) -> None:
    """The secrets among the settings that a process of the program is given."""
    for name, value in environment.items():
        if _SECRET_SETTING.match(name):
            secret(value)


def leaks(text: str) -> Iterator[str]:
    """What must not stand in a text: its kind and its beginning."""
    text = text.replace(EXAMPLE, "")
    for kind, pattern in PATTERNS.items():
        for found in pattern.finditer(text):
            yield f"{kind} ({found.group()[:6]}…)"
    for value in _secrets:
        if value in text:
            yield f"a secret ({value[:3]}…)"


def found() -> list[str]:
    """What leaked since the last look, each with its place."""
    for path, read in list(_watched.items()):
        if path.is_file():
            with path.open("rb") as opened:
                opened.seek(read)
                content = opened.read()
            _watched[path] = read + len(content)
            note(f"standard error in {path.name}", content.decode("utf-8", "replace"))
        elif read:
            del _watched[path]
    told = [f"{kind} in {place}: {text[:300]!r}" for place, text in _said for kind in leaks(text)]
    _said.clear()
    _secrets.clear()
    return told


# Where it is collected


def _collect(_logger: Any, method: str, event: Any) -> Any:
    note("a log event", f"{method} {event!r}")
    return event


def _configuring(real: Any) -> Any:
    def configure(*args: Any, **more: Any) -> None:
        steps = more.get("processors")
        if steps and _collect not in steps:
            steps.insert(len(steps) - 1, _collect)
        real(*args, **more)

    return configure


def _is_ours(command: Any) -> bool:
    return isinstance(command, list | tuple) and "-m" in command and "bot" in command


class _Process(subprocess.Popen):  # type: ignore[type-arg]
    """A process whose standard error is kept in mind when it is the program."""

    def __init__(self, args: Any, *more: Any, **options: Any) -> None:
        self._ours = _is_ours(args)
        if self._ours:
            secrets_of(options.get("env") or {})
            errors = getattr(options.get("stderr"), "name", None)
            if isinstance(errors, str):
                watch(errors)
        super().__init__(args, *more, **options)

    def communicate(self, *args: Any, **more: Any) -> Any:
        told = super().communicate(*args, **more)
        if self._ours and told[1]:
            text = told[1] if isinstance(told[1], str) else told[1].decode("utf-8", "replace")
            note("standard error of a command", text)
        return told


def _page(response: httpx.Response) -> None:
    if response.request.url.path in PAGES or response.status_code >= 400:
        if response.is_stream_consumed:
            note(f"the page {response.request.url.path} ({response.status_code})", response.text)


def _asking(client: Any) -> None:
    real = client.send

    if client is httpx.AsyncClient:

        async def send(self: Any, request: Any, **more: Any) -> httpx.Response:
            response: httpx.Response = await real(self, request, **more)
            _from_us(request, response)
            return response

        client.send = send
    else:

        def send_now(self: Any, request: Any, **more: Any) -> httpx.Response:
            response: httpx.Response = real(self, request, **more)
            _from_us(request, response)
            return response

        client.send = send_now


def _from_us(request: Any, response: httpx.Response) -> None:
    # Platforms' own answers may say what they like: only what this machine serves is ours.
    if request.url.host in ("127.0.0.1", "localhost", "testserver") and "/bot" not in str(
        request.url.path
    ):
        _page(response)


def pytest_configure(config: pytest.Config) -> None:
    """Begin to collect, before the tests import the program."""
    structlog.configure = _configuring(structlog.configure)  # type: ignore[assignment]
    structlog.configure(processors=structlog.get_config()["processors"])
    subprocess.Popen = _Process  # type: ignore[misc]
    for client in (httpx.AsyncClient, httpx.Client):
        _asking(client)

    from bot.settings import Settings

    real = Settings.__init__

    def initialise(self: Any, *args: Any, **more: Any) -> None:
        real(self, *args, **more)
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, SecretStr):
                secret(value.get_secret_value())

    Settings.__init__ = initialise  # type: ignore[method-assign]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Look at what was collected when a test and its fixtures have ended."""
    result = yield
    leaked = found()
    if leaked:
        pytest.fail("\n".join(["leaked during this test:", *leaked]), pytrace=False)
    return result  # type: ignore[return-value]
