"""An organiser's announcement: read back, then to all members, each the way that reaches them."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_attendance import relative
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import myself

SENT = "Gửi đi"


@pytest.fixture
def club(talk: Talk) -> Talk:
    """sau is a member on her own phone, bà nội on that of hanh, which has no buttons."""
    talk.club()
    myself(talk)
    talk.press("tu", "Nhận")
    relative(talk, "bà nội", "Bà đây", "Lê Thị Năm", "1950", "Nữ")
    talk.play([{"from": "hanh", "channel": "zalo"}])
    return talk


def heard(talk: Talk, before: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in talk.said[before:]:
        if line["kind"] == "announcement":
            found.setdefault(line["to"], []).append(line["text"])
    return found


def test_it_is_read_back_as_members_read_it_and_goes_on_only_then(club: Talk) -> None:
    before = len(club.said)
    said = club.text("tu", "nhắn bà con mai đem theo dù nha")
    assert "Mai đem theo dù" in said[-2]
    assert "bà con" in said[-2]
    assert "gửi cho 2 thành viên" in said[-1]
    assert heard(club, before) == {}
    said = club.press("tu", SENT)
    assert "Báo cho: 2 người" in said[-1]
    (told,) = heard(club, before)["sau"]
    assert told.endswith("Mai đem theo dù nha")
    assert "tới bà:" in told
    (told,) = heard(club, before)["hanh"]
    assert "tới bà nội:" in told


@pytest.mark.parametrize("no", ["Thôi, không gửi", "thôi", "dừng lại"])
def test_a_no_sends_nothing(club: Talk, no: str) -> None:
    before = len(club.said)
    club.text("tu", "báo bà con chiều nay xe nước tới", no)
    assert heard(club, before) == {}
    assert club.sql("select count(*) from announcement") == [(0,)]


def test_other_words_are_asked_for_and_read_back(club: Talk) -> None:
    club.text("tu", "báo bà con chiều nay xe nước tới")
    assert "muốn nhắn bà con điều gì" in club.press("tu", "Sửa lại lời")[-1]
    said = club.text("tu", "5 giờ chiều xe nước tới đình")
    assert "5 giờ chiều xe nước tới đình" in said[-2]
    club.press("tu", SENT)
    assert club.sql("select text from announcement") == [("5 giờ chiều xe nước tới đình",)]


def test_nothing_said_is_asked_for(club: Talk) -> None:
    assert "muốn nhắn bà con điều gì" in club.text("tu", "gởi thông báo cho mọi người")[-1]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("gửi cho mọi người: mai mưa nhớ mang áo mưa", "\nMai mưa nhớ mang áo mưa"),
        ("chuyển cho cả nhà biết thứ bảy khám mắt", "\nThứ bảy khám mắt"),
    ],
)
def test_what_asks_to_send_is_no_part_of_it(club: Talk, words: str, read: str) -> None:
    assert club.text("tu", words)[-2].endswith(read)


def test_at_night_it_waits_for_the_morning(club: Talk) -> None:
    club.at("2026-12-01T22:00:00")
    before = len(club.said)
    club.text("tu", "nhắn bà con mai đem theo dù")
    said = club.press("tu", SENT)
    assert "7 giờ sáng thứ Tư, 02/12/2026" in said[-1]
    assert heard(club, before) == {}
    club.at("2026-12-02T07:00:00")
    assert sorted(heard(club, before)) == ["hanh", "sau"]


def test_who_can_not_be_reached_is_called(club: Talk) -> None:
    club.sql_write("update speaks_for set told = 0 where called = 'bà nội'")
    club.text("tu", "nhắn bà con mai đem theo dù")
    said = club.press("tu", SENT)
    assert "1 người nhờ anh/chị gọi" in said[-1]
    said = club.press("tu", "Gọi điện báo")
    assert "Chuyển lời: Mai đem theo dù" in said[0]
    assert "Lê Thị Năm" in said[0]
    assert "Nguyễn Thị Sáu" not in said[0]


@pytest.mark.parametrize("news", ["bà nội nằm viện rồi con", "bà nội mất rồi con ơi"])
def test_nothing_is_told_to_who_is_away_or_has_died(club: Talk, news: str) -> None:
    club.text("hanh", news)
    if "Phải, đã mất" in club.buttons("hanh"):
        club.text("hanh", "Phải, đã mất")
    before = len(club.said)
    club.text("tu", "nhắn bà con mai đem theo dù")
    club.press("tu", SENT)
    assert list(heard(club, before)) == ["sau"]


def test_nothing_is_told_to_who_wants_no_messages(club: Talk) -> None:
    club.text("sau", "đừng nhắn nữa")
    club.press("sau", "Thôi nhắc")
    before = len(club.said)
    club.text("tu", "nhắn bà con mai đem theo dù")
    club.press("tu", SENT)
    assert list(heard(club, before)) == ["hanh"]


def test_words_that_call_off_a_meeting_ask_about_the_meeting(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 2/12/2026, nhà văn hóa")
    before = len(club.said)
    said = club.text("tu", "nhắn bà con mai nghỉ nha")
    assert "đang có buổi sinh hoạt" in said[-1]
    assert len(said[-1]) <= 400
    club.press("tu", "Chỉ gửi lời nhắn", SENT)
    assert [text.split("\n")[-1] for text in heard(club, before)["sau"]] == ["Mai nghỉ nha"]
    club.text("tu", "nhắn bà con mai nghỉ nha")
    club.press("tu", "Hủy buổi này", "Hủy")
    assert club.sql("select state from occurrence") == [("cancelled",)]


def test_the_words_are_forgotten_with_those_of_messages(club: Talk) -> None:
    club.text("tu", "nhắn bà con mai đem theo dù")
    club.press("tu", SENT)
    club.at("2027-01-15T08:00:00")
    assert club.sql("select text from announcement") == [("",)]


def test_a_member_announces_nothing(club: Talk) -> None:
    club.text("sau", "nhắn bà con mai nghỉ nha")
    assert club.sql("select count(*) from announcement") == [(0,)]
    assert SENT not in club.buttons("sau")


def test_an_officer_hears_that_organisers_do_it(talk: Talk) -> None:
    talk.play([{"from": "minh", "start": talk.code("coordinator")}])
    assert (
        "người tổ chức của từng câu lạc bộ làm" in talk.text("minh", "nhắn bà con mai nghỉ nha")[-1]
    )


# To one group


@pytest.fixture
def groups(club: Talk) -> Talk:
    """sau lives in tổ 3, bà nội in tổ 1."""
    club.sql_write("update membership set address = 'Tổ 1, ấp Hải Lạc'")
    club.sql_write("update membership set address = 'tổ 3, ấp Hải Lạc' where id = 1")
    return club


@pytest.mark.parametrize(
    "words",
    ["nhắn tổ 3 mang theo ghế", "bao ba con to 3 mang theo ghe", "gửi bà con tổ 3: mang theo ghế"],
)
def test_a_group_that_is_named_hears_it_alone(groups: Talk, words: str) -> None:
    before = len(groups.said)
    assert "gửi cho 1 thành viên tổ 3 nha" in groups.text("tu", words)[-1]
    assert "Báo cho: 1 người" in groups.press("tu", SENT)[-1]
    found = heard(groups, before)
    assert list(found) == ["sau"]
    assert "Mang theo gh" in found["sau"][0]


def test_one_of_the_groups_is_picked(groups: Talk) -> None:
    before = len(groups.said)
    assert "gửi cho 2 thành viên nha" in groups.text("tu", "nhắn bà con mai đem theo dù")[-1]
    groups.press("tu", "Gửi một tổ thôi")
    assert groups.buttons("tu")[:2] == ["Tổ 1 (1 người)", "Tổ 3 (1 người)"]
    groups.press("tu", "Tổ 1 (1 người)")
    assert list(heard(groups, before)) == ["hanh"]


def test_a_group_of_which_nobody_is_known_is_no_group(groups: Talk) -> None:
    said = groups.text("tu", "nhắn tổ 9 mang theo ghế")
    assert "gửi cho 2 thành viên nha" in said[-1]
    assert "ổ 9 mang theo ghế" in said[-2]


@pytest.mark.parametrize("typed", ["gui cho toi", "nhắc tôi mai gặp xã", "gửi cho tôi cái mẫu đó"])
def test_what_an_organiser_wants_for_himself_is_read_to_nobody(club: Talk, typed: str) -> None:
    said = club.text("tu", typed)
    assert not any("bà con sẽ đọc" in text for text in said)


@pytest.mark.parametrize("typed", ["lam tiep di", "ghi di con", "xong chua"])
def test_only_its_own_words_send_an_announcement(club: Talk, typed: str) -> None:
    before = len(club.said)
    club.text("tu", "nhắn bà con mai đem theo dù nha", typed)
    assert heard(club, before) == {}
    club.text("tu", "gui di")
    assert heard(club, before).keys() == {"sau", "hanh"}


@pytest.mark.parametrize(
    ("typed", "screen"),
    [
        ("ai chua tra loi vay con", "chưa có lịch"),
        ("bữa trước có mấy người đi họp", "chưa có lịch"),
        ("cho tui cai danh sach moi nhat", "Xem danh sách"),
    ],
)
def test_another_screen_asked_for_below_the_choices_is_opened_and_they_wait(
    club: Talk, typed: str, screen: str
) -> None:
    club.text("tu", "nhắn bà con mai đem theo dù nha")
    said = club.text("tu", typed)
    shown = [*said, *club.buttons("tu")]
    assert any(screen in each for each in shown)
    assert "Ghi tiếp chỗ đang dở" in club.buttons("tu")
    assert "bà con sẽ đọc" in club.press("tu", "Ghi tiếp chỗ đang dở")[-1]


def test_who_gives_it_up_before_its_words_writes_none(club: Talk) -> None:
    club.text("tu", "nhắn bà con")
    said = club.text("tu", "thoi khong gui nua")
    assert "muốn dừng, hay ghi" in said[0]
