"""The report as a spreadsheet."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.command_line import one_line, run
from tests.conftest import Talk


@pytest.mark.parametrize(
    ("locale", "titles", "words"),
    [
        ("vi", ["Tổng hợp", "Địa bàn", "Câu lạc bộ", "Sinh hoạt và tin nhắn"], "Giai đoạn"),
        ("en", ["Summary", "Areas", "Clubs", "Events and messages"], "Stage"),
    ],
)
def test_a_workbook_says_what_the_report_says(
    talk: Talk, tmp_path: Path, locale: str, titles: list[str], words: str
) -> None:
    talk.club()
    path, url = tmp_path / "report.xlsx", talk.settings.database_url
    result = run("report", "--format", "xlsx", "--out", str(path), url=url, BOT_LOCALE=locale)
    assert result.returncode == 0, result.stderr
    report = json.loads(run("report", "--format", "json", url=url).stdout)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == titles
    summary, areas, clubs, sent = (list(sheet.values) for sheet in book.worksheets)
    assert ("2026-12-01T08:00:00+07:00" in [row[1] for row in summary]) is True
    assert len(summary) == 1 + 5 + 3 + 3 + 4 + 3 + 1
    assert [list(row) for row in areas[1:]] == [
        [area[key] for key in ("code", "name", "target_clubs", "clubs", "members")]
        for area in report["areas"]
    ]
    assert words in clubs[0]
    club = report["club_list"][0]
    assert clubs[1][0] == club["code"]
    assert clubs[1][9] == club["members"]
    values = [row[1] for row in sent[1:]]
    assert values == [
        *(report["events"][key] for key in ("planned", "held", "cancelled")),
        report["events"]["attended"],
        *report["events"]["answers"].values(),
        *report["notices"].values(),
        *report["deliveries"].values(),
        *report["updates"].values(),
    ]


def test_a_clubs_name_is_no_formula(talk: Talk, tmp_path: Path) -> None:
    import sqlite3

    talk.club()
    file = talk.settings.database_url.removeprefix("sqlite+aiosqlite:///")
    with sqlite3.connect(file) as connection:
        connection.execute("update club set name = '=cmd|x'")
    path = tmp_path / "report.xlsx"
    run("report", "--format", "xlsx", "--out", str(path), url=talk.settings.database_url)
    cells = [
        each for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for each in row
    ]
    assert any(cell.value == "=cmd|x" and cell.data_type == "s" for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


def test_a_spreadsheet_needs_a_file(talk: Talk, tmp_path: Path) -> None:
    url = talk.settings.database_url
    assert run("report", "--format", "xlsx", url=url).returncode == 2
    out = str(tmp_path / "none" / "report.xlsx")
    assert "No such file" in one_line(run("report", "--format", "xlsx", "--out", out, url=url))
