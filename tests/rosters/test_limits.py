"""A sent list is read with limits: small files that unpack to much, other files, lost lines."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from bot.rosters.book import MOST_LINES, RosterError
from bot.rosters.reading import read_roster
from tests.rosters.lists import PLAIN
from tests.rosters.writing import changed, text, with_sheet, xlsx

TODAY = date(2026, 12, 1)
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = "".join(f'<c t="inlineStr"><is><t>{each}</t></is></c>' for each in ("Họ và tên", "Năm sinh"))
SAU = '<row r="2"><c t="inlineStr"><is><t>Lê Thị Sáu</t></is></c><c><v>1950</v></c></row>'


def sheet(rows: str) -> str:
    return f'<worksheet xmlns="{SPACE}"><sheetData><row r="1">{HEAD}</row>{rows}</sheetData></worksheet>'


def refusal(path: Path) -> str:
    with pytest.raises(RosterError) as refused:
        read_roster(path, TODAY)
    return refused.value.key


def names(path: Path) -> list[str | None]:
    return [each.full_name for each in read_roster(path, TODAY).people]


def test_a_million_empty_lines_are_passed_over(tmp_path: Path) -> None:
    empty = "".join(f'<row r="{line}" ht="15"/>' for line in range(3, 1_000_000))
    path = with_sheet(tmp_path / "empty.xlsx", sheet(SAU + empty))
    assert names(path) == ["Lê Thị Sáu"]


def test_lines_and_cells_that_tell_no_place_are_counted_and_end_somewhere(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "bare.xlsx", sheet("<row></row>" * 1_200_000))
    assert refusal(path) == "roster.too_many"


def test_a_small_file_that_unpacks_to_much_is_refused(tmp_path: Path) -> None:
    novel = f'<row r="2"><c t="inlineStr"><is><t>{"a" * 200_000_000}</t></is></c></row>'
    path = with_sheet(tmp_path / "bomb.xlsx", sheet(novel))
    assert path.stat().st_size < 300_000
    assert refusal(path) == "roster.too_many"


def test_a_novel_in_a_cell_is_doubtful_and_shows_its_beginning(tmp_path: Path) -> None:
    row = f'<row r="2"><c t="inlineStr"><is><t>{"a" * 1_000_000}</t></is></c></row>'
    (found,) = read_roster(with_sheet(tmp_path / "novel.xlsx", sheet(row)), TODAY).people
    assert [each.column for each in found.doubts] == ["full_name"]
    assert len(found.doubts[0].value) < 1100


@pytest.mark.parametrize(
    "entity",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_entities_are_refused(tmp_path: Path, entity: str) -> None:
    content = f'<?xml version="1.0"?>{entity}{sheet(SAU)}'
    assert refusal(with_sheet(tmp_path / "entity.xlsx", content)) == "roster.broken"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"%PDF-1.7", "roster.no_list"),
        (b"\xff\xd8\xff\xe0", "roster.no_list"),
        (b"\x89PNG\r\n", "roster.no_list"),
        (b"{\\rtf1", "roster.no_list"),
        (b"PK\x03\x04nonsense", "roster.broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "roster.no_list"),
        (b"", "roster.empty"),
        (b"   \n", "roster.empty"),
        (b"<?xml version='1.0'?><a/>", "roster.broken"),
        (bytes(range(256)) * 40, "roster.broken"),
        (
            "STT,Họ tên\n1,Nguyễn Văn Đạt\n2,Trần Thị Hường\n".encode("ascii", "replace"),
            "roster.letters_lost",
        ),
    ],
)
def test_what_is_no_list_is_said_whatever_it_is_called(
    tmp_path: Path, content: bytes, key: str
) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    assert refusal(path) == key


def test_capitals_before_blanks_that_do_not_break_are_letters(tmp_path: Path) -> None:
    rows = [["Họ và tên", "Năm sinh", "Ghi chú"]]
    rows += [[name, "1950", "ĐÃ\xa0NHẬN QUÀ"] for name in ("Lê Thị Hà", "Tạ Thị Bá", "Cao Thị Sáu")]
    assert names(text(tmp_path / "list.csv", rows)) == ["Lê Thị Hà", "Tạ Thị Bá", "Cao Thị Sáu"]


def test_a_letter_and_a_workbook_of_another_program_are_told_apart(tmp_path: Path) -> None:
    for name, content, key in (
        ("word/document.xml", "<w><p><r><t>Kính gửi</t></r></p></w>", "roster.no_list"),
        ("word/document.xml", "<w><tbl><tr><tc><p/></tc></tr></tbl></w>", "roster.empty"),
        ("xl/workbook.bin", "x", "roster.old_excel"),
        ("Index/Document.iwa", "x", "roster.old_excel"),
    ):
        path = tmp_path / "list.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(name, content)
        assert refusal(path) == key


def test_a_password_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    wrapped = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + wrapped)
    assert refusal(path) == "roster.password"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        archive.writestr("content.xml", "nonsense")
    assert refusal(path) == "roster.password"


def test_five_thousand_people_and_one_too_many(tmp_path: Path) -> None:
    people: list[list[object]] = [[f"Lê Thị Năm {line}", 1950] for line in range(5000)]
    path = xlsx(tmp_path / "full.xlsx", [["Họ và tên", "Năm sinh"], *people])
    assert len(read_roster(path, TODAY).people) == 5000
    more = [["Lê Thị Sáu", 1950]] * MOST_LINES
    assert refusal(text(tmp_path / "more.csv", [["Họ và tên", "Năm sinh"], *more])) == (
        "roster.too_many"
    )


def test_who_stands_far_below_or_far_right_is_never_lost(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Họ và tên", "Năm sinh"], ["Lê Thị Năm", 1950]]
    far: list[list[object]] = [[]] * 9000
    path = xlsx(tmp_path / "far.xlsx", [*rows, *far, ["Lê Thị Sáu", 1951]])
    assert names(path) == ["Lê Thị Năm", "Lê Thị Sáu"]
    right = [[None] * 300 + row for row in PLAIN]
    assert len(names(xlsx(tmp_path / "right.xlsx", right))) == 4


@pytest.mark.parametrize(
    "rows",
    [
        [["STT", "Tên tổ", "Tổ trưởng", "SĐT", "Số hội viên"], [1, "Tổ 1", "Lê Văn Ba", "0300111201", 12], [2, "Tổ 2", "Mai Thị Sáu", None, 10]],
        [["Thời gian", "Nội dung", "Người phụ trách"], ["8:00", "Khai mạc", "Lê Văn Ba"], ["9:00", "Văn nghệ", "Mai Thị Sáu"]],
        [["Chủ tịch xã", "Lê Văn Ba", "0300111201"], ["Trưởng trạm y tế", "Mai Thị Sáu", "0300111202"]],
    ],
)  # fmt: skip
def test_whom_to_ask_makes_no_list(rows: list[list[object]], tmp_path: Path) -> None:
    assert refusal(xlsx(tmp_path / "other.xlsx", rows)) == "roster.no_header"


def test_where_no_head_is_known_the_heads_that_were_seen_are_told(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "other.xlsx", [["Mặt hàng", "Đơn giá"], ["Gạo", 20000], ["Mắm", 50000]])
    with pytest.raises(RosterError) as refused:
        read_roster(path, TODAY)
    assert refused.value.key == "roster.no_header"
    assert refused.value.slots == {"heads": "Mặt hàng, Đơn giá"}


def test_a_part_that_is_missing_is_a_broken_file(tmp_path: Path) -> None:
    path = changed(xlsx(tmp_path / "list.xlsx", PLAIN), {"sheet1.xml": ("</worksheet>", "")})
    assert refusal(path) == "roster.broken"
