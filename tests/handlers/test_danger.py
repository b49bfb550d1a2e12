"""Danger in the middle of anything: the number first, or a question where the words are unclear."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_registration import begin


@pytest.fixture
def club(talk: Talk) -> Talk:
    talk.club()
    return talk


def test_te_is_asked_about_and_the_step_is_not_lost(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    assert "bị té hay bị tê" in club.text("sau", "te qua con oi")[-1]
    assert club.buttons("sau") == ["Bị té", "Bị tê", "Không phải"]
    said = club.press("sau", "Bị té")
    assert said[0].startswith("Gọi 115 ngay")
    assert "đồng ý cho ghi tên" in said[-1]


@pytest.mark.parametrize("typed", ["không", "khong", "Không phải", "3"])
def test_no_to_danger_is_no_answer_to_the_open_question(club: Talk, typed: str) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.text("sau", "te")
    said = club.text("sau", typed)
    assert "yên tâm" in said[0]
    assert "đồng ý cho ghi tên" in said[-1]


def test_yes_to_danger_says_all_numbers(club: Talk) -> None:
    assert "cần cấp cứu không" in club.text("sau", "tu tu")[-1]
    (said,) = club.text("sau", "co")
    assert "115" in said
    assert "114" in said
    assert "113" in said


def test_a_name_is_a_name_where_one_is_asked(club: Talk) -> None:
    begin(club, "sau", "Ghi tên cho tôi")
    club.press("sau", "Đồng ý", "Đồng ý")
    said = club.text("sau", "Nga")
    assert not any("cấp cứu" in text or "115" in text for text in said)
    assert "Nga" in club.last("sau")
