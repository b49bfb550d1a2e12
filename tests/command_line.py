"""The command line as tests call it: in this process, or in one of its own where that is the matter.

Starting an interpreter and importing the program takes more than a second each time. What a
command reads and prints, how it ends and what it leaves behind is the same without; what only a
process has (its end, signals, a lock beside another worker) is asked of `run_process`.
"""

from __future__ import annotations

import contextlib
import io
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TextIO
from unittest import mock

import structlog
import typer.main

from bot.cli import main
from tests import leaks

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


def environment(url: str | None = None, **extra: str) -> dict[str, str]:
    """The environment without the settings of whoever runs the tests."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("BOT_")}
    database = {"BOT_DATABASE_URL": url} if url else {}
    return {**kept, "PYTHONPATH": str(ROOT), **database, **extra}


def run_process(
    *args: str, url: str | None = None, cwd: Path = ROOT, stdin: str = "", **extra: str
) -> Ended:
    """A command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *args],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env=environment(url, **extra),
        input=stdin,
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def run(
    *args: str, url: str | None = None, cwd: Path = ROOT, stdin: str = "", **extra: str
) -> Ended:
    """A command in this process."""
    with _text() as said:
        code, errors = _call(args, said, environment(url, **extra), cwd, stdin)
        return Ended(code, _read(said), errors)


def unread(*args: str, url: str, stdin: str = "", **extra: str) -> Ended:
    """A command in this process whose output nobody reads any more, as behind `head`."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as said:
        code, errors = _call(args, said, environment(url, **extra), ROOT, stdin)
        return Ended(code, "", errors)


def one_line(result: Ended) -> str:
    """The one line in which a command told what went wrong."""
    assert result.returncode == 1, result
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    assert "Traceback" not in result.stderr
    return lines[0]


def _text(content: str = "") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content.encode()), encoding="utf-8")


def _read(said: io.TextIOWrapper) -> str:
    said.flush()
    return said.buffer.getvalue().decode()  # type: ignore[attr-defined, no-any-return]


def _call(
    args: tuple[str, ...], said: TextIO, settings: dict[str, str], cwd: Path, stdin: str
) -> tuple[int, str]:
    """The exit status of the program's entry, and what it wrote to standard error."""
    with (
        _text() as errors,
        _text(stdin) as typed,
        _as_it_was(),
        contextlib.chdir(cwd),
        mock.patch.dict(os.environ, settings, clear=True),
        # The tests themselves give way to nobody: it can't be taken back. Their garbage is their own.
        mock.patch("os.nice"),
        mock.patch("gc.set_threshold"),
        mock.patch.object(typer.main, "get_command", _read_options),
        mock.patch.multiple(sys, argv=["bot", *args], stdin=typed, stdout=said, stderr=errors),
    ):
        leaks.secrets_of(settings)
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        told = _read(errors)
    leaks.note("standard error of a command", told)
    return code, told


_read_options = cache(typer.main.get_command)
"""The commands with their options: they are read once."""


@contextlib.contextmanager
def _as_it_was() -> Iterator[None]:
    """Take back what the program sets up for a process of its own: its umask and its logs."""
    root, structured = logging.getLogger(), structlog.get_config()
    handlers, root.handlers = root.handlers, []
    known = [root, *logging.Logger.manager.loggerDict.values()]
    levels = {each: each.level for each in known if isinstance(each, logging.Logger)}
    umask = os.umask(0o022)
    os.umask(umask)
    try:
        yield
    finally:
        os.umask(umask)
        root.handlers = handlers
        for logger, level in levels.items():
            logger.setLevel(level)
        structlog.configure(**structured)
