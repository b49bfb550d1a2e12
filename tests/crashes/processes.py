"""Processes of the program that start in a moment and die where they are told."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.leaks import watch

ROOT = Path(__file__).parent.parent.parent


class Processes:
    """The forking server of `failpoints`, and the processes that came of it."""

    def __init__(self, folder: Path, environment: dict[str, str], *, ahead: float, lease: float):
        self._folder = folder
        self._environment = environment
        self._ahead = ahead
        self._lease = lease
        self._asking = asyncio.Lock()
        self._alive: set[int] = set()
        watch(self.errors)

    async def __aenter__(self) -> Processes:
        self._server = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.crashes.failpoints",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=(self._folder / "server.errors").open("ab"),
            cwd=ROOT,
        )
        assert await self._line() == {"ready": True}
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for pid in list(self._alive):
            os.kill(pid, signal.SIGKILL)
            await self.ended(pid)
        assert self._server.stdin is not None
        self._server.stdin.close()
        await self._server.wait()

    async def _line(self) -> dict[str, Any]:
        assert self._server.stdout is not None
        line = await self._server.stdout.readline()
        assert line, (self._folder / "server.errors").read_text(encoding="utf-8")
        answer: dict[str, Any] = json.loads(line)
        return answer

    async def _ask(self, order: dict[str, Any]) -> dict[str, Any]:
        async with self._asking:
            assert self._server.stdin is not None
            self._server.stdin.write(json.dumps(order).encode() + b"\n")
            return await self._line()

    async def start(
        self, *command: str, point: str = "", count: int = 1, **environment: str
    ) -> int:
        """A process with this command line that dies when it reaches a point; its number."""
        answer = await self._ask(
            {
                "command": command,
                "environment": self._environment | environment,
                "output": str(self.output),
                "errors": str(self.errors),
                "ahead": self._ahead,
                "lease": self._lease,
                "point": point,
                "count": count,
            }
        )
        self._alive.add(answer["pid"])
        return int(answer["pid"])

    async def status(self, pid: int) -> int | None:
        """How a process ended; None while it lives, negative for a signal."""
        status: int | None = (await self._ask({"asked": pid}))["status"]
        if status is not None:
            self._alive.discard(pid)
        return status

    async def ended(self, pid: int) -> int:
        """How a process ended, once it has."""
        while (status := await self.status(pid)) is None:
            await asyncio.sleep(0.01)
        return status

    @property
    def output(self) -> Path:
        return self._folder / "output"

    @property
    def errors(self) -> Path:
        return self._folder / "errors"
