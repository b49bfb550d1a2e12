"""`make bench`: measurements as JSON lines, each with what it is compared with in the same run."""

from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.reports import beside, reports
from benchmarks.sending import calls, sending
from benchmarks.service import memory, replies
from benchmarks.ticks import ticks
from bot.guidance.evaluation import read_questions
from bot.guidance.retriever import built_in
from bot.intents.arbiter import understand
from bot.intents.samples import load_samples
from bot.intents.words import BEGINNINGS
from bot.logs import set_up_logs
from bot.scripting import Options, run_script
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.migrate import migrate
from tests.language.test_bounds import PIECES, READERS

ROOT = Path(__file__).parent.parent


def show(name: str, **figures: Any) -> None:
    """One measurement."""
    print(json.dumps({"name": name, **figures}), flush=True)


def seconds(work: Callable[[], Any], times: int) -> list[float]:
    """How long a piece of work takes, several times."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return found


def processes() -> None:
    """`--help` beside an interpreter that does nothing."""
    bare = seconds(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), 10)
    told = seconds(
        lambda: subprocess.run(
            [sys.executable, "-m", "bot", "--help"], check=True, stdout=subprocess.DEVNULL, cwd=ROOT
        ),
        10,
    )
    show(
        "help",
        seconds=round(statistics.median(told), 3),
        interpreter=round(statistics.median(bare), 3),
    )


def answers() -> None:
    """A question answered in process."""
    questions = read_questions(ROOT / "tests" / "guidance" / "questions.jsonl")
    retriever = built_in()
    # As `run` does before anybody asks.
    for words in BEGINNINGS:
        retriever.answer(words)
    retriever.make_ready()
    taken = []
    for question in questions:
        began = time.perf_counter()
        retriever.answer(question.text, question.language)
        taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    show(
        "answer",
        milliseconds=round(statistics.median(taken), 2),
        mean=round(statistics.mean(taken), 2),
        slowest_of_twenty=round(taken[len(taken) * 19 // 20], 2),
        slowest_of_hundred=round(taken[len(taken) * 99 // 100], 2),
        questions=len(taken),
    )


_STARTED = """
import re, time
from pathlib import Path
def resident():
    return int(re.search(r"VmRSS:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
# What the program needs without it, too.
import json, zlib
from bot.domain import events
from bot.language import births, dates, kinship, names, phones, recurrences
before = resident()
began = time.process_time()
from bot.intents.arbiter import understand
from bot.intents.scene import Scene
understand("chào con", Scene())
print((time.process_time() - began) * 1000, resident() - before)
"""


def understanding() -> None:
    """A message understood in process; what the models cost at the start, in a process of its own."""
    lines = load_samples()[::20]
    understand("chào con", lines[0].scene)
    taken = []
    for line in lines:
        began = time.perf_counter()
        understand(line.text, line.scene)
        taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    started = subprocess.run(
        [sys.executable, "-c", _STARTED], check=True, capture_output=True, text=True, cwd=ROOT
    )
    start, memory_more = map(float, started.stdout.split())
    show(
        "understand",
        milliseconds=round(statistics.median(taken), 2),
        slowest_of_twenty=round(taken[len(taken) * 19 // 20], 2),
        start_milliseconds=round(start),
        megabytes_more=round(memory_more, 1),
        messages=len(taken),
    )


_FIRST = """
import asyncio, sys, time
from bot.app import build_program, open_database
from bot.channels.web import WebChannel
from bot.messages import Address, Inbound, Incoming
from bot.runner import make_ready
from bot.settings import Settings
async def main():
    config = Settings(_env_file=None, database_url=sys.argv[1])
    database = await open_database(config.database_url, create=True)
    program = build_program(config, database, [WebChannel()])
    began = time.process_time()
    await make_ready(program)
    print((time.process_time() - began) * 1000)
    for number, words in enumerate(("dạ chào con", "cho bà ghi tên vô câu lạc bộ")):
        said = Inbound(Address("web", "a"), Incoming.TEXT, words, update_key=str(number))
        await program.pipeline.receive([said])
        began = time.process_time()
        assert await program.pipeline.handle_next()
        print((time.process_time() - began) * 1000)
    await database.close()
asyncio.run(main())
"""


def first_messages() -> None:
    """Processor time of the first two messages after a start, and of what is done before them."""
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(
            [sys.executable, "-c", _FIRST, f"sqlite+aiosqlite:///{folder}/bot.db"],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
        )
    ready, first, second = (round(float(each), 1) for each in told.stdout.split())
    show("first messages", milliseconds=[first, second], made_ready=round(ready))


def readings() -> None:
    """What a message of four thousand characters costs each reader at worst."""
    slowest = {
        name: max(
            min(seconds(lambda read=read, piece=piece: read((piece * 4000)[:4000]), 3))  # type: ignore[misc]
            for piece in PIECES
        )
        for name, read in READERS.items()
    }
    name = max(slowest, key=slowest.__getitem__)
    show("reading", slowest=name, milliseconds=round(slowest[name] * 1000, 1), readers=len(slowest))


def updates() -> None:
    """A chat's updates from receipt to reply, through the storage as it is in service."""
    with tempfile.TemporaryDirectory() as folder:
        for name, durable in (("durable", True), ("without waiting for the disk", False)):
            config = Settings(
                _env_file=None, database_url=f"sqlite+aiosqlite:///{folder}/{durable}.db"
            )
            count = 150
            lines = [json.dumps({"at": "2030-01-01T08:00:00+07:00"})]
            lines += [json.dumps({"from": f"p{n % 10}", "text": "menu"}) for n in range(count)]

            async def play(config: Settings = config, lines: list[str] = lines) -> float:
                database = Database(config.database_url)
                await migrate(database)
                await database.close()
                began = time.perf_counter()
                await run_script(config, lines, Options(), lambda _line: None)
                return time.perf_counter() - began

            if durable:
                took = asyncio.run(play())
            else:
                took = asyncio.run(_fast(play))
            show("updates in process", storage=name, a_second=round(count / took), updates=count)


async def _fast(play: Callable[[], Any]) -> float:
    import bot.app

    real = bot.app.Database
    bot.app.Database = lambda url: real(url, durable=False)  # type: ignore[assignment,misc]
    try:
        return float(await play())
    finally:
        bot.app.Database = real  # type: ignore[misc]


def month() -> None:
    """The story's last month of one club, on a virtual clock."""
    script = (ROOT / "tests" / "scripts" / "story.jsonl").read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        config = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{folder}/bot.db")
        options = Options(seed="bench", folder=ROOT / "tests" / "scripts")
        began = time.perf_counter()
        asyncio.run(run_script(config, script, options, lambda _line: None))
        story = time.perf_counter() - began
        later = [json.dumps({"at": "2027-03-23T08:00:00+07:00"})]
        began = time.perf_counter()
        asyncio.run(run_script(config, later, options, lambda _line: None))
        show(
            "a month of one club",
            seconds=round(time.perf_counter() - began, 2),
            the_story=round(story, 2),
            lines=len(script),
        )


def main() -> None:
    """Everything, one line each."""
    set_up_logs("ERROR")
    processes()
    answers()
    understanding()
    first_messages()
    readings()
    updates()
    month()
    memory(show)
    replies(show)
    ticks(show)
    reports(show)
    beside(show)
    calls(show)
    sending(show)


if __name__ == "__main__":
    main()
