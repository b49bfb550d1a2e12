"""After a danger: who hears of it, and that it is asked about later that day."""

from __future__ import annotations

import json

import pytest

from bot.domain.limits import AN_HOUR, Limited
from tests.conftest import Talk
from tests.handlers.test_registration import begin

DAY = "2026-12-01T"


KINDS = {
    "kho tho qua con oi": ("Gọi 115", "Người bệnh đỡ chưa"),
    "ba nha tui te xiu roi": ("Gọi 115", "Người bệnh đỡ chưa"),
    "huyết áp lên 210 rồi con": ("Gọi 115", "Người bệnh đỡ chưa"),
    "nha chay roi": ("Gọi 114", "Trong nhà giờ ổn hết chưa"),
    "bếp đang cháy lớn lắm": ("Gọi 114", "Trong nhà giờ ổn hết chưa"),
    "chồng tui đánh tui": ("Gọi 113", "Giờ bà thấy ổn chưa"),
    "ba noi di lac tu sang chua ve": ("Gọi 113 hay công an", "tìm được người chưa"),
    "ông nhà tui đi lạc kiếm hoài không ra": ("Gọi 113 hay công an", "tìm được người chưa"),
    "tui khong muon song nua": ("đừng ở một mình", "đỡ hơn chưa"),
    "sống chi nữa, chết quách cho rồi": ("đừng ở một mình", "đỡ hơn chưa"),
}


@pytest.mark.parametrize("typed", KINDS)
def test_each_danger_has_its_words_and_its_question_later_that_day(club: Talk, typed: str) -> None:
    words, question = KINDS[typed]
    said = club.text("sau", typed)
    assert words in said[0]
    assert club.told("sau", DAY + "11:30:00") == []
    (asked,) = club.told("sau", DAY + "12:30:00")
    assert question in asked
    assert len(asked) < 400


def test_a_wish_to_die_is_told_to_nobody_unasked_and_never_in_its_words(club: Talk) -> None:
    typed = "tui khong muon song nua"
    before = club.last("tu")
    said = club.text("sau", typed)
    assert not any("đau ngực" in text or "người bệnh" in text for text in said)
    assert club.last("tu") == before
    club.press("sau", "Báo giúp tôi")
    assert "Nguyễn Thị Sáu" in club.last("tu")
    assert "gấp" in club.last("tu")
    assert typed not in club.last("tu")
    for table in ("conversation", "enquiry", "outbox"):
        assert typed not in json.dumps(club.sql(f"select * from {table}"), default=str)


def test_it_is_never_said_that_nobody_hears_once_somebody_was_told(club: Talk) -> None:
    club.text("sau", "tui khong muon song nua")
    club.press("sau", "Báo giúp tôi")
    assert not any("không báo ai" in text for text in club.text("sau", "2"))
    club.text("sau", "tui khong muon song nua")
    assert "không báo ai" in club.text("sau", "2")[0]


def test_an_urgent_word_goes_on_however_many_were_sent_before_and_counts_as_none(
    club: Talk,
) -> None:
    for number in range(AN_HOUR[Limited.ENQUIRY]):
        club.text("sau", "gặp người phụ trách")
        assert "đã gửi" in club.press("sau", "Nhắn giúp tôi")[0], number
    club.text("sau", "ba nha tui te xiu roi")
    assert "gọi liền" in club.press("sau", "Báo giúp tôi")[0]
    assert "te xiu" in club.last("tu")
    assert club.sql("select count(*) from tally where kind = 'enquiry'") != [(0,)]
    club.text("sau", "gặp người phụ trách")
    assert "một giờ qua" in club.press("sau", "Nhắn giúp tôi")[0]


def test_nobody_is_told_against_a_no(club: Talk) -> None:
    before = club.last("tu")
    club.text("sau", "kho tho qua con oi")
    assert "không báo ai" in club.press("sau", "Thôi, khỏi cần")[0]
    assert club.last("tu") == before


def test_those_in_charge_are_asked_to_call_at_once(club: Talk) -> None:
    club.text("sau", "ba nha tui te xiu roi")
    said = club.press("sau", "Báo giúp tôi")
    assert "gọi liền" in said[0]
    assert "vài ngày" not in said[0]
    assert "te xiu" in club.last("tu")
    assert "0912 345 678" in club.last("tu")


@pytest.mark.parametrize(
    ("hour", "asked_at"),
    [("08:00", "01T12:00"), ("17:30", "01T19:30"), ("20:00", "02T07:00"), ("23:10", "02T07:00"),
     ("02:00", "01T07:00")],
)  # fmt: skip
def test_it_is_asked_that_day_and_never_at_night(club: Talk, hour: str, asked_at: str) -> None:
    if hour == "02:00":
        club.at("2026-12-01T23:59:00")
        hour, asked_at = "02:00", "02T07:00"
        club.at("2026-12-02T02:00:00")
    elif hour != "08:00":
        club.at(f"2026-12-01T{hour}:00")
    club.text("sau", "chồng tui đánh tui")
    heard = [line for line in club.at("2026-12-02T08:00:00") if line["to"] == "sau"]
    assert heard[0]["at"] == f"2026-12-{asked_at}:00+07:00"


def test_at_night_it_is_said_when_the_word_arrives(club: Talk) -> None:
    club.at("2026-12-01T22:30:00")
    club.text("sau", "kho tho qua con oi")
    assert "7 giờ sáng" in club.press("sau", "Báo giúp tôi")[0]
    heard = [line for line in club.at("2026-12-02T08:00:00") if line["to"] == "tu"]
    assert heard[0]["at"] == "2026-12-02T07:00:00+07:00"


@pytest.mark.parametrize(
    "typed",
    [
        "đỡ rồi con",
        "do nhieu roi",
        "hổng sao đâu con",
        "khoe lai roi nghen",
        "ừ",
        "bớt rồi, cảm ơn con",
    ],
)
def test_who_is_better_is_not_asked_again(club: Talk, typed: str) -> None:
    club.text("sau", "kho tho qua con oi")
    club.at(DAY + "12:30:00")
    assert "mừng" in club.text("sau", typed)[0]
    assert club.told("sau", "2026-12-04T12:00:00") == []
    assert club.sql("select count(*) from conversation where flow = '@danger'") == [(0,)]


@pytest.mark.parametrize(
    "typed", ["chưa con ơi", "chua", "con met lam", "hong bot gi het", "vẫn vậy à"]
)
def test_who_is_not_gets_the_number_a_person_and_the_question_again(club: Talk, typed: str) -> None:
    club.text("sau", "kho tho qua con oi")
    club.at(DAY + "12:30:00")
    said = club.text("sau", typed)
    assert "115" in said[0]
    club.press("sau", "Báo giúp tôi")
    assert "gấp" in club.last("tu")
    assert any("đỡ chưa" in text for text in club.told("sau", "2026-12-02T08:00:00"))


def test_who_does_not_answer_is_asked_twice_and_then_left_in_peace(club: Talk) -> None:
    club.text("sau", "nha chay roi")
    heard = club.told("sau", "2026-12-09T08:00:00")
    assert len([text for text in heard if "Trong nhà" in text]) == 2
    assert club.sql("select count(*) from conversation where flow = '@danger'") == [(0,)]
    assert club.sql("select count(*) from due where kind = 'after_danger'") == [(0,)]


def test_who_stopped_messages_is_not_asked(club: Talk) -> None:
    club.text("sau", "kho tho qua con oi", "đừng nhắn nữa")
    club.press("sau", club.buttons("sau")[0])
    assert club.told("sau", DAY + "12:30:00") == []


@pytest.mark.parametrize("typed", ["nha chay roi", "tui khong muon song nua", "khó thở quá"])
def test_a_danger_stops_the_form_and_nothing_of_it_is_lost(club: Talk, typed: str) -> None:
    begin(club, "chin", "Ghi tên cho tôi")
    club.press("chin", "Đồng ý", "Đồng ý")
    club.text("chin", "Lê Thị Chín")
    said = club.text("chin", typed)
    assert not any("sinh năm" in text for text in said)
    assert club.buttons("chin")[-1] == "Ghi tiếp chỗ đang dở"
    assert not any("năm nào" in text for text in club.text("chin", "con gái tui qua tới rồi"))
    said = club.press("chin", "Ghi tiếp chỗ đang dở")
    assert "năm nào" in said[-1]


def test_the_organisers_of_the_club_that_is_being_joined_are_told(club: Talk) -> None:
    begin(club, "chin", "Ghi tên cho tôi")
    club.text("chin", "cháy nhà rồi")
    club.press("chin", "Báo giúp tôi")
    assert "cháy nhà rồi" in club.last("tu")


def test_of_what_may_be_none_the_words_are_still_told(club: Talk) -> None:
    club.text("sau", "te qua con oi")
    club.press("sau", "Bị té", "Báo giúp tôi")
    assert "te qua con oi" in club.last("tu")


@pytest.mark.parametrize("typed", ["ba so lam", "bà sợ quá con ơi"])
def test_who_is_afraid_right_after_it_hears_what_to_do(club: Talk, typed: str) -> None:
    club.text("sau", "chồng tui đánh tui")
    said = club.text("sau", typed)
    assert "113" in said[0]
