"""What the tests of care share: a database with a story in it, and a PostgreSQL server."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import uuid
from pathlib import Path

import pytest

from bot.handlers.ticks import TICKS
from bot.settings import Settings
from tests.conftest import SCRIPTS, Talk
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import myself
from tests.postgresql import Server


@pytest.fixture(scope="session")
def story(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A club with a list, a member on her own phone, a meeting and a week gone by; made once."""
    path = tmp_path_factory.mktemp("story") / "bot.db"
    shutil.copyfile(empty_database, path)
    talk = Talk(Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{path}"))
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    talk.play([{"from": "tu", "file": str(SCRIPTS / "roster.csv")}])
    talk.press("tu", "Rồi", "Hôm nay", "Ghi vào sổ")
    set_event(talk, "Đặt lịch sinh hoạt", "sáng thứ Bảy đầu tháng, 8 giờ, nhà văn hoá ấp 3")
    talk.at("2026-12-08T08:00:00")
    assert not talk.errors, talk.errors
    return path


@pytest.fixture
def told(story: Path, settings: Settings) -> Settings:
    """Settings of a copy of the story's database."""
    shutil.copyfile(story, settings.database_url.removeprefix("sqlite+aiosqlite:///"))
    return settings


@pytest.fixture
def well(settings: Settings) -> Settings:
    """A database on which everything ran a moment ago, by the doctor's clock."""
    path = settings.database_url.removeprefix("sqlite+aiosqlite:///")
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        for name in TICKS:
            connection.execute(
                "insert into tick (name, ran_at) values (?, ?)", (name, "2026-12-09 00:59:50")
            )
    return settings


@pytest.fixture
def postgres(postgresql: Server) -> str:
    """The address of a PostgreSQL database with nothing in it, not even tables."""
    return postgresql.create(f"t{uuid.uuid4().hex}", "template1")
