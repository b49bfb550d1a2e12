"""What tests of the demonstration share: it is made once, and copied for each test."""

from __future__ import annotations

import asyncio
import fcntl
import shutil
from pathlib import Path

import pytest

from bot.demo.running import FILES, make_anew
from bot.settings import Settings


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The demonstration's database as it is made: once, whichever of several workers needs it first."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder = shared / "demonstration"
    with (shared / "demonstration.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            path = tmp_path_factory.mktemp("demo") / "demo.db"
            asyncio.run(make_anew(path, Settings(_env_file=None)))
            path.parent.rename(folder)
    return folder / "demo.db"


@pytest.fixture
def demo(made: Path, tmp_path: Path) -> Path:
    """A demonstration of a test's own."""
    path = tmp_path / "data" / "demo.db"
    path.parent.mkdir()
    shutil.copyfile(made, path)
    shutil.copytree(made.parent / FILES, path.parent / FILES)
    return path
