"""An organiser tells what members told him: who of them comes to the next event."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import myself


@pytest.fixture
def club(talk: Talk) -> Talk:
    """sau is a member, and a meeting is to come."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    return talk


def answers(talk: Talk) -> list[tuple[str]]:
    return talk.sql("select answer from attendance")


@pytest.mark.parametrize(
    ("typed", "yes", "answer"),
    [
        ("bà Sáu không đi được", "Nguyễn Thị Sáu (1948)", "no"),
        ("bà Sáu gọi nói bệnh không đi", "ừ đúng rồi", "no"),
        ("cô Sáu bận giữ cháu", "Nguyễn Thị Sáu (1948)", "no"),
        ("bà Sáu đi nha, bả mới gọi", "ừ", "yes"),
        ("ba sau noi se toi", "đúng rồi", "yes"),
    ],
)
def test_it_is_asked_about_and_noted_for_the_member(
    club: Talk, typed: str, answer: str, yes: str
) -> None:
    said = club.text("tu", typed)[-1]
    assert "buổi sinh hoạt, 8 giờ sáng Chủ nhật, 20/12/2026" in said
    assert answers(club) == []
    club.text("tu", yes)
    assert answers(club) == [(answer,)]


def test_a_no_notes_nothing(club: Talk) -> None:
    club.text("tu", "bà Sáu không đi được", "không phải")
    assert answers(club) == []


@pytest.mark.parametrize(
    "typed", ["bà Sáu mất rồi", "bà Sáu có đi không", "bà Bảy không đi", "bà Sáu không biết chữ"]
)
def test_other_news_is_none_of_it(club: Talk, typed: str) -> None:
    club.text("tu", typed)
    assert "Nguyễn Thị Sáu (1948)" not in club.buttons("tu")
    assert answers(club) == []


def test_nobody_else_may_note_it(club: Talk) -> None:
    club.text("la", "bà Sáu không đi được")
    assert answers(club) == []
    assert "Nguyễn Thị Sáu (1948)" not in club.buttons("la")


@pytest.mark.parametrize("typed", ["doi gio lai 9h", "họp 9h thay vì 8h"])
def test_another_hour_keeps_the_day(club: Talk, typed: str) -> None:
    assert "9 giờ sáng Chủ nhật, 20/12/2026" in club.text("tu", typed)[-1]


def test_another_place_keeps_the_day_and_the_hour(club: Talk) -> None:
    club.text("tu", "đổi chỗ họp qua đình")
    assert "20/12/2026" in club.last("tu")
    assert "tại đình" in club.last("tu")


@pytest.mark.parametrize("typed", ["9h", "9 giờ sáng"])
def test_an_hour_alone_is_an_answer_to_when(club: Talk, typed: str) -> None:
    assert "dời qua ngày nào" in club.text("tu", "dời họp")[-1]
    assert "9 giờ sáng Chủ nhật, 20/12/2026" in club.text("tu", typed)[-1]
