"""A page of a .docx, piece by piece: what papers and materials are both put together of."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.documents.zipped import fixed_archive

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

LONG_SIDE, SHORT_SIDE = 297, 210
AFTER_SHADING = ("w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")
"""What comes after a paragraph's shading: the order is part of the format (ECMA-376, 17.3.1.26)."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element(tag: str, **attributes: str) -> Any:
    """An element of Word's own language that the library has no word for."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def saved(document: Document, *, title: str, author: str, language: str, now: datetime) -> bytes:
    """A document as the bytes of a .docx; the same at the same moment is the same bytes."""
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, author, language
    properties.comments = ""
    moment = now.replace(tzinfo=None, microsecond=0)
    properties.created = properties.modified = moment
    properties.last_modified_by, properties.revision = author, 1
    held = io.BytesIO()
    document.save(held)
    return fixed_archive(held.getvalue())


class Page:
    """A document of one font, and its pieces. Lengths are in millimetres, letters in points."""

    def __init__(self, document: Document, font: str, size: float, language: str) -> None:
        self._document = document
        self._font = font
        self._size = size
        self._language = language

    def _set_font(self) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt

        style: Any = self._document.styles["Normal"]
        style.font.name, style.font.size = self._font, Pt(self._size)
        properties = style.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for each in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{each}"), self._font)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        properties.append(element("w:lang", val=self._language, eastAsia=self._language))
        style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.0

    # Letters and paragraphs

    def _run(
        self,
        paragraph: Paragraph,
        text: str,
        *,
        bold: bool = False,
        italic: bool = False,
        size: float | None = None,
    ) -> Any:
        from docx.shared import Pt

        run = paragraph.add_run(_UNPRINTABLE.sub("", text))
        run.bold, run.italic = bold or None, italic or None
        if size is not None:
            run.font.size = Pt(size)
        return run

    @staticmethod
    def _align(paragraph: Paragraph, where: str) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, where.upper())

    def _paragraph(
        self,
        place: Any,
        text: str,
        *,
        align: str = "left",
        bold: bool = False,
        italic: bool = False,
        size: float | None = None,
        first_line: float = 0,
        left: float = 0,
        hanging: float = 0,
        before: float = 0,
        after: float = 0,
        keep: bool = False,
        first: bool = False,
    ) -> Paragraph:
        """A paragraph; indents in millimetres, room before and after in points.

        `first`: the one that an empty cell has already.
        """
        from docx.shared import Mm, Pt

        paragraph: Paragraph = place.paragraphs[0] if first else place.add_paragraph()
        if text:
            self._run(paragraph, text, bold=bold, italic=italic, size=size)
        self._align(paragraph, align)
        form = paragraph.paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)
        form.left_indent = Mm(left + hanging) if left or hanging else None
        form.first_line_indent = Mm(-hanging) if hanging else Mm(first_line) if first_line else None
        form.keep_with_next = keep or None
        form.widow_control = True
        return paragraph

    def _line_under(self, place: Any, width: float, length: float, *, after: float = 0) -> None:
        """A drawn line of so many millimetres in the middle of a place so wide."""
        from docx.shared import Mm, Pt

        paragraph = self._paragraph(place, "", before=2, after=after, keep=True)
        self._run(paragraph, "", size=2)
        side = max((width - length) / 2, 0)
        form = paragraph.paragraph_format
        form.left_indent = form.right_indent = Mm(side)
        form.line_spacing = Pt(3)
        borders = element("w:pBdr")
        borders.append(element("w:top", val="single", sz="6", space="1", color="000000"))
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(borders, "w:shd", *AFTER_SHADING)

    def _field(self, paragraph: Paragraph, instruction: str) -> None:
        for kind in ("begin", None, "separate", "text", "end"):
            run = self._run(paragraph, "1" if kind == "text" else "", size=13)
            if kind is None:
                text = element("w:instrText")
                text.text = f" {instruction} "
                run._r.append(text)
            elif kind != "text":
                run._r.append(element("w:fldChar", fldCharType=kind))

    # Tables

    def _table(self, widths: list[float], *, grid: bool = False) -> Any:
        """A table of one row with fixed widths in millimetres."""
        from docx.shared import Mm

        table = self._document.add_table(rows=1, cols=len(widths))
        table.style = self._document.styles["Table Grid" if grid else "Normal Table"]
        table.autofit = False
        properties = table._tbl.tblPr
        margins = element("w:tblCellMar")
        for side in ("left", "right"):
            margins.append(element(f"w:{side}", w="60" if grid else "0", type="dxa"))
        properties.append(margins)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        return table

    @staticmethod
    def _shape(row: Any, widths: list[float], *, repeated: bool = False) -> None:
        """Widths for readers that look at cells only; a row never breaks over two pages."""
        from docx.shared import Mm

        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
        properties = row._tr.get_or_add_trPr()
        properties.append(element("w:cantSplit"))
        if repeated:
            properties.append(element("w:tblHeader"))

    @staticmethod
    def _least_height(row: Any, millimetres: float) -> None:
        """At least so high, more where a cell needs it."""
        from docx.enum.table import WD_ROW_HEIGHT_RULE
        from docx.shared import Mm

        row.height, row.height_rule = Mm(millimetres), WD_ROW_HEIGHT_RULE.AT_LEAST

    def _cell(
        self,
        cell: _Cell,
        text: str,
        *,
        bold: bool = False,
        centred: bool = False,
        size: float | None = None,
        keep: bool = False,
    ) -> None:
        from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        self._paragraph(
            cell, text, align="center" if centred else "left", bold=bold, size=size, first=True,
            before=1, after=1, keep=keep,
        )  # fmt: skip
