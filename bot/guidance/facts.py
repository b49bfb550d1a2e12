"""Figures that articles and papers state: each once, with its source and when to look again."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from bot.language.text import capitalise

FACTS_FILE = Path(__file__).resolve().parent / "facts.toml"
SPOKEN = frozenset(("self", "address"))
"""Placeholders that are no facts: how the bot calls itself and the reader."""
PLACEHOLDER = re.compile(r"\{([a-z0-9-]+)\}")
_PUT_IN = re.compile(r"(?P<start>^|[.!?…]\s+|\n\s*)?\{(?P<name>[a-z0-9-]+)\}")
_LANGUAGES = ("vi", "en")
_KEYS = frozenset((*_LANGUAGES, "source", "since", "checked", "look_again", "certain"))
_OPTIONAL = frozenset(("since", "look_again"))


class FactError(Exception):
    """Facts that can't be read; the text names the fact and the fault."""


@dataclass(frozen=True)
class Fact:
    """A sum, an age, a share, a number of days, a number to call, or an act.

    `since`: the day from which it holds. `look_again`: when somebody should see whether it still
    does. What isn't `certain` is said to be so by the text around it.
    """

    name: str
    words: Mapping[str, str]
    source: str
    checked: date
    certain: bool
    since: date | None = None
    look_again: date | None = None


def _fact(name: str, row: object) -> Fact:
    if not isinstance(row, dict):
        raise FactError(f"{name}: a table is expected")
    if wrong := set(row) - _KEYS:
        raise FactError(f"{name}: {', '.join(sorted(wrong))} is unknown")
    if missing := _KEYS - _OPTIONAL - set(row):
        raise FactError(f"{name}: {', '.join(sorted(missing))} is missing")
    for key in ("since", "checked", "look_again"):
        if key in row and not isinstance(row[key], date):
            raise FactError(f"{name}: {key} is a date")
    return Fact(
        name,
        {language: str(row[language]) for language in _LANGUAGES},
        str(row["source"]),
        row["checked"],
        bool(row["certain"]),
        row.get("since"),
        row.get("look_again"),
    )


def read_facts(text: str) -> dict[str, Fact]:
    """The facts of a file by their names; raises FactError."""
    try:
        rows = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FactError(str(error)) from None
    return {name: _fact(name, row) for name, row in rows.items()}


@lru_cache(maxsize=1)
def load_facts() -> dict[str, Fact]:
    """All facts by their names."""
    return read_facts(FACTS_FILE.read_text(encoding="utf-8"))


def due_facts(day: date) -> list[Fact]:
    """What somebody should look at again, longest due first."""
    due = [
        (fact.look_again, fact)
        for fact in load_facts().values()
        if fact.look_again is not None and fact.look_again <= day
    ]
    return [fact for _, fact in sorted(due, key=lambda each: (each[0], each[1].name))]


def put_in(text: str, language: str, facts: Mapping[str, Fact]) -> str:
    """A text with its facts in words, large where a sentence begins. Raises KeyError.

    Whom it speaks to is put in later.
    """

    def words(found: re.Match[str]) -> str:
        name, start = found["name"], found["start"]
        if name in SPOKEN:
            return found[0]
        said = facts[name].words[language]
        return said if start is None else f"{start}{capitalise(said)}"

    return _PUT_IN.sub(words, text)
