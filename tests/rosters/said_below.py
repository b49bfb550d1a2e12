"""What stands below or above a list and is said of those in it: who left, what is put right, where they live."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import written, xlsx

BELOW: dict[str, Case] = {
    "below_it_who_left_by_number": Case(
        lambda path: written(
            path,
            (
                "Danh sách cũ của CLB đây nha:\n1. Nguyễn Thị Bông, 1944, ấp Gò Cát\n2. Lê Văn Dũng, 1951, ấp Gò Cát, 0300 000 312\n"
                "3. Trần Thị Ánh Nguyệt, 1959, ấp Gò Cát, 0300 000 313\n4. Phan Thị Cúc, 1942, ấp Gò Cát\n5. Hồ Văn Tấn, 1953, ấp Cây Da, 0300 000 316\n\n"
                "Lưu ý: bà số 4 mất tháng rồi, ông số 5 vô Sài Gòn ở luôn với con, khỏi ghi hai người này. Còn lại vẫn sinh hoạt bình thường."
            ),
        ),
        """
        Nguyễn Thị Bông | 1944 |  |  | ấp Gò Cát
        Lê Văn Dũng | 1951 |  | 0300 000 312 | ấp Gò Cát
        Trần Thị Ánh Nguyệt | 1959 |  | 0300 000 313 | ấp Gò Cát
        """,
        left=(
            "1 title",
            "8 other",
        ),
        waiting=(
            "5 Phan Thị Cúc gone",
            "6 Hồ Văn Tấn gone",
        ),
        ending="txt",
    ),
    "below_a_sheet_who_left_by_number": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ tên", "Năm sinh", "SĐT"],
                [1, "Lê Thị Hồng", 1950, "0300 000 401"],
                [2, "Trần Văn Bảy", 1949, None],
                [3, "Đỗ Thị Én", 1951, None],
                [4, "Ngô Văn Giáp", 1947, None],
                [5, "Mai Thị Hoa", 1952, None],
                [],
                ["Đã mất: số 2, chuyển đi: số 3"],
                ["Số 4 sinh 1945 mới đúng, số mới 0300 000 402"],
                ["Nhà số 5 đã bán, chi hội số 1 đã nghỉ"],
            ],
        ),
        """
        Lê Thị Hồng | 1950 |  | 0300 000 401
        Ngô Văn Giáp | 1945 |  | 0300 000 402
        Mai Thị Hoa | 1952
        """,
        left=(
            "8 heading",
            "9 other",
            "10 other",
        ),
        waiting=(
            "3 Trần Văn Bảy gone",
            "4 Đỗ Thị Én gone",
        ),
        remarks=(
            "5 differs",
            "5 elsewhere",
        ),
    ),
    "put_right_by_number_below_a_list": Case(
        lambda path: written(
            path,
            (
                "Em gửi thầy danh sách:\n1. Bà Nguyễn Thị Hiên 1953 0300 000 330\n2. Ông Vũ Văn Thiều 1949 0300 000 331\n3. Ông Bùi Xuân Trạc 1950 0300 000 336\n"
                "4. Bà Trần Thị Nhâm 1952\n\nEm sửa chút ạ:\n- số 1 sinh 1952, không phải 1953\n- số 2 đổi điện thoại rồi, số mới 0300 000 337\n"
                "- số 3 tên là Bùi Xuân Trác, em gõ nhầm\n- bỏ số 4 giùm em"
            ),
        ),
        """
        Nguyễn Thị Hiên | 1952 | nữ | 0300 000 330 |  |  |  | - số 1 sinh 1952, không phải 1953
        Vũ Văn Thiều | 1949 | nam | 0300 000 337 |  |  |  | - số 2 đổi điện thoại rồi, số mới 0300 000 337
        Bùi Xuân Trác | 1950 | nam | 0300 000 336 |  |  |  | - số 3 tên là Bùi Xuân Trác, em gõ nhầm
        """,
        left=(
            "1 title",
            "5 left",
            "7 other",
            "8 other",
            "9 other",
            "10 other",
            "11 other",
        ),
        ending="txt",
    ),
    "who_left_in_a_paragraph": Case(
        lambda path: written(
            path,
            (
                "Câu lạc bộ chúng tôi hiện có các thành viên: bà Nguyễn Thị Tuất (1946); ông Trần Khắc Chung (1949); bà Đỗ Thị Phượng (1958, 0300 000 287). "
                "Đã thôi tham gia: bà Lê Thị Cốm (1939), ông Đỗ Văn Khôi (1956). Mới vào gồm có: cô Phạm Thu Trang (1979), ông Ngô Đình Vọng (1944)."
            ),
        ),
        """
        Nguyễn Thị Tuất | 1946 | nữ
        Trần Khắc Chung | 1949 | nam
        Đỗ Thị Phượng | 1958 | nữ | 0300 000 287
        Phạm Thu Trang | 1979 | nữ
        Ngô Đình Vọng | 1944 | nam
        """,
        left=(
            "4 left",
            "5 left",
        ),
        ending="txt",
    ),
}
