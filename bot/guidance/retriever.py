"""Answering from the articles: sure, three to choose from, or an honest refusal."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from bot.guidance.articles import Section, load_articles
from bot.guidance.index import Index, Text
from bot.intents.emergency import find_emergency
from bot.intents.refusals import is_always_refused
from bot.language.identify import guess_language
from bot.language.text import clean

WEIGHTS_FILE = Path(__file__).resolve().parent / "weights.json"
FOREIGN_FILE = Path(__file__).resolve().parent / "foreign.jsonl"
LONGEST_QUESTION = 600
"""Characters of a question that are looked at."""
OFFERED = 3
EMERGENCY = "emergency"
"""The article for words of danger where no other one surely answers."""


class Outcome(StrEnum):
    """What comes of a question."""

    ANSWER = "answer"
    CHOOSE = "choose"
    REFUSE = "refuse"


@dataclass(frozen=True)
class Weights:
    """Two logistic models: is the best article right, and is the question ours at all.

    For other texts there is the first alone: nothing tells what is theirs.
    """

    right: tuple[float, ...]
    ours: tuple[float, ...]
    answer_from: float
    offer_from: float


@dataclass(frozen=True)
class Answer:
    """An outcome with the article, the best guesses, and how sure it is that one of them answers."""

    outcome: Outcome
    article: str | None
    score: float
    others: tuple[str, ...]
    language: str


@lru_cache(maxsize=2)
def load_weights(kind: str = "articles") -> dict[str, Weights]:
    """The fitted weights by language, of our articles or of other "texts"."""
    raw = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return {
        language: Weights(
            right=tuple(each["right"]),
            ours=tuple(each["ours"]),
            answer_from=each["answer_from"],
            offer_from=each["offer_from"],
        )
        for language, each in raw[kind].items()
    }


def logistic(value: float) -> float:
    """The logistic function, safe for large values."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, value))))


def probability(weights: Sequence[float], features: Sequence[float]) -> float:
    """A logistic model: its bias first, then a weight a feature."""
    bias, *rest = weights
    return logistic(bias + sum(w * x for w, x in zip(rest, features, strict=True)))


class Retriever:
    """Indexes in both languages, asked in the question's own first."""

    def __init__(
        self,
        indexes: Mapping[str, Index],
        weights: Mapping[str, Weights] | None = None,
        *,
        careful: bool = True,
    ) -> None:
        """`careful` refuses what the bot never answers; other texts may be about anything."""
        self._careful = careful
        self._indexes = indexes
        self._weights = weights or load_weights("articles" if careful else "texts")

    def index(self, language: str) -> Index:
        """The index of a language."""
        return self._indexes[language]

    def _ask(self, question: str, language: str) -> Answer:
        signals = self._indexes[language].ask(question)
        weights = self._weights[language]
        right = probability(weights.right, signals.right_features) if signals.ours else 0.0
        ours = right
        if weights.ours and signals.ours:
            ours = probability(weights.ours, signals.ours_features)
        others = tuple(slug for slug, _ in signals.ranking[:5])
        if signals.sample_of:
            rest = (slug for slug in others if slug != signals.sample_of)
            return Answer(
                Outcome.ANSWER, signals.sample_of, 1.0, (signals.sample_of, *rest), language
            )
        outcome = Outcome.REFUSE
        if others and right >= weights.answer_from and ours >= weights.offer_from:
            outcome = Outcome.ANSWER
        elif others and ours >= weights.offer_from:
            outcome = Outcome.CHOOSE
        return Answer(
            outcome,
            others[0] if outcome is Outcome.ANSWER else None,
            round(ours, 4),
            others,
            language,
        )

    def answer(self, question: str, language: str | None = None) -> Answer:
        """Answer a question; its language is guessed, `language` decides where there is a doubt."""
        text = clean(question)[:LONGEST_QUESTION]
        if self._careful and is_always_refused(text):
            return Answer(Outcome.REFUSE, None, 0.0, (), language or "vi")
        first = guess_language(text) if text else (language or "vi")
        if first not in self._indexes:
            first = next(iter(self._indexes))
        found = self._ask(text, first)
        if found.outcome is Outcome.REFUSE:
            for other in self._indexes:
                if other != first:
                    second = self._ask(text, other)
                    if second.outcome is not Outcome.REFUSE:
                        found = second
                        break
        if self._careful and found.outcome is not Outcome.ANSWER and find_emergency(text):
            others = (EMERGENCY, *(slug for slug in found.others if slug != EMERGENCY))
            return Answer(Outcome.ANSWER, EMERGENCY, 1.0, others, found.language)
        return found


def best_section(language: str, slug: str, question: str) -> Section | None:
    """The section of an article that fits a question best, None when the lead does as well."""
    article = load_articles()[language, slug]
    pieces = [(each.heading, each.text) for each in article.sections]
    place = built_in().index(language).best_piece(question, article.lead, pieces)
    return None if place is None else article.sections[place]


def texts_of(language: str) -> list[Text]:
    """The built-in articles of a language."""
    return [
        Text(article.slug, article.text, article.samples)
        for (each, _), article in load_articles().items()
        if each == language
    ]


def foreign_questions(language: str) -> list[str]:
    """Questions that no article answers; one with `until` counts until that article exists."""
    rows = map(json.loads, FOREIGN_FILE.read_text(encoding="utf-8").splitlines())
    return [
        row["q"]
        for row in rows
        if row["lang"] == language and (language, row.get("until")) not in load_articles()
    ]


def build(texts: Mapping[str, Iterable[Text]]) -> Retriever:
    """A retriever over other texts by language."""
    indexes = {language: Index(each, language) for language, each in texts.items()}
    return Retriever(indexes, careful=False)


@lru_cache(maxsize=1)
def built_in() -> Retriever:
    """The retriever over the built-in articles."""
    indexes = {
        language: Index(texts_of(language), language, foreign=foreign_questions(language))
        for language in ("vi", "en")
    }
    return Retriever(indexes)


@lru_cache(maxsize=1024)
def answer_question(question: str, language: str = "vi") -> Answer:
    """Answer from the built-in articles."""
    return built_in().answer(question, language)
