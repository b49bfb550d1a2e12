"""Tables of web pages and XML of Excel 2003: what other programs save under the name of .xls."""

from __future__ import annotations

import email
import re
from html.parser import HTMLParser

from bot.language.text import single_line
from bot.rosters.book import (
    MOST_TEXT,
    Area,
    Book,
    Cell,
    RosterError,
    Sheet,
    Value,
    as_day,
    as_number,
    unstruck,
)
from bot.rosters.markup import Attributes, find, parse
from bot.rosters.plain import decode

_MOST_SPAN = 500


def read_page(content: bytes) -> Book:
    """The tables of a web page, a sheet each; of a saved page with its pictures the page itself."""
    if content[:200].lstrip().lower().startswith((b"mime-version", b"from:", b"content-type:")):
        for part in email.message_from_bytes(content).walk():
            if part.get_content_type() == "text/html":
                payload = part.get_payload(decode=True)
                content = payload if isinstance(payload, bytes) else content
                break
    named = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", content[:2000], re.IGNORECASE)
    page = _Page()
    page.feed(decode(content, named[1].decode("ascii") if named else None))
    page.close()
    if not page.book.sheets:
        raise RosterError("roster.broken")
    return page.book


class _Page(HTMLParser):
    """Collects the cells of a page's tables."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.book = Book()
        self._tables: list[tuple[Sheet, int, int, dict[tuple[int, int], bool]]] = []
        self._sheet: Sheet | None = None
        self._line, self._column = 0, -1
        self._taken: dict[tuple[int, int], bool] = {}
        self._pieces: list[tuple[str, bool]] | None = None
        self._struck = 0
        self._struck_cell = False
        self._silent = 0
        self._between: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        told = {name: value or "" for name, value in attrs}
        if tag in ("style", "script", "head"):
            self._silent += 1
        elif tag == "table":
            if self._sheet is not None:
                self._tables.append((self._sheet, self._line, self._column, self._taken))
            self._sheet = self.book.add_sheet("")
            self._sheet.caption = single_line(" ".join(self._between))[-MOST_TEXT:]
            self._between = []
            self._line, self._column, self._taken, self._pieces = 0, -1, {}, None
        elif self._sheet is None:
            return
        elif tag == "tr":
            self._finish()
            self._line, self._column = self._line + 1, -1
            if "display:none" in told.get("style", "").replace(" ", "").lower():
                self._sheet.hidden_lines.add(self._line)
        elif tag in ("td", "th"):
            self._finish()
            self._open(self._sheet, told)
        elif tag in ("s", "strike", "del"):
            self._struck += 1
        elif tag in ("br", "p", "div") and self._pieces:
            self._pieces.append(("\n", False))

    def _open(self, sheet: Sheet, told: dict[str, str]) -> None:
        self._column += 1
        while self._taken.pop((self._line, self._column), False):
            self._column += 1
        across, down = _span(told.get("colspan")), _span(told.get("rowspan"))
        if across > 1 or down > 1:
            area = Area(self._line, self._column, self._line + down - 1, self._column + across - 1)
            self.book.merge(sheet, area)
            if len(self._taken) < 50_000:
                for line in range(area.top, area.bottom + 1):
                    for column in range(area.left, area.right + 1):
                        self._taken[line, column] = True
                self._taken.pop((area.top, area.left))
        self._pieces = []
        self._struck_cell = "line-through" in told.get("style", "")

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if tag in ("style", "script", "head"):
            self._silent = max(self._silent - 1, 0)
        elif tag in ("td", "th", "tr"):
            self._finish()
        elif tag in ("s", "strike", "del"):
            self._struck = max(self._struck - 1, 0)
        elif tag == "table":
            self._finish()
            if self._tables:
                self._sheet, self._line, self._column, self._taken = self._tables.pop()
            else:
                self._sheet = None

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        if self._sheet is None and not self._silent and len(self._between) < MOST_TEXT:
            self._between.append(data[:MOST_TEXT])
        if self._pieces is None or self._silent or len(self._pieces) > MOST_TEXT:
            return
        self._pieces.append((data[:MOST_TEXT], self._struck > 0))

    def _finish(self) -> None:
        pieces, self._pieces = self._pieces, None
        if pieces is None or self._sheet is None:
            return
        written, struck = unstruck(pieces)
        text = re.sub(r"[ \t\r\n]*\n[ \t\r\n]*", "\n", written).strip()
        cell = Cell(text or None, struck or self._struck_cell)
        self.book.put(self._sheet, self._line, self._column, cell)


def _span(text: str | None) -> int:
    return min(max(int(text), 1), _MOST_SPAN) if text and text.strip().isdigit() else 1


def read_spreadsheet_xml(content: bytes) -> Book:
    """A workbook as one file of XML, as Excel 2003 and exporters write it."""
    reader = _SpreadsheetXml()
    parse([content], reader.start, reader.end, reader.text)
    if not reader.book.sheets:
        raise RosterError("roster.broken")
    return reader.book


class _SpreadsheetXml:
    """Reads Excel's XML of 2003 from its beginning to its end."""

    def __init__(self) -> None:
        self.book = Book()
        self._sheet: Sheet | None = None
        self._style = ""
        self._struck: set[str] = set()
        self._line, self._column, self._column_defined = 0, 0, -1
        self._cell: Attributes = {}
        self._kind = ""
        self._pieces: list[str] | None = None
        self._option = ""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if name == "Style":
            self._style = find(attributes, "ID") or ""
        elif name == "Font" and find(attributes, "StrikeThrough") == "1":
            self._struck.add(self._style)
        elif name == "Worksheet":
            self._sheet = self.book.add_sheet(find(attributes, "Name") or "")
            self._line, self._column_defined = 0, -1
        elif self._sheet is None:
            return
        elif name == "Column":
            self._column_defined = _index(attributes, self._column_defined + 1)
            span = int(find(attributes, "Span") or 0)
            if find(attributes, "Hidden") == "1":
                first = self._column_defined
                self._sheet.hidden_columns.update(range(first, first + min(span, 500) + 1))
            self._column_defined += span
        elif name == "Row":
            self._line = _index(attributes, self._line) + 1
            self._column = -1
            if find(attributes, "Hidden") == "1":
                self._sheet.hidden_lines.add(self._line)
        elif name == "Cell":
            self._cell = attributes
            self._column = _index(attributes, self._column + 1)
            across, down = (
                int(find(attributes, each) or 0) for each in ("MergeAcross", "MergeDown")
            )
            if across or down:
                area = Area(self._line, self._column, self._line + down, self._column + across)
                self.book.merge(self._sheet, area)
        elif name == "Data":
            self._kind, self._pieces = find(attributes, "Type") or "String", []
        elif name == "Visible":
            self._option = name

    def text(self, piece: str) -> None:
        """Text between elements."""
        if self._pieces is not None and len(self._pieces) < MOST_TEXT:
            self._pieces.append(piece[:MOST_TEXT])
        elif self._option == "Visible" and self._sheet is not None and "Hidden" in piece:
            self._sheet.hidden = True

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "Visible":
            self._option = ""
        elif name == "Worksheet":
            self._sheet = None
        elif name == "Data" and self._sheet is not None and self._pieces is not None:
            text, self._pieces = "".join(self._pieces), None
            value: Value = text or None
            if self._kind == "Number":
                value = as_number(text)
            elif self._kind == "DateTime":
                value = as_day(text)
            struck = (find(self._cell, "StyleID") or "") in self._struck
            self.book.put(self._sheet, self._line, self._column, Cell(value, struck))
        elif name == "Cell":
            across = int(find(self._cell, "MergeAcross") or 0)
            self._column += min(across, _MOST_SPAN)


def _index(attributes: Attributes, otherwise: int) -> int:
    """A place that is told, from 0, or the next one."""
    text = find(attributes, "Index") or ""
    return int(text) - 1 if text.isdigit() and 0 < int(text) < 2_000_000 else otherwise
