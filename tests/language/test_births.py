"""Years of birth and ages as people type them, in December 2026."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.births import read_birth
from bot.language.text import fold

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


ESTIMATED = {
    "khoang nam 55": 1955, "khoảng năm 55": 1955, "khoảng 1952": 1952, "khoảng 52": 1952,
    "chừng 70 tuổi": 1956, "khoang 70 tuoi": 1956, "tầm 70 tuổi": 1956, "chắc 1950": 1950,
    "hình như năm 50": 1950, "không nhớ rõ, khoảng 1950": 1950, "70 tuổi rồi": 1956,
    "năm nay 70": 1956, "khoangr 1952": 1952, "tuổi 70": 1956, "bảy mươi tuổi": 1956,
}  # fmt: skip


@pytest.mark.parametrize(("typed", "year"), ESTIMATED.items())
def test_what_is_only_about_right_is_kept_as_an_estimate(typed: str, year: int) -> None:
    for form in (typed, unicodedata.normalize("NFD", typed), typed.upper(), fold(typed)):
        reading = read_birth(form, TODAY)
        assert (reading.year, reading.estimated) == (year, True)


SPOKEN = {
    "năm năm lăm": 1955, "nam muoi lam": 1955, "năm sáu mươi": 1960, "bảy mươi hai": 1972,
    "một chín năm hai": 1952, "mot chin nam hai": 1952, "19 52": 1952,
    "một ngàn chín trăm năm mươi hai": 1952, "năm 1952 nha con": 1952, "tuổi dần 1950": 1950,
    "Nhâm Thìn": 1952, "kỉ tị": 1989, "mùng 5 tháng 3 năm 1952": 1952,
}  # fmt: skip


@pytest.mark.parametrize(("typed", "year"), SPOKEN.items())
def test_a_year_in_words(typed: str, year: int) -> None:
    reading = read_birth(typed, TODAY)
    assert (reading.year, reading.estimated) == (year, False)


def test_ty_without_its_accent_is_two_signs() -> None:
    years = read_birth("tuoi ty", TODAY).options
    assert {1948, 1953} <= set(years)
    assert 1953 not in read_birth("tuổi tý", TODAY).options


@pytest.mark.parametrize("typed", ["quên rồi", "hổng nhớ", "khg nhớ ngày", "khong ro"])
def test_forgetting_is_an_answer(typed: str) -> None:
    assert read_birth(typed, TODAY).unknown


@given(st.integers(1927, 2008))
def test_every_year_reads_back(year: int) -> None:
    for form in (f"{year}", f"sn {year}", f"sinh năm {year} nha con", f"15/3/{year}"):
        assert read_birth(form, TODAY).year == year
    if year <= 1999:
        assert read_birth(f"{year % 100:02d}", TODAY).year in (year, None)


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("1948 mà giấy ghi 1950", (1948, 1950)),
        ("1948 hay 1949", (1948, 1949)),
        ("tuổi Mẹo", (1939, 1951, 1963, 1975, 1987)),
        ("tuoi heo", (1935, 1947, 1959, 1971, 1983, 1995)),
    ],
)
def test_which_of_several_years_is_asked(typed: str, years: tuple[int, ...]) -> None:
    assert read_birth(typed, date(2026, 12, 1)).options == years


@pytest.mark.parametrize("typed", ["con dâu tui biết", "con dau tui biet", "tuổi già rồi con"])
def test_a_daughter_in_law_is_no_year_of_the_rooster(typed: str) -> None:
    assert read_birth(typed, date(2026, 12, 1)).options == ()
