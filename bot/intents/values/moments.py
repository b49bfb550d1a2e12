"""Days and hours out of an answer or an order."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from bot.intents.message import Message, comparable, read_message, removed
from bot.intents.phrases import Phrases, written
from bot.intents.values.numbers import ENGLISH_NUMBERS
from bot.intents.values.reading import LONGEST, NOTHING, ValueReading
from bot.language.dates.hours import read_time
from bot.language.dates.reading import read_date
from bot.language.numbers import read_number
from bot.language.patterns import Pattern
from bot.language.text import single_line

_THIS_MOON = Phrases(r"(?<=rằm )tháng này|(?<=ram )thang nay")
_CHRISTMAS = Pattern(
    r"\b(?P<eve>đêm |dem |tối |toi |chiều |chieu )?(?:lễ |le |ngày |ngay )?(?:noel|nô en|christmas(?P<evening> eve)?|giáng sinh|giang sinh)\b",
    re.IGNORECASE,
)


def _christmas(found: re.Match[str]) -> str:
    return "24/12" if found["eve"] or found["evening"] else "25/12"


_EDGE = Pattern(
    r"\b(?:the )?(?P<edge>first|last) day of (?:the|this|(?P<next>next)) (?P<unit>month|year)\b",
    re.IGNORECASE,
)
_NEXT_MONTH = Pattern(r" (?:of )?next month\b", re.IGNORECASE)


def _edge(found: re.Match[str]) -> str:
    edge = "ngày đầu" if found["edge"].lower() == "first" else "ngày cuối"
    unit = "tháng" if found["unit"].lower() == "month" else "năm"
    return (
        f"{edge} {unit} {'sau' if found['next'] else 'nay' if edge == 'ngày cuối' else ''}".strip()
    )


_SUNDAY = Pattern(r"\b(chủ|chu) (?:nhựt|nhut)\b", re.IGNORECASE)
"""As the south says it."""


def _days_named(text: str) -> str:
    """A text whose days are named as the reader of days knows them: "thứ sáu 18", "on the 20th"."""
    text = _SUNDAY.sub(r"\1 nhật", text)
    text = _OF_MONTH.sub(r"\1 \2", _NEXT_MONTH.sub(" tháng sau", _EDGE.sub(_edge, text)))
    return _WEEKDAY_AND_DAY.sub(r"ngày \1", _ORDINAL.sub(_ordinal, text))


_TURNED_DOWN = Phrases(
    r"có (đám|giỗ|việc|họp|tiệc|khách|lễ)( \S+){0,4}$|(thì )?(kẹt|mắc|bận|vướng|dính|trúng|trùng|không (được|rảnh|tiện|đi|họp)|thì không|thì thôi|mới đi|đi rồi|chưa được)( \S+)*$"
)
_PUT_OFF = Phrases(
    r"(mai|mốt|tối|chiều|sáng mai|tối nay|chiều nay|lát|bữa sau|tuần sau|hôm sau)( (nay|mai))?( rồi)?( \S+){0,3} (báo|trả lời|nhắn|nói|hỏi|tính|cho hay|cho biết|gọi|gặp|chốt|quyết|bàn)( \S+)?"
)
"""When the answer comes, and no answer: "tối hỏi mẹ rồi mai em báo"."""


def without_put_off(message: Message) -> Message | None:
    """A message without what only says when the answer comes; None where nothing says so."""
    rest = _PUT_OFF.remove(message.line)
    return read_message(rest) if rest != message.line else None


def _kept(message: Message) -> Message:
    """The pieces of an answer that turn no day down: "mốt được, mai tui kẹt đám giỗ"."""
    pieces = [" ".join(message.words[start:end]) for start, end in message.parts]
    kept = [each for each in pieces if not _TURNED_DOWN.find(each)]
    if not kept or len(kept) == len(pieces):
        return message
    return read_message(", ".join(kept))


_BESIDE_A_FEAST = Pattern(
    r"[\s,]*(?:"
    + written(
        r"(?:trước|sau|qua|gần|cận|kế|khỏi|né|tránh|sát) (?:ngày |lễ |đêm |dịp )*(?:noel|nô en|giáng sinh|christmas|tết)"
    )
    + r"|(?:before|after|near) christmas)(?:"
    + written(" (?:\\d|một|hai|ba) (?:ngày|hôm|bữa)")
    + r")?(?!\w)",
    re.IGNORECASE,
)
_DAY_NAMED = Pattern(
    written(r"(?<!\w)(?:ngày|mùng|mồng|thứ|chủ nhật|the) ?\w|\d{1,2}[/-]\d"), re.IGNORECASE
)


def _without_feast_beside(text: str) -> str:
    """A text that names a day without the feast that it is before: "ngày 20, trước Noel"."""
    without = removed(_BESIDE_A_FEAST, text)
    return without if _DAY_NAMED.search(comparable(without)) else text


_OWN_YEAR = Pattern(
    written(
        r"(?<!tháng )(?<!\w)năm (?:một chín |mười chín )?(?P<year>\d\d|(?:hai|ba|bốn|năm|sáu|bảy)(?: mươi)? (?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín)|(?:ba|bốn|năm|sáu) mươi)(?!\w)"
    )
)
_LAST_YEAR_AHEAD = 35
"""Two digits up to this one are a year of this century: "năm hai bảy"."""


def _in_its_year(day: date, message: Message) -> date:
    """A day in the year that is named in two digits: "mười chín tháng năm, năm bốn chín"."""
    found = _OWN_YEAR.search(message.line)
    number = read_number(found["year"]).value if found else None
    if number is None or re.search(r"(?<!\d)\d{4}(?!\d)", message.text):
        return day
    try:
        return day.replace(year=(2000 if number <= _LAST_YEAR_AHEAD else 1900) + number)
    except ValueError:
        return day


_RATHER_ON = Pattern(
    written(
        r"(?<!\w)(?:nên|thôi|vậy|chi bằng|hay là)(?: thì)? (?:để|lấy|qua|chọn|làm|họp|sang|đi|dời)(?: (?:qua|sang|lại|vào))* (?P<day>\S.*)$"
    )
)
"""The day that is taken, behind the one that doesn't suit: "thứ năm em bận nên để thứ tư"."""
_TAKES_DAY = Pattern(
    written(
        r"(?:thôi |cứ |thì )*(?:lấy|chọn|để|chốt|ghi|qua) (?P<day>\d{1,2})(?: (?:đi|nha|nghen|nhé|con|em|cho|chắc|luôn|ạ))*"
    )
)
"""A day by its number alone, behind a word that takes it: "13 thì kẹt, lấy 14 đi"."""
_LAST_BUT_ONE = Phrases(r"áp chót|kế cuối|sát cuối|last but one")


def read_day(message: Message, today: date) -> ValueReading:
    """A day as an ISO date; not sure where the words leave it open."""
    kept = _kept(message)
    if kept is not message and (found := read_day(kept, today)).value is not None:
        return found
    if only := _TAKES_DAY.fullmatch(message.line):
        message = read_message(f"ngày {only['day']}")
    if (rather := _RATHER_ON.search(message.line)) and rather.start():
        found = read_day(read_message(rather["day"]), today)
        if found.value is not None:
            return found
    text = _days_named(_CHRISTMAS.sub(_christmas, _without_feast_beside(message.text[:LONGEST])))
    reading = read_date(text, today)
    if reading.value is None and reading.problem == "none":
        reading = read_date(message.line[:LONGEST], today)
    if reading.value is not None:
        if reading.value < today and _THIS_MOON.find(message.line):
            # The full moon of this month is over: the next one is meant.
            reading = read_date(_THIS_MOON.remove(message.line), today)
        if reading.value is not None:
            day = _in_its_year(reading.value, message)
            if _LAST_BUT_ONE.find(message.line):
                day -= timedelta(days=1)
            return ValueReading(day.isoformat())
    if reading.options and reading.problem != "no_such_day":
        return ValueReading(reading.options[0].isoformat(), is_sure=False)
    return NOTHING


_QUARTER = Pattern(r"\b(?:a )?quarter (?P<way>to|past) (?P<hour>\w+)", re.IGNORECASE)


def _with_quarter(found: re.Match[str]) -> str:
    word = found["hour"].lower()
    hour = ENGLISH_NUMBERS.get(word) or (int(word) if word.isdecimal() else 0)
    if not 1 <= hour <= 12:
        return found[0]
    return f"{hour}:15" if found["way"].lower() == "past" else f"{hour - 1 or 12}:45"


_BEGINS_AT = Pattern(
    written(
        r"(?<!\w)(?:gặp(?: nhau)?|hẹn(?: gặp)?|bắt đầu|nhóm họp|tập trung)(?: (?:lúc|vào|hồi|là|khoảng|từ))* (?P<at>(?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười).*)"
    )
)
"""When it begins, behind another hour: "5h sáng dậy rồi, gặp lúc 6 rưỡi"."""
_AFTERNOON = Pattern(r"(?<=\d)\s?(h|g|gio|giờ)(\s?\d\d)? chi?u\b", re.IGNORECASE)
"""chiều with a letter left out, behind an hour: elsewhere "chiu" is chịu."""


_ARRIVES = Pattern(r"(?<=moi )toi\b|\btoi(?= (?:kip|noi|dong|du)\b)", re.IGNORECASE)
"""tới without its accents, and no evening: "ba con moi toi kip"."""
_AFTER_WORK = Pattern(r"\bsau giờ (?=tập|làm|lễ|học|họp|kinh|cơm|chợ|tan)", re.IGNORECASE)
"""Behind something, and not at six."""
_AT = Pattern(r"\bat (one|two|three|four|five|six|seven|eight|nine|ten|eleven)\b", re.IGNORECASE)
_HOUR_THERE = Pattern(
    written(
        r"(?<!\w)(?:là|tức là|tức|nhằm) (?P<there>(?:\S+ ){1,6}?)(?:bên |ở |giờ )*(?:việt nam|vn)(?!\w)"
    )
)
"""The hour in Vietnam, behind the one abroad."""


_HALF_PAST = Pattern(
    r"(?<=giờ |gio )(?:rui|rưởi|rười|rửi|rởi|rữi|ruởi|rưi|ruoi)(?!\w)", re.IGNORECASE
)
"""rưỡi as it is heard or misspelled."""


def _spelled(message: Message) -> Message:
    text = _HALF_PAST.sub("rưỡi", message.text)
    return read_message(text) if text != message.text else message


def read_hour(message: Message) -> ValueReading:
    """An hour as HH:MM."""
    if there := _HOUR_THERE.search(message.line):
        found = read_hour(read_message(there["there"]))
        if found.value is not None:
            return found
    message = _spelled(message)
    told = _AFTER_WORK.sub("sau ", _ARRIVES.sub("đến", message.text))
    if told != message.text:
        message = read_message(told)
    if (begins := _BEGINS_AT.search(message.line)) and begins.start():
        found = read_hour(read_message(begins["at"]))
        if found.value is not None:
            return found
    if _AFTERNOON.search(message.text):
        message = read_message(_AFTERNOON.sub(r" \1\2 chiều", message.text))
    kept = _kept(message)
    if kept is not message and (found := read_hour(kept)).value is not None:
        return found
    clock = re.fullmatch(r"\s*([01]\d|2[0-3])([0-5]\d)\s*", message.text)
    if clock:
        return ValueReading(f"{clock[1]}:{clock[2]}")
    text = re.sub(
        r"\bhalf past (\w+)",
        lambda found: f"{ENGLISH_NUMBERS.get(found[1].lower(), found[1])}:30",
        message.text[:LONGEST],
        flags=re.IGNORECASE,
    )
    text = _AT.sub(lambda found: f"at {ENGLISH_NUMBERS[found[1].lower()]}", text)
    text = _QUARTER.sub(_with_quarter, text)
    text = re.sub(
        r"\s*\bin the (morning|afternoon|evening)\b",
        lambda found: {"morning": "am"}.get(found[1], "pm"),
        text,
    )
    text = re.sub(r"đúng ngọ|dung ngo|giờ ngọ|noon", "12 giờ trưa", text, flags=re.IGNORECASE)
    reading = read_time(text)
    if reading.value is None and message.line != message.text.lower():
        reading = read_time(message.line[:LONGEST])
    if reading.value is None:
        return NOTHING
    return ValueReading(reading.value.strftime("%H:%M"), is_sure=reading.sure)


_DAY_WORD = Phrases(
    r"\d{1,2} ?[/-] ?\d{1,2}|ngày|hôm|bữa|mai|mốt|thứ|chủ nhật|mùng|mồng|rằm|tháng|tuần|chiều nay|sáng nay|tối nay|"
    r"t[2-7]|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|december|january|dec|jan"
)


_EARLY = Pattern(
    r"\b(?:mùng|mung|mồng|mong) (?=(?:\w+)(?! (?:tháng|thang|tết|tet|âm|am|giêng|gieng|chạp|chap)\b))",
    re.IGNORECASE,
)
_TET_TALK = Pattern(r"\b(?:tết|tet|tat nien|tất niên)\b", re.IGNORECASE)
_TET_DAY = Pattern(
    r"(?:mùng|mung|mồng|mong|trước|truoc|sau|\d) *(?:\w+ )?(?:tết|tet)\b", re.IGNORECASE
)


def _plain_moment(text: str) -> str:
    """A sentence about a moment in the words that the reader of days knows.

    "mùng" is a day of the sun's month in a club's plans, unless the moon is named.
    """
    text = single_line(text)[:400]
    text = re.sub(r"(?<=\d)\s?am\b(?! lich)", " giờ sáng", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\d)\s?pm\b", " giờ chiều", text, flags=re.IGNORECASE)
    text = re.sub(r"\bat (\d{1,2})(?! giờ|[:h\d])", r"at \1 giờ", text)
    text = re.sub(
        r"\bin the (morning|afternoon|evening)\b",
        lambda found: {"morning": "sáng"}.get(found[1], "chiều"),
        text,
    )
    text = re.sub(r"(?<=\d)\.\s", ", ", text)
    text = re.sub(r"(?<!thứ )(?<!thu )\b(\d{1,2}) (?:này|nay|tây|tay)\b", r"ngày \1", text)
    text = re.sub(
        r"\b(sáng|chiều|tối|trưa|sang|chieu) (\d{1,2})\b(?!\s*(?:giờ|gio|h|g|[/:]))",
        r"\1 ngày \2",
        text,
    )
    text = re.sub(r"\b(tháng|thang) (chạp|chap) (tây|tay|dương|duong)", "tháng 12", text)
    text = re.sub(r"\bMai mốt\b", "", text, flags=re.IGNORECASE)
    text = re.sub(
        r"\bngày (\S+) dương\b|\bmùng (\S+) dương\b",
        lambda found: f"ngày {found[1] or found[2]}",
        text,
    )
    text = re.sub(
        r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (\d{1,2})(?!\d| giờ|:)", r"\2", text
    )
    text = re.sub(r"\bWed (?=\d)", "", text)
    text = _FIRST_OF_DAYS.sub(_first_day, _EARLY.sub("ngày ", text))
    return text if _TET_DAY.search(text) else _TET_TALK.sub("", text)


_FIRST_OF_DAYS = Pattern(
    r"\b(?P<before>(?:từ|tu|ngày|ngay|hôm|hom|bữa|bua|sáng|sang|chiều|chieu) (?:ngày |ngay )?)?(?P<first>\d{1,2})(?:\s*-\s*|,? (?:đến|den|tới|toi|và|va|với|voi|rồi|roi)(?: ngày| ngay)? |, ?)(?P<last>\d{1,2})"
    r"(?P<month>\s?/\s?\d{1,2}(?!\d)| (?:tháng|thang) \w+| ?(?:này|nay|tây)\b)",
    re.IGNORECASE,
)


def _first_day(found: re.Match[str]) -> str:
    """The first of several days: "hai ngày 16 với 17/12" begins on the 16th."""
    first, last = int(found["first"]), int(found["last"])
    if not 1 <= first < last <= 31 or not (found["before"] or "-" in found[0]):
        return found[0]
    return f"ngày {first}{found['month']}"


_WEEKDAY_AND_DAY = Pattern(
    r"\b(?:chủ nhật|chủ nhựt|chu nhat|chu nhut|cn|thứ \w+|thu (?:hai|ba|tu|nam|sau|bay)|sunday|saturday|friday|thursday|wednesday|tuesday|monday)"
    r",? (?:the |ngày |ngay )?(\d{1,2})(?:st|nd|rd|th)?\b(?!\s*(?:giờ|gio|h|g|am|pm|người|nguoi|tuổi|[/:.-]\d))",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_ORDINAL = Pattern(
    rf"(?P<month>\b{_MONTH} )?\b(?:on )?(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?! (?:of )?{_MONTH})",
    re.IGNORECASE,
)


_OF_MONTH = Pattern(rf"\b(?:the )?(\d{{1,2}})(?:st|nd|rd|th)? of ({_MONTH})\b", re.IGNORECASE)


def _ordinal(found: re.Match[str]) -> str:
    """ "the 15th" is a day of the month; "Jan 15th" is read as it stands."""
    return found[0] if found["month"] else f"ngày {found['day']}"


_DAY_ALONE = Pattern(
    r"^\s*(\d{1,2})\b(?!\s*(?:giờ|gio|h\b|h\d|g\b|g\d|rưỡi|ruoi|am|pm|người|nguoi|ngày|ngay|tháng|thang|tuần|tuan|lần|lan|[/:.-]\d))",
    re.IGNORECASE,
)


def read_hour_of(text: str) -> str | None:
    """An hour in an order, as HH:MM; None where none is said."""
    hour = read_time(_plain_moment(text)).value
    return f"{hour:%H:%M}" if hour else None


def read_moment(text: str, now: datetime, *, is_day: bool = False) -> str | None:
    """A moment in local time to the minute, or a day alone; None where no day is said.

    `is_day`: a number that it begins with is a day's, "dời qua 16".
    """
    if is_day:
        text = _DAY_ALONE.sub(r"ngày \1", text)
    line = _plain_moment(_days_named(text))
    if not _DAY_WORD.find(read_message(line).line) and not re.search(r"\d{1,2}/\d{1,2}", line):
        return None
    day = read_date(line, now.date()).value
    if day is None:
        return None
    hour = read_time(line)
    if hour.value is None:
        return day.isoformat()
    return f"{day.isoformat()}T{hour.value:%H:%M}"
