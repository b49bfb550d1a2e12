"""Tables that are handed out as spreadsheets: words and numbers, in which no cell is a formula."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.documents.sheet import printable, save_book, write_text
from bot.language.letters import FORMULA_SIGNS

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_WIDEST, _NARROWEST = 60, 8
_LINE = 15
"""Points of a line of text."""
_SHARE, _DAY, _MOMENT = "0.0%", "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
_MARGINS = {"left": 15, "right": 15, "top": 15, "bottom": 20}
"""Millimetres."""


@dataclass(frozen=True)
class Table:
    """One sheet: a heading, then the rows, then their total if there is one.

    A float between 0 and 1 is shown as a share; a time as its clock shows it, without its zone.
    """

    title: str
    heading: Sequence[str]
    rows: Sequence[Sequence[object]] = field(default_factory=list)
    total: Sequence[object] | None = None


def write_workbook(tables: Sequence[Table], *, footer: str, author: str, now: datetime) -> bytes:
    """Tables as the bytes of an .xlsx, a sheet each; `footer` stands below every printed page."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _write(book.create_sheet(table.title[:31]), table, footer)
    return save_book(book, title=tables[0].title, author=author, now=now)


def _write(sheet: Worksheet, table: Table, footer: str) -> None:
    from openpyxl.styles import Alignment, Font

    totals = [] if table.total is None else [table.total]
    lines = [table.heading, *table.rows, *totals]
    bold = {1, *([len(lines)] if totals else [])}
    for number, row in enumerate(lines, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            _fill(cell, value)
            is_long = number == 1 or (isinstance(value, str) and len(value) > _WIDEST)
            cell.alignment = Alignment(vertical="top", wrap_text=is_long)
            cell.font = Font(bold=number in bold)
    _set_widths(sheet, table.heading, lines[1:])
    _set_heights(sheet, lines)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for side, millimetres in _MARGINS.items():
        setattr(sheet.page_margins, side, millimetres / 25.4)
    # "&" begins a code in a footer.
    sheet.oddFooter.left.text = printable(footer).replace("&", "&&")
    sheet.oddFooter.right.text = "&P/&N"


def _fill(cell: Cell, value: object) -> None:
    match value:
        case str():
            write_text(cell, value)
        case datetime():
            cell.value = value.replace(tzinfo=None)
            cell.number_format = _MOMENT
        case date():
            cell.value = value
            cell.number_format = _DAY
        case int() | float() | None:
            cell.value = value
            if isinstance(value, float) and 0 <= value <= 1:
                cell.number_format = _SHARE
        case _:
            raise TypeError(f"no cell holds a {type(value).__name__}")


def _set_widths(sheet: Worksheet, heading: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A column is as wide as what stands in it and the longest word above, which is broken."""
    from openpyxl.utils import get_column_letter

    for column, text in enumerate(heading, 1):
        # Above nothing it is the text itself.
        longest = max(map(len, text.split() if rows else [text]), default=0)
        for row in rows:
            value = row[column - 1]
            shown = _MOMENT if isinstance(value, datetime) else str(value)
            longest = max(longest, 0 if value is None else len(shown))
        width = min(max(longest, _NARROWEST), _WIDEST) + 2
        sheet.column_dimensions[get_column_letter(column)].width = width


def _set_heights(sheet: Worksheet, lines: Sequence[Sequence[object]]) -> None:
    """A row is as high as its longest broken text: not every program sees to that by itself."""
    from openpyxl.utils import get_column_letter

    for number, row in enumerate(lines, 1):
        most = 1
        for column, value in enumerate(row, 1):
            if isinstance(value, str) and sheet.cell(number, column).alignment.wrap_text:
                width = int(sheet.column_dimensions[get_column_letter(column)].width)
                # Capitals and bold letters are wider than the figures that a width counts.
                most = max(most, len(textwrap.wrap(value, max(width - 2, 1))))
        if most > 1:
            sheet.row_dimensions[number].height = _LINE * most


def write_csv(table: Table) -> bytes:
    """A table as UTF-8 text that Excel opens rightly.

    A text that would be a formula gets an apostrophe, as people type it themselves.
    """
    content = io.StringIO(newline="")
    writer = csv.writer(content)
    for row in [table.heading, *table.rows]:
        writer.writerow(
            f"'{each}" if isinstance(each, str) and each.startswith(FORMULA_SIGNS) else each
            for each in row
        )
    return content.getvalue().encode("utf-8-sig")
