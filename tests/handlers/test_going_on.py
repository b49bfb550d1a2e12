"""Going on, in the words of who does it: "ừ làm luôn", "tiếp đi"."""

from __future__ import annotations

import pytest

from tests.conftest import Talk
from tests.handlers.test_registration import myself


@pytest.mark.parametrize("typed", ["uh lam luon", "làm đi con", "bắt đầu luôn", "ok làm liền nha"])
def test_the_step_that_is_offered_is_begun(talk: Talk, typed: str) -> None:
    talk.club()
    assert "làm bước này luôn được không" in talk.text("tu", "bước tiếp theo")[-1]
    assert talk.text("tu", typed)[-1].startswith("Câu 1/")


@pytest.mark.parametrize("typed", ["tiếp đi", "tiep di con", "ghi tiếp"])
def test_what_was_left_is_gone_on_with(talk: Talk, typed: str) -> None:
    talk.club()
    talk.text("tu", "bước tiếp theo", "ừ")
    talk.text("tu", "dừng lại", "cảm ơn con")
    assert "Mình ghi tiếp" in talk.text("tu", typed)[0]


def test_the_verb_of_what_is_offered_is_a_yes(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.text("sau", "bà buồn quá con ơi")
    assert talk.buttons("sau")[0] == "Nhắn giúp tôi"
    talk.text("sau", "nhắn liền giùm bà")
    assert "bà buồn quá con ơi" in talk.last("tu")


def test_another_verb_is_none(talk: Talk) -> None:
    talk.club()
    myself(talk)
    talk.text("sau", "bà buồn quá con ơi")
    before = len(talk.said)
    talk.text("sau", "đăng ký đi")
    assert not any(line["to"] == "tu" for line in talk.said[before:])
