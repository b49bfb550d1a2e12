"""Kinds of events: each is a file, and all of them go together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.events import KINDS, USUAL, EventKindError, kinds, together
from bot.domain.events.rules import Datum, EventKind
from bot.intents.event_kinds import kind_named, kind_to_set
from bot.intents.fasting import asks_fasting
from bot.speech.translation import LANGUAGES, Speaker, say


def test_every_file_is_a_kind() -> None:
    files = {path.stem for path in Path(kinds.__path__[0]).glob("*.py")} - {"__init__"}
    assert set(KINDS) == files


def test_a_kind_is_heard_by_every_name_of_its_own() -> None:
    for each in KINDS.values():
        for name in each.names:
            assert kind_named(f"thứ sáu {name} nha") == each.key
            assert kind_to_set(f"thứ sáu {name}") == each.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_of_what_to_bring_says_nothing_of_fasting(language: str) -> None:
    for each in KINDS.values():
        if Datum.BRING in each.asks:
            example = Speaker(language, "bác", "con").text(say(f"event.kind.{each.key}.bring"))
            assert not asks_fasting(example)


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ((replace(USUAL, usual=False),), "key 'meeting'"),
        ((replace(USUAL, key="choir", usual=False, names=("hát",)),), "place '1'"),
        ((replace(USUAL, key="choir", usual=False, place=9),), "name 'họp'"),
        ((replace(USUAL, key="choir", names=("hát",), nicknames=(), place=9),), "usual"),
    ],
)
def test_kinds_that_do_not_go_together_are_refused(others: tuple[EventKind, ...], why: str) -> None:
    with pytest.raises(EventKindError, match=why):
        together([USUAL, *others])
