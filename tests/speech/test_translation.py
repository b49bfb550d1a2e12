"""Speaking: what a message is given, and what it isn't."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.speech.translation import Speaker, Written, say

ROOT = Path(__file__).parent.parent.parent
ANH = Speaker("vi", "anh", "em")


def test_a_missing_slot_is_a_fault_in_tests() -> None:
    with pytest.raises(AssertionError, match=r"calls\.kept was not given who"):
        ANH.text(say("calls.kept"))


def test_a_missing_slot_keeps_the_sentence_from_nobody() -> None:
    words = "from bot.speech.translation import Speaker, say; "
    words += "print(Speaker('vi', 'anh', 'em').text(say('calls.kept')))"
    told = subprocess.run(
        [sys.executable, "-c", words], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    assert "slot missing" in told
    assert "…" in told.splitlines()[-1]


def test_what_is_given_may_hold_braces() -> None:
    assert "{x} {address}" in ANH.text(say("calls.kept", who="{x} {address}"))


def test_an_articles_words_speak_to_their_reader() -> None:
    speaker = Speaker("vi", "bà", "con")
    text = "{self} không hỏi tiền. {address} hỏi {self}! {self} chỉ.\n{address} nghe {self}: {address} đi?"
    assert speaker.text(Written(text)) == (
        "Con không hỏi tiền. Bà hỏi con! Con chỉ.\nBà nghe con: bà đi?"
    )
