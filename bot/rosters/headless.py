"""Lists that have no heads, by what their columns hold: names, and what stands beside them."""

from __future__ import annotations

import re

from bot.language.text import fold
from bot.rosters.family_names import begins_as_name
from bot.rosters.finding import LIKELY, LOOKED_AT, Found, Head
from bot.rosters.grid import Grid
from bot.rosters.heads import Column
from bot.rosters.lines import seems_name
from bot.rosters.naming import without_title

_PLACE = re.compile(r"\b(?:to|ap|thon|xom|khom|khu|so nha|duong|xa|phuong|hem|kp)\b")
_SEX = re.compile(r"nam|nu|male|female")
_PHONE = re.compile(r"(?:sdt|dt)?[\s:.]*\+?(?:\d[\s.\-()]*){9,11}")
_FEWEST = 2
_MOST_COLUMNS = 30


def without_heads(grid: Grid) -> Found | None:
    """A list that has no heads: only where names are beyond doubt; several columns of them are blocks."""
    lines = grid.lines[:LOOKED_AT]
    columns = {
        column: texts
        for column in range(min(grid.width, _MOST_COLUMNS))
        if (texts := grid.texts(lines, column))
    }
    shares = {
        column: sum(seems_name(without_title(text)) for text in texts) / len(texts)
        for column, texts in columns.items()
        if len(texts) * 2 >= len(lines)
    }
    name = max(shares, key=lambda column: shares[column], default=None)
    if name is None or shares[name] < LIKELY or len(columns[name]) < _FEWEST:
        return None
    names = [column for column, texts in columns.items() if column == name or holds_names(texts)]
    heads = headless(grid, columns, names)
    return Found(_begins(grid, names) if len(names) > 1 else 0, 0, tuple(heads))


def holds_names(texts: list[str]) -> bool:
    """Whether most cells of a column are whole names, with a family name each."""
    names = sum(begins_as_name(without_title(text)) and seems_name(text) for text in texts)
    return names >= _FEWEST and names >= LIKELY * len(texts)


def headless(grid: Grid, columns: dict[int, list[str]], names: list[int]) -> list[Head]:
    """A head without words for each column, by what it holds; each column of names begins anew."""
    heads = []
    taken: set[Column] = set()
    for column, texts in columns.items():
        before = any(column < name for name in names)
        if column in names:
            key: Column | None = Column.FULL_NAME
        else:
            key = kind_of(texts, before=before)
        if key in (Column.FULL_NAME, Column.ORDINAL):
            taken = taken if len(names) < _FEWEST else set()
        if key in taken and key is not Column.ADDRESS:
            key = None
        if key is not None:
            taken.add(key)
        heads.append(Head(column, "", key, column in grid.sheet.hidden_columns))
    return heads


def _begins(grid: Grid, names: list[int]) -> int:
    """The first line that names somebody: what stands above says who is in each column."""
    for at, line in enumerate(grid.lines[:LOOKED_AT]):
        texts = [text for column in names for text in grid.texts([line], column)]
        if any(seems_name(without_title(text)) for text in texts):
            return at
    return 0


def kind_of(texts: list[str], *, before: bool) -> Column | None:
    """What a column without a head holds."""

    def mostly(test: re.Pattern[str]) -> bool:
        return sum(bool(test.fullmatch(fold(text))) for text in texts) * 10 >= len(texts) * 7

    if mostly(re.compile(r"(?:18|19)\d\d")):
        return Column.BIRTH
    if before and mostly(re.compile(r"\d{1,4}[.)]?")):
        return Column.ORDINAL
    if mostly(re.compile(r"(?:sinh |sn |nam sinh )*(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:18|19|20)\d\d")):
        return Column.BIRTH
    if mostly(_SEX):
        return Column.SEX
    if mostly(re.compile(r"\d\d")) and sum("20" <= text < "60" for text in texts) * 2 > len(texts):
        # "48" is a year; where most are above sixty they may be ages.
        return Column.YEAR
    numbers = [text for text in texts if any(map(str.isdigit, text))]
    if len(numbers) * 2 >= len(texts) and all(_PHONE.fullmatch(fold(text)) for text in numbers):
        return Column.PHONE
    if sum(bool(_PLACE.search(fold(text))) for text in texts) * 2 >= len(texts):
        return Column.ADDRESS
    if not before and all(any(map(str.isalpha, text)) for text in texts):
        return Column.NOTE
    return None
