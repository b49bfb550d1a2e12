"""One thing is taken out of the book: "xóa số điện thoại của bà" deletes no person."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_attendance import relative

PHONE = "0912 345 678"


def kept(talk: Talk, who: str = "sau") -> str:
    return "\n".join(talk.text(who, "thông tin của tôi"))


@pytest.mark.parametrize(
    "text",
    ["xoa so dien thoai cua ba di", "bỏ số điện thoại của tôi ra giùm", "delete my phone number"],
)
def test_a_number_alone_is_taken_out(club: Talk, text: str) -> None:
    assert PHONE in kept(club)
    (asked,) = club.text("sau", text)
    assert asked == (
        "Dạ, con bỏ số điện thoại của bà ra khỏi sổ, những điều khác vẫn giữ, đúng không ạ?"
    )
    assert PHONE in kept(club)
    club.text("sau", text)
    assert "con đã bỏ số điện thoại ra khỏi sổ" in club.press("sau", "Có")[0]
    now = kept(club)
    assert PHONE not in now
    assert "Nguyễn Thị Sáu" in now
    assert "là thành viên" in now


@pytest.mark.parametrize("no", ["không", "ba doi y roi dung xoa", "thôi đừng xóa nữa con"])
def test_a_no_keeps_it(club: Talk, no: str) -> None:
    club.text("sau", "xóa địa chỉ của bà")
    assert club.text("sau", no) == ["Dạ, con giữ nguyên ạ."]
    assert "Hải Lạc" in kept(club)


def test_what_does_not_stand_there_is_not_asked_about(club: Talk) -> None:
    club.text("sau", "xóa số điện thoại của bà")
    club.press("sau", "Có")
    (said,) = club.text("sau", "xóa số điện thoại của bà")
    assert said == "Dạ, trong sổ không có số điện thoại của bà, nên con chưa đổi gì ạ."


def test_on_a_shared_phone_it_is_asked_whose(club: Talk) -> None:
    relative(club, "bà ngoại", "Bà đây", "Lê Thị Ba", "1948", "Nữ")
    relative(club, "bà nội", "Bà đây", "Lê Thị Năm", "1948", "Nữ")
    assert club.text("hanh", "xóa số điện thoại") == ["Dạ, anh/chị nói về ai ạ?"]
    assert club.press("hanh", "Bà nội")[0].startswith("Dạ, em bỏ số điện thoại của bà nội ra khỏi")


def test_a_wish_to_delete_everything_stays_one(club: Talk) -> None:
    (asked,) = club.text("sau", "xóa hết thông tin của tôi")
    assert "chắc muốn xóa hết thông tin" in asked
