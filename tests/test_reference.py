"""The reference pages say what the program has: no more, no less."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from bot.cli import app
from bot.cli.helping import EXAMPLES
from bot.handlers.readers import READERS
from bot.settings import PREFIX, Settings
from bot.storage.schema import metadata

DOCS = Path(__file__).parent.parent / "docs" / "reference"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """What stands below each heading of a page, by the heading's first word."""
    parts = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    return {part.split()[0]: part for part in parts}


def test_every_setting_stands_there_with_its_default() -> None:
    rows = dict(
        re.findall(r"^\| `(BOT_\w+)` \| `?([^`|]+?)`? \|", page("settings.md"), re.MULTILINE)
    )
    fields = {f"{PREFIX}{name}".upper(): each for name, each in Settings.model_fields.items()}
    assert set(rows) == set(fields)
    for name, field in fields.items():
        assert rows[name] == ("none" if field.default is None else str(field.default)), name


def test_every_command_stands_there_with_its_options() -> None:
    told = sections(page("commands.md"))
    group = typer.main.get_command(app)
    commands = group.commands  # type: ignore[attr-defined]
    assert set(told) == set(commands)
    for name, command in commands.items():
        assert command.help.strip() in told[name], name
        assert f"ishc-bot {EXAMPLES[name]}\n" in told["help"], name
        options = {
            flag
            for each in command.params
            if each.param_type_name == "option"
            for flag in each.opts
        }
        assert set(re.findall(r"^\| `(--[\w-]+)", told[name], re.MULTILINE)) == options, name


@pytest.mark.parametrize("table", metadata.tables.values(), ids=lambda each: each.name)
def test_every_table_stands_there_with_its_columns(table: object) -> None:
    told = sections(page("tables.md"))
    assert set(told) == set(metadata.tables)
    columns = re.findall(r"`(\w+)` \(", told[table.name])  # type: ignore[attr-defined]
    assert columns == [column.name for column in table.columns]  # type: ignore[attr-defined]


def test_every_reader_stands_there_in_its_place() -> None:
    told = re.findall(
        r"^\| `(\w+)` \| ([\w, ]*) \| (.+) \|$", page("understanding.md"), re.MULTILINE
    )
    assert told == [
        (each.name, ", ".join(need.name.lower() for need in each.needs), each.reason)
        for each in READERS
    ]


def test_the_readme_names_every_command() -> None:
    text = (DOCS.parent.parent / "README.md").read_text(encoding="utf-8")
    group = typer.main.get_command(app)
    for name in group.commands:  # type: ignore[attr-defined]
        assert f"`{name}" in text, name
