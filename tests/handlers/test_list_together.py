"""What many lines of a list have in common is told in one line, or asked once for all of them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Talk
from tests.handlers.test_roster_import import people, signed

HEADER = "STT,Họ và tên,Năm sinh,Giới tính,Số điện thoại\n"
OLD = (
    "1,Nguyễn Thị Sáu,1948,nữ,0912345678\n2,Phạm Thị Bảy,1951,nữ,01234567890\n"
    "3,Võ Văn Chín,1949,nam,0166 234 5678\n4,Trần Thị Tư,1955,nữ,064 3856 789\n"
)


@pytest.fixture
def club(talk: Talk) -> Talk:
    talk.club()
    return talk


def test_numbers_of_before_2018_are_written_with_their_new_prefixes(
    club: Talk, tmp_path: Path
) -> None:
    preview, _ = signed(club, tmp_path, OLD, HEADER)
    assert (
        "3 số điện thoại cũ được đổi sang đầu số mới: Phạm Thị Bảy 01234567890 → 0834 567 890, "
        "Võ Văn Chín 0166 234 5678 → 0362 345 678 và Trần Thị Tư 064 3856 789 → 0254 3856 789"
    ) in preview
    said = club.press("tu", "Ghi vào sổ")
    assert "đã ghi 4 người" in said[0]
    assert "bước tiếp theo" in club.last("tu")
    assert [row[2] for row in people(club)] == [
        "+84912345678", "+84834567890", "+84362345678", "+842543856789",
    ]  # fmt: skip
    preview, told = signed(club, tmp_path, OLD, HEADER)
    assert "thêm 0 · sửa 0 · như cũ 4 · cần xem 0" in preview
    assert "không có gì mới" in told
    assert not club.errors, club.errors


TWO_DIGITS = "Họ và tên,Năm sinh (tuổi)\nPhạm Thị Bảy,74\nVõ Văn Chín,71\nTrần Thị Tư,1955\n"


@pytest.mark.parametrize(
    ("answer", "years"),
    [
        ("Đều là tuổi", [("Trần Thị Tư", 1955), ("Phạm Thị Bảy", 1952), ("Võ Văn Chín", 1955)]),
        ("Đều là năm sinh", [("Trần Thị Tư", 1955), ("Phạm Thị Bảy", 1974), ("Võ Văn Chín", 1971)]),
    ],
)
def test_two_digits_are_ages_or_years_in_all_lines(
    club: Talk, tmp_path: Path, answer: str, years: list[tuple[str, int]]
) -> None:
    signed(club, tmp_path, TWO_DIGITS, "")
    said = club.press("tu", "Ghi vào sổ")
    assert "· Phạm Thị Bảy 74 → 1952 hay 1974" in said[-2]
    assert said[-1] == "Dạ, 2 dòng trên chỉ ghi hai chữ số. Đều là năm sinh hay đều là tuổi ạ?"
    said = club.press("tu", answer)
    assert "2 dòng đã rõ, ghi 2 dòng vào sổ" in said[0]
    assert [row[:2] for row in people(club)] == years


def with_serials(path: Path) -> Path:
    """Two years that a spreadsheet shows as days of 1905, and one name that has to be told."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Họ và tên", "Năm sinh"], ["Phạm Thị Bảy", 1951], ["Võ Văn Chín", 1949], ["?", 1955],
        ["Trần Thị Tư", "1955"],
    ):  # fmt: skip
        sheet.append(row)
    for cell in ("B2", "B3"):
        sheet[cell].number_format = "dd/mm/yyyy"
    book.save(path)
    return path


def sent(club: Talk, path: Path) -> list[str]:
    club.play([{"from": "tu", "file": str(path)}])
    club.press("tu", "Rồi", "Hôm nay")
    return club.press("tu", "Ghi vào sổ")


def test_years_that_became_days_are_asked_about_at_once(club: Talk, tmp_path: Path) -> None:
    said = sent(club, with_serials(tmp_path / "list.xlsx"))
    assert said[-1] == ("Dạ, 2 dòng trên ghi năm sinh khác thường. Đọc như vậy đúng hết không ạ?")
    said = club.press("tu", "Đúng hết")
    assert "Họ và tên là gì ạ?" in said[-1]
    assert ("Võ Văn Chín", 1949) in [row[:2] for row in people(club)]


def test_who_is_not_sure_of_all_is_asked_one_by_one(club: Talk, tmp_path: Path) -> None:
    sent(club, with_serials(tmp_path / "list.xlsx"))
    said = club.press("tu", "Hỏi từng dòng")
    assert said == ['Dạ, dòng 2: Phạm Thị Bảy ghi "04/05/1905". Có phải sinh năm 1951 không ạ?']
    club.press("tu", "1951", "Bỏ dòng này", "Bỏ dòng này")
    assert [row[:2] for row in people(club)] == [("Trần Thị Tư", 1955), ("Phạm Thị Bảy", 1951)]
    assert not club.errors, club.errors


NICKNAMES = "1,Bảy Rô,1950,nam,\n2,Phạm Thị Bảy,1951,nữ,\n3,Sáu Nhỏ,1947,,\n"


def test_nicknames_are_asked_about_and_kept_beside_the_name(club: Talk, tmp_path: Path) -> None:
    signed(club, tmp_path, NICKNAMES, HEADER)
    said = club.press("tu", "Ghi vào sổ")
    assert said[-2:] == [
        "· Bảy Rô\n· Sáu Nhỏ",
        "Dạ, 2 dòng trên chắc là tên thường gọi, chưa có họ và tên. Cứ ghi hết như vậy không ạ?",
    ]
    said = club.press("tu", "Hỏi từng dòng")
    assert said == ['Dạ, dòng 2 ghi "Bảy Rô", chắc là tên thường gọi. Họ và tên là gì ạ?']
    club.play([{"from": "tu", "text": "Nguyễn Văn Rô"}])
    club.press("tu", "Cứ ghi như vậy")
    assert sorted(row[0] for row in people(club)) == ["Nguyễn Văn Rô", "Phạm Thị Bảy", "Sáu Nhỏ"]
    assert not club.errors, club.errors


def test_who_a_nickname_is_was_answered_once(club: Talk, tmp_path: Path) -> None:
    signed(club, tmp_path, NICKNAMES, HEADER)
    club.press("tu", "Ghi vào sổ", "Hỏi từng dòng")
    club.play([{"from": "tu", "text": "Nguyễn Văn Rô"}])
    club.press("tu", "Cứ ghi như vậy")
    preview, told = signed(club, tmp_path, NICKNAMES, HEADER)
    assert "thêm 0 · sửa 0 · như cũ 3 · cần xem 0" in preview
    assert "không có gì mới" in told
    changed = NICKNAMES.replace("1950,nam,", "1950,nam,0912345678").replace("1947", "1939")
    preview, _ = signed(club, tmp_path, changed, HEADER)
    # Another Sáu Nhỏ is born in 1939: she is asked about, and Bảy Rô has a phone now.
    assert "thêm 0 · sửa 1 · như cũ 1 · cần xem 1" in preview
    assert not club.errors, club.errors


def test_whose_name_was_shortened_was_answered_once(club: Talk, tmp_path: Path) -> None:
    short = "1,Lê T. Hoa,1941,,\n2,Phạm Thị Bảy,1951,nữ,\n"
    signed(club, tmp_path, short, HEADER)
    club.press("tu", "Ghi vào sổ")
    club.play([{"from": "tu", "text": "Lê Thanh Hoa"}])
    assert ("Lê Thanh Hoa", 1941) in [row[:2] for row in people(club)]
    preview, _ = signed(club, tmp_path, short, HEADER)
    assert "thêm 0 · sửa 0 · như cũ 2 · cần xem 0" in preview
    preview, _ = signed(club, tmp_path, short.replace("1941", "1955"), HEADER)
    assert "như cũ 1 · cần xem 1" in preview
    assert not club.errors, club.errors


NO_NUMBER = (
    "1,Nguyễn Thị Sáu,1948,,\n2,Phạm Thị Bảy,1951,,\n3,Trần Thị Tư,1955,,\n4,Lê Văn Bé,1950,,\n"
    "5,Hồ Thị Nhung,1958,,\n6,Tạ Thị Bông,1953,,\n,Võ Văn Chín,,,\n,Lý Văn Hạnh,,,\n"
)


@pytest.mark.parametrize(("answer", "count"), [("Ghi hết", 8), ("Bỏ hết", 6)])
def test_names_without_a_number_are_members_or_none_is(
    club: Talk, tmp_path: Path, answer: str, count: int
) -> None:
    signed(club, tmp_path, NO_NUMBER, HEADER)
    said = club.press("tu", "Ghi vào sổ")
    assert said[-2:] == [
        "· Võ Văn Chín\n· Lý Văn Hạnh",
        "Dạ, 2 dòng trên không có số thứ tự. Có phải đều là thành viên không ạ?",
    ]
    club.press("tu", answer)
    assert len(people(club)) == count
    assert not club.errors, club.errors
