"""Labels for letters and cards, each a cell that holds all of somebody: laid out as a table."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.text import fold, single_line
from bot.rosters.book import Book, Cell, Sheet
from bot.rosters.contacts import read_written_phone
from bot.rosters.heads import NAMES, Column, column_of_head
from bot.rosters.lines import seems_name
from bot.rosters.naming import without_title

_FEWEST = 2
_MOST_LINES = 10
_LONGEST = 300
_HEADS = {
    Column.FULL_NAME: "Họ và tên", Column.BIRTH: "Năm sinh", Column.AGE: "Tuổi", Column.SEX: "Giới tính",
    Column.PHONE: "Điện thoại", Column.ADDRESS: "Địa chỉ", Column.CONTACT_PERSON: "Người liên hệ",
    Column.CODE: "Mã thành viên", Column.CIRCUMSTANCES: "Hoàn cảnh", Column.NOTE: "Ghi chú",
}  # fmt: skip
_KEYS = tuple(_HEADS)
_LABELLED = Pattern(r"([^\d:]{1,40}?)\s*:\s*(.*)")
_TO = Pattern(
    r"\W*(?:\d{1,4}\s*[.)/]\s*)?(?:(?:(?:trân trọng )?kính (?:gửi|gởi|mời|biếu|tặng)|mời|người nhận|gửi(?: đến)?|gởi|to)\b\s*:?)?\s*",
    re.IGNORECASE,
)
"""What a label says to the one whom it names."""
_YEAR = Pattern(
    r"\W*(?:(?:sinh(?: năm)?|năm sinh|sn|ns)[\s.:]*)?((?:\d{1,2}[/.-]){0,2}(?:18|19|20)\d\d)\W*",
    re.IGNORECASE,
)
_PHONE = Pattern(r"\W*(?:đt|sđt|điện thoại|dt|sdt|tel|zalo)[\s.:]+(?=[\d+(])", re.IGNORECASE)


def lay_out_labels(book: Book) -> None:
    """Turn each sheet whose cells are labels, in columns beside one another, into heads and lines."""
    for sheet in book.sheets:
        told = {
            (line, column): label
            for line, row in sheet.lines.items()
            for column, cell in row.items()
            if isinstance(cell.value, str) and (label := _label(cell.value)) is not None
        }
        cells = sum(map(len, sheet.lines.values()))
        # Names over two lines stand in other tables, too: labels fill all of their sheet.
        if len(told) >= _FEWEST and len(told) * 3 >= cells * 2:
            _lay_out(sheet, told)


def _label(text: str) -> dict[Column, str] | None:
    """What the lines of a cell tell of somebody, the name among them; None for other cells."""
    lines = [single_line(line) for line in text.split("\n") if line.strip()]
    if not 1 < len(lines) <= _MOST_LINES or len(text) > _LONGEST:
        return None
    told: dict[Column, str] = {}
    for line in lines:
        key, value = _said(line, is_named=Column.FULL_NAME in told)
        told[key] = f"{told[key]}; {value}" if key in told else value
    return told if Column.FULL_NAME in told and len(told) > 1 else None


def _said(line: str, *, is_named: bool) -> tuple[Column, str]:
    """What a line of a label tells: by the word before it, else by what it is."""
    to = _TO.match(line)
    bare = line[to.end() :] if to is not None else line
    if not is_named and seems_name(without_title(re.split(r"[(,–-]", bare)[0].strip())):
        return Column.FULL_NAME, bare
    found = _LABELLED.fullmatch(line)
    key = column_of_head(found[1]) if found is not None else None
    if found is not None and key is not None:
        key = Column.FULL_NAME if key in NAMES else key
        return (key, found[2]) if key in _HEADS else (Column.NOTE, line)
    if (year := _YEAR.fullmatch(line)) is not None:
        return Column.BIRTH, year[1]
    number = _PHONE.sub("", line)
    if read_written_phone(number).number is not None and not re.search(r"[^\W\d]{3}", number):
        return Column.PHONE, number
    if re.match(
        r"(?:to|ap|thon|xom|khom|khu pho|kp|hem|so nha|duong|nha) (?:so )?\w|\d+[/\w]* ", fold(line)
    ):
        return Column.ADDRESS, line
    return Column.NOTE, line


def _lay_out(sheet: Sheet, told: dict[tuple[int, int], dict[Column, str]]) -> None:
    """A line for each label, those of one line below one another; other words stay behind them."""
    lines: dict[int, dict[int, Cell]] = {}
    below: list[tuple[int, dict[int, Cell]]] = []
    for line in sorted(sheet.lines):
        row = sheet.lines[line]
        for column in sorted(row):
            label = told.get((line, column))
            if label is None:
                below.append((line, {len(_KEYS) + 1: row[column]}))
                continue
            struck = row[column].struck
            cells = {_KEYS.index(key): Cell(text, struck) for key, text in label.items() if text}
            if line in lines:
                below.append((line, cells))
            else:
                lines[line] = cells
    for line, cells in below:
        while line in lines:
            line += 1
        lines[line] = cells
    lines[min(lines) - 1] = {at: Cell(_HEADS[key]) for at, key in enumerate(_KEYS)}
    sheet.lines = lines
    sheet.merges.clear()
