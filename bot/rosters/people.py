"""Tables as people: what each line says of somebody, what is doubtful in it, and who is left out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.language.letters import holds_link
from bot.language.patterns import Pattern
from bot.language.text import fold, single_line
from bot.rosters.absence import UNSURE, Absence
from bot.rosters.animals import against_animal, animal_said
from bot.rosters.beside_places import without_remarks
from bot.rosters.births import WrittenBirth, read_written_birth
from bot.rosters.book import Cell
from bot.rosters.called import called_by
from bot.rosters.codes import unclear_state
from bot.rosters.entries import Entry, Table
from bot.rosters.facts import Facts, facts_of, likely_year, shown_name, written_name
from bot.rosters.finding import Head
from bot.rosters.grid import is_cross, words_of
from bot.rosters.hardship import circumstances_of, is_circumstance
from bot.rosters.heads import Column
from bot.rosters.leaving import absence_of, is_of_one
from bot.rosters.lines import is_home
from bot.rosters.listed import Absent, Doubt, Listed, Remark
from bot.rosters.month_order import is_either_way, turned
from bot.rosters.naming import WrittenName, birth_said, is_nickname, year_beside
from bot.rosters.owners import with_owners
from bot.rosters.places import address_of, holds, is_further, own_words
from bot.rosters.rows import NOTHING, is_ditto
from bot.rosters.sexes import sex_of
from bot.rosters.shortened import write_out

LONGEST = {"address": 200, "contact_person": 120, "note": 300}
"""Characters that are kept of each."""


_BORN = (Column.BIRTH, Column.YEAR, Column.AGE, Column.MALE, Column.FEMALE)
_AGE = Pattern(r"[^\d/]*\d{2,3}[^\d/]*")
_ONLY_AGE = Pattern(
    r"(?:(?:khoảng|khoang|chừng|chung|tầm|tam|độ|~|±|k\.?|kh\.?)\s*)?(\d{2,3})\s*(?:t|tuổi|tuoi)?[.\s]*(?:\(?\?+\)?|[~±])?"
)
"""An age, and how sure it is: "80", "80?", "khoảng 80t"."""
_GUESSED = Pattern(r"[?~±]|^\s*[^\W\d]")
_BY_PAPERS = Pattern(
    r"\b(?:cccd|cmnd|căn cước|giấy tờ|khai sinh|hộ khẩu|thẻ|sổ|tuổi thật|đúng ra|thật ra|thiệt ra)\b[^;,.\d]{0,25}"
    r"(?<!\d)((?:18|19)\d\d)(?!\d)"
)
_YEAR = Pattern(r"(?<!\d)20\d\d(?!\d)")
_PICTURES = Pattern("[☎✆📞📱🏠🎂]\ufe0f?")
"""Pictures that say what stands behind them."""
_SAID = (
    Column.PHONE,
    Column.ADDRESS,
    Column.SEX,
    Column.CIRCUMSTANCES,
    Column.CONTACT_PERSON,
    Column.NOTE,
)
"""Columns of which a formula without a value is told: nothing of it is written."""


_BETWEEN = Pattern(r"\s+[-–—]+\s+|\s*[,;]\s*")


class PeopleReader:
    """Reads the people of one table."""

    def __init__(self, table: Table, today: date) -> None:
        self._table, self._today = table, today
        self._facts = facts_of(table, today)

    def read(self, entry: Entry) -> Listed | Absent:
        """What a line says of somebody."""
        written = written_name(entry, self._facts)
        absent = absence_of(entry, written)
        if self._facts.consents and not entry.words(Column.CONSENT):
            absent = absent or Absence(UNSURE, f"{self._facts.consents}: …")
        is_line = bool(entry.couple) and not entry.struck and not is_of_one(entry, written)
        if is_line and absent is not None and absent != entry.absence:
            # Of which of the two is it said?
            absent = Absence(UNSURE, absent.said)
        shown = written.name or shown_name(entry) or entry.words(Column.CODE)
        if absent is not None and absent.kind != UNSURE:
            return self._absent(entry, written, shown, absent.kind)
        if entry.hidden and entry.doubt != "hidden":
            return self._absent(entry, written, shown, "hidden")
        return self._listed(entry, written, shown, unsure=absent)

    def _listed(
        self, entry: Entry, written: WrittenName, shown: str, *, unsure: Absence | None
    ) -> Listed:
        person = _Person(self._table, entry, written, self._facts, self._today)
        return person.listed(shown, unsure=unsure)

    def _absent(self, entry: Entry, written: WrittenName, shown: str, why: str) -> Absent:
        """Who is left out, with what tells him from his namesakes."""
        read = self._listed(entry, written, shown, unsure=None)
        return Absent(
            self._table.sheet, entry.line, shown, why, entry.text, read.birth_year, read.phone,
            read.code,
        )  # fmt: skip


_AGE_BESIDE = Pattern(r"(?<!\d)(\d{2,3}) tuổi(?!\w)", re.IGNORECASE)
_YEAR_ALONE = Pattern(r"\s*19[0-7]\d\s*")
"""A year of the old that is all that a note says."""


class _Person:
    """Puts together what one line says."""

    def __init__(
        self, table: Table, entry: Entry, written: WrittenName, facts: Facts, today: date
    ) -> None:
        self._table, self._entry, self._written = table, entry, written
        self._facts, self._today = facts, today
        self._doubts: list[Doubt] = []
        self._remarks: list[Remark] = []
        self._notes: list[str] = []
        self._reached_by: str | None = None

    def listed(self, shown: str, *, unsure: Absence | None) -> Listed:
        """Everything that the line says."""
        entry = self._entry
        code = entry.words(Column.CODE)[:20] or None
        self._remarks += with_owners(entry, self._written, households=self._facts.households)
        self._beside()
        birth = self._birth()
        phone = self._phone()
        address = self._kept("address", self._address())
        contact = self._kept("contact_person", self._contact())
        circumstances = self._circumstances()
        sex = self._sex()
        self._notes += [
            text for _, cell in entry.cells.get(Column.NOTE, []) if (text := own_words(cell))
        ]
        self._remarks += [
            Remark(key.value, "", "uncounted")
            for key in _SAID
            for _, cell in entry.cells.get(key, [])
            if cell.uncounted
        ]
        facts = self._facts
        if unread := unclear_state(entry, facts.usual_code, are_states=facts.are_states):
            self._remarks.append(Remark("status", unread, "unread"))
        if entry.couple:
            self._remarks.append(Remark("line", entry.couple, "parted"))
        if entry.joined:
            self._remarks.append(Remark("line", entry.joined, "joined"))
        name = self._name(code, sex)
        if entry.doubt:
            self._doubts.append(Doubt("line", shown, entry.doubt))
        if unsure is not None:
            self._doubts.append(Doubt("line", unsure.said or self._said_of_leaving(), "gone"))
        mark = next((each for each in self._written.beside), "")
        return Listed(
            self._table.sheet, entry.line, name, birth.year, birth.day, birth.estimated, sex, phone,
            address, circumstances, contact, self._kept("note", self._note()), code,
            mark, tuple(self._doubts), tuple(self._remarks),
            frozenset(key.value for key in entry.carried), shown,
        )  # fmt: skip

    def _said_of_leaving(self) -> str:
        cells = [
            cell
            for key in (Column.NOTE, Column.STATUS)
            for _, cell in self._entry.cells.get(key, [])
        ]
        return " ".join(words_of(cell) for cell in cells)[:80] or " ".join(self._written.beside)

    def _name(self, code: str | None, sex: str | None) -> str | None:
        written = self._written
        called = f"{written.title} {written.name or ''}".strip()
        short = write_out(written.name, sex) if written.name and not code else None
        if short is not None and short.is_sure:
            self._remarks.append(Remark("full_name", "", "written_out", short.name))
            return short.name
        is_given = bool(written.title) and len((written.name or "").split()) == 1
        if written.name is not None and (code or not (short or is_given or is_nickname(called))):
            return written.name
        if written.name is not None:
            shown = shown_name(self._entry)
            # "Tr. Văn Phước" doesn't say which family, and "Bảy Rô" none.
            doubt = Doubt("full_name", shown, "nickname", (written.name,))
            self._doubts.append(Doubt("full_name", shown) if short else doubt)
            return None
        if written.problem == "empty" and (code or self._entry.doubt == "uncounted"):
            # Somebody who is known by a form of address only.
            return None
        why = {"two": "two", "empty": "empty", "link": "link"}.get(written.problem or "", "")
        self._doubts.append(Doubt("full_name", shown_name(self._entry), why, written.others))
        return None

    def _beside(self) -> None:
        """What stands beside the name goes into the note, a phone or a year where it belongs."""
        if self._written.title and self._written.name and len(self._written.name.split()) == 1:
            self._notes.append(f"{self._written.title} {self._written.name}")
        for said in self._parted():
            if is_ditto(said):
                continue
            if year_beside(said):
                # A second year is asked about.
                born = self._entry.cells.setdefault(Column.BIRTH, [])
                born.append((Head(-1, "", Column.BIRTH), Cell(said)))
            elif sum(map(str.isdigit, said)) >= 9 and not self._entry.cells.get(Column.PHONE):
                self._entry.cells[Column.PHONE] = [(Head(-1, "", Column.PHONE), Cell(said))]
            elif is_home(said) and is_further(said, self._entry.words(Column.ADDRESS)):
                cells = self._entry.cells.get(Column.ADDRESS, [])
                home = (Head(-1, "", Column.ADDRESS), Cell(said))
                self._entry.cells[Column.ADDRESS] = [home, *cells]
            elif animal_said(said):
                # It bears out the year, or stands for it.
                noted = self._entry.cells.setdefault(Column.NOTE, [])
                noted.append((Head(-1, "", Column.NOTE), Cell(said)))
            else:
                self._notes.append(said)
        if not any(any(map(str.isalnum, self._entry.words(key))) for key in _BORN):
            births = [
                birth
                for head, cell in self._entry.cells.get(Column.NOTE, [])
                if (
                    birth := birth_said(words_of(cell), is_first=head.index >= 0 and not head.words)
                    or animal_said(words_of(cell))
                    or (_YEAR_ALONE.fullmatch(words_of(cell)) and words_of(cell).strip())
                )
            ]
            if births:
                self._entry.cells[Column.BIRTH] = [(Head(-1, "", Column.BIRTH), Cell(births[0]))]
        self._notes += [
            text
            for _, cell in self._entry.cells.get(Column.NICKNAME, [])
            if (text := words_of(cell)) and fold(text) != fold(self._written.name or "")
        ]

    def _parted(self) -> list[str]:
        """What stands beside the name, a home apart from the rest: "0300 … - Tổ 2, ấp Lộc"."""
        parted: list[str] = []
        for said in self._written.beside:
            parts = _BETWEEN.split(said)
            homes = [part for part in parts if is_home(part)]
            others = [part for part in parts if part not in homes]
            parted += [*others, ", ".join(homes)] if homes else [said]
        return parted

    # Birth

    def _birth(self) -> WrittenBirth:
        readings = [
            self._read_birth(head, cell, are_serials=self._facts.serials)
            for head, cell in self._birth_cells()
        ]
        told = [each for each in readings if each.year is not None or each.doubt]
        if parts := self._birth_parts():
            told.insert(0, parts)
        age = self._entry.words(Column.AGE)
        if not told:
            return self._borne_out_by_notes(self._of_age(age))
        if len(told) == 1 and told[0].doubt == "which":
            told = [self._borne_out(told[0], age or self._age_told_beside())]
        full = next((each for each in told if each.day is not None), None)
        found = full or next((each for each in told if each.year is not None), told[0])
        years = {each.year for each in told if each.year is not None}
        if len(years) > 1:
            found = WrittenBirth(
                doubt="which", options=tuple(sorted(y for y in years if y)), shown=found.shown
            )
        elif found.year is None and found.doubt == "unread" and age:
            found = self._of_age(age)
        if found.year is not None and age.isdigit() and not found.estimated:
            found = self._against_age(found, int(age))
        found = self._borne_out_by_notes(self._against_papers(found))
        if found.remark:
            read_as = (
                found.day.strftime("%d/%m/%Y") if found.remark == "serial" and found.day else None
            )
            self._remarks.append(
                Remark("birth", found.shown, found.remark, read_as or str(found.year))
            )
        if found.year is not None and self._entry.carried.intersection(_BORN):
            self._remarks.append(Remark("birth", found.shown, "elsewhere", str(found.year)))
        is_open = self._facts.months_first and not self._facts.are_months_told
        if found.day is not None and is_open and is_either_way(found.shown):
            self._remarks.append(Remark("birth", found.shown, "day", str(found.year)))
            return WrittenBirth(found.year)
        return found

    def _borne_out_by_notes(self, found: WrittenBirth) -> WrittenBirth:
        """A birth without what notes gainsay; what is doubtful is asked."""
        found = against_animal(found, self._told_beside(), self._today)
        found = self._against_said(found)
        if not found.doubt:
            return found
        options = tuple(map(str, found.options))
        self._doubts.append(Doubt("birth", found.shown, found.doubt, options))
        return WrittenBirth()

    def _read_birth(self, head: Head, cell: Cell, *, are_serials: bool) -> WrittenBirth:
        today = self._today
        if _AGE.fullmatch(words_of(cell)):
            today = self._age_day()
        return read_written_birth(
            self._turned(cell), today, head=head.words, are_serials=are_serials
        )

    def _age_day(self) -> date:
        """The day on which ages were right: when a form was sent, else as the whole list says."""
        sent = self._entry.words(Column.SENT)
        year = likely_year([int(year) for year in _YEAR.findall(sent)], self._today)
        return date(year, 7, 1) if year else self._facts.age_today or self._today

    def _borne_out(self, found: WrittenBirth, age: str) -> WrittenBirth:
        """A birth that may be one of several, decided by the age beside it."""
        if not age.isdigit():
            return found
        base = self._age_day().year
        near = [year for year in found.options if abs(base - year - int(age)) <= 1]
        if len(near) != 1:
            return found
        (cell, *_) = self._birth_cells()
        day = self._read_birth(*cell, are_serials=True)
        return day if day.year == near[0] else WrittenBirth(near[0], shown=found.shown)

    def _turned(self, cell: Cell) -> Cell:
        if self._facts.months_first and isinstance(cell.value, str):
            return Cell(turned(cell.value), cell.struck)
        return cell

    def _birth_cells(self) -> list[tuple[Head, Cell]]:
        cells = list(self._entry.cells.get(Column.BIRTH, []))
        for key in (Column.MALE, Column.FEMALE):
            cells += [
                (head, cell)
                for head, cell in self._entry.cells.get(key, [])
                if not is_cross(words_of(cell)) and any(map(str.isdigit, words_of(cell)))
            ]
        return cells

    def _birth_parts(self) -> WrittenBirth | None:
        """A birth whose day, month and year stand in columns of their own."""
        year = self._entry.first(Column.YEAR)
        if year is None:
            return None
        day, month = self._entry.words(Column.DAY), self._entry.words(Column.MONTH)
        if day.isdigit() and month.isdigit() and int(day) and int(month):
            return read_written_birth(Cell(f"{day}/{month}/{words_of(year)}"), self._today)
        return read_written_birth(year, self._today)

    def _of_age(self, age: str) -> WrittenBirth:
        if not age:
            return WrittenBirth()
        base = self._age_day()
        digits = _ONLY_AGE.fullmatch(age.lower().strip("() "))
        cell = Cell(f"{digits[1]} tuổi" if digits else age)
        found = read_written_birth(cell, base)
        if found.doubt:
            self._doubts.append(Doubt("birth", age, found.doubt, tuple(map(str, found.options))))
            return WrittenBirth()
        if digits is None and not found.estimated and found.remark is None:
            # "83 (1943)" tells the year.
            return found
        if found.year and (digits is None or _GUESSED.search(age)):
            self._remarks.append(Remark("birth", age, "about", str(found.year)))
        return WrittenBirth(found.year, estimated=found.year is not None)

    def _against_age(self, found: WrittenBirth, age: int) -> WrittenBirth:
        """A year that the age beside it doesn't bear out is asked: 1937 and 53 may be 1973."""
        base = self._age_day().year
        usual = self._facts.age_offset if self._facts.age_offset is not None else 0
        off = (found.year or 0) + age - base - usual
        if (
            abs(off) <= 2
            or (self._facts.age_offset is None and not abs(off) > 15)
            or not 15 <= age <= 119
        ):
            return found
        by_age = base + usual - age
        return WrittenBirth(doubt="which", options=(found.year or 0, by_age), shown=found.shown)

    def _against_said(self, found: WrittenBirth) -> WrittenBirth:
        """A year that a note tells, too: "sinh 1945" beside the age 45 is asked."""
        said = birth_said(self._told_beside()) if found.estimated else None
        told = read_written_birth(Cell(said), self._today) if said else WrittenBirth()
        if told.year is None or found.year is None or found.doubt:
            return found
        if abs(told.year - found.year) <= 2:
            return replace(told, shown=found.shown)
        options = tuple(sorted((told.year, found.year)))
        return WrittenBirth(doubt="which", options=options, shown=f"{found.shown} ({said})")

    def _told_beside(self) -> str:
        return " ; ".join(words_of(cell) for _, cell in self._entry.cells.get(Column.NOTE, []))

    def _age_told_beside(self) -> str:
        """The age that a note tells in so many words: "năm nay 71 tuổi"."""
        found = _AGE_BESIDE.search(self._told_beside())
        return found[1] if found is not None else ""

    def _against_papers(self, found: WrittenBirth) -> WrittenBirth:
        """A year of which a note says another one is asked: "CCCD ghi 1947"."""
        notes = self._told_beside()
        others = {int(year) for year in _BY_PAPERS.findall(notes.lower())} - {found.year}
        if found.year is None or not others:
            return found
        options = tuple(sorted((found.year, *others)))
        return WrittenBirth(doubt="which", options=options, shown=f"{found.shown} ({notes[:60]})")

    # What is kept beside

    def _sex(self) -> str | None:
        found = sex_of(self._entry, self._written, self._facts)
        if found.unread:
            self._remarks.append(Remark("sex", found.unread, "unread"))
        if found.coded:
            self._remarks.append(Remark("sex", found.coded, "coded", found.sex))
        if found.concluded:
            self._remarks.append(Remark("sex", "", "concluded", found.sex))
        return found.sex

    def _phone(self) -> str | None:
        called = called_by(self._entry)
        self._notes += called.notes
        self._remarks += called.remarks
        self._reached_by = called.contact
        return called.number

    def _address(self) -> str | None:
        """Where somebody lives; what is said of him in the same words goes beside: "tổ 2, hộ nghèo"."""
        place, said = without_remarks(address_of(self._entry) or "")
        parts = place.split(", ")
        self._notes += [*filter(is_circumstance, parts), *said]
        return ", ".join(each for each in parts if not is_circumstance(each)) or None

    def _contact(self) -> str | None:
        parts = [
            own_words(cell)
            for key in (Column.CONTACT_PERSON, Column.CONTACT_PHONE)
            for _, cell in self._entry.cells.get(key, [])
        ]
        return (
            " ".join(
                part
                for part in parts
                if not re.fullmatch(r"[\s\-–.?/]*|không|không có", part.lower())
            )
            or self._reached_by
        )

    def _circumstances(self) -> str | None:
        kinds, unread = circumstances_of(self._entry)
        self._remarks += [Remark("circumstances", text, "unread") for text in unread]
        return kinds

    def _note(self) -> str | None:
        parts: list[str] = []
        for note in (single_line(_PICTURES.sub(" ", each)) for each in self._notes):
            if not NOTHING.fullmatch(note) and not any(holds(each, note) for each in parts):
                parts.append(note)
        return "; ".join(parts) or None

    def _kept(self, column: str, text: str | None) -> str | None:
        """Words as they are kept; what is too long or a link isn't, and that is said."""
        if text is None:
            return None
        text = single_line(text)
        if column != "note" and holds_link(text):
            self._remarks.append(Remark(column, text[:60], "link"))
            return None
        longest = LONGEST[column]
        if len(text) > longest:
            self._remarks.append(Remark(column, text[:60].rstrip() + "…", "too_long"))
            text = text[:longest].rsplit(" ", 1)[0]
        return text or None
