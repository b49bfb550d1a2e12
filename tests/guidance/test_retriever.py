"""Finding the right article, and saying so when there is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.guidance import retriever
from bot.guidance.articles import ArticleError, load_articles, read_article
from bot.guidance.evaluation import evaluate, read_questions
from bot.guidance.fit import fingerprint
from bot.guidance.retriever import (
    WEIGHTS_FILE,
    Outcome,
    answer_question,
    best_section,
    built_in,
    foreign_questions,
)
from bot.intents.refusals import is_always_refused
from bot.language.text import fold

QUESTIONS = Path(__file__).parent / "questions.jsonl"


def test_the_weights_are_fresh() -> None:
    assert json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))["fingerprint"] == fingerprint()


def test_the_projects_own_questions() -> None:
    """60 questions to the articles and 40 foreign ones, none of them used for fitting."""
    questions = read_questions(QUESTIONS)
    own = [each for each in questions if each.gold]
    foreign = [each for each in questions if not each.gold]
    assert (len(own), len(foreign)) == (60, 40)
    asked = built_in()
    right = sum(asked.answer(each.text, each.language).article in (each.gold or ()) for each in own)
    wrong = sum(asked.answer(each.text, each.language).article is not None for each in foreign)
    assert right >= RIGHT
    assert wrong <= FOREIGN_ANSWERED


RIGHT = 50
FOREIGN_ANSWERED = 3


def test_no_question_of_the_test_was_fitted_to() -> None:
    known = {fold(s) for article in load_articles().values() for s in article.samples}
    known |= {fold(each) for language in ("vi", "en") for each in foreign_questions(language)}
    assert not known & {fold(each.text) for each in read_questions(QUESTIONS)}


def test_a_foreign_question_counts_until_its_article_exists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "foreign.jsonl"
    path.write_text(
        '{"q": "chủ nhiệm là ai", "lang": "vi", "until": "board"}\n'
        '{"q": "lương hưu bao nhiêu", "lang": "vi", "until": "no-such-article"}\n'
        '{"q": "giá vàng", "lang": "vi"}\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(retriever, "FOREIGN_FILE", path)
    assert foreign_questions("vi") == ["lương hưu bao nhiêu", "giá vàng"]


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("đêm qua bà tự nhiên khó thở", "emergency"),
        ("người bị tai biến có tham gia câu lạc bộ được không", "who-can-join"),
    ],
)
def test_words_of_danger_count_where_nothing_else_surely_answers(typed: str, slug: str) -> None:
    assert answer_question(typed).article == slug


def test_every_sample_finds_its_own_article() -> None:
    asked = built_in()
    for (language, slug), article in load_articles().items():
        found = {sample: asked.answer(sample, language).article for sample in article.samples}
        assert not {sample: other for sample, other in found.items() if other != slug}


@pytest.mark.parametrize(
    "typed",
    [
        "what shares of the members must be women?",
        "can the club have a bank account?",
        "ai lo để xin chủ trương của xã?",
    ],
)
def test_what_only_sounds_like_money_tips_is_not_refused_by_phrase(typed: str) -> None:
    assert not is_always_refused(typed)


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


@pytest.mark.parametrize(
    ("slug", "typed", "heading"),
    [
        ("club-rules", "phí thành viên mỗi tháng là bao nhiêu?", "Phí thành viên"),
        ("who-can-join", "khong phai hoi vien co duoc vao khong", "Không cần là hội viên"),
        ("founding-conditions", "cần sẵn bao nhiêu tiền", "Tiền đầu"),
        ("recognition-decision", "nộp lâu rồi mà chưa thấy trả lời", "Chưa trả lời"),
    ],
)
def test_the_section_that_answers_is_shown(slug: str, typed: str, heading: str) -> None:
    section = best_section("vi", slug, typed)
    assert section is not None
    assert section.heading == heading


def test_a_section_that_adds_nothing_to_the_lead_is_not_shown() -> None:
    assert best_section("vi", "monthly-meeting", "do ai điều hành?") is None


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
