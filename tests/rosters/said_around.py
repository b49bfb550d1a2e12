"""Lists of which what matters stands around the people: headings, relations, legends, words between."""

from __future__ import annotations

import unicodedata
from datetime import datetime

from tests.rosters.lists import Case
from tests.rosters.writing import changed, letter, ods, text, written, xlsx

AROUND: dict[str, Case] = {
    "gone_by_the_heading_of_a_group": Case(
        lambda path: xlsx(path, [
            ["BIẾN ĐỘNG HỘI VIÊN NĂM 2026"], ["STT", "Họ và tên", "Năm sinh", "Số ĐT", "Lý do / Ngày"],
            [None, "I. Hội viên đang sinh hoạt"], [1, "Tạ Thị Bông", 1950, "0300000201", None],
            [None, "II. Giảm trong năm"], [1, "Lê Văn Khoái", 1948, None, "chưa rõ"],
            [None, "1. Từ trần"], [1, "Mai Văn Đực", 1939, None, "12/02/2026"],
            [None, "2. Chuyển nơi ở"], [1, "Hồ Thị Gấm", 1952, None, "về quê với con"],
            [None, "3. Xin ra khỏi CLB"], [1, "Bùi Văn Nghĩa", 1947, None, "bận giữ cháu"],
            [None, "Chủ nhiệm", None, "Thư ký"], [None, "(đã ký)", None, "(đã ký)"]]),
        "Tạ Thị Bông | 1950 | | 0300 000 201",
        left=("1 title", "3 heading", "5 heading", "7 heading", "8 deceased", "9 heading", "10 moved",
              "11 heading", "12 left", "13 signature", "14 signature"),
        waiting=("6 Lê Văn Khoái gone",),
    ),
    "born_by_the_heading_of_a_group": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Giới tính"], ["Sinh năm 1936, mừng thọ 90 tuổi"], [1, "Cụ Tạ Thị Bông", "Nữ"],
            ["Sinh năm 1946, mừng thọ 80 tuổi"], [1, "Cụ Lê Văn Khoái", "Nam"], [2, "Cụ Mai Văn Đực", "Nam"]],
            merges=["A2:C2", "A4:C4"]),
        """
        Tạ Thị Bông | 1936 | nữ
        Lê Văn Khoái | 1946 | nam
        Mai Văn Đực | 1946 | nam
        """,
        left=("2 heading", "4 heading"),
    ),
    "guests_above_members": Case(
        lambda path: xlsx(path, [
            ["TT", "Họ tên", "Chức vụ", "Năm sinh", "Điện thoại"], ["A", "Khách mời"], [1, "Ô. Đinh Công Trí", "Chủ tịch Hội"],
            ["B", "Hội viên"], [1, "Bà Tạ Thị Bông", "chủ nhiệm", 1950, "0300000201"], [2, "Ông Lê Văn Khoái", None, 1948, "0300000202"]]),
        """
        Tạ Thị Bông | 1950 | nữ | 0300 000 201
        Lê Văn Khoái | 1948 | nam | 0300 000 202
        """,
        left=("2 heading", "4 heading"),
        waiting=("3 Đinh Công Trí guest",),
    ),
    "men_left_and_women_right": Case(
        lambda path: xlsx(path, [
            ["NAM", None, None, None, "NỮ"], ["TT", "Họ tên", "Sinh", None, "TT", "Họ tên", "Sinh"],
            [1, "Lê Văn Khoái", 1948, None, 1, "Tạ Thị Bông", 1950], [2, "Mai Đực", 1939, None, 2, "Hồ Kim Gấm", 1952]],
            merges=["A1:C1", "E1:G1"]),
        """
        Lê Văn Khoái | 1948 | nam
        Mai Đực | 1939 | nam
        Tạ Thị Bông | 1950 | nữ
        Hồ Kim Gấm | 1952 | nữ
        """,
        left=("1 title",),
    ),
    "sex_between_the_tables_of_a_page": Case(
        lambda path: written(path, "<meta charset='utf-8'><h3>CLB ấp Hải Lạc</h3><p>Hội viên nữ</p><table><tr><th>#<th>Họ và tên<th>Ngày sinh"
                             "<tr><td>1<td>Tạ Bông<td>02/07/1950</table><p>Hội viên nam</p><table><tr><th>#<th>Họ và tên<th>Ngày sinh"
                             "<tr><td>1<td>Lê Khoái<td>03/08/1948</table>".replace("<meta", "<html><meta", 1)),
        """
        Tạ Bông | 02/07/1950 | nữ
        Lê Khoái | 03/08/1948 | nam
        """,
        ending="xls",
    ),
    "sex_by_relation_and_the_phone_of_the_house": Case(
        lambda path: xlsx(path, [
            ["Hộ", "Hội viên trong hộ", "Năm sinh", "Quan hệ", "ĐT hộ"], [1, "Lê Văn Khoái", 1948, "chủ hộ", "0300000202"],
            [None, "Tạ Bông", 1950, "vợ"], [None, "Lê Quý", 1925, "cha"], [2, "Hồ Kim Gấm", 1952, "em gái"]],
            merges=["E2:E4"]),
        """
        Lê Văn Khoái | 1948 | | 0300 000 202
        Tạ Bông | 1950 | nữ | 0300 000 202
        Lê Quý | 1925 | nam | 0300 000 202
        Hồ Kim Gấm | 1952 | nữ
        """,
    ),
    "phones_of_who_receives_for_them": Case(
        lambda path: xlsx(path, [
            ["STT", "Họ và tên", "Ngày sinh", "Người nhận thay", None, None], [None, None, None, "Họ tên", "Quan hệ", "Điện thoại"],
            [1, "Tạ Thị Bông", "01/02/1941", "Lê Minh", "con trai", "0300000203"], [2, "Mai Văn Đực", "1939", None, None, None]],
            merges=["D1:F1"]),
        """
        Tạ Thị Bông | 01/02/1941 | | | | | Lê Minh 0300000203
        Mai Văn Đực | 1939
        """,
    ),
    "heads_that_nobody_knows_over_births_and_phones": Case(
        lambda path: xlsx(path, [
            ["Ghế", "Tên hội viên", "Sinh ngày", "Gọi số", "T1", "T2", "T3", "T4", "T5", "T6"],
            ["A1", "Tạ Thị Bông", "5/2/1943", "0300.000.201", 10, 10, 10, 10, 10, 10], ["A2", "Lê Văn Khoái", "13/1/1946", 300000202, 10, 10, 10, 10, 10, 10],
            ["A3", "Hồ Thị Gấm", "7/2/1950"], ["A4", "Bùi Văn Nghĩa", "2/7/1948"], [None, "Cháu Na (cháu bà ghế A1)"], [None, "trống"], [None, "HLV: cô Phùng Châu", None, "0300000204"],
            [None, "Tổng thu", None, None, 20, 20, 20, 20, 20, 20]]),
        """
        Tạ Thị Bông | 05/02/1943 | | 0300 000 201
        Lê Văn Khoái | 13/01/1946 | | 0300 000 202
        Hồ Thị Gấm | 07/02/1950
        Bùi Văn Nghĩa | 02/07/1948
        """,
        left=("7 other", "8 other", "9 sum"),
        waiting=("6 Cháu Na unlike",),
    ),
    "attendance_under_days_with_a_death_in_a_month": Case(
        lambda path: xlsx(path, [
            ["TT", "Hội viên", "Năm sinh", *(datetime(2026, month, 10) for month in range(3, 11))],  # noqa: DTZ001
            [1, "Bà Tạ Thị Bông", 1950, *"xxPxKxxx"], [2, "Lê Văn Khoái", "kg rõ", *"xxxxxxxx"], [3, "Mai Văn Đực", 1939, "x", "x", "mất"],
            [None, "Có mặt", None, 3, 3, 2, 2, 1, 2, 2, 2]]),
        """
        Tạ Thị Bông | 1950 | nữ
        Lê Văn Khoái
        """,
        left=("4 deceased", "5 sum"),
    ),
    "gone_by_the_comments_of_cells": Case(
        lambda path: xlsx(path, [
            ["TT", "Họ tên", "Năm sinh"], [1, "Tạ Thị Bông", 1950], [2, "Lê Văn Khoái", 1948], [3, "Mai Văn Đực", 1939], [4, "Hồ Thị Gấm", 1952]],
            comments={"B2": "Lan:\nnhà sau chùa", "B3": "Lan:\nmất 12/8", "C4": "đã chuyển đi Long Điền", "B5": "theo con lên Biên Hòa"}),
        "Tạ Thị Bông | 1950 | | | | | | nhà sau chùa",
        left=("3 deceased", "4 moved"),
        waiting=("5 Hồ Thị Gấm gone",),
    ),
    "gone_by_a_colour_that_the_list_explains": Case(
        lambda path: xlsx(path, [
            ["TT", "Họ tên", "Năm sinh"], [1, "Tạ Thị Bông", 1950], [2, "Lê Văn Khoái", 1948], [3, "Mai Văn Đực", 1939],
            [None, "Chú thích:"], [None, "màu vàng: đã chuyển đi"], [None, "màu xanh: mới vào T10"]],
            fills={"A2": "FF92D050", "B2": "FF92D050", "B3": "FFFFFF00"}),
        """
        Tạ Thị Bông | 1950
        Mai Văn Đực | 1939
        """,
        left=("3 moved", "5 other", "6 other", "7 other"),
    ),
    "gone_by_the_comments_of_an_open_document": Case(
        lambda path: changed(
            ods(path, {"DS": [["TT", "Họ tên", "Năm sinh"], [1, "Tạ Thị Bông", 1950], [2, "Lê Văn Khoái", 1948]]}),
            {"content.xml": ("<text:p>Lê Văn Khoái</text:p>",
                             "<office:annotation><text:p>ông mất rồi</text:p></office:annotation><text:p>Lê Văn Khoái</text:p>")}),
        "Tạ Thị Bông | 1950",
        left=("3 deceased",),
        ending="ods",
    ),
    "couples_in_a_line_with_a_birth_of_each": Case(
        lambda path: xlsx(path, [
            ["TT", "Hội viên", "năm sinh", "SĐT"], [1, "Ông Lê Văn Khoái - Bà Tạ Thị Bông", "1948 - 1950", "0300000202"],
            [2, "vc Mai Văn Đực + Hồ Thị Gấm", "39/52", "0300000203 (bà) 0300000204 (ông)"],
            [3, "Ông Bùi Nghĩa\nBà Cao Thị Én", "1943\n1947", "0300000205\n0300000206"],
            [4, "Ông Đỗ Văn Kiệt (vợ: Mai Lụa)", "1950 (1952)", None], [5, "Đào Thị Lan (vợ ông Kiệt)", 1951, None],
            [6, "Ông Hà Văn Tèo & bà Hà Thị Phấn", 1941, "0300000207"]]),
        """
        Lê Văn Khoái | 1948 | nam | 0300 000 202
        Tạ Thị Bông | 1950 | nữ | | | | Lê Văn Khoái 0300 000 202
        Mai Văn Đực | 1939 | nam | 0300 000 204
        Hồ Thị Gấm | 1952 | nữ | 0300 000 203
        Bùi Nghĩa | 1943 | nam | 0300 000 205
        Cao Thị Én | 1947 | nữ | 0300 000 206
        Đỗ Văn Kiệt | 1950 | nam
        Mai Lụa | 1952 | nữ
        Đào Thị Lan | 1951 | | | | | | vợ ông Kiệt
        """,
        waiting=("7 Ông Hà Văn Tèo & bà Hà Thị Phấn two",),
        remarks=tuple(f"{line} parted" for line in (2, 2, 3, 3, 4, 4, 5, 5)),
    ),
    "a_board_on_a_sheet_of_its_own": Case(
        lambda path: xlsx(path, {
            "DS": [["STT", "Họ tên", "Năm sinh"], [1, "Tạ Thị Bông", 1950], [2, "Lê Văn Khoái", 1948]],
            "BCN": [["Họ tên", "Chức vụ"], ["Tạ Thị Bông", "chủ nhiệm"]]}),
        """
        Tạ Thị Bông | 1950
        Lê Văn Khoái | 1948
        """,
        left=("2 twice",),
    ),
    "answers_to_a_form": Case(
        lambda path: xlsx(path, [
            ["Dấu thời gian", "Họ và tên ông/bà (viết đầy đủ)", "Ông/bà sinh năm nào?", "Giới tính", "Số điện thoại (có Zalo càng tốt)", "Người điền giúp (tên, số điện thoại)"],
            [datetime(2026, 9, 3, 8, 12), "tạ thị bông", "sinh năm 1950", "Nữ", "0300000201", None],  # noqa: DTZ001
            [datetime(2026, 9, 3, 9, 12), "Dạ con đăng ký cho má con: Hồ Thị Gấm", 1952, "Nữ", None, "con Thắm 0300000208"],  # noqa: DTZ001
            [datetime(2026, 9, 3, 9, 15), "test", "2000", "Nam", None, None]]),  # noqa: DTZ001
        """
        Tạ Thị Bông | 1950 | nữ | 0300 000 201
        Hồ Thị Gấm | 1952 | nữ | | | | con Thắm 0300000208 | Dạ con đăng ký cho má con
        """,
        waiting=("4 Test unlike",),
    ),
    "a_list_in_the_minutes_of_a_meeting": Case(
        lambda path: letter(path, ["BIÊN BẢN HỌP", "Chủ tọa: Ông Phan Tấn", "DANH SÁCH HỘI VIÊN KÈM THEO"], [
            ["STT", "Họ và tên", "Năm sinh", None, "Địa chỉ", "Số điện thoại"], [None, None, "Nam", "Nữ", None, None],
            ["1", "Tạ Thị Bông", None, "1950", "tổ 1", "0300 000 201"], ["2", "Lê Văn Khoái", "1948", None, "tổ 1", "0300 000 202"],
            ["3", "~Mai Văn Đực", "1939", None, "tổ 2", None]], merges=((0, 2, 0, 3), (2, 4, 3, 4))),
        """
        Tạ Thị Bông | 1950 | nữ | 0300 000 201 | tổ 1
        Lê Văn Khoái | 1948 | nam | 0300 000 202 | tổ 1
        """,
        left=("5 struck",),
        ending="docx",
    ),
    "cards_to_be_cut_out": Case(
        lambda path: xlsx(path, [
            ["PHIẾU HỘI VIÊN", None, None, "PHIẾU HỘI VIÊN"], ["Họ và tên:", "Tạ Thị Bông", None, "Họ và tên:", "Lê Văn Khoái"],
            ["Ngày sinh:", "02/03/1950", None, "Ngày sinh:", "1948"], ["Số ĐT:", "0300 000 201", None, "Số ĐT:", "(chưa có)"],
            ["Người thân:", "Hiền 0300000209"], [], ["PHIẾU HỘI VIÊN"], ["Họ và tên:", "Mai Văn Đực"], ["Ngày sinh:", "1939"]]),
        """
        Tạ Thị Bông | 02/03/1950 | | 0300 000 201 | | | Hiền 0300000209
        Lê Văn Khoái | 1948
        Mai Văn Đực | 1939
        """,
    ),
    "an_address_book": Case(
        lambda path: text(path, [
            ["Name", "Group Membership", "Phone 1 - Value", "Notes"], ["Tạ Thị Bông", "* myContacts ::: CLB", "+84 300 000 201", "sinh 1950"],
            ["Gas Hải Lạc", "* myContacts", "0300000205", ""], ["Taxi Phước Hải", "* myContacts", "0300000206", ""],
            ["Lê Văn Khoái", "* myContacts ::: CLB", "+84 300 000 202", "không ở đây nữa"]]),
        "Tạ Thị Bông | 1950 | | 0300 000 201 | | | | sinh 1950",
        left=("3 unmarked", "4 unmarked", "5 moved"),
        ending="csv",
    ),
    "a_paragraph_that_names_the_place_first": Case(
        lambda path: written(
            path,
            "Danh sách tổ 6 gồm: bà Lưu Thị Nhàn (1937, 0300 000 472); bà Đặng Thị Đào (1946, 0300 000 473, tổ 5); "
            "bà Trần Thị Hường (1971). Hết ạ.",
        ),
        """
        Lưu Thị Nhàn | 1937 | nữ | 0300 000 472 | tổ 6
        Đặng Thị Đào | 1946 | nữ | 0300 000 473 | tổ 5
        Trần Thị Hường | 1971 | nữ | | tổ 6
        """,
        ending="txt",
    ),
    "a_paragraph_that_names_the_place_last": Case(
        lambda path: written(
            path,
            "Ghi giùm em bà Lưu Thị Nhàn (1937, 0300 000 472); ông Đặng Văn Đào (1946); "
            "bà Trần Thị Hường (1971). Tất cả đều ở tổ 6 ấp Hải Lạc nha.",
        ),
        """
        Lưu Thị Nhàn | 1937 | nữ | 0300 000 472 | tổ 6, ấp Hải Lạc
        Đặng Văn Đào | 1946 | nam | | tổ 6, ấp Hải Lạc
        Trần Thị Hường | 1971 | nữ | | tổ 6, ấp Hải Lạc
        """,
        ending="txt",
    ),
    "a_paragraph_of_two_places": Case(
        lambda path: written(
            path,
            "Danh sách tổ 6 gồm: bà Lưu Thị Nhàn (1937); bà Đặng Thị Đào (1946). Tổ 7 gồm: bà Trần Thị Hường (1971).",
        ),
        """
        Lưu Thị Nhàn | 1937 | nữ | | tổ 6
        Đặng Thị Đào | 1946 | nữ | | tổ 6
        Trần Thị Hường | 1971 | nữ | | Tổ 7
        """,
        ending="txt",
    ),
    "more_said_in_brackets_behind_the_place": Case(
        lambda path: written(
            path,
            unicodedata.normalize(
                "NFD",
                "Danh sách các cụ tổ 2 (lập năm 2026)\n1/ Bà Nguyễn Kim Thu, 1952, 0300 000 516\n"
                "2/ Ông Trương Văn Tài, 1965, 0300 000 519\n",
            ),
        ),
        """
        Nguyễn Kim Thu | 1952 | nữ | 0300 000 516 | tổ 2
        Trương Văn Tài | 1965 | nam | 0300 000 519 | tổ 2
        """,
        left=("1 title",),
        ending="txt",
    ),
}  # fmt: skip
