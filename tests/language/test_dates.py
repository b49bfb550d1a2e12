"""Days and hours as people type them. Now is Tuesday, 1 December 2026, 23/10 of the lunar year."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.language.dates import read_date, read_time

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
}


@pytest.mark.parametrize(("typed", "meant"), DAYS.items())
def test_a_day(typed: str, meant: str) -> None:
    assert read_date(typed, TODAY).value == date.fromisoformat(meant)


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
    "8g30": "08:30",
    "8 giờ 30 phút": "08:30",
    "8 gio sang": "08:00",
}


@pytest.mark.parametrize(("typed", "meant"), HOURS.items())
def test_an_hour(typed: str, meant: str) -> None:
    assert read_time(typed).value == time.fromisoformat(meant)


def test_an_hour_without_its_part_of_the_day_is_said_back() -> None:
    assert read_time("2h").sure is False


@pytest.mark.parametrize("typed", ["25h", "8h75", "sáng mai", "Lan"])
def test_what_is_no_hour(typed: str) -> None:
    assert read_time(typed).value is None
