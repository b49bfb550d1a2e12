"""A sent file as a book of sheets, by its first bytes and never by its name."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from bot.rosters.across import lay_out_across
from bot.rosters.book import MOST_BYTES, Book, RosterError
from bot.rosters.by_sex import lay_out_by_sex
from bot.rosters.cards import lay_out_cards
from bot.rosters.excel import read_excel
from bot.rosters.fonts import mend_fonts
from bot.rosters.garbled import mend_garbled
from bot.rosters.labels import lay_out_labels
from bot.rosters.letters import read_letter
from bot.rosters.old_excel import read_old_excel
from bot.rosters.opendocument import read_content, read_opendocument
from bot.rosters.pages import read_page, read_spreadsheet_xml
from bot.rosters.plain import decode, part_columns, read_text

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_LISTS = (
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"RIFF",
    b"%PDF",
    b"{\\rtf",
    b"Rar!",
    b"7z\xbc\xaf",
)
"""How photos, PDF files, letters and other archives begin."""
_MOST_PARTS = 2000


def read_book(path: Path) -> Book:
    """The sheets of a file, old fonts mended; raises RosterError, which tells what to press."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise RosterError("roster.too_big", megabytes=MOST_BYTES // (1024 * 1024))
        content = path.read_bytes()
    except OSError:
        raise RosterError("roster.file_gone") from None
    book = _read(content)
    mend_garbled(book)
    mend_fonts(book)
    lay_out_labels(book)
    lay_out_cards(book)
    lay_out_by_sex(book)
    lay_out_across(book)
    part_columns(book)
    return book


def read_typed_book(text: str) -> Book:
    """The lines of a text that somebody typed, as a sheet; raises RosterError for what is none."""
    book = read_text(text.encode())
    mend_fonts(book)
    part_columns(book)
    return book


def _read(content: bytes) -> Book:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) and "<" in decode(content[:64]).lstrip()[:1]:
        # A page or a sheet that a program saved as "Unicode".
        content = decode(content).encode("utf-8")
    beginning = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not content.strip():
        raise RosterError("roster.empty")
    if content.startswith(_NO_LISTS) or content[4:8] == b"ftyp":
        raise RosterError("roster.no_list")
    if content.startswith(b"PK"):
        return _archive(content)
    if content.startswith(_OLD_OFFICE) or content[:2] in (b"\x09\x08", b"\x09\x04", b"\x09\x02"):
        return read_old_excel(content)
    if beginning.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"mime-version")):
        return read_page(content)
    if beginning.startswith(b"<"):
        if b"urn:schemas-microsoft-com:office:spreadsheet" in content[:8192]:
            return read_spreadsheet_xml(content)
        if b"office:spreadsheet" in content or b"office:document" in beginning:
            return read_content([content])
        if b"<html" in beginning or b"<table" in content.lower():
            return read_page(content)
        raise RosterError("roster.broken")
    return read_text(content)


def _archive(content: bytes) -> Book:
    """A workbook that is an archive: of Excel or of LibreOffice."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if len(names) > _MOST_PARTS:
                raise RosterError("roster.broken")
            if any(entry.flag_bits & 1 for entry in archive.infolist()):
                raise RosterError("roster.password")
            folders = {name.lower().split("/")[0] for name in names}
            if "content.xml" in names:
                return read_opendocument(archive)
            if any(name.lower().endswith("xl/workbook.xml") for name in names):
                return read_excel(archive)
            if any(name.lower().endswith("xl/workbook.bin") for name in names):
                raise RosterError("roster.old_excel")
            if "word/document.xml" in names:
                return read_letter(archive)
            if "index" in folders:
                # Numbers on iPhones and Macs.
                raise RosterError("roster.old_excel")
            raise RosterError("roster.no_list")
    except RosterError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError):
        raise RosterError("roster.broken") from None
    except RuntimeError:  # a part behind a password
        raise RosterError("roster.password") from None
