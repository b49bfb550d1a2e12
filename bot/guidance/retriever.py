"""Answering from the articles: sure, three questions to choose from, or an honest refusal."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from bot.guidance.articles import Article, load_articles
from bot.guidance.compiled import sections_of
from bot.guidance.index import Index, Text
from bot.guidance.sections import Blend, Sections, Signals
from bot.intents.courtesies import without_introduction
from bot.intents.emergency import find_emergency
from bot.intents.refusals import is_always_refused
from bot.intents.several import MOST, clauses_in, questions_in
from bot.language.identify import guess_language, is_surely_vietnamese
from bot.language.keys import carry_out_keys
from bot.language.text import clean

WEIGHTS_FILE = Path(__file__).resolve().parent / "weights.json"
FOREIGN_FILE = Path(__file__).resolve().parent / "foreign.jsonl"
LONGEST_QUESTION = 600
"""Characters of a question that are looked at."""
OFFERED = 3
OTHERS = 5
"""Guesses that are told."""
EMERGENCY = "emergency"
"""The article for words of danger where no other one surely answers."""
LIKELY = 0.5
"""Share from which on a section is shown: of the article on danger instead of its numbers, and of any
for a clause of a question."""
LANGUAGES = ("vi", "en")


class Outcome(StrEnum):
    """What comes of a question."""

    ANSWER = "answer"
    CHOOSE = "choose"
    REFUSE = "refuse"


@dataclass(frozen=True)
class Confidence:
    """A logistic model: how likely the best article answers; and from where on to say so."""

    right: tuple[float, ...]
    answer_from: float
    offer_from: float

    def outcome(self, score: float) -> Outcome:
        """What to do with a guess that is so likely right."""
        if score >= self.answer_from:
            return Outcome.ANSWER
        return Outcome.CHOOSE if score >= self.offer_from else Outcome.REFUSE


@dataclass(frozen=True)
class Choice:
    """A section that may be meant, by its number from 0 on."""

    article: str
    section: int


@dataclass(frozen=True)
class Answer:
    """An outcome with its section, the best guesses, and how likely the first of them answers."""

    outcome: Outcome
    article: str | None
    score: float
    others: tuple[str, ...]
    language: str
    section: int | None = None
    choices: tuple[Choice, ...] = ()
    """The likeliest sections, to choose from."""
    pending: str | None = None
    """The article that would answer, where it is still to be written."""
    second: Answer | None = None
    """What answers the second question of a message."""


@lru_cache(maxsize=1)
def _fitted() -> dict[str, dict[str, dict[str, list[float]]]]:
    found: dict[str, dict[str, dict[str, list[float]]]] = json.loads(
        WEIGHTS_FILE.read_text(encoding="utf-8")
    )
    return found


def load_confidence(kind: str, language: str) -> Confidence:
    """The fitted confidence in our "articles" or in other "texts"."""
    raw = _fitted()[kind][language]
    return Confidence(tuple(raw["right"]), *raw["thresholds"])


def load_blend(language: str) -> Blend:
    """How much each way of searching counts."""
    raw = _fitted()["articles"][language]
    first, second = tuple(raw["articles"]), tuple(raw["sections"])
    assert len(first) == len(second) == 3
    return Blend(first, second)


def logistic(value: float) -> float:
    """The logistic function, safe for large values."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, value))))


def probability(weights: Sequence[float], features: Sequence[float]) -> float:
    """A logistic model: its bias first, then a weight a feature."""
    bias, *rest = weights
    return logistic(bias + sum(w * x for w, x in zip(rest, features, strict=True)))


def as_asked(question: str) -> str:
    """A question as it is searched for: no signs or names that say nothing, keys carried out, not endless."""
    return without_introduction(carry_out_keys(clean(question))[:LONGEST_QUESTION])


class Texts:
    """Other texts than ours, asked with the same search."""

    def __init__(self, texts: Mapping[str, Iterable[Text]]) -> None:
        self._indexes = {
            language: Index.of(each, language, by_accents=True) for language, each in texts.items()
        }

    def answer(self, question: str, language: str | None = None) -> Answer:
        """Answer a question from these texts alone, in its own language first."""
        text = as_asked(question)
        return _in_either(text, list(self._indexes), language, self._ask)

    def _ask(self, question: str, language: str) -> Answer:
        ranking, features = search(self._indexes[language], question)
        confidence = load_confidence("texts", language)
        score = probability(confidence.right, features) if features else 0.0
        outcome = confidence.outcome(score) if ranking else Outcome.REFUSE
        return Answer(
            outcome,
            ranking[0] if outcome is Outcome.ANSWER else None,
            round(score, 4),
            tuple(ranking[:OTHERS]),
            language,
        )


def search(index: Index, question: str) -> tuple[list[str], list[float]]:
    """The texts that share words with a question, best first, and what tells whether to trust it.

    Nothing does where only words are shared that every text has.
    """
    query = index.query(question)
    scored = [
        (score, slug) for score, slug in zip(index.scores(query), index.keys, strict=True) if score
    ]
    scored.sort(key=lambda each: (-each[0], each[1]))
    top = scored[0][0] if scored else 0.0
    second = scored[1][0] if len(scored) > 1 else 0.0
    trust = index.trust(query, top)
    if not trust.is_ours:
        return [slug for _, slug in scored], []
    margin = (top - second) / top if top else 0.0
    return [slug for _, slug in scored], [trust.norm, trust.known, trust.pairs, margin]


class Guidance:
    """Our own articles in both languages."""

    def __init__(
        self, sections: Mapping[str, Sections], blends: Mapping[str, Blend] | None = None
    ) -> None:
        self._sections = sections
        self._blends = blends or {each: load_blend(each) for each in sections}

    def make_ready(self) -> None:
        """Make what the first questions would have to wait for; takes a third of a second."""
        for sections in self._sections.values():
            sections.make_ready()

    def answer(self, question: str, language: str | None = None) -> Answer:
        """Answer a question; its language is guessed, `language` decides where there is a doubt."""
        text = as_asked(question)
        found = self._answer(text, language)
        first, *rest = [self._answer(each, language) for each in questions_in(text)] or [found]
        both = [first, *rest]
        if _is_one_story(text, found, both):
            return self._by_clauses(text, found)
        if rest and all(each.outcome is Outcome.ANSWER for each in both):
            if (first.article, first.section) != (rest[0].article, rest[0].section):
                others = dict.fromkeys((first.article or "", *rest[0].others, *first.others))
                return replace(first, others=tuple(others)[:OTHERS], second=rest[0])
        return self._by_clauses(text, found)

    def _by_clauses(self, text: str, found: Answer) -> Answer:
        """The same answer, in two sections where clauses of the question ask for different ones."""
        if found.article is None or found.section is None:
            return found
        inside, blend = self._sections[found.language], self._blends[found.language]
        likely = [inside.inside(found.article, clause, blend)[0] for clause in clauses_in(text)]
        asked = list(dict.fromkeys(section for section, share in likely if share >= LIKELY))
        if len(asked) < MOST or found.section in asked:
            asked = [found.section, *(each for each in asked if each != found.section)]
        if len(asked) < MOST:
            return found
        first, second = asked[:MOST]
        return replace(found, section=first, second=replace(found, section=second))

    def _answer(self, text: str, language: str | None) -> Answer:
        found = _in_either(text, list(self._sections), language, self._ask)
        if is_always_refused(text) and found.score < 1.0:
            return Answer(Outcome.REFUSE, None, 0.0, found.others, found.language)
        if found.outcome is not Outcome.ANSWER and find_emergency(text):
            others = (EMERGENCY, *(slug for slug in found.others if slug != EMERGENCY))
            section = self._danger(text, found.language)
            return Answer(Outcome.ANSWER, EMERGENCY, 1.0, others, found.language, section)
        return found

    def _danger(self, text: str, language: str) -> int:
        """The section that says what to do; the numbers to call where none is likely."""
        inside = self._sections[language].rank(text, self._blends[language]).sections(EMERGENCY)
        return next((section for section, share in inside[:1] if share >= LIKELY), 0)

    def _ask(self, question: str, language: str) -> Answer:
        signals = self._sections[language].rank(question, self._blends[language])
        return decide(signals, load_confidence("articles", language), language)


def _is_one_story(text: str, whole: Answer, parts: Sequence[Answer]) -> bool:
    """Whether questions after a story are about it: the whole is surer than they are without it.

    "I alone keep the money. Who looks at my figures, and how often are they shown?" One of them has to
    find the same article, or the message is about two things after all.
    """
    asked = questions_in(text)
    return (
        bool(asked)
        and not text.lstrip(" ,").startswith(asked[0])
        and whole.outcome is Outcome.ANSWER
        and any(each.article == whole.article for each in parts)
        and all(each.score < whole.score for each in parts)
    )


def decide(signals: Signals, confidence: Confidence, language: str) -> Answer:
    """What comes of a question, from what was found for it."""
    guesses = [each.slug for each in signals.ranking]
    if signals.sample_of is not None:
        slug, section = signals.sample_of
        guesses = [slug, *(each for each in guesses if each != slug)]
        return _answer(slug, section, 1.0, guesses, language)
    score = probability(confidence.right, signals.right_features) if signals.is_ours else 0.0
    outcome = confidence.outcome(score) if guesses else Outcome.REFUSE
    told, others = round(score, 4), tuple(guesses[:OTHERS])
    if outcome is Outcome.ANSWER:
        inside = signals.sections(guesses[0])
        return _answer(guesses[0], inside[0][0] if inside else None, told, guesses, language)
    choices = likeliest(signals) if outcome is Outcome.CHOOSE else ()
    if outcome is Outcome.CHOOSE and not choices:
        outcome = Outcome.REFUSE
    return Answer(outcome, None, told, others, language, choices=choices)


def _answer(
    slug: str, section: int | None, score: float, guesses: Sequence[str], language: str
) -> Answer:
    """A sure answer; of an article that is still to be written there is none to give."""
    others = tuple(guesses[:OTHERS])
    if section is None:
        return Answer(Outcome.REFUSE, None, score, others, language, pending=slug)
    return Answer(Outcome.ANSWER, slug, score, others, language, section)


def likeliest(signals: Signals) -> tuple[Choice, ...]:
    """The sections to choose from, likeliest first; at most two of one article."""
    every = [
        (each.likely * share, each.slug, section)
        for each in signals.ranking[:OFFERED]
        for section, share in signals.sections(each.slug)[:2]
    ]
    every.sort(key=lambda one: -one[0])
    return tuple(Choice(slug, section) for _, slug, section in every[:OFFERED])


def _in_either(
    text: str,
    languages: Sequence[str],
    language: str | None,
    ask: Callable[[str, str], Answer],
) -> Answer:
    """Ask in the question's own language, then in the others before it is refused."""
    first = guess_language(text) if text else (language or "vi")
    if first not in languages:
        first = languages[0]
    found = ask(text, first)
    if found.outcome is Outcome.REFUSE and found.pending is None and not is_surely_vietnamese(text):
        for other in languages:
            if other != first:
                second = ask(text, other)
                if second.outcome is not Outcome.REFUSE:
                    return second
    return found


def foreign_questions(language: str) -> list[str]:
    """Questions that no article answers."""
    rows = map(json.loads, FOREIGN_FILE.read_text(encoding="utf-8").splitlines())
    return [row["q"] for row in rows if row["lang"] == language]


def articles_of(language: str) -> list[Article]:
    """The articles of a language."""
    return [article for (each, _), article in load_articles().items() if each == language]


@lru_cache(maxsize=1)
def built_in() -> Guidance:
    """The built-in articles, ready to be asked."""
    return Guidance(
        {each: sections_of(articles_of(each), each, foreign_questions(each)) for each in LANGUAGES}
    )


@lru_cache(maxsize=1024)
def answer_question(question: str, language: str = "vi") -> Answer:
    """Answer from the built-in articles."""
    return built_in().answer(question, language)
