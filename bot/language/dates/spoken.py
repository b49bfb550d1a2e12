"""Days counted from today: "mai", "thứ ba tuần tới", "ba ngày nữa"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from bot.language.dates.readings import DateReading
from bot.language.dates.text import DateText
from bot.language.dates.words import (
    MONTH,
    NUMBER,
    STEPS,
    WEEKDAY,
    WHICH,
    month_end,
    month_start,
    nth_of,
    nth_weekday,
    number_of,
    weekday_of,
)
from bot.language.patterns import Pattern

_PARTS = "sang|trua|xe|chieu|toi|dem|khuya"
_RELATIVE = (
    (r"\b(?:hom|bua) kia\b", -2),
    # "chiều qua nhà văn hóa" goes somewhere.
    (rf"\b(?:hom|bua) qua\b|\b(?:{_PARTS}) qua\b(?! (?:nha (?!con)|ben|day|do|cho))|\bhoi hom\b"
     r"|\byesterday\b", -1),
    (rf"\b(?:hom|bua|ngay|{_PARTS}) nay\b|\bhoi (?:sang|trua|xe|chieu|nay)\b|\bnay gio\b|^nay$"
     r"|\btoday\b|\bluc nay\b", 0),
    (r"\bbay gio\b|\blien\b", 0),
    (r"\bngay m[ao]i\b|^moi$|\bmai\b|\btomorrow\b", 1),
    (rf"\b(?:ngay|bua|{_PARTS}) mot\b|^mot\b|(?<!\bmuoi )\bmot$", 2),
)  # fmt: skip
_NAMED_MAI = Pattern(
    r"\b(?:co|chi|ba|ong|anh|chu|bac|em|di|thi|nha|cau|xuan|ngoc|thanh|hoang|tuyet|nguyen)\s+$"
)


def counted(said: DateText) -> DateReading | None:
    """ "ba ngày nữa", "cách đây hai tuần"."""
    # "thứ hai tuần trước" is a Monday, not two weeks.
    match = said.search(
        r"(?<!\bthu )\b(?P<n>" + NUMBER + r"|nua)\s*(?P<unit>ngay|bua|hom|tuan|thang)\s*"
        r"(?P<way>nua|truoc|trc|roi)\b(?! nua)",
        lambda found: found["n"] == "nua" or said.is_number(found, "n"),
    ) or said.search(
        r"\bcach (?:day|nay) (?P<n>"
        + NUMBER
        + r"|nua) (?P<unit>ngay|bua|hom|tuan|thang)(?P<way>)\b"
    )
    if match is None:
        return None
    sign = 1 if match["way"] == "nua" else -1
    unit = match["unit"]
    if match["n"] == "nua":
        if unit != "thang":
            return None
        return DateReading(said.plus(sign * 15), problem=None, span=match.span())
    number = number_of(match["n"])
    if unit == "thang" and number > 12 and sign < 0:
        # "20 tháng trước": the 20th of last month, more likely than twenty months ago.
        return said.in_month(number, month_start(said.today, -1), match.span())
    if unit == "thang":
        first = month_start(said.today, sign * number)
        day = min(said.today.day, month_end(first).day)
        return DateReading(first.replace(day=day), problem=None, span=match.span())
    days = number * (7 if unit == "tuan" else 1)
    return DateReading(said.plus(sign * days), problem=None, span=match.span())


def weekday(said: DateText) -> DateReading | None:
    """ "thứ ba tuần tới", "chủ nhật đầu tháng"."""
    match = said.search(WEEKDAY)
    if match is None:
        return None
    weekday = weekday_of(match)
    start, end = match.span()
    rest = said.folded[end:]
    place = re.match(
        r"\s*(?:tuan )?(?P<nth>dau tien|dau|thu hai|thu 2|thu ba|thu 3|thu tu|thu 4|cuoi cung|cuoi)"
        rf"(?: cua| trong)? thang(?: (?P<which>{WHICH})\b)?",
        rest,
    )
    if place:
        day = _nth_weekday(said, weekday, nth_of(place["nth"]), place["which"])
        return DateReading(day, problem=None, span=(start, end + place.end()))
    monday = said.today - timedelta(days=said.today.weekday())
    week = re.match(rf"\s*(?:cua )?tuan (?P<which>{WHICH})\b", rest)
    before = re.search(
        rf"\btuan (?P<which>{WHICH})(?:,| la| vao| nham| cung| van| cu| ngay)*\s*$",
        said.folded[:start],
    )
    if re.search(r"\b(?:sang|qua|bua) tuan(?:,| la| thi| vao)*\s*$", said.folded[:start]):
        # "sang tuần, thứ ba ấy"
        day = monday + timedelta(days=7 + weekday)
        return DateReading(day, problem=None, span=(start, end))
    if week or before:
        found = week or before
        assert found is not None
        day = monday + timedelta(days=7 * STEPS[found["which"]] + weekday)
        span = (start, end + week.end()) if week else (found.start(), end)
        return DateReading(day, problem=None, span=span)
    ago = timedelta(days=(said.today.weekday() - weekday) % 7)
    last = re.match(
        r"\s*(?:vua roi|vua qua|moi roi|hom roi|bua roi|roi|truoc|trc|qua)\b(?! nha (?!con))",
        rest,
    )
    if last and (said.past or last[0].strip() not in ("roi", "qua")):
        day = said.today - (ago or timedelta(days=7))
        return DateReading(day, problem=None, span=(start, end + last.end()))
    more = re.match(r"\s*(?:nay|toi)\b(?!\s*\d)", rest)
    if more:
        end += more.end()
    if said.past:
        day = said.today - ago
    else:
        day = said.today + timedelta(days=(weekday - said.today.weekday()) % 7)
    return DateReading(day, problem=None, span=(start, end))


def _nth_weekday(said: DateText, weekday: int, nth: int, which: str | None) -> date:
    if which:
        return nth_weekday(month_start(said.today, STEPS[which]), weekday, nth)
    day = nth_weekday(month_start(said.today), weekday, nth)
    if said.past and day > said.today:
        return nth_weekday(month_start(said.today, -1), weekday, nth)
    if not said.past and day < said.today:
        return nth_weekday(month_start(said.today, 1), weekday, nth)
    return day


def week(said: DateText) -> DateReading | None:
    """ "tuần sau": which day of it is open."""
    monday = said.today - timedelta(days=said.today.weekday())
    match = said.search(rf"\bcuoi tuan(?: (?P<which>{WHICH}))?\b")
    if match:
        step = STEPS.get(match["which"] or "", -1 if said.past and said.today.weekday() < 5 else 0)
        start = monday + timedelta(days=7 * step)
        days = (start + timedelta(days=5), start + timedelta(days=6))
        return DateReading(options=days, problem="which", span=match.span())
    match = said.search(rf"\b(?:(?:dau|giua) tuan|tuan (?:{WHICH}))\b|\b(?:next|last) week\b")
    if match:
        return DateReading(problem="which_week_day", span=match.span())
    return None


def vague(said: DateText) -> DateReading | None:
    """ "đầu tháng", "cuối tuần": which day is open."""
    match = said.search(
        r"\bmai mot\b|\b(?:hom|bua) (?:bua|truoc|no|hom|roi|do)\b|\b(?:moi|vua) (?:day|roi|qua)\b"
        r"|\blau roi\b|\b(?:hoi|dao|lan) truoc\b|\bbua gio\b"
        r"|\b(?:may|vai) (?:hom|bua|ngay|tuan|thang) (?:truoc|nay|nua|roi)\b"
    )
    return DateReading(problem="which_day", span=match.span()) if match else None


def relative(said: DateText) -> DateReading | None:
    """ "mai", "hôm qua", "mốt"."""
    match = said.search(r"\bngay kia\b")
    if match:
        if said.typed(match).endswith("ìa"):
            return DateReading(said.plus(3), problem=None, span=match.span())
        if said.typed(match).isascii() and said.is_bare():
            options = (said.plus(2), said.plus(3))
            return DateReading(options=options, problem="which", span=match.span())
        return DateReading(said.plus(2), problem=None, span=match.span())
    for pattern, days in _RELATIVE:
        match = said.search(pattern, partial(_is_relative, said))
        if match:
            further = days == -2 and said.typed(match).endswith("ìa")
            found = said.plus(-3 if further else days)
            return DateReading(found, problem=None, span=match.span())
    return None


def _is_relative(said: DateText, match: re.Match[str]) -> bool:
    """Whether words were typed as those of a day: "bây giờ" not "bảy giờ", "mai" not "cô Mai"."""
    typed, words = said.typed(match), match[0]
    if words in ("bay gio", "lien"):
        return typed in ("bây giờ", "liền") or said.text == words
    if words == "mai":
        return typed == "mai" and not _NAMED_MAI.search(said.folded[: match.start()])
    if words.endswith("mot"):
        return not typed.endswith("một")
    return True


def edge(said: DateText) -> DateReading | None:
    """ "ngày cuối tháng", "ngày đầu năm tới", "hết tháng 1": the first or the last day of it."""
    match = said.search(
        r"\b(?:ngay (?P<first>dau)(?: tien)?(?: cua)?|ngay (?:cuoi|chot)(?: cung| chot| het)?(?: cua)?|het|cuoi(?= thang \d))"
        rf" (?:thang(?: (?P<which>nay|sau|toi)\b| (?P<m>{MONTH}))?|(?P<year>nam)(?: (?P<years>nay|sau|toi)\b)?)(?! (?:am|ta)\b)"
    )
    if match is None or said.past:
        return None
    if match["year"]:
        step = STEPS.get(match["years"] or ("sau" if match["first"] else "nay"), 0)
        year = said.today.year + step
        return said.solar(
            1 if match["first"] else 31, 1 if match["first"] else 12, year, match.span()
        )
    first = month_start(said.today, STEPS.get(match["which"] or "", 0))
    if match["m"]:
        first = month_start(said.today, (said.month_number(match["m"]) - said.today.month) % 12)
    elif match["first"] and not match["which"]:
        first = month_start(said.today, 1)
    day = first if match["first"] else month_end(first)
    return DateReading(day, problem=None, span=match.span())


def day_of_month(said: DateText) -> DateReading | None:
    """ "ngày 15", "15 tháng sau"."""
    match = said.search(
        rf"\b(?P<prefix>(?:ngay|hom|bua)(?: (?:mung|mong))?|mung|mong) (?P<d>{NUMBER})\b(?P<sun> (?:tay|duong)\b)?"
        rf"(?: thang (?P<which>{WHICH})\b)?(?!\s*(?:ngay|tuan|bua)\b)",
        partial(_is_day_of_month, said),
    ) or said.search(
        # "20 tháng trước" may be twenty months ago.
        rf"\b(?P<prefix>)(?P<d>{NUMBER})(?P<sun> (?:tay|duong)\b)?(?: thang (?P<which>nay|sau|toi)\b(?! nua)|(?<=tay)|(?<=duong))",
        partial(_is_day_of_month, said),
    )
    if match is None:
        return None
    day = number_of(match["d"])
    early = match["prefix"].endswith(("mung", "mong")) and not match["sun"]
    if match["which"]:
        first = month_start(said.today, STEPS[match["which"]])
        return replace(said.in_month(day, first, match.span()), lunar=early)
    for months in range(12):
        first = month_start(said.today, -months if said.past else months)
        found = said.in_month(day, first, match.span())
        if found.value is not None and (
            found.value <= said.today if said.past else found.value >= said.today
        ):
            return replace(found, lunar=early)
    return DateReading(problem="no_such_day", span=match.span())


def _is_day_of_month(said: DateText, match: re.Match[str]) -> bool:
    # "ngày mốt" is the day after tomorrow, whichever way it is typed but with "một".
    if match["d"] == "mot" and match["prefix"] in ("ngay", "bua"):
        return said.typed(match, "d") == "một"
    return said.is_number(match)


def month(said: DateText) -> DateReading | None:
    """ "tháng sau": which day of it is open."""
    match = said.search(r"\bcuoi thang(?: (?P<which>nay|sau|toi))?\b(?! (?:\d|truoc|roi|vua))")
    if match and not said.past:
        first = month_start(said.today, STEPS.get(match["which"] or "", 0))
        return DateReading(month_end(first), problem=None, span=match.span())
    match = said.search(
        rf"\b(?:dau|giua|cuoi|trong|hoi) thang\b|\bthang (?:{WHICH}|{MONTH})|\b(?:next|last) month\b"
    )
    if match:
        return DateReading(problem="which_month_day", span=match.span())
    match = said.search(
        r"\b(?:dau|giua|cuoi) nam\b|\bnam (?:ngoai|roi|truoc|kia|nay|sau|toi)\b|\blast year\b"
    )
    return DateReading(problem="which_day", span=match.span()) if match else None
