"""What coordinators and organisers say of their own accord reaches the screen that they mean."""

from __future__ import annotations

import pytest

from tests.conftest import Talk


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("đạt bao nhiêu phần trăm kế hoạch rồi", "Kế hoạch thực hiện Đề án"),
        ("kế hoạch 2836 tới đâu rồi", "Kế hoạch thực hiện Đề án"),
        ("mấy người nghèo vô rồi", "Kế hoạch thực hiện Đề án"),
        ("ti le nu co dat khong", "Kế hoạch thực hiện Đề án"),
        ("hôm nay có gì mới hông", "Kế hoạch thực hiện Đề án"),
        ("ai đang chờ tui trả lời", "Kế hoạch thực hiện Đề án"),
        ("moi chi huong ben long dien lap clb", "mời người thành lập ở khu vực nào"),
        ("dân hay hỏi gì mà mình chưa trả lời được", "câu nào hỏi mà không có bài"),
        ("cau nao chua co bai", "câu nào hỏi mà không có bài"),
        ("sap nhap hai clb lai", "xem câu lạc bộ nào"),
        ("đổi tên hiển thị của tui thành Trần Minh", "là Trần Minh"),
    ],
)
def test_a_coordinator_is_understood(club: Talk, typed: str, shown: str) -> None:
    assert shown in club.text("minh", typed)[0]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("bà Sáu số mấy", "khớp “bà Sáu”"),
        ("số điện thoại bà Sáu", "khớp “bà Sáu”"),
        ("tim ba sau", "khớp “ba sau”"),
        ("ba sau sinh nam may vay", "khớp “ba sau”"),
        ("từ chối ông Bảy", "Thành viên gồm những ai"),
        ("nhận bà Ba vô", "Thành viên gồm những ai"),
        ("bao nhiêu nữ rồi", "Thành viên gồm những ai"),
        ("tai danh sach ve may", "danh sách CLB Liên thế hệ tự giúp nhau ấp Hải Lạc đây"),
    ],
)
def test_an_organiser_is_understood(club: Talk, typed: str, shown: str) -> None:
    assert shown in club.text("tu", typed)[0]


@pytest.mark.parametrize(
    ("who", "typed"),
    [
        ("tu", "nhận bà con vô clb được không"),
        ("tu", "từ chối thì sao"),
        ("tu", "bà con hỏi gì"),
        ("tu", "mấy người đi họp"),
        ("tu", "nhận quà rồi"),
        ("tu", "nhắn bà con"),
        ("tu", "nhan ba con mai mua to"),
        ("tu", "không nhận bà con"),
        ("sau", "bà Bảy số mấy"),
        ("la", "moi chi huong lap clb"),
    ],
)
def test_who_asks_something_else_sees_no_screen_of_theirs(club: Talk, who: str, typed: str) -> None:
    said = " ".join(club.text(who, typed))
    for shown in ("Thành viên gồm những ai", "Kế hoạch thực hiện", "khớp “", "ở khu vực nào"):
        assert shown not in said
