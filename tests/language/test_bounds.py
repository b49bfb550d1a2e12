"""However long and odd a message is, reading it costs what its length costs and never fails."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.intents.attendance import read_attendance
from bot.intents.emergency import find_emergency
from bot.intents.words import meanings_of, read_yes_no
from bot.language.births import read_birth
from bot.language.dates.hours import read_time
from bot.language.dates.reading import read_date
from bot.language.kinship import read_called
from bot.language.lunar import LunarDate, to_lunar, to_solar
from bot.language.months import read_month
from bot.language.names import find_people, read_name
from bot.language.numbers import read_money, read_number
from bot.language.phones import read_phone
from bot.language.recurrences import read_event
from bot.language.text import clean, without_courtesy

TODAY = date(2026, 12, 1)
NOW = datetime(2026, 12, 1, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
READERS: dict[str, Callable[[str], Any]] = {
    "attendance": lambda text: read_attendance(text, []),
    "birth": lambda text: read_birth(text, TODAY),
    "date": lambda text: read_date(text, TODAY),
    "time": read_time,
    "event": lambda text: read_event(text, NOW),
    "emergency": find_emergency,
    "called": read_called,
    "month": read_month,
    "name": read_name,
    "people": lambda text: find_people(text, [(1, "Nguyễn Thị Sáu")]),
    "number": read_number,
    "money": read_money,
    "phone": read_phone,
    "courtesy": without_courtesy,
    "meanings": meanings_of,
    "yes_no": read_yes_no,
}
PIECES = (
    "một trăm ", "toi ten ", "Bà ", "hom ", " ", "\n", "8h ", "chủ nhật ", "1/", "0 ", "²", "①", "½",
    "ạ ", "a\u0301", "👨\u200d👩\u200d👧", "tổ 3, ", "dduwowngf ", "(", "ㅤ",
)  # fmt: skip


def calls(read: Callable[[str], Any], text: str) -> int:
    """How much work a reading is, in calls: the same on any machine. `make bench` has the time."""
    found = 0

    def count(_frame: Any, _event: str, _argument: Any) -> None:
        nonlocal found
        found += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return found


@pytest.mark.parametrize("reader", READERS)
def test_twice_the_words_are_at_most_twice_the_work(reader: str) -> None:
    for piece in PIECES:
        # A pattern is made ready by the first text that needs it: no work of this one.
        READERS[reader]((piece * 4000)[:3000])
        half, whole = (calls(READERS[reader], (piece * 4000)[:size]) for size in (2000, 4000))
        assert whole <= 2.2 * half + 1000, (piece, half, whole)
        assert whole <= 2_000_000, (piece, whole)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "text", ["", "²", "5²", "①", "½", "１２", "٣", "…", "ạ", "9" * 400, "0/0/0"]
)
def test_odd_signs_are_read_or_not_but_never_fail(reader: str, text: str) -> None:
    READERS[reader](text)


@pytest.mark.parametrize(
    "unseen", ["\u3164\u3164", "\u115f", "\u2800\u2800", "\u061c", "\u206a", "\u034f", "\u200b"]
)
def test_a_name_that_nobody_sees_is_none(unseen: str) -> None:
    assert clean(unseen) == ""
    assert read_name(unseen).name is None
    assert read_name(f"Mai{unseen}{unseen} Lan").name == "Mai Lan"


@pytest.mark.parametrize(
    "day", [date.min, date(1, 2, 28), date(9998, 12, 31), date(9999, 1, 5), date.max]
)
def test_every_day_has_a_lunar_one(day: date) -> None:
    lunar = to_lunar(day)
    assert to_solar(lunar) == day or day.year in (1, 9999)
    assert to_solar(LunarDate(9999, 12, 29)) is None
