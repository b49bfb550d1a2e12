"""More is said than was asked: the next answer behind a yes, a number with the wish to change it."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Talk
from tests.handlers.test_registration import begin, myself


@pytest.fixture
def club(talk: Talk) -> Talk:
    talk.club()
    return talk


@pytest.fixture
def member(club: Talk) -> Talk:
    myself(club)
    club.press("tu", "Nhận")
    return club


def at_the_name(talk: Talk) -> None:
    begin(talk, "chin", "Ghi tên cho tôi")
    talk.press("chin", "Đồng ý", "Đồng ý")
    assert "đúng không" in talk.text("chin", "le thi chin")[-1]


@pytest.mark.parametrize(
    "typed", ["dung, 1948", "đúng rồi 1948", "phai roi con, 1948", "ừ, 1948", "1948"]
)
def test_a_year_behind_the_yes_answers_what_comes_next(club: Talk, typed: str) -> None:
    at_the_name(club)
    assert "nữ hay nam" in club.text("chin", typed)[-1]


@pytest.mark.parametrize("typed", ["48", "phải rồi sinh năm 48", "đúng, năm 48", "ok 1948 nha"])
def test_what_is_not_sure_is_said_back_in_its_turn(club: Talk, typed: str) -> None:
    at_the_name(club)
    assert club.text("chin", typed)[-1] == "Dạ, 1948, đúng không ạ?"
    assert "nữ hay nam" in club.text("chin", "ừ")[-1]


@pytest.mark.parametrize("typed", ["tui tuoi hoi", "tuổi hợi", "đúng rồi, tuổi hợi"])
def test_an_age_is_no_other_name_and_asks_which_year(club: Talk, typed: str) -> None:
    at_the_name(club)
    assert "Hoi" not in club.text("chin", typed)[-1]
    assert "1947" in club.buttons("chin")[0] + club.buttons("chin")[1]
    club.press("chin", next(each for each in club.buttons("chin") if "1947" in each))
    assert "nữ hay nam" in club.last("chin")


@pytest.mark.parametrize("typed", ["tui tuoi hoi", "80 tuổi rồi con", "sinh năm 48", "1948"])
def test_an_age_is_no_name(club: Talk, typed: str) -> None:
    begin(club, "chin", "Ghi tên cho tôi")
    club.press("chin", "Đồng ý", "Đồng ý")
    assert "đúng không" not in club.text("chin", typed)[-1]


@pytest.mark.parametrize("typed", ["0903 456 781", "tui sinh 1948", "80 tuoi"])
def test_a_number_or_an_age_is_no_place(club: Talk, typed: str) -> None:
    at_the_name(club)
    club.text("chin", "đúng, 1948")
    club.press("chin", "Nữ")
    asked = club.last("chin")
    assert club.text("chin", typed)[-1].endswith(asked.split("\n")[-1])


@pytest.mark.parametrize("typed", ["không, Lê Thị Chính", "Lê Thị Chính"])
def test_another_name_is_still_another_name(club: Talk, typed: str) -> None:
    at_the_name(club)
    club.text("chin", typed)
    assert club.last("chin") != "Dạ, bác là nữ hay nam ạ?"


@pytest.mark.parametrize("typed", ["dung", "đừng", "99", "1848"])
def test_what_answers_nothing_moves_nothing(club: Talk, typed: str) -> None:
    at_the_name(club)
    assert "nữ hay nam" not in club.text("chin", typed)[-1]


@pytest.mark.parametrize(
    "typed",
    [
        "sửa số điện thoại thành 0908 123 456", "doi so dien thoai cua tui thanh 0908123456",
        "tui đổi số rồi, số mới 0908.123.456",
    ],
)  # fmt: skip
def test_a_number_that_was_said_is_only_said_back(member: Talk, typed: str) -> None:
    asked = "Dạ, con sửa số điện thoại của bà thành 0908 123 456, đúng không ạ?"
    assert member.text("sau", typed) == [asked]
    assert member.sql("select phone from membership") == [("+84912345678",)]
    member.text("sau", "đúng rồi")
    assert member.sql("select phone from membership") == [("+84908123456",)]


def test_without_a_number_it_is_asked_what_is_to_be_corrected(member: Talk) -> None:
    member.text("sau", "sửa thông tin")
    assert "Số điện thoại" in member.buttons("sau")


SECRETS = {
    "so cccd cua tui 077052001234": "077052001234",
    "căn cước 077052001234, tổ 3": "077052001234",
    "mã OTP của tui 482913": "482913",
    "stk vietcombank 0071000123456": "0071000123456",
    "mat khau zalo la bacba1948": "bacba1948",
}


@pytest.mark.parametrize("typed", SECRETS)
def test_a_secret_is_no_address_and_is_not_kept(club: Talk, typed: str) -> None:
    begin(club, "chin", "Ghi tên cho tôi")
    club.press("chin", "Đồng ý", "Đồng ý")
    club.text("chin", "Lê Thị Chín", "1948")
    asked = club.press("chin", "Nữ")[-1]
    said = club.text("chin", typed)
    assert "đừng gửi cho ai" in said[0]
    assert said[-1] in asked
    tables = [name for (name,) in club.sql("select name from sqlite_master where type = 'table'")]
    for table in tables:
        kept = json.dumps(club.sql(f'select * from "{table}"'), default=str)
        assert SECRETS[typed] not in kept, table


def test_a_cheat_that_names_a_code_is_passed_on_without_it(member: Talk) -> None:
    member.text("sau", "công an gọi kêu tui đọc mã OTP 482913")
    member.press("sau", "Nhắn giúp tôi")
    assert "công an gọi" in member.last("tu")
    for table in ("inbox", "outbox", "enquiry", "conversation"):
        assert "482913" not in json.dumps(member.sql(f"select * from {table}"), default=str)


def test_a_phone_number_is_no_secret_where_it_is_asked(club: Talk) -> None:
    begin(club, "chin", "Ghi tên cho tôi")
    club.press("chin", "Đồng ý", "Đồng ý")
    club.text("chin", "Lê Thị Chín", "1948")
    club.press("chin", "Nữ")
    club.text("chin", "tổ 3, ấp Hải Lạc")
    assert not any("đừng gửi" in text for text in club.text("chin", "0912 345 678"))
