"""Lists that name people as their neighbours call them."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import written, xlsx

NEIGHBOURS: dict[str, Case] = {
    "nicknames_alone": Case(
        lambda path: written(path, "1. Bảy Rô\n2. Sáu Nhỏ\n3. bà Tư Đờn\n4. Út Cà Mau\n"),
        "",
        waiting=("1 Bảy Rô nickname", "2 Sáu Nhỏ nickname", "3 Tư Đờn nickname", "4 Út Cà Mau nickname"),
        ending="txt",
    ),
    "nicknames_under_their_head": Case(
        lambda path: xlsx(path, [["STT", "Tên thường gọi", "Năm sinh"], [1, "Hai Lúa", 1950], [2, "Năm Chèo", 1947]]),
        "",
        waiting=("2 Hai Lúa nickname", "3 Năm Chèo nickname"),
    ),
    "nicknames_among_full_names": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh"], [1, "Ngô Thị Sáu", 1950], [2, "Tám Nhỏ (Ngô Văn Tám)", 1947], [3, "Bà Chín", 1944],
            [4, "Ba Thị Mười", 1951], [5, "Nam Hải", 1952]]),
        """
        Ngô Thị Sáu | 1950
        Ngô Văn Tám | 1947 | | | | | | Tám Nhỏ
        Ba Thị Mười | 1951
        Nam Hải | 1952
        """,
        waiting=("4 Chín nickname",),
    ),
    "words_that_begin_as_nicknames": Case(
        lambda path: xlsx(path, [
            ["Năm 2026"], ["STT", "Họ và tên", "Năm sinh", "Ấp"], ["Hai bà ở ấp trên:"], [1, "Ngô Thị Sáu", 1950, "Năm Căn"],
            [2, "Ngô Văn Bảy", 1948, "Ba Tri"]]),
        """
        Ngô Thị Sáu | 1950 | | | ấp Năm Căn
        Ngô Văn Bảy | 1948 | | | ấp Ba Tri
        """,
        left=("1 title", "3 other"),
    ),
    "papers_call_them_otherwise": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Năm sinh"], [1, "Bà Sáu Kiểng tên thật là Ngô Thị Kiểng", 1951], [2, "Ông Năm Nhỏ (Ngô Văn Nhỏ)", 1950],
            [3, "Bà Út Lành: Ngô Ngọc Lành", 1949], [4, "Ông Tư Đờn (giấy tờ: Lê Văn Đờn)", 1946]]),
        """
        Ngô Thị Kiểng | 1951 | nữ | | | | | Sáu Kiểng
        Ngô Văn Nhỏ | 1950 | nam | | | | | Năm Nhỏ
        Ngô Ngọc Lành | 1949 | nữ | | | | | Bà Út Lành
        Lê Văn Đờn | 1946 | nam | | | | | Tư Đờn
        """,
    ),
}  # fmt: skip
