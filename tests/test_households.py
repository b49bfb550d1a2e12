"""Three households, three months each, as they would write; what must hold over all that is said."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import pytest

from tests.conftest import Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import watched

UNASKED = ("reminder", "notice", "nudge", "announcement")
Line = dict[str, Any]


@pytest.fixture
def club(talk: Talk) -> Talk:
    """minh watches over a club of tu's; bà Sáu is a member; it meets on the first Saturdays."""
    watched(talk)
    set_event(talk, "Đặt lịch sinh hoạt", "thứ Bảy đầu tháng, 8 giờ, nhà văn hoá ấp 3")
    return talk


def since(talk: Talk, place: int, who: str) -> list[Line]:
    return [line for line in talk.said[place:] if line["to"] == who]


def invited(lines: list[Line]) -> str:
    """What reminders and announcements say, all of it."""
    told = [line["text"] for line in lines if line["kind"] in ("reminder", "announcement")]
    return "\n".join(told)


def holds(talk: Talk) -> None:
    """Over the whole transcript: nobody is disturbed at night, and no question is too long to read."""
    assert not talk.errors
    for line in talk.said:
        if line["kind"] in UNASKED:
            assert 7 <= datetime.fromisoformat(line["at"]).hour < 21, line
        if line["text"].rstrip().endswith("?"):
            assert len(line["text"]) <= 400, line
    assert talk.sql("select count(*) from inbox where state <> 'handled'") == [(0,)]


def is_form(text: str) -> bool:
    return re.search(r"Câu \d+/\d+", text) is not None


def test_three_elders_and_two_daughters(club: Talk) -> None:
    relative(club, "bà nội", "Bà đây", "Lê Thị Năm", "1950", "Nữ")
    relative(club, "ông nội", "Ông đây", "Trần Văn Bảy", "1945", "Nam")
    relative(club, "bà ngoại", "Bà đây", "Phạm Thị Tám", "1944", "Nữ", who="thu")
    place = len(club.said)
    club.at("2026-12-02T08:30:00")
    club.text("hanh", "bà đi, ông không")
    club.text("thu", "bà ngoại không đi được con ơi")
    assert sorted(club.sql("select answer from attendance")) == [("no",), ("no",), ("yes",)]
    # In the middle of a form somebody falls: the form waits, and the club's people hear of it.
    club.play([{"from": "thu", "start": club.join_code()}])
    club.press("thu", "Ghi tên cho người nhà")
    said = club.text("thu", "bà ngoại té xỉu rồi con ơi")
    assert "115" in said[0]
    assert not any(map(is_form, said))
    club.press("thu", "Báo giúp tôi")
    assert "té xỉu" in club.last("tu")
    club.at("2026-12-04T22:30:00")
    # At night a daughter wants a person.
    club.text("hanh", "cho tôi gặp người phụ trách")
    club.press("hanh", "Nhắn giúp tôi")
    club.at("2026-12-05T07:00:00")
    assert any("hanh" in line["text"] or "Lê Thị Năm" in line["text"] or "gặp" in line["text"]
               for line in since(club, place, "tu") if line["at"] >= "2026-12-05T07:00")  # fmt: skip
    club.text("tu", "từ nay họp chủ nhật")
    club.press("tu", "Đúng rồi")
    club.text("thu", "bà ngoại nằm viện rồi con")
    away = len(club.said)
    club.at("2026-12-18T20:00:00")
    club.text("tu", "nhắn bà con mai có phát quà ở đình")
    club.press("tu", "Gửi đi")
    assert "bà ngoại" not in invited(since(club, away, "thu"))
    assert "phát quà" in invited(since(club, away, "hanh"))
    club.at("2026-12-20T10:00:00")
    assert "nhắc lịch" in club.text("thu", "bà ngoại ra viện rồi con")[0]
    back = len(club.said)
    club.at("2027-03-01T08:00:00")
    assert "bà ngoại" in invited(since(club, back, "thu"))
    heard = invited(since(club, back, "hanh"))
    assert "bà nội" in heard
    assert "ông nội" in heard
    assert "Chủ nhật" in heard
    holds(club)


def test_a_death_a_hospital_stay_and_another_phone(club: Talk) -> None:
    relative(club, "bà nội", "Bà đây", "Lê Thị Năm", "1950", "Nữ")
    relative(club, "ông ngoại", "Ông đây", "Trần Văn Bảy", "1945", "Nam")
    club.at("2026-12-02T08:30:00")
    club.text("hanh", "hai ông bà đều đi")
    club.text("hanh", "ông ngoại nhập viện hồi hôm rồi con")
    away = len(club.said)
    club.at("2026-12-04T18:00:00")
    assert "ông ngoại" not in invited(since(club, away, "hanh"))
    assert "bà nội" in invited(since(club, away, "hanh"))
    said = club.text("hanh", "bà nội mất hồi sáng rồi con ơi")
    assert "thương quá" in said[0]
    if "Phải, đã mất" in club.buttons("hanh"):
        club.press("hanh", "Phải, đã mất")
    gone = len(club.said)
    club.text("tu", "báo bà con mai đem theo dù")
    club.press("tu", "Gửi đi")
    # The organisers are asked until they say so; what they say ends it.
    club.at("2026-12-08T09:00:00")
    club.press("tu", "Đúng, đã mất")
    club.at("2026-12-19T12:00:00")
    assert any("Ông ngoại khỏe lại chưa" in line["text"] for line in since(club, gone, "hanh"))
    club.text("hanh", "ông ngoại ra viện rồi")
    club.text("hanh", "ông ngoại đổi số rồi, số mới 0909 123 456")
    # A new phone: hanh writes from another account and asks for a person there.
    club.text("hanh2", "cho tui gặp người phụ trách")
    if "Nhắn giúp tôi" in club.buttons("hanh2"):
        club.press("hanh2", "Nhắn giúp tôi")
        assert any(line["to"] in ("tu", "minh") for line in club.said[-2:])
    club.at("2027-03-01T08:00:00")
    heard = invited(since(club, gone, "hanh"))
    assert "bà nội" not in heard
    assert "ông ngoại" in heard
    assert "bà nội" not in invited([line for line in club.said[gone:] if line["to"] != "hanh"])
    holds(club)


def test_where_nobody_can_read(club: Talk) -> None:
    relative(club, "bà nội", "Bà đây", "Lê Thị Năm", "1950", "Nữ")
    club.play([{"from": "hanh", "channel": "zalo"}])
    said = club.text("hanh", "tui khong biet chu con oi")
    assert "gọi điện" in said[-1]
    club.text("hanh", "1")
    assert "khong biet chu" in club.last("tu")
    place = len(club.said)
    club.play([{"from": "hanh", "voice": True}, {"from": "hanh", "sticker": True}])
    assert all(line["text"] for line in since(club, place, "hanh"))
    club.at("2026-12-02T08:30:00")
    club.text("hanh", "mat kinh roi doc khong duoc")
    assert "gọi điện" in club.last("hanh")
    club.text("hanh", "1")
    assert "doc khong duoc" in club.last("tu")
    # A second phone of the house joins and stops in the middle: nothing drags on.
    club.play([{"from": "ut", "start": club.join_code()}, {"from": "ut", "voice": True}])
    said = club.text("ut", "kho tho qua con oi")
    assert "115" in said[0]
    assert not any(map(is_form, said))
    club.text("hanh", "mot nguoi goi toi nha con")
    club.at("2027-03-01T08:00:00")
    assert "bà nội" in invited(since(club, place, "hanh"))
    holds(club)
