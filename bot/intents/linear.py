"""A linear model as data: hashed features, one small integer for each class they speak for.

Fitted by `bot.intents.fitting`; here it is only read and added up, without any library.
"""

from __future__ import annotations

import itertools
import json
import math
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

from bot.intents.lanes import SHORT, pack, unpack

_ZERO = 128
"""Stands for no weight in a lane: a lane is never negative."""
_WIDE = 4
"""A feature that speaks for one in so many classes is added as one number, once it is met again."""


def hashed(feature: str) -> int:
    """The number that stands for a feature."""
    return crc32(feature.encode("utf-8", "replace"))


@dataclass(frozen=True)
class LinearModel:
    """Classes and, for each feature by its number, which classes it speaks for and how much."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    scale: float
    keys: array[int]
    starts: array[int]
    places: bytes
    weights: memoryview
    _packed: dict[int, int] = field(default_factory=dict, compare=False, repr=False)

    def scores(self, features: Sequence[str]) -> list[float]:
        """A score for each class."""
        return self.scores_of(list(map(hashed, features)))

    def scores_of(self, numbers: Sequence[int]) -> list[float]:
        """The same for features by their numbers: several models are asked of one text."""
        totals = [0] * len(self.classes)
        keys, starts, places, weights = self.keys, self.starts, self.places, self.weights
        size, lanes, packed, rows = len(keys), len(totals), 0, 0
        for key in numbers:
            at = bisect_left(keys, key)
            if at == size or keys[at] != key:
                continue
            first, last = starts[at], starts[at + 1]
            if (last - first) * _WIDE >= lanes and (row := self._row(at)):
                packed += row
                rows += 1
                continue
            for place, weight in zip(places[first:last], weights[first:last], strict=True):
                totals[place] += weight
        if rows:
            totals = [
                total + lane - _ZERO * rows
                for total, lane in zip(totals, unpack(packed, lanes, lane=SHORT), strict=True)
            ]
        factor = self.scale / math.sqrt(len(numbers) or 1)
        return [bias + total * factor for bias, total in zip(self.bias, totals, strict=True)]

    def _row(self, at: int) -> int:
        """A feature that speaks for many classes as one number; 0 when it is met first.

        Such features are common: most of the sum is theirs. One that is never met again isn't
        worth the work.
        """
        known = self._packed.get(at)
        if known:
            return known
        row = 0
        if known is not None:
            entries = range(self.starts[at], self.starts[at + 1])
            weights = [(self.places[entry], _ZERO + self.weights[entry]) for entry in entries]
            row = pack(weights, len(self.classes), otherwise=_ZERO, lane=SHORT)
        self._packed[at] = row
        return row

    def probabilities(self, features: Sequence[str]) -> dict[str, float]:
        """How likely each class is."""
        scores = self.scores(features)
        highest = max(scores)
        powers = [math.exp(score - highest) for score in scores]
        whole = sum(powers)
        return {name: power / whole for name, power in zip(self.classes, powers, strict=True)}

    def speaking_for(self, features: Iterable[str], name: str, most: int = 5) -> list[str]:
        """The features that speak most for a class: why it was chosen."""
        place = self.classes.index(name)
        found: list[tuple[int, str]] = []
        for feature in features:
            at = bisect_left(self.keys, hashed(feature))
            if at == len(self.keys) or self.keys[at] != hashed(feature):
                continue
            for entry in range(self.starts[at], self.starts[at + 1]):
                if self.places[entry] == place and self.weights[entry] > 0:
                    found.append((self.weights[entry], feature))
        return [feature for _, feature in sorted(found, reverse=True)[:most]]


def dump(model: LinearModel) -> bytes:
    """A model as bytes: a line of JSON, then keys, counts, classes and weights, each compressed."""
    counts = bytes(after - before for before, after in itertools.pairwise(model.starts))
    first = model.keys[:1]
    steps = array(
        "I", [*first, *(after - before for before, after in itertools.pairwise(model.keys))]
    )
    parts = [
        zlib.compress(part, 9)
        for part in (steps.tobytes(), counts, model.places, model.weights.tobytes())
    ]
    head = {
        "classes": model.classes,
        "bias": [round(each, 5) for each in model.bias],
        "scale": model.scale,
        "sizes": [len(part) for part in parts],
    }
    return b"".join((json.dumps(head).encode() + b"\n", *parts))


def load(data: bytes | memoryview) -> LinearModel:
    """A model out of the bytes of `dump`; it takes no more memory than it needs at the end."""
    view = memoryview(data)
    end = bytes(view[:_LONGEST_HEAD]).index(b"\n")
    head = json.loads(bytes(view[:end]))
    parts: list[bytes] = []
    start = end + 1
    for size in head["sizes"]:
        parts.append(zlib.decompress(view[start : start + size]))
        start += size
    steps, counts, places, weights = parts
    keys = array("I", itertools.accumulate(array("I", steps)))
    starts = array("I", itertools.accumulate(counts, initial=0))
    return LinearModel(
        tuple(head["classes"]), tuple(head["bias"]), head["scale"], keys, starts, places,
        memoryview(weights).cast("b"),
    )  # fmt: skip


_LONGEST_HEAD = 1 << 16


def write_models(path: Path, models: dict[str, LinearModel], head: dict[str, object]) -> None:
    """Several models and what is to be known of them in one file."""
    parts = {name: dump(model) for name, model in models.items()}
    line = json.dumps({**head, "parts": {name: len(part) for name, part in parts.items()}})
    path.write_bytes(b"".join((line.encode(), b"\n", *parts.values())))


def read_models(
    path: Path, only: str | None = None
) -> tuple[dict[str, LinearModel], dict[str, object]]:
    """The models of a file, or `only` the one of that name, and its head."""
    found: dict[str, LinearModel] = {}
    with path.open("rb") as file:
        head: dict[str, object] = json.loads(file.readline())
        parts = head["parts"]
        assert isinstance(parts, dict)
        for name, size in parts.items():
            data = file.read(size)
            if only in (None, name):
                found[name] = load(data)
    return found, head
