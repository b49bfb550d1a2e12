"""Patterns over words: found with accents and without, and looked for only where they can stand."""

from __future__ import annotations

import unicodedata

import pytest

from bot.intents import patterns, replies
from bot.intents.message import canonical, read_message
from bot.intents.phrases import Phrases
from bot.intents.samples import load_samples
from bot.language.text import fold

SAID = [line.text for line in load_samples()[::20]]
USED = [
    *(each for row in patterns._PATTERNS for each in (row.strong, row.weak, row.never)),
    *(each for each in vars(replies).values() if isinstance(each, Phrases)),
]


def test_a_pattern_that_is_passed_over_stands_nowhere() -> None:
    for text in SAID:
        line = read_message(text).line
        for phrases in USED:
            assert phrases.stand_in(line) == (phrases.find(line) is not None), line


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (r"(còn )?muốn sống( nữa)?", "khong con muon song nua"),
        (r"(đi|bị) lạc", "bà bị lạc rồi"),
        (r"(té|ngã)( \S+){0,3} (gãy|bể đầu)( tay)?", "má ngã trong bếp gãy tay"),
        (r"suicid\w*", "thinking of suicide"),
        (r"(cả|đủ) ?(hai|ba)? ?(người|nhà)", "cả hai người đi"),
        (r"who", "who's there"),
        (r"lừa đảo(?! điểm)", "nó lừa đảo"),
        (r"(một|1) ?\d+", "một 5"),
    ],
)
def test_whatever_a_pattern_is_made_of_it_is_looked_for(pattern: str, line: str) -> None:
    line = read_message(line).line
    assert Phrases(pattern).find(line)
    assert Phrases(pattern).stand_in(line)
    assert not Phrases(pattern).stand_in("chào con")


def test_words_are_compared_alike_however_their_letters_are_put_together() -> None:
    for text in SAID:
        apart = unicodedata.normalize("NFD", text)
        assert fold(text) == fold(apart)
        for word, other in zip(text.split(), apart.split(), strict=True):
            assert canonical(word) == canonical(other)
