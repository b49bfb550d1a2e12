"""What people ask is easier than the samples: scores and bounds made to agree with questions kept."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import scipy  # what is used of it is loaded when it is used

from bot.guidance.compiled import sections_of
from bot.guidance.evaluation import Question, read_questions
from bot.guidance.retriever import (
    LANGUAGES,
    articles_of,
    foreign_questions,
    probability,
)
from bot.guidance.sections import Blend
from bot.language.text import fold
from bot.untyped import JsonObject

ASKED = Path(__file__).resolve().parents[2] / "tests" / "guidance" / "rounds.jsonl"
"""Questions as people ask them, in rounds."""
KEPT_ROUNDS = ("r1", "r2", "r9", "r12")
"""Rounds that scores and bounds are made to agree with; the others only measure. Of English, of
which each has little, all are that came before some of a hundred questions."""
ONLY_MEASURED = ("r30", *(f"r{number}" for number in range(32, 55)))
"""Those whose English is not kept either."""


class Allowed(NamedTuple):
    """Shares in the kept rounds, as typed and without accents."""

    answered: float
    """Of what can't be answered and is all the same."""
    offered: float
    """Of what can't be answered and is met with a choice."""
    wrong: float
    """Of what can be answered and is answered wrongly."""
    least: float = 0.0
    """A score below which nothing is answered, however these shares are: from there on an article that
    is taken out is answered by another too often. To measure that takes too long for every fit."""


ALLOWED = {"vi": Allowed(0.04, 0.12, 0.01, 0.8), "en": Allowed(0.035, 0.1, 0.0125, 0.82)}
"""Less than is promised of questions that nobody has seen, .05, .20 and .04. English has fewer samples,
so that it finds less and is surer of less; as strict a share of wrong ones would refuse half of what
it has found."""


def logistic_fit(
    rows: np.ndarray, right: np.ndarray, counts: np.ndarray, ridge: float = 1e-4
) -> list[float]:
    """Bias and weights of a logistic model; each row counts as much as `counts` says."""
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scaled = np.column_stack([np.ones(len(rows)), (rows - middle) / spread])
    share = counts / counts.sum()

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        value = scaled @ weights
        likely = 1 / (1 + np.exp(-np.clip(value, -40, 40)))
        cost = -(share * np.where(right, np.log(likely + 1e-12), np.log(1 - likely + 1e-12))).sum()
        slope = scaled.T @ (share * (likely - right)) + 2 * ridge * weights
        return float(cost + ridge * float(weights @ weights)), slope

    found = scipy.optimize.minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B").x
    weights = found[1:] / spread
    return [round(float(each), 5) for each in (found[0] - weights @ middle, *weights)]


@dataclass(frozen=True)
class Judged:
    """A try with how likely its best guess is right, and whether it is."""

    kind: str
    score: float
    is_right: bool
    is_ours: bool = True
    """Whether it is looked at at all; what isn't is never answered."""


def kept_questions() -> list[Question]:
    """The questions that are kept for this, of strangers all of them."""
    return [
        each
        for each in read_questions(ASKED)
        if _round_of(each) in KEPT_ROUNDS
        or (each.language == "en" and _round_of(each) not in ONLY_MEASURED)
    ]


def calibrate(
    content: dict[str, dict[str, JsonObject]],
    questions: Sequence[Question],
    fitted_anew: Sequence[str] = LANGUAGES,
) -> None:
    """Say of a score what it is on questions as people ask them, and from where on to trust it.

    Languages that were not `fitted_anew` keep their scores, which agree already.

    Samples are near misses of each other, so that what is learnt from them alone is too modest. A
    line through the logits, found on questions that nobody fitted to, mends that: each language has
    its own, since one with fewer samples is more modest, and bounds of its own.
    """
    for language, fitted in content["articles"].items():
        found = _judged(language, fitted, questions)
        if language in fitted_anew:
            start, slope = _line(found)
            bias, *weights = fitted["right"]
            moved = (start + slope * bias, *(slope * each for each in weights))
            fitted["right"] = [round(each, 5) for each in moved]
            found = _judged(language, fitted, questions)
        fitted["thresholds"] = list(kept_bounds(found, ALLOWED[language]))


def _judged(language: str, fitted: JsonObject, questions: Sequence[Question]) -> list[Judged]:
    """A language's questions, as typed and without accents, but those that are a sample."""
    asked = sections_of(articles_of(language), language, foreign_questions(language))
    blend = Blend(tuple(fitted["articles"]), tuple(fitted["sections"]))
    found = []
    for each in questions:
        if each.language != language:
            continue
        for text in dict.fromkeys((each.text, fold(each.text))):
            signals = asked.rank(text, blend)
            if signals.sample_of is None:
                score = probability(fitted["right"], signals.right_features)
                is_right = signals.ranking[0].slug in (each.gold or ())
                kind = "own" if each.gold else "foreign"
                found.append(Judged(kind, score, is_right, signals.is_ours))
    return found


def _round_of(question: Question) -> str:
    return question.id.split("-")[0]


def _line(found: Sequence[Judged]) -> tuple[float, float]:
    """What the logits of scores are moved by, and how much they are stretched."""
    rows = np.array([[_logit(each.score)] for each in found])
    right = np.array([each.is_right for each in found])
    start, slope = logistic_fit(rows, right, np.ones(len(found)), 1e-3)
    return start, slope


def kept_bounds(judged: Sequence[Judged], allowed: Allowed) -> tuple[float, float]:
    """The lowest bounds, of an answer and of a choice, that the kept rounds allow."""
    own = [each for each in judged if each.kind == "own"]
    foreign = [each for each in judged if each.kind == "foreign"]

    def from_on(least: float, which: Sequence[Judged]) -> int:
        return sum(each.is_ours and each.score >= least for each in which)

    grid = [step / 100 for step in range(2, 99)]
    wrong = [each for each in own if not each.is_right]
    answer_from = next(
        (
            least
            for least in grid
            if least >= allowed.least
            and from_on(least, foreign) <= allowed.answered * len(foreign)
            and from_on(least, wrong) <= allowed.wrong * len(own)
        ),
        grid[-1],
    )
    answered = from_on(answer_from, foreign)
    offer_from = next(
        (
            least
            for least in grid
            if from_on(least, foreign) - answered <= allowed.offered * len(foreign)
        ),
        answer_from,
    )
    return answer_from, min(offer_from, answer_from)


def _logit(share: float) -> float:
    return math.log(share / (1 - share))
