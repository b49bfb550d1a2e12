"""What a sentence about an event asks of who comes, and what is a place in it."""

from __future__ import annotations

import pytest

from bot.language.event_notes import part_notes


@pytest.mark.parametrize(
    ("typed", "rest", "left"),
    [
        ("8h 20/12 nhà văn hóa, nhắc bà con mặc áo dài", "8h 20/12 nhà văn hóa", "nhắc bà con mặc áo dài"),
        ("8h 20/12 nhà văn hóa mặc áo dài", "8h 20/12 nhà văn hóa", "mặc áo dài"),
        ("8h 20/12 nha van hoa, bận áo bà ba", "8h 20/12 nha van hoa", "bận áo bà ba"),
        ("8h 20/12 ở chợ bán áo, nhớ tới đúng giờ", "8h 20/12 ở chợ bán áo", "nhớ tới đúng giờ"),
    ],
)  # fmt: skip
def test_what_people_are_to_do_besides_is_parted(typed: str, rest: str, left: str) -> None:
    notes = part_notes(typed)
    assert (notes.rest, notes.left) == (rest, left)


@pytest.mark.parametrize(
    "typed",
    [
        "8h 20/12 ở tiệm bán đồ khô cô Lan",
        "8h 20/12 o tiem ban ao cuoi",
        "8h 20/12 ở tiệm may mặc áo cưới",
        "8h 20/12 o cho ban do kho",
        "buổi tối đến sớm nhất là 20/12",
    ],
)
def test_where_clothes_are_made_or_sold_is_a_place(typed: str) -> None:
    assert part_notes(typed).rest == typed
