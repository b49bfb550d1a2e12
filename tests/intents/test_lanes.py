"""Rows added as large numbers give what adding them entry by entry gives."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intents.lanes import Entries, is_wide, ready, weighted_sums
from bot.intents.linear import Keys, LinearModel, hashed
from bot.intents.scoring import Scoring

LANES = 40
WEIGHTS = st.sampled_from((1.0, 0.65, 0.3))
ROW = st.dictionaries(st.integers(0, LANES - 1), st.floats(0, 15), max_size=LANES)


@given(st.lists(st.tuples(ROW, WEIGHTS), max_size=60))
def test_sums_are_those_of_the_entries(rows: list[tuple[dict[int, float], float]]) -> None:
    asked: list[tuple[int | Entries, float]] = [
        (ready(list(row), row.values(), LANES), weight) for row, weight in rows
    ]
    plain = [sum(weight * row.get(place, 0.0) for row, weight in rows) for place in range(LANES)]
    assert weighted_sums(asked, LANES) == pytest.approx(plain, abs=1e-5)


def test_only_rows_with_many_entries_become_numbers() -> None:
    assert not is_wide(1, LANES)
    assert ready([0], [1.0], LANES) == [(0, 1.0)]
    assert isinstance(ready(range(LANES), [1.0] * LANES, LANES), int)


@given(st.lists(st.lists(st.integers(-127, 127), min_size=3, max_size=3), min_size=1, max_size=9))
def test_a_model_says_the_same_however_often_it_is_asked(rows: list[list[int]]) -> None:
    features = sorted((f"f{number}" for number in range(len(rows))), key=hashed)
    model = LinearModel(
        ("a", "b", "c"), (0.0, 0.5, -0.5), 0.01, Keys.of(list(map(hashed, features))),
        array("I", range(0, 3 * len(rows) + 1, 3)), bytes([0, 1, 2] * len(rows)),
        array("b", [weight for row in rows for weight in row]),
    )  # fmt: skip
    first = model.scores(features)
    assert [model.scores(features) for _ in range(3)] == [first] * 3
    model.make_ready()
    assert model.scores(features) == first
    sums = [0.01 * sum(column) / len(rows) ** 0.5 for column in zip(*rows, strict=True)]
    assert first == pytest.approx([sums[0], sums[1] + 0.5, sums[2] - 0.5])


FEW = st.dictionaries(
    st.integers(0, LANES - 1), st.integers(-127, 127).filter(bool), max_size=LANES
)


@given(st.lists(FEW, min_size=1, max_size=400), st.data())
def test_a_model_laid_out_anew_says_the_same(
    rows: list[dict[int, int]], data: st.DataObject
) -> None:
    """Wide rows and narrow ones, and more than one can add up at once."""
    features = sorted((f"f{number}" for number in range(len(rows))), key=hashed)
    starts, places, weights = array("I", [0]), bytearray(), array("b")
    for row in rows:
        places += bytes(sorted(row))
        weights += array("b", [row[place] for place in sorted(row)])
        starts.append(len(places))
    model = LinearModel(
        tuple(map(str, range(LANES))), (0.25,) * LANES, 0.01, Keys.of(list(map(hashed, features))),
        starts, bytes(places), weights,
    )  # fmt: skip
    scoring = Scoring.of(model)
    asked = [*features, "unknown"]
    assert scoring.scores(asked) == model.scores(asked)
    feature = data.draw(st.sampled_from(features))
    row = rows[features.index(feature)]
    for place in range(LANES):
        speaks = [feature] if row.get(place, 0) > 0 else []
        assert scoring.speaking_for([feature, "unknown"], str(place)) == speaks


@given(st.sets(st.integers(0, 2**32 - 1), max_size=300), st.integers(0, 2**32 - 1))
def test_keys_find_what_they_have_and_nothing_else(numbers: set[int], other: int) -> None:
    inside = sorted(numbers)
    keys = Keys.of(inside)
    assert list(keys) == inside
    assert [keys.find(number) for number in inside] == list(range(len(inside)))
    assert keys.find(other) == (inside.index(other) if other in numbers else -1)
