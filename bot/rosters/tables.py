"""Sheets as tables: where each begins and ends, and what sheet and title say of its people."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.rosters.absence import UNSURE, Absence, read_absence, read_heading
from bot.rosters.beside import Block, side_by_side
from bot.rosters.book import Book, RosterError, Sheet
from bot.rosters.codes import SheetCodes
from bot.rosters.entries import LeftLine, Table
from bot.rosters.facts import shown_name
from bot.rosters.finding import (
    Found,
    find_heads,
    heads_without_name,
    is_headed,
    may_be_head,
)
from bot.rosters.grid import Grid, words_of
from bot.rosters.groups import Group, bare_heading, joined
from bot.rosters.headless import without_heads
from bot.rosters.heads import NAMES, Column
from bot.rosters.lines import (
    Kind,
    group_birth,
    group_place,
    group_sex,
    is_club,
    is_hamlet,
    is_numbered_heading,
    is_within,
    seems_name,
    sex_of_all,
)
from bot.rosters.naming import without_title
from bot.rosters.settling import settled
from bot.rosters.sparse import carry_groups
from bot.rosters.strangers import doubt_of_heading, is_of_guests
from bot.rosters.table_reader import TableReader
from bot.rosters.titles import place_of_title


def read_tables(book: Book) -> list[Table]:
    """The tables of every sheet that holds something; raises RosterError where there is none."""
    tables: list[Table] = []
    seen: list[str] = []
    cover: str | None = None
    for sheet in book.sheets:
        if not sheet.lines:
            continue
        if sheet.hidden:
            tables.append(Table(sheet.name, hidden=True))
            continue
        found = _SheetTables(sheet, cover)
        read = found.read()
        cover = cover if read else cover or found.place_of_cover()
        tables.extend(read or [Table(sheet.name, font=sheet.font)])
        seen.extend(found.likely_heads())
    if not any(table.entries for table in tables):
        if any(table.heads for table in tables):
            raise RosterError("roster.empty")
        if not any(sheet.lines for sheet in book.sheets):
            raise RosterError("roster.empty")
        if not seen:
            raise RosterError("roster.no_names")
        raise RosterError("roster.no_header", heads=", ".join(seen[:12]))
    return tables


class _SheetTables:
    """Reads one sheet from top to bottom."""

    def __init__(self, sheet: Sheet, cover: str | None = None) -> None:
        self._sheet, self._cover = sheet, cover
        self._grid = Grid(sheet)
        self._codes = SheetCodes(self._grid)
        self._filtered = sheet.filtered
        self._repeated: set[int] = set()

    def place_of_cover(self) -> str | None:
        """Where all of a book live by its first page, which lists nobody: "DANH SÁCH HỘI VIÊN", "ẤP VƯỜN CAU"."""
        texts = [self._grid.text(line) for line in self._grid.lines]
        told = next(filter(None, map(place_of_title, texts)), None)
        alone = [place for text in texts if (place := group_place(text)) and is_hamlet(place)]
        is_book = any(re.search(r"\bdanh sach\b", fold(text)) for text in texts)
        return told or (alone[0] if is_book and len(alone) == 1 else None)

    def likely_heads(self) -> list[str]:
        """The words of the line that looks most like heads, for a sheet where none were known."""
        best: list[str] = []
        for line in self._grid.lines[:20]:
            row = self._grid.own(line)
            texts = [
                words_of(cell) for _, cell in sorted(row.items()) if isinstance(cell.value, str)
            ]
            if len(texts) > len(best) and all(len(text) < 40 for text in texts):
                best = texts
        return best

    def read(self) -> list[Table]:
        """The sheet's tables, those beside one another apart."""
        tables: list[Table] = []
        lines = self._grid.lines
        at, title_from = 0, 0
        above: Found | None = None
        while at < len(lines):
            found = find_heads(self._grid, at) if may_be_head(self._grid, lines[at]) else None
            if found is not None and at > title_from:
                found = self._from_above(found, at)
            if found is None:
                at += 1
                continue
            end = self._end_of(found)
            found = above = self._with_heads_of(above, found, end)
            tables += self._tables(settled(self._grid, found), title_from, end, first=not tables)
            at = title_from = end
        if not tables and (guessed := self._guessed()) is not None:
            tables += self._tables(guessed, 0, len(lines), first=True)
        return tables

    def _with_heads_of(self, above: Found | None, found: Found, end: int) -> Found:
        """The heads with those of the table above over columns that have none: "LÝ DO" stands alone there."""
        names = [head.index for head in found.heads if head.key in NAMES]
        if above is None or names != [head.index for head in above.heads if head.key in NAMES]:
            return found
        below = self._grid.lines[found.at + found.height : end]
        taken = {head.index for head in found.heads}
        lent = [
            head
            for head in above.heads
            if head.index not in taken
            and head.key is not None
            and head.key not in found.keys
            and self._grid.texts(below, head.index)
        ]
        heads = sorted((*found.heads, *lent), key=lambda head: head.index)
        return replace(found, heads=tuple(heads)) if lent else found

    def _from_above(self, found: Found, at: int) -> Found:
        """The heads with the line above them, where it parts husbands from wives."""
        higher = find_heads(self._grid, at - 1)
        if higher is None or higher.at != at - 1 or not found.keys <= higher.keys:
            return found
        return higher if any(block.sex for block in side_by_side(higher)) else found

    def _guessed(self) -> Found | None:
        """Heads of which none is known to be the names', or a list without any."""
        found = heads_without_name(self._grid)
        if found is None:
            guessed = None if is_headed(self._grid) else without_heads(self._grid)
            is_headless = guessed is None or not guessed.height
            return guessed if is_headless or guessed is None else settled(self._grid, guessed)
        head = self._grid.text(self._grid.lines[found.at])
        below = self._grid.lines[found.at + 1 :]
        self._repeated.update(line for line in below if self._grid.text(line) == head)
        return settled(self._grid, found)

    def _end_of(self, found: Found) -> int:
        """Where other heads begin, or the sheet ends; the same ones once more end nothing."""
        lines = self._grid.lines
        columns = _places(found)
        for at in range(found.at + found.height, len(lines)):
            if lines[at] in self._repeated or not may_be_head(self._grid, lines[at]):
                continue
            further = find_heads(self._grid, at)
            if further is None or len(further.keys) < 2:
                continue
            if _places(further) != columns:
                return further.at
            self._repeated.update(lines[further.at : further.at + further.height])
        return len(lines)

    def _tables(self, found: Found, begin: int, end: int, *, first: bool) -> list[Table]:
        lines = self._grid.lines
        above = [self._grid.text(line) for line in lines[begin : found.at]]
        if first and self._sheet.caption:
            above.insert(0, self._sheet.caption)
        title = " · ".join(above)[:600]
        tables = []
        for place, block in enumerate(side_by_side(found)):
            table = Table(self._sheet.name, block.heads, title, font=self._sheet.font)
            if not place and first:
                table.left += [
                    LeftLine(line, self._grid.text(line), Kind.TITLE)
                    for line in lines[begin : found.at]
                ]
            below = lines[found.at + found.height : end]
            carry_groups(self._grid, block.heads, below)
            reader = TableReader(
                self._grid, table, self._start(title, found, block, begin), self._repeated, self._codes,
                filtered=self._filtered, above=self._heading_above(found.at, begin), not_its=block.others,
                margins=_margins(found, block),
            )  # fmt: skip
            reader.read(below)
            tables.append(table)
            if block.is_second and block.sex is None:
                self._say_of_first(tables[0], table)
            elif block.is_second:
                _leave_unnamed(table)
        return tables

    def _say_of_first(self, first: Table, second: Table) -> None:
        """Words that stand for a second name are said of the first: "ra khỏi CLB" of who helped."""
        named = next(head.index for head in second.heads if head.key in NAMES)
        said: dict[int, str] = {}
        for entry in first.entries:
            text = words_of(self._grid.own(entry.line).get(named))
            if text and not seems_name(without_title(text)):
                entry.asides = (*entry.asides, text)
                said[entry.line] = text
        # The line is the first one's: only these words are left of it.
        second.left = [
            replace(each, text=said.get(each.line, each.text))
            for each in second.left
            if each.line not in said or read_absence(said[each.line]) is None
        ]

    def _heading_above(self, at: int, begin: int) -> str:
        """The heading of the first group, where it stands above the heads: "TỔ 1", "HỘI VIÊN NAM"."""
        if at == 0:
            return ""
        texts = [words_of(cell) for cell in self._grid.own(self._grid.lines[at - 1]).values()]
        if len(texts) != 1:
            return ""
        place = group_place(texts[0])
        said = read_heading(bare_heading(texts[0]))
        is_state = (said is not None and said.kind != UNSURE) or doubt_of_heading(texts[0])
        if is_state and (begin or is_numbered_heading(texts[0])):
            # "III. Người mới hỏi thăm, chưa vào" over heads of its own.
            return texts[0]
        is_place = place is not None and (is_hamlet(place) or is_within(place))
        return texts[0] if is_place or group_sex(texts[0]) is not None else ""

    def _start(self, title: str, found: Found, block: Block, begin: int) -> Group:
        """What sheet and title, and the words right above it, say of everybody in the table."""
        name = self._sheet.name
        # "In 1 mat" is a sheet that is printed on one side.
        absence = read_absence(_SIDES.sub(" ", name) if name.isascii() else name)
        for part in re.split(r" · |(?<=\S) (?=DANH SÁCH)", title):
            if re.match(r"danh sach\b", fold(part)):
                absence = absence or _absence_of_title(part)
        sex = block.sex or self._sex_above(found, block, begin)
        place = block.place
        if block.is_one_of_many and not place:
            place = self._place_above(found, block, begin)
        own = None if is_club(name) else group_place(name)
        told = self._place_told(found, begin) or self._cover
        around = joined(own, told) if own and is_within(own) else own or told
        return Group(
            joined(place, around) if place else around, sex or sex_of_all(name) or sex_of_all(self._sheet.caption), absence,
            group_birth(title), doubt="second" if block.is_second else _doubt_of_title(name, title),
        )  # fmt: skip

    def _place_told(self, found: Found, begin: int) -> str | None:
        """Where all of a table live, by the title above it."""
        lines = [self._grid.text(line) for line in self._grid.lines[begin : found.at]]
        titles = (each.replace(" · ", ", ") for each in (self._sheet.caption, *lines))
        return next(filter(None, map(place_of_title, titles)), None)

    def _sex_above(self, found: Found, block: Block, begin: int) -> str | None:
        """The sex in a cell above the columns of a table: "NAM" on the left, "NỮ" on the right."""
        first, last = block.heads[0].index, block.heads[-1].index
        for line in reversed(self._grid.lines[begin : found.at]):
            for column, cell in self._grid.own(line).items():
                if first <= column <= last and (sex := sex_of_all(words_of(cell))) is not None:
                    return sex
        return None

    def _place_above(self, found: Found, block: Block, begin: int) -> str | None:
        """The place in a cell above the columns of one of several tables: "TỔ 1" beside "TỔ 2"."""
        first, last = block.heads[0].index, block.heads[-1].index
        for line in reversed(self._grid.lines[begin : found.at]):
            # A merged cell stands above all whom it reaches.
            seen = (self._grid.seen(line, column) for column in range(first, last + 1))
            texts = list(dict.fromkeys(filter(None, map(words_of, seen))))
            place = group_place(texts[0]) if len(texts) == 1 else None
            if place is not None and not is_club(place):
                return place
        return None


def _leave_unnamed(table: Table) -> None:
    """Leave out words in the place of a wife's name: "đã mất" is said of her, and not of him."""
    unnamed = [entry for entry in table.entries if not seems_name(without_title(shown_name(entry)))]
    table.entries = [entry for entry in table.entries if entry not in unnamed]
    table.left += [LeftLine(entry.line, shown_name(entry), "other") for entry in unnamed]


def _margins(found: Found, block: Block) -> tuple[bool, bool]:
    """Whether what stands beyond the columns of a table, left and right, is said of its people."""
    is_alone = not block.is_one_of_many
    is_first, is_last = block.heads[0] == found.heads[0], block.heads[-1] == found.heads[-1]
    return is_alone or is_first, is_alone or is_last


def _places(found: Found) -> frozenset[tuple[int, Column | None]]:
    return frozenset((head.index, head.key) for head in found.heads if head.key is not None)


_SIDES = Pattern(r"\b(?:\d|mot|hai) mat\b", re.IGNORECASE)


def _doubt_of_title(name: str, title: str) -> str | None:
    """ "Danh sách chờ kết nạp", "Danh sách khách mời", as a title or a sheet's name, says it of all."""
    heads = [name, *(part for part in title.split(" · ") if fold(part).startswith("danh sach"))]
    if any(map(is_of_guests, heads)):
        return "guest"
    return next((doubt for head in heads if (doubt := doubt_of_heading(head)) == "waiting"), None)


def _absence_of_title(title: str) -> Absence | None:
    """ "Danh sách hội viên từ trần năm 2025" says it of all."""
    folded = re.sub(
        r"^danh sách\s*(?:các\s*)?(?:hội viên|thành viên|người cao tuổi|nct|cụ)?\s*",
        "",
        title.lower(),
    )
    found = read_absence(folded)
    return found if found is not None and found.kind != "unsure" else None
