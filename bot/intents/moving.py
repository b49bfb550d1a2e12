"""Where to an event is moved: what stands behind "sang" and "qua", or by how much from its day."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from bot.intents.message import Message, comparable
from bot.intents.phrases import Phrases, written
from bot.intents.values.moments import read_hour_of, read_moment
from bot.intents.values.numbers import ENGLISH_NUMBERS
from bot.language.numbers import read_number
from bot.language.patterns import Pattern
from bot.language.text import fold, plain_words, single_line

_TO = Pattern(
    r"\b(?:sang|kéo|keo|qua|wa|thành|thanh|vô|vào|vao|lại|lai|xuống|lên|tới|toi|lùi|lui|lấy|lay|né|đi|chuyển|chuyen|thay bằng|to|until|theo|moi hop|mới họp)\b(?! nhà| nha )",
    re.IGNORECASE,
)
_MOVED_TO = Pattern(
    written(
        r"(?<!\w)(?:dời|đổi|chuyển|lùi|lui|dồn|né|đẩy|kéo|xích|hoãn)(?: (?!sang |qua )[^\s,.;]+){0,5}? (?:sang|qua|wa|thành|tới|xuống)(?: (?:lại|bên|luôn|tận))? (?P<there>[^,.;]+(?:, ?(?:lúc )?\d{1,2} ?(?:giờ|gio|h|g|:)[^,.;]*)?)"
    )
)
"""The verb and where to, up to the next piece: what stands behind it is why."""
_SHIFTED = Pattern(
    written(
        r"(?<!\w)(?P<way>lùi|lui|hoãn|trễ|chậm|muộn|sớm|thêm|lại|xuống|hơn|đẩy lên|kéo lên|by)(?: (?:lại|xuống|thêm|ra|hơn|lên|sớm|trễ|đúng|đi|tới|khoảng|chừng))*"
        r" (?P<count>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa|one|two|three|a)"
        r" (?P<unit>tuần|ngày|bữa|hôm|tháng|tiếng|giờ|phút|weeks?|days?|hours?)(?: lễ| đồng hồ)?(?!\w| (?:này|sau|tới|\d|rưỡi|báo))(?: nữa| so với)?"
    )
)
"""By how much, and not to when: "lùi lại một tuần"."""
_EARLIER = Phrases(r"sớm|lên")
_DAYS_IN = {"tuần": 7, "tuan": 7, "week": 7, "weeks": 7}
_HOURS = ("tiếng", "tieng", "giờ", "gio", "hour", "hours", "phút", "phut")
_COUNTS = {**ENGLISH_NUMBERS, "a": 1, comparable("nửa"): 0.5, "nua": 0.5}


def moved_to(message: Message, now: datetime) -> str | None:
    """The moment to which an event is moved, as `read_moment` has it; None where none is said."""
    if (shifted := _by_how_much(message, now)) is not None:
        return shifted
    text = single_line(message.text)
    if to := _MOVED_TO.search(comparable(text)):
        there = read_moment(text[slice(*to.span("there"))], now, is_day=True)
        if there:
            return there
    pieces = _TO.split(message.text)
    for place in range(len(pieces) - 1, 0, -1):
        moment = read_moment(pieces[place], now, is_day=True)
        if moment:
            return moment
        hour = read_hour_of(pieces[place])
        day = read_moment(" ".join(pieces[:place]), now)
        if hour and day:
            # "buổi họp chủ nhật lùi xuống 3 giờ chiều": the day stays.
            return f"{day[:10]}T{hour}"
    return None


_LATER = Pattern(
    r"\b(?:tuan|thang|chu nhat|thu \w+|bua|hom|ky|lan|week|month|\w+day) (?:sau|ke)\b|\bnext\b"
)


def says_later(words: str) -> bool:
    """Whether words for a day count on from another one: "chủ nhật sau", "thứ bảy tuần sau"."""
    return bool(_LATER.search(fold(words)))


_NEXT_WEEK = Pattern(
    r"(?:(?:doi|chuyen|hoan|lui|de|hop|kham|hoc|buoi|lich|nay|cai|giup|gium|qua|sang|toi|den|vo|con|em|a|oi|nha|nhe|di|duoc|khong) )*"
    r"tuan (?:sau|toi|ke|ke tiep)(?: (?:con|em|a|nha|nhe|nghe|di|gium|giup|duoc|khong|ko|roi))*"
)
"""Moved to the next week and to no day of it: to the day on which it is."""


def shifted(text: str, planned: str) -> str | None:
    """A moment or a day in ISO form, so much earlier or later; None where no such step is said."""
    found = _SHIFTED.search(comparable(single_line(text)))
    if found is not None:
        return _by(found, planned)
    folded = plain_words(text)
    return _shifted(planned, 1, "tuan") if _NEXT_WEEK.fullmatch(folded) else None


def hour_named(message: Message) -> str | None:
    """The hour at which it is to be from now on, the last that is named; None where none is."""
    for start, end in reversed(message.parts):
        piece = " ".join(message.words[start:end])
        said = _HOUR_SAID.search(piece)
        hour = read_hour_of(piece[said.start() :]) if said else None
        if hour is not None:
            return hour
    return None


_HOUR_SAID = Pattern(
    written(
        r"(?<!\w)(?:\d{1,2} ?(?:h|g|giờ|:)|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) giờ(?! (?:này|đó|hành chánh)))"
    )
)


def _by_how_much(message: Message, now: datetime) -> str | None:
    """The day that is named, and so many days further: "họp mùng 10 lùi lại một tuần"."""
    text = single_line(message.text)
    found = _SHIFTED.search(comparable(text))
    if found is None:
        return None
    planned = read_moment(f"{text[: found.start()]}, {text[found.end() :]}", now)
    return None if planned is None else _by(found, planned)


def _by(found: re.Match[str], planned: str) -> str | None:
    """A planned moment, moved by what was found."""
    count = _COUNTS.get(found["count"]) or read_number(found["count"]).value
    if count is None:
        return None
    sign = -1 if _EARLIER.find(found[0]) else 1
    return _shifted(planned, sign * count, found["unit"].split()[0])


def _shifted(planned: str, count: float, unit: str) -> str | None:
    if unit in _HOURS:
        if "T" not in planned:
            return None
        step = timedelta(minutes=count) if unit in ("phút", "phut") else timedelta(hours=count)
        return (datetime.fromisoformat(planned) + step).isoformat(timespec="minutes")
    if unit in ("tháng", "thang"):
        return None
    day = date.fromisoformat(planned[:10]) + timedelta(days=count * _DAYS_IN.get(unit, 1))
    return f"{day.isoformat()}{planned[10:]}"
