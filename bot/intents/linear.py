"""A linear model as data: hashed features, one small integer for each class they speak for.

Fitted by `bot.intents.fitting`; here it is only read and added up, without any library. It is kept
as it is searched, so that a start has little to do but to read it.
"""

from __future__ import annotations

import itertools
import json
import math
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeAlias
from zlib import crc32

from bot.intents.lanes import SHORT, pack, unpack

_ZERO = 128
"""Stands for no weight in a lane: a lane is never negative."""
_WIDE = 4
"""A feature that speaks for one in so many classes is added as one number, once it is met again."""


def hashed(feature: str) -> int:
    """The number that stands for a feature."""
    return crc32(feature.encode("utf-8", "replace"))


Numbers: TypeAlias = "array[int] | array[float]"
_BITS = 32
_MOST_HEADS = 16
"""Upper bits that have a place of their own: the rest of a number fits into two bytes then."""


class Keys:
    """Different numbers of 32 bits in order, each found by its upper bits and then among a few."""

    def __init__(self, heads: array[int], lows: array[int]) -> None:
        """`heads`: where the numbers begin that have these upper bits; `lows`: what is left."""
        self.heads, self.lows = heads, lows
        self.shift = _BITS - (len(heads) - 2).bit_length()
        self.mask = (1 << self.shift) - 1

    @classmethod
    def of(cls, numbers: Sequence[int]) -> Keys:
        """The numbers, which are in order."""
        upper = min(_MOST_HEADS, max(len(numbers).bit_length() - 1, 0))
        shift = _BITS - upper
        counts = [0] * (1 << upper)
        for number in numbers:
            counts[number >> shift] += 1
        mask = (1 << shift) - 1
        kind = "I" if shift > _BITS - _MOST_HEADS else "H"
        lows = array(kind, (number & mask for number in numbers))
        return cls(array("I", itertools.accumulate(counts, initial=0)), lows)

    def find(self, number: int) -> int:
        """The place of a number; -1 where it isn't one of them."""
        head, low = number >> self.shift, number & self.mask
        last = self.heads[head + 1]
        at = bisect_left(self.lows, low, self.heads[head], last)
        return at if at < last and self.lows[at] == low else -1

    def __len__(self) -> int:
        return len(self.lows)

    def __iter__(self) -> Iterator[int]:
        for head, (first, last) in enumerate(itertools.pairwise(self.heads)):
            for low in self.lows[first:last]:
                yield head << self.shift | low


def hashed_all(features: Iterable[str]) -> list[int]:
    """The numbers that stand for features."""
    return [crc32(feature.encode("utf-8", "replace")) for feature in features]


class Fitted(Protocol):
    """What any layout of a fitted model tells of itself."""

    @property
    def classes(self) -> tuple[str, ...]: ...

    @property
    def bias(self) -> tuple[float, ...]: ...

    @property
    def scale(self) -> float:
        """What one step of a weight counts."""
        ...


@dataclass(frozen=True)
class LinearModel:
    """Classes and, for each feature by its number, which classes it speaks for and how much."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    scale: float
    keys: Keys
    starts: array[int]
    places: bytes
    weights: array[int]
    _packed: dict[int, int] = field(default_factory=dict, compare=False, repr=False)

    def scores(self, features: Sequence[str]) -> list[float]:
        """A score for each class."""
        return self.scores_of(hashed_all(features))

    def scores_of(self, numbers: Sequence[int]) -> list[float]:
        """The same for features by their numbers: several models are asked of one text."""
        totals = [0] * len(self.classes)
        starts, places, weights = self.starts, self.places, self.weights
        # What `Keys.find` does: a call for each of some hundred features would take as long again.
        heads, lows, shift, mask = self.keys.heads, self.keys.lows, self.keys.shift, self.keys.mask
        known, lanes = self._packed, len(totals)
        rows = [row for row in map(known.get, numbers) if row]
        for key in [each for each in numbers if not known.get(each)]:
            head, low = key >> shift, key & mask
            last = heads[head + 1]
            at = bisect_left(lows, low, heads[head], last)
            if at == last or lows[at] != low:
                continue
            first, last = starts[at], starts[at + 1]
            if (last - first) * _WIDE >= lanes:
                # Such features are common: most of the sum is theirs. One that is never met again
                # isn't worth the work.
                if key in known:
                    known[key] = self._row(at)
                    rows.append(known[key])
                    continue
                known[key] = 0
            for entry in range(first, last):
                totals[places[entry]] += weights[entry]
        if rows:
            nothing = _ZERO * len(rows)
            packed = unpack(sum(rows), lanes, lane=SHORT)
            totals = [total + lane - nothing for total, lane in zip(totals, packed, strict=True)]
        factor = self.scale / math.sqrt(len(numbers) or 1)
        return [bias + total * factor for bias, total in zip(self.bias, totals, strict=True)]

    def make_ready(self) -> None:
        """Make what is otherwise made when a feature is met again."""
        lanes = len(self.classes)
        for at, key in enumerate(self.keys):
            if (self.starts[at + 1] - self.starts[at]) * _WIDE >= lanes:
                self._packed[key] = self._row(at)

    def _row(self, at: int) -> int:
        """A feature that speaks for many classes as one number."""
        first, last = self.starts[at], self.starts[at + 1]
        entries = zip(self.places[first:last], self.weights[first:last], strict=True)
        return pack(entries, len(self.classes), above=_ZERO, lane=SHORT)


_WORTH_PACKING = 0.75
"""A part that gets hardly smaller is kept as it is: a start would wait for its unpacking."""


def _packed(part: bytes) -> tuple[bytes, bool]:
    packed = zlib.compress(part, 9)
    return (packed, True) if len(packed) < _WORTH_PACKING * len(part) else (part, False)


def apart(numbers: Numbers) -> list[bytes]:
    """All first bytes of the numbers, all second ones …: alike stands by alike, and packs."""
    whole, size = numbers.tobytes(), numbers.itemsize
    return [whole[at::size] for at in range(size)]


def together(numbers: Numbers, parts: Sequence[bytes | memoryview]) -> None:
    """Put the numbers of which `apart` made these parts at the end of some."""
    whole = bytearray(sum(map(len, parts)))
    for at, part in enumerate(parts):
        whole[at :: len(parts)] = part
    numbers.frombytes(whole)


def counts_in(starts: array[int]) -> array[int]:
    """How many there are from each start to the next."""
    return array("H", (after - before for before, after in itertools.pairwise(starts)))


def starts_of(counts: Iterable[int]) -> array[int]:
    """Where each begins of which there are so many, and where the last one ends."""
    return array("I", itertools.accumulate(counts, initial=0))


def pack_parts(head: dict[str, object], plain: Sequence[bytes]) -> bytes:
    """A line of JSON and parts behind it, each packed where that is worth it."""
    parts = [_packed(part) for part in plain]
    sizes = {
        "sizes": [len(part) for part, _ in parts],
        "packed": [is_packed for _, is_packed in parts],
    }
    line = json.dumps({**head, **sizes}).encode()
    return b"".join((line, b"\n", *(part for part, _ in parts)))


def unpack_parts(data: bytes | memoryview) -> tuple[dict[str, Any], list[bytes | memoryview]]:
    """The head and the parts of `pack_parts`; they take no more memory than they need."""
    view = memoryview(data)
    end = bytes(view[:_LONGEST_HEAD]).index(b"\n")
    head = json.loads(bytes(view[:end]))
    parts: list[bytes | memoryview] = []
    start = end + 1
    for size, is_packed in zip(head["sizes"], head["packed"], strict=True):
        part = view[start : start + size]
        parts.append(zlib.decompress(part) if is_packed else part)
        start += size
    return head, parts


_LONGEST_HEAD = 1 << 16


def head_of(model: Fitted) -> dict[str, object]:
    """What stands in the line before a model's parts."""
    return {
        "classes": model.classes,
        "bias": [round(each, 5) for each in model.bias],
        "scale": model.scale,
    }


def pack_keys(keys: Keys) -> tuple[bytes, ...]:
    """Keys as parts, for `unpack_keys`."""
    return (*apart(counts_in(keys.heads)), *apart(keys.lows))


def unpack_keys(parts: Sequence[bytes | memoryview]) -> Keys:
    """Keys out of their parts."""
    first, second, *rest = parts
    in_heads, lows = array("H"), array("H" if len(rest) == array("H").itemsize else "I")
    together(in_heads, (first, second))
    together(lows, rest)
    return Keys(starts_of(in_heads), lows)


def dump(model: LinearModel) -> bytes:
    """A model as bytes: a line of JSON, then counts, classes, weights and keys."""
    plain = (
        bytes(list(counts_in(model.starts))),
        model.places,
        model.weights.tobytes(),
        *pack_keys(model.keys),
    )
    return pack_parts(head_of(model), plain)


def load(data: bytes | memoryview) -> LinearModel:
    """A model out of the bytes of `dump`."""
    head, (counts, places, values, *keys) = unpack_parts(data)
    weights = array("b")
    weights.frombytes(values)
    return LinearModel(
        tuple(head["classes"]), tuple(head["bias"]), head["scale"], unpack_keys(keys),
        starts_of(counts), bytes(places), weights,
    )  # fmt: skip


def write_dumps(path: Path, dumps: Mapping[str, bytes], head: dict[str, object]) -> None:
    """Several models as bytes and what is to be known of them in one file."""
    line = json.dumps({**head, "parts": {name: len(part) for name, part in dumps.items()}})
    path.write_bytes(b"".join((line.encode(), b"\n", *dumps.values())))


def read_dumps(path: Path, only: str | None = None) -> tuple[dict[str, bytes], dict[str, object]]:
    """The models of a file as bytes, or `only` the one of that name, and its head."""
    found: dict[str, bytes] = {}
    with path.open("rb") as file:
        head: dict[str, object] = json.loads(file.readline())
        parts = head["parts"]
        assert isinstance(parts, dict)
        for name, size in parts.items():
            data = file.read(size)
            if only in (None, name):
                found[name] = data
    return found, head


def write_models(path: Path, models: dict[str, LinearModel], head: dict[str, object]) -> None:
    """Several models and what is to be known of them in one file."""
    write_dumps(path, {name: dump(model) for name, model in models.items()}, head)


def read_models(
    path: Path, only: str | None = None
) -> tuple[dict[str, LinearModel], dict[str, object]]:
    """The models of a file, or `only` the one of that name, and its head."""
    dumps, head = read_dumps(path, only)
    return {name: load(data) for name, data in dumps.items()}, head
