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
    talk.text("q0", typed, "ấp Hải Lạc")
    talk.press("q0", "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc")
    heard = [line["text"] for line in talk.said if line["to"] == "q0"]
    assert today in heard[-2]
