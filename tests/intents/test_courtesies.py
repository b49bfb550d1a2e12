"""What people say between two things is neither a question nor an answer."""

from __future__ import annotations

import pytest

from bot.intents.courtesies import without_introduction
from bot.intents.words import Meaning, check_words, meanings_of
from bot.language.names import is_full_name


@pytest.mark.parametrize(
    "text",
    [
        "vậy hả con",
        "vay a",
        "à ra vậy",
        "ủa thế à",
        "thiet hong do",
        "thật hả em",
        "biết rồi con ơi",
        "bac hieu roi",
        "dạ con hiểu rồi ạ",
        "ok hieu",
        "ghê vậy ta",
        "nhớ rồi nha",
        "oh really?",
    ],
)
def test_a_word_that_something_was_heard(text: str) -> None:
    assert meanings_of(text) == {Meaning.HEARD}


@pytest.mark.parametrize(
    "text",
    [
        "cho hỏi chút",
        "cho bà hỏi cái này con ơi",
        "em ơi cho chị hỏi xíu",
        "da em la Lan, cho em hoi xiu",
        "tôi muốn hỏi một chuyện",
        "hoi cai nay ne",
        "Can I ask you something?",
    ],
)
def test_a_word_that_a_question_comes(text: str) -> None:
    assert meanings_of(text) == {Meaning.WILL_ASK}


@pytest.mark.parametrize(
    "text",
    [
        "vay tiền",
        "vay được không con",
        "thẻ à",
        "chưa biết",
        "biết không con",
        "hiểu không",
        "không hiểu",
        "cho hỏi chừng nào họp",
        "cho hoi vo clb can gi",
        "tôi muốn hỏi vay tiền",
        "hỏi thăm bà Sáu giùm",
        "hôi",
        "nhờ rồi mà cô Lan không tới",
    ],
)
def test_what_only_looks_like_them(text: str) -> None:
    assert not meanings_of(text) & {Meaning.HEARD, Meaning.WILL_ASK}


def test_no_word_of_command_is_taken_from_another() -> None:
    check_words()
    for text, meaning in (("nhắc lại", Meaning.REPEAT), ("được rồi", Meaning.YES)):
        assert Meaning.HEARD not in meanings_of(text)
        assert meaning in meanings_of(text) or not meanings_of(text)


@pytest.mark.parametrize("text", ["dang ky sao em", "vo hoi sao con", "ho hop gi vay"])
def test_a_question_that_begins_like_a_name_is_none(text: str) -> None:
    assert not is_full_name(text)


@pytest.mark.parametrize("text", ["le thi sao", "Lê Thị Sáo Anh", "Đặng Kỳ Sáu Em", "tran van gi"])
def test_a_name_that_ends_like_a_question_stays_one(text: str) -> None:
    assert is_full_name(text)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("em là Lan, đăng ký sao chị", "đăng ký sao chị"),
        ("Dạ tôi là Lê Văn Hùng, báo cáo mấy tháng một lần", "báo cáo mấy tháng một lần"),
        ("bà là hộ nghèo, có được vay không", "bà là hộ nghèo, có được vay không"),
        ("con là Lan", "con là Lan"),
    ],
)
def test_who_asks_by_name_is_no_part_of_the_question(typed: str, asked: str) -> None:
    assert without_introduction(typed) == asked
