"""What tests of the demonstration share: it is made once, and copied for each test."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.demo.running import FILES, make_anew
from bot.settings import Settings


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's database as it is made."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    asyncio.run(make_anew(path, Settings(_env_file=None)))
    return path


@pytest.fixture
def demo(made: Path, tmp_path: Path) -> Path:
    """A demonstration of a test's own."""
    path = tmp_path / "data" / "demo.db"
    path.parent.mkdir()
    shutil.copyfile(made, path)
    shutil.copytree(made.parent / FILES, path.parent / FILES)
    return path
