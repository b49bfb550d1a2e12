"""Marks that notes, chats and assistants set around words: "**Lê Thị Hoa**", "~~0300 …~~"."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.rosters.book import Cell, unstruck

_STRONG = Pattern(
    r"(?<![*\w])\*\*(?=[^\s*])([^*\n]+?)(?<=\S)\*\*(?![*\w])|(?<![_\w])__(?=[^\s_])([^_\n]+?)(?<=\S)__(?![_\w])"
)
_LIGHT = Pattern(r"(?<![*\w])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![*\w])|`([^`\n]+)`")
_WHOLE = Pattern(r"^(\s*)\*(?=[^\W_])([^*\n]+?)(?<=\S)\*(?=\s*(?:$|[(:–-]))", re.MULTILINE)
"""How chats print a heading in bold: "*Tổ 1* (5 người)"."""
_RULE = Pattern(r"^\s*\|?\s*:?-{3,}:?\s*\|[\s|:-]*$", re.MULTILINE)
_HEADING = Pattern(r"^#{1,6}\s+(?=\S)", re.MULTILINE)
_ESCAPED = Pattern(r"\\([.*_|~\-#()])")
_STRUCK = Pattern(r"~~([^~\n]+)~~")


def without_emphasis(text: str) -> str:
    """A text without the marks of emphasis; a single star stays where none ends what it begins."""
    if not (_STRONG.search(text) or _RULE.search(text)):
        return _WHOLE.sub(r"\1\2", text)
    text = _STRONG.sub(lambda found: found[1] or found[2], text)
    text = _LIGHT.sub(lambda found: found[1] or found[2], text)
    return _ESCAPED.sub(r"\1", _HEADING.sub("", text))


def without_struck(line: str) -> str:
    """A line without what is struck through in it."""
    return _STRUCK.sub(" ", line)


def cell_of(text: str, *, struck: bool) -> Cell:
    """A cell of a text, without what is struck through in it where more stands beside."""
    if "~~" not in text:
        return Cell(text, struck)
    pieces = [(piece, place % 2 == 1) for place, piece in enumerate(text.split("~~"))]
    left, is_struck = unstruck(pieces)
    return Cell(left.strip(), struck or is_struck)
