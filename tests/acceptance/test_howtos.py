"""The page for who runs it, played to the letter on a bare Debian: every command as printed, exit 0."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bot.storage.migrate import latest_version
from tests.acceptance.bare_debian import Machine, bare_debian, cannot
from tests.command_line import ROOT

PAGE = ROOT / "docs" / "howto" / "run-on-a-server.md"
MIGRATION = f'''"""An update that the machine will regret."""
revision = "9999"
down_revision = "{latest_version()}"
branch_labels = depends_on = None


def upgrade():
    pass


def downgrade():
    pass
'''


def blocks() -> dict[str, list[str]]:
    """The commands of the page below each heading, as they are printed."""
    parts = re.split(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {
        heading: re.findall(r"^```sh\n(.*?)^```$", part, re.MULTILINE | re.DOTALL)
        for heading, part in zip(parts[::2], parts[1::2], strict=True)
    }


HEADINGS = {
    "Install": 1,
    "Settings": 1,
    "First start": 2,
    "See how it is": 1,
    "The report, every month by itself": 1,
    "HTTPS in front": 0,
    "Back up": 1,
    "The data are lost": 1,
    "Update": 1,
    "Go back after a bad update": 1,
    "SQLite or PostgreSQL": 2,
    "In a container": 0,
}
"""Every heading with its number of blocks: one that comes has to be played too."""


def test_every_block_of_the_page_is_played() -> None:
    assert {heading: len(found) for heading, found in blocks().items()} == HEADINGS


def report(machine: Machine) -> dict[str, Any]:
    printed = machine.run("sudo ishc-bot report --format json")
    found: dict[str, Any] = json.loads(
        printed[printed.index("{\n" if "{\n" in printed else '{"') :]
    )
    told = {key: found[key] for key in ("clubs", "members", "club_list")}
    # Midnight may come between two reports.
    for club in told["club_list"]:
        for days in ("days_in_step", "days_since_moved"):
            del club[days]
    return told


def begin_a_club(machine: Machine) -> None:
    """What the page is about: people in the database."""
    roster = (ROOT / "tests/scripts/roster.csv").read_bytes()
    (machine.root / "home/lan/roster.csv").write_bytes(roster)
    printed = machine.run("sudo ishc-bot invite --role organiser --area dat-do")
    (code,) = re.findall(r"^([A-Z2-9]{8})$", printed, re.MULTILINE)
    said = (code, "Thành lập câu lạc bộ", "Xã Phước Hải", "ấp Hải Lạc", "1", "1", "Đúng hết rồi")
    (machine.root / "home/lan/said.txt").write_text("\n".join(said) + "\n")
    machine.run(
        "sudo systemctl stop ishc-bot\n"
        "sudo ishc-bot chat --as tu < said.txt\n"
        "sudo install -o ishc roster.csv /srv/ishc-bot/data/roster.csv\n"
        "sudo ishc-bot import-roster /srv/ishc-bot/data/roster.csv --club 26686-01 --signed 2026-11-01\n"
        "sudo systemctl start ishc-bot"
    )


@pytest.mark.long
@pytest.mark.skipif(cannot() is not None, reason=str(cannot()))
def test_the_page_is_played_to_the_letter(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 8080))  # The page names this port: nobody may have it here.
    page = blocks()
    printed: list[str] = []
    with bare_debian(tmp_path / "bare") as machine:
        (served := machine.root / "srv/served").mkdir()
        repository = served / "bot.git"
        subprocess.run(["git", "clone", "--quiet", "--bare", ROOT, repository], check=True)
        serving = subprocess.Popen(
            ["git", "daemon", "--reuseaddr", "--listen=127.0.0.1", "--port=9418", "--export-all",
             f"--base-path={served}", str(served)],
        )  # fmt: skip

        def play(heading: str, number: int = 0) -> str:
            script = page[heading][number].replace("REPOSITORY", "git://127.0.0.1/bot.git")
            printed.append(machine.run(script))
            print(printed[-1])
            return printed[-1]

        try:
            assert "ishc-bot 0." in play("Install")
            play("Settings")
            assert "Không có lỗi nào." in play("First start")
            assert "http://127.0.0.1:8080/?start=" in play("First start", 1)
            begin_a_club(machine)
            before = report(machine)
            assert before["members"]["active"] == 47
            assert '"event": "starting"' in play("See how it is") or "starting" in printed[-1]
            assert ".xlsx" in play("The report, every month by itself")
            assert re.search(r"sealed with the key [0-9A-F]{4}-[0-9A-F]{4}", play("Back up"))
            assert "1 clubs, 47 people" in printed[-1]

            (machine.root / "srv/ishc-bot/data/bot.db").write_bytes(b"lost" * 5000)
            assert ".damaged" in play("The data are lost")
            assert report(machine) == before

            version = machine.run("ishc-bot --version")
            _update(tmp_path, repository)
            assert "Không có lỗi nào." in play("Update")
            assert "9999" in printed[-1]
            assert machine.run("ishc-bot --version") != version
            assert report(machine) == before
            play("Go back after a bad update")
            assert machine.run("ishc-bot --version") == version
            assert report(machine) == before

            play("SQLite or PostgreSQL")
            assert report(machine) == before
            assert "postgresql" in machine.run("sudo cat /run/units/ishc-bot.service.log")
            play("SQLite or PostgreSQL", 1)
            assert report(machine) == before
            # Nothing is root's that the bot has to write.
            assert machine.run("sudo find /srv/ishc-bot/data ! -user ishc").endswith("ishc\n")
        finally:
            serving.terminate()
            serving.wait()


def _update(tmp_path: Path, repository: Path) -> None:
    """Somebody changes the program: a new schema."""
    work = tmp_path / "work"
    subprocess.run(["git", "clone", "--quiet", repository, work], check=True)
    (work / "bot/storage/migrations/versions/9999_an_update.py").write_text(MIGRATION)
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "-C", work, "add", "--all"], check=True)
    subprocess.run(["git", "-C", work, *who, "commit", "--quiet", "-m", "an update"], check=True)
    subprocess.run(["git", "-C", work, "push", "--quiet"], check=True)
    shutil.rmtree(work)
