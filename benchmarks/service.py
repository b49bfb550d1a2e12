"""What a running bot does in service: replies a second over the test server, and its memory.

The bot is a process of its own with everything switched on; the server, and the people on it who
answer what they are asked, are this one. The hand-written bot of `usual_bot` stands in the same place.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from benchmarks.filling import NOW, fill
from bot.messages import Address
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.unit_of_work import UnitOfWork
from tests.acceptance.test_postgresql import free_port
from tests.crashes.people import Crowd
from tests.fakes.telegram import Platform, Server
from tests.postgresql import running_server

TOKEN = "1000001:test-token"
AT_ONCE = 40
"""People who register at the same time."""
WARM_UP, MEASURED = 100, 500
"""Replies that aren't counted, then those that are."""
ROUNDS = 2
"""Each bot is measured so often, in turn; the best counts: what others do only ever slows down."""
MEMBERS, CLUBS = 20_000, 300
LONGEST = 300.0
Show = Callable[..., None]


def _clubs(uow: UnitOfWork) -> str:
    """A club to register in; its join code."""
    organiser = uow.accounts.open(
        Address("telegram", "100"), capabilities="telegram", language="vi"
    )
    club = uow.clubs.add(
        unit_code="26686", hamlet="ấp Hải Lạc", name="CLB Hải Lạc", join_code="ABCDEF",
        created_by=organiser.id,
    )  # fmt: skip
    uow.accounts.grant(organiser.id, "organiser", club_id=club.id)
    return club.join_code


async def _prepare(url: str, *works: Callable[[UnitOfWork], Any]) -> None:
    database = Database(url)
    await migrate(database)
    for work in works:
        await database.run(work)
    await database.close()


@asynccontextmanager
async def service(command: list[str], api: str, **settings: str) -> AsyncIterator[int]:
    """A bot as a process; its number."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("BOT_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command,
        env=clean | settings | {"BOT_TELEGRAM_API_URL": api},
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()


def ours(url: str) -> tuple[list[str], dict[str, str]]:
    """The command and settings of our bot: the page, metrics and backups beside Telegram."""
    return ["-m", "bot", "run"], {
        "BOT_DATABASE_URL": url,
        "BOT_TELEGRAM_TOKEN": TOKEN,
        "BOT_SENDS_PER_SECOND": "5000",
        "BOT_WEB_PORT": str(free_port()),
    }


async def _serve(platform: Platform, crowd: Crowd, replies: int) -> None:
    """People register until so many more replies were shown."""
    wanted = len(platform.shown) + replies
    deadline = time.monotonic() + LONGEST
    while len(platform.shown) < wanted:
        crowd.listen()
        crowd.join()
        await asyncio.sleep(0.002)
        if time.monotonic() > deadline:
            raise TimeoutError(f"{len(platform.shown)} of {wanted} replies")
    lost = [each.chat for each in crowd.all.values() if each.at_a_loss]
    assert not lost, "the bot asked something else"


@asynccontextmanager
async def _people() -> AsyncIterator[tuple[Platform, Crowd, str]]:
    platform = Platform()
    platform.add_bot(TOKEN)
    platform.add_person(100, "Tư").started = True
    async with Server(platform) as server:
        yield platform, Crowd(platform, "ABCDEF", AT_ONCE), server.address


def _processor_seconds(pid: int) -> float:
    """What a process has used so far: unlike the time that passes, the same on a busy machine."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _a_second(command: list[str], settings: dict[str, str]) -> tuple[float, float]:
    """Replies a second, and the bot's processor milliseconds for one."""
    async with _people() as (platform, crowd, api):
        if command[-1] == "run":
            started = service(command, api, **settings)
        else:
            started = service([*command[:-1], api, TOKEN, command[-1]], api)
        async with started as pid:
            await _serve(platform, crowd, WARM_UP)
            began, before = time.perf_counter(), len(platform.shown)
            used = _processor_seconds(pid)
            await _serve(platform, crowd, MEASURED)
            count = len(platform.shown) - before
            used = _processor_seconds(pid) - used
            return count / (time.perf_counter() - began), used * 1000 / count


def replies(show: Show) -> None:
    """Durable replies a second on both databases, and of the hand-written bot."""
    found: dict[str, list[tuple[float, float]]] = {"usual": [], "sqlite": [], "postgresql": []}
    with tempfile.TemporaryDirectory() as folder, running_server() as server:
        # For tests it doesn't wait for the disk; here each commit does.
        server.execute("ALTER SYSTEM SET fsync = on", "SELECT pg_reload_conf()")
        for number in range(ROUNDS):
            usual = ["-m", "benchmarks.usual_bot", f"{folder}/usual{number}.db"]
            found["usual"].append(asyncio.run(_a_second(usual, {})))
            urls = {
                "sqlite": f"sqlite+aiosqlite:///{folder}/{number}.db",
                "postgresql": server.fresh(),
            }
            for name, url in urls.items():
                asyncio.run(_prepare(url, _clubs))
                found[name].append(asyncio.run(_a_second(*ours(url))))
    usual_rate, _ = max(found["usual"])
    for name, rounds in found.items():
        rate, _ = max(rounds)
        show(
            "replies",
            bot="usual" if name == "usual" else f"this one, {name}",
            a_second=round(rate),
            slowest_round=round(min(rounds)[0]),
            processor_milliseconds=round(min(used for _, used in rounds), 1),
            ratio_to_usual=round(rate / usual_rate, 2),
        )


def _resident(pid: int) -> tuple[float, float]:
    """Megabytes of memory of a process: now, and at most."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    held = {name: value for name, _, value in (line.partition(":") for line in lines)}
    now, most = (int(held[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
    return now, most


async def _memory(url: str) -> tuple[float, float]:
    await _prepare(url, lambda uow: fill(uow, CLUBS, MEMBERS // CLUBS + 1, sent_before=1), _clubs)
    command, settings = ours(url)
    async with (
        _people() as (platform, crowd, api),
        service(command, api, **settings) as pid,
    ):
        await _serve(platform, crowd, MEASURED)
        database = Database(url)
        while len(await database.run(lambda uow: uow.at(NOW).measures.ticks())) < 3:
            await asyncio.sleep(0.1)
        await database.close()
        return _resident(pid)


def memory(show: Show) -> None:
    """Resident memory with 20,000 members, after hundreds of replies and every tick."""
    with tempfile.TemporaryDirectory() as folder:
        now, most = asyncio.run(_memory(f"sqlite+aiosqlite:///{folder}/bot.db"))
    show("memory", members=MEMBERS, clubs=CLUBS, megabytes=round(now), most=round(most))


if __name__ == "__main__":
    import json

    def tell(name: str, **figures: Any) -> None:
        print(json.dumps({"name": name, **figures}), flush=True)

    memory(tell)
    replies(tell)
