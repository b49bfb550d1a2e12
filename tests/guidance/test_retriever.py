"""Finding the right article, and saying so when there is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.guidance.articles import ArticleError, load_articles, read_article
from bot.guidance.evaluation import evaluate, read_questions
from bot.guidance.fit import fingerprint
from bot.guidance.retriever import WEIGHTS_FILE, Outcome, answer_question, best_section, built_in

QUESTIONS = Path(__file__).parent / "questions.jsonl"


def test_the_weights_are_fresh() -> None:
    assert json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))["fingerprint"] == fingerprint()


def test_the_projects_own_questions() -> None:
    """60 questions to the articles and 40 foreign ones, none of them used for fitting."""
    questions = read_questions(QUESTIONS)
    own = [each for each in questions if each.gold]
    foreign = [each for each in questions if not each.gold]
    assert (len(own), len(foreign)) == (60, 40)
    retriever = built_in()
    right = sum(
        retriever.answer(each.text, each.language).article in (each.gold or ()) for each in own
    )
    wrong = sum(retriever.answer(each.text, each.language).article is not None for each in foreign)
    assert right >= RIGHT
    assert wrong <= 5


RIGHT = 48


def test_no_question_of_the_test_is_a_sample() -> None:
    from bot.language.text import fold

    samples = {fold(s) for article in load_articles().values() for s in article.samples}
    assert not samples & {fold(each.text) for each in read_questions(QUESTIONS)}


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("đi khám cần mang gì", "health-checks"),
        ("di kham can mang gi", "health-checks"),
        ("ddi khasm caanf mang gif", "health-checks"),
        ("how often does the club meet", "monthly-meeting"),
        ("ban chủ nhiệm gồm những ai?", "board"),
    ],
)
def test_however_it_is_typed(typed: str, slug: str) -> None:
    assert answer_question(typed).article == slug


@pytest.mark.parametrize("typed", ["", "?", "👵", "xyzzy plugh", "x" * 5000])
def test_what_is_no_question_is_refused(typed: str) -> None:
    assert answer_question(typed).outcome is Outcome.REFUSE


def test_the_section_that_answers_is_shown() -> None:
    section = best_section("vi", "club-rules", "phí thành viên mỗi tháng là bao nhiêu?")
    assert section is not None
    assert section.heading == "Phí thành viên"


def test_other_texts_can_be_searched(tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    texts.write_text(
        '{"slug": "meo", "title": "Con mèo", "text": "Mèo bắt chuột, thích ngủ trưa."}\n'
        '{"slug": "ga", "title": "Con gà", "text": "Gà đẻ trứng mỗi sáng."}\n',
        encoding="utf-8",
    )
    asked = tmp_path / "q.jsonl"
    asked.write_text('{"id": "1", "q": "con gì bắt chuột", "lang": "vi"}\n', encoding="utf-8")
    (line,) = evaluate(asked, texts, as_json=True)
    found = json.loads(line)
    assert list(found) == ["id", "outcome", "article", "score", "others"]
    assert found["others"][0] == "meo"


def test_a_broken_file_of_questions_is_told(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text('{"q": "a"}\nno json\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        read_questions(path)


@pytest.mark.parametrize(
    "content", ["", "+++\nslug = \n+++\nx", '+++\nslug = "a"\n+++\nx', "no front"]
)
def test_a_broken_article_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ArticleError):
        read_article(path, "vi")
