"""A script, told over Telegram: the same words to the same people at the same time."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from bot.settings import Settings
from tests.channels.telegram_script import USERNAME, play_over_telegram
from tests.conftest import NOW, SCRIPTS
from tests.test_scripts import RETOLD, Line, check_must, expected_of, lines_of, report_of

SHARE = ["Gửi số điện thoại của tôi"]


LATE = timedelta(minutes=5)


def wanted_on_telegram(line: Line) -> Line:
    """A line of a script as Telegram shows it: links open Telegram."""
    text = line["text"].replace("http://127.0.0.1:8080/?start=", f"https://t.me/{USERNAME}?start=")
    kept = {"to": line["to"], "at": line["at"], "text": text}
    return kept | {key: line[key] for key in ("buttons", "files") if key in line}


def taken(queue: list[Line], wanted: Line) -> Line:
    """The next message of a person, or the one after it where both are of one moment."""
    moment = queue[0]["at"][:16]
    places = [at for at, line in enumerate(queue[:3]) if line["at"][:16] == moment]
    alike = (at for at in places if queue[at]["text"] == wanted["text"])
    return queue.pop(next(alike, 0))


@pytest.mark.parametrize("name", RETOLD)
def test_over_telegram_it_reads_the_same(name: str, settings: Settings) -> None:
    lines = lines_of(name)
    run = play_over_telegram(settings, lines, SCRIPTS, datetime.fromisoformat(NOW))
    assert [line for line in run.output if "error" in line] == []
    assert run.platform.refused == []
    heard = [line for line in run.output if "text" in line]
    expected = expected_of(name)
    told = [wanted_on_telegram(line) for line in expected if "text" in line]
    # Each person reads the same in the same order; who is served first is the pace's choice, and
    # so is whether what falls due at the moment of an answer comes before it.
    read: dict[str, list[Line]] = {}
    for line in heard:
        read.setdefault(line["to"], []).append(line)
    assert len(heard) == len(told)
    heard = [taken(read[wanted["to"]], wanted) for wanted in told]
    offers = 0
    for line, wanted in zip(heard, told, strict=True):
        # The platform's pace holds a message up for seconds, and for moments only.
        late = datetime.fromisoformat(line["at"]) - datetime.fromisoformat(wanted["at"])
        assert timedelta(0) <= late <= LATE, (line, wanted)
        kept = {**line, "at": wanted["at"]}
        if SHARE in line.get("buttons", []):
            # What only Telegram can: one's own number with a press, asked of nobody else.
            offers += 1
            labels = [label for row in line["buttons"] if row != SHARE for label in row]
            assert labels == [label for row in wanted["buttons"] for label in row]
            kept = {**kept, "buttons": wanted["buttons"]}
        assert kept == wanted
    assert 0 < offers <= 4
    # Every button that was pressed stopped waiting, every update was written down once.
    bot = next(iter(run.platform.bots.values()))
    assert all(bot.callbacks.values())
    presses = sum("press" in json.loads(line) for line in lines)
    assert len(bot.callbacks) + run.platform.keys_pressed == presses
    kinds = {line["text"]: line["kind"] for line in expected if "text" in line}
    must = json.loads((SCRIPTS / f"{name}.must.json").read_text(encoding="utf-8"))
    spoken = [
        {**line, "kind": kinds.get(line["text"], "reply"), "at": wanted["at"]}
        for line, wanted in zip(heard, told, strict=True)
    ]
    check_must(must, spoken, report_of(settings))
