"""Joining: for oneself, for relatives on one phone, by an organiser for anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Talk

HERE, GONE = "Bà đây", "Bà Tám không có ở đây"


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


def watched(talk: Talk) -> None:
    """tu organises a club over which minh watches; sau is a member."""
    talk.play([{"from": "minh", "start": talk.code("coordinator")}])
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")


def test_the_notice_comes_before_the_first_question(club: Talk) -> None:
    club.play([{"from": "sau", "start": club.join_code()}])
    notice, question = club.press("sau", "Ghi tên cho tôi")
    # Who keeps what, for what, who sees it, how long, what one may do: Law 91/2025 art. 9.
    for each in ("CLB Liên thế hệ tự giúp nhau ấp Hải Lạc (tu)", "sổ thành viên", "năm sinh", "chỗ ở",
                 "số điện thoại", "Để làm gì", "Ai xem", "Giữ bao lâu", "coi lại, sửa, lấy bản sao, xóa",
                 "thôi đồng ý", "khiếu nại"):  # fmt: skip
        assert each in notice
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
    assert club.sql(
        "select full_name, birth_year, sex, phone, circumstances from person join membership on person_id = person.id"
    ) == [("Nguyễn Thị Sáu", 1948, "female", "+84912345678", "undisclosed")]
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


def test_silence_is_no_consent(club: Talk) -> None:
    """Whoever is asked and says nothing is written down by no passing of time."""
    begin(club, "sau", "Ghi tên cho tôi")
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "bà ngoại")
    club.press("hanh", "Bà đây")
    club.at("2027-02-15T09:00:00")
    for table in ("consent", "person", "membership", "conversation"):
        assert club.sql(f"select count(*) from {table}") == [(0,)], table
    assert not any("xin tham gia" in each["text"] for each in club.said if each["to"] == "tu")


def test_an_elder_who_is_not_there_is_kept_with_the_least(club: Talk) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "bà Tám")
    club.press("hanh", "Hàng xóm", GONE)
    assert club.sql(
        "select full_name, called, birth_year, phone, address from person"
        " join membership on membership.person_id = person.id"
        " join speaks_for on speaks_for.person_id = person.id"
    ) == [(None, "bà Tám", None, None, None)]
    assert club.sql("select state from membership") == [("unconfirmed",)]
    club.at("2027-01-01T09:00:00")
    assert club.sql("select erased_at is null from person") == [(0,)]
    assert club.sql("select called from speaks_for") == []


def test_an_organiser_notes_the_consent_later(club: Talk) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "bà Tám")
    club.press("hanh", "Hàng xóm", GONE)
    club.press("tu", "Ghi lời đồng ý")
    club.text("tu", "Lê Thị Tám")
    club.press("tu", "Nói trước cuộc họp", "Hôm nay", "Có")
    club.text("tu", "1950")
    club.press("tu", "Nữ")
    club.text("tu", "tổ 3")
    club.press("tu", "Bỏ qua", "Bỏ qua", "Không", "Không", "Đúng hết rồi")
    assert club.sql("select full_name, called from person join speaks_for on person_id = id") == [
        ("Lê Thị Tám", "bà Tám")
    ]
    assert club.sql("select state from membership") == [("active",)]
    assert club.sql("select purpose, agreed, way from consent order by id") == [
        ("roster", 1, "aloud"),
        ("reminders", 1, "aloud"),
        ("circumstances", 0, "aloud"),
        ("sharing", 0, "aloud"),
    ]


def test_an_organiser_is_asked_about_each_purpose_by_itself(club: Talk) -> None:
    club.text("tu", "menu")
    club.press("tu", "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc", "Thành viên (0 người chờ)")
    club.press("tu", "Ghi một người")
    notice, said = club.text("tu", "Nguyễn Thị Sáu")
    assert "đọc giúp em cho Nguyễn Thị Sáu nghe (đã ký phiếu thì thôi)" in notice
    assert "đồng ý cho ghi tên vào sổ thành viên bằng cách nào" in said
    club.press("tu", "Ký vào danh sách")
    said = club.press("tu", "Hôm nay")
    assert "đồng ý cho nhắc ngày sinh hoạt" in said[0]
    said = club.press("tu", "Không")
    assert "sinh năm nào" in said[0]
    club.text("tu", "1948")
    club.press("tu", "Nữ")
    club.text("tu", "tổ 3")
    said = club.press("tu", "Bỏ qua", "Bỏ qua")
    assert "Nguyễn Thị Sáu có đồng ý cho ghi hoàn cảnh không" in said[-1]
    club.press("tu", "Có", "Hộ nghèo", "Khuyết tật", "Xong", "Có", "Không", "Đúng hết rồi")
    assert club.sql("select circumstances from membership") == [("poor;disabled",)]
    assert club.sql("select purpose, agreed, way, words from consent order by id") == [
        ("roster", 1, "signed_list", "registration.way.ask"),
        ("reminders", 0, "signed_list", "registration.reminders_noted.ask"),
        ("circumstances", 1, "signed_list", "registration.circumstances_noted.ask"),
        ("sharing", 1, "signed_list", "registration.sharing_noted.ask"),
        ("circumstances_shared", 0, "signed_list", "registration.circumstances_shared_noted.ask"),
    ]
    assert not club.errors, club.errors


def test_three_on_one_phone_share_what_they_share(club: Talk) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "bà ngoại")
    club.press("hanh", HERE, "Đồng ý", "Đồng ý")
    club.text("hanh", "Nguyễn Thị Sáu", "1948")
    club.press("hanh", "Nữ")
    club.text("hanh", "tổ 3", "0937123456")
    club.press("hanh", "Không đồng ý", "Đồng ý", "Đúng hết rồi", "Ghi thêm người")
    club.text("hanh", "ông ngoại")
    club.press("hanh", "Ông đây", "Đồng ý", "Đồng ý")
    club.text("hanh", "Trần Văn Sáu", "1945")
    club.press("hanh", "Nam", "Cùng chỗ, chung số", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    people = club.sql(
        "select full_name, address, phone from person join membership on person_id = person.id order by person.id"
    )
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
    club.press("con", HERE, "Đồng ý", "Đồng ý")
    club.text("con", "nguyen thi sau")
    club.press("con", "Đúng rồi")
    club.text("con", "1948")
    club.press("con", "Nữ")
    club.text("con", "tổ 9", "0912345678")
    club.press("con", "Đồng ý", "Hộ nghèo", "Xong", "Không đồng ý", "Đúng hết rồi")
    # A stranger isn't told who stands on the roster; the organiser sees both.
    assert not any("trong sổ đã có" in line["text"] for line in club.said if line["to"] == "con")
    assert "Giống Nguyễn Thị Sáu (1948) đang có trong sổ" in club.last("tu")
    club.press("tu", "Cùng một người")
    assert "đã có tên trong sổ" not in club.last("con")
    club.press("sau", "Phải")
    assert "đã có tên trong sổ" in club.last("con")
    assert club.sql("select count(*) from speaks_for") == [(2,)]
    # What was said last counts, and who was there before keeps his place.
    assert club.sql(
        "select full_name, address, circumstances from person"
        " join membership on membership.person_id = person.id"
    ) == [("Nguyễn Thị Sáu", "tổ 9", "poor")]
    assert ("má",) in club.sql("select called from speaks_for")
    assert club.sql("select code, state from membership") == [("26686-01-001", "active")]
    latest = dict(club.sql("select purpose, agreed from consent order by id"))
    assert latest == {"roster": 1, "reminders": 1, "circumstances": 1, "sharing": 0}


def test_another_person_of_the_same_name_is_decided_on_his_own(club: Talk) -> None:
    myself(club)
    club.press("tu", "Nhận")
    myself(club, "bay")
    club.press("tu", "Người khác", "Nhận")
    assert club.sql("select state from membership") == [("active",), ("active",)]


def test_a_forged_button_joins_nobody(club: Talk) -> None:
    from bot.messages import Address, Inbound, Incoming
    from tests.handlers.test_pipeline import deliver

    myself(club)
    club.press("tu", "Nhận")
    myself(club, "bay", "Trần Thị Bảy", "1950")
    club.press("tu", "Nhận")
    for forged in ("a/same/1/2", "a/same/2/1", "a/link/1/2/self/yes"):
        deliver(club, Inbound(Address("script", "tu"), Incoming.PRESS, forged, update_key=forged))
    assert club.sql("select count(*) from person") == [(2,)]
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
    assert club.sql(
        "select full_name, address, phone from person join membership on person_id = person.id"
    ) == [("Nguyễn Thị Bảy", "tổ 3", None)]


def test_danger_is_answered_first_in_any_flow(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    said = club.text("sau", "ông nhà tôi khó thở quá")
    assert said[0].startswith("Gọi 115 ngay")
    assert "liền được không" in said[-1]
    assert "đồng ý cho ghi tên" in club.press("sau", "Ghi tiếp chỗ đang dở")[-1]


def at_the_review(club: Talk, home: str) -> list[str]:
    begin(club, "sau", "Ghi tên cho tôi")
    club.press("sau", "Đồng ý", "Đồng ý")
    club.text("sau", "Nguyễn Thị Sáu", "1948", "nữ")
    asked = club.text("sau", home)[-1]
    if "số điện thoại" in asked:
        club.text("sau", "0300 000 789")
    club.press("sau", "Không đồng ý")
    return club.press("sau", "Đồng ý")


@pytest.mark.parametrize(
    "home",
    [
        "tổ 3, ấp Hải Lạc, 0300000789",
        "tổ 3, ấp Hải Lạc, sđt 0300.000.789 nha con",
        "tổ 3, ấp Hải Lạc số điện thoại của tui là 0300 000 789",
    ],
)
def test_a_number_beside_the_place_is_the_phone(club: Talk, home: str) -> None:
    read_over = at_the_review(club, home)[0]
    assert "4. Chỗ ở: tổ 3, ấp Hải Lạc\n5. Số điện thoại: 0300 000 789" in read_over


@pytest.mark.parametrize(
    ("home", "kept"),
    [
        ("o to 3 ap hai lac gan nha tho", "to 3 ap hai lac gan nha tho"),
        ("dạ tui ở tổ 5 ấp Phước Lộc", "tổ 5 ấp Phước Lộc"),
    ],
)
def test_what_leads_to_a_place_is_no_part_of_it(club: Talk, home: str, kept: str) -> None:
    assert f"4. Chỗ ở: {kept}\n" in at_the_review(club, home)[0]


def test_a_number_alone_is_no_place(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.press("sau", "Đồng ý", "Đồng ý")
    club.text("sau", "Nguyễn Thị Sáu", "1948", "nữ")
    assert "nhà ở chỗ nào" in club.text("sau", "0300000789")[0]


def test_from_which_line_to_put_right_a_way_leads_back_to_the_review(club: Talk) -> None:
    at_the_review(club, "tổ 3, ấp Hải Lạc")
    club.text("sau", "sửa")
    assert club.buttons("sau")[-2:] == ["Quay lại", "Dừng lại"]
    for back in ("quay lại", "không", "dung het roi"):
        assert "đúng hết chưa" in club.text("sau", back)[-1]
        assert "sửa chỗ nào" in club.text("sau", "lộn rồi")[0]
    assert "đã gửi đơn" in club.text("sau", "đúng hết rồi con")[0]


@pytest.mark.parametrize("typed", ["thôi đăng ký", "thoi ghi nha con"])
def test_words_that_may_give_it_up_send_nothing(club: Talk, typed: str) -> None:
    at_the_review(club, "tổ 3, ấp Hải Lạc, 0300000789")
    club.text("sau", typed)
    assert club.sql("select count(*) from membership") == [(0,)]


@pytest.mark.parametrize(
    "typed",
    ["gửi đi", "gui di nha con", "ok ghi luôn đi", "xong rồi đó con", "roi do", "y vậy đó con",
     "ok hết", "không có gì sai", "chuẩn rồi"],
)  # fmt: skip
def test_what_was_read_over_is_sent_by_words_that_say_so(club: Talk, typed: str) -> None:
    at_the_review(club, "tổ 3, ấp Hải Lạc")
    assert "đã gửi đơn" in club.text("sau", typed)[0]


def test_what_is_kept_is_shown_corrected_and_deleted(club: Talk) -> None:
    myself(club)
    club.press("tu", "Nhận")
    said = club.text("sau", "thông tin của tôi")
    assert "Nguyễn Thị Sáu" in said[0]
    assert "0912 345 678" in said[0]
    assert "Nhắc lịch: đồng ý" in said[0]
    club.press("sau", "Sửa", "Chỗ ở")
    club.text("sau", "tổ 9, ấp Hải Lạc", "dạ đúng")
    assert club.sql("select address from membership") == [("tổ 9, ấp Hải Lạc",)]
    club.text("sau", "thông tin của tôi")
    heard = club.play([{"from": "sau", "press": "Lấy bản sao"}])
    assert "Nguyễn Thị Sáu" in Path(heard[0]["files"][0]).read_text(encoding="utf-8")
    club.press("sau", "Xóa", "Xóa hết")
    assert not any("Nguyễn Thị Sáu" in text for (text,) in club.sql("select text from outbox"))
    assert not any("0912" in str(raw) for (raw,) in club.sql("select raw from inbox"))
    assert club.sql(
        "select full_name, phone, address from person join membership on person_id = person.id"
    ) == [(None, None, None)]
    assert club.sql("select called from speaks_for") == []
    assert club.sql("select state from membership") == [("left",)]
    assert "đã thôi tham gia" in club.last("tu")


def test_whoever_stops_before_the_consent_leaves_no_trace(club: Talk) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "bà ngoại")
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


def test_several_named_at_once_are_registered_one_after_the_other(club: Talk) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    said = club.text("hanh", "ba ngoai, ong ngoai va di Tam")
    assert "bà ngoại, ông ngoại và dì Tám" in said[0]
    said = club.text("hanh", "đúng rồi")
    assert "trước là bà ngoại, rồi tới ông ngoại và dì Tám" in said[0]
    assert "đưa máy cho bà ngoại" in said[-1]
    club.text("hanh", "ko co o day")
    assert "ghi tiếp cho ông ngoại" in club.last("hanh")
    said = club.press("hanh", "Ghi tiếp")
    assert "đưa máy cho ông ngoại" in said[-1]
    club.text("hanh", "u")
    assert "Dạ, ông có đồng ý" in club.last("hanh")
    club.press("hanh", "Không đồng ý", "Ghi tiếp")
    # How dì Tám is related isn't said by the word, and is asked.
    assert "dì Tám là gì của" in club.last("hanh")
    assert club.sql("select called, relation from speaks_for") == [("bà ngoại", "grandparent")]


def test_who_is_registered_is_taken_out_of_a_sentence(club: Talk) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    assert club.text("hanh", "tôi muốn đăng ký cho mẹ ở quê") == ["Dạ, mẹ, đúng không ạ?"]


@pytest.mark.parametrize("typed", ["khong", "ai?", "1948"])
def test_what_calls_nobody_is_asked_again_kindly(club: Talk, typed: str) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    said = club.text("hanh", typed)
    assert "Ví dụ: má, bà ngoại, ông Ba" in said[0]
    assert "gọi người đó là gì" in said[-1]


def test_an_elder_is_addressed_as_one_whatever_the_family_says(club: Talk) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "chồng tôi")
    assert club.buttons("hanh")[:2] == ["Ông đây", "Ông không có ở đây"]
    notice, question = club.text("hanh", "dang cam may")
    assert "con thưa chuyện với ông." in notice
    assert question.startswith("Dạ, ông có đồng ý")


def test_an_organiser_reads_whose_mother_it_is(club: Talk) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "má")
    club.press("hanh", "Bà không có ở đây")
    club.press("tu", "Ghi lời đồng ý")
    told = [line["text"] for line in club.said if line["to"] == "tu" and "giới thiệu" in
            line["text"]]  # fmt: skip
    assert len(told) == 1
    assert '"má của ' in told[0] or '"má"' in told[0]


def test_an_address_is_no_question_and_may_wait(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.press("sau", "Đồng ý", "Đồng ý")
    club.text("sau", "Nguyễn Thị Sáu", "1948")
    club.press("sau", "Nữ")
    said = club.text("sau", "o dau la sao?")
    assert "tổ mấy" in said[0]
    said = club.text("sau", "hong nho")
    assert "số điện thoại" in said[0]
    club.text("sau", "không có")
    club.press("sau", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    assert club.sql("select address from membership") == [(None,)]


def test_one_digit_is_no_birth_year(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.press("sau", "Đồng ý", "Đồng ý")
    club.text("sau", "Nguyễn Thị Sáu")
    said = club.text("sau", "1")
    assert "2001" not in " ".join(said)
    assert "sinh năm nào" in said[-1]


def test_a_member_is_not_asked_to_join_first(club: Talk) -> None:
    myself(club)
    club.press("tu", "Nhận")
    club.text("sau", "menu")
    assert club.buttons("sau") == ["Hỏi một câu", "Thông tin của tôi", "Ghi tên thêm người"]


def test_a_yes_where_the_address_is_asked_is_no_address(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.press("sau", "Đồng ý", "Đồng ý")
    club.text("sau", "Nguyễn Thị Sáu", "ba sanh nam 48", "u", "dan ba")
    said = club.text("sau", "dong y")
    assert "nhà ở chỗ nào" in said[0]
    assert "ở đâu ạ?" in said[-1]


def answered(talk: Talk) -> None:
    """bà Sáu is asked whether all is right."""
    begin(talk, "sau", "Ghi tên cho tôi")
    talk.press("sau", "Đồng ý", "Đồng ý")
    talk.text("sau", "Nguyễn Thị Sáu", "1948", "nu", "tổ 5, ấp Hải Lạc", "0912 345 678")
    talk.press("sau", "Không đồng ý", "Đồng ý")
    assert talk.last("sau") == "Như vậy đúng hết chưa ạ?"


@pytest.mark.parametrize(
    "typed",
    ["ủa, địa chỉ là tổ 6, ấp Hải Lạc", "lon roi dia chi la tổ 6, ấp Hải Lạc",
     "chỗ ở: tổ 6, ấp Hải Lạc mới đúng"],
)  # fmt: skip
def test_what_was_read_back_is_corrected_in_one_sentence(club: Talk, typed: str) -> None:
    answered(club)
    said = club.text("sau", typed)
    assert "Chỗ ở: tổ 6, ấp Hải Lạc\n" in said[0]
    club.text("sau", "đúng rồi")
    assert club.sql("select address from membership") == [("tổ 6, ấp Hải Lạc",)]


@pytest.mark.parametrize("typed", ["sửa địa chỉ", "dia chi sai roi con", "sua cho o"])
def test_what_is_wrong_is_named_in_words(club: Talk, typed: str) -> None:
    answered(club)
    said = club.text("sau", typed)
    assert "ở đâu ạ?" in said[-1]
    said = club.text("sau", "tổ 6")
    assert "Chỗ ở: tổ 6\n" in said[0]


def test_something_said_before_is_corrected_at_a_later_question(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.press("sau", "Đồng ý", "Đồng ý")
    club.text("sau", "Nguyễn Thị Sáu", "1948", "nu", "tổ 5")
    said = club.text("sau", "ủa lộn, địa chỉ là tổ 6")
    assert "số điện thoại" in said[-1]
    club.text("sau", "0912 345 678")
    said = club.press("sau", "Không đồng ý", "Đồng ý")
    assert "Chỗ ở: tổ 6\n" in said[-2]


def test_a_relative_is_named_where_the_choice_is_offered(club: Talk) -> None:
    club.play([{"from": "hanh", "start": club.join_code()}])
    said = club.text("hanh", "ghi ten cho ba ngoai toi")
    assert said == [
        "Dạ, anh/chị đưa máy cho bà ngoại giúp em. Cầm máy rồi thì bấm hay gõ một trong hai câu dưới đây ạ."
    ]
    # Whoever else speaks up isn't the one whose consent is asked.
    assert "đưa máy cho bà ngoại" in club.text("hanh", "ông đây")[-1]
    assert "sổ thành viên" in club.text("hanh", "ba ngoai day")[0]
    # A no of one leaves the way open for the next.
    said = club.text("hanh", "khong dong y")
    assert said[-1] == "Dạ, anh/chị ghi tên cho người khác nữa không ạ?"
    assert "đưa máy cho ông ngoại" in club.text("hanh", "ghi thêm ông ngoại")[-1]
    assert club.sql("select count(*) from person") == [(0,)]


def test_who_hesitated_may_hear_it_again(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.text("sau", "de coi", "u")
    assert club.buttons("sau") == ["Nghe lại rồi trả lời", "Để sau"]
    said = club.text("sau", "dong y")
    # That yes was to hearing it again; the consent is asked anew.
    assert "đồng ý cho ghi tên" in said[-1]
    assert club.sql("select count(*) from consent") == [(0,)]
    assert "con nhắc ngày sinh hoạt" in club.text("sau", "dong y")[-1]


def test_circumstances_are_told_in_plain_words(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.press("sau", "Đồng ý", "Đồng ý")
    club.text("sau", "Nguyễn Thị Sáu", "1948", "nu", "tổ 5", "hong co")
    club.press("sau", "Đồng ý")
    assert club.text("sau", "ngheo") == ["Dạ, hộ nghèo, đúng không ạ?"]
    club.text("sau", "u")
    club.press("sau", "Không đồng ý", "Đúng hết rồi")
    assert club.sql("select circumstances from membership") == [("poor",)]


def test_wishing_to_join_is_no_question(club: Talk) -> None:
    club.text("sau", "toi muon vo cau lac bo")
    assert club.buttons("sau")[-2:] == ["Tôi có mã", "Quay lại"]


@pytest.mark.parametrize("typed", ["ghi ten cho ba", "ghi ten giup ba voi", "dang ky cho con"])
def test_who_is_to_be_written_down_is_asked_again_when_it_is_not_plain(
    talk: Talk, typed: str
) -> None:
    talk.club()
    talk.play([{"from": "sau", "start": talk.join_code()}])
    offered = talk.buttons("sau")
    talk.text("sau", typed)
    assert talk.buttons("sau") == offered
    assert "Nguồn" not in talk.last("sau")


def test_two_who_are_named_where_the_choice_is_offered_come_one_after_the_other(club: Talk) -> None:
    club.play([{"from": "hanh", "start": club.join_code()}])
    said = club.text("hanh", "ghi cho bà nội với ông nội")
    assert said[0].startswith("Dạ, mình ghi từng người: trước là bà nội")
    assert club.buttons("hanh")[0] == "Bà đây"


@pytest.mark.parametrize(
    "typed", ["bà nội đang ở quê, con đọc cho bà nghe rồi", "ba di cho chua ve", "bà ngủ rồi con"]
)
def test_who_is_told_of_as_elsewhere_is_not_here(club: Talk, typed: str) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "bà nội")
    assert "chỉ ghi" in club.text("hanh", typed)[0]


@pytest.mark.parametrize("typed", ["bà đồng ý", "da dong y luon"])
def test_a_consent_before_the_notice_is_explained_and_none(club: Talk, typed: str) -> None:
    begin(club, "hanh", "Ghi tên cho người nhà")
    club.text("hanh", "bà nội")
    said = club.text("hanh", typed)
    assert said[0].startswith("Dạ, lời đồng ý phải của chính bà")
    assert club.buttons("hanh")[0] == "Bà đây"
    assert club.sql("select count(*) from consent") == [(0,)]


@pytest.mark.parametrize("typed", ["má chồng", "má", "ông ngoại"])
def test_a_word_for_a_relative_alone_answers_for_whom(club: Talk, typed: str) -> None:
    club.play([{"from": "hanh", "start": club.join_code()}])
    assert f"đưa máy cho {typed}" in club.text("hanh", typed)[-1]


def test_a_name_and_a_year_are_no_relation(talk: Talk) -> None:
    talk.club()
    begin(talk, "hoa", "Ghi tên cho người nhà")
    talk.text("hoa", "bác Tư")
    assert "là gì của" in talk.said[-1]["text"]
    talk.text("hoa", "tên ông là Trần Văn Tư, sinh 1945")
    assert talk.said[-1]["text"] == "Dạ, ông bà, đúng không ạ?"


def test_a_husband_by_his_everyday_name_needs_no_question(talk: Talk) -> None:
    talk.club()
    begin(talk, "hoa", "Ghi tên cho người nhà")
    assert "đưa máy cho ông xã" in talk.text("hoa", "ong xa tui")[-1]


@pytest.mark.parametrize("typed", ["mother", "my grandmother", "my husband's mother", "aunt Lan"])
def test_a_relative_is_named_in_english_too(club: Talk, typed: str) -> None:
    """What the question gives as its example is taken."""
    club.text("joe", "English")
    begin(club, "joe", "For a relative or neighbour")
    said = club.text("joe", typed)
    assert said[-1].startswith(("Please hand the phone to", "Who is aunt Lan to you?"))
