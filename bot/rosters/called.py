"""The number by which somebody is called, of all that his line holds: what isn't read is told."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.language.phones import is_mobile
from bot.rosters.contacts import (
    WrittenPhone,
    is_anothers,
    new_number,
    numbers_in,
    reached,
    read_written_phone,
)
from bot.rosters.entries import Entry
from bot.rosters.grid import words_of
from bot.rosters.heads import Column
from bot.rosters.listed import Remark
from bot.rosters.odd_numbers import number_unread, with_points


@dataclass
class Called:
    """A number, whom else to call, and what is kept and said beside."""

    number: str | None = None
    contact: str | None = None
    notes: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def called_by(entry: Entry) -> Called:
    """The number to call: a mobile before a fixed line, the first of several; others go beside."""
    called = Called()
    told: list[tuple[str, WrittenPhone]] = []
    for _, cell in entry.cells.get(Column.PHONE, []):
        text = words_of(cell)
        if cell.struck and not entry.struck:
            # Struck through by itself: it rings at nobody's of the list any more.
            called.remarks.append(Remark("phone", text, "unread"))
            continue
        found = read_written_phone(with_points(text))
        if found.number is not None:
            told.append((text, found))
        elif found.beside:
            called.notes.append(found.beside)
        if found.unread:
            called.remarks.append(Remark("phone", text, "unread"))
    several = len(told) > 1
    mobiles = [each for each in told if several and is_mobile(each[1].number or "")]
    chosen = next(iter(mobiles or told), None)
    newer = new_number(" ; ".join(_notes(entry)))
    if newer is not None and (chosen is None or newer != chosen[1].number):
        old = chosen[0] if chosen else ""
        called.remarks += [Remark("phone", old, "differs", newer)] if old else []
        called.number = newer
    elif chosen is not None:
        _take(called, *chosen, told)
    elif not called.remarks and not _is_reached(entry):
        _look_in_notes(called, entry)
    return called


def _take(
    called: Called, text: str, taken: WrittenPhone, told: list[tuple[str, WrittenPhone]]
) -> None:
    called.number = taken.number
    if is_anothers(taken.beside):
        called.remarks.append(Remark("phone", text, "whose", taken.number))
    for other, found in told:
        if found.number != taken.number:
            called.notes.append(other)
        elif found.beside:
            called.notes.append(found.beside)
    if taken.mended:
        called.remarks.append(Remark("phone", text, "mended", taken.number))
    if taken.renewed:
        called.remarks.append(Remark("phone", text, "renewed", taken.number))


def _look_in_notes(called: Called, entry: Entry) -> None:
    """A number among the words of a column without a head; one that nobody can call is told."""
    for head, cell in entry.cells.get(Column.NOTE, []):
        text = words_of(cell)
        if head.index >= 0 and not head.words and next(numbers_in(text), None) is not None:
            number, contact, _ = reached(text)
            called.contact = called.contact or contact or None
            if number and called.number is None:
                called.number = read_written_phone(number).number
                called.remarks.append(Remark("phone", text[:80], "elsewhere", called.number))
        elif unread := number_unread(text):
            called.remarks.append(Remark("phone", unread, "unread"))


def _is_reached(entry: Entry) -> bool:
    return any(
        words_of(cell)
        for key in (Column.CONTACT_PERSON, Column.CONTACT_PHONE)
        for _, cell in entry.cells.get(key, [])
    )


def _notes(entry: Entry) -> list[str]:
    return [words_of(cell) for _, cell in entry.cells.get(Column.NOTE, [])]
