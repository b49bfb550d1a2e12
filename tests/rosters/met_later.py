"""Further lists as clubs and hamlets keep them, in the same form: written after the reader was."""

from __future__ import annotations

from tests.rosters.lists import FOUR, PLAIN, Case
from tests.rosters.writing import changed, ods, page, spreadsheet_xml, text, xlsx

LATER: dict[str, Case] = {
    "a_group_under_the_merged_title_of_a_lane": Case(
        lambda path: xlsx(
            path,
            [["DANH SÁCH NGƯỜI CAO TUỔI KHU PHỐ LONG TÂN NĂM 2026"],
             ["TT", "HỌ VÀ TÊN", "SINH NĂM", "ĐỊA CHỈ", "SỐ ĐT"],
             ["HẺM 12"], [1, "LÊ THỊ BA", 1949, "12/3", "0903.111.221"], [2, "PHAN VĂN TÈO", 1952, "12/5", "0903-111-222"],
             ["HẺM 25"], [3, "VÕ THỊ HỒNG GẤM", 1944, "25/1", "(0903) 111 223"]],
            merges=["A1:E1", "A3:E3", "A6:E6"],
        ),
        """
        Lê Thị Ba | 1949 | | 0903 111 221 | 12/3, hẻm 12
        Phan Văn Tèo | 1952 | | 0903 111 222 | 12/5, hẻm 12
        Võ Thị Hồng Gấm | 1944 | | 0903 111 223 | 25/1, hẻm 25
        """,
        left=("1 title", "3 heading", "6 heading"),
    ),
    "couples_in_one_line_of_two_names": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh", "Địa chỉ"], [1, "Nguyễn Văn An và Trần Thị Bình", None, "tổ 1"],
             [2, "Lê Văn Cường", 1950, "tổ 2"]],
        ),
        "Lê Văn Cường | 1950 | | | tổ 2",
        waiting=("2 Nguyễn Văn An và Trần Thị Bình two",),
    ),
    "semicolons_quotes_and_line_breaks": Case(
        lambda path: text(
            path,
            [["Họ và tên", "Năm sinh", "Địa chỉ", "Điện thoại"],
             ["Nguyễn Thị\nMười", "1950", "tổ 1;\nấp Hải Lạc", "0912345601"],
             ["Trần Văn Bửu", "1947", "tổ 2, ấp Hải Lạc", "'0912345602"]],
            ";",
        ),
        """
        Nguyễn Thị Mười | 1950 | | 0912 345 601 | tổ 1; ấp Hải Lạc
        Trần Văn Bửu | 1947 | | 0912 345 602 | tổ 2, ấp Hải Lạc
        """,
        ending="csv",
    ),
    "separator_said_in_the_first_line": Case(
        lambda path: text(path, [["sep=;"], *PLAIN], ";", "utf-8-sig"), FOUR, ending="csv",
    ),
    "csv_of_one_column_of_bars": Case(
        lambda path: text(path, PLAIN, "|"), FOUR, ending="txt",
    ),
    "two_sheets_of_which_one_repeats_all": Case(
        lambda path: xlsx(path, {"Tổng hợp": [["Ấp", "Số người"], ["Hải Lạc", 4], ["Cộng", 4]], "Danh sách": PLAIN}),
        FOUR,
    ),
    "years_as_text_with_marks": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh"], [1, "Nguyễn Thị Mười", "1950 "], [2, "Trần Văn Bửu", "'1947"],
             [3, "Lê Thị Hường", "NS: 1955"], [4, "Đặng Văn Được", "1944 (giấy tờ)"], [5, "Võ Thị Sen", "1 9 4 8"]],
        ),
        """
        Nguyễn Thị Mười | 1950
        Trần Văn Bửu | 1947
        Lê Thị Hường | 1955
        Đặng Văn Được | 1944
        Võ Thị Sen | 1948
        """,
    ),
    "sex_in_a_head_above_two_crossed_columns": Case(
        lambda path: xlsx(
            path,
            [["Số TT", "Họ và tên hội viên", "Phái", None, "Năm sinh", "Nơi ở"], [None, None, "Nam", "Nữ", None, None],
             [1, "Nguyễn Thị Mười", None, "✓", 1950, "tổ 1"], [2, "Trần Văn Bửu", "✓", None, 1947, "tổ 2"]],
            merges=["C1:D1", "A1:A2", "B1:B2", "E1:E2", "F1:F2"],
        ),
        """
        Nguyễn Thị Mười | 1950 | nữ | | tổ 1
        Trần Văn Bửu | 1947 | nam | | tổ 2
        """,
    ),
    "circumstances_crossed_in_four_columns": Case(
        lambda path: xlsx(
            path,
            [["TT", "Họ tên", "NS", "Hộ nghèo", "Cận nghèo", "Khó khăn", "Khuyết tật"],
             [1, "Nguyễn Thị Mười", 1950, "x", None, None, "x"], [2, "Trần Văn Bửu", 1947, None, "X", None, None],
             [3, "Lê Thị Hường", 1955, None, None, None, None]],
        ),
        """
        Nguyễn Thị Mười | 1950 | | | | poor;disabled
        Trần Văn Bửu | 1947 | | | | near_poor
        Lê Thị Hường | 1955
        """,
    ),
    "phones_of_children_beside": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh", "SĐT", "Người thân", "SĐT người thân"],
             [1, "Nguyễn Thị Mười", 1950, None, "con Hạnh", "0912345601"],
             [2, "Trần Văn Bửu", 1947, "0912345602", None, None]],
        ),
        """
        Nguyễn Thị Mười | 1950 | | | | | con Hạnh 0912345601
        Trần Văn Bửu | 1947 | | 0912 345 602
        """,
    ),
    "the_dead_in_the_columns_of_the_year": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh", "Tình trạng"], [1, "Nguyễn Thị Mười", 1950, "Khỏe"],
             [2, "Trần Văn Bửu", "1947 (mất 2025)", None], [3, "Lê Thị Hường", 1955, "Mất ngày 3/2/2026"],
             [4, "Đặng Văn Được", 1944, "Đi Mỹ"], [5, "Võ Thị Sen", 1948, "Nằm viện"]],
        ),
        """
        Nguyễn Thị Mười | 1950
        Võ Thị Sen | 1948
        """,
        left=("3 deceased", "4 deceased"),
        waiting=("5 Đặng Văn Được gone",),
    ),
    "signatures_of_three_side_by_side": Case(
        lambda path: xlsx(
            path,
            [*PLAIN, [], [None, "Tổng số: 04 người. Trong đó nữ: 02"], [None, "Xã Phước Hải, ngày … tháng … năm 2026"],
             ["Người lập", None, "Chi hội trưởng", None, "Xác nhận của UBND xã"],
             ["Trần Thị Lan", None, "Nguyễn Văn Tư", None, "Lê Quang Vinh"]],
        ),
        FOUR,
        left=("7 sum", "8 signature", "9 signature", "10 other"),
    ),
    "a_blank_form_of_ten_lines_half_filled": Case(
        lambda path: xlsx(path, [*PLAIN, *[[number, None, None, None, None, None] for number in range(5, 11)]]),
        FOUR,
    ),
    "columns_by_letters_and_a_second_head": Case(
        lambda path: xlsx(
            path,
            [["TT", "Họ và tên", "Ngày sinh", None, "Địa chỉ"], [None, None, "Nam", "Nữ", None], ["A", "B", "C", "D", "E"],
             [1, "Nguyễn Thị Mười", None, "02/09/1950", "tổ 1"], [2, "Trần Văn Bửu", "12/4/1947", None, "tổ 2"]],
            merges=["C1:D1"],
        ),
        """
        Nguyễn Thị Mười | 02/09/1950 | nữ | | tổ 1
        Trần Văn Bửu | 12/04/1947 | nam | | tổ 2
        """,
        left=("3 numbering",),
    ),
    "names_in_capitals_with_titles_before": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh"], [1, "BÀ NGUYỄN THỊ MƯỜI", 1950], [2, "Ông TRẦN VĂN BỬU", 1947],
             [3, "Cụ bà: Lê Thị Hường", 1935], [4, "O. Đặng Văn Được", 1944], [5, "B. Võ Thị Sen", 1948]],
        ),
        """
        Nguyễn Thị Mười | 1950 | nữ
        Trần Văn Bửu | 1947 | nam
        Lê Thị Hường | 1935 | nữ
        Đặng Văn Được | 1944 | nam
        Võ Thị Sen | 1948 | nữ
        """,
    ),
    "ods_with_repeated_cells": Case(
        lambda path: changed(
            ods(path, {"DS": [["STT", "Họ và tên", "Năm sinh", "Địa chỉ"], [1, "Nguyễn Thị Mười", 1950, "tổ 1"],
                              [2, "Trần Văn Bửu", 1947, None, "tổ 2"]]}),
            {"content.xml": ("<table:table-cell/>", '<table:table-cell table:number-columns-repeated="1"/>')},
        ),
        """
        Nguyễn Thị Mười | 1950 | | | tổ 1
        Trần Văn Bửu | 1947
        """,
        ending="ods",
    ),
    "page_in_another_charset": Case(
        lambda path: page(path, [["DANH SÁCH"], *PLAIN], charset="utf-16"), FOUR, left=("1 title",), ending="xls",
    ),
    "xml_of_2003_with_a_title": Case(
        lambda path: spreadsheet_xml(path, [["DANH SÁCH THÀNH VIÊN CÂU LẠC BỘ"], *PLAIN]), FOUR,
        left=("1 title",), ending="xls",
    ),
    "households_by_their_head": Case(
        lambda path: xlsx(
            path,
            [["STT hộ", "Họ và tên", "Quan hệ với chủ hộ", "Năm sinh", "Địa chỉ"],
             [1, "Nguyễn Văn An", "Chủ hộ", 1950, "tổ 1"], [None, "Trần Thị Bình", "Vợ", 1953, "nt"],
             [2, "Lê Văn Cường", "Chủ hộ", 1948, "tổ 2"], [None, "Lê Thị Dung", "Mẹ", 1925, "nt"]],
        ),
        """
        Nguyễn Văn An | 1950 | | | tổ 1
        Trần Thị Bình | 1953 | nữ | | tổ 1
        Lê Văn Cường | 1948 | | | tổ 2
        Lê Thị Dung | 1925 | nữ | | tổ 2
        """,
    ),
    "txt_numbered_with_brackets": Case(
        lambda path: text(
            path,
            [["Danh sách các cụ ấp Hải Lạc"], ["1) Nguyễn Thị Mười - 1950 - tổ 1"], ["2) Trần Văn Bửu - 1947 - tổ 2"],
             ["3) Lê Thị Hường - 1955 - tổ 3"]],
        ),
        """
        Nguyễn Thị Mười | 1950 | | | tổ 1, ấp Hải Lạc
        Trần Văn Bửu | 1947 | | | tổ 2, ấp Hải Lạc
        Lê Thị Hường | 1955 | | | tổ 3, ấp Hải Lạc
        """,
        left=("1 title",),
        ending="txt",
    ),
    "hidden_columns_and_a_frozen_note": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Năm sinh", "CCCD", "Ghi chú"], [1, "Nguyễn Thị Mười", 1950, "077150001234", "tai biến, đi lại khó"],
             [2, "Trần Văn Bửu", 1947, "077047001234", "nhà có chó dữ"]],
            hidden_columns=["D"],
        ),
        """
        Nguyễn Thị Mười | 1950 | | | | | | tai biến, đi lại khó
        Trần Văn Bửu | 1947 | | | | | | nhà có chó dữ
        """,
    ),
    "birthdays_as_excel_numbers": Case(
        lambda path: xlsx(
            path, [["STT", "Họ tên", "Ngày sinh"], [1, "Nguyễn Thị Mười", 18300], [2, "Trần Văn Bửu", 17200]],
            formats={"C2": "dd/mm/yyyy", "C3": "dd/mm/yyyy"},
        ),
        """
        Nguyễn Thị Mười | 06/02/1950
        Trần Văn Bửu | 02/02/1947
        """,
    ),
    "one_line_crossed_out_by_dashes": Case(
        lambda path: xlsx(path, [*PLAIN, [5, "----------------", "----", "---", "----", "----"]]), FOUR,
    ),
    "english_heads_of_a_project": Case(
        lambda path: xlsx(
            path,
            [["No.", "Full name", "Sex (M/F)", "Year of birth", "Mobile phone", "Village", "Disability (Y/N)", "Remarks"],
             [1, "Nguyen Thi Muoi", "F", 1950, 912345601, "Hai Lac", "N", None],
             [2, "Tran Van Buu", "M", 1947, 912345602, "Hai Lac", "N", "board member"]],
        ),
        """
        Nguyen Thi Muoi | 1950 | nữ | 0912 345 601 | Hai Lac
        Tran Van Buu | 1947 | nam | 0912 345 602 | Hai Lac | | | board member
        """,
    ),
    "ages_beside_years_of_another_reckoning": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh", "Tuổi mụ"], [1, "Nguyễn Thị Mười", 1950, 77], [2, "Trần Văn Bửu", 1947, 80],
             [3, "Lê Thị Hường", 1955, 72]],
        ),
        """
        Nguyễn Thị Mười | 1950
        Trần Văn Bửu | 1947
        Lê Thị Hường | 1955
        """,
    ),
    "a_waiting_list_below_the_list": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh"], [1, "Nguyễn Thị Mười", 1950], [2, "Trần Văn Bửu", 1947], [],
             ["DANH SÁCH DỰ BỊ"], [1, "Lê Thị Hường", 1955]],
        ),
        """
        Nguyễn Thị Mười | 1950
        Trần Văn Bửu | 1947
        """,
        left=("5 heading",),
        waiting=("6 Lê Thị Hường waiting",),
    ),
    "gone_in_words_of_all_kinds": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh", "Biến động"], [1, "Nguyễn Thị Mười", 1950, "tăng"], [2, "Trần Văn Bửu", 1947, "giảm (chết)"],
             [3, "Lê Thị Hường", 1955, "chuyển khẩu về Long An"], [4, "Đặng Văn Được", 1944, None], [5, "Võ Thị Sen", 1948, "xin rút"],
             [6, "Hồ Văn Lực", 1943, "từ trần 12/8"]],
        ),
        """
        Nguyễn Thị Mười | 1950
        Đặng Văn Được | 1944
        """,
        left=("3 deceased", "4 moved", "6 left", "7 deceased"),
    ),
    "names_broken_over_two_lines_of_a_cell": Case(
        lambda path: xlsx(
            path,
            [["TT", "Họ và tên", "Năm sinh", "Địa chỉ"], [1, "Nguyễn Thị\nHồng Mười", 1950, "tổ 1"],
             [2, "Trần  Văn   Bửu", 1947, "tổ\u00a02"], [3, " Lê Thị Hường\t", 1955, "tổ 3 "]],
        ),
        """
        Nguyễn Thị Hồng Mười | 1950 | | | tổ 1
        Trần Văn Bửu | 1947 | | | tổ 2
        Lê Thị Hường | 1955 | | | tổ 3
        """,
    ),
    "two_phones_and_whose_they_are": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "NS", "Điện thoại"], [1, "Nguyễn Thị Mười", 1950, "0912345601 (con Hạnh)"],
             [2, "Trần Văn Bửu", 1947, "0912345602 - 0903111222"], [3, "Lê Thị Hường", 1955, "02543856789"],
             [4, "Đặng Văn Được", 1944, "+84 912 345 604"], [5, "Võ Thị Sen", 1948, "chung máy bà Mười"]],
        ),
        """
        Nguyễn Thị Mười | 1950 | | 0912 345 601 | | | | con Hạnh
        Trần Văn Bửu | 1947 | | 0912 345 602 | | | | 0903111222
        Lê Thị Hường | 1955 | | 0254 3856 789
        Đặng Văn Được | 1944 | | 0912 345 604
        Võ Thị Sen | 1948 | | | | | | chung máy bà Mười
        """,
        remarks=("2 whose",),
    ),
    "minorities_and_monks": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh", "Dân tộc"], [1, "H'Hen Niê", 1950, "Ê Đê"], [2, "Thạch Sa Rươne", 1947, "Khmer"],
             [3, "Châu Thị Sa Rây", 1955, "Khmer"], [4, "Điểu K'Rang", 1944, "Stiêng"]],
        ),
        """
        H'Hen Niê | 1950 | nữ
        Thạch Sa Rươne | 1947
        Châu Thị Sa Rây | 1955
        Điểu K'Rang | 1944
        """,
    ),
    "a_year_for_one_and_a_page_head": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ và tên", "Sinh năm"], [1, "Nguyễn Thị Mười", 1950], [2, "Trần Văn Bửu", 1947],
             ["Trang 1/2"], ["STT", "Họ và tên", "Sinh năm"], [3, "Lê Thị Hường", 1955], ["Trang 2/2"]],
        ),
        """
        Nguyễn Thị Mười | 1950
        Trần Văn Bửu | 1947
        Lê Thị Hường | 1955
        """,
        left=("4 other", "5 head", "7 other"),
    ),
    "groups_as_a_column_that_is_merged": Case(
        lambda path: xlsx(
            path,
            [["Tổ", "Họ và tên", "Năm sinh"], [1, "Nguyễn Thị Mười", 1950], [None, "Trần Văn Bửu", 1947], [2, "Lê Thị Hường", 1955]],
            merges=["A2:A3"],
        ),
        """
        Nguyễn Thị Mười | 1950 | | | tổ 1
        Trần Văn Bửu | 1947 | | | tổ 1
        Lê Thị Hường | 1955 | | | tổ 2
        """,
    ),
    "lunar_years_and_words_for_ages": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh"], [1, "Nguyễn Thị Mười", "Canh Dần (1950)"], [2, "Trần Văn Bửu", "khoảng 1947"],
             [3, "Lê Thị Hường", "tuổi Mùi"], [4, "Đặng Văn Được", "82 tuổi"]],
        ),
        """
        Nguyễn Thị Mười | 1950
        Trần Văn Bửu | ~1947
        Đặng Văn Được | ~1944
        """,
        waiting=("4 Lê Thị Hường which 1931 1943 1955 1967",),
        remarks=("3 about", "5 about"),
    ),
    "a_list_of_those_who_died_this_year": Case(
        lambda path: xlsx(
            path,
            {"Thành viên": [["STT", "Họ tên", "Năm sinh"], [1, "Nguyễn Thị Mười", 1950]],
             "Đã mất 2026": [["STT", "Họ tên", "Năm sinh"], [1, "Trần Văn Bửu", 1947]]},
        ),
        "Nguyễn Thị Mười | 1950",
        left=("2 deceased",),
    ),
    "csv_with_commas_in_the_places_unquoted": Case(
        lambda path: text(path, [["STT\tHọ và tên\tNăm sinh\tĐịa chỉ"], ["1\tNguyễn Thị Mười\t1950\ttổ 1, ấp Hải Lạc"],
                                 ["2\tTrần Văn Bửu\t1947\ttổ 2, ấp Hải Lạc, xã Phước Hải"]], "\n"),
        """
        Nguyễn Thị Mười | 1950 | | | tổ 1, ấp Hải Lạc
        Trần Văn Bửu | 1947 | | | tổ 2, ấp Hải Lạc, xã Phước Hải
        """,
        ending="csv",
    ),
    "wishes_and_skills_nobody_asked_for": Case(
        lambda path: xlsx(
            path,
            [["STT", "Họ tên", "Năm sinh", "Nguyện vọng", "Khả năng đóng góp"],
             [1, "Nguyễn Thị Mười", 1950, "vay vốn nuôi gà", "nấu ăn"], [2, "Trần Văn Bửu", 1947, "mất ngủ, muốn tập dưỡng sinh", "ra quân dọn đường"]],
        ),
        """
        Nguyễn Thị Mười | 1950
        Trần Văn Bửu | 1947
        """,
    ),
}  # fmt: skip
