"""Years of birth and ages as people type them, in December 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.language.births import read_birth

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        ("sinh năm 1952", 1952),
        ("sn 1952", 1952),
        ("sn52", 1952),
        ("1952", 1952),
        ("52", 1952),
        ("52 tuổi ta", 1975),
        ("52 tuổi mụ", 1975),
        ("75 tuổi ta", 1952),
        ("tuổi Nhâm Thìn", 1952),
        ("sinh năm Mậu Tí", 1948),
        ("15/3/1952", 1952),
        ("15/3/52", 1952),
        ("20/2/1952 âm", 1952),
        ("khoảng 1950", 1950),
        ("1/1/1952", 1952),
    ],
)
def test_a_year(typed: str, year: int) -> None:
    assert read_birth(typed, TODAY).year == year


def test_a_full_date_keeps_its_day() -> None:
    assert read_birth("15/3/1952", TODAY).date == date(1952, 3, 15)
    assert read_birth("20/2/1952 âm", TODAY).date == date(1952, 3, 15)


def test_the_first_of_january_is_a_year_only() -> None:
    assert read_birth("1/1/1952", TODAY).date is None


@pytest.mark.parametrize("typed", ["2052", "1852", "2090"])
def test_a_year_that_can_not_be_is_refused(typed: str) -> None:
    assert read_birth(typed, TODAY).problem in ("future", "too_old")


@pytest.mark.parametrize("typed", ["12", "08", "tuổi Thìn", "tuổi con rồng"])
def test_several_years_are_offered(typed: str) -> None:
    assert len(read_birth(typed, TODAY).options) > 1


@pytest.mark.parametrize("typed", ["U70", "ngoài 70", "gần 80"])
def test_about_is_no_year(typed: str) -> None:
    reading = read_birth(typed, TODAY)
    assert reading.year is None or reading.problem is not None


def test_not_remembering_is_an_answer() -> None:
    assert read_birth("không nhớ", TODAY).unknown


def test_an_age_by_birthday_is_estimated() -> None:
    reading = read_birth("52 tuổi", TODAY)
    assert reading.year == 1974
    assert reading.estimated
