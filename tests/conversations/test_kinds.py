"""What the kinds make of what was read: kept, said back, offered or refused."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.conversations.engine.kinds import (
    ChoiceKind,
    DateKind,
    Kind,
    MemberKind,
    MoneyKind,
    NameKind,
    NumberKind,
    Problem,
    Read,
    RecurrenceKind,
    Sure,
    Value,
)
from bot.speech.translation import Speaker

NOW = datetime(2026, 12, 9, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
SPEAKER = Speaker("vi", "bà", "con")
TURN: Any = SimpleNamespace(
    today=NOW.date(), local_now=NOW, text=SPEAKER.text, speaker=SPEAKER
)  # fmt: skip


def read(kind: Kind, text: str) -> Read:
    return kind.read(TURN, "x", {}, text)


def test_about_a_number_is_said_back() -> None:
    assert read(NumberKind(0, 100), "khoảng 58") == Value(58)
    assert read(NumberKind(0, 100), "58") == Sure(58)
    assert read(NumberKind(0, 100), "khong ai") == Sure(0)
    assert isinstance(read(NumberKind(0, 50), "khoảng 58"), Problem)


def test_a_year_is_twelve_months() -> None:
    assert read(NumberKind(1, 36, unit="month"), "1 nam") == Sure(12)


def test_a_sum_without_its_thousands_is_offered_within_the_limits() -> None:
    both = read(MoneyKind(0, 50_000_000), "20")
    assert isinstance(both, Problem)
    assert both.choices == (("20000", "20.000 đồng"), ("20000000", "20.000.000 đồng"))
    assert read(MoneyKind(0, 100_000), "20") == Value(20_000)


def test_a_day_of_the_moon_is_said_back_with_both_dates() -> None:
    found = read(DateKind(), "mùng 8 tháng 3")
    assert isinstance(found, Value)
    assert found.value == "2027-03-08"
    assert SPEAKER.text(found.shown) == "thứ Hai, 08/03/2027 (mùng 1 tháng 2 âm lịch)"


def test_tomorrow_is_not_taken_for_last_year() -> None:
    found = read(DateKind(past=True), "10/12")
    assert isinstance(found, Problem)
    assert "10/12/2026 chưa tới" in SPEAKER.text(found.phrase)


@pytest.mark.parametrize("typed", ["đầu tháng", "mới hôm bữa", "tuần trước"])
def test_some_time_is_asked_about(typed: str) -> None:
    assert isinstance(read(DateKind(past=True), typed), Problem)


@pytest.mark.parametrize(
    ("typed", "sex"), [("bà", "female"), ("chú", "male"), ("nữ ạ", "female"), ("NAM", "male")]
)
def test_a_form_of_address_says_the_sex(typed: str, sex: str) -> None:
    assert read(ChoiceKind(("female", "male"), shared="sex"), typed) == Sure(sex)


def test_a_member_is_found_without_the_title_and_whole_words_first() -> None:
    people = MemberKind(
        lambda _turn, _scope: [(1, "Nguyễn Văn Tư"), (2, "Trần Tuấn Tú Anh"), (3, "Lê Thị Lý")]
    )
    assert read(people, "ông Tư") == Value({"person": 1, "name": "Nguyễn Văn Tư"})
    assert read(people, "co Lí") == Value({"person": 3, "name": "Lê Thị Lý"})
    assert isinstance(read(people, "ông Bảy"), Problem)


def test_chua_biet_is_no_name() -> None:
    assert isinstance(read(NameKind(), "chua biet"), Problem)


def test_the_full_moon_is_a_regular_day() -> None:
    found = read(RecurrenceKind(), "rằm")
    assert isinstance(found, Value)
    assert found.value["kind"] == "lunar_day"
    assert SPEAKER.text(RecurrenceKind().show(TURN, "x", found.value)) == "rằm âm lịch hằng tháng"
