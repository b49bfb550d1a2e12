"""Sessions as they are stored, and the values that choices carry."""

from __future__ import annotations

import contextlib
import copy
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversations.engine import Session, UnreadableSessionError
from bot.conversations.engine.choices import (
    BeginAgain,
    Chosen,
    Command,
    Drop,
    Fix,
    Option,
    Pick,
    Press,
    is_choice,
    is_of,
    read_press,
    value_of,
    value_of_again,
)
from bot.conversations.engine.fitting import read_session
from bot.conversations.engine.session import Entry, Menu, Mode, Pending, Picked, Proof
from bot.conversations.engine.storing import VERSION, from_json, to_json
from bot.handlers.registry import FLOWS
from bot.messages import NO, YES
from tests.examples import examples

NOW = datetime(2026, 12, 1, 1, tzinfo=UTC)
BEGUN = Session(flow="event", name="event", began=NOW, asked=3, args={"club": 1, "kind": "x"})
ENTRY = Entry("birth", 2, {"name": "Lan"}, ("name",))
SESSIONS = [
    BEGUN,
    replace(BEGUN, at="when", pending=Pending({"hour": None}, "8 giờ sáng"), failures=1),
    replace(BEGUN, at="name", pending=Pending("Lê Văn Tư", "Lê Văn Tư", "Le Van Tu")),
    replace(BEGUN, at="group", inside=ENTRY, skipped=("bring",), closed=("group",)),
    replace(BEGUN, at="group", inside=Menu()),
    replace(BEGUN, at="group", inside=Menu(Mode.REMOVE, ENTRY, {"name": "Nga", "_item": 1}, True)),
    replace(BEGUN, at="wishes", picked=Picked("wishes/", ("health", "income")), seen=["health"]),
    replace(BEGUN, at="@review", choosing=True, fixing=True, held="dừng ở đây"),
    replace(
        BEGUN,
        answers={"roster": "agreed:press"},
        proofs={"roster": Proof(True, "press", "registration.roster.ask", "264b")},
        left_open=("sharing",),
    ),
]
FLOWS_BY_KEY = {flow.key: flow for flow in FLOWS}
STORED = [
    row["state"]
    for path in sorted((Path(__file__).parent / "stored").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
    for row in json.loads(line)["conversations"]
]


@pytest.mark.parametrize("session", SESSIONS)
def test_what_is_stored_is_what_is_read(session: Session) -> None:
    assert from_json(json.loads(json.dumps(to_json(session)))) == session


def test_what_is_stored_tells_its_version() -> None:
    assert to_json(BEGUN)["version"] == VERSION


ODD = st.sampled_from([None, True, -1, 3.5, "", "x", "@review", [], ["x"], {}, {"x": 1}, {"at": 1}])


@st.composite
def spoilt(draw: Any) -> Any:
    """A stored conversation in which some things are missing, others of another shape."""
    state = copy.deepcopy(draw(st.sampled_from([*STORED, *map(to_json, SESSIONS)])))
    for _ in range(draw(st.integers(1, 3))):
        place = state
        for _ in range(draw(st.integers(0, 2))):
            inside = [each for each in place.values() if isinstance(each, dict) and each]
            if inside:
                place = draw(st.sampled_from(inside))
        if not place:
            continue
        key = draw(st.sampled_from(sorted(place)))
        if draw(st.booleans()):
            del place[key]
        else:
            # What is drawn is the same object each time: what is spoilt next may be inside it.
            place[key] = copy.deepcopy(draw(ODD))
    return state


@settings(max_examples=examples(600), derandomize=True)
@given(spoilt())
def test_nothing_but_unreadable_is_ever_raised(state: Any) -> None:
    with contextlib.suppress(UnreadableSessionError):
        read_session(FLOWS_BY_KEY, state)


@pytest.mark.parametrize("state", [None, 5, "event", [], {}, {"version": 1}, {"version": 99}])
def test_what_is_no_session_says_why(state: object) -> None:
    with pytest.raises(UnreadableSessionError) as raised:
        from_json(state)
    assert str(raised.value)


def test_what_was_said_stands_in_no_error() -> None:
    state = to_json(replace(BEGUN, answers={"when": "bà Lan, 0912345678"}))
    with pytest.raises(UnreadableSessionError) as raised:
        read_session(FLOWS_BY_KEY, {**state, "asked": "bà Lan"})
    assert "Lan" not in str(raised.value)


CHOSEN: list[Chosen] = [
    *Command, Fix("full_name"), Pick(12), Drop("health"), Option("health"), Option("2026-12-01"),
    Option("+84912345678"), Option("CLB Hải Lạc / ấp 3"), Option("+contact"),
]  # fmt: skip


@pytest.mark.parametrize("chosen", CHOSEN, ids=str)
@pytest.mark.parametrize("ending", ["", "!", YES, NO])
def test_what_a_choice_carries_is_read_back(chosen: Chosen, ending: str) -> None:
    value = value_of(7, chosen) + ending
    assert is_choice(value)
    assert is_of(7, value)
    assert not is_of(77, value)
    assert read_press(value) == Press("7", chosen)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("c/12/+keep", Press("12", Command.KEEP)),
        ("c/12/+skip!", Press("12", Command.SKIP)),
        ("c/12/+back!", Press("12", Command.BACK)),
        ("c/12/+fixbirth", Press("12", Fix("birth"))),
        ("c/12/+pick3", Press("12", Pick(3))),
        ("c/12/+drophealth", Press("12", Drop("health"))),
        ("c/12/every!", Press("12", Option("every"))),
        ("c/12/agreed", Press("12", Option("agreed"))),
    ],
)
def test_what_stands_under_messages_of_before_is_read(value: str, read: Press) -> None:
    assert read_press(value) == read


def test_beginning_again_is_no_choice_of_a_question() -> None:
    assert read_press(f"{value_of_again(3)}{YES}") == BeginAgain(3)
    assert read_press("c/again/x") == Press("again", Option("x"))
