"""Cards of members, label left and value right, several on a sheet: laid out as a table."""

from __future__ import annotations

from bot.rosters.book import Book, Cell, Sheet
from bot.rosters.grid import words_of
from bot.rosters.heads import NAMES, Column, column_of_head

_FEWEST = 2
Card = dict[str, Cell]


def lay_out_cards(book: Book) -> None:
    """Turn each sheet of cards into heads and a line for each, where its name stood."""
    for sheet in book.sheets:
        heads = list[str]()
        cards: dict[int, Card] = {}
        taken: set[tuple[int, int]] = set()
        for place, column in enumerate(_label_columns(sheet)):
            _read_column(sheet, column, place, heads, cards, taken)
        if len(cards) < _FEWEST or sum(map(len, cards.values())) < 2 * len(cards):
            continue
        rest = {
            line: {at: cell for at, cell in row.items() if (line, at) not in taken}
            for line, row in sheet.lines.items()
        }
        texts = [words_of(cell) for row in rest.values() for cell in row.values()]
        sheet.lines = {
            line: {0: next(iter(row.values()))}
            for line, row in rest.items()
            if row and texts.count(words_of(next(iter(row.values())))) == 1
        }
        for line, card in cards.items():
            sheet.lines[line] = {heads.index(head): cell for head, cell in card.items()}
        sheet.lines[0] = {at: Cell(head) for at, head in enumerate(heads)}
        sheet.merges.clear()


def _key(cell: Cell | None) -> Column | None:
    """What a label says of the value beside it."""
    return column_of_head(words_of(cell)) if cell is not None else None


def _label_columns(sheet: Sheet) -> list[int]:
    """The columns in which "Họ và tên" stands with a value on its right, again and again."""
    found = [
        at
        for row in sheet.lines.values()
        for at, cell in row.items()
        if at + 1 in row and _key(cell) in NAMES and _key(row[at + 1]) is None
    ]
    return sorted(set(found)) if len(found) >= _FEWEST else []


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
        if column + 1 in row:
            card[head] = row[column + 1]
            taken.add((line, column + 1))
