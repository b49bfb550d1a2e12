"""Which version of the program it is that runs."""

from __future__ import annotations

import re
from pathlib import Path

from bot.version import VERSION, told_version
from tests.command_line import run

COMMIT = "81fcbd5a" * 5


def test_it_is_printed() -> None:
    result = run("--version")
    assert result.returncode == 0
    assert re.fullmatch(rf"ishc-bot {re.escape(VERSION)}( \([0-9a-f]{{7}}\))?\n", result.stdout)


def test_a_checkout_names_its_commit(tmp_path: Path) -> None:
    assert told_version(tmp_path) == VERSION
    git = tmp_path / ".git"
    git.mkdir()
    (git / "HEAD").write_text(f"{COMMIT}\n")
    assert told_version(tmp_path) == f"{VERSION} (81fcbd5)"
    (git / "HEAD").write_text("ref: refs/heads/main\n")
    assert told_version(tmp_path) == VERSION
    (git / "packed-refs").write_text(f"# pack-refs\n{COMMIT} refs/heads/main\n")
    assert told_version(tmp_path) == f"{VERSION} (81fcbd5)"
    (git / "refs" / "heads").mkdir(parents=True)
    (git / "refs" / "heads" / "main").write_text(f"{COMMIT[::-1]}\n")
    assert told_version(tmp_path) == f"{VERSION} ({COMMIT[::-1][:7]})"
