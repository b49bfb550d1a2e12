"""The lines of one table: which are people, what each column says of them, and what is no person."""

from __future__ import annotations

from dataclasses import replace

from bot.language.patterns import Pattern
from bot.language.text import fold, single_line
from bot.rosters.absence import (
    OF_ONE,
    UNSURE,
    read_absence,
    read_heading,
)
from bot.rosters.aside import counting_columns, marginal_words, unknown_words
from bot.rosters.book import Cell
from bot.rosters.changes import is_balance, is_of_changes
from bot.rosters.codes import SheetCodes, explain_codes, is_explanation
from bot.rosters.colours import read_legend
from bot.rosters.couples import unnamed_number
from bot.rosters.entries import Entry, LeftLine, Table
from bot.rosters.finding import heads_of_names
from bot.rosters.grid import Grid, words_of
from bot.rosters.groups import (
    Group,
    ShownHeads,
    bare_heading,
    headed,
    household,
    is_house_of,
    is_lone_heading,
    is_numbered_house,
    joined,
    lend,
    of_house,
    without_leader,
)
from bot.rosters.headless import may_name
from bot.rosters.heads import (
    NAMES,
    Column,
    column_of_head,
    is_numbering,
)
from bot.rosters.held import HeldCells
from bot.rosters.lines import (
    Kind,
    group_place,
    is_club,
    is_group,
    is_hamlet,
    is_key,
    is_lettered,
    is_numbered_heading,
    is_remark,
    is_roman,
    is_said,
    is_said_below,
    is_signature,
    is_signed,
    is_sum,
    is_title,
    is_within,
    seems_name,
)
from bot.rosters.naming import is_tried, read_written_name, without_title
from bot.rosters.program_words import in_words
from bot.rosters.rows import (
    BORN,
    FACTS,
    NOTHING,
    OF_A_PERSON,
    OF_MEMBERS,
    SURE,
    Row,
    are_numbered,
    first_reason,
    initial_alone,
    is_ordinal,
    named_again,
    page_mark,
    said_aside,
    tells,
)
from bot.rosters.second_lines import goes_on
from bot.rosters.settling import unmarked
from bot.rosters.signs import mark_gone
from bot.rosters.strangers import doubt_beside, doubt_of_heading
from bot.rosters.titles import is_opening, place_of_title

_HEADS = Pattern(r"(?:stt|so tt|tt)\b.*\b(?:ho|ten|hoi vien)\b")
_BIRTH = Pattern(r"(?:18|19)\d\d")


class TableReader:
    """Tells the lines of a table apart: people, and what stands between and below them."""

    def __init__(
        self, grid: Grid, table: Table, group: Group, repeated: set[int], codes: SheetCodes, *, filtered: bool,
        above: str, not_its: frozenset[int] = frozenset(), margins: tuple[bool, bool] = (True, True),
    ) -> None:  # fmt: skip
        self._grid, self._table, self._repeated = grid, table, repeated
        self._start = self._group = group
        self._filtered, self._not_its, self._margins = filtered, not_its, margins
        self._hamlet: str | None = None
        self._shown = ShownHeads(grid.sheet.hidden_lines)
        self._below_list = ""
        self._numbered = self._factual = False
        self._ends = -1
        self._counted = frozenset[int]()
        self._last_line = 0
        self._names = heads_of_names(table.heads)
        self._keyed = [head for head in table.heads if head.key is not None]
        self._cells = HeldCells(grid, self._keyed)
        self._codes, self._held = codes, codes.held(self._keyed)
        self._first = min((head.index for head in table.heads), default=0)
        self._last = max((head.index for head in table.heads), default=0)
        self._legend = read_legend(
            grid,
            frozenset(head.index for head in self._names),
            frozenset(head.index for head in self._keyed if head.key is not Column.OTHER),
        )
        if above:
            self._heading(above)

    def read(self, lines: list[int]) -> None:
        """Read the lines below the heads."""
        ordinal = next((head for head in self._keyed if head.key is Column.ORDINAL), None)
        if ordinal is not None:
            self._numbered = are_numbered(
                (name, words_of(row.get(ordinal.index)))
                for row in map(self._grid.own, lines)
                if (name := self._name(row))
            )
        rows = [
            row
            for line in lines
            if seems_name(without_title(self._name(row := self._grid.own(line))))
        ]
        told = [row for row in rows if self._told(row, *SURE)]
        self._factual = bool(rows) and len(told) * 10 >= len(rows) * 8
        self._counted = counting_columns(self._grid, self._table.heads, lines)
        for line in lines:
            if line in self._repeated:
                self._table.left.append(LeftLine(line, self._grid.text(line), Kind.HEAD))
                continue
            row = {
                column: cell
                for column, cell in self._grid.own(line).items()
                if (self._first <= column <= self._last or self._whole(column))
                and (line, column) not in self._legend.cells
                and column not in self._not_its
            }
            if row and not self._goes_on(line, row):
                self._group, self._hamlet = self._shown.at(line, (self._group, self._hamlet))
                self._line(line, row)
            elif not row and any(at == line for at, _ in self._legend.cells):
                self._table.left.append(LeftLine(line, self._grid.text(line), "other"))
            self._last_line = line
        explain_codes(self._codes, self._grid, self._table.entries, self._table.heads)
        mark_gone(
            grid=self._grid, entries=self._table.entries, heads=self._table.heads,
            colours=self._legend.gone,
        )  # fmt: skip

    def _whole(self, column: int) -> bool:
        """Whether cells beyond the heads belong to this table: not to one beside it."""
        is_left, is_right = self._margins
        is_right = is_right and column > self._last >= self._grid.width - 3
        return is_right or (is_left and column < self._first == 1)

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
        """Whether a line is the rest of the one above, and no person of its own."""
        if not self._numbered or self._ends != line - 1 or self._below_list:
            return False
        entry = self._table.entries[-1]
        if page_mark(self._row(line, row)) or not goes_on(entry, self._keyed, row):
            return False
        entry.joined = single_line(f"{entry.joined} {self._grid.text(line)}")
        self._ends = line
        return True

    def _told(self, row: dict[int, Cell], *keys: Column) -> bool:
        """Whether one of these columns holds something that can be of a person."""
        held = ((head.key, row.get(head.index)) for head in self._keyed if head.key in keys)
        return any(tells(key, cell) for key, cell in held)

    def _ordinal(self, row: dict[int, Cell]) -> str:
        ordinals = [head.index for head in self._keyed if head.key is Column.ORDINAL]
        return words_of(row.get(ordinals[0])) if ordinals else ""

    def _row(self, line: int, cells: dict[int, Cell]) -> Row:
        return Row(
            line,
            cells,
            self._name(cells),
            [text for _, cell in sorted(cells.items()) if (text := words_of(cell))],
            self._ordinal(cells),
            self._told(cells, *FACTS),
            self._told(cells, *SURE),
        )

    def _no_person(self, line: int, cells: dict[int, Cell]) -> str | None:
        """Why a line is no person; None for one, "" for one that says nothing at all."""
        row = self._row(line, cells)
        above_all = (
            initial_alone,
            page_mark,
            self._key,
            self._sum,
            self._numbering,
            self._heads_again,
        )
        if (why := first_reason(row, above_all)) is not None:
            return why
        if not row.name or NOTHING.fullmatch(row.name):
            is_other = self._not_its and not self._told(cells, *BORN)
            if is_other or (self._start.sex and not row.sure):
                # Of a couple one is alone: nobody stands in the other's columns.
                return "other" if self._is_number_alone(line) else ""
            return self._nameless(row)
        return first_reason(
            row,
            (
                self._title,
                named_again,
                self._signature,
                said_aside,
                self._house,
                self._group_heading,
                self._heading_of_a_state,
                self._remark,
                self._sum_beside,
                self._place_heading,
                self._below_signature,
            ),
        )

    def _key(self, row: Row) -> str | None:
        is_alone = len(row.texts) == 1 and is_key(row.first)
        is_alone = is_alone or (not row.is_counted and is_explanation(row.texts, self._held))
        return "other" if is_alone or (is_said_below(row.first) and not row.is_counted) else None

    def _sum(self, row: Row) -> str | None:
        if not any(is_sum(text) for text in (row.first, row.name)):
            return None
        if row.is_counted and row.facts and seems_name(row.name):
            return None
        self._below_list = self._below_list or Kind.SUM
        return Kind.SUM

    def _numbering(self, row: Row) -> str | None:
        # "(2) (3) (4)" where a name has three columns.
        are_numbers = bool(row.texts) and all(map(is_numbering, row.texts))
        return Kind.NUMBERING if are_numbers and (len(row.texts) > 2 or row.name) else None

    def _heads_again(self, row: Row) -> str | None:
        if not row.facts and len(row.texts) == 1 and _HEADS.match(fold(row.first)):
            return Kind.HEAD
        if row.facts or column_of_head(row.name) not in NAMES:
            return None
        # "Hội viên:" below the guests.
        is_part = is_lettered(row.ordinal) or (self._group.doubt and len(row.texts) == 1)
        return self._heading(row.name) if is_part else Kind.HEAD

    def _title(self, row: Row) -> str | None:
        # "CLB ẤP LONG PHƯỢNG - CẬP NHẬT 11/2026" above the first of its people.
        is_first = not self._table.entries and not row.is_counted and is_club(row.name)
        is_opening_line = is_opening(" ".join(row.texts)) and not row.sure
        is_named = is_title(row.name) or (
            not row.is_counted and (is_opening(row.name) or is_opening_line)
        )
        is_titled = is_named or (is_title(row.first) and not row.facts) or is_first
        return self._titled(row.name if is_named else row.first) if is_titled else None

    def _titled(self, text: str) -> str:
        """A title between the lines, which may say something of all below: "DANH SÁCH DỰ BỊ"."""
        said = read_heading(bare_heading(text))
        if (said is not None and said.kind != UNSURE) or doubt_of_heading(text) == "waiting":
            return self._heading(text)
        if (place := place_of_title(text)) is not None:
            place = joined(place, self._start.place)
            self._group = replace(self._group, place=place)
            if not self._table.entries:
                self._start = replace(self._start, place=place)
        return Kind.TITLE

    def _signature(self, row: Row) -> str | None:
        if row.sure or row.is_counted or not (is_signature(row.name) or is_signature(row.first)):
            return None
        self._below_list = Kind.SIGNATURE
        return Kind.SIGNATURE

    def _house(self, row: Row) -> str | None:
        """ "II | Hộ bà Lê Thị Cúc | 15/2" above those of her house."""
        if not is_house_of(row.name) or self._told(row.cells, *SURE):
            return None
        kind = self._heading(row.name)
        self._group = of_house(self._group, self._start, self._keyed, row.cells)
        return kind

    def _group_heading(self, row: Row) -> str | None:
        is_roman_numbered = is_roman(row.ordinal) and not row.ordinal.isdigit()
        # "B | TĂNG TRONG KỲ" reads as a name; where people are counted letters count groups.
        is_part = is_roman_numbered and self._numbered and is_of_changes(row.name)
        if row.facts or (seems_name(row.name) and not is_part):
            return None
        is_place = is_numbered_house(row.name) or is_group(without_leader(row.name))
        return self._heading(row.name) if is_place or is_roman_numbered else None

    def _heading_of_a_state(self, row: Row) -> str | None:
        """ "III. Đã mất", and a numbered heading."""
        if not row.is_nobody or not (len(row.texts) == 1 or is_roman(row.ordinal)):
            return None
        said = read_absence(bare_heading(row.name))
        if said is not None and OF_ONE.search(row.name):
            # "Bà Cúc bỏ ra, bà mất rồi" is said of one above.
            return "other"
        is_state = said is not None and said.kind != UNSURE
        is_part = is_numbered_heading(row.name) or is_signed(row.name)
        return self._heading(row.name) if is_state or is_part else None

    def _remark(self, row: Row) -> str | None:
        if row.is_counted or self._told(row.cells, *BORN):
            return None
        # "Khách dự" below a list of who came.
        is_of_guests = not seems_name(row.bare) and doubt_of_heading(row.name) == "guest"
        if is_of_guests and len(row.texts) == 1 and not is_remark(row.name.rstrip(" :")):
            return self._heading(row.name)
        return "other" if is_remark(row.name) or is_of_guests else None

    def _sum_beside(self, row: Row) -> str | None:
        """Words with nothing but numbers beside them, or alone as only what is said is."""
        if not row.is_nobody:
            return None
        beside = row.texts[1:]
        are_numbers = all(text.strip("-").replace(".", "").isdigit() for text in beside)
        if are_numbers and (len(beside) > 1 or (beside and is_balance(row.name))):
            return Kind.SUM
        is_alone = len(row.texts) == 1 and row.bare == single_line(row.name)
        return "other" if is_alone and is_said(row.name) else None

    def _place_heading(self, row: Row) -> str | None:
        if row.facts or row.is_counted:
            return None
        is_place = is_group(row.name) and bool(group_place(row.name))
        is_wide = not seems_name(row.name) and self._reaches(row.line)
        return self._heading(row.name) if is_place or is_wide else None

    def _below_signature(self, row: Row) -> str | None:
        is_below = self._below_list == Kind.SIGNATURE and not row.is_counted and not row.sure
        return Kind.SIGNATURE if is_below else None

    def _nameless(self, row: Row) -> str | None:
        texts, first = row.texts, row.first
        if any(is_signature(text) for text in texts):
            self._below_list = Kind.SIGNATURE
            return Kind.SIGNATURE
        if (title := next(filter(is_title, texts), None)) is not None:
            return self._titled(title)
        if len(texts) == 1 and is_group(first):
            # Whatever column it stands in.
            return self._heading(first)
        if not row.facts and (
            is_group(first) or (len(texts) > 1 and is_roman(first) and is_group(texts[1]))
        ):
            return self._heading(first if is_group(first) else texts[1])
        if not row.facts and (self._reaches(row.line) or is_lone_heading(texts)):
            return self._heading(first)
        if self._told(row.cells, Column.CODE):
            return None
        if all(is_ordinal(text) or NOTHING.fullmatch(text) for text in texts):
            # A year of birth is somebody's, though no name stands there.
            return None if self._is_born(row) else ""
        if not self._told(row.cells, *OF_A_PERSON):
            return "other"
        if self._below_list == Kind.SIGNATURE and not self._told(
            row.cells, Column.BIRTH, Column.PHONE
        ):
            return Kind.SIGNATURE
        # Words in one column only: a remark between the lines.
        is_words = not row.sure and not row.is_counted and len(texts) < 2
        return "other" if is_words else None

    def _is_born(self, row: Row) -> bool:
        births = (row.cells.get(head.index) for head in self._keyed if head.key in BORN)
        return row.is_counted and any(_BIRTH.fullmatch(words_of(cell)) for cell in births)

    def _reaches(self, line: int) -> bool:
        """Whether a line is one merged cell over several columns."""
        row = self._grid.own(line)
        return len(row) == 1 and self._grid.wide.get((line, next(iter(row))), 1) >= 3

    def _heading(self, text: str) -> str:
        if self._grid.sheet.is_told or self._grid.sheet.is_answered:
            # What is said between people heads none of them: "rút tên cô Vân giùm".
            return "other"
        of_house = household(text)
        text, phone = of_house if of_house is not None else (without_leader(text), None)
        place = group_place(text)
        if place and not self._table.entries and is_club(place):
            # The list's own title.
            place = None
        self._below_list = ""
        if place:
            if is_within(place) and self._hamlet:
                place = joined(place, self._hamlet)
            else:
                self._hamlet = place if is_hamlet(place) else None
        self._group = replace(headed(text, place, self._start, self._group), phone=phone)
        return Kind.HEADING

    def _entry(self, line: int, row: dict[int, Cell]) -> Entry:
        cells, carried = self._cells.of(line, row)
        ordinal = self._ordinal(row)
        entry = Entry(
            line,
            cells,
            self._grid.text(line),
            others=unknown_words(self._table.heads, row),
            asides=marginal_words(self._table.heads, row, self._counted),
            carried=carried,
            ordinal=ordinal,
            number=ordinal or self._grid.sheet.numbers.get(line, ""),
            place=self._group.place,
            sex=self._group.sex,
            absence=self._group.absence or unmarked(self._keyed, row),
            of_two=bool(self._not_its),
            has_partner=any(map(words_of, self._of_other(line))),
            unnamed=unnamed_number(self._of_other(line)),
        )
        named = [row[head.index] for head in self._names if head.index in row]
        entry.struck = bool(named) and all(cell.struck for cell in named)
        entry.hidden = line in self._grid.sheet.hidden_lines
        lend(self._group, cells)
        entry.doubt = self._doubt(entry, row, named) or self._group.doubt
        told_in = (*OF_MEMBERS, *(() if Column.CODE in cells else (Column.STATUS,)), *NAMES)
        noted = [in_words(words_of(cell)) for key in told_in for _, cell in cells.get(key, [])]
        entry.doubt = entry.doubt or doubt_beside(noted, entry.others)
        return entry

    def _of_other(self, line: int) -> list[Cell]:
        """What a line says of the other of a couple."""
        return [cell for at in sorted(self._not_its) if (cell := self._grid.own(line).get(at))]

    def _is_number_alone(self, line: int) -> bool:
        """Whether a line for two has a number and no name: it is said once, by the first of them."""
        is_first = bool(self._not_its) and self._names[0].index < min(self._not_its)
        return is_first and bool(unnamed_number(list(self._grid.own(line).values())))

    def _doubt(self, entry: Entry, row: dict[int, Cell], named: list[Cell]) -> str | None:
        """Why it isn't sure that a line is somebody of the list."""
        name = self._name(row)
        if any(cell.uncounted for cell in named):
            return "uncounted"
        if entry.hidden and self._filtered:
            return "hidden"
        if is_tried(name) or entry.line in self._grid.sheet.unsure:
            return "unlike"
        has_heads = any(head.words for head in self._table.heads)
        is_name = seems_name(without_title(name)) or seems_name(read_written_name(name).name or "")
        if not has_heads and not is_name and not (may_name(name) and self._told(row, *BORN)):
            # Without heads only what reads as a name, or is born, is surely one.
            return "no_ordinal"
        if self._grid.sheet.is_told and not self._told(row, *FACTS):
            # A message that only names somebody.
            return "unlike"
        if is_ordinal(entry.ordinal) or Column.CODE in entry.cells:
            return None
        if self._numbered and not entry.carried:
            is_below = bool(self._below_list) and not self._told(row, *SURE)
            return "no_ordinal" if is_below or not self._told(row, *FACTS) else None
        return None if self._is_like(row) else "unlike"

    def _is_like(self, row: dict[int, Cell]) -> bool:
        """Whether a line without a number is as the others: a birth, or a name that reads as one."""
        if self._told(row, *BORN):
            return True
        words = without_title(self._name(row)).split()
        are_small = any(map(str.islower, words)) and not all(map(str.islower, words))
        if are_small and not self._told(row, *FACTS):
            # "Trân trọng" below the others.
            return False
        name = read_written_name(self._name(row)).name
        # A name that can't be read is asked for anyway.
        is_name = name is None or seems_name(name)
        return is_name and (not self._factual or self._told(row, *FACTS))
