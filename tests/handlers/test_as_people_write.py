"""Small things as people really write them: names inside of sentences, communes of before July 2025."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_registration import begin


@pytest.fixture
def asked_for_a_name(talk: Talk) -> Talk:
    talk.club()
    begin(talk, "chin", "Ghi tên cho tôi")
    talk.press("chin", "Đồng ý", "Đồng ý")
    return talk


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Má em là Nguyễn Thị Mười", "Nguyễn Thị Mười"),
        ("dạ tên bà là Lê Thị Hoa nha con", "Lê Thị Hoa"),
        ("Nguyeenx Thij Muwowif", "Nguyễn Thị Mười"),
        ("Nguyeãn Thò Möôøi", "Nguyễn Thị Mười"),
        ("Bà Trần Thị Năm", "Trần Thị Năm"),
        ("Nguyễn Thị Mười (Mười Đờn)", "Nguyễn Thị Mười"),
        ("Hồ Thị Nha", "Hồ Thị Nha"),
        ("Đỗ Bá Em", "Đỗ Bá Em"),
    ],
)
def test_the_name_is_taken_out_of_what_was_written(
    asked_for_a_name: Talk, typed: str, name: str
) -> None:
    asked_for_a_name.text("chin", typed)
    if "đúng không" in asked_for_a_name.last("chin"):
        asked_for_a_name.press("chin", "Đúng rồi")
    asked_for_a_name.text("chin", "1948")
    asked_for_a_name.press("chin", "Nữ")
    asked_for_a_name.text("chin", "tổ 3", "không có")
    asked_for_a_name.press("chin", "Không đồng ý", "Không đồng ý")
    heard = [line["text"] for line in asked_for_a_name.said if line["to"] == "chin"]
    assert f"1. Họ và tên: {name}\n" in heard[-2]


@pytest.mark.parametrize(
    ("typed", "today"),
    [
        ("xã Phước Hội", "Xã Phước Hải"),
        ("thị trấn Đất Đỏ", "Xã Đất Đỏ"),
        ("TT Đất Đỏ", "Xã Đất Đỏ"),
        ("xa Phuoc Hoi", "Xã Phước Hải"),
    ],
)
def test_a_commune_of_before_is_said_back_by_its_name_today(
    talk: Talk, typed: str, today: str
) -> None:
    talk.organiser("q0")
    talk.press("q0", "Thành lập câu lạc bộ")
    talk.text("q0", typed)
    if "Đúng rồi" in talk.buttons("q0"):
        talk.press("q0", "Đúng rồi")
    talk.text("q0", "ấp Hải Lạc")
    talk.press("q0", "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc")
    heard = [line["text"] for line in talk.said if line["to"] == "q0"]
    assert today in heard[-2]


@pytest.mark.parametrize("typed", ["số 3", "3️⃣", "(3)", "ba", "chọn 3 đi con", "3 nha con", "số ba"])
def test_a_number_among_words_is_that_choice(talk: Talk, typed: str) -> None:
    talk.text("la", "chào con")
    said = talk.text("la", typed)[0]
    assert ("muốn hỏi gì" in said) is (typed != "ba"), said  # "ba" alone may be a father.


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        ("tam muoi mot tuoi", "1945"),
        ("tám mươi mốt tuổi", "1945"),
        ("sinh năm 48", "1948"),
    ],
)
def test_an_age_in_words_is_no_childs(asked_for_a_name: Talk, typed: str, year: str) -> None:
    asked_for_a_name.text("chin", "Lê Thị Hoa")
    assert year in asked_for_a_name.text("chin", typed)[0]


@pytest.mark.parametrize("typed", ["tam muoi mot", "81", "dạ 81"])
@pytest.mark.parametrize(
    ("chosen", "year"), [("81 tuổi", 1945), ("Sinh năm 1981", 1981)], ids=["age", "year"]
)
def test_what_may_be_a_year_or_an_age_is_asked(
    asked_for_a_name: Talk, typed: str, chosen: str, year: int
) -> None:
    asked_for_a_name.text("chin", "Lê Thị Hoa")
    assert "năm sinh hay là tuổi" in asked_for_a_name.text("chin", typed)[0]
    asked_for_a_name.press("chin", chosen)
    if "đúng không" in asked_for_a_name.last("chin"):
        asked_for_a_name.press("chin", "Đúng rồi")
    asked_for_a_name.press("chin", "Nữ")
    asked_for_a_name.text("chin", "tổ 3", "không có")
    asked_for_a_name.press("chin", "Không đồng ý", "Không đồng ý", "Đúng hết rồi")
    assert asked_for_a_name.sql("select birth_year from person") == [(year,)]
