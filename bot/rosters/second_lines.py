"""A second line below somebody's own: his phone, where he lives, that he died."""

from __future__ import annotations

from bot.language.patterns import Pattern
from bot.language.text import single_line
from bot.rosters.absence import read_absence
from bot.rosters.book import Cell
from bot.rosters.contacts import read_written_phone
from bot.rosters.entries import Entry
from bot.rosters.finding import Head
from bot.rosters.grid import words_of
from bot.rosters.heads import NAMES, Column, column_of_head
from bot.rosters.lines import is_group, is_initial, is_signature, is_sum, seems_name
from bot.rosters.naming import without_title
from bot.rosters.rows import BROKEN, is_ditto

_GOES_ON = (Column.ADDRESS, Column.NOTE, Column.STATUS, Column.CONTACT_PERSON)
_SLASH = Pattern(r"[/\n]|\s[-–]\s")
Pieces = list[tuple[Head, Cell]]


def goes_on(entry: Entry, heads: list[Head], row: dict[int, Cell]) -> bool:
    """Put what a line without a number of its own says to who stands above; False where it is none.

    It tells more of him, or its words broke over two lines, as where a printed list was turned
    into a sheet.
    """
    if len(row) == 1 and is_initial(words_of(next(iter(row.values())))):
        return False
    if second := _second_line(entry, heads, row):
        for told, cell in second:
            entry.cells.setdefault(told.key or Column.NOTE, []).append((told, cell))
        return True
    by_column = {head.index: head for head in heads}
    parts = []
    for column, cell in row.items():
        head = by_column.get(column)
        held = _held(entry, head, cell) if head is not None else None
        if head is None or held is None:
            return False
        parts.append((head, held, words_of(cell)))
    for known, held, text in parts:
        cells = entry.cells[known.key or Column.NOTE]
        cells[cells.index(held)] = (known, Cell(f"{words_of(held[1])} {text}", held[1].struck))
    return True


def _held(entry: Entry, head: Head, cell: Cell) -> tuple[Head, Cell] | None:
    """The cell above with whose words a cell goes on; None where it doesn't."""
    text = words_of(cell)
    if head.key not in BROKEN or not isinstance(cell.value, str):
        return None
    if is_ditto(text) or is_group(text) or is_sum(text) or is_signature(text):
        return None
    held = next((at for at in entry.cells.get(head.key, []) if at[0] == head), None)
    if held is None or head.key not in NAMES:
        return held
    return None if seems_name(text) or not _is_rest(words_of(held[1]), text) else held


def _is_rest(name: str, text: str) -> bool:
    """Whether a word may be the end of a name that broke: "Nguyễn Thị Hồng" and "Nhung"."""
    return len(text) > 1 and text.isalpha() and text[0].isupper() and 1 < len(name.split()) <= 4


def _second_line(entry: Entry, heads: list[Head], row: dict[int, Cell]) -> Pieces | None:
    """What a line without a number says of who stands above; None where it is a line of its own."""
    by_column = {head.index: head for head in heads}
    told: Pieces = []
    for column, cell in row.items():
        head = by_column.get(column)
        key = _key(head, words_of(cell)) if head is not None else None
        if head is None or key is None or (key is Column.PHONE and key in entry.cells):
            return None
        if key in _GOES_ON and key in entry.cells:
            # Words that broke over two lines are joined as they stand.
            return None
        told.append((Head(-1, head.words if key is head.key else "", key), cell))
    return told or None


def _key(head: Head, text: str) -> Column | None:
    second = [column_of_head(single_line(part)) for part in _SLASH.split(head.words)[1:]]
    if head.key is Column.ORDINAL or is_sum(text) or is_signature(text):
        return None
    if head.key in NAMES and not second:
        # Alone in the column of names words head what follows: "1. Từ trần".
        return None
    if read_written_phone(text).number is not None and len(text) < 40:
        return Column.PHONE
    if read_absence(text) is not None:
        return Column.NOTE
    if seems_name(without_title(text)):
        return None
    if second and second[0] not in (*NAMES, Column.BIRTH, None):
        # "Họ tên / Địa chỉ": the second line of each holds what the head says second.
        return second[0]
    return head.key if head.key in _GOES_ON else None
