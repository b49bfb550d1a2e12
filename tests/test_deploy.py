"""What lies ready for a server or a container names what is there."""

from __future__ import annotations

import re

import pytest
import typer

from bot.cli import app
from tests.command_line import ROOT

UNITS = sorted((ROOT / "deploy").glob("ishc-bot*.service"))
COMMANDS = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "path",
    [*UNITS, ROOT / "Containerfile", *sorted((ROOT / "docs" / "howto").glob("*.md"))],
    ids=lambda path: path.name,
)
def test_every_command_is_one(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    called = re.findall(
        r"(?:sudo |exec ishc-bot |\./|/srv/ishc-bot/|`|\"|&& exec )ishc-bot ([a-z-]+)", text
    )
    assert set(called) - {"run", "migrate"} <= COMMANDS
    assert "python -m bot" not in text


def test_every_unit_of_a_timer_is_there() -> None:
    for timer in (ROOT / "deploy").glob("*.timer"):
        assert timer.with_suffix(".service") in UNITS


def test_the_container_copies_what_is_there() -> None:
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    copied = [
        name for line in re.findall(r"^COPY (.+) \S+$", text, re.MULTILINE) for name in line.split()
    ]
    assert {"bot", "locales", "requirements-run.txt"} <= set(copied)
    for name in copied:
        assert (ROOT / name).exists()


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_and_readiness_are_asked(path: str) -> None:
    assert any(path in unit.read_text(encoding="utf-8") for unit in UNITS)
