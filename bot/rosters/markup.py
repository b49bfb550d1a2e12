"""XML out of an archive, read as a stream with limits: what it unpacks to, no entities."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

from bot.rosters.book import MOST_LINES, RosterError

MOST_UNPACKED = 160 * 1024 * 1024
"""Bytes of a part that are unpacked: a sheet of a thousand people takes less than 1 MB, one with
two million formatted empty lines a hundred times that."""
MOST_MARKS = 1_000_000
"""Elements that are read one by one: a full list takes about 300,000."""
_PIECE = 1 << 20

Attributes = dict[str, str]


def find(attributes: Attributes, name: str) -> str | None:
    """An attribute by its name without a prefix."""
    if name in attributes:
        return attributes[name]
    ending = f":{name}"
    return next((value for key, value in attributes.items() if key.endswith(ending)), None)


def read_part(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """A part of an archive piece by piece, no more of it than a list may be."""
    unpacked = 0
    with archive.open(name) as part:
        while piece := part.read(_PIECE):
            unpacked += len(piece)
            if unpacked > MOST_UNPACKED:
                raise RosterError("roster.too_many", most=MOST_LINES)
            yield piece


_EMPTY_CELL = re.compile(rb'<c\b(?=[^<>]*\br=")[^<>]*/>|<c\b(?=[^<>]*\br=")[^<>/]*></c>')
_EMPTY_LINE = re.compile(rb'<row\b(?=[^<>]*\br=")[^<>]*(?:/>|>\s*</row>)')
_STYLE = re.compile(rb'\bs="(\d+)"')
_MOST_COLOURED = 2000
_LONGEST_LINE = 8 * _PIECE


def without_empty_lines(
    pieces: Iterable[bytes], coloured: frozenset[str] = frozenset()
) -> Iterator[bytes]:
    """A sheet's XML without the empty cells and lines that tell their own place.

    Programs write a million of them; read one by one they would take a minute. The first of those
    with a style that is `coloured` stay: they may be the key to the colours.
    """
    held = b""
    left = _MOST_COLOURED if coloured else 0

    def without(part: bytes) -> bytes:
        return _EMPTY_LINE.sub(b"", _EMPTY_CELL.sub(kept if left else b"", part))

    def kept(cell: re.Match[bytes]) -> bytes:
        nonlocal left
        style = _STYLE.search(cell[0])
        if not left or style is None or style[1].decode() not in coloured:
            return b""
        left -= 1
        return cell[0]

    for piece in pieces:
        held += piece
        cut = held.rfind(b"<row")
        if cut <= 0 and len(held) > _LONGEST_LINE:
            cut = len(held)
        if cut > 0:
            yield without(held[:cut])
            held = held[cut:]
    yield without(held)


def parse(
    pieces: Iterable[bytes],
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Walk through XML, names without prefixes; raises RosterError for entities and rubbish."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    marks = 0

    def opened(name: str, attributes: Attributes) -> None:
        nonlocal marks
        marks += 1
        if marks > MOST_MARKS:
            raise RosterError("roster.too_many", most=MOST_LINES)
        start(name.rpartition(":")[2], attributes)

    def refuse(*_: object) -> None:
        # A list declares no document type; entities are how a small file becomes a huge one.
        raise RosterError("roster.broken")

    parser.StartElementHandler = opened
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise RosterError("roster.broken") from None
