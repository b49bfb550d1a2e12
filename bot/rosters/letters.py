"""Tables in letters of Word (.docx): minutes and notices to which a list is attached."""

from __future__ import annotations

import zipfile

from bot.language.text import single_line
from bot.rosters.book import MOST_TEXT, Area, Book, Cell, RosterError, Sheet, unstruck
from bot.rosters.markup import Attributes, find, parse, read_part
from bot.rosters.plain import read_lines

_FEWEST = 2
"""Lines with a number from which a letter without a table may hold a list."""
_OFF = ("0", "false", "none")


def read_letter(archive: zipfile.ZipFile) -> Book:
    """The tables of a letter, a sheet each; else its lines; raises RosterError for one without."""
    reader = _Reader()
    parse(read_part(archive, "word/document.xml"), reader.start, reader.end, reader.text)
    if reader.book.sheets:
        return reader.book
    lines = reader.lines
    if sum(any(map(str.isdigit, text)) for text, _ in lines) < _FEWEST:
        raise RosterError("roster.no_list")
    book = read_lines("\n".join(text for text, _ in lines))
    for number, row in book.sheets[0].lines.items():
        for cell in row.values():
            cell.struck = 0 < number <= len(lines) and lines[number - 1][1]
    return book


class _Reader:
    """Reads a letter from its beginning to its end; a table within a cell belongs to the cell."""

    def __init__(self) -> None:
        self.book = Book()
        self._sheet: Sheet | None = None
        self._depth = 0
        self._line, self._column = 0, 0
        self._pieces: list[tuple[str, bool]] = []
        self._between: list[str] = []
        self._written: list[tuple[str, bool]] = []
        self._struck = self._within = self._aside = False
        self._across = 1
        self._down: str | None = None
        self._begun: dict[int, tuple[int, int]] = {}
        """By column: the line where a cell began that reaches down, and how wide it is."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if name == "tbl":
            self._depth += 1
            if self._depth == 1:
                self._sheet = self.book.add_sheet("")
                self._sheet.caption = single_line(" ".join(self._between))[-MOST_TEXT:]
                self._between, self._line, self._begun = [], 0, {}
        elif name == "del":
            # What a change took out that is still shown to who reviews it.
            self._aside = True
        elif name == "r":
            self._struck = False
        elif name in ("strike", "dstrike"):
            self._struck = (find(attributes, "val") or "1") not in _OFF
        elif name == "t":
            self._within = True
        elif name in ("br", "cr", "tab", "p"):
            if not self._depth:
                self._written.append(("\t" if name == "tab" else "\n", False))
            self._put(" " if name == "tab" else "\n", struck=False)
        elif self._depth == 1:
            self._in_table(name, attributes)

    def _in_table(self, name: str, attributes: Attributes) -> None:
        if name == "tr":
            self._line, self._column = self._line + 1, 0
        elif name == "gridBefore":
            self._column += _number(attributes)
        elif name == "tc":
            self._pieces, self._across, self._down = [], 1, None
        elif name == "gridSpan":
            self._across = max(_number(attributes), 1)
        elif name == "vMerge":
            self._down = find(attributes, "val") or "continue"

    def text(self, piece: str) -> None:
        """Text between elements."""
        if self._within and not self._aside:
            if not self._depth:
                self._written.append((piece, self._struck and bool(piece.strip())))
            self._put(piece[:MOST_TEXT], struck=self._struck)

    @property
    def lines(self) -> list[tuple[str, bool]]:
        """What stands outside of tables, line by line, and whether it is struck through."""
        lines: list[list[tuple[str, bool]]] = [[]]
        for text, struck in self._written:
            if text == "\n":
                lines.append([])
            else:
                lines[-1].append((text, struck))
        return [unstruck(pieces) for pieces in lines]

    def _put(self, text: str, *, struck: bool) -> None:
        if self._sheet is None:
            if len(self._between) < MOST_TEXT:
                self._between.append(text)
        elif len(self._pieces) < MOST_TEXT:
            self._pieces.append((text, struck and bool(text.strip())))

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "t":
            self._within = False
        elif name == "del":
            self._aside = False
        elif name == "tc" and self._depth == 1 and self._sheet is not None:
            self._finish(self._sheet)
        elif name == "tbl":
            self._depth -= 1
            if not self._depth:
                self._sheet = None

    def _finish(self, sheet: Sheet) -> None:
        text, struck = unstruck(self._pieces)
        line, column = self._line, self._column
        if self._down == "continue" and column in self._begun:
            top, across = self._begun[column]
            sheet.merges = [area for area in sheet.merges if (area.top, area.left) != (top, column)]
            self.book.merge(sheet, Area(top, column, line, column + across - 1))
        else:
            self._begun.pop(column, None)
            if self._down == "restart":
                self._begun[column] = (line, self._across)
            self.book.merge(sheet, Area(line, column, line, column + self._across - 1))
            self.book.put(sheet, line, column, Cell(text.strip() or None, struck))
        self._column += self._across


def _number(attributes: Attributes) -> int:
    text = find(attributes, "val") or ""
    return min(int(text), 60) if text.isdigit() else 0
