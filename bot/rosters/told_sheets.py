"""Sheets and texts in which people are told of in running words, laid out as tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, single_line
from bot.rosters.book import Book, Cell, Sheet
from bot.rosters.contacts import numbers_in, with_place
from bot.rosters.grid import words_of
from bot.rosters.messages import Place, put_right
from bot.rosters.titles import place_of_title, without_end
from bot.rosters.told import HEADS, bare_name, only_named, people_told, said_of_others
from bot.rosters.told_facts import Told

_FEWEST = 2
_MOST_LETTERS = 300_000
_SENDER = Pattern(r"(?:from|từ|tu|người gửi|nguoi gui|sender)\s*:", re.IGNORECASE)
_NUMBERED = Pattern(r"\s*(\d{1,3})\s*[.)/-]\s*\D")
_OF_PLACE = Pattern(
    r"\s*((?i:tổ|ấp|khu phố|kp|hẻm|xóm|thôn|khóm|nhóm|ngõ|ngách|kiệt|to|ap) (?i:số )?\d+(?=\s*[:–-])|(?i:nhà số|số nhà|nhà|ngõ|ngách|hẻm|kiệt|số) \d[^:,;()]{0,40}(?=:)"
    rf"|(?i:ấp|xóm|thôn|bản|buôn|làng|sóc|giáo họ)(?: [{CAPITALS}][^\W\d_]*){{1,3}}(?=:))\s*[:–-]\s+(?=\D)"
)
"""What stands before everybody of a line: "Tổ 1: …"."""
_WITHOUT = Pattern(
    r"\b(?:không|khong|ko|k|chưa|chua) (?:có |co |xài |xai )?(?:đt|dt|sđt|sdt|điện thoại|dien thoai|số|so)\b"
)


def told_in(book: Book) -> int:
    """How many people the texts of a book tell of."""
    if not _is_read(book):
        return 0
    return sum(len(people_told(text)) for sheet in book.sheets for text in sheet.written.values())


def _is_read(book: Book) -> bool:
    """Whether a book has no more words than people tell of some hundred others."""
    left = _MOST_LETTERS
    for sheet in book.sheets:
        left -= sum(map(len, sheet.written.values()))
        left -= sum(
            len(cell.value)
            for row in sheet.lines.values()
            for cell in row.values()
            if isinstance(cell.value, str)
        )
    return left >= 0


def lay_out_told(book: Book) -> bool:
    """Turn each sheet whose cells tell of people into heads and a line for each; whether one was.

    Other words stay in their lines, behind the columns, and tell of nobody.
    """
    changed = False
    for sheet in book.sheets if _is_read(book) else ():
        if sheet.written:
            struck = {
                line: all(each.struck for each in row.values()) for line, row in sheet.lines.items()
            }
            sheet.lines = {
                line: {0: Cell(single_line(text), struck.get(line, False))}
                for line, text in sheet.written.items()
            }
        told = {
            (line, column): people
            for line, row in sheet.lines.items()
            for column, cell in row.items()
            if isinstance(cell.value, str)
            and (
                people := _to_ask(cell.value)
                if line in sheet.unsure
                else _people(cell.value, with_names=bool(sheet.senders))
            )
        }
        if sheet.hidden or sum(map(len, told.values())) < _FEWEST:
            continue
        told = _with_whole_years(told)
        _lay_out(sheet, told)
        changed = True
    return changed


def _with_whole_years(told: dict[Place, list[Told]]) -> dict[Place, list[Told]]:
    """People whose births of two digits are years, where most of them would be too young by age."""
    short = [each.birth for people in told.values() for each in people if _SHORT.match(each.birth)]
    if len(short) < _FEWEST or sum(each < _OLD for each in short) * 2 <= len(short):
        return told
    return {
        place: [
            replace(each, birth=f"19{each.birth}") if _SHORT.match(each.birth) else each
            for each in people
        ]
        for place, people in told.items()
    }


_SHORT = Pattern(r"\d\d$")
_OLD = "60"


def _to_ask(text: str) -> list[Told]:
    """Who is only named, with what is said of him in brackets: he is still to be asked."""
    name, _, said = text.partition(" (")
    return people_told(text) or [Told(name, note=said.rstrip(") "))]


def _people(text: str, *, with_names: bool) -> list[Told]:
    """Whom a text tells of, in the place that it begins with; a message may only name somebody."""
    place, rest = _place_before(text)
    people = people_told(rest)
    if (house := _HOUSE.match(text)) is not None and people:
        people = _of_house(people, text[house.end() :])
        if any(each.address for each in people):
            # It was only counted: "Nhà 1: ông …, nhà số 23 tổ 1".
            return people
    if place is None and _HOUSE_OF.match(text):
        return _of_house(people, text)
    if place is None and len(people) >= _FEWEST:
        return _of_paragraph(text, people)
    if not people and with_names and (name := bare_name(text)):
        return [Told(name)]
    if place is None or not people:
        return people
    return [replace(each, address=each.address or place) for each in people]


def _place_before(text: str) -> tuple[str | None, str]:
    """The place that a text begins with, the narrow part first, and what follows: "Tổ 1 - nhà 23: …"."""
    parts: list[str] = []
    while (found := _OF_PLACE.match(text)) is not None and len(parts) < _MOST_PARTS:
        parts.insert(0, found[1])
        text = text[found.end() :]
    return ", ".join(parts) or None, text


_MOST_PARTS = 3


def _of_paragraph(text: str, people: list[Told]) -> list[Told]:
    """Several people of one text, in the place that its head or its end tells of all."""
    ended, lives = without_end(text)
    if ended != text and len(again := people_told(ended)) == len(people):
        people = again
    opening, colon, rest = ended.partition(":")
    if lives is None and colon and not _FURTHER_PLACE.search(rest):
        lives = place_of_title(f"{opening}:")
    if lives is None and not colon and not _FURTHER_PLACE.search(ended[_MOST_OPENING:]):
        # Spoken in one breath: "danh sách tổ ba gồm có bà …".
        begins = ended.find(people[0].name)
        opening = ended[: max(begins, 0)].strip()
        lives = place_of_title(f"{opening}:") if 0 < len(opening) <= _MOST_OPENING else None
    return [replace(each, address=with_place(each.address or None, lives) or "") for each in people]


_HOUSE = Pattern(r"\W*(?:nhà|hộ|gia đình|gđ)(?: (?:số|thứ))? \d{1,3}\s*[:.)–-]\s*", re.IGNORECASE)
_HOUSE_OF = Pattern(
    r"[^:\d]{0,40}\b(?:nhà|gia đình)\b[^:\d]{0,20}\b(?:có|gồm)\b[^:]{0,20}:", re.IGNORECASE
)
"""Those of one house, told of in one breath: "nhà em có 3 người: …"."""
_WHOSE = Pattern(
    r"(?:số|sđt|sdt|đt|máy|điện thoại|zalo)(?: (?:điện thoại|đt|của|là))*[\s:.]+(?=(?:\+84|0)[\d .]{8})",
    re.IGNORECASE,
)
"""A number of which nobody says whose it is."""


def _of_house(people: list[Told], text: str) -> list[Told]:
    """Those of a house, with the place and the number that stand behind the last of them for all."""
    *others, last = people
    if not others or any(each.address and each.address != last.address for each in others):
        return people
    is_nobodys = _WHOSE.search(text) is not None and "(" not in last.phone
    if last.phone and is_nobodys and not any(each.phone for each in others):
        last = replace(last, phone=f"{last.phone} (số chung)")
        others = [replace(each, phone=last.phone) for each in others]
    return [
        *(
            replace(each, address=last.address, contact=each.contact or last.contact)
            if not each.phone or not last.contact
            else replace(each, address=last.address)
            for each in others
        ),
        last,
    ]


_MOST_OPENING = 60
_FURTHER_PLACE = Pattern(
    r"\b(?:tổ|ấp|khu phố|kp|xóm|thôn|khóm|nhóm)(?: [^\W_]+){1,3}\s*(?::|gồm\b|có\b)", re.IGNORECASE
)
"""A second place, of which those behind it are: "tổ 7 gồm: …"."""


def _lay_out(sheet: Sheet, told: dict[tuple[int, int], list[Told]]) -> None:
    """A line for each person; further ones of a line get the next free numbers."""
    first = min(line for line, _ in told)
    columns = {column for _, column in told}
    _carry_merged(sheet, told)
    heads = _heads(sheet, first, columns)
    own = _with_senders(sheet, told)
    if sheet.senders:
        own = put_right(own, sheet.written, sheet.senders)
    sheet.numbers = {
        line: found[1]
        for line, text in sheet.written.items()
        if (found := _NUMBERED.match(text)) is not None
    }
    lines: dict[int, dict[int, Cell]] = {}
    places: list[tuple[int, dict[int, Cell]]] = []
    for line in sorted(sheet.lines):
        row = sheet.lines[line]
        others = {
            column + len(HEADS): cell for column, cell in row.items() if (line, column) not in told
        }
        people = [each for column in sorted(row) for each in own.get((line, column), ())]
        struck = all(cell.struck for cell in row.values())
        if line == heads:
            lines[line] = {
                **{at: Cell(head) for at, head in enumerate(HEADS)},
                **{
                    column + len(HEADS): cell
                    for column, cell in row.items()
                    if column not in columns
                },
            }
            continue
        if not people:
            # Said in one cell right behind the columns: it belongs to no head.
            words = " · ".join(words_of(row[column]) for column in sorted(row))
            lines[line] = {len(HEADS): Cell(words)}
        for place, each in enumerate(people):
            cells = {at: Cell(text, struck) for at, text in enumerate(each.cells) if text}
            if place:
                places.append((line, cells))
            else:
                lines[line] = {**cells, **(others if len(people) == 1 else {})}
        for text in [each for cell in row.values() for each in _others_in(words_of(cell))]:
            places.append((line, {len(HEADS): Cell(text)}))
    for line, cells in places:
        while line in lines:
            line += 1
        lines[line] = cells
    if heads is None:
        lines[first - 1 if first - 1 not in lines else 0] = {
            at: Cell(head) for at, head in enumerate(HEADS)
        }
    sheet.lines = lines
    sheet.merges.clear()


def _carry_merged(sheet: Sheet, told: dict[tuple[int, int], list[Told]]) -> None:
    """Write what a merged cell says beside several people into the line of each."""
    lines = sorted({line for line, _ in told})
    for area in sheet.merges:
        cell = sheet.lines.get(area.top, {}).get(area.left)
        if cell is None or (area.top, area.left) in told:
            continue
        below = lines[bisect_right(lines, area.top) : bisect_right(lines, area.bottom)]
        for line in below:
            sheet.lines[line].setdefault(area.left, cell)


def _others_in(text: str) -> list[str]:
    """What a text says beside those of whom it tells."""
    # A street is named after somebody.
    text = _OF_PLACE.sub("", text, count=1) if _OF_PLACE.match(text) else text
    return [*only_named(text), *said_of_others(text)]


def _heads(sheet: Sheet, first: int, columns: set[int]) -> int | None:
    """The line right above the first person, where it has words for the columns beside as well."""
    above = max((line for line in sheet.lines if line < first), default=None)
    if above is None:
        return None
    row = sheet.lines[above]
    is_headed = len(row) > 1 and len(columns) == 1 and next(iter(columns)) in row
    return above if is_headed else None


def _with_senders(
    sheet: Sheet, told: dict[tuple[int, int], list[Told]]
) -> dict[tuple[int, int], list[Told]]:
    """People of messages, with the number from which each was sent where none is told."""
    sender = ""
    found = dict(told)
    for line in sorted(sheet.lines):
        row = sheet.lines[line]
        texts = [words_of(cell) for cell in row.values()]
        if len(texts) == 1 and _SENDER.match(texts[0]):
            sender = next((texts[0][begin:end] for begin, end, *_ in numbers_in(texts[0])), "")
            continue
        for column in sorted(row):
            people = found.get((line, column))
            if sender and people and not people[0].phone and not _WITHOUT.search(people[0].note):
                note = single_line(f"{people[0].note}; số người gửi tin").strip("; ")
                found[line, column] = [replace(people[0], phone=sender, note=note), *people[1:]]
                sender = ""
    return found
