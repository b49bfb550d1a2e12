"""Statements are the storage's own: nobody above it takes a connection in hand."""

from __future__ import annotations

import re
from pathlib import Path

import bot

TAKEN = re.compile(r"\.(?:connection|_connection|_driver)\b|\bexec_driver_sql\b")


def test_nobody_above_the_storage_runs_statements() -> None:
    root = Path(bot.__file__).parent
    files = [path for path in root.rglob("*.py") if root / "storage" not in path.parents]
    assert len(files) > 100
    taking = [
        f"{path.relative_to(root)}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if TAKEN.search(line)
    ]
    assert taking == []


def test_taking_one_would_be_seen() -> None:
    for line in (
        "uow.connection.execute(query)",
        "rows = uow.clubs._connection",
        "database._driver",
    ):
        assert TAKEN.search(line), line
