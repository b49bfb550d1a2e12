"""Lists as plain text (.csv, .txt): which letters its bytes are, and what parts its columns."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from bot.language.fonts import mend_font
from bot.language.patterns import Pattern
from bot.language.syllables import is_syllable
from bot.language.text import fold, nfc, single_line
from bot.rosters.added import with_added_apart
from bot.rosters.animals import with_years_alone
from bot.rosters.book import MOST_LINES, MOST_TEXT, Book, Cell, RosterError
from bot.rosters.bullets import with_names_first, without_bullets
from bot.rosters.chats import is_sent, read_messages
from bot.rosters.corrections import corrected
from bot.rosters.dictated import is_spoken, written_out
from bot.rosters.emphasis import cell_of, without_emphasis, without_struck
from bot.rosters.explained import with_numbers_explained
from bot.rosters.fonts import KEYS, VIQR, mend_text
from bot.rosters.garbled import GARBLED, ungarbled
from bot.rosters.grid import words_of
from bot.rosters.heads import NAMES, column_of_head
from bot.rosters.hesitation import with_names_to_ask
from bot.rosters.labelled import read_labelled
from bot.rosters.lines import are_heads
from bot.rosters.odd_numbers import with_digits, with_points
from bot.rosters.polls import read_poll
from bot.rosters.senders import joined_facts, read_untimed
from bot.rosters.spoken_names import with_capitals
from bot.rosters.stacked import read_stacked
from bot.rosters.told import people_told
from bot.rosters.told_labels import with_labels_apart
from bot.rosters.typed_lines import ODD_PHONE, Rows, parted_by_year, sexes_apart
from bot.rosters.vcards import read_vcards

_SEPARATORS = ("\t", ";", ",", "|")
_LINE_END = Pattern(r"\r\n?")
"""Of programs that end lines with a return alone, too."""
_WIDE_BLANK = Pattern(r" {3,}")
_WIDE_START = Pattern(r"(?:(?<=  )|^)\S")
_FEWEST_ALIGNED = 3
_LONGEST_TOLD = 300
"""Characters of a line that somebody wrote by hand."""
_DASH = Pattern(r"(?<!\s)\s+[-–—]\s+")
_SLASH = Pattern(r"(?<!\s)\s+/\s+")
_TIGHT_SLASH = Pattern(r"\s*(?:(?<!\d)/|/(?!\d)|(?<=\d)/(?=\+?0\d{8}))\s*")
"""A slash that stands in no day and no number of a house: "Lê Thị Ba/1950/nữ/tổ 1/0300000101"."""
_LEAST_BESIDE_COMMAS = 2.5
"""The width of lines by dashes or slashes from which commas in them part a place, and no columns."""
_NUMBERED = Pattern(r"^\s*(\d{1,4})\s*[.)/]\s*(?=\D)")
_LEAST_PARTED = 1.5
"""The width, by the share of lines that have it, from which lines are parted at all."""
_MOST_LOOKED_AT = 200_000
_LONGEST_LINE = 100_000


def read_text(content: bytes) -> Book:
    """The lines of a text as a sheet, parted into columns by what parts them best."""
    written = decode(content)
    text = _LINE_END.sub("\n", ungarbled(written))
    if any(not letter.isprintable() and letter not in _BLANKS for letter in text[:_MOST_LOOKED_AT]):
        # No text at all: a picture or another program's file, renamed.
        raise RosterError("roster.broken")
    if any(len(line) > _LONGEST_LINE for line in io.StringIO(text)):
        raise RosterError("roster.broken")
    book = read_lines(text)
    if text != _LINE_END.sub("\n", written):
        book.sheets[0].font = GARBLED
    return book


def read_lines(text: str) -> Book:
    """The lines of a text as a sheet."""
    book = Book()
    sheet = book.add_sheet("")
    if read_vcards(text, book, sheet):
        return book
    text, sheet.font = mend_text(text)
    text = without_emphasis(text)
    if read_poll(text, book, sheet):
        return book
    is_table = _is_headed(text)
    if not is_table:
        text = with_labels_apart(with_years_alone(with_points(text.replace("—", "–"))))
        text = text if is_spoken(text) else with_digits(text)
        text = with_numbers_explained(with_added_apart(without_bullets(corrected(text))))
        text, sheet.unsure = with_names_to_ask(with_names_first(text))
    is_table = is_table or read_stacked(text) is not None
    timed = None if is_table else read_messages(text)
    messages = joined_facts(timed) if timed else (None if is_table else read_untimed(text))
    if messages is not None:
        sheet.is_told = True
        sheet.senders = {number: each.sender for number, each in enumerate(messages, 1)}
        text = "\n".join(each.text for each in messages)
    elif not is_table and (written := written_out(text)) != text:
        sheet.is_told, text = True, written
    elif "\n" not in text.strip():
        # All in one breath, in small letters too.
        text = with_capitals(text)
    elif not is_table and any(map(_is_in_small_letters, typed := text.split("\n"))):
        text = "\n".join(with_capitals(line) if line.islower() else line for line in typed)
    sheet.numbers = {
        number: found[1]
        for number, line in enumerate(text.split("\n"), 1)
        if (found := _NUMBERED.match(line)) is not None
    }
    struck = {number for number, line in enumerate(text.split("\n"), 1) if _STRUCK.match(line)}
    if struck:
        # So notes and chats strike a line through.
        lines = enumerate(text.split("\n"), 1)
        text = "\n".join(
            _ONE_TILDE.sub(r"\1\2", line.replace("~~", "")) if number in struck else line
            for number, line in lines
        )
    for number, row in _parted(text):
        for column, value in enumerate(row):
            book.put(sheet, number, column, cell_of(value, struck=number in struck))
    sheet.written = {
        number: without_struck(line)
        for number, line in enumerate(_in_sentences(text), 1)
        if line.strip()
    }
    return book


_PARTED = Pattern("[:,;]")


def _is_in_small_letters(line: str) -> bool:
    """Whether a line tells of several in small letters, or of somebody behind a place: "to 1: …"."""
    if not line.islower() or not _PARTED.search(line):
        return False
    raised = with_capitals(line)
    return raised != line and len(people_told(raised)) >= (1 if ":" in line else 2)


_STRUCK = Pattern(
    r"\s*(?:(?:\d{1,4}\s*[.)/]\s*)?~~|(?:\d{1,4}\s*[.)/]\s*|[-–•*]\s*)?~+\s*[^\s~][^~]*~+\s*$)"
)
_ONE_TILDE = Pattern(r"^([^~]*)~([^~]*)~+\s*$")
_PARTS = Pattern(r"[\t,;|]")
_LOOKED_AT_FOR_HEADS = 30
"""Lines of a text in which its heads stand."""


def _is_headed(text: str) -> bool:
    """Whether a line among the first holds heads of columns: then it is a table, whoever typed it."""
    for line in text.split("\n", _LOOKED_AT_FOR_HEADS)[:_LOOKED_AT_FOR_HEADS]:
        parts = _PARTS.split(line.replace('"', ""), 12) if len(line) <= _LONGEST_TOLD else []
        heads = {column_of_head(part) for part in parts if 0 < len(part) <= 40} - {None}
        # Who asks for "họ tên, năm sinh, sđt" in a chat heads no columns.
        if len(heads) > 1 and heads & NAMES and not is_sent(line):
            return True
    return False


def part_columns(book: Book) -> None:
    """Part sheets of which all stands in one column: "1. Sầm Thị Tươi - 1950 - tổ 3"."""
    for sheet in book.sheets:
        lines = sorted(sheet.lines)
        cells = [cell for line in lines for cell in sheet.lines[line].values()]
        alone = sum(len(sheet.lines[line]) == 1 for line in lines)
        if alone * 10 < len(lines) * 9 or not all(isinstance(each.value, str) for each in cells):
            continue
        if sheet.written and sheet.font not in (KEYS, VIQR):
            # Its lines could not be parted as they stood, and nothing in them was mended since.
            continue
        sheet.written = {
            line: single_line(
                " ".join(words_of(cell) for _, cell in sorted(sheet.lines[line].items()))
            )
            for line in lines
        }
        rows = _parted("\n".join(sheet.written.values()))
        if _weight(rows) <= _LEAST_PARTED:
            continue
        for number, row in rows:
            struck = all(cell.struck for cell in sheet.lines[lines[number - 1]].values())
            sheet.lines[lines[number - 1]] = {
                column: Cell(value, struck) for column, value in enumerate(row) if value.strip()
            }
        sheet.merges.clear()


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


_SAID = Pattern(r'\ufeff?"?sep=(.)"?[;,\t|]*\r?\n')


def _parted(text: str) -> list[tuple[int, list[str]]]:
    """Lines with their numbers, in columns; the separator gives most lines the same, largest width."""
    best: Rows = []
    most = 0.0
    # "sep=;" tells Excel how the lines are parted, and is none of them.
    text = _LEADERS.sub("   ", _RULED.sub("", text))
    said = _SAID.match(text)
    if said is not None:
        text = "\n" + text[said.end() :]
    for separator in (said[1],) if said is not None else _SEPARATORS:
        if separator not in text:
            continue
        try:
            rows = _written(_quoted(text, separator))
        except csv.Error:
            continue
        if (weight := _weight(rows)) > most:
            best, most = rows, weight
    if (told := read_labelled(text)) is not None:
        return told
    for sign in (_SLASH, _DASH, _TIGHT_SLASH) if said is None else ():
        rows = _written(sign.split(line.strip()) for line in io.StringIO(text))
        if (weight := _weight(rows)) > max(most, _LEAST_BESIDE_COMMAS):
            best, most = rows, weight
    if most <= _LEAST_PARTED and (stacked := read_stacked(text)) is not None:
        return stacked
    if most <= _LEAST_PARTED:
        years = _written(parted_by_year(_unbroken(text)))
        for rows in (
            _written(_WIDE_BLANK.split(line.strip()) for line in io.StringIO(text)),
            _written(_aligned(text.split("\n"))),
            _written(_DASH.split(line.strip()) for line in io.StringIO(text)),
            years,
        ):
            weight = _weight(rows) * (_HEADED if _are_headed(rows) else 1)
            if weight > max(most, _LEAST_PARTED):
                best, most = rows, weight
        if best is years:
            best = sexes_apart(best)
        best = best or _written([line] for line in _in_sentences(text))
    return _numbered(best)


def _quoted(text: str, separator: str) -> Iterator[list[str]]:
    """The rows of a text whose cells may be quoted and then go on below; may raise csv.Error.

    A quote that would swallow whole lines was typed by hand, as a ditto mark or before a nickname,
    and stands for itself.
    """
    lines = list(io.StringIO(text))
    if '"' not in text:
        yield from csv.reader(lines, delimiter=separator)
        return
    widths = Counter(count for line in lines[:_WIDTHS_OF] if (count := line.count(separator)))
    usual = widths.most_common(1)[0][0] if widths else 1
    parts = re.escape(separator)
    alone = re.compile(rf'(?:^|{parts})[ ]*"[ ]*(?:{parts}|$)', re.MULTILINE)
    odd = [number for number, line in enumerate(lines) if line.count('"') % 2]
    ends = dict(pairwise([*odd, len(lines)]))
    number = 0
    while number < len(lines):
        end = ends.get(number, number)
        if end > number:
            below = lines[number + 1 : end + 1]
            is_swallowed = any(_inside(line, separator) >= usual for line in below)
            if end == len(lines) or is_swallowed or alone.search(lines[number]):
                end = number
        try:
            rows = list(csv.reader(lines[number : end + 1], delimiter=separator, strict=True))
        except csv.Error:
            end = number
            rows = [[cell.strip() for cell in lines[number].split(separator)]]
        yield from rows
        number = end + 1


def _inside(line: str, separator: str) -> int:
    """How many separators of a line that begins within quotes stand within quotes."""
    return sum(part.count(separator) for part in line.split('"')[::2])


_WIDTHS_OF = 400
"""Lines by which the usual number of columns is told."""


_HEADED = 1.5
"""How much more columns weigh that have their heads above them."""


def _are_headed(rows: Rows) -> bool:
    return any(are_heads(" - ".join(row)) for _, row in rows[:_FIRST_LINES] if len(row) > 1)


_FIRST_LINES = 4
_LEADERS = Pattern(r"(?<=\w) ?\.{4,} ?")
_RULED = Pattern(r"^[ \t]*[-=_─━═|+*~:][-=_─━═|+*~: \t]{3,}[-=_─━═|+*~:][ \t]*$", re.MULTILINE)
"""Dots that lead the eye, and lines that were drawn."""


def _in_sentences(text: str) -> Iterator[str]:
    """The lines of a text, those that are too long for a cell parted behind their sentences."""
    for line in io.StringIO(text):
        while len(line) > MOST_TEXT and (end := line.rfind(". ", 0, MOST_TEXT)) > 0:
            yield line[: end + 1]
            line = line[end + 2 :]
        yield line


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
        # Numbers stand at the right of their column: nothing stands before them.
        bounds = [0, *(at for at in own if line[:at].strip()), len(line)]
        yield [line[first:last].strip() for first, last in pairwise(bounds)]


_REST = Pattern(rf"\s+\S|(?:nam|nữ|nu|{ODD_PHONE.written_out()})(?=\W|$)", re.IGNORECASE)


def _unbroken(text: str) -> list[str]:
    """The lines of a list, numbered ones with the line below that goes on with them.

    Such a line is indented, or begins with a sex or a phone, and is joined; its place stays blank.
    """
    lines = text.split("\n")
    for at in range(len(lines) - 1):
        goes_on = _REST.match(lines[at + 1]) and not _NUMBERED.match(lines[at + 1])
        if goes_on and _NUMBERED.match(lines[at]):
            lines[at : at + 2] = [f"{lines[at].rstrip()} {lines[at + 1].strip()}", ""]
    return lines


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
        (
            number,
            [match[1], row[0][match.end() :], *row[1:]]
            if match
            # Heads keep standing above their columns.
            else (["", *row] if len(row) > 1 and column_of_head(row[0]) in NAMES else row),
        )
        for match, (number, row) in zip(found, rows, strict=True)
    ]


def _weight(rows: Rows) -> float:
    """How well a separator parts the lines: the commonest width by the share that has it."""
    widths = Counter(len(row) for _, row in rows)
    return max(
        (width * count / len(rows) for width, count in widths.items() if width > 1), default=0.0
    )
