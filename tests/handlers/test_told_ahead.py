"""What is told while a club must be chosen first stands in the form once it is."""

from __future__ import annotations

import pytest

from tests.conftest import Talk

CHOICE = "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc (Xã Phước Hải)"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("sanh nam mot chin bon hai", "sinh năm 1942"),
        ("sanh năm 42", "sinh năm 1942"),
        ("ong cau bon hai, chung nha voi tui", "ông Cậu và sinh năm 1942"),
        ("bà nội tui tám mươi bốn tuổi", "bà nội và sinh năm khoảng 1942"),
        ("tổ 3 ấp Hải Lạc", "ở tổ 3 ấp Hải Lạc"),
        ("nhà ở tổ 3, ấp Hải Lạc", "ở tổ 3, ấp Hải Lạc"),
        ("0912 345 678", "số 0912 345 678"),
        ("so dt 0912345678", "số 0912 345 678"),
        ("ông Nguyễn Văn Tư 1945", "ông, Nguyễn Văn Tư và sinh năm 1945"),
        ("ong nguyen van tu sinh nam 1945 so 0912345699",
         "ông, Nguyen Van Tu, sinh năm 1945 và số 0912 345 699"),
        ("ba tran thi bong 1948", "bà, Tran Thi Bong và sinh năm 1948"),
        ("bà nội tên Trần Thị Bông sinh ngày 15/3/1948 tổ 3 ấp Hải Lạc",
         "bà nội, Trần Thị Bông, sinh ngày 15/03/1948 và ở tổ 3 ấp Hải Lạc"),
        ("tên bà là Bông, sinh 48", "Bông và sinh năm 1948"),
        ("tui tên Lê Văn Kha, sanh năm 1950, đt 0912 345 678",
         "Lê Văn Kha, sinh năm 1950 và số 0912 345 678"),
    ],
)  # fmt: skip
def test_a_fact_is_kept_and_the_choice_put_again(club: Talk, typed: str, told: str) -> None:
    club.text("kha", "cho tui đăng ký")
    said = club.text("kha", typed)
    assert said[0] == f"Dạ, con nhớ rồi: {told}."
    assert said[-1] == "Dạ, bác muốn tham gia câu lạc bộ nào ạ?"
    assert CHOICE in club.buttons("kha")


def test_ones_own_facts_stand_in_the_form(club: Talk) -> None:
    club.text("kha", "cho tui đăng ký")
    club.text("kha", "tui tên Lê Văn Kha, sanh năm 1950", "tổ 3 ấp Hải Lạc", "0912 345 678")
    club.press("kha", CHOICE, "Ghi tên cho tôi", "Đồng ý", "Đồng ý")
    assert "nữ hay nam" in club.last("kha")
    read_over = club.press("kha", "Nam", "Không đồng ý", "Đồng ý")[-2]
    for line in ("Lê Văn Kha", "1950", "tổ 3 ấp Hải Lạc", "0912 345 678"):
        assert line in read_over


def test_what_is_told_of_a_relative_is_hers(club: Talk) -> None:
    club.text("kha", "cho bà nội tham gia câu lạc bộ")
    club.text("kha", "sanh nam mot chin bon hai")
    club.press("kha", CHOICE, "Bà đây", "Đồng ý", "Đồng ý")
    club.text("kha", "Nguyễn Thị Út")
    club.press("kha", "Nữ")
    club.text("kha", "tổ 3 ấp Hải Lạc", "0912 345 679")
    read_over = club.press("kha", "Không đồng ý", "Đồng ý")[-2]
    assert "Gọi là: bà nội" in read_over
    assert "Năm sinh: 1942" in read_over


def test_a_form_of_address_before_the_name_is_the_relative_of_before(club: Talk) -> None:
    club.text("kha", "cho ông ngoại tham gia câu lạc bộ")
    assert "ông ngoại, Nguyễn Văn Tư" in club.text("kha", "ông Nguyễn Văn Tư 1945")[0]
    assert "bà, Trần Thị Bông" in club.text("kha", "bà Trần Thị Bông 1948")[0]


def test_two_relatives_are_registered_one_after_the_other(club: Talk) -> None:
    club.text("kha", "cho bà nội tham gia câu lạc bộ")
    club.text("kha", "bà nội sinh 1940", "ông ngoại sinh 1938")
    told = club.press("kha", CHOICE)
    assert any("bà nội" in each and "ông ngoại" in each for each in told)


def test_where_it_is_asked_who_is_to_join_he_is_begun_with(club: Talk) -> None:
    club.play([{"from": "kha", "start": club.join_code()}])
    assert "ông Cậu là gì của bác" in club.text("kha", "ong cau bon hai, chung nha voi tui")[-1]


def test_who_stops_before_the_consent_leaves_nothing(club: Talk) -> None:
    club.text("kha", "cho tui đăng ký")
    club.text("kha", "tui sanh năm 1950")
    club.press("kha", CHOICE, "Ghi tên cho tôi", "Dừng lại")
    assert club.sql("select count(*) from conversation where state like '%1950%'") == [(0,)]


def test_after_a_day_it_is_forgotten(club: Talk) -> None:
    club.text("kha", "cho tui đăng ký")
    club.text("kha", "tui sanh năm 1950")
    club.at("2026-12-03T09:00:00")
    club.text("kha", "cho tui đăng ký")
    club.press("kha", CHOICE, "Ghi tên cho tôi", "Đồng ý", "Đồng ý")
    club.text("kha", "Lê Văn Kha")
    assert "sinh năm nào" in club.last("kha")


@pytest.mark.parametrize(
    ("typed", "answered"),
    [
        ("câu lạc bộ có tốn tiền không?", "Không tốn đồng nào"),
        ("ông ngoại tui 84 tuổi có vô được không", "18 tuổi"),
        ("quay lại", "muốn làm gì"),
        ("bà nội mất rồi", "chia buồn"),
    ],
)
def test_what_tells_nothing_of_who_joins_is_taken_as_before(
    club: Talk, typed: str, answered: str
) -> None:
    club.text("kha", "cho tui đăng ký")
    said = " ".join(club.text("kha", typed))
    assert answered in said
    assert "con nhớ rồi" not in said
