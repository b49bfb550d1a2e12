"""Lists as telephones and assistants hand them on: cards, marks of emphasis, a line for every cell."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import text, written, xlsx

EXPORTED: dict[str, Case] = {
    "cards_of_a_telephone": Case(
        lambda path: written(
            path,
            "\n".join(
                (
                    "BEGIN:VCARD",
                    "VERSION:3.0",
                    "N:Mai;Thưởng;Xuân;Ông;",
                    "FN:Ông Mai Xuân Thưởng",
                    "CATEGORIES:CLB Lien the he",
                    "TEL;type=CELL:+84 300 000 109",
                    "BDAY:1946",
                    "ADR;type=HOME:;;Số 5\\, tổ 2;;;;",
                    "NOTE:thương binh",
                    "END:VCARD",
                    "BEGIN:VCARD",
                    "VERSION:2.1",
                    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=4C=C3=AA=20=54=68=E1=BB=8B=20=48=",
                    "=E1=BB=93=6E=67;;;",
                    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4C=C3=AA=20=54=68=E1=BB=8B=20=48=",
                    "=E1=BB=93=6E=67",
                    "TEL;CELL:0300000301",
                    "BDAY:19500304",
                    "END:VCARD",
                    "BEGIN:VCARD",
                    "VERSION:3.0",
                    "N:Phạm;Sáu;Văn;;",
                    "FN:Sáu Văn Phạm",
                    "item1.TEL:+84300000303",
                    "ORG:CLB Liên thế hệ;",
                    "END:VCARD",
                    "BEGIN:VCARD",
                    "VERSION:3.0",
                    "N:;;;;",
                    "FN:Điện lực khu vực",
                    "ORG:Điện lực khu vực;",
                    "TEL:0300000111",
                    "END:VCARD",
                    "BEGIN:VCARD",
                    "VERSION:3.0",
                    "N:;Nguyễn Thị Bảy;;;",
                    "FN:Nguyễn Thị Bảy",
                    "TEL:0300000305",
                    "BDAY:--03-04",
                    "END:VCARD",
                )
            ),
        ),
        """
        Mai Xuân Thưởng | 1946 | nam | 0300 000 109 | Số 5, tổ 2 |  |  | thương binh
        Lê Thị Hồng | 04/03/1950 |  | 0300 000 301
        Phạm Văn Sáu |  |  | 0300 000 303
        """,
        left=("27 heading",),
        waiting=("34 Nguyễn Thị Bảy unlike",),
        ending="vcf",
    ),
    "a_table_marked_with_stars_and_bars": Case(
        lambda path: written(
            path,
            (
                "Dưới đây là danh sách:\n\n| STT | **Họ và tên** | Năm sinh | Điện thoại | Ghi chú |\n|:---:|---|---|:--:|---|\n"
                "| 1 | **Lê Thị An** | 1950 | 0300 000 325 | — |\n| 2 | **Hà Công Tín** | 1948 | ~~0300 000 326~~ 0300 000 327 | *thổi khèn* |\n"
                "| 3 | ~~**Lò Thị Ơn**~~ | ~~1953~~ | — | |\n| 4 | __Khà Văn Dậu__ | 1957 | `0300 000 328` | — |"
            ),
        ),
        """
        Lê Thị An | 1950 |  | 0300 000 325
        Hà Công Tín | 1948 |  | 0300 000 327 |  |  |  | thổi khèn
        Khà Văn Dậu | 1957 |  | 0300 000 328
        """,
        left=(
            "1 title",
            "7 struck",
        ),
        ending="txt",
    ),
    "a_list_marked_with_stars": Case(
        lambda path: written(
            path,
            (
                "**Tổ 1**\n* **Lê Thị An** (1950), 0300 000 325\n* **Hà Công Tín** (1948)\n\n**Tổ 2**\n* **Lò Thị Ơn** (1953)\n"
                "* **Ngần Văn Pọm** (1949), **đã mất**"
            ),
        ),
        """
        Lê Thị An | 1950 |  | 0300 000 325 | Tổ 1
        Hà Công Tín | 1948 |  |  | Tổ 1
        Lò Thị Ơn | 1953 |  |  | Tổ 2
        """,
        left=(
            "1 heading",
            "5 heading",
            "7 deceased",
        ),
        ending="txt",
    ),
    "every_cell_in_a_line_of_its_own": Case(
        lambda path: written(
            path,
            "\n".join(
                (
                    "STT",
                    "Họ và tên",
                    "Năm sinh",
                    "Giới",
                    "Điện thoại",
                    "1",
                    "Vũ Thị Thơm",
                    "1955",
                    "Nữ",
                    "0300 000 268",
                    "2",
                    "Nguyễn Đức Cảnh",
                    "1948",
                    "Nam",
                    "không",
                    "3",
                    "Lã Thị Thu Cúc",
                    "1958",
                    "Nữ",
                    "0300 000 269",
                    "Cảm ơn chị",
                )
            ),
        ),
        """
        Vũ Thị Thơm | 1955 | nữ | 0300 000 268
        Nguyễn Đức Cảnh | 1948 | nam
        Lã Thị Thu Cúc | 1958 | nữ | 0300 000 269
        """,
        left=("21 title",),
        ending="txt",
    ),
    "every_cell_in_a_line_but_empty_ones": Case(
        lambda path: written(
            path,
            "\n".join(
                (
                    "DANH SÁCH",
                    "STT",
                    "Họ và tên",
                    "Năm sinh",
                    "Địa chỉ",
                    "Điện thoại",
                    "1",
                    "Bà Vũ Thị Thơm",
                    "1955",
                    "tổ 8",
                    "0300 000 268",
                    "2",
                    "Ông Nguyễn Đức Cảnh",
                    "1948",
                    "0300 000 269",
                    "3",
                    "Lã Thị Cúc",
                    "1966",
                    "tổ 9",
                    "Tổng cộng: 3 người",
                )
            ),
        ),
        """
        Vũ Thị Thơm | 1955 | nữ | 0300 000 268 | tổ 8
        Nguyễn Đức Cảnh | 1948 | nam | 0300 000 269
        Lã Thị Cúc | 1966 |  |  | tổ 9
        """,
        left=(
            "1 title",
            "20 sum",
        ),
        ending="txt",
    ),
    "boxes_of_both_sexes": Case(
        lambda path: xlsx(
            path,
            [
                ["Họ tên", "Năm sinh", "Giới tính"],
                ["Tạ Bông", 1950, "☐ Nam   ☑ Nữ"],
                ["Lê Khoái", 1948, "Nam [x]  Nữ [ ]"],
                ["Mai Đức", 1951, "Nam ☐ Nữ ☒"],
                ["Hồ Gấm", 1952, "( ) Nam (x) Nữ"],
                ["Hồ Lan", 1952, "☐ Nam ☐ Nữ"],
            ],
        ),
        """
        Tạ Bông | 1950 | nữ
        Lê Khoái | 1948 | nam
        Mai Đức | 1951 | nữ
        Hồ Gấm | 1952 | nữ
        Hồ Lan | 1952
        """,
        remarks=("6 unread",),
    ),
    "an_address_book_with_labels": Case(
        lambda path: text(
            path,
            [
                [
                    "First Name",
                    "Middle Name",
                    "Last Name",
                    "Name Prefix",
                    "Birthday",
                    "Phone 1 - Label",
                    "Phone 1 - Value",
                    "Address 1 - Formatted",
                ],
                ["Lan", "Kim", "Phan", "Bà", "1952-04-18", "Mobile", "+84 300 000 095", "Tổ 3"],
                ["Dũng", "Văn", "Đỗ", "Ông", "1949-10-02", "Home", "+84 300 000 097", ""],
            ],
        ),
        """
        Phan Kim Lan | 18/04/1952 | nữ | 0300 000 095 | Tổ 3
        Đỗ Văn Dũng | 02/10/1949 | nam | 0300 000 097
        """,
        ending="csv",
    ),
    "whose_a_phone_is_behind_it": Case(
        lambda path: written(
            path,
            (
                "1) Cụ Nghiêm Thị Tý - 1938 - 0300 000 356 (con gái là chị Nghĩa)\n2) Bà Nguyễn Thị Duyên - 1955 - 0300 000 358 (số của bà)\n"
                "3) Cụ Đàm Văn Vụ - 1940 - con dâu Hằng 0300 000 360\n4) Bà Lê Thị Sáu - 1951 - 0300 000 362 (vợ ông Tám)\n5) Bà Ngô Thị Lương - 1951 - chưa có số"
            ),
        ),
        """
        Nghiêm Thị Tý | 1938 |  | 0300 000 356 |  |  |  | con gái là chị Nghĩa
        Nguyễn Thị Duyên | 1955 | nữ | 0300 000 358 |  |  |  | số của bà
        Đàm Văn Vụ | 1940 |  | 0300 000 360 |  |  |  | con dâu Hằng
        Lê Thị Sáu | 1951 | nữ | 0300 000 362 |  |  |  | vợ ông Tám
        Ngô Thị Lương | 1951 | nữ
        """,
        remarks=(
            "1 whose",
            "3 whose",
        ),
        ending="txt",
    ),
    "whose_a_phone_is_in_a_column": Case(
        lambda path: written(
            path,
            (
                "Nghiêm Thị Tý, 1938, tổ 1, 0300 000 356 (con gái Nghĩa)\nChu Văn Biền, 1942, tổ 1, 0300 000 357\n"
                "Nguyễn Thị Duyên, 1955, tổ 2, 0300 000 358 (của cháu)"
            ),
        ),
        """
        Nghiêm Thị Tý | 1938 |  | 0300 000 356 | tổ 1 |  |  | con gái Nghĩa
        Chu Văn Biền | 1942 |  | 0300 000 357 | tổ 1
        Nguyễn Thị Duyên | 1955 |  | 0300 000 358 | tổ 2 |  |  | của cháu
        """,
        remarks=(
            "1 whose",
            "3 whose",
        ),
        ending="txt",
    ),
}
