"""A feature calls another's commands and shows none of its screens."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
HANDLERS = ROOT / "bot" / "handlers"
FEATURES = {path.parent.name for path in HANDLERS.glob("*/feature.py")}

SHOWN_ELSEWHERE = {
    ("answers.following", "events.resting"): "who is ill and told of it is asked after",
    ("answers.following", "members.deaths"): "an organiser is led to the member who died",
    ("answers.following", "own_data.personal"): "a wrong number leads to stopping the messages",
    ("answers.screens", "founding.lines"): "how far a founding is is told as an answer",
    ("events.coming", "answers.enquiries"): "who can't come may have those in charge told",
    ("events.coming", "answers.screens"): "who can't come on a day is shown which there are",
    ("events.following", "answers.screens"): "the next events are shown as an answer",
    ("events.resting", "answers.enquiries"): "whoever is ill may have those in charge told",
    ("members.deaths", "answers.enquiries"): "a neighbour's word goes to those in charge",
    ("members.following", "answers.enquiries"): "a name alone may be for those in charge",
    ("members.told_ahead", "talk.screens"): "the choice that facts were told at is put again",
    ("papers.following", "answers.screens"): "what a form asks is answered where none is made",
    ("papers.following", "founding.lines"): "how a founding step is called",
    ("own_data.following", "answers.enquiries"): "who is typed in elsewhere asks those in charge",
    ("office.screens", "founding.lines"): "how a founding step is called",
    ("standing.screens", "founding.lines"): "how far a club is is told to who decides on it",
}
"""What a feature still imports of another's screens, and why."""


def commands() -> set[str]:
    """The modules that say nothing, as the linter's contract has them."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    (found,) = (each for each in contracts if each["name"] == "Commands say nothing")
    named = {each.removeprefix("bot.handlers.") for each in found["source_modules"]}
    return named | {f"{feature}.commands" for feature in FEATURES}


def imported(path: Path) -> set[str]:
    """The modules of features that a file imports, as "members.screens"."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bot.handlers"):
            for name in node.names:
                parts = f"{node.module}.{name.name}".split(".")[2:4]
                if len(parts) == 2 and parts[0] in FEATURES:
                    found.add(".".join(parts))
    return found


def test_a_feature_imports_no_screen_of_another() -> None:
    quiet, crossings = commands(), set()
    for feature in FEATURES:
        for path in sorted((HANDLERS / feature).glob("*.py")):
            crossings |= {
                (f"{feature}.{path.stem}", module)
                for module in imported(path) - quiet
                if module.split(".")[0] != feature
            }
    assert crossings == set(SHOWN_ELSEWHERE)


def test_every_module_that_says_nothing_is_there() -> None:
    for module in commands():
        if "*" not in module and not module.endswith(".commands"):
            assert (HANDLERS / f"{module.replace('.', '/')}.py").is_file(), module
