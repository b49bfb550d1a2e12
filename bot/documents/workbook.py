"""Spreadsheets that are handed out: tables of words and numbers, in which no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of a text that a spreadsheet takes for a formula."""
_WIDEST = 60
PERCENT = "0.0%"


@dataclass(frozen=True)
class Sheet:
    """One sheet: a heading row, then the rows. A float between 0 and 1 is shown as a share."""

    title: str
    heading: Sequence[str]
    rows: Sequence[Sequence[Any]] = field(default_factory=list)


def write_workbook(
    path: Path, sheets: Sequence[Sheet], *, footer: str, by: str, at: datetime
) -> None:
    """Write sheets into an .xlsx file; raises OSError.

    `footer` stands below every printed page; `by` and `at` go into the file's properties.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for each in sheets:
        sheet = book.create_sheet(each.title[:31])
        sheet.append([None] * len(each.heading))
        for column, text in enumerate(each.heading, 1):
            cell = sheet.cell(1, column)
            _put(cell, text)
            cell.font = Font(bold=True)
        for number, row in enumerate(each.rows, 2):
            for column, value in enumerate(row, 1):
                _put(sheet.cell(number, column), value)
        for column, text in enumerate(each.heading, 1):
            values = [str(row[column - 1]) for row in each.rows if row[column - 1] is not None]
            longest = max(map(len, [text, *values]))
            letter = get_column_letter(column)
            sheet.column_dimensions[letter].width = min(longest, _WIDEST) + 2
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        # "&" begins a code in a footer.
        sheet.oddFooter.left.text = footer.replace("&", "&&")
        sheet.oddFooter.right.text = "&P/&N"
    book.properties.creator = by
    moment = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.properties.created = book.properties.modified = moment
    content = io.BytesIO()
    book.save(content)
    path.write_bytes(content.getvalue())


def _put(cell: Any, value: Any) -> None:
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.value = value
        # Words stay words, whatever they begin with, also when somebody edits the cell.
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(FORMULA_STARTS)
        cell.number_format = "@"
        cell.alignment = Alignment(vertical="top", wrap_text=len(value) > _WIDEST)
        return
    cell.value = value
    if isinstance(value, float) and 0 <= value <= 1:
        cell.number_format = PERCENT


def write_csv(path: Path, sheet: Sheet) -> None:
    """Write one sheet as UTF-8 text that Excel opens rightly; raises OSError."""
    content = io.StringIO(newline="")
    writer = csv.writer(content)
    writer.writerow(sheet.heading)
    for row in sheet.rows:
        writer.writerow([_plain(value) for value in row])
    path.write_text(content.getvalue(), encoding="utf-8-sig", newline="")


def _plain(value: Any) -> Any:
    """A text that would be a formula gets an apostrophe, as people type it themselves."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value
