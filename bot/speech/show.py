"""Dates, hours and rules as people read them: phrases, whose words live in the catalogues.

Babel's own formats put the hour, the weekday and the part of day as nobody here writes them, so
they are composed of whole phrases.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.language.lunar import to_lunar
from bot.speech.translation import Phrase, say

if TYPE_CHECKING:
    from bot.language.recurrences import Recurrence

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def show_weekday(weekday: int) -> Phrase:
    """A weekday inside a sentence; 0 is Monday."""
    return say(f"show.weekday.{WEEKDAYS[weekday]}")


def show_day(day: date) -> str:
    """dd/MM/yyyy, as everybody here writes it."""
    return day.strftime("%d/%m/%Y")


def show_date(day: date, *, lunar: bool = False) -> Phrase:
    """A day with its weekday, and its lunar day where asked."""
    plain = say("show.date", weekday=show_weekday(day.weekday()), day=show_day(day))
    if not lunar:
        return plain
    return say("show.date_lunar", date=plain, lunar=show_lunar(day))


def show_lunar(day: date) -> Phrase:
    """The lunar day of a solar one: "rằm tháng Giêng", "mùng 3 tháng Chạp", "23/10 âm lịch"."""
    lunar = to_lunar(day)
    leap = say("show.lunar.leap") if lunar.leap else ""
    if lunar.day == 15:
        name = say("show.lunar.full_moon")
    elif lunar.day <= 10:
        name = say("show.lunar.early", day=lunar.day)
    else:
        name = say("show.lunar.late", day=lunar.day)
    if lunar.month == 1:
        month = say("show.lunar.month_first")
    elif lunar.month == 12:
        month = say("show.lunar.month_last")
    else:
        month = say("show.lunar.month", month=lunar.month)
    return say("show.lunar", day=name, month=month, leap=leap)


def show_time(hour: time) -> Phrase:
    """An hour as it is said: "8 giờ sáng", "8 giờ 30 sáng", "12 giờ trưa", "12 giờ đêm"."""
    if hour.hour == 0:
        part = "night"
    elif hour.hour < 11:
        part = "morning"
    elif hour.hour < 13:
        part = "noon"
    elif hour.hour < 18:
        part = "afternoon"
    else:
        part = "evening"
    shown = hour.hour if hour.hour <= 12 else hour.hour - 12
    key = f"show.time.{part}_minutes" if hour.minute else f"show.time.{part}"
    return say(key, hour=shown or 12, minutes=f"{hour.minute:02d}")


def show_moment(moment: datetime, zone: ZoneInfo, *, lunar: bool = False) -> Phrase:
    """A moment as people read it: "8 giờ sáng thứ Bảy, 20/02/2027 (rằm tháng Giêng)"."""
    local = moment.astimezone(zone)
    return say(
        "show.moment", hour=show_time(local.time()), date=show_date(local.date(), lunar=lunar)
    )


def show_birth(year: int | None, full: date | None, estimated: bool) -> Phrase | str:
    """A birth: the full date, the year, "khoảng 1952", or that it is not known."""
    if full is not None:
        return show_day(full)
    if year is None:
        return say("show.birth.unknown")
    return say("show.birth.about", year=year) if estimated else str(year)


def show_recurrence(rule: Recurrence) -> Phrase:
    """A rule in words: "thứ Bảy đầu tháng", "ngày 15 hằng tháng"."""
    if rule.kind == "once":
        assert rule.date is not None
        return show_date(rule.date)
    if rule.kind == "monthday":
        return say("show.rule.monthday", day=rule.day)
    if rule.kind == "lunar_day":
        if rule.day == 15:
            return say("show.rule.lunar_full_moon")
        assert rule.day is not None
        if rule.day <= 10:
            return say("show.rule.lunar_early", day=rule.day)
        return say("show.rule.lunar_day", day=rule.day)
    assert rule.weekday is not None
    weekday = show_weekday(rule.weekday)
    if rule.nth is None:
        return say("show.rule.weekly", weekday=weekday)
    name = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}[rule.nth]
    return say(f"show.rule.{name}", weekday=weekday)
