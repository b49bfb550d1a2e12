"""Columns before the names in which a group stands once, beside the first of its people."""

from __future__ import annotations

from collections.abc import Iterable

from bot.language.patterns import Pattern
from bot.rosters.finding import Head
from bot.rosters.grid import Grid, words_of
from bot.rosters.heads import NAMES, Column, plain_head
from bot.rosters.lines import seems_name
from bot.rosters.naming import without_title

_OF_GROUPS = Pattern(
    r"(?:to|ap|khu pho|kp|thon|xom|khom|nhom|doi|chi hoi|to dan pho|tdp|to nhan dan|to dan cu|dia ban|khu)(?: so)?"
)
_FEWEST = 2


def carry_groups(grid: Grid, heads: Iterable[Head], lines: list[int]) -> None:
    """Let "Tổ 1" beside the first name stand for those below, up to "Tổ 2".

    Only where no group stands twice, and most lines have none: else each line tells its own.
    """
    names = [head.index for head in heads if head.key in NAMES]
    if not names:
        return
    named = [line for line in lines if _is_named(grid, line, names)]
    for head in heads:
        is_group = head.key is Column.ADDRESS and _OF_GROUPS.fullmatch(plain_head(head.words))
        if not is_group or head.index > min(names) or not named:
            continue
        texts = grid.texts(named, head.index)
        is_once = len(texts) >= _FEWEST and len(set(texts)) == len(texts)
        if (
            is_once
            and len(texts) * 2 <= len(named)
            and words_of(grid.own(named[0]).get(head.index))
        ):
            _carry(grid, head.index, lines, frozenset(named))


def _is_named(grid: Grid, line: int, names: list[int]) -> bool:
    row = grid.own(line)
    return seems_name(
        without_title(" ".join(filter(None, (words_of(row.get(at)) for at in names))))
    )


def _carry(grid: Grid, column: int, lines: list[int], named: frozenset[int]) -> None:
    above = None
    for line in lines:
        cell = grid.own(line).get(column)
        if line not in named:
            # Other words between the people: what stood above may hold no longer.
            above = None
        elif words_of(cell):
            above = cell
        elif above is not None:
            grid.carried.setdefault((line, column), above)
