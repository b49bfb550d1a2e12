"""Lists as programs and people write them, for tests: every format in a few lines."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import docx
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

Row = Sequence[Any]


def xlsx(
    path: Path,
    sheets: Mapping[str, Sequence[Row]] | Sequence[Row],
    *,
    merges: Sequence[str] = (),
    struck: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[str] = (),
    hidden_sheets: Sequence[str] = (),
    formats: Mapping[str, str] | None = None,
    filtered: str = "",
    comments: Mapping[str, str] | None = None,
    fills: Mapping[str, str] | None = None,
) -> Path:
    """A workbook of Excel; merges, struck and hidden are of its first sheet."""
    book = Workbook()
    book.remove(book.active)
    named = sheets if isinstance(sheets, Mapping) else {"Sheet1": sheets}
    for title, rows in named.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        if title in hidden_sheets:
            sheet.sheet_state = "hidden"
    first = book.worksheets[0]
    for area in merges:
        first.merge_cells(area)
    for cell in struck:
        first[cell].font = Font(strike=True)
    for number in hidden_rows:
        first.row_dimensions[number].hidden = True
    for letter in hidden_columns:
        first.column_dimensions[letter].hidden = True
    for cell, code in (formats or {}).items():
        first[cell].number_format = code
    for cell, said in (comments or {}).items():
        first[cell].comment = Comment(said, "Lan")
    for cell, colour in (fills or {}).items():
        first[cell].fill = PatternFill("solid", fgColor=colour)
    if filtered:
        first.auto_filter.ref = filtered
        first.auto_filter.add_filter_column(0, ["x"])
    book.save(path)
    return path


def changed(path: Path, change: Mapping[str, tuple[str, str]]) -> Path:
    """The same archive with words of its parts replaced."""
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            for ending, (before, after) in change.items():
                if name.endswith(ending):
                    content = content.replace(before.encode(), after.encode())
            target.writestr(name, content)
    return path


def text(path: Path, rows: Sequence[Row], separator: str = ",", encoding: str = "utf-8") -> Path:
    """A .csv or .txt; cells that hold the separator are quoted."""
    lines = []
    for row in rows:
        cells = ["" if cell is None else str(cell) for cell in row]
        lines.append(
            separator.join(
                f'"{cell}"' if separator in cell or "\n" in cell else cell for cell in cells
            )
        )
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def ods(
    path: Path, sheets: Mapping[str, Sequence[Row]], *, spans: Mapping[str, int] | None = None
) -> Path:
    """A sheet of LibreOffice; `spans` merges the cell "line:column" so many lines down."""
    space = "urn:oasis:names:tc:opendocument:xmlns"
    body = []
    for title, rows in sheets.items():
        lines = []
        for at, row in enumerate(rows, 1):
            cells = []
            for column, cell in enumerate(row):
                down = (spans or {}).get(f"{at}:{column}")
                more = (
                    f' table:number-rows-spanned="{down}" table:number-columns-spanned="1"'
                    if down
                    else ""
                )
                if cell is None:
                    cells.append("<table:table-cell/>")
                elif isinstance(cell, int):
                    cells.append(
                        f'<table:table-cell office:value-type="float" office:value="{cell}"{more}>'
                        f"<text:p>{cell}</text:p></table:table-cell>"
                    )
                else:
                    cells.append(
                        f'<table:table-cell office:value-type="string"{more}><text:p>{escape(str(cell))}</text:p>'
                        "</table:table-cell>"
                    )
            lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
        empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        body.append(f'<table:table table:name="{title}">{"".join(lines)}{empty}</table:table>')
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{space}:office:1.0"'
        f' xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0"><office:body><office:spreadsheet>'
        f"{''.join(body)}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return path


def letter(
    path: Path,
    words: Sequence[str],
    rows: Sequence[Row],
    *,
    merges: Sequence[tuple[int, int, int, int]] = (),
) -> Path:
    """A letter of Word with a table behind its words; what begins with "~" is struck through."""
    document = docx.Document()
    for each in words:
        document.add_paragraph(each)
    table = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell is not None:
                run = table.cell(at, column).paragraphs[0].add_run(str(cell).lstrip("~"))
                run.font.strike = str(cell).startswith("~") or None
    for top, left, bottom, right in merges:
        kept = table.cell(top, left).text
        table.cell(top, left).merge(table.cell(bottom, right)).text = kept
    document.save(str(path))
    return path


def written(path: Path, content: str | bytes) -> Path:
    """A file that holds just this."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _shown(cell: object) -> str:
    return "&nbsp;" if cell is None else escape(str(cell))


def page(path: Path, rows: Sequence[Row], *, charset: str = "utf-8") -> Path:
    """A web page that calls itself .xls, as many programs export."""
    lines = "".join(
        "<tr>" + "".join(f"<td>{_shown(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    html = f'<html><head><meta charset="{charset}"><style>td {{color: red}}</style></head><body><table>{lines}</table></body></html>'
    path.write_bytes(html.encode(charset))
    return path


def spreadsheet_xml(path: Path, rows: Sequence[Row]) -> Path:
    """A workbook in Excel's XML of 2003."""
    lines = ""
    for row in rows:
        cells = ""
        for column, cell in enumerate(row, 1):
            kind = "Number" if isinstance(cell, int) else "String"
            if cell is not None:
                cells += (
                    f'<Cell ss:Index="{column}"><Data ss:Type="{kind}">{_shown(cell)}</Data></Cell>'
                )
        lines += f"<Row>{cells}</Row>"
    path.write_text(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="Danh sách"><Table>{lines}</Table></Worksheet></Workbook>',
        encoding="utf-8",
    )
    return path


STRICT = "http://purl.oclc.org/ooxml/"


def strict(path: Path, rows: Sequence[Row]) -> Path:
    """A workbook saved as "Strict Open XML"."""
    xlsx(path, rows)
    usual = "http://schemas.openxmlformats.org/"
    return changed(
        path,
        {
            ".xml": (f"{usual}spreadsheetml/2006/main", f"{STRICT}spreadsheetml/main"),
            ".rels": (
                f"{usual}officeDocument/2006/relationships",
                f"{STRICT}officeDocument/relationships",
            ),
        },
    )


def with_sheet(path: Path, content: str) -> Path:
    """A workbook whose only sheet is this XML."""
    plain = io.BytesIO()
    Workbook().save(plain)
    with (
        zipfile.ZipFile(plain) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            is_sheet = name == "xl/worksheets/sheet1.xml"
            target.writestr(name, content.encode() if is_sheet else source.read(name))
    return path
