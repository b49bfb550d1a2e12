"""Figures and short forms as they are read out."""

from __future__ import annotations

import pytest

from bot.language.aloud import read_aloud


@pytest.mark.parametrize(
    ("written_so", "read_so"),
    [
        ("CLB có 115 người, 60-70 % là nữ",
         "câu lạc bộ có một trăm mười lăm người, sáu mươi tới bảy mươi phần trăm là nữ"),
        ("gọi 0918 204 615", "gọi không chín một tám, hai không bốn, sáu một năm"),
        ("gọi 115", "gọi một trăm mười lăm"),
        ("540.000 đồng", "năm trăm bốn mươi nghìn đồng"),
    ],
)  # fmt: skip
def test_figures_are_read_out_in_words(written_so: str, read_so: str) -> None:
    assert read_aloud(written_so) == read_so
