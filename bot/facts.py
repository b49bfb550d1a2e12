"""Figures that articles, papers and the plan state: each once, with its source and when to look again.

A fact that is counted with has its numbers beside its words, and the words take them from there:
`low = 50`, `high = 70`, `vi = "{low}-{high} người"`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from bot.language.text import capitalise

FACTS_FILE = Path(__file__).resolve().parent / "guidance" / "facts.toml"
SPOKEN = frozenset(("self", "address"))
"""Placeholders that are no facts: how the bot calls itself and the reader."""
NAME = r"[a-z0-9-]+(?:\.(?:low|high|cited))?"
"""A fact's name, alone for its words; with `.low`, `.high` or `.cited` for a part of it."""
PLACEHOLDER = re.compile(rf"\{{({NAME})\}}")
_PUT_IN = re.compile(rf"(?P<start>^|[.!?…]\s+|\n\s*)?\{{(?P<name>{NAME})\}}")
_LANGUAGES = ("vi", "en")
_SEPARATORS = {"vi": ".", "en": ","}
_UNITS = ("one", "year", "percent", "million")
_NUMBERS = ("low", "high")
_KEYS = frozenset(
    (*_LANGUAGES, *_NUMBERS, "unit", "cited", "source", "since", "checked", "look_again", "certain")
)
_OPTIONAL = frozenset((*_NUMBERS, "unit", "cited", "since", "look_again"))


class FactError(Exception):
    """Facts that can't be read, or one that isn't there; the text names the fact and the fault."""


@dataclass(frozen=True)
class Fact:
    """A sum, an age, a share, a number of days, a number to call, or an act.

    `since`: the day from which it holds. `look_again`: when somebody should see whether it still
    does. What isn't `certain` is said to be so by the text around it. `low` and `high` are what is
    counted with, as it is written: 60 for 60 %, 20 for 20 million đồng.
    """

    name: str
    words: Mapping[str, str]
    source: str
    checked: date
    certain: bool
    since: date | None = None
    look_again: date | None = None
    low: int | None = None
    high: int | None = None
    unit: str = "one"
    cited: str | None = None
    """An act as papers name it among their grounds."""

    def part(self, part: str, language: str) -> str:
        """A part of it in words; raises KeyError where it has none."""
        value = {"low": self.low, "high": self.high, "cited": self.cited}[part]
        if value is None:
            raise KeyError(f"{self.name}.{part}")
        return value if isinstance(value, str) else _shown(value, self.unit, language)


def _shown(number: int, unit: str, language: str) -> str:
    return str(number) if unit == "year" else f"{number:,}".replace(",", _SEPARATORS[language])


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
    numbers = {key: row[key] for key in _NUMBERS if key in row}
    for key, number in numbers.items():
        if type(number) is not int:
            raise FactError(f"{name}: {key} is a whole number")
    unit = row.get("unit", "one")
    if unit not in _UNITS:
        raise FactError(f"{name}: unit is one of {', '.join(_UNITS)}")
    words = {language: str(row[language]) for language in _LANGUAGES}
    for language, said in words.items():
        for key, number in numbers.items():
            mark = f"{{{key}}}"
            if mark not in said:
                raise FactError(f"{name}: {language} doesn't say {mark}")
            said = said.replace(mark, _shown(number, unit, language))
        words[language] = said
    return Fact(
        name,
        words,
        str(row["source"]),
        row["checked"],
        bool(row["certain"]),
        row.get("since"),
        row.get("look_again"),
        numbers.get("low"),
        numbers.get("high"),
        unit,
        row.get("cited"),
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


def figure(name: str) -> int | float:
    """What is counted with of a fact: "club-members" or "club-members.low" 50, "….high" 70.

    Shares are fractions, money is in đồng. Raises FactError.
    """
    slug, _, part = name.partition(".")
    fact = load_facts().get(slug)
    if fact is None:
        raise FactError(f"{name}: no such figure")
    number = {"": fact.low, "low": fact.low, "high": fact.high}.get(part)
    if number is None:
        raise FactError(f"{name}: no such figure")
    if fact.unit == "percent":
        return number / 100
    return number * 1_000_000 if fact.unit == "million" else number


def due_facts(day: date) -> list[Fact]:
    """What somebody should look at again, longest due first."""
    due = [
        (fact.look_again, fact)
        for fact in load_facts().values()
        if fact.look_again is not None and fact.look_again <= day
    ]
    return [fact for _, fact in sorted(due, key=lambda each: (each[0], each[1].name))]


def said_of(name: str, language: str, facts: Mapping[str, Fact]) -> str:
    """What stands for a fact's name in a text; raises KeyError."""
    slug, _, part = name.partition(".")
    return facts[slug].part(part, language) if part else facts[slug].words[language]


def put_in(text: str, language: str, facts: Mapping[str, Fact]) -> str:
    """A text with its facts in words, large where a sentence begins. Raises KeyError.

    Whom it speaks to is put in later.
    """

    def words(found: re.Match[str]) -> str:
        name, start = found["name"], found["start"]
        if name in SPOKEN:
            return found[0]
        said = said_of(name, language, facts)
        return said if start is None else f"{start}{capitalise(said)}"

    return _PUT_IN.sub(words, text)
