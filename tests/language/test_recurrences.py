"""Regular days, and events in an organiser's own words. Now is Tuesday, 1 December 2026, 8:00."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.lunar import to_lunar
from bot.language.recurrences import Recurrence, read_event
from bot.language.text import fold
from bot.speech.show import show_recurrence
from bot.speech.translation import Speaker

NOW = datetime(2026, 12, 1, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
SPEAKER = Speaker("vi", "bà", "con")

RULES: dict[Recurrence, str] = {
    Recurrence("lunar_day", day=15): (
        "rằm; ngay ram; ngày rằm hằng tháng; ram hang thang; ngày 15 âm lịch; 15 âm hằng tháng"
    ),
    Recurrence("lunar_day", day=1): (
        "mùng một; mùng 1 âm hằng tháng; mong 1 am lich; mùng một âm lịch"
    ),
    Recurrence("lunar_day", day=30): "ngày 30 âm; 30 am hang thang",
    Recurrence("monthday", day=15): (
        "ngày 15; 15; moi thang ngay 15; ngày mười lăm hằng tháng; 15 tây hằng tháng; "
        "mỗi tháng một lần vào ngày 15; tháng nào cũng ngày 15; cứ ngày 15 là họp; "
        "every month on the 15th"
    ),
    Recurrence("monthday", day=17): "hàng tháng vào ngày 17; hang thang vao ngay muoi bay",
    Recurrence("monthday", day=5): "mùng 5 dương lịch hằng tháng",
    Recurrence("monthday", day=31): "ngày cuối tháng; 31 hằng tháng",
    Recurrence("weekday", weekday=5, nth=1): (
        "thứ bảy đầu tháng; thứ bảy tuần đầu; tuần đầu tháng thứ bảy; t7 dau thang; "
        "tuần đầu của tháng, thứ bảy; mỗi tháng thứ bảy đầu tiên; thứ bảy thứ nhất của tháng"
    ),
    Recurrence("weekday", weekday=5, nth=2): (
        "thứ 7 tuần thứ hai của tháng; thu bay tuan 2; thứ 7 lần thứ hai trong tháng; "
        "thứ bảy thứ nhì trong tháng; thu bay thu nhi trong thang"
    ),
    Recurrence(
        "weekday", weekday=5, nth=3
    ): "thứ bảy lần 3 trong tháng; thu bay lan thu ba trong thang",
    Recurrence("weekday", weekday=1, nth=4): "thứ ba lần 4 trong tháng",
    Recurrence("weekday", weekday=6, nth=2): "chủ nhật thứ hai của tháng",
    Recurrence("weekday", weekday=6, nth=-1): "chu nhat cuoi thang; chủ nhựt tuần cuối tháng",
    Recurrence("weekday", weekday=5): "mỗi thứ bảy; thứ bảy hằng tuần; hằng tuần vào thứ bảy",
}


@pytest.mark.parametrize(
    ("typed", "rule"), [(typed, rule) for rule, forms in RULES.items() for typed in forms.split("; ")]
)  # fmt: skip
def test_a_regular_day(typed: str, rule: Recurrence) -> None:
    for form in (typed, unicodedata.normalize("NFD", typed), typed.upper()):
        assert read_event(form, NOW, regular=True).recurrence == rule


@pytest.mark.parametrize("typed", ["thứ bảy", "thứ bảy đầu tháng sau", "rằm tháng giêng", "mai"])
def test_a_single_day_is_no_rule(typed: str) -> None:
    found = read_event(typed, NOW, regular=True).recurrence
    assert found is not None
    assert found.kind == "once"


ALL_RULES = (
    [Recurrence("lunar_day", day=day) for day in range(1, 31)]
    + [Recurrence("monthday", day=day) for day in range(1, 32)]
    + [Recurrence("weekday", weekday=weekday, nth=nth)
       for weekday in range(7) for nth in (1, 2, 3, 4, -1, None)]
)  # fmt: skip


@pytest.mark.parametrize("rule", ALL_RULES)
def test_every_rule_that_is_shown_reads_back(rule: Recurrence) -> None:
    shown = SPEAKER.text(show_recurrence(rule))
    assert read_event(shown, NOW, regular=True).recurrence == rule
    assert read_event(fold(shown), NOW, regular=True).recurrence == rule
    assert Recurrence.from_json(rule.as_json()) == rule


@given(st.sampled_from(ALL_RULES), st.dates(date(2024, 1, 1), date(2034, 12, 31)))
def test_a_rule_always_has_a_next_day(rule: Recurrence, day: date) -> None:
    found = rule.next_on_or_after(day)
    assert found >= day
    assert rule.occurrences(day, found) == [found]


def test_the_thirtieth_of_a_short_month_is_kept_on_the_29th_and_leap_months_count() -> None:
    # 2025 has the sixth month twice; months of 29 and of 30 days.
    days = Recurrence("lunar_day", day=30).occurrences(date(2025, 1, 29), date(2026, 2, 16))
    lunar = [to_lunar(day) for day in days]
    assert len(days) == 13
    assert {each.day for each in lunar} == {29, 30}
    assert sum(each.month == 6 for each in lunar) == 2
    assert all(to_lunar(date.fromordinal(day.toordinal() + 1)).day == 1 for day in days)


EVENTS = {
    "8h sáng mai": ("2026-12-02", "08:00", None),
    "8 rưỡi sáng thứ bảy nhà văn hoá ấp 3": ("2026-12-05", "08:30", "nhà văn hoá ấp 3"),
    "tối thứ sáu 7h": ("2026-12-04", "19:00", None),
    "7 rưỡi sáng chủ nhật tuần tới": ("2026-12-13", "07:30", None),
    "9h mùng 5 tết": ("2027-02-10", "09:00", None),
    "14h00 ngày 05/12/2026": ("2026-12-05", "14:00", None),
    "nửa tiếng nữa": ("2026-12-01", "08:30", None),
    "bây giờ": ("2026-12-01", "08:00", None),
    "12 giờ đêm thứ bảy": ("2026-12-06", "00:00", None),
    "rằm hằng tháng 8h chùa Long Bàn": ("2026-12-23", "08:00", "chùa Long Bàn"),
    "8 giờ tới nhà văn hóa ngày 20": ("2026-12-20", "08:00", "nhà văn hóa"),
    "8h ngày 20 tháng sau ở nhà cô Mai": ("2027-01-20", "08:00", "nhà cô Mai"),
    "chiều mai 2 giờ tại trụ sở liên ấp": ("2026-12-02", "14:00", "trụ sở liên ấp"),
}


@pytest.mark.parametrize(("typed", "meant"), EVENTS.items())
def test_an_event(typed: str, meant: tuple[str, str, str | None]) -> None:
    day, hour, place = meant
    reading = read_event(typed, NOW)
    assert reading.first == date.fromisoformat(day)
    assert reading.time is not None
    assert reading.time.value == time.fromisoformat(hour)
    assert reading.place == place


def test_a_day_of_the_moon_is_said_back_with_the_moon() -> None:
    assert read_event("9h mùng 5 tết", NOW).lunar
    assert read_event("rằm hằng tháng 8h", NOW).lunar
    assert not read_event("8h sáng mai", NOW).lunar


def test_what_is_left_of_a_sentence_is_no_place() -> None:
    for text in ("tu nay thang nao cung hop mung 5", "chu nhat 13/12 hop nghen moi nguoi"):
        assert read_event(text, NOW).place is None, text
    for text, place in (
        ("8 giờ sáng thứ bảy, nhà văn hóa", "nhà văn hóa"),
        ("chủ nhật 13/12 ở chỗ cô Lan", "chỗ cô Lan"),
        ("mai 8h sang hop o nha van hoa nghe", "nha van hoa"),
        ("7h sáng chủ nhật ở nhà cô Tư nha", "nhà cô Tư"),
        ("8h sáng mai tại nhà văn hóa nghen bà con", "nhà văn hóa"),
        ("mai 8h ở trước nhà", "trước nhà"),
    ):
        assert read_event(text, NOW).place == place
