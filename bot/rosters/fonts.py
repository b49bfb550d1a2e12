"""Sheets written before Unicode or without its letters: the font is found by the sheet, not by the cell.

A cell alone may read as Vietnamese in either: "Võ" is a name, and TCVN3 for "Vở". Where rows of
several fonts were put together, each row tells its own, and one that may be either is as those
around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from bot.language.fonts import from_tcvn3, from_viqr, from_vni, is_old_font, is_viqr
from bot.language.given_names import is_usual
from bot.language.keys import carry_out_keys, mend_keys
from bot.language.patterns import Pattern
from bot.language.syllables import is_syllable
from bot.language.text import fold
from bot.rosters.book import Book, Sheet
from bot.rosters.family_names import begins_as_name
from bot.rosters.slips import mended_slips

_WORD = Pattern(r"(?:[^\W\d_]|[\xa1-\xbf])+")
"""A word, with the signs that are letters in TCVN3: "L¸ng"."""
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
        rows = [
            [cell for cell in row.values() if isinstance(cell.value, str)]
            for _, row in sorted(sheet.lines.items())
        ]
        fonts = _fonts([[str(cell.value) for cell in row] for row in rows])
        for font, row in zip(fonts, rows, strict=True):
            for cell in row if font else ():
                if is_old_font(str(cell.value)):
                    cell.value, cell.words = _FONTS[font](str(cell.value)), None
        sheet.font = _named(fonts) or sheet.font
        sheet.name = _mended_name(sheet, sheet.font)
        _mend_keys(sheet)


def mend_text(text: str) -> tuple[str, str | None]:
    """A text of an old font as Unicode, and the font: before its lines are parted and told apart."""
    lines = text.split("\n")
    fonts = _fonts([[line] for line in lines])
    mended = [
        _FONTS[font](line) if font and is_old_font(line) else line
        for font, line in zip(fonts, lines, strict=True)
    ]
    found = _named(fonts)
    kept = mended_slips(mended)
    return "\n".join(kept), found or (KEYS if kept != mended else None)


def _named(fonts: Sequence[str]) -> str | None:
    return ", ".join(dict.fromkeys(filter(None, fonts))) or None


def _mended_name(sheet: Sheet, font: str | None) -> str:
    return _FONTS[font](sheet.name) if font in _FONTS and is_old_font(sheet.name) else sheet.name


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
        if mended == typed:
            mended = _mended_in_place(typed) or _mended_in_name(typed)
        cell.value, cell.words = mended, None
    if _mended_beside(sheet) or left:
        sheet.font = sheet.font or KEYS


def _mended_beside(sheet: Sheet) -> bool:
    """Whether words with keys in them, beside others with accents, were mended."""
    cells = [
        cell for row in sheet.lines.values() for cell in row.values() if isinstance(cell.value, str)
    ]
    typed = [str(cell.value) for cell in cells]
    mended = mended_slips(typed)
    for cell, was, text in zip(cells, typed, mended, strict=True):
        if text != was:
            cell.value, cell.words = text, None
    return mended != typed


_PLACES = frozenset(
    "tổ ấp thôn xóm khóm hẻm ngõ xã phường đường phố nhà số đội cụm bản làng sóc".split()
)


def _mended_in_place(typed: str) -> str | None:
    """A place with keys in the word for what it is, beside others typed so: "toor 1"."""
    words = typed.split()
    mended = [mend_keys(word) if word.isalpha() else word for word in words]
    are_units = any(
        word.lower() in _PLACES and word != was for word, was in zip(mended, words, strict=True)
    )
    can_be_said = all(is_syllable(fold(word)) for word in mended if word.isalpha())
    return " ".join(mended) if len(words) > 1 and are_units and can_be_said else None


def _mended_in_name(typed: str) -> str:
    """A name with keys in one word alone, beside others typed so: "Phan Thanh Tams"."""
    words = typed.split()
    mended = [mend_keys(word) for word in words]
    is_name = len(words) > 1 and all(word.isalpha() and word[0].isupper() for word in words)
    can_be_said = all(is_syllable(fold(word)) for word in mended)
    return " ".join(mended) if is_name and can_be_said and begins_as_name(typed) else typed


def _fonts(rows: Sequence[Sequence[str]]) -> list[str]:
    """The font in which each row reads as Vietnamese, "" where it does as it stands."""
    old = [[text for text in row if is_old_font(text)] for row in rows]
    stand = _stand(rows, old)
    told_of = [[] if stands else texts for texts, stands in zip(old, stand, strict=True)]
    whole = _font([text for texts in told_of for text in texts][:_LOOKED_AT])
    if whole is not None and all(_is_of(whole, texts) for texts in told_of):
        return [whole if texts else "" for texts in told_of]
    told = ["" if stands else _told(texts, whole) for texts, stands in zip(old, stand, strict=True)]
    if whole is not None:
        return [whole if font is None else font for font in told]
    after = told.copy()
    for at in reversed(range(len(told) - 1)):
        after[at] = told[at] if told[at] is not None else after[at + 1]
    before: str | None = None
    found: list[str] = []
    for font, following in zip(told, after, strict=True):
        before = before if font is None else font
        around = {each for each in (before, following) if each is not None}
        found.append(around.pop() if len(around) == 1 else font or "")
    return found


def _stand(rows: Sequence[Sequence[str]], old: Sequence[Sequence[str]]) -> list[bool]:
    """Which rows are Unicode beyond doubt: by letters of it, beside which the others read well.

    Where names of old fonts stand beside homes in Unicode those letters tell nothing of a name;
    where some rows are Unicode, one without such letters is that reads more like names as it stands.
    """
    have = [any(not is_old_font(text) and not text.isascii() for text in row) for row in rows]
    read = [not texts or _share(texts) >= _SURE for texts in old]
    is_beside = any(has and not reads for has, reads in zip(have, read, strict=True))
    stand = [
        has and reads and not (is_beside and texts)
        for has, reads, texts in zip(have, read, old, strict=True)
    ]
    is_mixed = any(stand)
    return [
        stands or (is_mixed and reads and bool(texts) and _is_usual_so(texts))
        for stands, reads, texts in zip(stand, read, old, strict=True)
    ]


def _is_usual_so(texts: Sequence[str]) -> bool:
    """Whether more words are those of names as they stand than in any font."""
    return _usual(texts) > max(_usual(map(convert, texts)) for convert in _FONTS.values())


def _usual(texts: Iterable[str]) -> int:
    return sum(is_usual(word) for text in texts for word in _WORD.findall(text))


def _told(texts: Sequence[str], whole: str | None) -> str | None:
    """The font of one row, None where it may be of several."""
    if not texts:
        return None
    if whole is not None and _is_of(whole, texts):
        return whole
    shares = {name: _share(map(convert, texts)) for name, convert in _FONTS.items()}
    plain = _share(texts)
    reads = [name for name, share in shares.items() if share >= _SURE and share > plain + 0.1]
    usual = {name: _usual(map(_FONTS[name], texts)) for name in reads}
    best = [name for name in reads if usual[name] == max(usual.values())]
    return best[0] if len(best) == 1 else None


def _is_of(font: str, texts: Sequence[str]) -> bool:
    return not texts or _share(map(_FONTS[font], texts)) >= _SURE


def _font(texts: Sequence[str]) -> str | None:
    """The font in which these texts read as Vietnamese, where they don't as they stand."""
    if not texts:
        return None
    shares = {name: _share(map(convert, texts)) for name, convert in _FONTS.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _SURE and shares[best] > _share(texts) + 0.1 else None


def _share(texts: Iterable[str]) -> float:
    words = [word for text in texts for word in _WORD.findall(text) if not word.isascii()]
    return sum(map(_can_be_said, words)) / len(words) if words else 0.0


_OF_OTHER_TONGUES = ("neang", "neak", "sreang", "chamalea")
"""Parts of Khmer and Raglai names that VNI would make others of: "Neáng" is no "Nếng"."""


@lru_cache(maxsize=8192)
def _can_be_said(word: str) -> bool:
    return is_syllable(fold(word)) or fold(word) in _OF_OTHER_TONGUES
