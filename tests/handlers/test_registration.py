"""Joining: for oneself, for relatives on one phone, by an organiser for anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Talk

HERE = "Tôi đang cầm máy"


@pytest.fixture
def club(talk: Talk) -> Talk:
    talk.club()
    return talk


def begin(talk: Talk, who: str, whom: str) -> None:
    talk.play([{"from": who, "start": talk.join_code()}])
    talk.press(who, whom)


def myself(talk: Talk, who: str = "sau", name: str = "Nguyễn Thị Sáu", year: str = "1948") -> None:
    begin(talk, who, "Ghi tên cho tôi")
    talk.press(who, "Đồng ý", "Đồng ý")
    talk.text(who, name, year)
    talk.press(who, "Nữ")
    talk.text(who, "tổ 3, ấp Hải Lạc", "0912 345 678")
    talk.press(who, "Không đồng ý", "Đồng ý", "Đúng hết rồi")


def test_the_notice_comes_before_the_first_question(club: Talk) -> None:
    club.play([{"from": "sau", "start": club.join_code()}])
    notice, question = club.press("sau", "Ghi tên cho tôi")
    assert "sổ thành viên" in notice
    assert "Ai xem" in notice
    assert "đồng ý cho ghi tên" in question
    assert club.buttons("sau") == ["Đồng ý", "Không đồng ý", "Dừng lại"]
    assert club.sql("select count(*) from person") == [(0,)]


def test_somebody_registers_and_is_accepted(club: Talk) -> None:
    myself(club)
    assert "đã gửi đơn" in club.last("sau")
    assert "Nguyễn Thị Sáu (1948)" in club.last("tu")
    club.press("tu", "Nhận")
    assert "đã nhận bà làm thành viên" in club.last("sau")
    assert club.sql("select state from membership") == [("active",)]
    assert club.sql("select full_name, birth_year, sex, phone, circumstances from person") == [
        ("Nguyễn Thị Sáu", 1948, "female", "+84912345678", "undisclosed")
    ]
    consents = dict(club.sql("select purpose, agreed from consent"))
    assert consents == {"roster": 1, "reminders": 1, "circumstances": 0, "sharing": 1}


def test_a_refusal_keeps_nothing(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    said = club.text("sau", "không đồng ý")
    assert "không ghi gì" in said[0]
    assert club.sql("select count(*) from person") == [(0,)]
    assert club.sql("select count(*) from conversation where flow like 'registration%'") == [(0,)]


@pytest.mark.parametrize("unclear", ["ừ", "ok con", "có", "👍"])
def test_anything_else_is_asked_once_more_and_then_handed_on(club: Talk, unclear: str) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    first = club.text("sau", unclear)
    assert "cần nghe rõ" in first[0]
    club.text("sau", unclear)
    assert "chưa trả lời rõ" in club.last("tu")
    assert club.sql("select count(*) from consent") == [(0,)]
    assert club.sql("select count(*) from person") == [(0,)]


def test_a_sticker_is_no_consent(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.play([{"from": "sau", "sticker": True}])
    assert "đồng ý cho ghi tên" in club.last("sau")
    assert club.sql("select count(*) from consent") == [(0,)]


def test_an_elder_who_is_not_there_is_kept_with_the_least(club: Talk) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "bà Tám")
    club.press("hanh", "Hàng xóm", "Người đó không có ở đây")
    assert club.sql("select full_name, called, birth_year, phone, address from person") == [
        (None, "bà Tám", None, None, None)
    ]
    assert club.sql("select state from membership") == [("unconfirmed",)]
    club.at("2027-01-01T09:00:00")
    assert club.sql("select called, erased_at is null from person") == [(None, 0)]


def test_an_organiser_notes_the_consent_later(club: Talk) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "bà Tám")
    club.press("hanh", "Hàng xóm", "Người đó không có ở đây")
    club.press("tu", "Ghi lời đồng ý")
    club.text("tu", "Lê Thị Tám")
    club.press("tu", "Nói trước cuộc họp", "Hôm nay")
    club.text("tu", "1950")
    club.press("tu", "Nữ")
    club.text("tu", "tổ 3")
    club.press("tu", "Bỏ qua", "Bỏ qua", "Không muốn nói", "Không", "Đúng hết rồi")
    assert club.sql("select full_name, called from person") == [("Lê Thị Tám", "bà Tám")]
    assert club.sql("select state from membership") == [("active",)]
    assert dict(club.sql("select purpose, way from consent")) == {
        "roster": "aloud",
        "reminders": "aloud",
        "sharing": "aloud",
    }


def test_three_on_one_phone_share_what_they_share(club: Talk) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "bà ngoại")
    club.press("hanh", "Ông bà", HERE, "Đồng ý", "Đồng ý")
    club.text("hanh", "Nguyễn Thị Sáu", "1948")
    club.press("hanh", "Nữ")
    club.text("hanh", "tổ 3", "0937123456")
    club.press("hanh", "Không đồng ý", "Đồng ý", "Đúng hết rồi", "Ghi thêm người")
    club.text("hanh", "ông ngoại")
    club.press("hanh", "Ông bà", HERE, "Đồng ý", "Đồng ý")
    club.text("hanh", "Trần Văn Sáu", "1945")
    club.press("hanh", "Nam", "Cùng chỗ, chung số", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    people = club.sql("select full_name, address, phone from person order by id")
    assert people == [
        ("Nguyễn Thị Sáu", "tổ 3", "+84937123456"),
        ("Trần Văn Sáu", "tổ 3", "+84937123456"),
    ]
    assert club.sql("select count(*) from account where external_id = 'hanh'") == [(1,)]
    assert club.sql("select count(distinct account_id) from speaks_for") == [(1,)]


def test_the_same_person_is_never_merged_silently(club: Talk) -> None:
    myself(club)
    club.press("tu", "Nhận")
    begin(club, "con", "Ghi tên cho người nhà")
    club.text("con", "má")
    club.press("con", "Cha mẹ", HERE, "Đồng ý", "Đồng ý")
    club.text("con", "nguyen thi sau")
    club.press("con", "Đúng rồi")
    club.text("con", "1948")
    club.press("con", "Nữ")
    said = club.text("con", "tổ 3", "0912345678")
    assert "cùng một người" in said[-1]
    club.press("con", "Có", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    assert club.sql("select count(*) from person") == [(1,)]
    club.press("tu", "Cùng một người")
    assert "đã có tên trong sổ" in club.last("con")
    assert club.sql("select count(*) from speaks_for") == [(2,)]


def test_a_question_in_the_middle_is_answered_and_the_step_asked_again(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.press("sau", "Đồng ý", "Đồng ý")
    club.text("sau", "Nguyễn Thị Sáu")
    said = club.text("sau", "tham gia câu lạc bộ có tốn tiền không vậy con?")
    assert "Nguồn:" in said[0]
    assert "sinh năm nào" in said[-1]


def test_what_is_wrong_three_times_offers_another_way(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.press("sau", "Đồng ý", "Đồng ý")
    club.text("sau", "Nguyễn Thị Sáu")
    said = club.text("sau", "làm biếng quá", "abc xyz", "2090")
    assert any("gặp người phụ trách" in text for text in said)
    assert "sinh năm nào" in said[-1]
    club.text("sau", "1948")
    assert "nữ hay nam" in club.last("sau")


def test_dung_at_a_name_is_no_name(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.press("sau", "Đồng ý", "Đồng ý")
    club.text("sau", "ba ten la nguyen thi bay")
    said = club.text("sau", "dung")
    assert "đúng" in said[0]
    assert "dừng" in said[0]
    club.press("sau", "Đúng")
    assert "sinh năm nào" in club.last("sau")
    club.text("sau", "1948")
    club.press("sau", "Nữ")
    club.text("sau", "tổ 3 nha con", "không có")
    club.press("sau", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    assert club.sql("select full_name, address, phone from person") == [
        ("Nguyen Thi Bay", "tổ 3", None)
    ]


def test_danger_is_answered_first_in_any_flow(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    said = club.text("sau", "ông nhà tôi khó thở quá")
    assert said[0].startswith("Gọi 115 ngay")
    assert "đồng ý cho ghi tên" in said[-1]


def test_what_is_kept_is_shown_corrected_and_deleted(club: Talk) -> None:
    myself(club)
    club.press("tu", "Nhận")
    said = club.text("sau", "thông tin của tôi")
    assert "Nguyễn Thị Sáu" in said[0]
    assert "0912 345 678" in said[0]
    assert "Nhắc lịch: đồng ý" in said[0]
    club.press("sau", "Sửa", "Chỗ ở")
    club.text("sau", "tổ 9, ấp Hải Lạc")
    assert club.sql("select address from person") == [("tổ 9, ấp Hải Lạc",)]
    club.text("sau", "thông tin của tôi")
    heard = club.play([{"from": "sau", "press": "Lấy bản sao"}])
    assert "Nguyễn Thị Sáu" in Path(heard[0]["files"][0]).read_text(encoding="utf-8")
    club.press("sau", "Xóa", "Có")
    assert not any("Nguyễn Thị Sáu" in text for (text,) in club.sql("select text from outbox"))
    assert not any("0912" in str(raw) for (raw,) in club.sql("select raw from inbox"))
    assert club.sql("select full_name, phone, address, called from person") == [
        (None, None, None, None)
    ]
    assert club.sql("select state from membership") == [("left",)]
    assert "đã thôi tham gia" in club.last("tu")


def test_whoever_stops_before_the_consent_leaves_no_trace(club: Talk) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "bà ngoại")
    club.press("hanh", "Ông bà")
    club.text("hanh", "dừng")
    assert club.sql("select count(*) from person") == [(0,)]
    assert not any("bà ngoại" in str(raw) for (raw,) in club.sql("select raw from inbox"))


def test_a_second_application_is_told_where_the_first_stands(club: Talk) -> None:
    myself(club)
    club.play([{"from": "sau", "start": club.join_code()}])
    assert "Ghi tên cho tôi" not in club.buttons("sau")


def test_strangers_can_not_decide(club: Talk) -> None:
    myself(club)
    (membership,) = club.sql("select id from membership")[0]
    from bot.messages import Address, Inbound, Incoming
    from tests.handlers.test_pipeline import deliver

    forged = Inbound(
        Address("script", "la"), Incoming.PRESS, f"a/approve/{membership}", update_key="x"
    )
    deliver(club, forged)
    assert club.sql("select state from membership") == [("applied",)]
