"""Where all of a list live, by a line of it that says so: "bà nào cũng ở khu phố Hải Sơn hết"."""

from __future__ import annotations

from dataclasses import replace

from bot.language.patterns import Pattern
from bot.language.text import single_line
from bot.rosters.contacts import with_place
from bot.rosters.listed import Listed
from bot.rosters.titles import COURTESY, PLACES, THEM, written_places

_LONGEST = 120
_SOMEBODY = r"(?:ông|bà|cụ|cô|chú|bác|dì|anh|chị)"
_ALL = (
    rf"(?:(?:tất cả|hết thảy|cả thảy|toàn bộ|toàn|cả|mấy|các|những)(?: (?:là|{THEM}|nhóm|hai|{_SOMEBODY}))*(?: (?:này|trên|đó|kia|đây|ấy))?"
    rf"|(?:{_SOMEBODY}|người|nhà)(?: {_SOMEBODY})? nào|ai|{THEM}(?: (?:này|trên|đó))?)(?: (?:đều|cùng|cũng|là|toàn))*|(?:đều|cùng)(?: là)?"
)
_LIVES = Pattern(
    rf"\W*(?:(?i:{COURTESY})[\s,]+)*(?i:{_ALL}) (?i:(?:nhà |sống |đang )?(?:ở|thuộc|bên|trong|ngụ)|(?:là )?(?:người|dân))(?: (?i:cùng|chung|tại|bên|trong))* "
    rf"(?P<places>{PLACES})(?:,? (?i:hết(?: trơn| trọi| cả| ráo)?|cả|luôn|(?:không|hông) à|{COURTESY}))*[^\w?]*"
)
Said = tuple[str, int, str]


def place_of_all(text: str) -> str | None:
    """The place of which a line says that all live there; None where it says anything else."""
    line = single_line(text)
    found = _LIVES.fullmatch(line) if len(line) <= _LONGEST else None
    return written_places(found["places"]) if found is not None else None


def with_place_of_all(people: list[Listed], said: list[Said]) -> list[Listed]:
    """People with the place that a line says of all above it, or below it where nobody is above.

    `said`: the sheet, the line and the words of what is nobody. A line is of those behind the
    one before it.
    """
    changed = {row.place: row for row in people}
    for sheet in {sheet for sheet, _, _ in said}:
        begins = -1
        here = [row for row in people if row.sheet == sheet]
        places = [
            (line, place)
            for name, line, text in sorted(said)
            if name == sheet and (place := place_of_all(text)) is not None
        ]
        for line, place in places:
            above = [row for row in here if begins < row.line < line]
            begins = line
            for row in above or (here if len(places) == 1 else ()):
                address = with_place(row.address, place)
                changed[row.place] = replace(row, address=address)
    return [changed[row.place] for row in people]
