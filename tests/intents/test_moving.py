"""Where to an event is moved, and the first of several days: a row a sentence."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.intents.message import read_message
from bot.intents.moving import hour_named, moved_to
from bot.intents.values.moments import read_moment

NOW = datetime.fromisoformat("2026-12-01T08:00:00+07:00")


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("Dời lớp tập huấn tình nguyện viên lùi lại một tuần, ban đầu tính mùng 10 tháng này", "2026-12-17"),
        ("họp thứ sáu này lùi lại hai ngày nhé", "2026-12-06"),
        ("đẩy giờ họp ngày 9 lên 7 rưỡi", "2026-12-09T07:30"),
        ("dời buổi đo huyết áp từ thứ ba sang thứ tư tuần sau", "2026-12-09"),
        ("bua hop 12/12 lui lai 1 tuan", "2026-12-19"),
        ("lịch khám 15/12 sớm hơn hai bữa", "2026-12-13"),
        ("họp 7 giờ sáng chủ nhật này trễ lại một tiếng", "2026-12-06T08:00"),
        ("dời buổi họp 10/12 lùi nửa tháng", None),
        ("buổi họp chủ nhật lùi xuống 3 giờ chiều", "2026-12-06T15:00"),
        ("dời qua 16", "2026-12-16"),
        ("bữa họp thứ bảy này trùng đám cưới, dời qua chủ nhựt nghen con", "2026-12-06"),
        ("dời bữa họp này qua chủ nhật 13 tháng 12 đi con, thứ bảy bà con đi đám cưới", "2026-12-13"),
        ("Dời buổi này qua 13/12, 8h, hội trường bị mượn", "2026-12-13T08:00"),
        ("dời họp qua tuần sau cũng thứ bảy", "2026-12-12"),
        ("tập huấn ngày 20 hoãn thêm 3 ngày", "2026-12-23"),
        ("postpone the meeting on 12 December by one week", "2026-12-19"),
        ("họp mùng 5 dời tới mùng 8", "2026-12-08"),
        ("chuyển họp sang 8 giờ ngày 9", "2026-12-09T08:00"),
        ("doi hop chu nhat nay sang thu hai", "2026-12-07"),
        ("lùi buổi khám ngày 18 thêm một tuần nghen con", "2026-12-25"),
        ("kéo lớp tập huấn 22/12 sớm lại ba ngày", "2026-12-19"),
        ("lùi một tuần buổi sinh hoạt mùng 6", "2026-12-13"),
        ("hoãn họp ngày 12 tới ngày 19", "2026-12-19"),
        ("dời qua 16, nhớ báo trước một ngày", "2026-12-16"),
    ],
)  # fmt: skip
def test_to_when_an_event_is_moved(typed: str, moment: str | None) -> None:
    assert moved_to(read_message(typed), NOW) == moment


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("tập huấn chốt hai ngày 16 với 17/12 tại hội trường, 7g30 có mặt", "2026-12-16T07:30"),
        ("lớp trong 3 ngày từ 21 đến 23 tháng 12, bắt đầu 8h", "2026-12-21T08:00"),
        ("tập huấn 16-17/12 lúc 8h", "2026-12-16T08:00"),
        ("khám bệnh ngày 18 và ngày 19 tháng 12 7h sáng", "2026-12-18T07:00"),
        ("họp từ 8 đến 10 giờ ngày 12/12", "2026-12-12T08:00"),
        ("họp sang tuần, thứ ba ấy, 8 giờ thiếu 10", "2026-12-08T07:50"),
        ("họp 9 giờ 15/12", "2026-12-15T09:00"),
        ("ngày 5 tháng 12, 20 người", "2026-12-05"),
        ("them cho toi mot buoi do huyet ap sang thu tu tuan sau 7 gio", "2026-12-09T07:00"),
        ("toi muon hop luc 8 gio sang chu nhat", "2026-12-06T08:00"),
        ("doi sang thu sau 2 gio", "2026-12-04T14:00"),
        ("tối thứ bảy tuần này lúc 7 giờ", "2026-12-05T19:00"),
        ("họp 7 giờ sáng chủ nhật nhé, chiều tôi có việc", "2026-12-06T07:00"),
    ],
)  # fmt: skip
def test_the_first_day_and_its_hour(typed: str, moment: str | None) -> None:
    assert read_moment(typed, NOW) == moment


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("sửa giờ lại 14g30", "14:30"),
        ("dời lên sớm đi, chín giờ nắng lắm, bảy giờ thôi", "07:00"),
        ("trước giờ sáng thứ ba, bây giờ chuyển hẳn qua 15h cho mát", "15:00"),
        ("từ giờ họp ngày 10 thay vì 15", None),
        ("họp hai tuần một lần", None),
    ],
)
def test_the_hour_that_holds_from_now_on(typed: str, hour: str | None) -> None:
    assert hour_named(read_message(typed)) == hour
