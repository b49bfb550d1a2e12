"""How fast reminders leave over a slow line, and what a call to Telegram costs the processor.

The line answers after 80 ms, as a server far away does; the pace is the platform's own.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.request import HTTPXRequest

from bot.app import build_program
from bot.channels.base import Channel, Surroundings
from bot.channels.registry import CHANNELS, capabilities_of
from bot.channels.telegram.channel import TelegramChannel
from bot.messages import Address, Choice, Kind, Outbound, Outcome, Sent
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.unit_of_work import UnitOfWork
from tests.postgresql import running_server

REMINDERS = 2000
ANSWERS_AFTER = 0.08
CALLS = 500
TOKEN = "1000001:test-token"
TEXT = (
    "Dạ, con nhắc bác: sinh hoạt câu lạc bộ lúc 9 giờ sáng thứ năm ở nhà văn hóa ấp Hải Lạc. " * 2
)
Show = Callable[..., None]


class FarAway(Channel):
    """A platform that takes everything and answers after its time."""

    name = "telegram"

    def __init__(self) -> None:
        self.came: list[float] = []
        self.under_way = 0
        self.most = 0

    async def send(self, message: Outbound) -> Outcome:
        self.came.append(time.perf_counter())
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(ANSWERS_AFTER)
        self.under_way -= 1
        return Sent(str(message.outbox_id))

    def most_in_a_second(self) -> int:
        """The most that came within any second."""
        most = first = 0
        for place, moment in enumerate(self.came):
            while moment - self.came[first] >= 1.0:
                first += 1
            most = max(most, place - first + 1)
        return most


def _queue(uow: UnitOfWork) -> None:
    """A reminder for each of so many people."""
    for number in range(REMINDERS):
        account = uow.accounts.open(
            Address("telegram", str(number + 1)), capabilities="telegram", language="vi"
        )
        uow.outbox.add(
            account.id, "telegram", key=f"r{number}", kind=Kind.REMINDER, text=TEXT,
            expires_at=uow.now + timedelta(hours=3),
        )  # fmt: skip


async def _send(url: str) -> FarAway:
    database = Database(url)
    await migrate(database)
    await database.run(_queue)
    line = FarAway()
    program = build_program(Settings(_env_file=None), database, [line])
    stopped = asyncio.Event()
    serving = asyncio.create_task(program.dispatcher.serve(stopped.is_set))
    while len(line.came) < REMINDERS:
        await asyncio.sleep(0.1)
    stopped.set()
    program.dispatcher.wake()
    await serving
    await program.dispatcher.stop(5)
    await database.close()
    return line


def sending(show: Show) -> None:
    """2,000 reminders that are due at once, on both databases."""
    pace = CHANNELS["telegram"].pace
    assert pace is not None
    with tempfile.TemporaryDirectory() as folder, running_server() as server:
        server.execute("ALTER SYSTEM SET fsync = on", "SELECT pg_reload_conf()")
        urls = {"sqlite": f"sqlite+aiosqlite:///{folder}/bot.db", "postgresql": server.fresh()}
        for name, url in urls.items():
            line = asyncio.run(_send(url))
            rate = (REMINDERS - 1) / (line.came[-1] - line.came[0])
            show(
                "sending",
                storage=name,
                answers_after_milliseconds=round(ANSWERS_AFTER * 1000),
                reminders=REMINDERS,
                a_second=round(rate, 2),
                share_of_the_pace=round(rate / pace.overall.per_second, 3),
                most_in_a_second=line.most_in_a_second(),
                most_under_way=line.most,
            )


# What a call costs


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A server in as few words as possible: what it costs is in the figure as well."""
    message = (
        b'{"ok":true,"result":{"message_id":7,"date":1,"text":"x","chat":{"id":5,"type":"private",'
        b'"first_name":"Lan"},"from":{"id":1,"is_bot":true,"first_name":"B","username":"b"}}}'
    )
    updates = b'{"ok":true,"result":[]}'
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            for line in head.lower().split(b"\r\n"):
                if line.startswith(b"content-length:"):
                    await reader.readexactly(int(line.partition(b":")[2]))
            body = updates if b"getUpdates" in head else message
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
    except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
        writer.close()


async def _cost(call: Callable[[], Any]) -> float:
    """Processor milliseconds of a call; the quickest of three rounds."""
    for _ in range(50):
        await call()
    found = []
    for _ in range(3):
        began = time.process_time()
        for _ in range(CALLS):
            await call()
        found.append((time.process_time() - began) * 1000 / CALLS)
    return min(found)


async def _costs() -> dict[str, dict[str, float]]:
    async def forgets(_username: str) -> None:
        pass

    server = await asyncio.start_server(_answer, "127.0.0.1", 0)
    root = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    ours = TelegramChannel(TOKEN, Surroundings(forgets, {}), api_url=root)
    usual = Bot(TOKEN, base_url=f"{root}/bot", request=HTTPXRequest())
    message = Outbound(
        Address("telegram", "5"), Kind.REMINDER, TEXT, ((Choice("Có", "1"), Choice("Không", "2")),),
        outbox_id=3, capabilities=capabilities_of("telegram"),
    )  # fmt: skip
    rows = [
        [
            InlineKeyboardButton("Có", callback_data="1"),
            InlineKeyboardButton("Không", callback_data="2"),
        ]
    ]
    markup = InlineKeyboardMarkup(rows)
    found = {
        "a message": {
            "ours": await _cost(lambda: ours.send(message)),
            "library": await _cost(lambda: usual.send_message(5, TEXT, reply_markup=markup)),
        },
        "a poll": {
            "ours": await _cost(lambda: ours.api.poll(5, 0)),
            "library": await _cost(lambda: usual.get_updates(5, timeout=0)),
        },
    }
    await usual.shutdown()
    await ours.stop()
    server.close()
    return found


def calls(show: Show) -> None:
    """What a message and a poll cost, beside python-telegram-bot's own way; a bare server in it."""
    for name, milliseconds in asyncio.run(_costs()).items():
        show(
            "call",
            what=name,
            processor_milliseconds={key: round(each, 2) for key, each in milliseconds.items()},
            ratio=round(milliseconds["library"] / milliseconds["ours"], 1),
        )


if __name__ == "__main__":
    import json

    def tell(name: str, **figures: Any) -> None:
        print(json.dumps({"name": name, **figures}), flush=True)

    calls(tell)
    sending(tell)
