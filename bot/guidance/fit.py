"""Fitting the two confidences: `python -m bot.guidance.fit` rewrites weights.json.

Samples and foreign questions are dealt out into folds, and each is asked of an index that doesn't
know its fold: P(right) learns from whether the best article is the right one, P(ours) from which
of the two it is. For other texts, which have no samples, P(right) learns from our articles without
theirs, and from samples whose article is taken away. Plain gradient descent; the same input gives
the same file.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.guidance import index as index_module
from bot.guidance.index import Index, Signals, Text
from bot.guidance.retriever import (
    FOREIGN_FILE,
    OFFERED,
    WEIGHTS_FILE,
    foreign_questions,
    logistic,
    probability,
    texts_of,
)
from bot.language.text import fold

FOLDS = 5
ROUNDS = 3000
RATE = 0.5
RIDGE = 0.002
FOREIGN_ANSWERED = 0.25
FOREIGN_OFFERED = 0.4
WAYS: dict[str, tuple[Callable[[str], str], ...]] = {"vi": (str, fold), "en": (str,)}
"""How a question is typed: many type Vietnamese without accents."""


@dataclass(frozen=True)
class Try:
    """What an index says of a question; `slug` is None when none of its texts answers it."""

    signals: Signals
    slug: str | None

    @property
    def right(self) -> bool:
        """Whether the best article answers it."""
        return [slug for slug, _ in self.signals.ranking[:1]] == [self.slug]

    @property
    def offered(self) -> bool:
        """Whether the right article is among those that would be offered."""
        return self.slug in [slug for slug, _ in self.signals.ranking[:OFFERED]]


def fingerprint() -> str:
    """What the weights depend on: articles, foreign questions and the index."""
    digest = hashlib.sha256()
    for language in ("vi", "en"):
        for text in sorted(texts_of(language), key=lambda each: each.slug):
            digest.update(f"{language}|{text.slug}|{text.body}|{text.samples}".encode())
    digest.update(FOREIGN_FILE.read_bytes())
    digest.update(Path(index_module.__file__).read_bytes())
    return digest.hexdigest()[:16]


def logistic_fit(rows: list[tuple[list[float], bool]]) -> list[float]:
    """Bias and weights by gradient descent, classes weighted alike."""
    size = len(rows[0][0])
    weights = [0.0] * (size + 1)
    positives = sum(good for _, good in rows)
    share = {True: 0.5 / max(positives, 1), False: 0.5 / max(len(rows) - positives, 1)}
    for _ in range(ROUNDS):
        gradient = [0.0] * (size + 1)
        for features, good in rows:
            value = weights[0] + sum(w * x for w, x in zip(weights[1:], features, strict=True))
            error = (logistic(value) - good) * share[good]
            gradient[0] += error
            for place, x in enumerate(features, 1):
                gradient[place] += error * x
        for place in range(size + 1):
            ridge = RIDGE * weights[place] if place else 0.0
            weights[place] -= RATE * (gradient[place] + ridge)
    return [round(each, 4) for each in weights]


def tries_of(language: str) -> Iterator[Try]:
    """Every sample and foreign question, asked of an index that doesn't know its fold."""
    texts, foreign = texts_of(language), foreign_questions(language)
    for turn in range(FOLDS):
        held = [(text.slug, sample) for text in texts for sample in text.samples[turn::FOLDS]]
        strangers = foreign[turn::FOLDS]
        index = Index(
            texts,
            language,
            foreign=[question for question in foreign if question not in strangers],
            without={sample for _, sample in held},
        )
        for way in WAYS[language]:
            yield from (Try(index.ask(way(sample)), slug) for slug, sample in held)
            yield from (Try(index.ask(way(question)), None) for question in strangers)


def bare_tries_of(language: str) -> Iterator[Try]:
    """Every sample, asked of the articles without samples, and of them without its own."""
    texts = [Text(text.slug, text.body) for text in texts_of(language)]
    whole = Index(texts, language)
    for text in texts_of(language):
        rest = Index([each for each in texts if each.slug != text.slug], language)
        for way in WAYS[language]:
            for sample in text.samples:
                yield Try(whole.ask(way(sample)), text.slug)
                yield Try(rest.ask(way(sample)), None)


def thresholds(tries: list[tuple[float, float, Try]]) -> tuple[float, float]:
    """From where on to answer and to offer: (P(right), P(ours), what it was).

    As many right answers as possible, a wrong one weighing half as much, while at most
    `FOREIGN_ANSWERED` of the foreign questions get an answer and `FOREIGN_OFFERED` a choice.
    """
    foreign = [(right, ours) for right, ours, each in tries if each.slug is None]
    best, found = -math.inf, (0.5, 0.5)
    grid = [step / 50 for step in range(5, 46)]
    for offer_from in grid:
        offered = sum(ours >= offer_from for _, ours in foreign)
        if offered > FOREIGN_OFFERED * len(foreign):
            continue
        for answer_from in grid:
            taken = [
                each for right, ours, each in tries if right >= answer_from and ours >= offer_from
            ]
            answered = sum(each.slug is None for each in taken)
            if answered > FOREIGN_ANSWERED * len(foreign):
                continue
            hits = sum(each.right for each in taken)
            gain = hits - (len(taken) - answered - hits) / 2
            if gain > best:
                best, found = gain, (answer_from, offer_from)
    return found


def fit(tries: list[Try], *, both: bool) -> dict[str, object]:
    """Weights and thresholds, with how they do on what they were fitted to; P(ours) if `both`."""
    own = [each for each in tries if each.slug is not None]
    right = logistic_fit([(each.signals.right_features, each.right) for each in tries])
    ours: list[float] = []
    if both:
        ours = logistic_fit([(each.signals.ours_features, each.slug is not None) for each in tries])
    trusted = []
    for each in tries:
        sure = probability(right, each.signals.right_features)
        near = probability(ours, each.signals.ours_features) if both else sure
        trusted.append((sure, near, each))
    answer_from, offer_from = thresholds(trusted)
    return {
        "right": right,
        "ours": ours,
        "answer_from": answer_from,
        "offer_from": offer_from,
        "tries": len(tries),
        "recall_at_1": round(sum(each.right for each in own) / len(own), 3),
        "recall_at_3": round(sum(each.offered for each in own) / len(own), 3),
    }


def main() -> None:
    """Fit both languages and write the file."""
    content = {
        "fingerprint": fingerprint(),
        "articles": {each: fit(list(tries_of(each)), both=True) for each in WAYS},
        "texts": {each: fit(list(bare_tries_of(each)), both=False) for each in WAYS},
    }
    WEIGHTS_FILE.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(content, indent=2))  # noqa: T201


if __name__ == "__main__":
    main()
