"""Where a club is founded, by the names of today and of before July 2025."""

from __future__ import annotations

import pytest

from tests.conftest import Talk


def at_the_commune(talk: Talk, area: str | None = "dat-do") -> None:
    where = {} if area is None else {"area": area}
    talk.play(
        [
            {"invite": {"role": "organiser", **where}, "as": "CODE"},
            {"from": "hoa", "start": "$CODE"},
            {"from": "hoa", "press": "Thành lập câu lạc bộ"},
        ]
    )


@pytest.mark.parametrize(
    ("typed", "said_back"),
    [
        ("xã Phước Hội", "xã Phước Hội, nay thuộc xã Phước Hải"),
        ("Láng Dài", "xã Láng Dài, nay thuộc xã Đất Đỏ"),
        ("phuoc long tho nha em", "xã Phước Long Thọ, nay thuộc xã Đất Đỏ"),
        ("ap Phuoc Thanh xa Long Tan cu", "xã Long Tân, nay thuộc xã Đất Đỏ"),
    ],
)
def test_a_name_of_before_is_said_back_with_todays(talk: Talk, typed: str, said_back: str) -> None:
    at_the_commune(talk)
    assert talk.text("hoa", typed) == [f"Dạ, {said_back}, đúng không ạ?"]
    assert "ở ấp, khu phố nào" in talk.press("hoa", "Đúng rồi")[-1]


@pytest.mark.parametrize(
    "typed", ["thị trấn Đất Đỏ", "TT dat do", "dat do do em", "Xã Đất Đỏ", "1"]
)
def test_todays_name_needs_no_saying_back(talk: Talk, typed: str) -> None:
    at_the_commune(talk)
    assert "ở ấp, khu phố nào" in talk.text("hoa", typed)[-1]


def test_another_place_is_told_from_what_the_code_is_for(talk: Talk) -> None:
    at_the_commune(talk)
    (said, asked) = talk.text("hoa", "xã Phước Tỉnh")
    assert "không dùng ở xã Phước Tỉnh được" in said
    assert "ở xã, phường nào" in asked


@pytest.mark.parametrize("typed", ["Phước", "xã", "gần Phước gì đó"])
def test_a_part_of_a_name_means_no_commune(talk: Talk, typed: str) -> None:
    at_the_commune(talk)
    assert "ở ấp, khu phố nào" not in talk.text("hoa", typed)[-1]


@pytest.mark.parametrize(
    ("typed", "noted"),
    [
        ("xã Láng Dài", "Dạ, xã Láng Dài, nay thuộc xã Đất Đỏ."),
        ("phuoc hai nha em", "Dạ, xã Phước Hải."),
    ],
)
def test_a_commune_told_for_the_part_of_the_plan_is_not_asked_again(
    talk: Talk, typed: str, noted: str
) -> None:
    at_the_commune(talk, None)
    said = talk.text("hoa", typed)
    assert said[0] == noted
    assert "ở ấp, khu phố nào" in said[1]
    assert "ở xã, phường nào" in talk.text("hoa", "quay lại")[-1]


@pytest.mark.parametrize("typed", ["Huyện Đất Đỏ", "dat do"])
def test_the_part_of_the_plan_alone_leads_to_its_communes(talk: Talk, typed: str) -> None:
    at_the_commune(talk, None)
    assert "ở xã, phường nào" in talk.text("hoa", typed)[-1]
    assert talk.buttons("hoa")[:2] == ["Xã Đất Đỏ", "Xã Phước Hải"]
