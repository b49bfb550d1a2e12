"""The time is the application's, never the database's: a virtual clock must hold everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import bot

ASKED = re.compile(
    r"CURRENT_(TIMESTAMP|DATE|TIME)\b|func\.(now|current_\w+|localtime\w*)\b"
    r"|\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|julianday|strftime)"
    r"\(\)?[^:]*\)?(?=.*[\"'])|datetime\('now",
    re.IGNORECASE,
)
STORING = ("storage", "handlers/office/report.py", "handlers/ticks.py", "cli/", "scripting.py")


def test_no_statement_asks_the_database_for_the_time() -> None:
    root = Path(bot.__file__).parent
    files = [
        path
        for place in STORING
        for path in ([root / place] if place.endswith(".py") else (root / place).rglob("*.py"))
    ]
    assert len(files) > 15
    asking = [
        f"{path.name}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if ASKED.search(line)
    ]
    assert asking == []


def test_asking_would_be_seen() -> None:
    for line in ('sa.text("x < now()")', "sa.func.now()", "server_default=CURRENT_TIMESTAMP",
                 """text("datetime('now')")"""):  # fmt: skip
        assert ASKED.search(line), line
