"""Naive Bayes: how much likelier tokens are in one group of texts than in all the others."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.guidance.index import TENTHS, Field, Weighted
from bot.intents.lanes import Entries, is_wide, ready, weighted_sums

SMOOTHING = 0.5
"""Times that a token which a group lacks is thought to occur in it."""
_UNSEEN = SMOOTHING * TENTHS
"""The same in tenths, as tokens are counted."""


class Odds:
    """How often tokens occur in each group, one group against the rest."""

    def __init__(self, fields: Sequence[Field], group_of: Sequence[int], groups: int) -> None:
        """`group_of` names the group of each text of the fields."""
        self._fields = fields
        self._group_of = group_of
        unseen = SMOOTHING * sum(len(field.tokens) for field in fields)
        counts = [0.0] * groups
        for field in fields:
            for group, length in zip(group_of, field.lengths, strict=True):
                counts[group] += length
        whole = sum(counts)
        self._base = [math.log((whole - count + unseen) / (count + unseen)) for count in counts]
        self._known: dict[str, tuple[float, int | Entries]] = {}

    def make_ready(self) -> None:
        """Make what the common tokens say, which is otherwise made when they are met first."""
        groups = len(self._base)
        for field in self._fields:
            for row, token in enumerate(field.tokens):
                if is_wide(field.starts[row + 1] - field.starts[row], groups):
                    self._known[token] = self._of([(field, row)])

    def _of(self, rows: Iterable[tuple[Field, int]]) -> tuple[float, int | Entries]:
        """What a token in these rows says of every group, and what more of those that have it."""
        by_group: dict[int, int] = {}
        group_of = self._group_of
        for field, row in rows:
            for place, count in zip(field.places_of(row), field.counts_of(row), strict=True):
                group = group_of[place]
                by_group[group] = by_group.get(group, 0) + count
        everywhere = sum(by_group.values()) + _UNSEEN
        absent = math.log(_UNSEEN / everywhere)
        more = [
            math.log((here + _UNSEEN) / (everywhere - here)) - absent for here in by_group.values()
        ]
        return absent, ready(list(by_group), more, len(self._base))

    def of(self, tokens: Weighted) -> list[float]:
        """The logarithm of how much likelier weighted tokens are in each group than elsewhere."""
        shared = weights = 0.0
        rows: list[tuple[int | Entries, float]] = []
        for token, weight in tokens:
            found = self._known.get(token)
            if found is None:
                rows_of_it = [
                    (each, each.rows[token]) for each in self._fields if token in each.rows
                ]
                if not rows_of_it:
                    continue
                found = self._known[token] = self._of(rows_of_it)
            weights += weight
            shared += weight * found[0]
            rows.append((found[1], weight))
        totals = weighted_sums(rows, len(self._base))
        return [
            total + shared + weights * base for total, base in zip(totals, self._base, strict=True)
        ]


class _Spread(NamedTuple):
    """Which texts have a token, and how often, as they stand among those of all tokens."""

    places: Sequence[int]
    counts: Sequence[int]
    first: int
    last: int
    everywhere: float
    """How often it occurs in all of them, in tenths, and the times that a text is thought to lack."""
    absent: float
    """What it says of a text that has it not."""


class Among:
    """How often tokens occur in each text, one text against all the others."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self._fields = fields
        unseen = SMOOTHING * sum(len(field.tokens) for field in fields)
        counts = [sum(lengths) for lengths in zip(*(each.lengths for each in fields), strict=True)]
        whole = sum(counts)
        self._base = [math.log((whole - count + unseen) / (count + unseen)) for count in counts]
        self._known: dict[str, _Spread | None] = {}

    def of(self, tokens: Weighted, texts: range) -> list[float]:
        """The logarithm of how much likelier weighted tokens are in each of some neighbouring texts."""
        shared = weights = 0.0
        start, stop = texts.start, texts.stop
        totals = [0.0] * len(texts)
        for token, weight in tokens:
            if token not in self._known:
                self._known[token] = self._spread(token)
            spread = self._known[token]
            if spread is None:
                continue
            places, counts, first, last, everywhere, absent = spread
            weights += weight
            shared += weight * absent
            at = bisect_left(places, start, first, last)
            while at < last and (text := places[at]) < stop:
                odds = math.log((counts[at] + _UNSEEN) / (everywhere - counts[at]))
                totals[text - start] += weight * (odds - absent)
                at += 1
        return [
            total + shared + weights * base
            for total, base in zip(totals, self._base[start:stop], strict=True)
        ]

    def _spread(self, token: str) -> _Spread | None:
        """Where a token occurs, in the one field that has it: a pair of words is no word."""
        field = next((each for each in self._fields if token in each.rows), None)
        if field is None:
            return None
        row = field.rows[token]
        everywhere = field.tenths(token) + _UNSEEN
        absent = math.log(_UNSEEN / everywhere)
        first, last = field.starts[row], field.starts[row + 1]
        return _Spread(field.places, field.counts, first, last, everywhere, absent)


class Against:
    """How much likelier tokens are in our texts than in others."""

    def __init__(self, ours: Sequence[Field], others: Sequence[Field]) -> None:
        self._ours, self._others = ours, others
        size = sum(sum(field.lengths) for field in ours) + 1
        other_size = sum(sum(field.lengths) for field in others) + 1
        self._base = math.log(other_size / size)
        self._known: dict[str, float] = {}

    def _of(self, token: str) -> float:
        here = sum(field.tenths(token) for field in self._ours)
        there = sum(field.tenths(token) for field in self._others)
        return self._base + math.log((here + _UNSEEN) / (there + _UNSEEN))

    def of(self, tokens: Weighted) -> float:
        """The logarithm of how much likelier weighted tokens are in ours; 0 where none is known."""
        total = 0.0
        for token, weight in tokens:
            value = self._known.get(token)
            if value is None:
                if not any(token in field.rows for field in (*self._ours, *self._others)):
                    continue
                value = self._known[token] = self._of(token)
            total += weight * value
        return total
