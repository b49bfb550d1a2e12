"""What somebody wants to put right of what was read back."""

from __future__ import annotations

import pytest

from bot.intents.corrections import Correction, read_correction
from bot.intents.unwell import feels_unwell

NAMES = ["Gọi là", "Họ và tên", "Năm sinh", "Nam hay nữ", "Chỗ ở", "Số điện thoại"]


@pytest.mark.parametrize(
    ("typed", "place", "value"),
    [
        ("sửa địa chỉ", 4, ""),
        ("dia chi sai roi", 4, ""),
        ("ủa địa chỉ là tổ 6 ấp Hải Lạc", 4, "tổ 6 ấp Hải Lạc"),
        ("lộn rồi, địa chỉ: tổ 6, ấp Hải Lạc", 4, "tổ 6, ấp Hải Lạc"),
        ("sua dia chi to 6", 4, "to 6"),
        ("tên là Trần Thị Chính", 1, "Trần Thị Chính"),
        ("sđt", 5, ""),
        ("năm sinh là 1950 mới đúng", 2, "1950"),
    ],
)
def test_what_is_meant(typed: str, place: int, value: str) -> None:
    found = read_correction(typed, NAMES)
    assert found is not None
    assert (found.place, found.value) == (place, value)


@pytest.mark.parametrize(
    "typed",
    ["địa chỉ nhà văn hóa ở đâu?", "bà tên Sáu", "tổ 6", "cho ghi tên thêm người", "đúng rồi",
     "ông không chịu", "sửa", "tôi muốn hỏi về số điện thoại của chủ nhiệm"],
)  # fmt: skip
def test_what_is_none(typed: str) -> None:
    assert read_correction(typed, NAMES) is None


def test_only_naming_is_no_correction() -> None:
    assert read_correction("địa chỉ", NAMES) == Correction(4, "", plainly=False)


@pytest.mark.parametrize(
    ("typed", "feeling"),
    [("ba met qua", "ill"), ("con oi bà nhức đầu quá", "ill"), ("hôm nay tôi không khỏe", "ill"),
     ("bà buồn quá con ơi", "sad"), ("mệt quá thì có phải đi họp không?", None),
     ("buồn ngủ", None), ("mệt", None), ("bệnh viện ở đâu", None)],
)  # fmt: skip
def test_who_says_not_to_feel_well(typed: str, feeling: str | None) -> None:
    assert feels_unwell(typed) == feeling
