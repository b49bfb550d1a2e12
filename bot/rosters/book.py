"""A spreadsheet as it was written, whatever its format: sheets, lines, cells, and what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.language.patterns import Pattern

MOST_BYTES = 5 * 1024 * 1024
"""What a sent file may weigh."""
MOST_LINES = 6000
"""Lines with something in them, of all sheets: five thousand people with what stands around them."""
MOST_CELLS = 200_000
"""Cells with something in them, of all sheets."""
MOST_SHEETS = 60
MOST_MERGES = 20_000
MOST_TEXT = 1000
"""Characters of a cell that are looked at."""

_AUTHOR = Pattern(r"^[^\n:]{1,40}:\s*\n")
"""The line in which Excel says whose comment it is."""

_NOTHING = ("NULL", "null", "\\N", "NaN", "nan", "None", "#N/A")
"""How programs write that they know nothing."""

Value = str | int | float | datetime | None


class RosterError(Exception):
    """A file that is no list; `key` names the words that tell why."""

    def __init__(self, key: str, **slots: object) -> None:
        super().__init__(key)
        self.key = key
        self.slots = slots


@dataclass(slots=True)
class Cell:
    """What stands in a cell.

    `serial`: the number beneath a date, as some years are shown as dates. `uncounted`: a formula
    that nobody computed, so nothing is known of its value.
    """

    value: Value
    struck: bool = False
    serial: float | None = None
    uncounted: bool = False
    colour: str | None = None
    """The word for the colour behind it, where it has one."""
    comment: str = ""
    """What somebody noted at the cell: the red corner."""
    words: str | None = None
    """The value as one line, once somebody asked for it."""

    @property
    def empty(self) -> bool:
        """Whether nothing is to be read in it."""
        if self.uncounted:
            return False
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that were merged into one, both ends within."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Sheet:
    """A sheet: lines by their number from 1, cells by their column from 0, empty ones left out."""

    name: str = ""
    hidden: bool = False
    lines: dict[int, dict[int, Cell]] = field(default_factory=dict)
    hidden_lines: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filtered: bool = False
    """Whether lines are hidden by a filter, which says nothing about who they are."""
    merges: list[Area] = field(default_factory=list)
    painted: dict[tuple[int, int], str] = field(default_factory=dict)
    """The colours of cells that hold nothing, as those of a key do."""
    written: dict[int, str] = field(default_factory=dict)
    """Of a text, or a sheet of one column: each line as it was written, before it was parted."""
    senders: dict[int, str] = field(default_factory=dict)
    """Of a chat that was copied: who sent each line."""
    is_told: bool = False
    """Whether its lines are messages or were spoken: they tell of people in running words."""
    is_answered: bool = False
    """Whether each line holds who answered what: then no words between them head others."""
    numbers: dict[int, str] = field(default_factory=dict)
    """Of lines that tell of people in running words: the number before each."""
    unsure: set[int] = field(default_factory=set)
    """Lines of somebody of whom nothing says that he is of the list."""
    caption: str = ""
    """The words that stood before a table in a page or a letter."""
    font: str | None = None
    """Out of what its words were brought: "TCVN3", "VNI", "VIQR", or keys that were left in them."""


@dataclass
class Book:
    """All sheets of a file, within what a list may hold."""

    sheets: list[Sheet] = field(default_factory=list)
    _lines: int = 0
    _cells: int = 0

    def add_sheet(self, name: str, *, hidden: bool = False) -> Sheet:
        """A new, empty sheet."""
        if len(self.sheets) >= MOST_SHEETS:
            raise RosterError("roster.too_many", most=MOST_LINES)
        sheet = Sheet(name, hidden)
        self.sheets.append(sheet)
        return sheet

    def put(self, sheet: Sheet, line: int, column: int, cell: Cell) -> None:
        """Keep a cell; raises RosterError where there are more than any list has."""
        if isinstance(cell.value, str) and len(cell.value) > MOST_TEXT:
            cell.value = cell.value[:MOST_TEXT]
        if cell.empty or cell.value in _NOTHING:
            return
        row = sheet.lines.get(line)
        if row is None:
            self._lines += 1
            if self._lines > MOST_LINES:
                raise RosterError("roster.too_many", most=MOST_LINES)
            row = sheet.lines[line] = {}
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise RosterError("roster.too_many", most=MOST_LINES)
        row[column] = cell

    def paint(self, sheet: Sheet, line: int, column: int, colour: str | None) -> None:
        """Note the colour of an empty cell."""
        if colour is not None and len(sheet.painted) < MOST_LINES:
            sheet.painted[line, column] = colour

    def comment(self, sheet: Sheet, line: int, column: int, text: str) -> None:
        """Note what is said at a cell that holds something."""
        cell = sheet.lines.get(line, {}).get(column)
        if cell is not None and text.strip():
            cell.comment = _AUTHOR.sub("", text.strip())[:MOST_TEXT]

    def merge(self, sheet: Sheet, area: Area) -> None:
        """Note merged cells."""
        if area.bottom == area.top and area.right == area.left:
            return
        if len(sheet.merges) < MOST_MERGES:
            sheet.merges.append(area)

    def cells(self) -> Iterator[Cell]:
        """Every cell that holds something."""
        for sheet in self.sheets:
            for row in sheet.lines.values():
                yield from row.values()


def unstruck(pieces: list[tuple[str, bool]]) -> tuple[str, bool]:
    """Text in runs, those left out that are struck through; all of them and True where none is left.

    Who corrects a list by hand strikes a number through and writes the new one beside it.
    """
    left = "".join(text for text, struck in pieces if not struck)
    if any(map(str.isalnum, left)) or not any(struck and text.strip() for text, struck in pieces):
        return left, False
    return "".join(text for text, _ in pieces), True


_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a day as a spreadsheet counts it has no zone
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001


def day_of(serial: float, *, since_1904: bool = False) -> datetime | None:
    """The day that a spreadsheet means by a number; None beyond all calendars."""
    if not 0 <= serial < 2_958_466:
        return None
    # 29 February 1900, which never was, is day 60 in Excel.
    days = serial + (1 if serial < 60 and not since_1904 else 0)
    return (_EPOCH_1904 if since_1904 else _EPOCH) + timedelta(days=days)


def as_number(text: str) -> Value:
    """A number as it was written in a file; words stay words."""
    try:
        number = float(text)
    except ValueError:
        return text or None
    if number != number or number in (float("inf"), float("-inf")):
        return text
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def as_day(text: str) -> Value:
    """A day in the form 1952-03-15 or 1952-03-15T00:00:00; words stay words."""
    try:
        return datetime.combine(date.fromisoformat(text[:10]), datetime.min.time())
    except ValueError:
        return text or None


def column_of(reference: str) -> int | None:
    """The column of "AB12", from 0."""
    column = 0
    for sign in reference:
        if "A" <= sign <= "Z":
            column = column * 26 + ord(sign) - 64
        elif "a" <= sign <= "z":
            column = column * 26 + ord(sign) - 96
        elif sign != "$":
            break
    return column - 1 if 0 < column <= 20_000 else None


def area_of(reference: str) -> Area | None:
    """The cells of "A1:C3"."""
    first, _, last = reference.partition(":")
    last = last or first
    left, right = column_of(first), column_of(last)
    top, bottom = _line_of(first), _line_of(last)
    if left is None or right is None or top is None or bottom is None:
        return None
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _line_of(reference: str) -> int | None:
    digits = "".join(sign for sign in reference if sign.isdigit())
    return int(digits) if 0 < len(digits) < 9 else None
