"""Consents taken back, asked again and left open; leaving; what helpers may want for others."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import CLUB, reminders, screen, set_event
from tests.handlers.test_registration import begin, myself


@pytest.fixture
def member(talk: Talk) -> Talk:
    """bà Sáu is a member through her own phone."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    return talk


@pytest.fixture
def elder(talk: Talk) -> Talk:
    """bà ngoại is a member through hanh's phone."""
    talk.club()
    relative(talk, "bà ngoại", "Bà đây", "Nguyễn Thị Sáu", "1948", "Nữ")
    return talk


def standing(talk: Talk) -> dict[str, int]:
    return dict(
        talk.sql("select purpose, agreed and withdrawn_at is null from consent order by id")
    )


def test_two_unclear_answers_are_neither_yes_nor_no(talk: Talk) -> None:
    talk.club()
    begin(talk, "sau", "Ghi tên cho tôi")
    talk.press("sau", "Đồng ý")
    talk.text("sau", "ừ")
    said = talk.text("sau", "cũng được")
    assert "để ngỏ" in said[0]
    talk.text("sau", "Nguyễn Thị Sáu", "1948")
    talk.press("sau", "Nữ")
    talk.text("sau", "tổ 3", "0912 345 678")
    talk.press("sau", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    assert "reminders" not in standing(talk)
    told = [line["text"] for line in talk.said if line["to"] == "tu" and "chưa trả lời" in
            line["text"]]  # fmt: skip
    assert told == [
        f"Dạ, Nguyễn Thị Sáu (1948) ở {CLUB} chưa trả lời rõ việc: Nhắc lịch. Anh/chị hỏi lại giúp"
        " rồi ghi vào đây ạ."
    ]
    talk.press("tu", "Nhận")
    assert "con nhắc" not in talk.last("sau")
    # It stands on the organiser's list until it is noted.
    screen(talk, "Thành viên (0 người chờ)", "Còn phải hỏi thêm (1)",
           "Nguyễn Thị Sáu: Nhắc lịch", "Đồng ý", "Nói qua điện thoại", "Hôm nay")  # fmt: skip
    assert not talk.errors, talk.errors
    assert standing(talk)["reminders"] == 1
    assert talk.sql("select way from consent where purpose = 'reminders'") == [("phone",)]


def test_an_unclear_circumstance_is_unknown_and_not_undisclosed(talk: Talk) -> None:
    talk.club()
    begin(talk, "sau", "Ghi tên cho tôi")
    talk.press("sau", "Đồng ý", "Đồng ý")
    talk.text("sau", "Nguyễn Thị Sáu", "1948")
    talk.press("sau", "Nữ")
    talk.text("sau", "tổ 3", "không có", "ừ", "ừ")
    talk.press("sau", "Đồng ý", "Đúng hết rồi")
    assert talk.sql("select circumstances from membership") == [(None,)]
    assert standing(talk) == {"roster": 1, "reminders": 1, "sharing": 1}


def test_an_unclear_yes_to_the_roster_goes_to_this_clubs_organiser(talk: Talk) -> None:
    talk.club("tu")
    talk.club("lan", hamlet="ấp Phước Tân")
    code = talk.sql("select join_code from club where hamlet = 'ấp Phước Tân'")[0][0]
    talk.play([{"from": "sau", "start": code}])
    talk.press("sau", "Ghi tên cho tôi")
    talk.text("sau", "ừ")
    said = talk.text("sau", "ừ")
    assert "nhờ lan hỏi lại" in said[0]
    assert "chưa trả lời rõ" in talk.last("lan")
    assert not any("chưa trả lời rõ" in line["text"] for line in talk.said if line["to"] == "tu")


def test_each_consent_is_taken_back_by_a_button(member: Talk) -> None:
    member.text("sau", "thông tin của tôi")
    assert member.buttons("sau") == [
        "Sửa", "Xóa", "Lấy bản sao", "Thôi tham gia câu lạc bộ", "Thôi nhắc lịch",
        "Thôi cho gửi tên lên xã", "Việc khác", "Quay lại",
    ]  # fmt: skip
    member.press("sau", "Thôi cho gửi tên lên xã", "Đúng, rút lại")
    assert "yêu cầu số 2" in member.last("sau")
    assert standing(member)["sharing"] == 0
    assert standing(member)["roster"] == 1
    assert "Nguyễn Thị Sáu (1948) đã rút lời đồng ý: Ghi tên gửi UBND xã" in member.last("tu")


def test_circumstances_are_forgotten_when_the_consent_is_taken_back(talk: Talk) -> None:
    talk.club()
    begin(talk, "sau", "Ghi tên cho tôi")
    talk.press("sau", "Đồng ý", "Đồng ý")
    talk.text("sau", "Nguyễn Thị Sáu", "1948")
    talk.press("sau", "Nữ")
    talk.text("sau", "tổ 3", "không có")
    talk.press("sau", "Đồng ý", "Hộ nghèo", "Xong", "Đồng ý", "Đồng ý", "Đúng hết rồi")
    said = talk.text("sau", "tôi không đồng ý cho ghi hoàn cảnh nữa")
    assert "rút lời đồng ý ghi hoàn cảnh" in said[0]
    talk.press("sau", "Đúng, rút lại")
    assert talk.sql("select circumstances from membership") == [(None,)]
    assert standing(talk)["circumstances"] == 0
    # What isn't kept isn't passed on either.
    assert standing(talk)["circumstances_shared"] == 0


def test_hardship_is_kept_and_no_longer_passed_on(talk: Talk) -> None:
    talk.club()
    begin(talk, "sau", "Ghi tên cho tôi")
    talk.press("sau", "Đồng ý", "Đồng ý")
    talk.text("sau", "Nguyễn Thị Sáu", "1948")
    talk.press("sau", "Nữ")
    talk.text("sau", "tổ 3", "không có")
    talk.press("sau", "Đồng ý", "Hộ nghèo", "Xong")
    said = talk.press("sau", "Đồng ý")
    assert "ghi hoàn cảnh vào danh sách gửi UBND xã" in said[-1]
    talk.text("sau", "đồng ý")
    talk.press("sau", "Đúng hết rồi")
    # What is typed is a typed consent.
    assert talk.sql("select way from consent where purpose = 'circumstances_shared'") == [
        ("typed",)
    ]
    said = talk.text("sau", "tôi không cho gửi hoàn cảnh lên xã nữa")
    assert "thôi cho gửi hoàn cảnh lên UBND xã" in said[0]
    talk.press("sau", "Đúng, rút lại")
    assert talk.sql("select circumstances from membership") == [("poor",)]
    assert standing(talk) == {
        "roster": 1, "reminders": 1, "circumstances": 1, "sharing": 1, "circumstances_shared": 0,
    }  # fmt: skip
    # A no to the list alone leaves the question about hardship out.
    assert "gửi hoàn cảnh" not in talk.last("tu").replace("Gửi hoàn cảnh", "")


@pytest.mark.parametrize("way", ["no hardship", "not on the list"])
def test_passing_on_is_asked_only_where_there_is_something_to_pass_on(talk: Talk, way: str) -> None:
    talk.club()
    begin(talk, "sau", "Ghi tên cho tôi")
    talk.press("sau", "Đồng ý", "Đồng ý")
    talk.text("sau", "Nguyễn Thị Sáu", "1948")
    talk.press("sau", "Nữ")
    talk.text("sau", "tổ 3", "không có")
    talk.press(
        "sau",
        "Đồng ý",
        *(["Không có hoàn cảnh nào"] if way == "no hardship" else ["Hộ nghèo", "Xong"]),
    )
    said = talk.press("sau", "Đồng ý" if way == "no hardship" else "Không đồng ý")
    assert "Như vậy đúng hết chưa" in said[-1]


def test_who_agreed_before_is_asked_anew_and_not_passed_on_until_then(talk: Talk) -> None:
    talk.club()
    begin(talk, "sau", "Ghi tên cho tôi")
    talk.press("sau", "Đồng ý", "Đồng ý")
    talk.text("sau", "Nguyễn Thị Sáu", "1948")
    talk.press("sau", "Nữ")
    talk.text("sau", "tổ 3", "không có")
    talk.press("sau", "Đồng ý", "Hộ nghèo", "Xong", "Đồng ý", "Đồng ý", "Đúng hết rồi")
    talk.press("tu", "Nhận")
    talk.sql_write("delete from consent where purpose = 'circumstances_shared'")
    screen(talk, "Thành viên (0 người chờ)", "Còn phải hỏi thêm (1)",
           "Nguyễn Thị Sáu: Gửi hoàn cảnh lên UBND xã", "Không đồng ý", "Nói qua điện thoại",
           "Hôm nay")  # fmt: skip
    assert not talk.errors, talk.errors
    assert standing(talk)["circumstances_shared"] == 0


def test_a_guardian_agrees_with_the_paper_that_he_shows(talk: Talk) -> None:
    talk.club()
    screen(talk, "Thành viên (0 người chờ)", "Ghi một người")
    talk.text("tu", "Lê Thị Tám")
    said = talk.press("tu", "Người giám hộ đồng ý thay")
    assert "con cháu chưa có giấy thì chưa phải" in said[-1]
    talk.text("tu", "Trần Văn Hùng", "QĐ số 12 ngày 5/3/2025 của Tòa án khu vực 2")
    talk.press("tu", "Hôm nay", "Có")
    talk.text("tu", "1950")
    talk.press("tu", "Nữ")
    talk.text("tu", "tổ 3")
    said = talk.press("tu", "Bỏ qua", "Bỏ qua", "Không", "Không")
    assert "Trần Văn Hùng" in said[-2]
    talk.press("tu", "Đúng hết rồi")
    assert not talk.errors, talk.errors
    paper = "QĐ số 12 ngày 5/3/2025 của Tòa án khu vực 2"
    kept = talk.sql("select distinct way, guardian, guardian_paper from consent")
    assert kept == [("guardian", "Trần Văn Hùng", paper)]
    screen(talk, "Thành viên (0 người chờ)", "Xem danh sách", "Đọc lời đồng ý")
    said = talk.press("tu", talk.buttons("tu")[0])
    assert "người giám hộ đồng ý thay." in said[1]
    assert f"Người giám hộ: Trần Văn Hùng. Giấy đã coi: {paper}." in said[1]


@pytest.mark.parametrize(
    "typed",
    ["Lê Thị Hoa, con gái", "chưa có giấy giám hộ", "khong co giay to gi het", "con ruột cần gì giấy",
     "sổ hộ khẩu", "Tòa án chưa ra quyết định", "đang chờ Tòa", "không"],
)  # fmt: skip
def test_nobody_is_a_guardian_without_the_paper(talk: Talk, typed: str) -> None:
    talk.club()
    screen(talk, "Thành viên (0 người chờ)", "Ghi một người")
    talk.text("tu", "Lê Thị Tám")
    talk.press("tu", "Người giám hộ đồng ý thay")
    talk.text("tu", "Trần Văn Hùng")
    said = talk.text("tu", typed)
    assert "phải có quyết định của Tòa án" in said[0]
    assert "đưa giấy gì" in said[-1]
    # The way on: she is asked herself, later.
    talk.press("tu", "Quay lại", "Quay lại", "Chưa hỏi")
    assert not talk.errors, talk.errors
    assert talk.sql("select state from membership") == [("unconfirmed",)]
    assert talk.sql("select count(*) from consent") == [(0,)]


@pytest.mark.parametrize(
    "typed",
    ["qd 12 ngay 5/3/2025", "Quyết định số 3 TAND huyện Long Đất", "trích lục đăng ký giám hộ số 7, UBND xã",
     "bản án 14/2025", "court decision 12 of 2025"],
)  # fmt: skip
def test_a_guardians_paper_is_named_in_any_way(talk: Talk, typed: str) -> None:
    talk.club()
    screen(talk, "Thành viên (0 người chờ)", "Ghi một người")
    talk.text("tu", "Lê Thị Tám")
    talk.press("tu", "Người giám hộ đồng ý thay")
    said = talk.text("tu", "Trần Văn Hùng", typed)
    assert "đồng ý ngày nào" in said[-1]


@pytest.mark.parametrize("typed", ["rút lại đồng ý", "thôi đồng ý"])
def test_which_consent_is_shown_when_it_was_not_said(member: Talk, typed: str) -> None:
    member.text("sau", typed)
    assert "Thôi nhắc lịch" in member.buttons("sau")


@pytest.mark.parametrize("typed", ["toi muon xin ra khoi cau lac bo", "không tham gia nữa"])
def test_leaving_is_asked_once_and_ends_everything(member: Talk, typed: str) -> None:
    set_event(member, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    said = member.text("sau", typed)
    assert "muốn thôi tham gia" in said[0]
    assert member.sql("select state from membership") == [("active",)]
    member.press("sau", "Thôi tham gia")
    assert member.sql("select state from membership") == [("left",)]
    assert set(standing(member).values()) == {0}
    assert "Nguyễn Thị Sáu (1948) đã xin thôi tham gia" in member.last("tu")
    assert reminders(member.at("2026-12-21T08:00:00")) == []
    # What is kept is used for nothing, and forgotten after a year.
    member.text("sau", "thông tin của tôi")
    assert "Sửa" not in member.buttons("sau")
    member.at("2027-12-15T08:00:00")
    assert member.sql(
        "select full_name, phone from person join membership on person_id = person.id"
    ) == [(None, None)]


def test_who_stays_after_all_stays(member: Talk) -> None:
    member.text("sau", "rời câu lạc bộ")
    member.press("sau", "Ở lại")
    assert member.sql("select state from membership") == [("active",)]


def test_reminders_stop_after_one_question_and_how_they_start_again_is_said(member: Talk) -> None:
    member.text("sau", "thông tin của tôi")
    said = member.press("sau", "Thôi nhắc lịch")
    assert "muốn con thôi nhắc lịch" in said[0]
    said = member.press("sau", "Đúng, rút lại")
    assert 'gõ "bật nhắc"' in said[0]
    assert standing(member)["reminders"] == 0


def test_reminders_start_again_only_with_a_new_consent(member: Talk) -> None:
    set_event(member, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    member.text("sau", "thông tin của tôi")
    member.press("sau", "Thôi nhắc lịch", "Đúng, rút lại")
    said = member.text("sau", "bật nhắc")
    assert "bà có đồng ý cho con nhắc" in said[-1]
    assert not any("nhắc lại như cũ" in text for text in said)
    member.press("sau", "Không đồng ý")
    assert standing(member)["reminders"] == 0
    member.text("sau", "nhắc lại cho tôi")
    member.press("sau", "Đồng ý")
    assert standing(member)["reminders"] == 1
    assert member.sql("select count(*) from consent where purpose = 'reminders'") == [(3,)]
    assert reminders(member.at("2026-12-20T07:00:00")) == ["2026-12-17T08:00", "2026-12-19T17:00"]


def test_an_unfinished_registration_is_forgotten_on_request(talk: Talk) -> None:
    talk.club()
    begin(talk, "sau", "Ghi tên cho tôi")
    talk.press("sau", "Đồng ý", "Đồng ý")
    talk.text("sau", "Nguyễn Thị Sáu")
    said = talk.text("sau", "xóa thông tin")
    assert "bỏ hết những gì ghi dở" in said[0]
    assert talk.sql("select count(*) from conversation where flow like 'registration%'") == [(0,)]
    assert not any("Nguyễn Thị Sáu" in str(raw) for (raw,) in talk.sql("select raw from inbox"))


def test_a_helper_can_not_erase_a_member(elder: Talk) -> None:
    elder.text("hanh", "thông tin của tôi")
    said = elder.press("hanh", "Xóa", "Xóa hết")
    assert "yêu cầu số 2" in said[-1]
    assert "21/12/2026" in said[-1]
    assert elder.sql("select full_name from person") == [("Nguyễn Thị Sáu",)]
    assert "xin xóa thông tin của Nguyễn Thị Sáu (1948)" in elder.last("tu")
    # Before its day passes the organiser hears of it again.
    heard = elder.at("2026-12-12T08:00:00")
    assert any("yêu cầu số 2" in line["text"] for line in heard if line["to"] == "tu")
    screen(elder, "Thành viên (0 người chờ)", "Yêu cầu về thông tin (1)", "Đồng ý xóa")
    assert not elder.errors, elder.errors
    assert elder.sql("select full_name from person") == [(None,)]
    assert elder.sql("select done_at is null from data_request where id = 2") == [(0,)]
    assert "yêu cầu số 2 đã làm xong" in elder.last("hanh")


def test_what_the_elder_does_not_want_is_not_done(elder: Talk) -> None:
    elder.text("hanh", "rời câu lạc bộ")
    elder.press("hanh", "Thôi tham gia")
    assert elder.sql("select state from membership") == [("active",)]
    elder.press("tu", "Ở lại")
    assert "muốn giữ nguyên" in elder.last("hanh")
    assert elder.sql("select state from membership") == [("active",)]
    assert standing(elder)["reminders"] == 1


def test_strangers_decide_no_request(elder: Talk) -> None:
    from bot.messages import Address, Inbound, Incoming
    from tests.handlers.test_pipeline import deliver

    elder.text("hanh", "thông tin của tôi")
    elder.press("hanh", "Xóa", "Xóa hết")
    for who in ("la", "hanh"):
        press = Inbound(Address("script", who), Incoming.PRESS, "a/request/2/yes", update_key=who)
        deliver(elder, press)
    assert elder.sql("select full_name from person") == [("Nguyễn Thị Sáu",)]


def test_of_somebody_who_has_not_agreed_nothing_more_is_written(talk: Talk) -> None:
    talk.club()
    begin(talk, "hanh", "Ghi tên cho người nhà")
    talk.text("hanh", "bà Tám")
    talk.press("hanh", "Hàng xóm", "Bà Tám không có ở đây")
    talk.text("hanh", "thông tin của tôi")
    assert "Sửa" not in talk.buttons("hanh")
    from bot.messages import Address, Inbound, Incoming
    from tests.handlers.test_pipeline import deliver

    forged = Inbound(Address("script", "hanh"), Incoming.PRESS, "a/correct/1", update_key="x")
    deliver(talk, forged)
    assert talk.sql("select count(*) from conversation where open") == [(0,)]
    # Whom the helper named he takes away himself.
    talk.text("hanh", "thông tin của tôi")
    talk.press("hanh", "Xóa", "Xóa hết")
    assert talk.sql("select called from speaks_for") == []


def test_before_somebody_is_forgotten_those_who_know_him_hear_of_it(talk: Talk) -> None:
    talk.club()
    begin(talk, "hanh", "Ghi tên cho người nhà")
    talk.text("hanh", "má")
    said = talk.press("hanh", "Bà không có ở đây")
    assert '"má"' in said[0]
    heard = talk.at("2026-12-27T08:00:00")
    warned = [(line["to"], line["text"]) for line in heard if "vẫn chưa có lời đồng ý" in
              line["text"]]  # fmt: skip
    assert {to for to, _ in warned} == {"tu", "hanh"}
    assert all('"má"' in text and "31/12/2026" in text for _, text in warned)
    heard = talk.at("2027-01-01T08:00:00")
    gone = [line["to"] for line in heard if "đã xóa" in line["text"]]
    assert sorted(gone) == ["hanh", "tu"]
    assert talk.sql("select called from speaks_for") == []


def test_a_word_to_the_person_in_charge_brings_the_number_once(member: Talk) -> None:
    member.text("sau", "gặp người phụ trách")
    member.press("sau", "Nhắn giúp tôi")
    assert "0912 345 678" in member.last("tu")
    before = len(member.said)
    member.press("sau", "Nhắn giúp tôi")
    assert not any(line["to"] == "tu" for line in member.said[before:])


@pytest.mark.parametrize(
    "typed", ["thoi khoi nhac ba nua", "đừng nhắc bà nữa con", "hong can nhac nua"]
)
def test_reminders_are_stopped_and_begun_again_in_plain_words(member: Talk, typed: str) -> None:
    assert member.text("sau", typed) == ["Dạ, bà muốn con thôi nhắc lịch phải không ạ?"]
    member.text("sau", "u")
    assert member.sql("select count(*) from account where muted_at is not null") == [(1,)]
    member.text("sau", "bat nhac lai")
    assert member.sql("select count(*) from account where muted_at is not null") == [(0,)]


def test_ones_own_data_are_shown_to_who_calls_herself_so(member: Talk) -> None:
    said = member.text("sau", "cho coi thong tin cua ba")
    assert "những gì con đang ghi về bà" in said[0]


def test_who_wants_all_of_his_own_deleted_is_asked_once_with_what_it_is(elder: Talk) -> None:
    myself(elder, "hanh", "Trần Thị Hạnh", "1975")
    said = elder.text("hanh", "xóa hết thông tin của tui")
    assert said[0].startswith(
        "Dạ, con sẽ xóa họ tên, năm sinh, nam hay nữ, chỗ ở và số điện thoại; "
    )
    assert said[0].endswith("Cô chắc muốn xóa hết thông tin của cô không ạ?")
    assert "đã xóa thông tin" in elder.press("hanh", "Xóa hết")[0]
    assert elder.sql("select full_name from person order by id") == [("Nguyễn Thị Sáu",), (None,)]


def test_whose_is_asked_where_that_was_not_said(elder: Talk) -> None:
    myself(elder, "hanh", "Trần Thị Hạnh", "1975")
    assert "nói về ai" in elder.text("hanh", "xóa hết thông tin")[0]
    elder.press("hanh", "Bà ngoại")
    assert "xóa hết thông tin của bà ngoại không ạ?" in elder.last("hanh")


def test_a_helper_names_of_whom_she_speaks(elder: Talk) -> None:
    assert elder.text("hanh", "sửa địa chỉ bà ngoại") == [
        "Dạ, bà ngoại ở đâu ạ? Ví dụ: tổ 3, ấp Hải Lạc."
    ]
    elder.text("hanh", "dừng")
    said = elder.text("hanh", "xoa thong tin ba ngoai")
    assert said[0].endswith("xóa hết thông tin của bà ngoại không ạ?")


def test_a_plain_no_answers_what_came_in_between(talk: Talk) -> None:
    talk.club()
    begin(talk, "sau", "Ghi tên cho tôi")
    talk.press("sau", "Đồng ý", "Đồng ý")
    said = talk.text("sau", "ba met qua con oi")
    assert "gọi 115 liền" in said[0]
    assert "hỏi thăm" in said[1]
    # The open question comes back; nobody was called.
    assert "họ và tên" in talk.text("sau", "khoi")[-1]
    assert talk.sql("select count(*) from enquiry") == [(0,)]
    talk.text("sau", "ba met qua con oi")
    talk.text("sau", "u")
    assert talk.sql("select text from enquiry") == [("ba met qua con oi",)]


def test_who_never_agreed_is_forgotten_and_not_kept_as_having_left(talk: Talk) -> None:
    talk.club()
    begin(talk, "hanh", "Ghi tên cho người nhà")
    talk.text("hanh", "dì Tư")
    talk.press("hanh", "Hàng xóm")
    talk.text("hanh", "di khong co nha")
    talk.press("hanh", "Thôi, đủ rồi")
    said = talk.text("hanh", "xóa tên dì Tư")
    assert said[0].endswith("xóa hết thông tin của dì Tư không ạ?")
    talk.press("hanh", "Xóa hết")
    assert talk.sql("select count(*) from speaks_for") == [(0,)]


def in_a_second_club(member: Talk) -> None:
    """sau is a member of lan's club as well; who she is was said to the first."""
    member.club("lan", "ấp Phước An")
    begin(member, "sau", "Ghi tên cho tôi")
    member.press("sau", "Đồng ý", "Đồng ý", "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    member.press("lan", "Nhận")


def test_a_member_of_two_clubs_speaks_for_himself_in_both(member: Talk) -> None:
    in_a_second_club(member)
    member.text("sau", "xóa thông tin")
    # He is one person, whom two clubs know: one of them may forget him.
    member.press("sau", member.buttons("sau")[2], "Xóa hết")
    assert not member.errors, member.errors
    assert member.sql("select erased_at is not null from person order by id") == [(0,), (1,)]
    assert member.sql("select kind, done_at is not null from data_request") == [("delete", 1)]
