"""What was said already isn't asked for, and what is right may stand behind the no."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_events import screen


@pytest.mark.parametrize(
    "typed",
    [
        "giới hạn 70 người",
        "gioi han bay muoi nguoi",
        "chỉ nhận tối đa 70 hội viên thôi",
        "chi nhan 70 nguoi thoi",
        "đặt giới hạn thành viên là 70",
    ],
)
def test_a_limit_that_was_said_is_said_back(club: Talk, typed: str) -> None:
    assert club.text("tu", typed) == ["Dạ, nhận tối đa 70 người, đúng không ạ?"]
    club.press("tu", "Đúng rồi")
    assert club.sql("select member_limit from club") == [(70,)]


def test_a_limit_without_a_number_is_asked_for(club: Talk) -> None:
    assert "tối đa bao nhiêu người" in club.text("tu", "giới hạn thành viên")[0]
    assert "Dạ, 700 (thường từ 30" in club.text("tu", "tối đa 700 người")[-1]
    club.press("tu", "Không, sửa lại")
    club.text("tu", "tối đa 70 thôi con")
    assert club.sql("select member_limit from club") == [(70,)]


def test_the_right_value_behind_a_no_is_taken(club: Talk) -> None:
    club.text("tu", "giới hạn 70 người")
    club.text("tu", "không, 80")
    assert club.sql("select member_limit from club") == [(80,)]
    club.text("sau", "sửa họ tên")
    club.text("sau", "Nguyen Thi Bay")
    assert "thành Nguyễn Thị Bảy, đúng" in club.text("sau", "không, Nguyễn Thị Bảy")[-1]
    club.press("sau", "Đúng rồi")
    club.text("sau", "sửa năm sinh")
    club.text("sau", "năm bốn chín")
    assert "thành 1948, đúng" in club.text("sau", "hông, năm bốn tám mới đúng")[-1]


@pytest.mark.parametrize(
    "typed", ["không", "không phải", "không đúng", "sai rồi", "không, sửa lại"]
)
def test_a_no_alone_asks_anew(club: Talk, typed: str) -> None:
    club.text("tu", "giới hạn 70 người")
    assert "tối đa bao nhiêu người" in club.text("tu", typed)[-1]


@pytest.mark.parametrize("second", ["mấy giờ họp?", "mai họp mấy giờ vậy con?", "xem lịch"])
def test_the_other_wish_is_done_by_its_button_whatever_its_marks(club: Talk, second: str) -> None:
    club.text("sau", f"cho tôi gặp người phụ trách và {second}")
    (button,) = (label for label in club.buttons("sau") if label.startswith("Còn: "))
    assert "lịch" in club.press("sau", button)[-1]


def test_columns_are_named_in_small_letters_and_once(club: Talk) -> None:
    screen(club, "Thành viên (0 người chờ)", "Gửi danh sách")
    club.play([{"from": "tu", "file": "list_first.csv"}])
    club.press("tu", "Rồi", "Hôm nay")
    told = next(line["text"] for line in club.said if "Cột được lấy" in line["text"])
    assert "Cột được lấy: họ và tên, năm sinh, giới tính" in told
    assert " là Họ" not in told


@pytest.mark.parametrize(
    "typed", ["điều kiện lập clb", "dieu kien thanh lap cau lac bo", "Điều kiện lập CLB"]
)
@pytest.mark.parametrize("who", ["tu", "la"])
def test_conditions_of_founding_are_told_and_nothing_is_founded(
    club: Talk, who: str, typed: str
) -> None:
    assert "Sáu điều" in club.text(who, typed)[0]


@pytest.mark.parametrize("typed", ["muốn lập clb", "cách lập clb", "thu tuc lap clb"])
def test_who_wants_to_found_is_told_how(club: Talk, typed: str) -> None:
    assert "mã mời" in club.text("la", typed)[0]


def test_a_post_answers_a_free_question_before_it_is_a_screen(club: Talk) -> None:
    club.text("tu", "nhắn bà con")
    said = club.text("tu", "thư ký")
    assert not any("Việc của thư ký" in each for each in said)
    assert "bà con sẽ đọc như trên" in said[-1]


def test_more_than_a_post_opens_the_screen_and_the_form_waits(club: Talk) -> None:
    club.text("tu", "nhắn bà con")
    club.text("tu", "cho em xem việc thư ký")
    assert "Ghi tiếp chỗ đang dở" in club.buttons("tu")
