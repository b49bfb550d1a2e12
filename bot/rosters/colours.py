"""Colours that a list gives its lines, and the words below it that say what they mean."""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass

from bot.language.patterns import Pattern
from bot.language.text import fold, single_line
from bot.rosters.absence import Absence, read_status
from bot.rosters.grid import Grid, words_of

_LEGEND = Pattern(
    r"(?:(?:màu|nền|chữ|tô|bôi|dòng|ô)\s+)+(?:màu\s+)?(vàng|xanh|đỏ|cam|tím|xám|hồng)(?: lá| dương| lục| lam| cây)?"
    r"\s*(?:[:=–-]|là)\s*(.+)",
    re.IGNORECASE,
)
_SHORT = Pattern(
    r"(?:^|[;,.:(]\s*)(?:(?:màu|nền|chữ|tô|bôi|dòng|ô)\s+)*(vàng|xanh|đỏ|cam|tím|xám|hồng)(?: lá| dương| nhạt| đậm)?\s*[:=–-]\s*([^;,.]+)",
    re.IGNORECASE,
)
_ALONE = Pattern(
    r"(vàng|xanh|đỏ|cam|tím|xám|hồng)(?: lá| dương| nhạt| đậm)?\s*[:=–-]\s*(\D+)", re.IGNORECASE
)
_HUES = ((20, "do"), (42, "cam"), (70, "vang"), (260, "xanh"), (300, "tim"), (345, "hong"))


def colour_of(rgb: str) -> str | None:
    """The word for a colour as a workbook writes it, "FFFFFF00" is "vang"; None for black and white."""
    if not re.fullmatch(r"(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}", rgb):
        return None
    red, green, blue = (int(rgb[-6:][at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < 0.12:
        return "xam" if 0.3 < value < 0.95 else None
    return next((word for bound, word in _HUES if hue * 360 < bound), "do")


@dataclass(frozen=True)
class Legend:
    """What a list's colours mean, and the cells that say so, which tell of nobody."""

    gone: dict[str, Absence]
    cells: frozenset[tuple[int, int]]


def read_legend(grid: Grid, named: frozenset[int], known: frozenset[int]) -> Legend:
    """What colours say of leaving: "màu vàng: đã chuyển đi", or a coloured cell beside such words.

    `named` are the columns of names, `known` those that tell something of people.
    """
    gone: dict[str, Absence] = {}
    cells: set[tuple[int, int]] = set()
    for line in grid.lines:
        row = grid.own(line)
        is_somebody = any(
            column in row and read_status(words_of(row[column])) is None for column in named
        )
        for column, cell in row.items():
            text = single_line(words_of(cell))
            if len(parts := list(_SHORT.finditer(text))) > 1:
                # "Vàng: mới vào; xám: đã mất".
                cells.add((line, column))
                for word, meaning in (each.groups() for each in parts):
                    if (absence := read_status(meaning)) is not None:
                        gone.setdefault(fold(word), Absence(absence.kind, text[:80]))
                continue
            said = _LEGEND.fullmatch(text.strip(" -*•()"))
            if said is None and not is_somebody:
                said = _ALONE.fullmatch(text.strip(" -*•()"))
            colour = fold(said[1]) if said else None
            if said is None and (column not in known or not is_somebody):
                colour = _swatch(grid, line, column, known if is_somebody else frozenset())
            if colour is None:
                continue
            cells.add((line, column))
            absence = read_status(said[2] if said else text)
            if absence is not None:
                # A key's own colour counts too: its "hồng" may be red by the number.
                for shown in filter(None, (colour, cell.colour)):
                    gone.setdefault(shown, Absence(absence.kind, text[:80]))
    return Legend(gone, frozenset(cells))


def _swatch(grid: Grid, line: int, column: int, known: frozenset[int]) -> str | None:
    """The colour of the cell right before some words, or of the words' own cell alone in its line."""
    before = column - 1
    if (line, before) in grid.sheet.painted and before not in known:
        return grid.sheet.painted[line, before]
    row = grid.own(line)
    is_alone = not known and len(row) == 1
    return row[column].colour if is_alone and read_status(words_of(row[column])) else None
