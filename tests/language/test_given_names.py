"""The likeliest accents of a bare name; a word that isn't known proposes none."""

from __future__ import annotations

import pytest

from bot.language.given_names import with_accents


@pytest.mark.parametrize(
    ("bare", "name"),
    [
        ("Nguyen Thi Sau", "Nguyễn Thị Sáu"),
        ("tran van tu", "Trần Văn Tư"),
        ("LE THI DUNG", "Lê Thị Dung"),
        ("Le Van Dung", "Lê Văn Dũng"),
        ("vo thi hoa", "Võ Thị Hoa"),
        ("Do Van Hoa", "Đỗ Văn Hòa"),
        ("dang ngoc anh", "Đặng Ngọc Ánh"),
        ("Huynh Thi Kim Loan", "Huỳnh Thị Kim Loan"),
        ("Pham Lan", "Phạm Lan"),
    ],
)
def test_names(bare: str, name: str) -> None:
    assert with_accents(bare) == name


@pytest.mark.parametrize("bare", ["Sau", "", "nguyen thi xyeng", "Rcom Thi Sau", "Nguyễn Thị Sáu"])
def test_none(bare: str) -> None:
    assert with_accents(bare) is None
