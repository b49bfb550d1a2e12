"""What a sentence changes of a regular event."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest

from bot.intents.series import says_for_good
from bot.language.recurrences import Recurrence
from bot.language.series import SeriesReading, read_change

NOW = datetime(2026, 12, 1, 8, tzinfo=timezone(timedelta(hours=7)))
FIRST_SATURDAY = Recurrence("weekday", weekday=5, nth=1)
SUNDAY = Recurrence("weekday", weekday=6, nth=1)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("từ nay họp chủ nhật", SeriesReading(SUNDAY)),
        ("tu nay hop chu nhat nha con", SeriesReading(SUNDAY)),
        ("đổi sang chủ nhật", SeriesReading(SUNDAY)),
        ("từ nay không họp thứ bảy nữa mà họp chủ nhật", SeriesReading(SUNDAY)),
        ("từ nay họp chủ nhật thay vì thứ bảy", SeriesReading(SUNDAY)),
        ("từ nay họp chiều chủ nhật", SeriesReading(SUNDAY, asks_hour=True)),
        ("từ tháng sau họp ngày 15",
         SeriesReading(Recurrence("monthday", day=15), since=date(2027, 1, 1))),
        ("họp 7 giờ thay vì 8 giờ từ nay về sau", SeriesReading(time=time(7))),
        ("đổi từ 8 giờ sang 7 giờ rưỡi", SeriesReading(time=time(7, 30))),
        ("tu day ve sau bat dau 8 ruoi", SeriesReading(time=time(8, 30))),
        ("từ nay họp ở chùa Long Bàn nha con", SeriesReading(place="chùa Long Bàn")),
        ("đổi chỗ sinh hoạt luôn, qua nhà anh Bảy", SeriesReading(place="nhà anh Bảy")),
        ("lịch lặp sửa thành mỗi thứ sáu cuối tháng",
         SeriesReading(Recurrence("weekday", weekday=4, nth=-1))),
        ("doi sang sinh hoat ngay ram hang thang", SeriesReading(Recurrence("lunar_day", day=15))),
        ("from now on meet on the second Sunday",
         SeriesReading(Recurrence("weekday", weekday=6, nth=2))),
        ("từ nay họp hằng tuần", SeriesReading(Recurrence("weekday", weekday=5))),
        ("từ tháng 3 họp chủ nhật đầu tháng, 9 giờ, ở nhà văn hóa ấp 3",
         SeriesReading(SUNDAY, time(9), "nhà văn hóa ấp 3", date(2027, 3, 1))),
        ("từ nay không họp thứ bảy nữa", SeriesReading()),
        ("bà con than họp sáng thứ bảy kẹt chợ quá nên từ nay mình chuyển luôn qua chiều chủ nhật",
         SeriesReading(SUNDAY, asks_hour=True)),
    ],
)  # fmt: skip
def test_what_is_named_is_changed_and_nothing_else(said: str, meant: SeriesReading) -> None:
    assert read_change(said, FIRST_SATURDAY, time(8), NOW) == meant


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("từ nay họp chủ nhật", True),
        ("tu gio khoi hop", True),
        ("từ tháng sau họp ngày 15", True),
        ("dứt lịch sinh hoạt thứ bảy", True),
        ("bo lich chu nhat hang tuan luon", True),
        ("không họp hàng tháng nữa đâu em", True),
        ("end this recurring meeting", True),
        ("hủy luôn buổi mai", False),
        ("thứ bảy này không họp nữa", False),
        ("dời buổi họp tuần này qua chủ nhật", False),
        ("nghỉ họp tháng này", False),
        ("dời buổi họp qua 12/12", False),
        ("thôi không họp thứ bảy nữa", None),
        ("đổi sang chủ nhật", None),
        ("hủy buổi họp", None),
    ],
)
def test_one_day_or_all_of_them(said: str, whole: bool | None) -> None:
    assert says_for_good(said) is whole
