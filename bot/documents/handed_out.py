"""Filled materials as .docx: A4, one plain font in large letters, black on white, easy to copy."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.documents.materials import FilledMaterial
from bot.documents.page import AFTER_SHADING, LONG_SIDE, SHORT_SIDE, Page, element, saved
from bot.documents.papers import DOT, Part

if TYPE_CHECKING:
    from docx.document import Document
    from docx.shared import Length

FONT = "Arial"
LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
SHADE = "E7EDF3"
"""Light enough that a copy of a copy can be read."""
_TITLE, _HEADING, _LARGE = 1.5, 1.15, 1.35
"""How much larger than the text these are."""
_QUIET = 4
"""White modules around a square to scan (ISO/IEC 18004)."""
_POSTER = "poster"
_SIZES = {True: (80.0, 58.0), False: (45.0, 44.0)}
"""Millimetres of a square to scan and points of the code, on a poster and elsewhere: a poster is
read from two metres."""
_ALONE = 1.5
"""How much larger the code is where no square stands beside it."""


def write_material(filled: FilledMaterial, *, title: str, author: str, now: datetime) -> bytes:
    """The material as the bytes of a .docx; the same at the same moment is the same bytes."""
    import docx

    document = docx.Document()
    _Writer(document, filled).write()
    language = LANGUAGES[filled.language]
    return saved(document, title=title, author=author, language=language, now=now)


def square(link: str) -> bytes:
    """A link as a square to scan, a PNG."""
    import segno

    held = io.BytesIO()
    segno.make(link, error="m", micro=False).save(held, kind="png", scale=12, border=_QUIET)
    return held.getvalue()


def code_in_groups(code: str) -> str:
    """A code apart, so that nobody misreads it; dots leave room to write it."""
    return code if DOT in code else " ".join((code[:3], code[3:])).strip()


def _exercise(parts: tuple[Part, ...]) -> int:
    """How many parts from the first on are one exercise, which ends with room to write; or 0."""
    kinds = [part.kind for part in parts]
    if kinds[0] != "subject" or "room" not in kinds:
        return 0
    end = kinds.index("room")
    return end + 1 if set(kinds[1:end]) <= {"paragraph"} else 0


class _Writer(Page):
    """Writes one material into a fresh document."""

    def __init__(self, document: Document, filled: FilledMaterial) -> None:
        super().__init__(document, FONT, filled.size, LANGUAGES[filled.language])
        self._filled = filled
        self._number = 0
        self._break = False
        self._place: Any = document

    def write(self) -> None:
        """The whole material."""
        self._page()
        self._set_font()
        parts = self._filled.parts
        while parts:
            if length := _exercise(parts):
                self._exercise(parts[:length])
            else:
                self._part(parts[0], coming=parts[1].kind if len(parts) > 1 else None)
            parts = parts[length or 1 :]

    def _page(self) -> None:
        from docx.shared import Mm

        section, margin = self._document.sections[0], self._filled.material.margin
        section.page_width, section.page_height = Mm(SHORT_SIDE), Mm(LONG_SIDE)
        for side in ("top", "bottom", "left", "right"):
            setattr(section, f"{side}_margin", Mm(margin))
        section.header_distance = section.footer_distance = Mm(8)
        self._width = SHORT_SIDE - 2 * margin

    def _part(self, part: Part, *, coming: str | None) -> None:
        match part.kind:
            case "title":
                self._title(part.lines[0])
            case "subject":
                self._number = 0
                self._heading(part.lines[0])
            case "clause":
                self._number += 1
                self._item(f"{self._number}.", part.lines[0])
            case "dash":
                self._item("•", part.lines[0])
            case "paragraph":
                # A table to fill in stays with the words that say how.
                self._paragraph(
                    self._place, part.lines[0], after=self._size * 0.35, keep=coming == "table"
                )
            case "note":
                self._paragraph(self._document, part.head, italic=True, after=self._size * 0.5)
            case "large":
                for line in part.lines:
                    self._paragraph(
                        self._document, line, align="center", bold=True,
                        size=self._size * _LARGE, after=self._size * 0.5,
                    )  # fmt: skip
            case "section":
                self._section(part)
            case "box":
                self._box(part)
            case "invite":
                self._invite(part)
            case "room":
                self._room(int(part.head))
            case "page":
                self._break = True
            case "table":
                self._grid(part)
                # A page that ends with its table has no room for a line under it.
                if coming != "page":
                    self._paragraph(self._document, "", size=6)

    def _exercise(self, parts: tuple[Part, ...]) -> None:
        """A heading, what to do, and room for it, in a row that no page breaks.

        Lines that are each to be kept with the next are torn apart by some word processors where
        there are many of them.
        """
        table = self._table([self._width])
        self._shape(table.rows[0], [self._width])
        self._place = table.rows[0].cells[0]
        for part in parts:
            self._part(part, coming=None)
        self._place = self._document

    # Words

    def _title(self, text: str) -> None:
        paragraph = self._paragraph(
            self._document, text, align="center", bold=True, size=self._size * _TITLE,
            before=4, after=self._size * 0.5, keep=True,
        )  # fmt: skip
        shading = element("w:shd", val="clear", color="auto", fill=SHADE)
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(shading, *AFTER_SHADING)

    def _heading(self, text: str) -> None:
        inside = self._place is not self._document
        paragraph = self._paragraph(
            self._place, text, bold=True, size=self._size * _HEADING,
            before=self._size * 0.6, after=self._size * 0.2, keep=not inside, first=inside,
        )  # fmt: skip
        paragraph.paragraph_format.page_break_before = self._break or None
        self._break = False

    def _item(self, mark: str, text: str) -> None:
        paragraph = self._paragraph(self._document, "", hanging=6, after=self._size * 0.25)
        paragraph.paragraph_format.tab_stops.add_tab_stop(self._mm(6))
        self._run(paragraph, f"{mark}\t{text}")

    def _section(self, part: Part) -> None:
        """A question and its answer, which stay together."""
        self._paragraph(self._document, part.head, bold=True, before=4, after=1, keep=True)
        for place, line in enumerate(part.lines):
            last = place == len(part.lines) - 1
            self._paragraph(self._document, line, after=5 if last else 1, keep=not last)

    def _room(self, lines: int) -> None:
        """Dotted lines as wide as the page, far enough apart to write on."""
        dots = DOT * (int(self._width / (self._size * 25.4 / 72)) - 1)  # each as wide as it is high
        for _ in range(lines):
            self._paragraph(self._place, dots, before=10)

    @staticmethod
    def _mm(length: float) -> Length:
        from docx.shared import Mm

        return Mm(length)

    # Frames and tables

    def _box(self, part: Part) -> None:
        table = self._table([self._width], grid=True)
        self._shape(table.rows[0], [self._width])
        cell = table.rows[0].cells[0]
        for place, line in enumerate(part.lines):
            name, mark, value = line.partition(":")
            paragraph = self._paragraph(cell, "", first=place == 0, before=3, after=3, left=2)
            self._run(paragraph, f"{name}{mark}", bold=True)
            self._run(paragraph, value)
        self._paragraph(self._document, "", size=6)

    def _invite(self, part: Part) -> None:
        """The code and how it is used, beside the square where a link leads somewhere."""
        how, link = self._size * 0.9, self._filled.link
        side, size = _SIZES[self._filled.material.code == _POSTER]
        place: Any = self._document
        if link is not None:
            widths = [side + 4, self._width - side - 4]
            table = self._table(widths)
            self._shape(table.rows[0], widths)
            first, place = table.rows[0].cells
            picture = self._paragraph(first, "", first=True)
            picture.add_run().add_picture(io.BytesIO(square(link)), width=self._mm(side))
        else:
            size *= _ALONE
        self._code(place, part.head, size, first=link is not None)
        for line in part.lines:
            self._paragraph(place, line, align="center", size=how, after=3)

    def _code(self, place: Any, code: str, size: float, *, first: bool = False) -> None:
        spaced = code_in_groups(code)
        self._paragraph(place, spaced, align="center", bold=True, size=size, first=first, after=4)

    def _grid(self, part: Part) -> None:
        widths = [self._width * column.width / 100 for column in part.columns]
        table = self._table(widths, grid=True)
        self._shape(table.rows[0], widths, repeated=True)
        for cell, column in zip(table.rows[0].cells, part.columns, strict=True):
            self._cell(cell, column.heading, bold=True, centred=True, keep=True)
        for place, cells in enumerate(part.rows):
            row: Any = table.add_row()
            keep = place < len(part.rows) - 1
            self._shape(row, widths)
            if not all(cells):
                self._least_height(row, 9)
            for cell, column, value in zip(row.cells, part.columns, cells, strict=True):
                self._cell(cell, str(value), centred=column.centred, keep=keep)
