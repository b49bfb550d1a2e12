"""Reminders rest for who is in hospital; in two weeks it is asked, and "ra viện rồi" wakes them."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import myself


@pytest.fixture
def club(talk: Talk) -> Talk:
    """hanh's bà nội and ông ngoại, and sau, are members; a meeting is on 20/12, one on 10/01."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    relative(talk, "bà nội", "Bà đây", "Lê Thị Năm", "1950", "Nữ")
    relative(talk, "ông ngoại", "Ông đây", "Trần Văn Bảy", "1945", "Nam")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    return talk


def reminded(talk: Talk, who: str, moment: str) -> str:
    return " ".join(text for text in talk.told(who, moment) if "sinh hoạt" in text)


@pytest.mark.parametrize(
    "typed",
    [
        "bà nội nằm viện rồi con", "ba noi nhap vien hoi hom", "bà nội phải mổ mắt",
        "ba noi benh nang may thang nay", "bà nội bị tai biến đang nằm viện", "bà nội nằm một chỗ rồi",
    ],
)  # fmt: skip
def test_reminders_rest_for_her_alone(club: Talk, typed: str) -> None:
    said = club.text("hanh", typed)
    assert "tạm ngưng nhắc lịch cho bà nội" in said[0]
    heard = reminded(club, "hanh", "2026-12-19T12:00:00")
    assert "ông ngoại" in heard
    assert "bà nội" not in heard


def test_oneself_may_be_ill(club: Talk) -> None:
    assert "tạm ngưng nhắc lịch cho bà," in club.text("sau", "tui nằm bệnh viện cả tháng nay")[0]
    assert reminded(club, "sau", "2026-12-19T12:00:00") == ""


@pytest.mark.parametrize(
    "typed", ["hôm nay bà nội hơi mệt", "bệnh viện ở đâu vậy con", "bà nội nhức đầu quá"]
)
def test_who_is_only_tired_is_reminded(club: Talk, typed: str) -> None:
    club.text("hanh", typed)
    assert "bà nội" in reminded(club, "hanh", "2026-12-19T12:00:00")


def test_in_two_weeks_it_is_asked_and_a_no_asks_again(club: Talk) -> None:
    club.text("hanh", "bà nội nằm viện rồi")
    assert club.told("hanh", "2026-12-15T07:30:00") == []
    (asked,) = club.told("hanh", "2026-12-15T09:00:00")
    assert asked.startswith("Dạ, em hỏi thăm. Bà nội khỏe lại chưa ạ?")
    assert "mau khỏe" in club.text("hanh", "chua con oi, con yeu lam")[0]
    assert "bà nội" not in reminded(club, "hanh", "2026-12-19T12:00:00")
    heard = club.told("hanh", "2026-12-29T09:00:00")
    assert any("khỏe lại chưa" in text for text in heard)


@pytest.mark.parametrize("typed", ["khỏe rồi con", "rồi", "do nhieu roi", "Khỏe rồi, nhắc lại"])
def test_the_answer_wakes_them(club: Talk, typed: str) -> None:
    club.text("hanh", "bà nội nằm viện rồi")
    club.at("2026-12-15T09:00:00")
    assert "nhắc lịch cho bà nội lại" in club.text("hanh", typed)[0]
    assert "bà nội" in reminded(club, "hanh", "2026-12-19T12:00:00")


@pytest.mark.parametrize(
    "typed",
    [
        "bà nội ra viện rồi",
        "ba noi xuat vien roi nghen con",
        "nội khỏe lại rồi con ơi",
        "bà nội về nhà rồi",
    ],
)
def test_who_is_home_again_is_reminded_again(club: Talk, typed: str) -> None:
    club.text("hanh", "bà nội nằm viện rồi")
    club.press("hanh", "Thôi, khỏi cần")
    assert "nhắc lịch cho bà nội lại" in club.text("hanh", typed)[0]
    assert "bà nội" in reminded(club, "hanh", "2026-12-19T12:00:00")
    assert not any("khỏe lại chưa" in text for text in club.told("hanh", "2027-01-20T09:00:00"))


@pytest.mark.parametrize("typed", ["bà nội chưa ra viện", "mai bà nội xuất viện"])
def test_who_is_not_home_yet_rests_on(club: Talk, typed: str) -> None:
    club.text("hanh", "bà nội nằm viện rồi", typed)
    assert "bà nội" not in reminded(club, "hanh", "2026-12-19T12:00:00")


def test_reminders_may_go_on_if_that_is_wished(club: Talk) -> None:
    club.text("hanh", "bà nội nằm viện rồi")
    assert "vẫn nhắc lịch cho bà nội" in club.press("hanh", "Cứ nhắc như cũ")[0]
    assert "bà nội" in reminded(club, "hanh", "2026-12-19T12:00:00")


def test_those_in_charge_hear_of_it_if_that_is_wished(club: Talk) -> None:
    before = club.last("tu")
    club.text("hanh", "bà nội nằm viện rồi")
    assert club.last("tu") == before
    club.press("hanh", "Nhắn giúp tôi")
    assert "bà nội nằm viện rồi" in club.last("tu")


def test_a_reminder_that_waited_does_not_name_her(club: Talk) -> None:
    club.at("2026-12-16T23:00:00")
    club.text("hanh", "bà nội nằm viện rồi")
    assert "bà nội" not in reminded(club, "hanh", "2026-12-17T12:00:00")


@pytest.mark.parametrize("typed", ["bà Sáu nhập viện rồi", "ba sau bi benh nam vien roi"])
def test_her_organiser_lets_reminders_rest_and_may_have_them_go_on(club: Talk, typed: str) -> None:
    (said,) = club.text("tu", typed)
    assert "tạm ngưng nhắc lịch cho" in said
    assert reminded(club, "sau", "2026-12-15T08:00:00") == ""
    assert club.sql("select count(*) from access where what = 'search'") == [(1,)]
    assert "vẫn nhắc lịch" in club.press("tu", "Cứ nhắc như cũ")[0]
    assert "sinh hoạt" in reminded(club, "sau", "2026-12-19T12:00:00")


@pytest.mark.parametrize("typed", ["chồng bà Sáu nằm viện rồi", "con gai ba sau nam vien"])
def test_nobody_rests_for_her_family(club: Talk, typed: str) -> None:
    assert not any("tạm ngưng" in text for text in club.text("tu", typed))


def test_her_organiser_is_asked_where_nobody_else_writes(club: Talk) -> None:
    club.text("tu", "bà Sáu nhập viện rồi")
    club.sql_write("update speaks_for set told = 0")
    assert "khỏe lại chưa ạ" in " ".join(club.told("tu", "2026-12-15T09:00:00"))
    assert "lại như cũ" in club.press("tu", "Khỏe rồi, nhắc lại")[0]
