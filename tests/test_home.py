"""The one word: it finds its folder, settings and data from anywhere, and is shown as it can be typed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot import home
from bot.settings import load_settings
from bot.storage.address import DatabaseAddress
from tests.command_line import ROOT, environment


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with its own settings and data: the program is this one's."""
    folder = tmp_path / "the bot's"
    (folder / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(ROOT / home.WORD, folder)
    python = folder / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    (folder / ".env").write_text(
        "BOT_LOCALE=en\nBOT_DATABASE_URL=sqlite+aiosqlite:///data/own.db\n"
    )
    return folder


def call(word: Path | str, *args: str, cwd: Path, **extra: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [word, *args],
        cwd=cwd,
        env=environment(**extra),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_from_anywhere_and_through_a_link(checkout: Path, tmp_path: Path) -> None:
    # What lies where somebody stands is not run, and not read.
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "__init__.py").write_text("raise SystemExit(9)")
    (tmp_path / ".env").write_text("BOT_WEB_PORT=eighty\n")
    link = tmp_path / "bin" / home.WORD
    link.parent.mkdir()
    link.symlink_to(checkout / home.WORD)
    without_path = {"PYTHONPATH": ""}
    done = call(link, "migrate", cwd=tmp_path, **without_path)
    assert done.returncode == 0, done.stderr
    assert (checkout / "data" / "own.db").is_file()
    assert not (tmp_path / "data").exists()
    # A path in a command begins where one stands.
    done = call(link, "backup", "here.backup", cwd=tmp_path, **without_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "here.backup").is_file()
    told = call(link, "doctor", cwd=tmp_path, **without_path).stdout
    assert f"Settings: all readable, from the file {checkout / '.env'}." in told


def test_before_the_libraries_are_there(checkout: Path, tmp_path: Path) -> None:
    shutil.rmtree(checkout / ".venv")
    done = call(checkout / home.WORD, "doctor", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"the libraries are not there yet: run  make -C {checkout} install"
    ]


def test_a_python_without_the_libraries_is_told(tmp_path: Path) -> None:
    """As `git pull` without make, or the machine's own Python, would meet it."""
    bare = [sys.executable, "-I", "-S", "-c"]
    script = f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv = ['bot', 'doctor']; from bot.__main__ import main; main()"
    done = call(bare[0], *bare[1:], script, cwd=tmp_path)
    assert done.returncode == 1
    assert f"make -C {ROOT} install" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout.startswith("[lỗi] Thư viện: thiếu ")
    assert f"Chạy `make -C {ROOT} install`" in done.stdout
    assert len(done.stdout.splitlines()) == 1


def test_what_is_shown_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "none: run `ishc-bot migrate` (ishc-bot is the word)"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert home.as_typed(text) == text.replace("`ishc-bot", f"`{ROOT / 'ishc-bot'}")
    (tmp_path / home.WORD).symlink_to(ROOT / home.WORD)
    assert home.as_typed(text) == text
    # Another installation's word would look after another bot.
    (tmp_path / home.WORD).unlink()
    (tmp_path / home.WORD).write_text("#!/bin/sh\n")
    (tmp_path / home.WORD).chmod(0o755)
    assert str(ROOT) in home.as_typed(text)
    monkeypatch.setattr(home, "LAUNCHER", tmp_path / "none")
    assert f"`{sys.executable} -m bot migrate`" in home.as_typed(text)


def test_what_settings_name_begins_in_the_bots_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = (ROOT / "bot" / "plan" / "brvt-2017-2020.toml").read_bytes()
    (tmp_path / "plan.toml").write_bytes(plan)
    (tmp_path / ".env").write_text("BOT_PLAN=plan.toml\n")
    monkeypatch.setenv(home.HOME, str(tmp_path))
    settings = load_settings()
    assert settings.plan == tmp_path / "plan.toml"
    assert DatabaseAddress.of(settings.database_url).file == tmp_path / "data" / "bot.db"
    server = DatabaseAddress.of("postgresql+asyncpg://bot@127.0.0.1/bot")
    assert server.folder == tmp_path / "data"
    absolute = DatabaseAddress.of("sqlite+aiosqlite:////srv/bot.db")
    assert absolute.file == Path("/srv/bot.db")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
def test_root_goes_on_as_who_has_the_data(checkout: Path) -> None:
    """What root wrote the bot itself couldn't write any more."""
    nobody = 65534
    for path in (checkout, *checkout.rglob("*")):
        os.chown(path, nobody, nobody)
    for each in (checkout, *checkout.parents):
        if each.stat().st_uid == 0 and str(each) != "/":
            each.chmod(each.stat().st_mode | 0o011)
    # The interpreter of the tests need not be readable by others: who one became is asked here.
    script = (
        "from bot import home; import os; home.become_keeper(); print(os.geteuid(), os.getegid())"
    )
    done = call(sys.executable, "-c", script, cwd=ROOT, BOT_HOME=str(checkout))
    assert done.stdout == f"{nobody} {nobody}\n", done.stderr
    # The data's owner decides, where another one has the program.
    (checkout / "data").mkdir()
    os.chown(checkout / "data", 12345, 12345)
    done = call(sys.executable, "-c", script, cwd=ROOT, BOT_HOME=str(checkout))
    assert done.stdout == "12345 12345\n", done.stderr
    script = "import os, pwd; from bot import home; os.setuid(12346); print(home.kept_by_another())"
    (checkout / ".env").chmod(0o600)
    done = call(sys.executable, "-c", script, cwd=ROOT, BOT_HOME=str(checkout))
    assert done.stdout == "12345\n", done.stderr
