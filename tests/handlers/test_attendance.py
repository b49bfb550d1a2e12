"""What people write after a reminder, and what the second reminder knows of it."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_events import reminders, screen, set_event
from tests.handlers.test_registration import begin, myself

MEETING = "sinh hoạt, 8 giờ sáng Chủ nhật, 20/12/2026"

DAY = "8 giờ sáng Chủ nhật, 20/12/2026"


def relative(
    talk: Talk, called: str, here: str, name: str, year: str, sex: str, *, who: str = "hanh"
) -> None:
    """Who holds the phone of `who` is registered; the organiser takes him in."""
    begin(talk, who, "Ghi tên cho người nhà")
    talk.text(who, called)
    if "Hàng xóm" in talk.buttons(who):
        talk.press(who, "Hàng xóm")
    talk.press(who, here, "Đồng ý", "Đồng ý")
    talk.text(who, name, year)
    talk.press(who, sex)
    talk.text(who, "tổ 3, ấp Hải Lạc", "0937123456")
    talk.press(who, "Không đồng ý", "Đồng ý", "Đúng hết rồi")
    if "Người khác" in talk.buttons("tu"):
        talk.press("tu", "Người khác")
    talk.press("tu", "Nhận")


@pytest.fixture
def alone(talk: Talk) -> Talk:
    """bà Sáu has heard of a meeting on her own phone."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    talk.at("2026-12-17T09:00:00")
    return talk


@pytest.fixture
def family(talk: Talk) -> Talk:
    """hanh has heard of a meeting for two grandmothers and a grandfather."""
    talk.club()
    relative(talk, "bà ngoại", "Bà đây", "Nguyễn Thị Sáu", "1948", "Nữ")
    relative(talk, "bà nội", "Bà đây", "Lê Thị Năm", "1950", "Nữ")
    relative(talk, "ông ngoại", "Ông đây", "Trần Văn Sáu", "1945", "Nam")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    talk.at("2026-12-17T09:00:00")
    return talk


def answers(talk: Talk) -> dict[str, str]:
    return dict(
        talk.sql(
            "select coalesce(called, full_name), answer from attendance"
            " join person on person.id = attendance.person_id"
            " join speaks_for on speaks_for.person_id = person.id"
        )
    )


@pytest.mark.parametrize(
    "typed",
    [
        "bà bị lạc, không thấy về", "cô Lan không nghe máy", "có cơm không", "không đồng ý",
        "đi bằng gì", "ai chở tôi đi được", "bà Năm ốm nặng",
    ],
)  # fmt: skip
def test_what_is_no_answer_is_not_written_down(alone: Talk, typed: str) -> None:
    alone.text("sau", typed)
    assert answers(alone) == {}


def test_a_form_of_address_is_no_answer(alone: Talk) -> None:
    said = alone.text("sau", "gọi tôi là cô đi")
    assert "gọi là cô" in said[0]
    assert answers(alone) == {}


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("co", "yes"), ("không đi được vì bận đám cưới", "no"), ("để con hỏi má", "unsure"),
     ("thôi", "no"), ("có lẽ không", "unsure")],
)  # fmt: skip
def test_an_answer_is_said_back_in_a_sentence(alone: Talk, typed: str, answer: str) -> None:
    said = alone.text("sau", typed)
    assert set(answers(alone).values()) == {answer}
    assert said[0].startswith("Dạ, con ghi rồi: bà ")
    assert "- " not in said[0]
    assert DAY in said[0]


def test_of_two_grandmothers_the_one_is_asked_for(family: Talk) -> None:
    said = family.text("hanh", "bà đi")
    assert said == ["Dạ, bà nào đi được ạ?"]
    assert family.buttons("hanh") == ["Bà ngoại", "Bà nội"]
    assert answers(family) == {}
    said = family.press("hanh", "Bà nội")
    assert answers(family) == {"bà nội": "yes"}
    assert said[-1] == "Dạ, bà ngoại có đi được không ạ?"


def test_two_people_come_and_who_they_are_is_asked(family: Talk) -> None:
    said = family.text("hanh", "hai nguoi di")
    assert said == ["Dạ, ai đi được ạ?"]
    assert family.buttons("hanh") == ["Bà ngoại", "Bà nội", "Ông ngoại"]


def test_a_nameless_answer_is_for_the_one_who_was_asked(family: Talk) -> None:
    said = family.press("hanh", "Chọn từng người")
    assert said == ["Dạ, bà ngoại có đi được không ạ?"]
    said = family.text("hanh", "hong di duoc")
    assert answers(family) == {"bà ngoại": "no"}
    assert said[-1] == "Dạ, bà nội có đi được không ạ?"
    family.text("hanh", "co")
    assert answers(family) == {"bà ngoại": "no", "bà nội": "yes"}
    family.text("hanh", "ông chưa biết")
    assert answers(family) == {"bà ngoại": "no", "bà nội": "yes", "ông ngoại": "unsure"}


def test_a_bare_yes_for_three_is_asked_one_by_one(family: Talk) -> None:
    family.text("hanh", "dạ")
    assert answers(family) == {}
    assert "Cả 3 người đi được" in family.buttons("hanh")


def test_a_death_stops_everything_about_the_person(family: Talk) -> None:
    said = family.text("hanh", "ông mới mất rồi con ơi")
    assert "chia buồn" in said[0]
    assert answers(family) == {}
    assert "Trần Văn Sáu (1945)" in family.last("tu")
    assert family.buttons("tu") == ["Đúng, đã mất", "Không phải"]
    heard = family.at("2026-12-19T18:00:00")
    second = [line["text"] for line in heard if line["to"] == "hanh"]
    assert len(second) == 1
    assert "bà nội và bà ngoại" in second[0]
    assert "ông" not in second[0]
    family.press("tu", "Đúng, đã mất")
    assert ("deceased",) in family.sql("select state from membership")


def test_what_waits_for_the_morning_does_not_name_who_died_in_the_night(family: Talk) -> None:
    family.at("2026-12-18T22:00:00")
    screen(family, "Lịch sinh hoạt", MEETING, "Hủy buổi này")
    family.press("tu", "Hủy")
    family.text("hanh", "ông ngoại mất rồi")
    heard = family.at("2026-12-19T08:00:00")
    told = [line["text"] for line in heard if line["to"] == "hanh"]
    assert len(told) == 1
    assert "bà nội và bà ngoại" in told[0]
    assert "ông ngoại" not in told[0]
    assert family.sql("select state, reason from notice where lead = 'cancelled' order by state") == [
        ("cancelled", "held"), ("sent", None), ("sent", None)
    ]  # fmt: skip


def test_what_waits_about_one_person_alone_is_not_said(alone: Talk) -> None:
    alone.at("2026-12-18T22:00:00")
    screen(alone, "Lịch sinh hoạt", MEETING, "Hủy buổi này")
    alone.press("tu", "Hủy")
    alone.text("sau", "rời câu lạc bộ")
    alone.press("sau", alone.buttons("sau")[0])
    heard = alone.at("2026-12-19T08:00:00")
    assert [line for line in heard if line["to"] == "sau"] == []


def test_a_death_that_was_a_mistake_is_taken_back(family: Talk) -> None:
    family.text("hanh", "ông ngoại mất rồi")
    family.press("tu", "Không phải")
    heard = family.at("2026-12-19T18:00:00")
    assert "ông ngoại" in next(line["text"] for line in heard if line["to"] == "hanh")


def test_a_change_of_mind_is_taken_at_any_time(alone: Talk) -> None:
    alone.text("sau", "co")
    alone.text("sau", "thông tin của tôi")
    said = alone.text("sau", "tôi không đi được nữa con ơi")
    assert "không đi được" in said[0]
    assert set(answers(alone).values()) == {"no"}


def test_only_who_has_not_answered_is_asked(family: Talk) -> None:
    family.text("hanh", "bà ngoại đi, ông không")
    family.press("hanh", "Đi được")
    family.text("hanh", "menu")
    said = family.text("hanh", "bà ngoại không đi được nữa")
    assert said == [
        f"Dạ, em ghi rồi: bà ngoại không đi được buổi {DAY}. Có thay đổi anh/chị cứ nhắn ạ."
    ]


def test_before_any_reminder_such_words_change_nothing(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    talk.text("sau", "tôi không đi được")
    assert answers(talk) == {}


@pytest.mark.parametrize("typed", ["may gio vay con?", "duoc, may gio", "o dau vay"])
def test_hour_and_place_of_this_very_meeting(alone: Talk, typed: str) -> None:
    said = alone.text("sau", typed)
    assert DAY in said[0]
    assert "tại nhà văn hóa" in said[0]
    assert answers(alone) == {}
    alone.text("sau", "dạ đi được")
    assert set(answers(alone).values()) == {"yes"}


def test_the_second_reminder_knows_what_was_answered(family: Talk) -> None:
    family.text("hanh", "bà ngoại đi, ông không")
    heard = family.at("2026-12-19T18:00:00")
    (text,) = [line["text"] for line in heard if line["to"] == "hanh"]
    assert "bà nội, bà ngoại và ông ngoại" in text
    assert "Bà ngoại đã báo đi được." in text
    assert "Ông ngoại đã báo không đi được." in text
    assert text.endswith("Bà nội đi được không ạ?")
    assert family.buttons("hanh") == ["Đi được", "Không đi được", "Chưa biết"]
    family.text("hanh", "có")
    assert answers(family)["bà nội"] == "yes"


def test_who_said_no_is_not_asked_again(alone: Talk) -> None:
    alone.text("sau", "không đi được")
    heard = alone.at("2026-12-19T18:00:00")
    assert reminders(heard) == ["2026-12-19T17:00"]
    assert alone.last("sau").endswith("Bà đã báo không đi được. Có đổi thì nhắn con ạ.")
    alone.text("sau", "giờ đi được rồi")
    alone.press("sau", "Có thay đổi", "Đi được")
    assert set(answers(alone).values()) == {"yes"}


def test_nobody_is_asked_where_no_place_is_left(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    myself(talk, "bay", "Trần Thị Bảy", "1950")
    talk.press("tu", "Nhận")
    set_event(talk, "Đặt lịch tập huấn", "8 giờ sáng 20/12/2026, hội trường", "1")
    talk.at("2026-12-13T09:00:00")
    talk.press("sau", "Đi được")
    talk.at("2026-12-19T18:00:00")
    assert "Đã đủ chỗ" in talk.last("bay")
    assert "đi được không" not in talk.last("bay")
    assert "đã báo đi được" in talk.last("sau")
    assert "đủ chỗ" not in talk.last("sau")


def test_who_has_heard_of_nothing_yet_is_told_the_next_meeting(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    assert DAY in talk.text("sau", "may gio vay con")[0]


def test_an_organiser_who_hears_of_a_death_at_home_looks_into_it_himself(talk: Talk) -> None:
    talk.club()
    talk.play([{"from": "tu", "start": talk.join_code()}])
    talk.press("tu", "Ghi tên cho người nhà")
    talk.text("tu", "má")
    talk.press("tu", "Bà đây", "Đồng ý", "Đồng ý")
    talk.text("tu", "Nguyễn Thị Sáu", "1948")
    talk.press("tu", "Nữ")
    talk.text("tu", "tổ 3", "không có")
    talk.press("tu", "Không đồng ý", "Đồng ý", "Đúng hết rồi", "Nhận")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    talk.at("2026-12-17T09:00:00")
    talk.text("tu", "má mất rồi")
    screen(talk, "Thành viên (0 người chờ)", "Nghe nói đã mất: Nguyễn Thị Sáu", "Đúng, đã mất")
    assert not talk.errors, talk.errors
    assert talk.sql("select state from membership") == [("deceased",)]


def test_nothing_is_noted_of_the_dead_through_an_old_reminder(talk: Talk) -> None:
    talk.club()
    relative(talk, "bà ngoại", "Bà đây", "Nguyễn Thị Sáu", "1948", "Nữ")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    talk.at("2026-12-17T09:00:00")
    talk.text("hanh", "bà ngoại mất rồi con ơi")
    # Where there are no buttons, a number answers the message with choices that was shown last.
    assert talk.text("hanh", "1") == ["Dạ, em không ghi gì thêm về bà ngoại ạ."]
    assert talk.text("hanh", "đi được") == ["Dạ, em không ghi gì thêm về bà ngoại ạ."]
    assert answers(talk) == {}


def test_word_of_a_death_is_taken_back(family: Talk) -> None:
    family.text("hanh", "ông ngoại mất rồi")
    said = family.text("hanh", "lộn rồi, ông ngoại còn sống")
    assert "nhắc lịch cho ông ngoại lại như cũ" in said[0]
    assert "là nhắn lộn" in family.last("tu")
    assert family.sql("select count(*) from person where held_at is not null") == [(0,)]
    family.text("hanh", "ông đi được")
    assert answers(family) == {"ông ngoại": "yes"}


def test_of_whom_the_phone_knows_the_answer_counts(talk: Talk) -> None:
    talk.club()
    relative(talk, "bà ngoại", "Bà đây", "Nguyễn Thị Sáu", "1948", "Nữ")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    talk.at("2026-12-17T09:00:00")
    said = talk.text("hanh", "bà đi, ông không")
    assert answers(talk) == {"bà ngoại": "yes"}
    assert "Còn ông thì em chưa thấy" in said[-1]


@pytest.mark.parametrize("typed", ["thoi ba hong di nua", "ba moi qua hong di noi"])
def test_a_change_of_mind_in_a_tired_voice(alone: Talk, typed: str) -> None:
    alone.press("sau", "Đi được")
    alone.at("2026-12-18T09:00:00")
    alone.text("sau", typed)
    assert set(answers(alone).values()) == {"no"}


def test_what_to_bring_is_said_even_when_it_is_nothing(alone: Talk) -> None:
    said = alone.text("sau", "bua do mang gi vay con")
    assert "Không dặn mang gì." in said[0]
    set_event(
        alone,
        "Đặt lịch khám sức khỏe",
        "7 giờ sáng 22/12/2026, trạm y tế",
        "sổ khám bệnh",
        "Có dặn",
    )
    alone.press("sau", "Đi được")
    said = alone.text("sau", "bua do mang gi")
    assert "Nhớ mang sổ khám bệnh. Nhớ nhịn ăn sáng." in said[0]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("bà ngoại tới nấu", "yes"),
        ("ba ngoai khong di nau duoc", "no"),
        ("ong ngoai qua nau", "yes"),
    ],
)
def test_the_verb_of_the_question_answers_it(
    monkeypatch: pytest.MonkeyPatch, family: Talk, typed: str, answer: str
) -> None:
    heard = "bot.handlers.events.attendance_screens.come_words"
    monkeypatch.setattr(heard, lambda _kind: ("đi nấu", "come and cook"))
    family.text("hanh", typed)
    assert [each for each in answers(family).values() if each] == [answer]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("chac ba di duoc", "yes"),
        ("uhm", "yes"),
        ("chừa bà cái ghế nha", "yes"),
        ("3 giờ bà tới", "yes"),
        ("hông nổi rồi con", "no"),
        ("bữa đó bà về quê", "no"),
        ("bà khỏi đi họp", "no"),
        ("tui khoi di hop nha", "no"),
        ("bà thôi đi họp nghen", "no"),
        ("bà ngại đi họp lắm", "no"),
        ("bà đâu cần đi họp", "no"),
        ("bà đi họp chi", "no"),
        ("không ngại đi họp đâu", "yes"),
        ("khỏi bệnh rồi đi họp được", "yes"),
        ("khỏi chừa ghế cho tui", "no"),
        ("bữa đó bà đi khám", "no"),
        ("hôm đó bà đi tập huấn trên xã", "no"),
        ("bữa đó tui đi khám mắt rồi", "no"),
        ("bữa đó bà đi họp phụ huynh cho cháu", "no"),
        ("cho bà xin vắng", "no"),
        ("k dc r", "no"),
        ("nếu mưa thì bà nghỉ", "unsure"),
        ("tới đó hẵng hay", "unsure"),
    ],
)
def test_what_is_surely_understood_below_a_reminder_is_noted(
    alone: Talk, typed: str, answer: str
) -> None:
    alone.text("sau", typed)
    assert alone.sql("select answer from attendance") == [(answer,)]
