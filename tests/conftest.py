"""What tests share: a fresh database, and talking to the bot through the scripted channel."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import shutil
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import is_hypothesis_test

from bot.scripting import FAULT, Options, run_script
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.migrate import migrate
from tests.examples import are_all_taken, share_examples
from tests.postgresql import Server, running_server
from tests.sharing import BEGINNINGS, Beginning, Beginnings, share

pytest_plugins = ("tests.leaks",)
SCRIPTS = Path(__file__).parent / "scripts"
NOW = "2026-12-01T08:00:00+07:00"


share()
share_examples()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite what scripts are to print")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where all examples are taken, whatever takes some is a long test."""
    for item in items:
        if are_all_taken() and is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker("long")


def pytest_collection_finish() -> None:
    """Garbage is looked for in what tests make, seldom: each makes little of it."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


@cache
def _usual() -> Settings:
    return Settings(_env_file=None)


def settings_of(path: Path) -> Settings:
    """The usual settings, with a database of SQLite in this file; they are read once."""
    return _usual().model_copy(update={"database_url": f"sqlite+aiosqlite:///{path}"})


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database, made once and copied for each test."""
    path = tmp_path_factory.mktemp("database") / "empty.db"

    async def make() -> None:
        database = Database(f"sqlite+aiosqlite:///{path}")
        await migrate(database)
        await database.close()

    asyncio.run(make())
    return path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server, started when the first test needs it."""
    with running_server() as server:
        yield server


@pytest.fixture
def settings(empty_database: Path, tmp_path: Path) -> Settings:
    """Settings of a fresh database."""
    path = tmp_path / "bot.db"
    shutil.copyfile(empty_database, path)
    path.chmod(0o600)
    return settings_of(path)


class Talk:
    """A conversation as a test reads it. Every call is a new process on the same database.

    `beginnings`: what many tests begin with is taken over from the first that said it; `holds`
    says what their database was filled with before anybody spoke. A fault of
    the program fails the test, unless the test says that it is about one (`may_fail`).
    """

    _begun: Beginning | None = None
    may_fail = False

    def __init__(
        self,
        settings: Settings,
        folder: Path = SCRIPTS,
        *,
        beginnings: Beginnings | None = None,
        holds: str = "",
    ) -> None:
        self.settings = settings
        self.folder = folder
        self.said: list[dict[str, Any]] = []
        self.errors: list[str] = []
        self._names: dict[str, str] = {}
        path = Path(settings.database_url.removeprefix("sqlite+aiosqlite:///"))
        self._begun = beginnings.begin(path, settings, folder, holds) if beginnings else None
        self.play([{"at": NOW}])

    def play(self, lines: Iterable[dict[str, Any] | str]) -> list[dict[str, Any]]:
        """Run lines of a script; the messages that came of them."""
        raw = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        output = self._begun.take(raw) if self._begun else None
        if output is None:
            output = []
            options = Options(seed="test", folder=self.folder)
            asyncio.run(run_script(self.settings, raw, options, output.append))
            if self._begun:
                self._begun.keep(raw, output)
        told = [line["error"] for line in output if "error" in line]
        # A key that no script has would make a test that can't fail.
        faults = [error for error in told if error.startswith((FAULT, "unknown: "))]
        assert self.may_fail or not faults, faults
        self.errors += told
        heard = [line for line in output if "text" in line]
        self.said += heard
        self.codes = [line["code"] for line in output if "code" in line]
        return heard

    def text(self, who: str, *texts: str) -> list[str]:
        """A person types; what the bot says to that person."""
        heard = self.play([{"from": who, "text": text} for text in texts])
        return [line["text"] for line in heard if line["to"] == who]

    def press(self, who: str, *labels: str) -> list[str]:
        """A person presses; what the bot says to that person."""
        heard = self.play([{"from": who, "press": label} for label in labels])
        return [line["text"] for line in heard if line["to"] == who]

    def at(self, moment: str) -> list[dict[str, Any]]:
        """Time passes."""
        return self.play([{"at": f"{moment}+07:00"}])

    def told(self, who: str, moment: str) -> list[str]:
        """What somebody hears until a moment without having written."""
        return [line["text"] for line in self.at(moment) if line["to"] == who]

    def buttons(self, who: str) -> list[str]:
        """The buttons of the latest message to a person that has some."""
        for line in reversed(self.said):
            if line["to"] == who and "buttons" in line:
                return [label for row in line["buttons"] for label in row]
        return []

    def last(self, who: str) -> str:
        """The latest message to a person."""
        return next(line["text"] for line in reversed(self.said) if line["to"] == who)

    def code(self, role: str, **more: str) -> str:
        """The operator's invitation."""
        self.play([{"invite": {"role": role, **more}}])
        return self.codes[0]

    def signed_list(self, club: str) -> None:
        """The operator reads the sample list into a club, as everybody has signed."""
        from tests.command_line import run  # not before pytest has loaded its plugin

        roster = str(SCRIPTS / "roster.csv")
        command = ["import-roster", roster, "--club", club, "--signed", "2026-12-01"]
        if self._begun and self._begun.take(command) is not None:
            return
        done = run(*command, url=self.settings.database_url)
        assert done.returncode == 0, done.stderr
        if self._begun:
            self._begun.keep(command, [])

    def note_telegram(self, username: str | None) -> None:
        """As if `run` had asked Telegram for the bot's name."""

        async def note() -> None:
            database = Database(self.settings.database_url)
            await database.run(lambda uow: uow.installation.note_username("telegram", username))
            await database.close()

        asyncio.run(note())

    def sql(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Look into the database."""
        import sqlite3

        path = self.settings.database_url.removeprefix("sqlite+aiosqlite:///")
        with contextlib.closing(sqlite3.connect(path)) as connection, connection:
            return connection.execute(query, values).fetchall()

    def sql_write(self, statement: str) -> None:
        """Bring the database into a state that no conversation is needed for."""
        import sqlite3

        path = self.settings.database_url.removeprefix("sqlite+aiosqlite:///")
        with contextlib.closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(statement)

    # Short ways to states that many tests begin in

    def organiser(self, who: str = "tu", area: str = "dat-do") -> None:
        """Somebody who may found a club."""
        self.play([{"from": who, "start": self.code("organiser", area=area)}])

    def club(self, who: str = "tu", hamlet: str = "ấp Hải Lạc") -> str:
        """A club that is being founded; its code."""
        self.organiser(who)
        self.press(who, "Thành lập câu lạc bộ", "Xã Phước Hải")
        self.text(who, hamlet)
        self.press(who, f"CLB Liên thế hệ tự giúp nhau {hamlet}", "Đúng hết rồi")
        assert not self.errors, self.errors
        return str(self.sql("select code from club order by id desc limit 1")[0][0])

    def join_code(self) -> str:
        """The latest club's join code."""
        return str(self.sql("select join_code from club order by id desc limit 1")[0][0])


@pytest.fixture
def talk(settings: Settings, request: pytest.FixtureRequest) -> Talk:
    """A fresh bot to talk to."""
    changed = "monkeypatch" in request.fixturenames  # the program is another one then
    return Talk(settings, beginnings=None if changed else BEGINNINGS)
