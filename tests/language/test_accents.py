"""Names without their accents are noticed before they are printed; others are left alone."""

from __future__ import annotations

import pytest

from bot.language.accents import lacks_accents


@pytest.mark.parametrize(
    "name",
    ["Nguyen Thi Sau", "Le Van Nam", "Tran Lan", "Mai Thi Lan", "nha van hoa ap 3", "ap hai lac",
     "Khu pho 2", "TRU SO"],
)  # fmt: skip
def test_bare_names(name: str) -> None:
    assert lacks_accents(name)


@pytest.mark.parametrize(
    "name",
    ["Nguyễn Thị Sáu", "Mai Lan Anh", "Phan Nam", "Lan", "Lê Van Nam", "ấp 3", "Nhà ông Ba", "",
     "Long Sơn"],
)  # fmt: skip
def test_names_that_lack_nothing(name: str) -> None:
    assert not lacks_accents(name)
