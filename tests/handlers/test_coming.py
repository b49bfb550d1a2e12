"""Who comes, told of an event to come that no reminder has asked about yet."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import myself

MEETING = "buổi sinh hoạt, 8 giờ sáng Chủ nhật, 20/12/2026"
CHECK = "buổi khám sức khỏe, 7 giờ sáng thứ Ba, 22/12/2026"


@pytest.fixture
def club(talk: Talk) -> Talk:
    """sau is a member; a meeting and a health check are set, and nobody was reminded of them."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    set_event(talk, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    set_event(
        talk,
        "Đặt lịch khám sức khỏe",
        "7 giờ sáng 22/12/2026, trạm y tế",
        "Bỏ qua",
        "Không cần nhịn",
    )
    return talk


def answers(talk: Talk) -> list[tuple[str]]:
    return talk.sql("select answer from attendance order by occurrence_id, person_id")


@pytest.mark.parametrize(
    ("typed", "which", "answer"),
    [
        ("bữa họp tới bác không đi được đâu", MEETING, "no"),
        ("bua hop toi ba ko di duoc dau con", MEETING, "no"),
        ("mai mốt họp bà đi nghe", MEETING, "yes"),
        ("họp lần tới cho bà xin nghỉ", MEETING, "no"),
        ("lần tới bà đi", MEETING, "yes"),
        ("buổi khám thì thôi", CHECK, "no"),
        ("ba di kham", CHECK, "yes"),
        ("buổi khám sức khỏe bà không đi nha", CHECK, "no"),
        ("bữa họp tới bà chưa biết có đi được không", MEETING, "unsure"),
        ("bua do ba khong di duoc", MEETING, "no"),
        ("mai bà đi khám bệnh, không đi họp được", MEETING, "no"),
    ],
)
def test_it_is_noted_for_the_next_one_which_is_said_back(
    club: Talk, typed: str, which: str, answer: str
) -> None:
    assert which in club.text("sau", typed)[0]
    assert answers(club) == [(answer,)]


@pytest.mark.parametrize(
    "typed",
    [
        "mai họp bà có đi được không",
        "hôm qua bà đi họp vui lắm",
        "bữa họp tới mấy giờ",
        "bữa họp tới ông Tám có đi không",
    ],
)
def test_a_question_and_what_is_over_note_nothing(club: Talk, typed: str) -> None:
    club.text("sau", typed)
    assert answers(club) == []


def test_what_is_not_set_is_said_to_be_none(club: Talk) -> None:
    assert "chưa đặt lịch tập huấn" in club.text("sau", "tập huấn bà không đi")[0]
    assert answers(club) == []


def test_of_several_the_named_ones_are_noted_and_nameless_words_ask_who(club: Talk) -> None:
    relative(club, "bà ngoại", "Bà đây", "Lê Thị Ba", "1948", "Nữ")
    relative(club, "ông ngoại", "Ông đây", "Trần Văn Tư", "1945", "Nam")
    said = club.text("hanh", "bữa họp tới không đi được đâu")
    assert said == ["Dạ, ai không đi được ạ?"]
    assert club.buttons("hanh") == ["Bà ngoại", "Ông ngoại"]
    said = club.text("hanh", "khám sức khỏe thì cả hai đi nha")
    assert "bà ngoại và ông ngoại đi được" in said[0]
    assert CHECK in said[0]
    said = club.text("hanh", "bà ngoại đi họp, ông không đi")
    assert said[0].startswith("- bà ngoại: đi được.\n- ông ngoại: không đi được.")


def test_who_speaks_for_others_alone_is_on_no_list_himself(club: Talk) -> None:
    relative(club, "bà ngoại", "Bà đây", "Lê Thị Ba", "1948", "Nữ")
    assert "chưa ghi gì" in club.text("hanh", "bữa họp tới tui đi được nha con")[0]
    assert answers(club) == []


@pytest.mark.parametrize(
    ("typed", "noted"),
    [
        ("họp thì đi, khám thì không", ["yes", "no"]),
        ("hop thi di, kham thi khong", ["yes", "no"]),
        ("bữa họp bà đi, khám bà đi luôn", ["yes", "yes"]),
        ("khám thì bà đi còn họp thì thôi", ["no", "yes"]),
    ],
)
def test_two_events_to_come_are_answered_at_once(club: Talk, typed: str, noted: list[str]) -> None:
    said = club.text("sau", typed)
    assert any(MEETING in each for each in said)
    assert any(CHECK in each for each in said)
    assert answers(club) == [(each,) for each in noted]


@pytest.mark.parametrize("typed", ["mai bà không đi chợ được", "thứ bảy này bà không đi được"])
def test_a_day_on_which_nothing_is_notes_nothing(club: Talk, typed: str) -> None:
    club.text("sau", typed)
    assert answers(club) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("hom nay may tay roi con", "hôm nay là thứ Ba, 01/12/2026 (ngày 23 tháng 10 âm lịch)"),
        ("hôm nay thứ mấy", "hôm nay là thứ Ba, 01/12/2026 (ngày 23 tháng 10 âm lịch)"),
        ("nay mung may roi con", "hôm nay là thứ Ba, 01/12/2026"),
        ("mai là ngày mấy", "đó là thứ Tư, 02/12/2026"),
        ("mùng 5 tháng giêng là thứ mấy", "đó là"),
    ],
)
def test_what_day_it_is(club: Talk, typed: str, said: str) -> None:
    assert said in club.text("sau", typed)[0]
