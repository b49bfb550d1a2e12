"""Sheets written before Unicode or without its letters: the font is found by the sheet, not by the cell.

A cell alone may read as Vietnamese in either: "Võ" is a name, and TCVN3 for "Vở".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.language.fonts import from_tcvn3, from_viqr, from_vni, is_old_font, is_viqr
from bot.language.keys import carry_out_keys, mend_keys
from bot.language.syllables import is_syllable
from bot.language.text import fold
from bot.rosters.book import Book, Cell, Sheet
from bot.rosters.family_names import begins_as_name

_WORD = re.compile(r"[^\W\d_]+")
VIQR, KEYS = "VIQR", "Telex, VNI"
"""How letters with accents were typed in ASCII."""
_SHORTEST_ALONE = 3
_LONGEST_TYPED = 300
"""Letters of a cell or a line that tells of somebody: in a page of words no keys are looked for."""
_FONTS: dict[str, Callable[[str], str]] = {"TCVN3": from_tcvn3, "VNI": from_vni}
_SURE = 0.85
_LOOKED_AT = 400


def mend_fonts(book: Book) -> None:
    """Bring every sheet to Unicode; a sheet that was mended says so in `font`."""
    for sheet in book.sheets:
        cells = [
            cell
            for row in sheet.lines.values()
            for cell in row.values()
            if isinstance(cell.value, str) and is_old_font(cell.value)
        ]
        font = _font(cells)
        if font is not None:
            for cell in cells:
                cell.value, cell.words = _FONTS[font](str(cell.value)), None
            sheet.font = font
        sheet.name = _mended_name(sheet, font)
        _mend_keys(sheet)


def mend_text(text: str) -> tuple[str, str | None]:
    """A text of an old font as Unicode, and the font: before its lines are parted and told apart."""
    lines = text.split("\n")
    cells = [Cell(line) for line in lines if is_old_font(line)]
    font = _font(cells)
    if font is None:
        return text, None
    convert = _FONTS[font]
    return "\n".join(convert(line) if is_old_font(line) else line for line in lines), font


def _mended_name(sheet: Sheet, font: str | None) -> str:
    return _FONTS[font](sheet.name) if font and is_old_font(sheet.name) else sheet.name


def _mend_keys(sheet: Sheet) -> None:
    """Carry out what was typed in ASCII for letters with accents: VIQR, or keys of Telex and VNI."""
    cells = [
        cell
        for row in sheet.lines.values()
        for cell in row.values()
        if isinstance(cell.value, str)
        and len(cell.value) <= _LONGEST_TYPED
        and cell.value.isascii()
    ]
    if is_viqr("\n".join(str(cell.value) for cell in cells[:_LOOKED_AT])):
        for cell in cells:
            cell.value, cell.words = from_viqr(str(cell.value)), None
        sheet.font = VIQR
        return
    left = [cell for cell in cells if carry_out_keys(str(cell.value)) != cell.value]
    for cell in cells if left else ():
        typed = str(cell.value)
        # Beside names with keys in them a word that stands alone, "Nuwx", is no slip either.
        alone = typed.isalpha() and len(typed) >= _SHORTEST_ALONE
        mended = mend_keys(typed) if alone else carry_out_keys(typed)
        cell.value, cell.words = _mended_in_name(typed) if mended == typed else mended, None
    if left:
        sheet.font = sheet.font or KEYS


def _mended_in_name(typed: str) -> str:
    """A name with keys in one word alone, beside others typed so: "Phan Thanh Tams"."""
    words = typed.split()
    mended = [mend_keys(word) for word in words]
    is_name = len(words) > 1 and all(word.isalpha() and word[0].isupper() for word in words)
    can_be_said = all(is_syllable(fold(word)) for word in mended)
    return " ".join(mended) if is_name and can_be_said and begins_as_name(typed) else typed


def _font(cells: list[Cell]) -> str | None:
    """The font in which these cells read as Vietnamese, where they don't as they stand."""
    texts = [str(cell.value) for cell in cells[:_LOOKED_AT]]
    if not texts:
        return None
    shares = {name: _share(convert(text) for text in texts) for name, convert in _FONTS.items()}
    best = max(shares, key=lambda name: shares[name])
    plain = _share(texts)
    return best if shares[best] >= _SURE and shares[best] > plain + 0.1 else None


def _share(texts: object) -> float:
    words = [
        word
        for text in texts  # type: ignore[attr-defined]
        for word in _WORD.findall(text)
        if not word.isascii()
    ]
    return sum(is_syllable(fold(word)) for word in words) / len(words) if words else 0.0
