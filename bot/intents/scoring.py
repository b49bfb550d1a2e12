"""A fitted model laid out to be added up: what a feature says of each class as a row of bytes.

Features that speak for many classes are most of any sum. Their rows are added as large numbers,
every other byte of them at once, so that no sum is a loop over classes; a feature that speaks for
few keeps those alone.
"""

from __future__ import annotations

import itertools
import math
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.intents.linear import (
    Keys,
    LinearModel,
    hashed,
    hashed_all,
    head_of,
    pack_keys,
    pack_parts,
    read_dumps,
    starts_of,
    unpack_keys,
    unpack_parts,
    write_dumps,
)

_ZERO = 128
"""Stands for no weight in a row: a byte is never negative."""
_WIDE = 4
"""A feature that speaks for one in so many classes is kept as a row."""
_ROW = 255
"""Stands for a row where it is counted how many classes a feature speaks for."""
_NO_ENTRIES = bytes((*range(_ROW), 0))
"""How many single entries a feature has, by its count."""
_BLOCK = 256
"""Features after which it is known how many rows came before."""
_SHORT_BLOCK = 64
"""Features after which it is known how many single entries came before: those of each are added,
and a start would wait until they were added up for every feature."""
_MOST_MET = 6_000
"""Rows that are kept as they are added: of those that are met at all most are met soon."""
_AT_ONCE = 256
"""Rows whose bytes two bytes can hold the sum of."""


@dataclass(frozen=True)
class Scoring:
    """Classes and, for each feature by its number, which classes it speaks for and how much."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    scale: float
    keys: Keys
    counts: bytes
    """How many classes each feature speaks for, `_ROW` where it has a row."""
    rows: bytes
    """Of each wide feature as many bytes as there are classes."""
    places: bytes
    weights: array[int]
    """Of all others what they speak for, and how much."""
    entries_before: array[int] = field(init=False, compare=False, repr=False)
    """How many single entries stand before each short block of features."""
    rows_before: array[int] = field(init=False, compare=False, repr=False)
    """How many rows stand before each block of features."""
    mask: int = field(init=False, compare=False, repr=False)
    """Every other byte of a row, the first among them."""
    _met: dict[int, tuple[int, int]] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        single = self.counts.translate(_NO_ENTRIES)
        entries = (
            sum(single[begin : begin + _SHORT_BLOCK])
            for begin in range(0, len(single), _SHORT_BLOCK)
        )
        object.__setattr__(self, "entries_before", starts_of(entries))
        blocks = range(0, len(self.counts), _BLOCK)
        rows = (self.counts.count(_ROW, begin, begin + _BLOCK) for begin in blocks)
        object.__setattr__(self, "rows_before", starts_of(rows))
        pairs = (len(self.classes) + 1) // 2
        object.__setattr__(self, "mask", int.from_bytes(b"\xff\x00" * pairs, "little"))

    @classmethod
    def of(cls, model: LinearModel) -> Scoring:
        """A model as it was fitted, laid out anew; it says the same."""
        lanes = len(model.classes)
        counts, rows, places, weights = bytearray(), bytearray(), bytearray(), array("b")
        for first, last in itertools.pairwise(model.starts):
            if (last - first) * _WIDE >= lanes:
                row = bytearray([_ZERO]) * lanes
                for entry in range(first, last):
                    row[model.places[entry]] = _ZERO + model.weights[entry]
                rows += row
                counts.append(_ROW)
            else:
                places += model.places[first:last]
                weights += model.weights[first:last]
                counts.append(last - first)
        return cls(
            model.classes, model.bias, model.scale, model.keys, bytes(counts), bytes(rows),
            bytes(places), weights,
        )  # fmt: skip

    def scores(self, features: Sequence[str]) -> list[float]:
        """A score for each class."""
        totals = [0] * len(self.classes)
        counts, places, weights = self.counts, self.places, self.weights
        # What `Keys.find` does: a call for each of some hundred features would take as long again.
        heads, lows, shift, mask = self.keys.heads, self.keys.lows, self.keys.shift, self.keys.mask
        wide: list[int] = []
        for key in hashed_all(features):
            head, low = key >> shift, key & mask
            last = heads[head + 1]
            at = bisect_left(lows, low, heads[head], last)
            if at == last or lows[at] != low:
                continue
            count = counts[at]
            if count == _ROW:
                wide.append(at)
            else:
                first = self._first(at)
                for entry in range(first, first + count):
                    totals[places[entry]] += weights[entry]
        for begin in range(0, len(wide), _AT_ONCE):
            self._add_rows(wide[begin : begin + _AT_ONCE], totals)
        factor = self.scale / math.sqrt(len(features) or 1)
        return [bias + total * factor for bias, total in zip(self.bias, totals, strict=True)]

    def _first(self, at: int) -> int:
        """Where the single entries of a feature begin."""
        block = at // _SHORT_BLOCK
        inside = self.counts[block * _SHORT_BLOCK : at].translate(_NO_ENTRIES)
        return self.entries_before[block] + sum(inside)

    def _begin(self, at: int) -> int:
        """Where the row of a feature begins."""
        block = at // _BLOCK
        before = self.rows_before[block] + self.counts.count(_ROW, block * _BLOCK, at)
        return before * len(self.classes)

    def _add_rows(self, features: Sequence[int], totals: list[int]) -> None:
        met, lanes = self._met, len(totals)
        even = odd = 0
        for at in features:
            one, other = met.get(at) or self._row(at)
            even += one
            odd += other
        none = _ZERO * len(features)
        for start, summed in enumerate((even, odd)):
            for place, total in zip(
                range(start, lanes, 2), _pairs_of_bytes(summed, lanes), strict=False
            ):
                totals[place] += total - none

    def _row(self, at: int) -> tuple[int, int]:
        """The row of a feature as two numbers, of every other byte each."""
        begin, lanes = self._begin(at), len(self.classes)
        row = int.from_bytes(self.rows[begin : begin + lanes], "little")
        halves = row & self.mask, row >> 8 & self.mask
        if len(self._met) < _MOST_MET:
            self._met[at] = halves
        return halves

    def probabilities(self, features: Sequence[str]) -> dict[str, float]:
        """How likely each class is."""
        scores = self.scores(features)
        highest = max(scores)
        powers = [math.exp(score - highest) for score in scores]
        whole = sum(powers)
        return {name: power / whole for name, power in zip(self.classes, powers, strict=True)}

    def speaking_for(self, features: Iterable[str], name: str, most: int = 5) -> list[str]:
        """The features that speak most for a class: why it was chosen."""
        wanted = self.classes.index(name)
        found = [
            (weight, feature)
            for feature in features
            for place, weight in self._entries(self.keys.find(hashed(feature)))
            if place == wanted and weight > 0
        ]
        return [feature for _, feature in sorted(found, reverse=True)[:most]]

    def _entries(self, at: int) -> Iterator[tuple[int, int]]:
        """For which classes a feature speaks and how much; for none where its place is -1."""
        if at < 0:
            return
        count = self.counts[at]
        if count == _ROW:
            begin = self._begin(at)
            for place, byte in enumerate(self.rows[begin : begin + len(self.classes)]):
                if byte != _ZERO:
                    yield place, byte - _ZERO
            return
        first = self._first(at)
        for entry in range(first, first + count):
            yield self.places[entry], self.weights[entry]


def _pairs_of_bytes(number: int, lanes: int) -> array[int]:
    """The bytes of a number in pairs, the lowest first."""
    pairs = array("H")
    pairs.frombytes(number.to_bytes(2 * ((lanes + 1) // 2), "little"))
    if sys.byteorder == "big":
        pairs.byteswap()
    return pairs


def dump(model: Scoring) -> bytes:
    """A model as bytes: a line of JSON, then counts, rows, entries and keys."""
    plain = (
        model.counts,
        model.rows,
        model.places,
        model.weights.tobytes(),
        *pack_keys(model.keys),
    )
    return pack_parts(head_of(model), plain)


def load(data: bytes | memoryview) -> Scoring:
    """A model out of the bytes of `dump`."""
    head, (counts, rows, places, values, *keys) = unpack_parts(data)
    weights = array("b")
    weights.frombytes(values)
    return Scoring(
        tuple(head["classes"]), tuple(head["bias"]), head["scale"], unpack_keys(keys),
        bytes(counts), bytes(rows), bytes(places), weights,
    )  # fmt: skip


def write_scorings(path: Path, models: Mapping[str, Scoring], head: dict[str, object]) -> None:
    """Several models and what is to be known of them in one file."""
    write_dumps(path, {name: dump(model) for name, model in models.items()}, head)


def read_scorings(path: Path) -> tuple[dict[str, Scoring], dict[str, object]]:
    """The models of a file and its head."""
    dumps, head = read_dumps(path)
    return {name: load(data) for name, data in dumps.items()}, head
