"""Cards of members, label left and value right, several on a sheet: laid out as a table."""

from __future__ import annotations

from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.rosters.book import Book, Cell, Sheet
from bot.rosters.grid import words_of
from bot.rosters.heads import NAMES, Column, column_of_head

_FEWEST = 2
_MOST_BESIDE = 8
"""Cells of a line of cards: a line of heads has names beside it as well."""
Card = dict[str, Cell]


def lay_out_cards(book: Book) -> None:
    """Turn each sheet of cards into heads and a line for each, where its name stood."""
    # One form a sheet, filled in for each.
    forms = sum(len(_label_columns(sheet, 1)) == 1 for sheet in book.sheets) >= _FEWEST
    for sheet in book.sheets:
        heads = list[str]()
        cards: dict[int, Card] = {}
        taken: set[tuple[int, int]] = set()
        for place, column in enumerate(_label_columns(sheet, 1 if forms else _FEWEST)):
            _read_column(sheet, column, place, heads, cards, taken)
        if len(cards) < (1 if forms else _FEWEST) or sum(map(len, cards.values())) < 2 * len(cards):
            continue
        rest = {
            line: {at: cell for at, cell in row.items() if (line, at) not in taken}
            for line, row in sheet.lines.items()
        }
        texts = [words_of(cell) for row in rest.values() for cell in row.values()]
        sheet.lines = {
            line: {_place(next(iter(row.values())), heads, forms=forms): next(iter(row.values()))}
            for line, row in rest.items()
            if row and texts.count(words_of(next(iter(row.values())))) == 1
        }
        for line, card in cards.items():
            sheet.lines[line] = {heads.index(head): cell for head, cell in card.items()}
        sheet.lines[0] = {at: Cell(head) for at, head in enumerate(heads)}
        sheet.merges.clear()


_OVER = Pattern(
    r"\W*(?:\d+\W+|[ivx]+\W+)?(?:phieu|the|to khai|so yeu ly lich|don|ho so|ban (?:dang ky|khai)|card|form)(?!\w).*"
)
"""What is written over each card: "PHIẾU ĐĂNG KÝ", "Thẻ hội viên số 3"."""


def _place(cell: Cell, heads: list[str], *, forms: bool) -> int:
    """The column of what is in no card: that of names, where it may head them, else one beyond all."""
    text = words_of(cell)
    is_over = forms or _OVER.fullmatch(fold(text)) is not None or text.startswith("(")
    return len(heads) + 1 if is_over else 0


def _key(cell: Cell | None) -> Column | None:
    """What a label says of the value beside it."""
    return column_of_head(words_of(cell)) if cell is not None else None


def _value(row: dict[int, Cell], label: int) -> int | None:
    """The column of the value beside a label: the next one that holds something, not far away."""
    column = next((at for at in range(label + 1, label + 4) if at in row), None)
    key = _key(row[column]) if column is not None else None
    return column if key in (None, Column.MALE, Column.FEMALE) else None


def _label_columns(sheet: Sheet, fewest: int) -> list[int]:
    """The columns in which "Họ và tên" stands with a value on its right, again and again."""
    found = [
        at
        for row in sheet.lines.values()
        for at, cell in row.items()
        if len(row) <= _MOST_BESIDE
        and _key(cell) in NAMES
        # "Năm sinh nam" beside "Họ và tên" is a head of a table, and no name.
        and (value := _value(row, at)) is not None
        and _key(row[value]) is None
    ]
    return sorted(set(found)) if len(found) >= fewest else []


def _read_column(
    sheet: Sheet,
    column: int,
    place: int,
    heads: list[str],
    cards: dict[int, Card],
    taken: set[tuple[int, int]],
) -> None:
    """Add the cards whose labels stand in a column; those beside one another get lines in turn."""
    card: Card | None = None
    for line in sorted(sheet.lines):
        row = sheet.lines[line]
        key = _key(row.get(column))
        if key is None:
            continue
        if key in NAMES:
            card = cards.setdefault(line + place, {})
        if card is None:
            continue
        label = words_of(row[column]).strip(" :.*")
        head = next((each for each in heads if column_of_head(each) is key), label)
        if head not in heads:
            heads.append(head)
        taken.add((line, column))
        # "Nam" beside "Giới tính" heads columns elsewhere.
        value = column + 1 if column + 1 in row else _value(row, column)
        if value is not None:
            card[head] = row[value]
            taken.add((line, value))
