"""Lists as plain text (.csv, .txt): which letters its bytes are, and what parts its columns."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from bot.language.fonts import mend_font
from bot.language.syllables import is_syllable
from bot.language.text import fold, nfc
from bot.rosters.book import MOST_LINES, Book, Cell, RosterError

_SEPARATORS = ("\t", ";", ",", "|")
_LINE_END = re.compile(r"\r\n?")
"""Of programs that end lines with a return alone, too."""
_WIDE_BLANK = re.compile(r" {3,}")
_WIDE_START = re.compile(r"(?:(?<=  )|^)\S")
_FEWEST_ALIGNED = 3
_DASH = re.compile(r"\s+[-–—]\s+")
_NUMBERED = re.compile(r"^\s*(\d{1,4})\s*[.)/]\s*(?=\D)")
_MOST_LOOKED_AT = 200_000
_LONGEST_LINE = 100_000

Rows = list[tuple[int, list[str]]]


def read_text(content: bytes) -> Book:
    """The lines of a text as a sheet, parted into columns by what parts them best."""
    text = _LINE_END.sub("\n", decode(content))
    if any(not letter.isprintable() and letter not in _BLANKS for letter in text[:_MOST_LOOKED_AT]):
        # No text at all: a picture or another program's file, renamed.
        raise RosterError("roster.broken")
    if any(len(line) > _LONGEST_LINE for line in io.StringIO(text)):
        raise RosterError("roster.broken")
    book = Book()
    sheet = book.add_sheet("")
    for number, row in _parted(text):
        for column, value in enumerate(row):
            book.put(sheet, number, column, Cell(value))
    return book


def decode(content: bytes, named: str | None = None) -> str:
    """Bytes as text: Unicode where they are, else the code in which they read as Vietnamese.

    Bytes of TCVN3 and VNI become the letters they look like; `mend_fonts` mends whole sheets.
    """
    for mark, code in (
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"\xef\xbb\xbf", "utf-8-sig"),
    ):
        if content.startswith(mark):
            return content.decode(code, "replace")
    sample = content[:4000]
    if sample.count(0) > len(sample) // 5:
        odd = sample[1::2].count(0) >= sample[::2].count(0)
        return content.decode("utf-16-le" if odd else "utf-16-be", "replace")
    try:
        return nfc(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if named and named.lower() in ("windows-1258", "cp1258"):
        return nfc(content.decode("cp1258", "replace"))
    as_vietnamese = nfc(content.decode("cp1258", "replace"))
    as_western = "".join(_WESTERN[byte] for byte in content)
    western_mended = mend_font(as_western[:_MOST_LOOKED_AT])
    if _likelihood(western_mended) > _likelihood(as_vietnamese[:_MOST_LOOKED_AT]):
        return as_western
    return as_vietnamese


_BLANKS = frozenset(
    "\t\r\n\f\v\u2028\u2029\xa0\u3000\ufeff\u200b\u200c\u200d\u200e\u200f\u202f\u2009\u2002\u2003\xad\x85"
)
"""What stands in texts of other programs and is not printed."""
_WESTERN = [bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]


def _likelihood(text: str) -> float:
    """The share of words with letters outside ASCII that can be Vietnamese syllables."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]
    if not words:
        return 0.0
    return sum(is_syllable(fold(word)) for word in words) / len(words)


_SAID = re.compile(r'\ufeff?"?sep=(.)"?[;,\t|]*\r?\n')


def _parted(text: str) -> list[tuple[int, list[str]]]:
    """Lines with their numbers, in columns; the separator gives most lines the same, largest width."""
    best: Rows = []
    most = 0.0
    # "sep=;" tells Excel how the lines are parted, and is none of them.
    said = _SAID.match(text)
    if said is not None:
        text = "\n" + text[said.end() :]
    for separator in (said[1],) if said is not None else _SEPARATORS:
        if separator not in text:
            continue
        try:
            rows = _written(csv.reader(io.StringIO(text), delimiter=separator))
        except csv.Error:
            continue
        if (weight := _weight(rows)) > most:
            best, most = rows, weight
    if most <= 1.5:
        for rows in (
            _written(_WIDE_BLANK.split(line.strip()) for line in io.StringIO(text)),
            _written(_aligned(text.split("\n"))),
            _written(_DASH.split(line.strip()) for line in io.StringIO(text)),
        ):
            if (weight := _weight(rows)) > max(most, 1.5):
                best, most = rows, weight
        best = best or _written([line] for line in io.StringIO(text))
    return _numbered(best)


def _aligned(lines: list[str]) -> Iterator[list[str]]:
    """Lines whose columns stand below one another, parted where most lines begin a column.

    One blank is enough between a long name and what follows it.
    """
    starts = Counter(
        found.start() for line in lines for found in _WIDE_START.finditer(line.expandtabs())
    )
    filled = sum(bool(line.strip()) for line in lines)
    cuts = sorted(at for at, count in starts.items() if count >= max(filled / 2, _FEWEST_ALIGNED))
    for line in lines:
        line = line.expandtabs()
        own = [at for at in cuts if at < len(line) and (at == 0 or line[at - 1] == " ")]
        bounds = [0, *(at for at in own if at), len(line)]
        yield [line[first:last].strip() for first, last in pairwise(bounds)]


def _written(rows: Iterable[list[str]]) -> Rows:
    """The rows that hold something, with their numbers."""
    found: Rows = []
    for number, row in enumerate(rows, 1):
        if any(map(str.strip, row)):
            if len(found) > MOST_LINES:
                raise RosterError("roster.too_many", most=MOST_LINES)
            found.append((number, row))
    return found


def _numbered(rows: Rows) -> Rows:
    """ "12. Nguyễn Thị Mười" as a number and a name, where most lines are so."""
    found = [_NUMBERED.match(row[0]) for _, row in rows]
    if sum(match is not None for match in found) * 2 < len(rows):
        return rows
    return [
        (number, [match[1], row[0][match.end() :], *row[1:]] if match else row)
        for match, (number, row) in zip(found, rows, strict=True)
    ]


def _weight(rows: Rows) -> float:
    """How well a separator parts the lines: the commonest width by the share that has it."""
    widths = Counter(len(row) for _, row in rows)
    return max(
        (width * count / len(rows) for width, count in widths.items() if width > 1), default=0.0
    )
