"""A birth as lists have it: years, days, ages, parts of days, years that were shown as days."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.language.births import OLDEST, is_animal, read_birth
from bot.language.patterns import Pattern
from bot.language.text import fold, single_line
from bot.rosters.book import Cell, day_of
from bot.rosters.grid import words_of

YOUNGEST = 18


@dataclass(frozen=True)
class WrittenBirth:
    """A birth, or why there is none.

    `doubt`: "unread", "which" (with `options`), "too_young". `remark`: "day" where the day is
    none and only the year is taken, "about" where the year is reckoned from an age, "mended" where
    letters stood for digits.
    """

    year: int | None = None
    day: date | None = None
    estimated: bool = False
    doubt: str | None = None
    options: tuple[int, ...] = ()
    remark: str | None = None
    shown: str = field(default="")


NONE = WrittenBirth()
_FIRST_SERIAL = date(1899, 12, 30)
"""From which spreadsheets count days."""
_BLANK = Pattern(r"[\s\-–—_.?…/x0]*|(?:khong|khg|ko|kg|k|hong|hok|chua) (?:ro|nho|biet|co).*")
_EMPTY_PART = r"(?:0{1,2}|[x_.?…\-]{0,4}|\s*)"
_YEAR = r"(?:18|19|20)\d\d"
_LUNAR = Pattern(r"\(?\s*(?:am lich|duong lich|al|dl|a\.?l\.?)\s*\)?\s*$")
_PATTERNS: tuple[tuple[str, Pattern], ...] = (
    ("year", Pattern(rf"(?:sinh nam|nam sinh|sinh|sn|ns|nam)?[.:\s']*({_YEAR})[.,;'\s]*")),
    ("year", Pattern(rf"{_EMPTY_PART}\s*[/.\-]\s*{_EMPTY_PART}\s*[/.\-]\s*({_YEAR})")),
    ("year", Pattern(rf"{_EMPTY_PART}\s*[/.\-]\s*({_YEAR})")),
    ("year", Pattern(rf"(?:0{{1,2}}|[x_.?…]{{1,4}})\s*[/.\-]\s*\d{{1,2}}\s*[/.\-]\s*({_YEAR})")),
    ("year", Pattern(rf"(?:thang|t)?\s*(?:0?[1-9]|1[0-2])\s*(?:[/.\-]|nam)\s*({_YEAR})")),
    ("year", Pattern(rf"({_YEAR})\s*[/.\-]\s*(?:0?[1-9]|1[0-2])")),
    ("year", Pattern(rf"(?:thang|t)\s*(?:0?[1-9]|1[0-2])[\s,/.\-]*(?:nam\s*)?({_YEAR})")),
    ("about", Pattern(rf"(?:khoang|chung|tam|k\.?|kh|~|±|\+/-)\s*\.?\s*({_YEAR})\s*\??")),
    ("about", Pattern(rf"({_YEAR})\s*(?:\?+|\(\?\)|~)")),
)  # fmt: skip
_MIDNIGHT = Pattern(r"(?<=\d)[T ]\s*0?0:00(?::00(?:\.0+)?)?Z?$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = Pattern(
    rf"(\d{{1,2}})[\s/.\-]+({'|'.join(_MONTHS)})[a-z]*[\s,/.\-]+(\d{{4}}|\d\d)", re.IGNORECASE
)
_EITHER = Pattern(rf"({_YEAR})\s*(?:[/\-,]|hay|hoac|hay la|va)\s*({_YEAR})")
_WITH_AGE = Pattern(rf"(.*?{_YEAR})[\s(,;\-–/]+(\d{{2,3}})\s*(?:t\b|tuoi)?\s*\.?\)?")
_AGE_FIRST = Pattern(
    rf"(\d{{2,3}})\s*(?:t\b|tuoi)?\s*[(,;\-–/]\s*(?:(?:sinh|sn|ns)?\s*(?:nam\s*)?)({_YEAR})\s*\)?"
)
_NEAR = Pattern(r"(?:gan|xap xi|suyt soat)\s*(\d{2,3})(?:\s*(?:tuoi|t))?")
_OVER = Pattern(r"(?:ngoai|hon|tren|qua)\s*(\d{2,3})(?:\s*(?:tuoi|t))?|(\d{2,3})\s*\+")
_AGE = Pattern(r"(\d{2,3})\s*(?:t|tuoi)\.?")
_UNSURE = Pattern(r"(\d{2,3}(?:\s*(?:t|tuoi))?)\s*(?:\?+|\(\?+\)?|~)")
"""Two digits that nobody is sure of."""
_BY_ANIMALS = Pattern(r"\b(?:tuoi|giap|tinh)\b")


def read_written_birth(
    cell: Cell, today: date, *, head: str = "", are_serials: bool = False
) -> WrittenBirth:
    """What a cell says of a birth; `head` is its column's, which may say that ages are meant.

    `are_serials`: whether numbers are days as a spreadsheet counts them, beyond doubt.
    """
    shown = words_of(cell)
    if are_serials and (day := serial_day(cell)) is not None:
        return _bounded(WrittenBirth(day.year, day.date(), remark="serial", shown=shown), today)
    found = _read(cell, shown, today, head)
    if found.shown != shown:
        found = WrittenBirth(
            found.year, found.day, found.estimated, found.doubt, found.options, found.remark, shown
        )
    return _bounded(found, today)


def serial_day(cell: Cell) -> datetime | None:
    """The day that a bare number is, where it can only be one: 18699."""
    value = cell.value
    if isinstance(value, str) and re.fullmatch(r"\d{5}", value.strip()):
        value = int(value)
    if not isinstance(value, int) or not 10_000 < value < 45_000:
        return None
    return day_of(value)


def _bounded(found: WrittenBirth, today: date) -> WrittenBirth:
    if found.year is None:
        return found
    if found.year > today.year - YOUNGEST:
        doubt = "too_young" if found.year <= today.year else "unread"
        return WrittenBirth(doubt=doubt, shown=found.shown)
    if found.year < today.year - OLDEST:
        number = (found.day - _FIRST_SERIAL).days if found.day is not None else 0
        if today.year - OLDEST <= number <= today.year - YOUNGEST:
            # A year that was formatted as a day, and read back as one: 17/05/1905 is 1964.
            return WrittenBirth(doubt="which", options=(number,), shown=found.shown)
        return WrittenBirth(doubt="unread", shown=found.shown)
    return found


def _read(cell: Cell, shown: str, today: date, head: str) -> WrittenBirth:
    value = cell.value
    if cell.uncounted:
        return WrittenBirth(doubt="unread")
    if isinstance(value, datetime):
        return _of_day(cell, value, today)
    if isinstance(value, int | float):
        return _of_number(value, today, head)
    return _of_words(shown, today, head)


def _of_day(cell: Cell, value: datetime, today: date) -> WrittenBirth:
    """A day; a year that was formatted as one shows a day of 1905 and is asked about."""
    if (
        cell.serial is not None
        and 1890 <= cell.serial <= today.year
        and float(cell.serial).is_integer()
    ):
        return WrittenBirth(doubt="which", options=(int(cell.serial),))
    if value.year > today.year - YOUNGEST and value.year - 100 > today.year - OLDEST:
        # Excel takes 15/3/25 for 2025.
        return WrittenBirth(doubt="which", options=(value.year - 100,))
    if (value.month, value.day) == (1, 1):
        # Papers of the old often carry 01/01 where only the year was known.
        return WrittenBirth(value.year)
    return WrittenBirth(value.year, value.date())


def _of_number(value: float, today: date, head: str) -> WrittenBirth:
    if isinstance(value, float) and not value.is_integer():
        # 1.952 is 1952 with the point of thousands; 12.1952 is December.
        text = f"{value:g}"
        if re.fullmatch(r"[12]\.\d{1,3}", text):
            return _of_words(f"{value:.3f}".replace(".", ""), today, head)
        return _of_words(f"{value:.4f}".replace(".", "/"), today, head)
    number = int(value)
    if number == 0:
        return NONE
    if (day := serial_day(Cell(number))) is not None:
        return WrittenBirth(doubt="which", options=(day.year,))
    return _of_words(str(number), today, head)


def _of_words(shown: str, today: date, head: str) -> WrittenBirth:
    line = _MIDNIGHT.sub("", single_line(shown).strip("'’`\" "))
    line = _ENGLISH.sub(
        lambda found: f"{found[1]}/{_MONTHS.index(found[2].lower()) + 1}/{found[3]}", line
    )
    folded = fold(line).strip()
    if _WITHOUT_YEAR.fullmatch(folded):
        return NONE
    if _CUT.fullmatch(folded):
        return WrittenBirth(doubt="unread")
    folded = _LUNAR.sub("", folded).strip(" ,.-(")
    if (digits := _misread(folded)) != folded:
        if re.fullmatch(r"10\d\d", digits):
            # The letter of "1O44" may stand for a nine.
            return WrittenBirth(doubt="which", options=(1900 + int(digits[2:]),))
        found = _of_words(digits, today, head)
        return replace(found, remark=found.remark or "mended") if found.year else found
    if _BLANK.fullmatch(folded):
        return NONE
    if match := _UNSURE.fullmatch(folded):
        found = _of_words(match[1], today, head)
        return replace(found, estimated=True, remark="about") if found.year else found
    joined = re.sub(r"\s+", "", folded)
    if re.fullmatch(_YEAR, joined):
        return WrittenBirth(int(joined))
    if re.fullmatch(r"[12][.,]\d{3}", joined):
        return WrittenBirth(int(re.sub(r"\D", "", joined)))
    if re.fullmatch(r"\d{7,8}", joined):
        return _eight_digits(joined, today)
    for kind, pattern in _PATTERNS:
        if match := pattern.fullmatch(folded):
            return WrittenBirth(
                int(match[1]),
                estimated=kind == "about",
                remark="about" if kind == "about" else None,
            )
    if match := _EITHER.fullmatch(folded):
        first, second = int(match[1]), int(match[2])
        if second > today.year - YOUNGEST:
            # "1950-2024": a life, perhaps.
            return WrittenBirth(doubt="which", options=(first,))
        return (
            WrittenBirth(first)
            if first == second
            else WrittenBirth(doubt="which", options=(first, second))
        )
    if match := _NEAR.fullmatch(folded):
        return WrittenBirth(today.year - int(match[1]) + 1, estimated=True, remark="about")
    if match := _OVER.fullmatch(folded):
        return WrittenBirth(
            today.year - int(match[1] or match[2]) - 1, estimated=True, remark="about"
        )
    if match := _AGE.fullmatch(folded):
        return WrittenBirth(today.year - int(match[1]), estimated=True, remark="about")
    if re.fullmatch(r"\d{2}", folded) and "tuoi" in fold(head):
        return _year_or_age(int(folded), today, head)
    if re.fullmatch(r"\d{2}", folded):
        return _of_two_digits(int(folded), today)
    if match := _WITH_AGE.fullmatch(folded):
        return _with_age(match[1].strip(" (,;-/"), int(match[2]), today, head)
    if (match := _AGE_FIRST.fullmatch(folded)) and int(match[1]) > _MOST_OF_A_DATE:
        return _with_age(match[2], int(match[1]), today, head)
    return _as_people_tell(line, today, head)


_MOST_OF_A_DATE = 31
_CUT = Pattern(r"\(?(?:18|19|20)\d?\s*(?:\?+|[_…*#x]+|\.{2,}|-{2,}|\[.*\]?)\)?")
"""A year of which nobody could read the end: "19??", "195_"."""
_WITHOUT_YEAR = Pattern(r"--\d\d-\d\d")
"""A birthday as telephones export it of which nobody told the year."""
_LIKE_DIGITS = Pattern(r"(?<![^\W\d_])[ol|i!\d][ol|i\d/.\- ]{2,9}(?![^\W\d_])")


def _misread(text: str) -> str:
    """A birth with letters that look like digits as those: "l953", "195O", as photos are read."""
    if not _LIKE_DIGITS.fullmatch(text) or sum(map(str.isdigit, text)) < 2:
        return text
    return text.translate(_DIGITS_MEANT)


_DIGITS_MEANT = str.maketrans("ol|i!", "01111")


def _as_people_tell(line: str, today: date, head: str) -> WrittenBirth:
    """A birth in words: animals, years of the moon, two years of which one is in the papers."""
    line = re.sub(r"\bmẹo\b", "Mão", line, flags=re.IGNORECASE)
    if is_animal(line) and _BY_ANIMALS.search(fold(head)):
        line = f"con {line}"
    found = _as_told(line, today)
    if (
        found.year is not None
        and found.doubt is None
        and (others := _other_years(line, found, today))
    ):
        return WrittenBirth(doubt="which", options=(found.year, *others))
    if found.day is not None and _LUNAR.search(fold(line)):
        # A day of the moon: the year is sure enough.
        return WrittenBirth(found.year, remark="day")
    return found


def _other_years(line: str, found: WrittenBirth, today: date) -> list[int]:
    """Further years in which somebody may be born, as in "1950 (giấy tờ 1952)"."""
    years = {int(each) for each in re.findall(rf"(?<!\d){_YEAR}(?!\d)", line)}
    return sorted(
        year
        for year in years - {found.year}
        if today.year - OLDEST <= year <= today.year - YOUNGEST
    )[:3]


def _year_or_age(number: int, today: date, head: str) -> WrittenBirth:
    """ "74" under "Năm sinh (tuổi)" is either; under "Tuổi" it is an age."""
    if "sinh" not in fold(head):
        return WrittenBirth(today.year - number, estimated=True)
    return WrittenBirth(doubt="which", options=tuple(sorted({1900 + number, today.year - number})))


def _of_two_digits(number: int, today: date) -> WrittenBirth:
    """ "48" is 1948; "12" is of a century ago, of a child or a month, and "05" of either century."""
    years = tuple(year for year in (1900 + number, 2000 + number) if year <= today.year)
    if len(years) == 1 and today.year - years[0] < _CENTURY:
        return WrittenBirth(years[0])
    return WrittenBirth(doubt="which", options=years)


_CENTURY = 100


def _with_age(text: str, age: int, today: date, head: str) -> WrittenBirth:
    """ "1952 (74T)": the age bears the year out, or it is asked which."""
    found = _of_words(text, today, head)
    if found.year is None or abs(today.year - found.year - age) <= 2:
        return found
    return WrittenBirth(doubt="which", options=(found.year, today.year - age))


def _eight_digits(digits: str, today: date) -> WrittenBirth:
    """15031952, or 1031952 whose zero a spreadsheet ate, or 19520315."""
    if re.fullmatch(rf"{_YEAR}0000", digits):
        return WrittenBirth(int(digits[:4]))
    if len(digits) == 8 and re.match(_YEAR, digits) and not re.search(rf"{_YEAR}$", digits):
        return _as_told(f"{digits[6:]}/{digits[4:6]}/{digits[:4]}", today)
    digits = digits.zfill(8)
    return _as_told(f"{digits[:2]}/{digits[2:4]}/{digits[4:]}", today)


def _as_told(line: str, today: date) -> WrittenBirth:
    """As people tell it in the chat: 15/3/52, Mậu Tý, ba mươi hai tuổi."""
    line = re.sub(r"\s*([/.\-])\s*", r"\1", line)
    if match := re.fullmatch(rf"({_YEAR})[/.\-](\d{{1,2}})[/.\-](\d{{1,2}})", line):
        line = f"{match[3]}/{match[2]}/{match[1]}"
    if re.fullmatch(r"(?:0?[1-9]|[12]\d)[/.\-]0?[3-7][/.\-]1905", line):
        day, month, year = map(int, re.split(r"\D", line))
        return WrittenBirth(year, date(year, month, day))
    reading = read_birth(line, today)
    if reading.year is not None and reading.problem is None:
        return WrittenBirth(
            reading.year,
            reading.date,
            reading.estimated,
            remark="about" if reading.estimated else None,
        )
    if reading.unknown:
        return NONE
    if reading.problem == "no_such_day" and (years := re.findall(rf"(?<!\d){_YEAR}(?!\d)", line)):
        return WrittenBirth(int(years[0]), remark="day")
    grown = tuple(year for year in reading.options if year <= today.year - YOUNGEST)
    if len(grown) == 1:
        return WrittenBirth(grown[0])
    return WrittenBirth(doubt="which" if grown else "unread", options=grown[:4])
