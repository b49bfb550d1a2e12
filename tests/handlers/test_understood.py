"""What follows from what is understood, where no words of command and no form is meant."""

from __future__ import annotations

import json

import pytest

from bot.guidance.retriever import answer_question
from bot.handlers.registry import FOLLOWING
from bot.intents.understanding import Intent
from tests.conftest import Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_registration import begin

HELD = (
    "select called from speaks_for join person on person.id = person_id where held_at is not null"
)


# Warned


@pytest.mark.parametrize(
    "typed",
    [
        "công an gọi bảo chuyển tiền",
        "có người gọi nói trúng thưởng đòi gửi tiền",
        "co nguoi xin ma OTP cua tui",
    ],
)
def test_who_is_being_cheated_is_warned_at_once(club: Talk, typed: str) -> None:
    said = club.text("sau", typed)
    assert "đừng chuyển tiền" in said[0]
    for number in ("156", "113"):
        assert number in said[0]
    assert club.buttons("sau") == ["Nhắn giúp tôi", "Thôi, khỏi cần"]
    assert typed not in club.last("tu")
    club.press("sau", "Nhắn giúp tôi")
    assert typed in club.last("tu")


def test_a_guest_is_warned_too_and_nobody_is_promised(talk: Talk) -> None:
    assert "đừng chuyển tiền" in talk.text("la", "công an gọi bảo chuyển tiền")[-1]
    assert talk.buttons("la") == []


def test_the_form_waits_behind_the_warning(club: Talk) -> None:
    begin(club, "chin", "Ghi tên cho tôi")
    said = club.text("chin", "có người gọi điện nói là công an, bảo chuyển tiền")
    assert "đừng chuyển tiền" in said[0]
    assert "Gửi giúp" not in said[-1]
    said = club.press("chin", "Thôi, khỏi cần")
    assert "đồng ý cho ghi tên" in said[-1]


@pytest.mark.parametrize(
    "typed", ["so tai khoan cua tui 0071000123456", "mã OTP của tôi là 482913"]
)
def test_a_secret_is_not_kept_anywhere(club: Talk, typed: str) -> None:
    assert "đừng gửi cho ai" in club.text("sau", typed)[0]
    digits = "".join(letter for letter in typed if letter.isdigit())
    tables = [name for (name,) in club.sql("select name from sqlite_master where type = 'table'")]
    for table in tables:
        kept = json.dumps(club.sql(f'select * from "{table}"'), default=str)
        assert digits not in kept, table


# News of people


def test_a_death_is_asked_about_once_and_then_kept(club: Talk) -> None:
    relative(club, "bà nội", "Bà đây", "Lê Thị Năm", "1950", "Nữ")
    said = club.text("hanh", "nội con đi rồi con ơi hồi khuya")
    assert "Bà nội mất rồi phải không" in said[0]
    assert club.sql("select count(*) from person where held_at is not null") == [(0,)]
    said = club.press("hanh", "Phải, đã mất")
    assert "chia buồn" in said[0]
    assert club.sql(HELD) == [("bà nội",)]
    assert "đã mất" in club.last("tu")


def test_nobody_is_taken_for_dead_against_a_no(club: Talk) -> None:
    relative(club, "bà nội", "Bà đây", "Lê Thị Năm", "1950", "Nữ")
    club.text("hanh", "nội con đi rồi con ơi hồi khuya")
    assert "yên tâm" in club.press("hanh", "Không phải")[0]
    assert club.sql("select count(*) from person where held_at is not null") == [(0,)]


def test_of_several_it_is_asked_who(club: Talk) -> None:
    relative(club, "bà nội", "Bà đây", "Lê Thị Năm", "1950", "Nữ")
    relative(club, "ông ngoại", "Ông đây", "Trần Văn Sáu", "1945", "Nam")
    said = club.text("hanh", "nhà con có tang rồi")
    assert "chia buồn" in said[0]
    assert club.buttons("hanh") == ["Bà nội", "Ông ngoại", "Người khác, nhắn giúp tôi"]
    club.press("hanh", "Ông ngoại")
    assert club.sql(HELD) == [("ông ngoại",)]


def test_of_nobody_known_the_organiser_is_told_where_wished(club: Talk) -> None:
    club.press("sau", "Quay lại")
    said = club.text("sau", "bà Tám hàng xóm qua đời rồi con")
    assert "chia buồn" in said[0]
    assert "hỏi thăm gia đình" in said[-1]
    club.press("sau", "Nhắn giúp tôi")
    assert "bà Tám hàng xóm" in club.last("tu")


def test_somebody_else_in_hospital_is_not_told_to_rest(club: Talk) -> None:
    said = club.text("sau", "bà nội nằm viện rồi")
    assert "mong bà nội mau khỏe" in said[0]


# A person is wanted


def test_a_complaint_goes_past_the_organiser(club: Talk) -> None:
    typed = "tui muốn thưa chuyện ông chủ nhiệm lấy tiền quỹ"
    before = club.last("tu")
    assert "không qua người tổ chức" in club.text("sau", typed)[-1]
    club.press("sau", "Gửi giúp tôi")
    assert typed in club.last("minh")
    assert club.last("tu") == before
    club.press("minh", "Trả lời")
    club.text("minh", "Tôi xem lại rồi báo bác")
    assert "Tôi xem lại" in club.last("sau")


def test_an_organiser_cannot_answer_what_went_past_him(club: Talk) -> None:
    club.text("sau", "tui muốn thưa chuyện ông chủ nhiệm lấy tiền quỹ")
    club.press("sau", "Gửi giúp tôi")
    ((number,),) = club.sql("select id from enquiry")
    from tests.handlers.test_abuse import deliver, pressed

    (said,) = deliver(club, pressed("tu", f"a/reply/{number}", "x"))
    assert "chỉ người tổ chức" in said["text"]


def test_a_complaint_without_anybody_above_names_whom_to_ask(talk: Talk) -> None:
    (said,) = talk.text("la", "ông Tư ăn chặn tiền")
    assert "Hội Người cao tuổi" in said


@pytest.mark.parametrize(
    "typed", ["muon noi chuyen voi nguoi that", "cho bác gặp người nào đi con"]
)
def test_a_person_is_offered(club: Talk, typed: str) -> None:
    assert "Nhắn nhờ gọi lại" in club.text("sau", typed)[0].replace("Con nhắn", "Nhắn")


def test_who_cannot_read_is_called(club: Talk) -> None:
    assert "gọi điện nói cho" in club.text("sau", "mất kính rồi đọc không được")[0]


# Data, messages, joining


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("con biết gì về bác", "Nguyễn Thị Sáu"),
        ("khg nhac nua nha con", "thôi nhắc lịch"),
        ("lấy cho tôi bản sao thông tin của tôi", "bản sao"),
        ("bác đổi số 0909123456", "0909 123 456, đúng không"),
        ("ai phụ trách vậy", "người phụ trách"),
        ("con ăn cơm chưa", "trò chuyện còn vụng"),
        ("đồ ngu", "bực mình"),
        ("bạn là ai", "máy trả lời tự động"),
        ("kêu bác bằng chị nha", "gọi là chị"),
        ("nói tiếng Anh giùm", "English"),
        ("đăng ký cho mẹ tôi", "mẹ"),
    ],
)
def test_a_member_gets_what_he_means(club: Talk, typed: str, answer: str) -> None:
    assert answer in " ".join(club.text("sau", typed))


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("báo cáo", "xong"),
        ("còn ai chưa trả lời", "lịch"),
        ("in giùm tui giấy tờ", "giấy"),
        ("cho coi sổ thành viên", "thành viên"),
    ],
)
def test_an_organiser_reaches_his_screens(club: Talk, typed: str, answer: str) -> None:
    assert answer in " ".join(club.text("tu", typed)).lower()
    assert "chưa biết" not in club.last("tu")


def test_staffs_words_open_nothing_to_others(club: Talk) -> None:
    for typed in ("báo cáo", "còn ai chưa trả lời", "danh sách gọi điện", "cho coi sổ thành viên"):
        said = " ".join(club.text("sau", typed))
        assert "Nguyễn Thị Sáu (1948)" not in said
        assert "xong" not in said


# Asked back

UNSURE = "bà con nói cô Lan nhiều chuyện lắm"
"""Gossip, or a complaint: who reads it can't tell, either."""


def test_what_is_not_sure_is_asked_back_and_becomes_what_was_said(club: Talk) -> None:
    assert club.text("sau", UNSURE) == ["Dạ, ý bà là điều nào ạ?"]
    assert {"Phản ánh một chuyện", "Không phải"} <= set(club.buttons("sau"))
    assert "không qua người tổ chức" in club.press("sau", "Phản ánh một chuyện")[0]
    club.press("sau", "Gửi giúp tôi")
    assert UNSURE in club.last("minh")


def test_what_was_asked_back_is_chosen_once(club: Talk) -> None:
    club.text("sau", "cô Lan để đồ đâu kỳ vậy")
    one, other, *_ = club.buttons("sau")
    club.press("sau", one)
    assert "nút này cũ" in club.press("sau", other)[0]


def test_none_of_them_is_handed_on(club: Talk) -> None:
    club.text("sau", UNSURE)
    assert "chưa biết" in club.press("sau", "Không phải")[0]
    club.press("sau", "Gửi giúp tôi")
    assert UNSURE in club.last("tu")


def test_a_real_question_is_never_asked_back(talk: Talk) -> None:
    for typed in (
        "câu lạc bộ là gì?",
        "tham gia có tốn tiền không?",
        "giá vàng bao nhiêu vậy con?",
    ):
        talk.text("la", typed)
        assert "ý bác là" not in talk.last("la")


def test_whatever_may_be_asked_about_has_words_of_its_own() -> None:
    labels = [each.label.key for each in FOLLOWING.values() if each.label is not None]
    shared = {key for key in labels if labels.count(key) > 1}
    assert shared == {"meant.events"}


def test_every_intent_is_followed_or_left_for_a_reason() -> None:
    left = set(Intent) - set(FOLLOWING)
    # An answer where nothing was asked; and what there is nothing for yet.
    assert left == {Intent.ANSWER, Intent.ATTEND, Intent.UNCLEAR}


# In the middle of a form


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("buon qua khong ai choi voi toi", "con thương bà"),
        ("con trai tui moi mat hom qua", "chia buồn"),
        ("tui khong biet doc chu", "gọi điện nói cho bà nghe"),
        ("tat nhac nho giup toi", "thôi nhắc lịch"),
        ("tui chuyen nha len Bien Hoa roi", "biết chuyện này"),
        ("cho xin so co phu trach", "người phụ trách"),
        ("xin rut ten khoi cau lac bo", "muốn thôi tham gia"),
        ("xem thong tin cua toi", "những gì con đang ghi"),
    ],
)
def test_a_form_is_no_wall(club: Talk, typed: str, heard: str) -> None:
    club.press("sau", *(["Quay lại"] if "Quay lại" in club.buttons("sau") else []))
    club.text("sau", "sửa thông tin của tôi")
    assert "sửa gì" in club.last("sau")
    assert any(heard in said for said in club.text("sau", typed))
    # The form waits where it was.
    club.text("sau", "Chỗ ở")
    assert "ở đâu" in club.last("sau")


def test_what_asks_nothing_is_followed_by_the_open_question(club: Talk) -> None:
    club.text("sau", "sửa thông tin của tôi")
    said = club.text("sau", "ngay mai co hop khong con")
    assert "chưa có lịch" in said[0]
    assert "sửa gì" in said[-1]


def test_an_answer_stays_an_answer(club: Talk) -> None:
    begin(club, "bay", "Ghi tên cho tôi")
    club.press("bay", "Đồng ý", "Đồng ý")
    club.text("bay", "Lê Thị Buồn")
    assert "sinh năm nào" in club.last("bay")


# Said where a name is asked for


@pytest.fixture
def asked_for_a_name(club: Talk) -> Talk:
    """chin registers himself and is asked what he is called."""
    begin(club, "chin", "Ghi tên cho tôi")
    club.press("chin", "Đồng ý", "Đồng ý")
    assert "họ và tên" in club.last("chin")
    return club


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("tui dang nam vien con oi", "ráng nghỉ ngơi"),
        ("ong nha toi vua mat sang nay", "chia buồn"),
        ("bà ngoại tụi con mất hồi hôm rồi", "chia buồn"),
        ("cho toi noi chuyen voi co chu nhiem", "người phụ trách"),
        ("tui bị lừa tiền rồi con ơi", "đừng chuyển tiền"),
        ("toi khong biet chu", "gọi"),
        ("mẹ tôi đang nằm bệnh viện", "khỏe"),
    ],
)
def test_no_sentence_is_a_name(asked_for_a_name: Talk, typed: str, heard: str) -> None:
    said = asked_for_a_name.text("chin", typed)
    assert "đúng không" not in " ".join(said)
    assert any(heard in each for each in said)


@pytest.mark.parametrize(
    "name", ["Đoàn Hồng Khỏe", "Dương Hữu Cứu", "to hong mat", "Trần Thị Mất", "tat hong te"]
)
def test_a_name_may_mean_anything(asked_for_a_name: Talk, name: str) -> None:
    said = " ".join(asked_for_a_name.text("chin", name))
    assert "đúng không" in said or "sinh" in said


# Codes


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("cho toi ma de ba con vao", "mã tham gia"),
        ("xin cái mã dán ở chùa", "mã tham gia"),
        ("gui link dang ky cho hang xom", "mã tham gia"),
        ("mời cô Lan cùng tổ chức với tôi", "cùng tổ chức"),
        ("cap ma cho thu ky", "cùng tổ chức"),
    ],
)
def test_the_code_is_the_one_for_whom_it_is_asked(club: Talk, typed: str, answer: str) -> None:
    assert answer in " ".join(club.text("tu", typed))


def test_a_code_for_nobody_named_is_asked_back(club: Talk) -> None:
    club.text("tu", "xin cái mã mời đi con")
    assert club.buttons("tu") == ["Bà con ghi tên vào", "Người cùng tổ chức"]
    assert "cùng tổ chức" in " ".join(club.press("tu", "Người cùng tổ chức"))


def test_thanks_in_a_form_are_met_kindly(asked_for_a_name: Talk) -> None:
    asked_for_a_name.text("chin", "Lê Thị Chín", "1950")
    said = asked_for_a_name.text("chin", "cam on con nhieu nghen")
    assert "chưa hiểu" not in " ".join(said)
    assert "nữ hay nam" in said[-1]


# A few words that an article knows


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("lễ mấy tiếng", "launch-ceremony"),
        ("do ai quản lý", "who-supports"),
        ("ai tới nhà giúp", "home-care"),
        ("vé máy bay giảm nhiêu", "elderly-card-and-priority"),
        ("vô clb được gì", "benefits"),
    ],
)
def test_a_few_words_of_a_question_are_answered(club: Talk, typed: str, slug: str) -> None:
    club.text("la", typed)
    assert "Có ích" in club.buttons("la"), slug
    assert answer_question(typed).article == slug


@pytest.mark.parametrize(
    ("typed", "met"),
    [
        ("muốn vô clb", "tham gia câu lạc bộ nào"),
        ("noi tieng anh di con", "English"),
        ("con biết hát hông", "Con là máy nên trò chuyện còn vụng"),
    ],
)
def test_a_few_words_that_want_something_are_followed(club: Talk, typed: str, met: str) -> None:
    assert met in " ".join(club.text("la", typed))


def test_what_is_not_understood_is_met_with_what_was_offered_then_with_the_first_screen(
    club: Talk,
) -> None:
    club.text("lan", "em muốn ghi tên cho bà nội với bà ngoại")
    offered = club.buttons("lan")
    assert "Tôi có mã" in offered
    said = club.text("lan", "bà nội")
    assert "chưa hiểu" in said[0]
    assert club.buttons("lan") == offered
    club.text("lan", "nữ")
    assert "Hỏi một câu" in club.buttons("lan")


def test_who_can_not_hear_is_written_to(club: Talk) -> None:
    wish = "bà điếc, đừng gọi, cho người nào nhắn nói chuyện với bà"
    assert "nhắn tin lại cho bà, không gọi điện" in club.text("sau", wish)[0]
    club.press("sau", "Nhắn giúp tôi")
    assert wish in club.last("tu")
