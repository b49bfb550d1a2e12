"""Patterns that wait until they are asked: none is wrong only on the day somebody needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest

import bot.intents
import bot.language
from bot.language.patterns import Pattern

TOOLS = ("bot.intents.fit", "bot.intents.fitting")
"""What needs more than a bot has."""


def _patterns(value: object) -> Iterator[Pattern]:
    """The patterns among what a module holds."""
    if isinstance(value, Pattern):
        yield value
    elif isinstance(value, dict):
        yield from _patterns(tuple(value.values()))
    elif isinstance(value, tuple):
        for each in value:
            yield from _patterns(each)


def test_every_pattern_can_be_asked() -> None:
    found: set[Pattern] = set()
    for package in (bot.intents, bot.language):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            if module.name not in TOOLS:
                found.update(_patterns(vars(import_module(module.name))))
    assert len(found) > 150
    for pattern in found:
        pattern.search("chào con")


def test_a_pattern_is_compiled_when_it_is_asked() -> None:
    wrong = Pattern("(má")
    with pytest.raises(re.error):
        wrong.search("má")


def test_a_pattern_answers_as_a_compiled_one() -> None:
    pattern, compiled = Pattern(r"b(\w)", re.IGNORECASE), re.compile(r"b(\w)", re.IGNORECASE)
    text = "bà Ba bên bờ"
    for asked in (pattern.search, pattern.match):
        found, known = asked(text, 2), getattr(compiled, asked.__name__)(text, 2)
        assert (found and found.span()) == (known and known.span())
    assert pattern.fullmatch("bà")
    assert not pattern.fullmatch("bà Ba")
    assert pattern.findall(text) == compiled.findall(text)
    assert [each[0] for each in pattern.finditer(text)] == ["bà", "Ba", "bê", "bờ"]
    assert pattern.split(text, 1) == compiled.split(text, 1)
    assert pattern.sub("-", text, 1) == "- Ba bên bờ"
    assert pattern.subn("-", text) == compiled.subn("-", text)
