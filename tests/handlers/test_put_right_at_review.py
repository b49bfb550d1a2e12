"""What was read back of an event is put right in free words, and nothing else opens."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_events import screen, set_event

SET = "8 giờ sáng chủ nhật 13/12, nhà văn hoá ấp 3"


def review(club: Talk, words: str = SET, *answers: str) -> None:
    screen(club, "Lịch sinh hoạt", "Đặt lịch sinh hoạt")
    club.text("tu", words)
    club.press("tu", "Đúng rồi")
    for answer in answers:
        club.text("tu", answer)
    assert "Như vậy đúng hết chưa ạ?" in club.last("tu")


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("doi qua thu bay tuan sau", "8 giờ sáng thứ Bảy, 12/12/2026, tại nhà văn hoá ấp 3"),
        ("à không, thứ bảy", "8 giờ sáng thứ Bảy, 12/12/2026, tại nhà văn hoá ấp 3"),
        ("ngày 20 nha con", "8 giờ sáng Chủ nhật, 20/12/2026, tại nhà văn hoá ấp 3"),
        ("9 gio chu khong phai 8 gio", "9 giờ sáng Chủ nhật, 13/12/2026, tại nhà văn hoá ấp 3"),
        ("9 giờ chớ hổng phải 8 giờ", "9 giờ sáng Chủ nhật, 13/12/2026, tại nhà văn hoá ấp 3"),
        ("không phải 8 giờ mà 7 rưỡi", "7 giờ 30 sáng Chủ nhật, 13/12/2026, tại nhà văn hoá ấp 3"),
        ("2 giờ chiều mới đúng", "2 giờ chiều Chủ nhật, 13/12/2026, tại nhà văn hoá ấp 3"),
        ("lui lai 1 tieng", "9 giờ sáng Chủ nhật, 13/12/2026, tại nhà văn hoá ấp 3"),
        ("trễ hơn nửa tiếng", "8 giờ 30 sáng Chủ nhật, 13/12/2026, tại nhà văn hoá ấp 3"),
        ("lùi lại một tuần nha", "8 giờ sáng Chủ nhật, 20/12/2026, tại nhà văn hoá ấp 3"),
        ("cho khac, o chua Long Ban", "8 giờ sáng Chủ nhật, 13/12/2026, tại chua Long Ban"),
        ("đổi qua trạm y tế", "8 giờ sáng Chủ nhật, 13/12/2026, tại trạm y tế"),
        ("thứ bảy 19/12, 9 giờ, ở đình", "9 giờ sáng thứ Bảy, 19/12/2026, tại đình"),
        ("nhớ mang theo sổ khám bệnh", "tại nhà văn hoá ấp 3, mang theo sổ khám bệnh"),
    ],
)
def test_a_day_an_hour_or_a_place_is_put_right_and_said_back(
    club: Talk, typed: str, understood: str
) -> None:
    review(club)
    said = club.text("tu", typed)
    assert len(said) == 1
    assert f"{understood}, đúng không ạ?" in said[0]
    read_over = club.press("tu", "Đúng rồi")[0]
    assert understood.partition(", mang")[0] in read_over
    club.press("tu", "Đúng hết rồi")
    assert club.sql("select count(*) from event") == [(1,)]


def test_a_rule_keeps_its_rhythm_and_its_hour(club: Talk) -> None:
    review(club, "thứ bảy đầu tháng, 7 giờ tối, nhà văn hóa")
    assert "Chủ nhật đầu tháng, 7 giờ tối" in club.text("tu", "đổi qua chủ nhật")[0]
    assert "Chủ nhật đầu tháng, 8 giờ tối" in club.text("tu", "8 giờ chứ không phải 7 giờ")[0]


def test_what_was_asked_apart_is_put_right_too(club: Talk) -> None:
    review(club, "chủ nhật 13/12", "8 giờ", "nhà văn hóa")
    assert "9 giờ sáng" in club.text("tu", "9 giờ chứ không phải 8 giờ")[-1]
    assert "1. Khi nào: 9 giờ sáng Chủ nhật, 13/12/2026" in club.press("tu", "Đúng rồi")[0]


def test_a_line_that_is_opened_keeps_what_is_not_named(club: Talk) -> None:
    review(club)
    club.press("tu", "Sửa một chỗ")
    club.text("tu", "1")
    assert club.text("tu", "thứ bảy") == [
        "Dạ, 8 giờ sáng thứ Bảy, 12/12/2026, tại nhà văn hoá ấp 3, đúng không ạ?"
    ]


def test_the_new_day_of_a_meeting_is_put_right_before_it_is_moved(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", SET)
    club.text("tu", "dời buổi sinh hoạt qua thứ sáu 18/12")
    club.press("tu", "Đúng rồi")
    club.text("tu", "8 giờ")
    club.press("tu", "Bỏ qua")
    assert "thứ Bảy, 19/12/2026" in club.text("tu", "không, thứ bảy")[-1]
    assert club.sql("select count(*) from event") == [(1,)]


@pytest.mark.parametrize(
    ("typed", "answered"),
    [
        ("đổi chỗ khác", "sửa chỗ nào ạ?"),
        ("8 giờ chứ không phải 7 giờ", "8 giờ sáng Chủ nhật, 13/12/2026, tại nhà văn hoá ấp 3"),
        ("xem lịch", "chưa có lịch nào"),
        ("bà Sáu mất rồi", "chia buồn"),
        ("bà Sáu mất hồi 7 giờ sáng nay", "chia buồn"),
        ("dạ đúng", "đã đặt lịch sinh hoạt"),
        ("sai rồi", "sửa chỗ nào ạ?"),
        ("dừng lại", "vẫn còn"),
    ],
)
def test_what_puts_nothing_right_is_taken_as_before(club: Talk, typed: str, answered: str) -> None:
    review(club)
    assert any(answered in each for each in club.text("tu", typed))


def test_another_kind_of_event_is_not_this_one(club: Talk) -> None:
    review(club)
    said = club.text("tu", "đặt thêm buổi khám ngày 20/12 7 giờ")
    assert not any("20/12/2026, tại" in each for each in said)
