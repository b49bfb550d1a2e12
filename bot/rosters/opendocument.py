"""Sheets of LibreOffice and its like (.ods, and .fods, which is one file of XML)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable

from bot.rosters.book import (
    MOST_TEXT,
    Area,
    Book,
    Cell,
    RosterError,
    Sheet,
    Value,
    as_day,
    as_number,
    unstruck,
)
from bot.rosters.colours import colour_of
from bot.rosters.markup import Attributes, find, parse, read_part

_MOST_REPEATS = 500
"""Columns beside one another that hold the same; empty ones are passed over."""
_NUMBERS = ("float", "percentage", "currency")


def read_opendocument(archive: zipfile.ZipFile) -> Book:
    """The sheets of an .ods file; raises RosterError for one behind a password."""
    names = archive.namelist()
    if "META-INF/manifest.xml" in names and "content.xml" in names:
        manifest = b"".join(read_part(archive, "META-INF/manifest.xml"))
        if b"encryption-data" in manifest:
            raise RosterError("roster.password")
    if "content.xml" not in names:
        raise RosterError("roster.broken")
    return read_content(read_part(archive, "content.xml"))


def read_content(pieces: Iterable[bytes]) -> Book:
    """The sheets in the XML of a document."""
    reader = _Reader()
    parse(pieces, reader.start, reader.end, reader.text)
    return reader.book


class _Reader:
    """Reads a document's content from its beginning to its end."""

    def __init__(self) -> None:
        self.book = Book()
        self._sheet: Sheet | None = None
        self._line = self._column = self._column_defined = 0
        self._style = ""
        self._struck: set[str] = set()
        self._unseen: set[str] = set()
        self._colours: dict[str, str] = {}
        self._lines_repeated = 1
        self._line_hidden = False
        self._cell: Attributes | None = None
        self._covered = False
        self._pieces: list[tuple[str, bool]] = []
        self._spans: list[bool] = []
        self._within_comment = ""
        self._aside = 0
        self._comment: list[str] | None = None
        self._paragraphs = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if name in ("annotation", "tracked-changes", "named-expressions"):
            self._aside += 1
            if name == "annotation" and self._cell is not None:
                self._comment = []
        if self._aside:
            self._within_comment = name
            return
        if name == "style":
            self._style = find(attributes, "name") or ""
        elif name == "text-properties":
            if (find(attributes, "text-line-through-style") or "none") != "none":
                self._struck.add(self._style)
        elif name == "table-cell-properties":
            colour = colour_of((find(attributes, "background-color") or "").lstrip("#"))
            if colour is not None:
                self._colours[self._style] = colour
        elif name == "table-properties":
            if find(attributes, "display") == "false":
                self._unseen.add(self._style)
        elif name == "table":
            hidden = (find(attributes, "style-name") or "") in self._unseen
            self._sheet = self.book.add_sheet(find(attributes, "name") or "", hidden=hidden)
            self._line = self._column_defined = 0
        elif self._sheet is not None:
            self._in_sheet(self._sheet, name, attributes)

    def _in_sheet(self, sheet: Sheet, name: str, attributes: Attributes) -> None:
        if name == "table-column":
            many = _many(attributes, "number-columns-repeated")
            if find(attributes, "visibility") in ("collapse", "filter"):
                first = self._column_defined
                sheet.hidden_columns.update(range(first, first + min(many, _MOST_REPEATS)))
            self._column_defined += many
        elif name == "table-row":
            self._line += 1
            self._column = 0
            self._lines_repeated = _many(attributes, "number-rows-repeated")
            visibility = find(attributes, "visibility")
            self._line_hidden = visibility in ("collapse", "filter")
            sheet.filtered = sheet.filtered or visibility == "filter"
        elif name in ("table-cell", "covered-table-cell"):
            self._cell, self._covered = attributes, name == "covered-table-cell"
            self._pieces = []
            self._paragraphs = 0
        elif name == "p" and self._cell is not None:
            if self._paragraphs:
                self._pieces.append(("\n", False))
            self._paragraphs += 1
        elif name == "span" and self._cell is not None:
            self._spans.append((find(attributes, "style-name") or "") in self._struck)
        elif name == "s" and self._cell is not None:
            self._pieces.append((" " * min(_many(attributes, "c"), 20), False))
        elif name in ("line-break", "tab") and self._cell is not None:
            self._pieces.append(("\n" if name == "line-break" else " ", False))

    def text(self, piece: str) -> None:
        """Text between elements."""
        if self._aside and self._comment is not None and self._within_comment in ("p", "span"):
            self._comment.append(piece[:MOST_TEXT])
        if self._aside or self._cell is None or not self._paragraphs:
            return
        if len(self._pieces) < MOST_TEXT:
            self._pieces.append((piece[:MOST_TEXT], bool(self._spans) and self._spans[-1]))

    def end(self, name: str) -> None:
        """An element ends."""
        if name in ("annotation", "tracked-changes", "named-expressions"):
            self._aside -= 1
        if self._aside or self._sheet is None:
            return
        if name == "span" and self._spans:
            self._spans.pop()
        elif name in ("table-cell", "covered-table-cell"):
            self._finish_cell(self._sheet)
        elif name == "table-row":
            self._finish_line(self._sheet)
        elif name == "table":
            self._sheet = None

    def _finish_cell(self, sheet: Sheet) -> None:
        attributes, self._cell = self._cell, None
        if attributes is None:
            return
        many = _many(attributes, "number-columns-repeated")
        cell = self._value(attributes)
        across = _many(attributes, "number-columns-spanned")
        down = _many(attributes, "number-rows-spanned")
        if across > 1 or down > 1:
            area = Area(self._line, self._column, self._line + down - 1, self._column + across - 1)
            self.book.merge(sheet, area)
        if cell is not None and not cell.empty and not self._covered:
            cell.comment = " ".join(self._comment or ())[:MOST_TEXT]
            for place in range(min(many, _MOST_REPEATS)):
                self.book.put(sheet, self._line, self._column + place, cell)
        elif cell is not None and many < _MOST_REPEATS:
            for place in range(many):
                self.book.paint(sheet, self._line, self._column + place, cell.colour)
        self._comment = None
        self._column += many

    def _value(self, attributes: Attributes) -> Cell | None:
        text, struck = unstruck(self._pieces)
        kind = find(attributes, "value-type")
        value: Value = text or None
        if kind in _NUMBERS:
            value = as_number(find(attributes, "value") or text)
        elif kind == "date":
            value = as_day(find(attributes, "date-value") or text)
        elif kind == "string" and not text:
            value = find(attributes, "string-value")
        struck = struck or (find(attributes, "style-name") or "") in self._struck
        uncounted = value is None and find(attributes, "formula") is not None
        colour = self._colours.get(find(attributes, "style-name") or "")
        return Cell(value, struck, uncounted=uncounted, colour=colour)

    def _finish_line(self, sheet: Sheet) -> None:
        held = sheet.lines.get(self._line)
        if self._line_hidden:
            sheet.hidden_lines.add(self._line)
        for further in range(1, self._lines_repeated if held else 1):
            for column, cell in held.items() if held else ():
                self.book.put(sheet, self._line + further, column, cell)
            if self._line_hidden:
                sheet.hidden_lines.add(self._line + further)
        self._line += self._lines_repeated - 1


def _many(attributes: Attributes, name: str) -> int:
    text = find(attributes, name) or "1"
    return int(text) if text.isdigit() and 0 < len(text) < 9 and int(text) else 1
