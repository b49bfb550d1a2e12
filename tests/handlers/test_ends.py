"""How talk ends: goodbyes, news that it is better, and the way back under what was typed."""

from __future__ import annotations

import pytest

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
    assert "chưa ghi gì của ai hết" in club.text("hanh", "bye con")[-1]
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
