"""Text of before Unicode: VIQR there and back, and what looks like it and is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.fonts import from_viqr, mend_font
from tests.rosters.typed import viqr

WORDS = (
    "Nguyễn Thị Sáu Mười Đỗ Văn Ửng Hường Được Phước Điền ấp Hải Lạc Quý Khuyên thuở giữ uống "
    "Huỳnh Ngưỡng ỷ Yến đường nghĩa Trương Ẩn rượu khuya hoa quả giếng ĐƯỢC NGUYỄN"
).split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
def test_viqr_is_read_back(words: list[str]) -> None:
    assert from_viqr(viqr(" ".join(words))) == " ".join(words)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Nguye^~n Thi. Sa'u", "Nguyễn Thị Sáu"),
        ("Nguye~^n Thi. Phuo+ng", "Nguyễn Thị Phương"),
        ("to^i muo^'n ho?i ve^` ca^u la.c bo^.", "tôi muốn hỏi về câu lạc bộ"),
    ],
)
def test_viqr_is_known_in_a_message(typed: str, meant: str) -> None:
    assert mend_font(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "I don't know. What's next?",
        "ba. ngoai toi",
        "C++ va Java",
        "di khong? co.",
        "2^3 + 4",
        "a.b@c.d",
    ],
)
def test_what_has_a_sign_by_chance_stays(typed: str) -> None:
    assert mend_font(typed) == typed
