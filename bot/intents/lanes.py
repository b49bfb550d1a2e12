"""Rows of numbers, each as one large number with a lane a place: whole rows are added at once.

Without a library for it a sum over many places is a loop of Python's; numbers of any length are
added by the processor. Lanes are whole numbers that are not negative.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence

_LEAST, _SHARE = 8, 16
SHORT, LONG = "I", "Q"
"""Lanes of 32 bits and of 64."""
_FINE, _WEIGHTS = 2.0**28, 2.0**22
"""Parts of one in which numbers and their weights are kept: hundreds of rows fit into a lane."""

Entries = Sequence[tuple[int, float]]
"""Places that have a number, and the numbers."""


def is_wide(entries: int, lanes: int) -> bool:
    """Whether a row of so many entries is added quicker as one number than entry by entry."""
    return entries >= _LEAST and entries * _SHARE >= lanes


def pack(
    entries: Iterable[tuple[int, int]], lanes: int, above: int = 0, *, lane: str = LONG
) -> int:
    """A row as one number, each place raised `above` nothing so that none is negative."""
    row = [above] * lanes
    for place, number in entries:
        row[place] += number
    return int.from_bytes(array(lane, row).tobytes(), sys.byteorder)


def unpack(packed: int, lanes: int, *, lane: str = LONG) -> array[int]:
    """The number in each place of a row, or of a sum of rows."""
    row = array(lane)
    row.frombytes(packed.to_bytes(row.itemsize * lanes, sys.byteorder))
    return row


def ready(places: Sequence[int], values: Iterable[float], lanes: int) -> int | Entries:
    """A row of fractions that are not negative as `weighted_sums` adds it quickest."""
    if not is_wide(len(places), lanes):
        return list(zip(places, values, strict=True))
    row = [0] * lanes
    for place, value in zip(places, values, strict=True):
        row[place] = int(value * _FINE + 0.5)
    return int.from_bytes(array(LONG, row).tobytes(), sys.byteorder)


def weighted_sums(rows: Iterable[tuple[int | Entries, float]], lanes: int) -> list[float]:
    """The sums, place by place, of rows that are `ready`, each with what it counts."""
    # Few weights differ, and a large number is added quicker than multiplied.
    by_weight: dict[float, int] = {}
    few: list[tuple[Entries, float]] = []
    for row, weight in rows:
        if isinstance(row, int):
            by_weight[weight] = by_weight.get(weight, 0) + row
        else:
            few.append((row, weight))
    packed = sum(row * round(weight * _WEIGHTS) for weight, row in by_weight.items())
    part = 1 / (_FINE * _WEIGHTS)
    sums = [part * each for each in unpack(packed, lanes)]
    for row, weight in few:
        for place, value in row:
            sums[place] += weight * value
    return sums
