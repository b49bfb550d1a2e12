"""Filled lists as .xlsx: what people wrote stays text, whatever it begins with."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import TYPE_CHECKING

from bot.documents.papers import FilledPaper, Part
from bot.documents.texts import common_words
from bot.documents.zipped import fixed_archive
from bot.language.letters import FORMULA_SIGNS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Times New Roman"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LETTERS_ACROSS = 125
"""Letters of 12 points that fit across a landscape A4 page."""
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def printable(text: str) -> str:
    """A text without what no spreadsheet can hold."""
    return _UNPRINTABLE.sub("", text)


def write_text(cell: Cell, value: str) -> None:
    """Put words into a cell as words: never a formula, a phone keeps its zero."""
    cell.value = printable(value)
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = value.startswith(FORMULA_SIGNS)


def write_sheet(filled: FilledPaper, *, title: str, author: str, now: datetime) -> bytes:
    """The list as the bytes of an .xlsx; the same list at the same moment is the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    _Writer(book.active, filled).write()
    book.active.title = re.sub(r"[\\/*?:\[\]]", " ", title)[:31]
    return save_book(book, title=title, author=author, now=now)


def save_book(book: Workbook, *, title: str, author: str, now: datetime) -> bytes:
    """A workbook as bytes, with who made it and when; the same one is the same bytes."""
    moment = now.replace(tzinfo=None, microsecond=0)
    book.properties.creator = book.properties.lastModifiedBy = printable(author)
    book.properties.title, book.properties.created = printable(title), moment
    held = io.BytesIO()
    book.save(held)
    stamp = moment.isoformat().encode() + b"Z"

    def unchanging(name: str, data: bytes) -> bytes:
        # The library writes the machine's time here, whatever was set.
        return (
            _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", data)
            if name.endswith("core.xml")
            else data
        )

    return fixed_archive(held.getvalue(), unchanging)


class _Writer:
    """Writes one list into an empty sheet."""

    def __init__(self, sheet: Worksheet, filled: FilledPaper) -> None:
        self._sheet = sheet
        self._filled = filled
        self._row = 0
        rows = next(part for part in filled.parts if part.kind == "rows")
        self._across = len(rows.columns)

    def write(self) -> None:
        """Head, list and sums."""
        issuer = self._filled.find("issuer")
        for line in issuer.lines if issuer else ():
            self._across_line(line, bold=True, centred=False)
        for part in self._filled.parts:
            match part.kind:
                case "title":
                    self._across_line(part.lines[0], bold=True, size=14)
                case "subject":
                    self._across_line(part.lines[0], bold=True)
                case "note":
                    self._across_line(part.head, italic=True)
                case "rows":
                    self._list(part)
                case "table":
                    self._sums(part)
        self._printing()

    def _cell(
        self,
        column: int,
        value: str | int,
        *,
        bold: bool = False,
        italic: bool = False,
        size: float = 12,
        centred: bool = False,
        framed: bool = False,
    ) -> Cell:
        from openpyxl.styles import Alignment, Border, Font, Side

        cell = self._sheet.cell(row=self._row, column=column)
        if isinstance(value, int):
            cell.value = value
        else:
            write_text(cell, value)
        cell.font = Font(name=FONT, size=size, bold=bold, italic=italic)
        cell.alignment = Alignment(
            horizontal="center" if centred else "left", vertical="center", wrap_text=True
        )
        if framed:
            side = Side(style="thin", color="000000")
            cell.border = Border(left=side, right=side, top=side, bottom=side)
        return cell

    def _across_line(
        self,
        text: str,
        *,
        centred: bool = True,
        size: float = 12,
        bold: bool = False,
        italic: bool = False,
    ) -> None:
        self._row += 1
        self._cell(1, text, centred=centred, size=size, bold=bold, italic=italic)
        self._sheet.merge_cells(
            start_row=self._row, end_row=self._row, start_column=1, end_column=self._across
        )

    def _list(self, part: Part) -> None:
        from openpyxl.utils import get_column_letter

        self._row += 1
        for place, column in enumerate(part.columns, 1):
            self._cell(place, column.heading, bold=True, centred=True, framed=True)
            letter = get_column_letter(place)
            self._sheet.column_dimensions[letter].width = max(
                column.width * _LETTERS_ACROSS / 100, 6
            )
        self._sheet.row_dimensions[self._row].height = 34
        self._sheet.print_title_rows = f"{self._row}:{self._row}"
        self._sheet.freeze_panes = f"A{self._row + 1}"
        for cells in part.rows:
            self._row += 1
            deepest = 1
            for place, (column, value) in enumerate(zip(part.columns, cells, strict=True), 1):
                self._cell(place, value, centred=column.centred, framed=True)
                room = max(int(column.width * _LETTERS_ACROSS / 100), 3)
                deepest = max(deepest, -(-len(str(value)) // room))
            self._sheet.row_dimensions[self._row].height = 8 + 15 * deepest
        self._row += 1

    def _sums(self, part: Part) -> None:
        """Sums below the list, their first column as wide as several of the list's."""
        wide = self._across - len(part.columns) - 1
        for place, cells in enumerate((tuple(each.heading for each in part.columns), *part.rows)):
            self._row += 1
            for number, value in enumerate(cells):
                column = 1 if number == 0 else wide + number
                self._cell(
                    column, value, bold=place == 0, framed=True,
                    centred=place == 0 or part.columns[number].centred,
                )  # fmt: skip
            for column in range(2, wide + 1):
                self._cell(column, "", framed=True)
            self._sheet.merge_cells(
                start_row=self._row, end_row=self._row, start_column=1, end_column=wide
            )
        self._row += 1

    def _printing(self) -> None:
        sheet = self._sheet
        sheet.page_setup.orientation = "landscape" if self._filled.paper.landscape else "portrait"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_options.horizontalCentered = True
        for side, millimetres in (("left", 20), ("right", 15), ("top", 20), ("bottom", 20)):
            setattr(sheet.page_margins, side, millimetres / 25.4)
        sheet.oddHeader.center.text = common_words()["page"].format(page="&P", pages="&N")
        sheet.oddHeader.center.font, sheet.oddHeader.center.size = FONT, 12
