"""Lists that say in any cell, above a part or in a second table who is gone: in the same form."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import text, xlsx

GONE_ANYWHERE: dict[str, Case] = {
    "gone_said_where_a_number_would_stand": Case(
        lambda path: xlsx(
            path,
            [
                ["Họ tên", "Năm sinh", "Nam", "Nữ", "Số gọi"],
                ["Lò Văn Mận", 1951, "x", "", "0300 000 101"],
                ["Quàng Thị Chanh", 1952, "", "x", "bỏ về quê bên Lào"],
                ["Cà Thị Quýt", 1953, "", "x", "sang Lào"],
                ["Vì Văn Ổi", 1954, "x", "", "lên Sơn La ở với con"],
                ["Tòng Thị Me", 1955, "", "x", "không có"],
            ],
        ),
        """
        Lò Văn Mận | 1951 | nam | 0300 000 101
        Tòng Thị Me | 1955 | nữ
        """,
        waiting=(
            "3 Quàng Thị Chanh gone",
            "4 Cà Thị Quýt gone",
            "5 Vì Văn Ổi gone",
        ),
    ),
    "gone_said_in_the_column_of_relatives": Case(
        lambda path: xlsx(
            path,
            [
                ["TT", "Tên gọi", "Sinh", "Máy", "Người nhà", "Ghi"],
                [1, "Giang Thị Mận", 1950, "0300 000 102", "con: Giang Văn Lựu", ""],
                [2, "Cù Văn Chanh", 1951, "", "mất rồi", ""],
                [3, "Nông Thị Quýt", 1952, "", "", "theo con lên Đà Lạt ở luôn"],
                [4, "La Văn Ổi", 1953, "0300 000 103", "", "chồng mất, ở với con"],
            ],
        ),
        """
        Giang Thị Mận | 1950 | | 0300 000 102 | | | con: Giang Văn Lựu
        La Văn Ổi | 1953 | | 0300 000 103 | | | | chồng mất, ở với con
        """,
        waiting=("3 Cù Văn Chanh gone", "4 Nông Thị Quýt gone"),
    ),
    "part_of_those_who_left": Case(
        lambda path: xlsx(
            path,
            [
                ["TT", "Họ và tên", "Năm sinh", "Điện thoại"],
                ["A", "Người từ 60 tuổi trở lên", "", ""],
                [1, "Bà Giang Thị Mận", 1950, "0300 000 104"],
                [2, "Ông Cù Văn Chanh", 1951, ""],
                ["B", "Người đã thôi tham gia câu lạc bộ", "", ""],
                [1, "Bà Nông Thị Quýt", 1952, "0300 000 105"],
                ["C", "Đã rút tên", "", ""],
                [1, "Ông La Văn Ổi", 1953, ""],
                ["D", "Người dưới 60 tuổi", "", ""],
                [1, "Chị Tạ Thị Me", 1980, "0300 000 106"],
            ],
        ),
        """
        Giang Thị Mận | 1950 | nữ | 0300 000 104
        Cù Văn Chanh | 1951 | nam
        Tạ Thị Me | 1980 | nữ | 0300 000 106
        """,
        left=("2 heading", "5 heading", "6 left", "7 heading", "8 left", "9 heading"),
    ),
    "years_by_sex_above_units": Case(
        lambda path: text(
            path,
            [
                ["TT", "Họ và tên", "Sinh năm", "", "HA", "Nhịp tim", "Cân nặng", "ĐTDĐ"],
                ["", "", "Nam", "Nữ", "(mmHg)", "l/phút", "kg", ""],
                [1, "Giang Thị Mận", "", 1950, "140/90", 77, 50, "0300 000 107"],
                [2, "Cù Văn Chanh", 1951, "", "130/80", 71, 61, ""],
            ],
        ),
        """
        Giang Thị Mận | 1950 | nữ | 0300 000 107
        Cù Văn Chanh | 1951 | nam
        """,
        ending="csv",
    ),
    "board_above_the_members": Case(
        lambda path: xlsx(
            path,
            [
                ["I. BAN CHỦ NHIỆM", "", "", ""],
                ["", "Họ và tên", "Chức vụ", "Điện thoại"],
                [1, "Giang Thị Mận", "Chủ nhiệm", "0300 000 108"],
                [2, "Thị Nở Hoa", "Thư ký", "0300 000 109"],
                [3, "Cù Văn Chanh", "Thủ quỹ", "0300 000 110"],
                ["", "", "", ""],
                ["II. HỘI VIÊN (gồm cả Ban chủ nhiệm)", "", "", ""],
                ["Stt", "Họ và tên", "Năm sinh", "Điện thoại", "Tình trạng"],
                [1, "Giang Thị Mận", 1950, "", ""],
                [2, "Cù Văn Chanh", 1951, "", "theo con ở luôn"],
                [3, "Thị Nở Hoa", 1952, "", ""],
                [4, "La Văn Ổi", 1953, "0300 000 111", ""],
            ],
        ),
        """
        Giang Thị Mận | 1950 | | 0300 000 108
        Thị Nở Hoa | 1952 | | 0300 000 109
        La Văn Ổi | 1953 | | 0300 000 111
        """,
        left=("1 title", "3 twice", "4 twice", "5 twice", "7 heading"),
        waiting=("10 Cù Văn Chanh gone",),
    ),
    "board_below_with_a_name_of_two": Case(
        lambda path: xlsx(
            path,
            [
                ["Stt", "Họ và tên", "Năm sinh", "Điện thoại"],
                [1, "Nông Thị Quýt", 1950, ""],
                [2, "Nông Thị Quýt", 1955, ""],
                [3, "Cù Văn Chanh", 1951, "0300 000 112"],
                [4, "La Văn Ổi", 1953, ""],
                ["", "", "", ""],
                ["STT", "Họ và tên", "Chức vụ", "Số điện thoại liên hệ"],
                [1, "Nông Thị Quýt", "Chủ nhiệm", "0300 000 113"],
                [2, "Cù Văn Chanh", "Phó chủ nhiệm", "0300 000 114"],
            ],
        ),
        """
        Nông Thị Quýt | 1950
        Nông Thị Quýt | 1955
        Cù Văn Chanh | 1951 | | 0300 000 112
        La Văn Ổi | 1953
        """,
        left=("9 twice",),
        waiting=("8 Nông Thị Quýt unlike",),
        remarks=("4 differs",),
    ),
    "changes_in_a_table_below": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "HỌ VÀ TÊN", "NGÀY", "THÁNG", "NĂM", "GIỚI TÍNH", "SỐ ĐIỆN THOẠI"],
                [1, "GIANG THỊ MẬN", 10, 2, 1950, "Nữ", "0300 000 115"],
                [2, "CÙ VĂN CHANH", "", "", 1951, "Nam", ""],
                [3, "NÔNG THỊ QUÝT", 5, 5, 1952, "Nữ", ""],
                [4, "LA VĂN ỔI", "", "", 1953, "Nam", ""],
                [5, "LA VĂN ỔI", "", "", 1959, "Nam", ""],
                ["", "", "", "", "", "", ""],
                ["BIẾN ĐỘNG QUÝ I"],
                ["STT", "HỌ VÀ TÊN", "", "", "", "", "", "LÝ DO"],
                [1, "CÙ VĂN CHANH", "", "", "", "", "", "Giảm: qua đời 3/2"],
                [2, "NÔNG THỊ QUÝT", "", "", "", "", "", "Giảm do chuyển ra Huế"],
                [3, "LA VĂN ỔI", "", "", "", "", "", "Giảm - xin nghỉ"],
                [4, "TẠ THỊ ME", 3, 7, 1957, "Nữ", "0300 000 116", "Tăng: mới vào"],
            ],
        ),
        """
        Giang Thị Mận | 10/02/1950 | nữ | 0300 000 115
        Tạ Thị Me | 03/07/1957 | nữ | 0300 000 116
        """,
        left=("3 deceased", "4 moved", "8 heading", "10 deceased", "11 moved", "12 left"),
        waiting=("5 La Văn Ổi gone", "6 La Văn Ổi gone"),
    ),
    "changes_on_another_sheet": Case(
        lambda path: xlsx(
            path,
            {
                "DS": [
                    ["STT", "Họ và tên", "Năm sinh"],
                    [1, "Giang Thị Mận", 1950],
                    [2, "Cù Văn Chanh", 1951],
                    [3, "Nông Thị Quýt", 1952],
                ],
                "Biến động": [
                    ["STT", "Họ và tên", "Năm sinh", "Lý do"],
                    [1, "Cù Văn Chanh", "", "Giảm (mất)"],
                    [2, "Nông Thị Quýt", "", "Giảm"],
                    [3, "La Văn Ổi", 1953, "Tăng: kết nạp mới"],
                    [4, "Tạ Thị Me", 1954, "Tăng"],
                ],
            },
        ),
        """
        Giang Thị Mận | 1950
        La Văn Ổi | 1953
        Tạ Thị Me | 1954
        """,
        left=("3 deceased", "2 deceased", "3 twice"),
        waiting=("4 Nông Thị Quýt gone",),
    ),
}
