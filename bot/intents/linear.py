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
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32


def hashed(feature: str) -> int:
    """The number that stands for a feature."""
    return zlib.crc32(feature.encode("utf-8", "replace"))


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

    def scores(self, features: Sequence[str]) -> list[float]:
        """A score for each class."""
        totals = [0] * len(self.classes)
        keys, starts, places, weights = self.keys, self.starts, self.places, self.weights
        size = len(keys)
        for feature in features:
            key = crc32(feature.encode("utf-8", "replace"))
            at = bisect_left(keys, key)
            if at == size or keys[at] != key:
                continue
            first, last = starts[at], starts[at + 1]
            for place, weight in zip(places[first:last], weights[first:last], strict=True):
                totals[place] += weight
        factor = self.scale / math.sqrt(len(features) or 1)
        return [bias + total * factor for bias, total in zip(self.bias, totals, strict=True)]

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
    """A model as bytes: a line of JSON, then keys, counts, classes and weights."""
    counts = bytes(
        after - before for before, after in zip(model.starts, model.starts[1:], strict=False)
    )
    head = {
        "classes": model.classes,
        "bias": [round(each, 5) for each in model.bias],
        "scale": model.scale,
        "keys": len(model.keys),
        "entries": len(model.places),
    }
    keys = array("I", model.keys)
    steps = array("I", [keys[0] if keys else 0, *(b - a for a, b in itertools.pairwise(keys))])
    return b"".join(
        (
            json.dumps(head).encode() + b"\n",
            steps.tobytes()[: 4 * len(keys)],
            counts,
            model.places,
            model.weights.tobytes(),
        )
    )


def load(data: bytes) -> LinearModel:
    """A model out of the bytes of `dump`."""
    line, _, rest = data.partition(b"\n")
    head = json.loads(line)
    count, entries = head["keys"], head["entries"]
    keys = array("I")
    keys.frombytes(rest[: 4 * count])
    total = 0
    for at, step in enumerate(keys):
        total += step
        keys[at] = total
    starts = array("I", bytes(4 * (count + 1)))
    total = 0
    for at, number in enumerate(rest[4 * count : 5 * count]):
        total += number
        starts[at + 1] = total
    places = rest[5 * count : 5 * count + entries]
    weights = memoryview(rest)[5 * count + entries :].cast("b")
    return LinearModel(
        tuple(head["classes"]), tuple(head["bias"]), head["scale"], keys, starts, places, weights
    )


def write_models(path: Path, models: dict[str, LinearModel], head: dict[str, object]) -> None:
    """Several models and what is to be known of them in one compressed file."""
    parts = {name: dump(model) for name, model in models.items()}
    line = json.dumps({**head, "parts": {name: len(part) for name, part in parts.items()}})
    whole = b"".join((line.encode(), b"\n", *parts.values()))
    path.write_bytes(zlib.compress(whole, 9))


def read_models(path: Path) -> tuple[dict[str, LinearModel], dict[str, object]]:
    """The models of a file, and its head."""
    line, _, rest = zlib.decompress(path.read_bytes()).partition(b"\n")
    head: dict[str, object] = json.loads(line)
    parts = head["parts"]
    assert isinstance(parts, dict)
    found: dict[str, LinearModel] = {}
    start = 0
    for name, size in parts.items():
        found[name] = load(rest[start : start + size])
        start += size
    return found, head
