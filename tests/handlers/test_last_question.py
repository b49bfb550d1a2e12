"""A typed yes, no or half a label answers the question that stands last in the chat."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_registration import begin


@pytest.mark.parametrize("typed", ["ok", "co", "dạ", "u", "lam: xin chu truong", "xin chủ trương"])
def test_a_yes_takes_what_was_offered(talk: Talk, typed: str) -> None:
    talk.club()
    said = talk.text("tu", typed)
    assert "ai bên Hội Người cao tuổi xã" in said[0]


def test_dung_without_accents_is_asked_back(talk: Talk) -> None:
    talk.club()
    said = talk.text("tu", "dung")
    assert '"đúng" hay "dừng"' in said[0]
    talk.press("tu", "Đúng")
    assert "ai bên Hội Người cao tuổi xã" in talk.last("tu")


def test_where_no_yes_was_asked_for_the_choices_come_once_more(talk: Talk) -> None:
    talk.text("la", "chào")
    first = talk.last("la")
    assert talk.text("la", "dạ") == [first]
    assert talk.buttons("la")[0] == "Tham gia câu lạc bộ"


def test_the_choices_come_once_more_without_buttons_too(talk: Talk) -> None:
    talk.play([{"from": "la", "channel": "zalo"}])
    talk.text("la", "chào")
    first = talk.last("la")
    assert "1. Tham gia câu lạc bộ" in first
    assert talk.text("la", "dạ") == [first]


def test_thoi_after_an_offer_is_its_no_and_stops_no_messages(talk: Talk) -> None:
    code = talk.club()
    talk.play([{"from": "sau", "start": talk.join_code()}])
    talk.press("sau", "Ghi tên cho người nhà")
    talk.text("sau", "bà ngoại")
    talk.press("sau", "Bà không có ở đây")
    assert "người khác nữa không" in talk.last("sau")
    said = talk.text("sau", "thoi")
    assert "thôi nhắn nhắc lịch" not in said[-1]
    assert "muốn làm gì" in said[-1]
    assert code


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("cho tui", "sổ thành viên"),
        ("toi", "sổ thành viên"),
        ("cho nguoi nha", "gọi người đó là gì"),
        ("ghi ten cho nguoi nha", "gọi người đó là gì"),
    ],
)
def test_words_of_a_label_pick_it(talk: Talk, typed: str, answer: str) -> None:
    talk.club()
    talk.play([{"from": "sau", "start": talk.join_code()}])
    assert answer in talk.text("sau", typed)[0]


def test_a_courteous_word_after_a_statement_asks_for_nothing(talk: Talk) -> None:
    talk.club()
    talk.text("tu", "cảm ơn")
    assert talk.text("tu", "dạ") == ["Dạ, em đây ạ."]


def test_a_sticker_does_not_take_the_question_away(talk: Talk) -> None:
    talk.club()
    asked = talk.last("tu")
    talk.play([{"from": "tu", "sticker": True}])
    assert talk.last("tu") == asked
    assert "ai bên Hội Người cao tuổi xã" in talk.text("tu", "có")[0]


@pytest.mark.parametrize(
    "typed", ["8h sang", "6 thang", "ap 3 hue", "ngay 25", "hem 356", "85 nhan"]
)
def test_plain_words_are_no_codes(talk: Talk, typed: str) -> None:
    talk.text("la", "chào")
    assert all("không tìm thấy mã" not in text for text in talk.text("la", typed))
    assert talk.sql("select count(*) from tally") == [(0,)]


def test_a_club_code_with_a_blank(talk: Talk) -> None:
    code = talk.club()
    assert "ghi tên cho ai" in talk.text("la", code.replace("-", " "))[0]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("buoc tiep theo la gi", "bước tiếp theo là 2/18"),
        ("toi phai lam gi nua", "bước tiếp theo là 2/18"),
        ("lam tiep", "bước tiếp theo là 2/18"),
        ("buoc 3", "ban vận động đã ghi 0 người"),
        ("cac buoc thanh lap", "18. Buổi sinh hoạt đầu tiên"),
        ("lap ban van dong", "ban vận động đã ghi 0 người"),
    ],
)
def test_an_organiser_asks_for_the_next_step_in_words(talk: Talk, typed: str, answer: str) -> None:
    talk.club()
    assert answer in talk.text("tu", typed)[0]


def at_the_phone(talk: Talk) -> None:
    talk.club()
    talk.text("tu", "có", "Trần Văn Hòa", "0912345678")
    assert "xã trả lời sao rồi" in talk.last("tu")


def test_dung_where_no_yes_is_asked_for_may_be_stop(talk: Talk) -> None:
    at_the_phone(talk)
    assert "muốn dừng lại phải không" in talk.text("tu", "dung")[0]
    talk.press("tu", "Làm tiếp")
    assert "xã trả lời sao rồi" in talk.last("tu")


def test_wrong_words_at_dung_khong_correct_this_very_question(talk: Talk) -> None:
    talk.club()
    talk.text("tu", "có", "trần văn hòa")
    assert "Trần Văn Hòa, đúng không" in talk.last("tu")
    for typed in ("sua", "sai rồi", "quay lại"):
        talk.text("tu", typed)
        assert "ai bên Hội Người cao tuổi xã" in talk.last("tu")
        talk.text("tu", "trần văn hòa")


def test_a_remark_at_dung_khong_does_not_lose_the_value(talk: Talk) -> None:
    talk.club()
    talk.text("tu", "có", "trần văn hòa")
    talk.text("tu", "đi khám cần mang gì vậy con?")
    assert "Trần Văn Hòa, đúng không" in talk.last("tu")
    talk.text("tu", "đúng")
    assert "số điện thoại của người đó" in talk.last("tu")


def test_keep_typed_keeps_and_is_not_half_of_another_word(talk: Talk) -> None:
    at_the_phone(talk)
    talk.text("tu", "quay lại")
    assert "Giữ: 0912 345 678" in talk.buttons("tu")
    assert "xã trả lời sao rồi" in talk.text("tu", "giu")[0]


def test_an_unknown_question_waits_for_its_own_answer(talk: Talk) -> None:
    """On a phone without buttons a 1 must not agree to something else."""
    talk.club()
    talk.play([{"from": "sau", "channel": "zalo"}, {"from": "sau", "start": talk.join_code()}])
    talk.text("sau", "cho tôi")
    assert "đồng ý cho ghi tên" in talk.last("sau")
    said = talk.text("sau", "tuần sau trời có mưa không con?")
    assert len(said) == 1
    assert "1. Gửi giúp tôi  2. Gửi, đừng nêu tên  3. Làm tiếp" in said[0]
    talk.text("sau", "1")
    assert talk.sql("select count(*) from consent") == [(0,)]
    assert talk.sql("select count(*) from enquiry") == [(1,)]
    assert "đồng ý cho ghi tên" in talk.last("sau")


def test_my_data_in_the_middle_of_something(talk: Talk) -> None:
    at_the_phone(talk)
    assert "chưa ghi gì về" in talk.text("tu", "thông tin của tôi")[0]


def test_a_stop_word_at_a_free_text_is_asked_back(talk: Talk) -> None:
    talk.organiser()
    talk.press("tu", "Thành lập câu lạc bộ", "Xã Phước Hải")
    said = talk.text("tu", "thoi")
    assert 'hay ghi "thoi" vào' in said[0]
    talk.press("tu", "Dừng lại")
    assert "Những gì anh/chị đã nói vẫn còn" in talk.last("tu")


_RIGHT = ("dung het roi", "dung roi", "dung roi do con", "đúng", "đung", "Dung het roi!", "1")
_STOPS = ("dung lai", "dung lai di con", "dừng", "dừng luôn đi", "2")


@pytest.fixture
def asked_right_or_stop(talk: Talk) -> Talk:
    """ "đúng hay dừng?" at the review of a registration."""
    talk.club()
    begin(talk, "sau", "Ghi tên cho tôi")
    talk.press("sau", "Đồng ý", "Đồng ý")
    talk.text("sau", "Nguyễn Thị Sáu", "1948")
    talk.press("sau", "Nữ")
    talk.text("sau", "tổ 3", "không có")
    talk.press("sau", "Không đồng ý", "Không đồng ý")
    assert "đúng hết chưa" in talk.last("sau")
    assert '"đúng" hay "dừng"' in talk.text("sau", "dung")[-1]
    return talk


@pytest.mark.parametrize("typed", _RIGHT)
def test_the_words_of_right_are_right_where_right_or_stop_was_asked(
    asked_right_or_stop: Talk, typed: str
) -> None:
    asked_right_or_stop.text("sau", typed)
    assert asked_right_or_stop.sql("select count(*) from application") == [(1,)]


@pytest.mark.parametrize("typed", _STOPS)
def test_the_words_of_stop_stop_where_right_or_stop_was_asked(
    asked_right_or_stop: Talk, typed: str
) -> None:
    assert "con dừng ở đây" in asked_right_or_stop.text("sau", typed)[0]
    assert asked_right_or_stop.sql("select count(*) from application") == [(0,)]


@pytest.mark.parametrize("typed", ["dung roi", "dung het roi", "dung vay do"])
def test_the_words_of_right_after_an_offer(talk: Talk, typed: str) -> None:
    talk.club()
    talk.text("tu", "dung")
    assert "ai bên Hội Người cao tuổi xã" in talk.text("tu", typed)[-1]


@pytest.mark.parametrize(
    ("typed", "stops"),
    [("dung", True), ("dung roi", True), ("phải", True), ("ừ", True), ("dung lai di", True),
     ("không", False), ("lam tiep", False), ("khong, lam tiep di con", False)],
)  # fmt: skip
def test_asked_whether_to_stop_a_yes_stops_and_a_no_goes_on(
    talk: Talk, typed: str, stops: bool
) -> None:
    talk.club()
    begin(talk, "sau", "Ghi tên cho tôi")
    talk.press("sau", "Đồng ý", "Đồng ý")
    talk.text("sau", "Nguyễn Thị Sáu")
    assert "dừng lại phải không" in talk.text("sau", "dung")[-1]
    said = talk.text("sau", typed)
    assert ("con dừng ở đây" in said[0]) is stops
    assert ("sinh năm nào" in said[-1]) is not stops


def test_a_lone_dung_stays_asked_where_it_was_just_asked(talk: Talk) -> None:
    talk.club()
    talk.text("tu", "dung")
    assert '"đúng" hay "dừng"' in talk.text("tu", "dung")[0]
    talk.text("tu", "dung lai")
    assert "ai bên Hội Người cao tuổi xã" not in talk.last("tu")
