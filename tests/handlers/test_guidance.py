"""Answers in the chat: the section first, its article behind it, and what becomes of a wrong one."""

from __future__ import annotations

import json

import pytest

from bot.guidance.articles import load_articles
from bot.guidance.retriever import Outcome, answer_question
from bot.handlers.answers.next_steps import NEXT
from bot.intents.identity import without_identity
from tests.conftest import Talk
from tests.handlers.test_abuse import deliver, pressed
from tests.handlers.test_registration import myself


@pytest.fixture
def club(talk: Talk) -> Talk:
    """tu organises a club; sau is a member."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    return talk


ASKED = "quy chế câu lạc bộ do ai phê duyệt"
UNSURE = "thẻ bảo hiểm người già thì sao"


def test_the_section_is_shown_first_and_the_article_behind_it(club: Talk) -> None:
    article = load_articles()["vi", "club-rules"]
    answer = answer_question(ASKED)
    assert (answer.outcome, answer.article) == (Outcome.ANSWER, "club-rules")
    assert answer.section is not None
    (said,) = club.text("sau", ASKED)
    assert said.startswith(article.sections[answer.section].text.split("{")[0])
    assert "Nguồn:" in said
    assert "29/11/2026" in said
    assert club.buttons("sau") == [
        "Có ích", "Chưa đúng", "Đọc tiếp", "Hỏi câu khác", "Chia sẻ",
    ]  # fmt: skip
    (more,) = club.press("sau", "Đọc tiếp")
    assert more.startswith(article.title)


def test_a_wrong_answer_is_noted_and_somebody_can_be_asked(club: Talk) -> None:
    club.text("sau", ASKED)
    assert "Gửi giúp tôi" not in club.buttons("sau")
    club.press("sau", "Chưa đúng")
    assert "Gửi giúp tôi" in club.buttons("sau")
    noted = "select text, outcome, article from question"
    assert club.sql(noted) == [(ASKED, "wrong", "club-rules")]


def test_a_helpful_answer_leaves_nothing(club: Talk) -> None:
    club.text("sau", ASKED)
    assert "cảm ơn" in club.press("sau", "Có ích")[0]
    assert club.sql("select count(*) from question") == [(0,)]


def test_what_is_unsure_is_asked_back_with_questions(club: Talk) -> None:
    answer = answer_question(UNSURE)
    assert answer.outcome is Outcome.CHOOSE
    (said,) = club.text("sau", UNSURE)
    assert said.startswith("Dạ, ý")
    *asked, none = club.buttons("sau")
    assert 1 <= len(asked) <= 3
    assert all(label.endswith("?") for label in asked)
    assert none == "Không phải"
    (chosen,) = club.press("sau", asked[0])
    first = answer.choices[0]
    section = load_articles()["vi", first.article].sections[first.section]
    assert chosen.startswith(section.text.split("{")[0])


def test_none_of_the_questions_is_noted_and_handed_on(club: Talk) -> None:
    club.text("sau", UNSURE)
    club.press("sau", "Không phải")
    assert "Gửi giúp tôi" in club.buttons("sau")
    assert [row for (row,) in club.sql("select outcome from question")] == ["choose", "none"]


def test_a_loss_that_is_told_is_met_with_kind_words(club: Talk) -> None:
    said = club.text("sau", "mẹ em bị ung thư, hội có thăm hỏi gì không?")
    assert any("mau khỏe" in each for each in said)


def test_names_numbers_and_illnesses_are_taken_out() -> None:
    text = "Bà Nguyễn Thị Sáu bị ung thư, số 0912 345 678, nhà ông Tư có được vay không"
    plain = without_identity(text, ["Nguyễn Thị Sáu", "Sáu"])
    for word in ("Sáu", "Nguyễn", "ung thư", "0912", "678", "Tư"):
        assert word not in plain
    assert "có được vay không" in plain


@pytest.mark.parametrize(
    ("text", "gone", "stays"),
    [
        ("chong tui bi lao phoi xin may tho duoc khong", "lao phoi", "xin may tho"),
        ("bà tám bị tâm thần phân liệt có mua bảo hiểm được không", "phân liệt", "mua bảo hiểm"),
        ("bà tám bị tâm thần phân liệt có mua bảo hiểm được không", "tám", "mua bảo hiểm"),
        ("nguyen van bay no tien ai doi", "bay", "no tien ai doi"),
        ("trần thị ba ở tổ mấy", "thị ba", "ở tổ mấy"),
        ("chị tư với chú Út có được vay không", "tư", "có được vay không"),
        ("my neighbour has schizophrenia, may he join", "schizophrenia", "may he join"),
    ],
)
def test_names_in_small_letters_and_rare_illnesses_are_taken_out(
    text: str, gone: str, stays: str
) -> None:
    plain = without_identity(text, [])
    assert gone not in plain
    assert stays in plain


@pytest.mark.parametrize(
    "text",
    [
        "bà năm nay mấy tuổi thì được lãnh tiền già",
        "lao động công ích có bắt buộc không",
        "cô hai tháng chưa đóng phí",
        "người lao động nữ có vô được không",
    ],
)
def test_everyday_words_stay(text: str) -> None:
    assert without_identity(text, []) == text


def test_what_was_noted_is_kept_ninety_days(club: Talk) -> None:
    club.text("sau", ASKED)
    club.press("sau", "Chưa đúng")
    club.at("2027-03-20T08:00:00")
    assert club.sql("select count(*) from question") == [(0,)]


@pytest.mark.parametrize(
    ("slug", "who", "label"),
    [
        ("how-to-join", "la", "Ghi tên"),
        ("health-checks", "sau", "Xem lịch"),
        ("health-checks", "la", None),
        ("late-repayment", "sau", "Gặp người phụ trách"),
        ("founding-steps", "la", "Thành lập câu lạc bộ"),
        ("founding-steps", "tu", "Xem các bước"),
        ("club-rules", "sau", None),
    ],
)
def test_what_can_be_done_next_stands_under_an_answer(
    club: Talk, slug: str, who: str, label: str | None
) -> None:
    section = load_articles()["vi", slug].sections[0]
    club.text(who, "xin chào")
    deliver(club, pressed(who, f"a/passage/{slug}/0", "x"))
    (shown,) = club.sql("select rows from outbox order by id desc limit 1")[0]
    labels = [each[0] for row in json.loads(shown) for each in row]
    every = {"Ghi tên", "Xem lịch", "Gặp người phụ trách", "Thành lập câu lạc bộ", "Xem các bước"}
    assert every & set(labels) == ({label} if label else set()), section.heading


def test_every_next_step_is_of_an_article_that_there_is() -> None:
    assert {("vi", slug) for slug in NEXT} <= set(load_articles())


def test_the_calendar_is_the_members_own(club: Talk) -> None:
    club.text("la", "xin chào")
    deliver(club, pressed("la", "a/calendar", "x"))
    ((said,),) = club.sql("select text from outbox order by id desc limit 1")
    assert "chưa ở câu lạc bộ nào" in said


def test_an_answer_is_shared_as_one_message(club: Talk) -> None:
    (shown,) = club.text("sau", ASKED)
    (shared,) = club.press("sau", "Chia sẻ")
    answer = answer_question(ASKED)
    section = load_articles()["vi", "club-rules"].sections[answer.section or 0]
    assert shared.startswith(section.heading)
    assert "Nguồn:" in shared
    assert "bà " not in shared.replace("bà con", ""), "it speaks to whoever reads it"
    assert shown


def test_who_asks_in_english_reads_on_in_english(talk: Talk) -> None:
    talk.text("john", "how do I join the club")
    for label in ("Đọc tiếp", "Chia sẻ"):
        said = talk.press("john", label)
        assert "club" in said[0], said
        assert "câu lạc bộ" not in said[0]
    talk.text("john", "vô câu lạc bộ cần gì")
    assert "câu lạc bộ" in talk.press("john", "Đọc tiếp")[0]
