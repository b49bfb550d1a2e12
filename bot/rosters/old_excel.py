"""Workbooks of Excel before 2007 (.xls), by xlrd, which keeps merged, hidden and struck cells."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from bot.rosters.book import Area, Book, Cell, RosterError, Value, unstruck
from bot.rosters.colours import colour_of

if TYPE_CHECKING:
    import xlrd

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))


def read_old_excel(content: bytes) -> Book:
    """The sheets of an .xls file; raises RosterError for a password, Word and other documents."""
    # A new workbook with a password is wrapped into a file of the old kind.
    if _ENCRYPTED in content:
        raise RosterError("roster.password")
    if not any(each in content for each in _WORKBOOKS):
        raise RosterError("roster.no_list")
    import xlrd

    try:
        found = xlrd.open_workbook(
            file_contents=content, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
        return _book(found)
    except RosterError:
        raise
    except xlrd.XLRDError as error:
        key = "roster.password" if "encrypted" in str(error).lower() else "roster.old_excel"
        raise RosterError(key) from None
    except Exception:  # a broken workbook raises almost anything
        raise RosterError("roster.old_excel") from None


def _book(found: xlrd.Book) -> Book:
    import xlrd

    book = Book()
    for sheet in found.sheets():
        made = book.add_sheet(sheet.name, hidden=sheet.visibility != 0)
        for at, row in sheet.rowinfo_map.items():
            if row.hidden:
                made.hidden_lines.add(at + 1)
        made.filtered = bool(getattr(sheet, "filtermode", 0))
        for at, column in sheet.colinfo_map.items():
            if column.hidden:
                made.hidden_columns.add(at)
        for top, bottom, left, right in sheet.merged_cells:
            book.merge(made, Area(top + 1, left, bottom, right - 1))
        for at in range(sheet.nrows):
            for place in range(sheet.row_len(at)):
                kind = sheet.cell_type(at, place)
                if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                    book.paint(made, at + 1, place, _colour(found, sheet, at, place))
                    continue
                book.put(made, at + 1, place, _cell(found, sheet, at, place, kind))
        for (at, place), note in sheet.cell_note_map.items():
            book.comment(made, at + 1, place, note.text)
    return book


def _cell(found: xlrd.Book, sheet: xlrd.sheet.Sheet, at: int, place: int, kind: int) -> Cell:
    import xlrd

    value: Value = sheet.cell_value(at, place)
    serial: float | None = None
    style = found.xf_list[sheet.cell_xf_index(at, place)]
    struck = bool(found.font_list[style.font_index].struck_out)
    runs = sheet.rich_text_runlist_map.get((at, place))
    if runs and isinstance(value, str):
        value, struck = unstruck(_runs(found, value, runs, first=struck))
    if kind == xlrd.XL_CELL_ERROR:
        return Cell(None, struck, uncounted=True)
    colour = _colour(found, sheet, at, place)
    if isinstance(value, float):
        if kind == xlrd.XL_CELL_DATE:
            serial = value
            try:
                day = xlrd.xldate_as_datetime(value, found.datemode)
                return Cell(day, struck, serial, colour=colour)
            except (xlrd.XLDateError, ValueError, OverflowError):
                pass
        if value.is_integer():
            value = int(value)
    return Cell(value, struck, serial, colour=colour)


def _colour(found: xlrd.Book, sheet: xlrd.sheet.Sheet, at: int, place: int) -> str | None:
    """The word for the colour behind a cell."""
    style = found.xf_list[sheet.cell_xf_index(at, place)].background
    rgb = found.colour_map.get(style.pattern_colour_index) if style.fill_pattern else None
    return colour_of("".join(f"{part:02X}" for part in rgb)) if rgb else None


def _runs(
    found: xlrd.Book, text: str, runs: list[tuple[int, int]], *, first: bool
) -> list[tuple[str, bool]]:
    """A text in its runs, and which of them are struck through; `first`: what begins it."""
    ends = [begin for begin, _ in runs[1:]] + [len(text)]
    pieces = [(text[: runs[0][0]], first)]
    for (begin, font), end in zip(runs, ends, strict=True):
        pieces.append((text[begin:end], bool(found.font_list[font].struck_out)))
    return pieces
