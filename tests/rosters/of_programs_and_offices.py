"""Lists of programs, of offices and of veterans: codes, heads of two lines, cards, whose a number is."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import text, xlsx

OFFICES: dict[str, Case] = {
    "heads_that_broke_over_two_lines": Case(
        lambda path: xlsx(
            path,
            [
                ["Số", "Họ và tên", "Ngày, tháng,", "Nhập", "Quân", "Chi hội", "Số"],
                ["TT", None, "năm sinh", "ngũ", "hàm", "ấp", "điện thoại"],
                [1, "Cù Văn Mận", "12/4/1949", "03/1968", "Thượng úy", "Bà Côi", "0300 000 101"],
                [2, "Giang Văn Ổi", "1951", "1970", "Hạ sĩ", "Bà Côi", None],
                [3, "Nông Thị Chanh", "1953", "1972", "Y tá", "Hải Tân", "0300 000 103"],
            ],
        ),
        """
        Cù Văn Mận | 12/04/1949 | | 0300 000 101 | ấp Bà Côi
        Giang Văn Ổi | 1951 | | | ấp Bà Côi
        Nông Thị Chanh | 1953 | | 0300 000 103 | ấp Hải Tân
        """,
    ),
    "years_under_a_head_of_homes": Case(
        lambda path: xlsx(
            path,
            [
                ["Họ tên", "Năm sinh", "Vô tổ", "Tuổi quân", "Ấp"],
                ["Cù Văn Mận", 1949, 2019, 12, "Bà Côi"],
                ["Giang Văn Ổi", 1951, 2020, 8, "Bà Côi"],
                ["Nông Thị Chanh", 1953, 2021, 3, "Hải Tân"],
            ],
        ),
        """
        Cù Văn Mận | 1949 | | | ấp Bà Côi
        Giang Văn Ổi | 1951 | | | ấp Bà Côi
        Nông Thị Chanh | 1953 | | | ấp Hải Tân
        """,
    ),
    "headings_by_age_sex_and_diligence": Case(
        lambda path: xlsx(
            path,
            [
                ["TT", "Họ tên", "Năm sinh", "Tổ"],
                ["I. NHÓM 60 - 69 TUỔI"],
                [1, "Cù Thị Mận", 1960, 2],
                ["Nhóm 2: từ 70 tuổi trở lên"],
                [1, "Giang Văn Ổi", 1951, 3],
                [None, "Cộng nhóm 2", 1],
                ["Nhóm nữ"],
                [1, "Nông Thị Chanh", 1953, 3],
                ["Nhóm hay vắng"],
                [1, "La Văn Quýt", 1954, 1],
                ["Hộ cận nghèo"],
                [1, "Mã Thị Dâu", 1955, 1],
                ["Tổ 4 - người cao tuổi"],
                [1, "Lữ Thị Hai", 1956, None],
            ],
        ),
        """
        Cù Thị Mận | 1960 | | | tổ 2
        Giang Văn Ổi | 1951 | | | tổ 3
        Nông Thị Chanh | 1953 | nữ | | tổ 3
        La Văn Quýt | 1954 | | | tổ 1
        Mã Thị Dâu | 1955 | | | tổ 1
        Lữ Thị Hai | 1956 | | | Tổ 4
        """,
        left=(
            "2 heading",
            "4 heading",
            "6 sum",
            "7 heading",
            "9 heading",
            "11 heading",
            "13 heading",
        ),
    ),
    "two_years_behind_a_name": Case(
        lambda path: xlsx(
            path,
            [
                ["stt", "tên - năm sinh", "sdt"],
                ["01", "Cù Thị Mận 1957/1959", "0300000101"],
                ["02", "Giang Văn Ổi (1946)", "0300000102"],
                ["03", "Nông Thị Chanh 1951 (1952)", "0300000103"],
                ["04", "La Văn Quýt - 1954/56", "0300000104"],
                ["05", "Mã Thị Dâu, 1950", None],
                ["06", "Lữ Văn Hai 57/59", "0300000106"],
            ],
        ),
        """
        Giang Văn Ổi | 1946 | | 0300 000 102
        Mã Thị Dâu | 1950
        """,
        waiting=(
            "2 Cù Thị Mận which 1957 1959",
            "4 Nông Thị Chanh which 1951 1952",
            "5 La Văn Quýt which 1954 1956",
            "7 Lữ Văn Hai which 1957 1959",
        ),
    ),
    "births_in_a_cell_of_names": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ tên", "SĐT"],
                [1, "Cù Thị Mận (1946/1947)", "0300000101"],
                [2, "Giang Văn Ổi, 12/3/1953", "0300000102"],
                [3, "Nông Thị Chanh 1951 (1952)", None],
            ],
        ),
        "Giang Văn Ổi | 12/03/1953 | | 0300 000 102",
        waiting=("2 Cù Thị Mận which 1946 1947", "4 Nông Thị Chanh which 1951 1952"),
    ),
    "cards_with_a_heading_each": Case(
        lambda path: xlsx(
            path,
            [
                ["THẺ HỘI VIÊN SỐ 1"],
                ["Họ và tên:", "Cù Thị Mận"],
                ["Năm sinh:", 1950],
                [None],
                ["THẺ HỘI VIÊN SỐ 2"],
                ["Họ và tên:", "Giang Văn Ổi"],
                ["Năm sinh:", 1951],
            ],
        ),
        """
        Cù Thị Mận | 1950
        Giang Văn Ổi | 1951
        """,
        left=("1 other", "5 other"),
    ),
    "women_by_the_head_over_their_names": Case(
        lambda path: text(
            path,
            [
                ["Tổ vay vốn số 2"],
                ["TT", "Tên chị em", "NS", "Dư nợ"],
                [1, "Cù Mận", 1950, "12,5"],
                [2, "Giang Thị Ổi", 1951, "0"],
                [None, "Tổng", None, "12,5"],
            ],
        ),
        """
        Cù Mận | 1950 | nữ
        Giang Thị Ổi | 1951 | nữ
        """,
        left=("1 title", "5 sum"),
        ending="csv",
    ),
    "men_by_the_head_over_their_names": Case(
        lambda path: xlsx(
            path,
            [["STT", "Danh sách cụ ông", "Năm sinh"], [1, "Cù Mận", 1950], [2, "Giang Ổi", 1951]],
        ),
        """
        Cù Mận | 1950 | nam
        Giang Ổi | 1951 | nam
        """,
    ),
    "states_as_programs_write_them": Case(
        lambda path: text(
            path,
            [
                ["id", "full_name", "dob", "status"],
                [7, "Cù Thị Mận", "1950-04-18", "dang_tham_gia"],
                [8, "Giang Văn Ổi", 1951, "da_roi_nhom"],
                [9, "Nông Thị Chanh", 1952, "DaMat"],
                [10, "La Văn Quýt", 1953, "chuyen_di"],
                [11, "Mã Thị Dâu", 1954, "DELETED"],
                [12, "Lữ Văn Hai", 1955, "inactive"],
                [13, "Lữ Thị Ba", 1956, "cho_duyet"],
                [14, "Cù Văn Tư", 1957, "mat_lien_lac"],
                [15, "Người dùng thử", 1990, "dang_tham_gia"],
                [16, "Cù Thị Năm", 1958, "dang_tham_gia"],
            ],
        ),
        """
        Cù Thị Mận | 18/04/1950
        Cù Văn Tư | 1957
        Cù Thị Năm | 1958
        """,
        left=("3 left", "4 deceased", "5 moved", "6 left"),
        waiting=("7 Lữ Văn Hai gone", "8 Lữ Thị Ba waiting", "10 Người dùng thử unlike"),
        remarks=("9 unread",),
        ending="csv",
    ),
    "who_is_active_by_a_switch": Case(
        lambda path: text(
            path,
            [
                ["full_name", "birth_year", "is_active", "deleted_at"],
                ["Cù Thị Mận", 1950, "true", None],
                ["Giang Văn Ổi", 1951, "false", None],
                ["Nông Thị Chanh", 1952, "true", "2026-03-02"],
            ],
        ),
        "Cù Thị Mận | 1950",
        left=("4 left",),
        waiting=("3 Giang Văn Ổi gone",),
        ending="csv",
    ),
    "a_column_that_says_whose_the_number_is": Case(
        lambda path: xlsx(
            path,
            [
                ["Họ tên cụ", "Sinh", "Ở", "Số điện thoại", "Số của ai"],
                ["cụ bà Cù Thị Mận", 1940, "ngõ 3", "0300 000 101", "con gái: Giang Thị Vui"],
                ["cụ ông Giang Văn Ổi", 1941, "ngõ 3", "0300 000 102", "của cụ"],
                ["cụ bà Nông Thị Chanh", 1942, "ngõ 5", "0300 000 103", "hàng xóm: Lê Văn Tĩnh"],
                ["cụ ông La Văn Quýt", 1943, "ngõ 5", "0300 000 104", "của bà"],
                ["cụ bà Mã Thị Dâu", 1944, "ngõ 8", "0300 000 105", "cụ Dâu"],
                ["cụ bà Lữ Thị Hai", 1945, "ngõ 8", "0300 000 106", "dùng chung với con"],
                ["cụ ông Cù Văn Tư", 1946, "ngõ 8", "0300 000 107", None],
            ],
        ),
        """
        Cù Thị Mận | 1940 | nữ | | ngõ 3 | | con gái Giang Thị Vui 0300 000 101
        Giang Văn Ổi | 1941 | nam | 0300 000 102 | ngõ 3
        Nông Thị Chanh | 1942 | nữ | | ngõ 5 | | hàng xóm Lê Văn Tĩnh 0300 000 103
        La Văn Quýt | 1943 | nam | | ngõ 5 | | bà 0300 000 104
        Mã Thị Dâu | 1944 | nữ | 0300 000 105 | ngõ 8
        Lữ Thị Hai | 1945 | nữ | 0300 000 106 | ngõ 8 | | | dùng chung với con
        Cù Văn Tư | 1946 | nam | 0300 000 107 | ngõ 8
        """,
        remarks=("7 whose",),
    ),
    "notes_of_numbers_and_two_of_them": Case(
        lambda path: xlsx(
            path,
            [
                ["Họ tên", "Năm sinh", "SĐT 1", "Ghi chú SĐT", "SĐT 2", "Chủ số"],
                ["Cù Thị Mận", 1940, "0300000101", "gọi buổi tối", "0300000201", "con Vui"],
                ["Giang Văn Ổi", 1941, "0300000102", "cháu nội", None, None],
                ["Nông Thị Chanh", 1942, "0300000103", "chính chủ", None, None],
            ],
        ),
        """
        Cù Thị Mận | 1940 | | 0300 000 101 | | | con Vui 0300000201 | gọi buổi tối
        Giang Văn Ổi | 1941 | | | | | cháu nội 0300000102
        Nông Thị Chanh | 1942 | | 0300 000 103
        """,
    ),
    "relations_behind_numbers": Case(
        lambda path: xlsx(
            path,
            [
                ["Họ tên", "Năm sinh", "SĐT", "Quan hệ"],
                ["Cù Thị Mận", 1940, "0300000101", "con gái"],
                ["Giang Văn Ổi", 1941, "0300000102", None],
            ],
        ),
        """
        Cù Thị Mận | 1940 | | 0300 000 101
        Giang Văn Ổi | 1941 | | 0300 000 102
        """,
        remarks=("2 whose",),
    ),
    "phones_of_husbands_and_wives_beside_couples": Case(
        lambda path: xlsx(
            path,
            [
                [
                    "Hộ",
                    "Thành viên (chồng - vợ)",
                    "Năm sinh (chồng - vợ)",
                    "ĐT chồng",
                    "ĐT vợ",
                    "Ghi chú",
                ],
                [
                    1,
                    "ông Cù Văn Mận - bà Giang Thị Ổi",
                    "1947 - 1950",
                    "0300 000 101",
                    "0300 000 201",
                ],
                [2, "ông Nông Văn Chanh - bà La Thị Quýt", "1951 - 1951", None, "0300 000 202"],
                [3, "bà Mã Thị Dâu", "1943", None, None, "góa"],
                [
                    4,
                    "ông Lữ Văn Hai - bà Lữ Thị Ba",
                    "1945 - 1949",
                    None,
                    None,
                    "ông Hai mất rồi, bà còn sinh hoạt",
                ],
                [5, "ông Cù Văn Tư", "1952", "0300 000 105", "0300 000 205"],
                [6, "ông La Văn Mười - bà La Thị Út", "1950 - 1948", None, None, "mất rồi"],
            ],
        ),
        """
        Cù Văn Mận | 1947 | nam | 0300 000 101
        Giang Thị Ổi | 1950 | nữ | 0300 000 201
        Nông Văn Chanh | 1951 | nam | | | | La Thị Quýt 0300 000 202
        La Thị Quýt | 1951 | nữ | 0300 000 202
        Mã Thị Dâu | 1943 | nữ | | | | | góa
        Lữ Thị Ba | 1949 | nữ | | | | | ông Hai mất rồi, bà còn sinh hoạt
        Cù Văn Tư | 1952 | nam | 0300 000 105 | | | vợ 0300 000 205
        """,
        left=("5 deceased",),
        waiting=("7 La Văn Mười gone", "7 La Thị Út gone"),
        remarks=(
            "2 parted",
            "2 parted",
            "3 parted",
            "3 parted",
            "5 parted",
            "7 parted",
            "7 parted",
        ),
    ),
    "births_and_ages_of_each_beside_couples": Case(
        lambda path: xlsx(
            path,
            {
                "A": [
                    ["Hộ", "Hội viên trong hộ", "NS chồng", "NS vợ", "SĐT ông", "SĐT bà"],
                    [1, "bà Cù Thị Mận - ông Giang Văn Ổi", 1947, 1950, "0300 000 101", None],
                    [2, "bà Mã Thị Dâu", 1940, 1943, None, "0300000203"],
                ],
                "B": [
                    ["STT", "Tên chị em", "Năm sinh", "SĐT", "SĐT chồng"],
                    [1, "Nông Chanh", 1951, "0300000104", "0300000204"],
                    [2, "La Thị Quýt", 1952, None, "0300000205"],
                ],
            },
        ),
        """
        Cù Thị Mận | 1950 | nữ | | | | Giang Văn Ổi 0300 000 101
        Giang Văn Ổi | 1947 | nam | 0300 000 101
        Mã Thị Dâu | 1943 | nữ | 0300 000 203
        Nông Chanh | 1951 | nữ | 0300 000 104 | | | chồng 0300000204
        La Thị Quýt | 1952 | nữ | | | | chồng 0300000205
        """,
        remarks=("2 parted", "2 parted"),
    ),
    "numbers_of_one_of_two_whom_nobody_names": Case(
        lambda path: xlsx(
            path,
            [
                [
                    "STT",
                    "Họ tên ông",
                    "Năm sinh ông",
                    "Họ tên bà",
                    "Năm sinh bà",
                    "SĐT ông",
                    "SĐT bà",
                ],
                [1, "Cù Văn Mận", 1950, "Giang Thị Ổi", 1952, "0300000101", "0300000201"],
                [2, None, None, "Nông Thị Chanh", 1953, "0300000102", None],
                [3, "La Văn Quýt", 1954, None, None, "0300000103", "0300000203"],
                [4, None, None, None, None, "0300000104", None],
            ],
        ),
        """
        Cù Văn Mận | 1950 | nam | 0300 000 101
        La Văn Quýt | 1954 | nam | 0300 000 103 | | | vợ 0300000203
        Giang Thị Ổi | 1952 | nữ | 0300 000 201
        Nông Thị Chanh | 1953 | nữ | | | | chồng 0300000102
        """,
        left=("5 other",),
        remarks=("4 whose", "3 whose"),
    ),
    "wives_in_a_column_of_their_own": Case(
        lambda path: xlsx(
            path,
            {
                "A": [
                    ["STT", "Họ tên", "Năm sinh", "SĐT", "Họ tên vợ", "Năm sinh vợ"],
                    [1, "Cù Văn Mận", 1950, "0300000101", "Giang Thị Ổi", 1953],
                    [2, "La Văn Quýt", 1951, None, None, None],
                ],
                "B": [
                    ["STT", "Họ tên", "Năm sinh", "Họ tên vợ", "Địa chỉ"],
                    [1, "Nông Văn Chanh", 1950, "Mã Thị Dâu", "tổ 1"],
                    [2, "Lữ Văn Hai", 1951, "đã mất", "tổ 2"],
                ],
                "C": [
                    ["STT", "Họ tên", "Năm sinh", "Họ tên chồng", "Năm sinh chồng"],
                    [1, "Cù Thị Ba", 1950, "Giang Văn Tư", 1948],
                ],
            },
        ),
        """
        Cù Văn Mận | 1950 | nam | 0300 000 101
        La Văn Quýt | 1951 | nam
        Giang Thị Ổi | 1953 | nữ
        Nông Văn Chanh | 1950 | | | tổ 1
        Lữ Văn Hai | 1951 | | | tổ 2
        Cù Thị Ba | 1950 | nữ
        """,
        left=("3 other",),
        waiting=("2 Mã Thị Dâu second", "2 Giang Văn Tư second"),
    ),
    "the_same_letters_for_states_and_meetings": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ tên", "Năm sinh", "Tình trạng", "Họp T1"],
                [1, "Cù Thị Mận", 1950, "C", "V"],
                [2, "Giang Văn Ổi", 1951, "V", "C"],
                [3, "Nông Thị Chanh", 1952, "C", "C"],
                [4, "La Văn Quýt", 1953, "C", "V"],
                ["Họp: C: có mặt; V: vắng"],
                ["Tình trạng: C: còn sinh hoạt; V: đã mất"],
            ],
        ),
        """
        Cù Thị Mận | 1950
        Nông Thị Chanh | 1952
        La Văn Quýt | 1953
        """,
        left=("3 deceased", "6 other", "7 other"),
    ),
    "heads_in_capitals_that_broke": Case(
        lambda path: xlsx(
            path,
            [
                ["SỐ", "HỌ VÀ TÊN", "NGÀY THÁNG", "CẤP BẬC", "NGÀY", "NƠI", "ĐIỆN"],
                ["TT", None, "NĂM SINH", "KHI NGHỈ HƯU", "VÀO ĐẢNG", "THƯỜNG TRÚ", "THOẠI"],
                [1, "Cù Văn Mận", "12/4/1949", "Đại úy", "3/2/1970", "tổ 1, ấp Láng", "0300000101"],
                [2, "Giang Văn Ổi", "1951", "Thiếu úy", None, "tổ 2, ấp Láng", None],
            ],
        ),
        """
        Cù Văn Mận | 12/04/1949 | | 0300 000 101 | tổ 1, ấp Láng
        Giang Văn Ổi | 1951 | | | tổ 2, ấp Láng
        """,
    ),
    "states_in_english_and_switches_of_the_living": Case(
        lambda path: text(
            path,
            [
                ["ho_ten", "nam_sinh", "member_status", "con_song"],
                ["Cù Thị Mận", 1950, "member", "TRUE"],
                ["Giang Văn Ổi", 1951, "ex-member", "TRUE"],
                ["Nông Thị Chanh", 1952, "Removed", "TRUE"],
                ["La Văn Quýt", 1953, "MOVED_AWAY", "TRUE"],
                ["Mã Thị Dâu", 1954, "guest", "TRUE"],
                ["Lữ Văn Hai", 1955, "member", "FALSE"],
                ["Lữ Thị Ba", 1956, "volunteer", "TRUE"],
            ],
        ),
        """
        Cù Thị Mận | 1950
        Lữ Thị Ba | 1956
        """,
        left=("3 left", "4 left", "5 moved", "7 deceased"),
        waiting=("6 Mã Thị Dâu guest",),
        remarks=("8 unread",),
        ending="csv",
    ),
    "couples_of_whom_one_is_named_in_a_note": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ tên vợ chồng", "NS", "SĐT (chồng)", "SĐT (vợ)", "Ghi chú"],
                [1, "Cù Văn Mận, Giang Thị Ổi", "1947, 1950", "0300000101", "0300000201"],
                [
                    2,
                    "ông La Văn Tư và bà Lữ Thị Năm",
                    "1951 - 1952",
                    None,
                    None,
                    "bà Năm đang nằm viện, ông Tư xin nghỉ",
                ],
                [
                    3,
                    "ông Nông Văn Chanh - bà Mã Thị Dâu",
                    "1953 - 1954",
                    None,
                    None,
                    "cụ Chanh mất rồi",
                ],
            ],
        ),
        """
        Cù Văn Mận | 1947 | nam | 0300 000 101
        Giang Thị Ổi | 1950 | nữ | 0300 000 201
        Lữ Thị Năm | 1952 | nữ | | | | | bà Năm đang nằm viện, ông Tư xin nghỉ
        Mã Thị Dâu | 1954 | nữ | | | | | cụ Chanh mất rồi
        """,
        left=("3 left", "4 deceased"),
        remarks=("2 parted", "2 parted", "3 parted", "4 parted"),
    ),
}
