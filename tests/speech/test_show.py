"""Hours and labels as people read them."""

from __future__ import annotations

from datetime import time

import pytest

from bot.language.text import begin_small
from bot.speech.show import show_time
from bot.speech.translation import Speaker

VIETNAMESE = Speaker("vi", "bà", "con")
ENGLISH = Speaker("en", "you", "I")


@pytest.mark.parametrize(
    ("hour", "said", "in_english"),
    [
        (time(0), "12 giờ đêm", "12 midnight"),
        (time(0, 30), "12 giờ 30 đêm", "12:30 at night"),
        (time(1), "1 giờ sáng", "1 am"),
        (time(12), "12 giờ trưa", "12 o'clock at midday"),
        (time(19, 30), "7 giờ 30 tối", "7:30 pm"),
    ],
)
def test_an_hour_is_said_with_its_part_of_the_day(hour: time, said: str, in_english: str) -> None:
    assert VIETNAMESE.text(show_time(hour)) == said
    assert ENGLISH.text(show_time(hour)) == in_english


@pytest.mark.parametrize(
    ("label", "inside"),
    [
        ("Năm sinh", "năm sinh"),
        ("Ở đây", "ở đây"),
        ("Hội Người cao tuổi", "Hội Người cao tuổi"),
        ("UBND xã", "UBND xã"),
        ("Nữ", "nữ"),
        ("", ""),
    ],
)
def test_a_label_inside_a_sentence_begins_small_and_a_name_does_not(
    label: str, inside: str
) -> None:
    assert begin_small(label) == inside
