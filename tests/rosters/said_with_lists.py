"""What people say around the lists they paste and send: titles, greetings, whom to take out, what they heard."""

from __future__ import annotations

from tests.rosters.lists import Case
from tests.rosters.writing import written, xlsx

GREETED: dict[str, Case] = {
    "the_place_before_those_who_live_there": Case(
        lambda path: written(
            path,
            (
                "Tổ 1 ấp Thạnh Phú có mấy người này xin vô:\n"
                "- bà Lê Thị Hoa 1950, 0300 000 151\n"
                "- ông Trần Văn Bình 1947, 0300 000 152\n"
                "Tổ 2:\n"
                "- bà Đỗ Thị Cúc 1955\n"
            ),
        ),
        """
        Lê Thị Hoa | 1950 | nữ | 0300 000 151 | Tổ 1, ấp Thạnh Phú
        Trần Văn Bình | 1947 | nam | 0300 000 152 | Tổ 1, ấp Thạnh Phú
        Đỗ Thị Cúc | 1955 | nữ |  | Tổ 2, ấp Thạnh Phú
        """,
        left=(
            "1 title",
            "4 heading",
        ),
        ending="txt",
    ),
    "the_place_alone_above_people": Case(
        lambda path: written(
            path,
            ("Bà con tổ 5 ấp Hòa Thuận\nLê Thị Hoa 1950\nTrần Văn Bình 1947\nĐỗ Thị Cúc 1955\n"),
        ),
        """
        Lê Thị Hoa | 1950 |  |  | tổ 5, ấp Hòa Thuận
        Trần Văn Bình | 1947 |  |  | tổ 5, ấp Hòa Thuận
        Đỗ Thị Cúc | 1955 |  |  | tổ 5, ấp Hòa Thuận
        """,
        left=("1 title",),
        ending="txt",
    ),
    "a_title_in_a_chat_by_times_alone": Case(
        lambda path: written(
            path,
            (
                "Nguyễn Thị Lành\n"
                "8:05 12/11/2026\n"
                "Danh sách xóm Chùa\n"
                "Lê Thị Hoa 1950\n"
                "Trần Văn Bình 1947\n"
                "8:20 12/11/2026\n"
                "thêm bà Đỗ Thị Cúc 1955\n"
                "8:30 12/11/2026\n"
                "gạch bà Hoa nhé, bà theo con vô Nam\n"
            ),
        ),
        """
        Trần Văn Bình | 1947 |  |  | xóm Chùa
        Đỗ Thị Cúc | 1955 | nữ |  | xóm Chùa
        """,
        left=(
            "3 title",
            "4 left",
            "9 other",
        ),
        ending="txt",
    ),
    "a_title_and_places_in_short_between_stars": Case(
        lambda path: written(
            path,
            (
                "*DANH SÁCH TỔ 8 ẤP HƯNG THẠNH*\n"
                "_Cập nhật: 30/11/2026_\n"
                "1️⃣ Lê Thị Hoa - 1950 - 0300 000 191\n"
                "2️⃣ Trần Văn Bình - 1947 - tt Phước Bửu\n"
                "3️⃣ Đỗ Thị Cúc - 1955 - x. Bưng Riềng\n"
                "Tổng cộng: 3 người\n"
                "Người lập: Phan Thị Én\n"
            ),
        ),
        """
        Lê Thị Hoa | 1950 |  | 0300 000 191 | tổ 8, ấp Hưng Thạnh
        Trần Văn Bình | 1947 |  |  | tt Phước Bửu, tổ 8, ấp Hưng Thạnh
        Đỗ Thị Cúc | 1955 |  |  | x. Bưng Riềng, tổ 8, ấp Hưng Thạnh
        """,
        left=(
            "1 title",
            "2 other",
            "6 sum",
            "7 signature",
        ),
        ending="txt",
    ),
    "a_letter_around_a_list": Case(
        lambda path: written(
            path,
            (
                "Kính gửi chị Thủy, danh sách hội viên ấp Bàu Trám em tổng hợp như sau:\n"
                "1. Bà Lê Thị Hoa – 1950 – 0300 000 151\n"
                "2. Ông Trần Văn Bình – 1947 – 0300 000 152\n"
                "3. Bà Đỗ Thị Cúc – 1955 – không có số\n"
                "Trân trọng\n"
            ),
        ),
        """
        Lê Thị Hoa | 1950 | nữ | 0300 000 151 | ấp Bàu Trám
        Trần Văn Bình | 1947 | nam | 0300 000 152 | ấp Bàu Trám
        Đỗ Thị Cúc | 1955 | nữ |  | ấp Bàu Trám
        """,
        left=(
            "1 title",
            "5 title",
        ),
        ending="txt",
    ),
    "taken_out_by_the_whole_name": Case(
        lambda path: written(
            path,
            (
                "Danh sách đăng ký\n"
                "1. Lê Thị Hoa 1950 0300 000 151\n"
                "2. Trần Văn Bình 1947 0300 000 152\n"
                "3. Đỗ Thị Cúc 1955\n"
                "4. Trần Thị Bình 1951\n"
                "\n"
                "Bỏ Trần Văn Bình, thay bằng Lê Văn Danh 1949 0300 000 159\n"
                "Bà Hoa số đúng là 0300 000 158\n"
                "Gạch tên Đỗ Thị Cúc\n"
            ),
        ),
        """
        Lê Thị Hoa | 1950 |  | 0300 000 158
        Trần Thị Bình | 1951
        Lê Văn Danh | 1949 |  | 0300 000 159
        """,
        left=(
            "1 title",
            "8 other",
            "9 other",
            "10 other",
        ),
        waiting=(
            "3 Trần Văn Bình gone",
            "4 Đỗ Thị Cúc gone",
        ),
        remarks=("2 elsewhere",),
        ending="txt",
    ),
    "births_and_forms_of_two_together": Case(
        lambda path: written(
            path,
            (
                "1. Ông Lê Văn An và bà Trần Thị Bảy, 1948 - 1950, 0300 000 161\n"
                "2. Ông bà Phan Văn Cội (1945), Đỗ Thị Dần (1947) tổ 3\n"
                "3. Vợ chồng anh Hồ Văn Én 1970, chị Ngô Thị Gấm 1972, số chung 0300 000 162\n"
                "4. Bà Mai Thị Hạnh 1950 và em gái Mai Thị Ích 1953\n"
            ),
        ),
        """
        Lê Văn An | 1948 | nam
        Phan Văn Cội | 1945
        Hồ Văn Én | 1970 | nam | 0300 000 162 |  |  |  | số chung
        Mai Thị Hạnh | 1950 | nữ
        Trần Thị Bảy | 1950 | nữ | 0300 000 161
        Đỗ Thị Dần | 1947 |  |  | tổ 3
        Ngô Thị Gấm | 1972 | nữ | 0300 000 162 |  |  |  | số chung
        Mai Thị Ích | 1953
        """,
        remarks=(
            "3 whose",
            "7 whose",
        ),
        ending="txt",
    ),
    "numbers_of_who_was_just_told_of": Case(
        lambda path: written(
            path,
            (
                "Con ghi giùm mấy ông bà trong hẻm:\n"
                "Ông Tư nhà đầu hẻm tên Lê Văn Tư sinh 1944 số ông 0300 000 171\n"
                "Bà Sáu bán xôi là Trần Thị Sáu, 79 tuổi, số của con trai bà 0300 000 172\n"
                "Ngoại con là Đỗ Thị Bông 1941, không có máy, gọi số con 0300 000 173\n"
                "Chồng em là Phan Văn Cang 1957 số ảnh 0300 000 174, em là Hồ Thị Dung 1960 số em 0300 000 175\n"
                "Bác hai con là Ngô Văn Đủ 1950 số bác 0300 000 176\n"
            ),
        ),
        """
        Lê Văn Tư | 1944 | nam | 0300 000 171
        Trần Thị Sáu | ~1947 | nữ |  |  |  | số của con trai bà 0300 000 172
        Đỗ Thị Bông | 1941 |  |  |  |  | gọi số con 0300 000 173 | không có máy
        Phan Văn Cang | 1957 | nam | 0300 000 174
        Ngô Văn Đủ | 1950 |  | 0300 000 176
        Hồ Thị Dung | 1960 |  | 0300 000 175
        """,
        left=("1 other",),
        remarks=("3 about",),
        ending="txt",
    ),
    "what_is_put_right_by_names_alone": Case(
        lambda path: written(
            path,
            (
                "Hội trưởng Hai Lúa\n"
                "6:45\n"
                "Tổ 8 ấp Mỹ Thuận nha em thư ký\n"
                "1/ Lê Thị Hoa 1950 0300 000 151\n"
                "2/ Trần Văn Bình 1947\n"
                "3/ Đỗ Thị Cúc 1955 0300 000 153\n"
                "6:58\n"
                "Bà Hoa ghi nhầm số, số bả là 0300 000 157\n"
                "Đổi tên: ông Trần Văn Bình → Trần Văn Bính\n"
                "Xóa dùm bà Cúc, bả nói chưa vô\n"
                "Thêm 1 người: Mai Thị Dung 1952\n"
            ),
        ),
        """
        Lê Thị Hoa | 1950 |  | 0300 000 157 | Tổ 8, ấp Mỹ Thuận
        Trần Văn Bính | 1947 |  |  | Tổ 8, ấp Mỹ Thuận
        Mai Thị Dung | 1952 |  |  | Tổ 8, ấp Mỹ Thuận
        """,
        left=(
            "3 other",
            "6 left",
            "8 other",
            "9 other",
            "10 other",
        ),
        remarks=("4 elsewhere", "5 differs"),
        ending="txt",
    ),
    "said_below_of_one_who_is_named_first": Case(
        lambda path: written(
            path,
            (
                "1. Lê Thị Hoa 1950 0300 000 151\n"
                "2. Trần Văn Bình 1947\n"
                "3. Đỗ Thị Cúc 1955 0300 000 153\n"
                "Đính chính: bà Hoa sinh 1951\n"
                "Ông Bình: 0300 000 152\n"
                "Bà Cúc bỏ ra, bà đã mất tuần trước\n"
            ),
        ),
        """
        Lê Thị Hoa | 1951 |  | 0300 000 151
        Trần Văn Bình | 1947
        """,
        left=(
            "4 other",
            "6 other",
        ),
        waiting=(
            "3 Đỗ Thị Cúc gone",
            "5 Bình nickname",
            "5 Bình no_ordinal",
        ),
        remarks=("1 differs",),
        ending="txt",
    ),
    "numbers_of_who_writes": Case(
        lambda path: written(
            path,
            (
                "Mẹ chồng em là Lê Thị Hoa sinh năm 1950 số mẹ 0300 000 191\n"
                "Ba vợ tôi tên Trần Văn Bình, 1947, số tôi 0300 000 192\n"
                "Nội em Đỗ Thị Cúc 1938, nội không xài điện thoại\n"
                "Bố em: Mai Văn Út, 1955, đt bố 0300 000 194\n"
                "Em gái tui là Mai Thị Dung 1962 số nó 0300 000 195\n"
            ),
        ),
        """
        Lê Thị Hoa | 1950 | nữ | 0300 000 191
        Trần Văn Bình | 1947 | nam |  |  |  | gọi tôi 0300 000 192
        Đỗ Thị Cúc | 1938 |  |  |  |  |  | nội không xài điện thoại
        Mai Văn Út | 1955 | nam | 0300 000 194
        Mai Thị Dung | 1962 | nữ | 0300 000 195
        """,
        ending="txt",
    ),
    "who_leads_above_a_list": Case(
        lambda path: written(
            path,
            (
                "Tổ trưởng tổ 3: Ngô Văn Tài 0300 000 200\n"
                "Danh sách bà con:\n"
                "1. Lê Thị Hoa 1950\n"
                "2. Trần Văn Bình 1947\n"
                "Tổ phó: Mai Thị Nụ\n"
            ),
        ),
        """
        Lê Thị Hoa | 1950
        Trần Văn Bình | 1947
        """,
        left=(
            "1 unread",
            "2 title",
            "5 other",
        ),
        ending="txt",
    ),
    "teams_and_who_gave_up": Case(
        lambda path: written(
            path,
            (
                "Danh sách hội viên chi hội 3, thôn Đông Hạ\n"
                "- Bà Lê Thị Hoa, s. 1950, đội 2\n"
                "- Ông Trần Văn Bình, s. 1947\n"
                "Cộng: 2 người\n"
            ),
        ),
        """
        Lê Thị Hoa | 1950 | nữ |  | đội 2
        Trần Văn Bình | 1947 | nam
        """,
        left=(
            "1 title",
            "4 sum",
        ),
        ending="txt",
    ),
    "a_list_of_who_gave_up": Case(
        lambda path: written(
            path,
            (
                "DS lớp dưỡng sinh khu phố 2\n"
                "Lê Thị Hoa - 1950 - 0300 000 221 - đã bỏ\n"
                "Trần Văn Bình - 1947 - 0300 000 222 - bỏ thuốc lá\n"
                "Đỗ Thị Cúc - 1955 - - Cô Cúc tổ trưởng\n"
            ),
        ),
        """
        Trần Văn Bình | 1947 |  | 0300 000 222 |  |  |  | bỏ thuốc lá
        Đỗ Thị Cúc | 1955 |  |  |  |  |  | Cô Cúc tổ trưởng
        """,
        left=("1 title",),
        waiting=("2 Lê Thị Hoa gone",),
        ending="txt",
    ),
    "people_of_a_table_in_vni": Case(
        lambda path: written(
            path,
            (
                "DANH SAÙCH TOÅ 5\n"
                "STT\tHoï vaø teân\tNaêm sinh\tÑieän thoaïi\n"
                "1\tNguyeãn Thò Höôøng\t1950\t0300 000 181\n"
                "2\tTraàn Vaên Ñöùc\t1947\t\n"
            ),
        ),
        """
        Nguyễn Thị Hường | 1950 |  | 0300 000 181 | tổ 5
        Trần Văn Đức | 1947 |  |  | tổ 5
        """,
        left=("1 title",),
        ending="txt",
    ),
    "how_somebody_is_off_behind_his_place": Case(
        lambda path: written(
            path,
            (
                "Danh sách\n"
                "1. Lê Thị Hoa 1950 0300 000 151 tổ 2, hộ nghèo\n"
                "2. Trần Văn Bình 1947, tổ 3, hộ cận nghèo\n"
                "3. Đỗ Thị Cúc 1955 ấp Hải An, khuyết tật\n"
                "4. Mai Văn Út, 1950, tổ 2\n"
            ),
        ),
        """
        Lê Thị Hoa | 1950 |  | 0300 000 151 | tổ 2 |  |  | hộ nghèo
        Trần Văn Bình | 1947 |  |  | tổ 3 |  |  | hộ cận nghèo
        Đỗ Thị Cúc | 1955 |  |  | ấp Hải An |  |  | khuyết tật
        Mai Văn Út | 1950 |  |  | tổ 2
        """,
        left=("1 title",),
        ending="txt",
    ),
    "a_title_over_households": Case(
        lambda path: xlsx(
            path,
            [
                ["DANH SÁCH HỘ CÓ NGƯỜI CAO TUỔI - TỔ 9, ẤP TÂN THUẬN"],
                ["Hộ", "Họ tên", "Sinh", "ĐT hộ", "Địa chỉ nhà"],
                [1, "Lê Thị Hoa", 1950, "0300 000 211", "12/3"],
                [None, "Trần Văn Bình", 1947, None, None],
                [2, "Đỗ Thị Cúc", 1955, "0300 000 212 (con dâu)", "14"],
            ],
            merges=["A3:A4", "D3:D4", "E3:E4"],
        ),
        """
        Lê Thị Hoa | 1950 |  | 0300 000 211 | 12/3, tổ 9, ấp Tân Thuận
        Trần Văn Bình | 1947 |  | 0300 000 211 | 12/3, tổ 9, ấp Tân Thuận
        Đỗ Thị Cúc | 1955 |  | 0300 000 212 | 14, tổ 9, ấp Tân Thuận |  |  | con dâu
        """,
        left=("1 title",),
        remarks=("5 whose",),
    ),
    "guests_under_a_heading": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ và tên", "Năm sinh", "Ký tên"],
                [1, "Lê Thị Hoa", 1950, None],
                [2, "Trần Văn Bình", 1947, None],
                ["ĐẠI BIỂU THAM DỰ"],
                [1, "Nguyễn Văn Cán", None, None],
                [2, "Phan Thị Lý", None, None],
            ],
            merges=["A4:D4"],
        ),
        """
        Lê Thị Hoa | 1950
        Trần Văn Bình | 1947
        """,
        left=("4 heading",),
        waiting=(
            "5 Nguyễn Văn Cán guest",
            "6 Phan Thị Lý guest",
        ),
    ),
    "what_neighbours_heard": Case(
        lambda path: xlsx(
            path,
            [
                ["STT", "Họ và tên", "Năm sinh", "Ghi chú"],
                [1, "Lê Thị Hoa", 1950, "nghe nói chuyển đi rồi, hỏi lại"],
                [2, "Trần Văn Bình", 1947, "hình như chuyển qua tổ 4"],
                [3, "Đỗ Thị Cúc", 1955, "nghe nói chồng mất"],
                [4, "Hồ Văn Danh", 1949, "chắc đi Mỹ luôn"],
                [5, "Mai Văn Én", 1950, "không biết chữ, nghỉ hưu"],
            ],
        ),
        """
        Trần Văn Bình | 1947 |  |  |  |  |  | hình như chuyển qua tổ 4
        Đỗ Thị Cúc | 1955 |  |  |  |  |  | nghe nói chồng mất
        Mai Văn Én | 1950 |  |  |  |  |  | không biết chữ, nghỉ hưu
        """,
        waiting=(
            "2 Lê Thị Hoa gone",
            "5 Hồ Văn Danh gone",
        ),
    ),
    "leaders_on_a_sheet_of_sums": Case(
        lambda path: xlsx(
            path,
            {
                "Tổng hợp": [
                    ["Ấp", "Trưởng ấp", "Chi hội trưởng", "Số cụ"],
                    ["Ấp 1", "Ngô Văn Tài", "Lê Thị Lài", 20],
                    ["Ấp 2", "Hồ Văn Lực", "Mai Thị Nụ", 18],
                ],
                "Ấp 1": [
                    ["STT", "Họ và tên", "Năm sinh"],
                    [1, "Lê Thị Hoa", 1950],
                    [2, "Trần Văn Bình", 1947],
                ],
            },
        ),
        """
        Lê Thị Hoa | 1950 |  |  | Ấp 1
        Trần Văn Bình | 1947 |  |  | Ấp 1
        """,
    ),
}
