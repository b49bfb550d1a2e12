"""Asking many questions in one process, and measuring the answers."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.guidance.index import Text
from bot.guidance.retriever import Answer, Guidance, Outcome, Texts, built_in
from bot.guidance.shown import shown_of
from bot.language.identify import guess_language
from bot.speech.forms import stranger_speaker
from bot.speech.translation import Written
from bot.untyped import JsonObject


@dataclass(frozen=True)
class Question:
    """A question of a file; `gold` names the right articles, empty for one that is not ours."""

    id: str
    text: str
    language: str
    gold: tuple[str, ...] | None


def _objects(path: Path) -> Iterator[JsonObject]:
    """The objects of a file of JSON lines; raises ValueError with the line's number."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise ValueError(f"{path}, line {number}: no JSON") from None
        if not isinstance(row, dict):
            raise ValueError(f"{path}, line {number}: one JSON object is expected")
        yield row


def read_questions(path: Path) -> list[Question]:
    """The questions of a file; raises OSError and ValueError."""
    found = []
    for place, row in enumerate(_objects(path), 1):
        if not isinstance(row.get("q"), str):
            raise ValueError(f"{path}: question {place} has no q")
        gold = row.get("gold")
        if gold is not None and not isinstance(gold, list):
            raise ValueError(f"{path}: the gold of question {place} is no list")
        found.append(
            Question(
                str(row.get("id", place)),
                row["q"],
                str(row.get("lang") or "vi"),
                None if gold is None else tuple(gold),
            )
        )
    return found


def read_texts(path: Path) -> dict[str, list[Text]]:
    """Other texts to search, by their language."""
    texts: dict[str, list[Text]] = {"vi": [], "en": []}
    for row in _objects(path):
        try:
            body = f"{row['title']}\n{row['text']}"
            text = Text(str(row["slug"]), body)
        except KeyError as error:
            raise ValueError(f"{path}: a text has no {error.args[0]}") from None
        texts[guess_language(body[:400])].append(text)
    found = {language: each for language, each in texts.items() if each}
    if not found:
        raise ValueError(f"{path}: no text to search")
    return found


def answer_as_json(question: str, language: str) -> JsonObject:
    """What `ask` prints of one question."""
    found = built_in().answer(question, language)
    shown = shown_of(found)
    speaker = stranger_speaker(found.language)
    return {
        "question": question,
        "outcome": found.outcome.value,
        "answered": found.outcome is Outcome.ANSWER,
        "article": found.article,
        "title": shown[0].title if shown else None,
        "answer": "\n\n".join(speaker.text(Written(each.text)) for each in shown) or None,
        "sources": list(dict.fromkeys(source for each in shown for source in each.sources)),
        "score": found.score,
        "others": list(found.others),
    }


def evaluate(path: Path, texts: Path | None, *, as_json: bool) -> Iterator[str]:
    """The lines that `evaluate` prints; raises OSError and ValueError."""
    questions = read_questions(path)
    retriever: Guidance | Texts = Texts(read_texts(texts)) if texts else built_in()
    answers: list[Answer] = []
    began = time.perf_counter()
    for question in questions:
        answers.append(retriever.answer(question.text, question.language))
    took = time.perf_counter() - began
    if as_json:
        for question, answer in zip(questions, answers, strict=True):
            line = {
                "id": question.id,
                "outcome": answer.outcome.value,
                "article": answer.article,
                "score": answer.score,
                "others": list(answer.others),
            }
            yield json.dumps(line, ensure_ascii=False)
        return
    yield from _figures(questions, answers, took)


def _figures(questions: list[Question], answers: list[Answer], took: float) -> Iterator[str]:
    rated = [
        (question, answer)
        for question, answer in zip(questions, answers, strict=True)
        if question.gold is not None
    ]
    ours = [(question, answer) for question, answer in rated if question.gold]
    foreign = [answer for question, answer in rated if not question.gold]

    def rank(question: Question, answer: Answer) -> int | None:
        for place, slug in enumerate(answer.others, 1):
            if slug in (question.gold or ()):
                return place
        return None

    ranks = [rank(question, answer) for question, answer in ours]
    if ours:
        yield f"recall@1: {sum(each == 1 for each in ranks) / len(ours):.3f}"
        yield f"recall@3: {sum(each is not None and each <= 3 for each in ranks) / len(ours):.3f}"
        yield f"MRR: {sum(1 / each for each in ranks if each) / len(ours):.3f}"
        right = sum(answer.article in (question.gold or ()) for question, answer in ours)
        wrong = sum(
            answer.article is not None and answer.article not in (question.gold or ())
            for question, answer in ours
        )
        yield f"answered rightly: {right} of {len(ours)}, wrongly: {wrong}"
    refused = sum(answer.outcome is Outcome.REFUSE for answer in answers)
    yield f"refusals: {refused} of {len(answers)}"
    if foreign:
        yield f"foreign answered: {sum(a.article is not None for a in foreign)} of {len(foreign)}"
    yield f"ms a question: {took / max(len(questions), 1) * 1000:.2f}"
    yield from reliability(
        [
            (answer.score, bool(answer.others) and answer.others[0] in (question.gold or ()))
            for question, answer in rated
        ]
    )


def reliability(judged: Sequence[tuple[float, bool]], steps: int = 10) -> Iterator[str]:
    """A table of how often a guess is right that is so likely: (score, whether it was right)."""
    for step in range(steps):
        least, most = step / steps, (step + 1) / steps
        inside = [
            (score, good)
            for score, good in judged
            if least <= score < most or (score == most == 1.0)
        ]
        if inside:
            mean = sum(score for score, _ in inside) / len(inside)
            good = sum(good for _, good in inside) / len(inside)
            yield f"score {least:.1f}-{most:.1f}: {len(inside)} questions, said {mean:.2f}, right {good:.2f}"
