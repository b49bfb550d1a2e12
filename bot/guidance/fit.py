"""Fitting the reader and the confidences: `python -m bot.guidance.fit` rewrites all weights.

`python -m bot.guidance.fit SLUG…` rewrites those articles' files alone: who adds an article needs no
more, and two people can add some at once. `--language en`: the other one's samples are as they were,
and so are its weights. `--texts`: only texts or facts have changed, so that nothing is fitted and
what the start reads is made anew. A development tool, with NumPy and SciPy.

The samples are dealt out into folds, and each is asked of a search that doesn't know its fold; a
fifth of the articles is missing each time, and all their samples are asked as well: nothing is right
then. What counts how much, and how likely the best guess is right, is learnt from that.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache

import numpy as np
import scipy  # what is used of it is loaded when it is used

from bot.guidance.articles import Article
from bot.guidance.calibration import Judged, calibrate, kept_questions, logistic_fit
from bot.guidance.compiled import write_compiled
from bot.guidance.evaluation import reliability
from bot.guidance.index import Index, Text
from bot.guidance.reader import (
    ARTICLE,
    FOREIGN,
    SECTIONS,
    Reader,
    Weights,
    features_of,
    merged,
    weights_file,
)
from bot.guidance.retriever import (
    LANGUAGES,
    OFFERED,
    WEIGHTS_FILE,
    articles_of,
    foreign_questions,
    probability,
    search,
)
from bot.guidance.sections import Evidence, Parts, Sections, foreign_index, index_of
from bot.intents.fitting import Example, Options, example, fit
from bot.intents.linear import Keys, LinearModel, write_models
from bot.language.text import fold
from bot.untyped import JsonObject

FOLDS = 5
ARTICLE_OPTIONS = Options(rounds=8, rate=0.2, seen_at_least=1, entries=250_000)
SECTION_OPTIONS = Options(rounds=12, rate=0.3, seen_at_least=1, entries=5_000)
SHARES = {"own": 0.75, "foreign": 0.15, "missing": 0.1}
"""How much the kinds of questions count for how likely a guess is right."""
RIDGE = 0.01


@dataclass(frozen=True)
class Sample:
    """A question whose article and section are known."""

    text: str
    slug: str
    section: int | None


def samples_of(articles: Sequence[Article]) -> list[Sample]:
    """The samples of some articles."""
    found = []
    for article in articles:
        found += [Sample(each, article.slug, None) for each in article.pending]
        for place, section in enumerate(article.sections):
            found += [Sample(each, article.slug, place) for each in section.samples]
    return found


def fingerprint(article: Article) -> str:
    """What an article's weights depend on: its samples and headings, section by section."""
    digest = hashlib.sha256(repr(article.pending).encode())
    for section in article.sections:
        digest.update(f"{section.heading}|{section.samples}".encode())
    return digest.hexdigest()[:16]


# The reader


def _columns(model: LinearModel) -> list[LinearModel]:
    """Each class of a model as a model of its own."""
    keys = [array("I") for _ in model.classes]
    weights = [array("b") for _ in model.classes]
    for at, key in enumerate(model.keys):
        for entry in range(model.starts[at], model.starts[at + 1]):
            place = model.places[entry]
            keys[place].append(key)
            weights[place].append(model.weights[entry])
    return [
        LinearModel(
            (name,),
            (bias,),
            model.scale,
            Keys.of(own),
            array("I", range(len(own) + 1)),
            bytes(len(own)),
            values,
        )
        for name, bias, own, values in zip(model.classes, model.bias, keys, weights, strict=True)
    ]


class _Examples:
    """Examples for the reader, the features of a text made once."""

    def __init__(self, language: str, articles: Sequence[Article], foreign: Sequence[str]) -> None:
        texts = [Text(each.slug, each.text, each.samples) for each in articles]
        self._index = Index.of([*texts, Text(FOREIGN, "", tuple(foreign))], language)
        self._ways: tuple[Callable[[str], str], ...] = (str, fold) if language == "vi" else (str,)
        self._features: dict[str, list[str]] = {}

    def _of(self, text: str, label: str) -> Example:
        if text not in self._features:
            self._features[text] = features_of(text, self._index.query(text))
        return example(self._features[text], [(label, 1.0)])

    def of(self, text: str, label: str) -> Iterator[Example]:
        """An example of a text in each way of typing."""
        for typed in dict.fromkeys(way(text) for way in self._ways):
            yield self._of(typed, label)


@cache
def _examples_of(language: str) -> _Examples:
    """A language's examples; processes that are forked have what was made of them before."""
    return _Examples(language, articles_of(language), foreign_questions(language))


def fit_reader(
    examples: _Examples,
    articles: Sequence[Article],
    samples: Sequence[Sample],
    foreign: Sequence[str],
) -> dict[str, Weights]:
    """The weights of some articles, from some of their samples and from foreign questions."""
    asked = [(each.text, each.slug) for each in samples]
    asked += [(section.heading, a.slug) for a in articles for section in a.sections]
    asked += [(each, FOREIGN) for each in foreign]
    rows = [each for text, slug in asked for each in examples.of(text, slug)]
    classes = sorted({slug for _, slug in asked})
    model = fit(rows, classes, ARTICLE_OPTIONS)
    weights = {}
    for slug, column in zip(classes, _columns(model), strict=True):
        inside = [each for each in samples if each.slug == slug and each.section is not None]
        titles = [
            Sample(section.heading, slug, number)
            for a in articles
            if a.slug == slug
            for number, section in enumerate(a.sections)
        ]
        sections = None
        if len(titles) > 1:
            numbered = [
                row
                for each in (*inside, *titles)
                for row in examples.of(each.text, f"{each.section:02d}")
            ]
            names = [f"{number:02d}" for number in range(len(titles))]
            sections = fit(numbered, names, SECTION_OPTIONS)
        weights[slug] = Weights(column, sections)
    return weights


def write_weights(language: str, slug: str, weights: Weights, told: str) -> None:
    """An article's weights into its file."""
    path = weights_file(language, slug)
    path.parent.mkdir(parents=True, exist_ok=True)
    models = {ARTICLE: weights.article}
    if weights.sections is not None:
        models[SECTIONS] = weights.sections
    write_models(path, models, {"fingerprint": told})


# What counts how much, and how likely the best guess is right


@dataclass(frozen=True)
class Try:
    """What a search that doesn't know a question says of it."""

    kind: str
    """own, foreign or missing."""
    evidence: Evidence
    right: int | None
    """The place of the right article."""
    sections: Parts | None
    """What speaks for the sections of the right article."""
    right_section: int | None


def _asked_in(language: str, number: int, text: str) -> str:
    """Every other Vietnamese question is asked without accents."""
    return fold(text) if language == "vi" and number % 2 else text


def _tries_of(language: str, turn: int) -> list[Try]:
    articles, foreign = articles_of(language), foreign_questions(language)
    examples = _examples_of(language)
    out = {article.slug for article in articles[turn::FOLDS]}
    kept = [article for article in articles if article.slug not in out]
    samples = samples_of(articles)
    held = [s for number, s in enumerate(samples) if number % FOLDS == turn and s.slug not in out]
    gone = {each.text for each in held}
    strangers = foreign[turn::FOLDS]
    known = [each for each in foreign if each not in set(strangers)]
    rest = [each for each in samples if each.slug not in out and each.text not in gone]
    weights = fit_reader(examples, kept, rest, known)
    reader = Reader(
        merged({slug: each.article for slug, each in weights.items()}),
        lambda slug: weights[slug].sections,
    )
    index = index_of(kept, language, gone)
    sections = Sections(kept, index, reader, foreign_index(known, language))
    missing = [each for each in samples if each.slug in out][:: 2 if language == "vi" else 1]
    asked = [
        *(("own", each) for each in held),
        *(("missing", each) for each in missing),
        *(("foreign", Sample(each, "", None)) for each in strangers),
    ]
    tries = []
    for number, (kind, each) in enumerate(asked):
        text = _asked_in(language, number, each.text)
        found = sections.ask(text)
        right = sections.slugs.index(each.slug) if kind == "own" else None
        inner = None
        if right is not None and each.section is not None:
            inner = sections.section_parts(found, each.slug)
        tries.append(Try(kind, sections.evidence(found), right, inner, each.section))
    return tries


def _conditional(rows: Sequence[tuple[Parts, int]]) -> tuple[float, float, float]:
    """Weights under which the right one of each is likeliest (conditional logit)."""
    longest = max(len(parts.bm25) for parts, _ in rows)
    stacked = np.zeros((len(rows), longest, 3))
    is_there = np.zeros((len(rows), longest), dtype=bool)
    for number, (parts, _) in enumerate(rows):
        size = len(parts.bm25)
        stacked[number, :size] = np.array([parts.bm25, parts.odds, parts.reader]).T
        is_there[number, :size] = True
    right = np.array([each for _, each in rows])
    every = np.arange(len(rows))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sums = np.where(is_there, stacked @ weights, -1e9)
        sums -= sums.max(axis=1, keepdims=True)
        likely = np.exp(sums)
        likely /= likely.sum(axis=1, keepdims=True)
        cost = -np.log(likely[every, right] + 1e-12).mean() + RIDGE * float(weights @ weights)
        expected = np.einsum("ij,ijk->ik", likely, stacked)
        slope = (expected - stacked[every, right]).mean(axis=0) + 2 * RIDGE * weights
        return float(cost), slope

    found = scipy.optimize.minimize(
        loss, np.array([1.0, 1.0, 1.0]), jac=True, method="L-BFGS-B", bounds=[(0, None)] * 3
    )
    first, second, third = (round(float(each), 4) for each in found.x)
    return first, second, third


def fit_confidence(tries: Sequence[Try]) -> tuple[dict[str, object], list[Judged]]:
    """What counts how much, how likely a guess is right, and how that does on the tries."""
    own = [(each.evidence.articles, each.right) for each in tries if each.right is not None]
    articles = _conditional(own)
    inner = [
        (each.sections, each.right_section)
        for each in tries
        if each.sections is not None and each.right_section is not None
        if len(each.sections.bm25) > 1
    ]
    sections = _conditional(inner)
    rows, right, kinds = [], [], []
    first = third = 0
    for each in tries:
        sums = each.evidence.articles.sums(articles)
        order = sorted(range(len(sums)), key=lambda place: -sums[place])
        first += each.right == order[0]
        third += each.right in order[:OFFERED]
        rows.append(each.evidence.right_features(sums))
        right.append(each.right == order[0])
        kinds.append(each.kind)
    counts = {kind: SHARES[kind] / max(kinds.count(kind), 1) for kind in SHARES}
    weights = logistic_fit(
        np.array(rows), np.array(right), np.array([counts[kind] for kind in kinds])
    )
    judged = [
        Judged(kind, probability(weights, row), good)
        for kind, row, good in zip(kinds, rows, right, strict=True)
    ]
    hit = 0
    for parts, place in inner:
        sums = parts.sums(sections)
        hit += sums.index(max(sums)) == place

    return {
        "articles": articles,
        "sections": sections,
        "right": weights,
        "tries": len(tries),
        "recall_at_1": round(first / max(len(own), 1), 3),
        "recall_at_3": round(third / max(len(own), 1), 3),
        "section_of_the_right_article": round(hit / max(len(inner), 1), 3),
    }, judged


# Other texts, which have no samples


def fit_texts(language: str) -> dict[str, object]:
    """How likely the best of other texts is right, from our articles without their samples."""
    articles = articles_of(language)
    texts = [Text(each.slug, each.text) for each in articles if not each.is_pending]
    whole = Index.of(texts, language, by_accents=True)
    rows, right = [], []
    for article in articles:
        others = [each for each in texts if each.slug != article.slug]
        rest = Index.of(others, language, by_accents=True)
        for number, sample in enumerate(article.samples[:: 3 if language == "vi" else 1]):
            typed = _asked_in(language, number, sample)
            for index in (whole, rest):
                ranking, features = search(index, typed)
                if features:
                    rows.append(features)
                    right.append(index is whole and ranking[0] == article.slug)
    good = np.array(right)
    counts = np.where(good, 0.5 / good.sum(), 0.5 / (~good).sum())
    weights = logistic_fit(np.array(rows), good, counts)
    return {"right": weights, "thresholds": [0.5, 0.25]}


def _fit_language(
    language: str, slugs: Sequence[str]
) -> tuple[dict[str, object], dict[str, object]]:
    """Fit a language's reader and write it, then its confidences: in our articles and other texts.

    With `slugs` only their files are written, and there are no confidences.
    """
    articles, foreign = articles_of(language), foreign_questions(language)
    fitted = fit_reader(_examples_of(language), articles, samples_of(articles), foreign)
    told = {article.slug: fingerprint(article) for article in articles}
    for slug, weights in fitted.items():
        if not slugs or slug in slugs:
            write_weights(language, slug, weights, told.get(slug, ""))
    write_compiled(articles, language, foreign)
    if slugs:
        return {}, {}
    with ProcessPoolExecutor(2) as pool:
        turns = pool.map(_tries_of, [language] * FOLDS, range(FOLDS))
        found, judged = fit_confidence([each for turn in turns for each in turn])
    for line in reliability([(each.score, each.is_right) for each in judged]):
        sys.stdout.write(f"{language} {line}\n")
    return found, fit_texts(language)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit what is asked for and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("slugs", nargs="*", help="these articles' weights alone")
    parser.add_argument("--language", choices=LANGUAGES, help="only this language's have changed")
    parser.add_argument("--texts", action="store_true", help="only texts or facts have changed")
    wanted = parser.parse_args(arguments)
    began = time.perf_counter()
    languages = [wanted.language] if wanted.language else LANGUAGES
    if wanted.texts:
        for language in languages:
            write_compiled(articles_of(language), language, foreign_questions(language))
        return
    content: dict[str, dict[str, JsonObject]] = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    for language in languages:
        confidences = _fit_language(language, wanted.slugs)
        content["articles"][language], content["texts"][language] = confidences
    if not wanted.slugs:
        calibrate(content, kept_questions(), languages)
        WEIGHTS_FILE.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
        sys.stdout.write(json.dumps(content["articles"], indent=1) + "\n")
    sys.stdout.write(f"{time.perf_counter() - began:.0f} s\n")


if __name__ == "__main__":
    main()
