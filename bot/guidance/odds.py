"""Naive Bayes: how much likelier tokens are in one group of texts than in all the others."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from bot.guidance.index import TENTHS, Field, Weighted
from bot.intents.lanes import Entries, ready, weighted_sums

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

    def _of(self, rows: Iterable[tuple[Field, int]]) -> tuple[float, int | Entries]:
        """What a token in these rows says of every group, and what more of those that have it."""
        by_group = [0] * len(self._base)
        group_of = self._group_of
        for field, row in rows:
            for place, count in zip(field.places_of(row), field.counts_of(row), strict=True):
                by_group[group_of[place]] += count
        everywhere = sum(by_group) + _UNSEEN
        absent = math.log(_UNSEEN / everywhere)
        groups = [group for group, here in enumerate(by_group) if here]
        more = [
            math.log((by_group[group] + _UNSEEN) / (everywhere - by_group[group])) - absent
            for group in groups
        ]
        return absent, ready(groups, more, len(self._base))

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


class Among:
    """How often tokens occur in each text, one text against all the others."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self._fields = fields
        unseen = SMOOTHING * sum(len(field.tokens) for field in fields)
        counts = [sum(lengths) for lengths in zip(*(each.lengths for each in fields), strict=True)]
        whole = sum(counts)
        self._base = [math.log((whole - count + unseen) / (count + unseen)) for count in counts]
        self._known: dict[str, tuple[list[tuple[Field, int]], float]] = {}

    def of(self, tokens: Weighted, texts: range) -> list[float]:
        """The logarithm of how much likelier weighted tokens are in each of some neighbouring texts."""
        shared = weights = 0.0
        totals = [0.0] * len(texts)
        for token, weight in tokens:
            known = self._known.get(token)
            if known is None:
                rows = [(field, field.rows[token]) for field in self._fields if token in field.rows]
                known = rows, sum(field.tenths(token) for field in self._fields) + _UNSEEN
                self._known[token] = known
            rows, everywhere = known
            if not rows:
                continue
            absent = math.log(_UNSEEN / everywhere)
            weights += weight
            shared += weight * absent
            for text, here in self._counts(rows, texts).items():
                odds = math.log((here + _UNSEEN) / (everywhere - here))
                totals[text - texts.start] += weight * (odds - absent)
        return [
            total + shared + weights * self._base[text]
            for total, text in zip(totals, texts, strict=True)
        ]

    @staticmethod
    def _counts(rows: Sequence[tuple[Field, int]], texts: range) -> dict[int, int]:
        """How often a token occurs in those of the texts that have it, in tenths."""
        found: dict[int, int] = {}
        start, stop = texts.start, texts.stop
        for field, row in rows:
            places, last = field.places, field.starts[row + 1]
            at = bisect_left(places, start, field.starts[row], last)
            while at < last and (text := places[at]) < stop:
                found[text] = found.get(text, 0) + field.counts[at]
                at += 1
        return found


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
