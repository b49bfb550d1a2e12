"""A script reads on PostgreSQL as it does on SQLite (tests/test_scripts.py), to the letter."""

from __future__ import annotations

import json

import pytest

from bot.settings import Settings
from tests.conftest import SCRIPTS
from tests.test_scripts import RETOLD, check_must, expected_of, lines_of, play, report_of


@pytest.mark.parametrize("settings", ["postgresql"], indirect=True)
@pytest.mark.parametrize("name", RETOLD)
def test_it_prints_the_same(name: str, settings: Settings) -> None:
    done, output = play(settings, lines_of(name))
    assert done
    assert output == expected_of(name)
    must = json.loads((SCRIPTS / f"{name}.must.json").read_text(encoding="utf-8"))
    check_must(must, output, report_of(settings))
