"""Lists put together by several hands: rows of several fonts, marks glued to names, sheets drawn from others."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import text, written, xlsx

PUT_TOGETHER: dict[str, Case] = {
    "rows_of_three_fonts_in_one_sheet": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh", "Giới tính", "Địa chỉ"],
             [1, "Cù Thị Mận", "1950", "Nữ", "Tổ 1, ấp Láng"], [2, "Võ Hoà", "1951", "Nam", "Tổ 1, ấp Láng"],
             [3, "N«ng ThÞ Nhµn", "1952", "N÷", "Tæ 2, Êp L¸ng"], [4, "Mai Quang Tþ", "1953", "Nam", "Tæ 2, Êp L¸ng"],
             [5, "Ngoâ Thò Ngaø", "1954", "Nöõ", "Toå 3, aáp Laùng"], [6, "Mai Thò Ren", "1955", "Nöõ", "Toå 3, aáp Laùng"]],
        ),
        """
        Cù Thị Mận | 1950 | nữ | | Tổ 1, ấp Láng
        Võ Hoà | 1951 | nam | | Tổ 1, ấp Láng
        Nông Thị Nhàn | 1952 | nữ | | Tổ 2, ấp Láng
        Mai Quang Tỵ | 1953 | nam | | Tổ 2, ấp Láng
        Ngô Thị Ngà | 1954 | nữ | | Tổ 3, ấp Láng
        Mai Thị Ren | 1955 | nữ | | Tổ 3, ấp Láng
        """,
    ),
    "a_row_with_none_of_the_letters_that_tell_its_font": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh"], [1, "Cù Thị Mận", 1950], [2, "Hà Xuân Tân", 1951], [3, "N«ng ThÞ Nhµn", 1952],
             [4, "Vò Dòng", 1953]],
        ),
        """
        Cù Thị Mận | 1950
        Hà Xuân Tân | 1951
        Nông Thị Nhàn | 1952
        Vũ Dũng | 1953
        """,
    ),
    "names_in_unicode_beside_homes_in_two_fonts": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh", "Địa chỉ"], [1, "Cù Thị Mận", 1950, "Tæ 2, Êp L¸ng"], [2, "Hà Văn Tâm", 1951, "Tæ 2, Êp L¸ng"],
             [3, "Nông Thị Chanh", 1952, "Toå 3, aáp Laùng"]],
        ),
        """
        Cù Thị Mận | 1950 | | | Tổ 2, ấp Láng
        Hà Văn Tâm | 1951 | | | Tổ 2, ấp Láng
        Nông Thị Chanh | 1952 | | | Tổ 3, ấp Láng
        """,
    ),
    "lines_of_two_fonts_in_one_text": Case(
        lambda path: written(
            path,
            "1. Cù Thị Mận, 1950, tổ 1\n2. Nông Thị Hậu, 1951, tổ 1\n3. N«ng ThÞ Nhµn, 1952, tæ 2\n"
            "4. Mai Quang Tþ, 1953, tæ 2\n5. Ngoâ Thò Ngaø, 1954, toå 3\n6. Ñinh Vaên Khoa, 1955, toå 3\n",
        ),
        """
        Cù Thị Mận | 1950 | | | tổ 1
        Nông Thị Hậu | 1951 | | | tổ 1
        Nông Thị Nhàn | 1952 | | | tổ 2
        Mai Quang Tỵ | 1953 | | | tổ 2
        Ngô Thị Ngà | 1954 | | | tổ 3
        Đinh Văn Khoa | 1955 | | | tổ 3
        """,
        ending="txt",
    ),
    "what_else_is_lost_is_no_death": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh", "Tình trạng"], [1, "Cù Thị Mận", 1950, "mất sức lao động"],
             [2, "Giang Văn Ổi", 1951, "mất thẻ hội viên, xin cấp lại"], [3, "Nông Thị Chanh", 1952, "Tạm nghỉ tháng 9, nay đi lại"],
             [4, "La Văn Quýt", 1953, "Mất hồi tháng 5"], [5, "Lữ Thị Hai", 1954, "xuất cảnh (Mỹ)"],
             [6, "Mã Thị Dâu", 1955, "mất trâu"], [7, "Nguyễn Văn Mít", 1956, "nghỉ bệnh, nay đi lại được"],
             [8, "Trần Thị Lê", 1957, "mất xe đạp"], [9, "Lê Thị Bưởi", 1958, "xuất cảnh theo con"]],
        ),
        """
        Cù Thị Mận | 1950
        Giang Văn Ổi | 1951
        Nông Thị Chanh | 1952
        Trần Thị Lê | 1957
        """,
        left=("5 deceased", "6 moved", "10 moved"),
        waiting=("7 Mã Thị Dâu gone", "8 Nguyễn Văn Mít gone"),
    ),
    "dashes_and_offices_glued_to_names": Case(
        lambda path: xlsx(
            path,
            [["TT", "Họ tên", "Năm sinh"], [1, "-Cù Thị Mận", 1950], [2, "Giang Văn Ổi_Tổ trưởng", 1951],
             [3, "• Nông Thị Chanh", 1952], [4, "La Văn Quýt-Phó chủ nhiệm", 1953], [5, "Thư ký Lữ Thị Hai", 1954],
             [6, "K' Brơi", 1955], [7, "K'Brếu", 1956], [8, "Mã_Thị_Dâu", 1957], [9, "Lê Thị Ngọc/Thủ quỹ", 1958],
             [10, "Trần Văn Na TT", 1959], [11, "Bí thư chi bộ Lê Văn Út", 1960], [12, "_Nguyễn Văn Trưởng", 1961],
             [13, "Nguyễn Thị Thư Ký", 1962]],
        ),
        """
        Cù Thị Mận | 1950
        Giang Văn Ổi | 1951 | | | | | | Tổ trưởng
        Nông Thị Chanh | 1952
        La Văn Quýt | 1953 | | | | | | Phó chủ nhiệm
        Lữ Thị Hai | 1954 | | | | | | Thư ký
        K' Brơi | 1955 | nam
        K'Brếu | 1956 | nam
        Mã Thị Dâu | 1957
        Lê Thị Ngọc | 1958 | | | | | | Thủ quỹ
        Trần Văn Na | 1959 | | | | | | TT
        Lê Văn Út | 1960 | | | | | | Bí thư chi bộ
        Nguyễn Văn Trưởng | 1961
        Nguyễn Thị Thư Ký | 1962
        """,
    ),
    "homes_and_phones_glued_to_names": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Sinh năm", "Địa chỉ"], [1, "Cù Thị Mận - 0300000101 - Tổ 2", 1950, None],
             [2, "Giang Văn Ổi (Năm Sơn, tổ 3, ấp Láng)", 1951, None], [3, "Nông Thị Chanh\n(hộ nghèo)", 1952, None],
             [4, "La Văn Quýt\nTổ 5\nĐT: 0300000104", 1953, None], [5, "Lữ Thị Hai - tổ 4", 1954, "ấp Láng"],
             [6, "Mã Thị Dâu - tổ 4", 1955, "tổ 6"]],
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101 | Tổ 2
        Giang Văn Ổi | 1951 | | | tổ 3, ấp Láng | | | Năm Sơn
        Nông Thị Chanh | 1952 | | | | | | hộ nghèo
        La Văn Quýt | 1953 | | 0300 000 104 | Tổ 5
        Lữ Thị Hai | 1954 | | | tổ 4, ấp Láng
        Mã Thị Dâu | 1955 | | | tổ 6 | | | tổ 4
        """,
    ),
    "guests_below_a_label": Case(
        lambda path: text(
            path,
            [["Stt", "Họ, tên", "Năm sinh", "Nam/ nữ"], ["- Tổ 4 -", "", "", ""], ["1", "Cù Thị Mận", "1950", "nữ"],
             ["2", "Giang Văn Ổi", "1951", "nam"], ["", "Cộng: 02", "", ""], ["", "Khách mời:", "", ""],
             ["3", "La Văn Quýt", "", "nam"], ["", "Hội viên:", "", ""], ["4", "Lữ Thị Hai", "1954", "nữ"]],
        ),
        """
        Cù Thị Mận | 1950 | nữ | | Tổ 4
        Giang Văn Ổi | 1951 | nam | | Tổ 4
        Lữ Thị Hai | 1954 | nữ
        """,
        left=("2 heading", "5 sum", "6 heading", "8 heading"),
        waiting=("7 La Văn Quýt guest",),
        ending="csv",
    ),
    "a_letter_for_a_nine": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh"], [1, "Cù Thị Mận", "1O44"], [2, "Giang Văn Ổi", "195O"], [3, "La Văn Quýt", "1953"]],
        ),
        """
        Giang Văn Ổi | 1950
        La Văn Quýt | 1953
        """,
        waiting=("2 Cù Thị Mận which 1944",),
        remarks=("3 mended",),
    ),
    "numbers_of_columns_under_a_name_in_three": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ", "Chữ lót", "Tên", "Năm sinh"], ["(1)", "(2)", "(3)", "(4)", "(5)"],
             ["-1", "-2", "-3", "-4", "-5"],
             [1, "Cù", "Thị", "Mận", 1950], [2, "Giang", "Văn", "Ổi", 1951]],
        ),
        """
        Cù Thị Mận | 1950
        Giang Văn Ổi | 1951
        """,
        left=("2 numbering", "3 numbering"),
    ),
    "heads_that_name_papers_and_heads_in_short": Case(
        lambda path: xlsx(
            path,
            [["HỌ VÀ TÊN (ghi chữ in hoa)", "G.tính", "Ngày, tháng, năm sinh theo CCCD", "Tổ NDTQ", "Số CCCD"],
             ["CÙ THỊ MẬN", "Nữ", "12/03/1950", "1", "077150000101"], ["GIANG VĂN ỔI", "Nam", "04/05/1951", "2", "077151000102"]],
        ),
        """
        Cù Thị Mận | 12/03/1950 | nữ | | tổ 1
        Giang Văn Ổi | 04/05/1951 | nam | | tổ 2
        """,
    ),
    "a_letter_that_the_head_explains": Case(
        lambda path: xlsx(
            path,
            [["Đ/c", "NS", "GT (N = nữ)", "H.tên", "#"], ["Tổ 5", 1950, "N", "Cù Thị Mận", 1],
             ["Tổ 5", 1951, None, "Giang Văn Ổi", 2], ["Tổ 6", 1952, None, "Nông Thị Chanh", 3]],
        ),
        """
        Cù Thị Mận | 1950 | nữ | | Tổ 5
        Giang Văn Ổi | 1951 | nam | | Tổ 5
        Nông Thị Chanh | 1952 | | | Tổ 6
        """,
        remarks=("3 concluded",),
    ),
    "households_and_a_hamlet_in_brackets": Case(
        lambda path: xlsx(
            path,
            [["TT", "Họ và tên", "Năm sinh"], ["Hộ bà Cù Thị Bích Mận, tổ 5, ấp Láng Sim", None, None], [1, "Cù Thị Bích Mận", 1950],
             [2, "Giang Văn Ổi", 1951], ["Tổ 3 (xóm Chùa)", None, None], [3, "La Văn Quýt", 1953],
             ["Hộ: Nông Thị Chanh - 1 người - Tổ 4", None, None], [4, "Nông Thị Chanh", 1952], ["Gia đình ông Hai (số 12, tổ 6)", None, None],
             [5, "Lê Văn Hai", 1954]],
        ),
        """
        Cù Thị Bích Mận | 1950 | | | tổ 5, ấp Láng Sim
        Giang Văn Ổi | 1951 | | | tổ 5, ấp Láng Sim
        La Văn Quýt | 1953 | | | Tổ 3 (xóm Chùa)
        Nông Thị Chanh | 1952 | | | Tổ 4
        Lê Văn Hai | 1954 | | | số 12, tổ 6
        """,
        left=("2 heading", "5 heading", "7 heading", "9 heading"),
    ),
    "a_board_drawn_from_the_sheets_of_all_groups": Case(
        lambda path: xlsx(
            path,
            {"BCN": [["TT", "Họ và tên", "Năm sinh", "Chức vụ"], [1, "Cù Thị Mận", 1950, "Chủ nhiệm"], [2, "La Văn Quýt", 1953, "Thủ quỹ"]],
             "Tổ 1": [["TT", "Họ và tên", "Năm sinh", "Giới tính"], [1, "Cù Thị Mận", 1950, "Nữ"], [2, "Giang Văn Ổi", 1951, "Nam"],
                      [3, "Nông Thị Chanh", 1952, "Nữ"]],
             "Tổ 2": [["TT", "Họ và tên", "Năm sinh", "Giới tính"], [1, "La Văn Quýt", 1953, "Nam"], [2, "Lữ Thị Hai", 1954, "Nữ"],
                      [3, "Mã Thị Dâu", 1955, "Nữ"]]},
        ),
        """
        Cù Thị Mận | 1950 | nữ | | Tổ 1
        La Văn Quýt | 1953 | nam | | Tổ 2
        Giang Văn Ổi | 1951 | nam | | Tổ 1
        Nông Thị Chanh | 1952 | nữ | | Tổ 1
        Lữ Thị Hai | 1954 | nữ | | Tổ 2
        Mã Thị Dâu | 1955 | nữ | | Tổ 2
        """,
        left=("2 twice", "2 twice"),
    ),
    "a_board_with_phones_and_without_births": Case(
        lambda path: xlsx(
            path,
            {"BCN": [["TT", "Họ tên", "Chức vụ", "SĐT"], [1, "Cù Thị Mận", "CN", "0300000101"], [2, "La Văn Quýt", "Phó CN", None]],
             "Tổ 1": [["TT", "Họ tên", "Năm sinh"], [1, "Cù Thị Mận", 1950], [2, "Giang Văn Ổi", 1951]],
             "Tổ 2": [["TT", "Họ tên", "Năm sinh"], [1, "La Văn Quýt", 1953], [2, "Lữ Thị Hai", 1954]]},
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101 | Tổ 1
        Giang Văn Ổi | 1951 | | | Tổ 1
        La Văn Quýt | 1953 | | | Tổ 2
        Lữ Thị Hai | 1954 | | | Tổ 2
        """,
        left=("3 twice", "2 twice"),
    ),
    "two_answers_with_two_years": Case(
        lambda path: text(
            path,
            [["Dấu thời gian", "Họ và tên", "Năm sinh", "Số điện thoại", "Địa chỉ"],
             ["4/11/2026 08:00:01", "Cù Thị Mận", "1947", "0300000101", "Tổ 3"],
             ["5/11/2026 08:00:01", "Giang Văn Ổi", "1951", "0300000102", "Tổ 2"],
             ["7/11/2026 08:00:01", "Cù Thị Mận", "1949", "0300000101", "Tổ 3"]],
        ),
        """
        Giang Văn Ổi | 1951 | | 0300 000 102 | Tổ 2
        """,
        left=("2 twice",),
        waiting=("4 Cù Thị Mận which 1947 1949",),
        ending="csv",
    ),
    "a_first_page_that_names_the_hamlet_of_all_groups": Case(
        lambda path: xlsx(
            path,
            {"Bìa": [["CÂU LẠC BỘ LIÊN THẾ HỆ TỰ GIÚP NHAU"], ["ẤP VƯỜN CAU"], ["SỔ DANH SÁCH HỘI VIÊN NĂM 2026"]],
             "Tổ 1": [["STT", "Họ tên", "Năm sinh"], [1, "Cù Thị Mận", 1950]],
             "Tổ 2": [["STT", "Họ tên", "Năm sinh"], [1, "Giang Văn Ổi", 1951]]},
        ),
        """
        Cù Thị Mận | 1950 | | | Tổ 1, Ấp Vườn Cau
        Giang Văn Ổi | 1951 | | | Tổ 2, Ấp Vườn Cau
        """,
    ),
    "states_in_short": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh", "Tình trạng SH"], [1, "Cù Thị Mận", 1950, "Đang SH"], [2, "Giang Văn Ổi", 1951, "chuyển tổ 4"],
             [3, "Nông Thị Chanh", 1952, "không SH nữa"], [4, "La Văn Quýt", 1953, "chuyển sang CLB ấp 2"],
             [5, "Lữ Thị Hai", 1954, "không còn nhà"]],
        ),
        """
        Cù Thị Mận | 1950
        Giang Văn Ổi | 1951
        Lữ Thị Hai | 1954
        """,
        left=("4 left", "5 moved"),
    ),
    "sexes_and_groups_asked_for_in_a_question": Case(
        lambda path: xlsx(
            path,
            [["Họ và tên cô/bác", "Cô/bác sinh ngày, tháng, năm nào?", "Cô/bác là nam hay nữ?", "Tổ SH"],
             ["Cù Thị Mận", "12/03/1950", "Nữ", 1], ["Giang Văn Ổi", "04/05/1951", "Nam", 2]],
        ),
        """
        Cù Thị Mận | 12/03/1950 | nữ | | tổ 1
        Giang Văn Ổi | 04/05/1951 | nam | | tổ 2
        """,
    ),
    "whose_number_it_is_below_its_head": Case(
        lambda path: xlsx(
            path,
            [["STT", "HỌ VÀ TÊN", "NĂM SINH", "ĐIỆN THOẠI", None, "Người thân"], [None, None, None, "Bản thân", "Người thân", None],
             [1, "Cù Thị Mận", 1950, "0300000101", "0300000102", "Cù Văn Hậu (con)"], [2, "Giang Văn Ổi", 1951, None, "0300000103", "Giang Thị Na (cháu)"]],
        ),
        """
        Cù Thị Mận | 1950 | | 0300 000 101 | | | 0300000102 Cù Văn Hậu (con)
        Giang Văn Ổi | 1951 | | | | | 0300000103 Giang Thị Na (cháu)
        """,
    ),
    "a_cross_and_a_day": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh", "Ghi chú"], [1, "Cù Thị Mận", 1950, None], [2, "Giang Văn Ổi", 1941, "+ 12/2/2026 (âm)"],
             [3, "La Văn Quýt", 1953, "† 2025"]],
        ),
        """
        Cù Thị Mận | 1950
        """,
        left=("3 deceased", "4 deceased"),
    ),
    "two_digits_of_which_century": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh"], [1, "Cù Thị Mận", "50"], [2, "Giang Văn Ổi", "12"], [3, "La Văn Quýt", "05"], [4, "Lữ Thị Hai", "99"]],
        ),
        """
        Cù Thị Mận | 1950
        Lữ Thị Hai | 1999
        """,
        waiting=("3 Giang Văn Ổi which 1912 2012", "4 La Văn Quýt which 1905 2005"),
    ),
}  # fmt: skip
