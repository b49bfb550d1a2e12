"""What the fitted models make of a message: how likely each class is, and what its parts say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from bot.intents.coming import plain_lean
from bot.intents.features import attendance_features, features_of
from bot.intents.hints import Hints
from bot.intents.labels import intent_of, part_of
from bot.intents.message import Message, read_message
from bot.intents.scene import Scene
from bot.intents.scoring import Scoring, read_scorings
from bot.intents.understanding import Attendance, Intent

WEIGHTS_FILE = Path(__file__).resolve().parent / "weights.bin"
INTENTS, ATTENDANCE = "intents", "attendance"
"""The models in the file."""


class Likelihood(NamedTuple):
    """How likely each intent is, likeliest first, and each intent's likeliest part."""

    intents: Mapping[Intent, float]
    parts: Mapping[Intent, str | None]
    features: tuple[str, ...] = ()

    @property
    def ranking(self) -> list[Intent]:
        """The intents, likeliest first."""
        return list(self.intents)

    def weighed(self, factors: Mapping[Intent, float]) -> Likelihood:
        """The same with some intents less likely, since the scene hardly allows them."""
        shares = {
            intent: share * factors.get(intent, 1.0) for intent, share in self.intents.items()
        }
        whole = sum(shares.values()) or 1.0
        ordered = dict(
            sorted(((i, s / whole) for i, s in shares.items()), key=lambda entry: -entry[1])
        )
        return Likelihood(ordered, self.parts, self.features)

    def of(self, intent: Intent) -> float:
        """How likely an intent is."""
        return self.intents.get(intent, 0.0)


_IN_USE: list[dict[str, Scoring]] = []


def models() -> dict[str, Scoring]:
    """The fitted models."""
    if not _IN_USE:
        _IN_USE.append(read_scorings(WEIGHTS_FILE)[0])
    return _IN_USE[-1]


@contextmanager
def using(other: dict[str, Scoring]) -> Iterator[None]:
    """Read with other models for a while: those that never saw what is measured."""
    _IN_USE.append(other)
    lean.cache_clear()
    try:
        yield
    finally:
        _IN_USE.pop()
        lean.cache_clear()


@lru_cache(maxsize=256)
def _divided(name: str) -> tuple[Intent, str | None]:
    """A class as an intent and what it says beside it."""
    return intent_of(name), part_of(name)


def likelihood(classes: Mapping[str, float], features: tuple[str, ...] = ()) -> Likelihood:
    """The likelihood of intents from that of classes."""
    intents: dict[Intent, float] = defaultdict(float)
    best: dict[Intent, tuple[float, str | None]] = {}
    for name, share in classes.items():
        intent, part = _divided(name)
        intents[intent] += share
        # The class of an intent by itself says nothing of its part.
        if part is not None and share > best.get(intent, (0.0, None))[0]:
            best[intent] = (share, part)
    ordered = dict(sorted(intents.items(), key=lambda entry: -entry[1]))
    return Likelihood(ordered, {intent: part for intent, (_, part) in best.items()}, features)


def classify(message: Message, scene: Scene, hints: Hints) -> Likelihood:
    """What the classifier takes a message for."""
    features = features_of(message, scene, tuple(hints.names(scene)))
    return likelihood(models()[INTENTS].probabilities(features), tuple(features))


@lru_cache(maxsize=1024)
def lean(line: str) -> Attendance:
    """Whether some words say that somebody comes, doesn't, or that it is open."""
    message = read_message(line)
    plain = plain_lean(message)
    if plain is not None:
        return plain
    shares = models()[ATTENDANCE].probabilities(attendance_features(message))
    return Attendance(max(shares, key=lambda name: shares[name]))
