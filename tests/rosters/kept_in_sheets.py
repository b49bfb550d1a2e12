"""Lists as groups keep them in sheets of their own making: in the same form."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import text, xlsx

IN_SHEETS: dict[str, Case] = {
    "a_group_named_by_who_belongs_to_it": Case(
        lambda path: xlsx(
            path,
            {
                "Tổ viên": [
                    ["SỔ TỔ VAY VỐN"],
                    ["Số TT", "Ngày vào tổ", "Tổ viên", "Năm sinh", "Giới", "Tiền vay (đ)"],
                    [1, "12/01/2023", "Cù Thị Mận", 1950, "Nữ", "30.000.000"],
                    [2, "12/01/2023", "Y Bhăm Niê", 1951, "Nam", "20.000.000"],
                    ["Cộng", None, None, None, None, "50.000.000"],
                ],
                "Xã viên": [["Bà con", "Năm sinh"], ["Giang Văn Ổi", 1952], ["La Thị Na", 1953]],
            },
        ),
        """
        Cù Thị Mận | 1950 | nữ
        Y Bhăm Niê | 1951 | nam
        Giang Văn Ổi | 1952
        La Thị Na | 1953
        """,
        left=("1 title", "5 sum"),
    ),
    "a_book_of_a_fund_with_numbers_at_names": Case(
        lambda path: xlsx(
            path,
            [
                ["Sổ thu quỹ tổ phụ nữ giúp nhau"],
                ["Thủ quỹ: chị Mận (trong danh sách số 1)"],
                ["Chị em", "Sinh năm", "T1", "T2", "Còn nợ", "Số phone"],
                ["1. Cù Thị Mận", 1950, "x", "x", 0, "0300 000 101 / 0300 000 102"],
                ["2. Giang Thị Ổi", 1951, "x", None, 20000, None],
                ["3. Nông Thị Chanh", 1952, "x", None, None, "0300 000 103 (nghỉ từ T2)"],
                ["4. La Thị Na", 1953, None, "x", 0, "0300 000 104"],
                ["Tổng thu", 120000],
            ],
            struck=["A6"],
        ),
        """
        Cù Thị Mận | 1950 | nữ | 0300 000 101 | | | | 0300 000 102
        Giang Thị Ổi | 1951 | nữ
        La Thị Na | 1953 | nữ | 0300 000 104
        """,
        left=("1 title", "2 title", "6 struck", "8 sum"),
    ),
    "heads_of_households_beside_who_takes_part": Case(
        lambda path: xlsx(
            path,
            [
                ["Chủ hộ", "Khách hàng", "Năm sinh"],
                ["Cù Thị Mận", "Giang Văn Ổi", 1950],
                ["La Thị Na", "Lữ Văn Hai", 1951],
            ],
        ),
        """
        Giang Văn Ổi | 1950
        Lữ Văn Hai | 1951
        """,
    ),
    "who_rests_in_peace": Case(
        lambda path: xlsx(
            path,
            [
                ["Họ tên", "Năm sinh", "Ghi chú"],
                ["Cù Thị Mận", 1950, "R.I.P. 3/2025"],
                ["Giang Văn Ổi", 1951, "†"],
                ["Nông Thị Chanh", 1952, "được Chúa gọi về"],
                ["La Văn Quýt", 1953, "RIP bà xã 2020"],
                ["Lữ Thị Hai", 1954, "đi xa lâu không về"],
            ],
        ),
        """
        La Văn Quýt | 1953 | | | | | | RIP bà xã 2020
        """,
        left=("2 deceased", "3 deceased", "4 deceased", "6 moved"),
    ),
    "men_and_women_of_a_club_side_by_side": Case(
        lambda path: xlsx(
            path,
            [
                ["CÂU LẠC BỘ HOA MAI THÔN BÀ CÔI"],
                ["NAM", None, None, "NỮ"],
                ["Họ tên", "Tuổi", None, "Họ tên", "Tuổi"],
                ["Giang Văn Ổi", 71, None, "Cù Thị Mận", 70],
                ["La Văn Quýt", 68, None, "Lữ Thị Hai", 66],
            ],
            merges=["A1:E1"],
        ),
        """
        Giang Văn Ổi | ~1955 | nam
        La Văn Quýt | ~1958 | nam
        Cù Thị Mận | ~1956 | nữ
        Lữ Thị Hai | ~1960 | nữ
        """,
        left=("1 title", "2 title"),
    ),
    "men_and_women_of_a_hamlet_side_by_side": Case(
        lambda path: xlsx(
            path,
            [
                ["ẤP BÀ CÔI"],
                ["NAM", None, None, "NỮ"],
                ["Họ tên", "Tuổi", None, "Họ tên", "Tuổi"],
                ["Giang Văn Ổi", 71, None, "Cù Thị Mận", 70],
                ["La Văn Quýt", 68, None, "Lữ Thị Hai", 66],
            ],
            merges=["A1:E1"],
        ),
        """
        Giang Văn Ổi | ~1955 | nam | | Ấp Bà Côi
        La Văn Quýt | ~1958 | nam | | Ấp Bà Côi
        Cù Thị Mận | ~1956 | nữ | | Ấp Bà Côi
        Lữ Thị Hai | ~1960 | nữ | | Ấp Bà Côi
        """,
        left=("1 title", "2 title"),
    ),
    "women_crossed": Case(
        lambda path: xlsx(
            path,
            [
                ["Tên", "Họ, chữ lót", "Ngày sinh", "P.Nữ"],
                ["Ổi", "Giang Hữu", "05/02/1951", None],
                ["Mận", "Cù Mỹ", "17/8/1950", "x"],
            ],
        ),
        """
        Giang Hữu Ổi | 05/02/1951 | nam
        Cù Mỹ Mận | 17/08/1950 | nữ
        """,
        remarks=("2 concluded",),
    ),
    "all_of_somebody_in_a_cell_and_the_place_merged": Case(
        lambda path: xlsx(
            path,
            [
                ["Nơi ở", "Người nhận quà 1/10", "Ghi chú"],
                ["Ấp Hải Lạc", "Bà Cù Thị Mận\nSN: 1950\nĐT: 0300 000 101"],
                [None, "Ông Giang Văn Ổi\nSN: 1951"],
                ["Ấp Bà Côi", "Bà Nông Thị Chanh\nSN: 1952", "gãy tay"],
                [None, "Ông La Văn Quýt\nSN: 1953\nĐT (cháu Hậu): 0300 000 103"],
            ],
            merges=["A2:A3", "A4:A5"],
        ),
        """
        Cù Thị Mận | 1950 | nữ | 0300 000 101 | Ấp Hải Lạc
        Giang Văn Ổi | 1951 | nam | | Ấp Hải Lạc
        Nông Thị Chanh | 1952 | nữ | | Ấp Bà Côi | | | gãy tay
        La Văn Quýt | 1953 | nam | | Ấp Bà Côi | | cháu Hậu 0300 000 103
        """,
    ),
    "phones_of_children_by_their_head": Case(
        lambda path: xlsx(
            path,
            [
                ["Họ tên", "Năm sinh", "SĐT (con)"],
                ["Giang Văn Ổi", 1951, "0300000101"],
                ["Cù Thị Mận", 1950, None],
            ],
        ),
        """
        Giang Văn Ổi | 1951 | | | | | 0300000101
        Cù Thị Mận | 1950
        """,
    ),
    "codes_explained_above_on_two_pages": Case(
        lambda path: xlsx(
            path,
            [
                ["DANH SÁCH NGƯỜI CAO TUỔI"],
                ["Ghi chú: Đ = đang sinh hoạt; C = đã chết; X = đi xa không về"],
                ["STT", "Họ & tên", "N.sinh", "Địa chỉ", "TT"],
                ["1", "Cù Thị Mận", "1950", "Tổ 1", "Đ"],
                ["2", "Giang Văn Ổi", "1951", "nt", "C"],
                [None, None, None, "Trang 1"],
                ["STT", "Họ & tên", "N.sinh", "Địa chỉ", "TT"],
                ["3", "Nông Thị Chanh", "1952", "nt", "Đ"],
                ["4", "La Văn Quýt", "1953", "nt", "X"],
                ["5", "Lữ Thị Hai", "1954", "Tổ 2", "Đ"],
                [None, None, None, "- Trang 2 -"],
            ],
        ),
        """
        Cù Thị Mận | 1950 | | | Tổ 1
        Nông Thị Chanh | 1952 | | | Tổ 1
        Lữ Thị Hai | 1954 | | | Tổ 2
        """,
        left=("1 title", "2 title", "5 deceased", "6 other", "7 head", "9 moved", "11 other"),
    ),
    "codes_explained_in_cells_below": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ tên", "Năm sinh", "T1", "T2", "Trạng thái"],
                [1, "Cù Thị Mận", 1950, "x", "x", "H"],
                [2, "Giang Văn Ổi", 1951, None, "x", "M"],
                [3, "La Thị Na (C)", 1952, "x", None, None],
                [None, "M", "đã mất"],
                [None, "C", "chuyển đi"],
                [None, "H", "còn sinh hoạt"],
            ],
        ),
        "Cù Thị Mận | 1950",
        left=("3 deceased", "4 moved", "5 other", "6 other", "7 other"),
    ),
    "codes_that_nobody_explains": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ tên", "Năm sinh", "Tình trạng"],
                [1, "Cù Thị Mận", 1950, "Đ"],
                [2, "Giang Văn Ổi", 1951, "C"],
                [3, "La Thị Na", 1952, "Đ"],
            ],
        ),
        """
        Cù Thị Mận | 1950
        Giang Văn Ổi | 1951
        La Thị Na | 1952
        """,
        remarks=("3 unread",),
    ),
    "columns_for_husband_and_wife": Case(
        lambda path: text(
            path,
            [
                [
                    "STT",
                    "Họ tên ông",
                    "NS ông",
                    "Họ tên bà",
                    "NS bà",
                    "SĐT ông",
                    "SĐT bà",
                    "Địa chỉ",
                    "Ghi chú",
                ],
                [
                    1,
                    "Giang Hữu Ổi",
                    1950,
                    "Cù Mỹ Mận",
                    1953,
                    "0300000101",
                    "0300000102",
                    "Tổ 1",
                    None,
                ],
                [2, None, None, "La Kim Na", 1948, None, "0300000103", "Tổ 1", "ở một mình"],
                [
                    3,
                    "Lữ Văn Hai",
                    1945,
                    "Nông Thị Chanh",
                    1947,
                    None,
                    "0300000104",
                    "Tổ 2",
                    "ông mất 2022",
                ],
                [4, "Mã Xuân Quế", 1959, None, None, "0300000105", None, "Tổ 3", "vợ mất"],
                [
                    5,
                    "Kha Văn Sáu",
                    1945,
                    "Đào Thị Lê",
                    1947,
                    None,
                    None,
                    "Tổ 2",
                    "ông chuyển đi, bà mất",
                ],
                [6, "Kim Văn Tám", 1945, "Đào Thị Mơ", 1947, None, None, "Tổ 2", "đã mất"],
            ],
        ),
        """
        Giang Hữu Ổi | 1950 | nam | 0300 000 101 | Tổ 1
        Mã Xuân Quế | 1959 | nam | 0300 000 105 | Tổ 3 | | | vợ mất
        Cù Mỹ Mận | 1953 | nữ | 0300 000 102 | Tổ 1
        La Kim Na | 1948 | nữ | 0300 000 103 | Tổ 1 | | | ở một mình
        Nông Thị Chanh | 1947 | nữ | 0300 000 104 | Tổ 2 | | | ông mất 2022
        """,
        left=("4 deceased", "6 moved", "6 deceased"),
        waiting=("7 Kim Văn Tám gone", "7 Đào Thị Mơ gone"),
        ending="csv",
    ),
    "two_of_a_line_by_number_and_brackets": Case(
        lambda path: xlsx(
            path,
            {
                "A": [
                    ["Họ tên 1", "Họ tên 2", "Năm sinh 1", "Năm sinh 2", "Địa chỉ"],
                    ["Giang Văn Ổi", "Cù Thị Mận", 1950, 1953, "Tổ 1"],
                    ["La Văn Quýt", None, 1951, None, "Tổ 2"],
                ],
                "B": [
                    ["Chồng", "Năm sinh (chồng)", "Vợ", "Năm sinh (vợ)", "SĐT vợ"],
                    ["Lữ Văn Hai", 1945, "Nông Thị Chanh", 1947, "0300000104"],
                ],
            },
        ),
        """
        Giang Văn Ổi | 1950 | | | Tổ 1
        La Văn Quýt | 1951 | | | Tổ 2
        Cù Thị Mận | 1953 | | | Tổ 1
        Lữ Văn Hai | 1945 | nam
        Nông Thị Chanh | 1947 | nữ | 0300 000 104
        """,
    ),
    "sexes_in_digits_that_names_bear_out": Case(
        lambda path: xlsx(
            path,
            {
                "A": [
                    ["Họ tên", "Năm sinh", "GT"],
                    ["Giang Văn Ổi", 1950, 1],
                    ["Cù Thị Mận", 1951, 2],
                    ["La Kim Na", 1952, 2],
                ],
                "B": [
                    ["Họ tên", "Năm sinh", "SEX(1=M;2=F)"],
                    ["Nông Chanh", 1950, 2],
                    ["Lữ Hai", 1951, 1],
                ],
                "C": [
                    ["Họ tên", "Năm sinh", "GT"],
                    ["Kha Văn Sáu", 1950, 2],
                    ["Đào Thị Lê", 1951, 1],
                ],
            },
        ),
        """
        Giang Văn Ổi | 1950 | nam
        Cù Thị Mận | 1951 | nữ
        La Kim Na | 1952 | nữ
        Nông Chanh | 1950 | nữ
        Lữ Hai | 1951 | nam
        Kha Văn Sáu | 1950
        Đào Thị Lê | 1951
        """,
        remarks=("2 coded", "3 coded", "4 coded", "2 unread", "3 unread"),
    ),
}
