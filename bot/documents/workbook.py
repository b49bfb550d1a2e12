"""Tables that are handed out as spreadsheets: words and numbers, in which no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from bot.documents.sheet import FORMULA, save_book, write_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDEST = 60
_SHARE = "0.0%"


@dataclass(frozen=True)
class Table:
    """One sheet: a heading, then the rows. A float between 0 and 1 is shown as a share."""

    title: str
    heading: Sequence[str]
    rows: Sequence[Sequence[object]] = field(default_factory=list)


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
    from openpyxl.utils import get_column_letter

    for number, row in enumerate([table.heading, *table.rows], 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            if isinstance(value, str):
                write_text(cell, value)
                cell.alignment = Alignment(vertical="top", wrap_text=len(value) > _WIDEST)
            else:
                cell.value = value
                if isinstance(value, float) and 0 <= value <= 1:
                    cell.number_format = _SHARE
            cell.font = Font(bold=number == 1)
    for column, text in enumerate(table.heading, 1):
        values = [str(row[column - 1]) for row in table.rows if row[column - 1] is not None]
        longest = max(map(len, [text, *values]))
        sheet.column_dimensions[get_column_letter(column)].width = min(longest, _WIDEST) + 2
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    # "&" begins a code in a footer.
    sheet.oddFooter.left.text = footer.replace("&", "&&")
    sheet.oddFooter.right.text = "&P/&N"


def write_csv(table: Table) -> bytes:
    """A table as UTF-8 text that Excel opens rightly.

    A text that would be a formula gets an apostrophe, as people type it themselves.
    """
    content = io.StringIO(newline="")
    writer = csv.writer(content)
    for row in [table.heading, *table.rows]:
        writer.writerow(
            f"'{each}" if isinstance(each, str) and each.startswith(FORMULA) else each
            for each in row
        )
    return content.getvalue().encode("utf-8-sig")
