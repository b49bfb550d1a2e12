"""Lists that write each name under "Nam" or "Nữ", laid out with a column of names and one of sex."""

from __future__ import annotations

from bot.rosters.book import Book, Cell, Sheet
from bot.rosters.grid import words_of
from bot.rosters.heads import NAMES, Column, column_of_head
from bot.rosters.lines import is_signature, seems_name
from bot.rosters.naming import without_title

_LOOKED_AT = 30
_FEWEST = 2


def lay_out_by_sex(book: Book) -> None:
    """Turn each sheet whose names stand under "Nam" and "Nữ"."""
    for sheet in book.sheets:
        for line in sorted(sheet.lines)[:_LOOKED_AT]:
            keys = {at: column_of_head(words_of(cell)) for at, cell in sheet.lines[line].items()}
            man = next((at for at, key in keys.items() if key is Column.MALE), None)
            woman = next((at for at, key in keys.items() if key is Column.FEMALE), None)
            if man is None or woman is None or NAMES & set(keys.values()):
                continue
            if _hold_names(sheet, line, man, woman):
                _lay_out(sheet, line, man, woman)
            break


def _below(sheet: Sheet, line: int) -> list[int]:
    return [each for each in sorted(sheet.lines) if each > line]


def _hold_names(sheet: Sheet, line: int, man: int, woman: int) -> bool:
    below = [
        [text for at in (man, woman) if (text := words_of(sheet.lines[each].get(at)))]
        for each in _below(sheet, line)
    ]
    texts = [text for row in below for text in row]
    if sum(len(row) > 1 for row in below) * 2 > sum(map(bool, below)):
        # Two lists beside one another.
        return False
    names = sum(seems_name(without_title(text)) for text in texts)
    return names >= _FEWEST and names * 10 >= len(texts) * 6


def _lay_out(sheet: Sheet, line: int, man: int, woman: int) -> None:
    sheet.lines[line][man] = Cell("Họ và tên")
    sheet.lines[line][woman] = Cell("Giới tính")
    for each in _below(sheet, line):
        row = sheet.lines[each]
        if any(is_signature(words_of(row.get(at))) for at in (man, woman)):
            break
        name, other = row.get(man), row.get(woman)
        if (name is None) == (other is None):
            continue
        is_man = name is not None
        held = name or other
        if held is None or not seems_name(without_title(words_of(held))):
            continue
        row[man] = held
        row[woman] = Cell("Nam" if is_man else "Nữ")
