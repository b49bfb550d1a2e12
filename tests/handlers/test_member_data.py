"""An organiser names somebody of his roster: she is found, and what he wants is asked or done."""

from __future__ import annotations

import pytest

from tests.conftest import Talk


@pytest.fixture
def club(talk: Talk) -> Talk:
    """tu organises a club; Lê Thị Thu Nga and 46 others stand on its list."""
    talk.signed_list(talk.club())
    return talk


def test_whom_an_organiser_names_is_found_and_what_he_wants_is_asked(club: Talk) -> None:
    said = club.text("tu", "xóa tên bà Lê Thị Thu Nga khỏi sổ")
    assert "Lê Thị Thu Nga" in said[-1]
    assert "chưa ghi gì về" not in said[-1]
    shown = club.buttons("tu")
    offered = {"Sửa thông tin", "Thôi tham gia câu lạc bộ", "Xóa khỏi sổ", "Người này mất rồi"}
    assert offered <= set(shown)
    # That she leaves is hers to decide: noted, she stays on the roster until she says yes.
    club.press("tu", "Thôi tham gia câu lạc bộ", "Thôi tham gia")
    assert club.sql("select kind, done_at from data_request") == [("leave", None)]
    assert club.sql(
        "select state from membership join person on person.id = person_id where full_name = ?",
        "Lê Thị Thu Nga",
    ) == [("active",)]


def test_a_correction_begins_with_what_was_said(club: Talk) -> None:
    said = club.text("tu", "sửa số điện thoại bà Lê Thị Thu Nga thành 0912 345 999")
    assert "0912 345 999" in said[-1] or "điện thoại" in said[-1]
    assert "chưa thấy ai" not in said[-1]


def test_of_several_the_organiser_is_asked_which(club: Talk) -> None:
    club.text("tu", "xem thông tin của anh Hùng trong sổ")
    shown = club.buttons("tu")
    assert sum("Hùng" in label for label in shown) >= 2


def test_who_is_on_no_list_is_said_to_be_on_none(club: Talk) -> None:
    said = club.text("tu", "xóa tên ông Ba Kiểng khỏi sổ")
    assert "chưa thấy ai tên" in said[-1]
    assert "Kiểng" in said[-1]
    assert club.buttons("tu") == ["Danh sách thành viên"]


def test_who_organises_nothing_learns_nothing_of_a_member(club: Talk) -> None:
    said = club.text("la", "xóa tên bà Lê Thị Thu Nga khỏi sổ")
    assert not any("Lê Thị Thu Nga" in each for each in said)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("co bao nhieu nguoi roi", "Số thành viên: 47"),
        ("con 3 nguoi nua moi du 50", "Số thành viên: 47"),
        ("đủ người chưa em", "Số thành viên: 47"),
        ("còn thiếu mấy người nữa", "Số thành viên: 47"),
        ("tới đâu rồi em", "xong 1/18 bước"),
        ("nộp đơn chưa", "xong 1/18 bước"),
    ],
)
def test_an_organiser_asks_how_many_and_how_far(club: Talk, typed: str, shown: str) -> None:
    assert shown in club.text("tu", typed)[0]
