"""A roster as a list: it can be read back as it is, holds no formula, and says who made it."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest

from bot.language.letters import holds_link
from tests.command_line import one_line, run
from tests.conftest import Talk
from tests.handlers.test_events import screen
from tests.handlers.test_registration import myself

VI = ["Họ và tên", "Năm sinh", "Giới tính", "Số điện thoại", "Địa chỉ", "Hoàn cảnh",
      "Người liên hệ", "Ghi chú", "Mã thành viên", "Trạng thái"]  # fmt: skip
EN = ["full_name", "birth_year", "sex", "phone", "address", "circumstances", "contact_person",
      "note", "code", "status"]  # fmt: skip


@pytest.fixture
def club(talk: Talk) -> Talk:
    """A club with an imported list, and one who joined without saying the hardship."""
    talk.signed_list(talk.club())
    myself(talk)
    return talk


def write(talk: Talk, query: str, *values: Any) -> None:
    path = talk.settings.database_url.removeprefix("sqlite+aiosqlite:///")
    with sqlite3.connect(path) as connection:
        connection.execute(query, values)


def export(talk: Talk, path: Path, *more: str) -> list[list[Any]]:
    result = run("export-roster", str(path), "--club", "26686-01", *more,
                 url=talk.settings.database_url)  # fmt: skip
    assert result.returncode == 0, result.stderr
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [list(row) for row in csv.reader(file)]
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def again(talk: Talk, path: Path) -> str:
    result = run("import-roster", str(path), "--club", "26686-01", "--dry-run",
                 url=talk.settings.database_url)  # fmt: skip
    return result.stdout


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
@pytest.mark.parametrize(("language", "heading"), [("vi", VI), ("en", EN)])
def test_an_export_read_back_changes_nothing(
    club: Talk, tmp_path: Path, name: str, language: str, heading: list[str]
) -> None:
    rows = export(club, tmp_path / name, "--lang", language)
    assert rows[0][:10] == heading
    assert len(rows) == 49
    sau = next(row for row in rows if row[0] == "Nguyễn Thị Sáu")
    assert sau[3] == "0912 345 678"
    assert sau[9] == "applied"
    assert not sau[5]
    assert "như cũ 48 · cần xem 0" in again(club, tmp_path / name)


def test_a_csv_opens_in_excel_and_an_xlsx_keeps_phones_as_text(club: Talk, tmp_path: Path) -> None:
    export(club, tmp_path / "list.csv")
    assert (tmp_path / "list.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    export(club, tmp_path / "list.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").worksheets[0]
    for row in sheet.iter_rows(min_row=2):
        assert {cell.data_type for cell in row if cell.value} == {"s"}
        assert row[3].number_format == "@"


FORMULAS = ('=HYPERLINK("A1")', "+1+1", "-1+1", "@(1+1)", "\uff1d1+1", "\uff201")


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_nothing_in_it_is_a_formula(club: Talk, tmp_path: Path, name: str) -> None:
    for number, formula in enumerate(FORMULAS, 3):
        # A place takes no link: what reads as one is tried in the note alone.
        place = "=1+1" if holds_link(formula) else formula
        told = "update membership set note = ?, address = ? where person_id = ?"
        write(club, told, formula, place, number)
    rows = export(club, tmp_path / name)
    notes = {row[7] for row in rows[1:] if row[7]}
    if name == "list.csv":
        assert notes == {f"'{formula}" for formula in FORMULAS}
    else:
        assert notes == set(FORMULAS)
        sheet = openpyxl.load_workbook(tmp_path / name).worksheets[0]
        assert all(each.data_type != "f" for row in sheet.iter_rows() for each in row)
    assert "như cũ 48 · cần xem 0" in again(club, tmp_path / name)


def test_who_is_known_by_a_form_of_address_a_date_and_an_estimate(
    club: Talk, tmp_path: Path
) -> None:
    write(club, "update person set full_name = null where id = 2")
    write(club, "update speaks_for set called = 'bà Tám' where person_id = 2")
    write(club, "update membership set phone = null where person_id = 2")
    write(club, "update person set birth_date = '1950-02-15', birth_year = 1950 where id = 3")
    write(club, "update person set birth_estimated = 1 where id = 4")
    write(club, "update membership set circumstances = 'poor;disabled' where person_id = 5")
    rows = export(club, tmp_path / "list.xlsx")
    assert rows[0][1] == "Ngày sinh"
    assert "15/02/1950" in [row[1] for row in rows]
    assert any(str(row[1]).startswith("khoảng ") for row in rows)
    assert "nghèo; khuyết tật" in [row[5] for row in rows]
    assert "như cũ 48 · cần xem 0" in again(club, tmp_path / "list.xlsx")


def test_a_corrected_export_corrects_even_the_name(club: Talk, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    export(club, path)
    text = path.read_text(encoding="utf-8-sig").replace("Trần Thị Lan", "Trần Thị Lành")
    path.write_text(text, encoding="utf-8-sig")
    assert "thêm 0 · sửa 1 · như cũ 47 · cần xem 0" in again(club, path)


def test_a_list_of_another_club_is_not_taken(club: Talk, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    export(club, path)
    path.write_text(path.read_text(encoding="utf-8-sig").replace("26686-01-0", "26686-02-0"))
    said = again(club, path)
    assert "cần xem 48" in said
    assert "mã 26686-02-0" in said


def test_a_withdrawn_consent_ends_the_use(club: Talk, tmp_path: Path) -> None:
    lan = club.sql("select id from person where full_name = 'Nguyễn Văn Tư'")[0][0]
    write(club, "update consent set withdrawn_at = '2026-12-02' where purpose = 'circumstances' "
                "and person_id = ?", lan)  # fmt: skip
    write(club, "update consent set withdrawn_at = '2026-12-02' where purpose = 'roster' "
                "and person_id = ?", lan + 1)  # fmt: skip
    rows = export(club, tmp_path / "list.csv")
    assert len(rows) == 48
    assert next(row[5] for row in rows if row[0] == "Nguyễn Văn Tư") == ""
    assert "Trần Thị Lan" not in [row[0] for row in rows]


def test_an_export_says_who_made_it_and_when(club: Talk, tmp_path: Path) -> None:
    rows = export(club, tmp_path / "list.csv")
    assert all("người quản trị máy xuất lúc 08:00 01/12/2026" in row[10] for row in rows[1:])
    export(club, tmp_path / "list.xlsx", "--lang", "en")
    book = openpyxl.load_workbook(tmp_path / "list.xlsx")
    mark = book.worksheets[1]["A1"].value
    assert "exported by operator at 08:00 01/12/2026" in mark
    assert book.worksheets[0].oddFooter.left.text == mark
    assert book.properties.creator == "operator"


def test_bad_use(club: Talk, tmp_path: Path) -> None:
    url, path = club.settings.database_url, str(tmp_path / "list.csv")
    assert run("export-roster", str(tmp_path / "list.pdf"), "--club", "26686-01").returncode == 2
    assert run("export-roster", path, "--club", "26686-01", "--lang", "fr").returncode == 2
    assert "unknown club" in one_line(run("export-roster", path, "--club", "1", url=url))
    none = str(tmp_path / "none" / "list.csv")
    result = run("export-roster", none, "--club", "26686-01", url=url)
    assert result.returncode == 1
    assert "No such file" in result.stderr
    assert "Traceback" not in result.stderr


# Every column and odd names

ODD = (
    "H'Hen Niê", "Y’Thuyn Ksor", "K'Brếu", "Sáu", "Ý", "Nữ", "Đỗ Mười", "Nguyễn Nam", "Trần Năm Sinh",
    "Lê Tổng", "Trần Cộng", "Tổ Văn Trưởng", "Lê T. Hoa", "Nguyễn Thị Kim-Anh", "Trần Văn A - B",
    "Nguyễn Văn Bảy (Bảy Lùn)", 'Lê Thị Tám "Tám Bún"', "Võ Văn Út (em ông Tư)", "Ni sư Diệu Hạnh",
    "Giuse Trần Văn Long", "Công Tằng Tôn Nữ Thị Phương Thảo", "Nguyễn Văn Tư", "Nguyễn Văn Tư",
    "Phạm Văn Ơn", "Phạm Văn Ơn",
)  # fmt: skip
COLUMNS: dict[str, tuple[str, ...]] = {
    "Ngày sinh": ("1948", "15/02/1950", "khoảng 1942", "02/1955"),
    "Giới tính": ("nữ", "nam", ""),
    "Số điện thoại": ("0300 000 0{number}", "", "0254 312 34{number}"),
    "Địa chỉ": ("tổ 3", "12/3/4 hẻm 5, ấp Hải Lạc", 'nhà "Bà Sáu", cạnh chợ', "tổ 2; nhà 5", ""),
    "Hoàn cảnh": ("nghèo", "cận nghèo; khuyết tật", "không", ""),
    "Người liên hệ": ("con gái", "Lê Văn Bé, con trai, 0300 000 002", "0300 000 003", ""),
    "Ghi chú": ("tai nghễnh ngãng", "'nháy", "+1 người đi cùng", "ăn chay; thứ Năm, rằm", ""),
}
HELD = (
    "select code, full_name, birth_year, birth_date, birth_estimated, sex, phone, address,"
    " circumstances, contact_person, note, state from person join membership on person_id ="
    " person.id order by membership.id"
)


@pytest.mark.parametrize("seed", [1, 2])
def test_every_column_and_odd_names_come_back_as_they_are(
    talk: Talk, tmp_path: Path, seed: int
) -> None:
    chosen = Random(seed)
    written = tmp_path / "first.csv"
    with written.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Họ và tên", *COLUMNS])
        for number, name in enumerate(ODD, 10):
            told = [chosen.choice(values).format(number=number) for values in COLUMNS.values()]
            if ODD.count(name) > 1:  # two persons of one name have two years and two homes
                told[0], told[3] = str(1930 + number), f"tổ {number}"
            rows.writerow([name, *told])
    url = talk.settings.database_url
    signed = ("--club", talk.club(), "--signed", "2026-12-01")
    # Nobody is written down in shortened words without a question; who was so before stays.
    text = written.read_text(encoding="utf-8").replace("Lê T. Hoa", "Lê Thị Hoa")
    written.write_text(text, encoding="utf-8")
    done = run("import-roster", str(written), *signed, url=url)
    assert "cần xem 0" in done.stdout, done.stdout
    write(talk, "update person set full_name = 'Lê T. Hoa' where full_name = 'Lê Thị Hoa'")
    before = talk.sql(HELD)
    assert len(before) == len(ODD)
    assert {name for _, name, *_ in before} >= {"H'Hen Niê", "Ý", "Lê T. Hoa", "Nguyễn Văn Tư"}
    assert all(any(column) for column in zip(*before, strict=True))
    for place, more in (
        ("a.csv", ()), ("b.xlsx", ("--lang", "en")), ("c.xlsx", ("--official",)),
    ):  # fmt: skip
        export(talk, tmp_path / place, *more)
        done = run("import-roster", str(tmp_path / place), *signed, url=url)
        assert f"thêm 0 · sửa 0 · như cũ {len(ODD)} · cần xem 0" in done.stdout, done.stdout
        assert talk.sql(HELD) == before


# In the chat


def test_an_organiser_gets_the_list_in_the_chat(club: Talk) -> None:
    club.text("tu", "menu")
    club.press("tu", "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc", "Thành viên (1 người chờ)")
    club.press("tu", "Xem danh sách")
    heard = club.play([{"from": "tu", "press": "Nhận danh sách"}])
    assert not club.errors, club.errors
    assert "48 người" in heard[0]["text"]
    rows = list(openpyxl.load_workbook(heard[0]["files"][0]).worksheets[0].values)
    assert len(rows) == 49
    assert list(rows[0]) == VI


def test_nobody_else_gets_it(club: Talk) -> None:
    from bot.messages import Address, Inbound, Incoming
    from tests.handlers.test_pipeline import deliver

    club.organiser("lan")
    club.play([{"from": "minh", "start": club.code("coordinator", area="dat-do")}])
    for number, who in enumerate(("sau", "lan", "minh", "la")):
        forged = Inbound(
            Address("script", who), Incoming.PRESS, "a/getlist/1", update_key=f"x{number}"
        )
        deliver(club, forged)
    assert club.sql("select count(*) from outbox where files != '[]'") == [(0,)]


def test_where_no_files_go_it_says_so(club: Talk) -> None:
    club.play([{"from": "tu", "channel": "zalo"}])
    from bot.messages import Address, Inbound, Incoming
    from tests.handlers.test_pipeline import deliver

    deliver(club, Inbound(Address("script", "tu"), Incoming.PRESS, "a/getlist/1", update_key="x"))
    (text,) = club.sql("select text from outbox order by id desc limit 1")[0]
    assert "không gửi tệp được" in text


def test_a_list_as_clubs_keep_it_is_read_back_as_it_is(club: Talk, tmp_path: Path) -> None:
    write(club, "update membership set address = 'tổ 2, ấp Hải Lạc' where person_id % 2 = 0")
    rows = export(club, tmp_path / "list.xlsx", "--official")
    assert rows[1][0] == "DANH SÁCH THÀNH VIÊN"
    assert rows[3][:4] == ["STT", "Họ và tên", "Năm sinh", None]
    assert rows[4][2:4] == ["Nam", "Nữ"]
    assert "Hoàn cảnh" not in rows[3]
    assert any(str(row[0]).startswith("Tổ 2") for row in rows)
    assert str(rows[-2][0]).startswith("Tổng cộng: 47 người (nam 18, nữ 29)")
    # Who made it stands below, on no page of its own.
    assert "người quản trị máy xuất lúc 08:00 01/12/2026" in str(rows[-1][0])
    assert len(openpyxl.load_workbook(tmp_path / "list.xlsx").worksheets) == 1
    assert "như cũ 47 · cần xem 0" in again(club, tmp_path / "list.xlsx")


def test_of_whom_the_sex_is_not_known_the_year_stands_all_the_same(
    club: Talk, tmp_path: Path
) -> None:
    write(club, "update person set sex = null where id = 5")
    rows = export(club, tmp_path / "list.xlsx", "--official")
    assert rows[3][2:4] == ["Năm sinh", "Giới tính"]
    assert "như cũ 47 · cần xem 0" in again(club, tmp_path / "list.xlsx")


def test_an_organiser_gets_the_list_of_paper_too(club: Talk) -> None:
    screen(club, "Thành viên (1 người chờ)", "Xem danh sách", "Nhận danh sách")
    heard = club.play([{"from": "tu", "press": "Danh sách có STT, tổ, nam nữ"}])
    assert any(line.get("files") for line in heard)
