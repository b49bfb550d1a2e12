"""Every test here is asked of both databases."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.settings import Settings


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, empty_database: Path, tmp_path: Path) -> Settings:
    """Settings of a fresh, migrated database of either kind."""
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql").fresh()
    else:
        path = tmp_path / "bot.db"
        shutil.copyfile(empty_database, path)
        url = f"sqlite+aiosqlite:///{path}"
    return Settings(_env_file=None, database_url=url)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database of either kind with nothing in it."""
    if request.param == "postgresql":
        server = request.getfixturevalue("postgresql")
        return str(server.create(f"empty_{tmp_path.name[-30:]}", "template1"))
    return f"sqlite+aiosqlite:///{tmp_path}/empty.db"
