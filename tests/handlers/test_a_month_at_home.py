"""What an old couple and a sister on one phone say in a month, as they say it."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import set_event

REMINDED = "2026-12-02T08:05:00"


@pytest.fixture
def home(club: Talk) -> Talk:
    """sau is a member and speaks for her husband and her sister."""
    club.play([{"from": "hanh", "start": club.join_code()}])
    relative(club, "ông ngoại", "Ông đây", "Lê Văn Hai", "1945", "Nam")
    relative(club, "bà ngoại", "Bà đây", "Nguyễn Thị Ba", "1947", "Nữ")
    set_event(club, "Đặt lịch sinh hoạt", "thứ Bảy đầu tháng, 8 giờ, nhà văn hoá ấp 3")
    return club


def answers(talk: Talk) -> dict[str, str]:
    return dict(
        talk.sql(
            "select person.full_name, attendance.answer from attendance"
            " join person on person.id = attendance.person_id"
        )
    )


@pytest.mark.parametrize(
    "typed", ["con oi mai co hop hong", "mai có họp không con", "thu bay nay co hop ko"]
)
def test_whether_there_is_a_meeting_is_no_word_of_staying_away(home: Talk, typed: str) -> None:
    said = home.text("hanh", typed)
    assert "05/12/2026" in said[0]
    assert not any("không đi" in each for each in said)
    assert answers(home) == {}


@pytest.mark.parametrize(
    ("typed", "he", "she"),
    [
        ("ổng ở nhà coi nhà, bả đi", "no", "yes"),
        ("bả đi, ổng ở nhà giữ cháu", "no", "yes"),
        ("ông đi, bả sợ đi hông nổi", "yes", "no"),
        ("bà ấy đi, ông ấy không đi", "no", "yes"),
    ],
)
def test_him_and_her_are_the_man_and_the_woman_on_the_phone(
    home: Talk, typed: str, he: str, she: str
) -> None:
    home.at(REMINDED)
    home.text("hanh", typed)
    assert answers(home) == {"Lê Văn Hai": he, "Nguyễn Thị Ba": she}


def test_who_changes_his_mind_is_noted_as_he_says_now(home: Talk) -> None:
    home.at(REMINDED)
    home.text("hanh", "cả hai đi", "ổng đổi ý rồi, ở nhà")
    assert answers(home) == {"Lê Văn Hai": "no", "Nguyễn Thị Ba": "yes"}
    home.text("hanh", "ông đổi ý, đi luôn")
    assert answers(home)["Lê Văn Hai"] == "yes"


def test_an_uh_to_a_reminder_that_asks_nothing_is_answered_in_a_word(home: Talk) -> None:
    home.at(REMINDED)
    home.text("hanh", "cả hai đi")
    assert "Có thay đổi" in str(home.at("2026-12-04T17:05:00"))
    assert home.text("hanh", "uh") == ["Dạ, em đây ạ."]


def test_to_leave_it_for_tomorrow_leaves_the_answer_open(home: Talk) -> None:
    home.at(REMINDED)
    home.text("hanh", "để mai tính")
    assert set(answers(home).values()) == {"unsure"}


@pytest.mark.parametrize("typed", ["không, lộn", "lộn rồi", "không phải, nhầm", "thôi"])
def test_who_meant_something_else_leaves_nobodys_club(home: Talk, typed: str) -> None:
    home.text("hanh", "xoa ten ong ngoai dum")
    assert "giữ nguyên" in home.text("hanh", typed)[0]
    assert home.sql("select count(*) from membership where state = 'left'") == [(0,)]


@pytest.mark.parametrize("typed", ["thôi để mai", "để mai tính", "thôi bữa khác đi con"])
def test_what_is_put_off_below_a_screen_is_let_go(home: Talk, typed: str) -> None:
    home.text("la", "cho tui đăng ký")
    assert home.text("la", typed) == ["Dạ, con chào bác. Cần gì bác cứ nhắn con ạ."]


def test_a_place_is_not_called_tomorrow(club: Talk) -> None:
    club.text("sau", "sửa địa chỉ")
    assert "dừng ở đây" in club.text("sau", "để mai tính")[-1]


@pytest.mark.parametrize("typed", ["thêm chị Hai nữa", "them chi Hai nua", "ghi thêm chị Hai luôn"])
def test_who_comes_besides_keeps_her_name(club: Talk, typed: str) -> None:
    club.play([{"from": "hanh", "start": club.join_code()}])
    relative(club, "ông ngoại", "Ông đây", "Lê Văn Hai", "1945", "Nam")
    said = " ".join(club.text("hanh", typed))
    assert "chị Hai" in said
    assert "nữa" not in said.replace("khác nữa", "")


@pytest.mark.parametrize("typed", ["bà ngoại hổng muốn nghe nhắc nữa", "dung nhac ba ngoai nua"])
def test_one_who_is_named_is_no_more_reminded_and_the_other_is(home: Talk, typed: str) -> None:
    asked = home.text("hanh", typed)
    assert "thôi nhắc lịch cho bà ngoại phải không ạ?" in asked[0]
    home.text("hanh", "ừ")
    told = " ".join(each["text"] for each in home.at(REMINDED) if each["to"] == "hanh")
    assert "nhắc ông ngoại:" in told


def test_who_names_nobody_is_asked_for_whom(home: Talk) -> None:
    home.text("hanh", "thôi đừng nhắc nữa")
    assert "Thôi nhắc cho bà ngoại" in home.buttons("hanh")
    assert "Thôi nhắc cho ông ngoại" in home.buttons("hanh")


@pytest.mark.parametrize(
    "typed",
    ["à quên, bà ngoại đau chưn không đi được", "quên, bà ngoại không đi được", "bà ngoại đau bụng không đi được"],
)  # fmt: skip
def test_what_is_remembered_later_is_noted(home: Talk, typed: str) -> None:
    home.at(REMINDED)
    home.text("hanh", "cả hai đi", typed)
    assert answers(home) == {"Lê Văn Hai": "yes", "Nguyễn Thị Ba": "no"}


def test_he_is_home_again_and_is_reminded(home: Talk) -> None:
    home.text("hanh", "ong ngoai te nam benh vien roi")
    assert "lại như cũ" in home.text("hanh", "ổng về rồi con")[-1]


def test_he_who_rests_nowhere_is_not_back(home: Talk) -> None:
    assert not any("lại như cũ" in each for each in home.text("hanh", "ổng về rồi con"))
