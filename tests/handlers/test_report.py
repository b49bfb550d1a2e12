"""The report as a spreadsheet."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from bot.settings import Settings
from tests.command_line import one_line, run
from tests.conftest import Talk

NATIONAL = Path("bot/plan/national-2035.toml").resolve()
"""A plan with targets on the way."""


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
    assert summary[1][1].isoformat() == "2026-12-01T08:00:00"
    assert summary[4] == (summary[4][0], 0, 15, None)
    women = next(row for row in summary if row[0] in ("Tỉ lệ nữ", "Share of women"))
    assert women[1:] == (None, 0.6, 0.7)
    keys = ("code", "name", "target_clubs", "counted_clubs", "clubs", "founding", "closed",
            "target_members", "counted_members", "members")  # fmt: skip
    assert [list(row) for row in areas[1:-1]] == [
        [area[key] for key in keys] for area in report["areas"]
    ]
    assert areas[-1][2:] == (16, 0, 0, 1, 0, None, 0, 0)
    assert words in clubs[0]
    club = report["club_list"][0]
    assert clubs[1][0] == club["code"]
    assert clubs[1][2] == "Huyện Đất Đỏ"
    assert clubs[1][12] == club["members"]
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


def test_targets_on_the_way_are_told(settings: Settings) -> None:
    talk = Talk(settings.model_copy(update={"plan": NATIONAL}))
    talk.play([{"from": "minh", "start": talk.code("coordinator")}])
    talk.text("minh", "Trần Văn Minh")
    said = talk.text("minh", "báo cáo")[0]
    assert "\nĐến hết năm 2030: 0/6000 câu lạc bộ\n" in said
    url, plan = talk.settings.database_url, str(NATIONAL)
    found = json.loads(run("report", "--format", "json", url=url, BOT_PLAN=plan).stdout)
    assert found["targets"]["milestones"] == [{"year": 2030, "clubs": 6000}]
    text = run("report", url=url, BOT_PLAN=plan, BOT_LOCALE="en").stdout
    assert "  By the end of 2030  0 · Target: 6000" in text


def test_a_workbook_is_ready_for_a4(talk: Talk, tmp_path: Path) -> None:
    talk.club()
    talk.sql_write(
        "insert into occurrence (event_id, club_id, nominal_on, starts_at, place, state, "
        "plan_version) values (1, 1, '2026-12-04', '2026-12-04 01:00:00.000000', 'x', 'planned', 1)"
    )
    path = tmp_path / "report.xlsx"
    run("report", "--format", "xlsx", "--out", str(path), url=talk.settings.database_url)
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        assert sheet.page_setup.paperSize == int(sheet.PAPERSIZE_A4)
        assert sheet.page_setup.fitToWidth
        assert sheet.print_title_rows == "$1:$1"
    coming = book["Câu lạc bộ"]["N2"]
    assert coming.is_date
    assert coming.value.isoformat() == "2026-12-04T08:00:00"


def test_an_area_counts_the_messages_of_its_own_people(talk: Talk) -> None:
    """Whoever belongs to no club counts in the whole alone."""
    talk.club()
    talk.play([{"from": "hanh", "start": talk.join_code()}])
    talk.text("la", "chào")
    talk.play([{"from": "minh", "start": talk.code("coordinator", area="dat-do")}])
    url = talk.settings.database_url

    def figures(*area: str) -> tuple[int, int]:
        found = json.loads(run("report", "--format", "json", *area, url=url).stdout)
        assert found["updates"]["received"] == found["updates"]["handled"]
        return found["updates"]["received"], sum(found["deliveries"].values())

    def by_hand(*who: str) -> tuple[int, int]:
        names = ", ".join(f"'{name}'" for name in who)
        inbox = talk.sql(f"select count(*) from inbox where external_id in ({names})")
        outbox = talk.sql(
            "select count(*) from outbox join account on account.id = outbox.account_id "
            f"where external_id in ({names})"
        )
        return inbox[0][0], outbox[0][0]

    assert figures() == by_hand("tu", "hanh", "la", "minh")
    assert figures("--area", "dat-do") == by_hand("tu", "minh")
    assert figures("--area", "26686") == by_hand("tu")
    assert figures("--area", "vung-tau") == (0, 0)
    moment = "'2026-12-01 01:00:00.000000'"
    for statement in (
        "insert into person (full_name, name_folded, sort_key, birth_estimated, created_at) "
        f"values ('x', 'x', 'x', 0, {moment})",
        "insert into membership (club_id, person_id, code, state, source, created_at, changed_at) "
        f"select 1, max(id), 'm', 'active', 'organiser', {moment}, {moment} from person",
        "insert into speaks_for (account_id, person_id, relation, is_self, told, created_at) "
        f"select account.id, max(person.id), 'self', 1, 1, {moment} from account, person "
        "where external_id = 'hanh'",
    ):
        talk.sql_write(statement)
    assert figures("--area", "26686") == by_hand("tu", "hanh")


def test_the_text_says_what_the_sheets_say(talk: Talk) -> None:
    talk.club()
    url = talk.settings.database_url
    said = run("report", url=url).stdout
    assert "Thời kỳ  2017-2020, đã hết kỳ" in said
    assert "Câu lạc bộ tính vào mục tiêu  0 · Mục tiêu: 15" in said
    assert "dat-do  Huyện Đất Đỏ · Mục tiêu câu lạc bộ: 2" in said
    assert "Đang chờ ai: người tổ chức · Số ngày chưa có gì mới: 0" in said
    assert "its period is over" in run("report", url=url, BOT_LOCALE="en").stdout


def test_a_spreadsheet_needs_a_file(talk: Talk, tmp_path: Path) -> None:
    url = talk.settings.database_url
    assert run("report", "--format", "xlsx", url=url).returncode == 2
    out = str(tmp_path / "none" / "report.xlsx")
    assert "No such file" in one_line(run("report", "--format", "xlsx", "--out", out, url=url))
