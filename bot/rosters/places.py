"""Where somebody lives, as the columns of a list tell it: whole, in parts, over several lines."""

from __future__ import annotations

import re

from bot.language.letters import FORMULA_SIGNS
from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.rosters.book import Cell
from bot.rosters.contacts import place_part, with_place
from bot.rosters.entries import Entry
from bot.rosters.finding import Head
from bot.rosters.grid import words_of
from bot.rosters.heads import Column, plain_head


def address_of(entry: Entry) -> str | None:
    """Where somebody lives, put together from all columns that tell of it and from his group."""
    parts: list[str] = []
    cells = entry.cells.get(Column.ADDRESS, [])
    whole = [each for each in cells if _is_whole_place(each[0])]
    current = [
        each
        for each in whole
        if re.search(r"hien nay|tam tru|cho o|noi o", plain_head(each[0].words))
    ]
    if len(whole) > 1 and current:
        cells = [each for each in cells if each not in whole or each in current[:1]]
    for head, cell in cells:
        value = _LIVES.sub("", own_words(_with_commas(cell)))
        if not value or re.fullmatch(r"[\s\-–.?/]*", value):
            continue
        if value.endswith(")") and "(" not in value:
            value = value.rstrip(") ")
        part = place_part(plain_head(head.words), value)
        if part == value and (unit := _UNIT_BESIDE.search(head.words)) is not None:
            # "Nơi cư trú (Tổ)".
            part = place_part(plain_head(unit[1]), value)
        if not any(holds(each, part) for each in parts):
            parts.append(part)
    is_alone = len(parts) == 1 and len(cells) == 1 and not entry.place
    if (
        is_alone
        and plain_head(cells[0][0].words) in _OF_HOUSES
        and _ONLY_NUMBER.fullmatch(parts[0])
    ):
        # Nothing else is known.
        parts = [f"số nhà {parts[0]}"]
    return with_place(", ".join(parts) or None, entry.place)


_OF_HOUSES = ("so nha", "nha so")
_ONLY_NUMBER = Pattern(r"\d{1,4}[A-Za-z]?(?:/\d{1,4}[A-Za-z]?)*")
_UNIT_BESIDE = Pattern(r"\(([^()]{2,20})\)\s*$")


def is_further(home: str, address: str) -> bool:
    """Whether a home tells what an address has none of: "tổ 4" beside "ấp Láng"."""
    kinds = {fold(part).split()[0] for part in home.split(", ")}
    return not kinds & set(re.findall(r"\w+", fold(address)))


_LIVES = Pattern(
    r"^(?:hiện )?(?:cư ngụ|ngụ|thường trú|tạm trú|trú|sống|ở)(?: tại| ở)? (?=(?:tổ|to|ấp|ap|thôn|xóm|khóm|khu|kp|số|hẻm|đường|xã|phường)\b)",
    re.IGNORECASE,
)
"""That somebody lives there, before the place: "ngụ tổ 6 ấp Bông Trang"."""


def _with_commas(cell: Cell) -> Cell:
    """An address over several lines of a cell with a comma before each further part of it."""
    if not isinstance(cell.value, str) or "\n" not in cell.value:
        return cell
    return Cell(_NEXT_PART.sub(", ", cell.value.strip()), cell.struck)


_NEXT_PART = Pattern(
    r"(?<![\s,;])\s*\n\s*(?=(?:tổ|to|ấp|ap|thôn|xóm|khóm|khu|kp|tdp|hẻm|xã|phường|đường|nhóm|đội)\b)",
    re.IGNORECASE,
)


def own_words(cell: Cell) -> str:
    """What a cell says."""
    # A cell that begins like a formula is words here; it is written back as words too, and the
    # apostrophe that keeps it so in a .csv is none of them.
    text = words_of(cell)
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_SIGNS) else text


def holds(text: str, part: str) -> bool:
    """Whether words are among others."""
    return f" {fold(part)} " in f" {re.sub(r'[,;]', ' ', fold(text))} "


def _is_whole_place(head: Head) -> bool:
    """Whether a head is of a whole place, and not of its tổ or ấp: "Nơi ở" over "Tổ" and "Ấp"."""
    words = plain_head(head.words)
    return bool(_WHOLE_PLACE.search(words)) and not _PART_OF_PLACE.search(words)


_WHOLE_PLACE = Pattern(r"dia chi|thuong tru|tam tru|ho khau|hktt|cho o|noi o|cu tru|address")
_PART_OF_PLACE = Pattern(
    r" (?:to|to so|ap|thon|khu pho|kp|xom|khom|xa|phuong|so nha|duong|hem|doi|khu|to dan pho|tdp)$"
)
