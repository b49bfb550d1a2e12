"""Numbers and sums in digits and words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.numbers import read_money, read_number, show_number, spell_number
from bot.language.text import fold

NUMBERS = {
    "không": 0, "tư": 4, "bốn": 4, "mười": 10, "một chục": 10, "mười lăm": 15, "muoi lam": 15,
    "hai mươi": 20, "hai chục": 20, "hăm mốt": 21, "hai mốt": 21, "hăm bốn": 24, "hăm lăm": 25,
    "ba tư": 34, "băm sáu": 36, "bốn mươi tư": 44, "nam muoi": 50, "năm mươi lăm": 55,
    "sáu chục": 60, "bảy mươi lăm": 75, "bẩy mươi nhăm": 75, "bảy lăm": 75, "tám mươi": 80,
    "một trăm": 100, "một trăm lẻ năm": 105, "một trăm linh năm": 105, "52": 52, "1.500": 1500,
    "6 chục": 60, "6 chuc": 60, "5 chục": 50, "tám chục": 80, "tam muoi": 80, "chục": 10,
    "chục rưỡi": 15, "trăm hai": 120, "một trăm hai": 120, "1 trăm 20": 120, "trăm rưỡi": 150,
    "một ngàn hai": 1200, "có 58 người": 58, "58nguoi": 58, "58 nguoi con oi": 58,
    "được 45 rồi": 45, "mới có 45 người thôi": 45, "năm mươi tám người": 58, "tháng ba": 3,
    "không có": 0, "khong co": 0, "khong ai": 0, "không có ai": 0, "hổng có ai hết": 0,
    "chua co ai": 0, "ko ai": 0, "sau chucj": 60, "０５": 5,
}  # fmt: skip


@pytest.mark.parametrize(("typed", "number"), NUMBERS.items())
def test_a_number(typed: str, number: int) -> None:
    for form in (typed, unicodedata.normalize("NFD", typed), typed.upper(), f" {typed} ạ!"):
        assert read_number(form).value == number


@pytest.mark.parametrize(
    "typed",
    ["mươi người", "vài", "dăm", "muoi nam", "Lan", "mười năm", "gần 60", "hơn 50", "50 mấy",
     "vài chục", "chưa", "không biết", "khong biet", "-5", "hai ba người", "50-60"],
)  # fmt: skip
def test_what_is_no_exact_number(typed: str) -> None:
    assert read_number(typed).value is None


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("khoảng 58", 58),
        ("khoang 60 nguoi", 60),
        ("cỡ 60", 60),
        ("tầm tám chục", 80),
        ("khoảng năm chục người", 50),
        ("58 người gì đó", 58),
        ("2 chục rưỡi", 25),
        ("3 bà", 3),
    ],
)
def test_about_a_number_is_said_back(typed: str, number: int) -> None:
    reading = read_number(typed)
    assert (reading.value, reading.is_about) == (number, True)
    assert not read_number(str(number)).is_about


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("muoi nam", (15, 10)), ("hai nam", (25, 2)), ("hai ba nguoi", (2, 3, 23)), ("50 đến 60", (50, 60))],
)  # fmt: skip
def test_several_numbers_are_offered(typed: str, numbers: tuple[int, ...]) -> None:
    assert read_number(typed).options == numbers


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("1 nam", 12), ("1 năm", 12), ("mot nam", 12), ("một năm", 12), ("nửa năm", 6),
        ("nua nam", 6), ("2 năm", 24), ("hai năm", 24), ("1 năm rưỡi", 18), ("1 năm 6 tháng", 18),
        ("12 tháng", 12), ("mười hai tháng", 12), ("12", 12), ("5 thang", 5), ("năm tháng", 5),
    ],
)  # fmt: skip
def test_a_time_in_months(typed: str, months: int) -> None:
    assert read_number(typed, unit="month").value == months


def test_two_years_without_accents_may_be_25_months() -> None:
    assert read_number("hai nam", unit="month").options == (24, 25)


@pytest.mark.parametrize(
    ("typed", "years"), [("2 năm", 2), ("hai nam", 2), ("năm năm", 5), ("24 tháng", 2), ("3", 3)]
)
def test_a_time_in_years(typed: str, years: int) -> None:
    assert read_number(typed, unit="year").value == years


UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def say_number(number: int, zero: str, four: str) -> str:
    """A number below a thousand in full words, northern ("linh", "tư") or southern ("lẻ")."""
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    words = [UNITS[hundreds], "trăm"] if hundreds else []
    if tens:
        words += ["mười"] if tens == 1 else [UNITS[tens], "mươi"]
    elif unit and hundreds:
        words.append(zero)
    if unit or not number:
        last = UNITS[unit]
        if tens and unit == 5:
            last = "lăm"
        elif tens > 1 and unit == 1:
            last = "mốt"
        elif tens > 1 and unit == 4:
            last = four
        words.append(last)
    return " ".join(words)


@pytest.mark.parametrize(("zero", "four"), [("linh", "tư"), ("lẻ", "bốn")])
def test_every_number_below_a_thousand_in_words(zero: str, four: str) -> None:
    for number in range(1000):
        said = say_number(number, zero, four)
        assert read_number(said).value == number, said
        assert read_number(fold(said)).value == number, said
        assert read_number(f"{said} người").value == number, said


@given(st.integers(0, 999_999_999))
def test_every_number_that_is_shown_reads_back(number: int) -> None:
    assert read_number(str(number)).value == number
    assert read_number(show_number(number)).value == number
    if number >= 1000 or not number:
        assert read_money(f"{show_number(number)} đồng").value == number
        assert read_money(str(number)).value == number


SUMS = {
    "500k": 500_000, "500 ngàn": 500_000, "500.000": 500_000, "500.000đ": 500_000,
    "500000": 500_000, "năm trăm ngàn": 500_000, "nửa triệu": 500_000, "1tr5": 1_500_000, "1tr150k": 1_150_000,
    "1.5tr": 1_500_000, "1,5 triệu": 1_500_000, "một triệu rưỡi": 1_500_000,
    "triệu rưỡi": 1_500_000, "1.500": 1500, "2 tỷ": 2_000_000_000, "20 triệu": 20_000_000, "0": 0,
    "500 000": 500_000, "5 chục ngàn": 50_000, "1 triệu 2": 1_200_000, "một triệu hai": 1_200_000,
    "1 trieu 250 ngan": 1_250_000, "20 ngan mot thang": 20_000, "20k/tháng": 20_000,
    "20 ngàn một người": 20_000, "khoảng 500k": 500_000, "hai trăm rưỡi ngàn": 250_000,
    "nawm trawm ngafn": 500_000, "không": 0, "khong co": 0, "khỏi đóng": 0, "miễn phí": 0, "không có đồng nào": 0,
}  # fmt: skip


@pytest.mark.parametrize(("typed", "total"), SUMS.items())
def test_a_sum(typed: str, total: int) -> None:
    for form in (typed, unicodedata.normalize("NFD", typed), typed.upper()):
        assert read_money(form).value == total


@pytest.mark.parametrize(
    ("typed", "sums"),
    [
        ("5", (5_000, 5_000_000)),
        ("20", (20_000, 20_000_000)),
        ("50đ", (50_000, 50_000_000)),
        ("hai chục", (20_000, 20_000_000)),
        ("2 trăm", (200_000, 200)),
    ],
)
def test_a_sum_without_its_thousands_is_asked_about(typed: str, sums: tuple[int, int]) -> None:
    assert read_money(typed).options == sums


@pytest.mark.parametrize("typed", ["2 trăm", "Lan", "2 củ", "vài trăm", "chưa", "1.5"])
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
