"""Naive Bayes: how much likelier tokens are in one group of texts than in all the others."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence

from bot.guidance.index import TENTHS, Field, Weighted
from bot.intents.lanes import Entries, ready, weighted_sums

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
        self._known: dict[str, tuple[float, int | Entries]] = {}

    def _of(self, token: str) -> tuple[float, int | Entries]:
        """What a token says of every group, and what more of those that have it."""
        by_group = [0.0] * len(self._base)
        for field in self._fields:
            for place, count in field.postings(token):
                by_group[self._group_of[place]] += count
        everywhere = sum(by_group)
        absent = math.log(SMOOTHING / (everywhere + SMOOTHING))
        groups = [group for group, here in enumerate(by_group) if here]
        more = [
            math.log((by_group[group] + SMOOTHING) / (everywhere - by_group[group] + SMOOTHING))
            - absent
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
                if not any(token in field.rows for field in self._fields):
                    continue
                found = self._known[token] = self._of(token)
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
        self._everywhere: dict[str, float] = {}

    def of(self, tokens: Weighted, texts: range) -> list[float]:
        """The logarithm of how much likelier weighted tokens are in each of some neighbouring texts."""
        shared = weights = 0.0
        totals = [0.0] * len(texts)
        for token, weight in tokens:
            rows = [(field, field.rows[token]) for field in self._fields if token in field.rows]
            if not rows:
                continue
            everywhere = self._everywhere.get(token)
            if everywhere is None:
                everywhere = sum(sum(field.counts_of(row)) for field, row in rows) / TENTHS
                self._everywhere[token] = everywhere
            absent = math.log(SMOOTHING / (everywhere + SMOOTHING))
            weights += weight
            shared += weight * absent
            for text, here in self._counts(rows, texts).items():
                odds = math.log((here + SMOOTHING) / (everywhere - here + SMOOTHING))
                totals[text - texts.start] += weight * (odds - absent)
        return [
            total + shared + weights * self._base[text]
            for total, text in zip(totals, texts, strict=True)
        ]

    @staticmethod
    def _counts(rows: Sequence[tuple[Field, int]], texts: range) -> dict[int, float]:
        """How often a token occurs in those of the texts that have it."""
        found: dict[int, float] = {}
        for field, row in rows:
            first, last = field.starts[row], field.starts[row + 1]
            at = bisect_left(field.places, texts.start, first, last)
            while at < last and field.places[at] < texts.stop:
                text = field.places[at]
                found[text] = found.get(text, 0.0) + field.counts[at] / TENTHS
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
