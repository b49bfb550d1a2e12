"""A death that was told is decided: organisers are asked again, then who stands above them."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import myself

HELD = "select full_name from person where held_at is not null"


@pytest.fixture
def club(club: Talk) -> Talk:
    """Bà nội is hanh's, besides."""
    relative(club, "bà nội", "Bà đây", "Lê Thị Năm", "1950", "Nữ")
    return club


def told(talk: Talk, who: str, moment: str) -> list[str]:
    """What somebody hears until a moment, but how far the founding is."""
    heard = talk.at(moment)
    return [line["text"] for line in heard if line["to"] == who and line["kind"] != "nudge"]


# Not left undecided


def test_organisers_are_asked_after_three_and_seven_days_then_the_coordinator(club: Talk) -> None:
    club.text("hanh", "ba noi mat hoi khuya roi con")
    club.press("hanh", *(["Phải, đã mất"] if "Phải, đã mất" in club.buttons("hanh") else []))
    assert club.sql(HELD) == [("Lê Thị Năm",)]
    assert told(club, "tu", "2026-12-04T07:30:00") == []
    (third,) = told(club, "tu", "2026-12-04T09:00:00")
    assert "Lê Thị Năm" in third
    assert club.buttons("tu") == ["Đúng, đã mất", "Không phải"]
    assert told(club, "tu", "2026-12-08T07:30:00") == []
    assert len(told(club, "tu", "2026-12-08T09:00:00")) == 1
    (word,) = told(club, "minh", "2026-12-11T09:00:00")
    assert "CLB Liên thế hệ" in word
    assert "Năm" not in word
    assert told(club, "tu", "2027-01-20T09:00:00") == []


@pytest.mark.parametrize("answer", ["Đúng, đã mất", "Không phải"])
def test_what_is_decided_is_asked_no_more(club: Talk, answer: str) -> None:
    club.text("hanh", "bà nội mất rồi con ơi")
    club.press("hanh", *(["Phải, đã mất"] if "Phải, đã mất" in club.buttons("hanh") else []))
    club.press("tu", answer)
    assert told(club, "tu", "2026-12-20T09:00:00") == []
    assert told(club, "minh", "2026-12-21T09:00:00") == []


def test_what_was_said_by_mistake_is_asked_no_more(club: Talk) -> None:
    club.text("hanh", "bà nội mất rồi con ơi")
    club.press("hanh", *(["Phải, đã mất"] if "Phải, đã mất" in club.buttons("hanh") else []))
    club.text("hanh", "nhắn lộn, bà nội còn sống")
    assert told(club, "tu", "2026-12-20T09:00:00") == []


def test_nobody_is_asked_at_night(club: Talk) -> None:
    club.at("2026-12-01T22:00:00")
    club.text("hanh", "bà nội mất rồi con ơi")
    club.press("hanh", *(["Phải, đã mất"] if "Phải, đã mất" in club.buttons("hanh") else []))
    heard = [line["at"] for line in club.at("2026-12-05T12:00:00") if line["to"] == "tu"]
    assert all("07:00:00" <= at[11:19] < "21:00:00" for at in heard)
    assert heard[-1] == "2026-12-05T07:00:00+07:00"


# A neighbour's word


@pytest.mark.parametrize("typed", ["bà Năm mất rồi con ơi", "ba nam ben nha ke mat hoi khuya"])
def test_a_neighbour_is_heard_and_the_organisers_decide(club: Talk, typed: str) -> None:
    assert "chia buồn" in club.text("sau", typed)[0]
    club.press("sau", "Nhắn giúp tôi")
    assert "Nguyễn Thị Sáu" in club.last("tu")
    assert "Lê Thị Năm (1950)" in club.last("tu")
    assert club.sql(HELD) == []
    assert any("Lê Thị Năm" in text for text in told(club, "tu", "2026-12-04T09:00:00"))


def test_a_full_name_is_sure_and_reminders_rest_until_it_is_decided(club: Talk) -> None:
    club.text("sau", "bà Lê Thị Năm qua đời rồi con")
    club.press("sau", "Nhắn giúp tôi")
    assert club.sql(HELD) == [("Lê Thị Năm",)]
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    assert not any("sinh hoạt" in text for text in told(club, "hanh", "2026-12-19T12:00:00"))


def test_who_is_a_member_is_not_learned_from_the_reply(club: Talk) -> None:
    replies = []
    for typed in ("bà Năm mất rồi con ơi", "ông Bảy mất rồi con ơi"):
        club.text("sau", typed)
        replies.append(club.press("sau", "Nhắn giúp tôi"))
    assert replies[0] == replies[1]


def test_news_that_names_nobody_on_the_list_is_asked_again_as_well(club: Talk) -> None:
    club.text("sau", "ông Bảy hàng xóm mất rồi con ơi")
    club.press("sau", "Nhắn giúp tôi")
    assert "ông Bảy" in club.last("tu")
    assert any("ông Bảy" in text for text in told(club, "tu", "2026-12-04T09:00:00"))
    club.press("tu", "Trả lời")
    club.text("tu", "Dạ tôi qua thăm rồi")
    assert told(club, "tu", "2026-12-20T09:00:00") == []


# An organiser's word


@pytest.mark.parametrize(
    "typed", ["bà Năm mất rồi", "ba nam moi mat sang nay em oi", "cô Năm qua đời hồi hôm rồi nghen"]
)
def test_an_organiser_gets_her_screen_after_the_condolence(club: Talk, typed: str) -> None:
    said = club.text("tu", typed)
    assert "chia buồn" in said[0]
    assert "Lê Thị Năm (1950)" in said[1]
    assert club.sql(HELD) == []
    assert "đã mất" in club.press("tu", "Đúng, đã mất")[-1]
    assert club.sql("select count(*) from membership where state = 'deceased'") == [(1,)]


def test_of_several_of_that_name_an_organiser_is_asked_which(club: Talk) -> None:
    myself(club, "nam", "Trần Thị Năm", "1944")
    club.press("tu", "Nhận")
    said = club.text("tu", "bà Năm mất rồi")
    assert "Người mất là ai ạ?" in said[-1]
    assert club.buttons("tu")[:2] == ["Lê Thị Năm (1950)", "Trần Thị Năm (1944)"]
    assert "Trần Thị Năm" in club.press("tu", "Trần Thị Năm (1944)")[-1]
    club.press("tu", "Đúng, đã mất")
    assert club.sql(
        "select full_name from person join membership on person_id = person.id where state = 'deceased'"
    ) == [("Trần Thị Năm",)]


def test_a_name_that_is_not_on_the_list_leads_to_the_list(club: Talk) -> None:
    said = club.text("tu", "ông Bảy mất rồi")
    assert "không thấy ai tên vậy" in said[-1]
    assert club.buttons("tu") == ["Danh sách thành viên"]
