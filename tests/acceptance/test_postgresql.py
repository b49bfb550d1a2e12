"""The program itself on PostgreSQL: commands, and several workers as real processes."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from bot.messages import Address, Inbound, Incoming
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork
from tests.command_line import ROOT, one_line, run
from tests.postgresql import Server
from tests.test_scripts import lines_of


def test_an_empty_database_is_brought_up_to_date(postgresql: Server) -> None:
    url = postgresql.create("empty", "template1")
    assert "migrate" in one_line(run("report", url=url))
    assert run("migrate", url=url).returncode == 0
    assert run("report", url=url).returncode == 0
    first = run("invite", "--role", "coordinator", url=url)
    assert first.returncode == 0


def test_a_server_that_is_away_is_told_in_one_line(postgresql: Server) -> None:
    url = postgresql.url("nowhere").replace("postgres@", "postgres:secret1@")
    said = one_line(run("report", url=url))
    assert "nowhere" in said
    assert "secret1" not in said
    closed = "postgresql+asyncpg://postgres:secret2@127.0.0.1:9/x"
    for command in (["report"], ["migrate"], ["run"]):
        assert "secret2" not in one_line(run(*command, url=closed))


def test_a_script_runs_there_as_anywhere(postgresql: Server) -> None:
    lines = "\n".join(lines_of("story")[:40])
    found = [
        run("script", "--seed", "story", url=url, stdin=lines, cwd=ROOT / "tests" / "scripts")
        for url in (postgresql.fresh(), postgresql.fresh())
    ]
    assert found[0].returncode == 0, found[0].stderr
    assert found[0].stdout == found[1].stdout
    assert json.loads(found[0].stdout.splitlines()[-1]) == {"done": 40}


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def start(url: str) -> subprocess.Popen[str]:
    """A worker with its page on a port of its own, once it serves."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("BOT_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        env={**clean, "BOT_DATABASE_URL": url, "BOT_WEB_PORT": str(free_port())},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    assert process.stdout.readline()
    return process


def look(url: str, work: Callable[[UnitOfWork], Any]) -> Any:
    async def go() -> Any:
        database = Database(url)
        try:
            return await database.run(work)
        finally:
            await database.close()

    return asyncio.run(go())


def waiting(uow: UnitOfWork) -> int:
    states = Counter(row.state for row in uow.connection.execute(schema.inbox.select()))
    ways = Counter(row.state for row in uow.connection.execute(schema.outbox.select()))
    return states["received"] + ways["queued"]


@pytest.mark.long
def test_two_processes_of_which_one_is_killed(postgresql: Server) -> None:
    url = postgresql.fresh()
    updates = [
        Inbound(Address("web", f"chat{n % 20}"), Incoming.TEXT, f"Chào lần {n}", update_key=str(n))
        for n in range(400)
    ]
    processes = [start(url), start(url)]
    try:
        look(url, lambda uow: uow.inbox.add(updates))
        deadline = time.monotonic() + 120
        while (left := look(url, waiting)) > 300:
            assert time.monotonic() < deadline, left
        processes[0].kill()
        while look(url, waiting):
            assert time.monotonic() < deadline
        rows = look(url, lambda uow: list(uow.connection.execute(schema.inbox.select())))
        assert Counter(row.state for row in rows) == {"handled": 400}
        assert {row.attempt for row in rows} == {1}
        sent = look(url, lambda uow: list(uow.connection.execute(schema.outbox.select())))
        # What the killed one had in hand is left to its lease, and goes again after it: on the page
        # the row is the message, so that nobody reads it twice.
        assert {row.state for row in sent} <= {"sent", "sending"}
        again = [row.account_id for row in sent if row.attempt > 1]
        assert len(again) == len(set(again))
        assert max(row.attempt for row in sent) <= 2
        for chat in range(20):
            came = [row.id for row in rows if row.external_id == f"chat{chat}"]
            replies = [row.inbox_id for row in sorted(sent, key=lambda row: row.id)
                       if row.inbox_id in came]  # fmt: skip
            assert replies == sorted(replies)
            assert set(replies) == set(came)
        processes[1].send_signal(signal.SIGTERM)
        assert processes[1].wait(10) == 0
    finally:
        for process in processes:
            process.kill()
            process.wait()
            assert process.stdout is not None
            process.stdout.close()
