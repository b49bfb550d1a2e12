"""Tables that were copied on a telephone: every cell came in a line of its own, the heads first."""

from __future__ import annotations

from bot.language.patterns import Pattern
from bot.language.phones import read_phone
from bot.language.text import fold
from bot.rosters.heads import NAMES, Column, column_of_head
from bot.rosters.lines import is_signature, is_sum, is_title, seems_name
from bot.rosters.naming import without_title

Rows = list[tuple[int, list[str]]]
_FEWEST_HEADS, _MOST_HEADS = 3, 14
_FEWEST = 2
_LONGEST_HEAD = 40
_YEAR = Pattern(r"(?:\d{1,2}[/.-]){0,2}(?:18|19|20)\d\d|\d{2,3} tuổi")
_SEX = ("nam", "nu")


def read_stacked(text: str) -> Rows | None:
    """The heads and a row for each person of such a text; None for any other."""
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1)]
    filled = [each for each in lines if each[1]]
    begins = _heads_at(filled)
    if begins is None:
        return None
    at, count = begins
    heads = [line for _, line in filled[at : at + count]]
    keys = [column_of_head(head) for head in heads]
    name = next(place for place, key in enumerate(keys) if key in NAMES)
    # Empty cells may have come as empty lines.
    whole = [each for each in lines if each[0] > filled[at + count - 1][0]]
    for below in (filled[at + count :], whole):
        rows, rest = _cut(below, count, keys[0] is Column.ORDINAL, name)
        if len(rows) >= _FEWEST:
            break
    else:
        rows, rest = _by_kinds(filled[at + count :], keys, name)
    if len(rows) < _FEWEST:
        return None
    above = [(number, [line]) for number, line in filled[:at]]
    beyond = [(number, [*[""] * (count + 1), line]) for number, line in rest if line]
    return [*above, (filled[at][0], heads), *rows, *beyond]


def _heads_at(filled: list[tuple[int, str]]) -> tuple[int, int] | None:
    """Where lines begin that are nothing but heads, one of them of names, and how many they are."""
    keys = [column_of_head(line) if len(line) <= _LONGEST_HEAD else None for _, line in filled[:40]]
    for at, key in enumerate(keys):
        count = 0
        while at + count < len(keys) and keys[at + count] is not None:
            count += 1
        run = keys[at : at + count]
        if key is not None and _FEWEST_HEADS <= count <= _MOST_HEADS and set(run) & NAMES:
            return at, count
    return None


def _cut(
    below: list[tuple[int, str]], count: int, is_numbered: bool, name: int
) -> tuple[Rows, list[tuple[int, str]]]:
    """Rows of as many cells as there are heads, as long as each holds a name in its place."""
    rows: Rows = []
    at = 0
    while at < len(below):
        piece = below[at : at + count]
        words = [line for _, line in piece]
        is_row = len(words) > name and seems_name(without_title(words[name]))
        if is_numbered:
            is_row = is_row and words[0].rstrip(".)").isdigit()
        if not is_row:
            break
        rows.append((piece[0][0], words))
        at += count
    rest = [each for each in below[at:] if each[1]]
    is_rest = len(rest) * 4 <= len(rows) * count and not any(_is_name(each[1]) for each in rest[:1])
    return (rows, rest) if is_rest else ([], [])


def _is_name(text: str) -> bool:
    return seems_name(without_title(text)) and not is_signature(text) and not is_sum(text)


def _by_kinds(
    below: list[tuple[int, str]], keys: list[Column | None], name: int
) -> tuple[Rows, list[tuple[int, str]]]:
    """Rows of which cells are missing: from number to number, each cell by what it holds."""
    if keys[0] is not Column.ORDINAL:
        return [], []
    rows: Rows = []
    rest: list[tuple[int, str]] = []
    for number, line in below:
        if line.rstrip(".)") == str(len(rows) + 1):
            rows.append((number, [line, *[""] * (len(keys) - 1)]))
        elif not rows:
            return [], []
        else:
            row = rows[-1][1]
            place = _place(line, keys, row, name)
            if place is None:
                rest.append((number, line))
            else:
                row[place] = line
    odd = [line for _, line in rest if not (is_sum(line) or is_title(line) or is_signature(line))]
    is_whole = len(odd) * 4 <= len(rows) and all(row[name] for _, row in rows)
    return (rows, rest) if is_whole else ([], [])


def _place(line: str, keys: list[Column | None], row: list[str], name: int) -> int | None:
    """The column of a cell: by its kind, else the next one of words that is free."""
    filled = max(place for place, text in enumerate(row) if text)
    if filled < name:
        return name if _is_name(line) else None
    kinds: tuple[Column, ...] = ()
    if read_phone(line).number is not None:
        kinds = (Column.PHONE, Column.CONTACT_PHONE)
    elif _YEAR.fullmatch(line):
        kinds = (Column.BIRTH, Column.YEAR, Column.AGE)
    elif fold(line) in _SEX:
        kinds = (Column.SEX,)
    free = range(filled + 1, len(keys))
    if kinds:
        return next((place for place in free if keys[place] in kinds), None)
    words = (Column.ADDRESS, Column.NOTE, Column.CIRCUMSTANCES, Column.STATUS, Column.OTHER)
    return next((place for place in free if keys[place] in words), None)
