"""Moved and cancelled meetings, holidays, and those who have to be called."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_events import reminders, screen, set_event
from tests.handlers.test_registration import myself

MEETING = "sinh hoạt, 8 giờ sáng Chủ nhật, 20/12/2026"


def written_down(talk: Talk, name: str, year: str = "1950", phone: str = "Bỏ qua") -> None:
    """The organiser writes down somebody without an account."""
    screen(talk, f"Thành viên ({0} người chờ)", "Ghi một người")
    talk.text("tu", name)
    talk.press("tu", "Nói trước cuộc họp", "Hôm nay", "Có")
    talk.text("tu", year)
    talk.press("tu", "Nữ")
    talk.text("tu", "tổ 3")
    if phone == "Bỏ qua":
        talk.press("tu", phone)
    else:
        talk.text("tu", phone)
    talk.press("tu", "Bỏ qua", "Không", "Không", "Đúng hết rồi")
    assert not talk.errors, talk.errors


@pytest.fixture
def club(talk: Talk) -> Talk:
    """A member on an own phone and two without any."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    written_down(talk, "Lê Thị Chín")
    written_down(talk, "Trần Thị Mười", phone="0912 345 679")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    return talk


def test_organisers_hear_once_a_wave_whom_to_call(club: Talk) -> None:
    heard = club.at("2026-12-17T09:00:00")
    told = [line for line in heard if line["to"] == "tu" and "gọi báo giúp" in line["text"]]
    assert len(told) == 1
    assert "không nhắn được cho 2 người" in told[0]["text"]
    said = club.press("tu", "Gọi điện báo")
    assert "Nhắc buổi sinh hoạt: 8 giờ sáng Chủ nhật, 20/12/2026" in said[0]
    assert "1. Lê Thị Chín (1950), không có số điện thoại" in said[0]
    assert "2. Trần Thị Mười (1950), 0912 345 679" in said[0]


def test_who_does_not_pick_up_comes_last(club: Talk) -> None:
    club.at("2026-12-17T09:00:00")
    club.press("tu", "Gọi điện báo")
    said = club.press("tu", "Lê Thị Chín: gọi lại sau")
    assert said[1].index("Trần Thị Mười") < said[1].index("Lê Thị Chín")
    assert "đã gọi, chưa nghe máy" in said[1]


def test_one_press_is_one_event_of_one_person(club: Talk) -> None:
    set_event(club, "Đặt lịch tập huấn", "8 giờ sáng 22/12/2026, hội trường", "Bỏ qua")
    club.at("2026-12-17T09:00:00")
    said = screen(club, "Gọi điện báo (4)")
    assert said[-2].index("Nhắc buổi sinh hoạt") < said[-2].index("Nhắc buổi tập huấn")
    said = club.press("tu", "Đã báo Lê Thị Chín")
    assert len(said) == 1
    assert "Buổi" in said[0]
    club.press("tu", "Không đi được")
    assert club.sql("select count(*) from notice where state = 'to_call'") == [(3,)]
    assert club.sql("select answer from attendance") == [("no",)]


def test_a_cancellation_at_night_says_who_hears_when(club: Talk) -> None:
    club.at("2026-12-17T09:00:00")
    club.press("tu", "Gọi điện báo", "Đã báo Lê Thị Chín", "Đi được")
    club.at("2026-12-18T22:00:00")
    screen(club, "Lịch sinh hoạt", MEETING, "Hủy buổi này")
    said = club.press("tu", "Hủy")
    assert "1 người lúc 7 giờ sáng thứ Bảy, 19/12/2026 và 1 người nhờ anh/chị gọi" in said[-1]
    # Trần Thị Mười was never told, and need not hear that it is off.
    said = club.press("tu", "Gọi điện báo")
    assert said[0].splitlines()[1:] == [
        "Báo HỦY buổi sinh hoạt 8 giờ sáng Chủ nhật, 20/12/2026 (ngày 12 tháng 11 âm lịch), tại nhà văn"
        " hóa: khỏi đi nữa.",
        "1. Lê Thị Chín (1950), không có số điện thoại",
    ]
    said = club.press("tu", "Đã báo Lê Thị Chín")
    assert not any("đi được không" in text for text in said)
    assert club.sql("select count(*) from notice where state = 'to_call'") == [(0,)]


def test_a_moved_meeting_is_told_once_and_asked_anew(club: Talk) -> None:
    club.at("2026-12-17T09:00:00")
    club.press("sau", "Đi được")
    screen(club, "Lịch sinh hoạt", MEETING, "Dời ngày")
    said = club.text("tu", "thu bay 19/12/2026 9h sang dinh Hai Lac")
    assert "9 giờ sáng thứ Bảy, 19/12/2026" in said[0]
    assert "dinh Hai Lac" in said[0]
    club.press("tu", "Đúng rồi")
    heard = club.play([{"from": "tu", "press": "Đúng hết rồi"}])
    told = [line["text"] for line in heard if line["to"] == "sau"]
    assert len(told) == 1
    assert "không còn lúc 8 giờ sáng Chủ nhật, 20/12/2026" in told[0]
    assert "dời qua 9 giờ sáng thứ Bảy, 19/12/2026" in told[0]
    assert told[0].endswith("Bà đi được không ạ?")
    assert club.sql("select count(*) from attendance") == [(0,)]
    said = screen(club, "Gọi điện báo (2)")
    assert "Báo DỜI buổi sinh hoạt: từ 8 giờ sáng Chủ nhật, 20/12/2026 qua 9 giờ sáng" in said[-2]
    assert reminders(club.at("2026-12-19T08:30:00")) == ["2026-12-18T17:00"]


def test_a_reminder_right_after_the_move_says_nothing_new(club: Talk) -> None:
    club.at("2026-12-17T09:00:00")
    screen(club, "Lịch sinh hoạt", MEETING, "Dời ngày")
    club.text("tu", "18/12/2026 8 giờ sáng, nhà văn hóa")
    club.press("tu", "Đúng rồi", "Đúng hết rồi")
    # The day before, 17:00, is eight hours after everybody was told.
    assert reminders(club.at("2026-12-18T07:30:00")) == []


def test_who_comes_and_who_is_silent_by_name(club: Talk) -> None:
    club.at("2026-12-17T09:00:00")
    club.press("sau", "Đi được")
    said = screen(club, "Lịch sinh hoạt", MEETING)
    assert "Đi được: 1 · Không đi được: 0 · Chưa biết: 0 · Chưa trả lời: 2" in said[-2]
    said = club.press("tu", "Đi được (1)")
    assert said == ["Đi được (1)\n1. Nguyễn Thị Sáu (1948)"]
    screen(club, "Lịch sinh hoạt", MEETING)
    assert "Lê Thị Chín (1950)" in club.press("tu", "Chưa trả lời (2)")[0]


def test_a_meeting_on_tet_is_asked_about_ten_days_before(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "sáng thứ Bảy đầu tháng, 8 giờ, đình")
    heard = club.at("2027-01-28T09:00:00")
    asked = [line for line in heard if line["to"] == "tu" and "rơi vào" in line["text"]]
    assert [line["at"][:16] for line in asked] == ["2027-01-27T08:00"]
    assert "06/02/2027 (mùng 1 tháng Giêng) rơi vào dịp Tết" in asked[0]["text"]
    assert club.buttons("tu") == ["Giữ nguyên", "Dời ngày", "Hủy buổi này"]
    said = club.press("tu", "Giữ nguyên")
    assert "giữ nguyên buổi 8 giờ sáng thứ Bảy, 06/02/2027" in said[0]


def test_a_health_check_says_in_words_to_come_without_breakfast(club: Talk) -> None:
    set_event(club, "Đặt lịch khám sức khỏe", "7 giờ sáng 21/12/2026, trạm y tế", "Bỏ qua",
              "Có dặn")  # fmt: skip
    club.at("2026-12-14T09:00:00")
    assert "nhịn ăn sáng" in club.last("sau")
    assert club.sql("select fasting, bring from event order by id desc limit 1") == [("yes", None)]


def test_fasting_is_nothing_to_bring(club: Talk) -> None:
    screen(club, "Lịch sinh hoạt", "Đặt lịch khám sức khỏe")
    club.text("tu", "7 giờ sáng 21/12/2026, trạm y tế")
    club.press("tu", "Đúng rồi")
    said = club.text("tu", "nhịn ăn sáng")
    assert "hỏi riêng" in said[0]


@pytest.mark.parametrize(
    ("typed", "words"),
    [("30/2 8h nhà văn hóa", "trên lịch không có ngày này"), ("hai tuan mot lan", "kiểu cách quãng"),
     ("15 hang thang 14h", "ngày 15 hằng tháng, 2 giờ chiều"),
     ("rằm tháng giêng 8h nhà văn hóa", "20/02/2027 (rằm tháng Giêng)")],
)  # fmt: skip
def test_days_of_events_as_they_are_typed(club: Talk, typed: str, words: str) -> None:
    screen(club, "Lịch sinh hoạt", "Đặt lịch sinh hoạt")
    said = club.text("tu", typed)
    assert words in said[0]


def test_a_member_of_the_roster_who_left_is_not_called(club: Talk) -> None:
    club.at("2026-12-17T09:00:00")
    club.text("sau", "rời câu lạc bộ")
    club.press("sau", "Thôi tham gia")
    assert club.sql("select state from membership order by id limit 1") == [("left",)]
    assert reminders(club.at("2026-12-20T07:00:00")) == []
