"""The real program against the test server, two processes: a conversation, a stop, a restart."""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.settings import Settings

ROOT = Path(__file__).parent.parent.parent
LINK = r"https://t\.me/clb_test_bot\?start=(\w{8})"
TOKEN = "1000001:Very-secret-part"


class Telegram:
    """The test server as a process of its own."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.fakes.telegram", "--token", TOKEN],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert self.process.stdout is not None
        addresses = json.loads(self.process.stdout.readline())
        self.api = addresses["api"]
        self._client = httpx.Client(base_url=addresses["control"], timeout=30, trust_env=False)

    def do(self, action: str, **given: Any) -> None:
        answer = self._client.post(f"/do/{action}", json=given)
        assert answer.status_code == 200, answer.text

    def press(self, chat: int, label: str) -> None:
        """A person presses a button, once it is there."""
        given = {"chat": chat, "label": label}
        until(lambda: self._client.post("/do/press", json=given).status_code == 200)

    def fault(self, **given: Any) -> None:
        self._client.post("/faults", json=given)

    def mend(self) -> None:
        self._client.request("DELETE", "/faults")

    @property
    def ledger(self) -> dict[str, Any]:
        found: dict[str, Any] = self._client.get("/ledger").json()
        return found

    def texts(self, chat: int) -> list[str]:
        return [each["text"] for each in self._client.get(f"/chats/{chat}").json()]

    def close(self) -> None:
        self._client.close()
        self.process.terminate()
        self.process.wait(10)
        assert self.process.stdout is not None
        self.process.stdout.close()


def until(condition: Callable[[], Any], seconds: float = 40) -> Any:
    """Another process gives no signal: look until it is so."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come to that")


class Bot:
    """`bot run` as a process, its output in files."""

    def __init__(self, settings: Settings, folder: Path, **more: str) -> None:
        self.settings = settings
        self.output = folder / "output"
        self.errors = folder / "errors"
        self.environment = {
            key: value for key, value in os.environ.items() if not key.startswith("BOT_")
        } | {
            "PYTHONPATH": str(ROOT),
            "BOT_DATABASE_URL": settings.database_url,
            "BOT_WEB": "off",
            "BOT_TELEGRAM_TOKEN": TOKEN,
            "BOT_LOG_LEVEL": "DEBUG",
            **more,
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.output.open("ab") as output, self.errors.open("ab") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                stdout=output,
                stderr=errors,
                env=self.environment,
                cwd=ROOT,
            )

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, float]:
        """How it ended, and after how many seconds."""
        assert self.process is not None
        began = time.monotonic()
        self.process.send_signal(number)
        return self.process.wait(timeout=15), time.monotonic() - began

    @property
    def told(self) -> str:
        return self.output.read_text(encoding="utf-8") + self.errors.read_text(encoding="utf-8")

    def command(self, *args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot", *args],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=self.environment,
            timeout=60,
            check=False,
        )

    def sql(self, query: str) -> list[tuple[Any, ...]]:
        path = self.settings.database_url.removeprefix("sqlite+aiosqlite:///")
        with sqlite3.connect(path) as connection:
            return connection.execute(query).fetchall()


@pytest.fixture
def telegram() -> Iterator[Telegram]:
    found = Telegram()
    yield found
    found.close()


@pytest.fixture
def bot(settings: Settings, tmp_path: Path, telegram: Telegram) -> Iterator[Bot]:
    found = Bot(settings, tmp_path, BOT_TELEGRAM_API_URL=telegram.api)
    yield found
    if found.process is not None and found.process.poll() is None:
        found.process.kill()
        found.process.wait(10)


def test_a_conversation_a_stop_and_a_restart_lose_nothing(bot: Bot, telegram: Telegram) -> None:
    bot.start()
    until(lambda: telegram.ledger["commands"]["clb_test_bot"])
    until(lambda: len(re.findall(LINK, bot.told)) == 2)
    telegram.do("add_person", id=11, first_name="Minh")
    telegram.do("start", chat=11, payload=re.findall(LINK, bot.told)[0])
    until(lambda: any("cán bộ theo dõi" in text for text in telegram.texts(11)))
    telegram.press(11, "Mời người thành lập")
    telegram.press(11, "Huyện Đất Đỏ")
    # An organiser's link opens Telegram where it was asked for in Telegram.
    said = until(lambda: [text for text in telegram.texts(11) if "mã mời đây" in text])
    assert re.search(LINK, said[0])
    invited = bot.command("invite", "--role", "organiser", "--area", "dat-do")
    code, *links = invited.stdout.split()
    assert links == [f"https://t.me/clb_test_bot?start={code}"]

    status, seconds = bot.stop()
    assert status == 0
    assert seconds < 10
    telegram.do("add_person", id=12, first_name="Tư")
    telegram.do("start", chat=12, payload=code)
    telegram.press(11, "Xem tình hình")
    before = len(telegram.texts(11))
    bot.start()
    until(lambda: any("đã nhận mã" in text for text in telegram.texts(12)))
    until(lambda: len(telegram.texts(11)) > before)
    # Whatever was answered has left before the count.
    until(lambda: not bot.sql("select 1 from outbox where state in ('queued', 'sending')"))
    assert bot.stop()[0] == 0

    ledger = telegram.ledger
    assert ledger["refused"] == []
    assert ledger["unanswered"] == []
    assert bot.sql("select state, count(*) from inbox group by state") == [("handled", 5)]
    texts = telegram.texts(11) + telegram.texts(12)
    assert len(texts) == len(set(texts)) == bot.sql("select count(*) from outbox")[0][0]
    for name in ("Minh", "Very-secret-part", code):
        assert name not in bot.errors.read_text(encoding="utf-8")
    assert "Very-secret-part" not in bot.told


@pytest.mark.long
def test_a_kill_between_receiving_and_acknowledging_repeats_no_answer(
    bot: Bot, telegram: Telegram
) -> None:
    telegram.do("add_person", id=11, first_name="Minh")
    telegram.do("say", chat=11, text="chào con")
    # The second poll acknowledges the first: it finds a server that does not answer.
    bot.start()
    until(lambda: telegram.texts(11))
    until(lambda: telegram.ledger["waiting"]["clb_test_bot"] == 0)
    # The poll that is open brings the question; the one that would acknowledge it gets no answer.
    telegram.fault(kind="silent", method="getUpdates", seconds=30)
    telegram.do("say", chat=11, text="đi khám sức khỏe cần mang gì")
    until(lambda: any("khám" in text for text in telegram.texts(11)))
    until(lambda: not bot.sql("select 1 from outbox where state in ('queued', 'sending')"))
    assert telegram.ledger["waiting"]["clb_test_bot"] == 1
    bot.stop(signal.SIGKILL)
    telegram.mend()
    bot.start()
    until(lambda: telegram.ledger["waiting"]["clb_test_bot"] == 0)
    assert bot.stop()[0] == 0
    assert bot.sql("select state, count(*) from inbox group by state") == [("handled", 2)]
    assert len(telegram.texts(11)) == bot.sql("select count(*) from outbox")[0][0]


def test_a_stop_while_telegram_keeps_the_start_waiting(bot: Bot, telegram: Telegram) -> None:
    telegram.fault(kind="silent", method="getMe", seconds=60)
    bot.start()
    until(lambda: any(each["method"] == "getMe" for each in telegram.ledger["requests"]))
    status, seconds = bot.stop()
    assert (status, seconds < 10) == (0, True)
    assert "can't be reached or doesn't answer" in bot.told


@pytest.mark.long
def test_files_over_a_slow_line_hold_nobody_up_and_survive_a_kill(
    bot: Bot, telegram: Telegram
) -> None:
    for chat in (11, 12):
        telegram.do("add_person", id=chat, first_name="Minh")
    telegram.fault(kind="silent", method="download", seconds=60)
    bot.environment["BOT_SENDS_PER_SECOND"] = "3000"
    bot.start()
    content = base64.b64encode("họ tên".encode()).decode()
    for number in range(40):
        telegram.do("document", chat=11, name=f"{number}.csv", content=content)
    until(lambda: bot.sql("select count(*) from inbox")[0][0] == 40)
    until(lambda: any(each["method"] == "getFile" for each in telegram.ledger["requests"]))
    telegram.do("say", chat=12, text="chào con")
    until(lambda: telegram.texts(12))
    assert telegram.texts(11) == []
    assert telegram.ledger["waiting"]["clb_test_bot"] <= 1
    bot.stop(signal.SIGKILL)
    telegram.mend()
    bot.start()
    until(lambda: bot.sql("select count(*) from inbox where state = 'handled'")[0][0] == 41)
    until(lambda: not bot.sql("select 1 from outbox where state in ('queued', 'sending')"))
    status, seconds = bot.stop()
    assert (status, seconds < 10) == (0, True)
    answered = [text for text in telegram.texts(11) if "danh sách của người tổ chức" in text]
    assert len(answered) >= 40
    folder = Path(bot.settings.database_url.removeprefix("sqlite+aiosqlite:///")).parent
    # Nobody asked a stranger for lists: what was fetched is thrown away when it is answered.
    assert list((folder / "files" / "received").iterdir()) == []
    assert telegram.ledger["refused"] == []


def test_a_stop_while_a_file_is_fetched_is_in_time(bot: Bot, telegram: Telegram) -> None:
    telegram.do("add_person", id=11, first_name="Minh")
    telegram.fault(kind="silent", method="download", seconds=60)
    bot.start()
    content = base64.b64encode(b"x").decode()
    telegram.do("document", chat=11, name="a.csv", content=content)
    until(lambda: any(each["method"] == "getFile" for each in telegram.ledger["requests"]))
    status, seconds = bot.stop()
    assert (status, seconds < 10) == (0, True)
    # Given back, not held by a lease: the next start takes it up at once.
    assert bot.sql("select fetch_at <= datetime('now', '+2 seconds') from inbox") == [(1,)]


def test_a_wrong_token_ends_with_one_line(bot: Bot, telegram: Telegram) -> None:
    bot.environment["BOT_TELEGRAM_TOKEN"] = "1000001:Another-secret"
    result = bot.command("run")
    assert result.returncode == 1
    last = result.stderr.strip().splitlines()[-1]
    assert "BOT_TELEGRAM_TOKEN" in last
    assert "Another-secret" not in result.stdout + result.stderr
    assert "Traceback" not in result.stderr
