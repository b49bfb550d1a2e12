"""Conversations that are begun by words of their own."""

from __future__ import annotations

import pytest

from bot.conversations.asked_for import CONVERSATIONS
from bot.intents.words import WordClaimedTwiceError, check_free, is_whole
from tests.conftest import Talk


@pytest.mark.parametrize("typed", ["đổi cách xưng hô", "dạ doi cach xung ho", "form of address"])
def test_whoever_likes_chooses_how_he_is_addressed(talk: Talk, typed: str) -> None:
    talk.text("sau", "chào", typed)
    talk.press("sau", "bà")
    assert talk.sql("select form_of_address from account") == [("bà",)]


def test_words_with_other_accents_begin_nothing() -> None:
    assert is_whole("đổi cách xưng hô", CONVERSATIONS[0].forms)
    assert not is_whole("đội cách xưng hô", CONVERSATIONS[0].forms)
    assert not is_whole("đổi cách xưng hô cho bà ngoại", CONVERSATIONS[0].forms)


def test_words_of_command_begin_no_conversation() -> None:
    with pytest.raises(WordClaimedTwiceError, match="help and choir"):
        check_free("choir", ["hát", "hướng dẫn"])


@pytest.mark.parametrize(
    ("typed", "form"),
    [("chị", "chị"), ("kêu chị đi", "chị"), ("cứ gọi tui là bác Tư nha con", "bác"), ("5", "chú")],
)
def test_the_form_that_is_said_holds(talk: Talk, typed: str, form: str) -> None:
    talk.text("la", "đổi cách xưng hô")
    assert f"gọi là {form} ạ" in talk.text("la", typed)[0]


@pytest.mark.parametrize(
    "typed", ["bà ngoại em không biết chữ", "xã đồng ý rồi nha con, bữa thứ 5 tuần trước"]
)
def test_who_is_only_spoken_of_is_no_form(talk: Talk, typed: str) -> None:
    talk.text("la", "đổi cách xưng hô")
    talk.text("la", typed)
    assert talk.sql("select form_of_address from account") == [(None,)]
