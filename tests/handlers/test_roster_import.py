"""A club's paper list into the roster: signatures that come later, namesakes, what can't be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import Talk

HEADER = "Họ và tên,Năm sinh,Giới tính,Số điện thoại,Địa chỉ,Hoàn cảnh,Người liên hệ,Ghi chú\n"
CLUB = "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc"


@pytest.fixture
def club(talk: Talk) -> Talk:
    talk.club()
    return talk


def send(talk: Talk, tmp_path: Path, lines: str, header: str = HEADER) -> list[str]:
    path = tmp_path / "list.csv"
    path.write_text(header + lines, encoding="utf-8")
    heard = talk.play([{"from": "tu", "file": str(path)}])
    return [line["text"] for line in heard if line["to"] == "tu"]


def signed(talk: Talk, tmp_path: Path, lines: str, header: str = HEADER) -> list[str]:
    """The preview of a list with signatures, and what is asked after it."""
    send(talk, tmp_path, lines, header)
    return talk.press("tu", "Rồi", "Hôm nay")[-2:]


def unsigned(talk: Talk, tmp_path: Path, lines: str) -> list[str]:
    send(talk, tmp_path, lines)
    return talk.press("tu", "Chưa")[-2:]


def people(talk: Talk) -> list[tuple[Any, ...]]:
    return talk.sql(
        "select full_name, birth_year, phone, state from person join membership"
        " on person_id = person.id order by person.id"
    )


TWO = "Nguyễn Thị Sáu,1948,nữ,0912345678,tổ 3,,,\nLê Văn Bé,1950,nam,,tổ 4,,,\n"


def test_signatures_that_come_later_note_the_consents(club: Talk, tmp_path: Path) -> None:
    assert "chỉ ghi thêm 2 tên" in unsigned(club, tmp_path, TWO)[1]
    said = club.press("tu", "Ghi vào sổ")
    assert "đã ghi 2 tên, đang chờ lời đồng ý" in said[0]
    assert 'chọn "Rồi"' in said[1]
    assert not any("0 thành viên" in text for text in said)
    preview, question = signed(club, tmp_path, TWO + "Trần Thị Tư,1955,nữ,,tổ 1,,,\n")
    assert "thêm 1 · sửa 2 · như cũ 0 · cần xem 0" in preview
    assert "2 người trước giờ chờ lời đồng ý" in preview
    assert "thêm 1 người vào sổ thành viên và sửa 2 người đã có" in question
    club.press("tu", "Ghi vào sổ")
    assert people(club) == [
        ("Nguyễn Thị Sáu", 1948, "+84912345678", "active"),
        ("Lê Văn Bé", 1950, None, "active"),
        ("Trần Thị Tư", 1955, None, "active"),
    ]
    assert club.sql("select count(*) from consent where way = 'signed_list'") == [(12,)]
    assert club.sql("select count(*) from due where kind = 'unconfirmed'") == [(0,)]
    assert not club.errors, club.errors


def test_an_unsigned_list_again_is_as_before(club: Talk, tmp_path: Path) -> None:
    unsigned(club, tmp_path, TWO)
    club.press("tu", "Ghi vào sổ")
    preview, told = unsigned(club, tmp_path, TWO)
    assert "thêm 0 · sửa 0 · như cũ 2 · cần xem 0" in preview
    assert "không có gì mới" in told
    assert people(club)[0] == ("Nguyễn Thị Sáu", None, None, "unconfirmed")


NAMESAKES = "Nguyễn Thị Lan,1950,nữ,0912345678,tổ 3,,,\nNguyễn Thị Lan,1950,nữ,0987654321,tổ 5,,,\n"


def test_two_women_of_one_name_and_year(club: Talk, tmp_path: Path) -> None:
    preview, _ = signed(club, tmp_path, NAMESAKES)
    assert "thêm 2" in preview
    club.press("tu", "Ghi vào sổ")
    preview, told = signed(club, tmp_path, NAMESAKES)
    assert "như cũ 2" in preview
    assert "không có gì mới" in told
    preview, _ = signed(club, tmp_path, NAMESAKES.replace("tổ 5", "tổ 6"))
    assert "sửa 1 · như cũ 1" in preview
    said = club.press("tu", "Xem chỗ sửa")
    assert "- Nguyễn Thị Lan, Địa chỉ: tổ 5 → tổ 6" in said[0]
    club.press("tu", "Ghi vào sổ")
    assert club.sql("select phone, address from membership order by id") == [
        ("+84912345678", "tổ 3"),
        ("+84987654321", "tổ 6"),
    ]


def test_a_line_that_may_be_either_is_never_guessed(club: Talk, tmp_path: Path) -> None:
    signed(club, tmp_path, NAMESAKES)
    club.press("tu", "Ghi vào sổ")
    preview, told = signed(club, tmp_path, "Nguyễn Thị Lan,1950,nữ,,,nghèo,,\n")
    assert "cần xem 1" in preview
    assert "cùng tên với Nguyễn Thị Lan (1950, 0912 345 678)" in preview
    assert "hỏi từng dòng" in told
    asked = club.press("tu", "Hỏi từng dòng")
    assert asked[-1] == (
        "Dạ, dòng 2: Nguyễn Thị Lan cùng tên với Nguyễn Thị Lan (1950, 0912 345 678) trong sổ, "
        "chưa chắc là một người. Có phải cùng một người không ạ?"
    )
    assert club.buttons("tu")[:2] == ["Cùng một người", "Người khác"]
    club.press("tu", "Cùng một người")
    assert club.sql("select count(*), max(circumstances) from membership") == [(2, "poor")]


def test_a_neighbour_of_the_same_name_does_not_take_her_place(club: Talk, tmp_path: Path) -> None:
    signed(club, tmp_path, "Nguyễn Thị Lan,1950,nữ,0912345678,tổ 3,,,\n")
    club.press("tu", "Ghi vào sổ")
    preview, _ = signed(club, tmp_path, "Nguyễn Thị Lan,1950,nữ,0987654321,tổ 9,,,\n")
    assert "cần xem 1" in preview
    preview, _ = signed(club, tmp_path, NAMESAKES)
    assert "thêm 1 · sửa 0 · như cũ 1" in preview


def test_the_same_person_twice_in_one_list(club: Talk, tmp_path: Path) -> None:
    preview, _ = signed(
        club, tmp_path, "Nguyễn Thị Lan,1950,nữ,,tổ 3,,,\nnguyen thi lan,1950,nữ,,tổ 3,,,\n"
    )
    assert "Dòng 3 (Nguyen Thi Lan): trùng với dòng 2" in preview


def test_who_was_told_of_twice_is_one_person_by_her_phone(club: Talk, tmp_path: Path) -> None:
    preview, _ = signed(
        club,
        tmp_path,
        "PHAM THI MAN,1951,nữ,0912345678,tổ 2,,,\nPhạm Thị Mận,1951,nữ,0912345678,cạnh trạm bơm,,,\n",
    )
    assert "thêm 1 · sửa 0 · như cũ 0 · cần xem 0" in preview
    assert "trùng với dòng ở trên" in preview
    club.press("tu", "Ghi vào sổ")
    assert people(club)[0][0] == "Phạm Thị Mận"


def test_one_name_and_place_with_years_that_are_near_is_asked_about(
    club: Talk, tmp_path: Path
) -> None:
    preview, _ = signed(
        club, tmp_path, "Huỳnh Thị Cảnh,1953,nữ,,tổ 6,,,\nHuỳnh Thị Cảnh,1955,nữ,,tổ 6,,,\n"
    )
    assert "Dòng 3 (Huỳnh Thị Cảnh): trùng với dòng 2" in preview
    preview, _ = signed(
        club, tmp_path, "Huỳnh Thị Cảnh,1953,nữ,,tổ 6,,,\nHuỳnh Thị Cảnh,1965,nữ,,tổ 6,,,\n"
    )
    assert "thêm 2" in preview


def test_one_name_year_and_place_with_two_phones_is_asked_about(club: Talk, tmp_path: Path) -> None:
    preview, _ = signed(
        club,
        tmp_path,
        "Lê Thị Út,1947,nữ,0912345678,tổ 2,,,\nLê Thị Út,1947,nữ,0987654321,tổ 2,,,\n",
    )
    assert "Dòng 3 (Lê Thị Út): trùng với dòng 2, một người hay hai người?" in preview


def test_changes_are_said_as_changes(club: Talk, tmp_path: Path) -> None:
    signed(club, tmp_path, TWO)
    club.press("tu", "Ghi vào sổ")
    _, question = signed(club, tmp_path, TWO.replace("0912345678", "0937123456"))
    assert "sửa 1 người đã có trong sổ" in question
    said = club.press("tu", "Xem chỗ sửa")
    assert "- Nguyễn Thị Sáu, Số điện thoại: 0912 345 678 → 0937 123 456" in said[0]
    club.press("tu", "Ghi vào sổ")
    assert people(club)[0][2] == "+84937123456"


FAULTS = (
    "Nguyễn Thị Sáu,19x8,nữ,,tổ 3,,,\nLê Văn Bé,2015,nam,,tổ 4,,,\n"
    "Trần Thị Tư,1955,phụ nữ?,123,tổ 1,giàu,,\n"
)


def test_faults_show_the_value_the_line_and_an_example(club: Talk, tmp_path: Path) -> None:
    preview, question = signed(club, tmp_path, FAULTS)
    assert 'Dòng 2 (Nguyễn Thị Sáu): cột Năm sinh ghi "19x8": cần năm sinh, ví dụ 1952' in preview
    assert 'cột Năm sinh ghi "2015": chưa đủ 18 tuổi' in preview
    # What isn't needed stops nobody, and is told.
    assert "thêm 1 người" in question
    assert 'Dòng 4 (Trần Thị Tư): Giới tính ghi "phụ nữ?" chưa rõ nên để trống' in preview
    assert 'Dòng 4 (Trần Thị Tư): Số điện thoại ghi "123" chưa rõ nên để trống' in preview
    assert 'Dòng 4 (Trần Thị Tư): Hoàn cảnh ghi "giàu" chưa rõ nên để trống' in preview


def test_what_is_clear_is_written_and_the_rest_is_asked_one_by_one(
    club: Talk, tmp_path: Path
) -> None:
    signed(club, tmp_path, FAULTS + "Võ Văn Ba,1937 hay 1973,nam,,tổ 5,,,\n")
    said = club.press("tu", "Ghi vào sổ")
    assert "đã ghi 1 người" in said[0]
    assert "còn 3 dòng chưa rõ" in said[1]
    assert said[2] == 'Dạ, dòng 2: Nguyễn Thị Sáu ghi "19x8". Sinh năm nào ạ?'
    said = club.text("tu", "1948")
    assert "đã ghi Nguyễn Thị Sáu" in said[0]
    said = club.press("tu", "Bỏ dòng này")
    assert "bỏ qua dòng Lê Văn Bé" in said[0]
    assert said[1] == "Dạ, dòng 5: Võ Văn Ba sinh năm 1937 hay 1973 ạ?"
    assert club.buttons("tu")[:2] == ["1937", "1973"]
    club.press("tu", "1937")
    assert [row[:2] for row in people(club)] == [
        ("Trần Thị Tư", 1955),
        ("Nguyễn Thị Sáu", 1948),
        ("Võ Văn Ba", 1937),
    ]
    assert club.sql("select count(*) from consent where way = 'signed_list'") == [(12,)]


def test_who_leaves_the_questions_finds_them_again(club: Talk, tmp_path: Path) -> None:
    signed(club, tmp_path, FAULTS)
    club.press("tu", "Ghi vào sổ")
    club.text("tu", "thôi")
    club.text("tu", "menu")
    said = club.press("tu", CLUB, "Thành viên (0 người chờ)", "Hỏi 2 dòng chưa rõ")
    assert said[-1] == 'Dạ, dòng 2: Nguyễn Thị Sáu ghi "19x8". Sinh năm nào ạ?'


def test_two_people_in_a_cell(club: Talk, tmp_path: Path) -> None:
    signed(club, tmp_path, "Võ Văn Út / Nguyễn Thị Bê,1951,nam,0912345678,tổ 3,,,\n")
    said = club.press("tu", "Hỏi từng dòng")
    assert "là hai người phải không" in said[-1]
    club.press("tu", "Ghi cả hai người")
    assert [row[:3] for row in people(club)] == [
        ("Võ Văn Út", 1951, "+84912345678"),
        ("Nguyễn Thị Bê", None, None),
    ]
    assert club.sql("select contact_person from membership where contact_person is not null") == [
        ("Võ Văn Út 0912 345 678",)
    ]


def test_an_import_is_taken_back_as_a_whole(club: Talk, tmp_path: Path) -> None:
    signed(club, tmp_path, TWO)
    club.press("tu", "Ghi vào sổ")
    changed = TWO.replace("0912345678", "0937123456") + "Trần Thị Tư,1955,nữ,,tổ 1,,,\n"
    signed(club, tmp_path, changed)
    club.press("tu", "Ghi vào sổ")
    asked = club.press("tu", "Lấy lại danh sách này")
    assert "trở lại như trước" in asked[-1]
    said = club.press("tu", "Lấy lại hết")
    assert "bỏ 1 người mới ghi, trả 1 người về như trước" in said[0]
    living = [row for row in people(club) if row[3] == "active"]
    assert [row[:3] for row in living] == [
        ("Nguyễn Thị Sáu", 1948, "+84912345678"),
        ("Lê Văn Bé", 1950, None),
    ]
    # The same list once more is as new as it was.
    preview, _ = signed(club, tmp_path, changed)
    assert "thêm 1 · sửa 1 · như cũ 1 · cần xem 0" in preview


def test_after_a_day_a_list_is_not_taken_back(club: Talk, tmp_path: Path) -> None:
    signed(club, tmp_path, TWO)
    club.press("tu", "Ghi vào sổ")
    club.at("2026-12-03T18:00:00")
    said = club.press("tu", "Lấy lại danh sách này")
    assert "quá một ngày" in said[0]
    assert len(people(club)) == 2


def test_a_list_taken_back_leaves_who_has_registered_since(club: Talk, tmp_path: Path) -> None:
    signed(club, tmp_path, TWO)
    club.press("tu", "Ghi vào sổ")
    club.sql_write("update membership set address = 'tổ 9' where id = 1")
    club.sql_write(
        "insert into speaks_for (account_id, person_id, relation, is_self, told, created_at)"
        " values (1, 1, 'self', 1, 1, '2026-12-01 02:00:00.000000')"
    )
    club.press("tu", "Lấy lại danh sách này")
    said = club.press("tu", "Lấy lại hết")
    assert "Còn 1 người" in said[1]
    assert [row[0] for row in people(club) if row[3] == "active"] == ["Nguyễn Thị Sáu"]


def test_a_list_with_fewer_accents_takes_none_away(club: Talk, tmp_path: Path) -> None:
    signed(club, tmp_path, TWO)
    club.press("tu", "Ghi vào sổ")
    bare = "NGUYEN THI SAU,1948,nu,0912345678,To 3,,,\nLe Van Be,1950,,,,,,\n"
    preview, _ = signed(club, tmp_path, bare)
    assert "thêm 0 · sửa 0 · như cũ 2 · cần xem 0" in preview


def test_who_died_is_left_out_and_named(club: Talk, tmp_path: Path) -> None:
    preview, _ = signed(club, tmp_path, TWO.replace("tổ 4,,,", "tổ 4,,,mất 2025"))
    assert "thêm 1" in preview
    assert "Không lấy dòng 3 (Lê Văn Bé" in preview
    assert "đã mất" in preview


def test_a_list_as_it_hangs_on_the_wall(club: Talk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["DANH SÁCH HỘI VIÊN ẤP HẢI LẠC"],
        ["STT", "Họ & tên", "Năm sinh (tuổi)", "Phái", "So DT", "Nơi cư trú", "Nhóm máu", "Diện"],
        [1, "Nguyễn Thị Sáu", date(1952, 1, 1), "Nữ", 912345678, "tổ 3", "O", "nghèo, khó khăn"],
        [2, "Lê Văn Bé", "1/1/1952", "Nam", None, "tổ 4", "A", None],
        [3, "Trần Thị Tư", "72 tuổi", "nữ", None, "tổ 1", None, "không"],
        ["Tổng cộng: 3 người"],
        [None, None, None, None, None, "Hải Lạc, ngày 5 tháng 12 năm 2026"],
        [None, "Người lập danh sách"],
    ):
        sheet.append(row)
    path = tmp_path / "list.xlsx"
    book.save(path)
    club.play([{"from": "tu", "file": str(path)}])
    preview = club.press("tu", "Rồi", "Hôm nay")[-2]
    assert "thêm 3 · sửa 0 · như cũ 0 · cần xem 0" in preview
    assert "Cột chưa dùng tới: Nhóm máu." in preview
    club.press("tu", "Ghi vào sổ")
    assert club.sql(
        "select full_name, birth_year, birth_date, sex, circumstances from person join membership on person_id = person.id order by person.id"
    ) == [
        ("Nguyễn Thị Sáu", 1952, None, "female", "poor;hardship"),
        ("Lê Văn Bé", 1952, None, "male", None),
        ("Trần Thị Tư", 1954, None, "female", ""),
    ]
    club.play([{"from": "tu", "file": str(path)}])
    assert "như cũ 3" in club.press("tu", "Rồi", "Hôm nay")[-2]


def test_years_under_two_heads_tell_men_from_women(club: Talk, tmp_path: Path) -> None:
    preview, _ = signed(
        club,
        tmp_path,
        ",,Nam,Nữ,\n1,Nguyễn Thị Sáu,,1948,tổ 3\n2,Lê Văn Bé,1950,,tổ 4\n",
        header="STT,Họ và tên,Năm sinh,,Địa chỉ\n",
    )
    assert "thêm 2" in preview
    club.press("tu", "Ghi vào sổ")
    assert club.sql("select full_name, birth_year, sex from person order by id") == [
        ("Nguyễn Thị Sáu", 1948, "female"),
        ("Lê Văn Bé", 1950, "male"),
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [("anh.jpg", b"\xff\xd8\xff\xe0 JFIF"), ("anh.png", b"\x89PNG\r\n"), ("ds.pdf", b"%PDF-1.7")],
)
def test_a_picture_is_no_list(club: Talk, tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    heard = club.play([{"from": "tu", "file": str(path)}])
    assert "cần tệp Excel, LibreOffice, CSV" in heard[0]["text"]


def test_everybody_who_must_be_called_can_be_seen(club: Talk, tmp_path: Path) -> None:
    names = [f"Nguyễn Thị {letters}" for letters in "An Ba Ca Da Ga Ha Ka La Ma Na Pa Sa".split()]
    signed(club, tmp_path, "".join(f"{name},1950,nữ,,,,,\n" for name in names))
    club.press("tu", "Ghi vào sổ")
    club.text("tu", "menu")
    club.press("tu", CLUB, "Lịch sinh hoạt", "Đặt lịch sinh hoạt")
    club.text("tu", "8 giờ sáng 20/12/2026, nhà văn hóa ấp")
    club.press("tu", "Đúng rồi", "Đúng hết rồi")
    club.at("2026-12-19T18:00:00")
    club.text("tu", "menu")
    club.press("tu", CLUB, "Gọi điện báo (12)")
    assert "Đã báo Nguyễn Thị An" in club.buttons("tu")
    said = club.press("tu", "Xem tiếp", "Xem tiếp")
    assert "12. Nguyễn Thị Sa" in said[2]
    assert "Đã báo Nguyễn Thị Sa" in club.buttons("tu")
    assert not club.errors, club.errors


def test_everybody_who_waits_can_be_seen(club: Talk, tmp_path: Path) -> None:
    names = [f"Nguyễn Thị {letters}" for letters in "An Ba Ca Da Ga Ha Ka La Ma Na Pa".split()]
    unsigned(club, tmp_path, "".join(f"{name},1950,nữ,,,,,\n" for name in names))
    club.press("tu", "Ghi vào sổ", "Xem người đang chờ")
    assert sum("chờ lời đồng ý" in each for each in club.buttons("tu")) == 8
    said = club.press("tu", "Xem tiếp")
    assert "từ 9 tới 11, trong 11 người" in said[0]
    assert "Nguyễn Thị Pa: chờ lời đồng ý" in club.buttons("tu")


def test_a_list_does_not_write_the_circumstances_of_who_took_that_consent_back(
    club: Talk, tmp_path: Path
) -> None:
    signed(club, tmp_path, TWO)
    club.press("tu", "Ghi vào sổ")
    club.sql_write(
        "update consent set withdrawn_at = '2026-12-01 02:00:00.000000'"
        " where purpose = 'circumstances' and person_id = 1"
    )
    poor = TWO.replace("tổ 3,,", "tổ 3,nghèo,").replace("tổ 4,,", "tổ 4,nghèo,")
    preview, _ = signed(club, tmp_path, poor)
    assert "thêm 0 · sửa 1 · như cũ 1 · cần xem 0" in preview
    club.press("tu", "Ghi vào sổ")
    assert club.sql(
        "select full_name, circumstances from person join membership on person_id = person.id order by person.id"
    ) == [
        ("Nguyễn Thị Sáu", None),
        ("Lê Văn Bé", "poor"),
    ]


def test_a_list_without_signatures_tells_of_nobodys_circumstances(
    club: Talk, tmp_path: Path
) -> None:
    signed(club, tmp_path, TWO)
    club.press("tu", "Ghi vào sổ")
    club.sql_write("delete from consent where purpose = 'circumstances'")
    preview = unsigned(club, tmp_path, TWO.replace("tổ 3,,", "tổ 3,nghèo,"))[0]
    assert "thêm 0 · sửa 0 · như cũ 2 · cần xem 0" in preview
