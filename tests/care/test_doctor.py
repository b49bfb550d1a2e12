"""The doctor: each thing that can be wrong is named, with what to do, and nothing is changed."""

from __future__ import annotations

import contextlib
import errno
import json
import logging
import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from alembic import command
from pydantic import SecretStr

from bot.app import operator_words
from bot.care.backup import backups_folder
from bot.care.doctor import Surroundings, examine
from bot.channels.base import Finding, Level
from bot.clock import VirtualClock
from bot.settings import Settings
from bot.storage import migrate as migration
from bot.storage.database import Database
from bot.storage.unit_of_work import UnitOfWork
from tests.acceptance.test_postgresql import free_port
from tests.care.test_backup import at, file_of, read
from tests.command_line import one_line, run

NOW = datetime(2026, 12, 9, 1, 0, tzinfo=UTC)
TOKEN = "12345:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
Answer = Callable[[httpx.Request], httpx.Response]


def around(answer: Answer | None = None, now: datetime = NOW, **more: Any) -> Surroundings:
    transport = httpx.MockTransport(answer) if answer else None
    return Surroundings(VirtualClock(now), transport=transport, **more)


async def faults(
    settings: Settings, surroundings: Surroundings, level: Level = Level.FAULT
) -> list[str]:
    found = await examine(settings, surroundings)
    return shown(settings, [each for each in found if each.level is level])


def shown(settings: Settings, findings: list[Finding]) -> list[str]:
    words = operator_words(settings)
    return [words.text(each.line) for each in findings]


async def test_all_is_well(well: Settings) -> None:
    found = await examine(well, around())
    assert {each.level for each in found} == {Level.OK}
    assert len(found) >= 10
    english = well.model_copy(update={"locale": "en"})
    assert shown(english, found)[0] == "[ok] Settings: all readable."
    assert shown(well, found)[0] == "[tốt] Cài đặt: đọc được hết."


# Settings


async def test_a_name_that_is_no_setting(well: Settings, tmp_path: Path) -> None:
    env = tmp_path / ".env"
    env.write_text("BOT_LOCAL=vi\nOTHER=1\nexport BOT_WEB_PORT=8081\n", encoding="utf-8")
    surroundings = around(environment={"BOT_TELEGRAM_TOKENS": TOKEN, "HOME": "/"}, env_file=env)
    (line,) = await faults(well, surroundings, Level.WARNING)
    assert "BOT_LOCAL, BOT_TELEGRAM_TOKENS" in line
    assert TOKEN not in line


# Folder and disk


def refuse(number: int) -> Callable[[Path], None]:
    def probe(_folder: Path) -> None:
        raise OSError(number, os.strerror(number))

    return probe


async def test_a_full_disk(well: Settings) -> None:
    for surroundings in (
        around(probe=refuse(errno.ENOSPC)),
        around(probe=refuse(errno.EDQUOT)),
        around(free=lambda _folder: 4096),
    ):
        (line,) = await faults(well, surroundings)
        assert "Ổ đĩa đầy" in line
    (line,) = await faults(well, around(free=lambda _folder: 100 << 20), Level.WARNING)
    assert "chỉ còn 100 MB" in line


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
async def test_a_read_only_folder(well: Settings, number: int) -> None:
    (line,) = await faults(well, around(probe=refuse(number)))
    assert "chỉ đọc" in line
    assert str(file_of(well).parent) in line


async def test_a_folder_that_is_read_only_in_truth(well: Settings, tmp_path: Path) -> None:
    # /proc takes no files from anybody, root among them.
    proc = well.model_copy(update={"database_url": at(Path("/proc/bot.db"))})
    assert any("/proc" in line and "ghi" in line for line in await faults(proc, around()))
    missing = well.model_copy(update={"database_url": at(tmp_path / "none" / "bot.db")})
    found = await faults(missing, around())
    assert "chưa có" in found[0]
    assert "migrate" in found[0]
    assert not (tmp_path / "none").exists()


# Database


async def test_a_missing_database_is_not_made(well: Settings) -> None:
    file_of(well).unlink()
    (line,) = await faults(well, around())
    assert "chưa có" in line
    assert not file_of(well).exists()


async def test_a_locked_database(well: Settings) -> None:
    with contextlib.closing(sqlite3.connect(file_of(well), isolation_level=None)) as other:
        other.execute("begin exclusive")
        (line,) = await faults(well, around())
    assert "đang bị khóa" in line


async def test_a_read_only_database(well: Settings) -> None:
    url = f"sqlite+aiosqlite:///file:{file_of(well)}?mode=ro&uri=true"
    (line,) = await faults(well.model_copy(update={"database_url": url}), around())
    assert "chỉ đọc" in line


@pytest.mark.parametrize("place", [0, 8192])
async def test_a_damaged_database(well: Settings, place: int) -> None:
    content = bytearray(file_of(well).read_bytes())
    content[place : place + 60000] = b"\xff" * 60000
    file_of(well).write_bytes(content)
    (line,) = await faults(well, around())
    assert "bị hỏng" in line
    assert "restore" in line


async def test_an_older_and_a_newer_schema(well: Settings) -> None:
    def down(uow: UnitOfWork) -> None:
        config = migration._config()
        config.attributes["connection"] = uow.connection
        command.downgrade(config, "0003")

    await read(well.database_url, down)
    (line,) = await faults(well, around())
    assert "0003, cũ hơn" in line
    assert "migrate" in line
    with contextlib.closing(sqlite3.connect(file_of(well))) as connection, connection:
        connection.execute("update alembic_version set version_num = '9999'")
    (line,) = await faults(well, around())
    assert "9999, mới hơn" in line


async def test_an_empty_database(well: Settings) -> None:
    file_of(well).write_bytes(b"")
    (line,) = await faults(well, around())
    assert "còn trống" in line


async def test_a_server_that_is_away_and_one_that_is_there(
    well: Settings, postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    away = "postgresql+asyncpg://bot:hidden@127.0.0.1:1/bot"
    (line,) = await faults(well.model_copy(update={"database_url": away}), around())
    assert "không kết nối được" in line
    assert "hidden" not in line
    elsewhere = well.model_copy(update={"database_url": postgres.replace("/t", "/not-there")})
    (line,) = await faults(elsewhere, around())
    assert "không cho vào" in line
    assert "BOT_DATABASE_URL" in line
    there = Database(postgres)
    await migration.migrate(there)
    await there.close()
    found = await faults(
        well.model_copy(update={"database_url": postgres}), around(), Level.WARNING
    )
    assert "chưa chạy lần nào" in found[0]


# Telegram and the clock


@pytest.fixture
def telegram(well: Settings) -> Settings:
    return well.model_copy(
        update={"telegram_token": SecretStr(TOKEN), "telegram_api_url": "http://bot.test:81"}
    )


def telegram_says(status: int, body: Any, at: datetime = NOW) -> Answer:
    def answer(request: httpx.Request) -> httpx.Response:
        assert str(request.url) == f"http://bot.test:81/bot{TOKEN}/getMe"
        content = body if isinstance(body, str) else json.dumps(body)
        return httpx.Response(
            status, text=content, headers={"date": format_datetime(at, usegmt=True)}
        )

    return answer


ME = {"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "CLB", "username": "clb_bot"}}


async def test_a_right_token(telegram: Settings) -> None:
    found = await examine(telegram, around(telegram_says(200, ME)))
    assert any("@clb_bot" in line for line in shown(telegram, found))
    assert {each.level for each in found} == {Level.OK}


@pytest.mark.parametrize("code", [401, 404])
async def test_a_wrong_token(telegram: Settings, code: int) -> None:
    body = {"ok": False, "error_code": code, "description": "Unauthorized"}
    (line,) = await faults(telegram, around(telegram_says(code, body)))
    assert "BOT_TELEGRAM_TOKEN sai" in line
    assert TOKEN not in line


async def test_a_token_that_no_address_can_hold(well: Settings) -> None:
    broken = well.model_copy(update={"telegram_token": SecretStr("12345:\x00A A")})
    (line,) = await faults(broken, around(telegram_says(200, ME)))
    assert "BOT_TELEGRAM_TOKEN sai" in line


@pytest.mark.parametrize(
    "error", [httpx.ConnectError, httpx.ReadTimeout, httpx.RemoteProtocolError]
)
async def test_an_unreachable_server(
    telegram: Settings, error: type[httpx.TransportError], caplog: pytest.LogCaptureFixture
) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise error(f"no way to {request.url}")

    caplog.set_level(logging.WARNING)
    (line,) = await faults(telegram, around(answer))
    assert "không tới được máy chủ bot.test:81" in line
    assert TOKEN not in line + caplog.text


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (200, "<html>hello</html>", "không giống máy chủ Bot API"),
        (404, "Not Found", "không giống máy chủ Bot API"),
        (302, "", "không giống máy chủ Bot API"),
        (200, ["ok"], "không giống máy chủ Bot API"),
        (200, {"ok": True, "result": True}, "không giống máy chủ Bot API"),
        (502, "<html>Bad Gateway</html>", "không tới được"),
    ],
)
async def test_an_answer_that_is_none_of_a_bot_api(
    telegram: Settings, status: int, body: Any, words: str
) -> None:
    (line,) = await faults(telegram, around(telegram_says(status, body)))
    assert words in line


@pytest.mark.parametrize(("hours", "words"), [(1, "nhanh 60 phút"), (-1, "chậm 60 phút")])
async def test_a_clock_an_hour_off_by_the_servers(
    telegram: Settings, hours: int, words: str
) -> None:
    server = NOW - timedelta(hours=hours)
    (line,) = await faults(telegram, around(telegram_says(200, ME, at=server)))
    assert words in line


async def test_a_clock_an_hour_behind_what_was_written(well: Settings) -> None:
    (line,) = await faults(well, around(now=NOW - timedelta(hours=1)))
    assert "muộn hơn bây giờ 60 phút" in line


# Ticks, updates, messages, calls


async def test_a_stopped_tick(well: Settings) -> None:
    with contextlib.closing(sqlite3.connect(file_of(well))) as connection, connection:
        connection.execute("update tick set ran_at = '2026-12-09 00:00:00' where name = 'due'")
    (line,) = await faults(well, around())
    assert "due: đứng yên" in line
    assert "2026-12-09T07:00+07:00" in line
    assert "đang tắt" in line
    worker = Database(well.database_url)
    worker.lock_worker()
    (line,) = await faults(well, around())
    assert "Tắt rồi chạy lại" in line
    await worker.close()


async def test_a_tick_that_fails(well: Settings) -> None:
    await read(
        well.database_url,
        lambda uow: uow.at(NOW).installation.note_tick_failed("due", "KeyError"),
    )
    (line,) = await faults(well, around())
    assert "due: gặp lỗi (KeyError)" in line


async def test_a_bot_that_never_ran(settings: Settings) -> None:
    assert await faults(settings, around()) == []
    (line,) = await faults(settings, around(), Level.WARNING)
    assert "chưa chạy lần nào" in line


@pytest.fixture
def busy(well: Settings) -> Iterator[sqlite3.Connection]:
    """A database to put rows into."""
    with contextlib.closing(sqlite3.connect(file_of(well), isolation_level=None)) as connection:
        connection.execute(
            "insert into account (id, channel, external_id, capabilities, language, created_at, "
            "last_seen_at) values (1, 'telegram', '7', 'telegram', 'vi', '2026-12-01', '2026-12-01')"
        )
        yield connection


def put_message(connection: sqlite3.Connection, key: str, state: str, **more: str) -> None:
    values = {
        "account_id": "1", "channel": "telegram", "key": key, "kind": "reply", "text": "x", "rows": "[]", "files": "[]",
        "not_before": "2026-12-09 00:00:00", "state": state, "created_at": "2026-12-09 00:00:00",
        **more,
    }  # fmt: skip
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    connection.execute(f"insert into outbox ({names}) values ({marks})", tuple(values.values()))


async def test_messages_that_hang_and_dead_ones(well: Settings, busy: sqlite3.Connection) -> None:
    put_message(busy, "f", "failed", created_at="2026-11-01 00:00:00")
    put_message(busy, "a", "queued")
    put_message(busy, "b", "sending", lease_until="2026-12-09 00:10:00")
    put_message(busy, "c", "queued", not_before="2026-12-09 00:55:00")
    put_message(busy, "d", "failed")
    put_message(busy, "e", "unknown")
    (line,) = await faults(well, around())
    assert "2 tin cho kênh telegram bị kẹt" in line
    (line,) = await faults(well, around(), Level.WARNING)
    assert "1 tin không gửi được, 1 tin không rõ" in line


async def test_failed_updates(well: Settings, busy: sqlite3.Connection) -> None:
    busy.execute(
        "insert into inbox (id, channel, update_key, external_id, raw, received_at, state, error) "
        "values (9, 'web', 'k', 'a', '{}', '2026-12-08 00:00:00', 'failed', 'KeyError')"
    )
    (line,) = await faults(well, around(), Level.WARNING)
    assert "1 tin xử lý hỏng (KeyError), số 9" in line


async def test_a_conversation_that_could_not_be_gone_on_with(
    well: Settings, busy: sqlite3.Connection
) -> None:
    busy.execute(
        "insert into account (id, channel, external_id, capabilities, language, created_at, last_seen_at) "
        "values (9, 'web', 'a', 'web', 'vi', '2026-12-08 00:00:00', '2026-12-08 00:00:00')"
    )
    busy.execute(
        "insert into conversation (account_id, flow, state, open, started_at, updated_at) "
        "values (9, '@aside/1', '{}', 0, '2026-12-08 00:00:00', '2026-12-08 00:00:00')"
    )
    (line,) = await faults(well, around(), Level.WARNING)
    assert "1 cuộc không mở lại được" in line


async def test_an_open_call_list(told: Settings) -> None:
    with contextlib.closing(sqlite3.connect(file_of(told))) as connection, connection:
        connection.execute("update notice set state = 'to_call'")
    found = await faults(told, around(), Level.WARNING)
    assert any("người của 1 câu lạc bộ" in line for line in found)


# Backups


async def test_backups_that_are_old_or_missing(well: Settings) -> None:
    off = well.model_copy(update={"backups": "off", "backup_key": SecretStr("short")})
    found = await faults(off, around(), Level.WARNING)
    assert "ngắn quá" in found[0]
    assert "Chưa có bản sao lưu" in found[1]
    folder = backups_folder(Database(well.database_url).address)
    folder.mkdir(mode=0o700)
    path = folder / "bot-20261209T000000Z.backup"
    path.touch(0o600)
    os.utime(path, (NOW.timestamp() - 3600,) * 2)
    assert await faults(well, around(), Level.WARNING) == []
    os.utime(path, (NOW.timestamp() - 3 * 86400,) * 2)
    (line,) = await faults(well, around(), Level.WARNING)
    assert "2026-12-06" in line


# The command


def test_the_command_says_each_and_exits_with_one(well: Settings) -> None:
    result = run("doctor", url=well.database_url, BOT_LOCALE="en")
    told = one_line(result)
    assert re.fullmatch(r"\d fault\(s\) to fix\.", told)
    lines = result.stdout.splitlines()
    assert all(re.match(r"\[(ok|warning|fault)\] ", line) for line in lines)
    assert any("Tick plan: stands still" in line or "clock" in line for line in lines)


def test_the_command_is_content_with_scripts(told: Settings) -> None:
    result = run("doctor", url=told.database_url, BOT_WEB_PORT=str(free_port()))
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Không có lỗi nào" in result.stdout


def test_the_command_speaks_of_broken_settings(tmp_path: Path) -> None:
    result = run("doctor", cwd=tmp_path, BOT_WEB_PORT="eighty", BOT_TELEGRAM_TOKEN=TOKEN)
    assert one_line(result) == "Có 1 lỗi cần xử lý."
    assert "BOT_WEB_PORT 'eighty'" in result.stdout
    assert TOKEN not in result.stdout + result.stderr


def test_the_command_never_shows_the_token(well: Settings) -> None:
    result = run(
        "doctor",
        url=well.database_url,
        BOT_TELEGRAM_TOKEN=TOKEN,
        BOT_TELEGRAM_API_URL="http://127.0.0.1:9",
        BOT_LOG_LEVEL="DEBUG",
    )
    assert result.returncode == 1
    assert "127.0.0.1:9" in result.stdout
    assert TOKEN not in result.stdout + result.stderr
