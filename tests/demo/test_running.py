"""The running demonstration: its page, its clock, and what it must never touch."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.app import Program, build_program, open_database
from bot.channels.web import WebChannel
from bot.clock import ShiftedClock, SystemClock
from bot.demo.running import FILES, Demo, demo_settings, make_anew, open_demo, run_demo
from bot.runner import Runner, run_bot
from bot.settings import Settings
from bot.storage.faults import StorageError
from bot.web.application import build_web

LOCAL = "http://127.0.0.1:8080"
SETTINGS = Settings(_env_file=None)


class Page(httpx.AsyncClient):
    """The demonstration's page, and the program behind it."""

    program: Program


@contextlib.asynccontextmanager
async def page(path: Path) -> AsyncIterator[Page]:
    """The demonstration's page, beside a running worker."""
    database, moment = await open_demo(path)
    settings = demo_settings(SETTINGS, path)
    clock, web = ShiftedClock(moment, SystemClock()), WebChannel()
    database.keep_time(clock)
    program = build_program(settings, database, [web], files=path.parent / FILES)
    demo = Demo(program, clock)
    runner = Runner(program, web, jobs={}, demonstration=demo)
    application = build_web(
        settings, database, program.pipeline, web, runner.receive, demonstration=demo
    )
    working = asyncio.create_task(runner._work())
    transport = httpx.ASGITransport(app=application)
    async with Page(transport=transport, base_url=LOCAL) as client:
        client.program = program
        yield client
    runner.stop()
    await working
    await database.close()


async def state(client: httpx.AsyncClient) -> dict[str, Any]:
    found: dict[str, Any] = (await client.get("/demo/state")).json()
    return found


async def messages(client: httpx.AsyncClient, who: str) -> list[dict[str, Any]]:
    found = (await client.get(f"/demo/people/{who}/history")).json()
    return list(found["messages"])


async def says(client: Page, who: str, **body: Any) -> list[dict[str, Any]]:
    """Somebody does something; the whole chat once the bot has said all that it says."""
    number = len(await messages(client, who))
    sent = await client.post(f"/demo/people/{who}/messages", json={"id": f"{number}", **body})
    assert sent.status_code == 200
    await client.program.settle()
    return await messages(client, who)


async def test_two_people_talk_on_one_page(demo: Path) -> None:
    async with page(demo) as client:
        shown = await client.get("/")
        assert shown.status_code == 200
        assert "set-cookie" not in shown.headers
        assert "default-src 'self'" in shown.headers["content-security-policy"]
        assert not re.search(r"(?:src|href)=\"(?!/static/|data:)", shown.text)
        for name in ("chat.js", "chat.css", "demo.js", "demo.css"):
            assert (await client.get(f"/static/{name}")).status_code == 200
        found = await state(client)
        assert "không có thật" in found["words"]["demo.about"]
        assert found["first"] == ["duoc", "hanh"]
        assert len(found["clubs"]) == 5
        labels = {each["id"]: each["label"] for each in found["people"]}
        assert labels["minh"] == "Nguyễn Hoàng Minh: cán bộ theo dõi"
        assert labels["duoc"] == "Trần Văn Đước: người tổ chức, ấp Bến Dừa"
        assert labels["sau"] == "Bùi Thị Sáu: thành viên, ấp Bến Dừa"
        assert "người nhà của bà ngoại, ông ngoại" in labels["hanh"]
        organiser = await says(client, "duoc", text="menu")
        helper = await says(client, "hanh", text="menu")
        assert "ấp Bến Dừa" in str(organiser[-1]["rows"])
        assert helper[-1]["rows"] != organiser[-1]["rows"]
        guest = "guest-" + "0" * 24
        welcomed = await says(client, guest, start="")
        assert welcomed[-1]["rows"][0][0]["label"] == "Tham gia câu lạc bộ"
        assert guest in {each["id"] for each in (await state(client))["people"]}


async def test_a_day_later_the_reminder_is_there_and_can_be_answered(demo: Path) -> None:
    async with page(demo) as client:
        assert "01/12/2026" in (await state(client))["now"]
        before = await messages(client, "hanh")
        moved = await client.post("/demo/clock", json={"days": 1})
        assert "02/12/2026" in moved.json()["now"]
        after = await messages(client, "hanh")
        (reminder,) = after[len(before) :]
        assert "05/12/2026" in reminder["text"]
        choice = reminder["rows"][0][0]
        answered = await says(client, "hanh", press=choice["value"], shown_in=reminder["outbox"])
        assert "đi được" in answered[-1]["text"]
        # In the order in which it was said, though the clock stood at one day all the time.
        assert [each["from"] for each in answered[-3:]] == ["bot", "me", "bot"]
        await client.post("/demo/clock", json={"days": 7})
        nudged = await messages(client, "thang")
        assert any("Xin chủ trương" in each["text"] for each in nudged)
        launch = await messages(client, "tam")
        assert any("Lễ ra mắt" in each["text"] for each in launch[-3:])


async def test_files_that_are_sent_lie_apart_from_the_real_ones(demo: Path) -> None:
    async with page(demo) as client:
        sent = await client.post(
            "/demo/people/thang/files",
            data={"id": "9"},
            files={"file": ("list.csv", "Họ và tên,Năm sinh\nLê Văn Bảy,1950\n".encode())},
        )
        assert sent.status_code == 200
    # The story's own lists were written, and are gone.
    (path,) = (demo.parent / FILES / "received").iterdir()
    assert path.name.endswith("list.csv")
    assert not (demo.parent / "files").exists()


async def test_a_restart_goes_on_where_it_was(demo: Path) -> None:
    async with page(demo) as client:
        await client.post("/demo/clock", json={"days": 1})
        await says(client, "sau", text="chào")
        told = await messages(client, "sau")
    async with page(demo) as client:
        assert "02/12/2026" in (await state(client))["now"]
        assert await messages(client, "sau") == told


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        ({"days": 2}, {}, 400),
        ({"days": -1}, {}, 400),
        ({"days": True}, {}, 400),
        ({"days": "1"}, {}, 400),
        ({}, {}, 400),
        ([], {}, 400),
        ({"days": 1}, {"origin": "https://evil.example"}, 403),
        ({"days": 1}, {"host": "bot.example.org"}, 404),
        ({"days": 1}, {"x-forwarded-for": "1.2.3.4"}, 404),
        ({"days": 1}, {"content-type": "text/plain"}, 415),
    ],
)
async def test_the_clock_is_moved_by_this_page_alone(
    demo: Path, body: Any, headers: dict[str, str], status: int
) -> None:
    async with page(demo) as client:
        answer = await client.post("/demo/clock", json=body, headers=headers)
        assert answer.status_code == status
        assert "01/12/2026" in (await state(client))["now"]


async def test_the_page_is_for_this_machine_only(demo: Path) -> None:
    async with page(demo) as client:
        for path in ("/", "/demo/state", "/demo/people/duoc/history", "/static/demo.js"):
            headers = {"host": "bot.example.org"}
            assert (await client.get(path, headers=headers)).status_code == 404
        answer = await client.post(
            "/demo/people/duoc/messages",
            json={"id": "1", "text": "a"},
            headers={"origin": "https://evil.example"},
        )
        assert answer.status_code == 403
        for who in ("DUOC", "a", "guest-xyz", "..", "%2e%2e"):
            assert (await client.get(f"/demo/people/{who}/words")).status_code == 404
        # The browser's own session is nobody here.
        assert (await client.get("/chat/history")).status_code == 404


async def test_none_of_it_is_there_where_the_bot_works(settings: Settings) -> None:
    database = await open_database(settings.database_url)
    web = WebChannel()
    program = build_program(settings, database, [web])
    runner = Runner(program, web)
    application = build_web(settings, database, program.pipeline, web, runner.receive)
    transport = httpx.ASGITransport(app=application)
    async with httpx.AsyncClient(transport=transport, base_url=LOCAL) as client:
        await client.get("/")
        for path in (
            "/demo/state", "/demo/clock", "/demo/people/minh/history", "/demo/people/minh/words",
            "/demo/people/minh/stream", "/static/demo.js", "/static/demo.css", "/static/demo.html",
        ):  # fmt: skip
            assert (await client.get(path)).status_code == 404, path
        for path in ("/demo/clock", "/demo/people/minh/messages", "/demo/people/minh/files"):
            assert (await client.post(path, json={"days": 1, "id": "1"})).status_code == 404, path
        assert "demo" not in (await client.get("/")).text
    await database.close()


def test_no_setting_leads_out_of_it(tmp_path: Path) -> None:
    real = Settings(
        _env_file=None,
        database_url="postgresql+asyncpg://somebody@example.org/clubs",
        telegram_token="123456:secret",
        public_url="https://bot.example.org",
        webhook_secret="a-long-word",
        web="off",
        contact="cô Lan, 0912 345 678",
        backup_key="key",
        web_port=8123,
        locale="en",
    )
    found = demo_settings(real, tmp_path / "demo.db")
    assert found.database_url == f"sqlite+aiosqlite:///{tmp_path}/demo.db"
    assert found.telegram_token is None
    assert found.webhook_secret is None
    assert found.public_url is None
    assert found.contact is None
    assert found.plan is None
    assert (found.backups, found.web, found.web_port, found.locale) == ("off", "on", 8123, "en")
    assert found.has_page


async def test_a_file_that_is_no_demonstration_is_left_alone(
    settings: Settings, tmp_path: Path
) -> None:
    real = Path(settings.database_url.removeprefix("sqlite+aiosqlite:///"))
    path = tmp_path / "demo.db"
    shutil.copyfile(real, path)
    before = path.read_bytes()
    with pytest.raises(StorageError, match="no demonstration"):
        await open_demo(path)
    assert path.read_bytes() == before
    path.write_text("no database")
    with pytest.raises(StorageError):
        await open_demo(path)


async def test_a_story_that_breaks_off_leaves_no_half_demonstration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.demo import story

    async def breaks(*_args: Any) -> None:
        raise story.StoryError("tu: nothing is said")

    monkeypatch.setattr(story.Storyteller, "play", breaks)
    with pytest.raises(StorageError, match="nothing is said"):
        await make_anew(tmp_path / "demo.db", SETTINGS)
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == []


async def test_one_demonstration_runs_at_a_time(demo: Path) -> None:
    holder = await open_database(f"sqlite+aiosqlite:///{demo}")
    holder.lock_worker()
    with pytest.raises(StorageError, match="another worker"):
        await run_demo(SETTINGS, lambda _: None, path=demo)
    await holder.close()


def test_the_command_keeps_what_is_there_and_touches_nothing_else(demo: Path) -> None:
    folder = demo.parent.parent
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("BOT_")},
        "BOT_WEB_PORT": str(port),
        "BOT_DATABASE_URL": f"sqlite+aiosqlite:///{folder}/real.db",
        # A send to it would fail, and be told: nothing listens there.
        "BOT_TELEGRAM_TOKEN": "123456:secret",
        "BOT_TELEGRAM_API_URL": "http://127.0.0.1:9",
        "BOT_PUBLIC_URL": "https://bot.example.org",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--demo"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        transport = httpx.HTTPTransport(retries=9)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", transport=transport) as client:
            moved = client.post("/demo/clock", json={"days": 1}, timeout=30)
            assert "02/12/2026" in moved.json()["now"]
        process.send_signal(signal.SIGTERM)
        printed, complained = process.communicate(timeout=10)
    finally:
        process.kill()
    assert process.returncode == 0, complained
    assert printed == f"Bản dùng thử ở đây: http://127.0.0.1:{port}/\nMuốn tắt thì bấm Ctrl+C.\n"
    assert "error" not in complained.lower()
    assert sorted(each.name for each in folder.iterdir()) == ["data"]
    assert {each.name for each in demo.parent.iterdir()} <= {"demo.db", "demo.db.lock", FILES}
    with sqlite3.connect(demo) as connection:
        query = "select value from meta where key = 'virtual_time'"
        (moment,) = connection.execute(query).fetchone()
    assert datetime.fromisoformat(moment) > datetime(2026, 12, 2, 2, tzinfo=UTC)


async def test_the_bot_itself_refuses_the_demonstrations_database(demo: Path) -> None:
    mistaken = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{demo}")
    with pytest.raises(StorageError, match="virtual time"):
        await run_bot(mistaken, lambda _: None)


def test_it_is_stopped_while_it_is_being_made(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--demo"],
        cwd=tmp_path,
        env={**kept, "BOT_WEB_PORT": str(port), "BOT_LOCALE": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("Making the trial version")
    process.send_signal(signal.SIGTERM)
    _, complained = process.communicate(timeout=10)
    assert (process.returncode, complained) == (0, "")
    assert [each.name for each in (tmp_path / "data").iterdir()] == ["demo.db.lock"]
