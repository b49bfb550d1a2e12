"""Lists that were first read otherwise than they were meant, in the same form."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import text, written, xlsx

AT_FIRST_SIGHT: dict[str, Case] = {
    "breaks_within_the_cells_of_a_form": Case(
        lambda path: text(
            path,
            [
                [
                    "Dấu thời gian",
                    "Họ và tên ông/bà tham gia CLB",
                    "Năm sinh",
                    "Số điện thoại của ông/bà (nếu có)",
                    "Địa chỉ (số nhà, tổ)",
                    "Người điền giúp",
                    "SĐT người điền giúp",
                ],
                [
                    "3/11/2026 07:00:01",
                    "Cù Thị Mận",
                    "1950",
                    "0300000101",
                    "Số 18\nTổ 1",
                    "Giang Phước Rạng",
                    "0300000113",
                ],
                [
                    "4/11/2026 08:00:01",
                    "Nông Thị Chanh",
                    "1961",
                    "",
                    "Hẻm 4\nTổ 2\nấp Gò Cà",
                    "Lữ Thị Ngà",
                    "0300000115",
                ],
                ["5/11/2026 09:00:01", "La Văn Quýt", "1948", "0300000103", "Số 9 Lê\nLợi", "", ""],
            ],
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101 | Số 18, Tổ 1 | | Giang Phước Rạng 0300000113
        Nông Thị Chanh | 1961 | | | Hẻm 4, Tổ 2, ấp Gò Cà | | Lữ Thị Ngà 0300000115
        La Văn Quýt | 1948 | | 0300 000 103 | Số 9 Lê Lợi
        """,
        ending="csv",
    ),
    "blocks_with_numbers_before_their_words": Case(
        lambda path: written(
            path,
            """1) Họ tên: Cù Thị Mận
Năm sinh: 1950
SĐT: 0300000101
SĐT 2: 0300000111
Ở: tổ 2

2) Họ tên: Giang Văn Ổi
Năm sinh: 26/02/1942
Người thân: cháu Nhân
SĐT: 0300000112

3) Họ tên: Nông Thị Chanh
Năm sinh: 1961
SĐT: không có
""",
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101 | tổ 2 | | | 0300000111
        Giang Văn Ổi | 26/02/1942 | | | | | cháu Nhân 0300000112
        Nông Thị Chanh | 1961
        """,
        ending="txt",
    ),
    "messages_of_several_lines_with_crosses_before_who_is_out": Case(
        lambda path: written(
            path,
            """[08:12, 28/11/2026] Bé Ngân: Mọi người ơi, ✅ là đang tham gia, ❌ là nghỉ rồi
[08:13, 28/11/2026] Bé Ngân: Tổ 1
✅ Cù Thị Mận, 1950, 0300000101
❌ Giang Văn Ổi, 1947, 0300000102
[08:15, 28/11/2026] Cô Út Thư ký: ok con, còn tổ 2 nữa
[08:15, 28/11/2026] Bé Ngân: Tổ 2
✅ Nông Thị Chanh, 1961, 0300000103
✅ La Văn Quýt, 1948, 0300000104
""",
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101 | Tổ 1
        Nông Thị Chanh | 1961 | | 0300 000 103 | Tổ 2
        La Văn Quýt | 1948 | | 0300 000 104 | Tổ 2
        """,
        left=("1 other", "2 other", "4 left", "5 other", "6 other"),
        ending="txt",
    ),
    "crosses_that_nobody_explains": Case(
        lambda path: written(
            path,
            """Danh sách tổ 3
✅ Cù Thị Mận, 1950, 0300000101
❌ Giang Văn Ổi, 1947, 0300000102
✅ Nông Thị Chanh, 1961, 0300000103
""",
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101 | tổ 3
        Nông Thị Chanh | 1961 | | 0300 000 103 | tổ 3
        """,
        left=("1 title",),
        waiting=("3 Giang Văn Ổi gone",),
        ending="txt",
    ),
    "crosses_of_who_missed_a_meeting": Case(
        lambda path: text(
            path,
            [
                ["STT", "Họ và tên", "Năm sinh", "Ngày 5/1", "Ngày 5/2"],
                [1, "Cù Thị Mận", 1950, "✓", "✗"],
                [2, "Giang Văn Ổi", 1947, "✗", "✓"],
                [3, "Nông Thị Chanh", 1961, "✓", "✓"],
                [None, "✗: nghỉ", None, None, None],
            ],
        ),
        """
        Cù Thị Mận | 1950
        Giang Văn Ổi | 1947
        Nông Thị Chanh | 1961
        """,
        left=("5 other",),
        ending="csv",
    ),
    "a_sheet_of_all_repeats_the_others": Case(
        lambda path: xlsx(
            path,
            {
                "Ấp 1": [
                    ["STT", "Họ và tên", "Năm sinh", "Phái", "SĐT", "Tổ"],
                    [1, "Cù Thị Mận", 1950, "Nữ", "0300000101", "tổ 1"],
                    [2, "Giang Văn Ổi", 1948, "Nam", None, "tổ 2"],
                    [3, "Lữ Thị Hai", 1944, "Nữ", "0300000105", "tổ 2"],
                ],
                "Ấp 2": [
                    ["STT", "Họ và tên", "Năm sinh", "Phái", "SĐT", "Tổ"],
                    [1, "Nông Thị Chanh", 1961, "Nữ", "0300000103", "tổ 5"],
                    [2, "Lữ Thị Hai", 1944, "Nữ", "0300000106", "tổ 5"],
                ],
                "Toàn xã": [
                    ["STT", "Họ và tên", "Năm sinh", "Phái", "SĐT", "Ấp"],
                    [1, "Cù Thị Mận", 1950, "Nữ", "0300 000 101", "Ấp 1"],
                    [2, "Giang Văn Ổi", 1948, "Nam", "0300000102", "Ấp 1"],
                    [3, "Lữ Thị Hai", 1944, "Nữ", "0300000106", "Ấp 2"],
                    [4, "Lữ Thị Hai", 1944, "Nữ", "0300000105", "Ấp 1"],
                    [5, "Nông Thị Chanh", 1961, "Nữ", "0300000109", "Ấp 2"],
                    [6, "La Văn Quýt", 1948, "Nam", None, "Ấp 2"],
                ],
            },
        ),
        """
        Cù Thị Mận | 1950 | nữ | 0300 000 101 | tổ 1, ấp 1
        Giang Văn Ổi | 1948 | nam | 0300 000 102 | tổ 2, ấp 1
        Lữ Thị Hai | 1944 | nữ | 0300 000 105 | tổ 2, ấp 1
        Nông Thị Chanh | 1961 | nữ | 0300 000 103 | tổ 5, ấp 2
        Lữ Thị Hai | 1944 | nữ | 0300 000 106 | tổ 5, ấp 2
        La Văn Quýt | 1948 | nam | | Ấp 2
        """,
        left=("2 twice", "3 twice", "4 twice", "5 twice", "6 twice"),
        remarks=("2 differs",),
    ),
    "sheets_per_hamlet_behind_the_sheet_of_all": Case(
        lambda path: xlsx(
            path,
            {
                "Tổng": [
                    ["STT", "Họ và tên", "Năm sinh", "Ấp"],
                    [1, "Cù Thị Mận", 1950, "Ấp 1"],
                    [2, "Giang Văn Ổi", 1948, "Ấp 1"],
                    [3, "Nông Thị Chanh", 1961, "Ấp 2"],
                ],
                "Ấp 1": [
                    ["STT", "Họ và tên", "Năm sinh", "Chỗ ở"],
                    [1, "Cù Thị Mận", 1950, "Tổ 1, ấp 1"],
                    [2, "Giang Văn Ổi", 1948, "Tổ 2, ấp 1"],
                ],
                "Ấp 2": [
                    ["STT", "Họ và tên", "Năm sinh", "Chỗ ở"],
                    [1, "Nông Thị Chanh", 1961, "Tổ 5, ấp 2"],
                    [2, "La Văn Quýt", 1948, "Tổ 6, ấp 2"],
                ],
            },
        ),
        """
        Cù Thị Mận | 1950 | | | Tổ 1, ấp 1
        Giang Văn Ổi | 1948 | | | Tổ 2, ấp 1
        Nông Thị Chanh | 1961 | | | Tổ 5, ấp 2
        La Văn Quýt | 1948 | | | Tổ 6, ấp 2
        """,
        left=("2 twice", "3 twice", "2 twice"),
    ),
    "ages_that_are_guessed_and_years_of_the_moon": Case(
        lambda path: xlsx(
            path,
            [
                ["DANH SÁCH NĂM 2025"],
                ["STT", "Họ và tên", "Tuổi (tính đến năm 2025)", "Ghi chú"],
                [1, "Cù Thị Mận", "80?", None],
                [2, "Giang Văn Ổi", "~75", None],
                [3, "Nông Thị Chanh", None, "góa, tuổi Mậu Tý"],
                [4, "La Văn Quýt", None, "tuổi Ngọ"],
                [5, "Lữ Thị Hai", 80, "tuổi Nhâm Thìn"],
                [6, "Lữ Văn Ba", 72, "tuổi Quý Tỵ"],
                [7, "Lữ Văn Tư", "81 tuổi", "vợ tuổi Ngọ"],
            ],
        ),
        """
        Cù Thị Mận | ~1945
        Giang Văn Ổi | ~1950
        Nông Thị Chanh | 1948 | | | | | | góa, tuổi Mậu Tý
        Lữ Văn Ba | 1953 | | | | | | tuổi Quý Tỵ
        Lữ Văn Tư | ~1944 | | | | | | vợ tuổi Ngọ
        """,
        left=("1 title",),
        waiting=("6 La Văn Quýt which 1942 1954 1966 1978", "7 Lữ Thị Hai which 1945 1952"),
        remarks=("3 about", "4 about"),
    ),
    "places_before_numbers": Case(
        lambda path: written(
            path,
            """Danh sách ấp Gò Cà:
1. Bà Cù Thị Mận 1950 tổ 3 0300000101
2. Ông Giang Văn Ổi 1947 tổ 12 đt 0300 000 102
3. Bà Nông Thị Chanh 1953 0300000103 tổ 1
4. Ông Lữ Văn Ba 1946 tổ 4
""",
        ),
        """
        Cù Thị Mận | 1950 | nữ | 0300 000 101 | tổ 3, ấp Gò Cà
        Giang Văn Ổi | 1947 | nam | 0300 000 102 | tổ 12, ấp Gò Cà
        Nông Thị Chanh | 1953 | nữ | 0300 000 103 | tổ 1, ấp Gò Cà
        Lữ Văn Ba | 1946 | nam | | tổ 4, ấp Gò Cà
        """,
        left=("1 title",),
        ending="txt",
    ),
    "nicknames_in_brackets_and_numbers_too_short": Case(
        lambda path: written(
            path,
            """ds ấp 5 nè em
ông Giang Văn Ổi sn 52 tổ 2 0300000101
bà Cù Thị Mận (Tư Xoài) sn 47 tổ 3 0300000102
bà Năm Lửa sn 50 tổ 1 0300000103
bà Nông Thị Chanh sn 58 tổ 3 03000104
""",
        ),
        """
        Giang Văn Ổi | 1952 | nam | 0300 000 101 | tổ 2, ấp 5
        Cù Thị Mận | 1947 | nữ | 0300 000 102 | tổ 3, ấp 5 | | | Tư Xoài
        Nông Thị Chanh | 1958 | nữ | | tổ 3, ấp 5 | | | 03000104
        """,
        left=("1 title",),
        waiting=("4 Năm Lửa nickname",),
        remarks=("5 unread",),
        ending="txt",
    ),
    "parts_of_a_place_below_a_head_of_the_whole": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ và tên", "Năm sinh", "Nơi ở", None],
                [None, None, None, "Tổ", "Ấp"],
                [1, "Cù Thị Mận", 1950, 1, "Phước Trung"],
                [2, "Giang Văn Ổi", 1947, 2, "Phước Trung"],
            ],
            merges=("D1:E1", "A1:A2", "B1:B2", "C1:C2"),
        ),
        """
        Cù Thị Mận | 1950 | | | tổ 1, ấp Phước Trung
        Giang Văn Ổi | 1947 | | | tổ 2, ấp Phước Trung
        """,
    ),
    "a_group_once_beside_its_first_person": Case(
        lambda path: xlsx(
            path,
            [
                ["Tổ", "TT", "Họ và tên", "NS", "Hẻm"],
                ["Tổ 1", 1, "Cù Thị Mận", 1950, "Hẻm 12"],
                [None, 2, "Giang Văn Ổi", 1947, "nt"],
                [None, 3, "Nông Thị Chanh", 1961, "Hẻm 27"],
                ["Tổ 2", 4, "La Văn Quýt", 1948, "Hẻm 27"],
                [None, 5, "Lữ Thị Hai", 1944, None],
                [None, None, "Cộng: 5", None, None],
            ],
        ),
        """
        Cù Thị Mận | 1950 | | | Tổ 1, Hẻm 12
        Giang Văn Ổi | 1947 | | | Tổ 1, Hẻm 12
        Nông Thị Chanh | 1961 | | | Tổ 1, Hẻm 27
        La Văn Quýt | 1948 | | | Tổ 2, Hẻm 27
        Lữ Thị Hai | 1944 | | | Tổ 2
        """,
        left=("7 sum",),
    ),
    "a_group_that_some_lines_lack": Case(
        lambda path: xlsx(
            path,
            [
                ["Tổ", "Họ và tên", "NS"],
                [1, "Cù Thị Mận", 1950],
                [None, "Giang Văn Ổi", 1947],
                [1, "Nông Thị Chanh", 1961],
                [None, "La Văn Quýt", 1948],
            ],
        ),
        """
        Cù Thị Mận | 1950 | | | tổ 1
        Giang Văn Ổi | 1947
        Nông Thị Chanh | 1961 | | | tổ 1
        La Văn Quýt | 1948
        """,
    ),
    "sheets_named_in_short": Case(
        lambda path: xlsx(
            path,
            {
                "KP1": [
                    ["STT", "HỌ VÀ TÊN", "NĂM SINH"],
                    [1, "CÙ THỊ MẬN", 1950],
                    [2, "GIANG VĂN ỔI", 1947],
                ],
                "Tổ2": [
                    ["Tên thành viên", "Năm sinh", "Số nhà"],
                    ["Nông Thị Chanh", 1961, "7/4"],
                    ["La Văn Quýt", 1948, "10/4"],
                ],
            },
        ),
        """
        Cù Thị Mận | 1950 | | | KP 1
        Giang Văn Ổi | 1947 | | | KP 1
        Nông Thị Chanh | 1961 | | | 7/4, tổ 2
        La Văn Quýt | 1948 | | | 10/4, tổ 2
        """,
    ),
    "homes_above_who_lives_there": Case(
        lambda path: written(
            path,
            """Ds bà con ấp Bình Minh vô CLB liên thế hệ

Nhà ông Sáu Phước, tổ 1
- bà Cù Thị Mận, sn 1950, đt 0300000101
- ông Giang Văn Ổi, sn 1947, đt 0300000102

Nhà bà Tám Nhàn, tổ 2
- bà Nông Thị Chanh, sn 1961, đt 0300000103
""",
        ),
        """
        Cù Thị Mận | 1950 | nữ | 0300 000 101 | tổ 1
        Giang Văn Ổi | 1947 | nam | 0300 000 102 | tổ 1
        Nông Thị Chanh | 1961 | nữ | 0300 000 103 | tổ 2
        """,
        left=("1 title", "3 heading", "7 heading"),
        ending="txt",
    ),
    "who_is_away_for_a_while_or_back_again": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ và tên", "Năm sinh", "Số ĐT", "Ghi chú"],
                [1, "Cù Thị Mận", 1950, "0300000101", "xin nghỉ họp tháng 11, đi thăm con"],
                [2, "Giang Văn Ổi", 1947, "0300000102", "xin nghỉ 2024, vào lại 6/2026"],
                [3, "Nông Thị Chanh", 1961, "0300000103", "chuyển đi Đồng Nai 2023, về lại 2025"],
                [4, "La Văn Quýt", 1948, "0300000104", "xin nghỉ 6/2025"],
                [5, "Lữ Thị Hai", 1944, "0300000105", "nghỉ họp 2 buổi"],
                [6, "Lữ Văn Ba", 1945, "0300000106", "đã nghỉ, không vào lại"],
                [7, "Lữ Văn Tư", 1946, "0300000107", "xin nghỉ tháng 11"],
                [8, "Lữ Văn Năm", 1943, None, "mất 2024, vợ vào lại"],
            ],
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101 | | | | xin nghỉ họp tháng 11, đi thăm con
        Giang Văn Ổi | 1947 | | 0300 000 102 | | | | xin nghỉ 2024, vào lại 6/2026
        Nông Thị Chanh | 1961 | | 0300 000 103 | | | | chuyển đi Đồng Nai 2023, về lại 2025
        Lữ Thị Hai | 1944 | | 0300 000 105 | | | | nghỉ họp 2 buổi
        """,
        left=("5 left", "7 left", "9 deceased"),
        waiting=("8 Lữ Văn Tư gone",),
    ),
    "numbers_that_were_changed": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ và tên", "Năm sinh", "Số ĐT", "Ghi chú"],
                [1, "Cù Thị Mận", 1950, "0300000101", "đổi số mới 0300 000 111"],
                [2, "Giang Văn Ổi", 1947, "0300000102", "sđt mới: 0300000112"],
                [3, "Nông Thị Chanh", 1961, "0300000103", "số con gái 0300000113"],
                [4, "La Văn Quýt", 1948, "0300000104", None],
            ],
            struck=("D2", "D5"),
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 111 | | | | đổi số mới 0300 000 111
        Giang Văn Ổi | 1947 | | 0300 000 112 | | | | sđt mới: 0300000112
        Nông Thị Chanh | 1961 | | 0300 000 103 | | | | số con gái 0300000113
        La Văn Quýt | 1948
        """,
        remarks=("2 unread", "3 differs", "5 unread"),
    ),
    "each_line_told_in_another_way": Case(
        lambda path: written(
            path,
            """Dạ con gửi danh sách các cô chú bên khu phố 3 ạ
bà Cù Thị Mận sinh 1955 sđt 0300000101
cô Nông Thị Chanh, sn43, 0300 000 102
ông Giang Văn Ổi 76 tuổi, số máy 0300000103
chú La Văn Quýt 1955, chưa có số
ông Lữ Văn Ba - sinh năm 1964 - 0300000105
chị Lữ Thị Hai 1984, chưa có số
Dạ hết rồi, con cảm ơn bot nha""",
        ),
        """
        Cù Thị Mận | 1955 | nữ | 0300 000 101
        Nông Thị Chanh | 1943 | nữ | 0300 000 102
        Giang Văn Ổi | ~1950 | nam | 0300 000 103
        La Văn Quýt | 1955 | nam | | | | | chưa có số
        Lữ Văn Ba | 1964 | nam | 0300 000 105
        Lữ Thị Hai | 1984 | nữ | | | | | chưa có số
        """,
        left=("1 title", "8 other"),
        remarks=("4 about",),
        ending="txt",
    ),
    "forms_of_address_over_who_signs": Case(
        lambda path: xlsx(
            path,
            [
                ["TT", "Ông/Bà", "Họ và tên", "Năm sinh"],
                [1, "Bà", "Cù Mận", 1950],
                [2, "Ông", "Giang Ổi", 1947],
                [3, "Bà", "Nông Chanh", 1961],
                [4, "Ông", "La Quýt", 1948],
                [5, "Bà", "Lữ Hai", 1944],
                [None, "Thủ quỹ", None, None],
            ],
        ),
        """
        Cù Mận | 1950 | nữ
        Giang Ổi | 1947 | nam
        Nông Chanh | 1961 | nữ
        La Quýt | 1948 | nam
        Lữ Hai | 1944 | nữ
        """,
        left=("7 signature",),
    ),
    "lines_that_a_chat_strikes_through": Case(
        lambda path: written(
            path,
            """CLB LTH ẤP LONG PHƯỢNG - CẬP NHẬT THÁNG 11/2026

I. Đang sinh hoạt:
1. Chị Cù Thị Mận (1982) 0300000101
2. ~Bà Nông Thị Chanh (1960) 0300000107~
3. Ông Giang Văn Ổi (1942) 0300000103
4. ~~Ông La Văn Quýt (1943)~~ 0300000104

II. Đã mất:
5. Bà Lữ Thị Hai (1948) 0300000113
""",
        ),
        """
        Cù Thị Mận | 1982 | nữ | 0300 000 101
        Giang Văn Ổi | 1942 | nam | 0300 000 103
        """,
        left=("1 title", "3 heading", "5 struck", "7 struck", "9 heading", "10 deceased"),
        ending="txt",
    ),
    "a_line_with_a_sign_explains_no_sign": Case(
        lambda path: written(
            path,
            """Danh sách Tổ 5
✅ 1. Cù Thị Mận - 1950 - 0300000101
✅ 2. Giang Văn Ổi - 1947 - 0300000102
❌ 3. Nông Thị Chanh - 1944 - chuyển đi
✅ 4. La Văn Quýt - 1951
❌ 5. Lữ Thị Hai - 1952
""",
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101 | Tổ 5
        Giang Văn Ổi | 1947 | | 0300 000 102 | Tổ 5
        La Văn Quýt | 1951 | | | Tổ 5
        """,
        left=("1 title", "4 moved"),
        waiting=("6 Lữ Thị Hai gone",),
        ending="txt",
    ),
    "ages_that_a_note_gainsays": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ và tên", "Tuổi", "Ghi chú"],
                [1, "Cù Thị Mận", "45", "sinh 1945"],
                [2, "Giang Văn Ổi", "?", "tuổi con rồng"],
                [3, "Nông Thị Chanh", 76, "sinh 1950"],
            ],
        ),
        """
        Nông Thị Chanh | 1950 | | | | | | sinh 1950
        """,
        waiting=("2 Cù Thị Mận which 1945 1981", "3 Giang Văn Ổi which 1940 1952 1964 1976"),
    ),
}
