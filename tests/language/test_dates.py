"""Days and hours as people type them. Now is Tuesday, 1 December 2026, 23/10 of the lunar year."""

from __future__ import annotations

import unicodedata
from datetime import date, time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.language.dates.hours import read_time
from bot.language.dates.reading import read_date
from bot.language.lunar import to_lunar
from bot.language.text import fold
from bot.speech.show import show_date, show_day, show_lunar, show_time
from bot.speech.translation import Speaker

TODAY = date(2026, 12, 1)

DAYS = {
    "15/3": "2027-03-15",
    "1/12": "2026-12-01",
    "30/11": "2027-11-30",
    "15-3-2027": "2027-03-15",
    "15.3.27": "2027-03-15",
    "15/03/2027": "2027-03-15",
    "2027-03-15": "2027-03-15",
    "15 tháng 3": "2027-03-15",
    "ngày 15 tháng 3 năm 2027": "2027-03-15",
    "15 th 3": "2027-03-15",
    "15 t3": "2027-03-15",
    "ngày 20": "2026-12-20",
    "15 tây tháng sau": "2027-01-15",
    "mùng 5 tây tháng này": "2026-12-05",
    "hai mươi tháng giêng tây": "2027-01-20",
    "ngày cuối tháng": "2026-12-31",
    "ngày chót của tháng 1": "2027-01-31",
    "hết năm": "2026-12-31",
    "ngày đầu năm tới": "2027-01-01",
    "2 tháng 9 năm 51": "1951-09-02",
    "12/5/50": "1950-05-12",
    "20/11 năm 62": "1962-11-20",
    "ngày mười lăm tháng tám năm một chín năm mươi": "1950-08-15",
    "ngày 1": "2026-12-01",
    "ngày 30": "2026-12-30",
    "hôm nay": "2026-12-01",
    "bữa nay": "2026-12-01",
    "mai": "2026-12-02",
    "ngày mai": "2026-12-02",
    "mơi": "2026-12-02",
    "ngày mốt": "2026-12-03",
    "ngày kia": "2026-12-03",
    "ngày kìa": "2026-12-04",
    "3 ngày nữa": "2026-12-04",
    "một tuần nữa": "2026-12-08",
    "nửa tháng nữa": "2026-12-16",
    "thứ bảy": "2026-12-05",
    "thứ 7": "2026-12-05",
    "t7": "2026-12-05",
    "T.7": "2026-12-05",
    "chủ nhật": "2026-12-06",
    "chúa nhật": "2026-12-06",
    "CN": "2026-12-06",
    "thứ hai": "2026-12-07",
    "thứ tư": "2026-12-02",
    "chủ nhật này": "2026-12-06",
    "chủ nhật tuần này": "2026-12-06",
    "chủ nhật tuần tới": "2026-12-13",
    "thứ hai tuần sau": "2026-12-07",
    "thứ sáu tuần sau nữa": "2026-12-18",
    "thứ bảy đầu tháng": "2026-12-05",
    "thứ bảy đầu tháng sau": "2027-01-02",
    "chủ nhật cuối tháng": "2026-12-27",
    "chủ nhật thứ hai của tháng": "2026-12-13",
    "rằm tháng giêng": "2027-02-20",
    "mùng 1 tết": "2027-02-06",
    "mùng 3 tết": "2027-02-08",
    "30 tết": "2027-02-05",
    "giao thừa": "2027-02-05",
    "23 tháng chạp": "2027-01-30",
    "mồng 10 tháng 3 âm": "2027-04-16",
    "giỗ tổ": "2027-04-16",
    "10/3 âl": "2027-04-16",
    "10-3 ÂL": "2027-04-16",
    "10/3 ta": "2027-04-16",
    "mùng 8 tháng 3": "2027-03-08",
    "mồng 2 tháng 9": "2027-09-02",
    "rằm tháng 7": "2027-08-16",
    "trung thu": "2027-09-15",
    "15 tháng 5 nhuận năm 2028": "2028-07-07",
    "rằm tháng 5 năm 2028": "2028-06-07",
    "trước tết 1 tuần": "2027-01-30",
    "phật đản": "2027-05-20",
    "20/11": "2027-11-20",
    "15 thg 3": "2027-03-15",
    "chủ nhật tới": "2026-12-06",
    "thứ ba": "2026-12-01",
    "ngày 15 hằng tháng": "2026-12-15",
    "cuối tháng": "2026-12-31",
    "rằm": "2026-12-23",
    "mùng 1": "2026-12-09",
    "mùng một âm": "2026-12-09",
    "tết": "2027-02-06",
    "Tết năm tới": "2027-02-06",
    "rằm tháng tám": "2027-09-15",
    # how it is typed besides
    "15 3 2027": "2027-03-15",
    "15032027": "2027-03-15",
    "15/3 năm 2027": "2027-03-15",
    "tháng 3 ngày 15": "2027-03-15",
    "15 tháng 3 dương lịch": "2027-03-15",
    "hai mươi tháng mười": "2027-10-20",
    "ngày hai mươi mốt tháng ba": "2027-03-21",
    "mười lăm tháng tám": "2027-08-15",
    "ngày mười lăm": "2026-12-15",
    "hôm 20": "2026-12-20",
    "5 tây": "2026-12-05",
    "thứ bảy ngày 20": "2026-12-20",
    "15 tháng này": "2026-12-15",
    "ngày 15 tháng sau": "2027-01-15",
    "ngày 15 tháng sáu": "2027-06-15",
    "rằm tháng sau": "2026-12-23",
    "rằm tháng sáu": "2027-07-18",
    "ngày 15 âm lịch": "2026-12-23",
    "tuần sau thứ bảy": "2026-12-12",
    "thứ bảy tuần đầu tháng": "2026-12-05",
    "chúa nhựt": "2026-12-06",
    "sáng mốt": "2026-12-03",
    "ngày một": "2026-12-01",
    "ba bữa nữa": "2026-12-04",
    "1 tháng nữa": "2027-01-01",
    "tết tây": "2027-01-01",
    "mồng hai tết": "2027-02-07",
    "bảy giờ sáng mai": "2026-12-02",
    "ngafy mai": "2026-12-02",
    "thuws bayr tuaanf sau": "2026-12-12",
}

PAST_DAYS = {
    "thứ hai tuần trước": "2026-11-23",
    "thu hai tuan truoc": "2026-11-23",
    "thứ tư tuần trước": "2026-11-25",
    "thu nam tuan truoc": "2026-11-26",
    "thứ 7 tuần rồi": "2026-11-28",
    "t7 tuần vừa rồi": "2026-11-28",
    "tuần trước thứ sáu": "2026-11-27",
    "thứ hai tuần trước nữa": "2026-11-16",
    "thứ ba rồi": "2026-11-24",
    "thứ ba": "2026-12-01",
    "thứ hai": "2026-11-30",
    "chủ nhật vừa rồi": "2026-11-29",
    "thứ bảy đầu tháng": "2026-11-07",
    "2 tuần trước": "2026-11-17",
    "hai tuan truoc": "2026-11-17",
    "cách đây 3 bữa": "2026-11-28",
    "nửa tháng trước": "2026-11-16",
    "1 tháng trước": "2026-11-01",
    "hôm qua": "2026-11-30",
    "tối hôm qua": "2026-11-30",
    "mới hôm qua": "2026-11-30",
    "chiều qua": "2026-11-30",
    "hồi hôm": "2026-11-30",
    "hôm kia": "2026-11-29",
    "hom kia": "2026-11-29",
    "hôm kìa": "2026-11-28",
    "hồi sáng": "2026-12-01",
    "hôm 20": "2026-11-20",
    "bua 20": "2026-11-20",
    "ngày 20 tháng trước": "2026-11-20",
    "ngay 20 thang roi": "2026-11-20",
    "20 tháng trước": "2026-11-20",
    "20/11": "2026-11-20",
    "15 tháng 11": "2026-11-15",
    "15/3 năm ngoái": "2025-03-15",
    "30/11": "2026-11-30",
    "mùng 2": "2026-11-10",
    "rằm vừa rồi": "2026-11-23",
    "rằm tháng 7": "2026-08-27",
    "giao thừa": "2026-02-16",
}


def as_typed(text: str) -> tuple[str, ...]:
    """The same words from an iPhone, in capitals, and with blanks and a courtesy."""
    return (text, unicodedata.normalize("NFD", text), text.upper(), f"  {text} nha con ")


@pytest.mark.parametrize(("typed", "meant"), DAYS.items())
def test_a_day(typed: str, meant: str) -> None:
    for form in as_typed(typed)[:2]:
        assert read_date(form, TODAY).value == date.fromisoformat(meant)


@pytest.mark.parametrize(("typed", "meant"), PAST_DAYS.items())
def test_a_day_that_was(typed: str, meant: str) -> None:
    for form in as_typed(typed):
        assert read_date(form, TODAY, past=True).value == date.fromisoformat(meant)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("tuần trước", "which_week_day"),
        ("đầu tháng", "which_month_day"),
        ("dau thang", "which_month_day"),
        ("giữa tháng 11", "which_month_day"),
        ("cuối tháng", "which_month_day"),
        ("tháng trước", "which_month_day"),
        ("hồi tháng 9", "which_month_day"),
        ("từ tháng 3", "which_month_day"),
        ("cuối tuần rồi", "which"),
        ("mới hôm bữa", "which_day"),
        ("hôm trước", "which_day"),
        ("mấy bữa trước", "which_day"),
        ("năm ngoái", "which_day"),
    ],
)
def test_some_time_in_the_past_is_asked_about(typed: str, problem: str) -> None:
    for form in as_typed(typed):
        assert read_date(form, TODAY, past=True).problem == problem


def test_the_last_weekend_is_two_days() -> None:
    days = (date(2026, 11, 28), date(2026, 11, 29))
    assert read_date("cuối tuần rồi", TODAY, past=True).options == days


def test_a_day_that_is_not_over_is_not_taken_for_last_years() -> None:
    ninth = date(2026, 12, 9)
    assert read_date("10/12", ninth, past=True).value == date(2026, 12, 10)
    assert read_date("10/12", date(2026, 12, 10), past=True).value == date(2026, 12, 10)
    assert read_date("5/1", date(2026, 12, 28), past=True).value == date(2027, 1, 5)
    assert read_date("10/3", ninth, past=True).value == date(2026, 3, 10)
    assert read_date("1/2", date(2027, 1, 27)).value == date(2027, 2, 1)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("mùng 10 tháng 3", ("2027-04-16", "2027-03-10")),
        ("mùng 1 tháng 1", ("2027-02-06", "2027-01-01")),
        ("mùng 5 tháng 5", ("2027-06-09", "2027-05-05")),
        ("ngay 15 thang sau", ("2027-01-15", "2027-06-15")),
        ("ram thang sau", ("2026-12-23", "2027-07-18")),
        ("ngay kia", ("2026-12-03", "2026-12-04")),
    ],
)
def test_two_days_that_words_may_mean_are_offered(typed: str, days: tuple[str, str]) -> None:
    assert read_date(typed, TODAY).options == tuple(map(date.fromisoformat, days))


@pytest.mark.parametrize("typed", ["mùng 2", "mùng 8 tháng 3", "rằm tháng giêng", "10/3 âl"])
def test_the_lunar_day_is_said_back_where_it_may_be_meant(typed: str) -> None:
    assert read_date(typed, TODAY).lunar


@pytest.mark.parametrize("typed", ["8/3", "mùng 2 tháng 9 dương lịch", "ngày 15"])
def test_no_lunar_day_is_said_back_where_none_is_meant(typed: str) -> None:
    assert not read_date(typed, TODAY).lunar


@pytest.mark.parametrize(
    "typed", ["3 tháng một lần", "liên ấp", "nhà cô Mai", "chiều qua nhà văn hoá", "ba má", "sau"]
)
def test_words_that_look_like_a_day_are_none(typed: str) -> None:
    assert read_date(typed, TODAY).value is None


SPEAKER = Speaker("vi", "bà", "con")
DAYS_OF_THREE_YEARS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@given(DAYS_OF_THREE_YEARS, st.booleans())
def test_every_day_that_is_shown_reads_back(day: date, past: bool) -> None:
    assert read_date(show_day(day), TODAY, past=past).value == day
    assert read_date(SPEAKER.text(show_date(day)), TODAY, past=past).value == day
    assert read_date(fold(SPEAKER.text(show_date(day))), TODAY, past=past).value == day
    for form in (f"{day.day}/{day.month}", f"ngày {day.day} tháng {day.month}"):
        assert read_date(f"{form}/{day.year}" if "/" in form else f"{form} năm {day.year}",
                         TODAY, past=past).value == day  # fmt: skip


@given(DAYS_OF_THREE_YEARS)
def test_every_lunar_day_that_is_shown_reads_back(day: date) -> None:
    lunar = to_lunar(day)
    assume(not lunar.leap)
    shown = f"{SPEAKER.text(show_lunar(day))}"
    assert read_date(f"{lunar.day}/{lunar.month}/{lunar.year} âm lịch", TODAY).value == day
    reading = read_date(shown, day)
    # "mùng 5 tháng 5 âm lịch" has no year: seen from the day itself it is that day.
    assert reading.value == day
    assert reading.lunar


@given(st.times())
def test_every_hour_that_is_shown_reads_back(hour: time) -> None:
    hour = hour.replace(second=0, microsecond=0)
    assume(5 <= hour.hour <= 22)
    assert read_time(hour.strftime("%H:%M")).value == hour
    shown = SPEAKER.text(show_time(hour))
    assert read_time(shown).value == hour
    assert read_time(fold(shown)).value == hour


@pytest.mark.parametrize(
    "typed",
    ["3/15", "31/4", "29/2", "tháng 6 nhuận", "ngày 30 tháng 12 âm 2026", "30/2/2027", "45/45"],
)
def test_a_day_that_is_none_is_refused(typed: str) -> None:
    reading = read_date(typed, TODAY)
    assert reading.value is None or reading.problem is not None


@pytest.mark.parametrize("typed", ["tuần sau", "tháng sau", "cuối tuần này", "ngay kia"])
def test_what_is_no_single_day_is_asked_about(typed: str) -> None:
    reading = read_date(typed, TODAY)
    assert reading.value is None
    assert reading.problem is not None


@pytest.mark.parametrize("typed", ["Lan", "có", "chào con", "", "👵"])
def test_words_are_no_day(typed: str) -> None:
    assert read_date(typed, TODAY).value is None


def test_the_twenty_ninth_offers_the_days_beside_it() -> None:
    assert date(2027, 2, 28) in read_date("29/2/2027", TODAY).options


def test_in_the_past_the_latest_such_day_is_meant() -> None:
    assert read_date("20/11", TODAY, past=True).value == date(2026, 11, 20)
    assert read_date("hôm qua", TODAY, past=True).value == date(2026, 11, 30)


HOURS = {
    "8 rưỡi": "08:30",
    "tám rưỡi tối": "20:30",
    "19g30": "19:30",
    "19h30": "19:30",
    "19:30": "19:30",
    "19.30": "19:30",
    "19 giờ 30": "19:30",
    "2 giờ chiều": "14:00",
    "2h": "14:00",
    "7 giờ": "07:00",
    "9 giờ kém 15": "08:45",
    "9h kém mười lăm": "08:45",
    "12 giờ trưa": "12:00",
    "12 giờ": "12:00",
    "1 giờ trưa": "13:00",
    "11 giờ trưa": "11:00",
    "10 giờ đêm": "22:00",
    "1 giờ sáng": "01:00",
    "4 giờ sáng": "04:00",
    "5 giờ chiều": "17:00",
    "17 giờ chiều": "17:00",
    "7 giờ rưỡi": "07:30",
    "8h30p": "08:30",
    "7.30 am": "07:30",
    "at 8.15 pm": "20:15",
    "8g30": "08:30",
    "8 giờ 30 phút": "08:30",
    "8 gio sang": "08:00",
    "14h00": "14:00",
    "từ 8h đến 10h30": "08:00",
    "8 giờ tới 10 giờ": "08:00",
    "8 giờ tới nhà văn hóa": "08:00",
    "8-10h": "08:00",
    "tối thứ sáu 7h": "19:00",
    "mười giờ ba mươi": "10:30",
    "8 giờ mười lăm phút": "08:15",
    "12 giờ đêm": "00:00",
    "tasm giowf sangs": "08:00",
    "mười bốn giờ": "14:00",
    "muoi bay gio": "17:00",
    "hai mươi mốt giờ": "21:00",
    "mười sáu giờ ba mươi": "16:30",
    "mười chín giờ kém mười lăm": "18:45",
    "thu hai muoi bon gio": "14:00",
    "ngày hai mươi tám giờ": "08:00",
    "ngày mười hai tháng mười hai mười bốn giờ": "14:00",
}


@pytest.mark.parametrize(("typed", "meant"), HOURS.items())
def test_an_hour(typed: str, meant: str) -> None:
    assert read_time(typed).value == time.fromisoformat(meant)


def test_an_hour_without_its_part_of_the_day_is_said_back() -> None:
    assert read_time("2h").sure is False
    assert read_time("12 giờ đêm").next_day


@pytest.mark.parametrize("typed", ["25h", "8h75", "sáng mai", "Lan"])
def test_what_is_no_hour(typed: str) -> None:
    assert read_time(typed).value is None
