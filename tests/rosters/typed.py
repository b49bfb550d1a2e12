"""Lists typed without letters with accents, in one column or into a chat, and groups within groups."""

from __future__ import annotations

import unicodedata

from tests.rosters.lists import Case
from tests.rosters.writing import written, xlsx

_MARKS = {
    "\u0302": "^", "\u0306": "(", "\u031b": "+",
    "\u0300": "`", "\u0301": "'", "\u0309": "?", "\u0303": "~", "\u0323": ".",
}  # fmt: skip


def viqr(text: str) -> str:
    """A text in the spelling of RFC 1456: each quality, then each tone, behind its letter."""
    spelled = []
    for letter in text:
        if letter in "đĐ":
            spelled.append("dd" if letter == "đ" else "DD")
            continue
        bare, *marks = unicodedata.normalize("NFD", letter)
        order = sorted(marks, key=lambda mark: mark not in "\u0302\u0306\u031b")
        spelled.append(bare + "".join(_MARKS.get(mark, mark) for mark in order))
    return "".join(spelled)


TYPED: dict[str, Case] = {
    "viqr_in_a_text": Case(
        lambda path: written(path, "Danh sa'ch ho^.i vie^n\n" + viqr(
            "STT,Họ và tên,Năm sinh,Giới tính,Địa chỉ\n1,Nguyễn Thị Sáu,1946,Nữ,Tổ 2 ấp Hải Lạc\n"
            "2,Đỗ Văn Ửng,1950,Nam,Tổ 2 ấp Phước Điền\n3,Phạm Thị Yến,1955,Nữ,\n")),
        """
        Nguyễn Thị Sáu | 1946 | nữ | | Tổ 2 ấp Hải Lạc
        Đỗ Văn Ửng | 1950 | nam | | Tổ 2 ấp Phước Điền
        Phạm Thị Yến | 1955 | nữ
        """,
        left=("1 title",),
        ending="csv",
    ),
    "viqr_under_heads_with_accents": Case(
        lambda path: xlsx(path, [["STT", "Họ tên", "Năm sinh", "Ghi chú"], [1, viqr("Trần Thị Hường"), 1949, None],
            [2, viqr("Lê Văn Được"), 1951, viqr("đã mất năm 2024")], [3, viqr("Ngô Thị Mỹ"), 1953, "B.B."]]),
        """
        Trần Thị Hường | 1949
        Ngô Thị Mỹ | 1953 | | | | | | B.B.
        """,
        left=("3 deceased",),
    ),
    "keys_left_in_every_word": Case(
        lambda path: written(path, "STT,Ho va ten,Nam sinh,Gioi tinh\n1,Nguyeenx Thij Baayf,1950,Nuwx\n2,Traanf Vawn Uwng,1948,Nam\n"),
        """
        Nguyễn Thị Bầy | 1950 | nữ
        Trần Văn Ưng | 1948 | nam
        """,
        ending="csv",
    ),
    "no_capitals_with_tones_in_tcvn3": Case(
        lambda path: xlsx(path, [["STT", "Hä vµ tªn", "N¨m sinh"], [1, "NguyÔn ThÞ Èn", 1950], [2, "TRÇN V¡N ¦íC", 1947]]),
        """
        Nguyễn Thị Ẩn | 1950
        Trần Văn Ước | 1947
        """,
    ),
    "all_in_one_column": Case(
        lambda path: xlsx(path, [["Danh sách bà con tổ 3"], ["1. Sầm Thị Tươi - 1950 - tổ 3 - 0300000170"],
            ["2. Sầm Văn Tặng - 1947 - tổ 3"], ["3. Sử Thị Tảo - 1952 - tổ 3 - 0300000171"]]),
        """
        Sầm Thị Tươi | 1950 | | 0300 000 170 | tổ 3
        Sầm Văn Tặng | 1947 | | | tổ 3
        Sử Thị Tảo | 1952 | | 0300 000 171 | tổ 3
        """,
        left=("1 title",),
    ),
    "as_it_is_written_in_a_chat": Case(
        lambda path: written(path, "Dạ em gửi danh sách bà con ạ\n1. Bạch Thị Dịu 1950 0300000201\n2. Bạch Văn Duyên 1948\n"
            "3. Bùi Thị Đẹt 1952 0300000202 mới vào\n4. Cao Văn Đỏ 1944\nEm cảm ơn ạ"),
        """
        Bạch Thị Dịu | 1950 | | 0300 000 201
        Bạch Văn Duyên | 1948
        Bùi Thị Đẹt | 1952 | | 0300 000 202 | | | | mới vào
        Cao Văn Đỏ | 1944
        """,
        left=("1 title", "6 title"),
        ending="txt",
    ),
    "years_in_brackets_behind_dashes": Case(
        lambda path: written(path, "- Cù Thị Iêm (1950)\n- Cù Văn Ích (1948)\n- Cung Thị Kẹo (sinh năm 1953)\n"),
        """
        Cù Thị Iêm | 1950
        Cù Văn Ích | 1948
        Cung Thị Kẹo | 1953
        """,
        ending="txt",
    ),
    "each_told_in_lines_of_his_own": Case(
        lambda path: written(path, "Họ tên: Doãn Thị Na\nNăm sinh: 1950\nĐịa chỉ: tổ 2\n\nHọ tên: Doãn Văn Nê\nNăm sinh: 1948\nDoãn Thị Ni\n"),
        """
        Doãn Thị Na | 1950 | | | tổ 2
        Doãn Văn Nê | 1948
        Doãn Thị Ni
        """,
        ending="txt",
    ),
    "year_in_the_cell_of_the_name": Case(
        lambda path: xlsx(path, [["TT", "Họ tên, năm sinh", "Điện thoại"], [1, "Thân Thị Út (1950)", "0300000172"],
            [2, "Thân Văn Út, sn 1948", None], [3, "Thi Thị Út 1952", None]]),
        """
        Thân Thị Út | 1950 | | 0300 000 172
        Thân Văn Út | 1948
        Thi Thị Út | 1952
        """,
    ),
    "groups_within_a_hamlet": Case(
        lambda path: xlsx(path, [["STT", "Họ và tên", "Năm sinh"], ["I", "Ấp Hải Lạc"], [1, "Yên Thị Xa", 1950], ["II", "Ấp Phước Điền"],
            ["a)", "Tổ 1"], [1, "Ngụy Thị Xí", 1951], ["b)", "Tổ 2"], [2, "Ngụy Thị Xoài", 1947], ["III", "Ấp Hải Sơn"], [1, "Yên Văn Xê", 1948]]),
        """
        Yên Thị Xa | 1950 | | | Ấp Hải Lạc
        Ngụy Thị Xí | 1951 | | | Tổ 1, Ấp Phước Điền
        Ngụy Thị Xoài | 1947 | | | Tổ 2, Ấp Phước Điền
        Yên Văn Xê | 1948 | | | Ấp Hải Sơn
        """,
        left=("2 heading", "4 heading", "5 heading", "7 heading", "9 heading"),
    ),
    "first_group_above_the_heads": Case(
        lambda path: xlsx(path, [["HỘI VIÊN NAM"], ["Tên", "Sinh năm"], ["Đinh Văn Tý", 1950], ["HỘI VIÊN NỮ"], ["Đinh Thị Dần", 1951]]),
        """
        Đinh Văn Tý | 1950 | nam
        Đinh Thị Dần | 1951 | nữ
        """,
        left=("1 title", "4 heading"),
    ),
    "every_group_with_heads_of_its_own": Case(
        lambda path: xlsx(path, [["DANH SÁCH HỘI VIÊN"], ["TỔ 1"], ["Tên", "Sinh năm"], ["An Thị Bé", 1950],
            ["TỔ 2"], ["Tên", "Sinh năm"], ["Âu Văn Cơ", 1947]]),
        """
        An Thị Bé | 1950 | | | Tổ 1
        Âu Văn Cơ | 1947 | | | Tổ 2
        """,
        left=("1 title", "2 title", "5 heading", "6 head"),
    ),
    "signed_below_crosses": Case(
        lambda path: xlsx(path, [["STT", "Họ và tên", "Năm sinh", "Nam", "Nữ"], [1, "Trần Thị Rớt*", 1950, None, "x"], [2, "Lê Văn Rót", 1948, "x", None],
            [None, "Người lập biểu", None, "TM. Ban chủ nhiệm", None], [None, "(ký, ghi rõ họ tên)", None, "(đã ký)", None]]),
        """
        Trần Thị Rớt | 1950 | nữ | | | | | *
        Lê Văn Rót | 1948 | nam
        """,
        left=("4 signature", "5 signature"),
    ),
    "rests_or_moves_within": Case(
        lambda path: xlsx(path, [["STT", "Họ tên", "Năm sinh", "Tình trạng", "Ghi chú"], [1, "Triệu Thị Ba", 1940, "Tạm nghỉ", None],
            [2, "Triệu Thị Tư", 1941, "Còn", "chuyển sang tổ 2"], [3, "Triệu Thị Năm", 1942, None, "hội viên khuất tật"],
            [4, "Triệu Thị Sáu", "1950 (giấy tờ 1952)", None, None]]),
        """
        Triệu Thị Tư | 1941 | | | | | | chuyển sang tổ 2
        Triệu Thị Năm | 1942 | | | | | | hội viên khuất tật
        """,
        waiting=("2 Triệu Thị Ba gone", "5 Triệu Thị Sáu which 1950 1952"),
    ),
    "keys_left_in_one_word_of_a_name": Case(
        lambda path: written(
            path,
            "1. Phan Thanh Tams 1979 0300000496\n2. Chaau Vawn Uts Hieepj 1963\n3. Phamj Thij Saus 1968\n",
        ),
        """
        Phan Thanh Tám | 1979 | | 0300 000 496
        Châu Văn Út Hiệp | 1963
        Phạm Thị Sáu | 1968
        """,
        ending="txt",
    ),
    "groups_below_signs": Case(
        lambda path: written(
            path,
            "📍 Tổ 3:\n👉 Tạ Thị Kiều - 1938 ☎️ 0300 000 455\n👉 Bùi Thanh Thắng - 1940 ☎️ 0300 000 456\n"
            "== Tổ 4 (1 người) ==\n👉 Trần Minh Sang - 1955 ☎️ 0300 000 459\n",
        ),
        """
        Tạ Thị Kiều | 1938 | | 0300 000 455 | Tổ 3
        Bùi Thanh Thắng | 1940 | | 0300 000 456 | Tổ 3
        Trần Minh Sang | 1955 | | 0300 000 459 | Tổ 4
        """,
        left=("1 heading", "4 heading"),
        ending="txt",
    ),
    "a_book_and_who_copied_it": Case(
        lambda path: written(
            path,
            "SỔ CLB NĂM 2026\n(con Linh chép lại sổ của nội)\n\nTỔ 1\n1. Bà Đặng Thị Sáu - 1959 - 0300.000.366\n"
            "2. Ông Cao Ngọc Năm - 1940 - 0300.000.367\n3. Bà Mai Thị Phượng - 1941 - 0300.000.368\n",
        ),
        """
        Đặng Thị Sáu | 1959 | nữ | 0300 000 366 | Tổ 1
        Cao Ngọc Năm | 1940 | nam | 0300 000 367 | Tổ 1
        Mai Thị Phượng | 1941 | nữ | 0300 000 368 | Tổ 1
        """,
        left=("1 title", "2 other", "4 heading"),
        ending="txt",
    ),
}  # fmt: skip
