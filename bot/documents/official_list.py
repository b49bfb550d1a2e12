"""A roster as clubs keep theirs on paper: a title, a number, years by sex, a heading for each group.

`bot.rosters` reads it back as it is: what is a title, a heading or a sum is told apart there.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.documents.sheet import FONT, printable, save_book, write_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


_ORDINAL = 6
_LINE = 16
"""Points of a line of text."""
_NARROWER = 1.1
"""Letters of 12 points, as they are mixed in words, for a figure that a column's width counts."""
_MARGINS = {"left": 15, "right": 15, "top": 15, "bottom": 20}
"""Millimetres."""


@dataclass(frozen=True)
class ListHead:
    """A column's head, or one over two columns; `width` in letters is the most that it takes."""

    words: str
    parts: tuple[str, ...] = ()
    width: int = 16


@dataclass(frozen=True)
class ListGroup:
    """A neighbourhood group: its heading, none for who stands in none, and a line a person."""

    heading: str | None
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class OfficialList:
    """The whole list. A line has a value for each column but the number."""

    club: str
    title: str
    number: str
    """What the column of numbers is called."""
    heads: tuple[ListHead, ...]
    groups: tuple[ListGroup, ...]
    total: str
    origin: str
    """Who made it and when: below each printed page, and below the list where it isn't printed.

    Not in a sheet of its own: that would be a page of paper with one line.
    """


def write_official(made: OfficialList, *, author: str, now: datetime) -> bytes:
    """The list as the bytes of an .xlsx; the same at the same moment is the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = printable(made.title)[:31]
    _Writer(sheet, made).write()
    return save_book(book, title=made.title, author=author, now=now)


class _Writer:
    def __init__(self, sheet: Worksheet, made: OfficialList) -> None:
        self._sheet = sheet
        self._made = made
        self._row = 0
        self._across = 1 + sum(max(len(each.parts), 1) for each in made.heads)
        self._widths = self._fitting()

    def _fitting(self) -> list[float]:
        """Each column as wide as what stands in it: an empty one takes nothing from the others."""
        rows = [row for group in self._made.groups for row in group.rows]
        widths: list[float] = [_ORDINAL]
        for head in self._made.heads:
            for part in head.parts or (head.words,):
                place = len(widths) - 1
                words = max(map(len, part.split()), default=0)
                longest = max((len(row[place]) for row in rows), default=0)
                widths.append(min(max(words, longest) + 2, max(head.width, words + 2)))
        return widths

    def _height(self, values: Sequence[str]) -> float:
        """Points for the deepest of a row's texts, which are broken where a column ends."""
        deepest = max(
            len(textwrap.wrap(value, int(width * _NARROWER)))
            for value, width in zip(("1", *values), self._widths, strict=True)
        )
        return _LINE * deepest + 3

    def write(self) -> None:
        self._line(self._made.club, bold=True, centred=False)
        self._line(self._made.title, bold=True, size=14)
        self._row += 1
        self._heads()
        number = 0
        for group in self._made.groups:
            if group.heading is not None:
                self._line(group.heading, bold=True, centred=False)
            for row in group.rows:
                number += 1
                self._row += 1
                self._cell(1, number, centred=True)
                for column, value in enumerate(row, 2):
                    self._cell(column, value)
                self._sheet.row_dimensions[self._row].height = self._height(row)
        self._row += 1
        self._line(self._made.total, bold=True, centred=False)
        self._line(self._made.origin, centred=False, size=9)
        self._printing()

    def _heads(self) -> None:
        from openpyxl.utils import get_column_letter

        first, second, column = self._row + 1, self._row + 2, 1
        self._row = first
        for head in (ListHead(self._made.number), *self._made.heads):
            wide = max(len(head.parts), 1)
            self._row = first
            self._cell(column, head.words, bold=True, centred=True)
            self._row = second
            for place in range(wide):
                words = head.parts[place] if head.parts else ""
                self._cell(column + place, words, bold=True, centred=True)
                letter = get_column_letter(column + place)
                self._sheet.column_dimensions[letter].width = self._widths[column + place - 1]
            rows = first if head.parts else second
            self._sheet.merge_cells(
                start_row=first, end_row=rows, start_column=column, end_column=column + wide - 1
            )
            column += wide
        self._row = second
        self._sheet.print_title_rows = f"{first}:{second}"
        self._sheet.freeze_panes = f"A{second + 1}"

    def _line(
        self, text: str, *, bold: bool = False, centred: bool = True, size: float = 12
    ) -> None:
        self._row += 1
        self._cell(1, text, bold=bold, centred=centred, size=size, framed=False)
        self._sheet.merge_cells(
            start_row=self._row, end_row=self._row, start_column=1, end_column=self._across
        )

    def _cell(
        self,
        column: int,
        value: str | int,
        *,
        bold: bool = False,
        centred: bool = False,
        size: float = 12,
        framed: bool = True,
    ) -> None:
        from openpyxl.styles import Alignment, Border, Font, Side

        cell = self._sheet.cell(self._row, column)
        if isinstance(value, int):
            cell.value = value
        else:
            write_text(cell, value)
        cell.font = Font(name=FONT, size=size, bold=bold)
        cell.alignment = Alignment(
            horizontal="center" if centred else "left", vertical="center", wrap_text=True
        )
        if framed:
            side = Side(style="thin", color="000000")
            cell.border = Border(left=side, right=side, top=side, bottom=side)

    def _printing(self) -> None:
        sheet = self._sheet
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        for side, millimetres in _MARGINS.items():
            setattr(sheet.page_margins, side, millimetres / 25.4)
        # "&" begins a code in a footer.
        sheet.oddFooter.left.text = printable(self._made.origin).replace("&", "&&")
        sheet.oddFooter.right.text = "&P/&N"
