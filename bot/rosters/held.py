"""What a line holds of somebody in each column, and what the lines above lend it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.rosters.book import Cell
from bot.rosters.finding import Head
from bot.rosters.grid import Grid, words_of
from bot.rosters.heads import PASSED_OVER, Column
from bot.rosters.rows import is_ditto

_NOT_CARRIED = {
    Column.FULL_NAME,
    Column.GIVEN,
    Column.ORDINAL,
    Column.CODE,
    Column.NICKNAME,
    Column.SIGNATURE,
}


_PLACE = Pattern(
    r"(?:tổ|to|ấp|ap|thôn|thon|xóm|xom|khóm|khom|khu phố|kp|hẻm|hem|xã|xa|phường|phuong) (?:số |so )?[^\W_]+(?: [^\W\d_]+){0,3}",
    re.IGNORECASE,
)


def _put_places_right(cells: dict[Column, list[tuple[Head, Cell]]]) -> None:
    """Put a place that stands where phones do, as in a list without heads, to where he lives."""
    phones = cells.get(Column.PHONE, [])
    places = [each for each in phones if _PLACE.fullmatch(words_of(each[1]))]
    if places and Column.ADDRESS not in cells:
        cells[Column.PHONE] = [each for each in phones if each not in places]
        cells[Column.ADDRESS] = places
        if not cells[Column.PHONE]:
            del cells[Column.PHONE]


class HeldCells:
    """The cells of the lines of a table, read from top to bottom."""

    def __init__(self, grid: Grid, heads: Iterable[Head]) -> None:
        self._grid, self._heads = grid, list(heads)
        self._above: dict[int, Cell] = {}

    def of(
        self, line: int, row: dict[int, Cell]
    ) -> tuple[dict[Column, list[tuple[Head, Cell]]], frozenset[Column]]:
        """What each kind of column holds in a line, and the kinds that a merged cell or a ditto mark lent."""
        cells: dict[Column, list[tuple[Head, Cell]]] = {}
        carried: set[Column] = set()
        for head in self._heads:
            if head.key is None or head.key in PASSED_OVER:
                continue
            cell = row.get(head.index)
            if head.key not in _NOT_CARRIED:
                lent = self._lent(line, head, cell)
                if head.key is Column.ADDRESS and cell is None and self._is_of_household(row):
                    lent = lent or self._above.get(head.index)
                if lent is not None:
                    cell = lent
                    carried.add(head.key)
            if cell is not None and not cell.empty:
                cells.setdefault(head.key, []).append((head, cell))
                self._above[head.index] = cell
            else:
                self._above.pop(head.index, None)
        _put_places_right(cells)
        comments = [
            (Head(-1, "", Column.NOTE), Cell(cell.comment)) for cell in row.values() if cell.comment
        ]
        if comments:
            cells.setdefault(Column.NOTE, []).extend(comments)
        return cells, frozenset(carried)

    def _is_of_household(self, row: dict[int, Cell]) -> bool:
        """Whether somebody lives where the head of the household above does."""
        relations = [row.get(head.index) for head in self._heads if head.key is Column.RELATION]
        relation = fold(words_of(relations[0])) if relations else ""
        return bool(relation) and "chu ho" not in relation

    def _lent(self, line: int, head: Head, cell: Cell | None) -> Cell | None:
        """What a merged cell or a ditto mark carries down into this one."""
        if cell is None:
            return self._grid.carried.get((line, head.index))
        if isinstance(cell.value, str) and is_ditto(cell.value):
            return self._above.get(head.index) or Cell(None)
        return None
