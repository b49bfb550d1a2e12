"""Conversations as scripts: what they print to the letter, and what must hold whatever they print.

`<name>.expected.jsonl` is rewritten by `pytest --update` and reviewed as a diff.
`<name>.must.json` is rewritten by nobody:

    messages   [{"to", "kind", "from", "until", "contains": [words], "count"}, …]
    somewhere  words that somebody must read
    nowhere    words that nobody may read
    hours      kinds of messages that go out between 07:00 and 21:00 only
    report     what `report --format json` holds at the end: "a.b.c" → value
"""

from __future__ import annotations

import asyncio
import json
from datetime import datetime
from typing import Any

import pytest

from bot.app import open_database
from bot.channels.registry import capabilities_of
from bot.delivery.telling import compose
from bot.domain.events import KINDS
from bot.handlers.office.report import build_report
from bot.messages import Choice
from bot.plan.loader import load_plan
from bot.scripting import Options, run_script
from bot.settings import Settings
from bot.speech.translation import LANGUAGES, Speaker, say
from tests.conftest import SCRIPTS

NAMES = sorted(path.stem for path in SCRIPTS.glob("*.jsonl") if "." not in path.stem)
RETOLD = ["one_meeting", pytest.param("story", marks=pytest.mark.long)]
"""What is played on PostgreSQL, over Telegram and without buttons, too: a club from its founding to
the answer to a reminder; the whole story in long tests."""
Line = dict[str, Any]
EVERY_KIND = "events.new_*"
"""Stands in what is printed for the buttons of all kinds of events, so that another kind changes
none of it; which there are is seen in `tests/handlers/test_events.py`."""


def play(settings: Settings, lines: list[str]) -> tuple[bool, list[Line]]:
    output: list[Line] = []
    options = Options(seed="story", folder=SCRIPTS)
    done = asyncio.run(run_script(settings, lines, options, output.append))
    return done, output


def lines_of(name: str) -> list[str]:
    return (SCRIPTS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()


def rows_of_kinds(language: str) -> list[list[str]]:
    speaker = Speaker(language, "", "")
    return [[speaker.text(say(f"events.new_{kind}"))] for kind in KINDS]


def in_short(line: Line) -> Line:
    """A line with one row for the buttons of all kinds of events."""
    rows = line.get("buttons", [])
    for kinds in map(rows_of_kinds, LANGUAGES):
        at = next((at for at, row in enumerate(rows) if row == kinds[0]), None)
        if at is not None and rows[at : at + len(kinds)] == kinds:
            return {**line, "buttons": [*rows[:at], [EVERY_KIND], *rows[at + len(kinds) :]]}
    return line


def in_full(line: Line) -> Line:
    """The same, with a button a kind again."""
    rows = line.get("buttons", [])
    if [EVERY_KIND] not in rows:
        return line
    at = rows.index([EVERY_KIND])
    return {**line, "buttons": [*rows[:at], *rows_of_kinds("vi"), *rows[at + 1 :]]}


def report_of(settings: Settings) -> dict[str, Any]:
    async def look() -> dict[str, Any]:
        database = await open_database(settings.database_url)
        now = await database.read(lambda uow: uow.installation.virtual_time())
        assert now is not None
        found: dict[str, Any] = await database.run(
            lambda uow: build_report(uow.at(now), load_plan(), settings.zone)
        )
        await database.close()
        return found

    return asyncio.run(look())


def value_at(report: Any, path: str) -> Any:
    for key in path.split("."):
        report = report[int(key)] if isinstance(report, list) else report[key]
    return report


def check_must(must: dict[str, Any], output: list[Line], report: dict[str, Any]) -> None:
    messages = [line for line in output if "text" in line]
    for wanted in must.get("messages", []):
        found = [
            line
            for line in messages
            if line["to"] == wanted.get("to", line["to"])
            and line["kind"] == wanted.get("kind", line["kind"])
            and wanted.get("from", "") <= line["at"] <= wanted.get("until", "9999")
            and all(words in line["text"] for words in wanted.get("contains", []))
        ]
        assert len(found) == wanted["count"], (wanted, [line["text"] for line in found])
    everything = "\n".join(line["text"] for line in messages)
    for words in must.get("somewhere", []):
        assert words in everything, words
    for words in must.get("nowhere", []):
        assert words not in everything, words
    for line in messages:
        if line["kind"] in must.get("hours", []):
            assert 7 <= datetime.fromisoformat(line["at"]).hour < 21, line
    for path, value in must.get("report", {}).items():
        assert value_at(report, path) == value, (path, value_at(report, path))


@pytest.mark.parametrize("name", NAMES)
def test_a_script_prints_what_it_printed_and_holds_what_it_must(
    name: str, settings: Settings, request: pytest.FixtureRequest
) -> None:
    done, output = play(settings, lines_of(name))
    must = json.loads((SCRIPTS / f"{name}.must.json").read_text(encoding="utf-8"))
    assert done is must.get("succeeds", True)
    expected = SCRIPTS / f"{name}.expected.jsonl"
    printed = "".join(json.dumps(in_short(line), ensure_ascii=False) + "\n" for line in output)
    if request.config.getoption("--update"):
        expected.write_text(printed, encoding="utf-8")
    assert printed == expected.read_text(encoding="utf-8")
    check_must(must, output, report_of(settings))


def numbered(line: Line) -> str:
    """A message as an account without buttons reads it: digits, and how several are typed."""
    speaker = Speaker("vi", "", "")
    press, type_ = (speaker.text(say(way)) for way in ("kinds.several.press", "kinds.several.type"))
    rows = [[Choice(label, label) for label in row] for row in line.get("buttons", [])]
    return compose(line["text"].replace(press, type_), rows, capabilities_of("zalo"))


def without_marks(text: str) -> list[str]:
    """Lines without the digits and dashes that stand for buttons."""
    lines = [line.lstrip("0123456789.- ") for line in text.replace("  ", "\n").splitlines()]
    return sorted(lines)


def expected_of(name: str) -> list[Line]:
    printed = (SCRIPTS / f"{name}.expected.jsonl").read_text(encoding="utf-8")
    return [in_full(json.loads(line)) for line in printed.splitlines()]


@pytest.mark.parametrize("name", RETOLD)
def test_without_buttons_it_reads_the_same(name: str, settings: Settings) -> None:
    lines = lines_of(name)
    people = dict.fromkeys(json.loads(line)["from"] for line in lines if "from" in json.loads(line))
    lent = [json.dumps({"from": who, "channel": "zalo"}) for who in people]
    done, output = play(settings, [*lent, *lines])
    assert done, [line for line in output if "error" in line]
    said = [line for line in output if "text" in line]
    wanted = [line for line in expected_of(name) if "text" in line]
    assert not any("buttons" in line for line in said)
    assert [(line["to"], line["at"], line["kind"]) for line in said] == [
        (line["to"], line["at"], line["kind"]) for line in wanted
    ]
    for line, original in zip(said, wanted, strict=True):
        assert without_marks(line["text"]) == without_marks(numbered(original))
