"""Between two things: an "à ra vậy" and a "cho hỏi chút" get a kind word and open nothing."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_events import set_event
from tests.handlers.test_registration import begin


@pytest.mark.parametrize("text", ["vay ha con", "biết rồi con ơi", "ua vay a", "hieu roi"])
def test_what_was_heard_is_no_question(club: Talk, text: str) -> None:
    assert club.text("sau", text) == ["Dạ, con đây ạ."]


def test_who_heard_a_reminder_is_asked_again_whether_he_comes(club: Talk) -> None:
    set_event(club, "Đặt lịch sinh hoạt", "8 giờ sáng 20/12/2026, nhà văn hóa")
    club.at("2026-12-17T09:00:00")
    assert club.text("sau", "biet roi con")[-1].endswith("Bà đi được không ạ?")
    assert "đi được buổi 8 giờ" in club.text("sau", "di chu")[-1]


@pytest.mark.parametrize("text", ["cho hoi chut", "con oi cho ba hoi cai nay"])
def test_who_has_a_question_is_told_to_ask_it(club: Talk, text: str) -> None:
    (said,) = club.text("sau", text)
    assert said.startswith("Dạ, bà muốn hỏi gì, cứ gõ ạ.")


@pytest.mark.parametrize("text", ["hieu roi", "biết rồi", "vậy hả"])
def test_what_was_heard_agrees_to_nothing(club: Talk, text: str) -> None:
    begin(club, "lan", "Ghi tên cho tôi")
    asked = club.said[-1]["text"]
    assert club.text("lan", text)[-1] == asked
    assert club.buttons("lan")


def test_in_a_form_neither_becomes_a_name(club: Talk) -> None:
    begin(club, "lan", "Ghi tên cho tôi")
    club.press("lan", "Đồng ý", "Đồng ý")
    for text in ("vay ha", "cho hoi chut", "à ra vậy"):
        assert club.text("lan", text)[-1].startswith("Dạ, họ và tên của bác là gì ạ?")
