"""Phone numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.phones import MOVED, read_phone, show_phone


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
        "9.12345678E8",
        "không chín một hai ba bốn năm sáu bảy tám",
        "khong chin mot hai ba bon nam sau bay tam",
        "0 9 1 2 3 4 5 6 7 8",
        "số 0912345678 của con gái",
        "091 2345678 (con gái)",
        "+84 (0) 912 345 678",
    ],
)
def test_one_number_in_many_forms(typed: str) -> None:
    assert read_phone(typed).number == "+84912345678"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0386 234 567", "+84386234567"),
        ("0592345678", "+84592345678"),
        ("0522345678", "+84522345678"),
        ("0772345678", "+84772345678"),
        ("0951234567", "+84951234567"),
        ("028 3822 1234", "+842838221234"),
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
        ("0552345678", "bad"),
        ("0602345678", "bad"),
        ("0672345678", "bad"),
        ("1800 1234", "service"),
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


MOBILE = ("032", "039", "052 2", "056", "070", "077", "081", "086", "090", "091", "098")
SHAPES = (
    "{0}{1}{2}{3}", "{0} {1} {2}{3}", "{0}.{1}.{2}.{3}", "{0}-{1}-{2}{3}", "({0}) {1} {2} {3}",
    "số {0}{1}{2}{3}", "sdt: {0} {1} {2} {3} nha con", "{0}{1} {2}{3} (má)",
)  # fmt: skip


@given(
    st.sampled_from(MOBILE),
    st.text("0123456789", min_size=7, max_size=7),
    st.sampled_from(SHAPES),
    st.sampled_from(("0", "+84", "84", "0084", "+84 0")),
)
def test_every_shape_of_every_mobile_number(
    prefix: str, digits: str, shape: str, country: str
) -> None:
    national = (prefix.replace(" ", "") + digits)[:10]
    number = f"+84{national[1:]}"
    first = country + national[1:3]
    typed = shape.format(first, national[3:6], national[6:8], national[8:])
    reading = read_phone(typed)
    assert number in (reading.number, *reading.candidates)
    assert read_phone(show_phone(number)).number == number


@given(st.sampled_from(sorted(MOVED)), st.text("23456789", min_size=7, max_size=7))
def test_every_moved_number_is_offered_in_its_new_form(old: str, rest: str) -> None:
    reading = read_phone(f"{old} {rest[:3]} {rest[3:]}")
    assert reading.number is None
    assert reading.candidates == (f"+84{MOVED[old][1:]}{rest}",)
