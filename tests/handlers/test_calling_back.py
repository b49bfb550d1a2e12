"""A number that is typed after the offer of a call is the number to call, and said back."""

from __future__ import annotations

import pytest

from tests.conftest import Talk


@pytest.mark.parametrize(
    "typed",
    ["0300 000 123", "gọi số 0300000123 nha con", "số tui nè 0300.000.123, chiều gọi cũng được"],
)
@pytest.mark.parametrize("who", ["sau", "la"])
def test_it_is_read_back_and_handed_on(club: Talk, who: str, typed: str) -> None:
    club.text(who, "cho tôi gặp người phụ trách")
    said = club.text(who, typed)[0]
    assert "số 0300 000 123, đúng không ạ?" in said
    assert club.sql("select count(*) from enquiry") == [(0,)]
    assert "đã gửi" in club.text(who, "đúng rồi")[0]
    told = club.last("tu" if who == "sau" else "minh")
    assert "Xin gọi số 0300 000 123" in told
    # Her number on the roster is another one: she said which to call.
    assert "0912" not in told


def test_a_wrong_number_is_said_anew(club: Talk) -> None:
    club.text("sau", "cho tôi gặp người phụ trách", "0300 000 123")
    assert club.text("sau", "không phải")[0] == "Dạ, gọi lại số nào ạ?"
    assert "số 0300 000 124" in club.text("sau", "0300000124")[0]
    club.press("sau", "Đúng")
    assert "Xin gọi số 0300 000 124" in club.last("tu")
    assert "0300 000 123" not in club.last("tu")


def test_right_after_it_was_handed_on_the_number_follows(club: Talk) -> None:
    club.text("la", "cho tôi gặp người phụ trách")
    club.press("la", "Nhắn giúp tôi")
    assert "số 0300 000 123, đúng không ạ?" in club.text("la", "0300 000 123")[0]
    club.press("la", "Đúng")
    assert "Xin gọi số 0300 000 123" in club.last("minh")


def test_in_danger_nobody_is_asked_again(club: Talk) -> None:
    club.text("sau", "ông nhà tui té xỉu rồi")
    said = club.text("sau", "0300 000 123")
    assert any("Số để gọi: 0300 000 123" in each for each in said)
    assert "Xin gọi số 0300 000 123" in club.last("tu")


def test_a_number_that_is_to_be_changed_is_no_number_to_call(club: Talk) -> None:
    club.text("sau", "cho tôi gặp người phụ trách")
    assert "số 0300 000 123, đúng không" not in club.text("sau", "đổi số mới 0300 000 123")[0]
