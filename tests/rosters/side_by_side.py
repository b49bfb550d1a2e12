"""Lists that stand beside one another with gaps, with heads, short ones, or none at all."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import xlsx

BESIDE: dict[str, Case] = {
    "two_tables_with_gaps_and_their_places_above": Case(
        lambda path: xlsx(path, [
            ["TỔ 1", None, None, None, "TỔ 2"], ["STT", "Họ tên", "Năm sinh", None, "STT", "Họ tên", "Năm sinh"],
            [1, "Sầm Thị Tươi", 1950, None, 1, "Sầm Văn Tặng", None], [2, None, None, None, 2, "Cù Văn Ích", 1939],
            [3, "Cù Thị Iêm", 1955, None, None, None, None], [None, None, None, None, 3, "Bùi Văn Lợi", 1941]]),
        """
        Sầm Thị Tươi | 1950 | | | Tổ 1
        Cù Thị Iêm | 1955 | | | Tổ 1
        Sầm Văn Tặng | | | | Tổ 2
        Cù Văn Ích | 1939 | | | Tổ 2
        Bùi Văn Lợi | 1941 | | | Tổ 2
        """,
        left=("1 title",),
    ),
    "columns_of_names_under_groups": Case(
        lambda path: xlsx(path, [
            ["Tổ 1", "Tổ 2", "Tổ 3"], ["Sầm Thị Tươi", "Sầm Văn Tặng", "Lê Thị Hường"],
            ["Cù Văn Ích", None, "Võ Thị Bé"], ["Cù Thị Iêm", "Đỗ Văn Mạnh", None]]),
        """
        Sầm Thị Tươi | | | | Tổ 1
        Cù Văn Ích | | | | Tổ 1
        Cù Thị Iêm | | | | Tổ 1
        Sầm Văn Tặng | | | | Tổ 2
        Đỗ Văn Mạnh | | | | Tổ 2
        Lê Thị Hường | | | | Tổ 3
        Võ Thị Bé | | | | Tổ 3
        """,
        left=("1 title",),
    ),
    "men_and_women_with_their_years": Case(
        lambda path: xlsx(path, [
            ["STT", "Nam", "Năm sinh", "Nữ", "Năm sinh"], [1, "Sầm Văn Tặng", 1948, "Sầm Thị Tươi", 1950],
            [2, "Cù Văn Ích", 1939, "Lê Thị Hường", None], [3, None, None, "Võ Thị Bé", 1955]]),
        """
        Sầm Văn Tặng | 1948 | nam
        Cù Văn Ích | 1939 | nam
        Sầm Thị Tươi | 1950 | nữ
        Lê Thị Hường | | nữ
        Võ Thị Bé | 1955 | nữ
        """,
    ),
    "goes_on_beside_itself_without_heads": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ tên", "Năm sinh"], [1, "Sầm Văn Tặng", 1948, None, 4, "Sầm Thị Tươi", 1950],
            [2, "Cù Văn Ích", 1939, None, 5, "Lê Thị Hường", None], [3, "Đỗ Văn Mạnh", None, None, 6, "Võ Thị Bé", 1955]]),
        """
        Sầm Văn Tặng | 1948
        Cù Văn Ích | 1939
        Đỗ Văn Mạnh
        Sầm Thị Tươi | 1950
        Lê Thị Hường
        Võ Thị Bé | 1955
        """,
    ),
    "two_tables_without_heads": Case(
        lambda path: xlsx(path, [
            ["Sầm Thị Tươi", 1950, None, "Sầm Văn Tặng", 1948], ["Cù Thị Iêm", 1951, None, "Cù Văn Ích", 1939],
            ["Võ Thị Bé", 1955], [None, None, None, "Phan Văn Lực", 1944]]),
        """
        Sầm Thị Tươi | 1950
        Cù Thị Iêm | 1951
        Võ Thị Bé | 1955
        Sầm Văn Tặng | 1948
        Cù Văn Ích | 1939
        Phan Văn Lực | 1944
        """,
    ),
    "names_without_births_beside_may_be_whom_to_call": Case(
        lambda path: xlsx(path, [
            ["Họ tên", "Năm sinh", "ĐT"], ["Sầm Văn Tặng", 1948, None, "Sầm Thị Tươi", "0300000201"],
            ["Cù Văn Ích", 1939, None, "Lê Thị Hường", None]]),
        """
        Sầm Văn Tặng | 1948
        Cù Văn Ích | 1939
        """,
        waiting=("2 Sầm Thị Tươi second", "3 Lê Thị Hường second"),
    ),
    "whole_names_under_the_same_head_twice": Case(
        lambda path: xlsx(path, [
            ["Họ và tên", "Họ và tên"], ["Sầm Văn Tặng", "Sầm Thị Tươi"], ["Cù Văn Ích", None], ["Đỗ Văn Mạnh", "Võ Thị Bé"]]),
        """
        Sầm Văn Tặng
        Cù Văn Ích
        Đỗ Văn Mạnh
        Sầm Thị Tươi
        Võ Thị Bé
        """,
    ),
}  # fmt: skip
