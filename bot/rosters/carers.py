"""Who looks after somebody and is marked as a member, too: "mẹ: Trần Thị Khá (1943) TV"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.language.patterns import Pattern
from bot.rosters.book import Cell
from bot.rosters.entries import Entry
from bot.rosters.family_names import begins_as_name
from bot.rosters.finding import Head
from bot.rosters.grid import words_of
from bot.rosters.heads import Column
from bot.rosters.naming import without_title

_MARKED = Pattern(
    r"(?:(?P<kin>[^\W\d_]+(?: [^\W\d_]+)?)\s*[:\-–]\s*)?(?P<name>[^\d(,;:]+?)[\s,;(]*(?:(?:sn|sinh(?: năm)?)\.?\s*)?"
    r"(?P<birth>(?:18|19|20)\d\d)?[\s,;)\-–(]*(?:cũng |là |cũng là )?"
    r"(?:TV|HV|(?i:thành viên|hội viên|thanh vien|hoi vien))(?: CLB)?[\s).]*"
)
_WOMEN = ("mẹ", "má", "vợ", "bà", "chị", "dì", "cô", "con dâu", "con gái", "em gái")
_MEN = ("cha", "ba", "bố", "tía", "chồng", "ông", "anh", "chú", "con rể", "con trai", "em trai")


def marked_carers(entry: Entry) -> list[Entry]:
    """A line of their own for those whom the column of relatives and carers marks as members.

    Each is asked about: the list is of those whom they look after.
    """
    found = [
        (cell, match)
        for _, cell in entry.cells.get(Column.CONTACT_PERSON, [])
        if (match := _MARKED.fullmatch(words_of(cell))) is not None
        and begins_as_name(without_title(match["name"].strip()))
    ]
    return [_carer(entry, match) for _, match in found]


def _carer(entry: Entry, match: re.Match[str]) -> Entry:
    told = {Column.FULL_NAME: match["name"].strip(), Column.BIRTH: match["birth"]}
    cells = {key: [(Head(-1, "", key), Cell(text))] for key, text in told.items() if text}
    phones = entry.cells.get(Column.CONTACT_PHONE, [])
    if phones:
        cells[Column.PHONE] = [(Head(-1, "", Column.PHONE), cell) for _, cell in phones]
    kin = (match["kin"] or "").lower()
    sex = "female" if kin in _WOMEN else "male" if kin in _MEN else None
    return replace(
        entry, cells=cells, others=(), asides=(), carried=frozenset(), sex=sex, absence=None,
        struck=False, doubt="second", couple="", joined="",
    )  # fmt: skip
