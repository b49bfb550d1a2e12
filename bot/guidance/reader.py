"""A linear reader of the samples: which article a question is like, and which of its sections.

Its weights are kept an article and a language, so that two people can add articles at once. Fitted
by `bot.guidance.fit`; here small integers are only added up.
"""

from __future__ import annotations

import itertools
import math
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.guidance.index import Query
from bot.intents.concepts import concepts_of
from bot.intents.linear import Keys, LinearModel, read_models
from bot.intents.message import read_message
from bot.language.text import same

FOLDER = Path(__file__).resolve().parent / "weights"
FOREIGN = "foreign"
"""In an article's place: questions that none answers."""
ARTICLE, SECTIONS = "article", "sections"
"""The models in a file: of the article among the others, and of its sections among themselves."""
LETTERS = 260


def _pieces(text: str) -> list[str]:
    last = len(text) - 2
    found = [f"c{text[at : at + 3]}" for at in range(last)]
    return found + [f"c{text[at : at + 4]}" for at in range(last - 1)]


def features_of(question: str, query: Query) -> list[str]:
    """What is seen of a question: words, pairs, pieces of words and what words mean alike."""
    padded = ["^", *query.folded, "$"]
    found = [f"w {word}" for word in query.folded]
    found += [f"w {one} {other}" for one, other in itertools.pairwise(padded)]
    found += [f"m {group}" for group in query.meant]
    if query.is_accented:
        found += [f"a {same(word)}" for word in query.words]
    found += _pieces(f" {' '.join(query.folded)} "[:LETTERS])
    meant = [each.concept for each in concepts_of(read_message(question))][:24]
    found += [f"k {each}" for each in meant]
    found += [f"k {one}>{other}" for one, other in itertools.pairwise(meant)]
    return list(dict.fromkeys(found))


@dataclass(frozen=True)
class Weights:
    """An article's share of the reader."""

    article: LinearModel
    """One class: the article itself."""
    sections: LinearModel | None
    """A class a section, by its number; None where there is nothing to choose from."""


class Reader:
    """Which article a question is like, and which of its sections."""

    def __init__(self, model: LinearModel, sections: Callable[[str], LinearModel | None]) -> None:
        """`model` has a class an article; `sections` gives the model of an article's sections."""
        self.slugs = model.classes
        self.model = model
        self._sections = sections

    def make_ready(self) -> None:
        """Read and make what is otherwise read and made when it is needed first."""
        self.model.make_ready()
        for slug in self.slugs:
            self._sections(slug)

    def articles(self, features: Sequence[int]) -> list[float]:
        """A score for each article, in the order of `slugs`; features by their numbers."""
        return self.model.scores_of(features)

    def sections(self, slug: str, features: Sequence[int]) -> list[float]:
        """How likely each of an article's sections is, as logarithms; empty where there is one."""
        model = self._sections(slug)
        if model is None:
            return []
        scores = model.scores_of(features)
        highest = max(scores)
        whole = highest + math.log(sum(math.exp(score - highest) for score in scores))
        return [score - whole for score in scores]


def merged(columns: Mapping[str, LinearModel]) -> LinearModel:
    """The articles' models, of one class each, as one."""
    scale = max(model.scale for model in columns.values())
    found: dict[int, list[tuple[int, int]]] = {}
    for place, model in enumerate(columns.values()):
        factor = model.scale / scale
        for key, weight in zip(model.keys, model.weights, strict=True):
            found.setdefault(key, []).append((place, round(weight * factor)))
    keys, starts, places, weights = (
        array("I", sorted(found)),
        array("I", [0]),
        bytearray(),
        array("b"),
    )
    for key in keys:
        for place, weight in found[key]:
            places.append(place)
            weights.append(weight)
        starts.append(len(places))
    return LinearModel(
        tuple(columns),
        tuple(model.bias[0] for model in columns.values()),
        scale,
        Keys.of(keys),
        starts,
        bytes(places),
        weights,
    )


def weights_file(language: str, slug: str) -> Path:
    """Where an article's weights lie."""
    return FOLDER / language / f"{slug}.bin"


def read_weights(path: Path) -> Weights:
    """An article's weights; raises OSError."""
    models, _ = read_models(path)
    return Weights(models[ARTICLE], models.get(SECTIONS))


def reader_of(language: str, slugs: Iterable[str], model: LinearModel | None = None) -> Reader:
    """The reader of some articles, out of the files of those that have one.

    `model`: what their files say together, where that is known.
    """
    files = {slug: weights_file(language, slug) for slug in (*slugs, FOREIGN)}

    @cache
    def sections(slug: str) -> LinearModel | None:
        if not files[slug].exists():
            return None
        return read_models(files[slug], SECTIONS)[0].get(SECTIONS)

    if model is None:
        there = {slug: path for slug, path in files.items() if path.exists()}
        model = merged({slug: read_weights(path).article for slug, path in there.items()})
    return Reader(model, sections)
