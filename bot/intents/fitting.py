"""Fitting a linear model to labelled examples: a development tool, with NumPy and SciPy.

Multinomial logistic regression by small steps (Adagrad), features weighted alike within a message;
an example may be right in several ways. The same input gives the same model.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from bot.intents.linear import Keys, LinearModel, hashed

STEPS_OF = 256
"""Examples a step."""


@dataclass(frozen=True)
class Example:
    """Features, the classes that are right with their shares, and how much it counts."""

    features: tuple[int, ...]
    """Hashed."""
    count: int
    """Of all its features, those that are too rare to keep included."""
    labels: tuple[tuple[str, float], ...]
    weight: float = 1.0


def example(
    features: Sequence[str], labels: Sequence[tuple[str, float]], weight: float = 1.0
) -> Example:
    """An example with its features hashed."""
    return Example(tuple(map(hashed, features)), len(features), tuple(labels), weight)


@dataclass(frozen=True)
class Options:
    """How a model is fitted."""

    rounds: int = 14
    rate: float = 0.5
    seen_at_least: int = 2
    """Examples that must have a feature for it to be kept."""
    entries: int = 1_400_000
    """Weights that are kept, the largest."""
    seed: int = 12


def _matrix(examples: Sequence[Example], kept: np.ndarray) -> sparse.csr_matrix:
    indices: list[np.ndarray] = []
    values: list[np.ndarray] = []
    ends = [0]
    for each in examples:
        numbers = np.unique(np.array(each.features, dtype=np.uint32))
        found = np.searchsorted(kept, numbers)
        inside = found < len(kept)
        found = found[inside]
        found = found[kept[found] == numbers[inside]]
        indices.append(found.astype(np.int32))
        values.append(np.full(len(found), 1 / np.sqrt(each.count or 1), dtype=np.float32))
        ends.append(ends[-1] + len(found))
    return sparse.csr_matrix(
        (np.concatenate(values), np.concatenate(indices), np.array(ends)),
        shape=(len(examples), len(kept)),
    )


def _kept(examples: Sequence[Example], seen_at_least: int) -> np.ndarray:
    every = np.concatenate([np.unique(np.array(e.features, dtype=np.uint32)) for e in examples])
    numbers, counts = np.unique(every, return_counts=True)
    return numbers[counts >= seen_at_least]


def fit(
    examples: Sequence[Example], classes: Sequence[str], options: Options | None = None
) -> LinearModel:
    """The model that fits some examples; each class is known to at least one of them."""
    options = options or Options()
    kept = _kept(examples, options.seen_at_least)
    rows = _matrix(examples, kept)
    place_of = {name: place for place, name in enumerate(classes)}
    right = np.zeros((len(examples), len(classes)), dtype=np.float32)
    for row, each in enumerate(examples):
        for name, share in each.labels:
            right[row, place_of[name]] += share
    counts = np.array([each.weight for each in examples], dtype=np.float32)
    weights, bias = _descend(rows, right, counts, options)
    return _pruned(weights, bias, kept, tuple(classes), options.entries)


def _descend(
    rows: sparse.csr_matrix, right: np.ndarray, counts: np.ndarray, options: Options
) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(options.seed)
    size, width = rows.shape
    number = right.shape[1]
    weights = np.zeros((width, number), dtype=np.float32)
    seen = np.full((width, number), 1e-3, dtype=np.float32)
    bias = np.zeros(number, dtype=np.float32)
    bias_seen = np.full(number, 1e-3, dtype=np.float32)
    for turn in range(options.rounds):
        order = chance.permutation(size)
        rate = options.rate * (1 - 0.9 * turn / options.rounds)
        for start in range(0, size, STEPS_OF):
            chosen = order[start : start + STEPS_OF]
            batch = rows[chosen]
            columns, inside = np.unique(batch.indices, return_inverse=True)
            small = sparse.csr_matrix(
                (batch.data, inside.astype(np.int32), batch.indptr),
                shape=(len(chosen), len(columns)),
            )
            own = weights[columns]
            scores = small @ own + bias
            scores -= scores.max(axis=1, keepdims=True)
            likely = np.exp(scores)
            likely /= likely.sum(axis=1, keepdims=True)
            error = (likely - right[chosen]) * counts[chosen][:, None]
            slope = np.asarray(small.T @ error, dtype=np.float32)
            so_far = seen[columns] + slope * slope
            seen[columns] = so_far
            weights[columns] = own - rate * slope / np.sqrt(so_far)
            total = error.sum(axis=0)
            bias_seen += total * total
            bias -= rate * total / np.sqrt(bias_seen)
    return weights, bias


def _pruned(
    weights: np.ndarray, bias: np.ndarray, kept: np.ndarray, classes: tuple[str, ...], entries: int
) -> LinearModel:
    """The largest weights as integers from -127 to 127."""
    size = np.abs(weights)
    if size.size > entries:
        least = np.partition(size.ravel(), size.size - entries)[size.size - entries]
    else:
        least = 0.0
    most = float(np.quantile(size[size > 0], 0.9999)) if (size > 0).any() else 1.0
    scale = most / 127
    whole = np.clip(np.rint(weights / scale), -127, 127).astype(np.int8)
    whole[size < least] = 0
    keys = array("I")
    starts = array("I", [0])
    places = bytearray()
    values = bytearray()
    row_numbers, column_numbers = np.nonzero(whole)
    row_starts = np.searchsorted(row_numbers, np.arange(len(kept) + 1))
    for row in np.unique(row_numbers):
        inside = slice(row_starts[row], row_starts[row + 1])
        columns = column_numbers[inside]
        keys.append(int(kept[row]))
        places += columns.astype(np.uint8).tobytes()
        values += whole[row, columns].tobytes()
        starts.append(len(places))
    return LinearModel(
        classes, tuple(map(float, bias)), scale, Keys.of(keys), starts, bytes(places),
        array("b", bytes(values)),
    )  # fmt: skip
