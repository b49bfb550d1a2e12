"""Naive Bayes: how much likelier tokens are in one group of texts than in all the others."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.guidance.index import Field, Weighted

SMOOTHING = 0.5
"""Times that a token which a group lacks is thought to occur in it."""


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
        self._known: dict[str, tuple[float, list[tuple[int, float]]]] = {}

    def _of(self, token: str) -> tuple[float, list[tuple[int, float]]]:
        """What a token says of every group, and what more of those that have it."""
        by_group: dict[int, float] = {}
        for field in self._fields:
            for place, count in field.postings(token):
                group = self._group_of[place]
                by_group[group] = by_group.get(group, 0.0) + count
        everywhere = sum(by_group.values())
        absent = math.log(SMOOTHING / (everywhere + SMOOTHING))
        more = [
            (group, math.log((here + SMOOTHING) / (everywhere - here + SMOOTHING)) - absent)
            for group, here in by_group.items()
        ]
        return absent, more

    def of(self, tokens: Weighted) -> list[float]:
        """The logarithm of how much likelier weighted tokens are in each group than elsewhere."""
        shared = weights = 0.0
        totals = [0.0] * len(self._base)
        for token, weight in tokens:
            found = self._known.get(token)
            if found is None:
                if not any(token in field.rows for field in self._fields):
                    continue
                found = self._known[token] = self._of(token)
            weights += weight
            shared += weight * found[0]
            for group, value in found[1]:
                totals[group] += weight * value
        return [
            total + shared + weights * base for total, base in zip(totals, self._base, strict=True)
        ]


class Against:
    """How much likelier tokens are in our texts than in others."""

    def __init__(self, ours: Sequence[Field], others: Sequence[Field]) -> None:
        self._ours, self._others = ours, others
        size = sum(sum(field.lengths) for field in ours) + 1
        other_size = sum(sum(field.lengths) for field in others) + 1
        self._base = math.log(other_size / size)
        self._known: dict[str, float] = {}

    def _of(self, token: str) -> float:
        here = sum(count for field in self._ours for _, count in field.postings(token))
        there = sum(count for field in self._others for _, count in field.postings(token))
        return self._base + math.log((here + SMOOTHING) / (there + SMOOTHING))

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
