"""What titles, headings and words beside a name say of somebody: guests, households, who is away, how he is called."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import written, xlsx

BESIDE_NAMES: dict[str, Case] = {
    "a_letter_heads_the_names_that_begin_with_it": Case(
        lambda path: xlsx(
            path,
            [
                ["Stt", "Họ tên", "Năm sinh", "Ấp", "Tổ"],
                [None, "B"],
                [1, "Tạ Thành Bắc", 1961, "Lộc An", 4],
                [None, "Vần C"],
                [2, "Võ Thị Cưng", 1940, "như trên", 4],
                [None, "Đ"],
                [3, "Lý Ngọc Đào", 1947, "n.t", "//"],
            ],
        ),
        """
        Tạ Thành Bắc | 1961 |  |  | ấp Lộc An, tổ 4
        Võ Thị Cưng | 1940 |  |  | ấp Lộc An, tổ 4
        Lý Ngọc Đào | 1947 |  |  | ấp Lộc An, tổ 4
        """,
        left=(
            "2 heading",
            "4 heading",
            "6 heading",
        ),
    ),
    "titles_before_names": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ tên", "Năm sinh"],
                [1, "BS. Trịnh Minh Trung", 1958],
                [2, "GS.TS Lê Văn Khoái", 1948],
                [3, "Thầy giáo Mai Văn Đực", 1939],
                [4, "Cô giáo Hồ Thị Gấm", 1952],
                [5, "Đại tá Cao Văn Giáp", 1947],
                [6, "Sư cô Thích Nữ Diệu Hiền", 1953],
                [7, "Lương y Võ Văn Chanh", 1950],
            ],
        ),
        """
        Trịnh Minh Trung | 1958
        Lê Văn Khoái | 1948
        Mai Văn Đực | 1939
        Hồ Thị Gấm | 1952 | nữ
        Cao Văn Giáp | 1947
        Thích Nữ Diệu Hiền | 1953 | nữ
        Võ Văn Chanh | 1950
        """,
    ),
    "called_otherwise_before_the_name": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ tên", "Năm sinh"],
                [1, "Bà Hai (Tạ Thị Bông)", 1950],
                [2, "Út (Hồ Thị Gấm)", 1952],
                [3, "Khoái (Lê Văn Khoái)", 1948],
                [4, "Bà Sáu Lé (vợ ông Tám)", 1949],
            ],
        ),
        """
        Tạ Thị Bông | 1950 | nữ |  |  |  |  | Bà Hai
        Hồ Thị Gấm | 1952 |  |  |  |  |  | Út
        Lê Văn Khoái | 1948 |  |  |  |  |  | Khoái
        """,
        waiting=("5 Sáu Lé nickname",),
    ),
    "a_name_of_which_nobody_is_sure": Case(
        lambda path: written(
            path,
            "[08:12, 20/11/2026] Cô Hương: Tạ Thị Bông 1950\n[08:15, 20/11/2026] Chị Ngà: còn bà Quách Kim Lý hay Lỳ gì đó 1951\n[08:18, 20/11/2026] Chị Ngà: võ kim phượng 1957\n[08:19, 20/11/2026] Chị Ngà: đặng phước sửu 1947",
        ),
        """
        Tạ Thị Bông | 1950
        Võ Kim Phượng | 1957
        Đặng Phước Sửu | 1947
        """,
        waiting=("2 bà Quách Kim Lý hay Lỳ ",),
        ending="txt",
    ),
    "guests_above_members": Case(
        lambda path: xlsx(
            path,
            [
                ["DANH SÁCH DỰ LỄ RA MẮT CLB"],
                ["I. ĐẠI BIỂU"],
                ["STT", "Họ tên", "Chức vụ", "Năm sinh"],
                [1, "Cao Văn Giáp", "Phó CT UBND xã"],
                ["II. MẠNH THƯỜNG QUÂN"],
                [1, "Chùa Hải Lạc", "50 phần quà"],
                ["III. THÀNH VIÊN"],
                [1, "Tạ Thị Bông", None, 1950],
                [2, "Lê Văn Khoái", None, 1948],
            ],
        ),
        """
        Tạ Thị Bông | 1950
        Lê Văn Khoái | 1948
        """,
        left=(
            "1 title",
            "2 title",
            "5 heading",
            "7 heading",
        ),
        waiting=(
            "4 Cao Văn Giáp guest",
            "6 Chùa Hải Lạc guest",
        ),
    ),
    "a_list_of_guests": Case(
        lambda path: xlsx(
            path,
            [
                ["DANH SÁCH KHÁCH MỜI DỰ LỄ RA MẮT"],
                ["STT", "Họ tên", "Chức vụ", "SĐT"],
                [1, "Cao Văn Giáp", "Bí thư", "0300000201"],
                [2, "Võ Thị Chanh", "Chủ tịch", "0300000202"],
            ],
        ),
        "",
        left=("1 title",),
        waiting=(
            "3 Cao Văn Giáp guest",
            "4 Võ Thị Chanh guest",
        ),
    ),
    "who_came_and_who_went": Case(
        lambda path: xlsx(
            path,
            [
                ["BÁO CÁO BIẾN ĐỘNG"],
                ["A", "HIỆN CÓ ĐẦU KỲ"],
                ["STT", "Họ và tên", "Năm sinh", "Lý do"],
                [1, "Tạ Thị Bông", 1950, None],
                ["B", "TĂNG TRONG KỲ"],
                [1, "Lê Văn Khoái", 1948, "mới vào"],
                ["C", "Giảm trong kỳ"],
                [1, "Mai Văn Đực", 1939, "chết"],
            ],
        ),
        """
        Tạ Thị Bông | 1950
        Lê Văn Khoái | 1948
        """,
        left=(
            "1 title",
            "2 title",
            "5 heading",
            "7 heading",
            "8 deceased",
        ),
    ),
    "a_letter_before_a_name_in_capitals": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ tên"],
                [1, "TẠ THỊ BÔNG"],
                ["A", "LÊ VĂN KHOÁI"],
                [2, "HỒ THỊ GẤM"],
                [3, "MAI VĂN ĐỰC"],
            ],
        ),
        """
        Tạ Thị Bông
        Hồ Thị Gấm
        Mai Văn Đực
        """,
        waiting=("3 Lê Văn Khoái no_ordinal",),
    ),
    "households_with_one_phone": Case(
        lambda path: written(
            path,
            "DS các hộ vào CLB:\n\nHộ 1 (tổ 1), đt 0300.000.201:\n  - Lê Văn Khoái, 1948\n  - vợ: Tạ Thị Bông, 1950\nHộ 2 (tổ 2), đt 0300.000.202:\n  - Mai Văn Đực, 1939, 0300000203\n  - vợ: Hồ Thị Gấm, 1952",
        ),
        """
        Lê Văn Khoái | 1948 |  | 0300 000 201 | tổ 1 |  |  | số của hộ
        Tạ Thị Bông | 1950 | nữ | 0300 000 201 | tổ 1 |  |  | số của hộ
        Mai Văn Đực | 1939 |  | 0300 000 203 | tổ 2
        Hồ Thị Gấm | 1952 | nữ | 0300 000 202 | tổ 2 |  |  | số của hộ
        """,
        left=(
            "1 title",
            "3 heading",
            "6 heading",
        ),
        ending="txt",
    ),
    "households_in_a_table_with_one_phone": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ tên", "Năm sinh"],
                ["Hộ ông Lê Văn Khoái - tổ 3 - ĐT 0300 000 201"],
                [1, "Lê Văn Khoái", 1948],
                [2, "Tạ Thị Bông", 1950],
                ["Nhà 2 - 0300 000 202"],
                [3, "Hồ Thị Gấm", 1952],
            ],
            merges=["A2:C2", "A5:C5"],
        ),
        """
        Lê Văn Khoái | 1948 |  | 0300 000 201 | tổ 3 |  |  | số của hộ
        Tạ Thị Bông | 1950 |  | 0300 000 201 | tổ 3 |  |  | số của hộ
        Hồ Thị Gấm | 1952 |  | 0300 000 202 |  |  |  | số của hộ
        """,
        left=(
            "2 heading",
            "5 heading",
        ),
    ),
    "a_couple_with_one_phone_in_a_line": Case(
        lambda path: written(
            path,
            "1) Bà Hồ Thị Gấm (1952) - tổ 2 - không đt\n2) vợ chồng ông Lê Văn Khoái 1948 và bà Tạ Thị Bông 1950, 0300000201\n3) Ông Mai Văn Đực, 1939, tổ 3",
        ),
        """
        Hồ Thị Gấm | 1952 | nữ |  | tổ 2 |  |  | không đt
        Lê Văn Khoái | 1948 | nam | 0300 000 201 |  |  |  | số chung
        Mai Văn Đực | 1939 | nam |  | tổ 3
        Tạ Thị Bông | 1950 | nữ | 0300 000 201 |  |  |  | số chung
        """,
        remarks=(
            "2 whose",
            "4 whose",
        ),
        ending="txt",
    ),
    "the_phones_of_who_looks_after_them": Case(
        lambda path: xlsx(
            path,
            [
                [
                    "STT",
                    "Thành viên được chăm sóc",
                    "Năm sinh",
                    "Địa chỉ",
                    "Tình nguyện viên",
                    "SĐT TNV",
                ],
                [1, "Bà Tạ Thị Bông", 1950, "tổ 2", "Cao Thị Lành", "0300000201"],
                [2, "Ông Lê Văn Khoái", 1948, "tổ 5", "Võ Thị Bùi", "0300000202"],
            ],
        ),
        """
        Tạ Thị Bông | 1950 | nữ |  | tổ 2 |  | Cao Thị Lành 0300000201
        Lê Văn Khoái | 1948 | nam |  | tổ 5 |  | Võ Thị Bùi 0300000202
        """,
    ),
    "who_joins_is_told_in_a_column": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ tên hội viên", "Năm sinh", "TG CLB LTH"],
                [1, "Tạ Thị Bông", 1950, "có"],
                [2, "Lê Văn Khoái", 1948, "không"],
                [3, "Hồ Thị Gấm", 1952, "có"],
            ],
        ),
        """
        Tạ Thị Bông | 1950
        Hồ Thị Gấm | 1952
        """,
        left=("3 unmarked",),
    ),
    "who_is_away_for_a_while": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ tên", "Năm sinh", "Ghi chú"],
                [1, "Tạ Thị Bông", 1950, "đi Mỹ thăm con, tháng 12 về"],
                [2, "Lê Văn Khoái", 1948, "khai tử 5/2026"],
                [3, "Hồ Thị Gấm", 1952, "nghe nói đi Sài Gòn rồi"],
                [4, "Mai Văn Đực", 1939, "hình như qua tổ 4"],
                [5, "Võ Thị Chanh", 1947, "không đi họp nữa"],
                [6, "Cao Văn Giáp", 1946, "về quê ăn giỗ"],
                [7, "Lý Thị Kim", 1951, "giấy báo tử 2025"],
                [8, "Lý Thị Lan", 1952, "đi khai tử cho chồng"],
            ],
        ),
        """
        Tạ Thị Bông | 1950 |  |  |  |  |  | đi Mỹ thăm con, tháng 12 về
        Mai Văn Đực | 1939 |  |  |  |  |  | hình như qua tổ 4
        Cao Văn Giáp | 1946 |  |  |  |  |  | về quê ăn giỗ
        Lý Thị Lan | 1952 |  |  |  |  |  | đi khai tử cho chồng
        """,
        left=(
            "3 deceased",
            "8 deceased",
        ),
        waiting=(
            "4 Hồ Thị Gấm gone",
            "6 Võ Thị Chanh gone",
        ),
    ),
    "a_question_mark_before_a_name": Case(
        lambda path: written(
            path,
            "1️⃣ Bà Tạ Thị Bông - 1950 ☎️ 0300.000.201\n2️⃣ Ông Lê Văn Khoái - 1948 ☎️ ko có đt\n❓ Bà Hồ Thị Gấm - 1952 để em hỏi lại\n❌ Ông Mai Văn Đực - 1939 (mất hôm rằm rồi)",
        ),
        """
        Tạ Thị Bông | 1950 | nữ | 0300 000 201
        Lê Văn Khoái | 1948 | nam |  |  |  |  | ko có đt
        """,
        left=("4 deceased",),
        waiting=("3 Hồ Thị Gấm gone",),
        ending="txt",
    ),
    "names_that_are_put_right_beside_them": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ tên", "Năm sinh", "Ghi chú"],
                [1, "Tạ Thị Bồng", 1950, "đổi tên thành Tạ Thị Bông"],
                [2, "Lê Văn Khoái", 1948, "tên đúng là Lê Văn Khoát"],
                [3, "Hồ Thị Gấm", 1952, None],
                ["Đính chính tên: Hồ Thị Gấm → Hồ Thị Gẩm"],
            ],
        ),
        """
        Tạ Thị Bông | 1950 |  |  |  |  |  | đổi tên thành Tạ Thị Bông
        Lê Văn Khoát | 1948 |  |  |  |  |  | tên đúng là Lê Văn Khoát
        Hồ Thị Gẩm | 1952
        """,
        left=("5 other",),
        remarks=(
            "2 differs",
            "3 differs",
            "4 differs",
        ),
    ),
    "where_all_of_a_spoken_list_live": Case(
        lambda path: written(
            path,
            "danh sách câu lạc bộ tổ ba gồm có bà Tạ Thị Bông sinh năm 1950 số điện thoại 0300000201 ông Lê Văn Khoái sinh năm 1948 bà Hồ Thị Gấm sinh năm 1952 hết rồi nha",
        ),
        """
        Tạ Thị Bông | 1950 | nữ | 0300 000 201 | tổ ba
        Lê Văn Khoái | 1948 | nam |  | tổ ba
        Hồ Thị Gấm | 1952 | nữ |  | tổ ba
        """,
        ending="txt",
    ),
    "minutes_of_a_meeting": Case(
        lambda path: written(
            path,
            "BIÊN BẢN HỌP THÀNH LẬP CLB\nThành viên tham gia CLB gồm có:\n1/ Bà Tạ Thị Bông, sinh năm 1950, ngụ tổ 6 ấp Hải Lạc;\n2/ Ông Lê Văn Khoái, sinh năm 1948, ngụ tổ 1 ấp Hải Lạc.\nHội nghị biểu quyết 100% tán thành.\nBiên bản kết thúc lúc 10 giờ 30 cùng ngày.",
        ),
        """
        Tạ Thị Bông | 1950 | nữ |  | tổ 6 ấp Hải Lạc
        Lê Văn Khoái | 1948 | nam |  | tổ 1 ấp Hải Lạc
        """,
        left=(
            "1 title",
            "2 heading",
            "5 title",
            "6 title",
        ),
        ending="txt",
    ),
    "a_parish_as_the_place": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Tên Thánh", "Họ và Tên", "Năm Sinh", "Giáo khu"],
                [1, "Maria", "Tạ Thị Bông", 1950, "Giáo khu 4"],
                [2, "Giuse", "Lê Văn Khoái", 1948, "2"],
            ],
        ),
        """
        Tạ Thị Bông | 1950 |  |  | Giáo khu 4
        Lê Văn Khoái | 1948 |  |  | giáo khu 2
        """,
    ),
    "numbers_by_form_and_by_name_of_two_women": Case(
        lambda path: written(
            path,
            (
                "Hộ 1: bà Vi Thị Xoan (1957) + con dâu Mã Thị Hạt (1983). ĐT bà: 0300 000 191, ĐT Hạt: 0300 000 192\n"
                "Hộ 2: ông Cù Văn Phới (1947) + vợ Nông Thị Nụ (1950), ĐT ông 0300 000 193\n"
                "Hộ 3: chú Lữ Văn Hới 1960 với cô Sầm Thị Én 1962, sđt chú 0300000194 sđt cô 0300000195\n"
            ),
        ),
        """
        Vi Thị Xoan | 1957 | nữ | 0300 000 191
        Cù Văn Phới | 1947 | nam | 0300 000 193
        Lữ Văn Hới | 1960 | nam | 0300 000 194
        Mã Thị Hạt | 1983 |  | 0300 000 192
        Nông Thị Nụ | 1950 | nữ
        Sầm Thị Én | 1962 | nữ | 0300 000 195
        """,
        ending="txt",
    ),
    "called_by_one_name_among_whole_ones": Case(
        lambda path: written(
            path,
            (
                "Tổ em có bà Lữ Thị Hoa 1950, ông Cù Văn Tám 1948 đt 0300000191, bà Mười (không nhớ họ) 75 tuổi, chú Hùng 1966 0300000192\n"
            ),
        ),
        """
        Lữ Thị Hoa | 1950 | nữ
        Cù Văn Tám | 1948 | nam | 0300 000 191
        """,
        waiting=("3 Mười nickname", "4 Hùng nickname"),
        remarks=("3 about",),
        ending="txt",
    ),
    "small_letters_with_dashes_among_other_lines": Case(
        lambda path: written(
            path,
            (
                "dạ em gửi chị ds nha\n"
                "1/ lu thi hoa - 52 - 0300000191\n"
                "2/ cu van tam - 49\n"
                "3/ sam thi chin 1960 (dâu ông tám)\n"
                "so 2 chua co dt, so 3 xai so 0300000192\n"
            ),
        ),
        """
        Lu Thi Hoa | 1952 |  | 0300 000 191
        Cu Van Tam | 1949
        Sam Thi Chin | 1960 |  | 0300 000 192 |  |  |  | (dâu ông tám)
        """,
        left=("1 title", "5 other"),
        remarks=("4 elsewhere",),
        ending="txt",
    ),
    "heads_parted_by_dashes_and_a_blank_behind_h": Case(
        lambda path: written(
            path,
            (
                "DANH SACH HOI VIEN TO 2\n"
                "HO VA TEN - NAM SINH - DIEN THOAI\n"
                "LU THI HUE - 1944 - 0300000191\n"
                "CU VAN DAT - 1951 - KHONG CO\n"
                "H' Lan Êban - 1950 - 0300000192\n"
            ),
        ),
        """
        Lu Thi Hue | 1944 |  | 0300 000 191 | to 2
        Cu Van Dat | 1951 |  |  | to 2
        H' Lan Êban | 1950 | nữ | 0300 000 192 | to 2
        """,
        left=("1 title",),
        ending="txt",
    ),
    "a_year_alone_in_a_note": Case(
        lambda path: xlsx(
            path,
            [
                ["First name", "Last name", "Mobile", "Birthday", "Notes"],
                ["Thị Hoa", "Lữ", "0300000191", "1950-02-01", ""],
                ["Văn Tám", "Cù", "0300000192", "", "1948"],
            ],
        ),
        """
        Lữ Thị Hoa | 01/02/1950 |  | 0300 000 191
        Cù Văn Tám | 1948 |  | 0300 000 192 |  |  |  | 1948
        """,
    ),
    "a_quote_alone_is_a_ditto_mark": Case(
        lambda path: written(
            path,
            'STT,Họ tên,Năm sinh,Địa chỉ\n1,Nguyễn Thị Bông,1950,tổ 1\n2,Trần Văn Khoái,1949,"\n3,Lê Thị Gấm,",tổ 2\n4,Võ Văn Cội,1947,"tổ 3\nấp Lộc An"\n',
        ),
        """
        Nguyễn Thị Bông | 1950 |  |  | tổ 1
        Trần Văn Khoái | 1949 |  |  | tổ 1
        Lê Thị Gấm | 1949 |  |  | tổ 2
        Võ Văn Cội | 1947 |  |  | tổ 3, ấp Lộc An
        """,
        remarks=("4 elsewhere",),
        ending="csv",
    ),
    "a_quote_that_nobody_closed": Case(
        lambda path: written(
            path,
            'Họ tên;Năm sinh;Địa chỉ\n"Tám Khá" Trần Văn Khoái;1949;tổ 1\n"Chín Lê Thị Gấm;1951;tổ 2\nVõ Văn Cội;1947;tổ 3\n',
        ),
        """
        Trần Văn Khoái | 1949 |  |  | tổ 1 |  |  | Tám Khá
        Chín Lê Thị Gấm | 1951 |  |  | tổ 2
        Võ Văn Cội | 1947 |  |  | tổ 3
        """,
        ending="csv",
    ),
    "places_before_names_in_small_letters_in_one_line": Case(
        lambda path: written(
            path,
            "ap 3: huynh thi na 1950 0300000191, tran van ut 1948; ap 4: le thi sau 1952, vo van bay 1947",
        ),
        """
        Huynh Thi Na | 1950 |  | 0300 000 191 | ap 3
        Tran Van Ut | 1948 |  |  | ap 3
        Le Thi Sau | 1952 |  |  | ap 4
        Vo Van Bay | 1947 |  |  | ap 4
        """,
        ending="txt",
    ),
    "places_before_names_in_small_letters_a_line_each": Case(
        lambda path: written(
            path,
            "to 1 co ba huynh thi na 1950, ong tran van ut 1948\ntổ 2: lê thị sáu 1952, võ văn bảy 1947\n",
        ),
        """
        Huynh Thi Na | 1950 | nữ |  | to 1
        Lê Thị Sáu | 1952 |  |  | tổ 2
        Tran Van Ut | 1948 | nam |  | to 1
        Võ Văn Bảy | 1947 |  |  | tổ 2
        """,
        ending="txt",
    ),
    "what_neighbours_call_them_before_a_dash": Case(
        lambda path: written(
            path,
            "Bà Sáu Lèo - Nguyễn Thị Lèo 1948\nÔng Tư Bền tức Trần Văn Bền, 1950\nBà Ba Gạo, Lê Thị Gạo 1949\n",
        ),
        """
        Nguyễn Thị Lèo | 1948 | nữ |  |  |  |  | Sáu Lèo
        Trần Văn Bền | 1950 | nam |  |  |  |  | Tư Bền
        Lê Thị Gạo | 1949 | nữ |  |  |  |  | Ba Gạo
        """,
        ending="txt",
    ),
}
