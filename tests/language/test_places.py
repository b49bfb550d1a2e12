"""Names of places as papers write them."""

from __future__ import annotations

import pytest

from bot.language.places import (
    neighbourhood_group,
    place_of_unit,
    says_place,
    unit_in_sentence,
)


@pytest.mark.parametrize(
    ("name", "inside", "place"),
    [
        ("Xã Phước Hải", "xã Phước Hải", "Phước Hải"),
        ("Phường Vũng Tàu", "phường Vũng Tàu", "Vũng Tàu"),
        ("Phường 1", "phường 1", "Phường 1"),
        ("Đặc khu Côn Đảo", "đặc khu Côn Đảo", "Côn Đảo"),
        ("26686", "26686", "26686"),
    ],
)
def test_a_commune_level_unit(name: str, inside: str, place: str) -> None:
    assert unit_in_sentence(name) == inside
    assert place_of_unit(name) == place


@pytest.mark.parametrize(
    ("address", "group"),
    [
        ("tổ 3, ấp Hải Lạc", 3),
        ("Tổ số 12 khu phố 4", 12),
        ("nhà 45, to 2", 2),
        ("số 7 đường Hùng Vương", None),
        ("chợ", None),
        ("", None),
        (None, None),
    ],
)
def test_the_neighbourhood_group_in_an_address(address: str | None, group: int | None) -> None:
    assert neighbourhood_group(address) == group


@pytest.mark.parametrize(
    "typed",
    [
        "ấp Phước Thành", "xã Long Điền cũ", "xa long dien cu", "tui ở ấp Hải Lạc", "thị trấn Đất Đỏ",
        "ấp Hải Lạc, xã Phước Hải", "ap hai lac xa phuoc hai", "phường 8", "ấp 3", "xã An Nhứt",
        "nhà tui ở ấp Phước An đó con", "tổ 3 ấp Hải Lạc", "khu phố Hải Sơn, thị trấn Phước Hải cũ",
    ],
)  # fmt: skip
def test_nothing_but_a_place(typed: str) -> None:
    assert says_place(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "xã chưa trả lời", "ấp tui có 30 người", "xã Phước Hải ở đâu?", "ấp mình có câu lạc bộ chưa",
        "xã nói chờ", "ấp trưởng nói vậy", "xã mời họp", "xã", "ấp", "xa bieu cho", "phuong keu bo sung",
        "xã tới nhà thăm bà con", "ấp này nghèo lắm", "khu phố mình vui", "Nguyễn Thị Sáu",
    ],
)  # fmt: skip
def test_more_than_a_place(typed: str) -> None:
    assert not says_place(typed)
