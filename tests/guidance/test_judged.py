"""Whether the section that is shown answers, judged by reading it alone.

Questions as people ask them, and what a reader thought of the section that each brings: the one
that answers, or the first of those offered. A row holds the section's place and a fingerprint of
its words, so that a judgement goes stale where something else is shown.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from bot.guidance.articles import load_articles
from bot.guidance.retriever import built_in
from bot.language.text import fold
from bot.untyped import JsonObject

ROWS: list[JsonObject] = [
    json.loads(line)
    for line in (Path(__file__).parent / "judged.jsonl").read_text(encoding="utf-8").splitlines()
]
LEAST = 0.9
"""54 of 60."""


def shown_for(question: str) -> tuple[str | None, int | None, str | None]:
    """Article, section and the fingerprint of what is read of it."""
    answer = built_in().answer(question, "vi")
    article, section = answer.article, answer.section
    if article is None and answer.choices:
        article, section = answer.choices[0].article, answer.choices[0].section
    if article is None or section is None:
        return None, None, None
    part = load_articles()["vi", article].sections[section]
    words = f"{part.heading}\n{part.text}"
    return article, section, hashlib.sha256(words.encode()).hexdigest()[:12]


def test_what_is_shown_is_what_was_judged() -> None:
    stale = [
        (row["id"], row["q"])
        for row in ROWS
        if shown_for(row["q"]) != (row["article"], row["section"], row["text"])
    ]
    assert stale == [], "read what is shown for these now, and judge it anew"


def test_nine_of_ten_sections_answer() -> None:
    assert len(ROWS) >= 60
    assert len({row["article"] for row in ROWS}) >= 50
    assert sum(row["answers"] for row in ROWS) / len(ROWS) >= LEAST


def test_every_judgement_has_its_reason() -> None:
    for row in ROWS:
        assert row["why"].strip(), row["id"]


def test_no_judged_question_is_a_sample() -> None:
    known = {fold(sample) for article in load_articles().values() for sample in article.samples}
    assert not known & {fold(row["q"]) for row in ROWS}
