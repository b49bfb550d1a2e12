"""Filled papers as .docx, laid out as Decree 30/2020/NĐ-CP, appendix I, has it.

A4; margins 20/20/30/15 mm; Times New Roman, black; the page's number centred in the top margin,
on a paper of its own not on page 1. Tables repeat their headings and keep their lines whole.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.documents.page import LONG_SIDE, SHORT_SIDE, Page, saved
from bot.documents.papers import FilledPaper, Look, Part
from bot.documents.texts import common_words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.table import _Cell

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15
"""Margins in millimetres."""
ROW_HEIGHT = 8
"""Least height of a list's line in millimetres: room to sign by hand."""
SIGNATURE_ROOM = 54
"""Points left for a signature by hand."""
_WIDEST_TABLE = 165
"""Millimetres of a table beside the text: what is written on across an upright page."""
_BODY = frozenset(("clause", "dash", "enclosed", "paragraph"))
_FULL_LINE = 0.5
"""Width of a letter of bold Times in its size, on the average: for lines as long as a text."""


def write_word(filled: FilledPaper, *, title: str, author: str, now: datetime) -> bytes:
    """The paper as the bytes of a .docx; the same paper at the same moment is the same bytes."""
    import docx

    document = docx.Document()
    _Writer(document, filled).write()
    return saved(document, title=title, author=author, language=LANGUAGE, now=now)


class _Writer(Page):
    """Writes one paper into a fresh document."""

    def __init__(self, document: Document, filled: FilledPaper) -> None:
        super().__init__(document, FONT, filled.paper.size, LANGUAGE)
        self._filled = filled
        self._paper = filled.paper
        self._words = common_words()
        self._clause = 0

    def write(self) -> None:
        """The whole paper."""
        self._page()
        self._set_font()
        if self._paper.look is Look.LETTER:
            self._national_head(self._document, self._size)
            self._paragraph(self._document, "", after=0)
        else:
            self._two_columns_head()
        parts = self._filled.parts
        bodies = [place for place, part in enumerate(parts) if part.kind in _BODY]
        for place, part in enumerate(parts):
            # Nobody signs a page on which nothing stands but the place to sign.
            self._part(part, last=bodies[-1:] == [place])
        self._signatures()

    # The page

    def _page(self) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        section = self._document.sections[0]
        across, down = SHORT_SIDE, LONG_SIDE
        if self._paper.landscape:
            across, down = down, across
            section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(across), Mm(down)
        section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
        section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
        section.header_distance = section.footer_distance = Mm(10)
        self._width = across - LEFT - RIGHT
        self._number_pages(section)

    def _number_pages(self, section: Section) -> None:
        """Number alone from page 2 on; a list says on every page how many there are."""
        paragraph = section.header.paragraphs[0]
        self._align(paragraph, "center")
        if self._paper.look is Look.LIST:
            pieces = re.split(r"(\{\w+\})", self._words["page"])
            for piece in pieces:
                field = {"{page}": "PAGE", "{pages}": "NUMPAGES"}.get(piece)
                if field is not None:
                    self._field(paragraph, field)
                elif piece:
                    self._run(paragraph, piece, size=13)
            return
        section.different_first_page_header_footer = True
        self._field(paragraph, "PAGE")

    # Heads

    def _national_head(
        self, place: Any, size: float, *, first: bool = False, width: float | None = None
    ) -> None:
        motto = self._words["motto"]
        self._paragraph(
            place, self._words["national_title"], align="center", bold=True, size=size - 1,
            first=first, keep=True,
        )  # fmt: skip
        self._paragraph(place, motto, align="center", bold=True, size=size, keep=True)
        length = len(motto) * size * _FULL_LINE * 25.4 / 72
        self._line_under(place, width or self._width, length)

    def _two_columns_head(self) -> None:
        """Left the body and its number, right the national title with place and date."""
        share = 0.4 if not self._paper.landscape else 0.45
        left, right = self._width * share, self._width * (1 - share)
        table = self._table([left, right])
        self._shape(table.rows[0], [left, right])
        body, nation = table.rows[0].cells
        size = 13
        issuer = self._filled.find("issuer")
        lines = issuer.lines if issuer else ()
        for place, line in enumerate(lines):
            bold = place == len(lines) - 1
            self._paragraph(
                body, line, align="center", bold=bold, size=12, first=place == 0, keep=True
            )
        if lines:
            self._line_under(body, left, left * 0.35)
        number = self._filled.find("number")
        if number is not None:
            self._paragraph(body, number.head, align="center", size=size, before=4)
        self._national_head(nation, size, first=True, width=right)
        if self._paper.look is Look.OFFICE:
            self._paragraph(
                nation, self._filled.place_and_date, align="center", italic=True, size=size,
                before=4,
            )  # fmt: skip
        self._paragraph(self._document, "", after=0)

    # The text

    def _part(self, part: Part, *, last: bool) -> None:
        match part.kind:
            case "title":
                self._titled(part.lines[0], "title")
            case "subject":
                self._titled(part.lines[0], "subject")
            case "clause":
                self._clause += 1
                opens = part.lines[0].endswith(":")
                self._body(f"{self._clause}. {part.lines[0]}", keep=opens or last)
            case "dash":
                self._dash(part.lines[0], keep=last)
            case "paragraph":
                self._body(part.lines[0], keep=last)
            case "to":
                self._to(part)
            case "enclosed":
                self._body(part.head, keep=True)
                for place, line in enumerate(part.lines):
                    self._dash(line.removeprefix("- "), keep=last or place < len(part.lines) - 1)
            case "facts":
                for line in part.lines:
                    self._fact(line)
            case "note":
                self._paragraph(
                    self._document, part.head, align="center", italic=True, after=8, keep=True
                )
            case "rows" | "table":
                self._grid(part)

    def _titled(self, text: str, kind: str) -> None:
        title = kind == "title"
        self._paragraph(
            self._document, text, align="center", bold=True,
            size=self._size + 1 if title else self._size,
            before=10 if title else 0, after=4, keep=True,
        )  # fmt: skip
        if kind == "subject":
            length = min(len(text) * self._size * _FULL_LINE * 25.4 / 72 * 0.4, self._width / 3)
            self._line_under(self._document, self._width, length, after=8)

    def _body(self, text: str, *, keep: bool = False) -> None:
        self._paragraph(
            self._document, text, align="justify", first_line=10, before=3, after=3, keep=keep
        )

    def _dash(self, text: str, *, keep: bool = False) -> None:
        self._paragraph(self._document, f"- {text}", left=10, hanging=3.5, after=3, keep=keep)

    def _fact(self, text: str) -> None:
        """A line "what: value", the first in bold."""
        name, mark, value = text.partition(":")
        paragraph = self._paragraph(self._document, "", left=10, hanging=0, before=3, after=3)
        self._run(paragraph, f"{name}{mark}", bold=True)
        self._run(paragraph, value)

    def _to(self, part: Part) -> None:
        """One addressee on the same line, several on lines of their own."""
        if len(part.lines) == 1:
            line = part.lines[0].removeprefix("- ")
            self._paragraph(
                self._document, f"{part.head} {line}", align="center", before=4, after=6
            )
            return
        left = self._width * 0.22
        self._paragraph(self._document, part.head, left=left, before=4, keep=True)
        for place, line in enumerate(part.lines):
            last = place == len(part.lines) - 1
            self._paragraph(
                self._document, line, left=left + 12, hanging=3, after=8 if last else 0,
                keep=not last,
            )  # fmt: skip

    # Tables

    def _grid(self, part: Part) -> None:
        """A table with lines; its headings are repeated on each page."""
        # A table as wide as the page for lists of people, narrower for short sums.
        listed = part.kind == "rows"
        width = self._width if listed else min(self._width, _WIDEST_TABLE)
        widths = [width * column.width / 100 for column in part.columns]
        table = self._table(widths, grid=True)
        size = 12 if self._paper.look is Look.LIST else self._size
        self._shape(table.rows[0], widths, repeated=True)
        for cell, column in zip(table.rows[0].cells, part.columns, strict=True):
            self._cell(cell, column.heading, bold=True, centred=True, size=size, keep=True)
        # Only a list of people runs over several pages; what is short stays on one.
        long = listed and self._paper.look is Look.LIST
        for place, cells in enumerate(part.rows):
            row: Any = table.add_row()
            self._shape(row, widths)
            keep = not long and (place < len(part.rows) - 1 or not listed)
            for cell, column, value in zip(row.cells, part.columns, cells, strict=True):
                self._cell(cell, str(value), centred=column.centred, size=size, keep=keep)
            if long:
                self._least_height(row, ROW_HEIGHT)
        self._paragraph(self._document, "", after=4, keep=not listed)

    # The end

    def _signatures(self) -> None:
        """Left the receivers or another's word, right who signs; never apart on two pages."""
        left, right = self._filled.find("left"), self._filled.find("right")
        receivers = self._filled.find("receivers")
        if right is None:
            return
        half = self._width / 2
        self._paragraph(self._document, "", size=6, keep=True)
        table = self._table([half, half])
        self._shape(table.rows[0], [half, half])
        first, second = table.rows[0].cells
        if receivers is not None:
            self._paragraph(
                first, receivers.head, bold=True, italic=True, size=12, first=True, keep=True
            )
            for line in receivers.lines:
                self._paragraph(first, line, size=11, keep=True)
        elif left is not None:
            dated = self._paper.look is not Look.OFFICE
            self._signer(first, left, above="" if dated else None)
        dated_line = None if self._paper.look is Look.OFFICE else self._filled.place_and_date
        self._signer(second, right, above=dated_line)

    def _signer(self, cell: _Cell, part: Part, *, above: str | None) -> None:
        """A signer's post, room, and name; above it the place and the date in letters and lists."""
        first = True
        if above is not None:
            self._paragraph(cell, above, align="center", italic=True, first=True, keep=True)
            first = False
        room = False
        for line in part.lines:
            if line == "---":
                room = True
                continue
            aside = line.startswith("(")
            self._paragraph(
                cell, line, align="center", bold=not aside, italic=aside, first=first,
                size=self._size - 1 if aside else None,
                before=SIGNATURE_ROOM if room else 0, keep=True,
            )  # fmt: skip
            first = room = False
