"""Whether a text tells that its writer is no elder: an age, a grandmother of his, "em muốn hỏi"."""

from __future__ import annotations

import pytest

from bot.intents.about_writer import writer_of


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("em 19 tuổi", 19),
        ("con năm nay 25 tuổi, vô được không", 25),
        ("tui bảy mươi hai tuổi", 72),
        ("em muốn hỏi clb này là gì v", None),
        ("bà nội em 82 tuổi lãng tai", None),
        ("vậy đky cho bà nội với ông ngoại e", None),
        ("mẹ cháu muốn đi họp", None),
        ("dạ e là con gái bà Sáu", None),
        ("cho em hỏi chút", None),
    ],
)
def test_who_writes_so_is_no_elder_or_tells_an_age(typed: str, age: int | None) -> None:
    writer = writer_of(typed)
    assert writer is not None
    assert writer.age == age


@pytest.mark.parametrize(
    "typed",
    [
        "con em 19 tuổi",
        "em gái tui 60 tuổi",
        "bà 82 tuổi",
        "em ơi cho bác hỏi",
        "em là ai",
        "con tên gì",
        "con muốn gì",
        "em ở đâu vậy",
        "bà nội đây con",
        "bà ngoại muốn đi họp",
        "ghi tên cho bà nội đây con",
        "cảm ơn em",
        "chào em, anh muốn hỏi",
        "bà con trong ấp 60 tuổi",
        "bà là đàn bà mà con",
        "ba khoe ma con",
    ],
)
def test_what_is_said_of_others_or_to_the_bot_tells_nothing_of_who_writes(typed: str) -> None:
    assert writer_of(typed) is None
