"""How talk ends: goodbyes, news that it is better, and the way back under what was typed."""

from __future__ import annotations

import pytest

from bot.intents.leaving import gives_up
from tests.conftest import Talk
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import begin


@pytest.mark.parametrize(
    "typed", ["tạm biệt con", "bye con", "bà đi ngủ nghe", "tam biet con nghe"]
)
@pytest.mark.parametrize("who", ["sau", "la"])
def test_a_goodbye_is_answered_and_opens_nothing(club: Talk, who: str, typed: str) -> None:
    (said,) = club.text(who, typed)
    assert "con chào" in said
    assert "muốn làm gì" not in said


def test_a_goodbye_in_the_middle_of_a_form_keeps_what_was_said(club: Talk) -> None:
    begin(club, "hanh", "Ghi tên cho tôi")
    # Before the consent there is nothing that may be kept.
    assert "chưa ghi hay đổi gì của ai hết" in club.text("hanh", "bye con")[-1]
    begin(club, "hanh", "Ghi tên cho tôi")
    club.press("hanh", "Đồng ý", "Đồng ý")
    left = club.text("hanh", "mai lam tiep nha, gio chu di nau com")[-1]
    assert "Những gì bác đã nói vẫn còn" in left
    assert 'gõ "ghi tiếp"' in left
    assert "họ và tên" in club.text("hanh", "ghi tiếp")[-1]


_LEAVES = (
    "mai lam tiep nha, gio chu di nau com",
    "thôi giờ bà đi chợ, lát nói tiếp",
    "chiều rảnh tui vô lại",
    "tui đi đón cháu đã",
    "khi nào rảnh bà vô lại",
)


@pytest.mark.parametrize("typed", _LEAVES)
def test_who_has_something_else_to_do_now_is_let_go(club: Talk, typed: str) -> None:
    assert club.text("sau", typed) == ["Dạ, con chào bà. Cần gì bà cứ nhắn con ạ."]
    # Who founds a club is told by what word it goes on.
    assert 'gõ "làm tiếp"' in club.text("tu", typed)[0]
    assert "bước tiếp theo" in club.text("tu", "làm tiếp")[0]


def test_words_of_stopping_below_a_screen_ask_for_nothing(club: Talk) -> None:
    club.text("sau", "thông tin của tôi")
    assert club.text("sau", "thôi") == ["Dạ, cần gì bà cứ nhắn con ạ."]


@pytest.mark.parametrize("typed", ["mai tui nhắn lại", "mai ba day tui nhan lai", "thôi"])
def test_a_stranger_whom_nobody_reminds_is_told_of_no_reminders(club: Talk, typed: str) -> None:
    said = club.text("la", typed)
    assert not any("nhắc" in text for text in said)


@pytest.mark.parametrize("typed", ["gọi 115 rồi", "em goi xe roi", "đang chở bà đi bệnh viện"])
def test_who_has_called_for_help_is_not_told_to_call_again(club: Talk, typed: str) -> None:
    club.text("hanh", "bà ngoại té cầu thang chảy máu đầu")
    assert "Báo giúp tôi" in club.buttons("hanh")
    said = club.text("hanh", typed)
    assert said[0].startswith("Dạ, vậy là phải rồi")
    assert club.buttons("hanh")[0] == "Báo giúp tôi"


@pytest.mark.parametrize("typed", ["nhẹ thôi không sao", "bà đỡ rồi", "tinh roi"])
def test_what_has_passed_is_heard_right_below_the_number(club: Talk, typed: str) -> None:
    club.text("hanh", "bà ngoại té xỉu ngoài sân")
    assert "mừng" in club.text("hanh", typed)[0]
    asked = club.told("hanh", "2026-12-01T20:00:00")
    assert not any("hỏi thăm" in text for text in asked)


@pytest.mark.parametrize(
    "typed", ["con là người hay là máy", "kêu bà bằng cô đi", "tui được nhận chưa", "bao giờ họp"]
)
def test_the_last_words_of_what_was_typed_lead_back(club: Talk, typed: str) -> None:
    club.text("sau", typed)
    assert club.buttons("sau") == ["Về đầu trang"]
    assert "muốn làm gì" in club.press("sau", "Về đầu trang")[-1]


def test_the_way_back_takes_no_reminders_answer(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    club.at("2026-12-17T09:00:00")
    club.text("sau", "con là người hay là máy")
    assert "bà không đi được" in club.text("sau", "2")[0]


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("xóa hết thông tin của tui", "Dừng lại"),
        ("sua so dien thoai", "dừng lại"),
        ("sửa số điện thoại", "thôi khỏi"),
        ("sửa địa chỉ", "thôi bỏ đi"),
    ],
)
def test_who_stops_before_something_is_deleted_or_changed_is_not_led_back(
    club: Talk, typed: str, word: str
) -> None:
    club.text("sau", typed)
    assert "chưa ghi hay đổi gì" in club.text("sau", word)[-1]
    for said in club.text("sau", "ghi tiếp"):
        assert "Mình ghi tiếp ạ" not in said


def test_the_form_from_before_is_what_is_gone_on_with(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho người nhà")
    club.text("sau", "bà ngoại")
    club.press("sau", "Bà đây", "Đồng ý", "Đồng ý", "Dừng lại")
    club.text("sau", "xóa hết thông tin của tui")
    club.press("sau", "Dừng lại")
    assert "Mình ghi tiếp ạ" in club.text("sau", "ghi tiếp")[0]


GIVES_UP = ("hủy đi", "huy di con", "thôi khỏi", "thoi khoi", "bỏ đi", "thôi bỏ đi", "thôi hủy đi",
            "hủy dùm", "khỏi làm nữa", "thôi dẹp đi", "thôi không cần nữa", "hủy giúp anh")  # fmt: skip


@pytest.mark.parametrize("typed", GIVES_UP)
@pytest.mark.parametrize("screen", ["", "báo cáo", "mời người thành lập"])
def test_an_officer_who_wants_no_more_is_asked_nothing(club: Talk, screen: str, typed: str) -> None:
    if screen:
        club.text("minh", screen)
    assert club.text("minh", typed) == ["Dạ, cần gì anh/chị cứ nhắn em ạ."]


@pytest.mark.parametrize("typed", GIVES_UP)
def test_an_organiser_who_gives_up_is_not_asked_about_reminders(club: Talk, typed: str) -> None:
    for said in club.text("tu", typed):
        assert "thôi nhắc" not in said
        assert "ý anh/chị" not in said


@pytest.mark.parametrize("typed", GIVES_UP)
def test_a_question_that_asks_no_yes_is_stopped_by_it(club: Talk, typed: str) -> None:
    club.text("sau", "sửa số điện thoại")
    assert "dừng ở đây" in club.text("sau", typed)[-1]


@pytest.mark.parametrize("typed", ["Khôi", "Huỳnh Văn Bộ", "bo di", "khỏi bệnh rồi con"])
def test_a_name_or_news_gives_nothing_up(typed: str) -> None:
    assert not gives_up(typed)


def test_an_organiser_calls_off_what_is_offered_to_be_called_off(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    assert "muốn hủy buổi nào" in club.text("tu", "thôi hủy đi")[0]


def test_a_deletion_that_waited_for_something_urgent_is_gone_on_with(club: Talk) -> None:
    club.text("sau", "sửa số điện thoại")
    club.text("sau", "tôi té đau quá, chảy máu")
    assert "số điện thoại mới" in club.text("sau", "ghi tiếp")[-1]
