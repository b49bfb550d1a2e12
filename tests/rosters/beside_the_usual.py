"""Lists in other layouts and other heads than usual: across, side by side, from stations and parishes."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import text, written, xlsx

UNUSUAL: dict[str, Case] = {
    "each_person_a_column": Case(
        lambda path: xlsx(path, [
            ["ĐO HUYẾT ÁP TỔ 4 - mỗi người 1 cột"], ["Tên", "Cù Thị Mận", "Đỗ Văn Ổi", "Nông Thị Chanh"], ["Năm sinh", 1949, 1956, 1943],
            ["Nam/Nữ", "nữ", "nam", "nữ"], ["Số ĐT", "0300 000 201", None, "0300 000 203"], ["5/7", "140/80", "130/70", None]]),
        """
        Cù Thị Mận | 1949 | nữ | 0300 000 201
        Đỗ Văn Ổi | 1956 | nam
        Nông Thị Chanh | 1943 | nữ | 0300 000 203
        """,
        left=("1 title",),
    ),
    "two_groups_side_by_side_under_short_heads": Case(
        lambda path: xlsx(path, [
            ["TT", "Tên", "sn", "ĐT", None, "TT", "Tên", "sn", "ĐT"], [1, "Cù Thị Mận", 1962, "0300000201", None, 1, "Đỗ Văn Ổi", 1955, "0300000202"],
            [2, "Nông Thị Chanh", 1951, None, None, 2, "La Văn Quýt", 1950, "0300000204"], [3, "Ma Thị Dâu", 1956]]),
        """
        Cù Thị Mận | 1962 | | 0300 000 201
        Nông Thị Chanh | 1951
        Ma Thị Dâu | 1956
        Đỗ Văn Ổi | 1955 | | 0300 000 202
        La Văn Quýt | 1950 | | 0300 000 204
        """,
    ),
    "a_parish_and_its_saints": Case(
        lambda path: xlsx(path, [
            ["TT", "Quý danh", "Năm sinh", "Ghi chú"], [1, "Giuse Đỗ Đức Chính", 1946, None], [2, "Vinh Sơn Vũ Văn Khiêm", 1941, None],
            [3, "Gioan Baotixita Ngô Quyết Tiến", 1955, None], [4, "Maria Mađalêna Đinh Thị Tươi", 1948, None], [5, "Ana Bế", 1950, None],
            [6, "Kim Sơn Ca", 1951, None], [8, "† Phêrô Hoàng Văn Dụng", 1939, None], [9, "Maria Lã Thị Chắt", 1935, "lễ giỗ 100 ngày 2/11"], [7, "Đaminh Bùi Thuận", 1952, "qua xứ Bình Giã từ Phục sinh"]]),
        """
        Đỗ Đức Chính | 1946 | nam | | | | | Giuse
        Vũ Văn Khiêm | 1941 | | | | | | Vinh Sơn
        Ngô Quyết Tiến | 1955 | nam | | | | | Gioan Baotixita
        Đinh Thị Tươi | 1948 | nữ | | | | | Maria Mađalêna
        Ana Bế | 1950
        Kim Sơn Ca | 1951
        """,
        left=("9 deceased",),
        waiting=("8 Hoàng Văn Dụng gone", "10 Bùi Thuận gone"),
    ),
    "as_the_health_station_exports_it": Case(
        lambda path: xlsx(path, [
            ["STT", "HO_TEN", "NG_SINH", "GT", "DIEN_THOAI", "DIA_CHI", "TT"], [1, "CÙ THỊ MẬN", "19480312", "Nữ", 300000201, "tổ 6", "uống đều"],
            [2, "ĐỖ VĂN ỔI", "19510000", "Nam", 300000202, "tổ 6", "bỏ thuốc"], [3, "LA VĂN QUÝT", "19440000", "Nam", None, "tổ 1", "TNV báo: mất 11/9"],
            [4, "NÔNG THỊ CHANH", "19560727", "Nữ", None, "tổ 9", "chuyển BV tỉnh, đang nằm"]]),
        """
        Cù Thị Mận | 12/03/1948 | nữ | 0300 000 201 | tổ 6 | | | uống đều
        Đỗ Văn Ổi | 1951 | nam | 0300 000 202 | tổ 6 | | | bỏ thuốc
        Nông Thị Chanh | 27/07/1956 | nữ | | tổ 9 | | | chuyển BV tỉnh, đang nằm
        """,
        left=("4 deceased",),
    ),
    "names_of_the_hamlet_and_names_of_papers": Case(
        lambda path: xlsx(path, [
            ["Xóm Rạch - kêu sao ghi vậy, tên giấy tờ ghi ở cột sau nghen"], ["Xóm kêu", "Tên giấy tờ", "Tuổi gì", "Số", "Để ý"],
            ["ông Ba Tích", "Cù Văn Tích", 1955, "0300000201", None], ["bà Chín Ốm", "Đỗ Thị Mập", "Kỷ Sửu", "0300000202", None],
            ["ông Tám Lôi", "Nông Văn Lôi", 1946, None, "xuống lỗ hồi rằm"], ["chú Năm Cò", "La Văn Cò", 1950, None, "hổng vô CLB"]]),
        """
        Cù Văn Tích | 1955 | | 0300 000 201 | | | | ông Ba Tích
        Đỗ Thị Mập | 1949 | | 0300 000 202 | | | | bà Chín Ốm
        """,
        left=("1 title", "5 deceased", "6 not_member"),
    ),
    "a_key_of_colours_in_one_sentence": Case(
        lambda path: xlsx(path, [
            ["DANH SÁCH CÁC CỤ"], ["Chú thích: ô nền đỏ: cụ đã quy tiên; nền vàng: cụ đang ốm; nền xám: đã chuyển đi nơi khác"], ["Số", "Cụ", "Năm sinh", "Xóm"],
            [1, "Cụ ông Cù Khắc Viện", 1940, "1"], [2, "Cụ bà Đỗ Thị Tẹo", 1937, "1"], [3, "Bà Lã Thị Dần", 1950, "2"], [4, "Ông La Đại Ngôn", 1951, "3"]],
            fills={"B5": "FFFF0000", "B6": "FFFFFF00", "B7": "FFBFBFBF"}),
        """
        Cù Khắc Viện | 1940 | nam | | xóm 1
        Lã Thị Dần | 1950 | nữ | | xóm 2
        """,
        left=("1 title", "2 title", "5 deceased", "7 moved"),
    ),
    "a_form_that_was_put_right_by_another": Case(
        lambda path: text(path, [
            ["Tên người tham gia", "Năm sinh", "Điện thoại", "Tổ mấy, ấp nào"], ["Bà ngoại tên Cù Thị Mận", 1939, "0300000201", "tổ 4 ấp Cây Da"],
            ["Bà Thị Nguyệt", 1955, "", "tổ 1"]]),
        """
        Cù Thị Mận | 1939 | | 0300 000 201 | tổ 4 ấp Cây Da
        Bà Thị Nguyệt | 1955 | | | tổ 1
        """,
        ending="csv",
    ),
    "days_in_parts_under_letters": Case(
        lambda path: xlsx(path, [
            ["TT", "Họ, chữ lót", "Tên", "Ngày sinh", None, None, "Nữ", "ĐT 1"], [None, None, None, "ng", "th", "năm", "(x)", "của bác"],
            [1, "Cù Thị", "Mận", 4, 12, 1957, "x", "0300000201"], [2, "Đỗ Bá", "Ổi", None, None, 1949, None, None]], merges=["D1:F1"]),
        """
        Cù Thị Mận | 04/12/1957 | nữ | 0300 000 201
        Đỗ Bá Ổi | 1949 | nam
        """,
        remarks=("4 concluded",),
    ),
    "years_told_as_either_and_short_middles": Case(
        lambda path: written(path, "Danh sách tổ 5 em gửi\nông Lê Th. Mười sn 1940 0300000201\nchú Hồ Văn Thiên 0300 000 202 hình như sn 58 hay 59\n"
                             "bà Trần Thị Cúc sn 1950, ở ấp trên\n"),
        """
        Trần Thị Cúc | 1950 | nữ | | tổ 5 | | | ở ấp trên
        """,
        left=("1 title",),
        waiting=("2 Lê Th. Mười ", "3 Hồ Văn Thiên which 1958 1959"),
        ending="txt",
    ),
    "struck_through_by_signs": Case(
        lambda path: written(path, "Danh sách tổ 3\n- Cù Thị Mận 1953 0300000201\n~~- Đỗ Văn Ổi 1949 0300000202~~ khuất 20/7\n- Nông Thị Chanh 1951 0300000203\n"),
        """
        Cù Thị Mận | 1953 | | 0300 000 201 | tổ 3
        Nông Thị Chanh | 1951 | | 0300 000 203 | tổ 3
        """,
        left=("1 title", "3 struck"),
        ending="txt",
    ),
    "family_names_cut_short": Case(
        lambda path: written(path, "SỔ TAY 2025\n- Ng~ Thị Kim Mận 0300 000 201 v\n- Tr. Văn Ổi 0300 000 202 v\n- Lê Th. Chanh 0300 000 203\n- Đỗ Thị Quýt 0300 000 204\n- Ma Thị Dâu (56) nt v\n"),
        """
        Nguyễn Thị Kim Mận | | | 0300 000 201 | | | | v
        Lê Thị Chanh | | | 0300 000 203
        Đỗ Thị Quýt | | | 0300 000 204
        """,
        left=("1 other",),
        waiting=("3 Tr. Văn Ổi ", "6 Ma Thị Dâu which 1956 1970"),
        remarks=("2 written_out", "4 written_out"),
        ending="txt",
    ),
    "a_number_that_is_put_right_below": Case(
        lambda path: written(path, "Danh sách tổ 2\nĐỗ Văn Đời 1953 0300 000 201\nCù Thị Mận 1950 0300 000 202\nNông Thị Chanh 1951 0300 000 203\n"
                             "chú Đời số mới 0300 000 209 bỏ số kia nghen\nbà Mận ở kế số nhà 0300 000 208\n"),
        """
        Đỗ Văn Đời | 1953 | | 0300 000 209 | tổ 2
        Cù Thị Mận | 1950 | | 0300 000 202 | tổ 2
        Nông Thị Chanh | 1951 | | 0300 000 203 | tổ 2
        """,
        left=("1 title", "5 other", "6 other"),
        remarks=("2 elsewhere",),
        ending="txt",
    ),
    "heads_that_nobody_knows": Case(
        lambda path: xlsx(path, [
            ["#", "Các cụ", "Sinh", "Máy", "Ngụ"], [1, "Cù Thị Mận", 1949, "0300 000 201", "tổ 1"], [2, "Đỗ Văn Ổi", 1956, None, "tổ 2"]]),
        """
        Cù Thị Mận | 1949 | | 0300 000 201 | tổ 1
        Đỗ Văn Ổi | 1956 | | | tổ 2
        """,
    ),
    "heads_of_a_program": Case(
        lambda path: xlsx(path, [["Column1", "Column2", "Column3"], ["Cù Thị Mận", 1949, "0300 000 201"], ["Đỗ Văn Ổi", 1956, None]]),
        """
        Cù Thị Mận | 1949 | | 0300 000 201
        Đỗ Văn Ổi | 1956
        """,
    ),
    "sexes_named_over_the_names": Case(
        lambda path: xlsx(path, [
            ["Số TT", "Danh xưng và quý danh của cụ", "Tuổi thọ", "Liên lạc qua"], [1, "Cù Thị Mận", 77, "0300 000 201"], [2, "Đỗ Văn Ổi", 86, None]]),
        """
        Cù Thị Mận | ~1949 | | 0300 000 201
        Đỗ Văn Ổi | ~1940
        """,
    ),
    "names_in_parts_without_heads": Case(
        lambda path: xlsx(path, [["Cù Thị", "Mận", 1949], ["Đỗ Văn", "Ổi", 1956], ["Nông Thị", "Chanh", 1943]]),
        """
        Cù Thị Mận | 1949
        Đỗ Văn Ổi | 1956
        Nông Thị Chanh | 1943
        """,
    ),
    "ages_and_titles_without_heads_below_long_titles": Case(
        lambda path: xlsx(path, [
            ["UBND XÃ PHƯỚC HẢI"], ["HỘI NGƯỜI CAO TUỔI"], ["Danh sách"], ["(Kèm theo công văn)"],
            ["Bà", "Cù Thị Mận", 77, "tổ 1"], ["Ông", "Đỗ Văn Ổi", 86, "tổ 2"],
            ["Tổng cộng: 2 người"], ["Người lập"], ["Lê Thị Hai"]]),
        """
        Cù Thị Mận | ~1949 | nữ | | tổ 1
        Đỗ Văn Ổi | ~1940 | nam | | tổ 2
        """,
        left=("1 title", "2 title", "3 title", "4 title", "7 sum", "8 signature", "9 signature"),
    ),
    "a_birth_without_a_name_is_asked_about": Case(
        lambda path: xlsx(path, [["STT", "Họ tên", "Năm sinh"], [1, "Cù Thị Mận", 1949], [2, None, 1939], [3, None, None]]),
        """
        Cù Thị Mận | 1949
        """,
        waiting=("3 – empty",),
    ),
    "births_among_other_words_without_heads": Case(
        lambda path: xlsx(path, [["Cù Thị Mận", "1949 - con anh Tư"], ["Đỗ Văn Ổi", "chưa rõ"], ["Nông Thị Chanh", "77 tuổi"]]),
        """
        Cù Thị Mận | 1949 | | | | | | 1949 - con anh Tư
        Đỗ Văn Ổi | | | | | | | chưa rõ
        Nông Thị Chanh | ~1949 | | | | | | 77 tuổi
        """,
        remarks=("3 about",),
    ),
    "who_is_given_something_and_who_waits": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ tên người nhận", "Năm sinh", "Địa chỉ", "Ghi chú", "Người nhận thay"],
            [1, "Cù Thị Mận", 1949, "tổ 1", None, "Cù Thị Con"], [2, "Đỗ Văn Ổi", 1956, "tổ 2", "chưa vô hội", None],
            [3, "cố Nông Văn Chanh", 1943, "tổ 2", None, None]]),
        """
        Cù Thị Mận | 1949 | | | tổ 1 | | Cù Thị Con
        """,
        waiting=("3 Đỗ Văn Ổi waiting", "4 Nông Văn Chanh gone"),
    ),
    "posts_before_names_and_a_first_line_that_heads_nothing": Case(
        lambda path: written(path, "Trưởng ban: ông Đỗ Văn Ổi (1948) - 0300 000 201\nPhó ban: bà Cù Thị Mận (1950)\nThành viên:\n- Nông Thị Chanh 1949\n"),
        """
        Đỗ Văn Ổi | 1948 | nam | 0300 000 201
        Cù Thị Mận | 1950 | nữ
        Nông Thị Chanh | 1949
        """,
        left=("3 heading",),
        ending="txt",
    ),
    "a_line_with_a_year_heads_nothing": Case(
        lambda path: xlsx(path, [["Hoa", 1950, "tổ 1"], ["Nông Thị Chanh", 1949, "tổ 1"], ["Đỗ Văn Ổi", 1948, "tổ 2"]]),
        """
        Nông Thị Chanh | 1949 | | | tổ 1
        Đỗ Văn Ổi | 1948 | | | tổ 2
        """,
        waiting=("1 Hoa no_ordinal",),
    ),
}  # fmt: skip
