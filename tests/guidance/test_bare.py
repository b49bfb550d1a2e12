"""Questions of three to six words, as most people type them: "ai vào được", "clb can may nguoi"."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.guidance.articles import load_articles
from bot.guidance.retriever import Answer, Outcome, answer_question, built_in
from bot.language.text import fold
from bot.untyped import JsonObject

ROWS: list[JsonObject] = [
    json.loads(line)
    for line in (Path(__file__).parent / "bare.jsonl").read_text(encoding="utf-8").splitlines()
]
SHOWN, OFFERED_TOO, REFUSED = {"vi": 0.8, "en": 0.6}, {"vi": 0.95, "en": 0.75}, 0.12
"""Shares: shown by itself, or among what is offered, and refused. English has fewer samples."""


def brought(answer: Answer) -> list[tuple[str, int | None]]:
    """The sections that are shown, or else offered."""
    if answer.article is None:
        return [(each.article, each.section) for each in answer.choices]
    second = answer.second
    more = [(second.article or "", second.section)] if second else []
    return [(answer.article, answer.section), *more]


@pytest.mark.parametrize(
    ("language", "typed"), [("vi", "as typed"), ("vi", "without accents"), ("en", "as typed")]
)
def test_a_bare_question_brings_its_section(language: str, typed: str) -> None:
    rows = [row for row in ROWS if row["lang"] == language]
    assert len(rows) >= 28
    shown = offered = refused = 0
    for row in rows:
        answer = built_in().answer(fold(row["q"]) if typed != "as typed" else row["q"], language)
        wanted = {(slug, section) for slug, section in row["sections"]}
        is_brought = not wanted.isdisjoint(brought(answer))
        shown += is_brought and answer.outcome is Outcome.ANSWER
        offered += is_brought
        refused += answer.outcome is Outcome.REFUSE
    assert shown >= SHOWN[language] * len(rows)
    assert offered >= OFFERED_TOO[language] * len(rows)
    assert refused <= REFUSED * len(rows)


def test_all_articles_are_asked() -> None:
    asked = {slug for row in ROWS for slug, _ in row["sections"]}
    assert asked == {slug for _, slug in load_articles()}


def test_no_bare_question_is_a_sample() -> None:
    known = {fold(sample) for article in load_articles().values() for sample in article.samples}
    assert not known & {fold(row["q"]) for row in ROWS}


def test_words_that_tell_little_are_a_question_together() -> None:
    assert answer_question("ai tới nhà giúp").article == "home-care"
    assert answer_question("rồi sao nữa").outcome is Outcome.REFUSE
