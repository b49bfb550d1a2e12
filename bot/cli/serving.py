"""The bot itself, and the two ways to talk with it at the console."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.running import (
    WORK_FAILED,
    print_line,
    run,
    tell,
)

if TYPE_CHECKING:
    from bot.settings import Settings


def run_command(
    demo: Annotated[
        bool, typer.Option("--demo", help="A sample province on data/demo.db, the page only.")
    ] = False,
) -> None:
    """Start every channel that is configured."""
    from bot.runner import run_bot

    def write(line: str) -> None:
        tell([line])

    if demo:
        from bot.demo.running import run_demo

        run(lambda settings: run_demo(settings, write))
        return
    run(lambda settings: run_bot(settings, write))


def chat_command(
    name: Annotated[str, typer.Option("--as", help="Whose chat it is.")] = "me",
) -> None:
    """One person's chat in the terminal."""
    from bot.terminal import chat

    run(lambda settings: chat(settings, name, sys.stdin, print_line))


def script_command(
    file: Annotated[Path | None, typer.Argument(help="The script; standard input without.")] = None,
    seed: Annotated[
        str | None, typer.Option(help="Any word: the same one draws the same codes and numbers.")
    ] = None,
    files: Annotated[Path | None, typer.Option(help="The folder for files that are sent.")] = None,
    copy: Annotated[bool, typer.Option("--copy", help="Work on a throw-away copy.")] = False,
) -> None:
    """Replay a conversation: JSON lines in and out, with a clock that it moves itself."""
    from bot.scripting import Options, run_script

    def emit(line: dict[str, object]) -> None:
        print_line(json.dumps(line, ensure_ascii=False))

    folder = file.resolve().parent if file else Path.cwd()
    options = Options(seed=seed, files=files, copy=copy, folder=folder)

    async def work(settings: Settings) -> bool:
        if file is None:
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
            return await run_script(settings, sys.stdin, options, emit)
        try:
            with file.open(encoding="utf-8", errors="replace") as lines:
                return await run_script(settings, lines, options, emit)
        except OSError as error:
            raise LookupError(f"{file}: {error.strerror}") from None

    if not run(work):
        raise typer.Exit(WORK_FAILED)
