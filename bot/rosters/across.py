"""Lists that give each person a column: turned, so that each has a line."""

from __future__ import annotations

from bot.rosters.book import Book, Sheet
from bot.rosters.grid import words_of
from bot.rosters.heads import NAMES, column_of_head
from bot.rosters.lines import seems_name
from bot.rosters.naming import without_title

_FEWEST_HEADS, _FEWEST_NAMES = 3, 2
_MOST_LINES, _MOST_COLUMNS = 60, 300


def lay_out_across(book: Book) -> None:
    """Turn each sheet whose first column heads its lines: "Tên", "Năm sinh", "Số ĐT"."""
    for sheet in book.sheets:
        if 0 < len(sheet.lines) <= _MOST_LINES and _is_across(sheet):
            _turn(sheet)


def _is_across(sheet: Sheet) -> bool:
    first = min(min(row) for row in sheet.lines.values() if row)
    keys = {line: column_of_head(words_of(row.get(first))) for line, row in sheet.lines.items()}
    named = [line for line, key in keys.items() if key in NAMES]
    if len(set(keys.values()) - {None}) < _FEWEST_HEADS or len(named) != 1:
        return False
    texts = [words_of(cell) for at, cell in sheet.lines[named[0]].items() if at != first]
    names = sum(seems_name(without_title(text)) for text in texts)
    return names >= _FEWEST_NAMES and names * 10 >= len(texts) * 6


def _turn(sheet: Sheet) -> None:
    """Columns become lines from the line on that names people; what stands above stays above."""
    first = min(min(row) for row in sheet.lines.values() if row)
    begins = next(
        line
        for line in sorted(sheet.lines)
        if column_of_head(words_of(sheet.lines[line].get(first))) in NAMES
    )
    lines = {line: row for line, row in sheet.lines.items() if line < begins}
    below = [line for line in sorted(sheet.lines) if line >= begins]
    columns = sorted({at for line in below for at in sheet.lines[line]})[:_MOST_COLUMNS]
    for place, column in enumerate(columns):
        row = {
            at: sheet.lines[line][column]
            for at, line in enumerate(below)
            if column in sheet.lines[line]
        }
        if row:
            lines[begins + place] = row
    sheet.lines = lines
    sheet.merges.clear()
