"""A sheet as it looks on paper: merged cells seen everywhere they reach, blanks where none are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import datetime

from bot.language.text import fold, single_line
from bot.rosters.book import Area, Cell, Sheet, Value

_MOST_SPREAD = 60_000
_CROSSES = frozenset(
    ("x", "xx", "v", "✓", "✔", "√", "☑", "☒", "1", "co", "*", "+", "yes", "×", "ü", "þ")
)


def is_cross(text: str) -> bool:
    """Whether a cell is marked: "x", "✓", "1"."""
    return fold(text.strip(" .")) in _CROSSES


def words_of(cell: Cell | None) -> str:
    """What stands in a cell, as one line of words; a whole number without its decimals."""
    if cell is None or cell.value is None:
        return ""
    if cell.words is None:
        cell.words = _words(cell.value)
    return cell.words


def _words(value: Value) -> str:
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return single_line(str(value))


class Grid:
    """The cells of a sheet by line and column.

    `spread` holds what merged cells show beyond their first cell, `carried` what they carry down.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.lines = sorted(sheet.lines)
        self.width = 1 + max((max(row) for row in sheet.lines.values() if row), default=-1)
        self.spread: dict[tuple[int, int], Cell] = {}
        self.carried: dict[tuple[int, int], Cell] = {}
        self.wide: dict[tuple[int, int], int] = {}
        for area in sheet.merges:
            self._spread(area)

    def _spread(self, area: Area) -> None:
        cell = self.sheet.lines.get(area.top, {}).get(area.left)
        if cell is None:
            return
        right = min(area.right, self.width - 1)
        if area.right > area.left:
            self.wide[area.top, area.left] = area.right - area.left + 1
        first, last = bisect_left(self.lines, area.top), bisect_right(self.lines, area.bottom)
        for line in self.lines[first:last]:
            for column in range(area.left, right + 1):
                if (line, column) == (area.top, area.left):
                    continue
                if len(self.spread) >= _MOST_SPREAD:
                    return
                self.spread[line, column] = cell
            if line > area.top:
                self.carried[line, area.left] = cell

    def own(self, line: int) -> dict[int, Cell]:
        """The cells that were written into a line."""
        return self.sheet.lines.get(line, {})

    def seen(self, line: int, column: int) -> Cell | None:
        """What a cell shows, merged cells included."""
        return self.own(line).get(column) or self.spread.get((line, column))

    def texts(self, lines: list[int], column: int) -> list[str]:
        """What stands in a column, in those of these lines where something does."""
        return [text for line in lines if (text := words_of(self.own(line).get(column)))]

    def text(self, line: int) -> str:
        """A line's words, as it is shown to who must find it."""
        row = self.own(line)
        parts = [words_of(row[column]) for column in sorted(row)]
        return " · ".join(part for part in parts if part)[:200]
