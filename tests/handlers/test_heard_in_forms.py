"""A form is no wall: what is said at a question that isn't an answer to it is heard."""

from __future__ import annotations

import pytest

from tests.conftest import Talk

QUESTIONS: dict[str, tuple[str, ...]] = {
    "name": (),
    "year": ("Lê Thị Năm",),
    "sex": ("Lê Thị Năm", "1948"),
    "address": ("Lê Thị Năm", "1948", "nữ"),
}
"""What was answered by the time a question is open."""
NEWS = {
    "ong ba sau moi qua doi hom qua": "chia buồn",
    "tui dang bi te dau qua, keu ai giup voi": "115",
    "cho tui gap co phu trach": "người phụ trách",
    "mat tui kem qua doc khong ra": "gọi điện nói cho bác nghe",
    "con noi tieng Viet di": "đang nói tiếng Việt",
    "thoi khong ghi nua": "",
}
"""What is typed there, and what is said to it."""


@pytest.fixture
def form(talk: Talk, request: pytest.FixtureRequest) -> Talk:
    """A registration that is open at a question."""
    talk.club("tu")
    talk.play([{"from": "ba", "start": talk.join_code()}])
    talk.press("ba", "Ghi tên cho tôi", "Đồng ý", "Đồng ý")
    talk.text("ba", *QUESTIONS[request.param])
    return talk


@pytest.mark.parametrize("form", QUESTIONS, indirect=True)
def test_news_and_wishes_are_heard_at_every_question(form: Talk) -> None:
    for typed, expected in NEWS.items():
        said = " ".join(form.text("ba", typed))
        assert expected in said, (typed, said)
        assert "đúng không" not in said, (typed, said)
    assert form.sql("select count(*) from membership") == [(0,)]


@pytest.mark.parametrize("form", ["sex"], indirect=True)
def test_a_word_in_a_sentence_is_no_sex(form: Talk) -> None:
    """ "nam" typed bare is a year and a bed as well."""
    for typed in ("tui dang nam vien tinh", "nam nay tui yeu lam"):
        assert "ở đâu" not in " ".join(form.text("ba", typed)), typed
    assert "ở đâu" in form.text("ba", "tui la ba gia")[-1]


@pytest.mark.parametrize("form", ["address"], indirect=True)
def test_illness_is_no_place(form: Talk) -> None:
    said = form.text("ba", "tui dang nam vien con oi")
    assert "nghỉ ngơi" in said[0]
    assert form.sql("select count(*) from membership") == [(0,)]


@pytest.mark.parametrize("form", ["name"], indirect=True)
def test_a_sentence_that_is_hardly_a_name_is_asked_about(form: Talk) -> None:
    assert form.text("ba", "tui moi doi so dien thoai hom qua") == [
        "Dạ, bác đang nói chuyện khác, hay đó là câu trả lời ạ?"
    ]
    said = form.press("ba", "Tôi nói chuyện khác")
    assert "ý bác là" in said[0]


@pytest.mark.parametrize("form", ["name"], indirect=True)
@pytest.mark.parametrize("typed", ["bua nay khong di hop duoc", "con gai tui hom qua goi nha nuoc"])
def test_what_is_told_at_length_is_no_name(form: Talk, typed: str) -> None:
    assert "hay đó là câu trả lời" in form.text("ba", typed)[0]


@pytest.mark.parametrize("form", ["name"], indirect=True)
def test_illness_is_no_name(form: Talk) -> None:
    assert "nghỉ ngơi" in form.text("ba", "hom qua toi nam vien")[0]


@pytest.mark.parametrize("form", ["address"], indirect=True)
def test_an_earlier_answer_is_put_right_where_any_text_is_an_answer(form: Talk) -> None:
    said = form.text("ba", "năm sinh của tui con ghi sai rồi, tui sinh năm 1950")
    assert "1950" in said[-1]


def test_a_wish_to_correct_that_says_what_is_taken_at_its_word(talk: Talk) -> None:
    talk.club("tu")
    talk.play([{"from": "ba", "start": talk.join_code()}])
    talk.press("ba", "Ghi tên cho tôi", "Đồng ý", "Đồng ý")
    talk.text("ba", "Lê Thị Năm", "1948", "nữ", "tổ 3", "0909123456")
    talk.press("ba", "Không đồng ý", "Không đồng ý", "Đúng hết rồi")
    assert talk.text("ba", "sua nam sinh 1949") == [
        "Dạ, con sửa năm sinh của bà thành 1949, đúng không ạ?"
    ]
    talk.text("ba", "thoi")
    # Of a husband whom the phone doesn't know her own reminders don't rest.
    said = talk.text("ba", "ong xa toi di benh vien roi")
    assert "tạm ngưng" not in " ".join(said)
