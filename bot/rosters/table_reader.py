"""The lines of one table: which are people, what each column says of them, and what is no person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.text import fold, single_line
from bot.rosters.absence import UNSURE, Absence, read_absence, read_heading
from bot.rosters.book import Cell
from bot.rosters.colours import read_legend
from bot.rosters.entries import Entry, LeftLine, Table
from bot.rosters.finding import (
    Head,
)
from bot.rosters.grid import Grid, words_of
from bot.rosters.heads import (
    NAMES,
    PASSED_OVER,
    Column,
    column_of_head,
    is_numbering,
    plain_head,
)
from bot.rosters.lines import (
    Kind,
    group_birth,
    group_place,
    group_sex,
    is_group,
    is_hamlet,
    is_lettered,
    is_numbered_heading,
    is_of_guests,
    is_remark,
    is_roman,
    is_said,
    is_signature,
    is_sum,
    is_title,
    is_within,
    seems_name,
)
from bot.rosters.naming import is_tried, read_written_name, without_title

_DITTO = re.compile(
    r"""[-\s]*(?:["″〃”“„′]+|''|’’|//+|n\.?/?t\.?|ntr|(?:nhu|nt|giong) tren|cung (?:dia chi|nha|cho|ho|noi|to|tren)|tuong tu|ditto|do\.?)[-\s]*"""
)
_RELATIVES = re.compile(r"\b(?:vo|chong|con|chau|cha|me|bo|quan he|chu ho|than nhan|nguoi than)\b")
_NOTHING = re.compile(r"[\s\-–—_.…/\\]*")
_NOT_CARRIED = {
    Column.FULL_NAME,
    Column.GIVEN,
    Column.ORDINAL,
    Column.CODE,
    Column.NICKNAME,
    Column.SIGNATURE,
}


@dataclass(frozen=True)
class Group:
    """What a heading says of everybody below it."""

    place: str | None = None
    sex: str | None = None
    absence: Absence | None = None
    birth: int | None = None
    guests: bool = False
    """Whether they are no members: who was invited, who helps."""


class TableReader:
    """Tells the lines of a table apart: people, and what stands between and below them."""

    def __init__(
        self, grid: Grid, table: Table, group: Group, repeated: set[int], *, filtered: bool,
        above: str,
    ) -> None:  # fmt: skip
        self._grid, self._table, self._repeated = grid, table, repeated
        self._start = self._group = group
        self._filtered = filtered
        self._above: dict[int, Cell] = {}
        self._hamlet: str | None = None
        self._below_list = ""
        self._numbered = self._factual = False
        self._ends = -1
        self._last_line = 0
        self._names = [head for head in table.heads if head.key in NAMES]
        self._keyed = [head for head in table.heads if head.key is not None]
        self._first = min((head.index for head in table.heads), default=0)
        self._last = max((head.index for head in table.heads), default=0)
        if above:
            self._heading(above)

    def read(self, lines: list[int]) -> None:
        """Read the lines below the heads."""
        ordinal = next((head for head in self._keyed if head.key is Column.ORDINAL), None)
        if ordinal is not None:
            named = [line for line in lines if self._name(self._grid.own(line))]
            numbers = [
                line
                for line in named
                if _is_ordinal(words_of(self._grid.own(line).get(ordinal.index)))
            ]
            self._numbered = len(numbers) * 10 >= len(named) * 6
        rows = [
            row
            for line in lines
            if seems_name(without_title(self._name(row := self._grid.own(line))))
        ]
        told = [row for row in rows if self._told(row, *_SURE)]
        self._factual = bool(rows) and len(told) * 10 >= len(rows) * 8
        for line in lines:
            if line in self._repeated:
                self._table.left.append(LeftLine(line, self._grid.text(line), Kind.HEAD))
                continue
            row = {
                column: cell
                for column, cell in self._grid.own(line).items()
                if self._first <= column <= self._last or self._whole(column)
            }
            if row and not self._goes_on(line, row):
                self._line(line, row)
            self._last_line = line
        self._coloured()

    def _coloured(self) -> None:
        """Whom the list's own legend says to be gone by the colour behind the name."""
        legend = read_legend(
            [words_of(cell) for line in self._grid.lines for cell in self._grid.own(line).values()]
        )
        for entry in self._table.entries if legend else ():
            row = self._grid.own(entry.line)
            colours = (row[head.index].colour for head in self._names if head.index in row)
            found = next((legend[each] for each in colours if each in legend), None)
            entry.absence = entry.absence or found

    def _whole(self, column: int) -> bool:
        """Whether cells beyond the heads belong to this table: not to one beside it."""
        return self._last >= self._grid.width - 3 or column < self._first == 1

    def _name(self, row: dict[int, Cell]) -> str:
        return " ".join(text for head in self._names if (text := words_of(row.get(head.index))))

    def _line(self, line: int, row: dict[int, Cell]) -> None:
        uncounted = any(head.index in row and row[head.index].uncounted for head in self._names)
        why = None if uncounted else self._no_person(line, row)
        if why is not None:
            if why:
                self._table.left.append(LeftLine(line, self._grid.text(line), why))
            return
        self._table.entries.append(self._entry(line, row))
        self._ends = line

    def _goes_on(self, line: int, row: dict[int, Cell]) -> bool:
        """Whether a line is the rest of the one above: its words broke over two lines.

        So where a printed list was turned into a sheet: no number of its own, and only words
        below words.
        """
        if not self._numbered or self._ends != line - 1 or self._below_list:
            return False
        entry = self._table.entries[-1]
        heads = {head.index: head for head in self._keyed}
        parts = []
        for column, cell in row.items():
            head, text = heads.get(column), words_of(cell)
            if head is None or head.key not in _BROKEN or not isinstance(cell.value, str):
                return False
            held = next((at for at in entry.cells.get(head.key, []) if at[0] == head), None)
            if (
                held is None
                or _DITTO.fullmatch(fold(text))
                or is_group(text)
                or is_sum(text)
                or is_signature(text)
            ):
                return False
            if head.key in NAMES and (seems_name(text) or not _is_rest(words_of(held[1]), text)):
                return False
            parts.append((head, held, text))
        for head, held, text in parts:
            cells = entry.cells[head.key or Column.NOTE]
            cells[cells.index(held)] = (head, Cell(f"{words_of(held[1])} {text}", held[1].struck))
        entry.joined = single_line(f"{entry.joined} {self._grid.text(line)}")
        self._ends = line
        return True

    def _told(self, row: dict[int, Cell], *keys: Column) -> bool:
        """Whether one of these columns holds something that can be of a person."""
        for head in self._keyed:
            if head.key in keys:
                cell = row.get(head.index)
                text = words_of(cell)
                if cell is not None and (cell.uncounted or not _NOTHING.fullmatch(text)):
                    if head.key not in _SURE or _can_be_said(text):
                        return True
        return False

    def _no_person(self, line: int, row: dict[int, Cell]) -> str | None:
        """Why a line is no person; None for one, "" for one that says nothing at all."""
        name = self._name(row)
        texts = [text for _, cell in sorted(row.items()) if (text := words_of(cell))]
        ordinal = next(
            (words_of(row.get(head.index)) for head in self._keyed if head.key is Column.ORDINAL),
            "",
        )
        about = self._told(row, *_OF_A_PERSON)
        facts = self._told(row, *_FACTS)
        first = texts[0] if texts else ""
        if any(is_sum(text) for text in (first, name)) and not (
            _is_ordinal(ordinal) and facts and seems_name(name)
        ):
            self._below_list = self._below_list or Kind.SUM
            return Kind.SUM
        if (
            texts
            and all(is_numbering(text) for text in texts)
            and (not name or is_numbering(name))
            and (len(texts) > 2 or name)
        ):
            return Kind.NUMBERING
        if not facts and column_of_head(name) in NAMES:
            return self._heading(name) if is_lettered(ordinal) else Kind.HEAD
        if not name or _NOTHING.fullmatch(name):
            if self._start.sex and not self._told(row, *_SURE):
                # Of a couple one is alone: nobody stands in the other's columns.
                return ""
            return self._nameless(line, row, texts, ordinal, facts=facts, about=about)
        if is_title(name) or (is_title(first) and not facts):
            return Kind.TITLE
        if _DITTO.fullmatch(fold(name)) and not self._told(row, *_SURE):
            # Who stands above, once more.
            return ""
        if (
            (is_signature(name) or is_signature(first))
            and not self._told(row, *_SURE)
            and not _is_ordinal(ordinal)
        ):
            self._below_list = Kind.SIGNATURE
            return Kind.SIGNATURE
        if (
            not facts
            and not seems_name(name)
            and (is_group(name) or (is_roman(ordinal) and not ordinal.isdigit()))
        ):
            return self._heading(name)
        alone = not facts and not _is_ordinal(ordinal)
        bare = without_title(name)
        if alone and not seems_name(bare) and (len(texts) == 1 or is_roman(ordinal)):
            said = read_absence(_bare_heading(name))
            if (said and said.kind != UNSURE) or is_numbered_heading(name):
                return self._heading(name)
        if not _is_ordinal(ordinal) and not self._told(row, *_BORN) and is_remark(name):
            return "other"
        if alone and not seems_name(bare):
            beside = texts[1:]
            if (
                beside
                and len(beside) > 1
                and all(text.replace(".", "").isdigit() for text in beside)
            ):
                return Kind.SUM
            if len(texts) == 1 and bare == single_line(name) and is_said(name):
                return "other"
        if not facts and _is_ordinal(ordinal) is False and is_group(name) and group_place(name):
            return self._heading(name)
        if not facts and not seems_name(name) and self._reaches(line) and not _is_ordinal(ordinal):
            return self._heading(name)
        if (
            self._below_list == Kind.SIGNATURE
            and not _is_ordinal(ordinal)
            and not self._told(row, *_SURE)
        ):
            return Kind.SIGNATURE
        return None

    def _nameless(
        self,
        line: int,
        row: dict[int, Cell],
        texts: list[str],
        ordinal: str,
        *,
        facts: bool,
        about: bool,
    ) -> str | None:
        first = texts[0] if texts else ""
        if any(is_signature(text) for text in texts):
            self._below_list = Kind.SIGNATURE
            return Kind.SIGNATURE
        if any(is_title(text) for text in texts):
            return Kind.TITLE
        if len(texts) == 1 and is_group(first):
            # Whatever column it stands in.
            return self._heading(first)
        if not facts and (
            is_group(first) or (len(texts) > 1 and is_roman(first) and is_group(texts[1]))
        ):
            return self._heading(first if is_group(first) else texts[1])
        if not facts and self._reaches(line):
            return self._heading(first)
        if self._told(row, Column.CODE):
            return None
        if not about or all(_is_ordinal(text) or _NOTHING.fullmatch(text) for text in texts):
            return (
                ""
                if not texts or all(_is_ordinal(text) or _NOTHING.fullmatch(text) for text in texts)
                else "other"
            )
        if self._below_list == Kind.SIGNATURE and not self._told(row, Column.BIRTH, Column.PHONE):
            return Kind.SIGNATURE
        if not self._told(row, *_SURE) and not _is_ordinal(ordinal):
            # Words in one column only: a remark between the lines.
            return "other" if len(texts) < 2 else None
        return None

    def _reaches(self, line: int) -> bool:
        """Whether a line is one merged cell over several columns."""
        row = self._grid.own(line)
        return len(row) == 1 and self._grid.wide.get((line, next(iter(row))), 1) >= 3

    def _heading(self, text: str) -> str:
        absence = read_heading(_bare_heading(text))
        place, sex = group_place(text), group_sex(text)
        self._below_list = ""
        start = self._start
        if place:
            if is_within(place) and self._hamlet:
                place = _joined(place, self._hamlet)
            else:
                self._hamlet = place if is_hamlet(place) else None
        self._group = Group(
            _joined(place, start.place)
            if place
            else (start.place if not sex else self._group.place),
            sex or (self._group.sex if place else None),
            absence or start.absence,
            group_birth(text) or start.birth,
            is_of_guests(text),
        )
        return Kind.HEADING

    def _entry(self, line: int, row: dict[int, Cell]) -> Entry:
        cells: dict[Column, list[tuple[Head, Cell]]] = {}
        carried: set[Column] = set()
        for head in self._keyed:
            if head.key is None or head.key in PASSED_OVER:
                continue
            cell = row.get(head.index)
            if head.key not in _NOT_CARRIED:
                lent = self._lent(line, head, cell)
                if lent is not None:
                    cell = lent
                    carried.add(head.key)
            if cell is not None and not cell.empty:
                cells.setdefault(head.key, []).append((head, cell))
                self._above[head.index] = cell
            else:
                self._above.pop(head.index, None)
        ordinal = next(
            (words_of(row.get(head.index)) for head in self._keyed if head.key is Column.ORDINAL),
            "",
        )
        entry = Entry(
            line,
            cells,
            self._grid.text(line),
            others=self._others(row),
            carried=frozenset(carried),
            ordinal=ordinal,
            place=self._group.place,
            sex=self._group.sex,
            absence=self._group.absence,
        )
        cells.setdefault(Column.NOTE, []).extend(
            (Head(-1, "", Column.NOTE), Cell(cell.comment)) for cell in row.values() if cell.comment
        )
        if not cells[Column.NOTE]:
            del cells[Column.NOTE]
        named = [row[head.index] for head in self._names if head.index in row]
        entry.struck = bool(named) and all(cell.struck for cell in named)
        entry.hidden = line in self._grid.sheet.hidden_lines
        if self._group.birth is not None and not any(key in cells for key in _BORN):
            cells[Column.BIRTH] = [(Head(-1, "", Column.BIRTH), Cell(self._group.birth))]
        if any(cell.uncounted for cell in named):
            entry.doubt = "uncounted"
        elif entry.hidden and self._filtered:
            entry.doubt = "hidden"
        elif is_tried(self._name(row)):
            entry.doubt = "unlike"
        elif not any(head.words for head in self._table.heads) and not seems_name(
            without_title(self._name(row))
        ):
            # Without heads only what reads as a name is surely one.
            entry.doubt = "no_ordinal"
        elif (
            self._numbered and not _is_ordinal(ordinal) and Column.CODE not in cells and not carried
        ):
            if not self._told(row, *_FACTS) or (self._below_list and not self._told(row, *_SURE)):
                entry.doubt = "no_ordinal"
        elif not _is_ordinal(ordinal) and Column.CODE not in cells and not self._is_like(row):
            entry.doubt = "unlike"
        if entry.doubt is None and self._group.guests:
            entry.doubt = "guest"
        return entry

    def _is_like(self, row: dict[int, Cell]) -> bool:
        """Whether a line without a number is as the others: a birth, or a name that reads as one."""
        if self._told(row, *_BORN):
            return True
        name = read_written_name(self._name(row)).name
        # A name that can't be read is asked for anyway.
        is_name = name is None or seems_name(name)
        return is_name and (not self._factual or self._told(row, *_FACTS))

    def _others(self, row: dict[int, Cell]) -> tuple[str, ...]:
        known = {head.index for head in self._keyed if head.key is not Column.OTHER}
        # What stands under "Chồng" or "Con" is said of them.
        known |= {
            head.index for head in self._table.heads if _RELATIVES.search(plain_head(head.words))
        }
        return tuple(
            str(cell.value)
            for column, cell in row.items()
            if column not in known and isinstance(cell.value, str)
        )

    def _lent(self, line: int, head: Head, cell: Cell | None) -> Cell | None:
        """What a merged cell or a ditto mark carries down into this one."""
        if cell is None:
            return self._grid.carried.get((line, head.index))
        if isinstance(cell.value, str) and _DITTO.fullmatch(fold(cell.value.strip())):
            return self._above.get(head.index) or Cell(None)
        return None


def _is_rest(name: str, text: str) -> bool:
    """Whether a word may be the end of a name that broke: "Nguyễn Thị Hồng" and "Nhung"."""
    return text.isalpha() and text[0].isupper() and 1 < len(name.split()) <= 4


def _joined(place: str, above: str | None) -> str:
    return f"{place}, {above}" if above and fold(above) not in fold(place) else place


def _is_ordinal(text: str) -> bool:
    return bool(re.fullmatch(r"\(?\d{1,4}[.)]?", text))


def _can_be_said(text: str) -> bool:
    """Whether words can be a birth, a sex or a phone: not the name of who signs below a column."""
    return not is_signature(text) and (any(map(str.isdigit, text)) or len(text) <= 10)


def _bare_heading(text: str) -> str:
    """A heading without its number and without whom it is of."""
    return re.sub(
        r"^\W*(?:[IVX]+|[A-H](?=\W)|\d+)?\W*(?:(?:những |các )?(?:hội viên|thành viên|người|danh sách))?\s*",
        "",
        text,
        flags=re.IGNORECASE,
    )


_BORN = (Column.BIRTH, Column.YEAR, Column.AGE, Column.MALE, Column.FEMALE)
_BROKEN = (Column.FULL_NAME, Column.ADDRESS, Column.NOTE)
"""Columns whose words are long enough to break over two lines."""
_SURE = (
    Column.BIRTH, Column.YEAR, Column.AGE, Column.SEX, Column.PHONE, Column.MALE, Column.FEMALE,
)  # fmt: skip
_FACTS = (*_SURE, Column.ADDRESS, Column.CODE, Column.CIRCUMSTANCES, Column.STATUS)
_OF_A_PERSON = (
    *_FACTS, Column.CONTACT_PERSON, Column.CONTACT_PHONE, Column.NOTE, Column.POOR,
    Column.NEAR_POOR, Column.DISABLED, Column.HARDSHIP,
)  # fmt: skip
