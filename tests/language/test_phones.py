"""Phone numbers as people type them."""

from __future__ import annotations

import pytest

from bot.language.phones import read_phone, show_phone


@pytest.mark.parametrize(
    "typed",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "091-234-5678",
        "+84912345678",
        "84912345678",
        "0084912345678",
        "(+84) 912 345 678",
        "+84 0912345678",
        "912345678",
        "912345678.0",
        "０９１２３４５６７８",
        "O912345678",
        "so cua toi la 0912 345 678 nhe",
    ],
)
def test_one_number_in_many_forms(typed: str) -> None:
    assert read_phone(typed).number == "+84912345678"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0386 234 567", "+84386234567"),
        ("0254 3856 789", "+842543856789"),
        ("+1 650 253 0000", "+16502530000"),
    ],
)
def test_other_numbers(typed: str, number: str) -> None:
    assert read_phone(typed).number == number


@pytest.mark.parametrize(
    ("typed", "renewed"), [("01662345678", "+84362345678"), ("064 3856789", "+842543856789")]
)
def test_an_old_number_is_offered_in_its_new_form(typed: str, renewed: str) -> None:
    reading = read_phone(typed)
    assert reading.number is None
    assert reading.candidates == (renewed,)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("091234567", "digits"),
        ("09123456789", "digits"),
        ("0892345678", "bad"),
        ("19001234", "service"),
        ("115", "emergency"),
        ("không có", "none"),
        ("077052001234", "digits"),
    ],
)
def test_what_is_no_number_of_a_person(typed: str, problem: str) -> None:
    reading = read_phone(typed)
    assert reading.number is None
    assert reading.problem == problem


def test_two_numbers_are_asked_about() -> None:
    reading = read_phone("gọi 0912.345.678 hoặc 038 765 4321")
    assert reading.candidates == ("+84912345678", "+84387654321")


def test_a_number_is_shown_as_people_write_it() -> None:
    assert show_phone("+84912345678") == "0912 345 678"
