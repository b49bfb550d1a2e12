"""Lists in which it has to be told whom some words are of: helpers, carers, names in short."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import xlsx

_HELPERS = ["TNV", "NS", "ĐT TNV", "Chăm cụ", "NS cụ", "Nhà cụ"]
_WHOLE = [
    ["STT", "Họ và tên", "Năm sinh", "Tổ"],
    [1, "Đỗ Văn Nghiệp", 1950, 1],
    [2, "Nguyễn Thị Kiều", 1954, 1],
    [3, "Huỳnh Thị Lan Chi", 1955, 1],
    [4, "Lê Thị Kiều", 1957, 2],
]

MEANT: dict[str, Case] = {
    "words_for_a_second_name": Case(
        lambda path: xlsx(path, [
            _HELPERS,
            ["Trần Thị Thoa", 1972, "0300 111 201", "Nguyễn Thị Ròm", 1935, "tổ 2"],
            ["Phạm Văn Dũng", 1969, "0300 111 202", "Hồ Thị Nữ", 1938, "tổ 4"],
            ["Lê Ngọc Hạnh", 1965, "0300 111 203", "chưa phân"],
            ["Võ Thị Mai", 1968, None, "Lê Văn Cầu", 1940, "tổ 2"],
            ["Tô Thị Sáu", 1966, None, "Võ Thị Đậm", 1943, "tổ 5"],
            ["Mai Quốc Khởi", 1975, None, "nghỉ làm TNV, ra khỏi CLB 8/25"],
        ]),
        """
        Trần Thị Thoa | 1972 | | 0300 111 201
        Phạm Văn Dũng | 1969 | | 0300 111 202
        Lê Ngọc Hạnh | 1965 | | 0300 111 203
        Võ Thị Mai | 1968
        Tô Thị Sáu | 1966
        """,
        left=("4 other", "7 left"),
        waiting=("2 Nguyễn Thị Ròm second", "3 Hồ Thị Nữ second", "5 Lê Văn Cầu second", "6 Võ Thị Đậm second"),
    ),
    "carers_who_are_members": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ tên", "Năm sinh", "Người nuôi dưỡng", "ĐT người nuôi dưỡng"],
            [1, "Nguyễn Thị Bé Tư", 1966, "mẹ: Trần Thị Khá (1943) TV", "0300 111 204"],
            [2, "Lê Hoàng Ân", 1968, "cha: Lê Hoàng Thông", "0300 111 205"],
            [3, "Đỗ Văn Hùng", 1951, "vợ: Ninh Thị Phương, cũng là hội viên", None],
            [4, "Võ Văn Điền", 1945, "hội viên trong tổ", None],
        ]),
        """
        Nguyễn Thị Bé Tư | 1966 | | | | | mẹ: Trần Thị Khá (1943) TV 0300 111 204
        Lê Hoàng Ân | 1968 | | | | | cha: Lê Hoàng Thông 0300 111 205
        Đỗ Văn Hùng | 1951 | | | | | vợ: Ninh Thị Phương, cũng là hội viên
        Võ Văn Điền | 1945 | | | | | hội viên trong tổ
        """,
        waiting=("2 Trần Thị Khá second", "4 Ninh Thị Phương second"),
    ),
    "names_in_short_on_a_second_sheet": Case(
        lambda path: xlsx(path, {
            "Tổng hợp": _WHOLE,
            "Tổ 1": [["Tên", "ĐT"], ["Ô. Nghiệp", "0300 111 206"], ["B. Kiều", "0300 111 207"], ["C. Lan Chi", "0300 111 208"]],
        }),
        """
        Đỗ Văn Nghiệp | 1950 | nam | 0300 111 206 | tổ 1
        Nguyễn Thị Kiều | 1954 | nữ | 0300 111 207 | tổ 1
        Huỳnh Thị Lan Chi | 1955 | | 0300 111 208 | tổ 1
        Lê Thị Kiều | 1957 | | | tổ 2
        """,
        left=("2 twice", "3 twice", "4 twice"),
        remarks=("2 elsewhere", "3 elsewhere", "4 elsewhere"),
    ),
    "who_stops_something_else": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ tên", "Năm sinh", "Trạng thái", "Ghi chú"],
            [1, "Huỳnh Cẩm Tú", 1962, "Dừng – hết nghèo (vẫn ở CLB)", None],
            [2, "Đặng Thị Hồng", 1947, "Dừng – chuyển đi Đồng Nai", None],
            [3, "Trần Thị Chung", 1944, "Đang hưởng", "nghỉ vay, còn sinh hoạt CLB"],
            [4, "Lê Văn Mẫn", 1939, "Đang hưởng", "vẫn sinh hoạt CLB khác, xin ra khỏi đây"],
            [5, "Cao Tấn Thành", 1960, None, "cộng tác, không trong tổ"],
            [6, "Phan Thị Loan", 1951, None, "không trong tổ 3, ở tổ 4"],
        ]),
        """
        Huỳnh Cẩm Tú | 1962
        Trần Thị Chung | 1944 | | | | | | nghỉ vay, còn sinh hoạt CLB
        Phan Thị Loan | 1951 | | | | | | không trong tổ 3, ở tổ 4
        """,
        left=("3 moved", "5 left", "6 not_member"),
    ),
}  # fmt: skip
