"""The command line: `ishc-bot`, or `python -m bot` with the working folder as the bot's own."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence

from bot.home import CHECKOUT, become_keeper, language_named, settle_home

GIVES_WAY = 10
"""How much nicer than others a command is that only looks: it gets a tenth of a busy processor."""
GARBAGE = (20_000, 10, 10)
"""Garbage is looked for when so many things were made and kept; the interpreter's own 700 are few."""
LOOKING = frozenset(
    (
        "accesses",
        "accounts",
        "backup",
        "doctor",
        "documents",
        "export-roster",
        "gaps",
        "materials",
        "report",
        "requests",
    )
)
"""Commands that only look. Who writes is in a hurry: the bot waits for him."""


def installed() -> None:
    """The entry of the installed command: its folder is the bot's, wherever it is called."""
    settle_home()
    main()


def main() -> None:
    """The program's entry; after an update that needs more than is installed it says how to go on."""
    if sys.platform == "win32":
        # Its locks, rights and signals are not those that people's data are kept by.
        print("on Windows the bot runs in WSL: see docs/howto/windows.md", file=sys.stderr)  # noqa: T201
        sys.exit(1)
    become_keeper()
    # Loading makes much and throws nothing away: looking for garbage meanwhile took a tenth of it.
    gc.set_threshold(*GARBAGE)
    if _only_looks(sys.argv[1:]):
        give_way()
    try:
        from bot.cli import main as command_line

        command_line()
    except ModuleNotFoundError as error:
        _tell_missing(str(error.name))
        sys.exit(1)


def _only_looks(arguments: Sequence[str]) -> bool:
    name = next(iter(arguments), "")
    return name in LOOKING or (name == "invite" and "--list" in arguments)


def give_way() -> None:
    """Let the bot go first where it runs on this machine too: who only looks is in no hurry.

    Before anything is loaded: that takes longer than most commands take.
    """
    with contextlib.suppress(OSError):
        os.nice(GIVES_WAY)


def _tell_missing(library: str) -> None:
    """One line; the doctor speaks though nothing can be loaded, in its own words where there are any."""
    mends = f"make -C {CHECKOUT} install"
    told = f"the library {library} is not installed: run `{mends}`, which installs what is missing"
    if sys.argv[1:2] == ["doctor"]:
        print(_doctors_line(library, mends) or f"[fault] {told}")  # noqa: T201
    print(told, file=sys.stderr)  # noqa: T201


def _doctors_line(library: str, mends: str) -> str | None:
    """What the doctor says of it; None where the words aren't compiled yet: that needs a library."""
    try:
        from bot.speech.compiled import CatalogueError, load_compiled

        words = load_compiled("en" if language_named() == "en" else "vi")
    except (ImportError, CatalogueError):
        return None
    told = words.gettext("doctor.libraries_missing").format(name=library, command=mends)
    level = words.gettext("doctor.level.fault")
    return words.gettext("doctor.line").format(level=level, words=told)


if __name__ == "__main__":
    main()
