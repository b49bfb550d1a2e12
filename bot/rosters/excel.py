"""Workbooks of Excel since 2007 (.xlsx, .xlsm), Strict ones and those of other programs too.

The declared size of a sheet is never believed; only what stands in it counts.
"""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field

from bot.language.patterns import Pattern
from bot.rosters.book import (
    MOST_TEXT,
    Book,
    Cell,
    RosterError,
    Sheet,
    Value,
    area_of,
    as_day,
    as_number,
    column_of,
    day_of,
    unstruck,
)
from bot.rosters.excel_styles import Styles, is_on, styles_of
from bot.rosters.markup import Attributes, parse, read_part, without_empty_lines

_ESCAPE = Pattern(r"_x([0-9A-Fa-f]{4})_")
_MOST_STRINGS = 400_000
_FIRST_PARTS = 1000


def unescape(text: str) -> str:
    """The text with the escapes undone that stand for signs XML can't hold: `_x000D_`."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


@dataclass
class _Words:
    """Texts that cells share, and which of them are struck through from end to end."""

    texts: list[str] = field(default_factory=list)
    struck: set[int] = field(default_factory=set)


def read_excel(archive: zipfile.ZipFile) -> Book:
    """The sheets of a workbook, in its order."""
    names = {name.lower(): name for name in archive.namelist()[:_FIRST_PARTS]}
    main = next((names[each] for each in names if each.endswith("xl/workbook.xml")), None)
    if main is None:
        raise RosterError("roster.broken")
    folder = posixpath.dirname(main)
    parts = _relations(archive, names, f"{folder}/_rels/{posixpath.basename(main)}.rels", folder)
    listed, since_1904 = _listed(archive, main)
    words = _words(archive, _of_kind(parts, names, "sharedStrings"))
    styles = styles_of(archive, _of_kind(parts, names, "styles"))
    book = Book()
    for title, state, key in listed:
        path = names.get(parts.get(key, ("", ""))[1].lower())
        if path is None or parts[key][0] != "worksheet":
            continue
        sheet = book.add_sheet(title, hidden=state in ("hidden", "veryHidden"))
        _SheetReader(book, sheet, words, styles, since_1904=since_1904).read(archive, path)
        beside = f"{posixpath.dirname(path)}/_rels/{posixpath.basename(path)}.rels"
        noted = _relations(archive, names, beside, posixpath.dirname(path))
        for kind in ("comments", "threadedComment"):
            if (held := _of_kind(noted, names, kind)) is not None:
                _comments(archive, held, book, sheet)
    if not book.sheets:
        raise RosterError("roster.broken")
    return book


def _relations(
    archive: zipfile.ZipFile, names: dict[str, str], path: str, folder: str
) -> dict[str, tuple[str, str]]:
    """What each key of the workbook points at: its kind and its path."""
    found: dict[str, tuple[str, str]] = {}
    held = names.get(path.lower())
    if held is None:
        return found

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and len(found) < _FIRST_PARTS:
            target = attributes.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = (kind, posixpath.normpath(full))

    parse(read_part(archive, held), start, _nothing, _nothing)
    return found


def _nothing(_: str) -> None: ...


def _of_kind(parts: dict[str, tuple[str, str]], names: dict[str, str], kind: str) -> str | None:
    path = next((path for each, path in parts.values() if each == kind), "")
    return names.get(path.lower())


def _listed(archive: zipfile.ZipFile, main: str) -> tuple[list[tuple[str, str, str]], bool]:
    """Title, state and key of each sheet, and whether days are counted from 1904."""
    sheets: list[tuple[str, str, str]] = []
    since_1904 = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal since_1904
        if name == "sheet":
            title, state = attributes.get("name", ""), attributes.get("state", "visible")
            key = next((value for at, value in attributes.items() if at.endswith(":id")), "")
            sheets.append((unescape(title), state, key))
        elif name == "workbookPr":
            since_1904 = attributes.get("date1904") in ("1", "true")

    parse(read_part(archive, main), start, _nothing, _nothing)
    return sheets, since_1904


def _words(archive: zipfile.ZipFile, path: str | None) -> _Words:
    """The table of shared texts."""
    words = _Words()
    if path is None:
        return words
    pieces: list[tuple[str, bool]] = []
    reading = phonetic = struck = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal reading, phonetic, struck
        if name == "si":
            pieces.clear()
            struck = False
        elif name == "t":
            reading = not phonetic
        elif name == "rPh":
            phonetic = True
        elif name == "r":
            struck = False
        elif name == "strike":
            struck = is_on(attributes)

    def end(name: str) -> None:
        nonlocal reading, phonetic
        if name == "t":
            reading = False
        elif name == "rPh":
            phonetic = False
        elif name == "si":
            if len(words.texts) >= _MOST_STRINGS:
                raise RosterError("roster.too_big", megabytes=5)
            text, all_struck = unstruck(pieces)
            if all_struck:
                words.struck.add(len(words.texts))
            words.texts.append(unescape(text[:MOST_TEXT]))

    def text(piece: str) -> None:
        if reading and len(pieces) < MOST_TEXT:
            pieces.append((piece[:MOST_TEXT], struck))

    parse(read_part(archive, path), start, end, text)
    return words


def _comments(archive: zipfile.ZipFile, path: str, book: Book, sheet: Sheet) -> None:
    """Put what is noted at cells there: notes, and the threads that newer programs keep."""
    at, pieces = "", list[str]()
    reading = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal at, reading
        if name in ("comment", "threadedComment"):
            at = attributes.get("ref", "")
            pieces.clear()
        reading = name in ("t", "text")

    def end(name: str) -> None:
        nonlocal reading
        reading = False
        area = area_of(at) if name in ("comment", "threadedComment") else None
        if area is not None:
            book.comment(sheet, area.top, area.left, unescape("".join(pieces)))

    def text(piece: str) -> None:
        if reading and len(pieces) < MOST_TEXT:
            pieces.append(piece[:MOST_TEXT])

    parse(read_part(archive, path), start, end, text)


class _SheetReader:
    """Reads one sheet into a book."""

    def __init__(
        self, book: Book, sheet: Sheet, words: _Words, styles: Styles, *, since_1904: bool
    ) -> None:
        self._book, self._sheet = book, sheet
        self._words, self._styles, self._since_1904 = words, styles, since_1904
        self._line = self._column = 0
        self._kind, self._style = "n", 0
        self._value: list[tuple[str, bool]] = []
        self._held: list[tuple[str, bool]] = []
        self._reading = self._formula = self._inline = self._struck = False

    def read(self, archive: zipfile.ZipFile, path: str) -> None:
        """Read the sheet's part of the archive."""
        coloured = frozenset(str(at) for at, colour in enumerate(self._styles.colours) if colour)
        pieces = without_empty_lines(read_part(archive, path), coloured)
        parse(pieces, self._start, self._end, self._text)

    def _start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            reference = attributes.get("r", "")
            place = column_of(reference) if reference else None
            self._column = place if place is not None else self._column + 1
            self._kind = attributes.get("t", "n")
            style = attributes.get("s", "0")
            self._style = int(style) if style.isdigit() else 0
            self._value, self._held, self._formula = [], [], False
            self._struck = False
        elif name == "v":
            self._reading, self._held = True, self._value
        elif name == "t":
            self._reading = self._inline
            self._held = self._value
        elif name == "is":
            self._inline = True
        elif name == "r":
            self._struck = False
        elif name == "strike":
            self._struck = is_on(attributes)
        elif name == "rPh":
            self._inline = False
        elif name == "f":
            self._formula = True
        elif name == "row":
            number = attributes.get("r", "")
            self._line = int(number) if number.isdigit() else self._line + 1
            self._column = -1
            if attributes.get("hidden") in ("1", "true"):
                self._sheet.hidden_lines.add(self._line)
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            self._sheet.hidden_columns.update(range(first - 1, min(last, first + 500)))
        elif name == "mergeCell":
            area = area_of(attributes.get("ref", ""))
            if area is not None:
                self._book.merge(self._sheet, area)
        elif name == "filterColumn":
            self._sheet.filtered = True

    def _text(self, piece: str) -> None:
        if self._reading and len(self._held) < MOST_TEXT:
            self._held.append((piece[: MOST_TEXT * 2], self._struck))

    def _end(self, name: str) -> None:
        if name in ("v", "t"):
            self._reading = False
        elif name == "rPh":
            self._inline = True
        elif name == "is":
            self._inline = False
        elif name == "c":
            self._finish()

    def _finish(self) -> None:
        text, struck = unstruck(self._value)
        if not text and not self._formula:
            if self._style < len(self._styles.colours):
                colour = self._styles.colours[self._style]
                self._book.paint(self._sheet, self._line, self._column, colour)
            return
        if self._style < len(self._styles.struck):
            struck = struck or self._styles.struck[self._style]
        serial: float | None = None
        value: Value
        if not text:
            cell = Cell(None, struck, uncounted=True)
            self._book.put(self._sheet, self._line, self._column, cell)
            return
        if self._kind == "s":
            place = int(text) if text.isdigit() else -1
            if not 0 <= place < len(self._words.texts):
                return
            value = self._words.texts[place]
            struck = struck or place in self._words.struck
        elif self._kind in ("str", "inlineStr"):
            value = unescape(text)
        elif self._kind == "d":
            value = as_day(text)
        elif self._kind == "e":
            # "#REF!" and its like: a formula that went wrong.
            self._book.put(
                self._sheet, self._line, self._column, Cell(None, struck, uncounted=True)
            )
            return
        else:
            value = as_number(text)
            is_day = self._style < len(self._styles.days) and self._styles.days[self._style]
            if is_day and isinstance(value, int | float):
                serial = float(value)
                value = day_of(serial, since_1904=self._since_1904) or value
        cell = Cell(value, struck, serial)
        if self._style < len(self._styles.colours):
            cell.colour = self._styles.colours[self._style]
        self._book.put(self._sheet, self._line, self._column, cell)
