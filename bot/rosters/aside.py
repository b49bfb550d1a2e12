"""Words beside what the columns of a list tell: in the margin, among numbers, under unknown heads."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.patterns import Pattern
from bot.rosters.book import Cell
from bot.rosters.finding import Head
from bot.rosters.grid import Grid, is_cross, words_of
from bot.rosters.heads import Column, plain_head

_RELATIVES = Pattern(r"\b(?:vo|chong|con|chau|cha|me|bo|quan he|chu ho|than nhan|nguoi than)\b")


def unknown_words(heads: Sequence[Head], row: dict[int, Cell]) -> tuple[str, ...]:
    """Words of a line in columns of which nothing is kept."""
    known = {head.index for head in heads if head.key not in (None, Column.OTHER, Column.SIGNATURE)}
    # What stands under "Chồng" or "Con" is said of them.
    known |= {head.index for head in heads if _RELATIVES.search(plain_head(head.words))}
    return tuple(
        words_of(cell)
        for column, cell in row.items()
        if column not in known and isinstance(cell.value, str)
    )


def marginal_words(
    heads: Sequence[Head], row: dict[int, Cell], counting: frozenset[int]
) -> tuple[str, ...]:
    """Words of a line beyond the heads, and those in columns that otherwise count."""
    headed = {head.index for head in heads if head.words or head.key is not None}
    return tuple(
        words_of(cell)
        for column, cell in row.items()
        if isinstance(cell.value, str) and (column not in headed or column in counting)
    )


def counting_columns(grid: Grid, heads: Sequence[Head], lines: list[int]) -> frozenset[int]:
    """The columns that nobody knows in which nearly all is a number or a cross: of months."""
    counting = []
    for head in heads:
        if head.key not in (None, Column.OTHER) or not head.words:
            continue
        texts = grid.texts(lines, head.index)
        plain = [text for text in texts if is_cross(text) or not any(map(str.isalpha, text))]
        if len(texts) > 1 and len(plain) * 10 >= len(texts) * 6:
            counting.append(head.index)
    return frozenset(counting)
