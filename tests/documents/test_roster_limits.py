"""A sent spreadsheet is read with limits: small files that unpack to much, and lost lines."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.documents.roster import MOST_ROWS, RosterError, read_roster

TODAY = date(2026, 11, 25)
HEAD = ["Họ và tên", "Năm sinh"]


def workbook(path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in (HEAD, *rows):
        book.active.append(row)
    book.save(path)
    return path


def with_sheet(path: Path, rows: str) -> Path:
    """A workbook whose only sheet holds these rows of XML under the head."""
    plain = io.BytesIO()
    Workbook().save(plain)
    head = "".join(f'<c t="inlineStr"><is><t>{each}</t></is></c>' for each in HEAD)
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f'<row r="1">{head}</row>{rows}</sheetData></worksheet>'
    )
    with (
        zipfile.ZipFile(plain) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            is_sheet = name == "xl/worksheets/sheet1.xml"
            target.writestr(name, sheet.encode() if is_sheet else source.read(name))
    return path


def refusal(path: Path) -> str:
    with pytest.raises(RosterError) as refused:
        read_roster(path, TODAY)
    return refused.value.key


def test_a_small_file_with_millions_of_cells_is_refused_unread(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{line}">{"<c/>" * 600}</row>' for line in range(2, 1500))
    path = with_sheet(tmp_path / "cells.xlsx", rows)
    assert path.stat().st_size < 100_000
    assert refusal(path) == "roster.too_many"


def test_a_small_file_that_unpacks_to_much_is_refused_unread(tmp_path: Path) -> None:
    long = f'<row r="2"><c t="inlineStr"><is><t>{"a" * 25_000_000}</t></is></c></row>'
    assert refusal(with_sheet(tmp_path / "long.xlsx", long)) == "roster.too_big"


def test_a_novel_in_a_cell_is_a_fault_that_shows_its_beginning(tmp_path: Path) -> None:
    row = f'<row r="2"><c t="inlineStr"><is><t>{"a" * 1_000_000}</t></is></c></row>'
    (found,) = read_roster(with_sheet(tmp_path / "novel.xlsx", row), TODAY).rows
    assert [each.column for each in found.faults] == ["full_name"]
    assert len(found.faults[0].value) < 1100


def test_as_many_people_as_a_list_may_have_and_one_more(tmp_path: Path) -> None:
    people: list[list[object]] = [[f"Lê Thị Năm {line}", 1950] for line in range(MOST_ROWS)]
    assert len(read_roster(workbook(tmp_path / "full.xlsx", *people), TODAY).rows) == MOST_ROWS
    more = workbook(tmp_path / "more.xlsx", *people, ["Lê Thị Sáu", 1950])
    assert refusal(more) == "roster.too_many"


def test_who_stands_far_below_is_never_lost_without_a_word(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(HEAD)
    book.active.append(["Lê Thị Năm", 1950])
    book.active["A4000"] = "Lê Thị Sáu"
    book.save(tmp_path / "gap.xlsx")
    names = [each.full_name for each in read_roster(tmp_path / "gap.xlsx", TODAY).rows]
    assert names == ["Lê Thị Năm", "Lê Thị Sáu"]
    book.active["A6000"] = "Lê Thị Bảy"
    book.save(tmp_path / "far.xlsx")
    assert refusal(tmp_path / "far.xlsx") == "roster.too_many"


@pytest.mark.parametrize("lines", ["\n" * 50_000 + "Lê Thị Sáu,1950", "Lê Thị Sáu,1950\n" * 6000])
def test_a_text_list_has_the_same_limits(tmp_path: Path, lines: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Họ và tên,Năm sinh\n" + lines, encoding="utf-8")
    assert refusal(path) == "roster.too_many"


def test_what_is_too_long_is_asked_about_and_not_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"Họ và tên,Năm sinh,Ghi chú\nLê Thị Sáu,1950,{'đi xe lăn ' * 40}\n", "utf-8")
    (found,) = read_roster(path, TODAY).rows
    assert [(each.column, each.why) for each in found.faults] == [("note", "too_long")]
