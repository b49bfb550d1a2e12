"""Through a pooler in transaction mode: every transaction may be on another server connection."""

from __future__ import annotations

import asyncio
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url

from bot.app import build_program
from bot.clock import VirtualClock
from bot.messages import Address, Inbound, Incoming
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.faults import StorageError
from bot.storage.postgresql import PostgreSQL
from bot.storage.unit_of_work import UnitOfWork
from tests.acceptance.test_postgresql import free_port
from tests.command_line import one_line, run
from tests.conformance.test_readers import NOW, add, count
from tests.fakes.channel import FakeChannel
from tests.postgresql import Server

PGBOUNCER = shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")
SERVERS = 3
"""Connections to the server that all clients share."""


@contextmanager
def pooler(url: str, mode: str = "transaction") -> Iterator[str]:
    """PgBouncer before a database; the database's address through it."""
    if PGBOUNCER is None:
        pytest.skip("no pgbouncer on this machine")
    address, port = make_url(url), free_port()
    sockets = str(address.query["host"])
    # Not in pytest's folder: where we are root, it works as the server's user.
    folder = Path(tempfile.mkdtemp(prefix="pgbouncer-"))
    config, users = folder / "pgbouncer.ini", folder / "users.txt"
    users.write_text('"postgres" ""\n', encoding="utf-8")
    config.write_text(
        f"""[databases]
            pooled = host={sockets} port=5432 dbname={address.database} user=postgres
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            auth_type = trust
            auth_file = {users}
            pool_mode = {mode}
            default_pool_size = {SERVERS}
            unix_socket_dir =
            logfile = {folder}/log
            pidfile = {folder}/pid
            """.replace("            ", ""),
        encoding="utf-8",
    )
    owner = pwd.getpwuid(Path(sockets).stat().st_uid)
    as_owner = ["-u", owner.pw_name] if os.geteuid() == 0 else []
    for path in (folder, config, users) if as_owner else ():
        os.chown(path, owner.pw_uid, owner.pw_gid)
    process = subprocess.Popen(
        [PGBOUNCER, "-q", *as_owner, str(config)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, process)
        yield f"postgresql+asyncpg://postgres@127.0.0.1:{port}/pooled"
    finally:
        process.kill()
        process.wait()
        shutil.rmtree(folder)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise RuntimeError("pgbouncer has ended")


@pytest.fixture
def pooled(postgresql: Server) -> Iterator[str]:
    with pooler(postgresql.fresh()) as url:
        yield url


@pytest.fixture
def direct(postgresql: Server) -> str:
    """The address of a database with nothing before it."""
    return postgresql.fresh()


@asynccontextmanager
async def opened(*urls: str) -> AsyncIterator[list[Database]]:
    databases = [Database(url, VirtualClock(NOW)) for url in urls]
    try:
        yield databases
    finally:
        for each in databases:
            await each.close()


def _prepares(database: Database) -> bool:
    assert isinstance(database._driver, PostgreSQL)
    return database._driver._prepares


async def test_transactions_that_go_to_other_servers_all_the_same(pooled: str) -> None:
    async with opened(pooled, pooled) as databases:
        for _ in range(5):
            await asyncio.gather(
                *(each.run(add) for each in databases for _ in range(2 * SERVERS)),
                *(each.read(count) for each in databases for _ in range(2 * SERVERS)),
            )
        assert {await each.read(count) for each in databases} == {5 * 2 * 2 * SERVERS}
        assert not any(_prepares(each) for each in databases)


async def test_without_a_pooler_statements_stay_prepared(direct: str) -> None:
    async with opened(direct) as (database,):
        await asyncio.gather(*(database.run(add) for _ in range(20)))
        assert _prepares(database)


async def test_isolation_is_said_with_every_transaction(pooled: str) -> None:
    def how(uow: UnitOfWork) -> tuple[str, str]:
        shown = [
            uow.connection.execute(sa.text(f"SHOW {name}")).scalar_one()
            for name in ("transaction_isolation", "transaction_read_only")
        ]
        return str(shown[0]), str(shown[1])

    async with opened(pooled) as (database,):
        for _ in range(2):
            assert await database.run(how) == ("repeatable read", "off")
            assert await database.read(how) == ("repeatable read", "on")


async def test_updates_are_handled_and_answered_by_two_workers(pooled: str) -> None:
    async with opened(pooled, pooled) as databases:
        settings = Settings(_env_file=None, database_url=pooled)
        workers = [(build_program(settings, each, [FakeChannel()]), each) for each in databases]
        updates = [
            Inbound(Address("web", f"chat{n % 7}"), Incoming.TEXT, "menu", update_key=str(n))
            for n in range(70)
        ]
        await workers[0][0].pipeline.receive(updates)

        async def work_off(number: int) -> None:
            program = workers[number][0]
            while await program.pipeline.handle_next():
                await program.dispatcher.tick()
            while await program.dispatcher.tick():
                pass

        await asyncio.gather(work_off(0), work_off(1))
        report = await databases[0].read(lambda uow: uow.measures.updates())
        assert report == {"handled": 70}
        sent = await databases[0].read(lambda uow: uow.measures.messages())
        assert {state for state, _ in sent} == {"sent"}


def test_commands_work_through_it(postgresql: Server, tmp_path: Path) -> None:
    with pooler(postgresql.create("behind_a_pooler", "template1")) as url:
        assert run("migrate", url=url).returncode == 0
        assert run("invite", "--role", "coordinator", url=url).returncode == 0
        for command in (["report"], ["accounts"], ["backup", str(tmp_path / "b.db")]):
            done = run(*command, url=url)
            assert done.returncode == 0, done.stderr


def test_what_can_not_work_is_told_as_what_it_is(direct: str) -> None:
    with pooler(direct, mode="statement") as url:
        told = one_line(run("report", url=url))
        assert "pool_mode" in told
        assert "transaction or session" in told
        doctor = run("doctor", url=url, BOT_LOCALE="en")
        assert "pool_mode to transaction or session" in doctor.stdout
        unknown = one_line(run("report", url=url.replace("/pooled", "/elsewhere")))
        assert "elsewhere" in unknown


async def test_a_name_that_the_server_does_not_know_is_no_lost_connection(
    postgresql: Server,
) -> None:
    missing = postgresql.url("not_there")
    async with opened(missing) as (database,):
        with pytest.raises(StorageError, match=r"doesn't admit us: .*not_there.*BOT_DATABASE_URL"):
            await database.read(count)
