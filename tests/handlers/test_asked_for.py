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
