"""The articles' sections, ranked for a question: BM25, naive Bayes and the linear reader together.

First the articles are ranked, each by its best section and all its samples, then the sections of the
best ones among themselves. What is summed is weighed so that the sums are likelihoods.
"""

from __future__ import annotations

import itertools
import math
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from bot.guidance.articles import Article
from bot.guidance.index import Index, Query, Text, Trust
from bot.guidance.odds import Against, Among, Odds
from bot.guidance.reader import FOREIGN, Reader, features_of
from bot.guidance.words import words_of
from bot.intents.linear import hashed, hashed_all
from bot.language.keys import carry_out_keys
from bot.language.text import fold

LOOKED_INTO = 3
"""Articles of whose samples one may be the very question."""
RANKED = 5
"""Articles that are ranked: nobody is told of more."""


@dataclass(frozen=True)
class Blend:
    """How much BM25, naive Bayes and the reader count: among articles, and among sections."""

    articles: tuple[float, float, float]
    sections: tuple[float, float, float]


class Ranked(NamedTuple):
    """An article, and how likely it is the right one."""

    slug: str
    likely: float


@dataclass(frozen=True)
class Signals:
    """What is found for a question: the likeliest articles, best first, and signals of trust."""

    ranking: tuple[Ranked, ...]
    sections: Callable[[str], Sequence[tuple[int, float]]]
    """An article's sections by their numbers from 0 on, likeliest first; none of a pending one."""
    right_features: tuple[float, ...]
    """What tells whether the best article is the right one."""
    is_ours: bool
    """A content word in common besides those that every article has, or none but these asked of."""
    sample_of: tuple[str, int | None] | None
    """The article and section one of whose samples is this very question, accents aside."""


@dataclass(frozen=True)
class _Unit:
    slug: str
    section: int | None


@dataclass(frozen=True)
class Parts:
    """What each way of searching says, an entry an article or a section."""

    bm25: list[float]
    odds: list[float]
    reader: list[float]

    def sums(self, weights: tuple[float, float, float]) -> list[float]:
        """The parts weighed and added."""
        first, second, third = weights
        return [
            first * one + second * two + third * three
            for one, two, three in zip(self.bm25, self.odds, self.reader, strict=True)
        ]


@dataclass(frozen=True)
class Evidence:
    """What speaks for each article, before it is decided what counts how much."""

    articles: Parts
    trust: Trust
    ours: float
    """How much likelier the question's words are in samples than in foreign questions."""
    foreign: float
    """How the reader takes it for a question that no article answers."""

    def right_features(self, sums: Sequence[float]) -> tuple[float, ...]:
        """What tells whether the best article is the right one, the parts being so summed."""
        if not sums:
            return (0.0,) * 8
        highest = max(sums)
        best = sums.index(highest)
        likely = 1.0 / sum(math.exp(each - highest) for each in sums)
        return (
            math.log((likely + 1e-4) / (1 - likely + 1e-4)),
            min(highest - max((*sums[:best], *sums[best + 1 :]), default=highest), 8.0),
            self.trust.norm,
            self.trust.known,
            self.trust.pairs,
            self.ours,
            max(-8.0, min(8.0, self.articles.reader[best] - self.foreign)),
            self.articles.odds[best],
        )


@dataclass(frozen=True)
class Asked:
    """A question to these articles."""

    query: Query
    features: list[int]
    """What the reader sees, by numbers."""
    scores: list[float]
    """What BM25 says of each section."""

    @cached_property
    def top(self) -> float:
        """The best of these scores."""
        return max(self.scores, default=0.0)

    @property
    def scale(self) -> float:
        """What they are divided by: the best is 1."""
        return self.top or 1.0


def _units_of(article: Article) -> list[_Unit]:
    """What is searched of an article: its sections, or the samples of a pending one."""
    if article.is_pending:
        return [_Unit(article.slug, None)]
    return [_Unit(article.slug, place) for place in range(len(article.sections))]


def _texts_of(article: Article, without: Collection[str]) -> Iterator[tuple[_Unit, Text]]:
    aside = f"{article.title}\n{article.lead}"
    for unit in _units_of(article):
        body, samples = "", article.pending
        if unit.section is not None:
            section = article.sections[unit.section]
            body, samples = f"{section.heading}\n{section.text}", section.samples
        kept = tuple(each for each in samples if each not in without)
        yield unit, Text(f"{article.slug}#{unit.section}", body, kept, aside)


def index_of(articles: Iterable[Article], language: str, without: Collection[str] = ()) -> Index:
    """The index of the articles' sections; samples in `without` are left out."""
    return Index.of(
        (text for article in articles for _, text in _texts_of(article, without)), language
    )


def foreign_index(foreign: Iterable[str], language: str) -> Index:
    """The index of questions that no article answers."""
    return Index.of((Text(each, each) for each in foreign), language)


class Samples:
    """The sections that have a sample, found by what stands for its words."""

    def __init__(self, numbers: array[int], places: array[int]) -> None:
        """`numbers` stand for the samples, in order; `places` are those of their sections."""
        self.numbers, self.places = numbers, places

    @classmethod
    def of(cls, written: Iterable[Iterable[str]]) -> Samples:
        """The samples of each section as they are written."""
        found = sorted(
            (hashed(_plain(carry_out_keys(sample))), place)
            for place, samples in enumerate(written)
            for sample in samples
        )
        return cls(array("I", (each for each, _ in found)), array("H", (at for _, at in found)))

    def places_of(self, plain: str) -> Sequence[int]:
        """The sections that may have a sample of these plain words."""
        number = hashed(plain)
        first = bisect_left(self.numbers, number)
        return self.places[first : bisect_right(self.numbers, number, first)]


class Sections:
    """One language's articles, ready to be asked."""

    def __init__(
        self,
        articles: Sequence[Article],
        index: Index,
        reader: Reader,
        foreign: Index,
        samples: Samples | None = None,
    ) -> None:
        """`index` is that of these articles' sections, `foreign` of what none of them answers.

        `samples`: which section has which, where that is known.
        """
        self.language = index.language
        self.index = index
        self._reader = reader
        self._articles = {article.slug: article for article in articles}
        self._units = [unit for article in articles for unit in _units_of(article)]
        assert len(self._units) == len(index.keys)
        self.slugs = list(self._articles)
        places = {slug: place for place, slug in enumerate(self.slugs)}
        ends = [0, *itertools.accumulate(len(_units_of(article)) for article in articles)]
        self._units_of = [range(first, last) for first, last in itertools.pairwise(ends)]
        fields = (index.folded, index.pairs)
        self._slices = [slice(units.start, units.stop) for units in self._units_of]
        article_of = [places[unit.slug] for unit in self._units]
        self._by_article = Odds(fields, article_of, len(self.slugs))
        self._among_units = Among(fields)
        self._ours = Against(fields, (foreign.folded, foreign.pairs))
        self._reads = [
            reader.slugs.index(slug) if slug in reader.slugs else None for slug in self.slugs
        ]
        self._stranger = reader.slugs.index(FOREIGN) if FOREIGN in reader.slugs else None
        # Where two are equally good the first by name is taken: what is sorted anew stays in order.
        self._by_slug = sorted(range(len(self.slugs)), key=self.slugs.__getitem__)
        if samples is not None:
            self.samples = samples

    @cached_property
    def samples(self) -> Samples:
        """Which sections have which samples."""
        return Samples.of(map(self._samples_in, self._units))

    def make_ready(self) -> None:
        """Make what the first questions would have to wait for: common words, the sections' models."""
        for field in self.index.fields:
            field.make_ready()
        self._by_article.make_ready()
        self._reader.make_ready()

    def ask(self, question: str) -> Asked:
        """A question as it is searched for, and what BM25 says of every section."""
        query = self.index.query(question)
        return Asked(query, hashed_all(features_of(question, query)), self.index.scores(query))

    def evidence(self, asked: Asked) -> Evidence:
        """What each way of searching says of the articles."""
        query, scores, scale = asked.query, asked.scores, asked.scale
        tokens, length = query.tokens, query.length
        odds = [each / length for each in self._by_article.of(tokens)]
        read = self._reader.articles(asked.features)
        least = min(read, default=0.0)
        parts = Parts(
            [max(scores[units]) / scale for units in self._slices],
            odds,
            [least if place is None else read[place] for place in self._reads],
        )
        return Evidence(
            parts,
            self.index.trust(query, asked.top),
            self._ours.of(tokens) / length,
            least if self._stranger is None else read[self._stranger],
        )

    def section_parts(self, asked: Asked, slug: str) -> Parts:
        """What each way of searching says of an article's sections."""
        units = self._units_of[self.slugs.index(slug)]
        query, scale = asked.query, asked.scale
        odds = self._among_units.of(query.tokens, units)
        read = self._reader.sections(slug, asked.features) if slug in self._reader.slugs else []
        return Parts(
            [each / scale for each in asked.scores[units.start : units.stop]],
            [each / query.length for each in odds],
            read if len(read) == len(units) else [0.0] * len(units),
        )

    def inside(self, slug: str, question: str, blend: Blend) -> Sequence[tuple[int, float]]:
        """An article's sections for a question that is known to be about it, likeliest first."""
        return self._sections(self.ask(question), slug, blend)

    def _sections(self, asked: Asked, slug: str, blend: Blend) -> tuple[tuple[int, float], ...]:
        units = self._units_of[self.slugs.index(slug)]
        if self._units[units[0]].section is None:
            return ()
        likely = likelihoods(self.section_parts(asked, slug).sums(blend.sections))
        return tuple(sorted(enumerate(likely), key=lambda each: (-each[1], each[0])))

    def rank(self, question: str, blend: Blend) -> Signals:
        """The articles for a question, and the sections of the best."""
        asked = self.ask(question)
        evidence = self.evidence(asked)
        sums = evidence.articles.sums(blend.articles)
        likely = likelihoods(sums)
        order = sorted(self._by_slug, key=sums.__getitem__, reverse=True)[:RANKED]
        return Signals(
            tuple(Ranked(self.slugs[each], likely[each]) for each in order),
            lambda slug: self._sections(asked, slug, blend),
            evidence.right_features(sums),
            evidence.trust.is_ours,
            self._sample_of(question, {self.slugs[each] for each in order[:LOOKED_INTO]}),
        )

    def _sample_of(self, question: str, slugs: Container[str]) -> tuple[str, int | None] | None:
        """Which of some articles has this very question among its samples."""
        asked = _plain(question)
        for place in self.samples.places_of(asked):
            unit = self._units[place]
            if unit.slug in slugs and any(
                _plain(carry_out_keys(each)) == asked for each in self._samples_in(unit)
            ):
                return unit.slug, unit.section
        return None

    def _samples_in(self, unit: _Unit) -> Sequence[str]:
        article = self._articles[unit.slug]
        if unit.section is None:
            return article.pending
        return article.sections[unit.section].written


def likelihoods(sums: Sequence[float]) -> list[float]:
    """Sums as shares of one."""
    if not sums:
        return []
    highest = max(sums)
    powers = [math.exp(each - highest) for each in sums]
    whole = sum(powers)
    return [power / whole for power in powers]


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return fold(" ".join(words_of(text)))
