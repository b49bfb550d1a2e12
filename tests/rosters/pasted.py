"""What is pasted and sent as people have it: old letters, couples, what is put right below, where all of it live."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import written, xlsx

PASTED: dict[str, Case] = {
    "pasted_in_the_letters_of_vni": Case(
        lambda path: written(
            path,
            (
                "Danh saùch toå 2, khu phoá Haûi Taân:\n"
                "1. OÂng Phan Phöôùc Giaøu, sinh naêm 1958, ÑT 0300.000.298\n"
                "2. Baø Traàn Thò Maät, sinh naêm 1944, khoâng coù ñieän thoaïi\n"
                "3. Baø Leâ Thò Hoàng Taùm (Taùm Boâng), 67 tuoåi, ÑT 0300.000.679\n"
            ),
        ),
        """
        Phan Phước Giàu | 1958 | nam | 0300 000 298 | tổ 2, khu phố Hải Tân
        Trần Thị Mật | 1944 | nữ |  | tổ 2, khu phố Hải Tân |  |  | không có điện thoại
        Lê Thị Hồng Tám | ~1959 | nữ | 0300 000 679 | tổ 2, khu phố Hải Tân |  |  | Tám Bông
        """,
        left=("1 title",),
        remarks=("4 about",),
        ending="txt",
    ),
    "couples_in_the_lines_of_a_message": Case(
        lambda path: written(
            path,
            (
                "Xóm em có mấy người muốn vô CLB nè anh Hai\n"
                "1. Vợ chồng bà Dương Thị Khá (1949) 0300 000 250 và ông Huỳnh Kim Tốt (1951) 0300 000 263\n"
                "2. Bà Hồ Thị Thiệt (Ba Xôi), 80 tuổi, 0300 000 808\n"
                "3. Cụ Lê Văn Thắm, 88 tuổi, không có điện thoại\n"
                "4. Ông Trương Văn Nhơn (1953) 0300 000 806, vợ là bà Thái Thị Thu (1955) 0300 000 536\n"
                "5. Chú Hồ Văn Thiệt (Út Ghe), sn 1961, 0300 000 186\n"
            ),
        ),
        """
        Dương Thị Khá | 1949 | nữ | 0300 000 250
        Hồ Thị Thiệt | ~1946 | nữ | 0300 000 808 |  |  |  | Ba Xôi
        Lê Văn Thắm | ~1938 |  |  |  |  |  | không có điện thoại
        Trương Văn Nhơn | 1953 | nam | 0300 000 806
        Hồ Văn Thiệt | 1961 | nam | 0300 000 186 |  |  |  | Út Ghe
        Huỳnh Kim Tốt | 1951 | nam | 0300 000 263
        Thái Thị Thu | 1955 | nữ | 0300 000 536
        """,
        left=("1 other",),
        remarks=(
            "3 about",
            "4 about",
        ),
        ending="txt",
    ),
    "corrections_below_a_list_with_times": Case(
        lambda path: written(
            path,
            (
                "Tám Rô tổ trưởng\n"
                "07:15\n"
                "Danh sách tổ 5 nha cô thư ký\n"
                "1/ Lâm Mỹ Miền 1951 0300 000 211\n"
                "2/ Từ Thị Bích Tâm 1925 0300 000 776\n"
                "3/ Dương Ngọc Thọ 1947 0300 000 971\n"
                "4/ Võ Kim Phượng 1969\n"
                "07:40\n"
                "Sửa giùm: bà Từ Thị Bích Tâm sinh năm 1952, hồi nãy ghi lộn\n"
                "Bỏ ông Dương Ngọc Thọ ra nha, ổng dọn lên Sài Gòn ở rồi\n"
                "Thêm: Nguyễn Thị Nở 1959 0300 000 042\n"
            ),
        ),
        """
        Lâm Mỹ Miền | 1951 |  | 0300 000 211 | tổ 5
        Từ Thị Bích Tâm | 1952 | nữ | 0300 000 776 | tổ 5 |  |  | hồi nãy ghi lộn
        Võ Kim Phượng | 1969 |  |  | tổ 5
        Nguyễn Thị Nở | 1959 |  | 0300 000 042 | tổ 5
        """,
        left=(
            "3 title",
            "6 moved",
            "9 other",
            "10 other",
        ),
        ending="txt",
    ),
    "corrections_below_a_list": Case(
        lambda path: written(
            path,
            (
                "Danh sách tổ 6\n"
                "1. Lê Thị Hoa 1950 0300 000 151\n"
                "2. Trần Văn Bình 1947 0300 000 152\n"
                "3. Đỗ Thị Cúc 1955\n"
                "4. Ngô Văn Dũng 1949 0300 000 154\n"
                "\n"
                "Bỏ cô Cúc ra nha, cổ không vô nữa\n"
                "Ông Dũng sinh 1948 mới đúng\n"
                "Bà Hoa đổi số 0300 000 159\n"
            ),
        ),
        """
        Lê Thị Hoa | 1950 |  | 0300 000 159 | tổ 6
        Trần Văn Bình | 1947 |  | 0300 000 152 | tổ 6
        Ngô Văn Dũng | 1948 |  | 0300 000 154 | tổ 6 |  |  | Ông Dũng sinh 1948 mới đúng
        """,
        left=(
            "1 title",
            "4 left",
            "7 other",
            "8 other",
            "9 other",
        ),
        remarks=("2 elsewhere",),
        ending="txt",
    ),
    "corrections_below_a_table": Case(
        lambda path: written(
            path,
            (
                "STT\tHọ tên\tNăm sinh\n"
                "1\tLê Thị Hoa\t1950\n"
                "2\tTrần Văn Bình\t1947\n"
                "3\tĐỗ Thị Cúc\t1955\n"
                "Bỏ bà Đỗ Thị Cúc ra, bà dọn đi rồi\n"
                "Ông Bình sinh 1946 mới đúng\n"
            ),
        ),
        """
        Lê Thị Hoa | 1950
        Trần Văn Bình | 1946
        """,
        left=(
            "5 other",
            "6 other",
        ),
        waiting=("4 Đỗ Thị Cúc gone",),
        remarks=("3 differs",),
        ending="txt",
    ),
    "whose_the_numbers_are_that_a_grandchild_writes": Case(
        lambda path: written(
            path,
            (
                "Dạ con chào cô, con đăng ký cho bà nội với mấy người trong xóm ạ\n"
                "Bà nội con là Đặng Thị Phấn, sinh năm 1948, ở tổ 4 ấp Phú Lâm, số của bà là 0300 000 525\n"
                "Ông ngoại con tên Phạm Tấn Tiến, 81 tuổi, tổ 2 ấp Phú Lâm, sđt của ông 0300000249\n"
                "Dì Tư kế nhà con tên là Trần Thị Quý, sinh 1944, đt 0300.000.703\n"
                "Ba em là Đặng Tấn Viễn, sn 1952, số ba em 0300 000 711\n"
                "Thím Bảy nhà bên là Ngô Thị Lụa sn 1949 số ba em 0300 000 165\n"
            ),
        ),
        """
        Đặng Thị Phấn | 1948 | nữ | 0300 000 525 | tổ 4 ấp Phú Lâm
        Phạm Tấn Tiến | ~1945 | nam | 0300 000 249 | tổ 2 ấp Phú Lâm
        Trần Thị Quý | 1944 | nữ | 0300 000 703
        Đặng Tấn Viễn | 1952 | nam | 0300 000 711
        Ngô Thị Lụa | 1949 | nữ |  |  |  | số ba em 0300 000 165
        """,
        left=("1 title",),
        remarks=("3 about",),
        ending="txt",
    ),
    "the_place_in_the_opening_line": Case(
        lambda path: written(
            path,
            (
                "Em gửi danh sách tổ 3 ấp Phước Lộc nha chị:\n"
                "1. Ngô Mỹ Quý, 1939, 0300 000 406\n"
                "2. Nguyễn Thị Yến, 1950, tổ 4\n"
                "3. Hồ Văn Tám, 1957, ấp Hải An\n"
                "Hết rồi chị ơi, cảm ơn chị\n"
            ),
        ),
        """
        Ngô Mỹ Quý | 1939 |  | 0300 000 406 | tổ 3, ấp Phước Lộc
        Nguyễn Thị Yến | 1950 |  |  | tổ 4, ấp Phước Lộc
        Hồ Văn Tám | 1957 |  |  | ấp Hải An
        """,
        left=(
            "1 title",
            "5 title",
        ),
        ending="txt",
    ),
    "the_place_in_the_first_message_of_a_chat": Case(
        lambda path: written(
            path,
            (
                "[08:02, 12/11/2026] Hương Hội Phụ Nữ: Dạ em gửi thêm mấy người ấp Hải An nha anh\n"
                "[08:03, 12/11/2026] Hương Hội Phụ Nữ: bà Lê Thị Tư sn 1953 đt 0300000127\n"
                "[08:05, 12/11/2026] Anh Tín Thư Ký: Ok em, gửi tiếp đi\n"
                "[08:06, 12/11/2026] Hương Hội Phụ Nữ: Võ Mỹ Đang sinh năm 1960 không có điện thoại\n"
            ),
        ),
        """
        Lê Thị Tư | 1953 | nữ | 0300 000 127 | ấp Hải An
        Võ Mỹ Đang | 1960 |  |  | ấp Hải An |  |  | không có điện thoại
        """,
        left=(
            "1 title",
            "3 other",
        ),
        ending="txt",
    ),
    "the_place_without_accents_and_keys_left_in": Case(
        lambda path: written(
            path,
            (
                "danh sach to 6 ap phuoc thien\n"
                "1) Van Thi Thu Rot sn 1980 sdt 0300000375\n"
                "2) vo cong khanh sn 1939 ko co dt\n"
                "3) Nguyeenx Thij Muwowif sn 1950 sdt 0300000603\n"
            ),
        ),
        """
        Van Thi Thu Rot | 1980 |  | 0300 000 375 | to 6, ap phuoc thien
        Vo Cong Khanh | 1939 |  |  | to 6, ap phuoc thien
        Nguyễn Thị Mười | 1950 |  | 0300 000 603 | to 6, ap phuoc thien
        """,
        left=("1 title",),
        ending="txt",
    ),
    "communes_and_wards_of_before": Case(
        lambda path: written(
            path,
            (
                "Danh sách bà con đăng ký CLB (ghi theo địa chỉ cũ):\n"
                "- Nguyễn Văn Minh - 1951 - xã Phước Hội - 0300 000 477\n"
                "- Lê Thị Khen - 1969 - TT Đất Đỏ - 01990000910\n"
                "- Huỳnh Thị Trúc - 1937 - P. 8 - 0300 000 780\n"
                "- Huỳnh Thị Giàu - 1941 - thị trấn Phước Hải - 0300 000 781\n"
            ),
        ),
        """
        Nguyễn Văn Minh | 1951 |  | 0300 000 477 | xã Phước Hội
        Lê Thị Khen | 1969 |  | 0590 000 910 | TT Đất Đỏ
        Huỳnh Thị Trúc | 1937 |  | 0300 000 780 | P. 8
        Huỳnh Thị Giàu | 1941 |  | 0300 000 781 | thị trấn Phước Hải
        """,
        left=("1 title",),
        remarks=("3 renewed",),
        ending="txt",
    ),
    "sentences_around_a_list": Case(
        lambda path: written(
            path,
            (
                "Rà lại danh sách tổ 7 nè anh, em ghi chú kế bên:\n"
                "1/ Ngô Văn Hải 1962 0300.000.938\n"
                "2/ Nguyễn Thị Loan 1939 0300.000.379 (bà mất hồi tháng 8 rồi)\n"
                "3/ Lê Thị Kiểu 1951 0300.000.056\n"
                "Nhờ anh nhập giùm em với\n"
                "Có thiếu ai em bổ sung sau nha\n"
            ),
        ),
        """
        Ngô Văn Hải | 1962 |  | 0300 000 938 | tổ 7
        Lê Thị Kiểu | 1951 |  | 0300 000 056 | tổ 7
        """,
        left=(
            "1 title",
            "3 deceased",
            "5 title",
            "6 title",
        ),
        ending="txt",
    ),
    "a_heading_in_stars_and_the_day_of_a_list": Case(
        lambda path: written(
            path,
            (
                "CLB LIÊN THẾ HỆ TỰ GIÚP NHAU\n"
                "(cập nhật 25/11/2026)\n"
                "\n"
                "*Tổ 1* (2 người)\n"
                "• Huỳnh Tấn Thành (1950) - 0300 000 777\n"
                "• Nguyễn Quang Phước (1956)\n"
                "\n"
                "*Tổ 2* (1 người)\n"
                "• Cao Thị Xinh (1943)\n"
                "\n"
                "Cộng 3 người\n"
                "Tổ trưởng phụ trách: Lữ Thị Hoàng Anh\n"
            ),
        ),
        """
        Huỳnh Tấn Thành | 1950 |  | 0300 000 777 | Tổ 1
        Nguyễn Quang Phước | 1956 |  |  | Tổ 1
        Cao Thị Xinh | 1943 |  |  | Tổ 2
        """,
        left=(
            "1 title",
            "2 title",
            "4 heading",
            "8 heading",
            "11 sum",
            "12 other",
        ),
        ending="txt",
    ),
    "a_sentence_above_people_told_by_labels": Case(
        lambda path: written(
            path,
            (
                "Dạ thông tin mấy cô chú bên em đây ạ\n"
                "\n"
                "Họ tên: Tô Thị Nhạn\n"
                "NS: 1961\n"
                "ĐT: 0300 000 290\n"
                "\n"
                "Họ tên: Nguyễn Tấn Nuôi\n"
                "NS: 1947\n"
                "ĐT: chưa có\n"
            ),
        ),
        """
        Tô Thị Nhạn | 1961 |  | 0300 000 290
        Nguyễn Tấn Nuôi | 1947
        """,
        left=("1 title",),
        ending="txt",
    ),
    "a_title_that_semicolons_part": Case(
        lambda path: written(
            path,
            (
                "DANH SÁCH NGƯỜI CAO TUỔI; TỔ 3 KHU PHỐ LONG AN\n"
                "STT;Họ và tên;Năm sinh;Số nhà;SĐT hộ gia đình\n"
                "1;Lê Thị Hoa;1950;12/4;0300000191\n"
                "2;Trần Văn Bình;1947;15/2;\n"
            ),
        ),
        """
        Lê Thị Hoa | 1950 |  | 0300 000 191 | 12/4, tổ 3, khu phố Long An
        Trần Văn Bình | 1947 |  |  | 15/2, tổ 3, khu phố Long An
        """,
        left=("1 title",),
        ending="csv",
    ),
    "leaders_on_a_cover_sheet": Case(
        lambda path: xlsx(
            path,
            {
                "Bìa": [
                    ["SỔ THÀNH VIÊN"],
                    [],
                    ["Tổ", "Tổ trưởng", "Số người"],
                    ["Tổ 1", "Phạm Văn Ngàn", 2],
                    ["Tổ 2", "Lê Thị Hai Đẹp", 1],
                    ["Tổng cộng", None, 3],
                ],
                "Tổ 1": [
                    ["STT", "Họ và tên", "Năm sinh"],
                    [1, "Bùi Phước Hậu", 1950],
                    [2, "Trần Ngọc Bảy", 1949],
                ],
                "Tổ 2": [["STT", "Họ và tên", "Năm sinh"], [1, "Lê Thị Ngân", 1945]],
            },
        ),
        """
        Bùi Phước Hậu | 1950 |  |  | Tổ 1
        Trần Ngọc Bảy | 1949 |  |  | Tổ 1
        Lê Thị Ngân | 1945 |  |  | Tổ 2
        """,
    ),
    "guests_below_a_sheet_of_who_came": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ và tên", "Sinh năm", "T1", "T2"],
                [1, "Hồ Kim Hằng", 1967, "x", "x"],
                [2, "Lê Văn Kế", 1952, "x", "p"],
                [3, "Lê Thị Chín", 1949, "k", "x"],
                [None, "Tổng số có mặt", None, 2, 2],
                [],
                [None, "KHÁCH MỜI (tháng 10)"],
                [1, "Ông Đoàn Văn Thanh - Chủ tịch Hội NCT xã"],
                [2, "Bà Tạ Thị Mai - Trạm Y tế"],
                [],
                [None, "Ghi chú: x có mặt; p có phép; k không phép"],
            ],
        ),
        """
        Hồ Kim Hằng | 1967
        Lê Văn Kế | 1952
        Lê Thị Chín | 1949
        """,
        left=(
            "5 sum",
            "7 heading",
            "11 other",
        ),
        waiting=(
            "8 Đoàn Văn Thanh guest",
            "9 Tạ Thị Mai guest",
        ),
    ),
    "the_phone_of_each_household": Case(
        lambda path: xlsx(
            path,
            [
                ["Số hộ", "STT", "Họ và tên", "Năm sinh", "Điện thoại của hộ"],
                [1, 1, "Dương Thị Nhạn", 1931, "0300000914"],
                [None, 2, "Phan Văn Đức", 2001],
                [2, 3, "Trần Văn Sáu", 1939, "0300 000 402"],
                [3, 4, "Lê Văn Cường", 1937, "không có"],
            ],
            merges=["A2:A3", "E2:E3"],
        ),
        """
        Dương Thị Nhạn | 1931 |  | 0300 000 914
        Phan Văn Đức | 2001 |  | 0300 000 914
        Trần Văn Sáu | 1939 |  | 0300 000 402
        Lê Văn Cường | 1937
        """,
    ),
    "the_phone_of_who_takes_part": Case(
        lambda path: xlsx(
            path,
            [
                [
                    "TT",
                    "Chủ hộ",
                    "Người tham gia CLB",
                    "Quan hệ với chủ hộ",
                    "Năm sinh",
                    "SĐT người tham gia",
                ],
                [1, "Hồ Văn Minh", "Trần Thị Ngà", "mẹ", 1938, "0300.000.718"],
                [2, "Trần Văn Đông", "Huỳnh Văn Nhàn", "cha", 1943, "0300.000.864"],
                [3, "Đặng Thị Gái", "Đặng Hữu Hùng", "chồng", 1950],
            ],
        ),
        """
        Trần Thị Ngà | 1938 | nữ | 0300 000 718
        Huỳnh Văn Nhàn | 1943 | nam | 0300 000 864
        Đặng Hữu Hùng | 1950 | nam
        """,
    ),
}
