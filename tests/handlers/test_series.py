"""Regular events: one day of them or all, changed or ended from a day on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Talk
from tests.handlers.test_events import reminders, screen, set_event
from tests.handlers.test_registration import myself

HALL = "nhà văn hoá ấp 3"


@pytest.fixture
def club(talk: Talk) -> Talk:
    """A club that meets on every Saturday at eight, with a member."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    set_event(talk, "Đặt lịch sinh hoạt", f"thứ Bảy hằng tuần, 8 giờ, {HALL}")
    return talk


def planned(talk: Talk) -> list[str]:
    """The days to come, in the club's hours."""
    query = (
        "select datetime(starts_at, '+7 hours') from occurrence where state = 'planned' order by 1"
    )
    return [row[0][:16] for row in talk.sql(query)]


def heard(lines: list[dict[str, Any]], who: str = "sau") -> list[str]:
    return [line["text"] for line in lines if line["to"] == who]


def test_from_now_on_on_sundays(club: Talk) -> None:
    said = club.text("tu", "từ nay họp chủ nhật nha con")
    assert "từ nay Chủ nhật hằng tuần, 8 giờ" in said[-1]
    assert said[-1].endswith("đúng không ạ?")
    assert planned(club)[0] == "2026-12-05 08:00"
    said = club.press("tu", "Đúng rồi")
    assert "Buổi đầu: 8 giờ sáng Chủ nhật, 06/12/2026" in said[-1]
    assert planned(club)[:2] == ["2026-12-06 08:00", "2026-12-13 08:00"]
    assert len(planned(club)) == len(set(planned(club)))
    assert reminders(club.at("2026-12-10T12:00:00")) == [
        "2026-12-03T08:00", "2026-12-05T17:00", "2026-12-10T08:00",
    ]  # fmt: skip


def test_who_was_reminded_of_the_old_day_hears_of_the_new_one_once(club: Talk) -> None:
    club.at("2026-12-03T09:00:00")
    club.text("sau", "đi được")
    before = len(club.said)
    club.text("tu", "từ nay họp chủ nhật, 9 giờ, ở chùa Long Bàn")
    club.press("tu", "Đúng rồi")
    (moved,) = heard(club.said[before:])
    assert "8 giờ sáng thứ Bảy, 05/12/2026 mà dời qua 9 giờ sáng Chủ nhật, 06/12/2026" in moved
    assert "chùa Long Bàn" in moved
    assert club.sql("select count(*) from attendance") == [(0,)]
    days = reminders(club.at("2026-12-14T12:00:00"))
    assert "2026-12-05T17:00" in days
    assert "2026-12-04T17:00" not in days


@pytest.mark.parametrize("typed", ["thôi không họp thứ bảy nữa", "hủy buổi họp", "bỏ họp thứ bảy"])
def test_one_or_all_is_asked_where_it_is_not_said(club: Talk, typed: str) -> None:
    said = club.text("tu", typed)
    assert "chỉ buổi sinh hoạt 8 giờ sáng thứ Bảy, 05/12/2026, hay từ nay thôi luôn" in said[-1]
    assert len(said[-1]) <= 400
    club.press("tu", "Từ nay luôn", "Thôi luôn")
    assert planned(club) == []
    assert reminders(club.at("2027-03-01T08:00:00")) == []


def test_only_this_one(club: Talk) -> None:
    club.text("tu", "thôi không họp thứ bảy nữa")
    club.press("tu", "Chỉ buổi 8 giờ sáng thứ Bảy, 05/12/2026", "Hủy")
    assert planned(club)[0] == "2026-12-12 08:00"


def test_only_this_one_is_moved_to_the_day_that_was_said(club: Talk) -> None:
    said = club.text("tu", "đổi sang chủ nhật")
    assert "đổi chỉ buổi sinh hoạt" in said[-1]
    said = club.press("tu", "Chỉ buổi 8 giờ sáng thứ Bảy, 05/12/2026")
    assert "Chủ nhật, 06/12/2026" in said[-1]
    club.press("tu", "Đúng rồi")
    club.text("tu", "8 giờ sáng", "bỏ qua")
    club.press("tu", "Đúng hết rồi")
    assert planned(club)[:2] == ["2026-12-06 08:00", "2026-12-12 08:00"]


@pytest.mark.parametrize(
    "typed", ["Chỉ buổi này thôi", "chi bua nay thoi con", "một buổi thôi", "không, chỉ lần này"]
)
def test_only_this_one_in_words_of_ones_own(club: Talk, typed: str) -> None:
    """Whatever was asked is what becomes of it: moved where a move was meant, else called off."""
    club.text("tu", "đổi họp thứ bảy qua chủ nhật")
    assert "Chủ nhật, 06/12/2026" in club.text("tu", typed)[-1]
    club.text("tu", "menu", "thôi không họp thứ bảy nữa")
    assert "hủy buổi sinh hoạt 8 giờ sáng thứ Bảy, 05/12/2026" in club.text("tu", typed)[-1]


@pytest.mark.parametrize("typed", ["luôn đi con", "từ nay thôi luôn", "tat ca cac buoi"])
def test_all_of_them_in_words_of_ones_own(club: Talk, typed: str) -> None:
    club.text("tu", "thôi không họp thứ bảy nữa")
    assert "từ nay thôi luôn buổi sinh hoạt" in club.text("tu", typed)[-1]


def test_all_of_them_after_the_question_with_what_was_said(club: Talk) -> None:
    club.text("tu", "đổi sang chủ nhật")
    said = club.press("tu", "Từ nay luôn")
    assert "từ nay Chủ nhật hằng tuần" in said[-1]
    club.press("tu", "Đúng rồi")
    assert planned(club)[0] == "2026-12-06 08:00"


def test_it_ends_for_who_was_reminded_too(club: Talk) -> None:
    club.at("2026-12-03T09:00:00")
    before = len(club.said)
    said = club.text("tu", "từ nay không họp thứ bảy nữa")
    assert "thôi luôn buổi sinh hoạt" in said[-1]
    club.press("tu", "Thôi luôn")
    assert any("đã hủy" in text for text in heard(club.said[before:]))
    assert reminders(club.at("2027-02-01T08:00:00")) == []
    assert club.sql("select count(*) from due where kind in ('extend', 'plan')") == [(0,)]


def test_it_ends_from_next_month_on(club: Talk) -> None:
    club.text("tu", "từ tháng sau thôi luôn lịch họp thứ bảy")
    club.press("tu", "Thôi luôn")
    assert planned(club)[-1] == "2026-12-26 08:00"
    club.at("2027-02-01T08:00:00")
    assert club.sql("select count(*) from occurrence where state = 'held'") == [(4,)]


def test_it_changes_from_next_month_on(club: Talk) -> None:
    said = club.text("tu", "từ tháng sau họp ngày 15")
    assert "từ thứ Sáu, 01/01/2027 ngày 15 hằng tháng" in said[-1]
    club.press("tu", "Đúng rồi")
    assert planned(club)[3:] == ["2026-12-26 08:00", "2027-01-15 08:00"]
    club.at("2027-02-20T08:00:00")
    assert planned(club)[0] == "2027-03-15 08:00"


def test_back_and_forth_leaves_no_day_out(club: Talk) -> None:
    for typed in ("từ nay họp chủ nhật", "từ nay họp thứ bảy"):
        club.text("tu", typed)
        club.press("tu", "Đúng rồi")
    assert planned(club)[:2] == ["2026-12-05 08:00", "2026-12-12 08:00"]


def test_another_part_of_the_day_asks_the_hour(club: Talk) -> None:
    club.text("tu", "từ nay họp chiều thứ bảy")
    said = club.press("tu", "Đúng rồi")
    assert "mấy giờ" in said[-1]
    club.text("tu", "3 giờ chiều")
    assert planned(club)[0] == "2026-12-05 15:00"


def test_the_screen_of_a_day_offers_it_and_asks_how(club: Talk) -> None:
    screen(club, "Lịch sinh hoạt", club.buttons("tu")[0])
    club.text("tu", "menu")
    screen(club, "Lịch sinh hoạt")
    club.press("tu", club.buttons("tu")[0])
    said = club.press("tu", "Đổi lịch từ nay")
    assert "giờ là thứ Bảy hằng tuần" in said[-1]
    club.text("tu", "chủ nhật")
    club.press("tu", "Đúng rồi")
    assert planned(club)[0] == "2026-12-06 08:00"


def test_of_several_series_it_is_asked_which(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", f"thứ Tư hằng tuần, 15 giờ, {HALL}")
    said = club.text("tu", "từ nay thôi họp luôn")
    assert "lịch nào" in said[-1]
    club.press("tu", "Buổi sinh hoạt, thứ Tư hằng tuần", "Thôi luôn")
    assert all(day.endswith("08:00") for day in planned(club))


def test_a_second_event_on_the_same_day_is_asked_about(club: Talk) -> None:
    screen(club, "Lịch sinh hoạt", "Đặt lịch khám sức khỏe")
    said = club.text("tu", "7 giờ sáng 12/12/2026, trạm y tế")
    assert "đã có buổi sinh hoạt" in said[-1]
    assert said[-1].endswith("đúng không ạ?")
    assert len(said[-1]) <= 400
    said = club.press("tu", "Không, sửa lại")
    assert "khi nào, ở đâu" in said[-1]
    said = club.text("tu", "7 giờ sáng 14/12/2026, trạm y tế")
    assert "đã có" not in said[-1]


def test_a_day_is_moved_onto_another_only_after_a_question(club: Talk) -> None:
    set_event(club, "Đặt lịch khám sức khỏe", "7 giờ sáng 14/12/2026, trạm y tế", "sổ khám bệnh",
              "Chưa rõ")  # fmt: skip
    said = club.text("tu", "dời buổi khám qua thứ bảy 12/12")
    assert "đã có buổi sinh hoạt" in said[-1]


def test_only_organisers_of_the_club_change_it(club: Talk) -> None:
    club.text("sau", "từ nay họp chủ nhật")
    club.text("sau", "từ nay thôi họp luôn")
    assert planned(club)[0] == "2026-12-05 08:00"
    assert "Thôi luôn" not in club.buttons("sau")


def test_a_second_regular_meeting_may_stand_in_for_the_first(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", f"Chủ nhật hằng tuần, 8 giờ, {HALL}")
    assert club.said[-1]["text"] == (
        "Trước giờ câu lạc bộ có sinh hoạt thứ Bảy hằng tuần, 8 giờ sáng. "
        "Anh/chị thôi lịch cũ đó, hay giữ cả hai ạ?"
    )
    assert "2026-12-05 08:00" in planned(club)
    club.press("tu", "Thôi lịch cũ", "Thôi luôn")
    assert planned(club)[:2] == ["2026-12-06 08:00", "2026-12-13 08:00"]


def test_both_regular_meetings_may_be_meant(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", f"Chủ nhật hằng tuần, 8 giờ, {HALL}")
    club.press("tu", "Giữ cả hai")
    assert planned(club)[:2] == ["2026-12-05 08:00", "2026-12-06 08:00"]


def test_a_single_meeting_leaves_the_regular_one_alone(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", f"9 giờ ngày 20/12/2026, {HALL}")
    assert "lịch cũ" not in club.said[-1]["text"]
