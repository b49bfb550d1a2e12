"""What a report takes by how much it counts, and whether people notice that one is made."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg

from benchmarks.filling import NOW, fill
from benchmarks.service import TOKEN, ours, service
from bot.clock import VirtualClock
from bot.handlers.office.report import build_report
from bot.plan.loader import load_plan
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.migrate import migrate
from tests.fakes.telegram import Platform, Server, Shown
from tests.postgresql import running_server

FEW, MANY = 600, 12_000
EACH = 60
"""Members of a club."""
TIMES = 3
"""A report is made so often; the quickest counts: what others do only ever slows down."""
PEOPLE = 20
WINDOW, WINDOWS = 10.0, 10
"""Seconds for which people are listened to at once, and how often, without a report and with."""
SETTLED = 2.0
"""Seconds before each that aren't counted."""
DRAWN = 1000
"""Times that the windows are drawn anew, to see how far their choice moves a figure."""
PAUSES = (0.5, 1.5)
"""Seconds between an answer and what the person says next: the shortest and the longest."""
SAID = ("menu", "CLB sinh hoạt khi nào vậy", "quỹ của câu lạc bộ lấy ở đâu", "cho con hỏi chút")
Show = Callable[..., None]


async def prepare(url: str, clubs: int) -> float:
    """Fill a database and tend it as a server does by itself in time; how long the filling took."""
    database = Database(url, durable=False)
    await migrate(database)
    began = time.perf_counter()
    await database.run(lambda uow: fill(uow, clubs, EACH, sent_before=1))
    took = time.perf_counter() - began
    if database.address.is_sqlite:
        await database.run(lambda uow: uow.connection.exec_driver_sql("ANALYZE"))
    await database.close()
    if database.address.is_postgresql:
        connection = await asyncpg.connect(url.replace("+asyncpg", ""))
        await connection.execute("VACUUM ANALYZE")
        await connection.close()
    return took


async def _command(url: str, *arguments: str) -> None:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("BOT_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments, env={**clean, "BOT_DATABASE_URL": url},
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert await process.wait() == 0, arguments
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _seconds(url: str) -> tuple[float, float]:
    """How long a report takes by itself, and the whole command with its start and its JSON."""
    database, plan = Database(url, VirtualClock(NOW)), load_plan()
    zone = Settings(_env_file=None).zone
    reading, whole = [], []
    for _ in range(TIMES):
        began = time.perf_counter()
        found = await database.read(lambda uow: build_report(uow, plan, zone))
        reading.append(time.perf_counter() - began)
        began = time.perf_counter()
        await _command(url, "report", "--format", "json")
        whole.append(time.perf_counter() - began)
    await database.close()
    assert found["members"]["active"] == len(found["club_list"]) * EACH
    return min(reading), min(whole)


def reports(show: Show) -> None:
    """The state of the plan over 600 clubs and over 12,000, on both databases."""
    with tempfile.TemporaryDirectory() as folder, running_server() as server:
        for clubs in (FEW, MANY):
            for storage, url in (
                ("sqlite", f"sqlite+aiosqlite:///{folder}/{clubs}.db"),
                ("postgresql", server.fresh()),
            ):
                filled = asyncio.run(prepare(url, clubs))
                reading, whole = asyncio.run(_seconds(url))
                show(
                    "report",
                    storage=storage,
                    clubs=clubs,
                    members=clubs * EACH,
                    seconds=round(reading, 2),
                    command=round(whole, 2),
                    filling=round(filled),
                )


class _Ledger(list[Shown]):
    """What was shown, with the time at which it was."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: dict[int, asyncio.Future[float]] = {}

    def append(self, shown: Shown) -> None:
        super().append(shown)
        waiting = self.heard.pop(shown.chat, None)
        if waiting is not None and not waiting.done():
            waiting.set_result(time.perf_counter())


async def _chat(platform: Platform, ledger: _Ledger, chat: int, waited: list[float]) -> None:
    """One person: says something, waits for the answer, reads it, and says the next thing."""
    chance = random.Random(chat)
    platform.add_person(chat, f"Người {chat}").started = True
    while True:
        await asyncio.sleep(chance.uniform(*PAUSES))
        ledger.heard[chat] = asyncio.get_running_loop().create_future()
        said = time.perf_counter()
        platform.say(chat, chance.choice(SAID))
        waited.append(await ledger.heard[chat] - said)


async def _again_and_again(url: str, made: list[float]) -> None:
    while True:
        began = time.perf_counter()
        await _command(url, "report", "--format", "json")
        made.append(time.perf_counter() - began)


@asynccontextmanager
async def _going_on(*works: Any) -> AsyncIterator[None]:
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        for found in await asyncio.gather(*tasks, return_exceptions=True):
            if not isinstance(found, asyncio.CancelledError):
                raise found


def _place(sorted_values: list[float], share: float) -> float:
    return sorted_values[min(len(sorted_values) - 1, int(share * len(sorted_values)))]


async def _beside(path: Path) -> dict[str, Any]:
    url = f"sqlite+aiosqlite:///{path}"
    await prepare(url, FEW)
    platform, ledger = Platform(), _Ledger()
    platform.shown = ledger
    platform.add_bot(TOKEN)
    waited: list[float] = []
    found: dict[str, list[list[float]]] = {"without": [], "with": []}
    made: list[float] = []
    logged = [0]
    command, settings = ours(url)
    async with (
        Server(platform) as server,
        service(command, server.address, **settings),
        _going_on(*(_chat(platform, ledger, 1000 + n, waited) for n in range(PEOPLE))),
    ):
        while len(waited) < 2 * PEOPLE:
            await asyncio.sleep(0.1)
        for turn in range(WINDOWS):
            # First the one, then the other: whatever drifts meanwhile falls on both alike.
            for name in ("without", "with") if turn % 2 else ("with", "without"):
                async with _going_on(*([_again_and_again(url, made)] if name == "with" else [])):
                    await asyncio.sleep(SETTLED)
                    waited.clear()
                    await asyncio.sleep(WINDOW)
                    found[name].append(list(waited))
                    logged.append(Path(f"{path}-wal").stat().st_size)
    return {
        "people": PEOPLE,
        "reports": len(made),
        "answers": {name: sum(map(len, windows)) for name, windows in found.items()},
        **{
            f"{key}_ms": {
                name: round(_over(windows, share) * 1000, 1) for name, windows in found.items()
            }
            for key, share in _SHARES.items()
        },
        "ratio": {key: _ratio(found, share) for key, share in _SHARES.items()},
        "ratio_between": {key: _spread(found, share) for key, share in _SHARES.items()},
        "log_megabytes": round(max(logged) / 2**20, 1),
    }


_SHARES = {"median": 0.5, "p99": 0.99}


def _over(windows: Sequence[list[float]], share: float) -> float:
    """The value below which so many of all answers lie."""
    return _place(sorted(itertools.chain.from_iterable(windows)), share)


def _ratio(found: Mapping[str, Sequence[list[float]]], share: float) -> float:
    return round(_over(found["with"], share) / _over(found["without"], share), 2)


def _spread(found: Mapping[str, Sequence[list[float]]], share: float) -> tuple[float, float]:
    """Between what the ratio lies in nine of ten draws of as many windows, with each put back."""
    chance = random.Random(1)
    ratios = sorted(
        _ratio({name: chance.choices(each, k=len(each)) for name, each in found.items()}, share)
        for _ in range(DRAWN)
    )
    return _place(ratios, 0.05), _place(ratios, 0.95)


def beside(show: Show) -> None:
    """How long 20 people wait for answers while reports over 600 clubs are made, and while none is."""
    with tempfile.TemporaryDirectory() as folder:
        show("beside a report", **asyncio.run(_beside(Path(folder) / "bot.db")))


if __name__ == "__main__":

    def tell(name: str, **figures: Any) -> None:
        print(json.dumps({"name": name, **figures}), flush=True)

    chosen = sys.argv[1:] or ["report", "beside"]
    if "report" in chosen:
        reports(tell)
    if "beside" in chosen:
        beside(tell)
