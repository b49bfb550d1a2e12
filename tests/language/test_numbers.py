"""Numbers and sums in digits and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.numbers import read_money, read_number, spell_number

NUMBERS = {
    "không": 0, "tư": 4, "bốn": 4, "mười": 10, "một chục": 10, "mười lăm": 15, "muoi lam": 15,
    "hai mươi": 20, "hai chục": 20, "hăm mốt": 21, "hai mốt": 21, "hăm bốn": 24, "hăm lăm": 25,
    "ba tư": 34, "băm sáu": 36, "bốn mươi tư": 44, "nam muoi": 50, "năm mươi lăm": 55,
    "sáu chục": 60, "bảy mươi lăm": 75, "bẩy mươi nhăm": 75, "bảy lăm": 75, "tám mươi": 80,
    "một trăm": 100, "một trăm lẻ năm": 105, "một trăm linh năm": 105, "52": 52, "1.500": 1500,
}  # fmt: skip


@pytest.mark.parametrize(("typed", "number"), NUMBERS.items())
def test_a_number(typed: str, number: int) -> None:
    assert read_number(typed).value == number


@pytest.mark.parametrize("typed", ["mươi người", "vài", "dăm", "muoi nam", "Lan", "mười năm"])
def test_what_is_no_exact_number(typed: str) -> None:
    assert read_number(typed).value is None


SUMS = {
    "500k": 500_000, "500 ngàn": 500_000, "500.000": 500_000, "500.000đ": 500_000,
    "500000": 500_000, "năm trăm ngàn": 500_000, "nửa triệu": 500_000, "1tr5": 1_500_000,
    "1.5tr": 1_500_000, "1,5 triệu": 1_500_000, "một triệu rưỡi": 1_500_000,
    "triệu rưỡi": 1_500_000, "1.500": 1500, "2 tỷ": 2_000_000_000, "20 triệu": 20_000_000, "0": 0,
}  # fmt: skip


@pytest.mark.parametrize(("typed", "total"), SUMS.items())
def test_a_sum(typed: str, total: int) -> None:
    assert read_money(typed).value == total


@pytest.mark.parametrize("typed", ["2 trăm", "Lan", "2 củ"])
def test_a_sum_in_doubt_is_asked_about(typed: str) -> None:
    assert read_money(typed).value is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (105, "một trăm linh năm"),
        (1_001, "một nghìn không trăm linh một"),
        (5_000, "năm nghìn"),
        (2_500_000, "hai triệu năm trăm nghìn"),
        (20_000_000, "hai mươi triệu"),
        (1_000_005_000, "một tỷ không trăm linh năm nghìn"),
    ],
)
def test_sums_in_words(number: int, words: str) -> None:
    assert spell_number(number) == words


@given(st.integers(1, 999_999).map(lambda thousands: thousands * 1000))
def test_sums_in_words_are_read_as_the_same_sums(number: int) -> None:
    assert read_money(spell_number(number)).value == number


@pytest.mark.parametrize("number", [-1, 1000**4])
def test_what_has_no_words(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        spell_number(number)
