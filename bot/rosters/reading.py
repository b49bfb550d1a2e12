"""A sent list, from its bytes to its people: the one way in for the chat, the page and the command."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from bot.language.text import fold
from bot.rosters.absence import NOT_MEMBER, REFUSED, UNMARKED
from bot.rosters.amended import with_amended
from bot.rosters.boards import joined_boards
from bot.rosters.book import Book, RosterError
from bot.rosters.borrowed import with_spouses_number
from bot.rosters.by_number import with_numbered
from bot.rosters.carers import marked_carers
from bot.rosters.copied_on import joined_again
from bot.rosters.couples import apart
from bot.rosters.dictated import is_spoken
from bot.rosters.elsewhere import (
    told_elsewhere,
    with_older_sheets,
    with_shared_phones,
    with_words_around,
)
from bot.rosters.entries import Table
from bot.rosters.files import read_book, read_typed_book
from bot.rosters.finding import Head
from bot.rosters.grid import is_cross, words_of
from bot.rosters.heads import NAMES, PASSED_OVER, Column
from bot.rosters.in_short import joined_in_short
from bot.rosters.lines import Kind as LineKind
from bot.rosters.lines import is_remark
from bot.rosters.listed import Absent, Listed
from bot.rosters.naming import without_title
from bot.rosters.of_all import with_place_of_all
from bot.rosters.over_sheets import joined_over_sheets
from bot.rosters.people import PeopleReader
from bot.rosters.polls import votes_in
from bot.rosters.renamed import with_new_names
from bot.rosters.repeated import joined_repeated
from bot.rosters.spoken_names import with_capitals
from bot.rosters.tables import read_tables
from bot.rosters.told import people_told, tells_of_leader
from bot.rosters.told_sheets import lay_out_told, told_in

COLUMNS = (
    "full_name", "birth", "sex", "phone", "address", "circumstances", "contact_person", "note",
    "code", "status",
)  # fmt: skip
"""The columns of a list in the order in which they are written."""
ABSENT = (
    "deceased", "moved", "left", "struck", "hidden", "twice", UNMARKED, NOT_MEMBER, REFUSED, "unread",
)  # fmt: skip
"""Why somebody on a list is left out: each of them is named to who sent it."""
_BECOMES = {
    Column.FAMILY: "full_name", Column.MIDDLE: "full_name", Column.GIVEN: "full_name",
    Column.BIRTH: "birth_year", Column.AGE: "birth_year", Column.DAY: "birth_date",
    Column.MONTH: "birth_date", Column.YEAR: "birth_date", Column.NICKNAME: "note",
    Column.POOR: "circumstances", Column.NEAR_POOR: "circumstances",
    Column.HARDSHIP: "circumstances", Column.DISABLED: "circumstances",
    Column.CONSENT: "status", Column.CONTACT_PHONE: "contact_person", Column.DIED: "status", Column.RELATION: "sex",
    Column.WHOSE: "contact_person",
}  # fmt: skip
_FEWEST_TYPED = 2
"""People of a message from which it is a list."""
_FEWEST_SPOKEN = 3
"""People in one breath: of two somebody may tell who registers herself and her husband."""
_FOR_PAPER = (Column.ORDINAL, Column.SIGNATURE, Column.MADE, Column.MEMBER)


@dataclass(frozen=True)
class ReadColumn:
    """A column of a list and what becomes of it; `becomes` is None for what isn't kept."""

    sheet: str
    head: str
    becomes: str | None
    known: bool
    """Whether its head was understood, though nothing of it is kept."""
    hidden: bool = False
    for_paper: bool = False
    """Whether it only numbers the lines or is signed in."""


@dataclass(frozen=True)
class ReadSheet:
    """A sheet of a list: how many people it holds, or why none are read."""

    name: str
    people: int
    hidden: bool = False
    font: str | None = None


@dataclass(frozen=True)
class Left:
    """A line that is left out and why: no person, or one who is no longer there."""

    sheet: str
    line: int
    text: str
    why: str
    who: Absent | None = None
    """The person, where it is one."""


@dataclass(frozen=True)
class RosterList:
    """A list as it was read."""

    people: tuple[Listed, ...]
    left: tuple[Left, ...] = ()
    columns: tuple[ReadColumn, ...] = ()
    sheets: tuple[ReadSheet, ...] = field(default=())

    @property
    def several_sheets(self) -> bool:
        """Whether a line is told by its sheet too."""
        return len({person.sheet for person in self.people}) > 1


def read_roster(path: Path, today: date) -> RosterList:
    """The people of a list, and all else that stands in it; raises RosterError for what is none."""
    return _read(read_book(path), today)


def _read(book: Book, today: date) -> RosterList:
    """The people of a book: of its tables, or of its words where those tell of more."""
    if any(sheet.is_told for sheet in book.sheets) and lay_out_told(book):
        return read_people(read_tables(book), today, is_told=True)
    try:
        tables = read_tables(book)
    except RosterError as error:
        if error.key not in _NO_TABLE or not lay_out_told(book):
            raise
        return read_people(read_tables(book), today)
    found = read_people(tables, today)
    # Somebody who asks for "họ tên, năm sinh, sđt" in a sentence heads no columns.
    is_headed = any(
        0 < len(head.words) <= _LONGEST_HEAD and not head.words.endswith(":")
        for table in tables
        for head in table.heads
        if head.key in NAMES
    )
    sure = _surely(found)
    # A cell may hold a break: then several lines of a text are one of the sheet.
    lines = sum(min(len(sheet.written), len(sheet.lines)) for sheet in book.sheets)
    is_bare = not any(head.words for table in tables for head in table.heads)
    if not is_headed and (is_bare or sure * 2 < lines):
        told = told_in(book)
        if told >= max(sure + 1, _told_of(found)) and (sure * 2 < lines or told * 3 >= sure * 4):
            lay_out_told(book)
            return read_people(read_tables(book), today)
    return found


def _told_of(found: RosterList) -> int:
    """Of how many people a birth or a phone is told, those who are asked about among them."""
    here = sum(bool(row.birth_year or row.phone) for row in found.people)
    return here + sum(each.who is not None for each in found.left)


def _surely(found: RosterList) -> int:
    """Of how many people something is told beyond doubt, those who are gone among them."""
    here = sum(not row.doubts and bool(row.birth_year or row.phone) for row in found.people)
    return here + sum(each.who is not None for each in found.left)


_SAID = ("other", LineKind.SUM)
"""Lines whose words may be said of people of the list."""
_OF_ALL = (*_SAID, LineKind.TITLE)
_BELOW = (*_SAID, LineKind.SIGNATURE, LineKind.TITLE, LineKind.HEADING)
_LONGEST_HEAD = 25
"""Letters of a head over names in a file of plain text."""
_NO_TABLE = ("roster.no_header", "roster.no_names")


def is_typed_list(text: str, today: date) -> bool:
    """Whether a message is a list of people, most of them with more than a name.

    A line each, a chat that was copied, or a list that was spoken in one breath.
    """
    if votes_in(text):
        return True
    lines = sum(bool(line.strip()) for line in text.split("\n"))
    is_typed = lines >= _FEWEST_TYPED and any(map(str.isdigit, text))
    told = len(people_told(with_capitals(text)))
    if not is_typed and not is_spoken(text) and told < _FEWEST_SPOKEN:
        return False
    try:
        book = read_typed_book(text)
        is_told = any(sheet.is_told for sheet in book.sheets)
        found = _read(book, today)
    except RosterError:
        return False
    asked = {line for sheet in book.sheets for line in sheet.unsure}
    people = [each for each in found.people if each.line not in asked]
    told = sum(_is_named(each) and (each.birth_year or each.phone) is not None for each in people)
    gone = sum(each.who is not None for each in found.left) if is_told else 0
    fewest = _FEWEST_TYPED if is_typed else _FEWEST_SPOKEN
    return told + gone >= fewest and told * 2 >= len(people)


def _is_named(row: Listed) -> bool:
    return row.full_name is not None or any(doubt.why == "nickname" for doubt in row.doubts)


def read_people(tables: list[Table], today: date, *, is_told: bool = False) -> RosterList:
    """The people of tables; `is_told`: whether everybody of whom words tell was laid out before."""
    people: list[Listed] = []
    left: list[Left] = []
    sheets: list[ReadSheet] = []
    columns: list[ReadColumn] = []
    numbers: dict[tuple[str, int, str], str] = {}
    parts: dict[tuple[str, int, str], int] = {}
    for part, table in enumerate(tables):
        before = len(people)
        reader = PeopleReader(table, today)
        for entry in (
            each for line in table.entries for each in (*apart(line), *marked_carers(line))
        ):
            found = reader.read(entry)
            if isinstance(found, Absent):
                text = found.text or found.name
                left.append(Left(found.sheet, found.line, text, found.why, found))
            else:
                people.append(found)
                numbers[found.place] = entry.number
                parts[found.place] = part
        left += [Left(table.sheet, each.line, each.text, each.why) for each in table.left]
        columns += _columns(table)
        sheets.append(ReadSheet(table.sheet, len(people) - before, table.hidden, table.font))
    again = [each for each in people if _is_named_again(each, people)]
    people = with_shared_phones([each for each in people if each not in again])
    people = with_spouses_number(people)
    absent = [each.who for each in left if each.who is not None]
    told = told_elsewhere(people, absent, [sheet.name for sheet in sheets])
    around = [(each.sheet, each.text) for each in left if each.who is None and each.why in _SAID]
    people = with_new_names(list(told.here), around)
    people = with_amended(with_words_around(people, around), around)
    of_all = [(each.sheet, each.line, each.text) for each in left if each.why in _OF_ALL]
    people = with_place_of_all(people, of_all)
    below = [(each.sheet, each.text) for each in left if each.who is None and each.why in _BELOW]
    people = with_numbered(people, numbers, below)
    forms = {
        table.sheet for table in tables if any(head.key is Column.SENT for head in table.heads)
    }
    boards = joined_boards(people, parts)
    copied = joined_again(list(boards.here), numbers, forms)
    latest = with_older_sheets(list(copied.here), absent)
    short = joined_in_short(list(latest.here))
    repeated = joined_repeated(list(short.here))
    joined = joined_over_sheets(list(repeated.here))
    people = list(joined.here)
    known = {fold(each.full_name or "") for each in people}
    left = left if is_told else [_seen_through(each, known) for each in left]
    left += [Left(each.sheet, each.line, each.text, each.why, each) for each in told.gone]
    left += [
        Left(each.sheet, each.line, each.shown, "twice")
        for each in (
            *again,
            *told.again,
            *boards.again,
            *copied.again,
            *latest.again,
            *short.again,
            *repeated.again,
            *joined.again,
        )
    ]
    left.sort(key=lambda each: ([sheet.name for sheet in sheets].index(each.sheet), each.line))
    return RosterList(tuple(people), tuple(left), tuple(dict.fromkeys(columns)), tuple(sheets))


def _seen_through(left: Left, known: set[str]) -> Left:
    """A line that tells of somebody though it was taken for other words: it is named, not counted."""
    if left.who is not None or left.why not in _MAY_TELL:
        return left
    if left.why == "other" and tells_of_leader(left.text.replace(" · ", ", ")):
        return replace(left, why="unread")
    told = [
        each
        for each in people_told(left.text.replace(" · ", ", "))
        if fold(without_title(each.name)) not in known
    ]
    if is_remark(left.text) and not any(each.birth for each in told):
        return left
    # A title has its year behind it, as a name its birth.
    is_somebody = any(each.phone or not each.birth.endswith(_OF_TITLES) for each in told)
    return replace(left, why="unread") if is_somebody else left


_OF_TITLES = tuple(str(year) for year in range(2010, 2100))
_MAY_TELL = ("other", LineKind.HEADING, LineKind.TITLE)


def _is_named_again(row: Listed, people: list[Listed]) -> bool:
    """Whether a sheet only names somebody whom another tells of, as the sheet of a board does."""
    if row.doubts or any((row.birth_year, row.phone, row.address, row.code)):
        return False
    same = [
        each
        for each in people
        if each.sheet != row.sheet and fold(each.full_name or "") == fold(row.full_name or "")
    ]
    return len(same) == 1 and bool(same[0].birth_year or same[0].phone)


def _columns(table: Table) -> list[ReadColumn]:
    return [
        ReadColumn(
            table.sheet,
            head.words,
            _becomes(table, head),
            head.key is not None,
            head.hidden,
            head.key in _FOR_PAPER,
        )
        for head in table.heads
        if head.words or head.key is not None
    ]


def _becomes(table: Table, head: Head) -> str | None:
    key = head.key
    if key is None or key is Column.SENT or key in PASSED_OVER:
        return None
    if key in (Column.MALE, Column.FEMALE):
        cells = [
            cell for entry in table.entries for at, cell in entry.cells.get(key, []) if at == head
        ]
        return "sex" if all(is_cross(words_of(cell)) for cell in cells) else "birth_year"
    if key is Column.BIRTH and "ngay" in fold(head.words):
        return "birth_date"
    return _BECOMES.get(key, key.value)
