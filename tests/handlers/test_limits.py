"""What one stranger can send on an hour, kindly told; who does as people do never meets it."""

from __future__ import annotations

import pytest

from bot.domain.limits import AN_HOUR, Limited
from tests.conftest import Talk


@pytest.fixture
def club(talk: Talk) -> Talk:
    talk.club()
    return talk


def relative(talk: Talk, who: str, called: str) -> list[str]:
    """A relative who isn't there: named, and the organisers hear of it."""
    talk.play([{"from": who, "start": talk.join_code()}])
    said = talk.press(who, "Ghi tên cho người nhà")
    if "gọi người đó là gì" in said[-1]:
        talk.text(who, called)
        if "Hàng xóm" in talk.buttons(who):
            talk.press(who, "Hàng xóm")
        talk.press(who, talk.buttons(who)[1])
    return said


def heard(talk: Talk) -> int:
    return int(
        talk.sql(
            "select count(*) from outbox where key like 'unconfirmed/%' or key like 'applied/%'"
        )[0][0]
    )


NAMES = ("má", "bà ngoại", "ông ngoại", "bà nội", "ông nội", "ông Ba", "bà Tư", "cô Năm", "chú Sáu",
         "dì Bảy", "ông Tám", "bà Chín")  # fmt: skip


def test_a_granddaughter_with_five_elders_and_as_many_neighbours_meets_no_limit(club: Talk) -> None:
    club.text("hanh", "chào")
    for name in NAMES[: AN_HOUR[Limited.APPLICATION]]:
        assert "một giờ qua" not in relative(club, "hanh", name)[-1]
    assert heard(club) == 10


def test_more_than_that_waits_an_hour_and_organisers_hear_no_more(club: Talk) -> None:
    club.text("hanh", "chào")
    for name in NAMES[:10]:
        relative(club, "hanh", name)
    (said,) = relative(club, "hanh", NAMES[10])
    assert "một giờ qua" in said
    assert "60 phút" in said
    assert heard(club) == 10
    club.at("2026-12-01T08:59:00")
    assert "1 phút" in relative(club, "hanh", NAMES[10])[0]
    club.at("2026-12-01T09:00:01")
    assert "gọi người đó là gì" in relative(club, "hanh", NAMES[10])[-1]
    assert heard(club) == 11


def test_an_application_that_was_begun_before_is_stored_and_told_to_nobody(club: Talk) -> None:
    club.play([{"from": "hanh", "start": club.join_code()}])
    club.press("hanh", "Ghi tên cho tôi", "Đồng ý", "Đồng ý")
    club.text("hanh", "Lê Thị Hạnh", "1990")
    for name in NAMES[:10]:
        relative(club, "hanh", name)
    before = heard(club)
    club.text("hanh", "menu")
    club.press("hanh", next(each for each in club.buttons("hanh") if "tiếp" in each))
    club.press("hanh", "Nữ")
    club.text("hanh", "tổ 3", "0912345678")
    club.press("hanh", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    assert club.sql("select state from membership where source = 'self'") == [("applied",)]
    assert heard(club) == before


def test_questions_and_calls_for_a_person_are_counted_together(club: Talk) -> None:
    club.play([{"from": "sau", "start": club.join_code()}])
    club.press("sau", "Ghi tên cho tôi")
    for _ in range(AN_HOUR[Limited.ENQUIRY]):
        club.text("sau", "gặp người phụ trách")
        assert "một giờ qua" not in club.press("sau", "Nhắn giúp tôi")[0]
    club.text("sau", "gặp người phụ trách")
    (said, *_) = club.press("sau", "Nhắn giúp tôi")
    assert "một giờ qua" in said
    assert club.sql("select count(*) from enquiry") == [(6,)]
    club.at("2026-12-01T09:00:01")
    # The word that was left is still there.
    assert "một giờ qua" not in club.press("sau", "Nhắn giúp tôi")[0]
    assert club.sql("select count(*) from enquiry") == [(7,)]


def test_staff_are_under_no_limit_but_that_of_codes(club: Talk) -> None:
    for name in NAMES:
        assert "một giờ qua" not in relative(club, "tu", name)[-1]


def test_what_counts_no_longer_is_forgotten(club: Talk) -> None:
    for guess in ("ABCDE2", "ABCDE3"):
        club.text("la", guess)
    assert club.sql("select kind, count(*) from tally group by kind") == [("wrong_code", 2)]
    club.at("2026-12-01T10:00:00")
    club.text("la", "chào")
    assert club.sql("select count(*) from tally") == [(0,)]
