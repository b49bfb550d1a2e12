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
    "households_of_a_text_and_their_one_phone": Case(
        lambda path: written(
            path,
            (
                "Nhà 12 Phan Chu Trinh: ông Lê Văn Phát (1945) và bà Nguyễn Thị Cúc Hoa (1948), số chung 0300 000 320\n"
                "Nhà 15 Phan Chu Trinh: bà Trần Thị Tuyết (1952), số 0300 000 321\nNgõ 8: bà Hồ Thị Kỷ (1951), ông Phạm Phú Thứ (1947), không có số"
            ),
        ),
        """
        Lê Văn Phát | 1945 | nam | 0300 000 320 | Nhà 12 Phan Chu Trinh |  |  | số chung
        Trần Thị Tuyết | 1952 | nữ | 0300 000 321 | Nhà 15 Phan Chu Trinh
        Hồ Thị Kỷ | 1951 | nữ |  | Ngõ 8
        Nguyễn Thị Cúc Hoa | 1948 | nữ | 0300 000 320 | Nhà 12 Phan Chu Trinh |  |  | số chung
        Phạm Phú Thứ | 1947 | nam |  | Ngõ 8 |  |  | không có số
        """,
        remarks=(
            "1 whose",
            "4 whose",
        ),
        ending="txt",
    ),
    "the_place_in_the_title_of_a_message": Case(
        lambda path: written(
            path,
            (
                "[08:12, 30/11/2026] Thu Hương: Dạ em gửi danh sách tổ 1 trước nha\n1. Bà Nguyễn Thị Sang, 1951, 0300.000.254\n2. Ông Phan Văn Tửng, 1947\n"
                "[08:31, 30/11/2026] Thu Hương: Tổ 2 đây ạ\n1. Bà Đinh Thị Xuân, 1959, 0300.000.256\n[08:40, 30/11/2026] Thu Hương: À em sót một người tổ 1\n"
                "3. Bà Mai Thị Dư, 1949"
            ),
        ),
        """
        Nguyễn Thị Sang | 1951 | nữ | 0300 000 254 | tổ 1
        Phan Văn Tửng | 1947 | nam |  | tổ 1
        Đinh Thị Xuân | 1959 | nữ | 0300 000 256 | Tổ 2
        Mai Thị Dư | 1949 | nữ |  | tổ 1
        """,
        left=(
            "1 title",
            "4 other",
            "6 other",
        ),
        ending="txt",
    ),
    "places_of_the_highlands_and_the_north": Case(
        lambda path: xlsx(
            path,
            [
                ["TT", "Họ tên", "Năm sinh", "Nhà số", "Ngõ"],
                ["BẢN LÁC"],
                [1, "Lò Thị Ơn", 1953, "7", "3"],
                [2, "Khà Văn Dậu", 1957, "Số 15", None],
                ["GIÁO HỌ MÂN CÔI"],
                [3, "Vì Thị Phiên", 1945, None, "Ngõ 5"],
                ["BAN CHỦ NHIỆM"],
                [4, "Hà Công Tín", 1948, None, None],
            ],
            merges=["A2:E2", "A5:E5", "A7:E7"],
        ),
        """
        Lò Thị Ơn | 1953 |  |  | 7, ngõ 3, bản Lác
        Khà Văn Dậu | 1957 |  |  | Số 15, bản Lác
        Vì Thị Phiên | 1945 |  |  | Ngõ 5, giáo họ Mân Côi
        Hà Công Tín | 1948 |  |  | Giáo họ Mân Côi
        """,
        left=(
            "2 heading",
            "5 heading",
            "7 signature",
        ),
    ),
    "guests_and_who_waits_in_a_paragraph": Case(
        lambda path: written(
            path,
            (
                "Thành viên: bà Lê Thị Hồng (1950), ông Trần Văn Bảy (1949). Khách mời: bà Đỗ Thị Én (1951). Chờ kết nạp: cô Phan Thị Hai (1964)."
            ),
        ),
        """
        Lê Thị Hồng | 1950 | nữ
        Trần Văn Bảy | 1949 | nam
        """,
        waiting=(
            "3 Đỗ Thị Én guest",
            "4 Phan Thị Hai waiting",
        ),
        ending="txt",
    ),
    "numbers_of_lines_that_are_parted_by_their_years": Case(
        lambda path: written(
            path,
            (
                "1) Lê Thị Hồng sinh 1950\n2) Trần Văn Bảy sinh 1949\n3) Đỗ Thị Én sinh 1951\n4) Mai Văn Tư sinh 1950\n"
                "Số 3 với số 4 xin nghỉ luôn rồi. Số 2 chuyển qua tổ 4."
            ),
        ),
        """
        Lê Thị Hồng | 1950
        Trần Văn Bảy | 1949
        """,
        left=("5 heading",),
        waiting=(
            "3 Đỗ Thị Én gone",
            "4 Mai Văn Tư gone",
        ),
        ending="txt",
    ),
}
