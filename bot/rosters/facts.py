"""What a whole table says of its cells: who is marked, how days are written, since when ages count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from statistics import mode

from bot.language.names import read_name
from bot.language.patterns import Pattern
from bot.language.text import clean, fold
from bot.rosters.births import read_written_birth, serial_day
from bot.rosters.book import Cell
from bot.rosters.codes import tells_states, usual_code
from bot.rosters.entries import Entry, Table
from bot.rosters.finding import Head
from bot.rosters.grid import is_cross, words_of
from bot.rosters.heads import Column, sexes_of_head
from bot.rosters.lines import Kind
from bot.rosters.month_order import is_day_first, months_first, says_months_first
from bot.rosters.naming import WrittenName, read_written_name, sex_of_middle

_ENOUGH = 3
"""Lines that say together what one alone leaves open."""


@dataclass
class Facts:
    """What a whole table says of its cells."""

    marks_women: bool = False
    """Only women are marked, so who isn't is a man."""
    marks_men: bool = False
    months_first: bool = False
    are_months_told: bool = False
    """Whether a head says that the month stands first; else "03/04" stays open where others have it so."""
    serials: bool = False
    """Births of five digits are numbers of days, as a spreadsheet counts them."""
    age_today: date | None = None
    age_offset: int | None = None
    households: bool = False
    """Whether "Quan hệ" tells what each is to the head of the household."""
    sex_codes: Mapping[str, str] = field(default_factory=dict)
    """What digits stand for in the column of sexes, where "Thị" and "Văn" bear it out."""
    consents: str = ""
    """The head under which most agree by a cross or a word: who doesn't was not asked, or said no."""
    usual_code: str | None = None
    """The code for how somebody is that most have: nobody asks what it means."""
    are_states: bool = False
    """Whether some words there say who is gone or still there: then others should, too."""
    marked: frozenset[str] = frozenset()
    """Names that are there twice with "A" and "B" behind them."""


def shown_name(entry: Entry) -> str:
    """A line's name as it is written, put together where it stands in several columns."""
    keys = (Column.FULL_NAME, Column.FAMILY, Column.MIDDLE, Column.GIVEN)
    parts = [each for key in keys if (each := entry.words(key))]
    if len(parts) > 1 and (titled := _TITLED.match(parts[-1])) is not None:
        # "Bà Kim" under "First Name", "Châu" under "Last Name".
        parts = [titled[0].strip(), *parts[:-1], parts[-1][titled.end() :]]
    return " ".join(parts)[:80]


_TITLED = Pattern(r"(?:ông|bà|cụ ông|cụ bà|cụ|bác|chú|dì) (?=\w)", re.IGNORECASE)


def written_name(entry: Entry, facts: Facts) -> WrittenName:
    """A line's name as it is read, its marks beside it."""
    full = entry.first(Column.FULL_NAME)
    text = (
        clean(str(full.value)) if full is not None and full.value is not None else shown_name(entry)
    )
    if full is not None and isinstance(full.value, int | float):
        text = words_of(full)
    if not text:
        return WrittenName(problem="empty")
    if entry.words(Column.CODE):
        # The list came from here: the name stands as it was once read.
        return WrittenName(read_name(text).name)
    written = read_written_name(text)
    name = written.name
    if name and (stem := _stem(name)) and fold(stem) in facts.marked:
        return WrittenName(
            stem, (name.split()[-1], *written.beside), written.title, written.title_sex
        )
    return written


def _stem(name: str) -> str | None:
    """ "Nguyễn Thị Lan A" without the letter at its end."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) >= 3 and re.fullmatch(r"[A-D]", words[-1]) else None


def facts_of(table: Table, today: date) -> Facts:
    """What all of a table's lines say together."""
    facts = Facts()
    columns = {head.key for head in table.heads}
    crosses: Counter[Column] = Counter()
    stems: dict[str, set[str]] = {}
    birth_texts: list[str] = []
    births: list[Cell] = []
    offsets: list[int] = []
    year = _year_of_ages(table, today)
    for entry in table.entries:
        for key in (Column.MALE, Column.FEMALE):
            if is_cross(entry.words(key)):
                crosses[key] += 1
        name = shown_name(entry)
        if stem := _stem(name):
            stems.setdefault(fold(stem), set()).add(name.split()[-1])
        birth = entry.first(Column.BIRTH)
        if birth is not None:
            births.append(birth)
        if birth is not None and isinstance(birth.value, str):
            birth_texts.append(birth.value)
        age = entry.words(Column.AGE)
        if birth is not None and age.isdigit() and (found := read_written_birth(birth, today)).year:
            offsets.append(found.year + int(age) - year)
    facts.marks_women = (
        Column.MALE not in columns and crosses[Column.FEMALE] > 0 and Column.SEX not in columns
    )
    facts.marks_men = (
        Column.FEMALE not in columns and crosses[Column.MALE] > 0 and Column.SEX not in columns
    )
    agreed = [entry.words(Column.CONSENT) for entry in table.entries]
    if sum(map(bool, agreed)) * 4 >= max(len(agreed) * 3, _ENOUGH * 4):
        facts.consents = next(head.words for head in table.heads if head.key is Column.CONSENT)
    for head in (each for each in table.heads if each.key is Column.SEX):
        marked = _marked_alone(table, head)
        facts.marks_women = facts.marks_women or marked == "nu"
        facts.marks_men = facts.marks_men or marked == "nam"
    facts.sex_codes = _sex_codes(table)
    facts.households = any(
        "chu ho" in fold(f"{head.words} {words_of(cell)}")
        for entry in table.entries
        for head, cell in entry.cells.get(Column.RELATION, [])
    )
    facts.usual_code = usual_code(table.entries)
    facts.are_states = tells_states(table.entries)
    days_first = any(map(is_day_first, birth_texts))
    facts.are_months_told = not days_first and any(
        says_months_first(head.words) for head in table.heads if head.key is Column.BIRTH
    )
    facts.months_first = facts.are_months_told or months_first(birth_texts)
    facts.serials = _are_serials(births)
    facts.age_today = date(year, 7, 1)
    facts.age_offset = mode(offsets) if len(offsets) >= _ENOUGH else None
    facts.marked = frozenset(stem for stem, letters in stems.items() if len(letters) > 1)
    return facts


_USUAL_CODES = ({"1": "nam", "2": "nữ"}, {"1": "nam", "0": "nữ"})


def _sex_codes(table: Table) -> Mapping[str, str]:
    """The usual meaning of the digits for sexes, where both occur and no name gainsays it."""
    said = [(code, entry) for entry in table.entries if (code := entry.words(Column.SEX))]
    held = {code for code, _ in said}
    usual = next((codes for codes in _USUAL_CODES if held == set(codes)), None)
    if usual is None:
        return {}
    told = {
        (code, sex) for code, entry in said if (sex := sex_of_middle(shown_name(entry))) is not None
    }
    borne_out = {(code, "male" if sex == "nam" else "female") for code, sex in usual.items()}
    return usual if told == borne_out else {}


def _marked_alone(table: Table, head: Head) -> str | None:
    """The only sex that a column marks by the words of its head: "N" and blanks under "GT (N = nữ)"."""
    told = sexes_of_head(head.words)
    held = {fold(entry.words(Column.SEX)) for entry in table.entries}
    sexes = set(told.values())
    return sexes.pop() if len(sexes) == 1 and {""} < held <= {"", *told} else None


def _are_serials(births: list[Cell]) -> bool:
    """Whether numbers of five digits are days: all of many, or several, or one among days, of which one begins as no year."""
    numbers = [words_of(cell) for cell in births if serial_day(cell)]
    if len(numbers) == len(births) >= _ENOUGH:
        return True
    days = sum(isinstance(cell.value, datetime) for cell in births)
    is_among = len(numbers) > 1 or days > 1
    return is_among and any(number[:2] not in ("19", "20") for number in numbers)


_DAY = Pattern(
    r"(?:(?<![\d/.\-])(?:\d{1,2}\s*[/.\-]\s*){1,2}|\b(?:nam|quy|dot|tet|mua)\b[^\d.;]{0,12})(20\d\d)(?![\d/])"
)
"""A day, a month or a year that a title tells, folded: "15/06/2024", "06.2024", "nam 2024"."""
_NOT_ITS_DAY = Pattern(
    r"\b(?:can cu|quyet dinh|qd|ke hoach|nghi dinh|cong van|thong tu|giai doan|thanh lap|ban hanh|kem theo|sinh)\b[^;)·]*"
)
"""What the title names with days of their own."""
_OLDEST_LIST = 12


def _year_of_ages(table: Table, today: date) -> int:
    """The year in which the ages of a list were right, else this one.

    The head over them says it, or the title, the sheet's name, the day of who signed below.
    """
    heads = " ".join(head.words for head in table.heads if head.key is Column.AGE)
    signed = " ".join(each.text for each in table.left if each.why == Kind.SIGNATURE)
    years = (
        [int(year) for year in re.findall(r"20\d\d", heads)],
        *(_years_told(text) for text in (table.title, table.sheet, signed)),
    )
    return next(filter(None, (likely_year(told, today) for told in years)), today.year)


def likely_year(told: list[int], today: date) -> int | None:
    """The latest of these years in which a list that is sent today may have been made."""
    return max((year for year in told if 0 <= today.year - year <= _OLDEST_LIST), default=None)


def _years_told(text: str) -> list[int]:
    return [int(year) for year in _DAY.findall(_NOT_ITS_DAY.sub(" ", fold(text)))]
