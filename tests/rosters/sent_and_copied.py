"""Lists as programs export and people copy them: again and again, in labels, with letters that came apart."""

from __future__ import annotations

from datetime import date

from tests.rosters.lists import Case
from tests.rosters.writing import text, written, xlsx

SENT: dict[str, Case] = {
    "a_list_that_each_copies_and_adds_to": Case(
        lambda path: written(
            path,
            "Đăng ký tham gia CLB ấp Hải Lạc 🌸\n1. Tạ Thị Bông 1950\n2. Lê Văn Khoái 1948\n\nĐăng ký tham gia CLB ấp Hải Lạc 🌸\n1. Tạ Thị Bông 1950\n2. Lê Văn Khoái 1948 0300000201\n3. Mai Văn Đực 1939",
        ),
        """
        Tạ Thị Bông | 1950
        Lê Văn Khoái | 1948 |  | 0300 000 201
        Mai Văn Đực | 1939
        """,
        left=(
            "1 title",
            "2 twice",
            "3 twice",
            "5 title",
        ),
        ending="txt",
    ),
    "who_takes_himself_off_a_list_that_is_copied_on": Case(
        lambda path: written(
            path,
            "Ai đăng ký CLB thì chép lại rồi ghi thêm nha\n1. Tạ Thị Bông 1950\n2. Lê Văn Khoái 1948\n3. Mai Văn Đực 1939\n\n1. Tạ Thị Bông 1950\n2. Mai Văn Đực 1939\n3. Hồ Thị Gấm 1952\n4. Võ Thị Chanh 1947",
        ),
        """
        Tạ Thị Bông | 1950
        Mai Văn Đực | 1939
        Hồ Thị Gấm | 1952
        Võ Thị Chanh | 1947
        """,
        left=(
            "1 other",
            "2 twice",
            "4 twice",
        ),
        waiting=("3 Lê Văn Khoái earlier",),
        ending="txt",
    ),
    "a_list_without_numbers_that_is_copied_on": Case(
        lambda path: written(
            path,
            "Đăng ký CLB:\n- Tạ Thị Bông 1950\n- Lê Văn Khoái 1948\n\nĐăng ký CLB:\n- Tạ Thị Bông 1950\n- Lê Văn Khoái 1948\n- Mai Văn Đực 1939",
        ),
        """
        Tạ Thị Bông | 1950
        Lê Văn Khoái | 1948
        Mai Văn Đực | 1939
        """,
        left=(
            "1 title",
            "2 twice",
            "3 twice",
            "5 title",
        ),
        ending="txt",
    ),
    "groups_that_are_counted_anew_are_no_copies": Case(
        lambda path: written(
            path,
            "Tổ 1\n1. Tạ Thị Bông 1950\n2. Lê Văn Khoái 1948\nTổ 2\n1. Tạ Thị Bông 1950\n2. Mai Văn Đực 1939",
        ),
        """
        Tạ Thị Bông | 1950 |  |  | Tổ 1
        Lê Văn Khoái | 1948 |  |  | Tổ 1
        Tạ Thị Bông | 1950 |  |  | Tổ 2
        Mai Văn Đực | 1939 |  |  | Tổ 2
        """,
        left=(
            "1 heading",
            "4 heading",
        ),
        ending="txt",
    ),
    "a_form_that_is_sent_once_more": Case(
        lambda path: text(
            path,
            [
                ["Dấu thời gian", "Họ và tên", "Năm sinh", "Số điện thoại", "Ở tổ mấy?"],
                ["2026/11/03 7:01:09", "Tạ Thị Bông", "1950", "0300000201", "tổ 4"],
                ["2026/11/04 9:12:02", "Lê Văn Khoái", "1948", "0300000202", "tổ 1"],
                ["2026/11/05 8:00:00", "tạ thị bông", "1950", "0300000203", "tổ 4"],
            ],
        ),
        """
        Lê Văn Khoái | 1948 |  | 0300 000 202 | tổ 1
        Tạ Thị Bông | 1950 |  | 0300 000 203 | tổ 4
        """,
        left=("2 twice",),
        remarks=("4 differs",),
        ending="csv",
    ),
    "who_borrows_more_than_once": Case(
        lambda path: xlsx(
            path,
            [
                ["Ngày vay", "Họ và tên người vay", "Năm sinh", "Số tiền vay", "Điện thoại", "Tổ"],
                ["1/5/2025", "Tạ Thị Bông", 1950, 5000000, "0300000201", "tổ 1"],
                ["2/5/2025", "Lê Văn Khoái", 1948, 5000000, "0300000202", "tổ 2"],
                ["4/5/2025", "Tạ Thị Bông", 1950, 7000000, "0300000201", "tổ 3"],
            ],
        ),
        """
        Tạ Thị Bông | 1950 |  | 0300 000 201 | tổ 1
        Lê Văn Khoái | 1948 |  | 0300 000 202 | tổ 2
        """,
        left=("4 twice",),
        remarks=("2 differs",),
    ),
    "labels_for_letters_three_across": Case(
        lambda path: xlsx(
            path,
            [
                ["THƯ MỜI HỌP CLB"],
                [
                    "Kính gửi: Bà Tạ Thị Bông\nNăm sinh: 1950\nĐịa chỉ: Tổ 2, ấp Hải Lạc\nĐT: 0300000201",
                    None,
                    "Kính gửi: Ông Lê Văn Khoái\nNăm sinh: 1948\nĐịa chỉ: Tổ 3, ấp Hải Lạc",
                    "Kính gửi: Bà Hồ Thị Gấm\nNăm sinh: 1952\nĐT: 0300000203",
                ],
                ["Kính gửi: Ông Mai Văn Đực\nNăm sinh: 1939\nĐịa chỉ: Tổ 3, ấp Hải Lạc"],
            ],
        ),
        """
        Tạ Thị Bông | 1950 | nữ | 0300 000 201 | Tổ 2, ấp Hải Lạc
        Mai Văn Đực | 1939 | nam |  | Tổ 3, ấp Hải Lạc
        Lê Văn Khoái | 1948 | nam |  | Tổ 3, ấp Hải Lạc
        Hồ Thị Gấm | 1952 | nữ | 0300 000 203
        """,
        left=("1 other",),
    ),
    "labels_without_words_before_what_they_tell": Case(
        lambda path: xlsx(
            path,
            [
                [
                    "Bà Tạ Thị Bông\n1950\nTổ 2, ấp Hải Lạc\n0300 000 201",
                    "Ông Lê Văn Khoái (1948)\nTổ 3, ấp Hải Lạc\nĐT: 0300 000 202",
                ],
                ["1. Bà Hồ Thị Gấm\nSN 1952\nấp Hải Lạc", "Ông Mai Văn Đực - 1939\n0300000204"],
            ],
        ),
        """
        Tạ Thị Bông | 1950 | nữ | 0300 000 201 | Tổ 2, ấp Hải Lạc
        Hồ Thị Gấm | 1952 | nữ |  | ấp Hải Lạc
        Lê Văn Khoái | 1948 | nam | 0300 000 202 | Tổ 3, ấp Hải Lạc
        Mai Văn Đực | 1939 | nam | 0300 000 204
        """,
    ),
    "letters_that_came_apart": Case(
        lambda path: written(
            path,
            "STT,Họ và tên,Năm sinh\n1,Tạ Thị Bông,1950\n2,Đỗ Văn Trí,1948\n3,Hà Thị Lớn,1952\n".encode().decode(
                "latin-1"
            ),
        ),
        """
        Tạ Thị Bông | 1950
        Đỗ Văn Trí | 1948
        Hà Thị Lớn | 1952
        """,
        ending="csv",
    ),
    "letters_that_came_apart_in_a_workbook": Case(
        lambda path: xlsx(
            path,
            [
                [
                    each
                    if isinstance(each, int)
                    else each.encode().decode("cp1252", "ignore").strip()
                    for each in row
                ]
                for row in (
                    ["STT", "Họ tên", "Năm sinh"],
                    [1, "Đỗ Văn Khá", 1950],
                    [2, "Trần Thị Hương", 1951],
                    [3, "Lê Thị Hà", 1952],
                    [4, "Võ Thị Thỏ", 1953],
                )
            ],
        ),
        """
        Đỗ Văn Khá | 1950
        Trần Thị Hương | 1951
        Lê Thị Hà | 1952
        """,
        waiting=("5 Võ Thị Th? ",),
    ),
    "an_address_book_whose_notes_tell_births": Case(
        lambda path: written(
            path,
            "".join(
                f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL:{phone}\nNOTE:{note}\nEND:VCARD\n"
                for name, phone, note in (
                    ("Tạ Thị Bông", "0300000201", "sinh 1950\\, tổ 1"),
                    ("Lê Văn Khoái", "0300000202", "tổ 2 sn 1948"),
                    ("Hồ Thị Gấm CLB", "0300000203", ""),
                    ("Mai Văn Đực", "0300000204", "con sinh 1980"),
                )
            ),
        ),
        """
        Tạ Thị Bông | 1950 |  | 0300 000 201 | tổ 1
        Lê Văn Khoái | 1948 |  | 0300 000 202 | tổ 2
        Hồ Thị Gấm |  |  | 0300 000 203
        """,
        waiting=("19 Mai Văn Đực unlike",),
        ending="vcf",
    ),
    "an_address_book_with_given_names_first": Case(
        lambda path: text(
            path,
            [
                ["First Name", "Middle Name", "Last Name", "Labels", "Phone 1 - Value"],
                ["Chắc", "Tấn", "Trịnh", "CLB ::: * myContacts", "+84 300 000 201"],
                ["Bông", "Thị", "Tạ", "CLB ::: * myContacts", "+84 300 000 202"],
                ["Gas", "", "Hải Lạc", "* myContacts", "0300000203"],
            ],
        ),
        """
        Trịnh Tấn Chắc |  |  | 0300 000 201
        Tạ Thị Bông |  |  | 0300 000 202
        """,
        left=("4 unmarked",),
        ending="csv",
    ),
    "columns_of_blanks_with_numbers_at_the_right": Case(
        lambda path: written(
            path,
            "     DANH SÁCH CLB\n\nSTT  Họ và tên                  Năm sinh  Tổ   Điện thoại\n---  -------------------------  --------  ---  ----------\n  1  Tạ Thị Bông                1950      2    0300000201\n  9  Lê Văn Khoái               1948      3\n 10  Nguyễn Thị Hồng Gấm        1952      2    0300000203\n\nCộng: 3 vị",
        ),
        """
        Tạ Thị Bông | 1950 |  | 0300 000 201 | tổ 2
        Lê Văn Khoái | 1948 |  |  | tổ 3
        Nguyễn Thị Hồng Gấm | 1952 |  | 0300 000 203 | tổ 2
        """,
        left=(
            "1 title",
            "9 sum",
        ),
        ending="txt",
    ),
    "a_photo_that_was_made_words": Case(
        lambda path: written(
            path,
            "SỐ TT | HỌ VÀ TÊN | NĂM SINH | ĐIỆN THOẠI\n1 | Tạ Thị Bông | l950 | O300000201\n2 | Lê Văn Khoái | 194I | 03OO OOO 2O2\n3 | Hồ Thị Gấm | 1O/O3/1952 | 0300000203\n4 | Mai Văn Đực | 19S9 | 0300000204\n5 | Võ Thị Chanh | 19?? | 0300000205\n6 | Cao Văn Giáp | 195_ | 0300000206",
        ),
        """
        Tạ Thị Bông | 1950 |  | 0300 000 201
        Lê Văn Khoái | 1941 |  | 0300 000 202
        Hồ Thị Gấm | 10/03/1952 |  | 0300 000 203
        """,
        waiting=(
            "5 Mai Văn Đực unread",
            "6 Võ Thị Chanh unread",
            "7 Cao Văn Giáp unread",
        ),
        remarks=(
            "2 mended",
            "2 mended",
            "3 mended",
            "3 mended",
            "4 mended",
        ),
        ending="txt",
    ),
    "groups_that_a_spreadsheet_summed_up": Case(
        lambda path: xlsx(
            path,
            [
                ["Tổ", "Họ và tên", "Năm sinh", "Tiền"],
                ["Tổ 1", "Tạ Thị Bông", 1950, 20],
                ["Tổ 1 Total", None, None, 20],
                ["Tổ 2", "Trần Văn Cộng", 1948, 20],
                ["Tổ 2 Tổng", None, None, 20],
                ["Grand Total", None, None, 40],
            ],
        ),
        """
        Tạ Thị Bông | 1950 |  |  | Tổ 1
        Trần Văn Cộng | 1948 |  |  | Tổ 2
        """,
        left=(
            "3 sum",
            "5 sum",
            "6 sum",
        ),
    ),
    "a_survey_with_codes_for_heads": Case(
        lambda path: text(
            path,
            [
                [
                    "start",
                    "full_name",
                    "yob",
                    "sex",
                    "phone",
                    "hamlet",
                    "group_no",
                    "is_member",
                    "consent",
                ],
                [
                    "2026-10-01",
                    "Tạ Thị Bông",
                    "1950",
                    "female",
                    "0300000201",
                    "Hải Lạc",
                    "3",
                    "yes",
                    "yes",
                ],
                [
                    "2026-10-01",
                    "Lê Văn Khoái",
                    "1948",
                    "male",
                    "0300000202",
                    "Hải Lạc",
                    "1",
                    "no",
                    "yes",
                ],
                [
                    "2026-10-01",
                    "Hồ Thị Gấm",
                    "1952",
                    "female",
                    "0300000203",
                    "Hải Lạc",
                    "1",
                    "yes",
                    "no",
                ],
            ],
        ),
        "Tạ Thị Bông | 1950 | nữ | 0300 000 201 | Hải Lạc, tổ 3",
        left=(
            "3 unmarked",
            "4 refused",
        ),
        ending="csv",
    ),
    "answers_in_codes": Case(
        lambda path: text(
            path,
            [
                ["ho_ten", "nam_sinh", "to_so", "dong_y_tham_gia"],
                ["Tạ Thị Bông", "1950", "2", "1"],
                ["Lê Văn Khoái", "1948", "3", "0"],
                ["Hồ Thị Gấm", "1952", "3", "1"],
            ],
        ),
        """
        Tạ Thị Bông | 1950 |  |  | tổ 2
        Hồ Thị Gấm | 1952 |  |  | tổ 3
        """,
        left=("3 refused",),
        ending="csv",
    ),
    "whole_names_that_begin_with_the_given_one": Case(
        lambda path: text(
            path,
            [
                [
                    "Name",
                    "Given Name",
                    "Family Name",
                    "Group Membership",
                    "Phone 1 - Value",
                    "Birthday",
                ],
                ["Bông Tạ Thị", "Bông", "Tạ Thị", "* CLB", "0300000201", "1950-01-02"],
                ["Khoái Lê Văn", "Khoái", "Lê Văn", "* CLB", "0300000202", "--05-06"],
            ],
        ),
        """
        Tạ Thị Bông | 02/01/1950 |  | 0300 000 201
        Lê Văn Khoái |  |  | 0300 000 202
        """,
        ending="csv",
    ),
    "one_number_of_days_among_days": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ tên", "Ngày sinh"],
                [1, "Tạ Thị Bông", date(1950, 3, 15)],
                [2, "Lê Văn Khoái", date(1948, 7, 2)],
                [3, "Hồ Thị Gấm", "21476"],
            ],
        ),
        """
        Tạ Thị Bông | 15/03/1950
        Lê Văn Khoái | 02/07/1948
        Hồ Thị Gấm | 18/10/1958
        """,
        remarks=("4 serial",),
    ),
}
